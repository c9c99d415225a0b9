"""The window's frame: pages, the desk, the second person, trouble, broken trust, bugs, and one window a folder."""
from tests.gui.screen import Screen
def test_opens(site: Screen) -> None:
    assert site.window.isVisible()
    print(site.page, site.focus(), site.shell)
def test_opens2(site: Screen) -> None:
    site.sign_in()
    site.started()
    site.look_again()
    assert site.window.isVisible()

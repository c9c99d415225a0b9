"""A window on cleaned data: every page still opens, with tickets and codes where names were."""

from __future__ import annotations

from pathlib import Path

from app.service import cleaning
from tests.gui.conftest import OpenScreen
from tests.gui.screen import texts
from tests.stores import ADMIN, OFFICER
from tests.unit.cleaned_site import evening_of, opened
from ui.shell import PageName


def test_every_page_stands_what_is_gone(open_screen: OpenScreen, tmp_path: Path) -> None:
    place = evening_of(tmp_path / "site")
    console = opened(place)
    names = [one.name for one in console.directory.candidates.values()]
    screen = open_screen(console)
    screen.go(PageName.CANDIDATES)
    screen.bridge.mirror.let_go()
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    said = [texts(screen.go(page)) for page in PageName]
    assert all(said)
    assert not [text for text in said for name in names if name in text]

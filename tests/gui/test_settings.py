"""The settings page: chosen, kept and in force at once; or refused by the disk and as before."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app import settings
from app.settings import Settings
from tests.conftest import LogWatch
from tests.gui.screen import Screen, settle, texts
from ui.pages.settings import Choice, SettingsPage
from ui.shell import PageName
from ui.style import DARK


def opened(site: Screen) -> SettingsPage:
    page = site.go(PageName.SETTINGS)
    assert isinstance(page, SettingsPage)
    return page


def choose(field: Choice, value: object) -> None:
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())
    settle()


def kept(site: Screen) -> Settings:
    return settings.load(site.window.opening.folder)


def test_another_language_makes_the_window_anew(site: Screen) -> None:
    before = opened(site)
    choose(before.language, "en")
    assert kept(site).language == "en"
    assert site.shell.text.language == "en"
    page = site.page
    assert isinstance(page, SettingsPage)
    assert page is not before
    assert page.title.text() == site.shell.say("page-settings")
    choose(page.language, "zh-CN")
    assert site.shell.text.language == "zh-CN"


def test_another_look_is_put_on_at_once(site: Screen, qtbot: QtBot) -> None:
    page = opened(site)
    dark = site.shell.say("settings-theme-dark")
    next(one for one in page.theme.findChildren(QPushButton) if one.text() == dark).click()
    settle()
    assert kept(site).theme == "dark"
    assert site.shell.look.tokens is DARK
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert DARK.bg in app.styleSheet()


def test_who_is_at_the_desk_stays_there(site: Screen) -> None:
    taken = site.sign_in()
    choose(opened(site).language, "en")
    assert site.bridge.operator == taken
    assert "A" in texts(site.window.nav)


def test_minutes_count_at_once_and_the_page_stays(site: Screen) -> None:
    page = opened(site)
    choose(page.idle, 10)
    choose(page.stale, 60)
    assert (kept(site).idle_minutes, kept(site).stale_minutes) == (10, 60)
    assert site.bridge.settings == kept(site)
    assert site.page is page
    assert site.toast() == site.shell.say("settings-saved")


def test_what_cannot_be_kept_is_told_and_not_in_force(site: Screen, log_watch: LogWatch) -> None:
    log_watch.expected.append("trouble: file-missing")
    folder = site.window.opening.folder
    folder.write_bytes(b"a file where the folder should be")
    page = opened(site)
    choose(page.language, "en")
    assert site.banner()
    assert site.shell.text.language == "zh-CN"
    assert page.language.currentData() == "zh-CN"
    assert site.bridge.settings == Settings()


def test_it_says_where_things_lie_and_whose_they_are(site: Screen) -> None:
    said = texts(opened(site))
    opening = site.window.opening
    for word in (str(opening.data), "examsite.log", "SIL Open Font License 1.1", "Tabler Icons", "Ctrl+F"):
        assert word in said
    assert site.page.minimumSizeHint().width() < 900

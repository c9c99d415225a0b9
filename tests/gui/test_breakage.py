"""When something breaks: trouble, broken trust, bugs; another language or look, and a second start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.core.site import Source
from app.core.timestamp import RecordTimestamp, TimestampRecorded
from app.settings import Settings
from app.trouble import Code, Trouble
from tests.gui.screen import Screen, settle, texts
from tests.stores import PIN, TIMESTAMP
from ui.application import Breakage, OneWindow
from ui.shell import PageName
from ui.widgets.full_stop import CrashPage, StopPage

STAMP = RecordTimestamp(Source.PLATFORM, TIMESTAMP)


def stamp(site: Screen) -> None:
    """A step that two people sign."""
    site.page.asking.submit(STAMP)
    settle()
    site.keys(f"O01\n{PIN}\n")


def test_a_failed_write_is_a_banner_and_opening_again_says_it_does_not_stand(
    site: Screen, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    expect_log("WARNING ui.bridge: trouble: disk-full")
    site.sign_in()
    before = len(site.facts())

    def full(*_: object) -> None:
        raise Trouble(Code.DISK_FULL, file="site.db")

    monkeypatch.setattr(site.console.store.journal, "append", full)
    stamp(site)
    assert site.banner() != ""
    assert site.bridge.wants_reopening
    monkeypatch.undo()
    again = [one for one in site.window.findChildren(QPushButton) if one.text() == site.shell.say("banner-reopen")]
    again[0].click()
    settle()
    assert site.toast() == site.shell.say("reopened-not")
    assert site.banner() == ""
    assert len(site.facts()) == before
    stamp(site)
    assert isinstance(site.last(), TimestampRecorded)


def test_broken_trust_stops_the_desk_and_hands_out_the_files(
    site: Screen,
    monkeypatch: pytest.MonkeyPatch,
    expect_log: Callable[[str], None],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    expect_log("WARNING ui.bridge: trouble: chain-broken")
    site.bridge.tell(Trouble(Code.CHAIN_BROKEN, entry=3))
    settle()
    stop = site.window.centralWidget()
    assert isinstance(stop, StopPage)
    assert site.shell.text.trouble(Trouble(Code.CHAIN_BROKEN, entry=3)) in texts(stop)
    site.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert site.window.centralWidget() is stop
    out = tmp_path / "stick"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    export = next(one for one in stop.findChildren(QPushButton) if one.text() == site.shell.say("stop-export"))
    export.click()
    qtbot.waitUntil(stop.notice.isVisible)
    (copied,) = out.iterdir()
    assert site.shell.say("stop-exported", folder=str(copied)) in texts(stop.notice)
    store = site.console.store.folder
    assert (copied / "site.db").read_bytes() == (store / "site.db").read_bytes()
    assert {path.name for path in copied.iterdir()} == {path.name for path in store.iterdir() if path.is_file()}


# Bugs


def crash(site: Screen) -> CrashPage:
    try:
        raise ZeroDivisionError("210100001")
    except ZeroDivisionError as error:
        Breakage(site.window, site.window.opening)(type(error), error, error.__traceback__)
    settle()
    page = site.window.centralWidget()
    assert isinstance(page, CrashPage)
    return page


def test_a_bug_leaves_a_file_without_what_it_said_and_the_way_back(
    site: Screen, expect_log: Callable[[str], None]
) -> None:
    expect_log("ERROR ui.application: unexpected ZeroDivisionError")
    page = crash(site)
    (file,) = site.window.opening.folder.glob("crash-*")
    assert str(file) in texts(page)
    assert "210100001" not in file.read_text("utf-8")
    site.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    site.press(Qt.Key.Key_F2)
    site.window.resize(1200, 700)
    settle()
    assert site.window.centralWidget() is page
    again = next(one for one in page.findChildren(QPushButton) if one.text() == site.shell.say("crash-reopen"))
    again.click()
    settle()
    assert site.page.isVisible()
    site.sign_in()
    stamp(site)
    assert isinstance(site.last(), TimestampRecorded)


def test_trouble_that_escaped_a_slot_is_still_only_trouble(site: Screen, expect_log: Callable[[str], None]) -> None:
    expect_log("WARNING ui.bridge: trouble: file-missing")
    trouble = Trouble(Code.FILE_MISSING, file="x")
    Breakage(site.window, site.window.opening)(Trouble, trouble, None)
    assert site.shell.text.trouble(trouble) in site.banner()
    assert site.page.isVisible()


# Language and look


def test_another_language_and_look_keep_place_and_desk(site: Screen) -> None:
    site.sign_in()
    site.go(PageName.ROOM)
    site.bridge.settings = Settings(language="en", theme="dark")
    site.bridge.settings_changed.emit()
    settle()
    assert site.page.name is PageName.ROOM
    assert site.shell.look.tokens.name == "dark"
    assert site.shell.say("page-room") in texts(site.page)
    assert site.shell.text.language == "en"
    assert site.bridge.signed_in
    stamp(site)
    assert isinstance(site.last(), TimestampRecorded)


# One window a folder


def test_a_second_start_knocks_and_the_first_hears(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = OneWindow(tmp_path), OneWindow(tmp_path)
    try:
        assert not first.is_second()
        first.listen()
        with qtbot.waitSignal(first.knocked):
            assert second.is_second()
        assert not OneWindow(tmp_path / "other").is_second()
    finally:
        first.close()
        second.close()
    assert not second.is_second()

"""Rooms' backups from the window: the room's own file or a folder, copied, proved, entered; and what does not count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.room_backup import RoomBackupVerified
from app.core.safe_state import RoomSource
from app.service import room_backups
from app.trouble import Code, Trouble
from devices.media import FolderMedia
from tests.gui.keeping_page import evening, part, second_and_wait
from tests.gui.screen import Screen, texts
from tests.stores import Place
from tests.unit.day_over import DAY, OTHER, ROOM, STICK, brought, lay, statement
from ui.pages.backup_run import BackupRun
from ui.pages.safe_rooms import RoomsPart
from ui.shell import KeepingPart, PageName


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return lay(tmp_path_factory.mktemp("over"))


@pytest.fixture
def screen(whole: Place, tmp_path: Path, open_screen: Callable[..., Screen]) -> Iterator[Screen]:
    with evening(whole, tmp_path, open_screen) as screen:
        yield screen


@pytest.fixture
def shown(screen: Screen) -> RoomsPart:
    return cast("RoomsPart", part(screen, KeepingPart.ROOMS))


@pytest.fixture
def file(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The room's own file, which the dialog of the system gives."""
    path = brought(tmp_path / "room", statement(screen.console))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    return path


def states(shown: RoomsPart) -> list[str]:
    return [line.cells[1].text for line in shown.table.lines.lines]


@pytest.mark.usefixtures("file")
def test_the_rooms_own_file_is_copied_before_two_and_the_next_room_is_chosen(
    screen: Screen, shown: RoomsPart, qtbot: QtBot
) -> None:
    assert "还有 2 个" in texts(shown.note)
    shown.show_room(ROOM)
    assert "001" in shown.told.text()
    shown.file.click()
    path = second_and_wait(qtbot, screen, shown.run.ended)
    assert path is not None
    made = screen.last()
    assert isinstance(made, RoomBackupVerified)
    assert (made.room, made.day, made.source, made.medium) == (ROOM, DAY, RoomSource.SIGNED, STICK)
    assert path.parent.name == STICK
    assert screen.signers_of_last() == ["A01", "O01"]
    assert path.name in screen.toast()
    assert states(shown) == [screen.shell.text.say("room-safe-safe"), screen.shell.text.say("room-safe-due")]
    assert shown.table.chosen_keys() == (OTHER,)


def test_a_folder_of_another_system_is_copied_unread(
    screen: Screen, shown: RoomsPart, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "brought"
    folder.mkdir()
    (folder / "考场.dat").write_bytes(b"unread")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    shown.show_room(OTHER)
    shown.folder.click()
    assert second_and_wait(qtbot, screen, shown.run.ended)
    made = screen.last()
    assert isinstance(made, RoomBackupVerified)
    assert (made.room, made.source, made.files) == (OTHER, RoomSource.FOLDER, 1)
    assert shown.table.chosen_keys() == (ROOM,)


def test_rooms_that_brought_theirs_together_are_done_under_one_signature(
    screen: Screen, shown: RoomsPart, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file.parent / OTHER).mkdir()
    (file.parent / OTHER / "考场.dat").write_bytes(b"unread")
    (file.parent / "readme.txt").write_bytes(b"nobody's")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(file.parent))
    shown.folder.click()
    assert second_and_wait(qtbot, screen, shown.run.ended)
    qtbot.waitUntil(lambda: len(screen.site.safe.room_backups) == 2)
    screen.look_again()
    sources = {one.room: one.source for one in screen.site.safe.room_backups.values()}
    assert sources == {ROOM: RoomSource.SIGNED, OTHER: RoomSource.FOLDER}
    assert all(one.supervised for one in screen.site.safe.room_backups.values())
    assert not shown.run.busy


def test_a_sitting_keeps_the_day_and_the_medium_that_were_signed_for(
    screen: Screen, shown: RoomsPart, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is chosen on the page while the first room is written is for the next sitting."""
    (file.parent / OTHER).mkdir()
    (file.parent / OTHER / "考场.dat").write_bytes(b"unread")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(file.parent))
    shown.folder.click()
    screen.keys("O01\n000000\n")
    assert shown.run.busy
    monkeypatch.setattr(shown.where, "target", lambda: None)
    qtbot.waitUntil(lambda: len(screen.site.safe.room_backups) == 2)
    screen.look_again()
    made = screen.site.safe.room_backups.values()
    assert {(one.day, one.media) for one in made} == {(DAY, (STICK,))}


def test_what_says_of_no_room_waits_for_one_to_be_chosen(
    screen: Screen, shown: RoomsPart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.examsite-room-day").write_bytes(b"x")
    names = [str(tmp_path / "x.examsite-room-day"), str(tmp_path / "nothing")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    shown.show_room(ROOM)
    shown.file.click()
    assert "认不出" in screen.asked()
    assert not shown.run.busy


def test_what_was_made_too_early_is_refused_before_a_byte_is_written(
    screen: Screen, shown: RoomsPart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = statement(screen.console, made_at=screen.clock.moment().at - timedelta(hours=8))
    path = brought(tmp_path / "early", early)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    shown.show_room(ROOM)
    shown.file.click()
    screen.keys("O01\n000000\n")
    assert not shown.run.busy
    assert "001" in screen.asked()
    assert not screen.site.safe.room_backups
    assert not list((tmp_path / "site" / "media" / STICK).iterdir())


def test_dialogs_given_up_begin_nothing(screen: Screen, shown: RoomsPart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    shown.file.click()
    shown.folder.click()
    assert not screen.asked()
    assert not shown.run.busy


@pytest.mark.usefixtures("file")
def test_without_a_medium_it_says_what_is_missing(screen: Screen, shown: RoomsPart, tmp_path: Path) -> None:
    screen.console.media = FolderMedia(tmp_path / "nothing")
    shown.where.again.click()
    assert not shown.where.field.isEnabled()
    assert "没有插入" in texts(shown.where)
    shown.show_room(ROOM)
    shown.file.click()
    assert "存储介质" in screen.asked()
    assert not shown.run.busy


@pytest.mark.usefixtures("file")
def test_trouble_on_the_way_is_told_and_nothing_counts(
    screen: Screen,
    shown: RoomsPart,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    expect_log: Callable[[str], None],
) -> None:
    def fails(*_: object) -> None:
        raise Trouble(Code.MEDIUM_FULL, file="b")

    expect_log("medium-full")
    monkeypatch.setattr(room_backups.RoomBackingUp, "write", fails)
    shown.file.click()
    assert second_and_wait(qtbot, screen, shown.run.ended) is None
    assert "介质已满" in screen.banner()
    assert shown.file.isEnabled()


def test_a_room_that_still_has_an_exam_waits_and_says_why(screen: Screen, shown: RoomsPart) -> None:
    room = screen.site.sessions[next(iter(screen.site.sessions))].rooms[OTHER]
    room.ended_at = None
    shown.refresh()
    shown.show_room(OTHER)
    assert "还没有结束" in shown.told.text()
    # The other one is over, and what it brings may be chosen
    assert shown.file.isEnabled()
    screen.site.sessions[next(iter(screen.site.sessions))].rooms[ROOM].ended_at = None
    shown.refresh()
    assert not shown.file.isEnabled()
    shown.table.clearSelection()
    assert "选定考场" in shown.told.text()


def test_a_medium_in_use_is_no_failure(screen: Screen, shown: RoomsPart) -> None:
    assert isinstance(shown.run, BackupRun)
    shown.run.released.emit(False)
    assert "有效" in screen.asked()


def test_a_strange_stick_leads_to_the_register(screen: Screen, shown: RoomsPart, tmp_path: Path) -> None:
    (tmp_path / "site" / "media" / "U-9").mkdir()
    shown.where.again.click()
    shown.where.register.click()
    assert screen.page.name is PageName.SAFEKEEPING
    assert screen.shell.say("media-note") in texts(screen.page)

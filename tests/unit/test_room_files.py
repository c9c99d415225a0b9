"""Files and scans of rooms: each is taken or refused by itself, and why is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.closing import EndRooms, RoomsNotReady
from app.core.end_phase import ConfirmViolations
from app.core.operation import Refusal
from app.core.room_open import RoomNotReleased
from app.core.room_result import Outcome
from app.core.room_state import RoomSession
from app.core.terms import RoomId, SessionId, Ticket
from app.service import room_files
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.gates import at_gate
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from tests.journeys.killed import PracticeDay
from tests.roomside import WHO, report, report_file, result, result_file, room_locks
from tests.stores import ADMIN, EVE, MORNING, OFFICER, Place, arrange

SESSION, ROOM, OTHER = SessionId("1-1"), RoomId("001"), RoomId("002")
ROLL, OVER = MORNING + timedelta(minutes=10), MORNING + timedelta(minutes=95)


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """Two rooms, released, nobody seen; the exam is over."""
    place, clock = Place(tmp_path / "desk"), DrivenClock(EVE)
    place.folder.mkdir()
    place.enrol().console.store.close()
    console = unlock(place.store, place.lock(), clock)
    arrange(console, room_locks=room_locks(2))
    day = PracticeDay(console, clock, lambda *_: None)
    day._eve()
    day._doors(console.site.sessions[SESSION])
    clock.advance(OVER)
    yield console
    console.store.abandon()


def room(console: Console, number: RoomId = ROOM) -> RoomSession:
    return console.site.sessions[SESSION].rooms[number]


def last(console: Console, number: RoomId = ROOM) -> Ticket:
    return max(room(console, number).sittings)


def called(console: Console, folder: Path, *numbers: RoomId) -> None:
    """The rooms' reports with start and roll are in: one did not come."""
    for number in numbers or (ROOM,):
        path = report_file(folder, SESSION, number, report(console, SESSION, number, ROLL, [last(console, number)]))
        assert room_files.take_file(console, path, ADMIN, OFFICER).no is None


def test_a_report_and_a_result_are_told_apart_and_taken(console: Console, tmp_path: Path) -> None:
    called(console, tmp_path)
    path = result_file(tmp_path, SESSION, ROOM, result(console, SESSION, ROOM, OVER, [last(console)]))

    brought = room_files.take_file(console, path, ADMIN, OFFICER)

    assert (brought.name, brought.session, brought.room, brought.no) == (path.name, SESSION, ROOM, None)
    assert brought.is_result
    kept = room(console).result
    assert kept is not None
    assert kept.differences == ()


def test_a_scanned_report_may_be_broken_into_lines(console: Console) -> None:
    token = report(console, SESSION, ROOM, ROLL, None).decode()
    brought = room_files.take_scan(console, f"{token[:40]}\n {token[40:]}\n", ADMIN, OFFICER)
    assert (brought.name, brought.session, brought.room, brought.no) == ("", SESSION, ROOM, None)
    assert not brought.is_result
    assert room(console).started_at == MORNING


def test_what_a_copying_program_added_to_the_name_does_not_matter(console: Console, tmp_path: Path) -> None:
    called(console, tmp_path)
    path = tmp_path / f"{SESSION}-{ROOM} (2).examsite-room"
    path.write_bytes(result(console, SESSION, ROOM, OVER, [last(console)]))
    assert room_files.take_file(console, path, ADMIN, OFFICER).no is None


@pytest.mark.parametrize("name", ["x.zip", "x.examsite-room", "1-1-0011.examsite-room", "9-9-001.examsite-room"])
def test_a_name_that_says_nothing_is_refused(console: Console, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    brought = room_files.take_file(console, tmp_path / name, ADMIN, OFFICER)
    assert isinstance(brought.no, Trouble)
    assert (brought.no.code, brought.room) == (Code.KIND_WRONG, None)


def test_a_bad_file_is_its_own_fault_and_the_next_is_taken(console: Console, tmp_path: Path) -> None:
    called(console, tmp_path, ROOM, OTHER)
    bad = result_file(tmp_path, SESSION, ROOM, b"no age file")
    strange = result_file(tmp_path, SESSION, OTHER, result(console, SESSION, ROOM, OVER), number=7)
    good = result_file(tmp_path, SESSION, OTHER, result(console, SESSION, OTHER, OVER, [last(console, OTHER)]))

    brought = [room_files.take_file(console, path, ADMIN, OFFICER) for path in (bad, strange, good)]

    codes = [one.no.code for one in brought if isinstance(one.no, Trouble)]
    assert codes == [Code.FILE_DAMAGED, Code.ROOM_WRONG]
    assert brought[2].no is None
    assert room(console).result is None


def test_a_refusal_of_the_rules_comes_back_as_one(console: Console) -> None:
    early = console.site.sessions[SESSION].rooms[ROOM]
    early.release = ""
    brought = room_files.take_scan(console, report(console, SESSION, ROOM, ROLL, None).decode(), ADMIN, OFFICER)
    assert isinstance(brought.no, Refusal)
    assert isinstance(brought.no, RoomNotReleased)


def test_what_is_no_report_at_all_is_refused(console: Console) -> None:
    brought = room_files.take_scan(console, "a.b.c", ADMIN, OFFICER)
    assert isinstance(brought.no, Trouble)
    assert (brought.session, brought.room) == (None, None)


def test_trouble_of_the_desk_is_no_fault_of_the_file(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = report_file(tmp_path, SESSION, ROOM, report(console, SESSION, ROOM, ROLL, None))

    def full(*_: object) -> None:
        raise Trouble(Code.DISK_FULL, file="site.db")

    monkeypatch.setattr(console.store.journal, "append", full)
    with pytest.raises(Trouble) as caught:
        room_files.take_file(console, path, ADMIN, OFFICER)
    assert caught.value.code is Code.DISK_FULL


def test_what_the_room_said_is_read_from_its_newest_result(console: Console, tmp_path: Path) -> None:
    assert room_files.told_by_room(console, SESSION, ROOM) == {}
    called(console, tmp_path)
    path = result_file(tmp_path, SESSION, ROOM, result(console, SESSION, ROOM, OVER))
    assert room_files.take_file(console, path, ADMIN, OFFICER).no is None
    kept = room(console).result
    assert kept is not None
    assert kept.differences == (last(console),)
    assert room_files.told_by_room(console, SESSION, ROOM)[last(console)] is Outcome.SUBMITTED
    assert room_files.told_by_room(console, SESSION, RoomId("009")) == {}


def test_a_gate_is_marked_outside_the_database_only_when_it_was_passed(console: Console, tmp_path: Path) -> None:
    called(console, tmp_path)
    before = console.store.marks()
    ending = EndRooms(SESSION, (ROOM,), OVER, WHO)
    assert isinstance(at_gate(console, ending, ADMIN, OFFICER), RoomsNotReady)
    assert console.store.marks() == before
    path = result_file(tmp_path, SESSION, ROOM, result(console, SESSION, ROOM, OVER, [last(console)]))
    assert room_files.take_file(console, path, ADMIN, OFFICER).no is None
    assert console.submit(ConfirmViolations(SESSION, (ROOM,), OVER, WHO), ADMIN, OFFICER) is None
    assert at_gate(console, ending, ADMIN, OFFICER) is None
    assert max(mark.n for mark in console.store.marks()) == console.store.journal.n

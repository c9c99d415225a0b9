"""Room records at the desk: what is only looked at, what is kept, and the file that is written of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.records import ROOM_RECORD
from app.core.terms import RoomId, SessionId
from app.service import records
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from app.views.papers import PaperState
from app.views.room_record import RoomRecord
from app.views.stamp import Stamp
from tests.journeys.killed import PracticeDay
from tests.stores import ADMIN, EVE, Place, arrange

SESSION, ROOM = SessionId("1-1"), RoomId("001")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Console, DrivenClock]]:
    """Rooms that have started."""
    place, clock = Place(tmp_path), DrivenClock(EVE)
    place.enrol().console.store.close()
    console = unlock(place.store, place.lock(), clock)
    arrange(console)
    day = PracticeDay(console, clock, lambda *_: None)
    day._eve()
    state = console.site.sessions[SESSION]
    day._doors(state)
    day._exam(state)
    yield console, clock
    console.store.abandon()


@pytest.fixture
def console(desk: tuple[Console, DrivenClock]) -> Console:
    return desk[0]


def end(desk: tuple[Console, DrivenClock]) -> None:
    """All is done, and one copy of each record is kept already."""
    PracticeDay(*desk, lambda *_: None)._end(desk[0].site.sessions[SESSION])


def drawn(record: RoomRecord, stamp: Stamp) -> bytes:
    return f"{record.room} draft={stamp.draft} copy={stamp.copy} at={stamp.event_time.time()}".encode()


def paper(console: Console) -> PaperState:
    return records.room_paper(console, SESSION, ROOM).state


def test_a_preview_is_a_draft_and_keeps_nothing(desk: tuple[Console, DrivenClock]) -> None:
    console, _ = desk
    for _ in range(2):
        entries, blobs = console.store.journal.n, tuple(console.store.blobs.digests())
        seen = records.preview_room_record(console, SESSION, ROOM, drawn)
        assert seen is not None
        assert seen.startswith(b"001 draft=True copy=1")
        assert (console.store.journal.n, tuple(console.store.blobs.digests())) == (entries, blobs)
        if console.site.sessions[SESSION].rooms[ROOM].ended_at is None:
            assert paper(console) is PaperState.DRAFT
            end(desk)
    ended_at = console.site.sessions[SESSION].rooms[ROOM].ended_at
    assert ended_at is not None
    assert seen is not None
    assert seen.endswith(f"at={ended_at.time()}".encode())


def test_a_room_nobody_sits_in_has_no_sheet(console: Console) -> None:
    assert records.preview_room_record(console, SESSION, RoomId("999"), drawn) is None


def test_a_kept_copy_is_written_as_it_was_kept(desk: tuple[Console, DrivenClock], tmp_path: Path) -> None:
    console, _ = desk
    end(desk)
    copy = console.site.copies(ROOM_RECORD, SESSION, ROOM)[-1]
    assert paper(console) is PaperState.SUPERSEDED  # what was kept there is no record
    pdf = records.kept_bytes(console, copy)
    path = records.write_pdf(pdf, tmp_path / "new" / "records", copy)
    assert (path.name, path.read_bytes()) == ("1-1-001-1.pdf", pdf)
    with pytest.raises(Trouble) as caught:
        records.write_pdf(pdf, path / "below", copy)
    assert caught.value.code is Code.FILE_MISSING


def test_a_draft_that_is_printed_keeps_nothing(console: Console) -> None:
    entries = console.store.journal.n
    made = records.print_room_record(console, SESSION, ROOM, drawn, ADMIN)
    assert isinstance(made, bytes)
    assert b"draft=True" in made
    assert console.store.journal.n == entries

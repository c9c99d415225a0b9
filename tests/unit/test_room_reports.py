"""A room's report at the desk: checked against its lock, kept, and entered as far as the rules go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.end_state import RoomReport
from app.core.operation import PersonUnknown
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.room_report import CountsDoNotFit, ReportOutdated
from app.core.room_state import Presence, RoomSession
from app.core.start import StartBeforeTime
from app.core.terms import Digest, ExamId, LockSerial, PersonId, RoomId, SessionId
from app.exchange import room_report
from app.exchange.room_report import ChangeKind, RoomReportDocument, StatusChange
from app.exchange.signed import Kind, sign
from app.service import verify
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.room_reports import take_report
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from tests.builders import ID_CARD
from tests.journeys.killed import PracticeDay
from tests.stores import ADMIN, EVE, MORNING, OFFICER, Place, arrange, replayed
from tests.vectors.keys import ROOM_LOCK, STRANGE_LOCK

SESSION, ROOM, OTHER_ROOM = SessionId("1-1"), RoomId("001"), RoomId("002")
LOCK = RegisteredLock(LockSerial("JK-1"), RegisteredAs.INVIGILATION, ROOM_LOCK.public.jwk, software=True, room=ROOM)
MINUTE = timedelta(minutes=1)
BEFORE, ROLL = MORNING - 5 * MINUTE, MORNING + 10 * MINUTE


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """Rooms released, the first three of five seen at the door; later than anything the room will say."""
    place, clock = Place(tmp_path), DrivenClock(EVE)
    place.enrol().console.store.close()
    console = unlock(place.store, place.lock(), clock)
    arrange(console, room_locks=(LOCK,))
    day = PracticeDay(console, clock, lambda *_: None)
    day._eve()
    day._doors(console.site.sessions[SESSION])
    clock.advance(MORNING + 30 * MINUTE)
    yield console
    console.store.abandon()


def room(console: Console) -> RoomSession:
    return console.site.sessions[SESSION].rooms[ROOM]


def first(console: Console) -> RoomReportDocument:
    """Before the start, three are here."""
    assert console.site.package
    return RoomReportDocument(
        mode=console.site.mode,
        exam=console.site.package.exam.id,
        site=console.site.code,
        issued_at=BEFORE,
        serial="1-1-001-R1",
        session=SESSION,
        room=ROOM,
        lock=LOCK.serial,
        number=1,
        started_at=None,
        present=3,
        absent=0,
        logged_in=2,
        submitted=0,
        absent_tickets=None,
        at=BEFORE,
        reported_by=ADMIN.id,
    )


def second(console: Console, started_at: datetime = MORNING) -> RoomReportDocument:
    """After the roll, one did not come."""
    return replace(
        first(console),
        serial="1-1-001-R2",
        number=2,
        started_at=started_at,
        present=4,
        absent=1,
        logged_in=4,
        absent_tickets=(max(room(console).sittings),),
        at=ROLL,
    )


def taken(console: Console, report: RoomReportDocument) -> bytes:
    token = room_report.write(report, ROOM_LOCK)
    assert take_report(console, token, ADMIN, OFFICER) is None
    return token


def refused(console: Console, report: RoomReportDocument) -> object:
    return take_report(console, room_report.write(report, ROOM_LOCK), ADMIN, OFFICER)


def trouble(console: Console, token: bytes) -> Code:
    before = console.store.journal.n
    with pytest.raises(Trouble) as caught:
        take_report(console, token, ADMIN, OFFICER)
    assert console.store.journal.n == before
    return caught.value.code


def test_before_the_start_only_the_counts_are_entered(console: Console) -> None:
    before = console.store.journal.n
    token = taken(console, first(console))
    report = room(console).report
    assert report
    assert report == RoomReport(1, 3, 0, 2, 0, BEFORE, ADMIN.id, report.document)
    assert console.store.blobs.get(report.document) == token
    assert (room(console).started_at, room(console).attendance_confirmed_at) == (None, None)
    assert console.store.journal.n == before + 1


def test_start_counts_and_roll_come_in_one_report(console: Console) -> None:
    taken(console, second(console))
    here = room(console)
    assert (here.started_at, here.attendance_confirmed_at) == (MORNING, ROLL)
    assert [one.presence for _, one in sorted(here.sittings.items())] == [Presence.PRESENT] * 4 + [Presence.ABSENT]
    assert here.report
    assert here.report.number == 2


def test_times_of_another_zone_are_entered_in_beijing_time(console: Console) -> None:
    """Screens and sheets show a time as it stands in the journal."""
    seen = StatusChange(max(room(console).sittings), ChangeKind.ENTERED, ID_CARD, MORNING.astimezone(UTC))
    told = second(console, started_at=MORNING.astimezone(UTC))
    taken(console, replace(told, at=ROLL.astimezone(UTC), changes=(seen,), present=5, absent=0, absent_tickets=()))
    here = room(console)
    came = here.sittings[seen.ticket].entered_at
    assert here.started_at
    assert here.attendance_confirmed_at
    assert came
    assert [one.utcoffset() for one in (here.started_at, here.attendance_confirmed_at, came)] == [8 * 60 * MINUTE] * 3


@pytest.mark.parametrize("at", [datetime(1, 1, 1, tzinfo=UTC), BEFORE - timedelta(milliseconds=1)])
def test_a_time_that_no_sheet_could_show_is_not_taken(console: Console, at: datetime) -> None:
    odd = replace(first(console), at=at)
    assert trouble(console, room_report.write(odd, ROOM_LOCK)) is Code.CONTENT_UNFIT


def test_what_was_entered_is_in_the_journal_and_its_document_in_the_store(console: Console) -> None:
    taken(console, first(console))
    taken(console, second(console))
    console.store.mark()
    assert replayed(console.store.journal) == console.site
    assert verify.store_file(console.store).entries == console.store.journal.n


def test_the_same_report_again_changes_nothing(console: Console) -> None:
    token = taken(console, second(console))
    before, document = console.store.journal.n, room(console).report
    for again in (token, b"\n " + token + b"\r\n", room_report.write(second(console), ROOM_LOCK)):
        assert take_report(console, again, ADMIN, OFFICER) is None
    assert (console.store.journal.n, room(console).report) == (before, document)


def test_pasted_with_white_space_it_is_kept_without(console: Console) -> None:
    token = room_report.write(first(console), ROOM_LOCK)
    assert take_report(console, b" " + token + b"\n", ADMIN) is None
    report = room(console).report
    assert report
    assert console.store.blobs.get(report.document) == token


def test_a_start_and_a_roll_that_stand_are_not_entered_again(console: Console) -> None:
    taken(console, second(console))
    before = console.store.journal.n
    later = replace(second(console), number=3, logged_in=4, submitted=2, at=ROLL + MINUTE)
    taken(console, later)
    assert console.store.journal.n == before + 1
    assert room(console).attendance_confirmed_at == ROLL


def test_the_first_refusal_ends_it(console: Console) -> None:
    early = MORNING - MINUTE
    assert refused(console, second(console, early)) == StartBeforeTime(SESSION, ROOM, early, MORNING)
    assert room(console).report is None
    too_many = replace(second(console), present=5)
    assert refused(console, too_many) == CountsDoNotFit(SESSION, ROOM, 5, 5, 1, 4, 0)
    assert (room(console).started_at, room(console).attendance_confirmed_at) == (MORNING, None)
    taken(console, second(console))
    assert room(console).attendance_confirmed_at == ROLL
    assert refused(console, first(console)) == ReportOutdated(SESSION, ROOM, 1, 2, BEFORE, ROLL)


def test_who_reports_is_on_the_staff_list(console: Console) -> None:
    who = PersonId("X99")
    assert refused(console, replace(first(console), reported_by=who)) == PersonUnknown(who)


def test_only_this_rooms_lock_reports_for_it(console: Console) -> None:
    assert trouble(console, room_report.write(first(console), STRANGE_LOCK)) is Code.SIGNER_UNKNOWN
    elsewhere = replace(first(console), room=OTHER_ROOM)
    assert trouble(console, room_report.write(elsewhere, ROOM_LOCK)) is Code.SIGNER_UNKNOWN
    other_exam = replace(first(console), exam=ExamId("another"))
    assert trouble(console, room_report.write(other_exam, ROOM_LOCK)) is Code.EXAM_WRONG
    other_lock = replace(first(console), lock=LockSerial("JK-2"))
    assert trouble(console, room_report.write(other_lock, ROOM_LOCK)) is Code.ROOM_WRONG
    assert trouble(console, sign(Kind.RESULT, first(console), ROOM_LOCK)) is Code.KIND_WRONG
    assert trouble(console, b"no report") is Code.FILE_DAMAGED


def test_a_report_that_was_turned_away_cites_nothing(console: Console) -> None:
    refused(console, replace(first(console), present=6))
    assert console.site.blobs == replayed(console.store.journal).blobs
    assert Digest("") not in console.site.blobs

"""When things actually happened: by the entry for what the desk did, by the room's own time for what rooms told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.authorization import StartAuthorized
from app.core.closing import AnswersChecked, AnswersWrittenOff, RoomEnded
from app.core.correction import AttendanceCorrected, CorrectionReason
from app.core.entry import CheckedIn, LateRefused
from app.core.fault import FaultKind, FaultReported, FaultRestored, ReportFault
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import Fact
from app.core.records import ROOM_RECORD, RecordKept, RoomForm
from app.core.room_report import RoomReported
from app.core.room_result import RoomResultKept
from app.core.safekeeping import BackupVerified
from app.core.start import RoomsReleased, RoomStarted, SecondStartReported
from app.core.terms import Digest, FaultNo, IncidentNo, PersonId, RoomId, SessionId
from app.core.upload import UploadConfirmed
from app.journal import codec
from app.service.console import Console
from app.trouble import Code, Trouble
from app.views.actual import NEVER, ActualTimes, SessionTimes
from tests.builders import A1, D1, D2, GUIDE, LAW, R1, R2, ROOM_LOCK, STAGES, TAX, at, taken_in
from tests.raw import rewrite
from tests.stores import ADMIN, EVE, Place, arrange


def fold(*noted: tuple[str, Fact]) -> ActualTimes:
    actual = ActualTimes()
    for clock, fact in noted:
        actual.note(at(clock), fact)
    return actual


RESULT = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (), (), ())
BACKUP = BackupVerified("B-1", LAW, D1, 1, 2, "00", supervised=True)


def test_a_session_of_which_nothing_is_known() -> None:
    assert ActualTimes().of(LAW) == NEVER == SessionTimes()


def test_a_day_has_its_times() -> None:
    actual = fold(
        ("7:31", StartAuthorized(LAW, "S-1", D1, 1)),
        ("7:40", RoomsReleased(LAW, (R1,), "1")),
        ("7:45", RoomsReleased(LAW, (R2,), "1")),
        ("10:05", RESULT),
        ("10:10", AnswersChecked(LAW, at("10:09"))),
        ("10:15", RecordKept(ROOM_RECORD, LAW, R1, 1, D1, D2, None)),
        ("10:16", RecordKept(ROOM_RECORD, LAW, R2, 1, D1, D2, None)),
        ("10:17", RecordKept(RoomForm.CHART, LAW, R2, 1, D1, D2, None)),
        ("10:20", BACKUP),
        ("11:00", UploadConfirmed("B-1", "R-1", D2)),
    )
    assert actual.of(LAW) == SessionTimes(
        at("7:31"), at("7:40"), at("7:45"), at("10:10"), at("10:20"), at("11:00"), at("10:16")
    )
    assert actual.of(TAX) == NEVER


def test_a_later_room_result_voids_the_check_as_in_the_state() -> None:
    assert fold(("10:10", AnswersChecked(LAW, at("10:10"))), ("10:30", RESULT)).of(LAW).answers_checked is None


def test_a_receipt_for_an_unknown_backup_times_nothing() -> None:
    assert fold(("11:00", UploadConfirmed("B-9", "R-1", D2))).sessions == {}


def test_a_new_package_starts_afresh() -> None:
    actual = fold(
        ("7:31", StartAuthorized(LAW, "S-1", D1, 1)),
        ("7:35", FaultReported(FaultNo("AF-1"), FaultKind.POWER, LAW, R1, (), at("7:34"), GUIDE)),
        ("7:36", taken_in(2)[0]),
    )
    assert (actual.sessions, actual.heard) == ({}, {})


@pytest.mark.parametrize(
    "fact",
    [
        RoomStarted(LAW, R1, at("9:00"), GUIDE),
        SecondStartReported(LAW, R1, at("9:00"), GUIDE),
        CheckedIn(LAW, R1, A1, at("9:00"), GUIDE),
        LateRefused(LAW, R1, A1, at("9:00"), GUIDE),
        AttendanceConfirmed(LAW, R1, (), (), at("9:00"), GUIDE),
        AttendanceCorrected(LAW, R1, A1, True, CorrectionReason.MISHEARD, at("9:00"), GUIDE),
        IncidentOpened(IncidentNo("A-1"), IncidentKind.POWER, LAW, R1, at("9:00"), GUIDE),
        FaultReported(FaultNo("AF-1"), FaultKind.POWER, LAW, R1, (), at("9:00"), GUIDE),
        RoomReported(LAW, R1, 1, 2, 0, 2, 0, at("9:00"), GUIDE, Digest("")),
        RoomEnded(LAW, R1, at("9:00"), GUIDE),
    ],
)
def test_a_room_is_heard_at_its_own_time(fact: Fact) -> None:
    assert fold(("9:20", fact)).heard == {(LAW, R1): at("9:00")}


def test_a_room_result_is_heard_when_it_came() -> None:
    assert fold(("10:05", RESULT)).heard == {(LAW, R1): at("10:05")}


def test_a_restored_fault_is_heard_from_its_room() -> None:
    fault = FaultReported(FaultNo("AF-1"), FaultKind.POWER, LAW, R1, (), at("9:00"), GUIDE)
    actual = fold(("9:01", fault), ("9:31", FaultRestored(FaultNo("AF-1"), at("9:30"))))
    assert actual.heard == {(LAW, R1): at("9:30")}


@pytest.mark.parametrize(("session", "room"), [(None, None), (LAW, None), (None, R1)])
def test_what_has_no_place_is_heard_from_no_room(session: SessionId | None, room: RoomId | None) -> None:
    fault = FaultReported(FaultNo("AF-1"), FaultKind.POWER, session, room, (), at("9:00"), GUIDE)
    incident = IncidentOpened(IncidentNo("A-1"), IncidentKind.POWER, session, room, at("9:00"), GUIDE)
    actual = fold(("9:01", fault), ("9:02", incident), ("9:31", FaultRestored(FaultNo("AF-1"), at("9:30"))))
    assert actual.heard == {}


def test_late_typing_never_turns_a_room_back() -> None:
    actual = fold(
        ("9:10", AttendanceConfirmed(LAW, R1, (), (), at("9:05"), GUIDE)),
        ("9:20", CheckedIn(LAW, R1, A1, at("8:50"), GUIDE)),
    )
    assert actual.heard == {(LAW, R1): at("9:05")}


def test_what_the_desk_does_for_itself_is_heard_from_no_room() -> None:
    number = IncidentNo("A-1")
    actual = fold(("9:00", AnswersWrittenOff(LAW, R1, A1, number)), ("9:01", IncidentClosed(number, at("9:01"))))
    assert actual == ActualTimes()


def test_a_plain_morning_folds() -> None:
    actual = fold(*((f"{6 + n}:00", fact) for n, stage in enumerate(STAGES.values()) for fact in stage))
    assert set(actual.heard) == {(LAW, R1), (LAW, R2)}
    assert actual.of(LAW).answers_checked


# In the console

REPORT = ReportFault(FaultKind.POWER, SessionId("1-1"), RoomId("001"), (), EVE, PersonId("A01"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def console(place: Place) -> Iterator[Console]:
    console = place.enrol().console
    arrange(console)
    yield console
    console.store.abandon()


def test_a_console_knows_the_times_live_and_after_replay(console: Console, place: Place) -> None:
    assert console.submit(REPORT, ADMIN) is None
    live = console.actual
    assert live.heard == {(SessionId("1-1"), RoomId("001")): EVE}
    console.store.close()
    again = place.open(EVE + timedelta(hours=3))
    assert again.actual == live
    again.store.abandon()


def test_the_time_of_an_entry_comes_from_its_stamp(console: Console, place: Place) -> None:
    console.store.mark()
    stamp = codec.EntryStamp(EVE, "boot", 1, "A", 1, ())
    console.store.journal.append(
        codec.encode_stamp(stamp), [codec.encode(RoomsReleased(SessionId("1-1"), (RoomId("001"),), "1"))]
    )
    console.store.close()
    again = place.open(EVE + timedelta(hours=3))
    assert again.actual.of(SessionId("1-1")).first_release == EVE
    again.store.abandon()


def test_a_stamp_that_nobody_wrote_names_its_entry(console: Console, place: Place) -> None:
    key, end = console.store.keys.store, console.store.journal.n
    body = codec.encode(RoomsReleased(SessionId("1-1"), (RoomId("001"),), "1"))
    console.store.mark()
    console.store.close()
    rewrite(place.store / "site.db", end, [body], key)
    with pytest.raises(Trouble) as found:
        place.open()
    assert (found.value.code, found.value.facts) == (Code.ENTRY_UNREADABLE, {"entry": end + 1})

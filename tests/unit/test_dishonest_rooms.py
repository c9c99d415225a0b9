"""What a dishonest site would enter about rooms on the day, and what the desk says to it."""

from __future__ import annotations

import pytest

from app.core.attendance import ConfirmAttendance, RoomNotStarted
from app.core.closing import WriteOff
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.end_phase import ConfirmViolations
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.gate import CheckName
from app.core.identity import AdmitHeld, AdmittedOn, HoldAtDoor, RefuseHeld
from app.core.incident_kinds import IncidentKind
from app.core.leaving import LeaveCause, RecordLeaving
from app.core.login import RecordLogins
from app.core.operation import SUPERVISORS, Fact
from app.core.permission import AnotherPersonNeeded, NotYourRole, NotYourRoom
from app.core.places import free
from app.core.reset import ResetCandidates
from app.core.room_gate import blockers
from app.core.room_move import MoveRoom
from app.core.room_open import RoomNotReleased
from app.core.room_result import Outcome, ResultDifference, ResultLine, RoomResultKept, TakeRoomResult
from app.core.room_state import Answers, HoldCause, Presence, ResetCause
from app.core.start import RoomsReleased
from app.core.terms import Role
from app.core.transfer import TransferIn
from app.views.sheets import room_record
from app.views.stamp import CURRENT_EDITION
from app.views.transfer_sheet import transfer_sheet
from reports.edition import labels
from tests.builders import (
    A1,
    A2,
    A3,
    D1,
    GUIDE,
    GUIDE_2,
    ID_CARD,
    LAW,
    PEOPLE,
    R1,
    R2,
    ROOM_LOCK,
    Story,
    at,
    by,
    desk,
    present,
)
from tests.unit.crowded import (
    FAULT,
    INCIDENT,
    R3,
    STARTED,
    broken,
    came,
    full,
    logged_in,
    morning,
    of,
    opened,
    room,
    seated,
    sent,
    sits,
    taken,
)

OTHER_ROOM = present(at("12:00"), by(GUIDE_2, Role.ROOM_ADMIN))
MOVE = MoveRoom(LAW, R1, R3, INCIDENT, at("8:45"), GUIDE)


def test_a_room_says_of_no_other_room_that_its_machines_work_again() -> None:
    """Seats out of order would count as free again."""
    morning(broken("001")).when(CloseFault(FAULT, at("8:20")), OTHER_ROOM).then(NotYourRoom(R1, R2))
    morning(broken("001", room=R2)).done(CloseFault(FAULT, at("8:20")), OTHER_ROOM)


def test_a_room_neither_stops_the_whole_site_nor_lets_it_go_on() -> None:
    report = ReportFault(FaultKind.POWER, LAW, None, (), at("8:20"), GUIDE_2)
    story = morning().when(report, OTHER_ROOM)
    assert isinstance(story.answer, NotYourRole)
    story.done(report)
    assert isinstance(story.when(CloseFault(FAULT, at("8:30")), OTHER_ROOM).answer, NotYourRole)
    story.done(CloseFault(FAULT, at("8:30")))


def told(second: Outcome, *facts: Fact) -> Story:
    """A1 and A2 have logged in, A3 has not; this is what the room's result says of A2."""
    story = full(logged_in(A1, "001"), logged_in(A2, "002"), *STARTED, *facts)
    return story.done(ConfirmAttendance(LAW, R1, (), at("8:40"), GUIDE)).done(result(second))


def result(second: Outcome) -> TakeRoomResult:
    said = ((A1, Outcome.SUBMITTED), (A2, second), (A3, Outcome.NEVER_LOGGED_IN))
    return TakeRoomResult(LAW, R1, D1, ROOM_LOCK, tuple(ResultLine(*one) for one in said))


def open_items(story: Story) -> tuple[CheckName, ...]:
    """What is left once the room has confirmed its violations."""
    return blockers(story.done(ConfirmViolations(LAW, (R1,), at("10:00"), GUIDE)).site, room(story))


def test_dat_02_who_logged_in_has_answers_or_the_room_does_not_end() -> None:
    """Answers that were lost cannot be told as a login that never was."""
    story = told(Outcome.NEVER_LOGGED_IN)
    assert isinstance(story.answer, tuple)
    (kept,) = story.answer
    assert isinstance(kept, RoomResultKept)
    assert kept.differences == (ResultDifference(A2, Presence.PRESENT, Outcome.NEVER_LOGGED_IN),)
    assert open_items(story) == (CheckName.ANSWERS, CheckName.RESULT_DIFFERS)
    assert open_items(told(Outcome.SUBMITTED)) == ()


def test_dat_02_who_was_sent_on_and_stands_in_the_list_of_the_first_room_is_no_stumbling_block() -> None:
    story = full(logged_in(A1, "001"), logged_in(A2, "002"), sent(), taken(), *STARTED)
    story.done(ConfirmAttendance(LAW, R1, (), at("8:40"), GUIDE)).done(result(Outcome.SUBMITTED))
    assert open_items(story) == ()
    assert of(story, A3).answers is Answers.OPEN


def test_sal_05_unless_the_chief_writes_them_off() -> None:
    story = told(Outcome.NEVER_LOGGED_IN, opened(IncidentKind.ANSWERS_LOST, R1))
    story.done(WriteOff(LAW, A2, INCIDENT), desk(Role.CHIEF, Role.SITE_ADMIN)).done(result(Outcome.NEVER_LOGGED_IN))
    assert of(story, A2).answers is Answers.WRITTEN_OFF
    assert open_items(story) == ()


def test_rst_03_a_reset_at_the_same_seat_does_not_explain_the_other_seat() -> None:
    story = morning(*came(A1), seated(A1, "001"), logged_in(A1, "002"))
    story.done(ResetCandidates(LAW, R1, sits((A1, "002")), ResetCause.CLOUD, at("8:40"), GUIDE))
    assert free(story.site, room(story)) == (), "kept for the login that the reset waits for"
    story.done(RecordLogins(LAW, R1, sits((A1, "002")), at("8:41"), GUIDE))
    assert of(story, A1).elsewhere


def test_can_01_who_was_not_proved_to_be_the_candidate_comes_in_before_a_supervisor_only() -> None:
    story = morning().done(HoldAtDoor(LAW, A1, HoldCause.PERSON_UNLIKE, at("8:10"), GUIDE))
    story.done(RefuseHeld(LAW, A1, at("8:12"), GUIDE)).given(*STARTED)
    story.done(ConfirmAttendance(LAW, R1, (A1, A2, A3), at("8:40"), GUIDE))
    step = CorrectAttendance(LAW, A1, True, CorrectionReason.FOUND_IN_ROOM, at("8:41"), GUIDE)
    story.when(step, desk(Role.SITE_ADMIN, Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    story.done(step, desk(Role.SITE_ADMIN, Role.EXAM_OFFICE))


def test_can_01_nobody_who_waits_comes_into_a_standby_room_before_its_release() -> None:
    story = morning(opened()).done(HoldAtDoor(LAW, A1, HoldCause.NO_DOCUMENT, at("8:10"), GUIDE))
    story.done(MoveRoom(LAW, R1, R3, INCIDENT, at("8:20"), GUIDE))
    step = AdmitHeld(LAW, A1, ID_CARD, AdmittedOn.PROVED, at("8:25"), GUIDE)
    story.when(step).then(RoomNotReleased(LAW, R3))
    story.given(RoomsReleased(LAW, (R3,), "1-1-S")).done(step)


def test_the_record_of_the_room_says_who_was_let_in_after_all_who_left_and_who_sat_elsewhere() -> None:
    story = morning(*came(A2, A3), *STARTED)
    story.done(HoldAtDoor(LAW, A1, HoldCause.NO_DOCUMENT, at("8:32"), GUIDE))
    story.done(AdmitHeld(LAW, A1, "", AdmittedOn.CHIEF, at("8:39"), GUIDE))
    story.given(seated(A2, "001"), logged_in(A2, "002", clock="8:41"))
    story.done(RecordLeaving(LAW, A3, LeaveCause.CANCELLED, at("8:50"), GUIDE))
    record = room_record(story.site, PEOPLE, LAW, R1)
    said = [(one.kind, one.ticket, one.at, one.outcome, one.seats) for one in record.notes]
    assert said == [
        ("admitted_by_chief", A1, at("8:39"), "no_document", ()),
        ("elsewhere", A2, at("8:41"), "", ("001", "002")),
        ("left", A3, at("8:50"), "leave_cancelled", ()),
    ]
    form = labels(CURRENT_EDITION, "room_record")
    outcomes = (*HoldCause, *(f"leave_{cause}" for cause in LeaveCause))
    assert all(form.named("outcomes", one) != one for one in outcomes)


@pytest.mark.parametrize("clock", ["1:00", "8:29"])
def test_j_50_no_room_moves_before_it_started(clock: str) -> None:
    """It would have ended, by the record, before it began."""
    step = MoveRoom(LAW, R1, R3, INCIDENT, at(clock), GUIDE)
    full(*STARTED, opened()).when(step).then(RoomNotStarted(LAW, R1))


def test_ovb_11_the_sheet_has_the_seat_of_who_was_on_the_way_while_the_room_moved() -> None:
    story = full(sent(), *STARTED, opened()).done(MOVE).done(TransferIn(LAW, A3, R2, at("8:50"), GUIDE_2))
    story.given(logged_in(A3, "003", R2, "8:55"))
    (line,) = transfer_sheet(story.site, PEOPLE, LAW).transfers
    assert (line.room_out, line.room_in, line.seat) == (R1, R2, "003")

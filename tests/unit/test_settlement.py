"""What became of those whom no room took in."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import AttendanceConfirmed, RoomHasEnded
from app.core.closing import RoomEnded
from app.core.gate import CheckName
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.ledger import count
from app.core.machines import SpareServed
from app.core.operation import Fact, NotYetHappened, Operation, PersonUnknown
from app.core.room_gate import blockers
from app.core.room_open import RoomNotReleased
from app.core.room_state import Presence, SettledAs
from app.core.seating import NoFreeSeat
from app.core.settlement import (
    BY_ROOM,
    CancelReason,
    CancelTransfer,
    Found,
    OutcomeUnfit,
    SettleTransfer,
    TransferCancelled,
    TransferSettled,
)
from app.core.start import NobodyArranged
from app.core.terms import IncidentNo, TransferNo
from app.core.transfer import InBeforeOut, NeverTransferredOut, OutBeforeIn, TransferOut
from tests.builders import (
    A1,
    A2,
    A3,
    GUIDE,
    LAW,
    NOBODY,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    Story,
    at,
    desk,
)
from tests.unit.crowded import (
    FIRST,
    R3,
    STARTED,
    came,
    fixed,
    full,
    logged_in,
    of,
    room,
    seated,
    sent,
    taken,
    transfer,
)

WHEN = at("9:30")
STAYED = SettleTransfer(LAW, A3, SettledAs.STAYED, None, Found.ROOM_SYSTEM, WHEN, GUIDE)
ELSEWHERE = replace(STAYED, outcome=SettledAs.SAT_ELSEWHERE, into=R2)
CANCEL = CancelTransfer(LAW, A3, CancelReason.SEAT_CAME_FREE, at("8:23"), GUIDE)
BACK = replace(CANCEL, reason=CancelReason.WRONG_CANDIDATE)
IN_TIME, LATE = desk(now=at("10:00")), desk(now=at("10:00") + SECOND)
NUMBER = IncidentNo("A-001")


def settled(ask: SettleTransfer, *, late: bool = False) -> TransferSettled:
    return TransferSettled(FIRST, LAW, R1, A3, ask.outcome, ask.into, ask.found, WHEN, GUIDE, late)


def pending(*facts: Fact) -> Story:
    return full(sent(), *STARTED, *facts)


# Settled by the room that sent (OVB-10)


@pytest.mark.parametrize(
    ("ask", "presence", "where"),
    [
        (STAYED, Presence.PRESENT, R1),
        (ELSEWHERE, Presence.PRESENT, R2),
        (replace(STAYED, outcome=SettledAs.LEFT), Presence.ABSENT, R1),
        (replace(STAYED, outcome=SettledAs.ABSENT, found=Found.SEATING_CHART), Presence.ABSENT, R1),
    ],
)
def test_ovb_10_the_room_says_what_became_of_somebody(ask: SettleTransfer, presence: Presence, where: str) -> None:
    story = pending().when(ask, IN_TIME).then(settled(ask)).done(ask, IN_TIME)
    sitting, way = of(story, A3), transfer(story)
    assert (sitting.presence, sitting.room) == (presence, where)
    assert sitting.marked_absent_at == (WHEN if presence is Presence.ABSENT else None)
    assert (way.settled, way.settled_at, way.into, way.late) == (ask.outcome, WHEN, ask.into, False)
    assert count(room(story)).attendance_balances
    assert count(room(story, R2)).attendance_balances
    assert (count(room(story)).transferred_out, count(room(story, R2)).transferred_in) == (
        (1, 1) if where == R2 else (0, 0)
    )
    assert story.site.sessions[LAW].open_transfer(A3) is None


def test_ovb_10_while_one_is_open_the_room_does_not_end() -> None:
    story = pending(AttendanceConfirmed(LAW, R1, (), (), at("8:40"), GUIDE))
    assert CheckName.PENDING_TRANSFER in blockers(story.site, room(story))
    story.done(STAYED, IN_TIME)
    assert CheckName.PENDING_TRANSFER not in blockers(story.site, room(story))


def test_ovb_10_after_the_time_of_the_room_it_is_late_and_an_incident() -> None:
    noted = IncidentOpened(NUMBER, IncidentKind.TRANSFER_LATE, LAW, R1, WHEN, GUIDE)
    story = pending().when(STAYED, LATE).then(settled(STAYED, late=True), noted).done(STAYED, LATE)
    assert transfer(story).late
    pending().when(STAYED, IN_TIME).then(settled(STAYED))


def test_ovb_10_a_room_that_never_started_is_never_late() -> None:
    full(sent()).when(STAYED, LATE).then(settled(STAYED))


@pytest.mark.parametrize("outcome", sorted(set(SettledAs) - BY_ROOM))
def test_ovb_10_what_the_console_itself_finds_the_room_does_not_say(outcome: SettledAs) -> None:
    pending().when(replace(STAYED, outcome=outcome)).then(OutcomeUnfit(outcome))


@pytest.mark.parametrize("outcome", sorted(BY_ROOM))
def test_ovb_10_a_room_is_named_for_sat_elsewhere_and_only_there(outcome: SettledAs) -> None:
    unfit = None if outcome is SettledAs.SAT_ELSEWHERE else R2
    pending().when(replace(STAYED, outcome=outcome, into=unfit)).then(OutcomeUnfit(outcome))


def test_ovb_10_sat_elsewhere_is_a_room_of_this_session_that_was_open() -> None:
    for where in (R9, R3, R1):
        pending().when(replace(ELSEWHERE, into=where)).then(NobodyArranged(LAW, (where,)))
    story = pending()
    room(story, R2).release = ""
    story.when(ELSEWHERE).then(RoomNotReleased(LAW, R2))


def test_dat_01_nobody_is_put_into_a_room_whose_figures_stand() -> None:
    """A site that settles "sat elsewhere" in a room that ended would change what was confirmed."""
    pending(RoomEnded(LAW, R2, at("10:00"), GUIDE)).when(ELSEWHERE).then(RoomHasEnded(LAW, R2, at("10:00")))


def test_ovb_10_only_an_open_transfer_is_settled_and_once() -> None:
    full().when(STAYED).then(NeverTransferredOut(A3, R1))
    full(sent(), taken()).when(STAYED).then(NeverTransferredOut(A3, R2))
    story = pending().done(STAYED)
    assert isinstance(story.when(STAYED).answer, NeverTransferredOut)
    pending().when(replace(STAYED, ticket=NOBODY)).then(NotInThisSession(LAW, NOBODY))


def test_ovb_10_nothing_became_of_them_before_they_left() -> None:
    early = replace(STAYED, happened_at=at("8:20") - SECOND)
    pending().when(early).then(InBeforeOut(A3, at("8:20") - SECOND, at("8:20")))
    pending().done(replace(STAYED, happened_at=at("8:20")))


def test_ovb_10_it_was_found_and_someone_found_it() -> None:
    pending().when(STAYED, desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
    pending().when(replace(STAYED, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


# Called back (H6)


def test_h6_somebody_is_called_back_where_a_seat_came_free() -> None:
    story = full(sent(), SpareServed(R1, ("003",), in_service=True, at=at("8:22"), reported_by=GUIDE))
    fact = TransferCancelled(FIRST, LAW, R1, A3, CancelReason.SEAT_CAME_FREE, at("8:23"), GUIDE)
    story.when(CANCEL).then(fact).done(CANCEL)
    sitting, way = of(story, A3), transfer(story)
    assert (sitting.presence, sitting.room, sitting.in_room_since) == (Presence.PRESENT, R1, at("8:23"))
    assert sitting.entered_at == at("8:15")
    assert (way.settled, way.settled_at, way.into) == (SettledAs.CANCELLED, at("8:23"), None)
    assert count(room(story)).attendance_balances


def test_h6_nobody_is_called_back_into_a_full_room() -> None:
    full(sent()).when(CANCEL).then(NoFreeSeat(LAW, R1))


def test_h6_the_wrong_one_comes_back_and_then_the_right_one_can_go() -> None:
    story = full(sent()).done(BACK)
    assert (of(story, A3).presence, transfer(story).settled) == (Presence.PRESENT, SettledAs.CANCELLED)
    story.when(TransferOut(LAW, A3, at("8:22"), GUIDE)).then(OutBeforeIn(A3, at("8:22"), at("8:23")))
    story.done(TransferOut(LAW, A3, at("8:23"), GUIDE))


@pytest.mark.parametrize("ask", [BACK, replace(STAYED, happened_at=at("8:23"))])
def test_arr_10_with_fixed_seats_the_own_seat_comes_back_where_it_is_free(ask: Operation) -> None:
    story = fixed(*came(A1, A2, A3), sent())
    assert of(story, A3).seat is None
    assert of(story.done(ask), A3).seat == "003"
    for fact in (seated(A1, "003"), logged_in(A1, "003")):
        assert of(fixed(*came(A1, A2, A3), sent(), fact).done(ask), A3).seat is None
    assert of(full(sent()).done(ask), A3).seat is None


def test_j_19_after_a_second_transfer_no_seat_of_the_first_room_comes_back() -> None:
    story = fixed(*came(A3), sent(), taken(), sent(clock="8:30", room=R2, number=TransferNo("A-002")))
    assert of(story.done(replace(BACK, happened_at=at("8:31"))), A3).seat is None


def test_h6_only_who_is_on_the_way_is_called_back() -> None:
    full().when(CANCEL).then(NeverTransferredOut(A3, R1))
    full(sent(), taken()).when(CANCEL).then(NeverTransferredOut(A3, R2))


def test_h6_nobody_is_called_back_before_they_left() -> None:
    when = at("8:20") - SECOND
    full(sent()).when(replace(CANCEL, happened_at=when)).then(InBeforeOut(A3, when, at("8:20")))
    full(sent()).when(replace(CANCEL, happened_at=at("8:20"))).then(NoFreeSeat(LAW, R1))
    full(sent()).when(CANCEL, desk(now=at("8:21"))).then(NotYetHappened(at("8:23"), at("8:21")))
    full(sent()).when(replace(CANCEL, reported_by=STRANGER)).then(PersonUnknown(STRANGER))

"""At the door: asked to wait, then let in with a note or not let in; waiting stops the late clock, nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import AttendanceConfirmed, ConfirmAttendance, HeldUndecided, TurnedBackYetPresent
from app.core.closing import RoomEnded
from app.core.entry import (
    CheckedIn,
    CheckIn,
    DocumentNotAccepted,
    EntryClosed,
    LateRefused,
    NotAwaited,
    StillHeld,
    TurnedAway,
)
from app.core.identity import (
    AdmitHeld,
    AdmittedOn,
    DecidedBeforeHeld,
    HeldAdmitted,
    HeldAtDoor,
    HeldRefused,
    HoldAtDoor,
    NotHeld,
    RefuseHeld,
)
from app.core.operation import Fact, NotYetHappened, Operation, PersonUnknown
from app.core.permission import AnotherPersonNeeded
from app.core.room_open import RoomNotReleased
from app.core.room_state import Held, HoldCause, Presence
from app.core.start import EarlierSessionOpen, RoomsReleased
from app.core.terms import Role
from tests.builders import (
    A1,
    A2,
    A3,
    GUIDE,
    ID_CARD,
    LAW,
    LIAONING,
    NOBODY,
    R1,
    SECOND,
    STRANGER,
    TAX,
    Story,
    at,
    desk,
)
from tests.unit.crowded import STARTED, came, morning, of, room, sent

DOOR, LATER = at("8:34"), at("8:50")
HOLD = HoldAtDoor(LAW, A1, HoldCause.NO_DOCUMENT, DOOR, GUIDE)
PROVED = AdmitHeld(LAW, A1, ID_CARD, AdmittedOn.PROVED, LATER, GUIDE)
BY_CHIEF = replace(PROVED, document="", ground=AdmittedOn.CHIEF)
REFUSE = RefuseHeld(LAW, A1, LATER, GUIDE)
HELD = HeldAtDoor(LAW, R1, A1, HoldCause.NO_DOCUMENT, DOOR, GUIDE)
ENTER = CheckIn(LAW, A1, ID_CARD, DOOR, GUIDE)
IDS = LIAONING.id_types.value


def waiting(*facts: Fact) -> Story:
    return morning(*STARTED, HELD, *facts)


def admitted(ask: AdmitHeld) -> HeldAdmitted:
    return HeldAdmitted(LAW, R1, A1, HoldCause.NO_DOCUMENT, DOOR, ask.ground, ask.document, LATER, GUIDE)


# Asked to wait (CAN-01)


def test_can_01_somebody_waits_with_the_time_at_which_they_came() -> None:
    story = morning(*STARTED).when(HOLD).then(HELD).done(HOLD)
    sitting = of(story, A1)
    assert sitting.held == Held(HoldCause.NO_DOCUMENT, DOOR)
    assert (sitting.presence, sitting.entered_at) == (Presence.AWAITED, None)


def test_can_01_who_waits_does_not_slip_in_nor_is_held_twice() -> None:
    waiting().when(ENTER).then(StillHeld(A1, DOOR)).when(HOLD).then(StillHeld(A1, DOOR))


def test_clk_01_waiting_that_begins_after_the_end_of_entry_gives_nothing() -> None:
    """Nobody gets round the late clock by being asked to wait."""
    late = at("8:35") + SECOND
    story = morning(*STARTED).when(replace(HOLD, happened_at=late))
    no = EntryClosed(A1, late, at("8:35"), LIAONING.late_entry.clause)
    story.refused(no, LateRefused(LAW, R1, A1, late, GUIDE))
    morning(*STARTED).done(replace(HOLD, happened_at=at("8:35")))


def test_clk_01_who_was_turned_away_as_late_is_not_held_as_earlier() -> None:
    story = morning(*STARTED, LateRefused(LAW, R1, A1, at("8:36"), GUIDE))
    story.when(HOLD).then(TurnedAway(A1))


def test_can_01_who_is_in_or_on_the_way_does_not_wait_at_the_door() -> None:
    morning(*came(A1)).when(HOLD).then(NotAwaited(A1, Presence.PRESENT))
    morning(*came(A1), sent(A1)).when(HOLD).then(NotAwaited(A1, Presence.PENDING))


def test_a_door_is_open_once_the_room_is_released() -> None:
    story = morning()
    room(story).release = ""
    story.when(HOLD).then(RoomNotReleased(LAW, R1))


def test_j_07_a_door_stays_shut_while_the_session_before_goes_on_there() -> None:
    """Entry of the second session needs only that the first has ended in this room."""
    released, later = RoomsReleased(TAX, (R1,), "X"), at("10:20")
    asks = (replace(HOLD, session=TAX, happened_at=later), replace(ENTER, session=TAX, happened_at=later))
    for ask in asks:
        morning(*STARTED, released).when(ask).then(EarlierSessionOpen(R1, LAW))
        morning(*STARTED, released, RoomEnded(LAW, R1, at("10:00"), GUIDE)).done(ask)
        morning(released).done(ask)


# Let in


def test_can_01_the_waiting_stops_the_late_clock() -> None:
    """Came at 8:34, let in at 8:50: entered in time, in the room since 8:50."""
    story = waiting().when(PROVED).then(admitted(PROVED)).done(PROVED)
    sitting = of(story, A1)
    assert (sitting.presence, sitting.held) == (Presence.PRESENT, None)
    assert (sitting.entered_at, sitting.in_room_since) == (DOOR, LATER)


def test_can_01_without_a_document_the_chief_answers() -> None:
    waiting().when(BY_CHIEF).then(admitted(BY_CHIEF))
    waiting().when(replace(PROVED, document="")).then(DocumentNotAccepted("", IDS))
    waiting().done(replace(BY_CHIEF, document=ID_CARD))


def test_can_01_the_chief_signs_the_exception() -> None:
    needed = AnotherPersonNeeded((Role.CHIEF,))
    waiting().when(BY_CHIEF, desk(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(needed)
    waiting().when(BY_CHIEF, desk(Role.SITE_ADMIN)).then(needed)
    waiting().done(PROVED, desk(Role.SITE_ADMIN))


@pytest.mark.parametrize("ground", AdmittedOn)
def test_can_01_a_paper_that_the_rulebook_does_not_list_is_none(ground: AdmittedOn) -> None:
    waiting().when(replace(PROVED, ground=ground, document="passport")).then(DocumentNotAccepted("passport", IDS))


# Not let in


def test_can_01_who_is_not_let_in_may_come_again_while_entry_is_open() -> None:
    early = HeldAtDoor(LAW, R1, A1, HoldCause.NO_TICKET, at("8:20"), GUIDE)
    no = replace(REFUSE, happened_at=at("8:25"))
    fact = HeldRefused(LAW, R1, A1, HoldCause.NO_TICKET, at("8:20"), at("8:25"), GUIDE)
    story = morning(*STARTED, early).when(no).then(fact).done(no)
    sitting = of(story, A1)
    assert (sitting.presence, sitting.held, sitting.turned_back_at) == (Presence.AWAITED, None, at("8:25"))
    story.done(ENTER)
    assert (sitting.presence, sitting.turned_back_at) == (Presence.PRESENT, None)


def test_can_01_or_wait_again_which_is_a_new_waiting() -> None:
    story = waiting().done(REFUSE).done(replace(HOLD, happened_at=at("8:35")))
    assert of(story, A1).held == Held(HoldCause.NO_DOCUMENT, at("8:35"))
    assert of(story, A1).turned_back_at is None


def test_clk_01_but_not_after_it_has_closed() -> None:
    story = waiting().done(REFUSE).when(replace(ENTER, happened_at=at("8:51")))
    no = EntryClosed(A1, at("8:51"), at("8:35"), LIAONING.late_entry.clause)
    story.refused(no, LateRefused(LAW, R1, A1, at("8:51"), GUIDE))


# Both


@pytest.mark.parametrize("ask", [PROVED, BY_CHIEF, REFUSE])
def test_can_01_only_who_waits_is_decided_on(ask: Operation) -> None:
    morning(*STARTED).when(ask).then(NotHeld(A1))
    waiting().done(REFUSE).when(ask).then(NotHeld(A1))


@pytest.mark.parametrize("ask", [PROVED, BY_CHIEF, REFUSE])
def test_can_01_a_decision_follows_the_waiting(ask: AdmitHeld | RefuseHeld) -> None:
    when = DOOR - SECOND
    waiting().when(replace(ask, happened_at=when)).then(DecidedBeforeHeld(when, DOOR))
    waiting().done(replace(ask, happened_at=DOOR))


@pytest.mark.parametrize("ask", [HOLD, PROVED, REFUSE])
def test_it_happened_and_someone_told_it(ask: HoldAtDoor | AdmitHeld | RefuseHeld) -> None:
    story, when = (morning() if ask is HOLD else waiting()), ask.happened_at
    story.when(ask, desk(now=when - SECOND)).then(NotYetHappened(when, when - SECOND))
    story.when(replace(ask, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
    story.when(replace(ask, ticket=NOBODY)).then(NotInThisSession(LAW, NOBODY))


# And the roll


def roll(*absent: str) -> ConfirmAttendance:
    return ConfirmAttendance(LAW, R1, tuple(one for one in (A1, A2, A3) if one in absent), at("8:55"), GUIDE)


def test_can_06_while_somebody_waits_there_is_no_roll() -> None:
    for ask in (roll(), roll(A1)):
        waiting().when(ask).then(HeldUndecided(R1, (A1,)))


def test_can_06_who_was_not_let_in_is_absent_and_not_present_by_being_left_out() -> None:
    story = waiting().done(REFUSE).when(roll(A3)).then(TurnedBackYetPresent(R1, (A1,)))
    story.when(roll(A1)).then(AttendanceConfirmed(LAW, R1, (A2, A3), (A1,), at("8:55"), GUIDE))


def test_can_01_who_was_let_in_stands_as_entered() -> None:
    story = waiting().done(PROVED).when(ENTER).then(NotAwaited(A1, Presence.PRESENT))
    story.done(roll(A3))
    assert of(story, A1).entered_at == DOOR
    assert not any(isinstance(fact, CheckedIn) for fact in (HELD, admitted(PROVED)))

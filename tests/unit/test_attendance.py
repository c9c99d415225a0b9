"""Who came, by when, and who did not."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import (
    AlreadyConfirmed,
    AttendanceConfirmed,
    ConfirmAttendance,
    EntryStillOpen,
    LateYetPresent,
    NotOfThisRoom,
    RoomNotStarted,
    SeenYetAbsent,
)
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.entry import CheckedIn, CheckIn, DocumentNotAccepted, EntryClosed, LateRefused, NotAwaited, TurnedAway
from app.core.operation import OFFICE, SUPERVISORS, Demand, NotYetHappened
from app.core.room_open import RoomNotReleased
from app.core.room_state import LateArrival, Presence
from app.core.rulebook import Rulebook
from app.core.start import RoomsReleased, RoomStarted
from app.core.terms import ClauseId, SessionId, Ticket
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    GUIDE,
    ID_CARD,
    LAW,
    LIAONING,
    MONGOLIA,
    NATIONAL,
    NOBODY,
    R1,
    R2,
    R9,
    SECOND,
    TAX,
    ZHEJIANG,
    Story,
    at,
    desk,
    session,
    taken_in,
)

STARTED = at("8:30")
BY_FIVE = LIAONING.late_entry.clause


def check_in(ticket: Ticket = A1, clock: str = "8:10", document: str = ID_CARD, session: SessionId = LAW) -> CheckIn:
    return CheckIn(session, ticket, document, at(clock), GUIDE)


def roll(*absent: Ticket, clock: str = "8:40") -> ConfirmAttendance:
    return ConfirmAttendance(LAW, R1, absent, at(clock), GUIDE)


# Check-in


@pytest.mark.parametrize("clock", ["8:00", "8:30", "8:34:59", "8:35"])
def test_until_five_minutes_sharp_they_are_admitted(clock: str) -> None:
    story = Story("started").when(check_in(clock=clock)).then(CheckedIn(LAW, R1, A1, at(clock), GUIDE, ID_CARD))
    sitting = story.done(check_in(clock=clock)).site.sitting(LAW, A1)
    assert sitting
    assert (sitting.presence, sitting.entered_at) == (Presence.PRESENT, at(clock))


def test_at_five_minutes_and_one_second_the_door_is_shut_and_that_is_remembered() -> None:
    came = at("8:35:01")
    fact = LateRefused(LAW, R1, A1, came, GUIDE)
    story = Story("started").when(check_in(clock="8:35:01")).refused(EntryClosed(A1, came, at("8:35"), BY_FIVE), fact)
    site = story.given(fact).site
    assert site.late == [LateArrival(LAW, R1, A1, came)]
    sitting = site.sitting(LAW, A1)
    assert sitting
    assert sitting.presence is Presence.AWAITED


@pytest.mark.parametrize(
    ("rules", "media", "last", "clause"),
    [
        (NATIONAL, False, "8:35", "CLK-01"),
        (MONGOLIA, False, "8:34:59", "CLK-01"),
        (ZHEJIANG, False, "9:00", "CLK-03"),
        (LIAONING, True, "8:30", "CLK-02"),
        (ZHEJIANG, True, "9:00", "CLK-03"),
    ],
)
def test_the_last_second_and_the_clause_of_each_rulebook(rules: Rulebook, media: bool, last: str, clause: str) -> None:
    story = Story("enrolled").given(*taken_in(1, rules, session(media=media)))
    story.given(RoomsReleased(LAW, (R1,), "X"), RoomStarted(LAW, R1, STARTED, GUIDE))
    here, late = desk(rules=rules), replace(check_in(clock=last), happened_at=at(last) + SECOND)
    no = EntryClosed(A1, at(last) + SECOND, at(last), ClauseId(clause))
    story.when(late, here).refused(no, LateRefused(LAW, R1, A1, at(last) + SECOND, GUIDE))
    assert no.basis == clause
    story.done(check_in(clock=last), here)


def test_what_counts_is_when_they_came_not_when_the_desk_heard() -> None:
    Story("started").done(check_in(clock="8:34"), desk(now=at("9:50")))


def test_a_room_that_started_late_counts_from_its_own_start() -> None:
    late_start = Story("released").given(RoomStarted(LAW, R1, at("8:50"), GUIDE))
    late_start.done(check_in(clock="8:55")).when(check_in(A2, "8:55:01"))
    late_start.refused(
        EntryClosed(A2, at("8:55:01"), at("8:55"), BY_FIVE), LateRefused(LAW, R1, A2, at("8:55:01"), GUIDE)
    )


def test_before_the_room_starts_the_door_is_open() -> None:
    Story("released").done(check_in(clock="8:59"))


def test_refused_check_ins() -> None:
    released = Story("released")
    released.when(check_in(NOBODY)).then(NotInThisSession(LAW, NOBODY))
    released.when(check_in(A3, session=TAX)).then(NotInThisSession(TAX, A3))
    Story("authorized").when(check_in()).then(RoomNotReleased(LAW, R1))
    now = at("8:10") - SECOND
    released.when(check_in(), desk(now=now)).then(NotYetHappened(at("8:10"), now))
    released.when(check_in(document="")).then(DocumentNotAccepted("", LIAONING.id_types.value))
    officer = LIAONING.id_types.value[-1]
    released.when(check_in(document=officer), desk(rules=ZHEJIANG)).then(
        DocumentNotAccepted(officer, ZHEJIANG.id_types.value)
    )


def test_nobody_enters_twice_nor_after_the_roll() -> None:
    Story("released").done(check_in()).when(check_in()).then(NotAwaited(A1, Presence.PRESENT))
    Story("confirmed").when(check_in(A3)).then(NotAwaited(A3, Presence.ABSENT))


def test_each_session_has_its_own_entry() -> None:
    story = Story("checked").given(RoomsReleased(TAX, (R1,), "X"))
    story.done(check_in(clock="10:20", session=TAX))


# The roll


def test_all_but_the_absent_are_present() -> None:
    story = Story("started").done(check_in()).when(roll(A3, A3))
    story.then(AttendanceConfirmed(LAW, R1, (A2,), (A3,), at("8:40"), GUIDE))
    room = story.done(roll(A3)).site.sessions[LAW].rooms[R1]
    assert room.attendance_confirmed_at == at("8:40")
    assert [room.sittings[one].presence for one in (A1, A2, A3)] == ["present", "present", "absent"]
    assert (room.sittings[A3].marked_absent_at, room.sittings[A1].entered_at) == (at("8:40"), at("8:10"))


def test_a_room_may_be_empty_or_full() -> None:
    Story("started").when(roll(A1, A2, A3)).then(AttendanceConfirmed(LAW, R1, (), (A1, A2, A3), at("8:40"), GUIDE))
    Story("started").when(roll()).then(AttendanceConfirmed(LAW, R1, (A1, A2, A3), (), at("8:40"), GUIDE))


@pytest.mark.parametrize(("clock", "open_still"), [("8:34:59", True), ("8:35", True), ("8:35:01", False)])
def test_while_someone_may_still_come_nobody_is_absent(clock: str, open_still: bool) -> None:
    story = Story("started").when(roll(A1, clock=clock))
    if open_still:
        story.then(EntryStillOpen(LAW, R1, at("8:35")))
    else:
        story.then(AttendanceConfirmed(LAW, R1, (A2, A3), (A1,), at(clock), GUIDE))


def test_who_entered_is_not_marked_absent() -> None:
    Story("started").done(check_in()).when(roll(A1, A2)).then(SeenYetAbsent(R1, (A1,)))


def test_who_is_between_two_rooms_is_not_absent() -> None:
    """CAN-06, OVB-10: they are settled, not marked."""
    story = Story("started")
    story.site.sessions[LAW].rooms[R1].sittings[A1].presence = Presence.PENDING
    story.when(roll(A1)).then(SeenYetAbsent(R1, (A1,)))
    story.when(roll()).then(AttendanceConfirmed(LAW, R1, (A2, A3), (), at("8:40"), GUIDE))


def turned_away(*tickets: Ticket) -> Story:
    return Story("started").given(*(LateRefused(LAW, R1, ticket, at("8:36"), GUIDE) for ticket in tickets))


def test_who_was_turned_away_is_not_present_by_being_left_out() -> None:
    story = turned_away(A3, A1, A3).when(roll()).then(LateYetPresent(R1, (A1, A3)))
    story.when(roll(A1, A2)).then(LateYetPresent(R1, (A3,)))
    story.when(roll(A1, A3)).then(AttendanceConfirmed(LAW, R1, (A2,), (A1, A3), at("8:40"), GUIDE))


def test_who_was_turned_away_does_not_come_in_by_an_earlier_time() -> None:
    turned_away(A1).when(check_in(clock="8:34")).then(TurnedAway(A1))


def test_a_mistaken_turning_away_is_corrected_before_a_supervisor_under_every_rulebook() -> None:
    story = turned_away(A1).done(roll(A1, A3))
    correct = CorrectAttendance(LAW, A1, True, CorrectionReason.WRONG_TICKET, at("8:45"), GUIDE)
    for rules in (LIAONING, NATIONAL, ZHEJIANG):
        assert correct.demand(story.site, desk(rules=rules)) == Demand(OFFICE, (SUPERVISORS,))


def test_turned_away_elsewhere_is_no_matter_of_this_roll() -> None:
    story = Story("started").given(
        LateRefused(LAW, R2, B1, at("8:36"), GUIDE), LateRefused(TAX, R1, A1, at("10:46"), GUIDE)
    )
    story.when(roll(A3)).then(AttendanceConfirmed(LAW, R1, (A1, A2), (A3,), at("8:40"), GUIDE))


def test_who_was_turned_away_and_is_between_two_rooms_does_not_hold_up_the_roll() -> None:
    story = turned_away(A1)
    story.site.sessions[LAW].rooms[R1].sittings[A1].presence = Presence.PENDING
    story.when(roll()).then(AttendanceConfirmed(LAW, R1, (A2, A3), (), at("8:40"), GUIDE))


def test_refused_rolls() -> None:
    Story("released").when(roll()).then(RoomNotStarted(LAW, R1))
    Story("started").when(replace(roll(), room=R9)).then(RoomNotStarted(LAW, R9))
    now: datetime = at("8:39:59")
    Story("started").when(roll(), desk(now=now)).then(NotYetHappened(at("8:40"), now))
    Story("started").when(roll(B1, NOBODY)).then(NotOfThisRoom(R1, (B1, NOBODY)))
    Story("confirmed").when(roll(A1, A2)).then(AlreadyConfirmed(LAW, R1, at("8:40")))


def test_one_rooms_roll_leaves_the_other_alone() -> None:
    site = Story("started").done(roll()).site
    assert site.sessions[LAW].rooms[R2].attendance_confirmed_at is None
    assert site.sessions[TAX].rooms[R1].attendance_confirmed_at is None

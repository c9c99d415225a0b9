"""What a late start or minutes for a whole room move there, wherever it is read, and what they leave alone (TIM-07)."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.closing import EndRooms
from app.core.entry import CheckedIn, CheckIn, EntryClosed, LateRefused, door_closes
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import TakeBackExtraTime, TakeBackReason
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.leaving import CandidateLeft, ClosureNotOver, GaveUp, RecordLeaving
from app.core.room_move import RoomMoved, StandbyRoomOpened
from app.core.room_state import RoomSession
from app.core.session_state import Bell
from app.core.signals import RecordReminder, RemindedTooEarly, RoomReminded
from app.core.start import RoomStarted
from app.core.terms import CauseNo, FaultNo, GrantNo, IncidentNo, RoomId, Ticket, TransferNo
from app.core.time_state import LossCause
from app.core.timekeeping import closure_ends, ends
from app.views.board import RoomCard, RoomState, board
from app.views.measures import of_session
from app.views.moments import Deadline, DeadlineKind, moments, next_deadline
from app.views.room_needs import may_leave
from app.views.session_clock import RoomClock, session_clock
from app.views.step import Measure, StepKind
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    B1,
    GUIDE,
    ID_CARD,
    LAW,
    LIAONING,
    MINUTE,
    R1,
    R2,
    SECOND,
    SENIOR,
    Story,
    at,
    desk,
    session,
)

KIND = DeadlineKind
CUT = FaultNo("AF-001")
HERE = (A1, A2)
STANDBY = RoomId("003")


def running(since: str = "8:32", until: str = "8:41", started: str = "8:30") -> Story:
    """The first room started then, two came in on time, and its power was cut; the second room started at 8:30."""
    story = Story("released").given(*(CheckedIn(LAW, R1, one, at("8:20"), GUIDE) for one in HERE))
    story.given(RoomStarted(LAW, R1, at(started), GUIDE), RoomStarted(LAW, R2, at("8:30"), GUIDE))
    cut = FaultReported(CUT, FaultKind.POWER, LAW, R1, (), at(since), GUIDE)
    return story.given(cut, FaultRestored(CUT, at(until)))


def grant(minutes: int, since: str, until: str, tickets: tuple[Ticket, ...] = ()) -> GrantExtraTime:
    loss = Loss(LossCause.FAULT, (CauseNo(CUT),), at(since), at(until), GUIDE)
    return GrantExtraTime(LAW, R1, tickets, (), minutes, loss)


def made_good(since: str = "8:32", until: str = "8:41", started: str = "8:30") -> Story:
    """Nine minutes for the whole room."""
    return running(since, until, started).done(grant(9, since, until), desk(now=at("9:20")))


def room(story: Story, number: RoomId = R1) -> RoomSession:
    return story.site.sessions[LAW].rooms[number]


def clock(story: Story, now: str, number: RoomId = R1) -> RoomClock:
    return next(one for one in session_clock(story.site, LIAONING, LAW, at(now)).rooms if one.room == number)


def card(story: Story, now: datetime, number: RoomId = R1) -> RoomCard:
    cards = board(story.site, LIAONING, LAW, {LAW}, now, {}, 5).cards
    return next(one for one in cards if one.plan.id == number)


def told(story: Story, number: RoomId = R1) -> tuple[str, str, str, str, str]:
    """Start, entry, closure, reminder and end as the clock of the session shows them."""
    found = {moment.kind: moment.at for moment in clock(story, "8:50", number).moments}
    kinds = (KIND.START, KIND.ENTRY_CLOSES, KIND.CLOSURE_ENDS, KIND.REMINDER, KIND.END)
    start, entry, closure, reminder, end = (f"{found[kind]:%H:%M}" for kind in kinds)
    return start, entry, closure, reminder, end


PLAIN = ("08:30", "08:35", "09:45", "09:45", "10:00")


def test_minutes_of_the_whole_room_move_all_its_moments_but_the_start() -> None:
    assert told(running()) == PLAIN
    story = made_good()
    assert told(story) == ("08:30", "08:44", "09:54", "09:54", "10:09")
    assert told(story, R2) == PLAIN, "the neighbour goes by its own time"
    assert room(story).started_at == at("8:30")


@pytest.mark.parametrize(
    ("since", "until", "entry"),
    [("8:35", "8:44", "08:44"), ("8:35:01", "8:44:01", "08:35"), ("9:00", "9:09", "08:35")],
)
def test_only_what_was_lost_while_entry_was_open_moves_its_end(since: str, until: str, entry: str) -> None:
    story = running(since, until).done(grant(9, since, until), desk(now=at("9:30")))
    assert told(story) == ("08:30", entry, "09:54", "09:54", "10:09")


def test_a_second_loss_counts_from_where_the_first_one_moved_the_door() -> None:
    story = made_good()
    again = FaultNo("AF-002")
    story.given(FaultReported(again, FaultKind.POWER, LAW, R1, (), at("8:44"), GUIDE), FaultRestored(again, at("8:45")))
    loss = Loss(LossCause.FAULT, (CauseNo(again),), at("8:44"), at("8:45"), GUIDE)
    story.done(GrantExtraTime(LAW, R1, (), (), 1, loss), desk(now=at("9:00")))
    assert told(story) == ("08:30", "08:45", "09:55", "09:55", "10:10")


def test_minutes_of_single_candidates_move_nothing_of_the_room() -> None:
    """J-11."""
    story = running().done(grant(9, "8:32", "8:41", (A1,)), desk(now=at("9:00")))
    here = room(story)
    assert (told(story), here.extra_minutes, here.door_minutes) == (PLAIN, 0, 0)
    assert {ticket: one.extra_minutes for ticket, one in here.sittings.items()} == {A1: 9, A2: 0, A3: 0}
    assert may_leave(story.site, LIAONING, here) == at("9:45")


def test_what_is_taken_back_moves_everything_back() -> None:
    back = TakeBackExtraTime(LAW, GrantNo("AB-001"), TakeBackReason.NOT_GIVEN)
    assert told(made_good().done(back, desk(now=at("9:10")))) == PLAIN


def test_a_late_start_moves_all_moments_and_minutes_come_on_top() -> None:
    late = running("9:02", "9:11", "9:00")
    assert told(late) == ("09:00", "09:05", "10:15", "10:15", "10:30")
    assert told(made_good("9:02", "9:11", "9:00")) == ("09:00", "09:14", "10:24", "10:24", "10:39")


def test_a_room_in_which_everyone_went_on_counts_on() -> None:
    story = made_good().given(StandbyRoomOpened(LAW, STANDBY, IncidentNo("A-001"), at("9:01")))
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story.given(RoomMoved(LAW, R1, STANDBY, IncidentNo("A-001"), numbers, at("9:02"), GUIDE))
    assert told(story, STANDBY) == ("08:30", "08:44", "09:54", "09:54", "10:09")


# Who asks


def test_the_door_stays_open_as_long_as_the_minutes_moved_it() -> None:
    story, now = made_good(), desk(now=at("9:00"))
    here = room(story)
    assert door_closes(here, story.site, now) == at("8:44")
    story.when(CheckIn(LAW, A3, ID_CARD, at("8:44"), GUIDE), now)
    story.then(CheckedIn(LAW, R1, A3, at("8:44"), GUIDE, ID_CARD))
    late = at("8:44") + SECOND
    no = EntryClosed(A3, late, at("8:44"), LIAONING.late_entry.clause)
    story.when(CheckIn(LAW, A3, ID_CARD, late, GUIDE), now).refused(no, LateRefused(LAW, R1, A3, late, GUIDE))
    late = at("8:35") + SECOND
    no = EntryClosed(B1, late, at("8:35"), LIAONING.late_entry.clause)
    story.when(CheckIn(LAW, B1, ID_CARD, late, GUIDE), now).refused(no, LateRefused(LAW, R2, B1, late, GUIDE))


def test_nobody_leaves_and_no_room_ends_before_the_closure_that_was_moved() -> None:
    story, early, opens = made_good(), at("9:54") - SECOND, at("9:54")
    no = ClosureNotOver(LAW, R1, opens)
    story.when(RecordLeaving(LAW, A1, None, early, GUIDE)).then(no)
    story.when(RecordLeaving(LAW, A1, None, opens, GUIDE)).then(CandidateLeft(LAW, R1, A1, None, opens, GUIDE))
    story.when(EndRooms(LAW, (R1,), early, ADMIN)).then(no)
    assert not isinstance(story.when(EndRooms(LAW, (R1,), opens, ADMIN)).answer, ClosureNotOver)
    assert not isinstance(story.when(EndRooms(LAW, (R2,), at("9:45"), ADMIN)).answer, ClosureNotOver)
    assert may_leave(story.site, LIAONING, room(story)) == opens


def test_who_gave_up_is_held_until_the_closure_that_was_moved() -> None:
    story = made_good().given(GaveUp(LAW, R1, A1, at("9:05"), GUIDE))
    assert [one.until for one in clock(story, "9:10").held] == [at("9:54")]


def test_the_reminder_has_its_own_new_minute() -> None:
    story, due = made_good(), at("9:54")
    story.when(RecordReminder(LAW, (R1,), due - SECOND, GUIDE)).then(RemindedTooEarly(LAW, R1, due))
    story.when(RecordReminder(LAW, (R1,), due, GUIDE)).then(RoomReminded(LAW, R1, due, GUIDE))
    assert session_clock(story.site, LIAONING, LAW, due - SECOND).to_remind == (R2,)
    assert session_clock(story.site, LIAONING, LAW, due).to_remind == (R1, R2)
    assert session_clock(story.site, LIAONING, LAW, at("10:08:59")).to_remind == (R1,)


def test_the_board_shows_the_end_that_was_moved() -> None:
    story = made_good()
    assert [card(story, at("9:00"), number).ends_at for number in (R1, R2)] == [at("10:09"), at("10:00")]
    assert card(story, at("10:09") - SECOND).state is RoomState.RUNNING
    assert card(story, at("10:09")).state is RoomState.COLLECTING
    assert card(story, at("10:00"), R2).state is RoomState.COLLECTING


def test_bells_for_the_unified_times_are_not_for_a_room_whose_end_was_moved() -> None:
    story = made_good()
    lines = {line.bell: line.not_theirs for line in session_clock(story.site, LIAONING, LAW, at("9:00")).bells}
    assert lines == {Bell.ENTRY: (), Bell.START: (), Bell.REMINDER: (R1,), Bell.END: (R1,)}


def test_the_day_counts_from_the_first_room_to_the_last() -> None:
    story = made_good()
    plan = story.site.sessions[LAW].plan
    held = {one.kind: (one.first, one.last) for one in moments(story.site, LIAONING, (plan,), at("8:40"))}
    assert held[KIND.ENTRY_CLOSES] == (at("8:35"), at("8:44"))
    assert held[KIND.CLOSURE_ENDS] == (at("9:45"), at("9:54"))
    assert held[KIND.END] == (at("10:00"), at("10:09"))
    assert next_deadline(story.site, LIAONING, LAW, at("8:35")) == Deadline(KIND.ENTRY_CLOSES, LAW, at("8:44"))
    assert next_deadline(story.site, LIAONING, LAW, at("10:00")) == Deadline(KIND.END, LAW, at("10:09"))


def test_the_steps_of_the_day_wait_for_the_room_that_was_moved() -> None:
    story = made_good()

    def step(kind: StepKind, now: str) -> Measure:
        measures = of_session(story.site, LIAONING, story.site.sessions[LAW], at(now))
        return next(one for one in measures if one.kind is kind)

    assert [step(StepKind.ADMIT, now).done for now in ("8:35", "8:36", "8:44", "8:45")] == [0, 1, 1, 2]
    assert step(StepKind.ATTENDANCE, "9:00").since == at("8:35") + SECOND
    assert step(StepKind.ATTENDANCE, "9:00").by == at("10:09")
    assert step(StepKind.END, "9:00").since == at("10:00")


# Closure of the three-hour exam (CLK-05, CLK-07)


@given(st.integers(0, 240), st.integers(0, 3600))
def test_closure_counted_from_the_start_and_from_the_end_agree_after_any_stoppage(stopped: int, late: int) -> None:
    plan = session(180)
    here = RoomSession(LAW, R1, started_at=plan.starts_at + late * SECOND, extra_minutes=stopped)
    assert here.started_at
    assert here.runs_from
    closed = closure_ends(here.runs_from, plan, SENIOR)
    assert closed == here.started_at + (120 + stopped) * MINUTE
    assert closed == ends(here.runs_from, plan) - 60 * MINUTE


def test_a_room_that_has_not_started_counts_from_nothing() -> None:
    waiting = RoomSession(LAW, R1, extra_minutes=5, door_minutes=5)
    assert (waiting.runs_from, waiting.door_from) == (None, None)

"""What to do now: steps open by time and by gate, lanes overlap, deadlines count from each room's own start."""

from datetime import datetime

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.authorization import StartAuthorized
from app.core.records import RecordCameOut, RecordKept, ReprintReason
from app.core.safekeeping import BackupVerified, UploadConfirmed
from app.core.start import RoomsReleased, RoomStarted
from app.core.timestamp import ScanChecked
from app.views.actual import SessionTimes
from app.views.agenda import (
    Lane,
    Step,
    StepKind,
    StepState,
    lane,
    live,
    preparation,
)
from tests.builders import A3, D1, D2, GUIDE, LAW, LIAONING, R1, R2, TAX, Story, at


def steps(story: Story, now: str, session: object = LAW) -> Lane:
    assert session in (LAW, TAX)
    return lane(story.site, LIAONING, LAW if session == LAW else TAX, at(now))


def step(story: Story, kind: StepKind, now: str) -> Step:
    return next(one for one in steps(story, now).steps if one.kind is kind)


def current(story: Story, now: str) -> StepKind:
    found = steps(story, now).current
    assert found is not None
    return found.kind


@pytest.mark.parametrize(
    ("stage", "now", "kind"),
    [
        ("prepared", "7:29:59", StepKind.AUTHORIZE),
        ("prepared", "7:30", StepKind.AUTHORIZE),
        ("authorized", "7:40", StepKind.RELEASE),
        ("released", "8:00", StepKind.ADMIT),
        ("released", "8:30", StepKind.START),
        ("started", "8:35:21", StepKind.ATTENDANCE),
        ("confirmed", "10:00", StepKind.RESULTS),
        ("reported", "10:01", StepKind.END),
        ("ended", "10:05", StepKind.CHECK),
        ("checked", "10:10", StepKind.BACKUP),
    ],
)
def test_one_thing_after_the_other(stage: str, now: str, kind: StepKind) -> None:
    assert current(Story(stage), now) is kind


def test_before_its_time_a_step_is_ahead_and_named_as_next() -> None:
    story = Story("prepared")
    before = step(story, StepKind.AUTHORIZE, "7:29:59")
    assert (before.state, before.since) == (StepState.AHEAD, at("7:30"))
    assert step(story, StepKind.AUTHORIZE, "7:30").state is StepState.NOW


def test_what_should_have_been_done_comes_first() -> None:
    story = Story("released").given(RoomStarted(LAW, R1, at("8:30"), GUIDE))
    assert step(story, StepKind.START, "8:31").state is StepState.NOW
    late = step(story, StepKind.START, "8:31:01")
    assert (late.state, late.done, late.total) == (StepState.LATE, 1, 2)
    assert step(story, StepKind.ATTENDANCE, "8:40").state is StepState.NOW
    assert current(story, "8:40") is StepKind.START


def test_at_the_unified_start_the_starts_come_before_people_who_may_still_enter() -> None:
    story = Story("released")
    assert step(story, StepKind.ADMIT, "8:30").state is StepState.NOW
    assert current(story, "8:29:59") is StepKind.ADMIT
    assert current(story, "8:30") is StepKind.START


def test_a_gate_names_what_it_waits_for() -> None:
    story = Story("prepared")
    waiting = step(story, StepKind.RELEASE, "7:40")
    assert (waiting.state, waiting.waits_for) == (StepState.AHEAD, StepKind.AUTHORIZE)
    one_room = Story("started").given(AttendanceConfirmed(LAW, R1, (), (A3,), at("8:40"), GUIDE))
    assert step(one_room, StepKind.RESULTS, "10:00").waits_for is None
    assert step(one_room, StepKind.CHECK, "10:00").waits_for is StepKind.END


def test_entry_is_over_room_by_room() -> None:
    story = Story("started")
    assert step(story, StepKind.ADMIT, "8:35").done == 0
    assert step(story, StepKind.ADMIT, "8:35:01").done == 1
    assert step(story, StepKind.ADMIT, "8:35:21").state is StepState.DONE


def test_a_session_is_complete_with_its_receipt() -> None:
    story = Story("checked").given(
        RecordKept("E01", LAW, R1, 1, D1, D1, None),
        RecordKept("E01", LAW, R2, 1, D2, D2, None),
        RecordCameOut("E01", LAW, R1, 1, came_out=True),
        RecordCameOut("E01", LAW, R2, 1, came_out=True),
        BackupVerified("b", LAW, D1, 9, 30, "aa", supervised=True),
    )
    assert current(story, "10:30") is StepKind.RECEIPT
    assert steps(story.given(UploadConfirmed("b", "U-1", D2)), "10:30").complete


def test_a_record_counts_as_printed_when_its_newest_copy_came_out() -> None:
    story = Story("ended").given(RecordKept("E01", LAW, R1, 1, D1, D1, None))
    assert step(story, StepKind.RECORDS, "10:05").done == 0
    assert step(story.given(RecordCameOut("E01", LAW, R1, 1, came_out=True)), StepKind.RECORDS, "10:05").done == 1
    jammed = story.given(RecordKept("E01", LAW, R1, 2, D1, D2, ReprintReason.DAMAGED))
    assert step(jammed, StepKind.RECORDS, "10:05").done == 0


def test_planned_and_actual_times_stand_side_by_side() -> None:
    story = Story("ended")
    times = SessionTimes(start_authorized=at("7:41"), first_release=at("7:50"), last_release=at("7:55"))
    found = {one.kind: one for one in lane(story.site, LIAONING, LAW, at("10:05"), times).steps}
    assert (found[StepKind.AUTHORIZE].since, found[StepKind.AUTHORIZE].done_at) == (at("7:30"), at("7:41"))
    assert found[StepKind.RELEASE].done_at == at("7:55")
    assert found[StepKind.START].done_at == at("8:30:20")
    assert found[StepKind.ATTENDANCE].done_at == at("8:41")
    assert found[StepKind.END].done_at == at("10:01")
    assert found[StepKind.CHECK].done_at is None
    assert step(Story("released"), StepKind.START, "8:31").done_at is None


def test_both_sessions_are_live_in_the_gap() -> None:
    story = Story("confirmed")
    assert live(story.site, LIAONING, at("9:39:59")) == (LAW,)
    assert live(story.site, LIAONING, at("9:40")) == (LAW, TAX)


def test_before_the_first_session_the_next_one_is_shown() -> None:
    assert live(Story("prepared").site, LIAONING, at("7:00")) == (LAW,)
    assert live(Story().site, LIAONING, at("7:00")) == ()


def test_the_day_before() -> None:
    empty = preparation(Story("enrolled").site, at("14:00", day=29))
    assert [one.state for one in empty.steps] == [StepState.NOW, *[StepState.AHEAD] * 3]
    assert not empty.complete
    packaged = preparation(Story("packaged").site, at("14:00", day=29))
    assert packaged.current is not None
    assert packaged.current.kind is StepKind.TIMESTAMPS
    assert preparation(Story("prepared").site, at("14:00", day=29)).complete
    odd = Story("prepared").given(ScanChecked(passed=False))
    scan = preparation(odd.site, at("14:00", day=29)).current
    assert scan is not None
    assert scan.kind is StepKind.SCAN


def test_a_session_without_rooms_has_no_steps() -> None:
    story = Story("authorized").given(RoomsReleased(LAW, (R1,), "x"), StartAuthorized(TAX, "S-2", D1, 0))
    story.site.sessions[TAX].rooms.clear()
    now: datetime = at("9:50")
    assert lane(story.site, LIAONING, TAX, now).steps == ()
    assert lane(story.site, LIAONING, TAX, now).complete

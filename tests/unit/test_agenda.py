"""What to do now: steps open by time and by gate, lanes overlap, deadlines count from each room's own start."""

from datetime import datetime, timedelta

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.authorization import StartAuthorizationReceived, StartAuthorized
from app.core.board_signing import BoardWasSigned
from app.core.consent import ConsentGiven
from app.core.custody import LockReturned
from app.core.debts import due_at
from app.core.delay import DelayAppliedFor
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_state import Numbered
from app.core.end_phase import ScratchPaperCounted
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_loss import Loss
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.hardware import MachineChecked
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.lock_state import SealPlace
from app.core.media import MediumRegistered
from app.core.operation import Fact
from app.core.plan import Session
from app.core.readiness import ItemSeenTo
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState, TestKind
from app.core.records import RecordCameOut, RecordKept, RecordSigned, ReprintReason, RoomForm
from app.core.room_closing import RoomsClosed, RoomSeal
from app.core.room_test import RoomsTested, TestedRoom
from app.core.rulebook import Tier
from app.core.safekeeping import BackupVerified
from app.core.sealed_room_test import SealedRoomTested
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed
from app.core.start import RoomsReleased, RoomStarted
from app.core.terms import ApplicationNo, CauseNo, Digest, FaultNo, GrantNo
from app.core.time_state import LossCause, Means
from app.core.timestamp import ScanChecked
from app.core.upload import UploadConfirmed
from app.views.actual import SessionTimes
from app.views.agenda import Lane, Step, StepState, before_first, lane, live, preparation
from app.views.step import StepKind
from tests.builders import (
    A1,
    A3,
    D1,
    D2,
    GUIDE,
    LAW,
    LIAONING,
    NATIONAL,
    R1,
    R2,
    ROOM_LOCK,
    ROOM_LOCK_2,
    STAGES,
    TAX,
    Story,
    at,
    session,
    taken_in,
)
from tests.unit.safe_story import OF_ROOMS, REGISTERED, STICK, morning_only

RECEIVED = (StartAuthorizationReceived(LAW, "S-1", D1),)


ASKED = ApplicationNo("AS-001")
TESTED = RoomsTested(
    TestKind.SIMULATED, tuple(TestedRoom(room, True, 1) for room in (R1, R2)), at("12:00", day=29), GUIDE
)
_LIST = Numbered(1, "0" * 64, (), (), (), (), (), None, False, at("6:00"))
DRAWN_AND_SIGNED = (
    DrawNumbered(at("6:00").date(), _LIST),
    DutyDrawn(at("6:00").date(), 1, (), (), at("6:00")),
    BoardWasSigned(Go.GO, at("6:00").date(), at("6:00"), GUIDE, (), Digest("")),
)


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
        ("prepared", "7:00", StepKind.UNSEAL),
        ("opened", "7:29:59", StepKind.DUTY),
        ("opened", "7:30", StepKind.RECEIVE),
        ("authorized", "7:40", StepKind.RELEASE),
        ("released", "8:00", StepKind.ADMIT),
        ("released", "8:30", StepKind.START),
        ("started", "8:35:21", StepKind.ATTENDANCE),
        ("confirmed", "10:00", StepKind.COLLECT),
        ("reported", "10:01", StepKind.END),
        ("ended", "10:05", StepKind.CHECK),
        ("checked", "10:10", StepKind.BACKUP),
    ],
)
def test_one_thing_after_the_other(stage: str, now: str, kind: StepKind) -> None:
    assert current(Story(stage), now) is kind


def test_before_its_time_a_step_is_ahead_and_named_as_next() -> None:
    story = Story("opened").given(*RECEIVED, *DRAWN_AND_SIGNED)
    before = step(story, StepKind.AUTHORIZE, "7:29:59")
    assert (before.state, before.since) == (StepState.AHEAD, at("7:30"))
    assert step(story, StepKind.AUTHORIZE, "7:30").state is StepState.NOW
    assert current(story, "7:29:59") is StepKind.AUTHORIZE


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
    authorize = step(story, StepKind.AUTHORIZE, "7:40")
    assert (authorize.state, authorize.waits_for) == (StepState.AHEAD, StepKind.RECEIVE)
    one_room = Story("started").given(AttendanceConfirmed(LAW, R1, (), (A3,), at("8:40"), GUIDE))
    assert step(one_room, StepKind.RESULTS, "10:00").waits_for is None
    assert step(one_room, StepKind.CHECK, "10:00").waits_for is StepKind.RESULTS


def test_entry_is_over_room_by_room() -> None:
    story = Story("started")
    assert step(story, StepKind.ADMIT, "8:35").done == 0
    assert step(story, StepKind.ADMIT, "8:35:01").done == 1
    assert step(story, StepKind.ADMIT, "8:35:21").state is StepState.DONE


def test_a_session_is_complete_with_its_receipt() -> None:
    story = Story("checked").given(
        *(ScratchPaperCounted(LAW, room, 9, 9, None, at("10:05"), GUIDE) for room in (R1, R2)),
        RecordKept(RoomForm.RECORD, LAW, R1, 1, D1, D1, None),
        RecordKept(RoomForm.RECORD, LAW, R2, 1, D2, D2, None),
        RecordCameOut(RoomForm.RECORD, LAW, R1, 1, came_out=True),
        RecordCameOut(RoomForm.RECORD, LAW, R2, 1, came_out=True),
        *(RecordSigned(RoomForm.RECORD, LAW, room, 1, at("10:20")) for room in (R1, R2)),
        MediumRegistered(STICK, "U-1", GUIDE, read=True),
        BackupVerified("b", LAW, D1, 9, 30, "aa", supervised=True, medium=STICK),
    )
    assert current(story, "10:30") is StepKind.RECEIPT
    assert steps(story.given(UploadConfirmed("b", "U-1", D2)), "10:30").complete


def test_papers_are_done_when_the_newest_record_is_signed_and_scratch_paper_counted() -> None:
    story = Story("ended")

    def done(*facts: Fact) -> tuple[int, int, int]:
        found = steps(story.given(*facts), "10:05").steps
        scratch, printed, signed = (
            one.done for one in found if one.kind in (StepKind.SCRATCH, StepKind.RECORDS, StepKind.SIGN)
        )
        return scratch, printed, signed

    assert done() == (0, 0, 0)
    assert done(ScratchPaperCounted(LAW, R1, 9, 9, None, at("10:04"), GUIDE)) == (1, 0, 0)
    assert done(RecordKept(RoomForm.RECORD, LAW, R1, 1, D1, D1, None)) == (1, 0, 0)
    assert done(RecordCameOut(RoomForm.RECORD, LAW, R1, 1, came_out=True)) == (1, 1, 0)
    assert done(RecordSigned(RoomForm.RECORD, LAW, R1, 1, at("10:04"))) == (1, 1, 1)
    assert done(RecordKept(RoomForm.RECORD, LAW, R1, 2, D1, D2, ReprintReason.DAMAGED)) == (1, 1, 0)


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


EVE = at("14:00", day=29)


def test_the_day_before() -> None:
    """LCK-05, LCK-06: data, comparison, scan, authorization, test, acceptance, seal, each behind the one before."""
    empty = preparation(Story("enrolled").site, LIAONING, EVE)
    assert {one.kind: one.state for one in empty.steps if one.pressing} == {
        StepKind.IMPORT: StepState.NOW,
        **dict.fromkeys(
            (
                StepKind.TIMESTAMPS,
                StepKind.SCAN,
                StepKind.EXAM_AUTHORIZATION,
                StepKind.SEALED_ROOM_TEST,
                StepKind.ACCEPT,
                StepKind.SEAL,
            ),
            StepState.AHEAD,
        ),
    }
    assert not empty.complete
    packaged = preparation(Story("packaged").given(TESTED).site, LIAONING, EVE)
    assert packaged.current is not None
    assert packaged.current.kind is StepKind.TIMESTAMPS
    done = preparation(Story("prepared").given(TESTED).site, LIAONING, EVE)
    assert (done.holds_up, done.complete) == (False, False)
    odd = Story("prepared").given(ScanChecked(passed=False))
    scan = preparation(odd.given(TESTED).site, LIAONING, EVE).current
    assert scan is not None
    assert scan.kind is StepKind.SCAN


def test_what_is_seen_to_before_the_day_never_presses() -> None:
    """A week before it is what to do; on the eve what presses comes first, and on the day it is still open."""
    story = Story("packaged")
    week = preparation(story.site, LIAONING, at("14:00", day=24))
    assert week.current is not None
    assert (week.current.kind, week.current.pressing) == (StepKind.WEEK_ITEMS, False)
    assert {one.state for one in week.steps if one.pressing} == {StepState.DONE, StepState.AHEAD}
    eve = preparation(story.site, LIAONING, EVE)
    assert eve.current is not None
    assert eve.current.kind is StepKind.SIMULATED_TEST
    open_ones = {one.kind for one in eve.steps if not one.pressing and one.state is not StepState.DONE}
    lists = {StepKind.WEEK_ITEMS, StepKind.HARDWARE, StepKind.EVE_ITEMS, StepKind.CLOSE_ROOMS}
    assert open_ones == lists | {StepKind.SEAL}
    alone = preparation(story.site, LIAONING, EVE, lists=False)
    assert not {one.kind for one in alone.steps} & (open_ones - {StepKind.SEAL} | {StepKind.SIMULATED_TEST})
    assert before_first(story.site, EVE)
    assert not before_first(story.site, at("0:00"))
    assert before_first(Story("enrolled").site, EVE)


def test_what_is_seen_to_is_counted() -> None:
    """Items by item and room, rooms whose machines were looked at, closed rooms; what is faulty is open."""
    item, looked = ReadinessItem.SCRATCH_PAPER, LookState.DONE
    story = Story("packaged").given(ItemSeenTo(item, (R1,), looked, Digest(""), EVE, GUIDE))

    def of(kind: StepKind) -> tuple[int, int]:
        found = next(one for one in preparation(story.site, LIAONING, EVE).steps if one.kind is kind)
        return found.done, found.total

    done, total = of(StepKind.EVE_ITEMS)
    assert done == 1
    story.given(ItemSeenTo(item, (R1, R2), LookState.FAULTY, Digest(""), EVE, GUIDE))
    assert of(StepKind.EVE_ITEMS) == (0, total)
    rooms = len([plan for plan in story.site.plans.values() if not plan.standby])
    assert of(StepKind.HARDWARE) == (0, rooms + 1)
    reading = (Reading(HardwareItem.KEYBOARD, "yes", ReadingSource.BY_HAND),)
    story.given(MachineChecked(MachineKind.SITE, None, "KD-1", reading, EVE, GUIDE))
    assert of(StepKind.HARDWARE) == (1, rooms + 1)
    story.given(RoomsClosed((RoomSeal(R1, "M-1"),), EVE, GUIDE))
    assert of(StepKind.CLOSE_ROOMS) == (1, 2)
    story.given(MachineChecked(MachineKind.EXAM, R1, "K-1", reading, EVE + timedelta(minutes=1), GUIDE))
    assert of(StepKind.CLOSE_ROOMS) == (0, 2)


def test_draw_and_board_are_named_until_a_room_starts() -> None:
    before = {one.kind: one for one in steps(Story("opened"), "7:29").steps}
    assert before[StepKind.DUTY].by == at("7:30")
    assert before[StepKind.BOARD].by == at("8:30")
    assert not before[StepKind.BOARD].pressing
    kinds = {one.kind for one in steps(Story("started"), "8:31").steps}
    assert not kinds & {StepKind.DUTY, StepKind.BOARD}
    signed = {one.kind: one.state for one in steps(Story("started").given(*DRAWN_AND_SIGNED), "8:31").steps}
    assert (signed[StepKind.DUTY], signed[StepKind.BOARD]) == (StepState.DONE, StepState.DONE)
    second = {one.kind for one in steps(Story("opened"), "7:29", TAX).steps}
    assert not second & {StepKind.DUTY, StepKind.BOARD}


def test_the_day_before_ends_with_test_acceptance_and_seal() -> None:
    story = Story("packaged").given(TESTED, *STAGES["prepared"][:-3])
    for kind, fact in zip(
        (StepKind.SEALED_ROOM_TEST, StepKind.ACCEPT, StepKind.SEAL), STAGES["prepared"][-3:], strict=True
    ):
        found = preparation(story.site, LIAONING, EVE)
        step = next(one for one in found.steps if one.kind is kind)
        # Under seal nothing is entered: with the lists open, sealing is no more pressing than they are.
        assert (step.state, step.pressing) == (StepState.NOW, kind is not StepKind.SEAL)
        assert found.current is not None
        assert (found.current.kind is kind) is step.pressing
        story.given(fact)
    story.given(SealedRoomTested(False, EVE, GUIDE))
    again = preparation(story.site, LIAONING, EVE).current
    assert again is not None
    assert again.kind is StepKind.SEALED_ROOM_TEST


def test_where_the_rulebook_asks_neither_for_seal_nor_for_locks_no_step_does() -> None:
    site = Story("prepared").site
    assert [one.kind for one in preparation(site, NATIONAL, EVE).steps][-1] is StepKind.EXAM_AUTHORIZATION
    kinds = [one.kind for one in lane(site, NATIONAL, TAX, at("7:00")).steps]
    assert kinds[0] is StepKind.RECEIVE
    assert not {StepKind.UNSEAL, StepKind.LOCKS, StepKind.SEAL_AGAIN} & {*kinds}


# The morning


def test_unsealing_is_todays_and_overdue_when_rooms_should_be_ready() -> None:
    story = Story("prepared")
    assert step(story, StepKind.UNSEAL, "0:00").state is StepState.NOW
    assert lane(story.site, LIAONING, LAW, at("23:59:59", 29)).steps[0].state is StepState.AHEAD
    assert step(story, StepKind.UNSEAL, "8:00").state is StepState.NOW
    assert step(story, StepKind.UNSEAL, "8:00:01").state is StepState.LATE
    assert step(Story("opened"), StepKind.UNSEAL, "8:00:01").state is StepState.DONE
    yesterday = Story("prepared").given(EquipmentUnsealed(at("20:00", 29), None))
    assert step(yesterday, StepKind.UNSEAL, "7:00").done == 0
    never = Story("packaged").given(*STAGES["prepared"][:-1])
    assert step(never, StepKind.UNSEAL, "7:00").done == 0
    assert step(never.given(StartAuthorized(LAW, "S-1", D1, 0)), StepKind.UNSEAL, "7:00").done == 1


def test_locks_are_counted_by_room_and_wait_for_the_seal() -> None:
    waiting = step(Story("prepared"), StepKind.LOCKS, "7:00")
    assert (waiting.state, waiting.waits_for, waiting.done, waiting.total) == (StepState.AHEAD, StepKind.UNSEAL, 0, 2)
    story = Story("opened")
    assert step(story, StepKind.LOCKS, "7:20").state is StepState.DONE
    one = step(story.given(LockReturned(ROOM_LOCK)), StepKind.LOCKS, "7:20")
    assert (one.state, one.done) == (StepState.NOW, 1)
    released = Story("released").given(LockReturned(ROOM_LOCK))
    assert step(released, StepKind.LOCKS, "8:10").state is StepState.DONE


def test_one_receipt_serves_the_batch_from_its_first_t_minus_60_on() -> None:
    tax = next(one for one in steps(Story("opened"), "7:30", TAX).steps if one.kind is StepKind.RECEIVE)
    assert (tax.state, tax.since, tax.by) == (StepState.NOW, at("7:30"), at("10:10"))
    story = Story("opened").given(*RECEIVED)
    assert step(story, StepKind.RECEIVE, "7:30").state is StepState.DONE
    still = next(one for one in steps(story, "7:30", TAX).steps if one.kind is StepKind.RECEIVE)
    assert still.state is StepState.NOW
    replayed = Story("opened").given(StartAuthorized(LAW, "S-1", D1, 0))
    assert step(replayed, StepKind.RECEIVE, "7:30").state is StepState.DONE


def test_dat_07_an_open_backup_shows_red_from_the_start_of_the_next_session_and_holds_up_nothing() -> None:
    story = Story("checked")
    starts = story.site.sessions[TAX].plan.starts_at
    assert lane(story.site, LIAONING, LAW, starts).current == step(story, StepKind.BACKUP, "10:40")
    late = lane(story.site, LIAONING, LAW, starts + timedelta(seconds=1)).current
    assert late is not None
    assert (late.kind, late.state) == (StepKind.BACKUP, StepState.LATE)
    release = next(one for one in lane(story.site, LIAONING, TAX, starts).steps if one.kind is StepKind.RELEASE)
    assert release.waits_for is StepKind.AUTHORIZE
    # On this machine alone it is still open; the upload waits for no medium.
    story.given(BackupVerified("b", LAW, D1, 9, 30, "aa", supervised=True))
    assert step(story, StepKind.BACKUP, "10:10").state is StepState.NOW
    assert step(story, StepKind.RECEIPT, "10:10").state is StepState.NOW
    # The last session of a day has until the end of the half day.
    last = next(one for one in steps(story, "10:10", TAX).steps if one.kind is StepKind.BACKUP)
    assert last.by == due_at(story.site, TAX, LIAONING)


# The evening


def test_dat_08_each_room_of_the_day_is_backed_up_after_its_last_session() -> None:
    story = morning_only(Story("checked"))
    rooms = lane(story.site, LIAONING, TAX, at("12:30")).steps
    (waiting,) = (one for one in rooms if one.kind is StepKind.ROOM_BACKUP)
    assert (waiting.state, waiting.done, waiting.total) == (StepState.NOW, 0, 2)
    assert waiting.by == due_at(story.site, TAX, LIAONING)
    story.given(REGISTERED, *OF_ROOMS[:1])
    assert next(one for one in steps(story, "12:30", TAX).steps if one.kind is StepKind.ROOM_BACKUP).done == 1
    story.given(*OF_ROOMS[1:])
    done = next(one for one in steps(story, "12:30", TAX).steps if one.kind is StepKind.ROOM_BACKUP)
    assert done.state is StepState.DONE
    assert StepKind.ROOM_BACKUP not in {one.kind for one in steps(story, "12:30").steps}


def test_locks_come_back_after_the_last_session_of_the_day() -> None:
    story = Story("checked")
    assert StepKind.RETURN_LOCKS not in {one.kind for one in steps(story, "10:30").steps}
    back, close = steps(story, "12:30", TAX).steps[-2:]
    assert (close.kind, close.done, close.waits_for) == (StepKind.CLOSE_DAY, 0, StepKind.SIGN)
    assert (back.kind, back.state, back.waits_for) == (StepKind.RETURN_LOCKS, StepState.AHEAD, StepKind.END)
    assert (back.done, back.total) == (0, 2)
    story.given(LockReturned(ROOM_LOCK))
    assert steps(story, "12:30", TAX).steps[-2].done == 1
    story.given(LockReturned(ROOM_LOCK_2))
    assert steps(story, "12:30", TAX).steps[-2].state is StepState.DONE
    unused = lane(Story("prepared").site, LIAONING, TAX, at("12:30"))
    assert StepKind.RETURN_LOCKS not in {one.kind for one in unused.steps}


def two_days() -> Story:
    """The second session is on the next day."""
    story = Story("enrolled").given(*taken_in(1, LIAONING, session(), Session(TAX, 2, "tax", at("8:30", 31), 90)))
    names = list(STAGES)
    for name in names[names.index("prepared") :]:
        story.given(*STAGES[name])
    return story


def test_j_08_with_an_exam_on_the_next_day_the_equipment_is_sealed_over_night() -> None:
    story = two_days()
    seal = steps(story, "12:30").steps[-1]
    assert (seal.kind, seal.state, seal.done) == (StepKind.SEAL_AGAIN, StepState.NOW, 0)
    story.given(EquipmentWasSealed("F-2", SealPlace.SECURE_ROOM, at("12:40")))
    assert steps(story, "12:40").steps[-1].state is StepState.DONE
    assert StepKind.SEAL_AGAIN not in {one.kind for one in lane(story.site, LIAONING, TAX, at("7:00", 31)).steps}
    never = two_days()
    never.site.seal = None
    assert steps(never, "12:30").steps[-1].done == 0


def test_a_session_without_rooms_has_no_steps() -> None:
    story = Story("authorized").given(RoomsReleased(LAW, (R1,), "x"), StartAuthorized(TAX, "S-2", D1, 0))
    story.site.sessions[TAX].rooms.clear()
    now: datetime = at("9:50")
    assert lane(story.site, LIAONING, TAX, now).steps == ()
    assert lane(story.site, LIAONING, TAX, now).complete


def test_a_room_that_something_holds_up_is_allowed_before_its_start_is_entered() -> None:
    cut = FaultReported(FaultNo("AF-001"), FaultKind.POWER, LAW, R2, (), at("8:20"), GUIDE)
    story = Story("released").given(RoomStarted(LAW, R1, at("8:30"), GUIDE), cut)
    held_up = step(story, StepKind.DELAYS, "8:31:01")
    assert (held_up.state, held_up.done, held_up.total) == (StepState.LATE, 0, 1)
    start = step(story, StepKind.START, "8:31:01")
    assert (start.state, start.waits_for) == (StepState.AHEAD, StepKind.DELAYS)
    story.given(
        DelayAppliedFor(ASKED, LAW, (R2,), 30, Tier.CITY, (CauseNo("AF-001"),), at("8:31")),
        ConsentGiven(ASKED, Tier.CITY, Means.PHONE, D1, at("8:35"), at("8:35"), GUIDE),
    )
    assert step(story, StepKind.DELAYS, "8:36").state is StepState.DONE
    assert step(story, StepKind.START, "8:36").state is StepState.NOW


def test_a_room_that_stood_still_is_made_good_or_ends() -> None:
    number = FaultNo("AF-001")
    cut = FaultReported(number, FaultKind.POWER, LAW, R1, (), at("9:00"), GUIDE)
    story = Story("started").given(cut)
    assert StepKind.EXTRA_TIME not in [one.kind for one in steps(story, "9:05").steps]
    story.given(FaultRestored(number, at("9:10")))
    owed = step(story, StepKind.EXTRA_TIME, "9:11")
    assert (owed.state, owed.done, owed.total) == (StepState.NOW, 0, 1)
    loss = Loss(LossCause.FAULT, (CauseNo("AF-001"),), at("9:00"), at("9:10"), GUIDE)
    given = ExtraTimeGiven(GrantNo("AB-001"), LAW, R1, R1, (A1,), 10, Tier.ON_THE_SPOT, loss, at("9:12"))
    assert step(story.given(given), StepKind.EXTRA_TIME, "9:13").state is StepState.DONE

"""Incidents on the desk: the clock of reports (INC-02, J-16), whom to tell (INC-05), what hangs on one (INC-13)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.free_text import TextPart
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_course import (
    IncidentFiled,
    IncidentGraded,
    IncidentNoted,
    RoomEvacuated,
    RoomReturned,
)
from app.core.incident_kinds import Hop, IncidentKind, Severity
from app.core.incident_report import HopSkipped, IncidentReported
from app.core.incident_state import NoteKind, ReportKind, SkipReason
from app.core.plan import Room
from app.core.reset import CandidateReset
from app.core.room_move import RoomMoved, StandbyRoomOpened
from app.core.room_state import ResetCause
from app.core.rulebook import Rulebook
from app.core.terms import IncidentNo, RoomId, SessionId, Ticket, TransferNo
from app.views.agenda import StepState, lane
from app.views.board import board
from app.views.incident_course import CourseKind, course, resets
from app.views.incidents import (
    IncidentStep,
    ReportClock,
    clock,
    may_leave,
    next_step,
    outside,
    row,
    rows,
    unreported,
)
from app.views.step import StepKind
from tests.builders import (
    A1,
    ADMIN,
    B1,
    GUIDE,
    LAW,
    LIAONING,
    R1,
    R2,
    TAX,
    ZHEJIANG,
    Story,
    at,
    digest,
)
from tests.unit.conduct_story import (
    CONTENT,
    FINAL,
    NUMBER,
    OVER,
    happened,
    opened,
    tells,
    the,
    words,
)

TWO, THREE = IncidentNo("A-002"), IncidentNo("A-003")
SPARE = RoomId("081")


def told(hop: Hop, when: str = "9:05", count: int = 1, number: IncidentNo = NUMBER) -> IncidentReported:
    one = tells(hop, when)
    return IncidentReported(number, count, one.kind, hop, one.means, CONTENT.kept, False, one.happened_at, GUIDE)


def final(when: str = "9:40") -> IncidentReported:
    return replace(told(Hop.CHIEF, when, 3), kind=ReportKind.FINAL, text=FINAL.kept)


BOTH = (told(Hop.CHIEF), told(Hop.EXAM_AREA, "9:10", 2))


def state(story: Story, now: str, rules: Rulebook = LIAONING) -> tuple[ReportClock, int]:
    found = clock(the(story), rules, at(now))
    return found.state, found.seconds


# The clock


@pytest.mark.parametrize("rules", [LIAONING, ZHEJIANG])
def test_due_at_once_and_late_after_ten_minutes(rules: Rulebook) -> None:
    story = happened()
    assert state(story, "8:59", rules) == (ReportClock.DUE, 0)
    assert state(story, "9:00", rules) == (ReportClock.DUE, 0)
    assert state(story, "9:10", rules) == (ReportClock.DUE, 600)
    assert state(story, "9:10:01", rules) == (ReportClock.LATE, 601)


def test_the_clock_stops_with_the_last_level_of_the_way() -> None:
    story = happened(told(Hop.CHIEF))
    assert state(story, "9:07") == (ReportClock.DUE, 420)
    assert state(story.given(BOTH[1]), "11:00") == (ReportClock.TOLD, 600)
    late = happened(told(Hop.CHIEF), replace(told(Hop.EXAM_AREA, "9:10:01", 2), late=True))
    assert state(late, "11:00") == (ReportClock.TOLD_LATE, 601)


def test_it_runs_from_the_finding_and_anew_when_it_proves_graver() -> None:
    found = Story("confirmed").given(opened(found_at=at("9:20")))
    assert state(found, "9:30") == (ReportClock.DUE, 600)
    mild = happened(kind=IncidentKind.POWER)
    assert state(mild, "9:30") == (ReportClock.NOT_REQUIRED, 1800)
    mild.given(IncidentGraded(NUMBER, Severity.MAJOR, digest(""), at("9:30"), ADMIN))
    assert state(mild, "9:31") == (ReportClock.DUE, 60)


def test_a_skipped_level_is_not_waited_for() -> None:
    story = happened(told(Hop.CHIEF), told(Hop.LEADING_GROUP, "9:06", 2))
    assert row(the(story), ZHEJIANG, at("9:07")).next_hop is Hop.PATROL
    story.given(HopSkipped(NUMBER, Hop.PATROL, SkipReason.NOT_ON_SITE, at("9:07")))
    shown = row(the(story), ZHEJIANG, at("9:07"))
    assert (shown.next_hop, shown.clock.state) == (None, ReportClock.TOLD)


# What comes next


def test_a_grave_one_is_reported_dealt_with_reported_finally_and_filed() -> None:
    story = happened()
    assert next_step(the(story), LIAONING) is IncidentStep.REPORT
    assert row(the(story), LIAONING, at("9:01")).next_hop is Hop.CHIEF
    story.given(BOTH[0])
    assert row(the(story), LIAONING, at("9:06")).next_hop is Hop.EXAM_AREA
    assert next_step(the(story.given(BOTH[1])), LIAONING) is IncidentStep.SETTLE
    assert next_step(the(story.given(OVER)), LIAONING) is IncidentStep.FINAL_REPORT
    assert next_step(the(story.given(final())), LIAONING) is IncidentStep.FILE
    assert next_step(the(story.given(IncidentFiled(NUMBER, at("9:45")))), LIAONING) is IncidentStep.NOTHING


def test_a_general_one_is_only_recorded_but_for_004() -> None:
    story = happened(OVER, kind=IncidentKind.POWER)
    assert next_step(the(story), LIAONING) is IncidentStep.FILE
    assert next_step(the(story), ZHEJIANG) is IncidentStep.REPORT


def test_reports_stand_first_the_longest_at_the_top_and_what_rests_last() -> None:
    story = Story("confirmed").given(
        opened(IncidentKind.POWER),
        IncidentOpened(TWO, IncidentKind.ILLNESS, LAW, R2, at("9:20"), GUIDE),
        IncidentOpened(THREE, IncidentKind.TERROR, None, None, at("9:10"), GUIDE),
        IncidentOpened(IncidentNo("A-004"), IncidentKind.OTHER, LAW, R2, at("8:50"), GUIDE),
        IncidentFiled(IncidentNo("A-004"), at("9:00")),
        IncidentOpened(IncidentNo("A-005"), IncidentKind.OTHER, LAW, R2, at("8:55"), GUIDE),
        IncidentFiled(IncidentNo("A-005"), at("9:00")),
    )
    assert [one.number for one in rows(story.site, LIAONING, at("9:30"))] == [THREE, TWO, NUMBER, "A-005", "A-004"]


# On the rail and on the board


def reporting(story: Story, session: SessionId = LAW, now: str = "9:05") -> tuple[int, int, StepState] | None:
    steps = lane(story.site, LIAONING, session, at(now)).steps
    found = next((one for one in steps if one.kind is StepKind.REPORT_INCIDENT), None)
    return (found.done, found.total, found.state) if found else None


def test_the_step_stands_there_while_somebody_has_not_heard() -> None:
    story = happened().given(IncidentOpened(TWO, IncidentKind.ILLNESS, LAW, R2, at("9:04"), GUIDE))
    assert reporting(story) == (0, 2, StepState.NOW)
    assert reporting(story, now="9:10:01") == (0, 2, StepState.LATE)
    current = lane(story.site, LIAONING, LAW, at("9:10:01")).current
    assert current is not None
    assert current.kind is StepKind.REPORT_INCIDENT
    assert reporting(story.given(*BOTH)) == (1, 2, StepState.NOW)
    story.given(told(Hop.CHIEF, number=TWO), told(Hop.EXAM_AREA, number=TWO))
    assert reporting(story) is None


def test_what_belongs_to_no_session_is_asked_for_once() -> None:
    story = Story("confirmed").given(opened(room=None, session=None))
    assert reporting(story) == (0, 1, StepState.NOW)
    assert reporting(story, TAX) is None
    assert unreported(story.site, LIAONING, LAW) == unreported(story.site, LIAONING, TAX) == (NUMBER,)
    # After the last exam day no lane is left to ask in.
    later = Story("confirmed").given(
        IncidentOpened(NUMBER, IncidentKind.LEAK, None, None, at("9:00", day=31), GUIDE),
    )
    assert reporting(later) is None


def test_the_board_names_what_is_unreported_also_after_its_end() -> None:
    story = happened(OVER)
    shown = board(story.site, LIAONING, LAW, (LAW,), at("9:40"), {}, 60)
    assert shown.unreported == (NUMBER,)
    assert not any(card.incidents for card in shown.cards)
    assert board(story.site, LIAONING, TAX, (LAW,), at("9:40"), {}, 60).unreported == ()


# Who was reset meanwhile


def reset(when: str, story: Story, room: RoomId = R1, ticket: Ticket = A1) -> Story:
    return story.given(CandidateReset(LAW, room, ticket, ResetCause.MACHINE, "001", "002", at(when), GUIDE))


@pytest.mark.parametrize(("when", "counts"), [("8:59", False), ("9:00", True), ("9:30", True), ("9:31", False)])
def test_resets_of_its_room_count_while_it_lasts(when: str, *, counts: bool) -> None:
    story = reset(when, happened(OVER))
    assert resets(story.site, the(story)) == ((A1,) if counts else ())
    reset("9:45", story)
    assert resets(story.site, the(story)) == ((A1,) if counts else ())
    reset("9:10", story, R2, B1)
    assert B1 not in resets(story.site, the(story))


def test_a_room_that_moved_on_is_still_its_room() -> None:
    story = happened()
    story.site.plans[SPARE] = Room(SPARE, "Spare", "North", 1, 40, standby=True)
    numbers = tuple(TransferNo(f"AD-00{n}") for n in (1, 2, 3))
    story.given(StandbyRoomOpened(LAW, SPARE, NUMBER, at("9:04")))
    story.given(RoomMoved(LAW, R1, SPARE, NUMBER, numbers, at("9:05"), GUIDE))
    reset("9:10", story, SPARE)
    assert resets(story.site, the(story)) == (A1,)


def test_nobody_is_named_for_what_belongs_to_no_room() -> None:
    for session, room in ((LAW, None), (None, R1)):
        story = reset("9:10", Story("confirmed").given(opened(room=room, session=session)))
        assert resets(story.site, the(story)) == ()


# Its course


def test_the_course_goes_by_time_from_its_beginning_to_its_filing() -> None:
    note = words("note", TextPart.FACTS).kept
    story = Story("confirmed").given(
        opened(found_at=at("9:02")),
        told(Hop.CHIEF, "9:06"),
        IncidentNoted(NUMBER, NoteKind.FACTS, note, at("9:03"), GUIDE),
        RoomEvacuated(NUMBER, LAW, R1, 38, at("9:04"), GUIDE),
        RoomReturned(NUMBER, R1, at("9:20"), GUIDE),
        RoomEvacuated(NUMBER, LAW, R2, 30, at("9:05"), GUIDE),
        IncidentGraded(NUMBER, Severity.GENERAL, note, at("9:25"), ADMIN),
        IncidentClosed(NUMBER, at("9:30")),
        IncidentFiled(NUMBER, at("9:40")),
    )
    kind = CourseKind
    assert [line.kind for line in course(the(story))] == [
        kind.HAPPENED,
        kind.FOUND,
        kind.NOTE,
        kind.LEFT,
        kind.LEFT,
        kind.REPORT,
        kind.BACK,
        kind.GRADE,
        kind.OVER,
        kind.FILED,
    ]
    assert [left.room for left in outside(the(story))] == [R2]


def test_rooms_under_way_can_be_left() -> None:
    story = happened()
    assert may_leave(story.site, the(story)) == ((LAW, R1), (LAW, R2))
    story.given(RoomEvacuated(NUMBER, LAW, R1, 38, at("9:04"), GUIDE))
    assert may_leave(story.site, the(story)) == ((LAW, R2),)
    ended = Story("ended").given(opened())
    assert may_leave(ended.site, the(ended)) == ()

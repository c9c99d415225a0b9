"""What stands on the sheet of the draw and on the readiness report, from the state and the journal."""

from __future__ import annotations

import inspect
import re
from datetime import timedelta

from msgspec.structs import replace

from app.core import gate_looks, gate_staff
from app.core.avoidance import AvoidanceDeclared
from app.core.board_signing import BoardWasSigned
from app.core.directory import Directory, directory
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.duty_state import AbsenceReason, Numbered, Post, RedrawReason, Round
from app.core.free_text import FreeText, TextPart
from app.core.go_no_go import Answer, Cause, Gate
from app.core.hardware_items import MachineKind
from app.core.readiness import ItemSeenTo
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState, OpenGate
from app.core.room_closing import RoomsClosed, RoomSeal
from app.core.site_form import SiteForm
from app.core.staffing import StaffMember
from app.core.terms import Digest, PersonId, Role
from app.core.training import StaffTrained, TrainingTopic
from app.views.duty_sheet import DutySheet
from app.views.readiness_report import NOBODY_LOOKED, WAS_SO_ONCE, ReadinessReport
from app.views.site_papers import sheet_content
from tests.builders import A1, ADMIN, CANDIDATES, CHIEF, D1, GUIDE, MINUTE, PEOPLE, R1, R2, STAFF, at
from tests.unit.before_story import DAY, EVE, GOOD, checked, made, told

NONE = Digest("")


# The draw (E18)

LIST = tuple(PersonId(f"J{n}") for n in range(1, 9))
MEMBERS = (
    *STAFF,
    *(
        StaffMember(code, f"name {code}", Role.INVIGILATOR, skill=n % 2 == 0, id_number=f"9{n}")
        for n, code in enumerate(LIST)
    ),
    StaffMember(PersonId("L1"), "walker", Role.ROVING),
    StaffMember(PersonId("J9"), "twin", Role.INVIGILATOR, id_number="90"),
)
CREW = directory(CANDIDATES, MEMBERS)
MORNING = at("7:00")
TAKEN = LIST[:5]
FIRST = Numbered(1, "a" * 64, TAKEN, (PersonId("L1"),), (R1, R2), LIST[:1], (Post(LIST[1], R2),), None, False, MORNING)
SECOND = replace(FIRST, number=2, seed="b" * 64, reason=RedrawReason.STAFF_CHANGED, at=MORNING + MINUTE)
POSTS = (Post(LIST[0], R1), Post(LIST[1], R1), Post(LIST[2], R2), Post(LIST[3], R2))
DRAWN = DutyDrawn(DAY, 2, POSTS, (Round(PersonId("L1"), (R1, R2)),), MORNING + MINUTE)
REPLACED = DutyReplaced(DAY, LIST[0], LIST[4], (R1,), AbsenceReason.NEEDED_ELSEWHERE, MORNING + 9 * MINUTE, ADMIN)
DREW = (
    StaffTrained((*LIST[:6], PersonId("L1")), DAY - timedelta(days=3), (TrainingTopic.DUTIES,), False),
    AvailabilitySet((LIST[5],), AbsenceReason.ILL, EVE, ADMIN),
    AvoidanceDeclared(LIST[6], (A1,)),
    DrawNumbered(DAY, FIRST),
    DrawNumbered(DAY, SECOND),
    DRAWN,
    REPLACED,
)


def duty(*facts: object, people: Directory = CREW) -> DutySheet:
    site, history = told(*facts)  # type: ignore[arg-type]
    sheet = made(SiteForm.DRAW, site, history, people, str(DAY))
    assert isinstance(sheet, DutySheet)
    return sheet


def test_stf_06_the_result_is_who_serves_now_and_the_list_what_was_drawn() -> None:
    sheet = duty(*DREW)
    assert [one.invigilators for one in sheet.rooms] == [("name J5", "name J2"), ("name J3", "name J4")]
    assert [one.roving for one in sheet.rooms] == [("walker",), ("walker",)]
    assert [(one.code, one.rooms, one.barred, one.skilled) for one in sheet.listed][:2] == [
        (LIST[0], (R1,), (), True),
        (LIST[1], (R1,), (R2,), False),
    ]
    assert sheet.listed[-1].rooms == (R1, R2)
    assert sheet.reserve == ()
    assert sheet.last_at == REPLACED.at
    assert [(one.draw, one.out, one.put_in, one.rooms) for one in sheet.replaced] == [(2, "name J1", "name J5", (R1,))]
    assert [(one.number, one.reason, one.drawn_at) for one in sheet.draws] == [
        (1, "", None),
        (2, "staff_changed", DRAWN.at),
    ]


def test_stf_06_who_was_not_drawn_from_stands_with_the_reason_of_that_moment() -> None:
    found = {one.code: one.reason for one in duty(*DREW).left_out}
    # What happened after the draw was numbered is no reason: J1 was needed elsewhere and is on the list.
    assert found == {LIST[5]: "ill", LIST[6]: "avoidance", LIST[7]: "untrained", PersonId("J9"): "listed_twice"}
    back = AvailabilitySet((LIST[5],), None, EVE + MINUTE, ADMIN)
    again = {one.code: one.reason for one in duty(*DREW[:2], back, *DREW[2:]).left_out}
    assert again[LIST[5]] == ""
    once = DutyReplaced(DAY, LIST[0], LIST[4], (R1,), AbsenceReason.ABSENT, MORNING, ADMIN)
    fewer = replace(SECOND, number=3, invigilators=LIST[1:5])
    redrawn = duty(*DREW[:-1], once, DrawNumbered(DAY, fewer))
    assert {one.code: one.reason for one in redrawn.left_out}[LIST[0]] == "absent"


def test_stf_06_numbered_and_not_drawn_gives_nobody_a_room() -> None:
    pending = duty(DrawNumbered(DAY, FIRST))
    assert [one.invigilators for one in pending.rooms] == [(), ()]
    assert [one.rooms for one in pending.listed] == [()] * 6
    assert (pending.reserve, pending.last_at) == ((), MORNING)
    before = duty()
    assert (before.draws, before.listed, before.left_out, before.last_at) == ((), (), (), None)
    assert len(before.rooms) == 2


# The report (R13)

SIGNED = BoardWasSigned(Go.GO, DAY, at("7:30"), CHIEF, (), D1)


def report(*facts: object, people: Directory = PEOPLE, stage: str = "packaged") -> ReadinessReport:
    site, history = told(*facts, stage=stage)  # type: ignore[arg-type]
    sheet = made(SiteForm.READINESS_REPORT, site, history, people, str(DAY))
    assert isinstance(sheet, ReadinessReport)
    return sheet


def test_a_signed_board_stays_as_the_chief_saw_it() -> None:
    seen = report(SIGNED)
    assert report(SIGNED, RoomsClosed((RoomSeal(R1, "S1"),), at("7:40"), ADMIN)) == seen
    assert seen.decision
    assert (seen.decision.decision, seen.decision.by, seen.decision.reason) == ("go", "Qian", None)
    assert seen.last_at == SIGNED.at
    again = report(SIGNED, replace(SIGNED, at=at("7:50"), decision=Go.NO_GO, reason=NONE))
    assert again.decision
    assert (again.decision.decision, again.decision.at, again.decision.reason) == ("no_go", at("7:50"), "")


def test_what_stood_open_is_shown_as_it_was_signed() -> None:
    seen = replace(SIGNED, open=(OpenGate(f"machines/{R1}/machines_unchecked", 7), OpenGate("clock//clock_wrong", 0)))
    sheet = report(seen)
    not_yes = {(one.gate, one.room): one for one in sheet.cells if one.answer not in (Answer.YES, Answer.NOT_ASKED)}
    assert {place: (one.answer, one.count) for place, one in not_yes.items()} == {
        ("clock", ""): (Answer.NO, 0),
        ("machines", R1): (Answer.UNKNOWN, 7),
    }
    old = report(replace(SIGNED, open=(OpenGate("items//items_old", 2),)))
    assert {one.cause: one.answer for one in old.cells if one.cause} == {"items_old": Answer.STALE}


def test_each_cause_has_one_answer_and_the_report_knows_it() -> None:
    source = inspect.getsource(gate_looks) + inspect.getsource(gate_staff)
    said = {(how, Cause[name]) for how, name in re.findall(r"\b(no|unknown|stale)\(Cause\.([A-Z_]+)", source)}
    assert {cause for how, cause in said if how == "unknown"} == NOBODY_LOOKED
    assert {cause for how, cause in said if how == "stale"} == WAS_SO_ONCE
    assert not {cause for how, cause in said if how == "no"} & (NOBODY_LOOKED | WAS_SO_ONCE)


def test_what_was_looked_at_after_the_signature_stands_on_the_next_report() -> None:
    clock = ItemSeenTo(ReadinessItem.ROOM_CLOCK, (R1,), LookState.DONE, NONE, EVE, GUIDE)
    before = report(clock, checked("PC-1", GOOD, R1), SIGNED)
    after = report(clock, checked("PC-1", GOOD, R1), SIGNED, checked("PC-2", GOOD, R1), replace(clock, at=at("8:00")))
    assert after == before
    assert [one.total for one in after.sums] == [0, 0, 1, 0]


def test_a_board_of_another_day_is_no_decision_over_this_one() -> None:
    other = report(replace(SIGNED, day=DAY - timedelta(days=1)))
    assert other.decision is None
    assert other.last_at is None
    text = FreeText(((TextPart.REASON, "fetched"),), D1)
    told_why = report(SIGNED, people=directory(CANDIDATES, STAFF, texts={D1: text}))
    assert told_why.decision
    assert told_why.decision.reason == "fetched"


def test_the_board_stands_whole_on_the_report() -> None:
    sheet = report()
    assert [one.gate for one in sheet.cells] == [gate.value for gate in Gate] * 3
    closed = {one.room: (one.answer, one.cause) for one in sheet.cells if one.gate == Gate.CLOSED}
    assert closed[R1] == (Answer.NO, Cause.NOT_CLOSED)
    assert (sheet.version, sheet.printer, sheet.clocks) == ("4.3", None, ())
    untold = sheet_content(told()[0], PEOPLE, SiteForm.READINESS_REPORT, str(DAY), ())
    assert untold == sheet


def test_locks_clocks_printer_and_spare_machines_stand_on_it() -> None:
    spare = replace(checked("JK-9", GOOD), kind=MachineKind.INVIGILATION)
    clock = ItemSeenTo(ReadinessItem.ROOM_CLOCK, (R1,), LookState.DONE, NONE, EVE, GUIDE)
    printer = ItemSeenTo(ReadinessItem.PRINTER, (), LookState.DONE, NONE, EVE, ADMIN)
    sheet = report(spare, clock, printer, stage="released")
    assert [(one.machine, one.verdict) for one in sheet.spare] == [("JK-9", "not_checked")]
    assert [(one.room, one.found.by) for one in sheet.clocks] == [(R1, "Zhou")]
    assert sheet.printer
    assert {(one.room, one.in_use, one.offset_seconds) for one in sheet.locks} == {(R1, True, 1), (R2, True, 1)}
    before = report(stage="packaged")
    assert {(one.room, one.calibrated_at, one.in_use) for one in before.locks} == {(R1, None, False), (R2, None, False)}
    lockless, history = told()
    lockless.locks.clear()
    bare = made(SiteForm.READINESS_REPORT, lockless, history, PEOPLE, str(DAY))
    assert isinstance(bare, ReadinessReport)
    assert [one.serial for one in bare.locks] == ["", ""]


def test_names_beyond_the_everyday_signs_are_listed() -> None:
    plain = tuple(replace(one, name="Wu") for one in CANDIDATES)
    rare = replace(plain[0], name="\U00020bb7")
    assert [one.ticket for one in report(people=directory((rare, *plain[1:]), STAFF)).names] == [rare.ticket]
    assert report(people=directory(plain, STAFF)).names == ()

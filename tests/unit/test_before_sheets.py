"""What stands on the sheets of how a site was made ready, from the state and the journal."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from app.core.directory import Directory, directory
from app.core.free_text import FreeText, TextPart
from app.core.hardware import MachinesRemoved
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.hardware_verdict import MachineVerdict
from app.core.readiness import ItemSeenTo
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import LookState, TestKind
from app.core.room_closing import OpeningReason, RoomsClosed, RoomSeal, RoomsOpened
from app.core.room_test import RoomsTested, TestedRoom
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.site_form import SiteForm
from app.core.terms import Digest
from app.core.training import StaffTrained, TrainingTopic
from app.views.hardware_sheet import HardwareSheet
from app.views.machine_lines import Confirmed
from app.views.readiness_sheet import ReadinessSheet
from app.views.room_closing_sheet import RoomClosingSheet
from app.views.staff_sheet import StaffSheet
from tests.builders import ADMIN, CANDIDATES, D1, D2, GUIDE, MINUTE, PEOPLE, R1, R2, STAFF, at
from tests.unit.before_story import DAY, EVE, GOOD, HANDS, checked, made, told

NONE = Digest("")


# Hardware checklist (E16)

WHOLE = GOOD | HANDS


def checklist(*facts: object, people: Directory = PEOPLE) -> HardwareSheet:
    site, history = told(*facts)  # type: ignore[arg-type]
    sheet = made(SiteForm.HARDWARE, site, history, people)
    assert isinstance(sheet, HardwareSheet)
    return sheet


def test_rdy_01_machines_are_summed_by_kind_and_room() -> None:
    sheet = checklist(
        checked("PC-1", WHOLE, R1),
        checked("PC-2", WHOLE | {HardwareItem.SYSTEM: "windows_11"}, R1, EVE + MINUTE, GUIDE),
        checked("PC-3", WHOLE | {HardwareItem.KEYBOARD: "no"}, R1),
        checked("PC-4", GOOD, R2),
    )
    first, second = sheet.rooms
    assert first.sums.verdicts == (("recommended", 1), ("off_list", 1), ("fails", 1))
    assert (first.wanted, first.raised, first.desks, first.versions) == (40, False, (), (("4.3", 3),))
    assert first.confirmed[:2] == (Confirmed("detection", 3, 0), Confirmed("keyboard", 2, 1))
    assert (set(first.by), first.first_at, first.last_at) == ({"Sun", "Zhou"}, EVE, EVE + MINUTE)
    assert (second.sums.worth(MachineVerdict.NOT_CHECKED), second.by, second.first_at) == (1, (), None)
    assert [one.total for one in sheet.sums] == [0, 0, 4, 0]
    assert (sheet.first_at, sheet.checked_at, sheet.last_at) == (EVE, EVE + MINUTE, EVE + MINUTE)
    assert [(one.machines, one.all) for one in sheet.groups] == [
        (("PC-2",), False),
        (("PC-3",), False),
        (("PC-4",), True),
    ]


def test_rdy_03_what_is_not_known_is_said_once_for_all_machines_alike() -> None:
    sheet = checklist(*(checked(f"PC-{n}", GOOD, R1, EVE + n * MINUTE) for n in range(5)))
    (group,) = sheet.groups
    assert [one.item for one in group.items] == ["keyboard", "mouse", "screen"]
    assert {(one.value, one.by, one.at) for one in group.items} == {("", "", None)}
    assert len(group.machines) == 5


def test_rdy_07_two_machines_with_one_address_stand_with_each_other() -> None:
    same = WHOLE | {HardwareItem.ADDRESS: "10.0.0.8"}
    sheet = checklist(checked("PC-1", same, R1), checked("PC-2", same, R1))
    assert [(one.machines, one.clashes) for one in sheet.groups] == [(("PC-1", "PC-2"),) * 2]


def test_rdy_11_a_second_look_at_one_thing_is_a_test_again() -> None:
    again = checked("PC-1", {HardwareItem.KEYBOARD: "yes"}, R1, EVE + MINUTE)
    gone = MachinesRemoved(("PC-2", "PC-9"), EVE, ADMIN)
    site, history = told(checked("PC-1", GOOD, R1), checked("PC-1", HANDS, R1), again)
    sheet = made(SiteForm.HARDWARE, site, history)
    assert isinstance(sheet, HardwareSheet)
    assert [(one.name, one.looks) for one in sheet.machines] == [("PC-1", 2)]
    untold = made(SiteForm.HARDWARE, site, ())
    assert isinstance(untold, HardwareSheet)
    assert untold.machines[0].looks == 1
    removed = checklist(checked("PC-2", GOOD, R1), checked("PC-2", GOOD, R1), checked("PC-9", GOOD), gone)
    assert removed.machines == ()


def test_rdy_01_the_version_is_asked_for_as_the_exam_demands_and_advice_is_no_fault() -> None:
    bare = {**GOOD, HardwareItem.UPS: "no"}
    sheet = checklist(checked("KD-1", bare), checked("KD-2", {**GOOD, HardwareItem.UPS: "yes"}), checked("KD-3", GOOD))
    asked = next(one for one in sheet.requirements if one.item == HardwareItem.EXAM_SYSTEM)
    assert asked.recommended == asked.minimum == ("4.3",)
    ups = next(one for one in sheet.advice if one.kind == MachineKind.SITE)
    assert (ups.there, ups.absent, ups.unknown) == (1, 1, 1)
    assert all(item.item != HardwareItem.UPS for one in sheet.groups for item in one.items)


def test_rdy_02_a_machine_that_serves_in_place_of_another_is_named() -> None:
    desk = Reading(HardwareItem.CPU_MHZ, "3000", ReadingSource.MEASURED)
    first = replace(checked("JK-1", {}, R1), kind=MachineKind.INVIGILATION, readings=(desk,))
    spare = replace(first, room=None, machine="JK-9")
    site, history = told(first, spare)
    sheet = made(SiteForm.HARDWARE, site, history)
    assert isinstance(sheet, HardwareSheet)
    assert sheet.rooms[0].desks == ("JK-1",)
    assert next(one for one in sheet.sums if one.kind == MachineKind.INVIGILATION).spare == 1
    site.invigilation[R1] = "JK-9"
    swapped = made(SiteForm.HARDWARE, site, history)
    assert isinstance(swapped, HardwareSheet)
    assert swapped.rooms[0].desks == ("JK-9",)


def test_rdy_10_the_last_test_decides_and_an_acceptance_may_lapse() -> None:
    tested = RoomsTested(TestKind.SIMULATED, (TestedRoom(R1, True, 40),), EVE, ADMIN)
    failed = RoomsTested(TestKind.SIMULATED, (TestedRoom(R1, False, 40),), EVE + MINUTE, GUIDE)
    sheet = checklist(tested, failed, SealedRoomTested(True, EVE, ADMIN), SiteAccepted(at("17:00", 29), (R2,)))
    assert [(one.room, one.passed, one.at, one.by, one.tests) for one in sheet.tests] == [
        (R1, False, EVE + MINUTE, "Zhou", 2),
        (R2, False, None, "", 0),
    ]
    assert [(one.at, one.passed, one.by) for one in sheet.sealed] == [(EVE, True, "Sun")]
    (accepted,) = sheet.accepted
    assert (accepted.without, accepted.holds, [one.name for one in accepted.by]) == ((R2,), True, ["Sun", "Qian"])
    assert sheet.last_at == at("17:00", 29)
    lapsed = checklist(SiteAccepted(at("17:00", 29)), SealedRoomTested(False, at("17:30", 29), ADMIN))
    assert [one.holds for one in lapsed.accepted] == [False]
    assert checklist().last_at is None


# Readiness list (E17)


def test_rdy_14_items_are_told_by_due_day_and_by_room() -> None:
    written = ItemSeenTo(ReadinessItem.PLAN, (), LookState.DONE, D1, EVE, ADMIN)
    erased = ItemSeenTo(ReadinessItem.ELECTRICIAN, (), LookState.DONE, D2, EVE, ADMIN)
    rooms = ItemSeenTo(ReadinessItem.ROOM_SIGN, (R2,), LookState.FAULTY, NONE, EVE + MINUTE, GUIDE)
    site, history = told(written, erased, rooms)
    text = FreeText(((TextPart.EVIDENCE, "No. 7"),), D1)
    sheet = made(SiteForm.READINESS, site, history, directory(CANDIDATES, STAFF, texts={D1: text}))
    assert isinstance(sheet, ReadinessSheet)
    plan = next(one for one in sheet.week if one.item == ReadinessItem.PLAN)
    assert plan.found
    assert (plan.found.text, plan.found.by, plan.found.at) == ("No. 7", "Sun", EVE)
    electrician = next(one for one in sheet.eve if one.item == ReadinessItem.ELECTRICIAN)
    assert electrician.found
    assert electrician.found.text is None
    signs = next(one for one in sheet.of_rooms if one.item == ReadinessItem.ROOM_SIGN)
    assert (signs.rooms, [(room, found.state, found.text) for room, found in signs.found]) == (
        (R1, R2),
        [(R2, "faulty", "")],
    )
    assert all(one.item != ReadinessItem.CLOUD_STANDBY for one in sheet.of_rooms)
    assert (len(sheet.found), sheet.first_day, sheet.last_at) == (3, DAY, EVE + MINUTE)
    assert sheet.asked == len(sheet.week) + len(sheet.eve) + 2 * len(sheet.of_rooms)


# Closed rooms (R14) and training (E19)


def test_rdy_11_each_closing_and_opening_is_told_with_its_seal() -> None:
    site, history = told(
        RoomsClosed((RoomSeal(R1, "S1"), RoomSeal(R2, "S2")), EVE, GUIDE),
        checked("PC-1", GOOD, R1, EVE + MINUTE),
        RoomsOpened((R2,), False, OpeningReason.REPAIR, EVE + 2 * MINUTE, ADMIN),
    )
    sheet = made(SiteForm.ROOM_CLOSING, site, history)
    assert isinstance(sheet, RoomClosingSheet)
    assert [(one.seal, one.shut, one.disturbed) for one in sheet.rooms] == [("S1", True, True), ("S2", False, True)]
    assert [(one.room, one.seal, one.closed, one.intact, one.reason) for one in sheet.steps] == [
        (R1, "S1", True, None, ""),
        (R2, "S2", True, None, ""),
        (R2, "S2", False, False, "repair"),
    ]
    assert [one.name for one in sheet.steps[0].by] == ["Sun", "Qian"]
    assert sheet.steps[0].reported_by == "Zhou"
    assert sheet.last_at == EVE + 2 * MINUTE
    never = made(SiteForm.ROOM_CLOSING, *told())
    assert isinstance(never, RoomClosingSheet)
    assert ({one.seal for one in never.rooms}, never.last_at) == ({""}, None)


def test_stf_08_training_stands_on_the_staff_list() -> None:
    later = StaffTrained((GUIDE,), DAY, (TrainingTopic.RECORDS,), True)
    sooner = StaffTrained((ADMIN, GUIDE), DAY - timedelta(days=3), (TrainingTopic.DUTIES,), False)
    site, history = told(later, sooner)
    sheet = made(SiteForm.STAFF, site, history)
    assert isinstance(sheet, StaffSheet)
    assert [(one.on, one.people, one.late) for one in sheet.trainings] == [(sooner.on, 2, False), (DAY, 1, True)]
    assert {one.code: one.trained_on for one in sheet.lines if one.trained_on} == {ADMIN: sooner.on, GUIDE: sooner.on}

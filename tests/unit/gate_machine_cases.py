"""Stories of machines and tests, and what their gates say."""

from __future__ import annotations

from app.core.fault import FaultKind, FaultReported
from app.core.go_no_go import Answer, Cause, Gate
from app.core.hardware_items import HardwareItem, MachineKind
from app.core.machine_swap import MachineSwapped, SwapReason
from app.core.readiness_state import TestKind
from app.core.room_test import RoomsTested, TestedRoom
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.terms import FaultNo
from tests.builders import (
    GUIDE,
    LAW,
    MONGOLIA,
    R1,
    R2,
    ROOM_LOCK,
    at,
)
from tests.unit.board_story import EVE, SPARE, checked, desk_of
from tests.unit.duty_story import NOW
from tests.unit.gate_case import NO, UNKNOWN, YES, Case


def simulated(*, passed: bool) -> RoomsTested:
    return RoomsTested(TestKind.SIMULATED, (TestedRoom(R1, passed, 2),), at("16:30", 29), GUIDE)


SWAPPED = MachineSwapped(R1, desk_of(R1), SPARE, SwapReason.SLOW, ROOM_LOCK, True, True, NOW, GUIDE)
FAULT = FaultReported(FaultNo("AF-001"), FaultKind.MACHINE, LAW, R1, ("001", "002"), NOW, GUIDE)
DETECTION = (HardwareItem.DETECTION,)
MACHINE_CASES = [
    *(Case(Gate.MACHINES, room, Answer.NOT_ASKED, None, rules=MONGOLIA) for room in (None, R1)),
    Case(Gate.SPARE, None, Answer.NOT_ASKED, None, rules=MONGOLIA),
    Case(Gate.MACHINES, None, UNKNOWN, Cause.SITE_MACHINE_UNCHECKED, without=("site machine",)),
    Case(
        Gate.MACHINES,
        None,
        UNKNOWN,
        Cause.SITE_MACHINE_UNCHECKED,
        facts=(checked(MachineKind.SITE, None, "Z1", (HardwareItem.CPU_MHZ,)),),
        without=("site machine",),
    ),
    Case(Gate.MACHINES, None, NO, Cause.MACHINES_FAIL, 1, facts=(checked(MachineKind.SITE, None, "Z1", cpu_mhz="1"),)),
    Case(Gate.MACHINES, R1, NO, Cause.MACHINES_DOWN, 2, facts=(FAULT,)),
    Case(Gate.MACHINES, R2, YES, None, facts=(FAULT,)),
    Case(
        Gate.MACHINES,
        R1,
        NO,
        Cause.MACHINES_FAIL,
        2,
        facts=tuple(checked(MachineKind.EXAM, R1, f"K001-{n}", mouse="no") for n in (1, 2)),
    ),
    Case(Gate.MACHINES, R1, UNKNOWN, Cause.INVIGILATION_MACHINE_UNCHECKED, without=("desks",)),
    Case(
        Gate.MACHINES,
        R1,
        UNKNOWN,
        Cause.INVIGILATION_MACHINE_UNCHECKED,
        facts=(checked(MachineKind.INVIGILATION, R1, "J001", (HardwareItem.CPU_MHZ,)),),
        without=("desks",),
    ),
    Case(
        Gate.MACHINES,
        R1,
        NO,
        Cause.MACHINES_FAIL,
        1,
        facts=(checked(MachineKind.INVIGILATION, R1, "J001", cpu_mhz="1"),),
    ),
    # Two seats: one machine that was looked at is not the room.
    Case(
        Gate.MACHINES,
        R1,
        UNKNOWN,
        Cause.MACHINES_UNCHECKED,
        1,
        facts=(checked(MachineKind.EXAM, R1, "K001-1"),),
        without=("machines",),
    ),
    Case(Gate.MACHINES, R1, UNKNOWN, Cause.MACHINES_UNCHECKED, 2, without=("machines",)),
    Case(
        Gate.MACHINES,
        R1,
        UNKNOWN,
        Cause.MACHINES_UNCHECKED,
        1,
        facts=(checked(MachineKind.EXAM, R1, "K001-3", DETECTION),),
    ),
    # The spare machine serves there now, and what the old one was worth no longer counts.
    Case(
        Gate.MACHINES,
        R1,
        YES,
        None,
        facts=(SWAPPED, checked(MachineKind.INVIGILATION, R1, "J001", cpu_mhz="1")),
    ),
    Case(
        Gate.MACHINES,
        R1,
        NO,
        Cause.MACHINES_FAIL,
        1,
        facts=(SWAPPED, checked(MachineKind.INVIGILATION, None, SPARE, cpu_mhz="1")),
    ),
    Case(Gate.MACHINES, R1, UNKNOWN, Cause.INVIGILATION_MACHINE_UNCHECKED, facts=(SWAPPED,), without=("spare",)),
    Case(Gate.SPARE, None, NO, Cause.NO_SPARE_MACHINE, without=("spare",)),
    Case(Gate.SPARE, None, NO, Cause.NO_SPARE_MACHINE, facts=(SWAPPED,)),
    Case(
        Gate.SPARE,
        None,
        UNKNOWN,
        Cause.SPARE_UNCHECKED,
        facts=(checked(MachineKind.INVIGILATION, None, SPARE, (HardwareItem.CPU_MHZ,)),),
        without=("spare",),
    ),
    Case(
        Gate.SPARE,
        None,
        NO,
        Cause.MACHINES_FAIL,
        1,
        facts=(checked(MachineKind.INVIGILATION, None, SPARE, cpu_mhz="1"),),
    ),
]
TEST_CASES = [
    Case(Gate.TESTS, None, Answer.NOT_ASKED, None, rules=MONGOLIA),
    Case(Gate.TESTS, R1, Answer.NOT_ASKED, None, rules=MONGOLIA),
    Case(Gate.TESTS, None, UNKNOWN, Cause.SEALED_ROOM_TEST_MISSING, until="packaged"),
    Case(Gate.TESTS, None, NO, Cause.SEALED_ROOM_TEST_FAILED, facts=(SealedRoomTested(False, EVE, GUIDE),)),
    Case(
        Gate.TESTS,
        None,
        NO,
        Cause.NOT_ACCEPTED,
        facts=(SealedRoomTested(True, EVE, GUIDE),),
        until="packaged",
    ),
    Case(Gate.TESTS, R1, NO, Cause.LEFT_OUT, facts=(SiteAccepted(EVE, (R1,)),)),
    Case(Gate.TESTS, R2, YES, None, facts=(SiteAccepted(EVE, (R1,)),)),
    Case(Gate.TESTS, R1, YES, None, facts=(SiteAccepted(EVE, (R1,)), SealedRoomTested(False, EVE, GUIDE))),
    Case(Gate.TESTS, R1, UNKNOWN, Cause.TEST_MISSING, without=("tests",)),
    Case(Gate.TESTS, R1, NO, Cause.TEST_FAILED, facts=(simulated(passed=False),)),
    Case(Gate.TESTS, R1, YES, None, facts=(simulated(passed=False), simulated(passed=True))),
]

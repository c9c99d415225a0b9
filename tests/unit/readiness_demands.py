"""Whom the operations ask for that belong to the days before: machines, readiness, rooms, training, duty, the board."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.board_signing import SignBoard
from app.core.duty import DrawDuty, NumberDraw
from app.core.duty_change import ReplaceOnDuty, SetUnavailable
from app.core.duty_state import AbsenceReason, RedrawReason
from app.core.free_text import NO_TEXT
from app.core.hardware import BeginProbeRound, CheckMachines, MachineCheck, RemoveMachines
from app.core.hardware_items import MachineKind
from app.core.operation import CHIEF, OFFICE, SECOND_PERSON, SUPERVISORS, Demand, Operation
from app.core.readiness import LookAfter
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState, TestKind
from app.core.room_closing import CloseRooms, OpenRooms, RoomSeal
from app.core.room_test import RecordRoomTest, TestedRoom
from app.core.terms import Role
from app.core.training import RecordTraining, TrainingTopic
from tests.builders import ADMIN, GUIDE, GUIDE_2, R1, R2, at

NOW, DAY = at("8:30"), at("8:30").date()
ABOUT = (NOW, ADMIN)
HANDS = OFFICE | {Role.TECHNICIAN}
OF_ROOM = HANDS | {Role.ROOM_ADMIN}
LOOKERS = HANDS | {Role.EXAM_OFFICE, Role.CHIEF, Role.DEPUTY}
CHECKS = tuple(MachineCheck(MachineKind.EXAM, room, f"PC-{room}", ()) for room in (R1, R2))
SITE_MACHINE = MachineCheck(MachineKind.SITE, None, "KD-1", ())
RESULTS = tuple(TestedRoom(room, True, 1) for room in (R1, R2))
SEALS = tuple(RoomSeal(room, f"M-{room}") for room in (R1, R2))
LOOK = LookAfter(ReadinessItem.VIDEO, (R1,), LookState.DONE, NO_TEXT, *ABOUT)
OPEN = OpenRooms((R1,), True, None, *ABOUT)
TRAINED = RecordTraining((GUIDE,), DAY, (TrainingTopic.DUTIES,))

READINESS: list[tuple[Operation, Demand, frozenset[Role] | None]] = [
    (BeginProbeRound("ABCD2345"), Demand(HANDS), None),
    (CheckMachines(CHECKS[:1], "", *ABOUT), Demand(OF_ROOM), None),
    (CheckMachines(CHECKS, "", *ABOUT), Demand(HANDS), None),
    (CheckMachines((SITE_MACHINE,), "", *ABOUT), Demand(HANDS), None),
    (RemoveMachines(("PC-001",), ADMIN), Demand(HANDS), None),
    (LOOK, Demand(LOOKERS | {Role.ROOM_ADMIN}), None),
    (replace(LOOK, rooms=(R1, R2)), Demand(LOOKERS), None),
    (replace(LOOK, item=ReadinessItem.BELL, rooms=()), Demand(LOOKERS), None),
    (RecordRoomTest(TestKind.SIMULATED, RESULTS[:1], *ABOUT), Demand(OF_ROOM), None),
    (RecordRoomTest(TestKind.SIMULATED, RESULTS, *ABOUT), Demand(HANDS), None),
    (CloseRooms(SEALS[:1], *ABOUT), Demand(OF_ROOM, (SECOND_PERSON,)), None),
    (CloseRooms(SEALS, *ABOUT), Demand(HANDS, (SECOND_PERSON,)), None),
    (OPEN, Demand(OF_ROOM, (SECOND_PERSON,)), None),
    (replace(OPEN, rooms=(R1, R2)), Demand(HANDS, (SECOND_PERSON,)), None),
    (TRAINED, Demand(OFFICE | SUPERVISORS), None),
    (NumberDraw(DAY, "", None, beyond=False), Demand(OFFICE, (SUPERVISORS,)), None),
    (NumberDraw(DAY, "", RedrawReason.STAFF_CHANGED, beyond=True), Demand(OFFICE, (CHIEF,)), None),
    (DrawDuty(DAY), Demand(OFFICE), None),
    (SetUnavailable((GUIDE,), AbsenceReason.ILL, *ABOUT), Demand(OFFICE, (SUPERVISORS,)), None),
    (ReplaceOnDuty(DAY, GUIDE, GUIDE_2, AbsenceReason.ILL, *ABOUT), Demand(OFFICE, (CHIEF,)), None),
    (SignBoard(Go.GO, NO_TEXT), Demand(CHIEF), None),
]
"""Operation, whom it asks for, and who verifies where the rulebook lists it."""

"""The cases of the days before: machines, readiness, tests and closing of rooms, duty, the signed board, training."""

from __future__ import annotations

from datetime import timedelta

from app.core.board_signing import SignBoard
from app.core.duty import DrawDuty, NumberDraw
from app.core.duty_change import ReplaceOnDuty, SetUnavailable
from app.core.duty_state import AbsenceReason
from app.core.free_text import NO_TEXT
from app.core.hardware import BeginProbeRound, CheckMachines, MachineCheck, RemoveMachines
from app.core.hardware_items import MachineKind
from app.core.readiness import LookAfter
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState, TestKind
from app.core.room_closing import CloseRooms, OpeningReason, OpenRooms, RoomSeal
from app.core.room_test import RecordRoomTest, TestedRoom
from app.core.terms import RoomId
from app.core.training import RecordTraining, TrainingTopic
from app.views.case_names import AT, ROOM, SOMEBODY, Asked, Case

_ABOUT, _DAY = (AT, SOMEBODY), AT.date()
_ROOMS = (ROOM, RoomId("002"))
_CHECKS = tuple(MachineCheck(MachineKind.EXAM, room, "", ()) for room in _ROOMS)
_RESULTS = tuple(TestedRoom(room, True, 1) for room in _ROOMS)
_SEALS = tuple(RoomSeal(room, "") for room in _ROOMS)


def before_day() -> Asked:
    """What is looked at, tested, closed, drawn and signed before the exam day."""
    seen = (LookState.DONE, NO_TEXT, *_ABOUT)
    return (
        (Case.PROBE_ROUND, BeginProbeRound("")),
        (Case.CHECK_MACHINES, CheckMachines(_CHECKS[:1], "", *_ABOUT)),
        (Case.CHECK_MACHINES_ROOMS, CheckMachines(_CHECKS, "", *_ABOUT)),
        (Case.REMOVE_MACHINES, RemoveMachines((), SOMEBODY)),
        (Case.LOOK_AFTER, LookAfter(ReadinessItem.BELL, (), *seen)),
        (Case.LOOK_AFTER_ROOM, LookAfter(ReadinessItem.VIDEO, (ROOM,), *seen)),
        (Case.ROOM_TEST, RecordRoomTest(TestKind.SIMULATED, _RESULTS[:1], *_ABOUT)),
        (Case.ROOM_TESTS, RecordRoomTest(TestKind.SIMULATED, _RESULTS, *_ABOUT)),
        (Case.CLOSE_ROOM, CloseRooms(_SEALS[:1], *_ABOUT)),
        (Case.CLOSE_ROOMS, CloseRooms(_SEALS, *_ABOUT)),
        (Case.OPEN_ROOM, OpenRooms((ROOM,), True, None, *_ABOUT)),
        (Case.OPEN_ROOMS, OpenRooms(_ROOMS, True, None, *_ABOUT)),
        (Case.OPEN_ROOM_EARLY, OpenRooms((ROOM,), True, OpeningReason.REPAIR, AT - timedelta(days=1), SOMEBODY)),
        (Case.NUMBER_DRAW, NumberDraw(_DAY, "", None, beyond=False)),
        (Case.NUMBER_DRAW_AGAIN, NumberDraw(_DAY, "", None, beyond=True)),
        (Case.DRAW_DUTY, DrawDuty(_DAY)),
        (Case.UNAVAILABLE, SetUnavailable((SOMEBODY,), None, *_ABOUT)),
        (Case.REPLACE_ON_DUTY, ReplaceOnDuty(_DAY, SOMEBODY, SOMEBODY, AbsenceReason.ILL, *_ABOUT)),
        (Case.SIGN_BOARD, SignBoard(Go.GO, NO_TEXT)),
    )


def training() -> Asked:
    """On the last day for it under rules that leave it until the exam day, and a day later."""
    days = (_DAY, _DAY + timedelta(days=1))
    there, late = (RecordTraining((SOMEBODY,), day, (TrainingTopic.DUTIES,)) for day in days)
    return ((Case.TRAINING, there), (Case.TRAINING_LATE, late))

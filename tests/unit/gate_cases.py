"""One story for every cause: what is missing or went wrong, and what its gate then says of which room."""

from __future__ import annotations

from app.core.avoidance import AvoidanceDeclared
from app.core.calibration import LockCalibrated
from app.core.clock import SiteTimeConfirmed
from app.core.custody import LockReportedLost, LockReturned
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.duty_state import AbsenceReason
from app.core.go_no_go import Answer, Cause, Gate
from app.core.locks import LockReason, LockRegisterTaken, SiteLockOut
from app.core.mirror import MirrorBack, MirrorOut
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import LookState, TestKind
from app.core.room_closing import OpeningReason, RoomsOpened
from app.core.room_test import RoomsTested, TestedRoom
from app.core.safe_state import MirrorReason
from app.core.site import Source
from app.core.staffing import StaffMember
from app.core.start import RoomStarted
from app.core.terms import PersonId, Role, SupervisionNo
from app.core.timestamp import ScanChecked, TimestampRecorded
from tests.builders import (
    A1,
    ADMIN,
    B1,
    CHIEF,
    D1,
    GUIDE,
    LAW,
    LIAONING,
    LOCK,
    LOCKS,
    MONGOLIA,
    R1,
    R2,
    ROOM_LOCK,
    STAMP,
    at,
    staff,
)
from tests.unit.board_story import STICK, seen, with_rule
from tests.unit.duty_story import E1, E3, E4, NOW, TWIN
from tests.unit.gate_case import NO, STALE, UNKNOWN, YES, Case
from tests.unit.gate_machine_cases import MACHINE_CASES, TEST_CASES


def off(*people: PersonId) -> AvailabilitySet:
    return AvailabilitySet(people, AbsenceReason.ILL, NOW, GUIDE)


def calibrated(when: str, day: int = 30) -> LockCalibrated:
    return LockCalibrated(ROOM_LOCK, at(when, day), 1, SupervisionNo("A-002"))


def opened(day: int, reason: OpeningReason | None = None) -> RoomsOpened:
    return RoomsOpened((R1,), True, reason, at("7:00", day), GUIDE)


def asked(*, per_room: bool) -> int:
    """So many items of the list are a fault while nobody looked."""
    items = (one for one in LIAONING.readiness if not one.advice and not one.cloud and one.per_room is per_room)
    return sum(one.item is not ReadinessItem.PRINTER for one in items)


SECOND_CHIEF = staff(TWIN, "Qian", Role.CHIEF)
UNFIT_ADMIN = StaffMember(ADMIN, "Sun", Role.SITE_ADMIN)
UNFIT_GUIDE = StaffMember(GUIDE, "Zhou", Role.ROOM_ADMIN, R1)

DATA = [
    Case(Gate.DATA, None, NO, Cause.AUTHORIZATION_MISSING, until="packaged"),
    Case(Gate.DATA, R1, YES, None, until="packaged"),
    Case(Gate.TIMESTAMP, None, UNKNOWN, Cause.NOT_COMPARED, until="packaged"),
    Case(
        Gate.TIMESTAMP,
        None,
        UNKNOWN,
        Cause.NOT_COMPARED,
        facts=tuple(TimestampRecorded(one, STAMP, normalised=False) for one in (Source.PLATFORM, Source.CALIBRATION)),
        until="packaged",
    ),
    Case(Gate.TIMESTAMP, None, NO, Cause.TIMESTAMPS_DIFFER, facts=(TimestampRecorded(Source.PLATFORM, "2021", False),)),
    Case(Gate.TIMESTAMP, None, NO, Cause.SCAN_FAILED, facts=(ScanChecked(passed=False),)),
]
LOCK_CASES = [
    Case(Gate.LOCK, None, NO, Cause.LOCK_OUT, facts=(SiteLockOut(LOCK, LockReason.REMOVED),)),
    Case(Gate.LOCK, None, NO, Cause.LOCK_UNFIT, facts=(LockReportedLost(LOCK, NOW, GUIDE),)),
    Case(Gate.LOCK, R1, NO, Cause.LOCK_UNFIT, facts=(LockReportedLost(ROOM_LOCK, NOW, GUIDE),)),
    Case(Gate.LOCK, R1, NO, Cause.NO_ROOM_LOCK, facts=(LockRegisterTaken(1, LOCKS[1:], D1),)),
    Case(Gate.LOCK, R1, YES, None, until="packaged"),
    Case(Gate.LOCK, R1, Answer.NOT_ASKED, None, rules=MONGOLIA),
    Case(Gate.CALIBRATION, R1, Answer.NOT_ASKED, None, rules=MONGOLIA),
    Case(Gate.CALIBRATION, R1, UNKNOWN, Cause.NOT_CALIBRATED, until="prepared"),
    Case(Gate.CALIBRATION, R1, STALE, Cause.CALIBRATED_EARLIER, facts=(calibrated("17:00", 29),)),
    Case(Gate.CALIBRATION, R1, NO, Cause.NOT_IN_USE, facts=(calibrated("7:30"),)),
    Case(Gate.CALIBRATION, R1, NO, Cause.NOT_IN_USE, facts=(LockReturned(ROOM_LOCK),)),
    Case(Gate.CALIBRATION, R1, NO, Cause.NOT_IN_USE, facts=(LockReportedLost(ROOM_LOCK, NOW, GUIDE),)),
    Case(Gate.CLOCK, None, UNKNOWN, Cause.TIME_NOT_CONFIRMED, without=("time",)),
    Case(
        Gate.CLOCK,
        None,
        STALE,
        Cause.TIME_CONFIRMED_EARLIER,
        facts=(SiteTimeConfirmed(at("23:59:59", 29), "boot", 1, 0),),
    ),
    Case(Gate.CLOCK, R1, UNKNOWN, Cause.CLOCK_NOT_LOOKED_AT, rules=MONGOLIA),
    Case(
        Gate.CLOCK,
        R1,
        NO,
        Cause.CLOCK_WRONG,
        facts=(seen(ReadinessItem.ROOM_CLOCK, R1, state=LookState.FAULTY),),
        rules=MONGOLIA,
    ),
    Case(Gate.CLOCK, R1, YES, None, facts=(seen(ReadinessItem.ROOM_CLOCK, R1),), rules=MONGOLIA),
    Case(
        Gate.CLOCK,
        R1,
        YES,
        None,
        facts=(seen(ReadinessItem.ROOM_CLOCK, R1, state=LookState.NONE_HERE),),
        rules=MONGOLIA,
    ),
]
STAFF_CASES = [
    Case(Gate.STAFF, None, NO, Cause.CHIEFS, 0, facts=(off(CHIEF),)),
    Case(Gate.STAFF, None, NO, Cause.CHIEFS, 2, people=(SECOND_CHIEF,)),
    Case(Gate.STAFF, None, NO, Cause.SITE_ADMINS, 0, gone=(ADMIN,)),
    Case(Gate.STAFF, None, NO, Cause.NOT_QUALIFIED, 1, people=(UNFIT_ADMIN,)),
    Case(Gate.STAFF, R1, NO, Cause.ROOM_ADMINS, 0, facts=(off(GUIDE),)),
    Case(Gate.STAFF, R1, NO, Cause.NOT_QUALIFIED, 1, people=(UNFIT_GUIDE,)),
    Case(
        Gate.STAFF,
        R1,
        YES,
        None,
        people=(UNFIT_GUIDE,),
        rules=with_rule(LIAONING, admins_qualified=False),
    ),
    Case(Gate.STAFF, None, UNKNOWN, Cause.NOT_TRAINED, 13, without=("training",)),
    Case(Gate.STAFF, None, UNKNOWN, Cause.NOT_DECLARED, 13, without=("declared",)),
    Case(Gate.STAFF, None, UNKNOWN, Cause.NOT_DRAWN, without=("draw",)),
    Case(Gate.STAFF, R1, UNKNOWN, Cause.NOT_DRAWN, without=("draw",)),
    Case(Gate.STAFF, R1, NO, Cause.TOO_FEW_INVIGILATORS, 2, rules=with_rule(LIAONING, invigilators_per_room=3)),
    Case(Gate.STAFF, R1, NO, Cause.SOMEBODY_MISSING, 2, facts=(off(E1, E4),)),
    Case(Gate.STAFF, R2, YES, None, facts=(off(E1, E4),)),
    Case(Gate.STAFF, R1, NO, Cause.SOMEBODY_MISSING, 1, gone=(E4,)),
    # A relative declared after the draw, in the room or, under 002, anywhere; somebody found to sit the exam.
    Case(Gate.STAFF, R1, NO, Cause.SOMEBODY_MISSING, 1, facts=(AvoidanceDeclared(E4, (A1,)),)),
    Case(Gate.STAFF, R1, YES, None, facts=(AvoidanceDeclared(E4, (B1,)),)),
    Case(Gate.STAFF, R1, NO, Cause.SOMEBODY_MISSING, 1, facts=(AvoidanceDeclared(E4, (B1,)),), rules=MONGOLIA),
    Case(
        Gate.STAFF,
        R1,
        NO,
        Cause.SOMEBODY_MISSING,
        1,
        people=(StaffMember(E4, "E4", Role.INVIGILATOR, id_number="21010119900101123x"),),
    ),
    Case(
        Gate.STAFF,
        R1,
        YES,
        None,
        facts=(off(E4), DutyReplaced(at("8:30").date(), E4, E3, (R1,), AbsenceReason.ILL, NOW, GUIDE)),
    ),
]
OUT = MirrorOut(STICK.serial, MirrorReason.MEDIUM_GONE, NOW)
ITEM_CASES = [
    Case(Gate.ITEMS, None, UNKNOWN, Cause.ITEMS_OPEN, asked(per_room=False), without=("items",)),
    Case(Gate.ITEMS, R1, UNKNOWN, Cause.ITEMS_OPEN, asked(per_room=True), without=("items",)),
    Case(Gate.ITEMS, R1, NO, Cause.ITEMS_FAULTY, 1, facts=(seen(ReadinessItem.VIDEO, R1, state=LookState.FAULTY),)),
    Case(Gate.ITEMS, R2, YES, None, facts=(seen(ReadinessItem.VIDEO, R1, state=LookState.FAULTY),)),
    Case(Gate.FORMS, None, NO, Cause.DUTY_PHONE_MISSING, without=("phone",)),
    Case(Gate.FORMS, None, NO, Cause.FORMS_NOT_PRINTED, 2, without=("sheets",)),
    Case(Gate.FORMS, R1, NO, Cause.FORMS_NOT_PRINTED, 1, without=("items",)),
    Case(Gate.PRINTER, None, UNKNOWN, Cause.PRINTER_NOT_TRIED, without=("printer",)),
    Case(Gate.PRINTER, None, NO, Cause.PRINTER_FAULTY, facts=(seen(ReadinessItem.PRINTER, state=LookState.FAULTY),)),
    Case(Gate.MIRROR, None, NO, Cause.NO_MEDIUM, without=("medium", "mirror")),
    Case(Gate.MIRROR, None, NO, Cause.MIRROR_NOT_BEGUN, without=("mirror",)),
    Case(Gate.MIRROR, None, STALE, Cause.MIRROR_OUT, facts=(OUT,)),
    Case(Gate.MIRROR, None, YES, None, facts=(OUT, MirrorBack(STICK.serial))),
    Case(Gate.CLOSED, R1, NO, Cause.NOT_CLOSED, without=("closed",)),
    Case(Gate.CLOSED, R1, NO, Cause.NOT_CLOSED, facts=(opened(29, OpeningReason.REPAIR),)),
    Case(Gate.CLOSED, R1, YES, None, facts=(opened(30),)),
    Case(
        Gate.CLOSED,
        R1,
        STALE,
        Cause.DISTURBED,
        facts=(RoomsTested(TestKind.SIMULATED, (TestedRoom(R1, True, 2),), NOW, GUIDE),),
    ),
    Case(Gate.CLOSED, R2, YES, None, facts=(RoomStarted(LAW, R1, at("8:30"), GUIDE),)),
]
CASES = [*DATA, *LOCK_CASES, *MACHINE_CASES, *TEST_CASES, *STAFF_CASES, *ITEM_CASES]

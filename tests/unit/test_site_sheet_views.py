"""What the journal says of locks, supervision and seals, as it comes to stand on a sheet."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from app.core.authorization import ExamAuthorized, StartAuthorizationReceived
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned
from app.core.directory import Directory
from app.core.lock_state import Outcome, SealPlace, SupervisedKind
from app.core.locks import LockRegisterTaken
from app.core.operation import Fact
from app.core.sealing import (
    EquipmentUnsealed,
    EquipmentWasSealed,
    SealDecided,
    SealDecision,
    SealFoundBroken,
    UnsealReason,
)
from app.core.site import Site
from app.core.site_form import STEP_FORMS, SiteForm
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.terms import IncidentNo, LockSerial, PersonId, Role, SupervisionNo
from app.views.custody_sheet import Custody, LockLine, Movement, MovementKind, custody_sheet
from app.views.journal import Line
from app.views.seal_sheet import SealFinding, SealVerdict, seal_sheets
from app.views.site_papers import sheet_content, subjects
from app.views.site_sheet import History, Signatory
from app.views.supervision_sheet import ReceivedLine, SittingLine, SupervisionSheet
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    D2,
    GUIDE,
    GUIDE_2,
    LAW,
    LOCK,
    LOCKS,
    MINUTE,
    OFFICER,
    PEOPLE,
    R1,
    R2,
    ROOM_LOCK,
    ROOM_LOCK_2,
    TAX,
    Story,
    at,
    taken_in,
)

DAY = date(2021, 10, 30)
BOTH = ((ADMIN, Role.SITE_ADMIN), (CHIEF, Role.CHIEF))
SUN, QIAN = Signatory("Sun", Role.SITE_ADMIN), Signatory("Qian", Role.CHIEF)
A1, A2 = SupervisionNo("A-001"), SupervisionNo("A-002")
INCIDENT = IncidentNo("A-007")


def told(when: datetime, fact: Fact, *by: tuple[PersonId, Role]) -> Line:
    return Line(1, when, "", "", by or BOTH, fact)


PACKAGE = told(at("9:00", 28), taken_in()[0])


def custody(*lines: Line, day: date = DAY) -> Any:
    return custody_sheet(Story("packaged").site, PEOPLE, day, (PACKAGE, *lines))


def line(sheet: Any, serial: LockSerial = ROOM_LOCK) -> LockLine:
    found: LockLine = next(one for one in sheet.locks if one.serial == serial)
    return found


def test_locks_nobody_had_yet() -> None:
    sheet = custody()
    assert [one.serial for one in sheet.locks] == [ROOM_LOCK, ROOM_LOCK_2, LOCK]
    assert line(sheet) == LockLine(ROOM_LOCK, "invigilation", "", False, R1, Custody.NEVER, "", None)
    assert line(sheet, LOCK).room == ""
    assert (sheet.movements, sheet.last_at) == ((), None)
    assert (sheet.head.exam, sheet.head.site_name, sheet.day) == ("Economics", "School", DAY)


def test_a_lock_goes_from_hand_to_hand() -> None:
    lines = (
        told(at("7:00"), LockIssued(ROOM_LOCK, GUIDE)),
        told(at("9:00"), LockHandedOver(ROOM_LOCK, GUIDE, GUIDE_2), (CHIEF, Role.CHIEF)),
        told(at("11:00"), LockReturned(ROOM_LOCK)),
    )
    sheet = custody(*lines)
    assert sheet.movements == (
        Movement(at("7:00"), ROOM_LOCK, MovementKind.ISSUED, "Sun", "Zhou", ""),
        Movement(at("9:00"), ROOM_LOCK, MovementKind.HANDED_OVER, "Zhou", "Feng", ""),
        Movement(at("11:00"), ROOM_LOCK, MovementKind.RETURNED, "Feng", "Sun", ""),
    )
    assert sheet.last_at == at("11:00")
    assert line(sheet) == LockLine(ROOM_LOCK, "invigilation", "", False, R1, Custody.RETURNED, "", at("11:00"))
    out = line(custody(*lines[:2]))
    assert (out.custody, out.holder, out.since) == (Custody.OUT, "Feng", at("9:00"))


def test_a_lock_leaves_the_sitting_with_someone() -> None:
    use = LockTakenIntoUse(ROOM_LOCK, R2, GUIDE, A1, at("7:15"))
    calibrated = told(at("7:10"), LockCalibrated(ROOM_LOCK, at("7:09"), 1, A1))
    sheet = custody(calibrated, told(at("7:15"), use), told(at("7:16"), replace(use, holder=GUIDE_2)))
    assert sheet.movements == (
        Movement(at("7:15"), ROOM_LOCK, MovementKind.TAKEN_INTO_USE, "Sun", "Zhou", ""),
        Movement(at("7:16"), ROOM_LOCK, MovementKind.TAKEN_INTO_USE, "Zhou", "Feng", ""),
    )
    assert line(sheet).room == R2


def test_who_has_a_lock_already_is_not_given_it_again() -> None:
    use = LockTakenIntoUse(ROOM_LOCK, R1, GUIDE, A1, at("7:15"))
    sheet = custody(told(at("7:00"), LockIssued(ROOM_LOCK, GUIDE)), told(at("7:15"), use))
    assert [one.kind for one in sheet.movements] == [MovementKind.ISSUED]
    assert line(sheet).since == at("7:00")


def test_a_lost_lock_names_who_reported_and_who_had_it() -> None:
    lost = told(at("8:05"), LockReportedLost(ROOM_LOCK, at("8:00"), GUIDE_2))
    sheet = custody(told(at("7:00"), LockIssued(ROOM_LOCK, GUIDE)), lost)
    assert sheet.movements[-1] == Movement(at("8:00"), ROOM_LOCK, MovementKind.LOST, "Feng", "", "Zhou")
    assert (line(sheet).custody, line(sheet).holder, line(sheet).since) == (Custody.LOST, "Zhou", at("8:00"))
    assert custody(lost).movements[-1].holder == ""


def test_a_sheet_tells_of_its_own_day_and_what_held_at_its_end() -> None:
    lines = (
        told(at("15:00", 29), LockIssued(ROOM_LOCK, GUIDE)),
        told(at("11:00"), LockReturned(ROOM_LOCK)),
        told(at("11:05"), LockIssued(ROOM_LOCK_2, GUIDE)),
    )
    eve, day = custody(*lines, day=date(2021, 10, 29)), custody(*lines)
    assert [one.kind for one in eve.movements] == [MovementKind.ISSUED]
    assert (line(eve).custody, line(eve, ROOM_LOCK_2).custody) == (Custody.OUT, Custody.NEVER)
    assert [one.at for one in day.movements] == [at("11:00"), at("11:05")]
    assert (line(day).custody, line(day, ROOM_LOCK_2).custody) == (Custody.RETURNED, Custody.OUT)


def test_a_newer_register_keeps_what_happened_and_drops_what_is_another_lock() -> None:
    lines = [told(at("7:00"), LockIssued(one, GUIDE)) for one in (ROOM_LOCK, ROOM_LOCK_2, LOCK)]
    register = (replace(LOCKS[0], reference="R-9", revoked=True), replace(LOCKS[1], jwk="{}"))
    sheet = custody(*lines, told(at("7:30"), LockRegisterTaken(1, register, D1)))
    assert [one.serial for one in sheet.locks] == [ROOM_LOCK, ROOM_LOCK_2]
    assert line(sheet) == LockLine(ROOM_LOCK, "invigilation", "R-9", True, R1, Custody.OUT, "Zhou", at("7:00"))
    assert line(sheet, ROOM_LOCK_2).custody == Custody.NEVER
    assert len(sheet.movements) == 3


def test_codes_stand_for_names_that_were_erased() -> None:
    lines = (PACKAGE, told(at("7:00"), LockIssued(ROOM_LOCK, GUIDE)))
    sheet = custody_sheet(Story("packaged").site, Directory(), DAY, lines)
    assert (sheet.movements[0].giver, sheet.movements[0].taker) == (ADMIN, GUIDE)


def supervised(number: SupervisionNo, *facts: Fact, kind: SupervisedKind = SupervisedKind.LOCKS) -> History:
    begun = SupervisionOpened(number, kind, ADMIN, CHIEF, at("7:05"), at("8:05"), LockSerial("V-1"))
    ended = SupervisionClosed(number, Outcome.DONE, at("7:25"))
    return tuple(told(at("7:08"), fact) for fact in (begun, *facts, ended))


def sheet_of(number: SupervisionNo, history: History) -> SupervisionSheet:
    site = Story("packaged").site
    for one in history:
        one.fact.apply(site)
    sheet = sheet_content(site, PEOPLE, SiteForm.SUPERVISION, number, history)
    assert isinstance(sheet, SupervisionSheet)
    return sheet


CALIBRATED = LockCalibrated(ROOM_LOCK, at("7:01"), 3, A1)
USED = LockTakenIntoUse(ROOM_LOCK, R1, GUIDE, A1, at("7:09"))


def test_a_sitting_has_a_line_for_each_lock() -> None:
    other = LockCalibrated(ROOM_LOCK_2, at("7:02"), -1, A1)
    sheet = sheet_of(A1, supervised(A1, CALIBRATED, other, USED))
    assert sheet.locks == (
        SittingLine(ROOM_LOCK, R1, at("7:01"), 3, at("7:09"), "Zhou"),
        SittingLine(ROOM_LOCK_2, "", at("7:02"), -1),
    )
    assert (sheet.operator, sheet.supervisor, sheet.device) == (SUN, QIAN, "V-1")
    assert (sheet.opened_at, sheet.closes_by, sheet.closed_at) == (at("7:05"), at("8:05"), at("7:25"))
    assert (sheet.outcome, sheet.authorizations, sheet.last_at) == (Outcome.DONE, (), at("7:25"))


def test_every_calibration_and_every_use_of_a_sitting_stands_there() -> None:
    again, handed = replace(CALIBRATED, at=at("7:04")), replace(USED, holder=GUIDE_2, at=at("7:12"))
    sheet = sheet_of(A1, supervised(A1, CALIBRATED, again, USED, handed))
    assert sheet.locks == (
        SittingLine(ROOM_LOCK, "", at("7:01"), 3),
        SittingLine(ROOM_LOCK, R1, at("7:04"), 3, at("7:09"), "Zhou"),
        SittingLine(ROOM_LOCK, R1, at("7:04"), 3, at("7:12"), "Feng"),
    )


def test_a_lock_calibrated_in_an_earlier_sitting_is_used_in_the_next() -> None:
    history = (*supervised(A1, CALIBRATED), *supervised(A2, replace(USED, supervision=A2)))
    assert sheet_of(A1, history).locks == (SittingLine(ROOM_LOCK, "", at("7:01"), 3),)
    assert sheet_of(A2, history).locks == (SittingLine(ROOM_LOCK, R1, at("7:01"), 3, at("7:09"), "Zhou"),)


def test_a_receipt_names_what_came_in_while_it_was_open() -> None:
    receipt = SupervisedKind.RECEIPT
    history = (
        *supervised(A1, ExamAuthorized("E-1", D1), kind=receipt),
        *supervised(
            A2,
            StartAuthorizationReceived(LAW, "S-1", D1),
            StartAuthorizationReceived(TAX, "S-2", D2),
            kind=receipt,
        ),
    )
    assert sheet_of(A1, history).authorizations == (ReceivedLine("", "E-1", D1[:16], at("7:08")),)
    assert sheet_of(A2, history).authorizations == (
        ReceivedLine(LAW, "S-1", D1[:16], at("7:08")),
        ReceivedLine(TAX, "S-2", D2[:16], at("7:08")),
    )


def test_a_supervision_that_goes_on() -> None:
    sheet = sheet_of(A1, supervised(A1, CALIBRATED)[:-1])
    assert (sheet.closed_at, sheet.outcome, sheet.last_at) == (None, "", None)


SEALED = told(at("18:00", 29), EquipmentWasSealed("F-1", SealPlace.SECURE_ROOM, at("18:00", 29)))
BROKEN = told(at("7:00"), SealFoundBroken("F-2", False, INCIDENT))
DECIDED = told(at("7:20"), SealDecided(INCIDENT, SealDecision.EXAMINED_AND_USED, at("7:20")), *BOTH[::-1])


def sealings(*lines: Line) -> Any:
    return seal_sheets(Story("packaged").site, PEOPLE, (PACKAGE, *lines))


def test_a_seal_is_put_on_and_opened() -> None:
    (sheet,) = sealings(SEALED)
    assert (sheet.count, sheet.number, sheet.place) == (1, "F-1", SealPlace.SECURE_ROOM)
    assert (sheet.sealed_at, sheet.sealed_by) == (at("18:00", 29), (SUN, QIAN))
    assert (sheet.closed, sheet.last_at) == (False, at("18:00", 29))
    alone = told(at("7:00"), EquipmentUnsealed(at("7:00"), None), BOTH[0])
    (sheet,) = sealings(SEALED, alone)
    assert (sheet.opened_at, sheet.opened_by, sheet.reason) == (at("7:00"), (SUN,), "")
    assert (sheet.closed, sheet.last_at, sheet.incident) == (True, at("7:00"), "")


def test_every_night_has_its_sheet() -> None:
    repair = told(at("19:00", 29), EquipmentUnsealed(at("19:00", 29), UnsealReason.REPAIR))
    first, second = sealings(SEALED, repair, replace_at(SEALED, at("20:00", 29)))
    assert (first.count, first.reason, second.count, second.opened_at) == (1, UnsealReason.REPAIR, 2, None)


def replace_at(line: Line, when: datetime) -> Line:
    assert isinstance(line.fact, EquipmentWasSealed)
    return told(when, replace(line.fact, at=when))


def test_a_broken_seal_waits_for_the_chief() -> None:
    (sheet,) = sealings(SEALED, BROKEN)
    assert sheet.finding == SealFinding(at("7:00"), "F-2", False, (SUN, QIAN))
    assert (sheet.incident, sheet.verdict, sheet.closed) == (INCIDENT, None, False)
    (sheet,) = sealings(SEALED, BROKEN, DECIDED)
    assert sheet.verdict == SealVerdict(at("7:20"), SealDecision.EXAMINED_AND_USED, (QIAN, SUN))
    assert (sheet.opened_at, sheet.closed, sheet.last_at) == (None, True, at("7:20"))


def test_equipment_that_bore_no_seal_has_a_sheet_too() -> None:
    (never,) = sealings(DECIDED)
    assert (never.count, never.number, never.sealed_at, never.incident) == (1, "", None, INCIDENT)
    opened = told(at("8:00", 29), EquipmentUnsealed(at("8:00", 29), None))
    first, second = sealings(SEALED, opened, DECIDED)
    assert (first.verdict, second.count, second.number) == (None, 2, "")
    assert second.verdict is not None


def test_there_is_a_sheet_for_whatever_happened() -> None:
    history = (
        PACKAGE,
        SEALED,
        told(at("15:00", 29), LockIssued(ROOM_LOCK, GUIDE)),
        *supervised(A1, CALIBRATED),
        told(at("11:00"), LockReturned(ROOM_LOCK)),
    )
    site = Story("packaged").site
    for one in history[1:]:
        one.fact.apply(site)
    found = subjects(site, PEOPLE, STEP_FORMS, history)
    assert found == (
        (SiteForm.SUPERVISION, "A-001"),
        (SiteForm.SEAL, "1"),
        (SiteForm.CUSTODY, "2021-10-29"),
        (SiteForm.CUSTODY, "2021-10-30"),
    )
    assert all(sheet_content(site, PEOPLE, form, subject, history) for form, subject in found)


@pytest.mark.parametrize(
    ("form", "subject"), [(SiteForm.SUPERVISION, "A-099"), (SiteForm.SEAL, "1"), (SiteForm.CUSTODY, "yesterday")]
)
def test_nothing_happened(form: SiteForm, subject: str) -> None:
    assert sheet_content(Story("packaged").site, PEOPLE, form, subject, (PACKAGE,)) is None


def test_before_a_package_there_is_no_sheet() -> None:
    history = supervised(A1, CALIBRATED)
    site = Site()
    for one in (history[0], history[-1]):
        one.fact.apply(site)
    assert subjects(site, PEOPLE, STEP_FORMS, history) == ()
    assert sheet_content(site, PEOPLE, SiteForm.SUPERVISION, A1, history) is None
    with pytest.raises(LookupError):
        seal_sheets(site, PEOPLE, ())


def test_who_signs_twice_stands_there_once() -> None:
    twice = (*BOTH, (OFFICER, Role.EXAM_OFFICE), (OFFICER, Role.EXAM_OFFICE))
    (sheet,) = sealings(told(at("18:00"), EquipmentWasSealed("F-1", SealPlace.EXAM_OFFICE, at("18:00")), *twice))
    assert sheet.sealed_by == (SUN, QIAN, Signatory("Li", Role.EXAM_OFFICE))
    assert sheet.last_at == at("17:59") + MINUTE

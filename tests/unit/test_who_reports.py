"""What was reported from a room was reported by the operator or by someone on the staff list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from msgspec import structs

from app.core.attendance import ConfirmAttendance
from app.core.closing import EndRooms
from app.core.collection import AnswersConfirmed, CollectByHand, ConfirmCollected, EnterRoomResult
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.custody import ReportLockLost
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_change import ReplaceOnDuty, SetUnavailable
from app.core.duty_state import AbsenceReason, Numbered, Round
from app.core.end_phase import ConfirmViolations, CountScratchPaper, ReportUngatedEnd
from app.core.entry import CheckIn
from app.core.evidence import MoveEvidence, NotePolice, TakeEvidence
from app.core.fault import FaultKind, ReportFault
from app.core.free_text import NO_TEXT, TextPart
from app.core.hardware import CheckMachines, MachineCheck, MachineChecked, RemoveMachines
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.identity import AdmitHeld, AdmittedOn, HeldAtDoor, HoldAtDoor, RefuseHeld
from app.core.impersonation import (
    ImpostorStep,
    ImpostorSuspected,
    NoteImpostorStep,
    RecordSecondCheck,
    SuspectImpostor,
)
from app.core.incident import OpenIncident
from app.core.incident_course import NoteIncident, RecordEvacuation, RecordReturn, RoomEvacuated
from app.core.incident_kinds import Hop, IncidentKind
from app.core.incident_state import NoteKind
from app.core.leaving import GiveUp, RecordLeaving
from app.core.login import RecordLogins
from app.core.machine_swap import SwapMachine, SwapReason
from app.core.machines import ServeSpare, SpareServed
from app.core.media import MediumRegistered, ReportMediumLost
from app.core.operation import Operation, PersonUnknown, Signer
from app.core.pin import PinChanged
from app.core.qualification import Qualified
from app.core.readiness import LookAfter
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import LookState, TestKind
from app.core.removal import RemoveCandidate
from app.core.reset import CandidateReset, NoteResetFailed, ResetCandidates
from app.core.resume import ConfirmPaperEntered, DayResumed
from app.core.room_closing import CloseRooms, OpenRooms, RoomsClosed, RoomSeal
from app.core.room_move import MoveRoom
from app.core.room_report import TakeRoomReport
from app.core.room_state import HoldCause, ResetCause, SettledAs
from app.core.room_test import RecordRoomTest, TestedRoom
from app.core.sealed_room_test import RecordSealedRoomTest
from app.core.seating import DrawSeat, RecordSeats
from app.core.session_state import Bell
from app.core.settlement import CancelReason, CancelTransfer, Found, SettleTransfer
from app.core.signals import RecordBell, RecordReminder
from app.core.standalone_course import NoteInterimCopy, WithdrawStandalone
from app.core.start import RecordStarts, RoomStart
from app.core.terms import MediumSerial, PersonId, Role
from app.core.training import StaffTrained, TrainingTopic
from app.core.transfer import TransferIn, TransferOut
from app.core.violation_state import EvidenceKind, KeptAt, WaitingPlace
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    D1,
    GUIDE,
    ID_CARD,
    LAW,
    PASSED,
    R1,
    R2,
    ROOM_LOCK,
    STRANGER,
    Story,
    at,
)
from tests.unit.alone_story import after_reset, asks, consented, goes_on, went_out
from tests.unit.conduct_story import (
    FIRST,
    NUMBER,
    ONLY_WITNESSES,
    RECORD,
    REFUSE,
    ROVING,
    ROVING_TWIN,
    SIGN,
    TELL,
    TOLD,
    WITNESSES,
    caught,
    happened,
    taken,
    tells,
    words,
)
from tests.unit.conduct_story import here as people
from tests.unit.crowded import INCIDENT, R3, STARTED, came, full, logged_in, morning, opened, sent, sits
from tests.unit.demands import NO_DOCUMENT, NOW, TABLE

HELD = HeldAtDoor(LAW, R1, A1, HoldCause.NO_TICKET, at("8:10"), ADMIN)
SUSPECTED = ImpostorSuspected(LAW, R1, A1, INCIDENT, at_door=True, at=at("8:10"), reported_by=ADMIN)
SPARE = SpareServed(R1, ("003",), in_service=True, at=at("8:22"), reported_by=ADMIN)
WAITS = CandidateReset(LAW, R1, A1, ResetCause.CLOUD, "001", "001", NOW, ADMIN)
BY_HAND = AnswersConfirmed(LAW, R1, (A1,), (), (A2,), at("10:00"), ADMIN)
DAY = NOW.date()
SEEN = MachineCheck(MachineKind.EXAM, R1, "PC-1", (Reading(HardwareItem.MOUSE, "yes", ReadingSource.BY_HAND),))
CHECKED = MachineChecked(MachineKind.EXAM, R1, "PC-1", SEEN.readings, at("8:00"), ADMIN)
CLOSED = RoomsClosed((RoomSeal(R1, "M-1"),), at("8:00"), ADMIN)
DRAWN = (
    StaffTrained((ROVING_TWIN,), PASSED, (TrainingTopic.DUTIES,), late=False),
    DrawNumbered(DAY, Numbered(1, "5eed", (), (ROVING,), (R1,), (), (), None, False, at("7:00"))),
    DutyDrawn(DAY, 1, (), (Round(ROVING, (R1,)),), at("7:00")),
)
STICK = MediumRegistered(MediumSerial("U-1"), "U-1", ADMIN, read=True)
RESUMED = DayResumed("B", STICK.serial, 40, at("8:35"), 2, at("8:40"))
LEFT = RoomEvacuated(NUMBER, LAW, R1, 2, at("9:05"), ADMIN)
STAYED = SettleTransfer(LAW, A3, SettledAs.STAYED, None, Found.ROOM_SYSTEM, NOW, ADMIN)

# Each with the state of the site in which it is taken.
REPORTS: list[tuple[Callable[[], Story], Operation]] = [
    (partial(Story, "released"), RecordStarts(LAW, (RoomStart(R1, NOW),), ADMIN)),
    (partial(Story, "released"), CheckIn(LAW, A1, ID_CARD, NOW, ADMIN)),
    (partial(Story, "started"), ConfirmAttendance(LAW, R1, (), at("8:40"), ADMIN)),
    (partial(Story, "confirmed"), CorrectAttendance(LAW, A1, False, CorrectionReason.MISHEARD, NOW, ADMIN)),
    (partial(Story, "started"), TakeRoomReport(LAW, R1, 0, 0, 0, 0, 0, NOW, ADMIN, NO_DOCUMENT)),
    (partial(Story, "reported"), EndRooms(LAW, (R1,), at("10:01"), ADMIN)),
    (partial(Story, "opened"), RecordSealedRoomTest(True, NOW, ADMIN)),
    (partial(Story, "opened"), ReportLockLost(ROOM_LOCK, NOW, ADMIN)),
    (partial(Story, "packaged"), OpenIncident(IncidentKind.OTHER, LAW, R1, NOW, ADMIN)),
    (partial(Story, "packaged"), ReportFault(FaultKind.POWER, LAW, R1, (), NOW, ADMIN)),
    (partial(Story, "packaged"), RecordBell(LAW, Bell.START, NOW, ADMIN)),
    (partial(Story, "started"), RecordReminder(LAW, (R1,), at("9:46"), ADMIN)),
    (partial(Story, "started"), RecordSecondCheck(LAW, R1, at("8:50"), ADMIN)),
    (partial(Story, "packaged"), SwapMachine(R1, "J1", "J2", SwapReason.SLOW, True, True, NOW, ADMIN)),
    (morning, HoldAtDoor(LAW, A1, HoldCause.NO_TICKET, NOW, ADMIN)),
    (partial(morning, HELD), AdmitHeld(LAW, A1, ID_CARD, AdmittedOn.PROVED, NOW, ADMIN)),
    (partial(morning, HELD), RefuseHeld(LAW, A1, NOW, ADMIN)),
    (morning, SuspectImpostor(LAW, A1, NOW, ADMIN)),
    (partial(morning, SUSPECTED), NoteImpostorStep(LAW, A1, ImpostorStep.POLICE, NOW, ADMIN)),
    (partial(morning, *came(A1)), DrawSeat(LAW, A1, ("001", "002", "003"), None, NOW, ADMIN)),
    (partial(morning, *came(A1)), RecordSeats(LAW, R1, sits((A1, "001")), None, NOW, ADMIN)),
    (partial(morning, *came(A1)), RecordLogins(LAW, R1, sits((A1, "001")), NOW, ADMIN)),
    (full, TransferOut(LAW, A3, NOW, ADMIN)),
    (partial(full, sent()), TransferIn(LAW, A3, R2, NOW, ADMIN)),
    (partial(full, sent(), SPARE), CancelTransfer(LAW, A3, CancelReason.SEAT_CAME_FREE, NOW, ADMIN)),
    (partial(full, sent()), STAYED),
    (partial(full, logged_in(A1, "001")), ResetCandidates(LAW, R1, sits((A1, "001")), ResetCause.CLOUD, NOW, ADMIN)),
    (partial(full, logged_in(A1, "001"), WAITS), NoteResetFailed(LAW, A1, NOW, ADMIN)),
    (partial(morning, opened()), MoveRoom(LAW, R1, R3, INCIDENT, NOW, ADMIN)),
    (morning, ServeSpare(R1, ("003",), True, NOW, ADMIN)),
    (partial(morning, *came(A1)), GiveUp(LAW, A1, NOW, ADMIN)),
    (partial(morning, *came(A1), *STARTED), RecordLeaving(LAW, A1, None, at("9:45"), ADMIN)),
    (after_reset, structs.replace(asks(), by=PersonId("W9"))),
    (partial(after_reset, consented(), went_out()), WithdrawStandalone(LAW, A1, at("9:04"), ADMIN)),
    (partial(after_reset, consented(), went_out()), goes_on()),
    (partial(after_reset, consented(), went_out()), NoteInterimCopy(LAW, A1, at("9:15"), ADMIN)),
    (partial(Story, "confirmed"), ConfirmCollected(LAW, R1, 1, (), (A2,), at("10:00"), ADMIN)),
    (lambda: Story("confirmed").given(BY_HAND), CollectByHand(LAW, A2, at("10:02"), ADMIN)),
    (partial(Story, "confirmed"), EnterRoomResult(LAW, R1, 2, (), at("10:00"), ADMIN)),
    (partial(Story, "confirmed"), ConfirmViolations(LAW, (R1,), at("10:00"), ADMIN)),
    (partial(Story, "confirmed"), CountScratchPaper(LAW, R1, 3, 3, None, at("10:00"), ADMIN)),
    (partial(Story, "confirmed"), ReportUngatedEnd(LAW, R1, at("10:00"), ADMIN)),
    (partial(Story, "confirmed"), structs.replace(RECORD, reported_by=ADMIN)),
    (caught, structs.replace(TELL, reported_by=ADMIN)),
    (partial(caught, TOLD), structs.replace(SIGN, reported_by=ADMIN)),
    (partial(caught, TOLD), structs.replace(REFUSE, reported_by=ADMIN)),
    (caught, RemoveCandidate(FIRST, at("9:10"), ADMIN, WITNESSES, ROVING, WaitingPlace.POLICE)),
    (caught, TakeEvidence(FIRST, at("9:10"), ADMIN, EvidenceKind.THING, words("item", TextPart.ITEM), "")),
    (partial(caught, taken()), MoveEvidence(FIRST, at("9:10"), ADMIN, f"{FIRST}-1", KeptAt.OWNER)),
    (caught, NotePolice(FIRST, at("9:10"), ADMIN, words("police", TextPart.STATION, TextPart.OFFICER))),
    (happened, structs.replace(tells(Hop.CHIEF), reported_by=ADMIN)),
    (happened, NoteIncident(NUMBER, NoteKind.FACTS, at("9:10"), ADMIN, words("note", TextPart.FACTS))),
    (happened, RecordEvacuation(NUMBER, LAW, R1, 2, at("9:10"), ADMIN)),
    (
        partial(happened, RoomEvacuated(NUMBER, LAW, R1, 2, at("9:05"), ADMIN)),
        RecordReturn(NUMBER, R1, at("9:10"), ADMIN),
    ),
    (partial(Story, "packaged"), CheckMachines((SEEN,), "", NOW, ADMIN)),
    (lambda: Story("packaged").given(CHECKED), RemoveMachines(("PC-1",), ADMIN)),
    (partial(Story, "packaged"), LookAfter(ReadinessItem.VIDEO, (R1,), LookState.DONE, NO_TEXT, NOW, ADMIN)),
    (partial(Story, "packaged"), RecordRoomTest(TestKind.SIMULATED, (TestedRoom(R1, True, 2),), NOW, ADMIN)),
    (partial(Story, "packaged"), CloseRooms((RoomSeal(R1, "M-1"),), NOW, ADMIN)),
    (lambda: Story("packaged").given(CLOSED), OpenRooms((R1,), True, None, NOW, ADMIN)),
    (partial(Story, "packaged"), SetUnavailable((WITNESSES[0],), AbsenceReason.ILL, NOW, ADMIN)),
    (lambda: Story("packaged").given(STICK), ReportMediumLost(STICK.serial, NOW, ADMIN)),
    (lambda: Story("started").given(RESUMED), ConfirmPaperEntered(LAW, (R1,), False, at("8:45"), ADMIN)),
    (lambda: Story("packaged").given(*DRAWN), ReplaceOnDuty(DAY, ROVING, ROVING_TWIN, AbsenceReason.ILL, NOW, ADMIN)),
]


def name(value: object) -> str | None:
    return type(value).__name__ if isinstance(value, Operation) else ""


def test_every_report_stands_in_the_list() -> None:
    told = {type(row[0]) for row in TABLE if "reported_by" in row[0].__struct_fields__}
    assert {type(report) for _, report in REPORTS} == told


@pytest.mark.parametrize(("given", "report"), REPORTS, ids=name)
def test_only_someone_on_the_staff_list_or_the_operator_reports(given: Callable[[], Story], report: Operation) -> None:
    """Whoever stands by does not by that."""
    beside = Signer(PersonId("W9"), Role.CHIEF, "pin:9")
    here = replace(people(), signers=(people().operator, beside))
    by = {person: structs.replace(report, reported_by=person) for person in (ADMIN, GUIDE, beside.id, STRANGER)}

    def story() -> Story:
        return given().given(PinChanged(beside.id, D1), Qualified(ADMIN, PASSED, PASSED))

    for person in (ADMIN, GUIDE):
        story().done(by[person], here)
    for person in (beside.id, STRANGER):
        story().when(by[person], here).then(PersonUnknown(person))
    # A list without whoever reports; the witnesses of a violation stand on it.
    empty = replace(here, directory=ONLY_WITNESSES)
    story().done(by[ADMIN], empty)
    story().when(by[GUIDE], empty).then(PersonUnknown(GUIDE))

"""The cases of an exam day, and of what happens in its rooms: door, seats, transfers, resets, leaving, lost time."""

from __future__ import annotations

from app.core.attendance import ConfirmAttendance
from app.core.authorization import CheckStartAuthorization, Flaw, ReceiveStartAuthorizations, RejectAuthorization
from app.core.code_entry import EnterCode
from app.core.consent import RecordConsent
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.delay import ApplyForDelay
from app.core.directive import TakeDirective
from app.core.entry import CheckIn
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ApplyForExtraTime, RecordToolTime, TakeBackExtraTime, TakeBackReason
from app.core.fault import CloseFault, FaultKind, ReportFault, SendHelp
from app.core.identity import AdmitHeld, AdmittedOn, HoldAtDoor, RefuseHeld
from app.core.impersonation import ClearSuspicion, ImpostorStep, NoteImpostorStep, RecordSecondCheck, SuspectImpostor
from app.core.incident import CloseIncident, OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.kept_seats import KeepSeats
from app.core.leaving import GiveUp, LeaveCause, RecordLeaving
from app.core.login import RecordLogins
from app.core.machine_swap import SwapMachine, SwapReason
from app.core.machines import ListMachines, ServeSpare
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_move import MoveRoom, OpenStandbyRoom
from app.core.room_report import TakeRoomReport
from app.core.room_state import HoldCause, ResetCause, SettledAs
from app.core.rulebook import Tier
from app.core.seating import DrawSeat, RecordSeats, RedrawReason
from app.core.session_state import Bell
from app.core.settlement import CancelReason, CancelTransfer, DecideDispute, Found, SettleTransfer
from app.core.signals import RecordBell, RecordReminder
from app.core.slips import PrepareSlips
from app.core.start import RecordStarts, ReleaseRooms
from app.core.terms import ApplicationNo, FaultNo, GrantNo, IncidentNo, RoomId
from app.core.time_state import LossCause, Means, Outcome
from app.core.transfer import TransferIn, TransferOut
from app.crypto.codes import LONGEST, Purpose
from app.views.case_names import AT, HERE, NO_DIGEST, ROOM, SESSION, SOMEBODY, TURNED_AWAY, Asked, Case

_OTHER = RoomId("002")
_INCIDENT, _FAULT, _ASKED = IncidentNo("1"), FaultNo("1"), ApplicationNo("1")
_LOSS = Loss(LossCause.FAULT, (), AT, AT, SOMEBODY)
A_CODE = EnterCode(_ASKED, Purpose.DELAY, ROOM, "", AT, SOMEBODY)


def exam_day() -> Asked:
    """The course of an exam day."""
    corrected = CorrectAttendance(SESSION, HERE, True, CorrectionReason.MISHEARD, AT, SOMEBODY)
    admitted = CorrectAttendance(SESSION, TURNED_AWAY, True, CorrectionReason.MISHEARD, AT, SOMEBODY)
    return (
        (Case.RECEIVE_STARTS, ReceiveStartAuthorizations(())),
        (Case.REJECT_AUTHORIZATION, RejectAuthorization(Flaw.SIGNATURE, NO_DIGEST)),
        (Case.CHECK_START, CheckStartAuthorization(SESSION)),
        (Case.RELEASE, ReleaseRooms(SESSION, (), "")),
        (Case.CHECK_IN, CheckIn(SESSION, HERE, "", AT, SOMEBODY)),
        (Case.STARTS, RecordStarts(SESSION, (), SOMEBODY)),
        (Case.ATTENDANCE, ConfirmAttendance(SESSION, ROOM, (), AT, SOMEBODY)),
        (Case.CORRECT, corrected),
        (Case.CORRECT_TURNED_AWAY, admitted),
        (Case.ROOM_REPORT, TakeRoomReport(SESSION, ROOM, 0, 0, 0, 0, 0, AT, SOMEBODY, NO_DIGEST)),
        (Case.OPEN_INCIDENT, OpenIncident(IncidentKind.OTHER, SESSION, ROOM, AT, SOMEBODY)),
        (Case.CLOSE_INCIDENT, CloseIncident(_INCIDENT, AT)),
        (Case.REPORT_FAULT, ReportFault(FaultKind.MACHINE, SESSION, ROOM, (), AT, SOMEBODY)),
        (Case.SEND_HELP, SendHelp(_FAULT, SOMEBODY)),
        (Case.CLOSE_FAULT, CloseFault(_FAULT, AT)),
        (Case.BELL, RecordBell(SESSION, Bell.START, AT, SOMEBODY)),
        (Case.REMINDER, RecordReminder(SESSION, (ROOM,), AT, SOMEBODY)),
        (Case.REMINDERS, RecordReminder(SESSION, (ROOM, _OTHER), AT, SOMEBODY)),
    )


def in_rooms() -> Asked:
    """What is asked about people and seats in the rooms."""
    return (*_at_the_door(), *_seats(), *_transfers(), *_machines())


def _at_the_door() -> Asked:
    return (
        (Case.HOLD, HoldAtDoor(SESSION, HERE, HoldCause.NO_DOCUMENT, AT, SOMEBODY)),
        (Case.ADMIT_HELD, AdmitHeld(SESSION, HERE, "", AdmittedOn.PROVED, AT, SOMEBODY)),
        (Case.ADMIT_HELD_CHIEF, AdmitHeld(SESSION, HERE, "", AdmittedOn.CHIEF, AT, SOMEBODY)),
        (Case.REFUSE_HELD, RefuseHeld(SESSION, HERE, AT, SOMEBODY)),
        (Case.SUSPECT, SuspectImpostor(SESSION, HERE, AT, SOMEBODY)),
        (Case.IMPOSTOR_STEP, NoteImpostorStep(SESSION, HERE, ImpostorStep.POLICE, AT, SOMEBODY)),
        (Case.CLEAR_SUSPICION, ClearSuspicion(SESSION, HERE)),
        (Case.SECOND_CHECK, RecordSecondCheck(SESSION, ROOM, AT, SOMEBODY)),
    )


def _seats() -> Asked:
    return (
        (Case.SLIPS, PrepareSlips(SESSION, ROOM, ())),
        (Case.DRAW_SEAT, DrawSeat(SESSION, HERE, (), None, AT, SOMEBODY)),
        (Case.SEATS, RecordSeats(SESSION, ROOM, (), None, AT, SOMEBODY)),
        (Case.SEATS_AGAIN, RecordSeats(SESSION, ROOM, (), RedrawReason.NEIGHBOURS, AT, SOMEBODY)),
        (Case.KEEP_SEATS, KeepSeats(SESSION, ROOM, SESSION)),
        (Case.LOGINS, RecordLogins(SESSION, ROOM, (), AT, SOMEBODY)),
    )


def _transfers() -> Asked:
    settled = SettleTransfer(SESSION, HERE, SettledAs.STAYED, None, Found.INVIGILATORS, AT, SOMEBODY)
    return (
        (Case.TRANSFER_OUT, TransferOut(SESSION, HERE, AT, SOMEBODY)),
        (Case.TRANSFER_OUT_FIXED, TransferOut(SESSION, HERE, AT, SOMEBODY, _INCIDENT)),
        (Case.TRANSFER_IN, TransferIn(SESSION, HERE, _OTHER, AT, SOMEBODY)),
        (Case.CANCEL_TRANSFER, CancelTransfer(SESSION, HERE, CancelReason.SEAT_CAME_FREE, AT, SOMEBODY)),
        (Case.SETTLE_TRANSFER, settled),
        (Case.DECIDE_DISPUTE, DecideDispute(SESSION, HERE, _OTHER)),
        (Case.OPEN_STANDBY, OpenStandbyRoom(SESSION, _OTHER, _INCIDENT)),
        (Case.MOVE_ROOM, MoveRoom(SESSION, ROOM, _OTHER, _INCIDENT, AT, SOMEBODY)),
    )


def _machines() -> Asked:
    checked, unchecked = (
        SwapMachine(ROOM, "1", "2", SwapReason.DEFECT, passed, True, AT, SOMEBODY) for passed in (True, False)
    )
    return (
        (Case.RESET, ResetCandidates(SESSION, ROOM, (), ResetCause.MACHINE, AT, SOMEBODY)),
        (Case.RESET_FAILED, NoteResetFailed(SESSION, HERE, AT, SOMEBODY)),
        (Case.LIST_MACHINES, ListMachines(ROOM, ())),
        (Case.SERVE_SPARE, ServeSpare(ROOM, (), True, AT, SOMEBODY)),
        (Case.SWAP_MACHINE, checked),
        (Case.SWAP_MACHINE_UNCHECKED, unchecked),
        (Case.GIVE_UP, GiveUp(SESSION, HERE, AT, SOMEBODY)),
        (Case.LEAVING, RecordLeaving(SESSION, HERE, None, AT, SOMEBODY)),
        (Case.LEAVING_EARLY, RecordLeaving(SESSION, HERE, LeaveCause.ILLNESS, AT, SOMEBODY)),
    )


def lost_time() -> Asked:
    """Delayed starts and extra time."""
    on_the_spot, beyond = (GrantExtraTime(SESSION, ROOM, (HERE,), (), minutes, _LOSS) for minutes in (1, LONGEST))
    return (
        (Case.APPLY_DELAY, ApplyForDelay(SESSION, (), 0, ())),
        (Case.CONSENT, RecordConsent(_ASKED, Tier.CITY, Means.PHONE, NO_DIGEST, AT, SOMEBODY)),
        (Case.ENTER_CODE, A_CODE),
        (Case.DIRECTIVE, TakeDirective(_ASKED, SESSION, Outcome.START, "", NO_DIGEST, (), AT, None)),
        (Case.APPLY_EXTRA_TIME, ApplyForExtraTime(SESSION, ROOM, (), 0, ())),
        (Case.EXTRA_TIME, on_the_spot),
        (Case.EXTRA_TIME_BEYOND, beyond),
        (Case.TOOL_TIME, RecordToolTime(SESSION, ROOM, (), 0, "", _LOSS)),
        (Case.TAKE_BACK_TIME, TakeBackExtraTime(SESSION, GrantNo(""), TakeBackReason.MISTYPED)),
    )

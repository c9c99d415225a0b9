"""The journal as people read it: lines, and finding those that matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.agreement import AgreementSigned
from app.core.arrangement import PackageTakenIn, RoomArranged
from app.core.attendance import AttendanceConfirmed
from app.core.authorization import (
    AuthorizationRejected,
    ExamAuthorized,
    StartAuthorizationReceived,
    StartAuthorized,
)
from app.core.avoidance import AvoidanceDeclared
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.clock import SiteTimeConfirmed, SystemClockMoved
from app.core.closing import AnswersChecked, AnswersWrittenOff, RoomEnded
from app.core.code_entry import CodeEntered, WrongCodeTyped
from app.core.consent import ConsentGiven
from app.core.correction import AttendanceCorrected
from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned
from app.core.delay import DelayAppliedFor
from app.core.delegation import ChiefDelegated, DelegationEnded
from app.core.desk import DeskLeft, DeskTaken
from app.core.directive import DirectiveTaken
from app.core.enrolment import SiteEnrolled
from app.core.entry import CheckedIn, LateRefused
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_request import ExtraTimeAppliedFor, ExtraTimeTakenBack
from app.core.fault import FaultReported, FaultRestored, HelpSent
from app.core.identity import HeldAdmitted, HeldAtDoor, HeldRefused
from app.core.impersonation import ImpostorStepNoted, ImpostorSuspected, SecondCheckDone, SuspicionCleared
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.kept_seats import RoomKept
from app.core.leaving import CandidateLeft, GaveUp
from app.core.locks import LockRegisterTaken, SiteLockBack, SiteLockOut
from app.core.login import LoggedIn
from app.core.machine_swap import MachineSwapped
from app.core.machines import MachinesListed, SpareServed
from app.core.operation import Fact
from app.core.pin import PinChanged, PinRecovered, RightPinGiven, WrongPinGiven
from app.core.qualification import Qualified
from app.core.records import RecordCameOut, RecordKept
from app.core.replacement import SiteLockReplaced
from app.core.reset import CandidateReset, ResetFailed
from app.core.room_move import RoomMoved, StandbyRoomOpened
from app.core.room_report import RoomReported
from app.core.room_result import RoomResultKept
from app.core.safekeeping import BackupVerified, UploadConfirmed
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed, SealDecided, SealFoundBroken
from app.core.seating import SeatGiven
from app.core.settlement import DisputeDecided, TransferCancelled, TransferSettled
from app.core.signals import BellRung, RoomReminded
from app.core.site import Site
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.slips import SlipsPrepared
from app.core.start import RoomsReleased, RoomStarted, SecondStartReported, StartNotCovered, StartWasLate
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.terms import PersonId, Role, RoomId, SessionId
from app.core.timestamp import ScanChecked, TimestampRecorded
from app.core.transfer import TransferDisputed, TransferredIn, TransferredOut
from app.views.fact_place import place


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: its number, when it was made, the first 16 hex digits of its head, and who signed it.

    `kind` is the name that stands in the journal, as in "room_started/1".
    """

    n: int
    at: datetime
    head: str
    kind: str
    signers: tuple[tuple[PersonId, Role], ...]
    fact: Fact


class EntryGroup(StrEnum):
    """What an entry is about, for choosing."""

    ARRANGEMENT = "arrangement"
    AUTHORIZATION = "authorization"
    LOCKS = "locks"
    SEALING = "sealing"
    PEOPLE = "people"
    START = "start"
    TIME = "time"
    ATTENDANCE = "attendance"
    IDENTITY = "identity"
    SEAT = "seat"
    TRANSFER = "transfer"
    INCIDENT = "incident"
    RESULT = "result"
    RECORD = "record"
    SAFEKEEPING = "safekeeping"
    DESK = "desk"


GROUPS: dict[type[Fact], EntryGroup] = {
    kind: group
    for group, kinds in (
        (
            EntryGroup.ARRANGEMENT,
            (SiteEnrolled, PackageTakenIn, RoomArranged, TimestampRecorded, ScanChecked),
        ),
        (
            EntryGroup.AUTHORIZATION,
            (
                SupervisionOpened,
                SupervisionClosed,
                ExamAuthorized,
                StartAuthorizationReceived,
                StartAuthorized,
                AuthorizationRejected,
            ),
        ),
        (
            EntryGroup.LOCKS,
            (
                LockRegisterTaken,
                SiteLockReplaced,
                SiteLockOut,
                SiteLockBack,
                LockIssued,
                LockHandedOver,
                LockReturned,
                LockReportedLost,
                LockCalibrated,
                LockTakenIntoUse,
            ),
        ),
        (
            EntryGroup.SEALING,
            (SealedRoomTested, SiteAccepted, EquipmentWasSealed, EquipmentUnsealed, SealFoundBroken, SealDecided),
        ),
        (
            EntryGroup.PEOPLE,
            (
                Qualified,
                AvoidanceDeclared,
                AgreementSigned,
                ChiefDelegated,
                DelegationEnded,
                WrongPinGiven,
                RightPinGiven,
                PinChanged,
                PinRecovered,
            ),
        ),
        (EntryGroup.START, (RoomsReleased, RoomStarted, SecondStartReported, BellRung, RoomReminded)),
        (
            EntryGroup.TIME,
            (
                DelayAppliedFor,
                ConsentGiven,
                CodeEntered,
                WrongCodeTyped,
                DirectiveTaken,
                StartWasLate,
                StartNotCovered,
                ExtraTimeAppliedFor,
                ExtraTimeGiven,
                ExtraTimeTakenBack,
            ),
        ),
        (
            EntryGroup.ATTENDANCE,
            (CheckedIn, LateRefused, AttendanceConfirmed, AttendanceCorrected, GaveUp, CandidateLeft),
        ),
        (
            EntryGroup.IDENTITY,
            (
                HeldAtDoor,
                HeldAdmitted,
                HeldRefused,
                ImpostorSuspected,
                ImpostorStepNoted,
                SuspicionCleared,
                SecondCheckDone,
            ),
        ),
        (EntryGroup.SEAT, (SeatGiven, SlipsPrepared, LoggedIn, CandidateReset, ResetFailed, SpareServed)),
        (
            EntryGroup.TRANSFER,
            (
                TransferredOut,
                TransferredIn,
                TransferCancelled,
                TransferDisputed,
                TransferSettled,
                DisputeDecided,
                RoomKept,
                StandbyRoomOpened,
                RoomMoved,
            ),
        ),
        (
            EntryGroup.INCIDENT,
            (IncidentOpened, IncidentClosed, FaultReported, FaultRestored, HelpSent, MachinesListed, MachineSwapped),
        ),
        (EntryGroup.RESULT, (RoomReported, RoomResultKept, AnswersWrittenOff, RoomEnded, AnswersChecked)),
        (EntryGroup.RECORD, (RecordKept, RecordCameOut, SiteSheetKept, SiteSheetCameOut)),
        (EntryGroup.SAFEKEEPING, (BackupVerified, UploadConfirmed)),
        (EntryGroup.DESK, (DeskTaken, DeskLeft, SiteTimeConfirmed, SystemClockMoved)),
    )
    for kind in kinds
}
"""The one group of every kind of fact."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines: None and "" ask for nothing in particular."""

    session: SessionId | None = None
    room: RoomId | None = None
    group: EntryGroup | None = None
    text: str = ""


def chosen(lines: Iterable[Line], wanted: Wanted, site: Site, say: Callable[[Fact], str]) -> tuple[Line, ...]:
    """The lines that fit, in the order given; `say` words a fact, so that what is read is what is found.

    A text fits a number, a head, a person's code or words of the sentence, whatever the case or width of its signs.
    """
    text = _plain(wanted.text)
    return tuple(line for line in lines if _fits(line, wanted, site) and (not text or _has(line, text, say)))


def _fits(line: Line, wanted: Wanted, site: Site) -> bool:
    if wanted.group and GROUPS[type(line.fact)] is not wanted.group:
        return False
    if wanted.session is None and wanted.room is None:
        return True
    session, rooms = place(line.fact, site)
    return (wanted.session is None or wanted.session == session) and (wanted.room is None or wanted.room in rooms)


_HAPPENED = ("given_at", "issued_at", "at", "happened_at", "came_at", "opened_at", "closed_at", "restored_at", "since")


def happened_at(fact: Fact) -> datetime | None:
    """When it happened, where the fact knows a time of its own besides that of its entry."""
    return next((getattr(fact, name) for name in _HAPPENED if hasattr(fact, name)), None)


def _has(line: Line, text: str, say: Callable[[Fact], str]) -> bool:
    people = (part for signer in line.signers for part in signer)
    return text == str(line.n) or any(text in _plain(part) for part in (line.head, *people, say(line.fact)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()

"""例外: what went otherwise than planned on a day, gathered from the journal; sixty late steps are one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from app.core.authorization import AuthorizationRejected
from app.core.clock import SystemClockMoved
from app.core.code_entry import WrongCodeTyped
from app.core.collection import CollectedByHand, RoomResultEntered
from app.core.correction import AttendanceCorrected
from app.core.custody import LockReportedLost
from app.core.damaged_result import DamagedResultCame
from app.core.end_phase import UngatedEndReported
from app.core.identity import AdmittedOn, HeldAdmitted
from app.core.incident_report import HopSkipped, IncidentReported
from app.core.leaving import CandidateLeft, LeaveCause
from app.core.locks import SiteLockOut
from app.core.operation import Fact
from app.core.override import CheckOverridden
from app.core.pin import PinRecovered, WrongPinGiven
from app.core.records import RecordKept
from app.core.replacement import SiteLockReplaced
from app.core.room_result import RoomResultKept
from app.core.safekeeping import BackupVerified
from app.core.sealing import SealFoundBroken
from app.core.settlement import DisputeDecided
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetKept
from app.core.standalone_consent import StandaloneConsented
from app.core.standalone_return import StandaloneReturned
from app.core.start import SecondStartReported, StartNotCovered, StartWasLate
from app.core.terms import RoomId
from app.core.transfer import TransferredOut
from app.core.violation import ViolationCorrected
from app.core.violation_sheets import ViolationSheetVoided
from app.core.violation_void import ViolationWithdrawn
from app.views.entry_group import GROUPS, EntryGroup
from app.views.journal import Line, happened_at

LATE_ENTRY = timedelta(minutes=10)
"""Told to the desk later than that after it happened: a reading, the texts name no number."""


class ExceptionKind(StrEnum):
    """What kind of exception; each is one line for the chief to sign."""

    ENTERED_LATE = "entered_late"
    STARTED_LATE = "started_late"
    START_DOUBTED = "start_doubted"
    """A start that nothing covered, or reported a second time."""
    LET_STAND = "let_stand"
    """The chief let a check stand open."""
    ENDED_UNCHECKED = "ended_unchecked"
    ADMITTED = "admitted"
    """Let in by the chief without all that the door asks for."""
    LEFT_EARLY = "left_early"
    TRANSFER_ALLOWED = "transfer_allowed"
    """In a site with fixed seats."""
    DISPUTE = "dispute"
    CORRECTED = "corrected"
    BY_HAND = "by_hand"
    """Answers or a result that came by hand."""
    ANSWERS_DOUBTED = "answers_doubted"
    """A damaged, second or doubtful file of answers."""
    CONSENT_BY_PHONE = "consent_by_phone"
    REPORTED_LATE = "reported_late"
    HOP_SKIPPED = "hop_skipped"
    VIOLATION_CHANGED = "violation_changed"
    SHEET_VOID = "sheet_void"
    REPRINTED = "reprinted"
    UNSUPERVISED = "unsupervised"
    CLOCK = "clock"
    LOCKS = "locks"
    """The site lock out, replaced, a lock lost, a seal broken."""
    WRONG_PROOF = "wrong_proof"
    """Wrong PINs and codes, authorizations that did not hold, a PIN recovered."""


def _always(_: Any) -> bool:
    return True


_WHERE: Mapping[type[Fact], tuple[ExceptionKind, Callable[[Any], bool]]] = {
    StartWasLate: (ExceptionKind.STARTED_LATE, _always),
    StartNotCovered: (ExceptionKind.START_DOUBTED, _always),
    SecondStartReported: (ExceptionKind.START_DOUBTED, _always),
    CheckOverridden: (ExceptionKind.LET_STAND, _always),
    UngatedEndReported: (ExceptionKind.ENDED_UNCHECKED, _always),
    HeldAdmitted: (ExceptionKind.ADMITTED, lambda fact: fact.ground is AdmittedOn.CHIEF),
    CandidateLeft: (ExceptionKind.LEFT_EARLY, lambda fact: fact.cause is LeaveCause.ILLNESS),
    TransferredOut: (ExceptionKind.TRANSFER_ALLOWED, lambda fact: fact.incident is not None),
    DisputeDecided: (ExceptionKind.DISPUTE, _always),
    AttendanceCorrected: (ExceptionKind.CORRECTED, _always),
    CollectedByHand: (ExceptionKind.BY_HAND, _always),
    RoomResultEntered: (ExceptionKind.BY_HAND, _always),
    DamagedResultCame: (ExceptionKind.ANSWERS_DOUBTED, _always),
    RoomResultKept: (ExceptionKind.ANSWERS_DOUBTED, lambda fact: fact.version > 1 or bool(fact.differences)),
    StandaloneReturned: (ExceptionKind.ANSWERS_DOUBTED, lambda fact: bool(fact.flaws)),
    StandaloneConsented: (ExceptionKind.CONSENT_BY_PHONE, lambda fact: fact.by_phone),
    IncidentReported: (ExceptionKind.REPORTED_LATE, lambda fact: fact.late),
    HopSkipped: (ExceptionKind.HOP_SKIPPED, _always),
    ViolationCorrected: (ExceptionKind.VIOLATION_CHANGED, _always),
    ViolationWithdrawn: (ExceptionKind.VIOLATION_CHANGED, _always),
    ViolationSheetVoided: (ExceptionKind.SHEET_VOID, _always),
    RecordKept: (ExceptionKind.REPRINTED, lambda fact: fact.copy > 1),
    # Its own reprint would supersede this very sheet, for ever.
    SiteSheetKept: (ExceptionKind.REPRINTED, lambda fact: fact.copy > 1 and fact.form is not SiteForm.EXCEPTIONS),
    BackupVerified: (ExceptionKind.UNSUPERVISED, lambda fact: not fact.supervised),
    SystemClockMoved: (ExceptionKind.CLOCK, _always),
    SiteLockOut: (ExceptionKind.LOCKS, _always),
    SiteLockReplaced: (ExceptionKind.LOCKS, _always),
    LockReportedLost: (ExceptionKind.LOCKS, _always),
    SealFoundBroken: (ExceptionKind.LOCKS, _always),
    WrongPinGiven: (ExceptionKind.WRONG_PROOF, _always),
    WrongCodeTyped: (ExceptionKind.WRONG_PROOF, _always),
    AuthorizationRejected: (ExceptionKind.WRONG_PROOF, _always),
    PinRecovered: (ExceptionKind.WRONG_PROOF, _always),
}


@dataclass(frozen=True, slots=True)
class Exceptions:
    """All of one kind on one day, oldest first; `of` tells late steps apart by what they are about."""

    kind: ExceptionKind
    of: EntryGroup | None
    lines: tuple[Line, ...]

    @property
    def rooms(self) -> tuple[RoomId, ...]:
        found = {room for line in self.lines if (room := getattr(line.fact, "room", None))}
        return tuple(sorted(found))


def exceptions(history: Iterable[Line], day: date) -> tuple[Exceptions, ...]:
    """Of the entries made that day, kind by kind in their order; `history` in any order."""
    found: dict[tuple[ExceptionKind, EntryGroup | None], list[Line]] = {}
    for line in sorted(history, key=lambda one: one.n):
        if line.at.date() == day:
            for key in _kinds(line):
                found.setdefault(key, []).append(line)
    order = list(ExceptionKind)
    keys = sorted(found, key=lambda key: (order.index(key[0]), key[1] or ""))
    return tuple(Exceptions(*key, tuple(found[key])) for key in keys)


def _kinds(line: Line) -> Sequence[tuple[ExceptionKind, EntryGroup | None]]:
    kinds: list[tuple[ExceptionKind, EntryGroup | None]] = []
    kind, holds = _WHERE.get(type(line.fact), (None, _always))
    if kind and holds(line.fact):
        kinds.append((kind, None))
    told = happened_at(line.fact) if hasattr(line.fact, "reported_by") else None
    if told and line.at - told > LATE_ENTRY:
        kinds.append((ExceptionKind.ENTERED_LATE, GROUPS[type(line.fact)]))
    return kinds

"""Where a fact belongs: the session and the rooms under which people look for it."""

from __future__ import annotations

from app.core.calibration import LockCalibrated
from app.core.city_way import BundlesGiven, CityStepTold
from app.core.code_entry import CodeEntered, WrongCodeTyped
from app.core.consent import ConsentGiven
from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned, room_of
from app.core.delay import DelayAppliedFor
from app.core.directive import DirectiveTaken
from app.core.duty import DutyDrawn
from app.core.duty_change import DutyReplaced
from app.core.evidence import EvidenceMoved, EvidenceTaken, PoliceNoted
from app.core.extra_time_request import ExtraTimeTakenBack
from app.core.fault import FaultRestored, HelpSent
from app.core.incident import IncidentClosed
from app.core.incident_course import IncidentFiled, IncidentFollowed, IncidentGraded, IncidentNoted, RoomReturned
from app.core.incident_report import HopSkipped, IncidentReported
from app.core.operation import Fact
from app.core.readiness import ItemSeenTo
from app.core.removal import CandidateRemoved
from app.core.room_closing import RoomsClosed, RoomsOpened
from app.core.room_move import RoomMoved
from app.core.room_test import RoomsTested
from app.core.safekeeping import BackupCopied
from app.core.sealed_room_test import SiteAccepted
from app.core.sheet_open import blanks_of
from app.core.signing import PaperSigned, ScanAttached
from app.core.site import Site
from app.core.standalone_consent import ConsentRatified
from app.core.standalone_course import InterimCopyMade, StandaloneLoggedIn, VoucherIssued
from app.core.start import RoomsReleased
from app.core.terms import RoomId, SessionId
from app.core.time_state import Application
from app.core.upload import BundleExported, ReceiptMismatched, UploadAttempted, UploadConfirmed
from app.core.violation import ViolationCorrected
from app.core.violation_sheets import ViolationSheetVoided
from app.core.violation_signing import CandidateTold, SigningRefused, ViolationSigned
from app.core.violation_void import ViolationWithdrawn

_OF_VIOLATION = (
    ViolationCorrected,
    ViolationWithdrawn,
    CandidateTold,
    ViolationSigned,
    SigningRefused,
    CandidateRemoved,
    EvidenceTaken,
    EvidenceMoved,
    PoliceNoted,
)
_OF_INCIDENT = (
    IncidentClosed,
    IncidentReported,
    HopSkipped,
    IncidentNoted,
    IncidentGraded,
    IncidentFollowed,
    IncidentFiled,
)

_OF_ROOMS = (ItemSeenTo, RoomsTested, RoomsClosed, RoomsOpened, SiteAccepted, DutyDrawn, DutyReplaced)
"""Facts of the days before, of rooms and of no session."""


def place(fact: Fact, site: Site) -> tuple[SessionId | None, tuple[RoomId, ...]]:
    """Session and rooms that a fact speaks of, also where it only names an application, a fault, a lock or the like."""
    match fact:
        case RoomsReleased() | DelayAppliedFor():
            return fact.session, fact.rooms
        case RoomMoved():
            return fact.session, (fact.room, fact.to)
        case LockCalibrated() | LockIssued() | LockHandedOver() | LockReturned() | LockReportedLost():
            of_lock = room_of(site, fact.serial)
            return None, (of_lock,) if of_lock else ()
        case ConsentRatified() | StandaloneLoggedIn() | InterimCopyMade() | VoucherIssued():
            return fact.session, _alone(fact, site)
        case ExtraTimeTakenBack():
            return fact.session, _made_good(fact, site)
        case BundlesGiven() | CityStepTold():
            return _given(fact, site), ()
    if isinstance(fact, _OF_ROOMS):
        return None, _rooms_before(fact)
    known = _named(fact, site)
    if isinstance(known, Application):
        return known.session, _meant(fact, known)
    # Who goes from one room to another is looked for in both.
    rooms = (getattr(known, name, None) for name in ("origin", "room", "into", "moved", "host"))
    return getattr(known, "session", None), _distinct(*rooms)


def _rooms_before(
    fact: ItemSeenTo | RoomsTested | RoomsClosed | RoomsOpened | SiteAccepted | DutyDrawn | DutyReplaced,
) -> tuple[RoomId, ...]:
    match fact:
        case RoomsTested() | RoomsClosed():
            return tuple(one.room for one in fact.rooms)
        case SiteAccepted():
            return fact.without
        case DutyDrawn():
            return _distinct(*(one.room for one in fact.posts), *(room for one in fact.rounds for room in one.rooms))
    return fact.rooms


def _named(fact: Fact, site: Site) -> object:
    """What the fact only names by its number; the fact itself where it tells its own place."""
    if isinstance(fact, _OF_VIOLATION):
        return site.violations.get(fact.number)
    if isinstance(fact, _OF_INCIDENT):
        return site.incidents.get(fact.number)
    match fact:
        case ViolationSheetVoided():
            return blanks_of(site, fact.sheet.rpartition("-")[0])
        case RoomReturned():
            incident = site.incidents.get(fact.number)
            return next((one for one in incident.evacuated if one.room == fact.room), fact) if incident else fact
        case PaperSigned() | ScanAttached():
            return next(iter(site.papers(fact.form, fact.subject)), None)
        case FaultRestored() | HelpSent():
            return site.faults.get(fact.number)
        case BundleExported() | UploadAttempted() | ReceiptMismatched() | UploadConfirmed():
            return site.safe.backups.get(fact.backup)
        case BackupCopied():
            return site.safe.backups.get(fact.name) or site.safe.room_backups.get(fact.name)
        case ConsentGiven() | CodeEntered() | WrongCodeTyped() | DirectiveTaken():
            return site.applications.get(fact.application)
    return fact


def _meant(fact: Fact, asked: Application) -> tuple[RoomId, ...]:
    """Rooms of an application, or those of them that a directive or a room's own code names."""
    match fact:
        case DirectiveTaken():
            return fact.rooms
        case CodeEntered() | WrongCodeTyped():
            return tuple(room for room in asked.rooms if room == fact.subject) or asked.rooms
    return asked.rooms


def _made_good(fact: ExtraTimeTakenBack, site: Site) -> tuple[RoomId, ...]:
    lines = site.sessions[fact.session].extra_time if fact.session in site.sessions else ()
    return next((_distinct(line.room, line.moved) for line in lines if line.number == fact.number), ())


def _given(fact: BundlesGiven | CityStepTold, site: Site) -> SessionId | None:
    """The session of what the city agency has; None where it has several."""
    ways = ((one.session, one.city) for one in site.safe.backups.values())
    found = {session for session, city in ways if city and city.handover == fact.handover}
    return found.pop() if len(found) == 1 else None


def _alone(
    fact: ConsentRatified | StandaloneLoggedIn | InterimCopyMade | VoucherIssued, site: Site
) -> tuple[RoomId, ...]:
    """The candidate's own room, and where the machine of the package stands."""
    sitting = site.sitting(fact.session, fact.ticket)
    if sitting is None:
        return ()
    alone = site.sessions[fact.session].standalone.get(fact.ticket)
    package = alone.package(fact.number) if alone and not isinstance(fact, ConsentRatified) else None
    return _distinct(sitting.room, package.host if package else None)


def _distinct(*rooms: RoomId | None) -> tuple[RoomId, ...]:
    return tuple(dict.fromkeys(room for room in rooms if room))

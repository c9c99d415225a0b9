"""What people did and what happened while the scene of the end was under way, and the papers that wait for signatures.

Of four violations one is read out and signed, two were found at the same moment, one person was led out; of two
incidents one is on its way up, and of one nobody was told yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.evidence import TakeEvidence
from app.core.free_text import FreeText, TextPart
from app.core.incident import OpenIncident
from app.core.incident_kinds import Hop, IncidentKind
from app.core.incident_report import ReportIncident
from app.core.incident_state import ReportKind, ReportMeans
from app.core.operation import Operation, Signer
from app.core.records import ROOM_RECORD, ConfirmPrinted
from app.core.removal import RemoveCandidate
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet
from app.core.terms import Digest, IncidentNo, PersonId, RoomId, SessionId, Ticket, ViolationNo
from app.core.violation import RecordViolation
from app.core.violation_kinds import ViolationKind
from app.core.violation_sheets import IssueViolationSheets
from app.core.violation_signing import CandidateSigns, TellCandidate
from app.core.violation_state import Account, EvidenceKind, Found
from app.rehearsal.ground import expected
from app.service import free_text, records, site_sheets
from app.service.console import Console
from app.views.papers import PaperState
from reports import room_record, site_sheet

_PRINTED = (SiteForm.NOTICES, SiteForm.BRIEFING, SiteForm.VIOLATION, SiteForm.STAFF, SiteForm.AVOIDANCE)
_ASIDE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed of one violation, in the words of the field."""

    act: str
    handling: str


@dataclass(frozen=True, slots=True)
class Conduct:
    """The session, and who enters it."""

    console: Console
    session: SessionId
    signers: tuple[Signer, ...]
    said: Callable[[str], str]
    """The texts of the practice day by their ids."""

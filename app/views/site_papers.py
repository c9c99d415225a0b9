"""Sheets of the site as a whole: which there are, what each says, and how far it is on its way to paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.arrangement import PackageTakenIn
from app.core.authorization import ExamAuthorized, StartAuthorizationReceived
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned
from app.core.directory import Directory
from app.core.locks import LockRegisterTaken
from app.core.replacement import SiteLockReplaced
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed, SealDecided, SealFoundBroken
from app.core.site import SheetCopy, Site
from app.core.site_sheet import (
    APPLICATION_FORMS,
    SiteForm,
    SiteSheetCameOut,
    SiteSheetKept,
    application_of,
    delay_sheet_due,
    delays_open,
    standalone_open,
    standalone_subject,
    transfer_sheet_due,
    transfers_open,
)
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.terms import Digest, SessionId, SupervisionNo
from app.views.application_sheet import ApplicationSheet, AuthoritySheet, application_sheet, authority_sheet
from app.views.custody_sheet import CustodySheet, custody_sheet, movement_days
from app.views.delay_sheet import DelaySheet, delay_sheet
from app.views.papers import PaperState, state_of
from app.views.seal_sheet import SealSheet, seal_sheets
from app.views.site_sheet import History
from app.views.standalone_sheet import StandaloneSheet, StandaloneSlip, standalone_sheet
from app.views.supervision_sheet import SupervisionSheet, supervision_sheet
from app.views.transfer_sheet import TransferSheet, transfer_sheet

TimeSheet = ApplicationSheet | AuthoritySheet | DelaySheet
AloneSheet = StandaloneSheet | StandaloneSlip
SheetContent = SupervisionSheet | SealSheet | CustodySheet | TransferSheet | TimeSheet | AloneSheet
ON_SHEETS = (
    PackageTakenIn,
    SupervisionOpened,
    SupervisionClosed,
    ExamAuthorized,
    StartAuthorizationReceived,
    LockRegisterTaken,
    LockCalibrated,
    LockTakenIntoUse,
    LockIssued,
    LockHandedOver,
    LockReturned,
    LockReportedLost,
    SiteLockReplaced,
    EquipmentWasSealed,
    EquipmentUnsealed,
    SealFoundBroken,
    SealDecided,
    SiteSheetKept,
    SiteSheetCameOut,
)
"""Facts after which a sheet may say something else, or be further on its way."""


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """One sheet, as it is now: `content` is the digest of `sheet`, `copies` go from the oldest on."""

    form: SiteForm
    subject: str
    sheet: SheetContent
    state: PaperState
    content: Digest
    copies: tuple[SheetCopy, ...]


def subjects(site: Site, people: Directory, history: History) -> tuple[tuple[SiteForm, str], ...]:
    """Every sheet that the journal tells of, form by form, oldest first; none before a package is in force."""
    if site.package is None:
        return ()
    return (
        *((SiteForm.SUPERVISION, number) for number in site.supervisions),
        *((SiteForm.SEAL, str(sheet.count)) for sheet in seal_sheets(site, people, history)),
        *((SiteForm.CUSTODY, day.isoformat()) for day in movement_days(history)),
    )


def time_subjects(site: Site) -> tuple[tuple[SiteForm, str], ...]:
    """Applications with what was allowed on each, oldest first, then the delay record of each session."""
    found = [
        (form, str(number))
        for number in site.applications
        for form in (SiteForm.DELAY_APPLICATION, SiteForm.EXTRA_TIME_APPLICATION, SiteForm.AUTHORITIES)
        if application_of(site, form, number)
    ]
    late = [(SiteForm.DELAYS, str(session)) for session in site.sessions if delay_sheet_due(site, session)]
    return (*found, *late)


def standalone_subjects(site: Site) -> tuple[tuple[SiteForm, str], ...]:
    """Session by session, by ticket."""
    return tuple(
        (SiteForm.STANDALONE, standalone_subject(session, ticket))
        for session, state in site.sessions.items()
        for ticket in sorted(state.standalone)
    )


def sheet_content(site: Site, people: Directory, form: SiteForm, subject: str, history: History) -> SheetContent | None:
    """None where there is nothing to tell; a day on which no lock changed hands has its sheet all the same."""
    if site.package is None:
        return None
    if form in APPLICATION_FORMS:
        asked = application_of(site, form, subject)
        make = authority_sheet if form is SiteForm.AUTHORITIES else application_sheet
        return make(site, people, asked) if asked else None
    match form:
        case SiteForm.TRANSFERS:
            session = SessionId(subject)
            return transfer_sheet(site, people, session) if transfer_sheet_due(site, session) else None
        case SiteForm.DELAYS:
            session = SessionId(subject)
            return delay_sheet(site, people, session) if delay_sheet_due(site, session) else None
        case SiteForm.STANDALONE:
            return standalone_sheet(site, people, subject)
        case SiteForm.SUPERVISION:
            step = site.supervisions.get(SupervisionNo(subject))
            return supervision_sheet(site, people, step, history) if step else None
        case SiteForm.SEAL:
            sheets = seal_sheets(site, people, history)
            return next((sheet for sheet in sheets if str(sheet.count) == subject), None)
        case SiteForm.CUSTODY:
            day = _day(subject)
            return custody_sheet(site, people, day, history) if day else None
    return None


def _day(subject: str) -> date | None:
    try:
        return date.fromisoformat(subject)
    except ValueError:
        return None


def sheet_paper(site: Site, form: SiteForm, subject: str, sheet: SheetContent, content: Digest) -> SheetPaper:
    """`content` is the digest of `sheet`."""
    copies = site.sheet_copies(form, subject)
    state = PaperState.DRAFT if _open(site, form, subject) else state_of(copies, content)
    return SheetPaper(form, subject, sheet, state, content, copies)


def _open(site: Site, form: SiteForm, subject: str) -> bool:
    """Whether what the sheet tells of still goes on."""
    if form is SiteForm.TRANSFERS:
        return transfers_open(site, SessionId(subject)) is not None
    if form is SiteForm.DELAYS:
        return delays_open(site, SessionId(subject)) is not None
    if form is SiteForm.STANDALONE:
        return standalone_open(site, subject) is not None
    step = site.supervisions.get(SupervisionNo(subject)) if form is SiteForm.SUPERVISION else None
    return step is not None and not step.closed_at

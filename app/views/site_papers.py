"""Sheets of the site as a whole: which there are, what each says, and how far it is on its way to paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.core.agreement import AgreementSigned
from app.core.arrangement import PackageTakenIn, RoomArranged
from app.core.authorization import ExamAuthorized, StartAuthorizationReceived
from app.core.avoidance import AvoidanceDeclared
from app.core.board_signing import BoardWasSigned
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.contact import ContactEntered
from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned
from app.core.directory import Directory
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.hardware import MachineChecked, MachinesRemoved
from app.core.locks import LockRegisterTaken
from app.core.paper_state import SheetCopy
from app.core.qualification import Qualified
from app.core.readiness import ItemSeenTo
from app.core.replacement import SiteLockReplaced
from app.core.room_closing import RoomsClosed, RoomsOpened
from app.core.room_test import RoomsTested
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed, SealDecided, SealFoundBroken
from app.core.sheet_open import (
    application_of,
    delay_sheet_due,
    not_yet,
    standalone_subject,
    transfer_sheet_due,
)
from app.core.site import Site
from app.core.site_form import SiteForm, day_of
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.terms import Digest, SessionId, SupervisionNo
from app.core.timestamp import ScanChecked, TimestampRecorded
from app.core.training import StaffTrained
from app.views import after_papers
from app.views.application_sheet import application_sheet, authority_sheet
from app.views.conduct_papers import CONDUCT
from app.views.custody_sheet import custody_sheet, movement_days
from app.views.delay_sheet import delay_sheet
from app.views.exceptions import exam_days
from app.views.exceptions_sheet import exceptions_sheet
from app.views.handover_sheet import handover_sheet
from app.views.papers import PaperState, state_of
from app.views.prepared_forms import PREPARED
from app.views.seal_sheet import seal_sheets
from app.views.site_sheet import History, SiteSheet
from app.views.standalone_sheet import standalone_sheet
from app.views.supervision_sheet import supervision_sheet
from app.views.transfer_sheet import transfer_sheet

ON_SHEETS = (
    PackageTakenIn,
    RoomArranged,
    TimestampRecorded,
    ScanChecked,
    Qualified,
    AgreementSigned,
    AvoidanceDeclared,
    ContactEntered,
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
    MachineChecked,
    MachinesRemoved,
    ItemSeenTo,
    RoomsTested,
    SealedRoomTested,
    SiteAccepted,
    RoomsClosed,
    RoomsOpened,
    StaffTrained,
    DrawNumbered,
    DutyDrawn,
    AvailabilitySet,
    DutyReplaced,
    BoardWasSigned,
    SiteSheetKept,
    SiteSheetCameOut,
)
"""Facts after which a sheet may say something else, or be further on its way."""


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """One sheet, as it is now: `content` is the digest of `sheet`, `copies` go from the oldest on."""

    form: SiteForm
    subject: str
    sheet: SiteSheet
    state: PaperState
    content: Digest
    copies: tuple[SheetCopy, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """`subjects`: of every sheet there is now, oldest first. `content`: None where there is nothing to tell."""

    subjects: Callable[[Site, Directory, History], Iterable[str]]
    content: Callable[[Site, Directory, str, History], SiteSheet | None]


def _applications(form: SiteForm) -> Form:
    make = authority_sheet if form is SiteForm.AUTHORITIES else application_sheet

    def content(site: Site, people: Directory, subject: str, _: History) -> SiteSheet | None:
        asked = application_of(site, form, subject)
        return make(site, people, asked) if asked else None

    return Form(
        lambda site, *_: (number for number in site.applications if application_of(site, form, number)), content
    )


def _of_session(
    due: Callable[[Site, SessionId], bool], make: Callable[[Site, Directory, SessionId], SiteSheet]
) -> Form:
    def content(site: Site, people: Directory, subject: str, _: History) -> SiteSheet | None:
        return make(site, people, SessionId(subject)) if due(site, SessionId(subject)) else None

    return Form(lambda site, *_: (session for session in site.sessions if due(site, session)), content)


def _standalone_subjects(site: Site, *_: object) -> Iterable[str]:
    """Session by session, by ticket."""
    for session, state in site.sessions.items():
        yield from (standalone_subject(session, ticket) for ticket in sorted(state.standalone))


def _supervision(site: Site, people: Directory, subject: str, history: History) -> SiteSheet | None:
    step = site.supervisions.get(SupervisionNo(subject))
    return supervision_sheet(site, people, step, history) if step else None


def _seal(site: Site, people: Directory, subject: str, history: History) -> SiteSheet | None:
    return next((sheet for sheet in seal_sheets(site, people, history) if str(sheet.count) == subject), None)


def _custody(site: Site, people: Directory, subject: str, history: History) -> SiteSheet | None:
    """A day on which no lock changed hands has its sheet all the same."""
    day = day_of(subject)
    return custody_sheet(site, people, day, history) if day else None


FORMS: Mapping[SiteForm, Form] = {
    SiteForm.DELAY_APPLICATION: _applications(SiteForm.DELAY_APPLICATION),
    SiteForm.EXTRA_TIME_APPLICATION: _applications(SiteForm.EXTRA_TIME_APPLICATION),
    SiteForm.AUTHORITIES: _applications(SiteForm.AUTHORITIES),
    SiteForm.DELAYS: _of_session(delay_sheet_due, delay_sheet),
    SiteForm.TRANSFERS: _of_session(transfer_sheet_due, transfer_sheet),
    SiteForm.STANDALONE: Form(
        _standalone_subjects, lambda site, people, subject, _: standalone_sheet(site, people, subject)
    ),
    SiteForm.SUPERVISION: Form(lambda site, *_: site.supervisions, _supervision),
    SiteForm.SEAL: Form(
        lambda site, people, history: (str(one.count) for one in seal_sheets(site, people, history)), _seal
    ),
    SiteForm.EXCEPTIONS: Form(lambda site, *_: map(str, exam_days(site)), exceptions_sheet),
    SiteForm.CUSTODY: Form(lambda _site, _people, history: map(str, movement_days(history)), _custody),
    **{form: Form(*ways) for form, ways in (*PREPARED.items(), *CONDUCT.items())},
    SiteForm.HANDOVER: Form(
        lambda site, *_: site.handovers, lambda site, people, subject, _: handover_sheet(site, people, subject)
    ),
    SiteForm.BACKUPS: Form(after_papers.backed_up, after_papers.backups),
    SiteForm.CLEANUP: Form(after_papers.exam_id, after_papers.cleanup),
    SiteForm.AWAITING: Form(after_papers.awaited, after_papers.awaiting),
    SiteForm.DAY_SUMMARY: Form(lambda site, *_: map(str, exam_days(site)), after_papers.summary),
}


def subjects(
    site: Site, people: Directory, forms: Iterable[SiteForm], history: History = ()
) -> tuple[tuple[SiteForm, str], ...]:
    """Every sheet that there is of these forms, form by form, oldest first; none before a package is in force."""
    if site.package is None:
        return ()
    return tuple((form, str(subject)) for form in forms for subject in FORMS[form].subjects(site, people, history))


def sheet_content(site: Site, people: Directory, form: SiteForm, subject: str, history: History) -> SiteSheet | None:
    """None where there is nothing to tell."""
    return None if site.package is None else FORMS[form].content(site, people, subject, history)


def sheet_paper(site: Site, form: SiteForm, subject: str, sheet: SiteSheet, content: Digest) -> SheetPaper:
    """`content` is the digest of `sheet`."""
    copies = site.sheet_copies(form, subject)
    going_on = not_yet(site, form, subject) is not None
    return SheetPaper(
        form, subject, sheet, PaperState.DRAFT if going_on else state_of(copies, content), content, copies
    )

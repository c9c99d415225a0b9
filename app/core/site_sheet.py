"""Sheets of the whole site (监督、封存、领用、调动、延时与补时的申请和授权、单机考试), numbered and kept (REC-15)."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from typing import ClassVar

from app.core.arrangement import PackageMissing
from app.core.closing import RoomsStillOpen
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.records import CopyNumberTaken, DraftOnly, ReprintReason, numbered
from app.core.room_state import RoomSession, Sitting
from app.core.site import SheetCopy, Site
from app.core.standalone_state import Standalone
from app.core.terms import ApplicationNo, ClauseId, Digest, SessionId, SupervisionNo, Ticket
from app.core.time_state import Application, Measure


class SiteForm(StrEnum):
    """By their number in the list of forms (section E); each sheet has a subject of its own kind."""

    TRANSFERS = "E03"
    """Its subject is a session."""
    SUPERVISION = "E12"
    """Its subject is the number of the supervision."""
    SEAL = "E13"
    """Its subject counts the sealings from "1"."""
    CUSTODY = "E14"
    """Its subject is a day, as in "2021-10-30"."""
    DELAY_APPLICATION = "E09"
    """Its subject is the number of the application, as it is of the next two."""
    EXTRA_TIME_APPLICATION = "E10"
    STANDALONE = "E11"
    """Its subject is session and ticket, as in "1-1-210100001001": one of a candidate, and a room may have several."""
    AUTHORITIES = "R04"
    """What was allowed on an application; ours, not in the list, and so is the next."""
    DELAYS = "R05"
    """Its subject is a session."""


SESSION_FORMS = frozenset({SiteForm.TRANSFERS, SiteForm.DELAYS})
"""One sheet a session at most, made when all of its rooms have ended."""
_MEASURES = {SiteForm.DELAY_APPLICATION: Measure.DELAY, SiteForm.EXTRA_TIME_APPLICATION: Measure.EXTRA_TIME}
APPLICATION_FORMS = frozenset({*_MEASURES, SiteForm.AUTHORITIES})
"""Printed as soon as there is something to say, and anew when an answer came."""
FROM_STATE = SESSION_FORMS | APPLICATION_FORMS | {SiteForm.STANDALONE}
"""Nobody reads the journal for these."""
_SUBJECT = {SiteForm.SEAL: re.compile(r"[1-9][0-9]{0,2}"), SiteForm.CUSTODY: re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")}


class KeepSiteSheet(Operation, frozen=True):
    """Keep one finished copy: `content` is the digest of what it says, `file` the digest of the PDF."""

    while_sealed: ClassVar[bool] = True
    form: SiteForm
    subject: str
    copy: int
    content: Digest
    file: Digest
    reason: ReprintReason | None = None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        number = next_sheet(site, self.form, self.subject, self.content, self.reason)
        if isinstance(number, Refusal):
            return number
        if self.copy != number:
            return CopyNumberTaken(self.copy, number)
        return (SiteSheetKept(self.form, self.subject, number, self.content, self.file, self.reason),)


def next_sheet(
    site: Site, form: SiteForm, subject: str, content: Digest, reason: ReprintReason | None
) -> int | Refusal:
    """The number of the copy to be made now, or why none is; asked before anything is drawn."""
    if site.package is None:
        return PackageMissing()
    if no := _not_yet(site, form, subject):
        return no
    return numbered(site.sheet_copies(form, subject), content, reason)


def _not_yet(site: Site, form: SiteForm, subject: str) -> Refusal | None:
    if form in APPLICATION_FORMS:
        return None if application_of(site, form, subject) else NothingToPrint(form)
    match form:
        case SiteForm.SUPERVISION:
            step = site.supervisions.get(SupervisionNo(subject))
            if step is None:
                return NothingToPrint(form)
            return None if step.closed_at else StepNotEnded(step.number)
        case SiteForm.TRANSFERS:
            return transfers_open(site, SessionId(subject))
        case SiteForm.DELAYS:
            return delays_open(site, SessionId(subject))
        case SiteForm.STANDALONE:
            return standalone_open(site, subject)
        case SiteForm.SEAL if site.seal is None:
            return NothingToPrint(form)
        case _:
            return None if _SUBJECT[form].fullmatch(subject) else NothingToPrint(form)


def application_of(site: Site, form: SiteForm, subject: str) -> Application | None:
    """What this form tells of; None where there is no such application, or nothing came on it yet."""
    asked = site.applications.get(ApplicationNo(subject))
    if asked is None or form is SiteForm.AUTHORITIES:
        return asked if asked and (asked.consents or asked.codes or asked.directives) else None
    return asked if asked.measure is _MEASURES[form] else None


def delay_sheet_due(site: Site, session: SessionId) -> bool:
    """Where a room started late or was called off; a session without any has no such sheet (TIM-05)."""
    state = site.sessions.get(session)
    return state is not None and bool(state.late_starts or any(room.called_off for room in state.rooms.values()))


def delays_open(site: Site, session: SessionId) -> Refusal | None:
    """Why the delay record of a session is not made yet."""
    if not delay_sheet_due(site, session):
        return NothingToPrint(SiteForm.DELAYS)
    return _going_on(site, session)


def _going_on(site: Site, session: SessionId) -> Refusal | None:
    rooms = site.sessions[session].rooms.items()
    going_on = tuple(sorted(number for number, room in rooms if room.in_use and not room.ended_at))
    return RoomsStillOpen(session, going_on) if going_on else None


def transfer_sheet_due(site: Site, session: SessionId) -> bool:
    """In an overbooked site always, with nobody on it too; elsewhere where somebody changed rooms (OVB-11)."""
    state = site.sessions.get(session)
    overbooked = site.package is not None and site.package.plan.overbooked
    return state is not None and (overbooked or bool(state.transfers))


def transfers_open(site: Site, session: SessionId) -> Refusal | None:
    """Why the transfer sheet of a session is not made yet."""
    if not transfer_sheet_due(site, session):
        return NothingToPrint(SiteForm.TRANSFERS)
    state = site.sessions[session]
    pending = sum(one.settled is None for one in state.transfers)
    disputed = sum(one.claimed_by is not None for room in state.rooms.values() for one in room.sittings.values())
    if pending or disputed:
        return TransfersUnsettled(session, pending, disputed)
    return _going_on(site, session)


def standalone_subject(session: SessionId, ticket: Ticket) -> str:
    """What a standalone sheet is called by."""
    return f"{session}-{ticket}"


def standalone_of(site: Site, subject: str) -> tuple[RoomSession, Sitting, Standalone] | None:
    """Whose sheet it is: None where no consent was given to such a candidate."""
    session, _, ticket = subject.rpartition("-")
    state = site.sessions.get(SessionId(session))
    alone = state.standalone.get(Ticket(ticket)) if state else None
    sitting = site.sitting(SessionId(session), Ticket(ticket))
    if state is None or alone is None or sitting is None:
        return None
    return state.rooms[sitting.room], sitting, alone


def standalone_open(site: Site, subject: str) -> Refusal | None:
    """Why the sheet is not made yet: it is as soon as the answers are back, while the candidate is there to sign."""
    found = standalone_of(site, subject)
    if found is None:
        return NothingToPrint(SiteForm.STANDALONE)
    room, sitting, alone = found
    waits = alone.live or alone.undecided or not alone.packages or alone.waiting
    return DraftOnly(sitting.session, sitting.room) if waits and not room.ended_at else None


class SiteSheetKept(Fact, frozen=True):
    """A copy of a sheet exists."""

    form: SiteForm
    subject: str
    copy: int
    content: Digest
    file: Digest
    reason: ReprintReason | None

    def apply(self, site: Site) -> None:
        site.blobs.add(self.file)
        site.sheets.append(SheetCopy(self.form, self.subject, self.copy, self.content, self.file))


class ConfirmSiteSheet(Operation, frozen=True):
    """Say whether a copy that was sent to the printer came out whole; a jam may be found later."""

    while_sealed: ClassVar[bool] = True
    form: SiteForm
    subject: str
    copy: int
    came_out: bool

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        copies = site.sheet_copies(self.form, self.subject)
        kept = next((copy for copy in copies if copy.copy == self.copy), None)
        if kept is None:
            return NoSuchSheet(self.form, self.copy)
        if kept.came_out is self.came_out:
            return ()
        return (SiteSheetCameOut(self.form, self.subject, self.copy, self.came_out),)


class SiteSheetCameOut(Fact, frozen=True):
    """Somebody saw the paper of a copy: whole, or not."""

    form: SiteForm
    subject: str
    copy: int
    came_out: bool

    def apply(self, site: Site) -> None:
        said = (self.form, self.subject, self.copy)
        site.sheets = [
            replace(kept, came_out=self.came_out) if (kept.form, kept.subject, kept.copy) == said else kept
            for kept in site.sheets
        ]


class NothingToPrint(Refusal, frozen=True):
    """Nothing of the kind happened here; the subject asked for is not repeated, it may be anything."""

    clause: ClassVar[ClauseId] = ClauseId("REC-15")
    form: SiteForm


class StepNotEnded(Refusal, frozen=True):
    """Before its end the sheet of a supervision is a draft and is not kept."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-03")
    number: SupervisionNo


class TransfersUnsettled(Refusal, frozen=True):
    """Somebody is still between two rooms, or claimed by two: the sheet tells of settled transfers alone."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-11")
    session: SessionId
    pending: int
    disputed: int


class NoSuchSheet(Refusal, frozen=True):
    """No copy of this number is kept."""

    clause: ClassVar[ClauseId] = ClauseId("REC-15")
    form: SiteForm
    copy: int

"""Sheets of the whole site (监督操作记录、封存启封记录、领用移交归还单、跨考场调动单), numbered and kept (REC-15)."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from typing import ClassVar

from app.core.arrangement import PackageMissing
from app.core.closing import RoomsStillOpen
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.records import CopyNumberTaken, ReprintReason, numbered
from app.core.site import SheetCopy, Site
from app.core.terms import ClauseId, Digest, SessionId, SupervisionNo


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
    if form is SiteForm.SUPERVISION:
        step = site.supervisions.get(SupervisionNo(subject))
        if step is None:
            return NothingToPrint(form)
        if not step.closed_at:
            return StepNotEnded(step.number)
    elif form is SiteForm.TRANSFERS:
        if no := transfers_open(site, SessionId(subject)):
            return no
    elif not _SUBJECT[form].fullmatch(subject) or (form is SiteForm.SEAL and site.seal is None):
        return NothingToPrint(form)
    return numbered(site.sheet_copies(form, subject), content, reason)


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
    going_on = tuple(sorted(number for number, room in state.rooms.items() if room.in_use and not room.ended_at))
    return RoomsStillOpen(session, going_on) if going_on else None


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

"""Papers to sign (待签文件): who signed which copy when, many in one sitting; and their scans (REC-01, REC-15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from itertools import combinations
from typing import ClassVar

import msgspec

from app.core.operation import CHIEF, OFFICE, Decision, Demand, Desk, Fact, NotYetHappened, Operation, Refusal
from app.core.paper_state import Copy, PaperRef, RecordCopy, Scan, Signature
from app.core.records import ROOM_RECORD
from app.core.room_state import RoomSession
from app.core.rulebook import Rulebook
from app.core.sheet_open import standalone_of
from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.staffing import StaffMember, served_in
from app.core.terms import ClauseId, Digest, HandoverNo, PersonId, Role, RoomId

SIGNED_BY: Mapping[str, tuple[Role, ...]] = {
    SiteForm.VIOLATION: (Role.CHIEF,),
    SiteForm.TRANSFERS: (Role.CHIEF,),
    SiteForm.DELAY_APPLICATION: (Role.SITE_ADMIN, Role.CHIEF),
    SiteForm.EXTRA_TIME_APPLICATION: (Role.SITE_ADMIN, Role.CHIEF),
    SiteForm.STANDALONE: (Role.CHIEF, Role.ROOM_ADMIN, Role.INVIGILATOR),
    SiteForm.VERIFICATION: (Role.SITE_ADMIN, Role.EXAM_OFFICE),
    SiteForm.HARDWARE: (Role.TECHNICIAN, Role.SITE_ADMIN, Role.CHIEF),
    SiteForm.READINESS: (Role.SITE_ADMIN, Role.CHIEF),
    SiteForm.DRAW: (Role.CHIEF,),
    SiteForm.READINESS_REPORT: (Role.CHIEF,),
    SiteForm.ROOM_CLOSING: (Role.SITE_ADMIN, Role.CHIEF),
    SiteForm.INCIDENT_REPORT: (Role.CHIEF,),
    SiteForm.EVIDENCE: (Role.INVIGILATOR, Role.EXAM_OFFICE),
    SiteForm.CLEANUP: (Role.SITE_ADMIN, Role.EXAM_OFFICE),
    SiteForm.AWAITING: (Role.SITE_ADMIN, Role.CHIEF),
    SiteForm.SCRATCH_PAPER: (Role.EXAM_OFFICE,),
    SiteForm.DELAYS: (Role.SITE_ADMIN, Role.CHIEF),
    SiteForm.DAY_SUMMARY: (Role.SITE_ADMIN, Role.CHIEF),
    SiteForm.EXCEPTIONS: (Role.CHIEF,),
}
"""Whose hand a sheet of the site needs; those of a room record stand in the rulebook."""


class SignedPaper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One copy with everybody who signed it."""

    paper: PaperRef
    by: tuple[Signature, ...]


def signers_of(form: str, rulebook: Rulebook) -> tuple[Role, ...]:
    """Who must sign, as roles in order, an invigilator twice; nobody for what is not signed, or signed step by step."""
    if form == ROOM_RECORD:
        return tuple(Role(role) for role in rulebook.record_signers.value)
    return SIGNED_BY.get(form, ())


class SignPapers(Operation, frozen=True):
    """Say who signed these papers; of each the newest copy, once it came out whole. All of them or none."""

    after_cleaning: ClassVar[bool] = True
    papers: tuple[SignedPaper, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        # Whose hand is on a paper is said once; to say it otherwise the chief stands by.
        again = any(_signed_by_others(site, one) for one in self.papers)
        return Demand(OFFICE, (CHIEF,)) if again else Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        facts = []
        for one in self.papers:
            copy = newest(site, one.paper)
            if isinstance(copy, Refusal):
                return copy
            if copy.handed_over and copy.signatures != one.by:
                return GoneAlready(copy.form, copy.handed_over)
            if no := self._unfit(site, desk, one, copy):
                return no
            if copy.signatures != one.by:
                facts.append(
                    PaperSigned(one.paper.form, one.paper.subject, one.paper.copy, one.by, bool(copy.signatures))
                )
        return tuple(facts)

    def _unfit(self, site: Site, desk: Desk, one: SignedPaper, copy: Copy) -> Refusal | None:
        room = _room_of(site, copy)
        if room and isinstance(copy, RecordCopy) and copy.copy <= room.copies_before:
            return SheetSuperseded(copy.form, copy.subject, copy.copy)
        for signed in one.by:
            if signed.at > desk.now:
                return NotYetHappened(signed.at, desk.now)
            if room and room.ended_at and isinstance(copy, RecordCopy) and signed.at < room.ended_at:
                return SignedBeforeTheEnd(room.room, signed.at, room.ended_at)
            if not may_sign(site, desk, copy, signed):
                return CannotSignThis(one.paper.form, signed.person, signed.role)
        people = [signed.person for signed in one.by]
        if any(desk.directory.same(first, second) for first, second in combinations(people, 2)):
            return SignedTwice(one.paper.form)
        missing = Counter(signers_of(one.paper.form, desk.rulebook)) - Counter(signed.role for signed in one.by)
        if missing or not one.by:
            return SignatureMissing(one.paper.form, one.paper.subject, tuple(missing.elements()))
        return None


def _signed_by_others(site: Site, one: SignedPaper) -> bool:
    copies = site.papers(one.paper.form, one.paper.subject)
    return bool(copies and copies[-1].signed_at) and copies[-1].signatures != one.by


def newest(site: Site, paper: PaperRef) -> Copy | Refusal:
    """This copy, where it is the one to be signed."""
    copies = site.papers(paper.form, paper.subject)
    if not copies or copies[-1].copy != paper.copy or not copies[-1].came_out:
        return NotTheSheetToSign(paper.form, paper.subject, copies[-1].copy if copies else 0)
    return copies[-1]


def may_sign(site: Site, desk: Desk, copy: Copy, signed: Signature) -> bool:
    """Somebody of the staff list in this role, of that room; a deputy for the chief while a delegation holds."""
    member = desk.directory.staff.get(signed.person)
    if member is None or not _in_place(site, copy, member):
        return False
    given = site.delegation
    deputy = given is not None and given.deputy == signed.person and given.since <= signed.at <= given.until
    return member.role is signed.role or (signed.role is Role.CHIEF and deputy)


def _in_place(site: Site, copy: Copy, member: StaffMember) -> bool:
    room = _room_of(site, copy)
    if room is None:
        return True
    # Signed is after the end, perhaps the day after: who served in the room on the day of the session.
    day = site.sessions[room.session].plan.starts_at.date()
    return served_in(site, member, day, {room.room, room.moved_from} - {None})


def _room_of(site: Site, copy: Copy) -> RoomSession | None:
    """The room whose people sign it; None where the sheet is of the whole site."""
    if isinstance(copy, RecordCopy):
        return site.room(copy.session, copy.room)
    alone = standalone_of(site, copy.subject) if copy.form == SiteForm.STANDALONE else None
    return alone[0] if alone else None


class PaperSigned(Fact, frozen=True):
    """A copy bears all its signatures."""

    form: str
    subject: str
    copy: int
    by: tuple[Signature, ...]
    again: bool = False
    """Other names stood there before."""

    def apply(self, site: Site) -> None:
        site.put_paper(self.form, self.subject, self.copy, signatures=self.by, signed_at=max(one.at for one in self.by))


class AttachScan(Operation, frozen=True):
    """Keep the picture of a signed copy; `pages` of `of` were found in it."""

    paper: PaperRef
    file: Digest
    pages: int
    of: int

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        copies = site.papers(self.paper.form, self.paper.subject)
        copy = next((one for one in copies if one.copy == self.paper.copy), None)
        if copy is None:
            return NotTheSheetToSign(self.paper.form, self.paper.subject, copies[-1].copy if copies else 0)
        if not 1 <= self.pages <= self.of:
            return PagesUnfit(self.pages, self.of)
        if copy.scan and copy.scan.pages > self.pages:
            return ScanHasFewer(self.pages, copy.scan.pages)
        if copy.scan == Scan(self.file, self.pages, self.of):
            return ()
        form, subject, number = self.paper.form, self.paper.subject, self.paper.copy
        return (ScanAttached(form, subject, number, self.file, self.pages, self.of, copy.scan is not None),)


class ScanAttached(Fact, frozen=True):
    """The picture of a copy is kept; an earlier one stays in the store."""

    form: str
    subject: str
    copy: int
    file: Digest
    pages: int
    of: int
    again: bool = False
    """Another scan stood there before."""

    def apply(self, site: Site) -> None:
        site.blobs.add(self.file)
        site.put_paper(self.form, self.subject, self.copy, scan=Scan(self.file, self.pages, self.of))


class GoneAlready(Refusal, frozen=True):
    """This copy was handed over before: it goes once, and what stands on it is not said otherwise afterwards."""

    clause: ClassVar[ClauseId] = ClauseId("PAP-02")
    form: str
    handover: HandoverNo


class NotTheSheetToSign(Refusal, frozen=True):
    """Signed is the newest copy, once it was seen to have come out whole."""

    clause: ClassVar[ClauseId] = ClauseId("REC-01")
    form: str
    subject: str
    newest: int


class SheetSuperseded(Refusal, frozen=True):
    """What it says has changed: it is printed anew first."""

    clause: ClassVar[ClauseId] = ClauseId("REC-01")
    form: str
    subject: str
    copy: int


class SignedBeforeTheEnd(Refusal, frozen=True):
    """Nobody signs the record of a room that still goes on."""

    clause: ClassVar[ClauseId] = ClauseId("REC-01")
    room: RoomId
    at: datetime
    ended_at: datetime


class CannotSignThis(Refusal, frozen=True):
    """Not on the staff list in this role, or of another room."""

    clause: ClassVar[ClauseId] = ClauseId("REC-01")
    form: str
    person: PersonId
    role: Role


class SignedTwice(Refusal, frozen=True):
    """Each signs for one part alone."""

    clause: ClassVar[ClauseId] = ClauseId("REC-02")
    form: str


class SignatureMissing(Refusal, frozen=True):
    """These still have to sign."""

    clause: ClassVar[ClauseId] = ClauseId("REC-01")
    form: str
    subject: str
    roles: tuple[Role, ...]


class PagesUnfit(Refusal, frozen=True):
    """A scan has one page at least, and no more than the copy."""

    clause: ClassVar[ClauseId] = ClauseId("REC-15")
    pages: int
    of: int


class ScanHasFewer(Refusal, frozen=True):
    """A fuller scan is kept already."""

    clause: ClassVar[ClauseId] = ClauseId("REC-15")
    pages: int
    kept: int

"""Sheets of the whole site: each copy numbered and kept, and whether it came out on paper (REC-15)."""

from __future__ import annotations

from typing import ClassVar

from app.core.arrangement import PackageMissing
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.paper_state import SheetCopy
from app.core.records import CopyNumberTaken, ReprintReason, numbered
from app.core.sheet_open import not_yet
from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.terms import ClauseId, Digest


class KeepSiteSheet(Operation, frozen=True):
    """Keep one finished copy: `content` is the digest of what it says, `file` the digest of the PDF."""

    after_cleaning: ClassVar[bool] = True
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
    if no := not_yet(site, form, subject):
        return no
    return numbered(site.sheet_copies(form, subject), content, reason)


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

    after_cleaning: ClassVar[bool] = True
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
        site.put_paper(self.form, self.subject, self.copy, came_out=self.came_out)


class NoSuchSheet(Refusal, frozen=True):
    """No copy of this number is kept."""

    clause: ClassVar[ClauseId] = ClauseId("REC-15")
    form: SiteForm
    copy: int

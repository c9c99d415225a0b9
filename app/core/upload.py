"""Upload (上传): the bundle for the centre, each attempt, the way by the city, and the receipt that alone confirms."""

from __future__ import annotations

import re
from datetime import datetime
from typing import ClassVar

from app.core.operation import (
    OFFICE,
    Decision,
    Demand,
    Desk,
    Fact,
    NotYetHappened,
    Operation,
    Refusal,
    Refused,
    office,
)
from app.core.safe_state import Attempt, Backup, UploadResult
from app.core.safekeeping import AnswersNotChecked, NoSuchBackup, since_check
from app.core.site import Site
from app.core.terms import ClauseId, Digest, personal

_REFERENCE = re.compile(r"[0-9A-Za-z._/-]{0,40}")


def current(site: Site, name: str) -> Backup | Refusal:
    """This backup, where it holds what was last checked: nothing older goes to the centre."""
    made = site.safe.backups.get(name)
    if made is None:
        return NoSuchBackup(name)
    if site.sessions[made.session].checked_at is None:
        return AnswersNotChecked(made.session)
    return made if made in since_check(site, made.session) else BackupOutdated(name)


class ExportBundle(Operation, frozen=True):
    """Enter that the bundle of a backup was laid out for the ministry's server and read back (DAT-05)."""

    backup: str
    digest: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        made = current(site, self.backup)
        if isinstance(made, Refusal):
            return made
        if made.digest != self.digest:
            return BundleDiffers(self.backup, made.digest, self.digest)
        # After a mismatch it is laid out anew; otherwise the one that lies there serves.
        return () if made.bundled_at and not made.mismatched else (BundleExported(self.backup, desk.now),)


class BundleExported(Fact, frozen=True):
    """The bundle lies ready."""

    backup: str
    at: datetime

    def apply(self, site: Site) -> None:
        made = site.safe.backups[self.backup]
        made.bundled_at, made.mismatched = self.at, ""


class NoteAttempt(Operation, frozen=True):
    """Enter what came of one attempt to upload over VPN; `reference` is what the server showed."""

    backup: str
    result: UploadResult
    reference: str
    happened_at: datetime

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.happened_at > desk.now:
            return NotYetHappened(self.happened_at, desk.now)
        made = site.safe.backups.get(self.backup)
        if made is None:
            return NoSuchBackup(self.backup)
        if made.bundled_at is None or self.happened_at < made.bundled_at:
            return BundleMissing(self.backup)
        if not _REFERENCE.fullmatch(self.reference) or personal(self.reference):
            return UploadReferenceUnfit()
        if Attempt(self.result, self.reference, self.happened_at) in made.attempts:
            return ()
        return (UploadAttempted(self.backup, self.result, self.reference, self.happened_at),)


class UploadAttempted(Fact, frozen=True):
    """One attempt to upload; whatever it said, only a receipt confirms."""

    backup: str
    result: UploadResult
    reference: str
    at: datetime

    def apply(self, site: Site) -> None:
        site.safe.backups[self.backup].attempts.append(Attempt(self.result, self.reference, self.at))


class TakeReceipt(Operation, frozen=True):
    """Enter the centre's signed receipt for one backup, already verified (DAT-05)."""

    serial: str
    backup: str
    digest: Digest
    document: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        backup = site.safe.backups.get(self.backup)
        if backup is None:
            return NoSuchBackup(self.backup)
        if backup.digest != self.digest:
            no = ReceiptDiffers(self.backup, backup.digest, self.digest)
            known = backup.receipt or backup.mismatched == self.serial
            return no if known else Refused(no, (ReceiptMismatched(self.backup, self.serial, self.digest),))
        if backup.receipt:
            return () if backup.receipt == self.serial else AlreadyReceipted(self.backup, backup.receipt)
        return (UploadConfirmed(self.backup, self.serial, self.document),)


class ReceiptMismatched(Fact, frozen=True):
    """A receipt names other bytes than were made here: not uploaded, and the bundle is laid out anew."""

    backup: str
    serial: str
    there: Digest

    def apply(self, site: Site) -> None:
        site.safe.backups[self.backup].mismatched = self.serial


class UploadConfirmed(Fact, frozen=True):
    """The centre has what was sent."""

    backup: str
    serial: str
    document: Digest

    def apply(self, site: Site) -> None:
        made = site.safe.backups[self.backup]
        made.receipt, made.receipt_document, made.mismatched = self.serial, self.document, ""
        site.blobs.add(self.document)


class BackupOutdated(Refusal, frozen=True):
    """The answers were checked anew since: only a backup made after that goes to the centre."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-04")
    name: str


class BundleDiffers(Refusal, frozen=True):
    """What was laid out is not the backup."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-05")
    name: str
    here: Digest
    there: Digest


class BundleMissing(Refusal, frozen=True):
    """First the bundle is laid out."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-05")
    name: str


class UploadReferenceUnfit(Refusal, frozen=True):
    """A reference: up to forty letters, digits, dots, strokes and hyphens."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-05")


class ReceiptDiffers(Refusal, frozen=True):
    """What arrived there is not what was made here."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-05")
    backup: str
    here: Digest
    there: Digest


class AlreadyReceipted(Refusal, frozen=True):
    """One receipt a backup; a second one is a question for the centre."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-05")
    backup: str
    serial: str

"""Safekeeping (备份、上传): what was written and read back, and the receipt that alone confirms the upload."""

from __future__ import annotations

from typing import ClassVar

from app.core.authorization import UnknownSession
from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal, office
from app.core.safe_state import Backup
from app.core.site import Site
from app.core.terms import ClauseId, Digest, SessionId


def may_back_up(site: Site, session: SessionId) -> Refusal | None:
    """Asked before the file is written, so that no long work ends in a no."""
    state = site.sessions.get(session)
    if state is None:
        return UnknownSession(session)
    return None if state.checked_at else AnswersNotChecked(session)


def since_check(site: Site, session: SessionId) -> tuple[Backup, ...]:
    """Backups made since the answers were last checked, oldest first; none while they are unchecked."""
    state = site.sessions[session]
    made = tuple(one for one in site.backups.values() if one.session == session)
    return made[state.backups_before :] if state.checked_at else ()


class RecordBackup(Operation, frozen=True):
    """Enter a backup of kind S that was written, read back and found equal (DAT-07)."""

    name: str
    session: SessionId
    digest: Digest
    size: int
    entries: int
    head: str

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := may_back_up(site, self.session):
            return no
        if self.name in site.backups:
            return NameTaken(self.name)
        others = (signer for signer in desk.signers if signer.id != desk.operator.id)
        supervised = any(signer.role in SUPERVISORS for signer in others)
        return (BackupVerified(self.name, self.session, self.digest, self.size, self.entries, self.head, supervised),)


class BackupVerified(Fact, frozen=True):
    """A backup exists and was read back; unsupervised ones are marked so (LCK-04)."""

    name: str
    session: SessionId
    digest: Digest
    size: int
    entries: int
    head: str
    supervised: bool

    def apply(self, site: Site) -> None:
        site.backups[self.name] = Backup(
            self.name, self.session, self.digest, self.size, self.entries, self.head, self.supervised
        )


class TakeReceipt(Operation, frozen=True):
    """Enter the centre's signed receipt for one backup, already verified (DAT-05)."""

    serial: str
    backup: str
    digest: Digest
    document: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        backup = site.backups.get(self.backup)
        if backup is None:
            return NoSuchBackup(self.backup)
        if backup.digest != self.digest:
            return ReceiptDiffers(self.backup, backup.digest, self.digest)
        if backup.receipt:
            return () if backup.receipt == self.serial else AlreadyReceipted(self.backup, backup.receipt)
        return (UploadConfirmed(self.backup, self.serial, self.document),)


class UploadConfirmed(Fact, frozen=True):
    """The centre has what was sent."""

    backup: str
    serial: str
    document: Digest

    def apply(self, site: Site) -> None:
        site.backups[self.backup].receipt = self.serial
        site.blobs.add(self.document)


class AnswersNotChecked(Refusal, frozen=True):
    """First two persons check the answers."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-04")
    session: SessionId


class NameTaken(Refusal, frozen=True):
    """A backup of this name exists; none is overwritten."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-07")
    name: str


class NoSuchBackup(Refusal, frozen=True):
    """The receipt names a backup that this site did not make."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-05")
    name: str


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

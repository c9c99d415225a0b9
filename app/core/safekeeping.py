"""Backups (备份), kind S: after every session, written, read back, and carried by a registered medium (DAT-07)."""

from __future__ import annotations

from typing import ClassVar

from app.core.authorization import UnknownSession
from app.core.media import unfit_to_carry
from app.core.operation import SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal, office
from app.core.safe_state import NO_MEDIUM, Backup
from app.core.site import Site
from app.core.terms import ClauseId, Digest, MediumSerial, SessionId


def may_back_up(site: Site, session: SessionId) -> Refusal | None:
    """Asked before the file is written, so that no long work ends in a no."""
    state = site.sessions.get(session)
    if state is None:
        return UnknownSession(session)
    return None if state.checked_at else AnswersNotChecked(session)


def name_taken(site: Site, name: str) -> bool:
    """Whether a backup of either kind bears it."""
    return name in site.safe.backups or name in site.safe.room_backups


def since_check(site: Site, session: SessionId) -> tuple[Backup, ...]:
    """Backups made since the answers were last checked, oldest first; none while they are unchecked."""
    state = site.sessions[session]
    made = tuple(one for one in site.safe.backups.values() if one.session == session)
    return made[state.backups_before :] if state.checked_at else ()


def safe_since_check(site: Site, session: SessionId) -> tuple[Backup, ...]:
    """Those of them that a registered medium holds: a copy on this machine alone dies with it."""
    return tuple(one for one in since_check(site, session) if site.safe.held(one.media))


def watched(desk: Desk) -> bool:
    """Whether somebody who supervises stands by, and is not the operator under another code (LCK-04)."""
    return any(signer.role in SUPERVISORS for signer in desk.beside)


class RecordBackup(Operation, frozen=True):
    """Enter a backup of kind S that was written, read back and found equal; `medium`: where, "" for this machine."""

    name: str
    session: SessionId
    digest: Digest
    size: int
    entries: int
    head: str
    medium: MediumSerial = NO_MEDIUM

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := may_back_up(site, self.session) or (self.medium and unfit_to_carry(site, self.medium)):
            return no
        if name_taken(site, self.name):
            return NameTaken(self.name)
        told = (self.name, self.session, self.digest, self.size, self.entries, self.head)
        return (BackupVerified(*told, watched(desk), self.medium),)


class BackupVerified(Fact, frozen=True, tag="backup_verified/2"):
    """A backup exists and was read back; unsupervised ones are marked so (LCK-04)."""

    name: str
    session: SessionId
    digest: Digest
    size: int
    entries: int
    head: str
    supervised: bool
    medium: MediumSerial = NO_MEDIUM

    def apply(self, site: Site) -> None:
        media = (self.medium,) if self.medium else ()
        site.safe.backups[self.name] = Backup(
            self.name, self.session, self.digest, self.size, self.entries, self.head, self.supervised, media
        )


class CopyBackup(Operation, frozen=True):
    """Enter that a backup was put on one more medium, read back there and found equal; `name` is one of either kind."""

    name: str
    digest: Digest
    medium: MediumSerial

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk)

    def decide(self, site: Site, desk: Desk) -> Decision:
        made = site.safe.backups.get(self.name) or site.safe.room_backups.get(self.name)
        if made is None:
            return NoSuchBackup(self.name)
        if no := unfit_to_carry(site, self.medium):
            return no
        if made.digest != self.digest:
            return CopyDiffers(self.name, made.digest, self.digest)
        return () if self.medium in made.media else (BackupCopied(self.name, self.medium),)


class BackupCopied(Fact, frozen=True):
    """One more medium holds this backup."""

    name: str
    medium: MediumSerial

    def apply(self, site: Site) -> None:
        made = site.safe.backups.get(self.name) or site.safe.room_backups[self.name]
        made.media += (self.medium,)


class AnswersNotChecked(Refusal, frozen=True):
    """First two persons check the answers."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-04")
    session: SessionId


class NameTaken(Refusal, frozen=True):
    """A backup of this name exists; none is overwritten."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-07")
    name: str


class NoSuchBackup(Refusal, frozen=True):
    """What is asked for is about a backup that this site did not make."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-05")
    name: str


class CopyDiffers(Refusal, frozen=True):
    """What lies on the medium is not what was made here."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-07")
    name: str
    here: Digest
    there: Digest

"""A backup that exists on one more registered medium: the same bytes and sidecar, read back, entered (DAT-07)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.core.operation import Operation, Refusal, Signer
from app.core.safekeeping import CopyBackup, NoSuchBackup
from app.core.terms import Digest
from app.exchange import backup, outbox
from app.exchange.signed import PublicKey, peek
from app.service import verify
from app.service.console import Console
from app.service.keeping import Say, Target, Work, Written, ready, space_for
from app.service.sitelock import LockKey
from app.trouble import Code, Trouble


@dataclass(frozen=True, slots=True)
class Copying(Work):
    """One copy under way; `source` is the file that is copied, `fresh` that none of its name lay there before."""

    source: Path
    digest: Digest
    sidecar: bytes
    lock: PublicKey
    """The site lock that signed it: one that was replaced since may have."""
    fresh: bool

    def write(self, say: Say) -> Written:
        """A file of that name that lies there already is never written over: it is the same one, or COPY_DIFFERS."""
        if self.fresh:
            written = outbox.copy(self.source, self.path, say)
        else:
            written = outbox.digest_of(self.path), self.path.stat().st_size
        if written[0] != self.digest:
            self.discard()
            raise Trouble(Code.COPY_DIFFERS, file=self.path.name)
        return written

    def seal(self, written: Written) -> bytes:
        """As it was sealed when the backup was made."""
        return self.sidecar

    def discard(self) -> None:
        if self.fresh:
            Work.discard(self)

    def _proved(self) -> None:
        # Sealed to the province all the same: digest, size and signature tell that the copy is what was made here.
        verify.backup_file(self.path, [], self.lock)

    def _asked(self, written: Written) -> Operation:
        return CopyBackup(self.path.name, written[0], self.where.medium)


def begin_copy(console: Console, name: str, source: Path, where: Target, *signers: Signer) -> Refusal | Copying:
    """The file `source`, which is the backup of this name, of either kind; nothing is written yet.

    Raises MEDIUM_UNREGISTERED, MEDIUM_SMALL, FILE_MISSING, and FILE_DAMAGED for a broken sidecar.
    """
    safe = console.site.safe
    made = safe.backups.get(name) or safe.room_backups.get(name)
    if made is None:
        return NoSuchBackup(name)
    asked = CopyBackup(name, made.digest, where.medium)
    if no := console.foresee(asked, *signers) or ready(console, where):
        return no
    if not source.is_file():
        raise Trouble(Code.FILE_MISSING, file=name)
    sidecar = outbox.read_bytes(backup.sidecar_of(source), backup.LONGEST_SIDECAR)
    lock = _signer(console, sidecar)
    path = where.folder / name
    space_for(where.folder, made.size, name)
    return Copying(console, signers, where, path, source, made.digest, sidecar, lock, fresh=not path.exists())


def _signer(console: Console, sidecar: bytes) -> PublicKey:
    """The lock in force, or one before it; which of them told is proved with the copy."""
    lock, signer = LockKey(console.store.lock).public, peek(sidecar).kid
    if lock.thumbprint == signer:
        return lock
    return next((one for one in verify.site_locks(console.store) if one.thumbprint == signer), lock)

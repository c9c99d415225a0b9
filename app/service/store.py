"""One store on disk: keys.json, site.db and blobs.db, opened with the site lock and by one program at a time."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from app.core.terms import LockSerial
from app.exchange import keyfile, outbox, strict
from app.journal.blobs import Blobs
from app.journal.chain import Mark
from app.journal.database import OnlyOne
from app.journal.store import Journal
from app.service.shredding import shred
from app.service.sitelock import SHARE, EpochNote, note_head, noted_epoch, noted_heads, worked
from app.trouble import Code, Trouble
from devices.protocols import Lock

_CLOSED, _IN_USE = "closed", "in-use"


class Store:
    """An open store. `lock` is the site lock it was opened with, or is to become: then the share was granted."""

    def __init__(self, folder: Path, lock: Lock, granted: bytes | None = None, reaches: int | None = None) -> None:
        """Raises STORE_MISSING, STORE_OTHER_LOCK, STORE_IN_USE, WRONG_KEY, STORE_DAMAGED and what a lock can say.

        `granted`: the share as the province handed it on to another lock, which this store does not know yet.
        `reaches`: what the lock remembers beyond this entry went with another machine.
        """
        self.folder, self.lock = folder, lock
        self.granted = granted is not None
        self.reaches = reaches
        if not (folder / keyfile.NAME).exists():
            raise Trouble(Code.STORE_MISSING, file=folder.name)
        self.key_file = keyfile.read(outbox.read_bytes(folder / keyfile.NAME, 1 << 16))
        if self.key_file.lock != lock.serial and not self.granted:
            raise Trouble(Code.STORE_OTHER_LOCK, expected=self.key_file.lock, found=lock.serial)
        share = worked(lock.read(SHARE)) if granted is None else granted
        if share is None:
            raise Trouble(Code.WRONG_KEY, file=keyfile.NAME)
        self.keys = keyfile.open_with(share, self.key_file)
        self._only = OnlyOne(folder / _IN_USE)
        try:
            self.journal = self._journal()
            try:
                self.blobs = Blobs(folder / "blobs.db", self.keys.store)
            except Trouble:
                self.journal.abandon()
                raise
        except Trouble:
            self._only.release()
            raise

    def _journal(self) -> Journal:
        return Journal(self.folder / "site.db", self.keys.store)

    def take_up(self) -> bool:
        """Work begins; whether the store was closed cleanly before. Reading it only, as a proof does, asks nothing."""
        clean = (self.folder / _CLOSED).exists()
        (self.folder / _CLOSED).unlink(missing_ok=True)
        return clean

    def reopen_journal(self) -> None:
        """After a failed write: what stands is what the next reading shows."""
        self.journal.abandon()
        self.journal = self._journal()

    def marks(self) -> tuple[Mark, ...]:
        """Heads noted outside the database, as far as this machine holds them."""
        known = noted_heads(self.lock)
        return known if self.reaches is None else tuple(one for one in known if one.n <= self.reaches)

    def mark(self) -> bool:
        """Note the head on the lock; False where the lock is out, which stops no exam (J-43).

        Raises SUPERSEDED: nothing of this machine goes on a lock that another one took the day up with.
        """
        mark = self.journal.settle()
        try:
            not_superseded(self)
            note_head(self.lock, self.key_file.mode, self.key_file.site, mark)
        except Trouble as trouble:
            if trouble.code is Code.LOCK_REMOVED:
                return False
            raise
        return True

    def hand_over(self) -> None:
        """keys.json names this lock from now on; the one before is kept beside it under its epoch."""
        path = self.folder / keyfile.NAME
        outbox.write_bytes(path.with_name(f"{keyfile.NAME}.{self.key_file.epoch}"), strict.encode(self.key_file))
        self.key_file = keyfile.handed_over(self.key_file, LockSerial(self.lock.serial))
        outbox.write_bytes(path, strict.encode(self.key_file))

    def forget_personal(self) -> None:
        """keys.json without the personal key, and no older one beside it; raises ERASE_FAILED and what a disk says.

        The site lock's share still opens an old copy that somebody kept elsewhere.
        """
        path = self.folder / keyfile.NAME
        old = path.with_name(f"{keyfile.NAME}.old")
        with suppress(OSError):  # there from the last try, or a file system without links
            os.link(path, old)
        self.key_file = keyfile.without_personal(self.key_file)
        outbox.write_bytes(path, strict.encode(self.key_file))
        self.keys = replace(self.keys, personal=None)
        try:
            for one in sorted(self.folder.glob(f"{keyfile.NAME}.*")):
                shred(one)
        except OSError as cause:
            raise Trouble(Code.ERASE_FAILED, file=keyfile.NAME) from cause

    def close(self) -> None:
        """A clean close: everything in the files, the head noted. The files are let go of whatever it says."""
        try:
            self.mark()
            self.blobs.close()
            (self.folder / _CLOSED).touch()
        except Trouble as trouble:
            # Said when it was found, and at every opening.
            if trouble.code is not Code.SUPERSEDED:
                raise
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let go of the files without a further word to the lock."""
        self.journal.abandon()
        self.blobs.abandon()
        self._only.release()


def not_superseded(store: Store) -> None:
    """Raises SUPERSEDED where the lock says that another machine took the day up from this one's mirror."""
    note = noted_epoch(store.lock, store.key_file.mode, store.key_file.site)
    if note and not follows(store.journal, note):
        raise superseded(note)


def follows(journal: Journal, note: EpochNote) -> bool:
    """Whether this journal is the one that took the day up, or goes on from it: it has that very entry.

    Numbers in keys.json prove nothing: anybody can write them.
    """
    mark = note.mark
    return any(one.head == mark.head for one in journal.part(mark.n, mark.n))


def superseded(note: EpochNote) -> Trouble:
    return Trouble(Code.SUPERSEDED, since=f"{note.since:%H:%M}", machine=note.machine, entry=note.n)


def in_use(folder: Path) -> bool:
    """Whether a program has this store open just now."""
    if not (folder / _IN_USE).exists():
        return False
    try:
        OnlyOne(folder / _IN_USE).release()
    except Trouble:
        return True
    return False


def create(folder: Path, key_file: keyfile.KeyFile) -> None:
    """Lay down the keys of a new store; raises STORE_EXISTS."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / keyfile.NAME).exists():
        raise Trouble(Code.STORE_EXISTS, file=folder.name)
    outbox.write_bytes(folder / keyfile.NAME, strict.encode(key_file))

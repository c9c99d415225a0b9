"""Taking up the day elsewhere: a store made from its mirror and the site lock, up to the last entry that is there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.core.operation import Refusal, Signer
from app.core.resume import ResumeDay
from app.core.site import SiteTime
from app.core.terms import MediumSerial
from app.exchange import keyfile, outbox, strict
from app.exchange.keyfile import KeyFile
from app.journal import codec
from app.journal.blobs import Blobs
from app.journal.chain import Entry
from app.journal.store import Journal
from app.service.clock import Clock
from app.service.console import Console
from app.service.mirror import BLOBS, ENTRIES
from app.service.sitelock import SHARE, EpochNote, note_epoch, note_head_alone, noted_epoch, noted_heads, worked
from app.service.store import Store, follows, superseded
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.protocols import Lock

Sign = Callable[[Console], tuple[Signer, ...]]
"""Asks the people at the desk; they are known once the store is open."""


def resume(mirror: Path, folder: Path, lock: Lock, medium: MediumSerial, clock: Clock, sign: Sign) -> Console | Refusal:
    """A store in `folder` that goes on where the mirror ends; the machine before is no longer the site's record.

    Nothing is put on the lock before the new store is whole; broken off at any step, the same call goes on from there.
    Raises MIRROR_MISSING, STORE_EXISTS, STORE_OTHER_LOCK, SUPERSEDED for a mirror older than the last resumption,
    REWRITTEN for one that is not what the lock remembers, MARK_MISSING for a lock whose notes were taken off, and
    whatever mirror, lock or disk say.
    """
    if (folder / keyfile.NAME).exists():
        raise Trouble(Code.STORE_EXISTS, file=folder.name)
    if not (mirror / keyfile.NAME).exists():
        raise Trouble(Code.MIRROR_MISSING, file=mirror.name)
    file = keyfile.read(outbox.read_bytes(mirror / keyfile.NAME, 1 << 16))
    if file.lock != lock.serial:
        raise Trouble(Code.STORE_OTHER_LOCK, expected=file.lock, found=lock.serial)
    part, note = folder.with_name(folder.name + ".resuming"), noted_epoch(lock, file.mode, file.site)
    if note is None or not _settled(part, lock, note):
        shutil.rmtree(part, ignore_errors=True)
        try:
            made = _made(mirror, part, file, lock, note, medium, clock, sign)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        if isinstance(made, Refusal):
            shutil.rmtree(part, ignore_errors=True)
            return made
        note_epoch(lock, made)
        _settled(part, lock, made)
    part.replace(folder)
    return unlock(folder, lock, clock)


def _made(
    mirror: Path,
    part: Path,
    file: KeyFile,
    lock: Lock,
    before: EpochNote | None,
    medium: MediumSerial,
    clock: Clock,
    sign: Sign,
) -> Refusal | EpochNote:
    part.mkdir(parents=True)
    last = _copied(mirror, part, file, lock, before)
    outbox.write_bytes(part / keyfile.NAME, strict.encode(msgspec.structs.replace(file, epoch=file.epoch + 1)))
    store = Store(part, lock, reaches=last.n)
    try:
        console = Console(store, clock)
        marked = max((one.n for one in noted_heads(lock)), default=0)
        reached = codec.decode_time(last.stamp, last.n)
        if not clock.confirmed:
            # This machine may have run long before the other one stopped: how long says nothing of the time since.
            here = clock.moment()
            clock.take_up(SiteTime(reached, "", 0), SiteTime(reached, here.boot, here.up))
        if no := console.submit(ResumeDay(medium, last.n, reached, marked), *sign(console)):
            return no
        now, head = console.site.safe.resumed[-1], store.journal.head.hex()
        return EpochNote(file.mode, file.site, file.epoch + 1, now.machine, now.at, last.n, head)
    finally:
        store.abandon()


def _copied(mirror: Path, part: Path, file: KeyFile, lock: Lock, before: EpochNote | None) -> Entry:
    """Everything that the mirror holds, under the store's own key; returns its last entry."""
    share = worked(lock.read(SHARE))
    if share is None:
        raise Trouble(Code.WRONG_KEY, file=keyfile.NAME)
    keys = keyfile.open_with(share, file)
    there, here = Journal(mirror / "site.db", keys.mirror, alone=True), Journal(part / "site.db", keys.store)
    try:
        reaches = _length(there)
        if before and not follows(there, before):
            raise superseded(before)
        marks = noted_heads(lock)
        for _ in there.read(one for one in marks if one.n <= reaches):
            pass
        while entries := there.part(here.n + 1, here.n + ENTRIES):
            here.follow(entries)
        if not here.n:
            raise Trouble(Code.MIRROR_MISSING, file=mirror.name)
        if not marks and here.n > 1:
            # Notes taken off the lock would tell of nothing that went with an old mirror.
            raise Trouble(Code.MARK_MISSING, entry=here.n)
        (last,) = here.part(here.n, here.n)
        here.settle()
    finally:
        there.abandon()
        here.abandon()
    _copy_blobs(mirror, part, keys)
    return last


def _length(journal: Journal) -> int:
    for _ in journal.read():
        pass
    return journal.n


def _copy_blobs(mirror: Path, part: Path, keys: keyfile.Keys) -> None:
    there, here = Blobs(mirror / "blobs.db", keys.mirror, alone=True), Blobs(part / "blobs.db", keys.store)
    try:
        taken = 0
        while found := there.newer(taken, BLOBS):
            with here.batch() as put:
                for _, digest in found:
                    put(there.get(digest))
            taken = found[-1][0]
    finally:
        there.abandon()
        here.close()


def _settled(part: Path, lock: Lock, note: EpochNote) -> bool:
    """The lock remembers this course of the journal alone; False where `part` is not what the note tells of.

    Broken off before, a resumption leaves its whole store there; another one, made by another machine since, is none.
    """
    if not (part / keyfile.NAME).exists():
        return False
    store = Store(part, lock, reaches=note.n)
    try:
        if (_length(store.journal), store.journal.head) != note.mark:
            return False
        note_head_alone(lock, note.mode, note.site, store.journal.settle())
        return True
    finally:
        store.abandon()


def later(folder: Path, lock: Lock) -> tuple[Entry, ...]:
    """What the machine before entered after the day was taken up elsewhere; () where that never was.

    Raises everything that its store and the lock can say.
    """
    store = Store(folder, lock)
    try:
        note = noted_epoch(lock, store.key_file.mode, store.key_file.site)
        if note is None or follows(store.journal, note):
            return ()
        return tuple(one for one in store.journal.read() if one.n > note.n)
    finally:
        store.abandon()

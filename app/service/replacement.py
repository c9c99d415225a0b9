"""A lost site lock replaced: the new lock asks the province, and stands for this store with its grant."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.core.operation import Refusal, Signer
from app.core.replacement import ReplaceSiteLock
from app.core.site import SiteLock
from app.core.terms import ExamId, LockSerial, Mode
from app.exchange import keyfile, outbox, replacement
from app.exchange.agefile import Identity, identity
from app.exchange.replacement import Grant, Replacement
from app.exchange.signed import Kind, PublicKey, expect
from app.journal.chain import Mark
from app.service.authorization import province
from app.service.clock import Clock
from app.service.console import Console
from app.service.sitelock import SHARE, LockKey, worked
from app.service.store import Store
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.protocols import Lock, LockKind

_OWN = "replacement"
"""The private object that holds the one-time identity, until the lock stands for the store."""

Sign = Callable[[Console], tuple[Signer, ...]]
"""Asks the people at the desk; they are known once the store is open."""


def ask(folder: Path, lock: Lock, at: datetime, hardware: str = "") -> bytes:
    """The request of a new lock for the store in `folder`; asked again, it keeps its one-time recipient.

    Raises STORE_MISSING, SOFTWARE_LOCK_REFUSED for a real exam, LOCK_IN_SERVICE for a lock of something else, and what
    a lock can say.
    """
    if not (folder / keyfile.NAME).exists():
        raise Trouble(Code.STORE_MISSING, file=folder.name)
    text = outbox.read_bytes(folder / keyfile.NAME, 1 << 16)
    file = keyfile.read(text)
    if file.mode is Mode.REAL and lock.software:
        raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
    if lock.kind is not LockKind.SITE or lock.serial == file.lock:
        raise Trouble(Code.LOCK_IN_SERVICE)
    _without_other_share(lock, file)
    kept = worked(lock.read(_OWN))
    if kept is None:
        kept = str(Identity.generate()).encode()
        worked(lock.write(_OWN, kept))
    key = LockKey(lock)
    request = Replacement(
        mode=file.mode,
        exam=ExamId(""),
        site=file.site,
        issued_at=at,
        serial=f"{file.site}-{key.public.thumbprint[:8]}-{file.epoch}",
        lock_serial=lock.serial,
        lock=key.public.jwk,
        software_lock=lock.software,
        hardware=hardware,
        old_serial=file.lock,
        epoch=file.epoch,
        recipient=str(identity(kept.decode()).to_public()),
        keys=base64.b64encode(text).decode(),
    )
    return replacement.write(request, key)


def _without_other_share(lock: Lock, file: keyfile.KeyFile) -> None:
    """A share that it holds for another store would be lost with its only copy at that site."""
    share = worked(lock.read(SHARE))
    if share is None:
        return
    try:
        keyfile.open_with(share, file)
    except Trouble as cause:
        raise Trouble(Code.LOCK_IN_SERVICE) from cause


def replace(folder: Path, lock: Lock, token: bytes, clock: Clock, sign: Sign) -> Console | Refusal:
    """Put `lock` in the old one's place by the province's grant, and open the store with it.

    The grant opens the journal, the journal says who the province is, and only then the grant is verified: nothing is
    written before. Broken off at any step, the same call goes on from there. Raises FILE_NOT_FOR_US for a lock that
    did not ask, and everything that the grant, the store or the lock can say.
    """
    kept = worked(lock.read(_OWN))
    if kept is None:
        raise Trouble(Code.FILE_NOT_FOR_US, file=Kind.GRANT)
    _, share = replacement.share_of(token, identity(kept.decode()))
    store = Store(folder, lock, granted=share)
    try:
        _without_other_share(lock, store.key_file)
        console = Console(store, clock)
        grant = _verified(console, token)
        if refusal := _entered(console, grant, token, sign):
            return refusal
        worked(lock.write(SHARE, share))
        if store.key_file.lock != lock.serial:
            store.hand_over()
        if store.mark():
            worked(lock.destroy(_OWN))
    finally:
        store.abandon()
    return unlock(folder, lock, clock)


def _verified(console: Console, token: bytes) -> Grant:
    """By the province of this journal, for this store and this lock, and not behind what the province has seen."""
    site, store = console.site, console.store
    grant = replacement.read_grant(token, province(console).key)
    expect(grant, mode=site.mode, site=site.code, exam=site.package.exam.id if site.package else None)
    if (grant.lock_serial, PublicKey.read(grant.lock)) != (store.lock.serial, LockKey(store.lock).public):
        raise Trouble(Code.STORE_OTHER_LOCK, expected=grant.lock_serial, found=store.lock.serial)
    before, after = (grant.old_serial, grant.epoch - 1), (grant.lock_serial, grant.epoch)
    if (store.key_file.lock, store.key_file.epoch) not in (before, after):
        raise Trouble(Code.STORE_OTHER_LOCK, expected=store.key_file.lock, found=grant.old_serial)
    if grant.entries:
        for _ in store.journal.read([Mark(grant.entries, bytes.fromhex(grant.head))]):
            pass
    return grant


def _entered(console: Console, grant: Grant, token: bytes, sign: Sign) -> Refusal | None:
    """None where the journal says so, from now on or since a call that was broken off."""
    lock, key = console.store.lock, LockKey(console.store.lock).public.jwk
    if console.site.lock == SiteLock(LockSerial(lock.serial), key, lock.software):
        return None
    document = console.store.blobs.put(token)
    operation = ReplaceSiteLock(
        LockSerial(lock.serial), key, lock.software, grant.epoch, grant.number, grant.locks, document
    )
    return console.submit(operation, *sign(console))

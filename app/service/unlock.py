"""Opening the console: the store proved from its first entry on, and tidied after a clean close."""

from __future__ import annotations

from pathlib import Path

from app.exchange import keyfile
from app.service import cleaning
from app.service.clock import Clock
from app.service.console import Console
from app.service.store import Store, not_superseded
from app.service.verify import cited_blobs
from app.trouble import Code, Trouble
from devices.protocols import Lock


def unlock(folder: Path, lock: Lock, clock: Clock) -> Console:
    """Raises everything that a store, its chain or its marks can say; nothing is left open then."""
    store = Store(folder, lock)
    try:
        not_superseded(store)
        console = Console(store, clock)
        _whole(console)
        cleaning.finish(console)
        # What no fact cites may be all that is left of a lost end: only a clean close makes it rubbish.
        if store.take_up():
            _sweep(console)
    except BaseException:
        store.abandon()
        raise
    return console


def _whole(console: Console) -> None:
    """keys.json belongs to this journal, and every blob that a fact cites is there."""
    site, keys = console.site, console.store.key_file
    if site.code and (keys.mode, keys.site, keys.lock) != (site.mode, site.code, site.lock.serial):
        raise Trouble(Code.WRONG_KEY, file=keyfile.NAME)
    if gone := cited_blobs(site, console.store.blobs) - {digest for digest, _ in console.store.blobs.digests()}:
        raise Trouble(Code.BLOB_MISSING, digest=min(gone)[:16])


def _sweep(console: Console) -> None:
    """On a full disk the orphans stay: opening matters more than tidiness."""
    try:
        console.store.blobs.sweep(cited_blobs(console.site, console.store.blobs))
    except Trouble as trouble:
        if trouble.code is not Code.DISK_FULL:
            raise

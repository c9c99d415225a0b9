"""Opening the console: the store proved from its first entry on, and what no fact cites swept away."""

from __future__ import annotations

from pathlib import Path

from app.service.clock import Clock
from app.service.console import Console
from app.service.safekeeping import cited_blobs
from app.service.store import Store
from app.trouble import Code, Trouble
from devices.protocols import Lock


def unlock(folder: Path, lock: Lock, clock: Clock) -> Console:
    """Raises everything that a store, its chain or its marks can say; nothing is left open then."""
    store = Store(folder, lock)
    try:
        console = Console(store, clock)
        _sweep(console)
    except BaseException:
        store.abandon()
        raise
    return console


def _sweep(console: Console) -> None:
    """On a full disk the orphans stay: opening matters more than tidiness."""
    try:
        console.store.blobs.sweep(cited_blobs(console))
    except Trouble as trouble:
        if trouble.code is not Code.DISK_FULL:
            raise

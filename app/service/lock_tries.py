"""Wrong PINs of locks, counted by serial in a file of this machine: before a store is open there is no journal."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from app.core.pin import wait_after
from app.exchange import outbox, strict
from app.trouble import Code, Trouble

FILE = "lock-tries.json"
_LONGEST = 1 << 16


class _Tries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Wrong PINs in a row, and where `elapsed` stood at the last one."""

    wrong: int
    since: float


class LockTries:
    """`elapsed` counts seconds since the machine's start: a wait runs on from one program to the next, a start of the
    machine begins it anew, and no clock can end it.

    Whoever may write this machine's folder can remove the file; a token that counts by itself does not care.
    """

    def __init__(self, folder: Path, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._path, self._elapsed = folder / FILE, elapsed
        self._tries = self._read()
        now = elapsed()
        # What lies ahead was counted before the machine was started again.
        if ahead := {serial: _Tries(kept.wrong, now) for serial, kept in self._tries.items() if kept.since > now}:
            self._tries |= ahead
            # A full disk keeps nobody out.
            with suppress(Trouble):
                self._keep()

    def _read(self) -> dict[str, _Tries]:
        try:
            return strict.decode(outbox.read_bytes(self._path, _LONGEST), dict[str, _Tries], FILE)
        except Trouble:
            return {}

    def waits(self, serial: str) -> int:
        """Whole seconds until the next try; 0 for at once."""
        kept = self._tries.get(serial)
        if kept is None:
            return 0
        return max(0, round(wait_after(kept.wrong).total_seconds() - (self._elapsed() - kept.since)))

    def ask(self, serial: str) -> None:
        """Raises PIN_WAITS with the seconds left."""
        if seconds := self.waits(serial):
            raise Trouble(Code.PIN_WAITS, seconds=seconds)

    def wrong(self, serial: str) -> None:
        before = self._tries.get(serial)
        self._tries[serial] = _Tries(before.wrong + 1 if before else 1, self._elapsed())
        self._keep()

    def right(self, serial: str) -> None:
        if self._tries.pop(serial, None):
            self._keep()

    def _keep(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        outbox.write_bytes(self._path, strict.encode(self._tries))

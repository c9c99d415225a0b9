"""Wrong PINs of locks, counted by serial in a file of this machine: before a store is open there is no journal."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from app.core.pin import wait_after
from app.exchange import outbox, strict
from app.trouble import Code, Trouble

FILE = "lock-tries.json"
_LONGEST = 1 << 16


class LockTries:
    """`elapsed` counts seconds and never goes back. A restart of the program begins a wait anew: no clock can end it.

    Whoever may write this machine's folder can remove the file; a token that counts by itself does not care.
    """

    def __init__(self, folder: Path, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._path, self._elapsed = folder / FILE, elapsed
        self._wrong = self._read()
        self._since = dict.fromkeys(self._wrong, elapsed())

    def _read(self) -> dict[str, int]:
        try:
            return strict.decode(outbox.read_bytes(self._path, _LONGEST), dict[str, int], FILE)
        except Trouble:
            return {}

    def waits(self, serial: str) -> int:
        """Whole seconds until the next try; 0 for at once."""
        wait = wait_after(self._wrong.get(serial, 0)).total_seconds()
        return max(0, round(wait - (self._elapsed() - self._since.get(serial, 0.0))))

    def ask(self, serial: str) -> None:
        """Raises PIN_WAITS with the seconds left."""
        if seconds := self.waits(serial):
            raise Trouble(Code.PIN_WAITS, seconds=seconds)

    def wrong(self, serial: str) -> None:
        self._wrong[serial] = self._wrong.get(serial, 0) + 1
        self._since[serial] = self._elapsed()
        self._keep()

    def right(self, serial: str) -> None:
        if self._wrong.pop(serial, 0):
            self._since.pop(serial, None)
            self._keep()

    def _keep(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        outbox.write_bytes(self._path, strict.encode(self._wrong))

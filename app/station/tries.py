"""Wrong codes and vouchers, counted on disk: after five within ten minutes each further try waits a minute."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from app.exchange import outbox, strict
from app.machine_clock import Machine
from app.station.stamp import SECOND
from app.trouble import Code, Trouble

FILE = "tries.json"
FREE_TRIES = 5
WINDOW_SECONDS, WAIT_SECONDS = 600, 60
_LONGEST = 1 << 16


class _Wrong(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When it was typed: the machine's start and nanoseconds since then."""

    boot: str
    up: int


class Tries:
    """Counted by what was typed. A start of the machine ends no wait: what was counted before it counts as of now."""

    def __init__(self, folder: Path, clock: Machine) -> None:
        self._path, self._clock = folder / FILE, clock
        self._wrong: dict[str, list[int]] = {}
        for what, tries in self._read().items():
            now = clock.up()
            # A time still to come was written by somebody else, and would keep everybody out.
            self._wrong[what] = [min(one.up, now) if one.boot == clock.boot else now for one in tries]

    def _read(self) -> dict[str, tuple[_Wrong, ...]]:
        try:
            return strict.decode(outbox.read_bytes(self._path, _LONGEST), dict[str, tuple[_Wrong, ...]], FILE)
        except Trouble:
            return {}

    def waits(self, what: str) -> int:
        """Whole seconds until the next try; 0 for at once."""
        now = self._clock.up()
        recent = [up for up in self._wrong.get(what, ()) if now - up < WINDOW_SECONDS * SECOND]
        if len(recent) < FREE_TRIES:
            return 0
        return max(0, -((now - recent[-1] - WAIT_SECONDS * SECOND) // SECOND))

    def ask(self, what: str) -> None:
        """Raises CODE_WAITS with the seconds left."""
        if seconds := self.waits(what):
            raise Trouble(Code.CODE_WAITS, seconds=seconds)

    def wrong(self, what: str) -> None:
        self._wrong[what] = [*self._wrong.get(what, ()), self._clock.up()][-FREE_TRIES:]
        self._keep()

    def right(self, what: str) -> None:
        if self._wrong.pop(what, None):
            self._keep()

    def _keep(self) -> None:
        kept = {what: [_Wrong(self._clock.boot, up) for up in tries] for what, tries in self._wrong.items()}
        # A full disk keeps nobody out.
        with suppress(Trouble):
            outbox.write_bytes(self._path, strict.encode(kept))

"""Site time: where the moment comes from, and what an entry keeps of it."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Protocol

BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Moment:
    """Site time in whole seconds, with the boot it was taken in and nanoseconds since that boot."""

    at: datetime
    boot: str
    up: int


class Clock(Protocol):
    """The trusted clock of this desk."""

    def moment(self) -> Moment: ...


class SystemClock:
    """The machine's clock, read in Beijing time. Calibration against an outside clock comes with the locks."""

    def __init__(self) -> None:
        self._boot = _boot_id()

    def moment(self) -> Moment:
        return Moment(datetime.now(BEIJING).replace(microsecond=0), self._boot, _since_boot())


class DrivenClock:
    """Practice time, moved by hand; it never goes back."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    @property
    def _now(self) -> datetime:
        return self._at

    def moment(self) -> Moment:
        now = self._now
        return Moment(now, "practice", int(now.timestamp() * 1_000_000_000))

    def advance(self, to: datetime) -> None:
        """Raises ValueError for a time before the present one."""
        if to < self._now:
            raise ValueError(to)
        self._at = to


class PracticeClock(DrivenClock):
    """Practice time that runs on by itself and can be moved forward; `elapsed` counts seconds and never goes back."""

    def __init__(self, at: datetime, elapsed: Callable[[], float] = time.monotonic) -> None:
        super().__init__(at)
        self._elapsed = elapsed
        self._since = elapsed()

    @property
    def _now(self) -> datetime:
        return (self._at + timedelta(seconds=self._elapsed() - self._since)).replace(microsecond=0)

    def advance(self, to: datetime) -> None:
        super().advance(to)
        self._since = self._elapsed()


def _since_boot() -> int:
    """Nanoseconds; on Linux the clock that also counts sleep."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic_ns() if boottime is None else time.clock_gettime_ns(boottime)


def _boot_id() -> str:
    """Linux names each boot; elsewhere a run of the program stands for it."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return str(uuid.uuid4())

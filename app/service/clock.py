"""Site time: where the moment comes from, and what an entry keeps of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from app.core.site import SiteTime
from app.machine_clock import BEIJING, Machine, this_machine

__all__ = ["BEIJING", "Clock", "DrivenClock", "Machine", "Moment", "PracticeClock", "SiteClock"]


@dataclass(frozen=True, slots=True)
class Moment:
    """Site time in whole seconds, with the boot it was taken in and nanoseconds since that boot."""

    at: datetime
    boot: str
    up: int


class Clock(Protocol):
    """The trusted clock of this desk."""

    @property
    def confirmed(self) -> bool:
        """Whether two persons confirmed it since the machine was started."""
        ...

    def moment(self) -> Moment: ...

    def take_up(self, time: SiteTime | None, last: SiteTime | None) -> None:
        """A journal is open: what was last confirmed, and the stamp of the last entry."""
        ...

    def adopt(self, time: SiteTime) -> None:
        """Site time as it was confirmed just now."""
        ...

    def jump(self) -> int:
        """By how many seconds the system clock was set since the last look; 0 for a creeping difference."""
        ...

    def likely(self) -> datetime:
        """Site time once it is confirmed; before that what the wall clock says, to compare with and no more."""
        ...


JUMP = timedelta(seconds=2)
"""A wall clock kept by a time service creeps; what differs by more between two looks was set."""


class SiteClock:
    """Site time: runs on with the clock since the machine's start, and never follows the system clock.

    The system clock is believed only until two persons confirm it for the first time, and never before the last entry.
    After a later start of the machine the time since that start is added to the last entry: a system clock that was set
    ahead would stamp an entry that no true time could follow.
    """

    def __init__(self, machine: Machine | None = None) -> None:
        self._machine = machine or this_machine()
        self._base = SiteTime(self._machine.wall(), self._machine.boot, self._machine.up())
        self.confirmed = False
        self._apart = self._wall_ahead()

    def moment(self) -> Moment:
        up = self._machine.up()
        at = self._base.at + timedelta(microseconds=(up - self._base.up) // 1000)
        return Moment(at.replace(microsecond=0), self._machine.boot, up)

    def take_up(self, time: SiteTime | None, last: SiteTime | None) -> None:
        if time and time.boot == self._machine.boot:
            self.adopt(time)
        elif last and (time or self.moment().at < last.at):
            self._base = last if last.boot == self._machine.boot else SiteTime(last.at, self._machine.boot, 0)
            self._apart = self._wall_ahead()

    def adopt(self, time: SiteTime) -> None:
        self._base, self.confirmed = time, True
        self._apart = self._wall_ahead()

    def jump(self) -> int:
        apart = self._wall_ahead()
        moved, self._apart = apart - self._apart, apart
        return round(moved.total_seconds()) if abs(moved) >= JUMP else 0

    def likely(self) -> datetime:
        return self.moment().at if self.confirmed else self._machine.wall().replace(microsecond=0)

    def _wall_ahead(self) -> timedelta:
        """By how much the system clock is ahead of site time."""
        since = timedelta(microseconds=(self._machine.up() - self._base.up) // 1000)
        return self._machine.wall() - self._base.at - since


class DrivenClock:
    """Practice time, moved by hand; it never goes back."""

    confirmed = True

    def __init__(self, at: datetime) -> None:
        self._at = at

    def take_up(self, time: SiteTime | None, last: SiteTime | None) -> None:
        """Whoever drives it says where it stands."""

    def adopt(self, time: SiteTime) -> None:
        """It stays where it was driven to."""

    def jump(self) -> int:
        return 0

    def likely(self) -> datetime:
        return self._now

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

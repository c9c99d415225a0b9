"""Site time (时钟): two persons confirm it; a moved system clock is noted and moves nothing."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.operation import OFFICE, SECOND_PERSON, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.site import Site, SiteTime
from app.core.terms import ClauseId


class ConfirmSiteTime(Operation, frozen=True):
    """Two persons read `outside` off an outside clock; `boot` and `up` (ns) say when, `last_entry` bounds it below."""

    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    outside: datetime
    boot: str
    up: int
    last_entry: datetime

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SECOND_PERSON,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.outside < self.last_entry:
            return TimeBeforeLastEntry(self.outside, self.last_entry)
        moved = int((self.outside - desk.now).total_seconds())
        return (SiteTimeConfirmed(self.outside, self.boot, self.up, moved),)


class SiteTimeConfirmed(Fact, frozen=True):
    """It was `at` when the boot-time clock of `boot` stood at `up` (ns); site time moved by so many seconds."""

    at: datetime
    boot: str
    up: int
    moved_seconds: int

    def apply(self, site: Site) -> None:
        site.time = SiteTime(self.at, self.boot, self.up)


class NoteClockMoved(Operation, frozen=True):
    """The system clock jumped by so many seconds against the boot-time clock; site time stays."""

    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    seconds: int

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset(), unsigned=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        return (SystemClockMoved(self.seconds),) if self.seconds else ()


class SystemClockMoved(Fact, frozen=True):
    """Somebody, or something, set the system clock; no deadline moved."""

    seconds: int

    def apply(self, site: Site) -> None:
        """Kept for the record only."""


class TimeBeforeLastEntry(Refusal, frozen=True):
    """Site time never goes back before what is already written."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-03")
    outside: datetime
    last_entry: datetime

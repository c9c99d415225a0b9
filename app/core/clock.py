"""Site time (时钟): two persons confirm it; a moved system clock is noted and moves nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.operation import SECOND_PERSON, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.resume import note_gap
from app.core.site import Site, SiteTime
from app.core.terms import ClauseId

FAR = timedelta(minutes=10)
"""A move beyond this is more often a slip of the hand than a clock; what is confirmed cannot be taken back."""


class ConfirmSiteTime(Operation, frozen=True):
    """Two persons read `outside` off an outside clock; `boot` and `up` (ns) say when, `last_entry` bounds it below."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    outside: datetime
    boot: str
    up: int
    last_entry: datetime
    shown: datetime
    """What this machine takes for the time: site time once confirmed, before that its wall clock."""
    far: bool = False
    """They looked again: it is right although it is far from what this machine shows."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        # Also two who supervise: no administrator may have come yet, or be fit to serve.
        return Demand(SECOND_PERSON, (SECOND_PERSON,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.outside < self.last_entry:
            return TimeBeforeLastEntry(self.outside, self.last_entry)
        moved = int((self.outside - desk.now).total_seconds())
        if abs(self.outside - self.shown) > FAR and not self.far:
            return TimeFarOff(self.outside, self.shown)
        confirmed = SiteTimeConfirmed(self.outside, self.boot, self.up, moved)
        before = site.time.boot if site.time else ""
        if before != self.boot or abs(moved) <= desk.rulebook.clock_tolerance_seconds.value:
            return (confirmed,)
        # Nothing restarted, and still the time was false: what was calibrated against it is in question (LCK-08).
        number = next_incident(site, desk)
        opened = IncidentOpened(number, IncidentKind.AUTHORITY, None, None, self.outside, desk.operator.id)
        return (confirmed, opened)


class SiteTimeConfirmed(Fact, frozen=True):
    """It was `at` when the boot-time clock of `boot` stood at `up` (ns); site time moved by so many seconds."""

    at: datetime
    boot: str
    up: int
    moved_seconds: int

    def apply(self, site: Site) -> None:
        site.time = SiteTime(self.at, self.boot, self.up)
        if site.safe.gap_open:
            site.safe.gap_open = False
            note_gap(site, self.at)


class NoteClockMoved(Operation, frozen=True):
    """The system clock jumped by so many seconds against the boot-time clock; site time stays."""

    after_cleaning: ClassVar[bool] = True
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


class TimeFarOff(Refusal, frozen=True):
    """It is far from the time that this machine shows; once more, day and hour?"""

    clause: ClassVar[ClauseId] = ClauseId("SEC-03")
    outside: datetime
    shown: datetime

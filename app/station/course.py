"""The course of one answering: what happened, kept in two journals, and the time that is gone."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from app.core.terms import Digest
from app.exchange.paper import AnswerSheet
from app.exchange.standalone import AloneManifest
from app.machine_clock import BEIJING, Machine
from app.station import records, stamp
from app.station.records import Opened, Progress, Record, Resumed, TimeNoted
from app.station.stamp import SECOND, Stamp
from app.station.two_journals import TwoJournals
from app.trouble import Trouble

NOTED_EVERY = 15 * SECOND


class Course:
    """`trouble` is set while neither journal takes anything."""

    def __init__(
        self,
        manifest: AloneManifest,
        package: Digest,
        so_far: AnswerSheet | None,
        journals: TwoJournals,
        clock: Machine,
    ) -> None:
        """Begins, or goes on from what stands.

        Raises ENTRY_UNREADABLE, SAVE_FAILED, and at the very first opening CLOCK_BEHIND and CLOCK_AHEAD.
        """
        self._manifest, self._journals, self._clock = manifest, journals, clock
        self.trouble: Trouble | None = None
        self.progress = Progress()
        if so_far:
            self.progress.answers = {answer.question: answer for answer in so_far.answers}
        self._applied = 0
        self._follow()
        if self.progress.opened:
            self.opened = self.progress.opened
            if not self.progress.handed_in:
                self.write(Resumed(), self.now())
        else:
            self.opened = stamp.first(clock, manifest.issued_at, manifest.remaining_seconds)
            self.write(Opened(package), self.opened)

    @property
    def last(self) -> Stamp:
        return self.progress.last or self.opened

    def now(self) -> Stamp:
        """Once it is handed in, time stands still."""
        return self.last if self.progress.handed_in else stamp.following(self.last, self._clock)

    def left(self, now: Stamp) -> int:
        """Nanoseconds; below zero once the time is over."""
        return (self._manifest.remaining_seconds + self.progress.granted * 60) * SECOND - now.gone

    @property
    def may_hand_in_at(self) -> datetime:
        closure = timedelta(seconds=self._manifest.closure_seconds)
        return (self._manifest.issued_at + closure).astimezone(BEIJING)

    @property
    def may_hand_in(self) -> bool:
        return self.now().gone >= self._manifest.closure_seconds * SECOND

    def settle(self) -> None:
        """Try again what failed, and take in what stands though its writing was in doubt."""
        self._journals.mend()
        self._follow()

    def write(self, record: Record, now: Stamp) -> datetime:
        """When it was saved; raises SAVE_FAILED."""
        try:
            self._journals.append(records.encode(now), records.encode(record))
        except Trouble as trouble:
            self.trouble = trouble
            raise
        self.trouble = None
        self._follow()
        return now.at

    def _follow(self) -> None:
        entries = self._journals.entries
        records.replay(self.progress, entries[self._applied :])
        self._applied = len(entries)

    def tick(self) -> bool:
        """Notes the time where nothing was written for a while; whether it was due."""
        if self.now().gone - self.last.gone < NOTED_EVERY:
            return False
        with suppress(Trouble):
            self.settle()
            if not self.progress.handed_in:
                self.write(TimeNoted(), self.now())
        return True

"""Somebody sets the system clock, again and again, and the machine starts anew at noon: no time of the record moves."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from app.core.clock import SiteTimeConfirmed, SystemClockMoved
from app.core.operation import Fact, Operation
from app.journal import codec
from app.service import site_time
from app.service.clock import DrivenClock, Machine, SiteClock
from app.service.unlock import unlock
from tests.journeys.killed import PracticeDay
from tests.journeys.standing import morning_of
from tests.proofs import LONG
from tests.stores import ADMIN, EVE, OFFICER, Place

DAYS = 100 if LONG else 4
FARTHEST = 86_400
RESTARTS_AFTER = 40


class Jumpy(SiteClock):
    """The site's own clock on a machine whose wall clock is thrown about; `advance` lets time pass."""

    def __init__(self, at: datetime, boot: str) -> None:
        self._up, self._wall_at = 0, at
        super().__init__(Machine(lambda: self._wall_at, lambda: self._up, boot))

    def advance(self, to: datetime) -> None:
        passed = to - self.moment().at
        self._up += int(passed.total_seconds()) * 1_000_000_000
        self._wall_at += passed

    def throw(self, seconds: int) -> None:
        self._wall_at += timedelta(seconds=seconds)


class Noon(Exception):
    """Here the machine is started anew."""


class ThrownDay(PracticeDay):
    """Before each step somebody may set the clock; the desk looks once a second."""

    dice = Random(0)
    thrown = 0
    until = 0

    def _do(self, operation: Operation, at: datetime, *, refused: bool = False) -> None:
        assert isinstance(self._clock, Jumpy)
        if self.dice.random() < 0.3:
            seconds = self.dice.choice((1, -1)) * self.dice.randrange(2, FARTHEST)
            self._clock.throw(seconds)
            assert site_time.watch(self._console) == seconds
            self.thrown += 1
        super()._do(operation, at, refused=refused)
        if self.until and self._console.store.journal.n > self.until:
            raise Noon


def record(place: Place) -> tuple[list[tuple[datetime, Fact]], int]:
    """Each fact with its time, but for the clock's own; and how often the clock was set."""
    console = place.open()
    told = [(codec.decode_time(one.stamp), codec.decode(one.body)) for one in console.store.journal.read()]
    console.store.abandon()
    moved = sum(isinstance(fact, SystemClockMoved) for _, fact in told)
    return [one for one in told if not isinstance(one[1], SystemClockMoved | SiteTimeConfirmed)], moved


@pytest.mark.proof
def test_no_time_of_the_record_follows_the_system_clock(tmp_path: Path) -> None:
    morning = morning_of(tmp_path / "morning")
    steady = morning.copy(tmp_path / "steady")
    clock = DrivenClock(EVE)
    console = unlock(steady.store, steady.lock(), clock)
    PracticeDay(console, clock, lambda *_: None).run()
    console.store.close()
    for n in range(DAYS):
        place, thrown = morning.copy(tmp_path / str(n)), 0
        ThrownDay.dice = Random(n)
        for boot, until in (("one", RESTARTS_AFTER), ("two", 0)):
            jumpy = Jumpy(EVE, boot)
            console = unlock(place.store, place.lock(), jumpy)
            shown = jumpy.moment()
            assert site_time.confirm(console, shown.at, shown, ADMIN, OFFICER, far=True) is None
            day = ThrownDay(console, jumpy, lambda *_: None)
            day.until = until
            if until:
                with pytest.raises(Noon):
                    day.run()
                console.store.abandon()
            else:
                day.run()
                console.store.close()
            thrown += day.thrown
        told, moved = record(place)
        assert (told, moved) == (record(steady)[0], thrown)
        assert [at for at, _ in told] == sorted(at for at, _ in told)

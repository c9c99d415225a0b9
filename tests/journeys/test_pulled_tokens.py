"""The site lock's token pulled and put back at random instants of a day, by somebody who asks nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from app.core.operation import Operation
from app.core.permission import SiteLockNeeded
from app.service import locks, verify
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.sitelock import noted_heads
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.presence import Presence
from tests.contract.softhsm import SITE as SERIAL
from tests.contract.softhsm import Hsm, Made, made
from tests.journeys.killed import PracticeDay
from tests.proofs import LONG
from tests.stores import EVE, SITE, arrange, replayed, trust

__all__ = ["made"]
DAYS = 25 if LONG else 1
LONGEST = 0.3
"""Seconds that the token is in, or out."""
AT_ONCE = 0.02
"""The first time."""


class Hand:
    """Pulls a token and puts it back, on a thread of its own."""

    def __init__(self, hsm: Hsm, hardware: str, dice: Random) -> None:
        self._hsm, self._hardware, self._dice = hsm, hardware, dice
        self._moving, self._enough = threading.Lock(), threading.Event()
        self.out = False
        self.pulls = 0

    @contextmanager
    def at_work(self) -> Iterator[None]:
        thread = threading.Thread(target=self._run)
        thread.start()
        try:
            yield
        finally:
            self._enough.set()
            thread.join()

    def _run(self) -> None:
        wait = AT_ONCE
        while not self._enough.wait(wait):
            wait = self._dice.uniform(0, LONGEST)
            with self._moving:
                if not self.out:
                    self._hsm.pull(self._hardware)
                    self.out = True
                    self.pulls += 1

    def put_back(self, console: Console) -> None:
        """Nobody pulls it meanwhile: a PIN is being typed."""
        with self._moving:
            if self.out:
                self._hsm.plug(self._hardware)
                self.out = False
            locks.put_back(console, self._hsm.opened(SERIAL))


class PulledDay(PracticeDay):
    """What waits for the lock is asked again once it is back."""

    hand: Hand

    def _do(self, operation: Operation, at: datetime, *, refused: bool = False) -> None:
        fault = Presence().look(self._console.store.lock)
        locks.note_presence(self._console, fault)
        if self._console.site.lock_out and isinstance(self._console.foresee(operation), SiteLockNeeded):
            self.hand.put_back(self._console)
        super()._do(operation, at, refused=refused)


def pulled_day(console: Console, hand: Hand) -> PulledDay:
    clock = console.clock
    assert isinstance(clock, DrivenClock)
    day = PulledDay(console, clock, lambda *_: None)
    day.hand = hand
    return day


def gone_on(day: PulledDay, console: Console) -> None:
    """To its end, however often the token is out when something needs it."""
    while True:
        try:
            day.run()
        except (Trouble, AssertionError) as said:
            waits_for_lock(said)
            day.hand.put_back(console)
        else:
            return


def waits_for_lock(said: Exception) -> None:
    """Raises what says anything else."""
    removed = isinstance(said, Trouble) and said.code is Code.LOCK_REMOVED
    if not removed and SiteLockNeeded.__name__ not in str(said):
        raise said


@pytest.mark.proof
@pytest.mark.parametrize("n", range(DAYS))
def test_a_token_pulled_at_any_instant_costs_no_entry_and_no_note(hsm: Hsm, made: Made, tmp_path: Path, n: int) -> None:
    hsm.copy_of(made.hsm, made.site)
    console = enrol(tmp_path / "store", trust(), SITE, hsm.opened(SERIAL), DrivenClock(EVE)).console
    arrange(console, rooms=2, seats=8, sessions=2)
    hand = Hand(hsm, made.site, Random(n))
    with hand.at_work():
        gone_on(pulled_day(console, hand), console)
    if hand.out:
        hand.put_back(console)
    console.store.close()
    assert hand.pulls
    again = unlock(tmp_path / "store", hsm.opened(SERIAL), DrivenClock(EVE))
    try:
        assert again.site == replayed(again.store.journal) == console.site
        assert noted_heads(again.store.lock)[-1].n == verify.store_file(again.store).entries
    finally:
        again.store.abandon()

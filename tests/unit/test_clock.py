"""Site time: whole seconds in Beijing, with the boot and the time since."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.core.site import SiteTime
from app.service.clock import BEIJING, DrivenClock, Machine, Moment, PracticeClock, SiteClock
from tests.stores import EVE


def test_system_time_is_whole_seconds_in_beijing() -> None:
    moment = SiteClock().moment()
    assert moment.at.microsecond == 0
    assert moment.at.utcoffset() == timedelta(hours=8)
    assert abs(moment.at.timestamp() - time.time()) < 60


def test_time_since_boot_only_grows_and_the_boot_stays() -> None:
    clock = SiteClock()
    first, second = clock.moment(), clock.moment()
    assert second.up >= first.up > 0
    assert first.boot == second.boot != ""


def test_where_the_system_names_no_boot_a_run_stands_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*_: object, **__: object) -> str:
        raise FileNotFoundError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_text", absent)
        first, second = SiteClock(), SiteClock()
    assert first.moment().boot != second.moment().boot
    # Its time counts from there: what ran before may lie before the last entry.
    assert first.moment().up < 60_000_000_000


def test_without_a_clock_that_counts_sleep_the_monotonic_one_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    assert 0 < SiteClock().moment().up <= time.monotonic_ns()


class Hands:
    """A machine whose wall clock and counter are set by hand; it counts nanoseconds."""

    def __init__(self, wall: datetime = EVE, up: int = 0, boot: str = "boot-1") -> None:
        self.wall, self.up, self.boot = wall, up, boot

    @property
    def machine(self) -> Machine:
        return Machine(lambda: self.wall, lambda: self.up, self.boot)

    def run(self, seconds: float) -> None:
        """Both go on, as they do."""
        self.wall += timedelta(seconds=seconds)
        self.up += int(seconds * 1e9)


def test_site_time_runs_on_whatever_the_system_clock_is_set_to() -> None:
    hands = Hands()
    clock = SiteClock(hands.machine)
    hands.run(90)
    hands.wall -= timedelta(hours=3)
    assert clock.moment() == Moment(EVE + timedelta(seconds=90), "boot-1", 90_000_000_000)
    hands.run(1)
    assert clock.moment().at == EVE + timedelta(seconds=91)


@pytest.mark.parametrize("set_by", [-3600, -2, 2, 5, 86_400])
def test_a_system_clock_that_was_set_is_noticed_once_and_at_the_next_look(set_by: int) -> None:
    hands = Hands()
    clock = SiteClock(hands.machine)
    hands.run(1)
    assert clock.jump() == 0
    hands.wall += timedelta(seconds=set_by)
    hands.run(1)
    assert clock.jump() == set_by
    hands.run(1)
    assert clock.jump() == 0


def test_a_clock_that_creeps_was_not_set() -> None:
    hands = Hands()
    clock = SiteClock(hands.machine)
    for _ in range(100):
        hands.run(1)
        hands.wall += timedelta(seconds=1.9)
        assert clock.jump() == 0


def test_what_was_confirmed_in_this_boot_goes_on() -> None:
    hands = Hands(up=500_000_000_000)
    clock = SiteClock(hands.machine)
    before = clock.confirmed
    clock.take_up(SiteTime(EVE, "boot-1", 440_000_000_000), SiteTime(EVE, "boot-1", 440_000_000_000))
    assert (before, clock.confirmed) == (False, True)
    assert clock.moment().at == EVE + timedelta(seconds=60)


@pytest.mark.parametrize("ahead", [-timedelta(hours=2), timedelta(hours=2), timedelta(days=366)])
def test_after_a_restart_it_is_unconfirmed_and_goes_on_from_the_last_entry(ahead: timedelta) -> None:
    hands, last = Hands(wall=EVE + ahead, up=40_000_000_000, boot="boot-2"), EVE + timedelta(minutes=1)
    clock = SiteClock(hands.machine)
    clock.take_up(SiteTime(EVE, "boot-1", 0), SiteTime(last, "boot-1", 7_000_000_000))
    hands.run(5)
    assert (clock.confirmed, clock.moment().at, clock.jump()) == (False, last + timedelta(seconds=45), 0)


def test_unconfirmed_it_runs_on_in_the_next_program_of_the_same_start() -> None:
    hands = Hands(up=40_000_000_000, boot="boot-2")
    clock = SiteClock(hands.machine)
    clock.take_up(SiteTime(EVE, "boot-1", 0), SiteTime(EVE, "boot-2", 30_000_000_000))
    assert (clock.confirmed, clock.moment().at) == (False, EVE + timedelta(seconds=10))


@pytest.mark.parametrize("ahead", [-2, 2])
def test_before_it_was_ever_confirmed_the_system_clock_counts_but_never_before_the_last_entry(ahead: int) -> None:
    clock = SiteClock(Hands(wall=EVE + timedelta(hours=ahead), boot="boot-2").machine)
    clock.take_up(None, SiteTime(EVE, "boot-1", 0))
    assert (clock.confirmed, clock.moment().at) == (False, EVE + timedelta(hours=max(ahead, 0)))


def test_a_confirmed_time_is_no_jump_of_the_system_clock() -> None:
    hands = Hands()
    clock = SiteClock(hands.machine)
    clock.adopt(SiteTime(EVE + timedelta(minutes=7), "boot-1", 0))
    hands.run(3)
    assert (clock.moment().at, clock.jump()) == (EVE + timedelta(minutes=7, seconds=3), 0)


def test_driven_time_stands_still_until_it_is_moved_and_never_goes_back() -> None:
    clock = DrivenClock(EVE)
    assert clock.moment() == clock.moment()
    clock.advance(EVE)
    clock.advance(EVE + timedelta(seconds=1))
    assert clock.moment().at == EVE + timedelta(seconds=1)
    assert clock.moment().at.tzinfo is BEIJING
    with pytest.raises(ValueError):
        clock.advance(EVE)


def test_practice_time_runs_on_in_whole_seconds_and_can_be_moved_forward() -> None:
    elapsed = 100.0
    clock = PracticeClock(EVE, lambda: elapsed)
    assert clock.moment() == DrivenClock(EVE).moment()
    elapsed += 1.9
    assert clock.moment().at == EVE + timedelta(seconds=1)
    with pytest.raises(ValueError):
        clock.advance(EVE)
    assert clock.moment().at == EVE + timedelta(seconds=1)
    clock.advance(EVE + timedelta(hours=1))
    elapsed += 0.9
    assert clock.moment().at == EVE + timedelta(hours=1)
    elapsed += 60
    moment = clock.moment()
    assert moment.at == EVE + timedelta(hours=1, seconds=60)
    assert (moment.boot, moment.up) == ("practice", int(moment.at.timestamp()) * 1_000_000_000)
    assert moment.at.tzinfo is BEIJING


def test_practice_time_goes_with_the_machine() -> None:
    assert PracticeClock(EVE).moment().at - EVE < timedelta(minutes=1)

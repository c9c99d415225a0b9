"""Site time: whole seconds in Beijing, with the boot and the time since."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import pytest

from app.service.clock import BEIJING, DrivenClock, PracticeClock, SystemClock
from tests.stores import EVE


def test_system_time_is_whole_seconds_in_beijing() -> None:
    moment = SystemClock().moment()
    assert moment.at.microsecond == 0
    assert moment.at.utcoffset() == timedelta(hours=8)
    assert abs(moment.at.timestamp() - time.time()) < 60


def test_time_since_boot_only_grows_and_the_boot_stays() -> None:
    clock = SystemClock()
    first, second = clock.moment(), clock.moment()
    assert second.up >= first.up > 0
    assert first.boot == second.boot != ""


def test_where_the_system_names_no_boot_a_run_stands_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*_: object, **__: object) -> str:
        raise FileNotFoundError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_text", absent)
        first, second = SystemClock(), SystemClock()
    assert first.moment().boot != second.moment().boot


def test_without_a_clock_that_counts_sleep_the_monotonic_one_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    assert 0 < SystemClock().moment().up <= time.monotonic_ns()


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

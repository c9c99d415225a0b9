"""The time of an answering: wall clock for people, and what is gone of it by a clock that nobody can set."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from app.machine_clock import Machine
from app.trouble import Code, Trouble

SECOND = 1_000_000_000


class Stamp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When an entry was made: wall clock in whole seconds, the machine's start and nanoseconds since then.

    `gone`: nanoseconds since the package was exported.
    """

    at: datetime
    boot: str
    up: int
    gone: int


def first(clock: Machine, issued_at: datetime, remaining_seconds: int) -> Stamp:
    """At the first opening the wall clock says what is gone. Raises CLOCK_BEHIND and CLOCK_AHEAD."""
    at = _wall(clock)
    gone = at - issued_at
    if gone < timedelta(0):
        raise Trouble(Code.CLOCK_BEHIND, machine_time=_told(at), issued_at=_told(issued_at.astimezone(at.tzinfo)))
    if gone >= timedelta(seconds=remaining_seconds):
        raise Trouble(
            Code.CLOCK_AHEAD,
            machine_time=_told(at),
            issued_at=_told(issued_at.astimezone(at.tzinfo)),
            minutes=remaining_seconds // 60,
        )
    return Stamp(at, clock.boot, clock.up(), _nanoseconds(gone))


def following(last: Stamp, clock: Machine) -> Stamp:
    """Within one start of the machine its counter says what went by; after another the wall clock, forward only."""
    at, up = _wall(clock), clock.up()
    since = up - last.up if clock.boot == last.boot else _nanoseconds(at - last.at)
    return Stamp(at, clock.boot, up, last.gone + max(since, 0))


def _wall(clock: Machine) -> datetime:
    return clock.wall().replace(microsecond=0)


def _nanoseconds(span: timedelta) -> int:
    return span // timedelta(seconds=1) * SECOND


def _told(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S")

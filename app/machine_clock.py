"""The clocks of the machine itself: what the desk and the answering station both count with."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Machine:
    """The clocks of the machine: its wall clock, nanoseconds since it was started, and the name of this start.

    Where the system names no start, a run of the program stands for one.
    """

    wall: Callable[[], datetime]
    up: Callable[[], int]
    boot: str


def this_machine() -> Machine:
    boot, begun = _boot_id(), 0
    if not boot:
        boot, begun = str(uuid.uuid4()), _since_boot()
    return Machine(lambda: datetime.now(BEIJING), lambda: _since_boot() - begun, boot)


def _since_boot() -> int:
    """Nanoseconds; on Linux the clock that also counts sleep."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic_ns() if boottime is None else time.clock_gettime_ns(boottime)


def _boot_id() -> str:
    """Linux names each boot; "" elsewhere."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""

"""The steps of the exam day, and how far one is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class StepKind(StrEnum):
    """One step of the exam day, or of the days before."""

    IMPORT = "import"
    WEEK_ITEMS = "week_items"
    HARDWARE = "hardware"
    SIMULATED_TEST = "simulated_test"
    EVE_ITEMS = "eve_items"
    TIMESTAMPS = "timestamps"
    SCAN = "scan"
    EXAM_AUTHORIZATION = "exam_authorization"
    SEALED_ROOM_TEST = "sealed_room_test"
    ACCEPT = "accept"
    CLOSE_ROOMS = "close_rooms"
    """Rooms, before the day; not the closure during it."""
    SEAL = "seal"
    DUTY = "duty"
    """Only until the first room of the day starts, as the next."""
    BOARD = "board"
    UNSEAL = "unseal"
    LOCKS = "locks"
    RECEIVE = "receive"
    AUTHORIZE = "authorize"
    RELEASE = "release"
    ADMIT = "admit"
    START = "start"
    ATTENDANCE = "attendance"
    TRANSFERS = "transfers"
    """Only while somebody is on the way between two rooms, or waits in a full one to be sent on."""
    SETTLE = "settle"
    """The same near the end of the room that sent them: it says what became of them."""
    DELAYS = "delays"
    """Only while rooms are late: somebody has to allow their start."""
    EXTRA_TIME = "extra_time"
    """Only where whole rooms stood still: what they lost is made good, or not."""
    STANDALONE = "standalone"
    """Only while somebody goes on with a standalone package, or is to."""
    REPORT_INCIDENT = "report_incident"
    """Only while somebody who must be told of an incident has not heard of it."""
    COLLECT = "collect"
    END = "end"
    RESULTS = "results"
    CHECK = "check"
    BACKUP = "backup"
    SCRATCH = "scratch"
    RECORDS = "records"
    SIGN = "sign"
    RECEIPT = "receipt"
    ROOM_BACKUP = "room_backup"
    """Of the invigilation ends, once a day."""
    RETURN_LOCKS = "return_locks"
    CLOSE_DAY = "close_day"
    SEAL_AGAIN = "seal_again"


@dataclass(frozen=True, slots=True)
class Measure:
    """How far a step is, before anyone asks whether its time has come."""

    kind: StepKind
    done: int
    total: int
    since: datetime | None = None
    by: datetime | None = None
    gate: StepKind | None = None
    """The step that must be finished first; in a step for rooms, one room there is enough."""
    pressing: bool = True
    """False for what never holds up the rest: it is named, and comes after whatever presses."""

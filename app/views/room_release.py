"""What stands on a room release (考场放行单), before anyone draws it."""

from __future__ import annotations

from datetime import datetime

import msgspec


class CandidateLine(msgspec.Struct, frozen=True):
    """One candidate of the room. `seat` is "" in an overbooked site, `name` is None after erasure."""

    seat: str
    sequence: str
    ticket: str
    name: str | None


class ReleaseSheet(msgspec.Struct, frozen=True):
    """What the room system administrator is given when a room is released for a session. `serial` numbers the releases
    of that room and session; `late_entry_minutes` is 0 where entry closes with the start."""

    mode: str
    exam: str
    site_code: str
    site_name: str
    session: str
    subject: str
    room: str
    room_name: str
    building: str
    floor: int
    planned_start: datetime
    minutes: int
    late_entry_minutes: int
    timestamp: str
    lock_serial: str
    serial: str
    overbooked: bool
    candidates: tuple[CandidateLine, ...]
    ministry: str
    software_lock: bool

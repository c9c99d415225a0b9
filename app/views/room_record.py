"""What stands on a room record (考场情况记录单), before anyone draws it."""

from __future__ import annotations

from datetime import datetime

import msgspec


class AbsenceLine(msgspec.Struct, frozen=True):
    """One absentee. `seat` is "" in an overbooked site, `name` is None after erasure."""

    seat: str
    ticket: str
    name: str | None
    id_tail: str
    registered_at: datetime


class LateLine(msgspec.Struct, frozen=True):
    """Someone refused at the door because entry was closed."""

    ticket: str
    name: str | None
    came_at: datetime


class AnswersLine(msgspec.Struct, frozen=True):
    """Someone who was present and whose answers were not collected; `incident` is "" for who never logged in."""

    ticket: str
    name: str | None
    answers: str
    incident: str


class EventLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """An incident or a fault. `kind` is its code; `closed_at` is None while it is open.

    `seat` is "" for a whole room, `room` is "" as well for the whole site. A fault has no `severity`.
    """

    number: str
    kind: str
    room: str
    seat: str
    happened_at: datetime
    closed_at: datetime | None
    severity: str = ""


class NoteLine(msgspec.Struct, frozen=True):
    """Something that happened to one candidate; `ticket` and `name` are "" where it was the whole room.

    `room` is the other room, `seats` the old and the new one, `outcome` what became of a transfer or why a reset was
    needed, `times` the number of resets so far, `people` how many of a whole room. `seconds` a room started late, or
    `minutes` of extra time; `causes` are faults and incidents, `asked` the applications on which it was allowed.
    `until` is the room's end after it.
    """

    at: datetime
    kind: str
    ticket: str
    name: str | None
    room: str = ""
    seats: tuple[str, ...] = ()
    outcome: str = ""
    incident: str = ""
    times: int = 0
    people: int = 0
    seconds: int = 0
    minutes: int = 0
    causes: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    until: datetime | None = None
    entered_late: bool = False


class StandaloneLine(msgspec.Struct, frozen=True):
    """Someone for whom a standalone exam was consented to: with the newest consent, and the newest package.

    `waits`: a consent by telephone is not signed for. `machine` is "" without a package, `ended` while it is out;
    `ended_at` is when it came back.
    """

    ticket: str
    name: str | None
    ground: str
    consented_by: str
    given_at: datetime
    waits: bool
    packages: int
    machine: str
    host: str
    place: str
    login_at: datetime | None
    ended: str
    ended_at: datetime | None
    incident: str


class CheckLine(msgspec.Struct, frozen=True):
    """What was not as it should be when the room ended: `reason` why the chief let a check stand, `count` of files."""

    item: str
    reason: str
    count: int
    at: datetime | None


class ScratchLine(msgspec.Struct, frozen=True):
    """Sheets of scratch paper; `note` says why fewer came back, "" where none is missing."""

    handed_out: int
    returned: int
    note: str


class ViolationLine(msgspec.Struct, frozen=True):
    """One violation. `ticket` is "" for who is no candidate of this room; `sheet` is "" without a paper sheet.

    `name` and the texts are None after erasure; `withdrawn_for` is "" for what stands.
    `later`: found after the exam, when nobody signs in the room.
    `corrections` counts how often the record was put right, `withdrawn_at` is when it was found to be a mistake.
    """

    number: str
    sheet: str
    ticket: str
    name: str | None
    kind: str
    level: str
    happened_at: datetime
    act: str | None
    handling: str | None
    told_at: datetime | None
    signed_at: datetime | None
    refused_at: datetime | None
    removed_at: datetime | None
    later: bool
    corrections: int
    withdrawn_at: datetime | None
    withdrawn_for: str | None


class RoomRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """One room in one session. Its digest, not the journal head, decides whether a signed copy still holds.

    What has a default is left out of the digest as long as there is nothing of it.
    """

    mode: str
    exam: str
    level: str
    rulebook: str
    site_code: str
    site_name: str
    session: str
    subject: str
    room: str
    room_name: str
    building: str
    floor: int
    planned_start: datetime
    planned_end: datetime
    started_at: datetime | None
    ended_at: datetime | None
    arranged: int
    transferred_in: int
    transferred_out: int
    present: int
    absent: int
    collected: int
    written_off: int
    never_logged_in: int
    absences: tuple[AbsenceLine, ...]
    late: tuple[LateLine, ...]
    lost: tuple[AnswersLine, ...]
    events: tuple[EventLine, ...]
    notes: tuple[NoteLine, ...]
    spares: str
    """Spare seats in service, as people write them."""
    signers: tuple[str, ...]
    timestamp: str
    ministry: str
    software_lock: bool
    standalone: tuple[StandaloneLine, ...] = ()
    checks: tuple[CheckLine, ...] = ()
    violations_at: datetime | None = None
    """When the list of violations was confirmed."""
    by_hand: bool = False
    """The result was typed in by two persons."""
    scratch: ScratchLine | None = None
    violations: tuple[ViolationLine, ...] = ()

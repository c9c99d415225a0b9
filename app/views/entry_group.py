"""What each kind of journal entry is about."""

from __future__ import annotations

from enum import StrEnum

from app.core.operation import Fact
from app.views import entry_kinds_office as office
from app.views import entry_kinds_rooms as rooms


class EntryGroup(StrEnum):
    """What an entry is about, for choosing."""

    ARRANGEMENT = "arrangement"
    AUTHORIZATION = "authorization"
    LOCKS = "locks"
    SEALING = "sealing"
    READINESS = "readiness"
    PEOPLE = "people"
    DUTY = "duty"
    START = "start"
    TIME = "time"
    ATTENDANCE = "attendance"
    IDENTITY = "identity"
    SEAT = "seat"
    TRANSFER = "transfer"
    VIOLATION = "violation"
    INCIDENT = "incident"
    STANDALONE = "standalone"
    RESULT = "result"
    RECORD = "record"
    SAFEKEEPING = "safekeeping"
    DESK = "desk"


GROUPS: dict[type[Fact], EntryGroup] = {
    kind: group
    for group, kinds in (
        (EntryGroup.ARRANGEMENT, office.ARRANGEMENT),
        (EntryGroup.AUTHORIZATION, office.AUTHORIZATION),
        (EntryGroup.LOCKS, office.LOCKS),
        (EntryGroup.SEALING, office.SEALING),
        (EntryGroup.READINESS, office.READINESS),
        (EntryGroup.DUTY, office.DUTY),
        (EntryGroup.PEOPLE, office.PEOPLE),
        (EntryGroup.START, rooms.START),
        (EntryGroup.TIME, rooms.TIME),
        (EntryGroup.ATTENDANCE, rooms.ATTENDANCE),
        (EntryGroup.IDENTITY, rooms.IDENTITY),
        (EntryGroup.SEAT, rooms.SEAT),
        (EntryGroup.TRANSFER, rooms.TRANSFER),
        (EntryGroup.VIOLATION, rooms.VIOLATION),
        (EntryGroup.INCIDENT, rooms.INCIDENT),
        (EntryGroup.STANDALONE, rooms.STANDALONE),
        (EntryGroup.RESULT, rooms.RESULT),
        (EntryGroup.RECORD, office.RECORD),
        (EntryGroup.SAFEKEEPING, office.SAFEKEEPING),
        (EntryGroup.DESK, office.DESK),
    )
    for kind in kinds
}
"""The one group of every kind of fact."""

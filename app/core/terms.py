"""The words of the field that every other module speaks: ids, roles and modes."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NewType

ExamId = NewType("ExamId", str)
SiteCode = NewType("SiteCode", str)
SessionId = NewType("SessionId", str)
RoomId = NewType("RoomId", str)
Ticket = NewType("Ticket", str)
PersonId = NewType("PersonId", str)
LockSerial = NewType("LockSerial", str)
IncidentNo = NewType("IncidentNo", str)
FaultNo = NewType("FaultNo", str)
ViolationNo = NewType("ViolationNo", str)
HandoverNo = NewType("HandoverNo", str)
TransferNo = NewType("TransferNo", str)
SupervisionNo = NewType("SupervisionNo", str)
ApplicationNo = NewType("ApplicationNo", str)
GrantNo = NewType("GrantNo", str)
CauseNo = NewType("CauseNo", str)
"""The number of a fault or of an incident: what a delay or extra time hangs on."""
MediumSerial = NewType("MediumSerial", str)
Digest = NewType("Digest", str)
"""SHA-256 in lower-case hex."""

ClauseId = NewType("ClauseId", str)
"""A row of the clause catalogue in resources/rulebooks/clauses.toml."""


_PERSONAL = re.compile(r"[0-9]{17}[0-9Xx]|[0-9]{15}|1[0-9]{10}")


def personal(text: str) -> bool:
    """Whether a number looks like that of an ID card or a mobile telephone: such never get into a fact."""
    return _PERSONAL.fullmatch(text) is not None


class Mode(StrEnum):
    """Practice and real never mix: every key, file and form says which it is."""

    PRACTICE = "practice"
    REAL = "real"


class Role(StrEnum):
    """What a person is at the site today."""

    CHIEF = "chief"
    DEPUTY = "deputy"
    SITE_ADMIN = "site_admin"
    ROOM_ADMIN = "room_admin"
    INVIGILATOR = "invigilator"
    ROVING = "roving"
    EXAM_OFFICE = "exam_office"
    RESIDENT = "resident"
    PATROL = "patrol"
    TECHNICIAN = "technician"

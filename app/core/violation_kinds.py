"""The list of violations (003 附件3): what was done, and the level that the text suggests; never a penalty (VIO-11)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from app.core.incident_kinds import IncidentKind
from app.core.terms import ClauseId


class ViolationLevel(StrEnum):
    """What the text suggests; the agency determines (VIO-11)."""

    SUBJECT = "subject"
    """The result of this subject is void (003 A3 II)."""
    SERIOUS = "serious"
    VERY_SERIOUS = "very_serious"
    POLICE = "police"
    RECORD = "record"
    """The text names no level here: facts alone."""


class ViolationKind(StrEnum):
    """Codes of section I1."""

    MARKS = "V-101"
    NAME_ELSEWHERE = "V-102"
    MACHINE_RESTARTED = "V-103"
    DISPLAY_MOVED = "V-104"
    MACHINE_MOVED = "V-105"
    EQUIPMENT_SWAPPED = "V-106"
    EQUIPMENT_DAMAGED = "V-107"
    OWN_DEVICE = "V-201"
    CHEATING_TOOLS = "V-202"
    SYSTEM_ENTERED = "V-301"
    DATA_TAMPERED = "V-302"
    SYSTEM_BROKEN = "V-303"
    PUBLIC_ORDER = "V-401"
    CRIME = "V-402"
    IMPERSONATION = "V-501"
    FORGED_OR_COPIED = "V-502"
    DISORDER = "V-503"
    NOT_COOPERATING = "V-504"
    PAPER_TAKEN = "V-505"
    """Only under the rulebook for skill levels (VIO-15)."""


class Category(msgspec.Struct, frozen=True):
    """`opens`: an incident that such a violation is at once."""

    level: ViolationLevel
    clause: ClauseId
    opens: IncidentKind | None = None
    skill_only: bool = False


_SUBJECT = Category(ViolationLevel.SUBJECT, ClauseId("VIO-04"))
_SERIOUS = Category(ViolationLevel.SERIOUS, ClauseId("VIO-05"))
_SYSTEM = Category(ViolationLevel.VERY_SERIOUS, ClauseId("VIO-06"), IncidentKind.OTHER_SERIOUS)
_RECORD = Category(ViolationLevel.RECORD, ClauseId("VIO-01"))

CATEGORIES: Mapping[ViolationKind, Category] = {
    ViolationKind.MARKS: _SUBJECT,
    ViolationKind.NAME_ELSEWHERE: _SUBJECT,
    ViolationKind.MACHINE_RESTARTED: _SUBJECT,
    ViolationKind.DISPLAY_MOVED: _SUBJECT,
    ViolationKind.MACHINE_MOVED: _SUBJECT,
    ViolationKind.EQUIPMENT_SWAPPED: _SUBJECT,
    ViolationKind.EQUIPMENT_DAMAGED: _SUBJECT,
    ViolationKind.OWN_DEVICE: _SERIOUS,
    ViolationKind.CHEATING_TOOLS: _SERIOUS,
    ViolationKind.SYSTEM_ENTERED: _SYSTEM,
    ViolationKind.DATA_TAMPERED: _SYSTEM,
    ViolationKind.SYSTEM_BROKEN: _SYSTEM,
    ViolationKind.PUBLIC_ORDER: Category(ViolationLevel.POLICE, ClauseId("VIO-07"), IncidentKind.EXAM_ORDER),
    ViolationKind.CRIME: Category(ViolationLevel.POLICE, ClauseId("VIO-07"), IncidentKind.MASS_CHEATING),
    ViolationKind.IMPERSONATION: Category(ViolationLevel.RECORD, ClauseId("CAN-02"), IncidentKind.IMPOSTOR),
    ViolationKind.FORGED_OR_COPIED: _RECORD,
    ViolationKind.DISORDER: Category(ViolationLevel.RECORD, ClauseId("VIO-09")),
    ViolationKind.NOT_COOPERATING: Category(ViolationLevel.RECORD, ClauseId("VIO-02")),
    ViolationKind.PAPER_TAKEN: Category(ViolationLevel.RECORD, ClauseId("VIO-15"), skill_only=True),
}
SERIOUS = frozenset({ViolationLevel.SERIOUS, ViolationLevel.VERY_SERIOUS, ViolationLevel.POLICE})
"""What makes a room's records kept for longer (REC-06)."""

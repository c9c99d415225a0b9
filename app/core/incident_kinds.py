"""The lists of incidents (异常情况): kinds in two levels, how grave each is, and the way of a report (I2)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.core.rulebook import Rulebook


class IncidentKind(StrEnum):
    """Codes of the catalogue of incidents (section I2); R is ours."""

    LEAK = "I-01"
    MASS_CHEATING = "I-02"
    COLLUSION = "I-03"
    OPINION = "I-04"
    MASS_INTERRUPTION = "I-05"
    OTHER_SERIOUS = "I-06"
    EXAM_ORDER = "I-07"
    PAPERS_STOLEN = "I-11"
    PAPERS_DAMAGED = "I-12"
    PAPERS_LATE = "I-13"
    ROOMS_IN_DISORDER = "I-14"
    TERROR = "I-15"
    ILLNESS = "I-16"
    DISASTER = "I-17"
    OTHER_MAJOR = "I-18"
    WRONG_PAPER = "I-21"
    ITEM_ERRORS = "I-22"
    POWER = "I-23"
    NETWORK = "I-24"
    PAPER_LOST = "I-25"
    OTHER = "I-26"
    AUTHORITY = "I-41"
    """A lock or VPN key lost, an authorization misused, a seal broken."""
    ANSWERS_LOST = "I-42"
    TIMESTAMP = "I-43"
    CAMERA = "I-44"
    EVACUATION = "I-45"
    """Somebody was hurt, or rooms were left."""
    GATE = "I-46"
    """Somebody was stopped by a health check at the gate."""
    EARLY_START = "R-01"
    """Ours: a room reported a start before the scheduled time (LCK-14)."""
    IMPOSTOR = "R-02"
    """Ours: somebody seems to sit for another; the violation itself is recorded apart (CAN-02)."""
    TRANSFER_LATE = "R-03"
    """Ours: a transfer was settled only after its room's time was over (OVB-10)."""
    ROOM_UNUSABLE = "R-04"
    """Ours: a room is lost, or none has a free seat left (J-50, OVB-09)."""
    SEATS_SHORT = "R-05"
    """Ours: in a site with fixed seats there are not enough left (J-19)."""
    DELAY_TO_MINISTRY = "R-06"
    """Ours: a start so late that only the ministry decides (TIM-04)."""
    ANSWERS_DAMAGED = "R-07"
    """Ours: a file of answers could not be verified (DAT-02)."""
    ENDED_UNCHECKED = "R-08"
    """Ours: a room gave its end command before everything was checked (DAT-01)."""


ANSWERS_GONE = frozenset({IncidentKind.ANSWERS_LOST, IncidentKind.ANSWERS_DAMAGED})


class Severity(StrEnum):
    """Major: the exam cannot go on as it should, with a bad effect; general: it can be handled (INC-04)."""

    MAJOR = "major"
    GENERAL = "general"


class IncidentGroup(StrEnum):
    """The upper level of the list."""

    SERIOUS_PROBLEMS = "serious_problems"
    """The six of 000 L149, and what gravely affects order."""
    MAJOR = "major"
    GENERAL = "general"
    SITE = "site"
    """What the notice has a name for without a place in a list."""
    CONSOLE = "console"
    """Opened by a step at this desk."""


_BY_PREFIX = {"I-0": IncidentGroup.SERIOUS_PROBLEMS, "I-1": IncidentGroup.MAJOR, "I-2": IncidentGroup.GENERAL}
GROUPS: Mapping[IncidentKind, IncidentGroup] = {
    kind: IncidentGroup.CONSOLE if kind.startswith("R-") else _BY_PREFIX.get(kind[:3], IncidentGroup.SITE)
    for kind in IncidentKind
}
_GRAVE = frozenset(
    {
        IncidentKind.AUTHORITY,
        IncidentKind.ANSWERS_LOST,
        IncidentKind.IMPOSTOR,
        IncidentKind.ROOM_UNUSABLE,
        IncidentKind.DELAY_TO_MINISTRY,
        IncidentKind.EVACUATION,
    }
)
BY_TEXT: Mapping[IncidentKind, Severity] = {
    kind: Severity.MAJOR
    if kind in _GRAVE or group in (IncidentGroup.SERIOUS_PROBLEMS, IncidentGroup.MAJOR)
    else Severity.GENERAL
    for kind, group in GROUPS.items()
}
"""How grave each kind is until somebody grades it otherwise; of ours it is a reading."""


class Hop(StrEnum):
    """Who is told: first the site's own chief, then level by level."""

    CHIEF = "chief"
    PATROL = "patrol"
    LEADING_GROUP = "leading_group"
    EXAM_AREA = "exam_area"
    CITY = "city"
    PROVINCE = "province"
    MINISTRY = "ministry"
    POLICE = "police"
    MEDICAL = "medical"


def route(severity: Severity, rulebook: Rulebook) -> tuple[Hop, ...]:
    """Whom the site must tell, in order (INC-01, INC-05); nobody where a general incident is only recorded."""
    if rulebook.first_report.value:
        way = (Hop.CHIEF, Hop.PATROL, Hop.LEADING_GROUP)
        return way if severity is Severity.MAJOR else (Hop.CHIEF, Hop.LEADING_GROUP)
    return (Hop.CHIEF, Hop.EXAM_AREA) if severity is Severity.MAJOR else ()


LATE_AT_ONCE = 10
"""Minutes after which a report that is due at once is late: a reading, no text has a number for it (INC-02)."""


def first_report_minutes(rulebook: Rulebook) -> int:
    """After so many minutes a first report is late; due it is from the first second."""
    return rulebook.first_report.value or LATE_AT_ONCE

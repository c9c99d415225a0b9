"""The rulebook in force, number by number, each with its clause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.rulebook import Rule, Rulebook
from app.core.terms import ClauseId, Role


class RuleGroup(StrEnum):
    """What a rule is about, in the order of the page."""

    ENTRY = "entry"
    CLOSURE = "closure"
    START = "start"
    EXTRA_TIME = "extra_time"
    OVERBOOKING = "overbooking"
    STAFF = "staff"
    READINESS = "readiness"
    DOCUMENTS = "documents"
    INCIDENTS = "incidents"
    CLOSING = "closing"
    LOCKS = "locks"
    SIGNATURES = "signatures"
    RETENTION = "retention"


class Unit(StrEnum):
    """In what a rule is counted; from `ADMITTED` on they are no amounts."""

    MINUTES = "minutes"
    SECONDS = "seconds"
    PERCENT = "percent"
    MONTHS = "months"
    PERSONS = "persons"
    ROOMS = "rooms"
    MACHINES = "machines"
    MEBIBYTES = "mebibytes"
    DAYS = "days"
    ADMITTED = "admitted"
    """Yes or no: whether who comes at exactly the limit is let in."""
    ALLOWED = "allowed"
    """Yes or no: whether it may be."""
    ASKED = "asked"
    """Yes or no: whether it is asked for."""
    LISTED = "listed"
    VERSION = "version"


class ListedStep(StrEnum):
    """The operations that a rulebook may put under the eyes of another person, by their names."""

    RECORD_TIMESTAMP = "RecordTimestamp"
    TAKE_EXAM_AUTHORIZATION = "TakeExamAuthorization"
    TAKE_START_AUTHORIZATION = "TakeStartAuthorization"
    ACCEPT_SITE = "AcceptSite"
    SEAL_EQUIPMENT = "SealEquipment"
    UNSEAL_EQUIPMENT = "UnsealEquipment"
    RETURN_LOCKS = "ReturnLocks"
    CORRECT_ATTENDANCE = "CorrectAttendance"
    WRITE_OFF = "WriteOff"
    CHECK_ANSWERS = "CheckAnswers"
    RECORD_BACKUP = "RecordBackup"
    COPY_BACKUP = "CopyBackup"
    RECORD_ROOM_BACKUP = "RecordRoomBackup"
    EXPORT_BUNDLE = "ExportBundle"


ORDER: tuple[tuple[RuleGroup, tuple[tuple[str, Unit], ...]], ...] = (
    (
        RuleGroup.ENTRY,
        (
            ("late_entry", Unit.MINUTES),
            ("late_entry_media", Unit.MINUTES),
            ("late_entry_inclusive", Unit.ADMITTED),
        ),
    ),
    (
        RuleGroup.CLOSURE,
        (
            ("closure_threshold", Unit.MINUTES),
            ("closure_long", Unit.MINUTES),
            ("early_release", Unit.MINUTES),
            ("reminder_before_end", Unit.MINUTES),
        ),
    ),
    (
        RuleGroup.START,
        (
            ("site_machine_before", Unit.MINUTES),
            ("room_ready_before", Unit.MINUTES),
            ("exam_system", Unit.VERSION),
            ("on_time_tolerance_seconds", Unit.SECONDS),
            ("delay_city", Unit.MINUTES),
            ("delay_province", Unit.MINUTES),
            ("responsible", Unit.MINUTES),
        ),
    ),
    (
        RuleGroup.EXTRA_TIME,
        (("extra_time_on_the_spot", Unit.MINUTES), ("extra_time_province", Unit.MINUTES)),
    ),
    (RuleGroup.OVERBOOKING, (("overbooking_percent", Unit.PERCENT),)),
    (
        RuleGroup.STAFF,
        (
            ("chiefs", Unit.PERSONS),
            ("site_admins", Unit.PERSONS),
            ("invigilators_per_room", Unit.PERSONS),
            ("room_admins_per_room", Unit.PERSONS),
            ("roving_rooms", Unit.ROOMS),
            ("admins_qualified", Unit.ASKED),
            ("avoidance_whole_exam", Unit.ASKED),
            ("trained_days_before", Unit.DAYS),
            ("skilled_per_room", Unit.PERSONS),
            ("admins_may_invigilate", Unit.ALLOWED),
        ),
    ),
    (
        RuleGroup.READINESS,
        (
            ("recommended_above", Unit.MACHINES),
            ("memory_shortfall_mib", Unit.MEBIBYTES),
            ("input_methods", Unit.ASKED),
            ("simulated_test", Unit.ASKED),
        ),
    ),
    (RuleGroup.DOCUMENTS, (("id_types", Unit.LISTED),)),
    (RuleGroup.INCIDENTS, (("first_report", Unit.MINUTES), ("fault_alarm_minutes", Unit.MINUTES))),
    (RuleGroup.CLOSING, (("scratch_paper", Unit.ASKED), ("debt_minutes", Unit.MINUTES))),
    (
        RuleGroup.LOCKS,
        (
            ("room_locks", Unit.ASKED),
            ("calibration_days", Unit.DAYS),
            ("clock_tolerance_seconds", Unit.SECONDS),
            ("sealing", Unit.ASKED),
            ("receipt_minutes", Unit.MINUTES),
            ("sitting_minutes", Unit.MINUTES),
        ),
    ),
    (RuleGroup.SIGNATURES, (("two_persons", Unit.LISTED), ("record_signers", Unit.LISTED))),
    (
        RuleGroup.RETENTION,
        (
            ("paper_retention_months", Unit.MONTHS),
            ("serious_retention_months", Unit.MONTHS),
            ("electronic_retention_months", Unit.MONTHS),
            ("video_retention_months", Unit.MONTHS),
            ("video_evidence_months", Unit.MONTHS),
            ("secrecy_video_months", Unit.MONTHS),
        ),
    ),
)
ZERO_SAYS_MORE = frozenset(
    {
        "calibration_days",
        "late_entry_media",
        "early_release",
        "overbooking_percent",
        "room_admins_per_room",
        "roving_rooms",
        "trained_days_before",
        "first_report",
    }
)
"""Rules whose 0 is no amount: "at once", "no limit stated"."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule. `value` is None and `clause` "" where the documents provide for none; a list holds known steps and
    roles as enum values and anything else as it stands."""

    group: RuleGroup
    field: str
    value: int | str | tuple[str, ...] | None
    unit: Unit
    clause: ClauseId
    reading: bool

    @property
    def zero_says_more(self) -> bool:
        return self.field in ZERO_SAYS_MORE and self.value == 0


def rows(rulebook: Rulebook) -> tuple[RuleRow, ...]:
    """Every rule once, group by group."""
    return tuple(
        _row(group, field, unit, getattr(rulebook, field)) for group, fields in ORDER for field, unit in fields
    )


def _row(group: RuleGroup, field: str, unit: Unit, rule: Rule[int | str | tuple[str, ...]] | None) -> RuleRow:
    if rule is None:
        return RuleRow(group, field, None, unit, ClauseId(""), reading=False)
    value = tuple(map(_known, rule.value)) if isinstance(rule.value, tuple) else rule.value
    return RuleRow(group, field, value, unit, rule.clause, rule.reading)


def _known(name: str) -> str:
    return next((value for kind in (ListedStep, Role) for value in kind if value == name), name)

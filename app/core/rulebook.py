"""The numbers of a notice or regulation, each with the clause it stands on."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from app.core.hardware_items import HardwareItem, MachineKind
from app.core.readiness_items import ReadinessRule
from app.core.terms import ClauseId

Value = TypeVar("Value")


class Rule(msgspec.Struct, Generic[Value], frozen=True, forbid_unknown_fields=True):
    """One number with its basis. `reading` marks what is our recommendation where the text is silent."""

    value: Value
    clause: ClauseId
    reading: bool = False


class Requirement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the hardware checklist: what a kind of machine must show, in the item's own writing.

    `unlisted`: values that stand on no list and are no fault either. `raised`: in a room with many machines the
    recommended values count. `advice`: never a fault. `source`: the place in the document.
    """

    id: str
    machine: MachineKind
    item: HardwareItem
    recommended: tuple[str, ...]
    minimum: tuple[str, ...]
    clause: ClauseId
    source: str
    unlisted: tuple[str, ...] = ()
    advice: bool = False
    raised: bool = False


class Standing(StrEnum):
    """What authority a rulebook has today."""

    IN_FORCE = "in_force"
    ONE_OFF = "one_off"
    INTERNAL = "internal"
    TEMPLATE = "template"


class Tier(StrEnum):
    """Who may allow a delay or extra time, each above the one before."""

    ON_TIME = "on_time"
    ON_THE_SPOT = "on_the_spot"
    RESPONSIBLE = "responsible"
    """The person responsible for exam administration, where a rulebook names one (TIM-17)."""
    HEAD = "head"
    """The head of the leading group, where a rulebook names one (TIM-17)."""
    CITY = "city"
    PROVINCE = "province"
    MINISTRY = "ministry"


class Rulebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Minutes unless the name says otherwise; all limits include their number unless a rule says not (section 0.2)."""

    id: str
    title: str
    standing: Standing
    documents: tuple[str, ...]

    late_entry: Rule[int]
    late_entry_media: Rule[int]
    late_entry_inclusive: Rule[bool]
    """True: entry at exactly the limit is admitted. False: refused from the limit on."""

    closure_threshold: Rule[int]
    closure_long: Rule[int]
    """Closure of a session longer than the threshold, counted from the room's start."""
    early_release: Rule[int]
    """A session up to the threshold: closure ends so many minutes before the end; 0 = at the end."""

    site_machine_before: Rule[int]
    """Minutes before the start at which the start authorization is taken (T-60)."""
    room_ready_before: Rule[int]
    reminder_before_end: Rule[int]

    on_time_tolerance_seconds: Rule[int]
    """A start later than this by a second or more is a delay (J-03: a lateness below it is none)."""
    delay_city: Rule[int] | None
    delay_province: Rule[int] | None
    extra_time_on_the_spot: Rule[int] | None
    extra_time_province: Rule[int] | None

    overbooking_percent: Rule[int]
    """0 = overbooking is not provided for."""

    invigilators_per_room: Rule[int]
    room_admins_per_room: Rule[int]
    site_admins: Rule[int]
    chiefs: Rule[int]
    roving_rooms: Rule[int]
    """At most so many rooms for one roving invigilator; 0 = no limit stated."""

    first_report: Rule[int]
    """Minutes within which an incident is first reported; 0 = at once."""
    id_types: Rule[tuple[str, ...]]
    two_persons: Rule[tuple[str, ...]]
    """Names of the operations that another person verifies with an own sign-in (LCK-15)."""
    record_signers: Rule[tuple[str, ...]]
    """Who signs the room record, in order, as roles; an invigilator stands twice."""

    paper_retention_months: Rule[int]
    serious_retention_months: Rule[int]
    electronic_retention_months: Rule[int]
    video_retention_months: Rule[int]
    video_evidence_months: Rule[int]

    secrecy_video_months: Rule[int] = Rule(3, ClauseId("REC-09"))
    """Recordings of rooms in which papers are kept."""
    receipt_minutes: Rule[int] = Rule(30, ClauseId("LCK-10"), reading=True)
    """How long a supervised receipt may take (J: no number in the text)."""
    sitting_minutes: Rule[int] = Rule(120, ClauseId("LCK-03"), reading=True)
    """How long one supervised sitting over the locks may take."""
    room_locks: Rule[bool] = Rule(False, ClauseId("LCK-08"), reading=True)
    """True: rooms are released only with a lock that was calibrated and taken into use."""
    calibration_days: Rule[int] = Rule(0, ClauseId("LCK-08"), reading=True)
    """A calibration holds so many days beyond its own."""
    clock_tolerance_seconds: Rule[int] = Rule(60, ClauseId("LCK-08"), reading=True)
    """By how much site time and a lock may differ."""
    sealing: Rule[bool] = Rule(False, ClauseId("LCK-06"), reading=True)
    """True: no start without equipment that was sealed and unsealed that day."""
    admins_qualified: Rule[bool] = Rule(False, ClauseId("STF-09"), reading=True)
    """True: administrators serve only after test and drill."""
    avoidance_whole_exam: Rule[bool] = Rule(False, ClauseId("STF-12"), reading=True)
    """True: a relative among the candidates bars from the whole exam, otherwise from the relative's room."""

    fault_alarm_minutes: Rule[int] = Rule(10, ClauseId("RST-04"), reading=True)
    """A fault open for longer raises an alarm."""

    responsible: Rule[int] | None = None
    """So many minutes the person responsible allows, more the head; None where neither decides (TIM-17)."""

    scratch_paper: Rule[bool] = Rule(True, ClauseId("CLK-16"), reading=True)
    """True: scratch paper is counted out and back."""
    debt_minutes: Rule[int] = Rule(60, ClauseId("DAT-01"), reading=True)
    """What follows a room's end is due so long after the half day's last planned end."""

    recommended_above: Rule[int] = Rule(100, ClauseId("RDY-02"), reading=True)
    """An invigilation machine with more exam machines than that must show the recommended values."""
    memory_shortfall_mib: Rule[int] = Rule(307, ClauseId("RDY-01"), reading=True)
    """By how much less memory a system may see than is asked for (J-20: 0.3 GB)."""
    input_methods: Rule[bool] = Rule(False, ClauseId("RDY-05"), reading=True)
    """True: exam machines need the three input methods (senior exam)."""
    simulated_test: Rule[bool] = Rule(False, ClauseId("RDY-10"), reading=True)
    """True: no acceptance before every room passed a simulated test."""
    trained_days_before: Rule[int] = Rule(0, ClauseId("STF-08"), reading=True)
    """Everybody is trained so many days before the first exam day at the latest; 0 = on the day itself will do."""
    skilled_per_room: Rule[int] = Rule(1, ClauseId("STF-03"))
    """Invigilators of a room who know computers, at least."""
    admins_may_invigilate: Rule[bool] = Rule(False, ClauseId("STF-04"), reading=True)
    """True: the room's administrator counts as one of its invigilators."""

    exam_system: Rule[str] | None = None
    """Exact version text of the exam system, without the V (LCK-13)."""
    hardware: tuple[Requirement, ...] = ()
    """The hardware checklist (annex 5 of the notice)."""
    readiness: tuple[ReadinessRule, ...] = ()
    """The other readiness items (F3)."""
    must_confirm: bool = False
    """True: a template whose numbers count only after comparison with the notice of the exam (J-34)."""

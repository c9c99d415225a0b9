"""What a site has to see to besides its machines (其他准备事项), each with its time and its text (section F3)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.core.terms import ClauseId


class ReadinessItem(StrEnum):
    """One thing to see to."""

    # Of the site as a whole, a week before
    STAFF_IN_PLACE = "staff_in_place"
    """Chief, invigilators, administrators, logistics (STF-10)."""
    PLAN = "plan"
    PLAN_SENT = "plan_sent"
    """The site's plan sent to the exam area (RDY-23)."""
    EMERGENCY_PLAN = "emergency_plan"
    WORK_AGREEMENT = "work_agreement"
    SAFETY_DOCUMENT = "safety_document"
    STAFF_LIST_SENT = "staff_list_sent"
    POWER_COMPANY = "power_company"
    LOCKS_REGISTERED = "locks_registered"
    MEDIA_REGISTERED = "media_registered"
    SPARE_MACHINE = "spare_machine"
    """A spare invigilation machine is named (STF-09)."""
    # Of the site, the day before
    BROADCAST = "broadcast"
    BELL = "bell"
    PRINTER = "printer"
    COPIER = "copier"
    TELEPHONE = "telephone"
    """Telephone and fax."""
    NETWORK = "network"
    """Internet and the computers that receive orders."""
    COMMUNICATION = "communication"
    LIGHTING = "lighting"
    FIRE_SAFETY = "fire_safety"
    ELECTRICIAN = "electrician"
    EMERGENCY_SUPPLY = "emergency_supply"
    UPS_TESTED = "ups_tested"
    EPIDEMIC_SUPPLIES = "epidemic_supplies"
    ID_VERIFICATION = "id_verification"
    SHIELDING = "shielding"
    """Devices against cheating, radio shielding."""
    PAPER_STORE = "paper_store"
    MEDICAL_STAFF = "medical_staff"
    GUARDS = "guards"
    LOGISTICS = "logistics"
    VEHICLE_PAPERS = "vehicle_papers"
    VEHICLE_RESCUE = "vehicle_rescue"
    VEHICLE_PATROL = "vehicle_patrol"
    EVACUATION = "evacuation"
    EVACUATION_DRILL = "evacuation_drill"
    COMMAND_PLATFORM = "command_platform"
    WARNING_AREA = "warning_area"
    PROTECTION = "protection"
    """Against fire, theft, power cut and leaks."""
    SITE_SIGNS = "site_signs"
    RULES_POSTED = "rules_posted"
    VIRUS_CHECK = "virus_check"
    """Tool and date of the check of all machines."""
    CANDIDATES_SEE = "candidates_see"
    """Candidates may see the site, its rooms and the ways out."""
    BRIEFING = "briefing"
    FUNCTION_ROOMS = "function_rooms"
    """Office, emergency room, secrecy room, medical room, store for belongings (004)."""
    PRACTICAL_ROOMS = "practical_rooms"
    """At least 60 m², for at least 30 (004)."""
    HEALTH_GATE = "health_gate"
    # Of every room
    ROOM_SIGN = "room_sign"
    ROOM_CLOCK = "room_clock"
    """Set by the right time, with the difference found (CLK-18)."""
    VIDEO = "video"
    VIDEO_SIGN = "video_sign"
    VIOLATION_SHEETS = "violation_sheets"
    SCRATCH_PAPER = "scratch_paper"
    SPACING = "spacing"
    CLOUD_TECHNICIAN = "cloud_technician"
    CLOUD_STANDBY = "cloud_standby"


class Due(StrEnum):
    """By when: a week before the first exam day, or at the end of the day before it."""

    WEEK = "week"
    EVE = "eve"


class ReadinessRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the readiness list.

    `per_room`: seen to room by room; `cloud`: only in rooms of a cloud. `may_lack`: "there is none" is an answer too.
    `evidence`: it has to be said who or what it is: name and number, date, difference. `advice`: never a fault.
    `holds_hours`: so long before the first start it is looked at anew, 0 for never.
    """

    item: ReadinessItem
    due: Due
    clause: ClauseId
    source: str
    per_room: bool = False
    cloud: bool = False
    may_lack: bool = False
    evidence: bool = False
    advice: bool = False
    holds_hours: int = 0

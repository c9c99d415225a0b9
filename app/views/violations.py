"""Violations (违纪) at the desk: how far each is, what its record still lacks, and what is next (VIO-01..10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.room_state import Presence
from app.core.site import Site
from app.core.staffing import StaffMember, room_of_person
from app.core.terms import PersonId, Role, RoomId, SessionId, Ticket, ViolationNo
from app.core.violation_account import SKILL
from app.core.violation_blank import sheet_number
from app.core.violation_kinds import CATEGORIES, SERIOUS, ViolationKind, ViolationLevel
from app.core.violation_state import Evidence, Found, KeptAt, Violation


class ViolationState(StrEnum):
    """How far a violation is."""

    RECORDED = "recorded"
    TOLD = "told"
    SIGNED = "signed"
    REFUSED = "refused"
    REMOVED = "removed"
    """Led out before anything was signed."""
    WITHDRAWN = "withdrawn"
    """Recorded by mistake: it counts no more."""
    LATER = "later"
    """Found afterwards: the agency tells the person (VIO-08)."""


class ViolationGap(StrEnum):
    """What a record lacks until it is complete."""

    SHEET = "sheet"
    TELLING = "telling"
    SIGNATURE = "signature"


class ViolationAct(StrEnum):
    """What can be entered of a recorded violation, in the order in which it is done."""

    TELL = "tell"
    SIGNS = "signs"
    REFUSES = "refuses"
    NAME_SHEET = "name_sheet"
    REMOVE = "remove"
    TAKE_EVIDENCE = "take_evidence"
    MOVE_EVIDENCE = "move_evidence"
    POLICE = "police"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    """Said to have been recorded by mistake (VIO-17)."""


@dataclass(frozen=True, slots=True)
class ViolationRow:
    """One violation. `acts` can be entered now; `next_act` is the one of them that its record waits for.

    `room` is where it happened; `missing` is () for a complete record.
    """

    number: ViolationNo
    session: SessionId
    room: RoomId
    ticket: Ticket | None
    kind: ViolationKind
    level: ViolationLevel
    state: ViolationState
    happened_at: datetime
    missing: tuple[ViolationGap, ...]
    acts: tuple[ViolationAct, ...]
    next_act: ViolationAct | None


@dataclass(frozen=True, slots=True)
class Blanks:
    """Numbered sheets of one room and session: those still free, and how many were given out, used and spoiled."""

    free: tuple[str, ...]
    issued: int
    used: int
    void: int


def violation_rows(site: Site, session: SessionId) -> tuple[ViolationRow, ...]:
    """Those of one session: what lacks something first, then by number."""
    found = [violation_row(site, one) for one in site.violations.values() if one.session == session]
    return tuple(sorted(found, key=lambda one: (not one.missing, one.number)))


def violation_row(site: Site, one: Violation) -> ViolationRow:
    acts = tuple(_acts(site, one))
    waits = (act for act in acts if act in _AWAITED)
    return ViolationRow(
        one.number,
        one.session,
        one.room,
        one.ticket,
        one.now.kind,
        one.category.level,
        _state(one),
        one.now.happened_at,
        _missing(one),
        acts,
        None if one.complete else next(waits, None),
    )


_AWAITED = frozenset({ViolationAct.TELL, ViolationAct.SIGNS, ViolationAct.NAME_SHEET})


def _state(one: Violation) -> ViolationState:
    """The last thing that the person, or two invigilators, put their names to."""
    if one.withdrawn:
        return ViolationState.WITHDRAWN
    if one.signed_at:
        return ViolationState.SIGNED
    if one.refused:
        return ViolationState.REFUSED
    if one.removed:
        return ViolationState.REMOVED
    if one.told_at:
        return ViolationState.TOLD
    return ViolationState.RECORDED if one.now.found is Found.IN_EXAM else ViolationState.LATER


def _missing(one: Violation) -> tuple[ViolationGap, ...]:
    if one.withdrawn:
        return ()
    found = [] if one.closed else [ViolationGap.SIGNATURE] if one.told_at else [ViolationGap.TELLING]
    return (*found, *([] if one.now.sheet else [ViolationGap.SHEET]))


def _acts(site: Site, one: Violation) -> list[ViolationAct]:
    if one.withdrawn:
        return [ViolationAct.MOVE_EVIDENCE] if movable(one) else []
    signed = bool(one.signed_at or one.refused)
    return [
        act
        for act, may in {
            ViolationAct.TELL: not (one.told_at or signed),
            ViolationAct.SIGNS: bool(one.told_at) and not signed,
            ViolationAct.REFUSES: bool(one.told_at) and not signed,
            ViolationAct.NAME_SHEET: not one.now.sheet,
            ViolationAct.REMOVE: _inside(site, one) and not one.removed,
            ViolationAct.TAKE_EVIDENCE: True,
            ViolationAct.MOVE_EVIDENCE: bool(movable(one)),
            ViolationAct.POLICE: True,
            ViolationAct.CORRECT: True,
            ViolationAct.WITHDRAW: not one.removed,
        }.items()
        if may
    ]


def _inside(site: Site, one: Violation) -> bool:
    """Whether the candidate is in a room from which somebody can be led out."""
    sitting = site.sitting(one.session, one.ticket) if one.ticket else None
    if sitting is None or sitting.presence is not Presence.PRESENT or sitting.left_at:
        return False
    return not site.sessions[one.session].rooms[sitting.room].ended_at


def movable(one: Violation) -> tuple[Evidence, ...]:
    """The pieces that are still in the site's hands (VIO-10)."""
    gone = (KeptAt.AGENCY, KeptAt.POLICE, KeptAt.OWNER)
    return tuple(piece for piece in one.evidence if piece.place not in gone)


def violations_of(
    site: Site, session: SessionId, room: RoomId | None, ticket: Ticket | None
) -> tuple[ViolationNo, ...]:
    """Of one candidate, or of one room; the last one recorded first."""
    return tuple(
        number
        for number, one in reversed(site.violations.items())
        if one.session == session and (one.ticket == ticket if ticket else one.room == room)
    )


def levels(site: Site, session: SessionId) -> Mapping[ViolationLevel, int]:
    """How many there are of each level that the text suggests; those withdrawn count no more."""
    counted = (one for one in site.violations.values() if one.session == session and not one.withdrawn)
    every = [one.category.level for one in counted]
    return {level: every.count(level) for level in ViolationLevel if level in every}


def serious(site: Site, session: SessionId) -> int:
    """Those for which a room's records are kept longer (REC-06)."""
    return sum(count for level, count in levels(site, session).items() if level in SERIOUS)


def kinds(site: Site) -> tuple[ViolationKind, ...]:
    """Those that the rulebook of this exam knows, in the order of the text."""
    skill = site.package is not None and site.package.exam.level == SKILL
    return tuple(kind for kind, category in CATEGORIES.items() if skill or not category.skill_only)


def blanks(site: Site, session: SessionId, room: RoomId) -> Blanks:
    """Of a room that takes part in the session."""
    issued = site.sessions[session].rooms[room].violation_sheets
    numbers = [sheet_number(session, room, count + 1) for count in range(issued)]
    used = {one.now.sheet for one in site.violations.values()}
    void = [number for number in numbers if number in site.voided_sheets]
    free = tuple(number for number in numbers if number not in used and number not in site.voided_sheets)
    return Blanks(free, issued, issued - len(free) - len(void), len(void))


def invigilators_of(
    site: Site, staff: Mapping[PersonId, StaffMember], session: SessionId, room: RoomId
) -> tuple[StaffMember, ...]:
    """Who may sign that somebody refused, or was led out: the room's own, also where it moved (VIO-02)."""
    rooms, day = (room, site.sessions[session].rooms[room].moved_from), site.sessions[session].plan.starts_at.date()
    serving = ((one, room_of_person(site, one, day)) for one in staff.values() if one.role is Role.INVIGILATOR)
    found = (one for one, own in serving if own and own in rooms)
    return tuple(sorted(found, key=lambda one: one.code))


def roving(staff: Mapping[PersonId, StaffMember]) -> tuple[StaffMember, ...]:
    return tuple(sorted((one for one in staff.values() if one.role is Role.ROVING), key=lambda one: one.code))

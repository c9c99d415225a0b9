"""The people at work: what is still open about each of them, and whether there are enough (STF-01 to STF-13)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from app.core.directory import Directory
from app.core.operation import Desk
from app.core.person_state import Delegation
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.staffing import ADMINS, EXTERNAL, StaffMember, avoids, qualified
from app.core.terms import ClauseId, PersonId, Role, RoomId, Ticket
from app.core.training import TRAINED_HERE, untrained

NEVER = datetime.combine(date.min, time(), UTC)
"""Fitness to serve is asked without a moment."""
_UNTOLD = frozenset({Role.PATROL, Role.TECHNICIAN})
"""Who sees codes and roles only (SEC-01)."""


class StaffItem(StrEnum):
    """What is open about one person, the graver first."""

    AVOIDS = "avoids"
    QUALIFICATION = "qualification"
    AGREEMENT = "agreement"
    DECLARATION = "declaration"
    TRAINING = "training"


BARS = frozenset({StaffItem.AVOIDS, StaffItem.QUALIFICATION, StaffItem.AGREEMENT})
"""With these open a person cannot sign for anything."""


class StaffRule(StrEnum):
    """What the staff as a whole is held against."""

    CHIEF = "chief"
    SITE_ADMINS = "site_admins"
    ROOM_ADMINS = "room_admins"
    INVIGILATORS = "invigilators"
    SKILL = "skill"
    ROVING = "roving"
    QUALIFIED = "qualified"
    DECLARED = "declared"
    AVOIDANCE = "avoidance"
    AGREEMENTS = "agreements"
    TRAINED = "trained"


@dataclass(frozen=True, slots=True)
class StaffCheck:
    """`needed` and `there` count persons, 0 where nothing is counted; `each`: so many are needed in every room.

    `persons` and `rooms` are those that keep it open.
    """

    rule: StaffRule
    clause: ClauseId
    ok: bool
    needed: int = 0
    there: int = 0
    persons: tuple[PersonId, ...] = ()
    rooms: tuple[RoomId, ...] = ()
    each: bool = False


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as the page shows them. `name` and `phone` are "" for whoever may not read them."""

    code: PersonId
    name: str
    role: Role
    room: RoomId | None
    phone: str
    items: tuple[StaffItem, ...]
    test_on: date | None
    drill_on: date | None
    declared: bool
    relations: tuple[Ticket, ...]
    agreement_on: date | None
    trained_on: date | None
    own_pin: bool
    avoids: Ticket | None
    on_duty: bool
    delegation: Delegation | None
    """The chief's powers, where this deputy holds them now."""

    @property
    def bars(self) -> bool:
        """Whether this person cannot sign for anything as things are."""
        return bool(BARS & set(self.items))


def sees_names(role: Role | None) -> bool:
    """Whether somebody in this role, signed in, reads names and phones of the staff; None: nobody is signed in."""
    return role is not None and role not in _UNTOLD


def person_rows(
    site: Site, directory: Directory, rulebook: Rulebook, now: datetime, *, named: bool
) -> tuple[PersonRow, ...]:
    """Everyone of the staff list: first those about whom something is open, in each part by code."""
    desk = _asking(directory, rulebook)
    barred = _barred(site, desk)
    rows = (_row(site, desk, member, barred.get(code), now, named) for code, member in directory.staff.items())
    return tuple(sorted(rows, key=lambda row: (_rank(row), row.code)))


def chosen(rows: Iterable[PersonRow], role: Role | None, text: str, *, only_open: bool) -> tuple[PersonRow, ...]:
    """Those in this role, with something open where that is asked, with the text in code, name or room."""
    wanted = _plain(text)
    return tuple(
        row
        for row in rows
        if (role is None or row.role is role)
        and (row.items or not only_open)
        and any(wanted in _plain(part) for part in (row.code, row.name, row.room or ""))
    )


def staff_checks(site: Site, directory: Directory, rulebook: Rulebook) -> tuple[StaffCheck, ...]:
    """Every rule that applies under this rulebook."""
    desk = _asking(directory, rulebook)
    held = {room for state in site.sessions.values() for room in state.rooms}
    return (*_counts(directory, rulebook, held), *_fitness(site, desk))


def _asking(directory: Directory, rulebook: Rulebook) -> Desk:
    """The core asks a desk for what it needs of people and rules."""
    return Desk(NEVER, (), rulebook, directory, "")


def _rank(row: PersonRow) -> int:
    return 0 if row.bars else 1 if row.items else 2


def _row(site: Site, desk: Desk, member: StaffMember, ticket: Ticket | None, now: datetime, named: bool) -> PersonRow:
    code, entered, given = member.code, site.person(member.code), site.delegation
    test, drill = qualified(site, desk.directory, code)
    holds = given is not None and given.deputy == code and given.since <= now <= given.until
    open_ones = {
        StaffItem.AVOIDS: ticket is not None,
        StaffItem.QUALIFICATION: _unqualified(site, desk, member),
        StaffItem.AGREEMENT: member.role in EXTERNAL and not entered.agreement_on,
        StaffItem.DECLARATION: not entered.declared,
        StaffItem.TRAINING: _untrained(site, member),
    }
    return PersonRow(
        code,
        member.name if named else "",
        member.role,
        member.room,
        member.phone if named else "",
        tuple(item for item, is_open in open_ones.items() if is_open),
        test,
        drill,
        entered.declared,
        entered.relations,
        entered.agreement_on,
        entered.trained_on,
        entered.verifier is not None,
        ticket,
        site.desk == code,
        given if holds else None,
    )


def _unqualified(site: Site, desk: Desk, member: StaffMember) -> bool:
    asked = member.role in ADMINS and desk.rulebook.admins_qualified.value
    return asked and None in qualified(site, desk.directory, member.code)


def _untrained(site: Site, member: StaffMember) -> bool:
    return member.role in TRAINED_HERE and untrained(site, member.code)


def _barred(site: Site, desk: Desk) -> dict[PersonId, Ticket]:
    """Who must not take part, and because of whom; asked only where there can be a reason, since it looks at all."""
    numbers = {candidate.id_number.upper() for candidate in desk.directory.candidates.values()}
    found = {}
    for code, member in desk.directory.staff.items():
        if member.id_number.upper() in numbers or site.person(code).relations:
            ticket = avoids(site, desk, code)
            if ticket is not None:
                found[code] = ticket
    return found


def _counts(directory: Directory, rulebook: Rulebook, held: set[RoomId]) -> Iterator[StaffCheck]:
    staff = tuple(directory.staff.values())
    chiefs, admins = _in(staff, Role.CHIEF), _in(staff, Role.SITE_ADMIN)
    needed = rulebook.chiefs.value
    too_many = tuple(one.code for one in chiefs) if len(chiefs) > needed else ()
    yield StaffCheck(StaffRule.CHIEF, ClauseId("STF-01"), len(chiefs) == needed, needed, len(chiefs), too_many)
    least = rulebook.site_admins.value
    yield StaffCheck(StaffRule.SITE_ADMINS, ClauseId("STF-02"), len(admins) >= least, least, len(admins))
    if per_room := rulebook.room_admins_per_room.value:
        yield _in_rooms(StaffRule.ROOM_ADMINS, ClauseId("STF-02"), _in(staff, Role.ROOM_ADMIN), held, per_room)
    invigilators = _in(staff, Role.INVIGILATOR)
    per_room = rulebook.invigilators_per_room.value
    yield _in_rooms(StaffRule.INVIGILATORS, ClauseId("STF-03"), invigilators, held, per_room)
    able = tuple(one for one in invigilators if one.skill)
    yield _in_rooms(StaffRule.SKILL, ClauseId("STF-03"), able, held, 1, assigned=_assigned(invigilators))
    roving, most = _in(staff, Role.ROVING), rulebook.roving_rooms.value
    if roving and most:
        wanted = -(-len(held) // most)
        yield StaffCheck(StaffRule.ROVING, ClauseId("STF-05"), len(roving) >= wanted, wanted, len(roving))


def _in(staff: Iterable[StaffMember], role: Role) -> tuple[StaffMember, ...]:
    return tuple(one for one in staff if one.role is role)


def _assigned(people: Iterable[StaffMember]) -> bool:
    """Rooms of invigilators may be drawn on the day only (STF-06): until then there is nobody in any."""
    return any(one.room for one in people)


def _in_rooms(
    rule: StaffRule,
    clause: ClauseId,
    people: tuple[StaffMember, ...],
    held: set[RoomId],
    per_room: int,
    *,
    assigned: bool | None = None,
) -> StaffCheck:
    """So many different persons in each room; as long as nobody has a room, so many for all rooms together.

    One person listed twice counts once: the same ID number is the same person.
    """
    rooms: dict[RoomId | None, set[str]] = {}
    for one in people:
        rooms.setdefault(one.room, set()).add(one.id_number.upper() or one.code)
    everyone = len(set().union(*rooms.values()))
    if not (_assigned(people) if assigned is None else assigned):
        needed = per_room * len(held)
        return StaffCheck(rule, clause, everyone >= needed, needed, everyone)
    short = tuple(room for room in sorted(held) if len(rooms.get(room, ())) < per_room)
    return StaffCheck(rule, clause, not short, per_room, everyone, rooms=short, each=True)


def _fitness(site: Site, desk: Desk) -> Iterator[StaffCheck]:
    barred = _barred(site, desk)

    def about(rule: StaffRule, clause: str, is_open: Callable[[StaffMember], bool]) -> StaffCheck:
        persons = tuple(sorted(one.code for one in desk.directory.staff.values() if is_open(one)))
        return StaffCheck(rule, ClauseId(clause), not persons, persons=persons)

    if desk.rulebook.admins_qualified.value:
        yield about(StaffRule.QUALIFIED, "STF-09", lambda one: _unqualified(site, desk, one))
    yield about(StaffRule.DECLARED, "STF-12", lambda one: not site.person(one.code).declared)
    yield about(StaffRule.AVOIDANCE, "STF-12", lambda one: one.code in barred)
    yield about(
        StaffRule.AGREEMENTS, "STF-13", lambda one: one.role in EXTERNAL and not site.person(one.code).agreement_on
    )
    yield about(StaffRule.TRAINED, "STF-08", lambda one: _untrained(site, one))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()

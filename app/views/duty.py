"""Duty (监考安排): who can be drawn for a day and who cannot, who serves where, who may be put in (STF-03 to 08)."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum

from app.core.directory import Directory
from app.core.duty import barred_rooms, codes_of, duty_list, in_force, rooms_on, stays_out
from app.core.duty_change import ReplaceOnDuty
from app.core.duty_state import AbsenceReason, Duty
from app.core.operation import Desk, Refusal
from app.core.plan import Room
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.staffing import StaffMember
from app.core.terms import PersonId, Role, RoomId

NEVER = datetime.combine(date.min, time(), UTC)
"""The list is the same at every moment of the day."""
_DRAWN_FOR = (Role.INVIGILATOR, Role.ROVING)


class DutyBar(StrEnum):
    """Why somebody of the list cannot be drawn."""

    AVOIDING = "avoiding"
    UNAVAILABLE = "unavailable"
    UNTRAINED = "untrained"
    LISTED_TWICE = "listed_twice"
    """The same person stands in the list under another code, too."""


class DutyStanding(StrEnum):
    """How somebody stands to the duty of a day, the most urgent first."""

    MISSING = "missing"
    """Drawn, and cannot serve."""
    ON_DUTY = "on_duty"
    ABLE = "able"
    """Can be drawn, or stays in reserve."""
    BARRED = "barred"


@dataclass(frozen=True, slots=True)
class PersonDuty:
    """`rooms`: where this person serves; `left`: where until put out; `shuns`: where relatives of theirs sit."""

    code: PersonId
    name: str
    role: Role
    skill: bool
    rooms: tuple[RoomId, ...]
    left: tuple[RoomId, ...]
    shuns: tuple[RoomId, ...]
    bar: DutyBar | None
    trained_on: date | None

    @property
    def standing(self) -> DutyStanding:
        if self.rooms:
            return DutyStanding.MISSING if self.bar else DutyStanding.ON_DUTY
        return DutyStanding.BARRED if self.bar else DutyStanding.ABLE


@dataclass(frozen=True, slots=True)
class RoomDuty:
    """Who serves in a room, and who was put out of it. `short`: fewer than the rulebook says, or nobody with skill."""

    room: Room
    serving: tuple[PersonDuty, ...]
    roving: tuple[PersonDuty, ...]
    admins: tuple[StaffMember, ...]
    left: tuple[PersonId, ...]
    short: bool


def duty_days(site: Site) -> tuple[date, ...]:
    """The days on which sessions are held here."""
    return tuple(sorted({state.plan.starts_at.date() for state in site.sessions.values() if state.rooms}))


def person_duties(
    site: Site, people: Directory, rulebook: Rulebook, day: date, *, named: bool
) -> tuple[PersonDuty, ...]:
    """Everybody whom the draw is about, and whoever serves besides: first who is drawn and cannot serve."""
    duty, drawn = site.duty.get(day) or Duty(), in_force(site, day) is not None
    listed = duty_list(site, Desk(NEVER, (), rulebook, people, ""))
    rooms: dict[PersonId, tuple[RoomId, ...]] = {one.person: one.rooms for one in duty.rounds}
    rooms |= {one.person: (one.room,) for one in duty.posts}
    left: dict[PersonId, tuple[RoomId, ...]] = {}
    for post in duty.former:
        left[post.person] = (*left.get(post.person, ()), post.room)
    shuns: dict[PersonId, tuple[RoomId, ...]] = {}
    for person, room in sorted(barred_rooms(site, people, people.staff)):
        shuns[person] = (*shuns.get(person, ()), room)
    bars: dict[PersonId, DutyBar | None] = dict.fromkeys(listed.untrained, DutyBar.UNTRAINED)
    bars |= dict.fromkeys(listed.unavailable, DutyBar.UNAVAILABLE)
    bars |= dict.fromkeys(listed.avoiding, DutyBar.AVOIDING)
    bars |= dict.fromkeys((*listed.invigilators, *listed.roving))
    codes, rows = codes_of(people), []
    for code, member in people.staff.items():
        serves, shunned = rooms.get(code, ()) if drawn else (), shuns.get(code, ())
        if member.role not in _DRAWN_FOR and not serves:
            continue
        row = PersonDuty(
            code,
            member.name if named else "",
            member.role,
            any(people.staff[one].skill for one in codes[code]),
            serves,
            left.get(code, ()),
            shunned,
            bars.get(code, DutyBar.LISTED_TWICE),
            site.person(code).trained_on,
        )
        if serves:
            row = replace(row, bar=_keeps_away(site, people, rulebook, codes[code], set(serves) & set(shunned)))
        rows.append(row)
    return tuple(sorted(rows, key=lambda row: (row.standing is not DutyStanding.MISSING, row.code)))


def _keeps_away(
    site: Site, people: Directory, rulebook: Rulebook, codes: Iterable[PersonId], shunned: Collection[RoomId]
) -> DutyBar | None:
    """Why somebody who was drawn cannot serve after all."""
    if not site.unavailable.isdisjoint(codes):
        return DutyBar.UNAVAILABLE
    bound = any(stays_out(site, rulebook, people, code) for code in codes)
    return DutyBar.AVOIDING if bound or shunned else None


def chosen(rows: Iterable[PersonDuty], standing: DutyStanding | None, text: str) -> tuple[PersonDuty, ...]:
    """Those who stand so, with the text in code, name or room."""
    wanted = _plain(text)
    return tuple(
        row
        for row in rows
        if (standing is None or row.standing is standing)
        and any(wanted in _plain(part) for part in (row.code, row.name, *row.rooms))
    )


def room_duties(
    site: Site, people: Directory, rulebook: Rulebook, day: date, rows: Iterable[PersonDuty]
) -> tuple[RoomDuty, ...]:
    """Every room of the day; `rows` are its people, as `person_duties` made them."""
    duty, drawn = site.duty.get(day) or Duty(), in_force(site, day) is not None
    by_code = {row.code: row for row in rows}
    each, skill = rulebook.invigilators_per_room.value, rulebook.skilled_per_room.value
    admins = [one for _, one in sorted(people.staff.items()) if one.role is Role.ROOM_ADMIN]
    found = []
    for room in rooms_on(site, day):
        serving = tuple(by_code[one] for one in duty.in_room(room) if one in by_code) if drawn else ()
        roving = tuple(by_code[one.person] for one in duty.rounds if room in one.rooms and one.person in by_code)
        able = [one for one in serving if one.standing is DutyStanding.ON_DUTY]
        found.append(
            RoomDuty(
                site.plans[room],
                serving,
                roving if drawn else (),
                tuple(one for one in admins if one.room == room),
                tuple(one.person for one in duty.former if one.room == room),
                len(able) < each or sum(one.skill for one in able) < skill,
            )
        )
    return tuple(found)


def substitutes(
    site: Site, people: Directory, rulebook: Rulebook, now: datetime, day: date, out: PersonId
) -> tuple[StaffMember, ...]:
    """Who may be put in for somebody on duty, who is drawn for such duty first, then by code."""
    desk = Desk(now, (), rulebook, people, "")

    def fits(code: PersonId) -> bool:
        asked = ReplaceOnDuty(day, out, code, AbsenceReason.ABSENT, now, code)
        return not isinstance(asked.decide(site, desk), Refusal)

    found = (member for code, member in people.staff.items() if fits(code))
    return tuple(sorted(found, key=lambda one: (one.role not in _DRAWN_FOR, one.code)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()

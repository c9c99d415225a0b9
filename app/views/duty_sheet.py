"""What stands on the sheet of the draw (监考人员抽签表): who invigilates where, and all that it was drawn from."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from app.core.directory import Directory
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.duty_state import Duty, Numbered
from app.core.site import Site
from app.core.staffing import StaffMember
from app.core.terms import PersonId, Role
from app.views.session_times import PlacedRoom, arranged_rooms, package_of, sessions_on
from app.views.site_sheet import History, Signatory, SiteSheet, sheet_head, signatories


class DutyRoom(msgspec.Struct, frozen=True):
    """One room; `invigilators` as they serve now, none before a draw. `roving`: who walks its round."""

    place: PlacedRoom
    invigilators: tuple[str, ...]
    roving: tuple[str, ...]


class DrawnFrom(msgspec.Struct, frozen=True):
    """One person of the list that was drawn from, in its order; `room` is what the draw gave, "" for the reserve.

    `rooms` has several for who roves; `barred` are rooms that this person could not be given.
    """

    code: str
    name: str
    roves: bool
    skilled: bool
    barred: tuple[str, ...]
    rooms: tuple[str, ...]


class LeftOut(msgspec.Struct, frozen=True):
    """Somebody of the staff list who was not drawn from; `reason` is "" where it is not entered."""

    code: str
    name: str
    role: str
    reason: str


class DrawLine(msgspec.Struct, frozen=True):
    """One draw. `drawn_at` is None where it gave nothing; `by` signed for its number, the operator first."""

    number: int
    seed: str
    invigilators: int
    roving: int
    rooms: int
    skilled: int
    reason: str
    beyond: bool
    at: datetime
    by: tuple[Signatory, ...]
    drawn_at: datetime | None


class ReplacedLine(msgspec.Struct, frozen=True):
    """Somebody was put in for somebody else after the draw of that number; `by` signed for it."""

    draw: int

    out: str
    put_in: str
    rooms: tuple[str, ...]
    reason: str
    at: datetime
    by: tuple[Signatory, ...]


class DutySheet(SiteSheet, frozen=True):
    """One exam day. `each` and `most`: invigilators a room and rooms a round by the rulebook, 0 for no limit."""

    day: date
    authorization: str
    each: int
    skill: int
    most: int
    rooms: tuple[DutyRoom, ...]
    draws: tuple[DrawLine, ...]
    listed: tuple[DrawnFrom, ...]
    reserve: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    replaced: tuple[ReplacedLine, ...]

    @property
    def last_at(self) -> datetime | None:
        """Of the last draw or replacement."""
        drawn = (one.drawn_at for one in self.draws if one.drawn_at)
        numbered = (one.at for one in self.draws)
        return max((*numbered, *drawn, *(one.at for one in self.replaced)), default=None)


def duty_sheet(site: Site, people: Directory, day: date, history: History) -> DutySheet:
    """Of a day on which a session is arranged; what was replaced before the last draw stands on it too."""
    rulebook = package_of(site).rulebook
    duty = site.duty.get(day) or Duty()
    last = duty.numbered[-1] if duty.numbered else None
    return DutySheet(
        head=sheet_head(site),
        day=day,
        authorization=site.exam_authorization,
        each=rulebook.invigilators_per_room.value,
        skill=rulebook.skilled_per_room.value,
        most=rulebook.roving_rooms.value,
        rooms=tuple(_room(people, duty, one) for one in arranged_rooms(site, *sessions_on(site, day))),
        draws=_draws(people, day, history),
        listed=_listed(people, last, _first_result(day, history, last)) if last else (),
        reserve=_reserve(people, duty, last) if last and duty.drawn else (),
        left_out=_left_out(site, people, last, history) if last else (),
        replaced=_replaced(people, day, history),
    )


def _room(people: Directory, duty: Duty, place: PlacedRoom) -> DutyRoom:
    if not duty.drawn:
        return DutyRoom(place, (), ())
    inside = (one.person for one in duty.posts if one.room == place.room)
    roving = (one.person for one in duty.rounds if place.room in one.rooms)
    return DutyRoom(place, tuple(map(people.staff_name, inside)), tuple(map(people.staff_name, roving)))


def _draws(people: Directory, day: date, history: History) -> tuple[DrawLine, ...]:
    drawn = {
        line.fact.number: line.fact.at for line in history if isinstance(line.fact, DutyDrawn) and line.fact.day == day
    }
    found = (
        (line, line.fact.numbered) for line in history if isinstance(line.fact, DrawNumbered) and line.fact.day == day
    )
    return tuple(
        DrawLine(
            number=one.number,
            seed=one.seed,
            invigilators=len(one.invigilators),
            roving=len(one.roving),
            rooms=len(one.rooms),
            skilled=len(one.skilled),
            reason=one.reason or "",
            beyond=one.beyond,
            at=one.at,
            by=signatories(people, line.signers),
            drawn_at=drawn.get(one.number),
        )
        for line, one in found
    )


def _first_result(day: date, history: History, last: Numbered | None) -> DutyDrawn | None:
    """What the last number gave, before anybody was put in for anybody."""
    facts = (line.fact for line in history)
    drawn = (fact for fact in facts if isinstance(fact, DutyDrawn) and fact.day == day)
    return next((fact for fact in drawn if last and fact.number == last.number), None)


def _listed(people: Directory, last: Numbered, drawn: DutyDrawn | None) -> tuple[DrawnFrom, ...]:
    got: dict[PersonId, tuple[str, ...]] = {}
    if drawn:
        got = {**{one.person: (one.room,) for one in drawn.posts}, **{one.person: one.rooms for one in drawn.rounds}}
    return tuple(
        DrawnFrom(
            code=person,
            name=people.staff_name(person),
            roves=person in last.roving,
            skilled=person in last.skilled,
            barred=tuple(sorted(one.room for one in last.barred if one.person == person)),
            rooms=tuple(got.get(person, ())),
        )
        for person in (*last.invigilators, *last.roving)
    )


def _reserve(people: Directory, duty: Duty, last: Numbered) -> tuple[str, ...]:
    """Drawn from, without a room, and never put in or out."""
    busy = {one.person for one in (*duty.posts, *duty.former)} | {one.person for one in duty.rounds}
    return tuple(people.staff_name(one) for one in (*last.invigilators, *last.roving) if one not in busy)


def _left_out(site: Site, people: Directory, last: Numbered, history: History) -> tuple[LeftOut, ...]:
    """By role and code; the reasons as they were when the draw was numbered."""
    numbered = next((n for n, line in enumerate(history) if _is(line.fact, last)), len(history))
    before = [line.fact for line in history[:numbered]]
    absent = dict[PersonId, str]()
    for fact in before:
        if isinstance(fact, AvailabilitySet):
            absent.update(dict.fromkeys(fact.people, fact.reason or ""))
        elif isinstance(fact, DutyReplaced):
            absent[fact.out] = fact.reason
    taken = {*last.invigilators, *last.roving}
    members = [one for one in people.staff.values() if one.role in (Role.INVIGILATOR, Role.ROVING)]
    out = sorted((one for one in members if one.code not in taken), key=lambda one: (one.role, one.code))
    return tuple(LeftOut(one.code, one.name, one.role, _why(site, people, one, absent, last)) for one in out)


def _is(fact: object, numbered: Numbered) -> bool:
    return isinstance(fact, DrawNumbered) and fact.numbered == numbered


def _why(site: Site, people: Directory, one: StaffMember, absent: dict[PersonId, str], last: Numbered) -> str:
    if any(people.same(one.code, other) for other in (*last.invigilators, *last.roving)):
        return "listed_twice"
    if reason := absent.get(one.code):
        return reason
    if one.code in people.sits or site.person(one.code).relations:
        return "avoidance"
    trained = site.person(one.code).trained_on
    return "untrained" if trained is None or trained > last.at.date() else ""


def _replaced(people: Directory, day: date, history: History) -> tuple[ReplacedLine, ...]:
    lines, number = [], 0
    for line in history:
        fact = line.fact
        if isinstance(fact, DutyDrawn) and fact.day == day:
            number = fact.number
        elif isinstance(fact, DutyReplaced) and fact.day == day:
            out, put_in = people.staff_name(fact.out), people.staff_name(fact.put_in)
            by = signatories(people, line.signers)
            lines.append(ReplacedLine(number, out, put_in, tuple(fact.rooms), fact.reason, fact.at, by))
    return tuple(lines)

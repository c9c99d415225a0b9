"""Duty (监考安排): the draw of rooms, its number first, so that nobody tries until it pleases (STF-06)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from app.core.authorization import ExamAuthorizationMissing
from app.core.directory import Directory
from app.core.duty_draw import Barred, DrawRule, Impossible, draw_rooms, draw_rounds, seed_of
from app.core.duty_state import Duty, Numbered, Post, RedrawReason, Round
from app.core.operation import CHIEF, OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role, RoomId
from app.core.training import untrained


@dataclass(frozen=True, slots=True)
class DutyList:
    """Who can be drawn, and why others cannot; one person under two codes stands here once, by the first of them."""

    invigilators: tuple[PersonId, ...]
    roving: tuple[PersonId, ...]
    untrained: tuple[PersonId, ...]
    unavailable: tuple[PersonId, ...]
    avoiding: tuple[PersonId, ...]


def rooms_on(site: Site, day: date) -> tuple[RoomId, ...]:
    """Rooms that are open on that day, whatever the session: arranged or opened, and not moved or called off."""
    states = (state for state in site.sessions.values() if state.plan.starts_at.date() == day)
    rooms = (room for state in states for room in state.rooms.values())
    return tuple(sorted({room.room for room in rooms if not room.moved_to and not room.called_off}))


def codes_of(people: Directory) -> dict[PersonId, tuple[PersonId, ...]]:
    """Every code with all codes of the same person, in order: one ID number may be listed under several (LCK-04)."""
    persons = dict[str, list[PersonId]]()
    for code, member in sorted(people.staff.items()):
        persons.setdefault(member.id_number.upper() or f"|{code}", []).append(code)
    return {code: tuple(codes) for codes in persons.values() for code in codes}


def duty_list(site: Site, desk: Desk) -> DutyList:
    """From the staff list in force, by code. What is entered of one code of a person holds for the others."""
    staff = desk.directory.staff
    able: dict[Role, list[PersonId]] = {Role.INVIGILATOR: [], Role.ROVING: []}
    not_trained, gone, avoiding = list[PersonId](), list[PersonId](), list[PersonId]()
    listed = dict.fromkeys(codes_of(desk.directory).values())
    for codes in listed:
        own = next((code for code in codes if staff[code].role in able), None)
        if own is None:
            continue
        if not site.unavailable.isdisjoint(codes):
            gone.append(own)
        elif any(stays_out(site, desk.rulebook, desk.directory, code) for code in codes):
            avoiding.append(own)
        elif all(untrained(site, code) for code in codes):
            not_trained.append(own)
        else:
            able[staff[own].role].append(own)
    found = (able[Role.INVIGILATOR], able[Role.ROVING], not_trained, gone, avoiding)
    return DutyList(*(tuple(sorted(codes)) for codes in found))


def stays_out(site: Site, rulebook: Rulebook, people: Directory, person: PersonId) -> bool:
    """From the whole exam; a relative in one room bars from that room alone, whichever room the list names."""
    related = rulebook.avoidance_whole_exam.value and bool(site.person(person).relations)
    return person in people.sits or related


def barred_rooms(site: Site, people: Directory, persons: Iterable[PersonId]) -> Barred:
    """Rooms in which a relative sits, in whichever session, declared under whichever code of the person."""
    found, codes = set[tuple[PersonId, RoomId]](), codes_of(people)
    for person in persons:
        for ticket in (one for code in codes.get(person, (person,)) for one in site.person(code).relations):
            candidate = people.candidates.get(ticket)
            found |= {(person, one.room) for one in candidate.allotments} if candidate else set()
    return frozenset(found)


class NumberDraw(Operation, frozen=True):
    """Begin the draw of a day: its number, and with it the seed, stand in the journal before any result is known.

    `document` is the exam authorization in force, JWS text: its signature is nobody's choice. A second number wants a
    reason and the chief. `beyond`: those who rove may have more rooms than the rulebook says.
    """

    day: date
    document: str
    reason: RedrawReason | None
    beyond: bool

    def demand(self, site: Site, desk: Desk) -> Demand:
        again = self.day in site.duty or self.day in site.drawn_before
        return Demand(OFFICE, (CHIEF if self.beyond or again else SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        rooms = rooms_on(site, self.day)
        if not rooms:
            return NothingToDraw(self.day)
        if hashlib.sha256(self.document.encode()).hexdigest() != site.exam_document:
            return ExamAuthorizationMissing()
        if _begun(site, self.day):
            return DrawnTooLate(self.day)
        duty, reason = site.duty.get(self.day), self.reason
        if duty:
            last = duty.numbered[-1]
            waits = not duty.drawn and last.rooms == rooms
            if waits and not isinstance(result_of(site, desk.rulebook, last), Impossible):
                return DrawPending(self.day, last.number)
            if duty.drawn and reason is None:
                return RedrawNeedsReason(self.day)
            # Whoever knew what the last number gives shall not be rid of it in silence.
            reason = reason or (None if waits else RedrawReason.ROOMS_CHANGED)
        before = site.drawn_before.get(self.day, 0)
        reason = reason or (RedrawReason.ROOMS_CHANGED if before and not duty else None)
        number = duty.numbered[-1].number if duty else before
        numbered = self._numbered(site, desk, rooms, number + 1, reason)
        if duty and duty.holds and isinstance(found := result_of(site, desk.rulebook, numbered), Impossible):
            return _impossible(site, desk, found)
        return (DrawNumbered(self.day, numbered),)

    def _numbered(
        self, site: Site, desk: Desk, rooms: tuple[RoomId, ...], number: int, reason: RedrawReason | None
    ) -> Numbered:
        listed = duty_list(site, desk)
        everyone = (*listed.invigilators, *listed.roving)
        staff, codes = desk.directory.staff, codes_of(desk.directory)
        barred = sorted(barred_rooms(site, desk.directory, everyone))
        return Numbered(
            number,
            seed_of(self.document.rpartition(".")[2], everyone, number),
            listed.invigilators,
            listed.roving,
            rooms,
            tuple(one for one in listed.invigilators if any(staff[code].skill for code in codes[one])),
            tuple(Post(person, room) for person, room in barred),
            reason,
            self.beyond,
            desk.now,
        )


def _begun(site: Site, day: date) -> bool:
    held = (state for state in site.sessions.values() if state.plan.starts_at.date() == day)
    return any(room.started_at for state in held for room in state.rooms.values())


def in_force(site: Site, day: date) -> Duty | None:
    """The draw by which people serve and are replaced: the last one, or the one before where that came too late."""
    duty = site.duty.get(day)
    return duty if duty and (duty.drawn or (duty.posts and _begun(site, day))) else None


def _impossible(site: Site, desk: Desk, found: Impossible) -> DrawImpossible:
    listed = duty_list(site, desk)
    left_out = (len(listed.untrained), len(listed.unavailable), len(listed.avoiding))
    return DrawImpossible(found.rule, found.needed, found.found, found.rooms, *left_out)


class DrawNumbered(Fact, frozen=True):
    """A draw has its number and all that it is drawn from; it is not known yet what it gives."""

    day: date
    numbered: Numbered

    def apply(self, site: Site) -> None:
        duty = site.duty.setdefault(self.day, Duty())
        duty.numbered.append(self.numbered)
        duty.drawn_at = None


def result_of(
    site: Site, rulebook: Rulebook, numbered: Numbered
) -> tuple[tuple[Post, ...], tuple[Round, ...]] | Impossible:
    """What a numbered draw gives: the same whoever asks, and as often as they ask."""
    barred = frozenset((one.person, one.room) for one in numbered.barred)
    posts = draw_rooms(
        numbered.seed,
        numbered.invigilators,
        numbered.rooms,
        frozenset(numbered.skilled),
        barred,
        rulebook.invigilators_per_room.value,
        rulebook.skilled_per_room.value,
    )
    if isinstance(posts, Impossible):
        return posts
    plans = (site.plans[room] for room in numbered.rooms)
    most, beyond = rulebook.roving_rooms.value, numbered.beyond
    rounds = draw_rounds(numbered.seed, numbered.roving, plans, barred, most, beyond=beyond)
    return rounds if isinstance(rounds, Impossible) else (posts, rounds)


class DrawDuty(Operation, frozen=True):
    """Draw what was numbered last: everybody gets the room that the seed says."""

    day: date

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        duty = site.duty.get(self.day)
        if duty is None:
            return NoDrawNumbered(self.day)
        if duty.drawn:
            return ()
        last = duty.numbered[-1]
        if last.rooms != rooms_on(site, self.day):
            return NoDrawNumbered(self.day)
        if duty.holds and _begun(site, self.day):
            return DrawnTooLate(self.day)
        found = result_of(site, desk.rulebook, last)
        if isinstance(found, Impossible):
            return _impossible(site, desk, found)
        return (DutyDrawn(self.day, last.number, *found, desk.now),)


class DutyDrawn(Fact, frozen=True):
    """Rooms were drawn; what was drawn before no longer holds."""

    day: date
    number: int
    posts: tuple[Post, ...]
    rounds: tuple[Round, ...]
    at: datetime

    def apply(self, site: Site) -> None:
        duty = site.duty[self.day]
        duty.posts, duty.rounds, duty.drawn_at, duty.former = self.posts, self.rounds, self.at, ()


class NothingToDraw(Refusal, frozen=True):
    """No session is held here on that day."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    day: date


class DrawnTooLate(Refusal, frozen=True):
    """Rooms have started: from now on people are put in for others, one by one."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    day: date


class DrawPending(Refusal, frozen=True):
    """A number is in the journal and not drawn: it is drawn before there is another."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    day: date
    number: int


class RedrawNeedsReason(Refusal, frozen=True):
    """What was drawn stands, unless there is a reason."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    day: date


class NoDrawNumbered(Refusal, frozen=True):
    """First the number; one for other rooms than there are now is none."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    day: date


class DrawImpossible(Refusal, frozen=True):
    """No draw obeys this rule; the last three say how many of the list could not be drawn at all, and why."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    rule: DrawRule
    needed: int
    found: int
    rooms: tuple[RoomId, ...]
    untrained: int
    unavailable: int
    avoiding: int

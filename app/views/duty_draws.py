"""The draws of duty (抽签): how far a day's draw is, why none can be made, and all that were made (STF-06)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.directory import Directory
from app.core.duty import DrawImpossible, DutyList, barred_rooms, codes_of, duty_list, result_of, rooms_on
from app.core.duty_draw import Impossible
from app.core.duty_state import Duty, Numbered, Post, Round
from app.core.operation import Desk
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import PersonId
from app.core.timekeeping import authorization_opens
from app.views.duty import NEVER, DutyStanding, PersonDuty


class DutyStage(StrEnum):
    """How far the draw of a day is."""

    OPEN = "open"
    NUMBERED = "numbered"
    """The number is in the journal, and the result not yet drawn."""
    FAILED = "failed"
    """From what was numbered nothing can be drawn: no draw obeys the rules, or the rooms are others by now."""
    DRAWN = "drawn"


class DutyOutcome(StrEnum):
    """What came of one numbered draw."""

    HOLDS = "holds"
    FORMER = "former"
    """Another was drawn since."""
    FAILED = "failed"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class DrawOfDay:
    """One numbered draw and what came of it; `posts` and `rounds` are what it gave, before anybody was replaced."""

    numbered: Numbered
    outcome: DutyOutcome
    posts: tuple[Post, ...]
    rounds: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class DutyHead:
    """Where the draw stands. `due`: by when rooms are to be certain; `impossible`: why no draw can be made of the list.

    `early`: drawn, or to be drawn now, before the exam day; `late`: after `due`. `missing` were drawn and cannot serve.
    """

    day: date
    stage: DutyStage
    number: int
    drawn_at: datetime | None
    rooms: int
    needed: int
    skilled: int
    able: int
    able_skilled: int
    roving: int
    roving_rooms: int
    reserve: int
    missing: tuple[PersonId, ...]
    due: datetime
    early: bool
    late: bool
    started: bool
    impossible: DrawImpossible | None


def duty_head(
    site: Site, people: Directory, rulebook: Rulebook, now: datetime, day: date, rows: Iterable[PersonDuty]
) -> DutyHead:
    """`rows` are the people of that day, as `person_duties` made them."""
    listed, duty, rows = _listed(site, people, rulebook), site.duty.get(day) or Duty(), tuple(rows)
    rooms, held = rooms_on(site, day), [s for s in site.sessions.values() if s.plan.starts_at.date() == day]
    due = min(authorization_opens(state.plan, rulebook) for state in held)
    each, able = rulebook.invigilators_per_room.value, listed.invigilators
    impossible = None if duty.drawn else foreseen(site, people, rulebook, day, beyond=False)
    return DutyHead(
        day,
        _stage(site, rulebook, day, duty),
        duty.numbered[-1].number if duty.numbered else 0,
        duty.drawn_at,
        len(rooms),
        each * len(rooms),
        min(rulebook.skilled_per_room.value, each) * len(rooms),
        len(able),
        len(_skilled(people, able)),
        len(listed.roving),
        rulebook.roving_rooms.value,
        sum(row.standing is DutyStanding.ABLE for row in rows),
        tuple(row.code for row in rows if row.standing is DutyStanding.MISSING),
        due,
        (duty.drawn_at or now).date() < day,
        (duty.drawn_at or now) > due,
        any(room.started_at for state in held for room in state.rooms.values()),
        impossible,
    )


def foreseen(site: Site, people: Directory, rulebook: Rulebook, day: date, *, beyond: bool) -> DrawImpossible | None:
    """Why no draw can be made of the list as it is now, whatever its seed; None where one can."""
    listed = _listed(site, people, rulebook)
    barred = sorted(barred_rooms(site, people, (*listed.invigilators, *listed.roving)))
    trial = Numbered(
        0,
        "",
        listed.invigilators,
        listed.roving,
        rooms_on(site, day),
        _skilled(people, listed.invigilators),
        tuple(Post(person, room) for person, room in barred),
        None,
        beyond,
        NEVER,
    )
    found = result_of(site, rulebook, trial)
    if not isinstance(found, Impossible):
        return None
    out = (len(listed.untrained), len(listed.unavailable), len(listed.avoiding))
    return DrawImpossible(found.rule, found.needed, found.found, found.rooms, *out)


def draws(site: Site, rulebook: Rulebook, day: date) -> tuple[DrawOfDay, ...]:
    """All that were numbered for the day, the last first; each is drawn again from its seed."""
    duty = site.duty.get(day) or Duty()
    found = []
    for one in duty.numbered:
        last = one is duty.numbered[-1]
        given = _result(site, rulebook, one)
        if isinstance(given, Impossible):
            found.append(DrawOfDay(one, DutyOutcome.FAILED, (), ()))
        else:
            outcome = DutyOutcome.FORMER
            if last:
                outcome = DutyOutcome.HOLDS if duty.drawn else DutyOutcome.WAITING
            # What a seed gives is not shown before it was drawn.
            shown = ((), ()) if outcome is DutyOutcome.WAITING or given is None else given
            found.append(DrawOfDay(one, outcome, *shown))
    return tuple(reversed(found))


def _skilled(people: Directory, codes: Iterable[PersonId]) -> tuple[PersonId, ...]:
    """Those who know computers, under whichever of their codes that is listed."""
    all_codes = codes_of(people)
    return tuple(code for code in codes if any(people.staff[one].skill for one in all_codes[code]))


def _listed(site: Site, people: Directory, rulebook: Rulebook) -> DutyList:
    return duty_list(site, Desk(NEVER, (), rulebook, people, ""))


def _stage(site: Site, rulebook: Rulebook, day: date, duty: Duty) -> DutyStage:
    if not duty.numbered:
        return DutyStage.OPEN
    if duty.drawn:
        return DutyStage.DRAWN
    last = duty.numbered[-1]
    other_rooms = last.rooms != rooms_on(site, day)
    failed = other_rooms or isinstance(_result(site, rulebook, last), Impossible)
    return DutyStage.FAILED if failed else DutyStage.NUMBERED


def _result(
    site: Site, rulebook: Rulebook, numbered: Numbered
) -> tuple[tuple[Post, ...], tuple[Round, ...]] | Impossible | None:
    """None where another edition of the arrangement has none of its rooms."""
    return result_of(site, rulebook, numbered) if site.plans.keys() >= set(numbered.rooms) else None

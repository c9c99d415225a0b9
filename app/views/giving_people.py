"""Whom extra time may be given to (补时对象): the people of a room, whom the console would choose, and how much."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.extra_time_people import answering
from app.core.loss import room_at
from app.core.room_state import Sitting
from app.core.rulebook import Rulebook
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import CauseNo, RoomId, SessionId, Ticket
from app.views.extra_time import Allowance, ExtraTimeRoom, Loser, allowance
from app.views.giving import answers_until


@dataclass(frozen=True, slots=True)
class Person:
    """One line of a room: what was lost and given, and what the rest of it needs; None where nothing is left."""

    loser: Loser
    allowance: Allowance | None


def people_in(site: Site, rulebook: Rulebook, session: SessionId, room: ExtraTimeRoom) -> tuple[Person, ...]:
    """Who lost time, by seat; then everybody else who answers, who may be given minutes too."""
    state = site.sessions[session]
    known = {one.ticket for one in room.losers}
    others = [
        _unhurt(state, one)
        for ticket, one in sorted(state.rooms[room.room].sittings.items())
        if ticket not in known and answering(one)
    ]
    others.sort(key=lambda one: (one.seat or "999", one.ticket))
    return tuple(_person(site, rulebook, state, one) for one in (*room.losers, *others))


def _person(site: Site, rulebook: Rulebook, state: SessionState, one: Loser) -> Person:
    sitting = site.sitting(state.plan.id, one.ticket)
    if sitting is None or not one.proposed or not one.answering:
        return Person(one, None)
    return Person(one, allowance(site, rulebook, state.plan.id, one.ticket, one.proposed))


def _unhurt(state: SessionState, sitting: Sitting) -> Loser:
    seat = sitting.sits_at or sitting.seat or ""
    until = answers_until(state, sitting)
    return Loser(sitting.ticket, seat, timedelta(0), (), sitting.extra_minutes, 0, False, True, until)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the console would fill in; `until` is None while time is still being lost. `room` is where it was lost."""

    room: RoomId
    minutes: int
    since: datetime
    until: datetime | None
    causes: tuple[CauseNo, ...]
    differ: bool = False
    """Not everyone chosen lost as much: `minutes` is the least of them."""


def suggested(
    site: Site, session: SessionId, room: ExtraTimeRoom, tickets: tuple[Ticket, ...], *, whole: bool
) -> Suggestion | None:
    """For the whole room its proposal; for those chosen what is still owed to each of them; None where nothing is."""
    found = room.proposal
    if whole:
        if found is None:
            return None
        until = None if found.goes_on else found.until
        return Suggestion(room.room, found.minutes, found.since, until, found.causes)
    owed = [one for one in room.losers if one.ticket in tickets and one.stretches and one.proposed]
    if not owed:
        return None
    one = min(owed, key=lambda loser: (loser.proposed, loser.seat, loser.ticket))
    since, until = min(lost.since for lost in one.stretches), max(lost.until for lost in one.stretches)
    sitting = site.sitting(session, one.ticket)
    return Suggestion(
        room_at(site.sessions[session], sitting, since) if sitting else room.room,
        one.proposed,
        since,
        None if one.goes_on else until,
        tuple(dict.fromkeys(lost.cause for lost in one.stretches if lost.cause)),
        len({loser.proposed for loser in owed}) > 1,
    )


def ticked_first(room: ExtraTimeRoom, people: tuple[Person, ...], *, whole: bool) -> frozenset[Ticket]:
    """Whom the console would choose: the whole room less its exceptions, or all to whom most minutes alike are owed."""
    if whole:
        without = {one.ticket for one in room.proposal.without} if room.proposal else set()
        return frozenset(one.loser.ticket for one in people if one.loser.answering and one.loser.ticket not in without)
    owed = [one.loser for one in people if one.allowance]
    if not owed:
        return frozenset()
    minutes, _ = Counter(one.proposed for one in owed).most_common(1)[0]
    return frozenset(one.ticket for one in owed if one.proposed == minutes)


def by_need(rooms: tuple[ExtraTimeRoom, ...]) -> tuple[ExtraTimeRoom, ...]:
    """Where somebody still has minutes coming first, then where time was lost, then the others."""
    return tuple(sorted(rooms, key=lambda one: (not one.open, not (one.losers or one.ledger), one.room)))

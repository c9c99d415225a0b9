"""What a number of extra minutes means (补时的影响), for everyone concerned, before anybody decides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.extra_time_ceiling import covered
from app.core.extra_time_loss import Loss, MoreThanLost, goes_on_in, more_than_lost
from app.core.extra_time_people import people_of
from app.core.loss import room_at
from app.core.operation import Refusal
from app.core.room_state import Sitting
from app.core.rulebook import Rulebook, Tier
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import PersonId, RoomId, SessionId, Ticket
from app.core.time_state import Application, LossCause, Measure
from app.core.timekeeping import ends
from app.views.extra_time import Allowance, allowance, room_allowance
from app.views.knock_on import RoomKnockOn, StillAnswering, following, knock_on

_TIERS = list(Tier)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody is about to give. `tickets` is () for the whole room, less those `without`."""

    session: SessionId
    room: RoomId
    tickets: tuple[Ticket, ...]
    without: tuple[Ticket, ...]
    minutes: int
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Alike:
    """Everyone for whom the minutes mean the same."""

    allowance: Allowance
    tickets: tuple[Ticket, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one grant, or one application, is about; `tickets` is () for the whole room, `who` names everybody."""

    room: RoomId
    tickets: tuple[Ticket, ...]
    minutes: int
    who: tuple[Ticket, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What it means. `now` can be given at once; `asked` are the sums to apply for, where something is missing.

    `missing` is the highest tier whose word is still needed. `beyond`: who stands in a higher tier than the others.
    `room`: what moving the end of the whole room needs by itself, None where single candidates are meant.
    `ends_at` is the room's end with all of it, None where single candidates are meant; `until` the latest of theirs.
    """

    people: int
    alike: tuple[Alike, ...]
    tiers: tuple[tuple[Tier, int], ...]
    now: tuple[Part, ...]
    asked: tuple[Part, ...]
    missing: Tier | None
    beyond: tuple[Ticket, ...]
    room: Allowance | None
    more_than_lost: MoreThanLost | None
    ends_at: datetime | None
    until: datetime | None
    next_room: RoomKnockOn | None
    still: tuple[StillAnswering, ...]


def outlook(site: Site, rulebook: Rulebook, wish: Wish, now: datetime) -> Outlook | Refusal:
    """For minutes above 0; the Refusal says for whom none can be given."""
    state = site.sessions[wish.session]
    loss = Loss(LossCause.FAULT, (), wish.since, wish.until, PersonId(""))
    people = _people(site, state, wish, loss)
    if isinstance(people, Refusal):
        return people
    each = {
        one.ticket: found
        for one, _ in people
        if (found := allowance(site, rulebook, wish.session, one.ticket, wish.minutes))
    }
    tiers = Counter(one.tier for one in each.values())
    top = max(tiers, key=_TIERS.index)
    room = None if wish.tickets else room_allowance(site, rulebook, wish.session, wish.room, wish.minutes)
    missing = [one.tier for one in (*each.values(), *([room] if room else ())) if one.ask_for]
    ends_at, next_room = (None, None) if wish.tickets else _room(site, rulebook, state, wish, now)
    if missing and max(missing, key=_TIERS.index) is Tier.MINISTRY:
        # With the tool minutes go to people, never to a room.
        ends_at = None
    return Outlook(
        len(people),
        _alike(each),
        tuple(sorted(tiers.items(), key=lambda one: _TIERS.index(one[0]))),
        _now(wish, people, each, room),
        _asked(wish, people, each, room),
        max(missing, key=_TIERS.index) if missing else None,
        tuple(ticket for ticket, one in each.items() if one.tier is top) if len(tiers) > 1 else (),
        room,
        _more(state, people, wish.minutes, loss),
        ends_at,
        max((answers_until(state, one, wish.minutes) for one, _ in people), default=None),
        next_room,
        _still(site, state, people, wish.minutes),
    )


def _people(site: Site, state: SessionState, wish: Wish, loss: Loss) -> tuple[tuple[Sitting, RoomId], ...] | Refusal:
    """Everyone meant, and the room in which each of them lost the time."""
    if not wish.tickets:
        found = people_of(site, state, wish.room, (), wish.without, loss)
        return found if isinstance(found, Refusal) else tuple((one, wish.room) for one in found)
    people: list[tuple[Sitting, RoomId]] = []
    for ticket in wish.tickets:
        sitting = site.sitting(wish.session, ticket)
        room = room_at(state, sitting, wish.since) if sitting else wish.room
        one = people_of(site, state, room, (ticket,), (), loss)
        if isinstance(one, Refusal):
            return one
        people += [(sitting, room) for sitting in one]
    return tuple(people)


def _alike(each: dict[Ticket, Allowance]) -> tuple[Alike, ...]:
    """Most people first."""
    found: dict[Allowance, list[Ticket]] = {}
    for ticket, one in each.items():
        found.setdefault(one, []).append(ticket)
    return tuple(sorted((Alike(one, tuple(who)) for one, who in found.items()), key=lambda one: -len(one.tickets)))


def _now(
    wish: Wish, people: tuple[tuple[Sitting, RoomId], ...], each: dict[Ticket, Allowance], whole: Allowance | None
) -> tuple[Part, ...]:
    """A whole room is given what it and each of its people may have; single candidates what they may have each."""
    if whole:
        least = min(whole.now, *(one.now for one in each.values()))
        return (Part(wish.room, (), least, tuple(each)),) if least else ()
    found: dict[tuple[RoomId, int], list[Ticket]] = {}
    for one, room in people:
        if minutes := each[one.ticket].now:
            found.setdefault((room, minutes), []).append(one.ticket)
    return tuple(Part(room, tuple(who), minutes, tuple(who)) for (room, minutes), who in found.items())


def _asked(
    wish: Wish, people: tuple[tuple[Sitting, RoomId], ...], each: dict[Ticket, Allowance], whole: Allowance | None
) -> tuple[Part, ...]:
    """One application a room, for the highest sum that it, or anybody there, comes to."""
    short = [(one.ticket, room) for one, room in people if each[one.ticket].ask_for]
    if whole:
        who = tuple(ticket for ticket, _ in short)
        most = max(whole.ask_for, *(one.ask_for for one in each.values()))
        return (Part(wish.room, (), most, who),) if most else ()
    found = []
    for room in dict.fromkeys(room for _, room in short):
        who = tuple(ticket for ticket, there in short if there == room)
        found.append(Part(room, who, max(each[ticket].ask_for for ticket in who), who))
    return tuple(found)


def _more(
    state: SessionState, people: tuple[tuple[Sitting, RoomId], ...], minutes: int, loss: Loss
) -> MoreThanLost | None:
    """The first for whom it is more, as it would be said when it is entered."""
    for one, room in people if loss.since < loss.until else ():
        if isinstance(found := more_than_lost(state, room, (one,), minutes, loss), MoreThanLost):
            return found
    return None


def _room(
    site: Site, rulebook: Rulebook, state: SessionState, wish: Wish, now: datetime
) -> tuple[datetime | None, RoomKnockOn | None]:
    """The new end of the room in which they go on, and what it does to the next session there."""
    number, more = goes_on_in(state, wish.room), timedelta(minutes=wish.minutes)
    runs_from = state.rooms[number].runs_from
    after = knock_on(site, rulebook, wish.session, now, {number: more})
    next_room = next((one for one in after.rooms if one.room == number), None) if after else None
    return ends(runs_from, state.plan) + more if runs_from else None, next_room


def answers_until(state: SessionState, sitting: Sitting, minutes: int = 0) -> datetime:
    """When this candidate's own time is over, with so many minutes besides."""
    started = state.rooms[sitting.room].started_at or state.plan.starts_at
    return ends(started, state.plan) + timedelta(minutes=sitting.extra_minutes + minutes)


def _still(
    site: Site, state: SessionState, people: tuple[tuple[Sitting, RoomId], ...], minutes: int
) -> tuple[StillAnswering, ...]:
    """Whoever of them would answer on when the next session starts (J-15)."""
    second = following(site, state.plan.id)
    if second is None:
        return ()
    return tuple(
        StillAnswering(one.ticket, until, any(one.ticket in room.sittings for room in second.rooms.values()))
        for one, _ in people
        if (until := answers_until(state, one, minutes)) > second.plan.starts_at
    )


def applied(site: Site, session: SessionId, wanted: Part) -> Application | None:
    """The newest application that asks for so much, or for more, for all of these people, or for the room as such."""
    state = site.sessions[session]
    people = [one for ticket in wanted.who if (one := site.sitting(session, ticket))]
    found = [
        one
        for one in site.applications.values()
        if one.measure is Measure.EXTRA_TIME
        and one.session == session
        and one.minutes >= wanted.minutes
        and (bool(wanted.tickets) or (wanted.room in one.rooms and not one.tickets))
        and all(covered(site, state, sitting, one) for sitting in people)
    ]
    return found[-1] if found else None

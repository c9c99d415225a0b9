"""Extra time (补时): who lost how much, how much of it was made good, and who may give the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.extra_time_ceiling import ceiling, room_ceiling
from app.core.extra_time_loss import goes_on_in
from app.core.extra_time_people import answering
from app.core.loss import Lost, losses, union, whole_minutes
from app.core.records import ledger_lines
from app.core.room_state import RoomSession, Sitting
from app.core.rulebook import Rulebook, Tier
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import CauseNo, RoomId, SessionId, Ticket
from app.core.time_state import Application, ExtraTime, Measure
from app.core.timekeeping import ends, extra_time_tier


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a sum of `total` minutes needs. `now` of the minutes asked can be given at once, the others need more.

    `limit`: the most that the room may give on the spot in all; `allowed`: what codes and decisions allow so far.
    `ask_for`: the sum that a code or decision has to cover; 0 where nothing is missing.
    """

    used: int
    asked: int
    now: int
    tier: Tier
    limit: int
    allowed: int
    ask_for: int

    @property
    def total(self) -> int:
        return self.used + self.asked


@dataclass(frozen=True, slots=True)
class Loser:
    """One candidate who lost time. `lost` is the union of all stretches; `proposed` what is not made good yet.

    `ends_at` is when answering ends with the minutes given so far. `goes_on`: not working again yet.
    """

    ticket: Ticket
    seat: str
    lost: timedelta
    stretches: tuple[Lost, ...]
    given: int
    proposed: int
    goes_on: bool
    answering: bool
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class RoomProposal:
    """One figure for a room, and who differs from it; None of it is given before somebody decides.

    `since` and `until` are the first and the last moment of what they lost. `goes_on`: it has not ended.
    """

    room: RoomId
    minutes: int
    causes: tuple[CauseNo, ...]
    since: datetime
    until: datetime
    people: int
    without: tuple[Loser, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class ExtraTimeRoom:
    """One room in one session: `minutes` moved its end; `losers` by seat; `ledger` as it was entered."""

    room: RoomId
    started_at: datetime | None
    ends_at: datetime | None
    minutes: int
    losers: tuple[Loser, ...]
    proposal: RoomProposal | None
    ledger: tuple[ExtraTime, ...]
    applications: tuple[Application, ...]

    @property
    def open(self) -> int:
        """How many still have minutes coming to them."""
        return sum(one.proposed > 0 and one.answering for one in self.losers)


def allowance(site: Site, rulebook: Rulebook, session: SessionId, ticket: Ticket, minutes: int) -> Allowance | None:
    """What `minutes` more for this candidate need; None for a stranger or no minutes.

    "Used 7 of 10: 3 now, a code for 15 in all meanwhile" is used 7, now 3, limit 10, ask_for 15.
    """
    state, sitting = site.sessions[session], site.sitting(session, ticket)
    if sitting is None or minutes < 1:
        return None
    return _allowance(rulebook, sitting.extra_minutes, minutes, lambda tier: ceiling(site, state, sitting, tier))


def room_allowance(site: Site, rulebook: Rulebook, session: SessionId, number: RoomId, minutes: int) -> Allowance:
    """What it needs to move the end of a whole room by `minutes` more, whoever is left out; from 1 minute on."""
    state = site.sessions[session]
    used = state.rooms[goes_on_in(state, number)].extra_minutes
    return _allowance(rulebook, used, minutes, lambda tier: room_ceiling(site, state, number, tier))


def _allowance(rulebook: Rulebook, used: int, minutes: int, allowed: Callable[[Tier], int]) -> Allowance:
    tier = extra_time_tier(used + minutes, rulebook)
    limit = rulebook.extra_time_on_the_spot.value if rulebook.extra_time_on_the_spot else 0
    most = _most(rulebook, limit, allowed)
    now = max(min(minutes, most - used), 0)
    return Allowance(used, minutes, now, tier, limit, most, 0 if now == minutes else used + minutes)


def _most(rulebook: Rulebook, limit: int, allowed: Callable[[Tier], int]) -> int:
    """The highest sum that may be given now."""
    found = [limit]
    asked = {Tier.PROVINCE: rulebook.extra_time_province, Tier.RESPONSIBLE: rulebook.responsible}
    for tier, rule in asked.items():
        if rule:
            found.append(min(allowed(tier), rule.value))
    if rulebook.responsible:
        found.append(allowed(Tier.HEAD))
    return max(found)


def extra_time(site: Site, rulebook: Rulebook, session: SessionId, now: datetime) -> tuple[ExtraTimeRoom, ...]:
    """Every room in use that has started, by number."""
    state = site.sessions[session]
    return tuple(
        extra_time_room(site, session, room.room, now)
        for _, room in sorted(state.rooms.items())
        if room.in_use and room.started_at and not room.moved_to
    )


def extra_time_room(site: Site, session: SessionId, number: RoomId, now: datetime) -> ExtraTimeRoom:
    """One room that is in use in this session."""
    state = site.sessions[session]
    room = state.rooms[number]
    losers = [one for _, sitting in sorted(room.sittings.items()) if (one := _loser(site, state, sitting, now))]
    losers.sort(key=lambda one: (one.seat or "999", one.ticket))
    return ExtraTimeRoom(
        number,
        room.started_at,
        ends(room.runs_from, state.plan) if room.runs_from else None,
        room.extra_minutes,
        tuple(losers),
        _proposal(room, losers),
        ledger_lines(state, number),
        tuple(
            one
            for one in site.applications.values()
            if one.measure is Measure.EXTRA_TIME and one.session == session and number in one.rooms
        ),
    )


def _loser(site: Site, state: SessionState, sitting: Sitting, now: datetime) -> Loser | None:
    stretches = losses(site, state, sitting, now)
    if not stretches and not sitting.extra_minutes:
        return None
    lost = union((one.since, one.until) for one in stretches)
    started = state.rooms[sitting.room].started_at
    return Loser(
        sitting.ticket,
        sitting.sits_at or sitting.seat or "",
        lost,
        stretches,
        sitting.extra_minutes,
        max(whole_minutes(lost) - sitting.extra_minutes, 0),
        any(one.goes_on for one in stretches),
        answering(sitting),
        ends(started, state.plan) + timedelta(minutes=sitting.extra_minutes) if started else None,
    )


def _proposal(room: RoomSession, losers: list[Loser]) -> RoomProposal | None:
    """The figure that most share; only where more than half of those who answer lost time."""
    still = [one for one in losers if one.answering and one.proposed]
    people = sum(answering(one) for one in room.sittings.values())
    if not still or len(still) * 2 <= people:
        return None
    minutes, _ = Counter(one.proposed for one in still).most_common(1)[0]
    shared = [one for one in still if one.proposed == minutes]
    common = shared[0]
    causes = tuple(dict.fromkeys(one.cause for one in common.stretches if one.cause))
    since, until = min(one.since for one in common.stretches), max(one.until for one in common.stretches)
    with_it = {one.ticket for one in shared}
    without = tuple(one for one in losers if one.answering and one.ticket not in with_it)
    unaffected = [
        one for one in room.sittings.values() if answering(one) and one.ticket not in {loser.ticket for loser in losers}
    ]
    return RoomProposal(
        room.room,
        minutes,
        causes,
        since,
        until,
        len(shared),
        (*without, *(_unaffected(one) for one in unaffected)),
        any(one.goes_on for one in shared),
    )


def _unaffected(sitting: Sitting) -> Loser:
    """Sits there and lost nothing."""
    seat = sitting.sits_at or sitting.seat or ""
    return Loser(sitting.ticket, seat, timedelta(0), (), sitting.extra_minutes, 0, False, True, None)

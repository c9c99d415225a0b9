"""What a room needs now of its seats and people, and what can be done with one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

import msgspec

from app.core.places import places_left
from app.core.room_state import Answers, Presence, RoomSession, Sitting
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import RoomId, SessionId, Ticket
from app.core.timekeeping import closure_ends
from app.views.candidates import CandidateState, overbooked, state_of, turned_away


class NeedKind(StrEnum):
    """What somebody must see to, the most pressing first."""

    SUSPECTED = "suspected"
    OVERFLOW = "overflow"
    """In the room without a seat, and none is free: transferred out (OVB-07)."""
    HELD = "held"
    NO_SEAT = "no_seat"
    RESET = "reset"
    """Reset, and not logged in again (RST-02)."""
    ELSEWHERE = "elsewhere"
    """Logged in at a seat that nothing explains (RST-03)."""
    LOGIN = "login"
    SECOND_CHECK = "second_check"
    GAVE_UP = "gave_up"
    """Kept in until the closure ends (CLK-11)."""


class Need(msgspec.Struct, frozen=True):
    """`tickets` are whom it concerns, () for the whole room."""

    kind: NeedKind
    tickets: tuple[Ticket, ...] = ()


def needs(site: Site, room: RoomSession) -> tuple[Need, ...]:
    """Of a room that is over nothing is needed any more."""
    return () if room.ended_at else tuple(_needs(site, room))


def _needs(site: Site, room: RoomSession) -> Iterator[Need]:
    late = turned_away(site, room.session)
    states = {ticket: state_of(one, late) for ticket, one in sorted(room.sittings.items())}

    def of(state: CandidateState) -> tuple[Ticket, ...]:
        return tuple(ticket for ticket, its in states.items() if its is state)

    here = [one for _, one in sorted(room.sittings.items()) if one.presence is Presence.PRESENT]
    unseated = tuple(one.ticket for one in here if not one.seat and one.answers is Answers.OPEN and not one.left_at)
    full = bool(unseated) and places_left(site, room) < 0
    found = [
        Need(NeedKind.SUSPECTED, of(CandidateState.SUSPECTED)),
        Need(NeedKind.OVERFLOW, unseated if full else ()),
        Need(NeedKind.HELD, of(CandidateState.HELD)),
        Need(NeedKind.NO_SEAT, () if full else unseated),
        Need(NeedKind.RESET, of(CandidateState.RESET_WAITS)),
        Need(NeedKind.ELSEWHERE, tuple(one.ticket for one in here if one.elsewhere)),
        Need(NeedKind.LOGIN, tuple(one.ticket for one in to_log_in(room)) if room.started_at else ()),
    ]
    yield from (need for need in found if need.tickets)
    if room.started_at and not room.second_check_at:
        yield Need(NeedKind.SECOND_CHECK)
    if gone := of(CandidateState.GAVE_UP):
        yield Need(NeedKind.GAVE_UP, gone)


def to_log_in(room: RoomSession) -> list[Sitting]:
    """Everyone in the room with a seat at which they have not logged in, after a reset too; by ticket."""
    return [
        one
        for _, one in sorted(room.sittings.items())
        if one.presence is Presence.PRESENT
        and one.seat
        and not one.sits_at
        and one.answers is Answers.OPEN
        and not one.left_at
    ]


def logged_in(room: RoomSession) -> list[Sitting]:
    """Everyone who sits at a machine and works; by ticket."""
    return [
        one
        for _, one in sorted(room.sittings.items())
        if one.sits_at and one.answers is Answers.OPEN and not one.left_at and one.presence is Presence.PRESENT
    ]


def may_leave(site: Site, rulebook: Rulebook, room: RoomSession) -> datetime | None:
    """When the closure of the room ends; None before its start."""
    if room.runs_from is None:
        return None
    return closure_ends(room.runs_from, site.sessions[room.session].plan, rulebook)


def without_seats(site: Site, session: SessionId) -> list[RoomId]:
    """Rooms for which slips can still be prepared: nobody there has a seat."""
    rooms = sorted(site.sessions[session].rooms.items())
    return [name for name, room in rooms if not room.slips and not any(one.seat for one in room.sittings.values())]


def session_before(site: Site, session: SessionId) -> SessionId | None:
    """The session of the same half day before this one."""
    plan = site.sessions[session].plan
    held = [one.plan for one in site.sessions.values() if one.plan.batch == plan.batch]
    earlier = [one for one in held if one.starts_at < plan.starts_at]
    return max(earlier, key=lambda one: one.starts_at).id if earlier else None


class Act(StrEnum):
    """What can be done with one candidate or seat on the room page."""

    ADMIT = "admit"
    TRANSFER_OUT = "transfer_out"
    TAKE_IN = "take_in"
    """On the way to another room: on to the transfers."""
    DRAW = "draw"
    TELL_SEAT = "tell_seat"
    LOGIN = "login"
    RESET_FAILED = "reset_failed"
    RESET = "reset"
    RESTORE = "restore"
    LEAVE = "leave"
    REDRAW = "redraw"
    GIVE_UP = "give_up"
    VIOLATION = "violation"
    """On to a record of it."""
    SUSPECT = "suspect"
    CORRECT = "correct"
    WRITE_OFF = "write_off"
    STANDALONE = "standalone"
    """On to the standalone exam, where neither reset nor another machine helps."""
    FAULT = "fault"


class Offered(msgspec.Struct, frozen=True):
    """`now` is what comes next, its first the most likely; `further` what may be asked for besides."""

    now: tuple[Act, ...]
    further: tuple[Act, ...]


_OUTSIDE = frozenset(
    {
        CandidateState.AWAITED,
        CandidateState.HELD,
        CandidateState.TURNED_BACK,
        CandidateState.TURNED_AWAY,
    }
)
_DRAWN_ONLY = frozenset({Act.DRAW, Act.TELL_SEAT, Act.REDRAW})
_ALWAYS = (
    Act.LOGIN,
    Act.RESET,
    Act.GIVE_UP,
    Act.LEAVE,
    Act.REDRAW,
    Act.TELL_SEAT,
    Act.TRANSFER_OUT,
    Act.VIOLATION,
    Act.SUSPECT,
    Act.CORRECT,
    Act.STANDALONE,
    Act.WRITE_OFF,
)


def offered(site: Site, room: RoomSession, sitting: Sitting | None, *, seat: bool, fault: bool) -> Offered:
    """For the candidate (None for an empty seat) at a seat or without one; `fault`: one of the seat is open."""
    restore = (Act.RESTORE,) if fault else ()
    report = (Act.FAULT,) if seat else ()
    if sitting is None:
        return Offered(restore + report, ())
    state = state_of(sitting, turned_away(site, room.session))
    if sitting.presence is Presence.AWAITED:
        return Offered((Act.ADMIT, *restore), (*([Act.SUSPECT] if state in _OUTSIDE else []), *report))
    if sitting.presence is not Presence.PRESENT:
        seek = Act.TAKE_IN if sitting.presence is Presence.PENDING else Act.CORRECT
        return Offered((seek, *restore), report)
    now = (*_next(site, room, sitting), *restore)
    drawn = overbooked(site) or sitting.origin != sitting.room
    further = (act for act in _ALWAYS if act not in now and (drawn or act not in _DRAWN_ONLY))
    return Offered(now, (*further, *report))


def _next(site: Site, room: RoomSession, sitting: Sitting) -> tuple[Act, ...]:
    if room.ended_at or sitting.answers is not Answers.OPEN or sitting.left_at:
        return ()
    if sitting.gave_up_at:
        return (Act.LEAVE,)
    if not sitting.seat:
        if places_left(site, room) < 0:
            return (Act.TRANSFER_OUT,)
        return (Act.TELL_SEAT,) if room.slips else (Act.DRAW,)
    if sitting.standalone:
        return (Act.STANDALONE,)
    if sitting.reset_waits:
        return (Act.LOGIN, Act.RESET_FAILED)
    if sitting.reset and not sitting.sits_at:
        # It failed: reset, change of machine, standalone, in this order (RST-04).
        return (Act.RESET, Act.STANDALONE, Act.LOGIN)
    return (Act.RESET,) if sitting.sits_at else (Act.LOGIN,)

"""Standalone exams (单机考试) as they stand: who needs one, who is on the way, what came back, and what is next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

from app.core.cause import cause_of
from app.core.extra_time_people import answering, over_at
from app.core.incident import open_incident
from app.core.incident_kinds import ANSWERS_GONE, IncidentKind
from app.core.incident_state import Fault, Incident
from app.core.loss import losses, union, whole_minutes
from app.core.places import faulty, listed, taken
from app.core.room_state import Answers, RoomSession, Sitting
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.standalone_consent import stopped
from app.core.standalone_state import Custody, Ground, Standalone, StandalonePackage
from app.core.terms import CauseNo, PersonId, RoomId, SessionId, Ticket
from app.views.delays import causes_of

INTERIM = timedelta(minutes=15)
"""An interim copy is suggested so often (SAL-06); no text sets a number."""
_STOPPING = (IncidentKind.POWER, IncidentKind.NETWORK, IncidentKind.ROOM_UNUSABLE)


class AloneState(StrEnum):
    """How far somebody is, the most pressing first."""

    DOUBTFUL = "doubtful"
    """Something came back that the chief has to decide on."""
    OVER = "over"
    """The time is over and the answers are not back."""
    LOGIN = "login"
    """The package is out, and nobody went on with it yet."""
    PACKAGE = "package"
    """The chief consented; the package is still to be made."""
    CONSENT = "consent"
    """The reset failed, or somebody looked them up: the chief is to be asked."""
    ANSWERING = "answering"
    BACK = "back"
    LOST = "lost"
    IN_ROOM = "in_room"
    """Goes on at an exam machine of the room after all."""


class AlonePart(StrEnum):
    """The parts of one candidate's way, in order."""

    CONSENT = "consent"
    PACKAGE = "package"
    LOGIN = "login"
    ANSWERING = "answering"
    RETURN = "return"
    DECIDE = "decide"


_OPEN = {
    AloneState.DOUBTFUL: AlonePart.DECIDE,
    AloneState.OVER: AlonePart.RETURN,
    AloneState.LOGIN: AlonePart.LOGIN,
    AloneState.PACKAGE: AlonePart.PACKAGE,
    AloneState.CONSENT: AlonePart.CONSENT,
    AloneState.ANSWERING: AlonePart.ANSWERING,
    AloneState.BACK: AlonePart.RETURN,
    AloneState.LOST: AlonePart.DECIDE,
}


def part_of(state: AloneState) -> AlonePart | None:
    """What is to be done, or was done last; None where no part is left to do."""
    return _OPEN.get(state)


@dataclass(frozen=True, slots=True)
class AloneRow:
    """One candidate in one session.

    `number` and `machine` are those of the newest package, 0 and "" before it; `host` and `place` where it stands.
    `ends_at`: when the own answering time is over, minutes of the ledger included; None once nobody answers.
    `copy_due`: when the next interim copy is suggested. `waiting_minutes`: given in the ledger, and not yet passed on.
    """

    session: SessionId
    room: RoomId
    seat: str
    ticket: Ticket
    state: AloneState
    reset_failed: bool
    unsigned: bool
    """The consent came by telephone and waits for a signature."""
    number: int = 0
    machine: str = ""
    host: RoomId | None = None
    place: str = ""
    watched_by: PersonId | None = None
    ends_at: datetime | None = None
    copy_due: datetime | None = None
    waiting_minutes: int = 0


_ORDER = {state: number for number, state in enumerate(AloneState)}


def alone_rows(
    site: Site, sessions: Iterable[SessionId], now: datetime, sought: tuple[SessionId, Ticket] | None = None
) -> tuple[AloneRow, ...]:
    """What presses first. `sought`: somebody who was looked up and may need it."""
    found = [row for session in sessions for row in _of_session(site, session, now, sought)]
    return tuple(sorted(found, key=lambda one: (_ORDER[one.state], one.session, one.room, one.seat, one.ticket)))


def _of_session(
    site: Site, session: SessionId, now: datetime, sought: tuple[SessionId, Ticket] | None
) -> Iterator[AloneRow]:
    state = site.sessions[session]
    for room in state.rooms.values():
        for ticket, sitting in room.sittings.items():
            alone = state.standalone.get(ticket)
            if alone or (session, ticket) == sought or _stuck(room, sitting):
                yield _row(state, sitting, alone, now)


def _stuck(room: RoomSession, sitting: Sitting) -> bool:
    """Neither reset nor another machine let them go on so far."""
    reset = sitting.reset
    return bool(reset and reset.login is False and room.started_at and not room.ended_at and answering(sitting))


def open_sessions(site: Site) -> tuple[SessionId, ...]:
    """Sessions in which a package is still out or a return undecided, whatever the time."""
    return tuple(
        state.plan.id
        for state in site.sessions.values()
        if any(one.live or one.undecided for one in state.standalone.values())
    )


def _row(state: SessionState, sitting: Sitting, alone: Standalone | None, now: datetime) -> AloneRow:
    package = alone.packages[-1] if alone and alone.packages else None
    found = state_of(state, sitting, alone, now)
    here = found in (AloneState.LOGIN, AloneState.ANSWERING)
    return AloneRow(
        state.plan.id,
        sitting.room,
        sitting.sits_at or sitting.seat or "",
        sitting.ticket,
        found,
        sitting.reset is not None and sitting.reset.login is False,
        bool(alone and alone.waiting),
        package.number if package else 0,
        package.machine if package else "",
        package.host if package else None,
        package.place if package else "",
        package.watched_by if package else None,
        over_at(state, sitting) if here else None,
        copy_due(package) if package and found is AloneState.ANSWERING else None,
        waiting_minutes(sitting, package) if package else 0,
    )


def state_of(state: SessionState, sitting: Sitting, alone: Standalone | None, now: datetime) -> AloneState:
    """Where somebody stands who is on this list."""
    if alone is None:
        return AloneState.CONSENT
    if alone.undecided:
        return AloneState.DOUBTFUL
    if sitting.answers is Answers.WRITTEN_OFF:
        return AloneState.LOST
    if alone.counted:
        return AloneState.BACK
    if live := alone.live:
        over = over_at(state, sitting)
        if over is not None and now >= over:
            return AloneState.OVER
        return AloneState.ANSWERING if live.login_at else AloneState.LOGIN
    return AloneState.PACKAGE if _waits(sitting, alone) else AloneState.IN_ROOM


def _waits(sitting: Sitting, alone: Standalone) -> bool:
    """Consented to, and at no machine of the room; after a withdrawal only where a later reset failed."""
    if not answering(sitting):
        return False
    if alone.packages:
        reset = sitting.reset
        return bool(reset and reset.login is False and reset.at > alone.packages[-1].exported_at)
    logins = (sitting.logged_in_at, *sitting.logins_after)
    consent = alone.consent
    return not any(at and consent and at > consent.given_at for at in logins)


def copy_due(package: StandalonePackage) -> datetime | None:
    """None before the login, and for another system's package, which makes no copies of ours."""
    if package.login_at is None or package.custody is not Custody.OURS:
        return None
    return max((package.login_at, *package.copies)) + INTERIM


def waiting_minutes(sitting: Sitting, package: StandalonePackage) -> int:
    """What the ledger gave since the export and no voucher passed on yet; 0 where no voucher can."""
    if package.ended or package.custody is not Custody.OURS:
        return 0
    return max(sitting.extra_minutes - package.extra_minutes - package.minutes_after, 0)


def lost_minutes(site: Site, state: SessionState, sitting: Sitting, now: datetime) -> int:
    """Answering time lost and not made good: the ledger proposes it (SAL-07)."""
    lost = union((one.since, one.until) for one in losses(site, state, sitting, now))
    return max(whole_minutes(lost) - sitting.extra_minutes, 0) if answering(sitting) else 0


@dataclass(frozen=True, slots=True)
class CauseLine:
    """A fault or incident on which a consent can stand; `proposed`: open, and about this candidate's machine."""

    number: CauseNo
    proposed: bool


def alone_causes(site: Site, session: SessionId, sitting: Sitting) -> tuple[CauseLine, ...]:
    """What is proposed first; without anything open about them, the newest of all."""
    numbers = causes_of(site, session, sitting.room)
    own = {sitting.sits_at, sitting.seat, sitting.reset.seat_from if sitting.reset else None}
    found = []
    for number in numbers:
        cause = cause_of(site, number)
        about = not cause.seats or own & set(cause.seats) if isinstance(cause, Fault) else _stops(cause)
        found.append(CauseLine(number, bool(about and cause and not cause.closed_at)))
    if found and not any(one.proposed for one in found):
        found[0] = CauseLine(found[0].number, proposed=True)
    return tuple(sorted(found, key=lambda one: not one.proposed))


def _stops(incident: Incident | None) -> bool:
    """Whether an incident of its kind keeps machines from working."""
    return incident is not None and incident.kind in _STOPPING


def grounds(site: Site, session: SessionId, sitting: Sitting) -> tuple[Ground, ...]:
    """On which the chief may consent by now, the likeliest first; () where a reset or a fault comes first."""
    causes, reset = causes_of(site, session, sitting.room), sitting.reset
    faults = (one for one in map(partial(cause_of, site), causes) if isinstance(one, Fault))
    down = any(one.machine_down and not one.seats and not one.closed_at for one in faults)
    stands = stopped(site, site.sessions[session].rooms[sitting.room], sitting, causes)
    machines = ((Ground.ROOM_DOWN,) if down else ()) + ((Ground.NO_MACHINE,) if stands else ())
    failed = any(one.failed_at for one in (*sitting.past_resets, *((reset,) if reset else ())))
    resets = (Ground.RESET_FAILED,) if failed else ()
    return (*resets, *machines) if reset and reset.login is False else (*machines, *resets)


def free_places(site: Site, session: SessionId, host: RoomId, ticket: Ticket) -> tuple[str, ...]:
    """Seats of a room at which this candidate can go on: nobody else's, in order; the own one too."""
    state = site.sessions[session]
    room, sitting = state.rooms.get(host), site.sitting(session, ticket)
    own = {room.stations.get(ticket) if room else None, sitting.seat if sitting and sitting.room == host else None}
    others = (one.live for other, one in state.standalone.items() if other != ticket)
    # A room that is not in use lends no seats: there only the packages say it.
    lent = {one.place for one in others if one and one.host == host}
    busy = ((taken(room) if room else frozenset()) - own) | lent
    return tuple(seat for seat in listed(site.plans[host]) if seat not in busy and seat not in faulty(site, host))


def seat_of_machine(site: Site, machine: str) -> tuple[RoomId, str] | None:
    """Where a machine of this name stands by the lists of machines; None where none or several do."""
    found = [
        (room, seat) for room, seats in site.machines.items() for seat, one in seats.items() if one.machine == machine
    ]
    return found[0] if len(found) == 1 else None


def lost_incidents(site: Site, session: SessionId, room: RoomId) -> tuple[Incident, ...]:
    """Open incidents on which answers of this room may be written off, the newest first."""
    found = [
        one
        for one in site.incidents.values()
        if one.kind == IncidentKind.ANSWERS_LOST
        and one.session == session
        and one.room in (room, None)
        and not one.closed_at
    ]
    return tuple(sorted(found, key=lambda one: one.happened_at, reverse=True))


def open_incidents(site: Site, session: SessionId, room: RoomId) -> tuple[Incident, ...]:
    """Open incidents on which an interim copy may count, the newest first."""
    found = [
        one
        for one in site.incidents.values()
        if one.kind in ANSWERS_GONE and not open_incident(site, one.number, session, room)
    ]
    return tuple(sorted(found, key=lambda one: one.happened_at, reverse=True))

"""The room board: where every room is in one session, and what is open there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from app.core.debts import room_debts
from app.core.gate import CheckName, blocking
from app.core.incident_state import Fault, Incident
from app.core.ledger import Count, count, total
from app.core.places import places_left
from app.core.plan import Room, Session
from app.core.room_gate import blockers
from app.core.room_state import Presence, RoomSession
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import FaultNo, IncidentNo, RoomId, SessionId
from app.core.timekeeping import ends, entry_closes
from app.views.incidents import unreported


class RoomState(StrEnum):
    """Where one room is in one session."""

    NOBODY = "nobody"
    """Holds nobody in this session."""
    WAITING = "waiting"
    """Not released yet."""
    RELEASED = "released"
    ADMITTING = "admitting"
    """Released, and the first have come in."""
    RUNNING = "running"
    COLLECTING = "collecting"
    """Its time is over and its end command is not recorded yet."""
    ENDED = "ended"
    CALLED_OFF = "called_off"
    """Postponed or cancelled by the ministry."""


class BoardGroup(StrEnum):
    """What the board can be narrowed to."""

    ALL = "all"
    UNDER_WAY = "under_way"
    NOT_STARTED = "not_started"
    WITH_OPEN_ITEMS = "with_open_items"


OVER = frozenset({RoomState.ENDED, RoomState.CALLED_OFF})
"""Nothing more is to be done there."""
UNDER_WAY = frozenset({RoomState.RUNNING, RoomState.COLLECTING})
NOT_STARTED = frozenset({RoomState.WAITING, RoomState.RELEASED, RoomState.ADMITTING})


class Also(msgspec.Struct, frozen=True):
    """The same room in another session that is live now."""

    session: SessionId
    state: RoomState


class Gap(msgspec.Struct, frozen=True):
    """What the room counted less what this desk has."""

    present: int
    absent: int


_AT_THE_END = frozenset(
    {CheckName.STANDALONE, CheckName.BY_HAND, CheckName.VIOLATIONS, CheckName.SUBMITTED, CheckName.ANSWERS}
)


class RoomCard(msgspec.Struct, frozen=True):
    """One room in the session looked at. `ends_at` is None before the start.

    `heard` is the room's last sign, None before the first. `incidents` are this session's and those of none, `faults`
    all that are open in the room. `blockers` keep the room from ending, `due` are those of them that could be settled
    by now, `debts` what is open after its end. `gap` is None when room and desk agree, and when no report is in.
    `places` are free seats, below 0 so many overflow; None where nobody is let in, and where seats are fixed and there
    are enough. `moved_to` is the room in which everyone went on. `released` is False for a standby room that a whole
    room moved to and that has no data yet. `to_send` came to a full room of an overbooked site and are to be
    transferred out.
    """

    plan: Room
    state: RoomState
    count: Count
    started_at: datetime | None
    ends_at: datetime | None
    heard: datetime | None
    stale: bool
    faults: tuple[FaultNo, ...]
    incidents: tuple[IncidentNo, ...]
    blockers: tuple[CheckName, ...]
    due: tuple[CheckName, ...]
    debts: tuple[CheckName, ...]
    gap: Gap | None
    also: tuple[Also, ...]
    places: int | None = None
    moved_to: RoomId | None = None
    released: bool = True
    to_send: int = 0

    @property
    def open_items(self) -> int:
        """What someone must see to. Before the roll a gap is no such thing: the desk still awaits people."""
        gap = bool(self.gap and self.started_at) and CheckName.ATTENDANCE not in self.blockers
        # Once the room has started, somebody on the way is due like all that keeps it from ending.
        on_the_way = bool(self.count.pending) and self.started_at is None
        here = len(self.faults) + len(self.incidents) + len(self.due)
        return here + gap + self.stale + on_the_way + bool(self.to_send)


class Board(msgspec.Struct, frozen=True):
    """Cards by room. `total` sums the session looked at; `faults` and `incidents` are those of the whole site.

    `unreported` are incidents, over ones too, of which somebody on the way has not heard.
    """

    session: SessionId
    cards: tuple[RoomCard, ...]
    total: Count
    faults: tuple[FaultNo, ...]
    incidents: tuple[IncidentNo, ...]
    unreported: tuple[IncidentNo, ...] = ()

    @property
    def open_items(self) -> int:
        return len(self.faults) + len(self.incidents) + sum(card.open_items for card in self.cards)

    def group(self, group: BoardGroup) -> tuple[RoomCard, ...]:
        match group:
            case BoardGroup.ALL:
                return self.cards
            case BoardGroup.UNDER_WAY:
                return tuple(card for card in self.cards if card.state in UNDER_WAY)
            case BoardGroup.NOT_STARTED:
                return tuple(card for card in self.cards if card.state in NOT_STARTED)
            case BoardGroup.WITH_OPEN_ITEMS:
                return tuple(card for card in self.cards if card.open_items)


def board(
    site: Site,
    rulebook: Rulebook,
    session: SessionId,
    live: Collection[SessionId],
    now: datetime,
    heard: Mapping[tuple[SessionId, RoomId], datetime],
    stale_minutes: int,
) -> Board:
    """One session of the plan, with every room that holds somebody in it or in another live one.

    A room that is under way and gave no sign for more than `stale_minutes`, counted from its start at the earliest, is
    stale (CLK-21).
    """
    state = site.sessions[session]
    others = [one for one in site.sessions.values() if one.plan.id in live and one is not state]
    faults, incidents = _open(site, session)
    overbooked = site.package is not None and site.package.plan.overbooked
    cards = []
    for number in sorted({number for one in (state, *others) for number in one.rooms}):
        room, last = state.rooms.get(number), heard.get((session, number))
        where = room_state(room, state.plan, now)
        figures = count(room) if room else Count()
        found, due = _blockers(site, room, where, rulebook, now)
        card = RoomCard(
            plan=site.plans[number],
            state=where,
            count=figures,
            started_at=room.started_at if room else None,
            ends_at=ends(room.runs_from, state.plan) if room and room.runs_from else None,
            heard=last,
            stale=_stale(room, last, now, stale_minutes),
            faults=tuple(one.number for one in faults if one.room == number),
            incidents=tuple(one.number for one in incidents if one.room == number),
            blockers=found,
            due=due,
            debts=blocking(room_debts(site, room, rulebook)) if room else (),
            gap=_gap(room, figures),
            also=tuple(
                Also(one.plan.id, room_state(one.rooms[number], one.plan, now)) for one in others if number in one.rooms
            ),
            places=(left := _places(site, room)),
            to_send=max(-(left or 0), 0) if overbooked else 0,
            moved_to=room.moved_to if room else None,
            released=room is None or bool(room.release or room.ended_at or room.called_off),
        )
        cards.append(card)
    return Board(
        session,
        tuple(cards),
        total(card.count for card in cards),
        tuple(one.number for one in faults if one.room is None),
        tuple(one.number for one in incidents if one.room is None),
        unreported(site, rulebook, session),
    )


def room_state(room: RoomSession | None, session: Session, now: datetime) -> RoomState:
    """`room` is None where nobody was arranged or taken in."""
    if room is None:
        return RoomState.NOBODY
    if room.ended_at:
        return RoomState.ENDED
    if room.called_off:
        return RoomState.CALLED_OFF
    if room.runs_from:
        return RoomState.COLLECTING if now >= ends(room.runs_from, session) else RoomState.RUNNING
    if not room.release:
        return RoomState.WAITING
    entered = any(sitting.presence is Presence.PRESENT for sitting in room.sittings.values())
    return RoomState.ADMITTING if entered else RoomState.RELEASED


def _open(site: Site, session: SessionId) -> tuple[list[Fault], list[Incident]]:
    """In order of number. A broken machine concerns whoever sits there next; an incident concerns its own session."""
    faults = [fault for _, fault in sorted(site.faults.items()) if not fault.closed_at]
    incidents = [
        incident
        for _, incident in sorted(site.incidents.items())
        if not incident.closed_at and incident.session in (session, None)
    ]
    return faults, incidents


def _stale(room: RoomSession | None, last: datetime | None, now: datetime, minutes: int) -> bool:
    if room is None or room.started_at is None or room.ended_at:
        return False
    return now - max(last or room.started_at, room.started_at) > timedelta(minutes=minutes)


def _blockers(
    site: Site, room: RoomSession | None, where: RoomState, rulebook: Rulebook, now: datetime
) -> tuple[tuple[CheckName, ...], tuple[CheckName, ...]]:
    """All of them, and those that are due: no roll while the door is open, no answers before the room's end."""
    if room is None or room.door_from is None or room.ended_at:
        return (), ()
    found, later = blockers(site, room), frozenset[CheckName]()
    if where is RoomState.RUNNING:
        later |= _AT_THE_END
    if now <= entry_closes(room.door_from, site.sessions[room.session].plan, rulebook):
        later |= {CheckName.ATTENDANCE}
    return found, tuple(one for one in found if one not in later)


def _places(site: Site, room: RoomSession | None) -> int | None:
    """As long as people come: from the release to the roll, and later while somebody is on the way or overflows."""
    if room is None or not room.release or room.ended_at or room.called_off:
        return None
    left, fixed = places_left(site, room), site.package is not None and not site.package.plan.overbooked
    over = left < 0 or any(one.settled is None for one in site.sessions[room.session].transfers)
    if fixed or room.attendance_confirmed_at:
        return left if over else None
    return left


def _gap(room: RoomSession | None, here: Count) -> Gap | None:
    if room is None or room.report is None:
        return None
    gap = Gap(room.report.present - here.present, room.report.absent - here.absent)
    return gap if gap.present or gap.absent else None

"""What the room record says of persons and of time: changes of room, resets, a late start, minutes made good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec.structs import replace

from app.core.directory import Directory
from app.core.records import ledger_lines
from app.core.room_state import RoomSession, SettledAs, Sitting, Transfer
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import RoomId, SessionId
from app.core.time_state import ExtraTime
from app.core.timekeeping import ends
from app.views.extra_time_sheet import behind
from app.views.room_record import NoteLine
from app.views.transfer_sheet import whole_rooms

NO_SEAT = "---"
"""As on screens, where a candidate has no seat (OVB-06)."""


class NoteKind(StrEnum):
    """OUT, IN: sent to another room, taken in from one. ROOM_OUT, ROOM_IN: a whole room went on in another.

    ADMITTED: waited at the door and was let in; TURNED_BACK: not let in, because identity was not proved.
    ELSEWHERE: logged in at another seat than the own one, unexplained. LEFT: before the closure ended.
    """

    OUT = "out"
    IN = "in"
    ROOM_OUT = "room_out"
    ROOM_IN = "room_in"
    RESET = "reset"
    ADMITTED = "admitted"
    ADMITTED_BY_CHIEF = "admitted_by_chief"
    TURNED_BACK = "turned_back"
    SUSPECTED = "suspected"
    ELSEWHERE = "elsewhere"
    GAVE_UP = "gave_up"
    LEFT = "left"
    STARTED_LATE = "started_late"
    EXTRA_ROOM = "extra_room"
    """Minutes for the whole room."""
    EXTRA = "extra"
    BY_HAND = "by_hand"
    """Answers that did not reach the room's machine were collected by hand."""


@dataclass(frozen=True, slots=True)
class _Room:
    site: Site
    state: SessionState
    room: RoomSession
    people: Directory


def room_notes(site: Site, people: Directory, session: SessionId, room: RoomId) -> tuple[NoteLine, ...]:
    """In order of time."""
    state = site.sessions[session]
    here = _Room(site, state, state.rooms[room], people)
    lines = [*_moves(here), *_whole(here), *_late(here), *_extra_time(here)]
    for sitting in here.room.sittings.values():
        lines += _of(sitting, here)
    return tuple(sorted(lines, key=lambda line: (line.at, line.ticket)))


def _moves(here: _Room) -> Iterator[NoteLine]:
    own = here.room.room
    for one in here.state.transfers:
        if one.settled is SettledAs.MOVED_ROOM:
            continue
        if one.out_of == own:
            yield _way(one, NoteKind.OUT, one.into or "", here.people)
        elif one.into == own and one.settled_at:
            yield _way(one, NoteKind.IN, one.out_of, here.people)


def _way(one: Transfer, kind: NoteKind, other: str, people: Directory) -> NoteLine:
    at = one.settled_at if kind is NoteKind.IN and one.settled_at else one.out_at
    return NoteLine(at, kind, one.ticket, people.name(one.ticket), room=other, outcome=one.settled or "")


def _whole(here: _Room) -> Iterator[NoteLine]:
    own = here.room.room
    for line in whole_rooms(here.state):
        if own in (line.room_out, line.room_in):
            kind = NoteKind.ROOM_OUT if line.room_out == own else NoteKind.ROOM_IN
            other = line.room_in if line.room_out == own else line.room_out
            yield NoteLine(line.at, kind, "", "", room=other, incident=line.incident, people=line.people)


def _late(here: _Room) -> Iterator[NoteLine]:
    room, starts = here.room, here.state.late_starts
    started, late = room.started_at, starts.get(room.room) or (starts.get(room.moved_from) if room.moved_from else None)
    if started and late:
        causes, until = here.site.applications[late.application].causes, ends(started, here.state.plan)
        yield NoteLine(
            started,
            NoteKind.STARTED_LATE,
            "",
            "",
            outcome=f"late_{late.by}",
            seconds=late.seconds,
            causes=causes,
            asked=(late.application,),
            until=until,
            entered_late=late.entered_late,
        )


def _extra_time(here: _Room) -> Iterator[NoteLine]:
    """Lines of the ledger that stand: one for the whole room, otherwise one for each of its candidates."""
    own, minutes = {here.room.room, here.room.moved_from}, 0
    for one in ledger_lines(here.state, here.room.room):
        if one.taken_back_at:
            continue
        line = _given(one, here)
        if one.moved and own.intersection((one.room, one.moved)):
            minutes += one.minutes if one.moved in own else 0
            yield replace(line, kind=NoteKind.EXTRA_ROOM, people=len(one.tickets), until=_end(here, minutes))
        else:
            for ticket in one.tickets:
                if ticket in here.room.sittings:
                    yield replace(line, ticket=ticket, name=here.people.name(ticket))


def _given(one: ExtraTime, here: _Room) -> NoteLine:
    asked = (one.tool,) if one.tool else tuple(each.number for each, _ in behind(here.site, here.state, one))
    how = f"extra_{one.tier}"
    return NoteLine(one.at, NoteKind.EXTRA, "", "", outcome=how, minutes=one.minutes, causes=one.causes, asked=asked)


def _end(here: _Room, minutes: int) -> datetime | None:
    started = here.room.started_at
    return ends(started, here.state.plan) + timedelta(minutes=minutes) if started else None


def _of(sitting: Sitting, here: _Room) -> Iterator[NoteLine]:
    """The newest reset alone, with their count: the others stand in the journal."""
    ticket, name = sitting.ticket, here.people.name(sitting.ticket)
    if let_in := sitting.admitted:
        kind = NoteKind.ADMITTED_BY_CHIEF if let_in.by_chief else NoteKind.ADMITTED
        yield NoteLine(let_in.at, kind, ticket, name, outcome=let_in.cause)
    if sitting.turned_back_at:
        yield NoteLine(sitting.turned_back_at, NoteKind.TURNED_BACK, ticket, name)
    if sitting.suspicion:
        number = sitting.suspicion.incident
        yield NoteLine(here.site.incidents[number].happened_at, NoteKind.SUSPECTED, ticket, name, incident=number)
    if reset := sitting.reset:
        yield NoteLine(
            reset.at,
            NoteKind.RESET,
            ticket,
            name,
            seats=(reset.seat_from, reset.seat_to),
            outcome=reset.cause,
            times=sitting.resets,
        )
    if sitting.gave_up_at:
        yield NoteLine(sitting.gave_up_at, NoteKind.GAVE_UP, ticket, name)
    if sitting.elsewhere and sitting.logged_in_at:
        seats = (sitting.seat or NO_SEAT, sitting.sits_at)
        yield NoteLine(sitting.logged_in_at, NoteKind.ELSEWHERE, ticket, name, seats=seats)
    if sitting.by_hand_at:
        yield NoteLine(sitting.by_hand_at, NoteKind.BY_HAND, ticket, name)
    if sitting.left_at and sitting.left_for:
        yield NoteLine(sitting.left_at, NoteKind.LEFT, ticket, name, outcome=f"leave_{sitting.left_for}")

"""What a room works with on the day (考场座次表、门贴、机位签), before anyone draws it.

Who is on them is who is expected there: transfers of an overflow are written in by hand, in both rooms.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.core.directory import Directory
from app.core.records import RoomForm
from app.core.room_state import SettledAs
from app.core.site import Site
from app.core.terms import RoomId, SessionId, Ticket
from app.core.timekeeping import entry_rule
from app.crypto.fingerprint import thumbprint

_SHOWN = 2
"""Signs in place of what a masked name hides, at most."""


class RoomHead(msgspec.Struct, frozen=True):
    """Whose paper it is. `late_entry_minutes` is 0 where entry closes with the start."""

    mode: str
    exam: str
    site_code: str
    site_name: str
    session: str
    subject: str
    room: str
    room_name: str
    building: str
    floor: int
    planned_start: datetime
    planned_end: datetime
    late_entry_minutes: int
    overbooked: bool
    ministry: str
    software_lock: bool


class ChartLine(msgspec.Struct, frozen=True):
    """One expected candidate. `seat` is "" in an overbooked site (OVB-04) and where a whole room moved in.

    `name` is None after erasure; `photo` is the digest of the photo, "" where none was handed in.
    """

    sequence: str
    seat: str
    ticket: str
    name: str | None
    photo: str


class SeatingChart(msgspec.Struct, frozen=True):
    """考场座次表: everyone with a photo, and a field to sign in."""

    head: RoomHead
    lines: tuple[ChartLine, ...]


class DoorLine(msgspec.Struct, frozen=True):
    """One expected candidate; `name` is masked, None after erasure."""

    seat: str
    ticket: str
    name: str | None


class DoorList(msgspec.Struct, frozen=True):
    """门贴: which room this is, when, and who is expected."""

    head: RoomHead
    lines: tuple[DoorLine, ...]


class SlipList(msgspec.Struct, frozen=True):
    """机位签: the room's seats in the order in which they are handed out."""

    head: RoomHead
    seats: tuple[str, ...]


WorkingPaper = SeatingChart | DoorList | SlipList


def working_paper(
    site: Site, people: Directory, form: RoomForm, session: SessionId, room: RoomId
) -> WorkingPaper | None:
    """None where there is no such paper: nobody is expected in this session, no slips are prepared, another form."""
    state = site.room(session, room)
    if site.package is None or state is None:
        return None
    match form:
        case RoomForm.CHART:
            return seating_chart(site, people, session, room)
        case RoomForm.DOOR_LIST:
            return door_list(site, people, session, room)
        case RoomForm.SLIPS if state.slips:
            return SlipList(room_head(site, session, room), state.slips)
        case _:
            return None


def room_head(site: Site, session: SessionId, room: RoomId) -> RoomHead:
    """Once a package is in force."""
    if site.package is None:
        raise LookupError("no package in force")
    package, plan, place = site.package, site.sessions[session].plan, site.plans[room]
    return RoomHead(
        mode=site.mode,
        exam=package.exam.title,
        site_code=site.code,
        site_name=package.plan.name,
        session=session,
        subject=plan.subject,
        room=room,
        room_name=place.name,
        building=place.building,
        floor=place.floor,
        planned_start=plan.starts_at,
        planned_end=plan.ends_at,
        late_entry_minutes=entry_rule(plan, package.rulebook).value,
        overbooked=package.plan.overbooked,
        ministry=thumbprint(site.ministry),
        software_lock=site.lock.software,
    )


def seating_chart(site: Site, people: Directory, session: SessionId, room: RoomId) -> SeatingChart:
    head = room_head(site, session, room)
    lines = []
    for ticket, seat in _expected(site, session, room, overbooked=head.overbooked):
        candidate = people.candidates.get(ticket)
        photo = (candidate.photo or "") if candidate else ""
        lines.append(ChartLine(ticket[-3:], seat, ticket, people.name(ticket), photo))
    return SeatingChart(head, tuple(lines))


def door_list(site: Site, people: Directory, session: SessionId, room: RoomId) -> DoorList:
    """Anybody can read it: the ticket number finds the room, and a masked name confirms it."""
    head = room_head(site, session, room)
    expected = _expected(site, session, room, overbooked=head.overbooked)
    return DoorList(head, tuple(DoorLine(seat, ticket, masked(people.name(ticket))) for ticket, seat in expected))


def masked(name: str | None) -> str | None:
    """The first sign of a name, and a few signs for all that it hides."""
    if not name:
        return name
    return name[0] + "*" * min(len(name) - 1, _SHOWN)


def _expected(site: Site, session: SessionId, room: RoomId, *, overbooked: bool) -> list[tuple[Ticket, str]]:
    """Ticket and seat: who is arranged here, keeps this room from the session before, or moved in with a whole room.

    In a normal site the seat is the last three digits (ARR-10); a whole room that moved draws its seats anew (J-50).
    """
    state = site.sessions[session]
    own = {ticket: one.origin for here in state.rooms.values() for ticket, one in here.sittings.items()}
    moved = set[Ticket]()
    for transfer in state.transfers:
        if transfer.settled is SettledAs.KEPT and transfer.into:
            own[transfer.ticket] = transfer.into
        elif transfer.settled is SettledAs.MOVED_ROOM and transfer.into == room:
            moved.add(transfer.ticket)
    here = {ticket for ticket, where in own.items() if where == room}
    return [(ticket, "" if overbooked or ticket not in here else ticket[-3:]) for ticket in sorted(here | moved)]

"""What stands on the transfer sheet (应试人员跨考场调动单) and on an escort slip (引导单), before anyone draws it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from app.core.directory import Directory
from app.core.room_state import SettledAs, Transfer
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import RoomId, SessionId, TransferNo
from app.views.site_sheet import SheetHead, SiteSheet, sheet_head

_IN_ANOTHER = frozenset({SettledAs.TAKEN_IN, SettledAs.SAT_ELSEWHERE, SettledAs.KEPT})
_IN_OWN = frozenset({SettledAs.CANCELLED, SettledAs.STAYED})


class TransferLine(msgspec.Struct, frozen=True):
    """One way out of a room. `room_in` and `in_at` are empty for who was not taken in anywhere.

    `seat` is that of the login in `room_in`; "" where there was none, or where a further way led on from there.
    `outcome` is "" while the candidate is between two rooms; `incident` is "" in an overbooked site. `ground` says by
    what the outcome was found, or why the way was cancelled, `told_by` by whom, as a code of the staff list.
    """

    number: str
    ticket: str
    name: str | None
    room_out: str
    out_at: datetime
    incident: str
    room_in: str
    in_at: datetime | None
    seat: str
    outcome: str
    settled_at: datetime | None
    late: bool
    ground: str = ""
    told_by: str = ""


class WholeRoomLine(msgspec.Struct, frozen=True):
    """A room that went on in a standby room with everyone (J-50)."""

    room_out: str
    room_in: str
    at: datetime
    people: int
    incident: str


class TransferSheet(SiteSheet, frozen=True):
    """One session. No transfers in an overbooked site: a nil sheet, which is printed all the same (OVB-11)."""

    session: str
    subject: str
    planned_start: datetime
    planned_end: datetime
    ended_at: datetime | None
    overbooked: bool
    out: int
    in_another: int
    in_own: int
    gone: int
    pending: int
    late: int
    transfers: tuple[TransferLine, ...]
    whole_rooms: tuple[WholeRoomLine, ...]

    @property
    def last_at(self) -> datetime | None:
        """When the last room ended; None before."""
        return self.ended_at


class EscortRoom(msgspec.Struct, frozen=True):
    """Where to go; `free` places when the slip was made."""

    room: str
    building: str
    floor: int
    free: int


class EscortSlip(msgspec.Struct, frozen=True):
    """Who is led from one room to others, the best one first; `name` is None after erasure."""

    head: SheetHead
    session: str
    subject: str
    number: str
    ticket: str
    name: str | None
    room_out: str
    out_at: datetime
    rooms: tuple[EscortRoom, ...]


def transfer_sheet(site: Site, people: Directory, session: SessionId) -> TransferSheet:
    """Of a session that is arranged."""
    state, head = site.sessions[session], sheet_head(site)
    ways = [one for one in state.transfers if one.settled is not SettledAs.MOVED_ROOM]
    used = [room for room in state.rooms.values() if room.in_use]
    ends = [room.ended_at for room in used if room.ended_at]
    return TransferSheet(
        head=head,
        session=session,
        subject=state.plan.subject,
        planned_start=state.plan.starts_at,
        planned_end=state.plan.ends_at,
        ended_at=max(ends) if used and len(ends) == len(used) else None,
        overbooked=site.package is not None and site.package.plan.overbooked,
        out=len(ways),
        in_another=sum(one.settled in _IN_ANOTHER for one in ways),
        in_own=sum(one.settled in _IN_OWN for one in ways),
        gone=sum(one.settled in (SettledAs.LEFT, SettledAs.ABSENT) for one in ways),
        pending=sum(one.settled is None for one in ways),
        late=sum(one.late for one in ways),
        transfers=tuple(_line(state, people, one) for one in ways),
        whole_rooms=whole_rooms(state),
    )


def _line(state: SessionState, people: Directory, one: Transfer) -> TransferLine:
    last = next(reversed(state.ways_alone(one.ticket)), None) is one
    sitting = state.rooms[one.into].sittings.get(one.ticket) if one.into and last else None
    return TransferLine(
        number=one.number,
        ticket=one.ticket,
        name=people.name(one.ticket),
        room_out=one.out_of,
        out_at=one.out_at,
        incident=one.incident or "",
        room_in=one.into or "",
        in_at=one.settled_at if one.into else None,
        seat=sitting.sits_at if sitting else "",
        outcome=one.settled or "",
        settled_at=one.settled_at,
        late=one.late,
        ground=one.ground,
        told_by=one.told_by or "",
    )


def whole_rooms(state: SessionState) -> tuple[WholeRoomLine, ...]:
    """One line for each room that went on elsewhere, in the order in which they moved."""
    lines: dict[tuple[RoomId, RoomId | None], list[Transfer]] = {}
    for one in state.transfers:
        if one.settled is SettledAs.MOVED_ROOM:
            lines.setdefault((one.out_of, one.into), []).append(one)
    return tuple(
        WholeRoomLine(room, into or "", ways[0].out_at, len(ways), ways[0].incident or "")
        for (room, into), ways in lines.items()
    )


def escort_slip(
    site: Site, people: Directory, session: SessionId, number: TransferNo, rooms: Sequence[tuple[RoomId, int]]
) -> EscortSlip | None:
    """`rooms`: where to go and how many places are free there, the best first. None for no open transfer."""
    state = site.sessions.get(session)
    one = next((one for one in state.transfers if one.number == number), None) if state else None
    if state is None or one is None or one.settled is not None:
        return None
    return EscortSlip(
        head=sheet_head(site),
        session=session,
        subject=state.plan.subject,
        number=one.number,
        ticket=one.ticket,
        name=people.name(one.ticket),
        room_out=one.out_of,
        out_at=one.out_at,
        rooms=tuple(EscortRoom(room, site.plans[room].building, site.plans[room].floor, free) for room, free in rooms),
    )

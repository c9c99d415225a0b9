"""The seat map of one room in one session."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.core.directory import Directory
from app.core.room_state import Sitting
from app.core.site import Site
from app.core.terms import RoomId, SessionId, Ticket
from app.views.candidates import CandidateState, state_of, turned_away


class SeatCell(msgspec.Struct, frozen=True):
    """One seat, or one candidate whose seat is not known (`seat` ""). An empty seat has no ticket and no state.

    `name` is None after erasure too. `fault` says that a fault of this seat is open, from whichever session.
    """

    seat: str
    ticket: Ticket | None = None
    name: str | None = None
    sequence: str = ""
    state: CandidateState | None = None
    fault: bool = False


SeatRow = tuple[SeatCell | None, ...]


def seat_map(site: Site, people: Directory, session: SessionId, room: RoomId, columns: int) -> tuple[SeatRow, ...]:
    """Rows of `columns` cells, the first row in front; None fills up the last.

    Seats run in a serpentine (蛇形): every second row is counted from the right. Who has no seat there, as everyone
    in an overbooked site before logging in, stands after the seats, by ticket, counted from the left.
    """
    if columns < 1:
        raise ValueError(columns)
    seated, others = _places(site, session, room)
    faulty, late = _faulty(site, room), turned_away(site, session)

    def cell(seat: str, sitting: Sitting | None) -> SeatCell:
        fault = seat.isdecimal() and int(seat) in faulty
        if sitting is None:
            return SeatCell(seat, fault=fault)
        ticket = sitting.ticket
        return SeatCell(seat, ticket, people.name(ticket), ticket[-3:], state_of(sitting, late), fault)

    grid = list(_rows([cell(f"{number:03}", sitting) for number, sitting in seated.items()], columns))
    grid[1::2] = [row[::-1] for row in grid[1::2]]
    return (*grid, *_rows([cell(sitting.seat or "", sitting) for sitting in others], columns))


def _places(site: Site, session: SessionId, room: RoomId) -> tuple[dict[int, Sitting | None], list[Sitting]]:
    """Who sits at which seat number, empty seats with None; and everyone else of the room, by ticket."""
    state, plan = site.room(session, room), site.plans.get(room)
    sittings = sorted(state.sittings.values(), key=lambda one: one.ticket) if state else []
    if plan is None or site.package is None or site.package.plan.overbooked:
        return {}, sittings
    seated: dict[int, Sitting | None] = dict.fromkeys(range(1, plan.seats + 1))
    others = []
    for sitting in sittings:
        number = int(sitting.seat) if sitting.seat and sitting.seat.isdecimal() else 0
        if number in seated and seated[number] is None:
            seated[number] = sitting
        else:
            others.append(sitting)
    return seated, others


def _faulty(site: Site, room: RoomId) -> set[int]:
    """Numbers of the seats with an open fault."""
    return {int(one.seat) for one in site.faults.values() if one.room == room and one.seat and not one.closed_at}


def _rows(cells: list[SeatCell], columns: int) -> Iterator[SeatRow]:
    for first in range(0, len(cells), columns):
        row = cells[first : first + columns]
        yield (*row, *[None] * (columns - len(row)))

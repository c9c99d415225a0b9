"""The seat map of one room in one session."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.core.directory import Directory
from app.core.places import free, listed, spare_seats
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.site import Site
from app.core.terms import RoomId, SessionId, Ticket
from app.views.candidates import CandidateRow, CandidateState, overbooked, row_of, turned_away


class SeatCell(msgspec.Struct, frozen=True):
    """One seat, or one candidate without a seat (`seat` ""); an empty seat has nobody.

    `fault`: a fault of this seat is open, from whichever session. `spare`: it does not count as a seat now. `waits`: it
    is somebody's who has not logged in at it.
    """

    seat: str
    who: CandidateRow | None = None
    fault: bool = False
    spare: bool = False
    waits: bool = False

    @property
    def ticket(self) -> Ticket | None:
        return self.who.ticket if self.who else None

    @property
    def state(self) -> CandidateState | None:
        return self.who.state if self.who else None


SeatRow = tuple[SeatCell | None, ...]


def seat_map(site: Site, people: Directory, session: SessionId, room: RoomId, columns: int) -> tuple[SeatRow, ...]:
    """Rows of `columns` cells, the first row in front; None fills up the last.

    Seats run in a serpentine (蛇形), the spare ones last: every second row is counted from the right. Who has no seat
    there, as everyone in an overbooked site before the draw, stands after the seats, by ticket, counted from the left.
    """
    if columns < 1:
        raise ValueError(columns)
    seated, others = _places(site, session, room)
    faulty, late, drawn = _faulty(site, room), turned_away(site, session), overbooked(site)
    spares = set(spare_seats(site.plans[room])) - site.spares.get(room, frozenset()) if seated else set()

    def cell(seat: str, sitting: Sitting | None) -> SeatCell:
        who = row_of(sitting, people, late, drawn=drawn) if sitting else None
        waits = sitting is not None and bool(seat) and not sitting.sits_at and (drawn or sitting.reset_waits)
        return SeatCell(seat, who, seat in faulty, seat in spares, waits)

    grid = list(_rows([cell(seat, sitting) for seat, sitting in seated.items()], columns))
    grid[1::2] = [row[::-1] for row in grid[1::2]]
    return (*grid, *_rows([cell("", sitting) for sitting in others], columns))


def nearest(site: Site, room: RoomSession, seat: str) -> str:
    """The free seat in order whose number lies nearest to this one, proposed for a reset (RST-02); "" for none."""
    number = int(seat) if seat else 0
    return min(free(site, room), key=lambda one: (abs(int(one) - number), one), default="")


_FIRST = (Presence.PRESENT, Presence.AWAITED, Presence.PENDING, Presence.ABSENT)


def _places(site: Site, session: SessionId, room: RoomId) -> tuple[dict[str, Sitting | None], list[Sitting]]:
    """Who sits at which seat, empty seats with None; and everyone else of the room, by ticket.

    Of two at one seat whoever logged in there has it, then who is in the room; an absentee's seat may be another's.
    """
    state, plan = site.room(session, room), site.plans.get(room)
    sittings = list(state.sittings.values()) if state else []
    seated: dict[str, Sitting | None] = dict.fromkeys(listed(plan)) if plan and site.package else {}
    others = []
    for sitting in sorted(sittings, key=lambda one: (not one.sits_at, _FIRST.index(one.presence), one.ticket)):
        seat = sitting.sits_at or sitting.seat or ""
        if seat in seated and seated[seat] is None:
            seated[seat] = sitting
        else:
            others.append(sitting)
    return seated, sorted(others, key=lambda one: one.ticket)


def _faulty(site: Site, room: RoomId) -> set[str]:
    """Seats with an open fault, also of a part only."""
    return {seat for one in site.faults.values() if one.room == room and not one.closed_at for seat in one.seats}


def _rows(cells: list[SeatCell], columns: int) -> Iterator[SeatRow]:
    for first in range(0, len(cells), columns):
        row = cells[first : first + columns]
        yield (*row, *[None] * (columns - len(row)))

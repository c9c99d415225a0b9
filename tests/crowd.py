"""A small overbooked site in a real store: more people than seats, a spare seat here and there, and a standby room."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.arrangement import TakeInPackage, room_places
from app.core.entry import CheckIn
from app.core.places import listed, usable
from app.core.plan import Allotment, Candidate, Room
from app.core.seating import DrawSeat
from app.core.terms import PersonId, RoomId, SessionId, Ticket
from app.core.transfer import TransferOut
from app.exchange import strict
from app.exchange.exam_package import read_staff
from app.service.console import Console
from tests.roomside import room_locks
from tests.stores import ADMIN, OFFICER, arrange

ONE, TWO, THREE, STANDBY = (RoomId(f"00{n}") for n in (1, 2, 3, 4))
FIRST = SessionId("1-1")
A01 = PersonId("A01")


def crowd(console: Console, people: tuple[int, int, int] = (6, 3, 3), seats: int = 4) -> None:
    """Three rooms of so many seats for so many people: 001 and 002 in one building, 003 in another; 004 stands by."""
    arrange(console, rooms=4, seats=seats, sessions=2, room_locks=room_locks(4))
    package = console.site.package
    assert package is not None
    rooms = (
        Room(ONE, "Lab 1", "A", 1, seats, 1, overbook_percent=50),
        Room(TWO, "Lab 2", "A", 2, seats, 1),
        Room(THREE, "Lab 3", "B", 1, seats),
        Room(STANDBY, "Lab 4", "A", 1, seats, standby=True),
    )
    every = (
        _candidate(room.id, n, [one.id for one in package.exam.sessions])
        for room, count in zip(rooms, people, strict=False)
        for n in range(1, count + 1)
    )
    candidates = tuple(every)
    roster = b"".join(strict.encode(one) + b"\n" for one in candidates)
    with console.store.blobs.batch() as put:
        kept = put(console.store.keys.seal(roster, bytes(10) + b"\2\1"))
    plan = replace(package.plan, rooms=rooms)
    taken = replace(package, edition=2, digest=kept, plan=plan, roster=kept)
    step = TakeInPackage(taken, room_places(candidates), console.clock.moment().at)
    assert console.submit(step, ADMIN, OFFICER) is None
    console.meet(candidates, read_staff(console.store.keys.unseal(console.store.blobs.get(package.staff))))
    console.store.mark()


def _candidate(room: RoomId, number: int, sessions: list[SessionId]) -> Candidate:
    ticket = Ticket(f"2101{room}{number:03d}")
    allotments = tuple(Allotment(session, room, None) for session in sessions)
    return Candidate(ticket, f"C{ticket[-5:]}", "id_card", f"21010119900101{ticket[-4:]}", allotments)


def tickets(console: Console, room: RoomId = ONE) -> list[Ticket]:
    return sorted(console.site.sessions[FIRST].rooms[room].sittings)


def comes(console: Console, *who: Ticket, seats: bool = True) -> None:
    """To the door now, and to a seat as long as there is one."""
    site = console.site
    for ticket in who:
        at, document = console.clock.moment().at, console.rulebook.id_types.value[0]
        assert console.submit(CheckIn(FIRST, ticket, document, at, A01), ADMIN, OFFICER) is None
        sitting = site.sitting(FIRST, ticket)
        assert sitting is not None
        room = site.sessions[FIRST].rooms[sitting.room]
        taken = {one.seat for one in room.sittings.values()}
        if seats and set(usable(site, room.room)) - taken:
            order = tuple(listed(site.plans[room.room]))
            assert console.submit(DrawSeat(FIRST, ticket, order, None, at, A01), ADMIN, OFFICER) is None


def goes(console: Console, *who: Ticket) -> None:
    """Sent on to another room now."""
    for ticket in who:
        at = console.clock.moment().at
        assert console.submit(TransferOut(FIRST, ticket, at, A01), ADMIN, OFFICER) is None

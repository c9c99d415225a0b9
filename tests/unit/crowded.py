"""A morning in rooms that are too small: two seats and one spare in the first, four and one in the second."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.entry import CheckedIn
from app.core.fault import FaultKind, FaultReported
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.login import LoggedIn
from app.core.operation import Fact
from app.core.plan import Room
from app.core.room_state import RoomSession, Sitting, Transfer
from app.core.seating import SeatGiven, SeatMeans, TicketSeat
from app.core.start import RoomsReleased, RoomStarted
from app.core.terms import Digest, FaultNo, IncidentNo, RoomId, SessionId, SupervisionNo, Ticket, TransferNo
from app.core.transfer import TransferredIn, TransferredOut
from tests.builders import A1, A2, A3, ADMIN, GUIDE, GUIDE_2, LAW, R1, R2, Story, at
from tests.unit.small_rooms import STANDBY, STANDBY_LOCK, TIGHT, arranged

R3 = STANDBY
FIXED = (replace(TIGHT[0], seats=3, overbook_percent=0), *TIGHT[1:])
"""The same site with seats bound to the tickets; everyone has one."""
FIRST, INCIDENT, FAULT = TransferNo("A-001"), IncidentNo("A-001"), FaultNo("AF-001")
NO_TOKEN = Digest("")
RELEASED = RoomsReleased(LAW, (R1, R2), "1-1-S")
STARTED = (RoomStarted(LAW, R1, at("8:30"), GUIDE), RoomStarted(LAW, R2, at("8:30"), GUIDE_2))


def morning(*facts: Fact, rooms: tuple[Room, ...] = TIGHT) -> Story:
    """Both rooms released, nobody there yet."""
    return Story("enrolled").given(*arranged(1, rooms), RELEASED, *facts)


def fixed(*facts: Fact) -> Story:
    return morning(*facts, rooms=FIXED)


def came(*tickets: Ticket, clock: str = "8:10", room: RoomId = R1) -> tuple[Fact, ...]:
    return tuple(CheckedIn(LAW, room, ticket, at(clock), GUIDE) for ticket in tickets)


def seated(ticket: Ticket, seat: str, room: RoomId = R1, session: SessionId = LAW) -> SeatGiven:
    return SeatGiven(session, room, ticket, seat, SeatMeans.DRAWN, None, at("8:11"), GUIDE)


def logged_in(ticket: Ticket, seat: str, room: RoomId = R1, clock: str = "8:25", session: SessionId = LAW) -> LoggedIn:
    return LoggedIn(session, room, ticket, seat, at(clock), GUIDE)


def full(*facts: Fact) -> Story:
    """The first room is full, and a third candidate stands in it."""
    return morning(*came(A1, A2), seated(A1, "001"), seated(A2, "002"), *came(A3, clock="8:15"), *facts)


def sent(ticket: Ticket = A3, clock: str = "8:20", room: RoomId = R1, number: TransferNo = FIRST) -> TransferredOut:
    return TransferredOut(number, LAW, room, ticket, at(clock), GUIDE, None, NO_TOKEN)


def taken(ticket: Ticket = A3, room: RoomId = R2, origin: RoomId = R1, number: TransferNo = FIRST) -> TransferredIn:
    return TransferredIn(number, LAW, origin, room, ticket, at("8:24"), GUIDE_2, NO_TOKEN)


def opened(
    kind: IncidentKind = IncidentKind.ROOM_UNUSABLE, room: RoomId | None = None, session: SessionId | None = LAW
) -> IncidentOpened:
    return IncidentOpened(INCIDENT, kind, session, room, at("8:00"), ADMIN)


def broken(*seats: str, room: RoomId | None = R1, kind: FaultKind = FaultKind.MACHINE) -> FaultReported:
    return FaultReported(FAULT, kind, LAW, room, seats, at("8:12"), GUIDE)


def standby_lock(when: datetime) -> tuple[Fact, ...]:
    """The lock of the standby room is calibrated and in use."""
    number, serial = SupervisionNo("A-009"), STANDBY_LOCK.serial
    return LockCalibrated(serial, when, 0, number), LockTakenIntoUse(serial, R3, GUIDE, number, when)


def sits(*pairs: tuple[Ticket, str]) -> tuple[TicketSeat, ...]:
    return tuple(TicketSeat(ticket, seat) for ticket, seat in pairs)


def of(story: Story, ticket: Ticket, session: SessionId = LAW) -> Sitting:
    sitting = story.site.sitting(session, ticket)
    assert sitting
    return sitting


def room(story: Story, number: RoomId = R1, session: SessionId = LAW) -> RoomSession:
    return story.site.sessions[session].rooms[number]


def transfer(story: Story, index: int = -1) -> Transfer:
    return story.site.sessions[LAW].transfers[index]

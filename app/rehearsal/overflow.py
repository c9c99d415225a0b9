"""An overbooked practice site: seats are drawn, some rooms overflow, and every transfer is settled before the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from app.core.entry import CheckIn
from app.core.kept_seats import KeepSeats
from app.core.login import RecordLogins
from app.core.places import free, listed, places_left
from app.core.reset import ResetCandidates
from app.core.room_state import Presence, ResetCause, RoomSession, SettledAs, Sitting
from app.core.seating import DrawSeat, RecordSeats, TicketSeat
from app.core.session_state import SessionState
from app.core.settlement import Found, SettleTransfer
from app.core.slips import PrepareSlips
from app.core.terms import PersonId, RoomId, Ticket
from app.core.transfer import TransferIn, TransferOut
from app.rehearsal.ground import Ground
from app.rehearsal.rooms import Arrivals
from app.views.transfers import receivers

_ALL_COME, _SOME_COME, _LATE = 0.98, 0.62, 0.01
_FULL_EVERY, _SLIPS_EVERY, _RESET_EVERY, _LOST_EVERY = 3, 5, 4, 8
_WALK = timedelta(minutes=2)


def crowd(room: RoomSession, dice: Random) -> Arrivals:
    """Every third room is asked too much of, so that the site as a whole still has a seat for everybody."""
    share = _ALL_COME if int(room.room) % _FULL_EVERY == 1 else _SOME_COME
    fates = {ticket: dice.random() for ticket in sorted(room.sittings)}
    come = tuple(ticket for ticket, fate in fates.items() if fate < share)
    late = tuple(ticket for ticket, fate in fates.items() if share <= fate < share + _LATE)
    return Arrivals(come, late, tuple(ticket for ticket, fate in fates.items() if fate >= share))


@dataclass(slots=True)
class Doors:
    """The doors of an overbooked site, as the desk hears of them."""

    ground: Ground
    dice: Random
    sent: int = 0

    @property
    def _now(self) -> datetime:
        return self.ground.clock.moment().at

    def prepare(self, state: SessionState, before: SessionState | None) -> None:
        """Slips for some rooms; who sat in the session before keeps the seat in the others."""
        for room in sorted(state.rooms):
            if before is not None:
                self.ground.do(KeepSeats(state.plan.id, room, before.plan.id))
            elif int(room) % _SLIPS_EVERY == 0:
                self.ground.do(PrepareSlips(state.plan.id, room, self._order(room)))

    def _order(self, room: RoomId) -> tuple[str, ...]:
        seats = list(listed(self.ground.console.site.plans[room]))
        self.dice.shuffle(seats)
        return tuple(seats)

    def admit(self, room: RoomSession, coming: tuple[Ticket, ...]) -> None:
        """One after the other; whoever finds the room full is sent on."""
        people, told = self.ground.console.directory, invigilator(room.room)
        for ticket in coming:
            sitting = room.sittings[ticket]
            document = people.candidates[ticket].id_type
            self.ground.do(CheckIn(room.session, ticket, document, self._now, told))
            if sitting.seat is None:
                self._seat(room, sitting)

    def _seat(self, room: RoomSession, sitting: Sitting) -> None:
        session, ticket, told = room.session, sitting.ticket, invigilator(room.room)
        left = set(free(self.ground.console.site, room))
        if not left or places_left(self.ground.console.site, room) < 0:
            self.ground.do(TransferOut(session, ticket, self._now, told))
        elif room.slips:
            seat = next(one for one in room.slips if one in left)
            self.ground.do(RecordSeats(session, room.room, (TicketSeat(ticket, seat),), None, self._now, told))
        else:
            self.ground.do(DrawSeat(session, ticket, self._order(room.room), None, self._now, told))

    def lead_on(self, state: SessionState) -> None:
        """Everybody between two rooms is led to the one suggested first; now and then one is not seen again."""
        self.ground.clock.advance(self._now + _WALK)
        for transfer in [one for one in state.transfers if one.settled is None]:
            self.sent += 1
            places = receivers(self.ground.console.site, state.plan.id, transfer.out_of)
            if not places or self.sent % _LOST_EVERY == 0:
                continue
            room, told = places[0].plan.id, invigilator(places[0].plan.id)
            self.ground.do(TransferIn(state.plan.id, transfer.ticket, room, self._now, told))
            self._seat(state.rooms[room], state.rooms[room].sittings[transfer.ticket])

    def log_in(self, state: SessionState) -> None:
        """Everyone seated logs in, told by room."""
        for room, here in sorted(state.rooms.items()):
            seated = [one for one in here.sittings.values() if one.presence is Presence.PRESENT and one.seat]
            logins = tuple(TicketSeat(one.ticket, one.seat or "") for one in seated if not one.sits_at)
            self.ground.do(RecordLogins(state.plan.id, room, logins, self._now, invigilator(room)))

    def reset(self, state: SessionState) -> None:
        """A machine fails in some rooms: another seat where one is free, otherwise a new mouse at the same."""
        for room, here in sorted(state.rooms.items()):
            sitting = next((one for _, one in sorted(here.sittings.items()) if one.sits_at), None)
            if sitting is None or int(room) % _RESET_EVERY != 2:
                continue
            seats = free(self.ground.console.site, here)
            cause, seat = (ResetCause.MACHINE, seats[0]) if seats else (ResetCause.PERIPHERAL, sitting.sits_at)
            pair, told = (TicketSeat(sitting.ticket, seat),), invigilator(room)
            self.ground.do(ResetCandidates(state.plan.id, room, pair, cause, self._now, told))
            self.ground.do(RecordLogins(state.plan.id, room, pair, self._now, told))

    def settle(self, state: SessionState) -> None:
        """What became of those whom no room took in: in turn, sat in a room all the same, or left."""
        for number, transfer in enumerate([one for one in state.transfers if one.settled is None]):
            places = receivers(self.ground.console.site, state.plan.id, transfer.out_of)
            room = places[0].plan.id if places and number % 2 == 0 else None
            outcome, told = SettledAs.SAT_ELSEWHERE if room else SettledAs.LEFT, invigilator(transfer.out_of)
            ticket, session = transfer.ticket, state.plan.id
            self.ground.do(SettleTransfer(session, ticket, outcome, room, Found.SEATING_CHART, self._now, told))


def invigilator(room: RoomId) -> PersonId:
    """Who tells of a practice room."""
    return PersonId(f"R{room}")

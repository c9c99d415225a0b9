"""What may be asked on a random day about seats, transfers, resets and the door, in rooms that are too small."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.core.entry import CheckIn
from app.core.fault import FaultKind, ReportFault, SendHelp
from app.core.identity import AdmitHeld, AdmittedOn, HoldAtDoor, RefuseHeld
from app.core.impersonation import ClearSuspicion, ImpostorStep, NoteImpostorStep, RecordSecondCheck, SuspectImpostor
from app.core.incident import OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.kept_seats import KeepSeats
from app.core.leaving import GiveUp, LeaveCause, RecordLeaving
from app.core.login import RecordLogins
from app.core.machine_swap import SwapMachine, SwapReason
from app.core.machines import ListMachines, ServeSpare
from app.core.operation import Operation
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_move import MoveRoom, OpenStandbyRoom
from app.core.room_state import HoldCause, Presence, ResetCause, SettledAs, Sitting
from app.core.seating import DrawSeat, RecordSeats, RedrawReason, TicketSeat
from app.core.session_state import Bell
from app.core.settlement import CancelReason, CancelTransfer, DecideDispute, Found, SettleTransfer
from app.core.signals import RecordBell, RecordReminder
from app.core.site import SeatMachine
from app.core.slips import PrepareSlips
from app.core.terms import Digest, FaultNo, IncidentNo, RoomId, Ticket
from app.core.transfer import TransferIn, TransferOut
from tests.builders import A1, B1, D1, D2, GUIDE, ID_CARD, LAW, MINUTE, R1, R2, TAX
from tests.unit.random_rooms import Rooms
from tests.unit.small_rooms import STANDBY

SEATS = ("001", "002", "003", "004", "005")
UNTIL, REACH = [0, 60, 299, 300, 301, 3600], [600, 4499, 4500, 5400]


class Seats(Rooms):
    """What of a random day is about places, and who sits where."""

    def order(self, room: RoomId) -> tuple[str, ...]:
        """Every seat of the room, shuffled; now and then somebody leaves one out."""
        plan = self.live.plans.get(room)
        seats = [f"{n:03}" for n in range(1, plan.seats + plan.spare_seats + 1)] if plan else []
        self.dice.shuffle(seats)
        return tuple(seats[:-1] if self.dice.random() < 0.05 else seats)

    def seat(self) -> str:
        return self.dice.choice(SEATS)

    def here(self) -> list[Sitting]:
        state = self.live.sessions.get(self.session)
        return [one for room in state.rooms.values() for one in room.sittings.values()] if state else []

    def soon(self, offsets: list[int] = UNTIL) -> datetime:
        return min(self.when(offsets), self.now)

    def about_someone(self) -> Operation:
        """What fits where somebody is now, more often than not."""
        here = self.here()
        if not here:
            return self.about_a_room()
        one = self.dice.choice(here)
        self.ticket, self.room = one.ticket, one.room
        asked = [*self._steps(one)] if self.dice.random() < 0.85 else [*self._anything()]
        return self.dice.choice(asked)

    def _steps(self, one: Sitting) -> Iterator[Operation]:
        session, ticket, who, pick = one.session, one.ticket, self.who, self.dice.choice
        if one.suspicion:
            yield NoteImpostorStep(session, ticket, pick(list(ImpostorStep)), self.now, who)
            yield ClearSuspicion(session, ticket)
        if one.claimed_by:
            yield DecideDispute(session, ticket, pick((one.room, one.claimed_by)))
        match one.presence:
            case Presence.AWAITED if one.held:
                ground, paper = pick((*AdmittedOn, AdmittedOn.PROVED)), pick((ID_CARD, ID_CARD, ""))
                yield AdmitHeld(session, ticket, paper, ground, self.soon(), who)
                yield RefuseHeld(session, ticket, self.soon(), who)
            case Presence.AWAITED:
                for _ in range(5):
                    yield CheckIn(session, ticket, ID_CARD, self.soon([-600, 0]), who)
                yield HoldAtDoor(session, ticket, pick(list(HoldCause)), self.soon([-600, 299, 301]), who)
            case Presence.PENDING:
                yield TransferIn(session, ticket, pick((R1, R2, STANDBY)), self.soon(), who, pick((Digest(""), D2)))
                yield CancelTransfer(session, ticket, pick(list(CancelReason)), self.soon(), who)
                yield self._settled(one)
            case Presence.PRESENT:
                yield from self._inside(one)
            case _:
                yield TransferIn(session, ticket, pick((R1, R2)), self.soon(), who)

    def _settled(self, one: Sitting) -> SettleTransfer:
        pick = self.dice.choice
        outcome = pick((*[SettledAs.SAT_ELSEWHERE] * 3, *SettledAs))
        into = pick((R1, R2, STANDBY)) if outcome is SettledAs.SAT_ELSEWHERE else pick((None, None, R2))
        found = pick(list(Found))
        return SettleTransfer(one.session, one.ticket, outcome, into, found, self.soon(REACH), self.who)

    def _inside(self, one: Sitting) -> Iterator[Operation]:
        session, ticket, who, pick = one.session, one.ticket, self.who, self.dice.choice
        seat, redraw, incident = self.seat(), pick((None, *RedrawReason)), pick((None, None, self.incident()))
        own = TicketSeat(ticket, one.seat or seat)
        yield DrawSeat(session, ticket, self.order(one.room), redraw, self.soon(), who)
        yield RecordSeats(session, one.room, (TicketSeat(ticket, seat),), redraw, self.soon(), who)
        yield RecordLogins(session, one.room, (pick((own, own, TicketSeat(ticket, seat))),), self.soon(), who)
        yield TransferOut(session, ticket, self.soon(), who, incident, pick((Digest(""), D1)))
        yield TransferOut(session, ticket, self.soon(), who)
        yield TransferIn(session, ticket, pick((R1, R2)), self.soon(), who)
        yield ResetCandidates(session, one.room, (pick((own, TicketSeat(ticket, seat))),), self._cause(), self.now, who)
        yield NoteResetFailed(session, ticket, self.now, who)
        yield GiveUp(session, ticket, self.soon(), who)
        yield RecordLeaving(session, ticket, pick((None, None, *LeaveCause)), self.soon(REACH), who)
        yield SuspectImpostor(session, ticket, self.soon(), who)

    def _cause(self) -> ResetCause:
        return self.dice.choice(list(ResetCause))

    def _anything(self) -> Iterator[Operation]:
        """Of somebody else's state, in any room: most of it is refused."""
        session, who, pick = self.session, self.who, self.dice.choice
        ticket: Ticket = pick((A1, B1, self.ticket))
        yield TransferIn(session, ticket, pick((R1, R2, STANDBY)), self.now, who, pick((Digest(""), D1)))
        yield AdmitHeld(session, ticket, ID_CARD, AdmittedOn.PROVED, self.soon(), who)
        yield RefuseHeld(session, ticket, self.soon(), who)
        yield SuspectImpostor(session, ticket, self.soon(), who)
        yield DecideDispute(session, ticket, pick((R1, R2)))
        yield CancelTransfer(session, ticket, CancelReason.WRONG_CANDIDATE, self.now, who)
        pairs = (TicketSeat(ticket, self.seat()), TicketSeat(self.ticket, self.seat()))
        yield RecordLogins(session, self.room, pairs, self.soon(), who)
        yield RecordSeats(session, self.room, pairs, None, self.soon(), who)
        yield ResetCandidates(session, self.room, pairs, self._cause(), self.now, who)

    def about_a_room(self) -> Operation:
        pick, session, room, who = self.dice.choice, self.session, self.room, self.who
        room = pick((room, STANDBY))
        seats = tuple({self.seat(), self.seat()})
        kind, number = pick(list(FaultKind)), pick([FaultNo("AF-001"), *self.live.faults])
        machine = SeatMachine(self.seat(), pick(("M-1", "M-2", "")), "10.0.0.1", "S1/2")
        incident = IncidentNo(self.incident())
        return pick(
            (
                PrepareSlips(session, room, self.order(room)),
                KeepSeats(TAX, pick((R1, R2)), LAW),
                KeepSeats(session, room, pick((LAW, TAX))),
                OpenIncident(IncidentKind.ROOM_UNUSABLE, session, None, self.soon(), who),
                OpenStandbyRoom(session, pick((STANDBY, room)), incident),
                pick((MoveRoom(session, self.room, STANDBY, incident, self.soon(), who), self.about_spares(room))),
                RecordSecondCheck(session, room, self.soon([0, 600]), who),
                RecordReminder(session, pick(((room,), (R1, R2), ())), self.soon(REACH), who),
                RecordBell(session, pick(list(Bell)), self.soon(), who),
                self.about_spares(room),
                ListMachines(room, (machine,)),
                SwapMachine(
                    room,
                    self.live.invigilation.get(room, "JK-01"),
                    pick(("JK-02", "JK-03", "JK-09")),
                    pick(list(SwapReason)),
                    pick((True, False)),
                    pick((True, False)),
                    self.now,
                    who,
                ),
                ReportFault(kind, session, room, pick(((), seats)), self.soon(), who),
                SendHelp(number, pick((GUIDE, self.who))),
            )
        )

    def about_spares(self, room: RoomId) -> ServeSpare:
        spare = {R1: "003", R2: "005"}.get(room, "001")
        return ServeSpare(room, (spare,), self.dice.choice((True, True, False)), self.now, self.who)

    def a_full_room(self) -> Iterator[Operation]:
        """All three of a room of two come; the last is sent on and taken in, or not."""
        session, who = self.session, GUIDE
        room = self.live.room(session, R1)
        when = self.when([-600])
        for ticket in sorted(room.sittings) if room else ():
            if self.dice.random() < 0.2:
                yield HoldAtDoor(session, ticket, self.dice.choice(list(HoldCause)), when, who)
                yield AdmitHeld(session, ticket, ID_CARD, AdmittedOn.PROVED, when, who)
            yield CheckIn(session, ticket, ID_CARD, when, who)
            yield DrawSeat(session, ticket, self.order(R1), None, when, who)
            yield TransferOut(session, ticket, when, who)
            if self.dice.random() < 0.5:
                yield TransferIn(session, ticket, R2, when + MINUTE, who)
                if self.dice.random() < 0.3:
                    yield TransferIn(session, ticket, R1, when + MINUTE, who)
                    yield DecideDispute(session, ticket, self.dice.choice((R1, R2)))
            elif self.dice.random() < 0.3:
                yield self.about_spares(R1)
                yield CancelTransfer(session, ticket, CancelReason.SEAT_CAME_FREE, when + MINUTE, who)

    def somebody_is_reset(self) -> Iterator[Operation]:
        """Seated, logged in, reset; then it works again, or it does not."""
        present = [one for one in self.here() if one.presence is Presence.PRESENT]
        if not present:
            return
        one = self.dice.choice(present)
        session, room, ticket, who = one.session, one.room, one.ticket, self.who
        yield DrawSeat(session, ticket, self.order(room), None, self.soon(), who)
        if one.seat:
            yield RecordLogins(session, room, (TicketSeat(ticket, one.seat),), self.soon(), who)
            to = self.dice.choice((one.seat, self.seat()))
            yield ResetCandidates(session, room, (TicketSeat(ticket, to),), self._cause(), self.now, who)
        if self.dice.random() < 0.5:
            yield NoteResetFailed(session, ticket, self.now, who)

"""What the state holds of one session: its authorization, its rooms, who changed rooms, and how time went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.core.plan import Session
from app.core.room_state import RoomSession, SettledAs, Sitting, Transfer
from app.core.standalone_state import Standalone, StandalonePackage
from app.core.terms import Digest, RoomId, Ticket, TransferNo
from app.core.time_state import ExtraTime, LateStart


class Bell(StrEnum):
    """The signals of the exam office (CLK-19); they ring for the unified times, whichever rooms are late."""

    ENTRY = "entry"
    START = "start"
    REMINDER = "reminder"
    END = "end"


@dataclass(frozen=True, slots=True)
class Received:
    """A signed document that was taken in under supervision."""

    serial: str
    document: Digest


@dataclass(slots=True)
class SessionState:
    """What concerns a session as a whole."""

    plan: Session
    received: Received | None = None
    """A start authorization that lies here unchecked."""
    start_authorization: str = ""
    checked_at: datetime | None = None
    backups_before: int = 0
    """How many backups of this session there were when the answers were last checked: they lack what changed since."""
    transfer_sheets_before: int = 0
    """How many copies of its transfer sheet there were when a room last ended: nobody changes rooms after that."""
    rooms: dict[RoomId, RoomSession] = field(default_factory=dict)
    transfers: list[Transfer] = field(default_factory=list)
    """In order of their numbers, settled ones too: a second transfer is a new one (H6)."""
    bells: dict[Bell, datetime] = field(default_factory=dict)
    """When the exam office rang (CLK-19)."""
    late_starts: dict[RoomId, LateStart] = field(default_factory=dict)
    extra_time: list[ExtraTime] = field(default_factory=list)
    """In order of their numbers, those taken back too."""
    standalone: dict[Ticket, Standalone] = field(default_factory=dict)

    _ways: dict[Ticket, list[Transfer]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _known: int = field(default=0, init=False, repr=False, compare=False)

    def transfers_of(self, ticket: Ticket) -> Sequence[Transfer]:
        """Every transfer of this candidate, oldest first."""
        for one in self.transfers[self._known :]:
            self._ways.setdefault(one.ticket, []).append(one)
        self._known = len(self.transfers)
        return self._ways.get(ticket, ())

    def ways_alone(self, ticket: Ticket) -> list[Transfer]:
        """Those that the candidate went alone, the oldest first: who went with a whole room is claimed by nobody."""
        return [one for one in self.transfers_of(ticket) if one.settled is not SettledAs.MOVED_ROOM]

    def open_transfer(self, ticket: Ticket) -> Transfer | None:
        """The one transfer of this candidate that nobody settled; there is one at most."""
        return next((one for one in self.transfers_of(ticket) if one.settled is None), None)

    def transfer(self, number: TransferNo) -> Transfer:
        """The one of this number; facts name none that there is not."""
        return next(one for one in self.transfers if one.number == number)

    def package_out(self, ticket: Ticket) -> StandalonePackage | None:
        """The standalone package of this candidate that is out; there is one at most."""
        alone = self.standalone.get(ticket)
        return alone.live if alone else None

    def lent(self, room: RoomId) -> dict[Ticket, str]:
        """Seats of a room at which stations stand, by whose packages say so; the room itself may not be in use yet."""
        out = ((ticket, one.live) for ticket, one in self.standalone.items())
        return {ticket: live.place for ticket, live in out if live and live.host == room and live.place}

    def take_over(self, ticket: Ticket, origin: RoomId, room: RoomId) -> Sitting:
        """Move a sitting from one room to another, on both sides of the ledger."""
        old, new = self.rooms[origin], self.rooms[room]
        sitting = new.sittings[ticket] = old.sittings.pop(ticket)
        sitting.room = room
        old.transferred_out += 1
        new.transferred_in += 1
        old.doubt(ticket)
        new.doubt(ticket)
        return sitting

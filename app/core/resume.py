"""The day taken up on the spare machine (备用机接续): from the mirror up to its last entry, the rest from paper."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from app.core.authorization import UnknownSession
from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.safe_state import Resumed
from app.core.site import Site
from app.core.terms import ClauseId, MediumSerial, PersonId, RoomId, SessionId

_BEFORE_START = timedelta(minutes=60)
"""From then on rooms act for a session, and their paper may say what the mirror does not (T-60)."""


def next_machine(site: Site) -> str:
    """The letter after this machine's: what the lost one numbered after the last mirrored entry keeps its numbers."""
    return chr(ord(site.machine) + 1)


def note_gap(site: Site, until: datetime) -> None:
    """Every room that may have acted until then, and has not ended, owes what its paper tells."""
    for session, state in site.sessions.items():
        if state.plan.starts_at - _BEFORE_START <= until:
            going_on = (room for room, one in state.rooms.items() if one.in_use and not one.ended_at)
            site.safe.paper_due.update((session, room) for room in going_on)


class ResumeDay(Operation, frozen=True):
    """Go on here with what the mirror holds; the machine before is no longer the site's record.

    `entries`: the last mirrored one, made at `reached`; `marked`: the newest one that the site lock remembers.
    """

    after_cleaning: ClassVar[bool] = True
    # Own PINs may be among what the mirror does not hold.
    first_pin: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    medium: MediumSerial
    entries: int
    reached: datetime
    marked: int

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,) if site.package else (), site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        lost = max(self.marked - self.entries, 0)
        return (DayResumed(next_machine(site), self.medium, self.entries, self.reached, lost, desk.now),)


class DayResumed(Fact, frozen=True):
    """From this entry on another machine keeps the record; `lost` entries more were remembered by the site lock."""

    machine: str
    medium: MediumSerial
    entries: int
    reached: datetime
    lost: int
    at: datetime

    def apply(self, site: Site) -> None:
        site.machine = self.machine
        site.safe.mirror = None
        site.safe.resumed.append(Resumed(self.at, self.machine, self.medium, self.entries, self.reached, self.lost))
        site.safe.gap_open = True
        note_gap(site, self.at)


class ConfirmPaperEntered(Operation, frozen=True):
    """Say of rooms that all their paper tells of the gap was typed in, or that nothing happened there: two persons."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    nothing: bool
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.session not in site.sessions:
            return UnknownSession(self.session)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        rooms = tuple(dict.fromkeys(self.rooms))
        strange = next((one for one in rooms if (self.session, one) not in site.safe.paper_due), None)
        if strange is not None or not rooms:
            return NoPaperDue(self.session, strange)
        told = (self.nothing, self.happened_at, self.reported_by)
        return tuple(PaperEntered(self.session, room, *told) for room in rooms)


class PaperEntered(Fact, frozen=True):
    """What a room wrote while the machine was gone stands in the journal; `nothing`: it had nothing to tell."""

    session: SessionId
    room: RoomId
    nothing: bool
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.safe.paper_due.discard((self.session, self.room))


class NoPaperDue(Refusal, frozen=True):
    """No paper of this room waits to be typed in; `room` is None where none was named."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-16")
    session: SessionId
    room: RoomId | None

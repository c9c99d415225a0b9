"""Identity at the door (身份核验): asked to wait, then let in with a note, or not let in (CAN-01)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.entry import DocumentNotAccepted, door_shut, too_late
from app.core.operation import CHIEF, ROOM, Decision, Demand, Desk, Fact, Refusal, untold
from app.core.room_open import unreleased
from app.core.room_state import Admitted, Held, HoldCause, Presence, RoomSession, Sitting
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, RoomId, SessionId, Ticket


class HoldAtDoor(AboutCandidate, frozen=True):
    """Ask somebody to wait aside; the time at which they came is the one that counts against the end of entry."""

    cause: HoldCause
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if no := door_shut(site, room, sitting, self.happened_at):
            return no
        if late := too_late(site, sitting, self.happened_at, self.reported_by, desk):
            return late
        at, by = self.happened_at, self.reported_by
        return (HeldAtDoor(self.session, room.room, self.ticket, self.cause, at, by),)


class HeldAtDoor(Fact, frozen=True):
    """Somebody waits at the door until their identity is settled."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    cause: HoldCause
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.held, sitting.turned_back_at = Held(self.cause, self.at), None


class AdmittedOn(StrEnum):
    """On what somebody who waited was let in."""

    PROVED = "proved"
    """The document was brought, or the numbers and the person were compared and agree."""
    CHIEF = "chief"
    """The chief allowed it as an exception."""


class AdmitHeld(AboutCandidate, frozen=True):
    """Let somebody in who waited, with a note on the room record; they came when they were asked to wait."""

    document: str
    ground: AdmittedOn
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM, (CHIEF,)) if self.ground is AdmittedOn.CHIEF else Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if sitting.held is None:
            return NotHeld(self.ticket)
        if no := unreleased(room):
            # Called off meanwhile, or everyone went on in a standby room that is not released yet.
            return no
        if self.happened_at < sitting.held.at:
            return DecidedBeforeHeld(self.happened_at, sitting.held.at)
        # Without the ticket the identity document is still shown; without the document the chief answers for it.
        if self.document not in desk.rulebook.id_types.value and not (
            self.ground is AdmittedOn.CHIEF and not self.document
        ):
            return DocumentNotAccepted(self.document, desk.rulebook.id_types.value)
        at, by = self.happened_at, self.reported_by
        cause = sitting.held.cause
        return (
            HeldAdmitted(
                self.session, room.room, self.ticket, cause, sitting.held.at, self.ground, self.document, at, by
            ),
        )


class HeldAdmitted(Fact, frozen=True):
    """Somebody who waited since `came_at` was let in at `at`."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    cause: HoldCause
    came_at: datetime
    ground: AdmittedOn
    document: str
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.held, sitting.admitted = None, Admitted(self.cause, self.at, self.ground is AdmittedOn.CHIEF)
        sitting.presence, sitting.entered_at, sitting.in_room_since = Presence.PRESENT, self.came_at, self.at


class RefuseHeld(AboutCandidate, frozen=True):
    """Do not let somebody in who waited; with the right papers they may come again while entry is open."""

    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if sitting.held is None:
            return NotHeld(self.ticket)
        if self.happened_at < sitting.held.at:
            return DecidedBeforeHeld(self.happened_at, sitting.held.at)
        at, by = self.happened_at, self.reported_by
        return (HeldRefused(self.session, room.room, self.ticket, sitting.held.cause, sitting.held.at, at, by),)


class HeldRefused(Fact, frozen=True):
    """Somebody who waited since `came_at` was not let in."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    cause: HoldCause
    came_at: datetime
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.held, sitting.turned_back_at = None, self.at


class NotHeld(Refusal, frozen=True):
    """Nobody waits at the door under this ticket."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-01")
    ticket: Ticket


class DecidedBeforeHeld(Refusal, frozen=True):
    """A decision follows the waiting."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-05")
    at: datetime
    held_at: datetime

"""Suspected impersonation (疑似替考): stopped at the door or found in the room, and what is done about it (CAN-02)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.operation import CHIEF, OFFICE, ROOM, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.room_open import RoomNotReleased
from app.core.room_state import Presence, RoomSession, Sitting, Suspicion
from app.core.site import Site
from app.core.terms import ClauseId, IncidentNo, PersonId, Role, RoomId, SessionId, Ticket


class SuspectImpostor(AboutCandidate, frozen=True):
    """Somebody seems to sit for this candidate. At the door nobody goes in; in the room the answers are kept (J-49)."""

    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM | {Role.ROVING, Role.CHIEF})

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if not room.release:
            return RoomNotReleased(self.session, room.room)
        if room.ended_at:
            return RoomHasEnded(self.session, room.room, room.ended_at)
        if sitting.suspicion:
            return SuspectedAlready(self.ticket, sitting.suspicion.incident)
        if sitting.presence is Presence.ABSENT:
            return NobodyCame(self.ticket)
        number = next_incident(site, desk)
        at_door = sitting.presence is Presence.AWAITED
        at, by = self.happened_at, self.reported_by
        return (
            IncidentOpened(number, IncidentKind.IMPOSTOR, self.session, room.room, at, by),
            ImpostorSuspected(self.session, room.room, self.ticket, number, at_door, at, by),
        )


class ImpostorSuspected(Fact, frozen=True):
    """Somebody seems to sit, or to want to, for this candidate."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    incident: IncidentNo
    at_door: bool
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.suspicion, sitting.held = Suspicion(self.incident, self.at_door), None


class ImpostorStep(StrEnum):
    """What is done about it."""

    KEPT_APART = "kept_apart"
    POLICE = "police"


class NoteImpostorStep(AboutCandidate, frozen=True):
    """Enter when the person was kept apart, and when the police were called."""

    step: ImpostorStep
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM | {Role.ROVING, Role.CHIEF})

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if sitting.suspicion is None:
            return NobodySuspected(self.ticket)
        done = {
            ImpostorStep.KEPT_APART: sitting.suspicion.kept_apart_at,
            ImpostorStep.POLICE: sitting.suspicion.police_at,
        }
        if done[self.step] is not None:
            return ()
        at, by = self.happened_at, self.reported_by
        return (ImpostorStepNoted(self.session, room.room, self.ticket, self.step, at, by),)


class ImpostorStepNoted(Fact, frozen=True):
    """Kept apart, or the police called."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    step: ImpostorStep
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        suspicion = site.sessions[self.session].rooms[self.room].sittings[self.ticket].suspicion
        if suspicion is None:
            return
        if self.step is ImpostorStep.POLICE:
            suspicion.police_at = self.at
        else:
            suspicion.kept_apart_at = self.at


class ClearSuspicion(AboutCandidate, frozen=True):
    """The chief finds that it is the candidate after all; who was stopped at the door may come in."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if sitting.suspicion is None:
            return NobodySuspected(self.ticket)
        if room.ended_at:
            return RoomHasEnded(self.session, room.room, room.ended_at)
        return (SuspicionCleared(self.session, room.room, self.ticket, sitting.suspicion.incident, desk.now),)


class SuspicionCleared(Fact, frozen=True):
    """It is the candidate; the incident is closed by its own step."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    incident: IncidentNo
    at: datetime

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].sittings[self.ticket].suspicion = None


class RecordSecondCheck(Operation, frozen=True):
    """Ticket, document, person and seat of everyone were compared once more after the start (CAN-02)."""

    session: SessionId
    room: RoomId
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None or room.started_at is None or self.happened_at < room.started_at:
            return RoomNotStarted(self.session, self.room)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if room.ended_at:
            return RoomHasEnded(self.session, self.room, room.ended_at)
        if room.second_check_at:
            return ()
        return (SecondCheckDone(self.session, self.room, self.happened_at, self.reported_by),)


class SecondCheckDone(Fact, frozen=True):
    """Everyone in the room was compared once more."""

    session: SessionId
    room: RoomId
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].second_check_at = self.at


class SuspectedAlready(Refusal, frozen=True):
    """An incident is open for this candidate."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-02")
    ticket: Ticket
    incident: IncidentNo


class NobodyCame(Refusal, frozen=True):
    """Absent: nobody came in this name."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-02")
    ticket: Ticket


class NobodySuspected(Refusal, frozen=True):
    """No suspicion stands against this candidate's sitting."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-02")
    ticket: Ticket

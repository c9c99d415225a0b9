"""Closing a session (结束考试): results kept, both sums balanced, rooms ended, answers checked."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import msgspec

from app.core.about_candidate import AboutCandidate
from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.authorization import UnknownSession
from app.core.gate import CheckName
from app.core.incident import NoOpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.leaving import ClosureNotOver
from app.core.operation import (
    CHIEF,
    OFFICE,
    SUPERVISORS,
    Decision,
    Demand,
    Desk,
    Fact,
    Operation,
    Refusal,
    office,
    untold,
)
from app.core.room_gate import blockers
from app.core.room_state import Answers, Presence, RoomSession, Sitting
from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.standalone import void
from app.core.standalone_state import PackageEnd
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, IncidentNo, PersonId, RoomId, SessionId, Ticket
from app.core.timekeeping import closure_ends


class WriteOff(AboutCandidate, frozen=True):
    """The chief records that one candidate's answers are lost, on an open incident (SAL-05)."""

    incident: IncidentNo

    def demand(self, site: Site, desk: Desk) -> Demand:
        listed = type(self).__name__ in desk.rulebook.two_persons.value
        return Demand(CHIEF, (OFFICE | SUPERVISORS,) if listed else ())

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if sitting.presence is not Presence.PRESENT or sitting.answers is not Answers.OPEN:
            return NothingToWriteOff(self.ticket, sitting.presence, sitting.answers)
        incident = site.incidents.get(self.incident)
        if incident is None or incident.closed_at:
            return NoOpenIncident(self.incident)
        speaks_of = (incident.kind, incident.session, incident.room or sitting.room)
        if speaks_of != (IncidentKind.ANSWERS_LOST, self.session, sitting.room):
            return IncidentOfSomethingElse(self.incident, IncidentKind(incident.kind))
        return (AnswersWrittenOff(self.session, sitting.room, self.ticket, self.incident),)


class AnswersWrittenOff(Fact, frozen=True):
    """Present, but the answers are lost."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    incident: IncidentNo

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.answers, sitting.written_off_on, sitting.by_hand = Answers.WRITTEN_OFF, self.incident, False
        site.unsettle(self.session, self.room)
        alone = site.sessions[self.session].standalone.get(self.ticket)
        if alone and alone.live:
            lost = alone.live
            void(site.sessions[self.session], alone)
            lost.ended = PackageEnd.LOST


class RoomBlockers(msgspec.Struct, frozen=True):
    """One room and all that is open there."""

    room: RoomId
    blockers: tuple[CheckName, ...]


class EndRooms(Operation, frozen=True):
    """Record the end command of rooms that have nothing open, all of them or none; other rooms never matter."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    ended_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if no := untold(self.ended_at, self.reported_by, desk):
            return no
        rooms = tuple(dict.fromkeys(self.rooms))
        for number in rooms:
            room = state.rooms.get(number)
            if room is None or room.runs_from is None:
                return RoomNotStarted(self.session, number)
            if room.ended_at:
                return RoomHasEnded(self.session, number, room.ended_at)
            opens = closure_ends(room.runs_from, state.plan, desk.rulebook)
            if self.ended_at < opens:
                return ClosureNotOver(self.session, number, opens)
            if self.ended_at < (told := last_told(site, room)):
                return EndedBeforeChecked(self.session, number, self.ended_at, told)
        open_items = ((number, blockers(site, state.rooms[number])) for number in rooms)
        if waiting := tuple(RoomBlockers(number, found) for number, found in open_items if found):
            return RoomsNotReady(self.session, waiting)
        return tuple(RoomEnded(self.session, number, self.ended_at, self.reported_by) for number in rooms)


def last_told(site: Site, room: RoomSession) -> datetime:
    """When the last of what the gate looks at had happened; no room that ended before has passed it."""
    told = [room.started_at, room.attendance_confirmed_at, room.violations_confirmed_at, room.answers_confirmed_at]
    told += [one.by_hand_at for one in room.sittings.values()]
    alone = site.sessions[room.session].standalone
    told += [
        back.closed_at for ticket in room.sittings if ticket in alone for back in alone[ticket].returns if back.final
    ]
    return max(one for one in told if one)


class RoomEnded(Fact, frozen=True):
    """The end command was given in a room."""

    session: SessionId
    room: RoomId
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        room = state.rooms[self.room]
        room.ended_at, room.spares = self.at, site.spares.get(self.room, frozenset())
        state.transfer_sheets_before = len(site.sheet_copies(SiteForm.TRANSFERS, self.session))


class CheckAnswers(Operation, frozen=True):
    """Two persons confirm that the session's answers are all there, before anything leaves the site (DAT-04)."""

    mirrored: ClassVar[bool] = True
    session: SessionId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if not state.rooms:
            return NobodyArranged(self.session, tuple(sorted(site.plans)))
        in_use = {number for number, room in state.rooms.items() if room.in_use}
        if going_on := tuple(sorted(number for number in in_use if not state.rooms[number].ended_at)):
            return RoomsStillOpen(self.session, going_on)
        waiting = ((number, _unsettled(site, state.rooms[number])) for number in sorted(in_use))
        if found := tuple(RoomBlockers(number, open_items) for number, open_items in waiting if open_items):
            return RoomsNotReady(self.session, found)
        return () if state.checked_at else (AnswersChecked(self.session, desk.now),)


def _unsettled(site: Site, room: RoomSession) -> tuple[CheckName, ...]:
    """The room's gate, and its result, without which there is nothing to check."""
    missing = (CheckName.RESULT,) if room.result is None and not room.moved_to else ()
    return (*blockers(site, room), *missing)


class AnswersChecked(Fact, frozen=True):
    """The session's answers were checked by two persons."""

    session: SessionId
    at: datetime

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        state.checked_at = self.at
        state.backups_before = sum(one.session == self.session for one in site.safe.backups.values())


class NothingToWriteOff(Refusal, frozen=True):
    """Only the missing answers of someone who was present are written off."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-05")
    ticket: Ticket
    presence: Presence
    answers: Answers


class IncidentOfSomethingElse(Refusal, frozen=True):
    """A write-off hangs on an incident of lost answers in this session and room."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-05")
    number: IncidentNo
    kind: IncidentKind


class RoomsNotReady(Refusal, frozen=True):
    """These rooms still have something open."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    rooms: tuple[RoomBlockers, ...]


class RoomsStillOpen(Refusal, frozen=True):
    """The session is checked when its last room has ended."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-04")
    session: SessionId
    rooms: tuple[RoomId, ...]


class EndedBeforeChecked(Refusal, frozen=True):
    """Something that is looked at before the end command happened later: the room ended without the gate."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    room: RoomId
    at: datetime
    told_at: datetime

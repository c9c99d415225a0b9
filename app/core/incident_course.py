"""The course of an incident (异常处置): its log, how grave it is, who follows it, its filing (INC-03, INC-04)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.free_text import NO_TEXT, FreeText, TextPart, unfit
from app.core.incident import NoOpenIncident
from app.core.incident_kinds import GROUPS, Hop, IncidentGroup, IncidentKind, Severity
from app.core.incident_report import AboutIncident, IncidentFiledAlready, final_owed, owed
from app.core.incident_state import Evacuated, Followed, Graded, Incident, IncidentNote, NoteKind
from app.core.operation import CHIEF, OFFICE, Decision, Demand, Desk, Fact, PersonUnknown, Refusal, untold
from app.core.site import Site
from app.core.terms import ClauseId, Digest, IncidentNo, PersonId, RoomId, SessionId

_PART = {kind: TextPart(kind.value) for kind in NoteKind}


class NoteIncident(AboutIncident, frozen=True):
    """Add a line to the log; lines are never changed."""

    kind: NoteKind
    happened_at: datetime
    reported_by: PersonId
    text: FreeText

    def answer(self, site: Site, desk: Desk, incident: Incident) -> Decision:
        if incident.filed_at:
            return IncidentFiledAlready(self.number, incident.filed_at)
        if no := untold(self.happened_at, self.reported_by, desk) or unfit(self.text, (_PART[self.kind],)):
            return no
        return (IncidentNoted(self.number, self.kind, self.text.kept, self.happened_at, self.reported_by),)


class IncidentNoted(Fact, frozen=True):
    """A line of the log."""

    number: IncidentNo
    kind: NoteKind
    text: Digest
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.incidents[self.number].notes.append(IncidentNote(self.kind, self.at, self.reported_by, self.text))
        site.keep_texts(self.text)


class GradeIncident(AboutIncident, frozen=True):
    """Say how grave it is after all: graver asks for reports anew, less grave needs its reason (INC-04)."""

    severity: Severity
    text: FreeText = NO_TEXT

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def answer(self, site: Site, desk: Desk, incident: Incident) -> Decision:
        if incident.severity is self.severity:
            return ()
        rises = self.severity is Severity.MAJOR
        needed, allowed = ((), (TextPart.REASON,)) if rises else ((TextPart.REASON,), ())
        if no := unfit(self.text, needed, allowed):
            return no
        if not rises and GROUPS[IncidentKind(incident.kind)] is IncidentGroup.SERIOUS_PROBLEMS:
            return SeriousByText(self.number, IncidentKind(incident.kind))
        if incident.filed_at and not rises:
            return IncidentFiledAlready(self.number, incident.filed_at)
        return (IncidentGraded(self.number, self.severity, self.text.kept, desk.now, desk.operator.id),)


class IncidentGraded(Fact, frozen=True):
    """An incident is graver or less grave than it was taken for."""

    number: IncidentNo
    severity: Severity
    text: Digest
    at: datetime
    by: PersonId

    def apply(self, site: Site) -> None:
        incident = site.incidents[self.number]
        incident.grades.append(Graded(self.severity, self.at, self.by, self.text))
        if self.text:
            site.keep_texts(self.text)
        if self.severity is Severity.MAJOR:
            incident.filed_at = None
            incident.skipped.clear()
        site.outdate_by(incident)


class FollowIncident(AboutIncident, frozen=True):
    """Name who follows it from here on (INC-03)."""

    person: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | CHIEF)

    def answer(self, site: Site, desk: Desk, incident: Incident) -> Decision:
        if self.person not in desk.directory.staff:
            return PersonUnknown(self.person)
        if incident.follower == self.person:
            return ()
        return (IncidentFollowed(self.number, self.person, desk.now),)


class IncidentFollowed(Fact, frozen=True):
    """Somebody follows an incident."""

    number: IncidentNo
    person: PersonId
    at: datetime

    def apply(self, site: Site) -> None:
        site.incidents[self.number].followed.append(Followed(self.person, self.at))


class RecordEvacuation(AboutIncident, frozen=True):
    """A room was left: when, and how many people were counted outside (INC-09)."""

    session: SessionId
    room: RoomId
    people: int
    happened_at: datetime
    reported_by: PersonId

    def of_room(self, site: Site) -> RoomId | None:
        return self.room

    def answer(self, site: Site, desk: Desk, incident: Incident) -> Decision:
        if incident.closed_at:
            return NoOpenIncident(self.number)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        room = site.room(self.session, self.room)
        if room is None or not room.release:
            return RoomNotStarted(self.session, self.room)
        if room.ended_at:
            return RoomHasEnded(self.session, self.room, room.ended_at)
        if self.people < 0:
            return CountUnfit(self.people)
        if any(one.room == self.room and one.back_at is None for one in incident.evacuated):
            return LeftAlreadyThen(self.number, self.room)
        return (RoomEvacuated(self.number, self.session, self.room, self.people, self.happened_at, self.reported_by),)


class RoomEvacuated(Fact, frozen=True):
    """Everybody left a room."""

    number: IncidentNo
    session: SessionId
    room: RoomId
    people: int
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.incidents[self.number].evacuated.append(Evacuated(self.session, self.room, self.at, self.people))


class RecordReturn(AboutIncident, frozen=True):
    """Everybody is back in a room that was left."""

    room: RoomId
    happened_at: datetime
    reported_by: PersonId

    def of_room(self, site: Site) -> RoomId | None:
        return self.room

    def answer(self, site: Site, desk: Desk, incident: Incident) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        left = next((one for one in incident.evacuated if one.room == self.room and one.back_at is None), None)
        if left is None or self.happened_at < left.left_at:
            return NobodyLeft(self.number, self.room)
        return (RoomReturned(self.number, self.room, self.happened_at, self.reported_by),)


class RoomReturned(Fact, frozen=True):
    """Everybody is back."""

    number: IncidentNo
    room: RoomId
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        incident = site.incidents[self.number]
        incident.evacuated = [
            replace(one, back_at=self.at) if one.room == self.room and one.back_at is None else one
            for one in incident.evacuated
        ]


class FileIncident(AboutIncident, frozen=True):
    """Let it rest: it is over, everybody on the way heard of it, and a final report was made where one is owed."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | CHIEF)

    def answer(self, site: Site, desk: Desk, incident: Incident) -> Decision:
        if incident.filed_at:
            return ()
        if incident.closed_at is None:
            return IncidentStillOpen(self.number)
        waiting = owed(incident, desk.rulebook)
        if waiting:
            return ReportsOwed(self.number, waiting)
        if final_owed(incident, desk.rulebook):
            return FinalReportOwed(self.number)
        return (IncidentFiled(self.number, desk.now),)


class IncidentFiled(Fact, frozen=True):
    """An incident rests."""

    number: IncidentNo
    at: datetime

    def apply(self, site: Site) -> None:
        site.incidents[self.number].filed_at = self.at


class SeriousByText(Refusal, frozen=True):
    """The text itself calls this kind serious: nobody here makes it less (000 L149)."""

    clause: ClassVar[ClauseId] = ClauseId("INC-01")
    number: IncidentNo
    kind: IncidentKind


class IncidentStillOpen(Refusal, frozen=True):
    """What is not over does not rest."""

    clause: ClassVar[ClauseId] = ClauseId("INC-06")
    number: IncidentNo


class ReportsOwed(Refusal, frozen=True):
    """These have not heard of it."""

    clause: ClassVar[ClauseId] = ClauseId("INC-05")
    number: IncidentNo
    hops: tuple[Hop, ...]


class FinalReportOwed(Refusal, frozen=True):
    """Cause, course, result and effect first."""

    clause: ClassVar[ClauseId] = ClauseId("INC-06")
    number: IncidentNo


class CountUnfit(Refusal, frozen=True):
    """None or more."""

    clause: ClassVar[ClauseId] = ClauseId("INC-09")
    people: int


class LeftAlreadyThen(Refusal, frozen=True):
    """This room was left and nobody is back yet."""

    clause: ClassVar[ClauseId] = ClauseId("INC-09")
    number: IncidentNo
    room: RoomId


class NobodyLeft(Refusal, frozen=True):
    """This room was not left, or only later."""

    clause: ClassVar[ClauseId] = ClauseId("INC-09")
    number: IncidentNo
    room: RoomId

"""Standalone answers come back (单机作答数据回收): held against their package; the chief decides on doubts (SAL-05)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.closing import IncidentOfSomethingElse
from app.core.incident import open_incident
from app.core.incident_kinds import ANSWERS_GONE, IncidentKind
from app.core.operation import CHIEF, OFFICE, SECOND_PERSON, Decision, Demand, Desk, Fact, Refusal, Refused
from app.core.room_state import Answers, Presence, RoomSession, Sitting
from app.core.seating import NotInTheRoom
from app.core.site import Site
from app.core.standalone import void
from app.core.standalone_consent import ADMINS
from app.core.standalone_state import (
    Custody,
    PackageEnd,
    ReturnFlaw,
    Standalone,
    StandalonePackage,
    StandaloneReturn,
)
from app.core.terms import ClauseId, Digest, IncidentNo, RoomId, SessionId, Ticket
from app.core.timekeeping import closure_ends

_MINUTE = 60
_LOGIN = timedelta(minutes=5)
"""By how much the login that the desk noted may differ from the station's own time: it is told by people."""


class TakeStandaloneReturn(AboutCandidate, frozen=True):
    """Enter what came back of package `number`, its signature and digests already checked; the bytes are kept.

    `used_seconds` run to the last answer, `open_seconds` to the closing, both by a clock that nobody sets. Of another
    system's package nobody here can tell more than that it came back, before two persons: those and the counts are 0.
    """

    number: int
    file: Digest
    final: bool
    opened_at: datetime
    closed_at: datetime
    used_seconds: int
    granted_minutes: int
    questions: int
    answered: int
    open_seconds: int = 0

    def demand(self, site: Site, desk: Desk) -> Demand:
        state = site.sessions.get(self.session)
        alone = state.standalone.get(self.ticket) if state else None
        package = alone.package(self.number) if alone else None
        foreign = package is not None and package.custody is Custody.REGISTERED
        return Demand(ADMINS, (SECOND_PERSON,)) if foreign else Demand(ADMINS)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        alone = site.sessions[self.session].standalone.get(self.ticket)
        package = alone.package(self.number) if alone else None
        if alone is None or package is None:
            return NoSuchStandalone(self.ticket, self.number)
        if any(one.file == self.file for one in alone.returns):
            return ReturnedAlready(self.ticket, self.number)
        if self.file in {one.file for one in alone.packages}:
            return PackageItself(self.ticket, self.number)
        flaws = tuple(self._flaws(site, room, alone, package, sitting, desk)) if self.final else ()
        fact = StandaloneReturned(
            self.session,
            room.room,
            self.ticket,
            self.number,
            self.file,
            self.final,
            self.opened_at,
            self.closed_at,
            self.used_seconds,
            self.questions,
            self.answered,
            desk.now,
            flaws,
            self.open_seconds,
        )
        return Refused(ReturnDoubtful(self.ticket, self.number, flaws), (fact,)) if flaws else (fact,)

    def _flaws(
        self,
        site: Site,
        room: RoomSession,
        alone: Standalone,
        package: StandalonePackage,
        sitting: Sitting,
        desk: Desk,
    ) -> Iterator[ReturnFlaw]:
        if alone.counted or any(one.final for one in alone.returns):
            yield ReturnFlaw.SECOND
        if package.ended is PackageEnd.VOID:
            yield ReturnFlaw.VOIDED
        if package.custody is Custody.OURS:
            yield from self._times(site, room, package, sitting, desk)
        if sitting.answers is Answers.WRITTEN_OFF:
            yield ReturnFlaw.WRITTEN_OFF

    def _times(
        self, site: Site, room: RoomSession, package: StandalonePackage, sitting: Sitting, desk: Desk
    ) -> Iterator[ReturnFlaw]:
        tolerance = timedelta(seconds=desk.rulebook.clock_tolerance_seconds.value)
        ledger = max(sitting.extra_minutes - package.extra_minutes, 0)
        granted = min(package.minutes_after, ledger)
        if self.opened_at < package.exported_at - tolerance:
            yield ReturnFlaw.OLDER
        if self.closed_at > desk.now + tolerance:
            yield ReturnFlaw.AHEAD
        if self.used_seconds > package.remaining_seconds + (granted + 1) * _MINUTE or self.granted_minutes > granted:
            yield ReturnFlaw.TOO_LONG
        state = site.sessions[self.session]
        closes = closure_ends(room.runs_from, state.plan, desk.rulebook) if room.runs_from else self.closed_at
        if self.closed_at < closes - tolerance:
            yield ReturnFlaw.EARLY
        if abs(self.closed_at - self.opened_at - timedelta(seconds=self.open_seconds)) > tolerance:
            yield ReturnFlaw.CLOCK
        if package.login_at and abs(package.login_at - self.opened_at) > _LOGIN:
            yield ReturnFlaw.LOGIN


class StandaloneReturned(Fact, frozen=True):
    """Something came back and is kept; without a flaw a final return counts."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    number: int
    file: Digest
    final: bool
    opened_at: datetime
    closed_at: datetime
    used_seconds: int
    questions: int
    answered: int
    at: datetime
    flaws: tuple[ReturnFlaw, ...]
    open_seconds: int = 0

    def apply(self, site: Site) -> None:
        alone = site.sessions[self.session].standalone[self.ticket]
        back = StandaloneReturn(
            self.number,
            self.file,
            self.final,
            self.opened_at,
            self.closed_at,
            self.used_seconds,
            self.questions,
            self.answered,
            self.at,
            self.flaws,
        )
        alone.returns.append(back)
        if not self.flaws:
            _went_on(alone, back)
        site.blobs.add(self.file)
        site.unsettle(self.session)
        if self.final and not self.flaws:
            _count(site, self.session, self.room, alone, self.file)


def _went_on(alone: Standalone, back: StandaloneReturn) -> None:
    """Where nobody noted the login the station itself says when they went on, unless the file is in doubt."""
    package = alone.packages[back.number - 1]
    if package.custody is Custody.OURS and not package.login_at:
        package.login_at = back.opened_at


def _count(site: Site, session: SessionId, room: RoomId, alone: Standalone, file: Digest) -> None:
    """These are the candidate's answers from now on."""
    state = site.sessions[session]
    back = next(one for one in alone.returns if one.file == file)
    _went_on(alone, back)
    void(state, alone)
    for package in alone.packages:
        if package.ended is PackageEnd.COUNTED:
            package.ended = PackageEnd.VOID
    alone.counted, alone.packages[back.number - 1].ended = file, PackageEnd.COUNTED
    sitting = state.rooms[room].sittings[alone.ticket]
    if not sitting.standalone:
        # They had gone back to the room, and what it said of them counts no more.
        sitting.standalone, sitting.sits_at = True, ""
        state.rooms[room].doubt(alone.ticket)
    sitting.answers, sitting.written_off_on = Answers.COLLECTED, ""
    site.unsettle(session, room)


class DecideReturn(AboutCandidate, frozen=True):
    """The chief says which return counts; the others are kept. An interim copy counts only on an open incident.

    With `file` "" none of those that wait counts: a package that is out stays out, what counted before still does.
    """

    file: Digest
    incident: IncidentNo | None = None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        alone = site.sessions[self.session].standalone.get(self.ticket)
        fact = ReturnDecided(self.session, room.room, self.ticket, self.file, self.incident, desk.now)
        if alone and alone.undecided and not self.file:
            return (fact,)
        chosen = next((one for one in alone.returns if one.file == self.file), None) if alone else None
        if alone is None or chosen is None:
            return NothingToDecide(self.ticket)
        if sitting.presence is not Presence.PRESENT:
            return NotInTheRoom(self.ticket, sitting.presence)
        if not (alone.undecided or (alone.counted is None and not chosen.final)):
            return NothingToDecide(self.ticket)
        number = self.incident or IncidentNo("")
        if not chosen.final and (no := open_incident(site, number, self.session, room.room)):
            return no
        kind = IncidentKind(site.incidents[number].kind) if not chosen.final else IncidentKind.ANSWERS_LOST
        return (fact,) if kind in ANSWERS_GONE else IncidentOfSomethingElse(number, kind)


class ReturnDecided(Fact, frozen=True):
    """The chief decided which return of a candidate counts; with `file` "" none of those that waited."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    file: Digest
    incident: IncidentNo | None
    at: datetime

    def apply(self, site: Site) -> None:
        alone = site.sessions[self.session].standalone[self.ticket]
        for one in alone.returns:
            one.decided_at = one.decided_at or self.at
            if one.file == self.file:
                one.decided_on = self.incident
        site.unsettle(self.session)
        if self.file:
            _count(site, self.session, self.room, alone, self.file)


class NoSuchStandalone(Refusal, frozen=True):
    """No package of this number went out for this candidate in this session."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-05")
    ticket: Ticket
    number: int


class ReturnedAlready(Refusal, frozen=True):
    """This very file was taken in before; it counts once."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-05")
    ticket: Ticket
    number: int


class PackageItself(Refusal, frozen=True):
    """This is the package as it went out: what came back is another file."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-05")
    ticket: Ticket
    number: int


class ReturnDoubtful(Refusal, frozen=True):
    """The file is kept and does not count before the chief has decided."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-05")
    ticket: Ticket
    number: int
    flaws: tuple[ReturnFlaw, ...]


class NothingToDecide(Refusal, frozen=True):
    """No return of this candidate waits for a decision, or not this one."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-05")
    ticket: Ticket

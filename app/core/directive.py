"""Directives (处理意见): what the ministry decides about rooms that are more than an hour late (TIM-04)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.cause import began
from app.core.consent import AllowedBeforeCause, NoSuchApplication
from app.core.operation import CHIEF, OFFICE, Decision, Demand, Desk, Fact, NotYetHappened, Operation, Refusal
from app.core.room_state import CalledOff
from app.core.site import Site
from app.core.start import AlreadyStarted
from app.core.terms import ApplicationNo, ClauseId, Digest, RoomId, SessionId
from app.core.time_state import Directive, Measure, Outcome

_CALLED_OFF = {Outcome.POSTPONE: CalledOff.POSTPONED, Outcome.CANCEL: CalledOff.CANCELLED}


class TakeDirective(Operation, frozen=True):
    """Enter a directive whose signature was verified, for the rooms it names; chief and administrator confirm it."""

    application: ApplicationNo
    session: SessionId
    outcome: Outcome
    serial: str
    document: Digest
    rooms: tuple[RoomId, ...]
    issued_at: datetime
    until: datetime | None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        asked = site.applications.get(self.application)
        if asked is None or asked.measure is not Measure.DELAY:
            return NoSuchApplication(self.application)
        if self.session != asked.session or not self.rooms or not set(self.rooms) <= set(asked.rooms):
            return DirectiveElsewhere(self.application, self.session, self.rooms)
        if any(one.serial == self.serial for one in asked.directives):
            return ()
        if self.issued_at > desk.now:
            return NotYetHappened(self.issued_at, desk.now)
        happened = began(site, asked.causes)
        if self.issued_at < happened:
            return AllowedBeforeCause(self.issued_at, happened)
        if newer := self._newer(site):
            return NewerDirective(self.issued_at, newer)
        for number in self.rooms:
            room = site.sessions[asked.session].rooms[number]
            if room.started_at:
                return AlreadyStarted(asked.session, number, room.started_at)
        return (
            DirectiveTaken(
                self.application,
                self.outcome,
                self.serial,
                self.document,
                self.rooms,
                self.issued_at,
                self.until,
                desk.now,
            ),
        )

    def _newer(self, site: Site) -> datetime | None:
        """When the last word on one of these rooms was issued, where that was not before this one."""
        issued = (
            one.issued_at
            for asked in site.applications.values()
            for one in asked.directives
            if asked.session == self.session and set(one.rooms) & set(self.rooms)
        )
        return max((at for at in issued if at >= self.issued_at), default=None)


class DirectiveTaken(Fact, frozen=True):
    """The ministry decided: start, postpone or cancel."""

    application: ApplicationNo
    outcome: Outcome
    serial: str
    document: Digest
    rooms: tuple[RoomId, ...]
    issued_at: datetime
    until: datetime | None
    at: datetime

    def apply(self, site: Site) -> None:
        site.blobs.add(self.document)
        asked = site.applications[self.application]
        asked.directives.append(
            Directive(self.outcome, self.serial, self.document, self.rooms, self.issued_at, self.until, self.at)
        )
        state = site.sessions[asked.session]
        for number in self.rooms:
            room = state.rooms[number]
            if room.called_off and self.outcome is Outcome.START:
                # What was checked without this room is checked again with it (H2).
                site.unsettle(state.plan.id)
            room.called_off = _CALLED_OFF.get(self.outcome)


class NewerDirective(Refusal, frozen=True):
    """The ministry's last word counts, and it is entered already."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-04")
    issued_at: datetime
    newer_at: datetime


class DirectiveElsewhere(Refusal, frozen=True):
    """The directive speaks of another session, or of rooms that the application does not name."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-04")
    application: ApplicationNo
    session: SessionId
    rooms: tuple[RoomId, ...]

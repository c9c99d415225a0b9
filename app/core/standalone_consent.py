"""Consent to a standalone exam (主考同意单机考试): the chief's, for one candidate in one session (SAL-01, SAL-02)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.cause import began, cause_of, unfounded
from app.core.consent import AllowedBeforeCause
from app.core.extra_time_people import answering
from app.core.gate import CheckName
from app.core.incident_state import Fault
from app.core.operation import CHIEF, SUPERVISORS, Decision, Demand, Desk, Fact, Refusal, Signer, untold
from app.core.permission import acts_as
from app.core.places import free
from app.core.room_open import not_here
from app.core.room_state import Answers, Presence, RoomSession, Sitting
from app.core.site import Site
from app.core.standalone_state import Ground, Standalone, StandaloneConsent
from app.core.terms import CauseNo, ClauseId, PersonId, Role, RoomId, SessionId, Ticket

ADMINS = frozenset({Role.SITE_ADMIN, Role.ROOM_ADMIN})
"""Who asks for a standalone exam and handles its packages (G19, G20)."""


class ConsentToStandalone(AboutCandidate, frozen=True):
    """The chief consents; beside the operator, or by telephone to two persons, and then ratified (STF-01).

    `by`: who consents. `warned`: they heard that no backup runs in this mode. `reported_by`: the administrator who
    says why nothing else helps.
    """

    ground: Ground
    causes: tuple[CauseNo, ...]
    by: PersonId
    by_phone: bool
    warned: bool
    given_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ADMINS, (SUPERVISORS if self.by_phone else CHIEF,))

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        no = untold(self.given_at, self.reported_by, desk) or self._not_the_chief(site, desk)
        if no := no or _not_going_on(room, sitting):
            return no
        alone = site.sessions[self.session].standalone.get(self.ticket)
        if alone and alone.live:
            return ConsentAfterExport(self.ticket, alone.live.number)
        if no := unfounded(site, self.session, (room.room,), self.causes):
            return no
        if self.given_at < (happened := began(site, self.causes)):
            return AllowedBeforeCause(self.given_at, happened)
        if no := self._not_the_last_resort(site, room, sitting, desk):
            return no
        if not self.warned:
            return WarningUnread(self.ticket)
        before = alone.consent if alone else None
        told = (self.ground, self.causes, self.by, self.given_at)
        if before and (before.ground, before.causes, before.by, before.given_at) == told:
            return ()
        return (
            StandaloneConsented(
                self.session,
                room.room,
                self.ticket,
                self.ground,
                self.causes,
                self.by,
                self.by_phone,
                self.given_at,
                desk.now,
                self.reported_by,
            ),
        )

    def _not_the_chief(self, site: Site, desk: Desk) -> Refusal | None:
        member = desk.directory.staff.get(self.by)
        on_the_phone = Signer(self.by, member.role, "") if member and self.by_phone else None
        said = next((one for one in desk.signers if one.id == self.by), on_the_phone)
        return None if said and acts_as(said, CHIEF, site, self.given_at) else NotTheChief(self.by)

    def _not_the_last_resort(self, site: Site, room: RoomSession, sitting: Sitting, desk: Desk) -> Refusal | None:
        """A failed reset, or what an administrator says stands in its way and still does."""
        if self.ground is Ground.RESET_FAILED:
            resets = (*sitting.past_resets, *((sitting.reset,) if sitting.reset else ()))
            failed = [one.failed_at for one in resets if one.failed_at]
            if not failed:
                return NoFailedReset(self.ticket)
            return AllowedBeforeCause(self.given_at, min(failed)) if self.given_at < min(failed) else None
        member = desk.directory.staff.get(self.reported_by)
        if member is None or member.role not in ADMINS:
            return AdministratorConfirms(self.reported_by)
        return None if stopped(site, room, sitting, self.causes) else MachineWorks(self.ticket)


def stopped(site: Site, room: RoomSession, sitting: Sitting, causes: tuple[CauseNo, ...]) -> bool:
    """Whether one of these is a fault, still open, that keeps the machine of this candidate from being used."""
    faults = (cause_of(site, number) for number in causes)
    down = (one for one in faults if isinstance(one, Fault) and one.machine_down and not one.closed_at)
    here = [one for one in down if one.room in (room.room, None)]
    if seat := sitting.sits_at or sitting.seat:
        return any(not one.seats or seat in one.seats for one in here)
    # Who was never given a seat is stopped where none is left.
    return any(not one.seats for one in here) or (bool(here) and not free(site, room))


def _not_going_on(room: RoomSession, sitting: Sitting) -> Refusal | None:
    """Why this is not a room that is sitting, or nobody who is still answering."""
    if no := not_here(room):
        return no
    if room.started_at is None:
        return RoomNotStarted(room.session, room.room)
    if room.ended_at:
        return RoomHasEnded(room.session, room.room, room.ended_at)
    return None if answering(sitting) else NobodyToGoOn(sitting.ticket, sitting.presence, sitting.answers)


class StandaloneConsented(Fact, frozen=True):
    """The chief consented to a standalone exam."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    ground: Ground
    causes: tuple[CauseNo, ...]
    by: PersonId
    by_phone: bool
    given_at: datetime
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        alone = site.sessions[self.session].standalone.setdefault(self.ticket, Standalone(self.ticket))
        if self.by_phone:
            site.sessions[self.session].rooms[self.room].overridden.pop(CheckName.RATIFIED, None)
        alone.consents.append(
            StandaloneConsent(
                self.ground, self.causes, self.by, self.given_at, self.at, self.by_phone, self.reported_by
            )
        )


class RatifyConsent(AboutCandidate, frozen=True):
    """The chief signs for a consent that was given by telephone."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        state = site.sessions.get(self.session)
        alone = state.standalone.get(self.ticket) if state else None
        by = (alone.waiting.by,) if alone and alone.waiting else ()
        return Demand(ADMINS | CHIEF | {Role.DEPUTY}, persons=by)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        alone = site.sessions[self.session].standalone.get(self.ticket)
        if alone is None or alone.waiting is None:
            return NothingToRatify(self.ticket)
        return (ConsentRatified(self.session, self.ticket, alone.waiting.by, desk.now),)


class ConsentRatified(Fact, frozen=True):
    """A consent by telephone is signed."""

    session: SessionId
    ticket: Ticket
    by: PersonId
    at: datetime

    def apply(self, site: Site) -> None:
        waiting = site.sessions[self.session].standalone[self.ticket].waiting
        if waiting:
            waiting.ratified_at = self.at


class NobodyToGoOn(Refusal, frozen=True):
    """Only somebody who is present and has not handed in goes on."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-01")
    ticket: Ticket
    presence: Presence
    answers: Answers


class NoFailedReset(Refusal, frozen=True):
    """First a reset, and its failed login noted; or the reason why a reset is impossible."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-01")
    ticket: Ticket


class MachineWorks(Refusal, frozen=True):
    """No fault that is still open keeps this candidate's machine from being used: a reset comes first."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-01")
    ticket: Ticket


class AdministratorConfirms(Refusal, frozen=True):
    """That a reset is impossible is for a system administrator to say."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-01")
    person: PersonId


class NotTheChief(Refusal, frozen=True):
    """Consent is the chief's, or a deputy's with a written delegation that held at that time."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-02")
    person: PersonId


class ConsentAfterExport(Refusal, frozen=True):
    """The package is out already; it went out on the consent before."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-02")
    ticket: Ticket
    number: int


class WarningUnread(Refusal, frozen=True):
    """Whoever consents has to know that no backup runs in this mode."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-06")
    ticket: Ticket


class NothingToRatify(Refusal, frozen=True):
    """No consent by telephone waits for a signature."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-02")
    ticket: Ticket

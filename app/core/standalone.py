"""Standalone exam (单机考试): packages go out, one at a time, and are watched until they are back (SAL-03, SAL-04)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.attendance import RoomHasEnded
from app.core.extra_time_people import answering, over_at
from app.core.media import unregistered
from app.core.operation import SUPERVISORS, Decision, Demand, Desk, Fact, PersonUnknown, Refusal
from app.core.room_state import RoomSession, Sitting
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.standalone_consent import ADMINS, NobodyToGoOn, stopped
from app.core.standalone_place import no_place
from app.core.standalone_state import (
    Custody,
    Ground,
    PackageEnd,
    Standalone,
    StandaloneConsent,
    StandalonePackage,
    VoidReason,
)
from app.core.terms import ClauseId, Digest, MediumSerial, PersonId, RoomId, SessionId, Ticket

NOTHING = Digest("")
SLOWEST = timedelta(minutes=5)
"""Between the time from which a package's minutes count and its being entered."""


def remaining_seconds(state: SessionState, sitting: Sitting, at: datetime) -> int:
    """What is left of the own answering time, minutes given so far included; 0 when it is over or has not begun."""
    over = over_at(state, sitting)
    return max(int((over - at).total_seconds()), 0) if over else 0


class ExportStandalone(AboutCandidate, frozen=True):
    """Enter a package that was made for one machine and goes out on a registered medium.

    `host` and `place` say where the machine stands, `place` "" where it is no seat of that room. `file` is the blob of
    the package, `secret` the personal blob with its unlock code. Another system's package has neither nonce, key nor
    secret. `voids`: why the package before is void, None where there is none out. `so_far`: the file of the answers to
    go on from, "" for none; one that is no interim copy of this candidate wants a supervisor.
    """

    number: int
    custody: Custody
    host: RoomId
    place: str
    machine: str
    watched_by: PersonId
    medium: MediumSerial
    file: Digest
    issued_at: datetime
    nonce: str
    key: str
    secret: str
    voids: VoidReason | None = None
    so_far: Digest = NOTHING

    def demand(self, site: Site, desk: Desk) -> Demand:
        ours = self.custody is Custody.OURS
        return Demand(ADMINS, (SUPERVISORS,) if self._foreign_answers(site) else (), site_lock=ours)

    def _foreign_answers(self, site: Site) -> bool:
        """Answers to go on from that did not come back from a station of this candidate."""
        state = site.sessions.get(self.session)
        alone = state.standalone.get(self.ticket) if state else None
        known = {one.file for one in alone.returns} if alone else set[Digest]()
        return bool(self.so_far) and self.so_far not in known

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        state = site.sessions[self.session]
        if no := may_export(site, state, room, sitting, self.voids):
            return no
        if self.issued_at > desk.now or desk.now - self.issued_at > SLOWEST:
            return IssuedLongAgo(self.ticket, self.issued_at, desk.now)
        if self.watched_by not in desk.directory.staff:
            return PersonUnknown(self.watched_by)
        if no := unregistered(site, self.medium):
            return no
        if no := no_place(site, state, sitting, self.machine, self.key, self.host, self.place):
            return no
        alone = state.standalone[self.ticket]
        if self.number != len(alone.packages) + 1:
            return PackageNumberTaken(self.ticket, self.number, len(alone.packages) + 1)
        left = remaining_seconds(state, sitting, self.issued_at)
        if not left:
            return NoTimeLeft(self.ticket)
        return (
            StandaloneExported(
                self.session,
                room.room,
                self.ticket,
                self.number,
                self.custody,
                self.host,
                self.place,
                self.machine,
                self.watched_by,
                self.medium,
                self.file,
                self.issued_at,
                left,
                sitting.extra_minutes,
                self.nonce,
                self.key,
                self.secret,
                self.voids if alone.live else None,
                self.so_far,
            ),
        )


def may_export(
    site: Site, state: SessionState, room: RoomSession, sitting: Sitting, voids: VoidReason | None
) -> Refusal | None:
    """Asked before anything is made, so that no package lies about that may not go out."""
    if room.ended_at:
        return RoomHasEnded(room.session, room.room, room.ended_at)
    alone = state.standalone.get(sitting.ticket)
    if alone is None or alone.consent is None:
        return ConsentNeeded(sitting.ticket)
    if not answering(sitting):
        return NobodyToGoOn(sitting.ticket, sitting.presence, sitting.answers)
    if alone.live and voids is None:
        return PackageOut(sitting.ticket, alone.live.number, alone.live.machine)
    if alone.live is None and not _old_session_over(site, room, sitting, alone.consent):
        return OldSessionLive(sitting.ticket, sitting.sits_at or sitting.seat or "")
    return None


def _old_session_over(site: Site, room: RoomSession, sitting: Sitting, consent: StandaloneConsent) -> bool:
    """Reset and not logged in since; or, where no reset was possible, the machine is still down."""
    if consent.ground is Ground.RESET_FAILED:
        return sitting.reset is not None and not sitting.reset.login and not sitting.sits_at
    return stopped(site, room, sitting, consent.causes)


class StandaloneExported(Fact, frozen=True):
    """A package is out; `remaining_seconds` from `issued_at` on. The one before, if any, is void."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    number: int
    custody: Custody
    host: RoomId
    place: str
    machine: str
    watched_by: PersonId
    medium: MediumSerial
    file: Digest
    issued_at: datetime
    remaining_seconds: int
    extra_minutes: int
    nonce: str
    key: str
    secret: str
    voids: VoidReason | None
    so_far: Digest = NOTHING

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        alone, sitting = state.standalone[self.ticket], state.rooms[self.room].sittings[self.ticket]
        void(state, alone, self.voids)
        alone.packages.append(
            StandalonePackage(
                self.number,
                self.custody,
                self.host,
                self.place,
                self.machine,
                self.watched_by,
                self.medium,
                self.file,
                self.issued_at,
                self.remaining_seconds,
                self.extra_minutes,
                self.nonce,
                self.key,
                self.secret,
                so_far=self.so_far,
            )
        )
        sitting.standalone, sitting.by_hand, sitting.sits_at = True, False, ""
        state.rooms[self.room].doubt(self.ticket)
        if (host := state.rooms.get(self.host)) and self.place:
            host.stations[self.ticket] = self.place
        site.blobs.update(Digest(one) for one in (self.file, self.secret, self.so_far) if one)


def void(state: SessionState, alone: Standalone, reason: VoidReason | None = None) -> None:
    """The package that is out, if there is one, counts no more, and its seat is free."""
    if out := alone.live:
        out.ended, out.voided_for = PackageEnd.VOID, reason
    for room in state.rooms.values():
        room.stations.pop(alone.ticket, None)


class ConsentNeeded(Refusal, frozen=True):
    """First the chief's consent for this candidate in this session."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-02")
    ticket: Ticket


class PackageOut(Refusal, frozen=True):
    """One package a candidate and session: another one makes it void, and says why."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-03")
    ticket: Ticket
    number: int
    machine: str


class OldSessionLive(Refusal, frozen=True):
    """The candidate is still logged in at this seat: first the reset."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-03")
    ticket: Ticket
    seat: str


class PackageNumberTaken(Refusal, frozen=True):
    """Packages of a candidate and session are numbered one by one."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-03")
    ticket: Ticket
    number: int
    next_number: int


class IssuedLongAgo(Refusal, frozen=True):
    """The minutes in a package count from a moment that is hardly past; it is made anew."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-07")
    ticket: Ticket
    issued_at: datetime
    now: datetime


class NoTimeLeft(Refusal, frozen=True):
    """The own answering time is over; what was lost is made good first."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-07")
    ticket: Ticket


class NoPackageOut(Refusal, frozen=True):
    """No package of this candidate is out."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-03")
    ticket: Ticket

"""While a standalone package is out (单机考试中): login, interim copies, minutes passed on (SAL-04, SAL-06, SAL-07)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.operation import Decision, Demand, Desk, Fact, Refusal, untold
from app.core.room_state import RoomSession, Sitting
from app.core.site import Site
from app.core.standalone import NoPackageOut, void
from app.core.standalone_consent import ADMINS
from app.core.standalone_state import Custody, VoidReason, Voucher
from app.core.terms import ClauseId, PersonId, RoomId, SessionId, Ticket
from app.crypto.standalone import LONGEST_VOUCHER


class WithdrawStandalone(AboutCandidate, frozen=True):
    """Make a package void that nobody opened: the candidate goes on at an exam machine, by reset and login."""

    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ADMINS)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        state = site.sessions[self.session]
        live = state.package_out(self.ticket)
        if live is None:
            return NoPackageOut(self.ticket)
        if live.login_at or live.copies or state.standalone[self.ticket].returns:
            return AnsweredThere(self.ticket, live.number)
        return (StandaloneWithdrawn(self.session, room.room, self.ticket, self.happened_at, self.reported_by),)


class StandaloneWithdrawn(Fact, frozen=True):
    """The candidate goes on in the room after all. Whoever waits for a login there is reset."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        void(state, state.standalone[self.ticket], VoidReason.BACK_TO_ROOM)
        sitting = state.rooms[self.room].sittings[self.ticket]
        sitting.standalone = False
        state.standalone[self.ticket].consents[-1].used = True
        state.rooms[self.room].doubt(self.ticket)


class RecordStandaloneLogin(AboutCandidate, frozen=True):
    """Note when the candidate went on at the station (SAL-04): until then answering time was lost."""

    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ADMINS)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        live = site.sessions[self.session].package_out(self.ticket)
        if live is None:
            return NoPackageOut(self.ticket)
        if live.login_at:
            return () if live.login_at == self.happened_at else WentOnAlready(self.ticket, live.login_at)
        if self.happened_at < live.exported_at:
            return BeforeExport(self.ticket, self.happened_at, live.exported_at)
        by = self.reported_by
        return (StandaloneLoggedIn(self.session, room.room, self.ticket, live.number, self.happened_at, by),)


class StandaloneLoggedIn(Fact, frozen=True):
    """The candidate goes on at the station."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    number: int
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        state.standalone[self.ticket].packages[self.number - 1].login_at = self.at
        sitting = state.rooms[self.room].sittings[self.ticket]
        if sitting.logged_in_at:
            sitting.logins_after += (self.at,)
        sitting.logged_in_at = sitting.logged_in_at or self.at


class NoteInterimCopy(AboutCandidate, frozen=True):
    """Note that an interim copy was made at the station; it is not the return (SAL-06)."""

    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ADMINS)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        live = site.sessions[self.session].package_out(self.ticket)
        if live is None:
            return NoPackageOut(self.ticket)
        if self.happened_at < live.exported_at:
            return BeforeExport(self.ticket, self.happened_at, live.exported_at)
        if self.happened_at in live.copies:
            return ()
        return (InterimCopyMade(self.session, self.ticket, live.number, self.happened_at, self.reported_by),)


class InterimCopyMade(Fact, frozen=True):
    """An interim copy exists."""

    session: SessionId
    ticket: Ticket
    number: int
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sessions[self.session].standalone[self.ticket].packages[self.number - 1].copies.append(self.at)


class IssueVoucher(AboutCandidate, frozen=True):
    """Pass on to the station what the ledger gave since the export (SAL-07); nothing else raises its time."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ADMINS)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        live = site.sessions[self.session].package_out(self.ticket)
        if live is None:
            return NoPackageOut(self.ticket)
        if live.custody is not Custody.OURS:
            return NotOurPackage(self.ticket, live.number)
        if live.login_at is None:
            return LoginUnnoted(self.ticket, live.number)
        minutes = sitting.extra_minutes - live.extra_minutes
        if minutes > LONGEST_VOUCHER:
            return VoucherTooLong(self.ticket, minutes)
        if minutes <= live.minutes_after:
            return NothingToPassOn(self.ticket, sitting.extra_minutes)
        return (VoucherIssued(self.session, self.ticket, live.number, minutes, desk.now),)


class VoucherIssued(Fact, frozen=True):
    """A voucher for so many minutes in all since the export may be read out."""

    session: SessionId
    ticket: Ticket
    number: int
    minutes: int
    at: datetime

    def apply(self, site: Site) -> None:
        package = site.sessions[self.session].standalone[self.ticket].packages[self.number - 1]
        package.vouchers.append(Voucher(self.minutes, self.at))


class WentOnAlready(Refusal, frozen=True):
    """When they went on is entered."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-04")
    ticket: Ticket
    at: datetime


class BeforeExport(Refusal, frozen=True):
    """Nobody used a package before it was exported."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-04")
    ticket: Ticket
    at: datetime
    exported_at: datetime


class NothingToPassOn(Refusal, frozen=True):
    """The ledger gave nothing that the station does not have."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-07")
    ticket: Ticket
    minutes: int


class AnsweredThere(Refusal, frozen=True):
    """Somebody answered with this package: it has to come back."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-05")
    ticket: Ticket
    number: int


class NotOurPackage(Refusal, frozen=True):
    """Another system's package takes no voucher: its minutes are given in that system."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-07")
    ticket: Ticket
    number: int


class VoucherTooLong(Refusal, frozen=True):
    """No voucher gives so many minutes; the package is made anew."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-07")
    ticket: Ticket
    minutes: int


class LoginUnnoted(Refusal, frozen=True):
    """First when they went on at the station: until then, and no longer, answering time was lost."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-04")
    ticket: Ticket
    number: int

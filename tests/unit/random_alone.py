"""What may be asked on a random day about standalone exams and about the end of a room."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.attendance import ConfirmAttendance
from app.core.closing import CheckAnswers, EndRooms, WriteOff
from app.core.collection import CollectByHand, ConfirmCollected, EnterRoomResult, to_collect
from app.core.damaged_result import NoteDamagedResult
from app.core.day_close import CloseDay
from app.core.end_phase import ConfirmViolations, CountScratchPaper, ReportUngatedEnd
from app.core.end_state import OverrideReason, ResultReason, ScratchNote
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.fault import FaultKind, ReportFault
from app.core.gate import CheckName
from app.core.incident import OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.login import RecordLogins
from app.core.media import RegisterMedium
from app.core.operation import Operation
from app.core.override import OverrideCheck
from app.core.paper_state import PaperRef
from app.core.records import ConfirmPrinted, KeepRecord, ReprintReason, RoomForm
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_state import Answers, Presence, ResetCause, RoomSession, Sitting
from app.core.safekeeping import RecordBackup
from app.core.seating import TicketSeat
from app.core.signing import SignedPaper, SignPapers
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet, KeepSiteSheet
from app.core.standalone import ExportStandalone
from app.core.standalone_consent import ConsentToStandalone, RatifyConsent
from app.core.standalone_course import IssueVoucher, NoteInterimCopy, RecordStandaloneLogin, WithdrawStandalone
from app.core.standalone_return import DecideReturn, TakeStandaloneReturn
from app.core.standalone_state import Custody, Ground, Standalone, VoidReason
from app.core.start import RecordStarts, RoomStart
from app.core.terms import CauseNo, MediumSerial, Ticket
from app.core.time_state import LossCause
from app.views.to_sign import waiting
from tests.builders import ADMIN, CHIEF, D1, DEPUTY, GUIDE, LIAONING, MINUTE, R1, R2, digest
from tests.unit.conduct_people import STAFFED
from tests.unit.random_times import Times

STICK, OTHER = MediumSerial("U-1"), MediumSerial("U-2")
_MOST = 120 * 60


class Alone(Times):
    """Consents, packages, returns; what a room tells of its answers; debts and the day's close."""

    def alone(self) -> Standalone | None:
        state = self.live.sessions.get(self.session)
        return state.standalone.get(self.ticket) if state else None

    def goes_alone(self) -> Iterator[Operation]:
        """A candidate whose reset failed, from the consent to what comes back, now and then with something odd."""
        pick, now = self.dice.choice, self.now
        going_on = (one for one in self.live.sessions.values() if one.plan.starts_at <= now <= one.plan.ends_at)
        rooms = [room for state in going_on for room in state.rooms.values()]
        sitting = [room for room in rooms if room.started_at and not room.ended_at and not room.called_off]
        people = (one for room in sitting for one in room.sittings.values() if one.answers is Answers.OPEN)
        here = [one for one in people if one.presence is Presence.PRESENT]
        if not here:
            return
        one = pick(here)
        self.session, self.room, self.ticket = one.session, one.room, one.ticket
        if not one.standalone:
            yield from self._reset_fails(one)
        yield RegisterMedium(STICK, "U-1", ADMIN, read=True)
        yield self.a_consent_to_go_alone()
        if pick((True, True, False)):
            yield RatifyConsent(self.session, self.ticket)
        yield self.an_export(pick((None, None, *VoidReason)))
        if pick((True, False, False)):
            yield WithdrawStandalone(self.session, self.ticket, now, GUIDE)
        if pick((True, True, False)):
            loss = Loss(LossCause.FAULT, self.cause_here(), now - 3 * MINUTE, now, GUIDE)
            yield GrantExtraTime(self.session, self.room, (self.ticket,), (), pick((2, 3)), loss, knowingly=True)
        if pick((True, True, False)):
            yield RecordStandaloneLogin(self.session, self.ticket, now, GUIDE)
        yield pick((NoteInterimCopy(self.session, self.ticket, now, GUIDE), IssueVoucher(self.session, self.ticket)))
        if pick((True, True, False)):
            yield self.a_return()
        if pick((True, False)) and (alone := self.alone()) and alone.returns:
            yield DecideReturn(self.session, self.ticket, pick(alone.returns).file, pick((None, self.incident())))

    def _reset_fails(self, one: Sitting) -> Iterator[Operation]:
        session, ticket, now, seat = one.session, one.ticket, self.now, self.seat()
        yield RecordLogins(session, one.room, (TicketSeat(ticket, one.seat or seat),), now, GUIDE)
        yield ReportFault(FaultKind.MACHINE, session, one.room, (one.seat or seat,), now - 3 * MINUTE, GUIDE)
        yield ResetCandidates(session, one.room, (TicketSeat(ticket, seat),), ResetCause.PERIPHERAL, now, GUIDE)
        yield NoteResetFailed(session, ticket, now, GUIDE)

    def cause_here(self) -> tuple[CauseNo, ...]:
        return tuple(CauseNo(number) for number in list(self.live.faults)[-1:])

    def a_consent_to_go_alone(self) -> ConsentToStandalone:
        pick = self.dice.choice
        return ConsentToStandalone(
            self.session,
            self.ticket,
            pick((Ground.RESET_FAILED, Ground.RESET_FAILED, *Ground)),
            pick((*[self.cause_here()] * 4, self.cause())),
            pick((*[CHIEF] * 5, DEPUTY, ADMIN)),
            pick((True, False)),
            pick((*[True] * 6, False)),
            self.now - pick((0, 0, 0, 5)) * MINUTE,
            pick((ADMIN, ADMIN, self.who)),
        )

    def an_export(self, voids: VoidReason | None) -> ExportStandalone:
        pick, alone = self.dice.choice, self.alone()
        ours = pick((True, True, True, False))
        number = len(alone.packages) + 1 if alone else 1
        machine = pick(("M-1", "M-2"))
        return ExportStandalone(
            self.session,
            self.ticket,
            pick((number, number, number, 1)),
            Custody.OURS if ours else Custody.REGISTERED,
            pick((R1, R2)),
            pick(("", "", self.seat())),
            machine,
            GUIDE,
            pick((STICK, STICK, STICK, OTHER)),
            digest(f"package {self.ticket} {number}"),
            self.now,
            "n" if ours else "",
            f"key of {machine}" if ours else "",
            digest("secret") if ours else "",
            voids,
        )

    def a_return(self) -> TakeStandaloneReturn:
        pick, alone, now = self.dice.choice, self.alone(), self.now
        numbers = [one.number for one in alone.packages] if alone else [1]
        number = pick([*numbers, numbers[-1], numbers[-1]] if numbers else [1])
        package = alone.package(number) if alone else None
        opened = package.exported_at if package else now
        return TakeStandaloneReturn(
            self.session,
            self.ticket,
            number,
            digest(f"return {self.ticket} {number} {pick((1, 1, 2))}"),
            pick((True, True, True, False)),
            opened - pick((0, 0, 0, 3)) * MINUTE,
            now + pick((0, 0, 0, 3)) * MINUTE,
            pick((0, 60, 600, _MOST)),
            pick((0, 0, 0, 5)),
            12,
            pick((0, 7, 12)),
        )

    def about_going_alone(self) -> Operation:
        """One step of it, at somebody whom it may concern."""
        pick, state = self.dice.choice, self.live.sessions.get(self.session)
        if state and state.standalone:
            self.ticket = pick(list(state.standalone))
        session, ticket, now, alone = self.session, self.ticket, self.now, self.alone()
        files = [one.file for one in alone.returns] if alone else []
        incident = pick((None, self.incident()))
        return pick(
            (
                self.a_consent_to_go_alone(),
                RatifyConsent(session, ticket),
                self.an_export(pick((None, *VoidReason))),
                WithdrawStandalone(session, ticket, now, GUIDE),
                RecordStandaloneLogin(session, ticket, now, self.who),
                NoteInterimCopy(session, ticket, now, self.who),
                IssueVoucher(session, ticket),
                self.a_return(),
                self.a_return(),
                DecideReturn(session, ticket, pick([*files, D1]), incident),
                DecideReturn(session, ticket, pick([*files, D1]), incident),
                OpenIncident(IncidentKind.ANSWERS_LOST, session, pick((None, self.room)), now, GUIDE),
                WriteOff(session, ticket, self.incident()),
                RegisterMedium(pick((STICK, OTHER)), pick(("U-1", "U-2", "")), ADMIN, read=pick((True, False))),
            )
        )

    def _untold(self) -> list[RoomSession]:
        """Rooms with a roll that have not told of their answers."""
        rooms = [room for state in self.live.sessions.values() for room in state.rooms.values() if not room.ended_at]
        return [room for room in rooms if room.attendance_confirmed_at and room.result is None]

    def by_hand(self) -> Iterator[Operation]:
        """A room tells its count, less one whose answers come by hand, and then those."""
        for room in self._untold()[:1]:
            here = to_collect(room)
            odd = tuple(one.ticket for one in here[:1])
            yield ConfirmCollected(room.session, room.room, len(here) - len(odd), (), odd, self.now, GUIDE)
            for ticket in odd:
                yield CollectByHand(room.session, ticket, self.now, GUIDE)
            for check in (CheckName.RATIFIED, CheckName.SUBMITTED, CheckName.VIOLATIONS):
                yield OverrideCheck(room.session, room.room, check, OverrideReason.SEEN_IN_ROOM)

    def at_the_end_of_a_room(self) -> Operation:
        pick = self.dice.choice
        over = self._untold()
        if over and self.dice.random() < 0.7:
            one = pick(over)
            self.session, self.room = one.session, one.room
        session, room = self.session, self.room
        here = self.live.room(session, room)
        waiting = to_collect(here) if here else ()
        odd = tuple(one.ticket for one in waiting if self.dice.random() < 0.2)
        never, by_hand = pick(((odd, ()), ((), odd)))
        told = len(waiting) - len(odd) + pick((0, 0, 0, 1))
        at = min(self.when([4499, 4500, 5400]), self.now)
        sheets = pick((0, 3))
        return pick(
            (
                ConfirmCollected(session, room, told, never, by_hand, at, self.who),
                ConfirmCollected(session, room, len(waiting), (), (), at, self.who),
                CollectByHand(session, self._by_hand(), at, self.who),
                CollectByHand(session, self._by_hand(), at, self.who),
                EnterRoomResult(session, room, told, never, at, self.who, pick((None, *ResultReason))),
                NoteDamagedResult(session, room, digest(f"damaged {pick((1, 2))}"), Ticket("")),
                ConfirmViolations(session, pick(((room,), (R1, R2), ())), at, self.who),
                CountScratchPaper(session, room, 3, sheets, pick((None, *ScratchNote)), self.now, self.who),
                ReportUngatedEnd(session, room, at, self.who),
                OverrideCheck(session, room, pick(list(CheckName)), pick(list(OverrideReason))),
                self._signed(),
                CloseDay(self.now.date()),
            )
        )

    def _by_hand(self) -> Ticket:
        waiting = [one.ticket for one in self.here() if one.by_hand]
        return self.dice.choice(waiting or [self.ticket])

    def _signed(self) -> SignPapers:
        """Whatever waits, or a sheet that does not; now and then by half of those who have to."""
        found = waiting(self.live, STAFFED, LIAONING)
        whole = tuple(one.signed(self.now) for one in found)
        if not whole and self.live.records:
            one = self.dice.choice(self.live.records)
            whole = (SignedPaper(PaperRef(one.form, one.subject, one.copy), ()),)
        return SignPapers(whole)

    def the_day_is_closed(self) -> Iterator[Operation]:
        """The plain rest of every session of this day, every debt paid as far as it goes, then the day closed."""
        now = self.now
        for state in [one for one in self.live.sessions.values() if one.plan.ends_at < now]:
            self.session = state.plan.id
            for self.room, room in list(state.rooms.items()):
                if not room.ended_at and not room.moved_to:
                    yield from self._to_the_end(room)
                yield from self._papers(room)
            yield from self._transfer_sheet()
            yield CheckAnswers(self.session)
            yield RecordBackup(f"{self.session}-{self.dice.choice((4, 5, 6))}", self.session, D1, 1, 1, "head")
        yield CloseDay(now.date())

    def _transfer_sheet(self) -> Iterator[Operation]:
        form, session = SiteForm.TRANSFERS, self.session
        copy = len(self.live.sheet_copies(form, session)) + 1
        yield KeepSiteSheet(form, session, copy, D1, D1, ReprintReason.LOST if copy > 1 else None)
        yield ConfirmSiteSheet(form, session, copy, came_out=True)
        yield self._signed()

    def _to_the_end(self, room: RoomSession) -> Iterator[Operation]:
        session, number, now, plan = room.session, room.room, self.now, self.live.sessions[room.session].plan
        if not room.started_at:
            yield from self.until_release()
            yield RecordStarts(session, (RoomStart(number, plan.starts_at),), GUIDE)
        if not room.attendance_confirmed_at:
            yield ConfirmAttendance(session, number, (), plan.starts_at + 10 * MINUTE, GUIDE)
        yield ConfirmViolations(session, (number,), now, GUIDE)
        yield EnterRoomResult(session, number, len(to_collect(room)), (), now, ADMIN)
        yield EndRooms(session, (number,), now, GUIDE)

    def _papers(self, room: RoomSession) -> Iterator[Operation]:
        session, number = room.session, room.room
        yield CountScratchPaper(session, number, 0, 0, None, self.now, GUIDE)
        copy = len(self.live.copies(RoomForm.RECORD, session, number)) + 1
        reason = ReprintReason.LOST if copy > 1 else None
        yield KeepRecord(RoomForm.RECORD, session, number, copy, D1, D1, reason)
        yield ConfirmPrinted(RoomForm.RECORD, session, number, copy, came_out=True)
        yield self._signed()

"""A morning on which three machines of one room break: one candidate is reset, one finishes a standalone exam, and the
station of the third dies with what was answered there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from app.core.closing import WriteOff
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.fault import CloseFault
from app.core.incident import OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.login import RecordLogins
from app.core.media import RegisterMedium
from app.core.operation import Operation, Refusal
from app.core.places import free
from app.core.plan import Session
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_state import Presence, ResetCause
from app.core.seating import TicketSeat
from app.core.session_state import SessionState
from app.core.site_form import SiteForm
from app.core.standalone_consent import ConsentToStandalone, RatifyConsent
from app.core.standalone_course import NoteInterimCopy, RecordStandaloneLogin
from app.core.standalone_state import Ground as Why
from app.core.terms import CauseNo, MediumSerial, PersonId, RoomId, SessionId, Ticket
from app.core.time_state import LossCause
from app.exchange import outbox
from app.machine_clock import Machine
from app.rehearsal.ground import Ground, Surprise, expected
from app.rehearsal.overflow import invigilator
from app.service import media, site_sheets, standalone, standalone_return
from app.service.standalone import Made, Where
from app.station.answering import Answering, QuestionKind
from app.station.host import Host
from app.station.machine import Station

BREAK_AFTER = timedelta(minutes=15)
GONE_ON_AFTER = timedelta(minutes=23)
DIES_AFTER = timedelta(minutes=50)
LOST = 8
"""Minutes from the fault to the login at the station."""
BACK_AFTER = timedelta(minutes=LOST - 1)
"""After the others' end, in the last of the minutes that the voucher gave."""
BEHIND = timedelta(minutes=LOST + 4)
"""The room collects and ends so much later than the others: somebody of it was given those minutes."""
_LATER = frozenset({"collect", "end", "results"})
_CHIEF, _DESK = PersonId("C01"), PersonId("A01")
_STICK, NOWHERE = "U-001", RoomId("")
Does = Callable[[Session, SessionState], None]


@dataclass(slots=True)
class BrokenMachines:
    """What the desk hears and does about it; nothing breaks until they `fall_on` a day."""

    ground: Ground
    session: SessionId | None = None
    room: RoomId = NOWHERE
    three: tuple[Ticket, ...] = ()
    answering: dict[Ticket, Answering] = field(default_factory=dict)
    stations: list[Station] = field(default_factory=list)

    def fall_on(self, held: list[SessionState]) -> None:
        """The first room of the first session."""
        first = min(held, key=lambda one: one.plan.starts_at)
        self.session, self.room = first.plan.id, min(first.rooms)

    def late(self, session: SessionId, step: str) -> frozenset[RoomId]:
        """The rooms that have a turn of their own in this step."""
        return frozenset({self.room}) if session == self.session and step in _LATER else frozenset()

    def behind(self, session: SessionId) -> timedelta:
        return BEHIND if session == self.session else timedelta(0)

    def at_the_desk(self, session: Session, over: datetime) -> tuple[tuple[datetime, Does], ...]:
        """What happens besides the plain course of this session."""
        if session.id != self.session:
            return ()
        starts = session.starts_at
        return (
            (starts + BREAK_AFTER, self.break_down),
            (starts + GONE_ON_AFTER, self.go_on),
            (starts + DIES_AFTER, self.dies),
            (over + BACK_AFTER, self.come_back),
        )

    @property
    def _now(self) -> datetime:
        return self.ground.clock.moment().at

    def _chief(self, operation: Operation) -> None:
        expected(self.ground.console.submit(operation, *self.ground.beside))

    def break_down(self, session: Session, state: SessionState) -> None:
        """Three seats fail at once; all three are reset, and two cannot log in again."""
        here, told = state.rooms[self.room], invigilator(self.room)
        present = (ticket for ticket, one in sorted(here.sittings.items()) if one.presence is Presence.PRESENT)
        self.three = tuple(present)[:3]
        own = tuple(TicketSeat(ticket, here.sittings[ticket].seat or "") for ticket in self.three)
        logins = RecordLogins(session.id, self.room, own, session.starts_at, told)
        self.ground.do(logins)
        spare = free(self.ground.console.site, here)
        new = tuple(TicketSeat(ticket, seat) for ticket, seat in zip(self.three, spare, strict=False))
        self.ground.do(ResetCandidates(session.id, self.room, new, ResetCause.MACHINE, self._now, told))
        self.ground.do(RecordLogins(session.id, self.room, new[:1], self._now, told))
        for ticket in self.three[1:]:
            self.ground.do(NoteResetFailed(session.id, ticket, self._now, told))

    @property
    def _cause(self) -> CauseNo:
        return CauseNo(list(self.ground.console.site.faults)[-1])

    def go_on(self, session: Session, _: SessionState) -> None:
        """The chief consents, for the third by telephone; each goes on at a station of its own."""
        stick = self.ground.out / "stations" / _STICK
        stick.mkdir(parents=True)
        serial = media.medium_at(self.ground.console, stick)
        known = serial or MediumSerial(_STICK)
        self._chief(RegisterMedium(known, _STICK, _DESK, read=bool(serial)))
        since = self._now - GONE_ON_AFTER + BREAK_AFTER
        for n, ticket in enumerate(self.three[1:], 1):
            by_phone = n == 2
            self._chief(
                ConsentToStandalone(
                    session.id, ticket, Why.RESET_FAILED, (self._cause,), _CHIEF, by_phone, True, self._now, _DESK
                )
            )
            self._open(session, ticket, n, Where(self.room, "", invigilator(self.room), known, stick))
            self.ground.do(RecordStandaloneLogin(session.id, ticket, self._now, _DESK))
        loss = Loss(LossCause.FAULT, (self._cause,), since, self._now, invigilator(self.room))
        self.ground.do(GrantExtraTime(session.id, self.room, self.three[1:2], (), LOST, loss))
        told = standalone.issue_voucher(self.ground.console, session.id, self.three[1], self.ground.office[0])
        self.answering[self.three[1]].voucher(_said(told))

    def _open(self, session: Session, ticket: Ticket, n: int, where: Where) -> None:
        """The station asks, the console exports, and code, ticket and ID number open it there."""
        folder = self.ground.out / "stations" / f"M-{n}"
        clock = Machine(lambda: self._now, lambda: int(self._now.timestamp() * 1e9), "rehearsal")
        station = Station.take_up(folder, None, self.ground.console.site.mode, clock, Host(f"M-{n}", f"machine-{n}"))
        self.stations.append(station)
        request = standalone.request(self.ground.console, station.write_request(where.folder))
        made = standalone.export(self.ground.console, session.id, ticket, request, where, self.ground.office[0])
        if not isinstance(made, Made):
            raise Surprise(made)
        number = self.ground.console.directory.candidates[ticket].id_number
        opened = station.unlock(station.take(made.path), ticket, made.code, number)
        if not isinstance(opened, Answering):
            raise TypeError(made.code)
        self.answering[ticket] = opened
        for question, chosen, text in _answers(opened):
            opened.answer(question, chosen, text)
        opened.interim(where.folder)
        self.ground.do(NoteInterimCopy(session.id, ticket, self._now, _DESK))

    def dies(self, session: Session, _: SessionState) -> None:
        """The third machine is dead and its disk with it: an incident, and the chief's record."""
        ticket = self.three[2]
        self.answering.pop(ticket).close()
        self.stations.pop().close()
        self.ground.do(OpenIncident(IncidentKind.ANSWERS_LOST, session.id, self.room, self._now, _DESK))
        incident = list(self.ground.console.site.incidents)[-1]
        signers = reversed(self.ground.beside)
        expected(self.ground.console.submit(WriteOff(session.id, ticket, incident), *signers))

    def come_back(self, session: Session, _: SessionState) -> None:
        """A last answer, handed in, carried to the desk and counted; the consent by telephone is signed, the machines
        work again.
        """
        console, ticket = self.ground.console, self.three[1]
        stick = self.ground.out / "stations" / _STICK
        opened = self.answering.pop(ticket)
        written = next(question for question in opened.questions if question.kind is QuestionKind.TEXT)
        opened.answer(written.id, (), opened.given(written.id).text * 2)
        opened.hand_in()
        path: Path = opened.copy_return(stick)
        for station in self.stations:
            station.close()
        taken = standalone_return.take(console, path, self.ground.office[0])
        if isinstance(taken, Refusal):
            raise Surprise(taken)
        self._chief(RatifyConsent(session.id, self.three[2]))
        for fault in [one for one in console.site.faults.values() if one.room == self.room and not one.closed_at]:
            self.ground.do(CloseFault(fault.number, self._now))

    def prints(self, state: SessionState) -> None:
        """After the end: consent and packages of each who went on alone."""
        for ticket in state.standalone:
            subject, draw = f"{state.plan.id}-{ticket}", self.ground.means.draw_sheet
            made = site_sheets.print_sheet(self.ground.console, SiteForm.STANDALONE, subject, draw, *self.ground.office)
            if isinstance(made, Refusal):
                raise Surprise(made)
            outbox.write_bytes(self.ground.out / "records" / f"{subject}-standalone.pdf", made)


def _answers(opened: Answering) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Something for every question."""
    for question in opened.questions:
        if question.kind is QuestionKind.TEXT:
            yield question.id, (), question.id
        else:
            yield question.id, question.choices[:1], ""


def _said(told: str | Refusal) -> str:
    if isinstance(told, Refusal):
        raise Surprise(told)
    return told

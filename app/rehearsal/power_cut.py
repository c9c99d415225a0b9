"""A morning on which the power fails: three rooms lose 31 minutes, the province reads out three codes by telephone,
and the second session of the half day starts late there with the city's consent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.core.code_entry import EnterCode
from app.core.delay import ApplyForDelay
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ApplyForExtraTime
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.operation import Refusal
from app.core.plan import Session
from app.core.records import RoomForm
from app.core.rulebook import Tier
from app.core.session_state import SessionState
from app.core.site_form import SiteForm
from app.core.terms import ApplicationNo, CauseNo, FaultNo, PersonId, RoomId, SessionId
from app.core.time_state import LossCause, Means
from app.crypto.codes import Purpose
from app.exchange import outbox
from app.rehearsal.ground import Ground, Surprise, expected
from app.rehearsal.overflow import invigilator
from app.service import delays, site_sheets, working_papers

ROOMS = 3
OUT_AFTER, LASTED = timedelta(minutes=20), timedelta(minutes=31)
SETTING_UP = timedelta(minutes=12)
"""By how much those rooms start the second session late: they had nine minutes to get ready instead of forty."""
_BEHIND = {"first": LASTED, "second": timedelta(minutes=18)}
_LATER = {
    "first": frozenset({"collect", "end", "results"}),
    "second": frozenset({"admit", "start", "refuse_late", "attendance", "collect", "end", "results"}),
}
"""Steps that these rooms do later than the others, by so much."""
_TELEPHONE = timedelta(minutes=2)
_DESK = PersonId("A01")
Does = Callable[[Session, SessionState], None]


@dataclass(slots=True)
class PowerCut:
    """What the desk hears and does about it; nothing fails until it `fall_on` a day."""

    ground: Ground
    rooms: tuple[RoomId, ...] = ()
    sessions: dict[SessionId, str] = field(default_factory=dict)
    """The first session and the second one of its half day."""

    def fall_on(self, held: list[SessionState]) -> None:
        """The first three rooms of the first session."""
        first = min(held, key=lambda one: one.plan.starts_at)
        batch = sorted((one for one in held if one.plan.batch == first.plan.batch), key=lambda one: one.plan.starts_at)
        self.rooms = tuple(sorted(first.rooms))[:ROOMS]
        self.sessions = dict(zip((one.plan.id for one in batch), ("first", "second"), strict=False))

    def late(self, session: SessionId, step: str) -> frozenset[RoomId]:
        """The rooms that have a turn of their own in this step."""
        apart = step in _LATER.get(self.sessions.get(session, ""), ())
        return frozenset(self.rooms) if apart else frozenset()

    def behind(self, session: SessionId) -> timedelta:
        """By how much."""
        return _BEHIND.get(self.sessions.get(session, ""), timedelta(0))

    def delay(self, session: SessionId, room: RoomId) -> timedelta:
        """Of a room's start command."""
        second = self.sessions.get(session) == "second" and room in self.rooms
        return SETTING_UP if second else timedelta(0)

    def at_the_desk(self, session: Session) -> tuple[tuple[datetime, Does], ...]:
        """What happens besides the plain course of this session."""
        starts = session.starts_at
        match self.sessions.get(session.id):
            case "first":
                return ((starts + OUT_AFTER, self.goes_out), (starts + OUT_AFTER + LASTED, self.is_back))
            case "second":
                return ((starts + _TELEPHONE, self.asks_the_city),)
            case _:
                return ()

    @property
    def _now(self) -> datetime:
        return self.ground.clock.moment().at

    def goes_out(self, session: Session, _: SessionState) -> None:
        for room in self.rooms:
            self.ground.do(ReportFault(FaultKind.POWER, session.id, room, (), self._now, invigilator(room)))

    def is_back(self, session: Session, state: SessionState) -> None:
        """Restored; then one application, one code and one grant a room."""
        faults = self._causes(state)
        for number in faults.values():
            self.ground.do(CloseFault(number, self._now))
        back = self._now
        for room, number in faults.items():
            cause = CauseNo(number)
            self.ground.clock.advance(self._now + _TELEPHONE)
            minutes = LASTED // timedelta(minutes=1)
            self.ground.do(ApplyForExtraTime(session.id, room, (), minutes, (cause,)))
            asked = self._newest()
            self._print(SiteForm.EXTRA_TIME_APPLICATION, asked)
            typed = self.ground.province.code(Purpose.EXTRA_TIME_ROOM, session.id, room, minutes, asked)
            self.ground.do(EnterCode(asked, Purpose.EXTRA_TIME_ROOM, room, typed, self._now, _DESK))
            loss = Loss(LossCause.FAULT, (cause,), back - LASTED, back, invigilator(room))
            self.ground.do(GrantExtraTime(session.id, room, (), (), minutes, loss))

    def asks_the_city(self, session: Session, _: SessionState) -> None:
        """The second session: its rooms cannot be ready in time, and one consent covers all three."""
        first = self.ground.console.site.sessions[next(iter(self.sessions))]
        causes = tuple(CauseNo(number) for number in self._causes(first).values())
        self.ground.do(ApplyForDelay(session.id, self.rooms, 30, causes))
        asked = self._newest()
        self._print(SiteForm.DELAY_APPLICATION, asked)
        console, office, city = self.ground.console, self.ground.office, self.ground.means.city
        expected(delays.consent(console, asked, Tier.CITY, Means.PHONE, city, self._now, _DESK, *office))
        self._print(SiteForm.AUTHORITIES, asked)

    def prints(self, state: SessionState) -> None:
        """After the end: the ledger of each room that was given minutes, and the record of late starts."""
        for room in self.rooms if state.plan.id in self.sessions else ():
            if state.rooms[room].extra_minutes:
                draw = self.ground.means.draw_paper
                made = working_papers.print_paper(
                    self.ground.console, RoomForm.EXTRA_TIME, state.plan.id, room, draw, *self.ground.office
                )
                self._keep(made, f"{state.plan.id}-{room}-extra-time")
        if state.plan.id in self.sessions and state.late_starts:
            self._print(SiteForm.DELAYS, state.plan.id)

    def _causes(self, state: SessionState) -> dict[RoomId, FaultNo]:
        """The power cut's fault of each room."""
        faults = self.ground.console.site.faults.values()
        mine = [one for one in faults if one.kind == FaultKind.POWER and one.session == state.plan.id]
        return {one.room: one.number for one in mine if one.room}

    def _newest(self) -> ApplicationNo:
        return list(self.ground.console.site.applications)[-1]

    def _print(self, form: SiteForm, subject: str) -> None:
        draw = self.ground.means.draw_sheet
        made = site_sheets.print_sheet(self.ground.console, form, subject, draw, *self.ground.office)
        self._keep(made, f"{form}-{subject}")

    def _keep(self, made: Refusal | bytes, name: str) -> None:
        if isinstance(made, Refusal):
            raise Surprise(made)
        outbox.write_bytes(self.ground.out / "records" / f"{name}.pdf", made)

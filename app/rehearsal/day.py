"""The exam day itself, step by step through the same Console that a real morning uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from app.core.attendance import ConfirmAttendance
from app.core.day_close import CloseDay
from app.core.entry import CheckIn, EntryClosed
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.mirror import BeginMirror
from app.core.operation import Refusal, Signer
from app.core.plan import Session
from app.core.room_state import Presence
from app.core.session_state import SessionState
from app.core.start import RecordStarts, RoomStart
from app.core.terms import PersonId, RoomId, SessionId
from app.core.timekeeping import authorization_opens, ends, entry_closes, room_ready
from app.exchange import outbox, strict
from app.rehearsal.broken_machines import BrokenMachines
from app.rehearsal.closing import Closing
from app.rehearsal.conduct import Conduct
from app.rehearsal.ground import FOUNDED, STICKS, Ground, Means, Surprise, expected
from app.rehearsal.overflow import Doors, crowd, invigilator
from app.rehearsal.power_cut import PowerCut
from app.rehearsal.preparation import Preparation, before
from app.rehearsal.province import Size
from app.rehearsal.room_days import RoomDays
from app.rehearsal.rooms import Arrivals, arrivals
from app.rehearsal.summary import JournalEnd, Summary, figures
from app.service import authorization, keeping, rooms, safekeeping, upload
from app.service.clock import DrivenClock
from app.service.keeping import Target
from app.service.mirror import Mirroring
from app.views.find import find

_SEEN_AT_DESK = 12
Timed = tuple[datetime, Callable[[], None]]
_Does = Callable[[Session, SessionState], None]


@dataclass(slots=True)
class Day:
    """One rehearsal into one empty folder."""

    out: Path
    size: Size
    means: Means

    def run(self) -> Summary:
        """The summary that is also written to summary.json; raises STORE_EXISTS for a folder in use."""
        ground = Ground.lay(self.out, self.size, self.means, DrivenClock(FOUNDED))
        day = Running(ground, self.size)
        try:
            before(ground, self.size)
            day.begin_mirror()
            for at, step in day.steps():
                ground.clock.advance(max(at, ground.clock.moment().at))
                step()
                day.mirroring.run()
            summary = day.summary()
        finally:
            day.mirroring.close()
            ground.console.store.close()
        outbox.write_bytes(self.out / "summary.json", strict.encode(summary) + b"\n")
        return summary


class Running:
    """The site's desk while the day goes on."""

    def __init__(self, ground: Ground, size: Size) -> None:
        self.ground, self.console = ground, ground.console
        self._size = size
        self._dice = Random(size.seed)  # noqa: S311 - a rehearsal repeats by its seed
        self._do = ground.do
        self._arrivals: dict[tuple[SessionId, RoomId], Arrivals] = {}
        self._doors = Doors(ground, self._dice)
        self.mirroring = Mirroring(self.console)
        self._closing = Closing(ground, self._dice, self.mirroring)
        self._cut, self._broken, self._conduct = PowerCut(ground), BrokenMachines(ground), Conduct(ground)
        self._preparation = Preparation(ground)
        self._rooms: list[RoomId] = []
        """Whose turn it is in the step under way."""

    @property
    def office(self) -> tuple[Signer, Signer]:
        return self.ground.office

    def begin_mirror(self) -> None:
        """On the second stick."""
        self._do(BeginMirror(STICKS[1]))
        self.mirroring.run()

    def steps(self) -> list[Timed]:
        """Everything that happens on the day, in order of time: two sessions of a half day overlap."""
        found: list[Timed] = []
        rules = self.console.rulebook
        held = [one for one in self.console.site.sessions.values() if one.rooms]
        if self._size.power_cut:
            self._cut.fall_on(held)
        if self._size.broken_machines:
            self._broken.fall_on(held)
        if self._size.conduct:
            self._conduct.fall_on(held)
        for today in self._days(held):
            first, last = today[0], today[-1]
            rises = authorization_opens(first.plan, rules) - timedelta(minutes=30)
            over = ends(last.plan.starts_at, last.plan) + timedelta(minutes=40)
            found += [
                (rises, self._step(self._morning, first.plan, first)),
                (over, self._step(self._evening, last.plan, last)),
            ]
        for state in held:
            session = state.plan
            starts, over = session.starts_at, ends(session.starts_at, session)
            closes = entry_closes(starts, session, rules)
            everyone_out = over + max(self._cut.behind(session.id), self._broken.behind(session.id))
            course: tuple[tuple[datetime, _Does], ...] = (
                (authorization_opens(session, rules), self._authorize),
                (room_ready(session, rules), self._release),
                (room_ready(session, rules) + timedelta(minutes=10), self._admit),
                (starts + timedelta(seconds=20), self._start),
                (closes + timedelta(minutes=2), self._refuse_late),
                (closes + timedelta(minutes=10), self._attendance),
                *self._in_an_overbooked_site(session, over),
                (over + timedelta(minutes=2), self._collect),
                (over + timedelta(minutes=6), self._end),
                (over + timedelta(minutes=8), self._results),
                (everyone_out + timedelta(minutes=12), self._records),
                (everyone_out + timedelta(minutes=20), self._backup),
                *self._cut.at_the_desk(session),
                *self._broken.at_the_desk(session, over),
                *self._conduct.at_the_desk(session),
            )
            for at, does in course:
                found += self._turns(at, does, session, state)
        return sorted(found, key=lambda one: one[0])

    def _turns(self, at: datetime, does: _Does, session: Session, state: SessionState) -> Iterator[Timed]:
        """Once for every room; where the power failed, rooms that are behind have a turn of their own."""
        step = does.__name__.strip("_")
        late = self._cut.late(session.id, step) | self._broken.late(session.id, step)
        others = [room for room in sorted(state.rooms) if room not in late]
        yield at, self._step(does, session, state, others)
        if late:
            behind = max(self._cut.behind(session.id), self._broken.behind(session.id))
            yield at + behind, self._step(does, session, state, sorted(late))

    def _in_an_overbooked_site(self, session: Session, over: datetime) -> tuple[tuple[datetime, _Does], ...]:
        if not self._overbooked:
            return ()
        starts = session.starts_at
        return (
            (starts - timedelta(minutes=3), self._log_in),
            (starts + timedelta(minutes=30), self._reset),
            (over - timedelta(minutes=5), self._settle),
        )

    @property
    def _overbooked(self) -> bool:
        package = self.console.site.package
        return package is not None and package.plan.overbooked

    def _step(
        self, does: _Does, session: Session, state: SessionState, rooms: list[RoomId] | None = None
    ) -> Callable[[], None]:
        name = does.__name__.strip("_")

        def run() -> None:
            self._rooms = sorted(state.rooms) if rooms is None else rooms
            self.ground.means.say(name, session.batch, int(session.id.partition("-")[2]))
            with self.ground.watch.timed(name):
                does(session, state)

        run.__name__ = name
        return run

    @staticmethod
    def _days(held: list[SessionState]) -> list[list[SessionState]]:
        """The sessions of each exam day, in order of time."""
        days: dict[date, list[SessionState]] = {}
        for state in sorted(held, key=lambda one: one.plan.starts_at):
            days.setdefault(state.plan.starts_at.date(), []).append(state)
        return list(days.values())

    @property
    def _now(self) -> datetime:
        return self.ground.clock.moment().at

    def _morning(self, session: Session, _: SessionState) -> None:
        self.ground.morning()
        if self._size.preparation:
            self._preparation.open_and_draw(session.starts_at.date())
            self._preparation.sign_board()

    def _evening(self, session: Session, _: SessionState) -> None:
        sessions = self.console.site.sessions.values()
        self._closing.report()
        self._conduct.close()
        RoomDays(self.ground).back_up(session.starts_at.date())
        self.mirroring.run()
        expected(self.console.submit(CloseDay(session.starts_at.date()), *self.ground.beside))
        self.ground.evening(again=any(one.plan.starts_at.date() > session.starts_at.date() for one in sessions))

    def _authorize(self, session: Session, _: SessionState) -> None:
        site = self.console.site
        if not site.sessions[session.id].received:
            batch = [one.plan.id for one in site.sessions.values() if one.plan.batch == session.batch and one.rooms]
            self.ground.receive(*(self.ground.province.start_authorization(one) for one in batch))
        expected(authorization.check(self.console, session.id, self.office[0]))

    def _release(self, session: Session, state: SessionState) -> None:
        out, draw = self.ground.out / "releases", self.ground.means.draw_release
        expected(rooms.release(self.console, session.id, sorted(state.rooms), out, draw, *self.office))
        if self._overbooked:
            earlier = (one for one in self.console.site.sessions.values() if one.plan.batch == session.batch)
            before = next((one for one in earlier if one.plan.starts_at < session.starts_at and one.rooms), None)
            self._doors.prepare(state, before)

    def _admit(self, session: Session, state: SessionState) -> None:
        """Some are checked in one by one, found in turn by ticket, last three digits, ID number and name."""
        if self._overbooked:
            for room in state.rooms.values():
                coming = self._arrivals[session.id, room.room] = crowd(room, self._dice)
                self._doors.admit(room, coming.seen)
            self._doors.lead_on(state)
            return
        for room in (state.rooms[number] for number in self._rooms):
            coming = arrivals(room, self._dice, _SEEN_AT_DESK)
            self._arrivals[session.id, room.room] = coming
            for turn, ticket in enumerate(coming.seen):
                person = self.console.directory.candidates[ticket]
                text = (ticket, ticket[-3:], person.id_number, person.name)[turn % 4]
                fitting = find(self.console.site, self.console.directory, session.id, text)
                chosen = next(one.sitting for one in fitting if one.sitting.ticket == ticket)
                self._do(CheckIn(session.id, chosen.ticket, person.id_type, self._now, invigilator(room.room)))

    def _start(self, session: Session, state: SessionState) -> None:
        starts = tuple(
            RoomStart(room, session.starts_at + self._cut.delay(session.id, room) + timedelta(seconds=n % 9))
            for n, room in enumerate(self._rooms, 1)
        )
        self._do(RecordStarts(session.id, starts, PersonId("A01")))
        self.console.store.mark()

    def _refuse_late(self, session: Session, state: SessionState) -> None:
        for room in self._rooms:
            for ticket in self._arrivals[session.id, room].late:
                person = self.console.directory.candidates[ticket]
                came = CheckIn(session.id, ticket, person.id_type, self._now, invigilator(room))
                refusal = self.console.submit(came, *self.office)
                if not isinstance(refusal, EntryClosed):
                    raise Surprise(refusal) if refusal else AssertionError(ticket)

    def _attendance(self, session: Session, state: SessionState) -> None:
        for n, room in enumerate(self._rooms, 1):
            absent = self._arrivals[session.id, room].absent
            if self._overbooked:
                here = sorted(state.rooms[room].sittings.items())
                absent = tuple(ticket for ticket, one in here if one.presence is Presence.AWAITED)
            self._do(ConfirmAttendance(session.id, room, absent, self._now, invigilator(room)))
            if n % 5 == 1:
                self._do(ReportFault(FaultKind.PERIPHERAL, session.id, room, ("001",), self._now, invigilator(room)))
                number = list(self.console.site.faults)[-1]
                self._do(CloseFault(number, self._now))

    def _log_in(self, _session: Session, state: SessionState) -> None:
        self._doors.log_in(state)

    def _reset(self, _session: Session, state: SessionState) -> None:
        self._doors.reset(state)

    def _settle(self, _session: Session, state: SessionState) -> None:
        self._doors.settle(state)

    def _collect(self, session: Session, state: SessionState) -> None:
        self._closing.collect(state, self._rooms)

    def _end(self, session: Session, _: SessionState) -> None:
        self._closing.end(session.id, self._rooms)

    def _results(self, _session: Session, state: SessionState) -> None:
        self._closing.bring_the_rest(state, self._rooms)

    def _records(self, session: Session, state: SessionState) -> None:
        self._closing.papers(state)
        self._cut.prints(state)
        self._broken.prints(state)

    def _backup(self, session: Session, _: SessionState) -> None:
        where, bundles = Target(self.ground.stick, STICKS[0]), self.ground.out / "outbox"
        begun = safekeeping.begin_session(self.console, session.id, where, *self.office, outbox=bundles)
        made = begun if isinstance(begun, Refusal) else keeping.done(begun)
        if isinstance(made, Refusal):
            raise Surprise(made)
        expected(upload.take_receipt(self.console, self.ground.province.receive(made), *self.office))

    def summary(self) -> Summary:
        """Figures by session, the journal's end and the seconds of each step."""
        journal = self.console.store.journal
        return Summary(
            tuple(figures(session) for session in self.console.site.sessions.values()),
            JournalEnd(journal.n, journal.head.hex()),
            self.ground.watch.seconds,
        )

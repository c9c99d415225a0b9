"""The exam day itself, step by step through the same Console that a real morning uses."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from app.core.attendance import CheckIn, ConfirmAttendance, EntryClosed
from app.core.closing import CheckAnswers, EndRooms
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.operation import Operation, Refusal, Signer
from app.core.plan import Session
from app.core.site import SessionState, Source
from app.core.start import RecordStarts, RoomStart
from app.core.terms import PersonId, RoomId, SessionId
from app.core.timekeeping import authorization_opens, ends, entry_closes, room_ready
from app.core.timestamp import CheckScan, RecordTimestamp
from app.exchange import outbox, strict
from app.rehearsal.province import PracticeProvince, Size
from app.rehearsal.rooms import Arrivals, ResultMaker, arrivals
from app.rehearsal.summary import JournalEnd, Summary, figures
from app.service import arrangement, authorization, people, records, rooms, safekeeping
from app.service.arrangement import Missing
from app.service.clock import BEIJING, DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.records import DrawRecord
from app.service.rooms import DrawRelease
from app.trouble import Code, Trouble
from app.views.find import find
from devices.protocols import Lock, LockKind

PIN = "000000"
_SEEN_AT_DESK = 12
Say = Callable[[str, int, int], None]
MakeLock = Callable[[Path, str, LockKind, str], Lock]


@dataclass(frozen=True, slots=True)
class Means:
    """What the composition root chooses: locks, drawing, what the fonts lack, who hears of progress."""

    make_lock: MakeLock
    draw_record: DrawRecord
    draw_release: DrawRelease
    missing: Missing
    say: Say


class Surprise(Exception):
    """The console said no where the script of the day expected a yes."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(repr(refusal))
        self.refusal = refusal


@dataclass(slots=True)
class Day:
    """One rehearsal into one empty folder."""

    out: Path
    size: Size
    means: Means
    seconds: dict[str, float] = field(default_factory=dict)

    def run(self) -> Summary:
        """The summary that is also written to summary.json; raises STORE_EXISTS for a folder in use."""
        if self.out.exists() and any(self.out.iterdir()):
            raise Trouble(Code.STORE_EXISTS, file=self.out.name)
        for name in ("agency", "backups", "records", "releases"):
            (self.out / name).mkdir(parents=True, exist_ok=True)
        clock = DrivenClock(datetime(2021, 1, 1, 8, tzinfo=BEIJING))
        with self.timed("agency"):
            province = PracticeProvince(self.out / "agency", self.size, clock)
        first = min(session.starts_at for session in province.exam.sessions)
        clock.advance((first - timedelta(days=1)).replace(hour=14, minute=0))
        day = _Running(self, province, clock)
        try:
            day.before()
            for at, step in day.steps():
                clock.advance(max(at, clock.moment().at))
                step()
            summary = day.summary()
        finally:
            day.console.store.close()
        outbox.write_bytes(self.out / "summary.json", strict.encode(summary) + b"\n")
        return summary

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[step] = round(self.seconds.get(step, 0.0) + time.perf_counter() - start, 3)


class _Running:
    """The site's desk while the day goes on."""

    def __init__(self, day: Day, province: PracticeProvince, clock: DrivenClock) -> None:
        self._day, self._province, self._clock, self._means = day, province, clock, day.means
        self._dice = Random(day.size.seed)  # noqa: S311 - a rehearsal repeats by its seed
        locks = day.out / "locks"
        site_lock = self._means.make_lock(locks / "site", "KW-000001", LockKind.SITE, PIN)
        enrolled = enrol(day.out / "store", province.trust, province.site, site_lock, clock)
        self.console: Console = enrolled.console
        province.enrol(enrolled.request)
        self._locks: dict[RoomId, Lock] = {
            RoomId(f"{n:03d}"): self._means.make_lock(
                locks / f"room-{n:03d}", f"JK-{n:06d}", LockKind.INVIGILATION, PIN
            )
            for n in range(1, day.size.rooms + 1)
        }
        province.register(self._locks)
        self._arrivals: dict[tuple[SessionId, RoomId], Arrivals] = {}
        self._signers: dict[str, Signer] = {}

    def _signer(self, code: str) -> Signer:
        if code not in self._signers:
            self._signers[code] = people.sign_with_pin(self.console, code, PIN)
        return self._signers[code]

    @property
    def _office(self) -> tuple[Signer, Signer]:
        return self._signer("A01"), self._signer("O01")

    def _do(self, operation: Operation) -> None:
        _expected(self.console.submit(operation, *self._office))

    def before(self) -> None:
        """The day before: package, timestamps, scan, exam authorization."""
        console, province = self.console, self._province
        with self._day.timed("package"):
            package = province.package(self._day.out / "agency")
        with self._day.timed("import"):
            imported = arrangement.import_package(console, package, self._means.missing, people.holder_of_lock(console))
        _expected(imported.refusal)
        for source in (Source.PLATFORM, Source.CALIBRATION):
            self._do(RecordTimestamp(source, province.header.timestamp))
        self._do(CheckScan(province.confirmation_sheet(imported.contents.plan.rooms)))
        _expected(authorization.take(console, province.exam_authorization(), *self._office))

    def steps(self) -> list[tuple[datetime, Callable[[], None]]]:
        """Everything that happens on the day, in order of time: two sessions of a half day overlap."""
        found: list[tuple[datetime, Callable[[], None]]] = []
        rules = self.console.rulebook
        for session in self._province.exam.sessions:
            state = self.console.site.sessions[session.id]
            if not state.rooms:
                continue
            starts, over = session.starts_at, ends(session.starts_at, session)
            closes = entry_closes(starts, session, rules)
            found += [
                (authorization_opens(session, rules), self._step(self._authorize, session, state)),
                (room_ready(session, rules), self._step(self._release, session, state)),
                (room_ready(session, rules) + timedelta(minutes=10), self._step(self._admit, session, state)),
                (starts + timedelta(seconds=20), self._step(self._start, session, state)),
                (closes + timedelta(minutes=2), self._step(self._refuse_late, session, state)),
                (closes + timedelta(minutes=10), self._step(self._attendance, session, state)),
                (over + timedelta(minutes=2), self._step(self._results, session, state)),
                (over + timedelta(minutes=6), self._step(self._end, session, state)),
                (over + timedelta(minutes=12), self._step(self._records, session, state)),
                (over + timedelta(minutes=20), self._step(self._backup, session, state)),
            ]
        return sorted(found, key=lambda one: one[0])

    def _step(
        self, does: Callable[[Session, SessionState], None], session: Session, state: SessionState
    ) -> Callable[[], None]:
        name = does.__name__.strip("_")

        def run() -> None:
            self._means.say(name, session.batch, int(session.id.partition("-")[2]))
            with self._day.timed(name):
                does(session, state)

        return run

    @property
    def _now(self) -> datetime:
        return self._clock.moment().at

    def _authorize(self, session: Session, _: SessionState) -> None:
        token = self._province.start_authorization(session.id)
        _expected(authorization.take(self.console, token, *self._office))

    def _release(self, session: Session, state: SessionState) -> None:
        out, draw = self._day.out / "releases", self._means.draw_release
        _expected(rooms.release(self.console, session.id, sorted(state.rooms), out, draw, *self._office))

    def _admit(self, session: Session, state: SessionState) -> None:
        """Some are checked in one by one, found in turn by ticket, last three digits, ID number and name."""
        for room in state.rooms.values():
            coming = arrivals(room, self._dice, _SEEN_AT_DESK)
            self._arrivals[session.id, room.room] = coming
            for turn, ticket in enumerate(coming.seen):
                person = self.console.directory.candidates[ticket]
                text = (ticket, ticket[-3:], person.id_number, person.name)[turn % 4]
                fitting = find(self.console.site, self.console.directory, session.id, text)
                chosen = next(one.sitting for one in fitting if one.sitting.ticket == ticket)
                self._do(CheckIn(session.id, chosen.ticket, person.id_type, self._now, _inv(room.room)))

    def _start(self, session: Session, state: SessionState) -> None:
        starts = tuple(RoomStart(room, session.starts_at + timedelta(seconds=n % 9)) for n, room in _numbered(state))
        self._do(RecordStarts(session.id, starts, PersonId("A01")))
        self.console.store.mark()

    def _refuse_late(self, session: Session, state: SessionState) -> None:
        for room in state.rooms:
            for ticket in self._arrivals[session.id, room].late:
                person = self.console.directory.candidates[ticket]
                came = CheckIn(session.id, ticket, person.id_type, self._now, _inv(room))
                refusal = self.console.submit(came, *self._office)
                if not isinstance(refusal, EntryClosed):
                    raise Surprise(refusal) if refusal else AssertionError(ticket)

    def _attendance(self, session: Session, state: SessionState) -> None:
        for n, room in _numbered(state):
            absent = self._arrivals[session.id, room].absent
            self._do(ConfirmAttendance(session.id, room, absent, self._now, _inv(room)))
            if n % 5 == 1:
                self._do(ReportFault(FaultKind.PERIPHERAL, session.id, room, "001", self._now, _inv(room)))
                number = list(self.console.site.faults)[-1]
                self._do(CloseFault(number, self._now))

    def _results(self, session: Session, state: SessionState) -> None:
        site = self.console.site
        province = authorization.province(self.console)
        maker = ResultMaker(
            site.mode,
            self._province.exam.id,
            site.code,
            self.console.store.keys.identity.to_public(),
            province.recipient,
            self._dice,
        )
        for room, here in state.rooms.items():
            sealed = maker.result(state, here, self._locks[room], self._now)
            _expected(rooms.take_result(self.console, session.id, room, sealed, *self._office))

    def _end(self, session: Session, state: SessionState) -> None:
        self._do(EndRooms(session.id, tuple(state.rooms), self._now, PersonId("A01")))
        self._do(CheckAnswers(session.id))
        self.console.store.mark()

    def _records(self, session: Session, state: SessionState) -> None:
        for room in state.rooms:
            made = records.print_room_record(self.console, session.id, room, self._means.draw_record, *self._office)
            if isinstance(made, Refusal):
                raise Surprise(made)
            outbox.write_bytes(self._day.out / "records" / f"{session.id}-{room}.pdf", made)

    def _backup(self, session: Session, _: SessionState) -> None:
        made = safekeeping.back_up(self.console, session.id, self._day.out / "backups", *self._office)
        if isinstance(made, Refusal):
            raise Surprise(made)
        _expected(safekeeping.take_receipt(self.console, self._province.receive(made), *self._office))

    def summary(self) -> Summary:
        """Figures by session, the journal's end and the seconds of each step."""
        journal = self.console.store.journal
        return Summary(
            tuple(figures(session) for session in self.console.site.sessions.values()),
            JournalEnd(journal.n, journal.head.hex()),
            self._day.seconds,
        )


def _inv(room: RoomId) -> PersonId:
    return PersonId(f"R{room}")


def _numbered(state: SessionState) -> Iterator[tuple[int, RoomId]]:
    return enumerate(sorted(state.rooms), 1)


def _expected(refusal: Refusal | None) -> None:
    if refusal:
        raise Surprise(refusal)

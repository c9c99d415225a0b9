"""A practice day for people: the console is theirs, the clock runs on, and the outside world comes as files."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from app.core.plan import Session
from app.core.room_state import RoomSession
from app.core.terms import ApplicationNo, RoomId, SessionId
from app.core.timekeeping import authorization_opens, closure_ends, ends, entry_closes, room_ready
from app.crypto.codes import Purpose
from app.exchange import authorization, directive, outbox, receipt, room_report, room_result
from app.journal import codec
from app.rehearsal.ground import FOUNDED, Ground, Means
from app.rehearsal.preparation import Preparation, before
from app.rehearsal.province import Size
from app.rehearsal.reports import counted
from app.rehearsal.room_days import RoomDays
from app.service import media
from app.service.authorization import package_in_force
from app.service.clock import PracticeClock
from app.service.console import Console
from app.service.sitelock import LockKey

EARLIER = timedelta(minutes=30)
"""So long before T-60 the first morning's unsealing and locks are done for whoever practises."""


class PracticeDay:
    """One practice folder, open. What others bring lies in `inbox` as it would lie on a stick."""

    def __init__(self, ground: Ground, clock: PracticeClock) -> None:
        self._ground, self.clock = ground, clock
        self.console: Console = ground.console
        self.folder: Path = ground.out
        self.inbox: Path = ground.out / "inbox"

    @classmethod
    def prepare(
        cls,
        out: Path,
        size: Size,
        means: Means,
        at: datetime | None = None,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> PracticeDay:
        """A new day with the day before done, standing at `at`, or else an hour before the first session.

        Raises STORE_EXISTS for a folder in use.
        """
        clock = PracticeClock(FOUNDED, elapsed)
        ground = Ground.lay(out, size, means, clock)
        try:
            before(ground, size)
            day = cls(ground, clock)
            stand = at or day._dawn
            if stand.date() == day._dawn.date():
                clock.advance(min(stand, day._dawn - EARLIER))
                ground.morning()
                if size.preparation:
                    Preparation(ground).open_and_draw(stand.date())
            clock.advance(stand)
            day.inbox.mkdir()
        except BaseException:
            ground.console.store.abandon()
            raise
        return day

    @classmethod
    def open(cls, out: Path, means: Means, elapsed: Callable[[], float] = time.monotonic) -> PracticeDay:
        """The day as it was left: its clock goes on from the last entry, so that time never ran back.

        Raises STORE_MISSING for another kind of folder, and everything that a store says when it is opened.
        """
        clock = PracticeClock(FOUNDED, elapsed)
        ground = Ground.take_up(out, means, clock)
        try:
            day = cls(ground, clock)
            clock.advance(max(day._dawn, day._last_entry))
            day.inbox.mkdir(exist_ok=True)
        except BaseException:
            ground.console.store.abandon()
            raise
        return day

    @property
    def _dawn(self) -> datetime:
        sessions, rules = self._ground.province.exam.sessions, self.console.rulebook
        return min(authorization_opens(session, rules) for session in sessions)

    @property
    def _last_entry(self) -> datetime:
        (entry,) = deque(self.console.store.journal.read(), maxlen=1)
        return codec.decode_stamp(entry.stamp).at

    @property
    def _now(self) -> datetime:
        return self.clock.moment().at

    def next_moment(self) -> datetime | None:
        """The next time of the plan at which something begins or ends; None after the last one."""
        return min((moment for moment in self._moments() if moment > self._now), default=None)

    def _moments(self) -> Iterator[datetime]:
        for state in self.console.site.sessions.values():
            if state.rooms:
                yield from _moments(state.plan, self.console)

    def start_authorization(self, session: SessionId) -> Path:
        """The province gives it whenever it is asked; when it is taken is the console's to say."""
        exam, site = self._ground.province.exam.id, self._ground.province.site
        token = self._ground.province.start_authorization(session)
        return self._bring(f"{exam}-{site}-{session}{authorization.SUFFIX}", token)

    def code(self, purpose: Purpose, session: SessionId, subject: str, minutes: int, asked: ApplicationNo) -> str:
        return self._ground.province.code(purpose, session, subject, minutes, asked)

    def directive(self, session: SessionId, rooms: tuple[RoomId, ...]) -> Path:
        return self._bring(f"{session}{directive.SUFFIX}", self._ground.province.directive(session, rooms))

    def confirmation_code(self) -> str:
        """What the scanner reads off the site's confirmation sheet."""
        return self._ground.province.confirmation_sheet(package_in_force(self.console).plan.rooms)

    def room_report(self, session: SessionId, room: RoomId) -> Path:
        """What the room counts now, with those who stayed away once its entry has closed."""
        here, lock = self.console.site.sessions[session].rooms[room], LockKey(self._ground.locks[room])
        exam = self._ground.province.exam.id
        report = counted(self.console.site, here, self.console.rulebook, lock.serial, exam, self._now)
        return self._bring(f"{session}-{room}-{report.number}{room_report.SUFFIX}", room_report.write(report, lock))

    def room_results(self, session: SessionId) -> tuple[Path, ...]:
        """A fresh result of every room that started, has its attendance confirmed and brought none that agrees."""
        state = self.console.site.sessions[session]
        return tuple(
            self._result(session, room, here) for room, here in sorted(state.rooms.items()) if _owes_result(here)
        )

    def _result(self, session: SessionId, room: RoomId, here: RoomSession) -> Path:
        number = here.result.version + 1 if here.result else 1
        name = f"{session}-{room}-{number}"
        maker = self._ground.results(Random(name))  # noqa: S311 - practice repeats by its name
        state, lock = self.console.site.sessions[session], self._ground.locks[room]
        return self._bring(f"{name}{room_result.SUFFIX}", maker.result(state, here, lock, self._now, number))

    def receipt(self, session: SessionId) -> Path | None:
        """The province receives the newest backup of this session that is here without a receipt, if there is one."""
        made = (one for one in self.console.site.safe.backups.values() if one.session == session and not one.receipt)
        backups = self.folder / "backups"
        here = [place for one in made if (place := media.holding(self.console, one.name, backups))]
        if not here:
            return None
        return self._bring(f"{here[-1].name}{receipt.SUFFIX}", self._ground.province.receive(here[-1]))

    def room_day(self, room: RoomId, day: date) -> Path:
        """What this room brings once its last session of the day is over: its signed file, or a folder."""
        return RoomDays(self._ground).bring(room, day, self.inbox)

    def _bring(self, name: str, content: bytes) -> Path:
        outbox.write_bytes(self.inbox / name, content)
        return self.inbox / name


def _moments(session: Session, console: Console) -> tuple[datetime, ...]:
    starts, rules = session.starts_at, console.rulebook
    return (
        authorization_opens(session, rules),
        room_ready(session, rules),
        starts,
        entry_closes(starts, session, rules),
        closure_ends(starts, session, rules),
        ends(starts, session),
    )


def _owes_result(room: RoomSession) -> bool:
    answered = room.result and not room.result.differences
    return bool(room.started_at and room.attendance_confirmed_at and not answered)

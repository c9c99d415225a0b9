"""The ground of every practice: an agency, a site with its locks and console, and the steps of the day before."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from app.authority import keys
from app.core.calibration import RecordCalibration
from app.core.custody import ReturnLocks
from app.core.directory import Speaker
from app.core.lock_state import SealPlace, SupervisedKind
from app.core.media import RegisterMedium
from app.core.operation import Operation, Refusal, Signer
from app.core.readiness_state import TestKind
from app.core.room_test import RecordRoomTest, TestedRoom
from app.core.sealed_room_test import AcceptSite, RecordSealedRoomTest
from app.core.sealing import SealEquipment, UnsealEquipment
from app.core.site import Source
from app.core.supervision import CloseSupervision, OpenSupervision
from app.core.terms import LockSerial, MediumSerial, PersonId, RoomId
from app.core.timestamp import CheckScan, RecordTimestamp
from app.rehearsal.province import PracticeProvince, Size
from app.rehearsal.rooms import ResultMaker
from app.service import arrangement, authorization, locks, people
from app.service.arrangement import Missing
from app.service.clock import BEIJING, DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.records import DrawRecord
from app.service.rooms import DrawRelease
from app.service.site_sheets import DrawSheet
from app.service.sitelock import worked
from app.service.unlock import unlock
from app.service.working_papers import DrawPaper
from app.trouble import Code, Trouble
from devices.media import FolderMedia
from devices.protocols import Lock, LockFault, LockKind

PIN = "000000"
FOUNDED = datetime(2021, 1, 1, 8, tzinfo=BEIJING)
"""When the practice agency is made: before every exam that can be practised."""
STICKS = (MediumSerial("U-0001"), MediumSerial("U-0002"))
"""Folders in `media` that stand for sticks: one for backups, one for the mirror."""
FOLDERS = ("agency", "backups", "outbox", "records", "releases", "rooms", *(f"media/{stick}" for stick in STICKS))
_ROOM = "room-"
_WEEK = timedelta(days=6)
"""From a week before the day to the day before it."""
Say = Callable[[str, int, int], None]
MakeLock = Callable[[Path, str, LockKind, str], Lock]
OpenLock = Callable[[Path, str], Lock | LockFault]


def _nothing() -> None:
    """Where nothing comes in between."""


@dataclass(frozen=True, slots=True)
class Means:
    """What the composition root chooses: locks, drawing, what the fonts lack, who hears of progress."""

    make_lock: MakeLock
    open_lock: OpenLock
    draw_record: DrawRecord
    draw_release: DrawRelease
    draw_sheet: DrawSheet
    draw_paper: DrawPaper
    missing: Missing
    say: Say
    city: Speaker
    """Who speaks for the city agency when it is called."""
    text: Callable[[str], str]
    """What people write in their own words, by its id."""


class Surprise(Exception):
    """The console said no where the script of the day expected a yes."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(repr(refusal))
        self.refusal = refusal


def expected(refusal: Refusal | None) -> None:
    """Raises Surprise for a no."""
    if refusal:
        raise Surprise(refusal)


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Seconds by step; a step done several times adds up."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[step] = round(self.seconds.get(step, 0.0) + time.perf_counter() - start, 3)


@dataclass(frozen=True, slots=True)
class Ground:
    """An open console with the outside world that belongs to it, all in one folder."""

    out: Path
    means: Means
    clock: DrivenClock
    province: PracticeProvince
    console: Console
    locks: dict[RoomId, Lock]
    watch: Stopwatch = field(default_factory=Stopwatch)
    _signers: dict[str, Signer] = field(default_factory=dict)

    @classmethod
    def lay(cls, out: Path, size: Size, means: Means, clock: DrivenClock) -> Ground:
        """A new ground in an empty folder, at 14:00 of the eve or a week earlier; STORE_EXISTS for a used one."""
        if out.exists() and any(out.iterdir()):
            raise Trouble(Code.STORE_EXISTS, file=out.name)
        for name in FOLDERS:
            (out / name).mkdir(parents=True)
        watch = Stopwatch()
        with watch.timed("agency"):
            province = PracticeProvince.make(out / "agency", size, clock)
        clock.advance(_eve(province) - (_WEEK if size.preparation else timedelta(0)))
        site_lock = means.make_lock(_site_lock(out), "KW-000001", LockKind.SITE, PIN)
        locks: dict[RoomId, Lock] = {}
        for n in range(1, size.rooms + bool(size.overbook) + 1):
            folder = out / "locks" / f"{_ROOM}{n:03d}"
            locks[RoomId(f"{n:03d}")] = means.make_lock(folder, f"JK-{n:06d}", LockKind.INVIGILATION, PIN)
        province.register(locks)
        enrolled = enrol(out / "store", province.trust, province.site, site_lock, clock)
        province.enrol(enrolled.request)
        enrolled.console.media = FolderMedia(out / "media")
        return cls(out, means, clock, province, enrolled.console, locks, watch)

    @classmethod
    def take_up(cls, out: Path, means: Means, clock: DrivenClock) -> Ground:
        """The same ground again; raises STORE_MISSING for a folder that is none, and all that an opening can say."""
        if not (out / "agency" / keys.FILE).exists():
            raise Trouble(Code.STORE_MISSING, file=out.name)
        province = PracticeProvince.open(out / "agency", clock)
        locks = {
            RoomId(folder.name.removeprefix(_ROOM)): worked(means.open_lock(folder, PIN))
            for folder in sorted((out / "locks").glob(f"{_ROOM}*"))
        }
        console = unlock(out / "store", worked(means.open_lock(_site_lock(out), PIN)), clock)
        console.media = FolderMedia(out / "media")
        return cls(out, means, clock, province, console, locks)

    def signer(self, code: str) -> Signer:
        """Signed in once: stretching a PIN for each of a thousand steps would time the stretching."""
        if code not in self._signers:
            self._signers[code] = people.sign_with_pin(self.console, code, PIN)
        return self._signers[code]

    @property
    def office(self) -> tuple[Signer, Signer]:
        return self.signer("A01"), self.signer("O01")

    @property
    def beside(self) -> tuple[Signer, Signer]:
        """The administrator, and the chief examiner beside."""
        return self.signer("A01"), self.signer("C01")

    @property
    def stick(self) -> Path:
        """The stick that backups go onto."""
        return self.out / "media" / STICKS[0]

    def do(self, operation: Operation) -> None:
        expected(self.console.submit(operation, *self.office))

    def before(self, early: Callable[[], None] = _nothing, late: Callable[[], None] = _nothing) -> None:
        """The day before: package, timestamps, scan, exam authorization, tests, acceptance, sealing.

        `early` comes once the package is in, `late` before the equipment is sealed.
        """
        console, province = self.console, self.province
        with self.watch.timed("package"):
            package = province.package(self.out / "agency")
        with self.watch.timed("import"):
            imported = arrangement.import_package(console, package, self.means.missing, people.holder_of_lock(console))
        expected(imported.refusal)
        early()
        for stick in STICKS:
            self.do(RegisterMedium(stick, stick, PersonId("A01"), read=True))
        self.clock.advance(max(self._eve, self._now))
        for source in (Source.PLATFORM, Source.CALIBRATION):
            self.do(RecordTimestamp(source, province.header.timestamp))
        self.do(CheckScan(province.confirmation_sheet(imported.contents.plan.rooms)))
        self.receive(province.exam_authorization())
        if console.rulebook.sealing.value:
            self.do(RecordRoomTest(TestKind.SIMULATED, tuple(self._tested()), self._now, PersonId("A01")))
            self.do(RecordSealedRoomTest(True, self._now, PersonId("A01")))
            self.do(AcceptSite())
            late()
            self._seal()

    def _tested(self) -> Iterator[TestedRoom]:
        for room, plan in sorted(self.console.site.plans.items()):
            yield TestedRoom(room, True, plan.seats + plan.spare_seats)

    @property
    def _eve(self) -> datetime:
        """14:00 on the day before."""
        return _eve(self.province)

    @property
    def _now(self) -> datetime:
        return self.clock.moment().at

    def receive(self, *tokens: bytes) -> None:
        """Authorizations, taken in under supervision."""
        expected(authorization.receive(self.console, tokens, *self.office))

    def morning(self) -> None:
        """Out of the seal; the rooms' locks calibrated and taken into use in one sitting."""
        self.unseal()
        console, rules = self.console, self.console.rulebook
        if not rules.room_locks.value:
            return
        self.do(OpenSupervision(SupervisedKind.LOCKS))
        step = console.site.supervision(SupervisedKind.LOCKS)
        for room, lock in self.locks.items():
            self.do(RecordCalibration(LockSerial(lock.serial), self._now, 0))
            expected(locks.take_into_use(console, lock, room, PersonId(f"R{room}"), self.office[0]))
        if step:
            self.do(CloseSupervision(step.number, done=True))

    def unseal(self) -> None:
        """Where it is sealed."""
        if self.console.site.sealed and self.console.site.seal:
            self.do(UnsealEquipment(self.console.site.seal.number, intact=True))

    def evening(self, *, again: bool) -> None:
        """Locks back; with another exam day ahead, under seal again."""
        used = tuple(serial for serial, state in self.console.site.locks.items() if state.in_use and state.holder)
        if used:
            self.do(ReturnLocks(used))
        if again and self.console.rulebook.sealing.value:
            self._seal()

    def _seal(self) -> None:
        self.do(SealEquipment(f"F{self._now:%Y%m%d}", SealPlace.EXAM_OFFICE))

    def results(self, dice: Random) -> ResultMaker:
        """What makes the results that this site's rooms bring."""
        site = self.console.site
        return ResultMaker(
            site.mode,
            self.province.exam.id,
            site.code,
            self.console.store.keys.identity.to_public(),
            authorization.province(self.console).recipient,
            dice,
        )


def _eve(province: PracticeProvince) -> datetime:
    first = min(session.starts_at for session in province.exam.sessions)
    return (first - timedelta(days=1)).replace(hour=14, minute=0)


def _site_lock(out: Path) -> Path:
    return out / "locks" / "site"

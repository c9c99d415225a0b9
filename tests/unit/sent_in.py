"""Sites that enrolled with one agency, held a small day, and sent in what they backed up."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

from msgspec.structs import replace as changed

from app.authority.keys import Agency
from app.core.operation import Operation
from app.core.resume import ResumeDay
from app.core.room_result import Outcome
from app.core.safe_state import RoomSource
from app.core.session_state import SessionState
from app.core.terms import Digest, ExamId, LockSerial, MediumSerial, RoomId, SessionId, SiteCode, Ticket
from app.exchange import backup, enrolment, outbox, room_backup, room_result
from app.exchange.agefile import seal
from app.exchange.backup import BackupManifest
from app.exchange.enrolment import SiteRequest
from app.exchange.room_backup import ListedFile, RoomBackupManifest
from app.exchange.room_result import RoomResultDocument, RoomResultLine
from app.service import rooms, safekeeping
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.keeping import Target
from app.service.sitelock import LockKey
from app.service.unlock import unlock
from tests.agencies import vouch
from tests.journeys.killed import PracticeDay
from tests.roomside import room_locks
from tests.stores import ADMIN, EVE, MORNING, OFFICER, Place, arrange
from tests.vectors.keys import ROOM_LOCK

EXAM = ExamId("practice-exam")
FIRST, SECOND = SessionId("1-1"), SessionId("1-2")
ONE, TWO = RoomId("001"), RoomId("002")
DAY = MORNING.date()
NEXT_DAY = MORNING + timedelta(days=1)


class AnsweringDay(PracticeDay):
    """A day whose rooms bring real results; after each session there is a backup."""

    def __init__(self, console: Console, clock: DrivenClock, of: Agency, folder: Path) -> None:
        super().__init__(console, clock, lambda *_: None)
        self._of, self._folder = of, folder
        self.made: list[Path] = []

    def does(self, operation: Operation) -> None:
        self._do(operation, self._clock.moment().at)

    def _end(self, state: SessionState) -> None:
        at = state.plan.ends_at
        self._clock.advance(at)
        for room in tuple(state.rooms):
            sealed = self._result(state, room)
            assert rooms.take_result(self._console, state.plan.id, room, sealed, ADMIN, OFFICER) is None
        super()._end(state)
        made = safekeeping.back_up(self._console, state.plan.id, Target(self._folder), ADMIN, OFFICER)
        assert isinstance(made, Path), made
        self.made.append(made)

    def _result(self, state: SessionState, room: RoomId) -> bytes:
        session, console = state.plan.id, self._console
        tickets = sorted(state.rooms[room].sittings)
        answers = {one: seal(answer(session, one), [self._of.identity.to_public()]) for one in tickets[:-1]}
        lines = [
            RoomResultLine(one, Outcome.SUBMITTED, state.plan.ends_at, Digest(hashlib.sha256(sealed).hexdigest()))
            for one, sealed in answers.items()
        ]
        document = RoomResultDocument(
            mode=console.site.mode,
            exam=EXAM,
            site=console.site.code,
            issued_at=state.plan.ends_at,
            serial=f"{session}-{room}",
            session=session,
            room=room,
            lock=LockSerial(f"JK-{room}"),
            lines=(*lines, RoomResultLine(tickets[-1], Outcome.ABSENT)),
        )
        return room_result.write(document, answers, ROOM_LOCK, console.store.keys.identity.to_public())


def answer(session: SessionId, ticket: Ticket) -> bytes:
    return f"{session} {ticket} answered".encode()


@dataclass(frozen=True)
class Sent:
    """What one site sent: its request, and its backups in order."""

    of: Agency
    place: Place
    token: bytes
    backups: tuple[Path, ...]

    @property
    def request(self) -> SiteRequest:
        return enrolment.read(self.token)

    @property
    def lock(self) -> LockKey:
        return LockKey(self.place.lock())

    def manifest(self, path: Path) -> BackupManifest:
        return backup.read_sidecar(backup.sidecar_of(path).read_bytes(), self.lock.public)

    def signed(self, path: Path, manifest: BackupManifest, **said: object) -> Path:
        """A sidecar for whatever lies at `path` now, by the site's own lock."""
        told = {"name": path.name, "digest": outbox.digest_of(path), "size": path.stat().st_size} | said
        backup.sidecar_of(path).write_bytes(backup.write_sidecar(changed(manifest, **told), self.lock))
        return path

    def room(
        self,
        folder: Path,
        files: Sequence[tuple[str, bytes]],
        room: RoomId = ONE,
        day: date = DAY,
        number: int = 1,
        exam: ExamId = EXAM,
        lock: str = "",
    ) -> Path:
        """A backup of a room's folder, or of what its `lock` is said to have signed; signed by the site."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / room_backup.name(exam, self.request.site, room, day, number)
        source = Path(mkdtemp(dir=folder))
        listed = []
        for n, (name, content) in enumerate(files):
            (source / str(n)).write_bytes(content)
            listed.append(ListedFile(name, len(content), Digest(hashlib.sha256(content).hexdigest())))
        places = {one.name: source / str(n) for n, one in enumerate(listed)}
        to = [self.of.identity.to_public()]
        digest, size = outbox.write(
            path, lambda file: room_backup.write(file, listed, lambda one: places[one.name].open("rb"), to)
        )
        own = self.lock
        manifest = RoomBackupManifest(
            mode=self.of.mode,
            exam=exam,
            site=self.request.site,
            issued_at=MORNING,
            serial=f"{room}-{day}-{number}",
            name=path.name,
            kind="R",
            room=room,
            day=day,
            source=RoomSource.SIGNED if lock else RoomSource.FOLDER,
            room_lock=LockSerial(lock),
            digest=digest,
            size=size,
            files=len(listed),
            taken_at=MORNING,
            lock_serial=own.serial,
            lock=own.public.jwk,
        )
        backup.sidecar_of(path).write_bytes(room_backup.write_sidecar(manifest, own))
        return path


def sent(of: Agency, home: Path, code: SiteCode, sessions: int = 1) -> Sent:
    """From enrolment to the last backup of the day."""
    place, clock, folder = Place(home / "site"), DrivenClock(EVE), home / "backups"
    folder.mkdir(parents=True)
    enrolled = enrol(place.store, of.trust, code, place.make_lock(), clock)
    arrange(enrolled.console, sessions=sessions, room_locks=room_locks(2), site=code)
    package = enrolled.console.site.package
    assert package
    vouch(of, package)
    enrolled.console.store.close()
    console = unlock(place.store, place.lock(), clock)
    day = AnsweringDay(console, clock, of, folder)
    day.run()
    console.store.close()
    return Sent(of, place, enrolled.request, tuple(day.made))


def taken_up(one: Sent, home: Path, name: str) -> Path:
    """A copy of the site is taken up from a medium of this name, and backs up once more."""
    place = one.place.copy(home / name)
    console = unlock(place.store, place.lock(), DrivenClock(NEXT_DAY))
    asked = ResumeDay(MediumSerial(name), console.store.journal.n, NEXT_DAY, console.store.journal.n + 3)
    assert console.submit(asked, ADMIN, OFFICER) is None
    folder = home / f"{name} backups"
    folder.mkdir()
    made = safekeeping.back_up(console, FIRST, Target(folder), ADMIN, OFFICER)
    assert isinstance(made, Path), made
    console.store.close()
    return made

"""One practice day at three times, always the same: before the first session, with an exam under way, after its end;
and one with a power cut, where rooms are late and others lost time.

Time stands still in it and names, seats and faces come from the seed; only keys, and with them journal heads, digests
and codes of squares, differ from one making to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from app.core.attendance import ConfirmAttendance
from app.core.closing import CheckAnswers, EndRooms
from app.core.delay import ApplyForDelay
from app.core.desk import TakeDesk
from app.core.end_phase import ConfirmViolations, CountScratchPaper
from app.core.entry import CheckIn, EntryClosed
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.hardware import CheckMachines, MachineCheck
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.incident import CloseIncident, OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.media import TryMedium
from app.core.mirror import BeginMirror
from app.core.operation import Operation, Refusal, Signer
from app.core.records import ROOM_RECORD, ConfirmPrinted
from app.core.room_state import Presence, RoomSession
from app.core.safe_state import UploadResult
from app.core.session_state import SessionState
from app.core.start import RecordStarts, RoomStart
from app.core.terms import CauseNo, FaultNo, PersonId, RoomId, SessionId, Ticket
from app.core.time_state import LossCause
from app.core.timekeeping import ends
from app.core.upload import NoteAttempt
from app.rehearsal.ground import PIN, STICKS, Surprise, expected
from app.rehearsal.practice import PracticeDay
from app.rehearsal.province import Size
from app.service import authorization, people, records, rooms, safekeeping, upload
from app.service.keeping import Target
from app.service.lock_tries import LockTries
from app.settings import Settings
from devices.locks.folders import SoftwareReader
from reports import escort, fallback, fonts, room_record, room_release, site_sheet, working_paper
from tests.gui.screen import put_away, settle
from tests.journeys.day import means
from ui.application import application
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.opening import Opening, Tools
from ui.shell import PageName, Place

SIZE = Size("liaoning-2021-intermediate", 8, 720, 1)
FIRST = SessionId("1-1")
TOOLS = Tools(
    room_record.draw,
    site_sheet.draw,
    room_release.draw,
    working_paper.draw,
    escort.draw,
    fonts.missing,
    fallback.draw,
)
HOME = Path("/examsite")
"""Shown on the settings page, and never there."""
_TURN = 9
"""Every so many candidates one stays away."""


@dataclass
class Scenes:
    """The day, and the way on to its next scene."""

    day: PracticeDay
    admin: Signer
    officer: Signer

    @classmethod
    def prepare(cls, folder: Path) -> Self:
        """An hour before the first session, with the day before done and the start not yet authorized."""
        day = PracticeDay.prepare(folder, SIZE, means(), elapsed=lambda: 0.0)
        for name in ("backups", "records", "releases"):
            (folder / name).mkdir(exist_ok=True)
        admin, officer = (people.sign_with_pin(day.console, code, PIN) for code in ("A01", "O01"))
        made = cls(day, admin, officer)
        made._do(TakeDesk())
        return made

    @property
    def state(self) -> SessionState:
        return self.day.console.site.sessions[FIRST]

    @property
    def rooms(self) -> list[RoomId]:
        return sorted(self.state.rooms)

    def admitted(self) -> None:
        """Everything is released, and whoever comes in time is in."""
        day, folder, signers = self.day, self.day.folder, (self.admin, self.officer)
        expected(authorization.receive(day.console, [day.start_authorization(FIRST).read_bytes()], *signers))
        expected(authorization.check(day.console, FIRST, *signers))
        expected(rooms.release(day.console, FIRST, self.rooms, folder / "releases", TOOLS.draw_release, *signers))
        self._at(-20)
        for number in self.rooms:
            for ticket in coming(self.state.rooms[number]):
                self._do(self._came(ticket, number))

    def troubled(self) -> None:
        """42 minutes in: two rooms have not started and the province was asked; three stood still for 31 minutes."""
        self.admitted()
        dark, stood = self.rooms[-2:], self.rooms[:3]
        self._at(-8)
        late = self._power(dark)
        self._at(1)
        started = tuple(RoomStart(number, self.state.plan.starts_at) for number in self.rooms[:-2])
        self._do(RecordStarts(FIRST, started, PersonId("A01")))
        self._at(10)
        faults = self._power(stood)
        for number in self.rooms[:-2]:
            self._confirm(number)
        self._at(31)
        self._do(ApplyForDelay(FIRST, tuple(dark), 60, tuple(CauseNo(number) for number in late)))
        self._at(41)
        for fault in faults:
            self._do(CloseFault(fault, self._now))
        lost = Loss(LossCause.FAULT, (CauseNo(faults[0]),), self._then(10), self._now, PersonId("A01"))
        first = coming(self.state.rooms[stood[0]])[2]
        self._do(GrantExtraTime(FIRST, stood[0], (first,), (), 7, lost))
        self._at(42)

    def checked(self) -> None:
        """Three machines were looked at: one is well, one is not seen to the end, one fails."""
        kind, item, room = MachineKind, HardwareItem, self.rooms[0]
        seen = (
            (kind.EXAM, room, "K001-001", {item.DETECTION: "no", item.KEYBOARD: "yes", item.MOUSE: "yes"}),
            (kind.INVIGILATION, room, "JK-001", {item.CPU_MHZ: "3000", item.VIRUS_FREE: "yes"}),
            (kind.SWITCH, None, "SW-1", {item.NETWORK_MBPS: "1000", item.DUPLEX: "full"}),
        )
        checks = tuple(
            MachineCheck(
                what, where, name, tuple(Reading(one, value, ReadingSource.BY_HAND) for one, value in items.items())
            )
            for what, where, name, items in seen
        )
        self._do(CheckMachines(checks, "", self._now, PersonId("A01")))

    def underway(self) -> None:
        """Twelve minutes in: one room has not started, rolls are due, a fault and an incident are open."""
        self.admitted()
        state = self.state
        self._at(1)
        started = tuple(RoomStart(number, state.plan.starts_at) for number in self.rooms[:-1])
        self._do(RecordStarts(FIRST, started, PersonId("A01")))
        self._at(4)
        self._do(ReportFault(FaultKind.MACHINE, FIRST, RoomId("003"), ("003",), self._now, PersonId("R003")))
        self._do(OpenIncident(IncidentKind.POWER, FIRST, RoomId("002"), self._now, PersonId("R002")))
        self._at(9)
        # One comes too late.
        late = awaited(state.rooms[RoomId("001")])[0]
        refusal = self._asked(self._came(late, RoomId("001")))
        if not isinstance(refusal, EntryClosed):
            raise Surprise(refusal) if refusal else AssertionError(late)
        self._at(12)
        for number in self.rooms[:3]:
            self._confirm(number)

    def done(self) -> None:
        """After the end: answers checked, a backup made, records printed but for two rooms."""
        day, state = self.day, self.state
        last = self.rooms[-1]
        self._do(RecordStarts(FIRST, (RoomStart(last, state.plan.starts_at),), PersonId("A01")))
        for number in self.rooms[3:]:
            self._confirm(number)
        self._do(CloseFault(next(iter(day.console.site.faults)), self._now))
        self._do(CloseIncident(next(iter(day.console.site.incidents)), self._now))
        day.clock.advance(ends(state.plan.starts_at, state.plan) + timedelta(seconds=30))
        for path, number in zip(day.room_results(FIRST), self.rooms, strict=True):
            expected(rooms.take_result(day.console, FIRST, number, path.read_bytes(), self.admin, self.officer))
        self._do(ConfirmViolations(FIRST, tuple(self.rooms), self._now, PersonId("A01")))
        self._do(EndRooms(FIRST, tuple(self.rooms), self._now, PersonId("A01")))
        self._do(CheckAnswers(FIRST))
        self._carried()
        for number in self.rooms:
            self._do(CountScratchPaper(FIRST, number, 80, 80, None, self._now, PersonId(f"R{number}")))
        for number in self.rooms[:-2]:
            pdf = records.print_room_record(day.console, FIRST, number, TOOLS.draw_record, self.admin)
            assert isinstance(pdf, bytes), pdf
        for number in self.rooms[:4]:
            self._do(ConfirmPrinted(ROOM_RECORD, FIRST, number, 1, came_out=True))

    def _carried(self) -> None:
        """Onto a stick that was tried; the first attempt to upload failed."""
        console, people_here = self.day.console, (self.admin, self.officer)
        stick, spare = STICKS
        folder = self.day.folder / "media" / stick
        self._do(TryMedium(stick, "exfat", 64 << 30, 60 << 30, 23 << 20, None, virus_checked=True))
        self._do(BeginMirror(spare))
        made = safekeeping.back_up(console, FIRST, Target(folder, stick), *people_here)
        assert isinstance(made, Path), made
        expected(upload.export_bundle(console, made.name, made, self.day.folder / "outbox", *people_here))
        self._do(NoteAttempt(made.name, UploadResult.NETWORK_FAILED, "", self._now))

    def place(self, page: PageName) -> Place:
        """The page with something on it: the room with the incident, a candidate who came."""
        room = RoomId("002")
        if page is PageName.ROOM:
            return Place(page, FIRST, room=room, ticket=sorted(self.state.rooms[room].sittings)[4])
        return Place(page, FIRST)

    @contextmanager
    def window(self, settings: Settings, size: tuple[int, int]) -> Iterator[MainWindow]:
        """An active window on the day as it is, with the administrator at the desk."""
        app = application()
        app.setCursorFlashTime(0)
        bridge = Bridge(self.day.console, settings)
        bridge.operator = self.admin
        # What stands on screen does not depend on the folder that a test was given.
        reader, tries = SoftwareReader(self.day.folder / "locks"), LockTries(self.day.folder / "machine")
        opening = Opening(self.day.console, HOME / "settings", HOME / "practice", TOOLS, self.day, reader, tries)
        shown = MainWindow(opening, bridge)
        try:
            shown.resize(*size)
            shown.show()
            shown.activateWindow()
            settle()
            yield shown
        finally:
            put_away(bridge, shown)

    @property
    def _now(self) -> datetime:
        return self.day.clock.moment().at

    def _then(self, minute: int) -> datetime:
        return self.state.plan.starts_at + timedelta(minutes=minute)

    def _at(self, minute: int) -> None:
        self.day.clock.advance(self._then(minute))

    def _power(self, where: Sequence[RoomId]) -> list[FaultNo]:
        """Power is gone in each of these rooms now."""
        for number in where:
            self._do(ReportFault(FaultKind.POWER, FIRST, number, (), self._now, PersonId("A01")))
        return list(self.day.console.site.faults)[-len(where) :]

    def _do(self, operation: Operation) -> None:
        expected(self._asked(operation))

    def _asked(self, operation: Operation) -> Refusal | None:
        return self.day.console.submit(operation, self.admin, self.officer)

    def _came(self, ticket: Ticket, room: RoomId) -> CheckIn:
        person = self.day.console.directory.candidates[ticket]
        return CheckIn(FIRST, ticket, person.id_type, self._now, PersonId(f"R{room}"))

    def _confirm(self, number: RoomId) -> None:
        absent = awaited(self.state.rooms[number])
        self._do(ConfirmAttendance(FIRST, number, absent, self._now, PersonId(f"R{number}")))


def awaited(room: RoomSession) -> tuple[Ticket, ...]:
    return tuple(ticket for ticket, one in sorted(room.sittings.items()) if one.presence is Presence.AWAITED)


def coming(room: RoomSession) -> tuple[Ticket, ...]:
    """All but every ninth, shifted from room to room."""
    shift = int(room.room)
    return tuple(ticket for n, ticket in enumerate(sorted(room.sittings)) if (n + shift) % _TURN)

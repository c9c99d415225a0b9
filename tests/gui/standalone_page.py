"""A day on which three machines of a room broke, its window on the standalone page, and the stations beside it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from app.core.desk import TakeDesk
from app.core.entry import CheckIn
from app.core.fault import FaultKind, ReportFault
from app.core.login import RecordLogins
from app.core.operation import Operation
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_state import Answers, ResetCause
from app.core.seating import TicketSeat
from app.core.standalone_consent import ConsentToStandalone
from app.core.standalone_course import RecordStandaloneLogin
from app.core.standalone_state import Ground, Standalone, VoidReason
from app.core.start import RecordStarts, RoomStart
from app.core.terms import CauseNo, MediumSerial, PersonId, RoomId, SessionId, Ticket
from app.core.timekeeping import authorization_opens
from app.machine_clock import Machine
from app.rehearsal.ground import Ground as PracticeGround
from app.rehearsal.ground import expected
from app.service import authorization, media, rooms, standalone
from app.service.clock import DrivenClock
from app.service.standalone import Made, Where
from app.station.answering import Answering
from app.station.host import Host
from app.station.machine import Station
from tests.gui.keyboard import press, type_text
from tests.gui.screen import Screen, signer
from tests.journeys.day import means
from tests.stores import PIN
from ui.pages.standalone import StandalonePage
from ui.shell import PageName

LAW, ROOM = SessionId("1-1"), RoomId("001")
R001, C01, A01 = PersonId("R001"), PersonId("C01"), PersonId("A01")
STICK = MediumSerial("U-0009")
"""Beside those that the day before registered."""


@dataclass(frozen=True)
class Broken:
    """A day on which three machines of a room broke, as its folder was left."""

    folder: Path
    when: datetime
    three: tuple[Ticket, ...]


def break_three(prepared: Path, agency: PracticeGround, folder: Path) -> Broken:
    """All rooms started; three were reset, and none of them could log in again."""
    shutil.copytree(prepared, folder)
    clock = DrivenClock(agency.clock.moment().at)
    ground = PracticeGround.take_up(folder, means(), clock)
    console, state = ground.console, ground.console.site.sessions[LAW]
    start, here = state.plan.starts_at, state.rooms[ROOM]
    clock.advance(authorization_opens(state.plan, console.rulebook) - timedelta(minutes=30))
    ground.do(TakeDesk())
    ground.morning()
    clock.advance(authorization_opens(state.plan, console.rulebook))
    ground.receive(ground.province.start_authorization(LAW))
    expected(authorization.check(console, LAW, *ground.office))
    expected(
        rooms.release(console, LAW, sorted(state.rooms), folder / "releases", ground.means.draw_release, *ground.office)
    )
    clock.advance(start - timedelta(minutes=20))
    for ticket in here.sittings:
        document = console.directory.candidates[ticket].id_type
        ground.do(CheckIn(LAW, ticket, document, clock.moment().at, R001))
    clock.advance(start)
    ground.do(RecordStarts(LAW, tuple(RoomStart(room, start) for room in sorted(state.rooms)), A01))
    three = tuple(sorted(here.sittings)[:3])
    own = tuple(TicketSeat(ticket, here.sittings[ticket].seat or "") for ticket in three)
    ground.do(RecordLogins(LAW, ROOM, own, start, R001))
    clock.advance(start + timedelta(minutes=10))
    now = clock.moment().at
    ground.do(ReportFault(FaultKind.MACHINE, LAW, ROOM, tuple(one.seat for one in own), now, R001))
    ground.do(ResetCandidates(LAW, ROOM, own, ResetCause.CLOUD, now, R001))
    for ticket in three:
        ground.do(NoteResetFailed(LAW, ticket, now, R001))
    clock.advance(start + timedelta(minutes=12))
    console.store.close()
    return Broken(folder, clock.moment().at, three)


@dataclass
class Alone:
    """The window on such a day, and the stations that its packages are for."""

    screen: Screen
    folder: Path
    three: tuple[Ticket, ...]
    stations: list[Station] = field(default_factory=list)

    @property
    def page(self) -> StandalonePage:
        return cast("StandalonePage", self.screen.page)

    @property
    def stick(self) -> Path:
        return self.folder / "media" / STICK

    @property
    def cause(self) -> CauseNo:
        return CauseNo(next(iter(self.screen.site.faults)))

    @property
    def now(self) -> datetime:
        return self.screen.clock.moment().at

    def of(self, ticket: Ticket) -> Standalone:
        return self.screen.site.sessions[LAW].standalone[ticket]

    def answers(self, ticket: Ticket) -> Answers:
        sitting = self.screen.site.sitting(LAW, ticket)
        assert sitting is not None
        return sitting.answers

    def later(self, minutes: int) -> None:
        self.screen.at(self.now + timedelta(minutes=minutes))

    def station(self, number: int) -> Station:
        """One of its own; it has a request on the stick."""
        clock = Machine(lambda: self.now, lambda: int(self.now.timestamp() * 1e9), "test")
        folder, host = self.folder / f"station-{number}", Host(f"KS-{number}", f"machine-{number}")
        made = Station.take_up(folder, None, self.screen.site.mode, clock, host)
        self.stations.append(made)
        return made

    def opened(self, station: Station, path: Path, ticket: Ticket, code: str) -> Answering:
        """Code, ticket and ID number, as they are typed there."""
        number = self.screen.console.directory.candidates[ticket].id_number
        found = station.unlock(station.take(path), ticket, code, number)
        assert isinstance(found, Answering)
        return found

    # Past the screen

    def do(self, operation: Operation, *beside: str) -> None:
        signers = [signer(self.screen.bridge, code) for code in ("A01", *beside)]
        self.screen.do(operation, *signers)

    def consented(self, ticket: Ticket, *, by_phone: bool = False) -> None:
        operation = ConsentToStandalone(
            LAW,
            ticket,
            Ground.RESET_FAILED,
            (self.cause,),
            C01,
            by_phone,
            warned=True,
            given_at=self.now,
            reported_by=R001,
        )
        self.do(operation, "O01" if by_phone else "C01")

    def registered(self) -> MediumSerial:
        if STICK not in self.screen.site.safe.media:
            admin, office = (signer(self.screen.bridge, code) for code in ("A01", "O01"))
            assert media.register(self.screen.console, self.stick, STICK, A01, admin, office) is None
        return STICK

    def exported(self, ticket: Ticket, number: int, voids: VoidReason | None = None) -> Answering:
        """A package on a station of this number, opened and entered."""
        station, serial = self.station(number), self.registered()
        request = standalone.request(self.screen.console, station.write_request(self.stick))
        where = Where(ROOM, "", R001, serial, self.stick)
        admin = signer(self.screen.bridge, "A01")
        made = standalone.export(self.screen.console, LAW, ticket, request, where, admin, voids=voids)
        assert isinstance(made, Made)
        found = self.opened(station, made.path, ticket, made.code)
        self.do(RecordStandaloneLogin(LAW, ticket, self.now, R001))
        return found

    def back(self, answering: Answering) -> Path:
        """Handed in; the return lies on the stick."""
        self.screen.at(max(self.now, answering.may_hand_in_at))
        answering.hand_in()
        return answering.copy_return(self.stick)

    # On the screen

    def go(self, ticket: Ticket) -> StandalonePage:
        self.screen.look_again()
        self.screen.go(PageName.STANDALONE, session=LAW, ticket=ticket)
        return self.page

    def signs(self, code: str) -> None:
        """In the form that stands where the page asks."""
        type_text(self.screen.window, code)
        press(self.screen.window, "Return")
        type_text(self.screen.window, PIN)
        press(self.screen.window, "Return")
        self.screen.look_again()

    def say(self, name: str, **facts: object) -> str:
        return self.screen.shell.text.say(name, **facts)

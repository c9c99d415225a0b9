"""A whole console in the first session, and answering stations beside it: what an insider has at hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from app.core.attendance import ConfirmAttendance
from app.core.fault import FaultKind, ReportFault
from app.core.login import RecordLogins
from app.core.media import RegisterMedium
from app.core.operation import Operation, Refusal, Signer
from app.core.places import free
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_state import ResetCause
from app.core.seating import TicketSeat
from app.core.standalone_consent import ConsentToStandalone
from app.core.standalone_state import Ground, Standalone, VoidReason
from app.core.start import RecordStarts, RoomStart
from app.core.terms import CauseNo, MediumSerial, PersonId, RoomId, SessionId, Ticket
from app.exchange.station_request import StationRequest
from app.machine_clock import Machine
from app.rehearsal.ground import PIN
from app.rehearsal.practice import PracticeDay
from app.rehearsal.province import Size
from app.service import authorization, media, people, rooms, standalone
from app.service.console import Console
from app.service.standalone import Made, Where
from app.station.answering import Answering
from app.station.host import Host
from app.station.machine import Station
from reports import room_release
from tests.journeys.day import means

FIRST, ROOM = SessionId("1-1"), RoomId("001")
ADMIN = PersonId("A01")
STICK = "U-001"


class Insider:
    """The first room of a small site has started; whoever holds PIN and site lock does what the console lets them."""

    def __init__(self, folder: Path) -> None:
        size = Size("liaoning-2021-intermediate", 1, 96, 1)
        self.day = PracticeDay.prepare(folder / "day", size, means(), elapsed=lambda: 0.0)
        self.folder = folder
        self.admin, self.officer, self.chief = (
            people.sign_with_pin(self.console, code, PIN) for code in ("A01", "O01", "C01")
        )
        self.stick = folder / "stick"
        self.stick.mkdir()
        told = media.medium_at(self.console, self.stick)
        self.medium = told or MediumSerial(STICK)
        self.stations: list[Station] = []
        self._begin()
        self.do(RegisterMedium(self.medium, STICK, ADMIN, read=bool(told)), self.admin, self.officer)

    @property
    def console(self) -> Console:
        return self.day.console

    @property
    def tickets(self) -> list[Ticket]:
        return sorted(self.console.site.sessions[FIRST].rooms[ROOM].sittings)

    def ask(self, operation: Operation, *signers: Signer) -> Refusal | None:
        return self.console.submit(operation, *(signers or (self.admin, self.chief)))

    def do(self, operation: Operation, *signers: Signer) -> None:
        refusal = self.ask(operation, *signers)
        assert refusal is None, refusal

    def _at(self) -> datetime:
        return self.console.clock.moment().at

    def later(self, **by: float) -> None:
        self.day.clock.advance(self.console.clock.moment().at + timedelta(**by))

    def _begin(self) -> None:
        console, both = self.console, (self.admin, self.officer)
        token = self.day.start_authorization(FIRST).read_bytes()
        assert authorization.receive(console, [token], *both) is None
        assert authorization.check(console, FIRST, *both) is None
        out = self.folder / "releases"
        out.mkdir()
        assert rooms.release(console, FIRST, [ROOM], out, room_release.draw, *both) is None
        starts = console.site.sessions[FIRST].plan.starts_at
        self.day.clock.advance(starts + timedelta(minutes=1))
        self.do(RecordStarts(FIRST, (RoomStart(ROOM, starts),), ADMIN))
        self.day.clock.advance(starts + timedelta(minutes=12))
        self.do(ConfirmAttendance(FIRST, ROOM, (), console.clock.moment().at, ADMIN))

    def consented(self, ticket: Ticket) -> None:
        """Logged in, the machine broke, the reset failed, the chief consented."""
        here = self.console.site.sessions[FIRST].rooms[ROOM]
        seat, now = here.sittings[ticket].seat or "", self.console.clock.moment().at
        spare = free(self.console.site, here)[0]
        self.do(RecordLogins(FIRST, ROOM, (TicketSeat(ticket, seat),), now, ADMIN))
        self.do(ReportFault(FaultKind.MACHINE, FIRST, ROOM, (seat,), now, ADMIN))
        cause = CauseNo(list(self.console.site.faults)[-1])
        self.do(ResetCandidates(FIRST, ROOM, (TicketSeat(ticket, spare),), ResetCause.MACHINE, now, ADMIN))
        self.do(NoteResetFailed(FIRST, ticket, now, ADMIN))
        by = self.chief.id
        self.do(ConsentToStandalone(FIRST, ticket, Ground.RESET_FAILED, (cause,), by, False, True, now, ADMIN))

    def alone(self, ticket: Ticket) -> Standalone:
        return self.console.site.sessions[FIRST].standalone[ticket]

    @property
    def where(self) -> Where:
        return Where(ROOM, "", ADMIN, self.medium, self.stick)

    def station(self, name: str) -> Station:
        start = self._at()
        machine = Machine(self._at, lambda: (self._at() - start) // timedelta(microseconds=1) * 1000, "one start")
        made = Station.take_up(self.folder / name, None, self.console.site.mode, machine, Host(name, name))
        self.stations.append(made)
        return made

    def request(self, station: Station) -> StationRequest:
        return standalone.request(self.console, station.write_request(self.stick))

    def exported(
        self,
        ticket: Ticket,
        station: Station,
        *beside: Signer,
        voids: VoidReason | None = None,
        so_far: Path | None = None,
    ) -> Made | Refusal:
        signers = (self.admin, *beside)
        request = self.request(station)
        return standalone.export(self.console, FIRST, ticket, request, self.where, *signers, voids=voids, so_far=so_far)

    def export(
        self,
        ticket: Ticket,
        station: Station,
        *beside: Signer,
        voids: VoidReason | None = None,
        so_far: Path | None = None,
    ) -> Made:
        made = self.exported(ticket, station, *beside, voids=voids, so_far=so_far)
        assert isinstance(made, Made), made
        return made

    def opened(self, ticket: Ticket, station: Station, made: Made) -> Answering:
        number = self.console.directory.candidates[ticket].id_number
        answering = station.unlock(station.take(made.path), ticket, made.code, number)
        assert isinstance(answering, Answering)
        return answering

    def close(self) -> None:
        for station in self.stations:
            station.close()
        self.console.store.close()

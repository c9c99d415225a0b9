"""The same practice day as its exam ends: three machines of a room broke, and its candidates went on alone or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from app.core.closing import EndRooms
from app.core.collection import ConfirmCollected, to_collect
from app.core.end_phase import ConfirmViolations, CountScratchPaper
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.fault import FaultKind, ReportFault
from app.core.login import RecordLogins
from app.core.media import RegisterMedium
from app.core.operation import Refusal
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_state import ResetCause
from app.core.seating import TicketSeat
from app.core.standalone_consent import ConsentToStandalone
from app.core.standalone_course import NoteInterimCopy, RecordStandaloneLogin
from app.core.standalone_state import Ground
from app.core.start import RecordStarts, RoomStart
from app.core.terms import CauseNo, MediumSerial, PersonId, RoomId, Ticket
from app.core.time_state import LossCause
from app.core.timekeeping import ends
from app.machine_clock import Machine
from app.rehearsal.ground import PIN, expected
from app.service import people, rooms, standalone, standalone_return
from app.service.standalone import Made, Where
from app.station.answering import Answering
from app.station.host import Host
from app.station.machine import Station
from tests.gui.conduct_scene import Conduct
from tests.gui.scenes import FIRST, Scenes, coming
from ui.shell import PageName, Place

ROOM, TOLD, STICK = RoomId("001"), PersonId("R001"), "U-001"
BROKE, WENT_ON, MINUTES = 20, 26, 6


@dataclass
class Ending(Scenes):
    """Of three candidates one answers at a station, one is back from there, and one waits for the chief."""

    three: tuple[Ticket, ...] = ()
    _stations: list[Station] = field(default_factory=list)

    def close(self) -> None:
        """Put everything away."""
        for station in self._stations:
            station.close()
        self.day.console.store.abandon()

    def ending(self) -> None:
        """Three minutes after the planned end."""
        self.admitted()
        self._at(1)
        starts = self.state.plan.starts_at
        self._do(RecordStarts(FIRST, tuple(RoomStart(number, starts) for number in self.rooms), PersonId("A01")))
        conduct = Conduct(self.day.console, FIRST, (self.admin, self.officer))
        conduct.blanks()
        self._break()
        self._at(WENT_ON)
        medium, stick = MediumSerial(STICK), self.day.folder / "stick"
        stick.mkdir()
        self._do(RegisterMedium(medium, STICK, PersonId("A01"), read=False))
        _, second = (self._alone(ticket, n, medium, stick) for n, ticket in enumerate(self.three[:2], 1))
        lost = Loss(LossCause.FAULT, (self._cause,), self._then(BROKE), self._now, TOLD)
        self._do(GrantExtraTime(FIRST, ROOM, self.three[:1], (), MINUTES, lost))
        for number in self.rooms:
            self._confirm(number)
        conduct.people()
        conduct.illness()
        over = ends(starts, self.state.plan)
        self.day.clock.advance(over - timedelta(minutes=9))
        self._do(NoteInterimCopy(FIRST, self.three[0], self._now, TOLD))
        self.day.clock.advance(over)
        second.hand_in()
        refusal = standalone_return.take(self.day.console, second.copy_return(stick), self.admin)
        assert not isinstance(refusal, Refusal), refusal
        self.day.clock.advance(over + timedelta(minutes=3))
        conduct.power()
        self._end_some()
        conduct.papers(self.rooms[1])

    def _break(self) -> None:
        """Three machines fail at once; everybody at them is reset in vain."""
        self._at(BROKE)
        here = self.state.rooms[ROOM]
        self.three = coming(here)[:3]
        own = tuple(TicketSeat(ticket, here.sittings[ticket].seat or "") for ticket in self.three)
        self._do(RecordLogins(FIRST, ROOM, own, self.state.plan.starts_at, TOLD))
        self._do(ReportFault(FaultKind.MACHINE, FIRST, ROOM, tuple(one.seat for one in own), self._now, TOLD))
        self._do(ResetCandidates(FIRST, ROOM, own, ResetCause.CLOUD, self._now, TOLD))
        for ticket in self.three:
            self._do(NoteResetFailed(FIRST, ticket, self._now, TOLD))

    @property
    def _cause(self) -> CauseNo:
        return CauseNo(next(iter(self.day.console.site.faults)))

    def _alone(self, ticket: Ticket, number: int, medium: MediumSerial, stick: Path) -> Answering:
        """Consented to, exported, opened and entered."""
        chief, why = PersonId("C01"), Ground.RESET_FAILED
        consent = ConsentToStandalone(
            FIRST, ticket, why, (self._cause,), chief, False, warned=True, given_at=self._now, reported_by=TOLD
        )
        expected(self.day.console.submit(consent, self.admin, people.sign_with_pin(self.day.console, chief, PIN)))
        clock = Machine(lambda: self._now, lambda: int(self._now.timestamp() * 1e9), "scene")
        folder, host = self.day.folder / f"station-{number}", Host(f"KS-{number}", f"machine-{number}")
        station = Station.take_up(folder, None, self.day.console.site.mode, clock, host)
        self._stations.append(station)
        request = standalone.request(self.day.console, station.write_request(stick))
        where = Where(ROOM, "", TOLD, medium, stick)
        made = standalone.export(self.day.console, FIRST, ticket, request, where, self.admin)
        assert isinstance(made, Made), made
        number_of = self.day.console.directory.candidates[ticket].id_number
        opened = station.unlock(station.take(made.path), ticket, made.code, number_of)
        assert isinstance(opened, Answering)
        self._do(RecordStandaloneLogin(FIRST, ticket, self._now, TOLD))
        return opened

    def _end_some(self) -> None:
        """One room ended and owes its papers, one can end, one brought its result, and one told its count."""
        second, third, fourth, fifth = self.rooms[1:5]
        for path, number in zip(self.day.room_results(FIRST), self.rooms, strict=True):
            if number in (second, third, fourth):
                expected(rooms.take_result(self.day.console, FIRST, number, path.read_bytes(), self.admin))
        self._do(ConfirmViolations(FIRST, (second, third), self._now, PersonId("A01")))
        count = len(to_collect(self.state.rooms[fifth]))
        self._do(ConfirmCollected(FIRST, fifth, count, (), (), self._now, PersonId(f"R{fifth}")))
        self._do(EndRooms(FIRST, (second,), self._now, PersonId("A01")))
        self._do(CountScratchPaper(FIRST, second, 80, 80, None, self._now, PersonId(f"R{second}")))

    def place(self, page: PageName) -> Place:
        """Whoever is answering alone; the room that they left."""
        if page is PageName.STANDALONE:
            return Place(page, FIRST, ticket=self.three[0])
        return Place(page, FIRST, room=ROOM)

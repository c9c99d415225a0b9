"""A dishonest site and standalone packages: a second machine, altered and truncated files, files of another session or
candidate, a strange medium, two returns. Every no has its name, and nothing that was answered gets lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app.core.fault import FaultKind, ReportFault
from app.core.gate import CheckName
from app.core.login import RecordLogins
from app.core.media import MediumNotRegistered, RegisterMedium
from app.core.operation import Refusal
from app.core.permission import AnotherPersonNeeded
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_gate import room_gate
from app.core.room_state import Answers, Presence, ResetCause
from app.core.seating import TicketSeat
from app.core.standalone import PackageOut
from app.core.standalone_consent import ConsentToStandalone
from app.core.standalone_return import DecideReturn, PackageItself, ReturnDoubtful, ReturnedAlready
from app.core.standalone_state import Custody, PackageEnd, ReturnFlaw, VoidReason
from app.core.standalone_state import Ground as Why
from app.core.terms import CauseNo, MediumSerial, Mode, PersonId, RoomId, SessionId, Ticket
from app.machine_clock import Machine
from app.rehearsal.day import Running
from app.rehearsal.ground import FOUNDED, Ground
from app.rehearsal.province import Size
from app.service import media, room_files, standalone, standalone_return
from app.service.clock import BEIJING, DrivenClock
from app.service.standalone import Made, Where
from app.station.answering import Answering
from app.station.host import Host
from app.station.machine import Station
from app.trouble import Code, Trouble
from tests.journeys.day import means

SIZE = Size("liaoning-2021-intermediate", 2, 120, 5)
FIRST, SECOND, ONE = SessionId("1-1"), SessionId("1-2"), RoomId("001")
DESK, CHIEF, GUIDE = PersonId("A01"), PersonId("C01"), PersonId("R001")
NOW = datetime(2021, 10, 30, 8, 50, tzinfo=BEIJING)


class Desk:
    """A site whose first session has run for twenty minutes, with one registered stick and stations at will."""

    def __init__(self, folder: Path) -> None:
        self.clock = DrivenClock(FOUNDED)
        self.day = Running(Ground.lay(folder / "site", SIZE, means(), self.clock), SIZE)
        self.ground, self.console = self.day.ground, self.day.console
        self.ground.before()
        for when, step in self.day.steps():
            if when < NOW:
                self.clock.advance(max(when, self.clock.moment().at))
                step()
        self.clock.advance(NOW)
        self.folder, self.stick = folder, folder / "stick"
        self.stick.mkdir()
        serial = media.medium_at(self.console, self.stick)
        self.medium = serial or MediumSerial("U-7")
        self.chief(RegisterMedium(self.medium, "U-7", DESK, read=bool(serial)))
        self.where = Where(ONE, "", GUIDE, self.medium, self.stick)
        here = self.console.site.sessions[FIRST].rooms[ONE].sittings
        self.people = [ticket for ticket, one in sorted(here.items()) if one.presence is Presence.PRESENT]
        self.stations: list[Station] = []

    def do(self, operation: object) -> None:
        self.ground.do(operation)  # type: ignore[arg-type]  # every operation that the tests make

    def chief(self, operation: object) -> Refusal | None:
        return self.console.submit(operation, *self.ground.beside)  # type: ignore[arg-type]

    def somebody(self) -> Ticket:
        """The next candidate whose reset failed and whom the chief let go on alone."""
        ticket, now = self.people.pop(0), self.clock.moment().at
        seat = self.console.site.sessions[FIRST].rooms[ONE].sittings[ticket].seat or ""
        own = (TicketSeat(ticket, seat),)
        self.do(RecordLogins(FIRST, ONE, own, now, GUIDE))
        self.do(ReportFault(FaultKind.PERIPHERAL, FIRST, ONE, (seat,), now, GUIDE))
        self.do(ResetCandidates(FIRST, ONE, own, ResetCause.PERIPHERAL, now, GUIDE))
        self.do(NoteResetFailed(FIRST, ticket, now, GUIDE))
        cause = (CauseNo(list(self.console.site.faults)[-1]),)
        consent = ConsentToStandalone(FIRST, ticket, Why.RESET_FAILED, cause, CHIEF, False, True, now, DESK)
        assert self.chief(consent) is None
        return ticket

    def station(self, name: str, mode: Mode = Mode.PRACTICE) -> Station:
        clock = Machine(lambda: self.clock.moment().at, lambda: int(self.clock.moment().at.timestamp() * 1e9), "test")
        self.stations.append(Station.take_up(self.folder / name, None, mode, clock, Host(name, f"id of {name}")))
        return self.stations[-1]

    def export(self, ticket: Ticket, station: Station, voids: VoidReason | None = None) -> Made:
        request = standalone.request(self.console, station.write_request(self.stick))
        made = standalone.export(self.console, FIRST, ticket, request, self.where, self.ground.office[0], voids=voids)
        assert isinstance(made, Made), made
        return made

    def opened(self, station: Station, ticket: Ticket, made: Made) -> Answering:
        number = self.console.directory.candidates[ticket].id_number
        opened = station.unlock(station.take(made.path), ticket, made.code, number)
        assert isinstance(opened, Answering)
        return opened

    def close(self) -> None:
        for station in self.stations:
            station.close()
        self.console.store.abandon()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = Desk(tmp_path_factory.mktemp("alone"))
    yield made
    made.close()


@pytest.fixture
def later(tmp_path: Path) -> Iterator[Desk]:
    """One whose clock goes on."""
    made = Desk(tmp_path)
    yield made
    made.close()


def code(trouble: pytest.ExceptionInfo[Trouble]) -> Code:
    return trouble.value.code


def test_no_second_machine_opens_a_package(desk: Desk) -> None:
    ticket, right, wrong = desk.somebody(), desk.station("M-11"), desk.station("M-12")
    made = desk.export(ticket, right)
    with pytest.raises(Trouble) as refused:
        wrong.take(made.path)
    assert code(refused) is Code.FILE_NOT_FOR_US
    with pytest.raises(Trouble) as refused:
        right.unlock(right.take(made.path), ticket, made.code, "110101199001011237")
    assert code(refused) is Code.UNLOCK_WRONG
    copied = desk.folder / "M-13"
    right.close()
    copied.mkdir()
    for file in (desk.folder / "M-11").rglob("*"):
        if file.is_file():
            target = copied / file.relative_to(desk.folder / "M-11")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    with pytest.raises(Trouble) as refused:
        desk.station("M-13")
    assert code(refused) in {Code.MACHINE_WRONG, Code.PLACES_APART, Code.STATION_DAMAGED}


def test_an_altered_or_truncated_package_is_refused_by_name(desk: Desk) -> None:
    ticket, station = desk.somebody(), desk.station("M-21")
    made = desk.export(ticket, station)
    content = made.path.read_bytes()
    flipped = (bytes([*content[:n], content[n] ^ 1, *content[n + 1 :]]) for n in (5, 100, 3000, len(content) - 1))
    for n, bad in enumerate((content[:40], content[:2000], content[:-1], b"", content + b"\0", *flipped)):
        path = desk.stick / f"bad-{n}.examsite-alone"
        path.write_bytes(bad)
        with pytest.raises(Trouble) as refused:
            station.take(path)
        assert code(refused) in {Code.FILE_DAMAGED, Code.FILE_NOT_FOR_US}
        assert "bad-" in str(refused.value)
    assert desk.opened(station, ticket, made).ticket == ticket


def test_an_altered_return_is_refused_and_noted_with_its_incident(desk: Desk) -> None:
    ticket, station = desk.somebody(), desk.station("M-31")
    made = desk.export(ticket, station)
    answering = desk.opened(station, ticket, made)
    answering.answer(answering.questions[0].id, answering.questions[0].choices[:1])
    path = answering.interim(desk.stick)
    content = path.read_bytes()
    for n, bad in enumerate((content[:-20], content[:100], content[:500] + b"\0" + content[501:])):
        altered = desk.stick / f"{ticket}-{FIRST}-1-{90 + n}.examsite-interim"
        altered.write_bytes(bad)
        with pytest.raises(Trouble) as refused:
            standalone_return.take(desk.console, altered, *desk.ground.office)
        assert code(refused) is Code.FILE_DAMAGED
    room = desk.console.site.sessions[FIRST].rooms[ONE]
    assert len(room.damaged) >= 3
    kinds = [one.kind for one in desk.console.site.incidents.values() if one.room == ONE and not one.closed_at]
    assert kinds.count("R-07") == 1
    brought = room_files.take_file(desk.console, path, *desk.ground.office)
    assert (brought.session, brought.room, brought.no) == (FIRST, ONE, None)
    assert desk.console.site.sessions[FIRST].standalone[ticket].counted is None


def test_of_another_session_or_candidate_a_return_is_refused_by_name(desk: Desk) -> None:
    """Its own signature says whose it is; the name of the file says nothing."""
    ticket, station = desk.somebody(), desk.station("M-41")
    answering = desk.opened(station, ticket, desk.export(ticket, station))
    path = answering.interim(desk.stick)
    state = desk.console.site.sessions[FIRST].standalone
    kept = state.pop(ticket)
    try:
        with pytest.raises(Trouble) as refused:
            standalone_return.take(desk.console, path, *desk.ground.office)
        assert code(refused) is Code.PACKAGE_WRONG
    finally:
        state[ticket] = kept
    package = kept.packages[0]
    package.nonce, nonce = "0" * 64, package.nonce
    with pytest.raises(Trouble) as refused:
        standalone_return.take(desk.console, path, *desk.ground.office)
    assert code(refused) is Code.PACKAGE_WRONG
    package.nonce = nonce
    other = desk.stick / f"{desk.people[-1]}-{SECOND}-1-1.examsite-interim"
    other.write_bytes(path.read_bytes())
    taken = standalone_return.take(desk.console, other, *desk.ground.office)
    assert not isinstance(taken, Refusal)
    assert (taken.document.session, taken.document.ticket) == (FIRST, ticket)


def test_nothing_goes_out_on_a_strange_medium(desk: Desk) -> None:
    ticket, station = desk.somebody(), desk.station("M-51")
    request = standalone.request(desk.console, station.write_request(desk.stick))
    strange = Where(ONE, "", GUIDE, MediumSerial("X-1"), desk.stick)
    with pytest.raises(Trouble) as refused:
        standalone.export(desk.console, FIRST, ticket, request, strange, desk.ground.office[0])
    assert code(refused) is Code.MEDIUM_UNREGISTERED
    assert not desk.console.site.sessions[FIRST].standalone[ticket].packages
    assert MediumNotRegistered.clause == "DAT-11"
    made = desk.export(ticket, station)
    made.path.unlink()
    again = standalone.write_again(desk.console, FIRST, ticket, desk.stick)
    assert again == made.path
    assert made.path.exists()


def test_a_practice_package_is_no_package_of_a_real_station(desk: Desk) -> None:
    station = desk.station("M-61", Mode.REAL)
    with pytest.raises(Trouble) as refused:
        standalone.request(desk.console, station.write_request(desk.stick))
    assert code(refused) is Code.MODE_WRONG


def test_another_system_s_package_is_kept_unopened_and_counted_when_it_is_back(desk: Desk) -> None:
    ticket = desk.somebody()
    foreign, back = desk.folder / "other.bin", desk.folder / "back.bin"
    foreign.write_bytes(b"of another system")
    back.write_bytes(b"answers of another system")
    out = standalone.register(desk.console, FIRST, ticket, "KS-9", desk.where, foreign, desk.ground.office[0])
    assert out == desk.stick / "other.bin"
    assert (desk.stick / "other.bin").read_bytes() == b"of another system"
    alone = desk.console.site.sessions[FIRST].standalone[ticket]
    assert alone.packages[0].custody is Custody.REGISTERED
    alone_there = standalone_return.take_registered(desk.console, FIRST, ticket, back, desk.ground.office[0])
    assert isinstance(alone_there, AnotherPersonNeeded)
    itself = standalone_return.take_registered(desk.console, FIRST, ticket, foreign, *desk.ground.office)
    assert itself == PackageItself(ticket, 1)
    file = standalone_return.take_registered(desk.console, FIRST, ticket, back, *desk.ground.office)
    assert alone.counted == file
    assert desk.console.store.blobs.get(alone.counted) == b"answers of another system"


def test_two_returns_stand_side_by_side_until_the_chief_decides(later: Desk) -> None:
    """The station is thought dead, another one is used, and then both come back (SAL-05)."""
    desk = later
    ticket, first, second = desk.somebody(), desk.station("M-71"), desk.station("M-72")
    one = desk.opened(first, ticket, desk.export(ticket, first))
    request = standalone.request(desk.console, second.write_request(desk.stick))
    out = standalone.export(desk.console, FIRST, ticket, request, desk.where, desk.ground.office[0])
    assert isinstance(out, PackageOut)
    made = desk.export(ticket, second, VoidReason.STATION_FAILED)
    two = desk.opened(second, ticket, made)
    for answering, pick in ((one, 0), (two, 1)):
        question = answering.questions[0]
        answering.answer(question.id, question.choices[pick : pick + 1])
    alone = desk.console.site.sessions[FIRST].standalone[ticket]
    assert [package.ended for package in alone.packages] == [PackageEnd.VOID, None]
    desk.clock.advance(NOW.replace(hour=10, minute=1))
    files = []
    for answering, flaws in ((two, ()), (one, (ReturnFlaw.SECOND, ReturnFlaw.VOIDED))):
        answering.hand_in()
        files.append(answering.copy_return(desk.stick))
        taken = standalone_return.take(desk.console, files[-1], *desk.ground.office)
        if flaws:
            assert taken == ReturnDoubtful(ticket, 1, flaws)
        else:
            assert not isinstance(taken, Refusal)
    again = standalone_return.take(desk.console, files[0], *desk.ground.office)
    assert again == ReturnedAlready(ticket, 2)
    room = desk.console.site.sessions[FIRST].rooms[ONE]
    (check,) = [found for found in room_gate(desk.console.site, room) if found.name is CheckName.STANDALONE]
    assert ticket in check.tickets
    assert desk.chief(DecideReturn(FIRST, ticket, alone.returns[1].file)) is None
    assert alone.counted == alone.returns[1].file
    assert [package.ended for package in alone.packages] == [PackageEnd.COUNTED, PackageEnd.VOID]
    assert all(desk.console.store.blobs.get(returned.file) for returned in alone.returns)
    assert room.sittings[ticket].answers is Answers.COLLECTED

"""The page of standalone exams: machines of one room broke, and real stations go on with what the page makes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from app.core.desk import TakeDesk
from app.core.entry import CheckIn
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.fault import FaultKind, ReportFault
from app.core.incident import IncidentOpened
from app.core.login import RecordLogins
from app.core.operation import Operation
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_state import Answers, ResetCause
from app.core.seating import TicketSeat
from app.core.standalone_consent import ConsentRatified, ConsentToStandalone, StandaloneConsented
from app.core.standalone_course import InterimCopyMade, RecordStandaloneLogin, StandaloneWithdrawn
from app.core.standalone_return import ReturnDecided
from app.core.standalone_state import Custody, Ground, PackageEnd, Standalone, VoidReason
from app.core.start import RecordStarts, RoomStart
from app.core.terms import CauseNo, MediumSerial, PersonId, RoomId, SessionId, Ticket
from app.core.time_state import LossCause
from app.core.timekeeping import authorization_opens
from app.machine_clock import Machine
from app.rehearsal.ground import Ground as PracticeGround
from app.rehearsal.ground import expected
from app.service import authorization, media, rooms, standalone, standalone_return
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.sitelock import worked
from app.service.standalone import Made, Where
from app.service.unlock import unlock
from app.station.answering import Answering
from app.station.host import Host
from app.station.machine import Station
from app.views.standalone import AlonePart
from devices.locks.software import SoftwareLock
from tests.gui.conftest import OpenScreen
from tests.gui.fitting import faults
from tests.gui.keyboard import choose, focused, press, tab_to, type_text
from tests.gui.screen import Screen, settle, signer, texts
from tests.journeys.day import means
from tests.stores import PIN
from ui.pages import standalone_medium, standalone_return as return_page, standalone_station
from ui.pages.faults import FaultsPage
from ui.pages.room import RoomPage
from ui.pages.standalone import StandalonePage
from ui.pages.standalone_decide import NONE
from ui.shell import PageName

LAW, ROOM = SessionId("1-1"), RoomId("001")
R001, C01, A01 = PersonId("R001"), PersonId("C01"), PersonId("A01")
STICK = "U-001"


@dataclass(frozen=True)
class Broken:
    """A day on which three machines of a room broke, as its folder was left."""

    folder: Path
    when: datetime
    three: tuple[Ticket, ...]


@pytest.fixture(scope="module")
def broken(prepared: Path, agency: PracticeGround, tmp_path_factory: pytest.TempPathFactory) -> Broken:
    """All rooms started; three were reset, and none of them could log in again."""
    folder = tmp_path_factory.mktemp("broken") / "day"
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
        return self.folder / "stick"

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
        if not self.screen.site.media:
            admin, office = (signer(self.screen.bridge, code) for code in ("A01", "O01"))
            assert media.register(self.screen.console, self.stick, STICK, A01, admin, office) is None
        return next(iter(self.screen.site.media))

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


@pytest.fixture
def alone(broken: Broken, tmp_path: Path, open_screen: OpenScreen) -> Iterator[Alone]:
    shutil.copytree(broken.folder, tmp_path / "day")
    lock = worked(SoftwareLock.open(tmp_path / "day" / "locks" / "site", PIN))
    console: Console = unlock(tmp_path / "day" / "store", lock, DrivenClock(broken.when))
    made = Alone(open_screen(console), tmp_path, broken.three)
    made.stick.mkdir()
    made.screen.sign_in()
    yield made
    for station in made.stations:
        station.close()
    console.store.abandon()


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What comes out of the dialogs of the system, one after the other."""
    paths: list[Path] = []

    def ask(*arguments: object) -> None:
        then = cast("Callable[[Path], object]", arguments[-1])
        then(paths.pop(0))

    monkeypatch.setattr(standalone_station, "ask_file", ask)
    monkeypatch.setattr(return_page, "ask_file", ask)
    monkeypatch.setattr(standalone_medium, "ask_folder", ask)
    return paths


def test_from_the_failed_reset_to_answers_that_count_by_keyboard_alone(alone: Alone, chosen: list[Path]) -> None:
    # Given somebody whose reset failed: on the list by itself, with the fault proposed
    screen, window, ticket = alone.screen, alone.screen.window, alone.three[0]
    page = alone.go(ticket)
    assert [line.key for line in page.list.lines.lines] == [(LAW, one) for one in alone.three]
    # When the warning was read, and the chief signs
    tab_to(window, alone.say("standalone-warned"))
    press(window, "Space")
    choose(window, alone.say("standalone-consent-do"))
    alone.signs("C01")
    # Then it stands, on what was proposed, in both names
    assert screen.last() == StandaloneConsented(
        LAW, ROOM, ticket, Ground.RESET_FAILED, (alone.cause,), C01, False, alone.now, alone.now, R001
    )
    assert screen.signers_of_last() == ["A01", "C01"]
    # When the station's request is read, the medium registered before a second person, and the package exported
    station = alone.station(1)
    chosen += [station.write_request(alone.stick), alone.stick]
    choose(window, alone.say("standalone-request"))
    assert station.fingerprint == page.card.package.station.fingerprint.shown
    choose(window, alone.say("standalone-folder"))
    assert focused().accessibleName() == alone.say("standalone-medium-label")
    type_text(window, STICK)
    press(window, "Return")
    alone.signs("O01")
    choose(window, alone.say("standalone-export"))
    screen.look_again()
    # Then the code stands there in large groups, and opens it at that station
    code = page.card.login.code.code.shown
    package = alone.of(ticket).packages[0]
    assert (package.machine, package.place, package.watched_by) == ("KS-1", "", R001)
    answering = alone.opened(station, next(alone.stick.glob("*.examsite-alone")), ticket, code)
    # When they go on at the station, and the ledger gives what was lost meanwhile
    alone.later(1)
    choose(window, alone.say("standalone-login-do"))
    screen.look_again()
    assert package.login_at == alone.now
    assert page.card.login.code.code.shown == ""
    lost = Loss(LossCause.FAULT, (alone.cause,), alone.now - timedelta(minutes=3), alone.now, R001)
    alone.do(GrantExtraTime(LAW, ROOM, (ticket,), (), 3, lost))
    screen.look_again()
    assert alone.say("standalone-voucher-waits", minutes=3) in texts(page.card.course)
    choose(window, alone.say("standalone-voucher-issue"))
    screen.look_again()
    assert answering.voucher(page.card.course.voucher.shown) == 3
    # When they hand in, and the file is taken in
    chosen += [alone.back(answering)]
    page.list.setFocus()
    choose(window, f"{alone.say('standalone-unfold')} {page.card.sections[_part('return')].title.text()}")
    choose(window, alone.say("standalone-take"))
    screen.look_again()
    # Then it counts, and its digest stands there as the slip has it
    handed = answering.handed
    assert handed is not None
    assert page.card.back.digest.shown == handed.digest == alone.of(ticket).counted
    assert alone.answers(ticket) is Answers.COLLECTED


def _part(name: str) -> AlonePart:
    return AlonePart(name)


def test_consent_without_the_warning_is_refused_and_by_telephone_is_signed_later(alone: Alone) -> None:
    # Given the chief on the telephone
    page, consent = alone.go(alone.three[0]), alone.page.card.consent
    consent.means.picked.emit(True)
    consent.do.click()
    alone.signs("O01")
    # Then without the warning it is a no, with its clause
    assert alone.say("refusal-warning-unread", ticket=alone.three[0]) in alone.screen.asked()
    # When it was read out
    consent.warned.box.setChecked(True)
    consent.do.click()
    alone.signs("O01")
    # Then it holds, and waits for the chief's own signature
    assert isinstance(alone.screen.last(), StandaloneConsented)
    assert alone.of(alone.three[0]).consent.waits  # type: ignore[union-attr]
    assert alone.say("standalone-unsigned") in texts(page)
    consent.ratify.click()
    assert "C01" in texts(page.asking) or alone.screen.asked()
    type_text(alone.screen.window, PIN)
    press(alone.screen.window, "Return")
    alone.screen.look_again()
    assert isinstance(alone.screen.last(), ConsentRatified)
    assert alone.say("standalone-unsigned") not in texts(page)

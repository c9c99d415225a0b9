"""A practice day in the hands of a person: files from outside, a clock that is moved on, and a restart in between."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyrage
import pytest

from app.authority.receive import receive
from app.core.closing import CheckAnswers, EndRooms
from app.core.end_phase import ConfirmViolations
from app.core.room_state import Presence
from app.core.terms import Mode, PersonId, RoomId, SessionId
from app.core.timestamp import CheckScan, ScanDiffers
from app.exchange import outbox
from app.exchange.room_report import RoomReportDocument
from app.exchange.signed import Kind, claimed
from app.rehearsal.ground import PIN
from app.rehearsal.practice import PracticeDay
from app.rehearsal.province import Size
from app.service import arrangement, authorization, people, records, rooms, safekeeping, upload
from app.service.clock import BEIJING
from app.service.keeping import Target
from app.service.room_reports import take_report
from app.trouble import Code, Trouble
from reports import fonts, room_record, room_release
from tests.journeys.day import means

SIZE = Size("liaoning-2021-senior", 2, 16, 1)
MORNING, AFTERNOON = SessionId("1-1"), SessionId("2-1")
ONE, TWO = RoomId("001"), RoomId("002")
WHO = PersonId("A01")


class Stopped:
    """Seconds that pass only when a test lets them."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2021, 6, 19, hour, minute, second, tzinfo=BEIJING)


class Desk:
    """The two people who work through the day."""

    def __init__(self, day: PracticeDay) -> None:
        self.day, self.console = day, day.console
        self.signers = tuple(people.sign_with_pin(day.console, code, PIN) for code in ("A01", "O01"))

    def morning(self) -> None:
        """To the end of the session, from nothing but files of the inbox."""
        day, console, signers = self.day, self.console, self.signers
        assert authorization.receive(console, [day.start_authorization(MORNING).read_bytes()], *signers) is None
        assert authorization.check(console, MORNING, *signers) is None
        both = (ONE, TWO)
        assert rooms.release(console, MORNING, both, day.folder / "releases", room_release.draw, *signers) is None
        for moment in (at(8, 50), at(9, 0, 10), at(9, 45)):
            day.clock.advance(moment)
            for room in both:
                assert take_report(console, day.room_report(MORNING, room).read_bytes(), *signers) is None
        assert all(here.attendance_confirmed_at for here in console.site.sessions[MORNING].rooms.values())
        day.clock.advance(at(12, 0, 30))
        for path, room in zip(day.room_results(MORNING), both, strict=True):
            assert rooms.take_result(console, MORNING, room, path.read_bytes(), *signers) is None
        assert console.submit(ConfirmViolations(MORNING, both, at(12, 0, 30), WHO), *signers) is None
        assert console.submit(EndRooms(MORNING, both, at(12, 0, 30), WHO), *signers) is None
        assert console.submit(CheckAnswers(MORNING), *signers) is None
        for room in both:
            made = records.print_room_record(console, MORNING, room, room_record.draw, *signers)
            assert isinstance(made, bytes)

    def back_up(self) -> Path:
        made = safekeeping.back_up(self.console, MORNING, Target(self.day.folder / "backups"), *self.signers)
        assert isinstance(made, Path)
        return made


@pytest.fixture
def elapsed() -> Stopped:
    return Stopped()


@pytest.fixture(scope="module", autouse=True)
def passphrase_at_no_price() -> Iterator[None]:
    """Stretching takes a second at each opening of the agency; the real one is gone through in test_commands."""
    with pytest.MonkeyPatch.context() as patched:
        for name in ("encrypt", "decrypt"):
            patched.setattr(pyrage.passphrase, name, lambda content, _: content)
        yield


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, passphrase_at_no_price: None) -> Path:
    """A day as it was prepared, closed again."""
    day = PracticeDay.prepare(tmp_path_factory.mktemp("prepared") / "day", SIZE, means(), elapsed=Stopped())
    day.console.store.close()
    return day.folder


@pytest.fixture
def day(prepared: Path, tmp_path: Path, elapsed: Stopped) -> PracticeDay:
    return PracticeDay.open(shutil.copytree(prepared, tmp_path / "day"), means(), elapsed)


def test_a_day_goes_on_where_it_was_left(day: PracticeDay, elapsed: Stopped) -> None:
    # Given a day that stands an hour before its first session
    assert day.clock.moment().at == at(8, 0)
    assert day.next_moment() == at(8, 30)
    assert day.inbox == day.folder / "inbox"
    # When one session is worked through and the window is closed
    desk = Desk(day)
    desk.morning()
    assert day.room_results(MORNING) == ()
    assert day.receipt(MORNING) is None
    made = desk.back_up()
    last = day.clock.moment().at
    day.console.store.close()
    # Then it opens again at the last entry, and the province receipts what was left
    again = PracticeDay.open(day.folder, means(), elapsed)
    assert again.clock.moment().at == last == at(12, 0, 30)
    elapsed.seconds += 61
    assert again.clock.moment().at == at(12, 1, 31)
    assert again.next_moment() == at(13, 30)
    desk = Desk(again)
    path = again.receipt(MORNING)
    assert path == again.inbox / f"{made.name}.examsite-receipt"
    assert upload.take_receipt(again.console, path.read_bytes(), *desk.signers) is None
    assert again.receipt(MORNING) is None
    # And the next session is authorized
    again.clock.advance(at(13, 30))
    brought = [again.start_authorization(AFTERNOON).read_bytes()]
    assert authorization.receive(again.console, brought, *desk.signers) is None
    assert authorization.check(again.console, AFTERNOON, *desk.signers) is None
    again.console.store.close()


def test_its_time_goes_with_the_machine(day: PracticeDay) -> None:
    day.console.store.close()
    again = PracticeDay.open(day.folder, means())
    assert at(8, 0) <= again.clock.moment().at < at(8, 1)
    again.console.store.close()


def test_a_room_counts_what_the_desk_will_find(day: PracticeDay) -> None:
    def counted(room: RoomId) -> RoomReportDocument:
        return claimed(day.room_report(MORNING, room).read_bytes(), Kind.REPORT, RoomReportDocument)

    here = len(day.console.site.sessions[MORNING].rooms[ONE].sittings)
    early = counted(ONE)
    assert (early.started_at, early.present, early.absent_tickets, early.number) == (None, 0, None, 1)
    desk = Desk(day)
    desk.morning()
    report = counted(ONE)
    sittings = day.console.site.sessions[MORNING].rooms[ONE].sittings
    absent = tuple(sorted(ticket for ticket, one in sittings.items() if one.presence is Presence.ABSENT))
    assert report.absent_tickets == absent
    assert (report.present + report.absent, report.absent, report.number) == (here, len(absent), 4)
    assert report.submitted == report.logged_in == report.present
    day.console.store.close()


def test_every_moment_worth_it_comes_in_its_turn(day: PracticeDay) -> None:
    moments = []
    while moment := day.next_moment():
        day.clock.advance(moment)
        moments.append(moment)
    assert moments[:2] == [at(8, 30), at(9, 0)]
    assert moments[-1] == at(17, 30)
    assert len(moments) == 11  # six a session, less the one that the day begins with; nobody leaves before the end
    day.console.store.close()


def test_the_code_of_the_confirmation_sheet_passes_and_another_does_not(day: PracticeDay) -> None:
    desk = Desk(day)
    assert day.console.submit(CheckScan(day.confirmation_code()), *desk.signers) is None
    refusal = day.console.submit(CheckScan(day.confirmation_code() + "0"), *desk.signers)
    assert isinstance(refusal, ScanDiffers)
    day.console.store.close()


def test_a_new_day_begins_an_hour_before_its_first_session_or_when_it_is_told(tmp_path: Path, elapsed: Stopped) -> None:
    for number, told in enumerate((None, at(8, 55))):
        day = PracticeDay.prepare(tmp_path / str(number), SIZE, means(), told, elapsed)
        assert day.clock.moment().at == (told or at(8, 0))
        assert list(day.inbox.iterdir()) == []
        day.console.store.close()


def test_a_day_that_cannot_be_prepared_leaves_no_store_open(tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        PracticeDay.prepare(tmp_path / "day", SIZE, means(), at=datetime(2020, 1, 1, tzinfo=BEIJING))
    PracticeDay.open(tmp_path / "day", means()).console.store.close()


def test_a_day_that_cannot_go_on_leaves_no_store_open(day: PracticeDay) -> None:
    day.inbox.rmdir()
    outbox.write_bytes(day.inbox, b"")
    day.console.store.close()
    with pytest.raises(FileExistsError):
        PracticeDay.open(day.folder, means())
    day.inbox.unlink()
    PracticeDay.open(day.folder, means()).console.store.close()


def test_one_window_a_folder_and_one_day(day: PracticeDay, tmp_path: Path) -> None:
    for folder, code in ((day.folder, Code.STORE_IN_USE), (tmp_path / "nowhere", Code.STORE_MISSING)):
        with pytest.raises(Trouble) as caught:
            PracticeDay.open(folder, means())
        assert caught.value.code is code
    with pytest.raises(Trouble) as caught:
        PracticeDay.prepare(day.folder, SIZE, means())
    assert caught.value.code is Code.STORE_EXISTS
    day.console.store.close()
    assert day.console.site.mode is Mode.PRACTICE


def test_what_practice_made_the_real_side_refuses(day: PracticeDay) -> None:
    # Given a practice package, authorization, receipt and backup
    desk, province = Desk(day), day._ground.province
    desk.morning()
    made = desk.back_up()
    receipt, start = province.receive(made), province.start_authorization(AFTERNOON)
    (package,) = (day.folder / "agency").glob("*.examsite")
    # When a site or an agency takes them that has the very same keys, but works for a real exam
    day.console.site.mode = Mode.REAL
    agency = replace(province._agency, mode=Mode.REAL)
    refused: tuple[Callable[[], object], ...] = (
        lambda: arrangement.import_package(day.console, package, fonts.missing, *desk.signers),
        lambda: authorization.receive(day.console, [start], *desk.signers),
        lambda: upload.take_receipt(day.console, receipt, *desk.signers),
        lambda: receive(agency, province.request, made, day.clock.moment().at),
    )
    # Then each is refused for being practice, and nothing was entered
    entries = day.console.store.journal.n
    for take in refused:
        with pytest.raises(Trouble) as caught:
            take()
        assert caught.value.code is Code.MODE_WRONG
        assert caught.value.facts == {"expected": Mode.REAL, "found": Mode.PRACTICE}
    assert day.console.store.journal.n == entries
    day.console.store.abandon()

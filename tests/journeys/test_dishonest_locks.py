"""What a dishonest site, or a tired honest one, would try with locks, clocks and authorizations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app import provisioning
from app.authority import issue
from app.core.clock import TimeFarOff
from app.core.desk import TakeDesk
from app.core.operation import Signer
from app.core.permission import SiteTimeUnconfirmed
from app.core.person_state import DrillTopic
from app.core.qualification import RecordQualification
from app.core.site import Source
from app.core.staffing import NotQualified
from app.core.start import ReleaseRooms
from app.core.terms import PersonId, Role, RoomId, SessionId
from app.core.timestamp import CheckScan, RecordTimestamp, scan_payload
from app.exchange import keyfile
from app.rehearsal.ground import FOUNDED, Ground, expected
from app.rehearsal.province import Size
from app.service import arrangement, authorization, people, site_time
from app.service.authorization import Brought
from app.service.clock import DrivenClock, Machine, SiteClock
from app.service.console import Console
from app.service.lock_tries import LockTries
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.locks.folders import SoftwareReader
from devices.protocols import Lock, LockFault, LockKind, SeenLock
from reports import fonts
from tests.journeys.day import means
from tests.stores import ADMIN, EVE, OFFICER, PIN, Place, arrange

CHIEF = Signer(PersonId("C01"), Role.CHIEF, "pin:0011223344556677")
MORNING = EVE + timedelta(hours=16)
RELEASE = ReleaseRooms(SessionId("1-1"), (RoomId("001"),), "r")


# Wrong PINs of the site lock


class Asking:
    """The locks of a folder, whose PIN is asked for as a token's is."""

    def __init__(self, folder: Path) -> None:
        self._inside = SoftwareReader(folder)

    def seen(self) -> tuple[SeenLock, ...]:
        return self._inside.seen()

    def open(self, serial: str, pin: str) -> Lock | LockFault:
        return self._inside.open(serial, pin)

    def provision(
        self, hardware: str, serial: str, kind: LockKind, pin: str, *, fresh: bool = False
    ) -> SeenLock | LockFault:
        return self._inside.provision(hardware, serial, kind, pin, fresh=fresh)

    def close(self) -> None:
        self._inside.close()


def test_after_five_wrong_pins_the_site_lock_opens_again_once_the_wait_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, seconds = Place(tmp_path / "site"), 1000.0
    place.enrol().console.store.close()
    monkeypatch.setattr(provisioning, "data_folder", lambda: tmp_path / "machine")
    monkeypatch.setattr(provisioning, "LockTries", lambda folder: LockTries(folder, lambda: seconds))
    key_file = keyfile.read((place.store / keyfile.NAME).read_bytes())
    reader = Asking(place.folder / "locks")

    def said(pin: str) -> Code:
        with pytest.raises(Trouble) as caught:
            provisioning.site_lock(reader, key_file, pin)
        return caught.value.code

    assert [said("999999") for _ in range(5)] == [Code.WRONG_PIN] * 5
    assert said(PIN) is Code.PIN_WAITS
    seconds += 15
    assert provisioning.site_lock(reader, key_file, PIN).serial == key_file.lock


# The machine's clock


class Hands:
    """A machine whose clock somebody sets; each start of it has a name of its own."""

    def __init__(self, place: Place) -> None:
        self.place, self.starts = place, 0
        self.console = place.enrol().console

    def start(self, wall: datetime) -> Console:
        self.console.store.close()
        self.starts += 1
        machine = Machine(lambda: wall, lambda: 0, f"start-{self.starts}")
        self.console = unlock(self.place.store, self.place.lock(), SiteClock(machine))
        return self.console

    def confirm(self, outside: datetime, *, far: bool = False) -> object:
        return site_time.confirm(self.console, outside, self.console.clock.moment(), ADMIN, OFFICER, far=far)


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[Hands]:
    made = Hands(Place(tmp_path))
    yield made
    made.console.store.abandon()


def test_a_machine_that_starts_a_year_ahead_still_gets_the_true_time(hands: Hands) -> None:
    arrange(hands.console)
    hands.start(MORNING)
    assert hands.confirm(MORNING) is None
    # Given its clock was set ahead, when somebody signs in before the time is confirmed.
    console = hands.start(MORNING + timedelta(days=366))
    assert console.submit(TakeDesk(), ADMIN) is None
    # Then that entry bars no true time; it is only looked at twice.
    assert isinstance(hands.confirm(MORNING + timedelta(minutes=5)), TimeFarOff)
    assert hands.confirm(MORNING + timedelta(minutes=5), far=True) is None


def test_a_pin_wait_is_not_shortened_by_starting_with_the_clock_ahead(hands: Hands) -> None:
    arrange(hands.console)
    console = hands.start(MORNING)
    assert hands.confirm(MORNING) is None
    for _ in range(5):
        with pytest.raises(Trouble):
            people.sign_with_pin(console, "C01", "999999")
    console = hands.start(MORNING + timedelta(hours=1))
    with pytest.raises(Trouble) as caught:
        people.sign_with_pin(console, "C01", PIN)
    assert caught.value.code is Code.PIN_WAITS


def test_a_site_whose_administrator_is_not_qualified_yet_gets_going(hands: Hands) -> None:
    arrange(hands.console, full=True)
    console, passed = hands.start(MORNING), (EVE - timedelta(days=9)).date()
    assert hands.confirm(MORNING) == NotQualified(ADMIN.id, test=False, drill=False)
    assert console.submit(RELEASE, CHIEF, OFFICER) == SiteTimeUnconfirmed()
    vouched = RecordQualification(ADMIN.id, passed, passed, tuple(DrillTopic))
    assert console.submit(vouched, CHIEF, OFFICER) is None
    assert hands.confirm(MORNING) is None


# Authorizations


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    made = Ground.lay(tmp_path / "day", Size("liaoning-2021-senior", 2, 8, 1), means(), DrivenClock(FOUNDED))
    yield made
    made.console.store.abandon()


def take_in(ground: Ground, package: Path, edition: int, *signers: Signer) -> None:
    """The package, and everything that stands before its authorization."""
    console, province = ground.console, ground.province
    expected(arrangement.import_package(console, package, fonts.missing, *signers).refusal)
    for source in (Source.PLATFORM, Source.CALIBRATION):
        ground.do(RecordTimestamp(source, province.header.timestamp))
    inside = authorization.package_in_force(console)
    ground.do(CheckScan(scan_payload(inside.exam, inside.plan, edition)))


@pytest.fixture
def newer(ground: Ground, tmp_path: Path) -> Callable[[], None]:
    """A second edition comes in."""

    def come() -> None:
        province = ground.province
        issued = issue.issue(
            province._agency, province._input, province.request, tmp_path, edition=2, at=ground.clock.moment().at
        )
        assert issued.path
        take_in(ground, issued.path, 2, *ground.office)

    return come


def test_an_authorization_brought_before_a_newer_package_is_not_taken_in_after_it(
    ground: Ground, newer: Callable[[], None]
) -> None:
    console = ground.console
    take_in(ground, ground.province.package(ground.out / "agency"), 1, people.holder_of_lock(console))
    expected(authorization.open_receipt(console, *ground.office))
    brought = authorization.bring(console, ground.province.exam_authorization(), *ground.office)
    assert isinstance(brought, Brought)
    newer()
    with pytest.raises(Trouble) as caught:
        authorization.take(console, [brought], *ground.office)
    assert caught.value.code is Code.EDITION_WRONG
    assert not console.site.exam_authorization

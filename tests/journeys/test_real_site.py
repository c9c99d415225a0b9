"""A site in real mode, on a token that counts as hardware: own PINs, confirmed time, and the day before."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.authority import authorize, issue, keys, sample
from app.authority.folder import read_exam, read_header
from app.authority.keys import Agency
from app.core.clock import SystemClockMoved, TimeBeforeLastEntry, TimeFarOff
from app.core.operation import Operation, Refusal, Signer
from app.core.permission import FirstPinStill, SiteTimeUnconfirmed, StaffSignsNow
from app.core.readiness_state import TestKind
from app.core.room_test import RecordRoomTest, SimulatedTestMissing, TestedRoom
from app.core.sealed_room_test import AcceptSite, RecordSealedRoomTest
from app.core.site import Source
from app.core.terms import Mode, PersonId, SiteCode
from app.core.timestamp import CheckScan, RecordTimestamp, scan_payload
from app.exchange import enrolment
from app.journal import codec
from app.service import arrangement, authorization, people, site_time
from app.service.clock import BEIJING, Machine, SiteClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.sitelock import worked
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.protocols import LockKind, SeenLock
from reports import fonts
from tests.contract.softhsm import PIN, Hsm

EVE = datetime(2021, 6, 18, 14, tzinfo=BEIJING)
SITE, OWN = "KW-000001", {"A01": "4 own signs", "O01": "another one"}


class Site:
    """The console with the clocks of its machine in the test's hands."""

    def __init__(self, hsm: Hsm, folder: Path, agency: Agency) -> None:
        self.hsm, self.folder = hsm, folder
        self.wall, self.up, self.boot = EVE, 0, "first"
        self.reader = hsm.reader(soft_as_hardware=True)
        made = self.reader.provision(hsm.initialize(SITE), SITE, LockKind.SITE, PIN)
        assert isinstance(made, SeenLock)
        shutil.copytree(agency.folder, folder / "agency")
        self.agency = replace(agency, folder=folder / "agency")
        sample.write(folder / "input", "liaoning-2021-senior", 1, 4, 1, Mode.REAL)
        lock = worked(self.reader.open(SITE, PIN))
        assert not lock.software
        enrolled = enrol(folder / "store", self.agency.trust, SiteCode("210101"), lock, self.clock())
        self.console: Console = enrolled.console
        self.request = enrolment.read(enrolled.request)

    def clock(self) -> SiteClock:
        return SiteClock(Machine(lambda: self.wall, lambda: self.up, self.boot))

    def passes(self, seconds: int) -> None:
        self.wall += timedelta(seconds=seconds)
        self.up += seconds * 1_000_000_000

    def package(self) -> Path:
        made = issue.issue(self.agency, self.folder / "input", self.request, self.folder, edition=1, at=EVE)
        assert made.path is not None, made.faults
        return made.path

    def first_pins(self) -> dict[str, str]:
        """What stands on the sealed paper."""
        text = (self.folder / "agency" / "first-pins.csv").read_text(encoding="utf-8")
        return {row[0]: row[1] for row in csv.reader(io.StringIO(text))}

    def sign(self, *codes: str) -> tuple[Signer, ...]:
        return tuple(people.sign_with_pin(self.console, code, OWN[code]) for code in codes)

    def does(self, operation: Operation) -> Refusal | None:
        return self.console.submit(operation, *self.sign("A01", "O01"))

    def confirm(self, outside: datetime, *, far: bool = False) -> Refusal | None:
        moment, signers = self.console.clock.moment(), self.sign("A01", "O01")
        return site_time.confirm(self.console, outside, moment, *signers, far=far)

    def restarts(self) -> None:
        """The machine, with its clock as somebody left it; the program opens the store anew."""
        self.console.store.close()
        self.console.store.lock.close()
        self.boot, self.up = "second", 0
        self.console = unlock(self.folder / "store", worked(self.reader.open(SITE, PIN)), self.clock())


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Agency:
    """Its passphrase is stretched once for all."""
    return keys.init(tmp_path_factory.mktemp("real") / "agency", Mode.REAL, "P", "a passphrase of the agency", EVE)


@pytest.fixture
def site(hsm: Hsm, tmp_path: Path, agency: Agency) -> Iterator[Site]:
    made = Site(hsm, tmp_path, agency)
    yield made
    made.console.store.abandon()
    made.console.store.lock.close()


def opened(site: Site) -> Console:
    """The package in force, own PINs chosen, the time confirmed."""
    console, lock = site.console, people.holder_of_lock(site.console)
    assert arrangement.import_package(console, site.package(), fonts.missing, lock).refusal is None
    first = site.first_pins()
    for code, own in OWN.items():
        assert people.change_pin(console, people.sign_with_pin(console, code, first[code]), own) is None
    assert site.confirm(site.wall) is None
    return console


def test_the_day_before_in_real_mode(site: Site) -> None:
    console = site.console
    lock = people.holder_of_lock(console)
    assert arrangement.import_package(console, site.package(), fonts.missing, lock).refusal is None
    first = site.first_pins()
    stamp = RecordTimestamp(Source.PLATFORM, read_header(site.folder / "input" / "site.toml").timestamp)
    # Whoever only holds the lock signs no more; nothing is done before the time is confirmed.
    admin, officer = (people.sign_with_pin(console, code, first[code]) for code in ("A01", "O01"))
    assert console.submit(stamp, admin, officer) == SiteTimeUnconfirmed()
    now = console.clock.moment()
    assert site_time.confirm(console, now.at, now, lock, officer) == StaffSignsNow()
    assert site_time.confirm(console, now.at, now, admin, officer) == FirstPinStill(PersonId("A01"))
    # The PIN from the sealed paper is good for an own one, and for nothing afterwards.
    for signer in (admin, officer):
        assert people.change_pin(console, signer, OWN[signer.id]) is None
    with pytest.raises(Trouble) as caught:
        people.sign_with_pin(console, "A01", first["A01"])
    assert caught.value.code is Code.WRONG_PIN
    assert site.confirm(EVE + timedelta(minutes=2)) is None
    assert console.clock.moment().at == EVE + timedelta(minutes=2)
    # Then the day before, in its order.
    assert site.does(stamp) is None
    assert site.does(RecordTimestamp(Source.CALIBRATION, stamp.text)) is None
    package = authorization.package_in_force(console)
    assert site.does(CheckScan(scan_payload(package.exam, package.plan, 1))) is None
    exam = read_exam(site.folder / "input" / "exam.toml")
    token = authorize.exam(site.agency, site.request, exam.id, 1, EVE)
    assert authorization.receive(console, [token], *site.sign("A01", "O01")) is None
    evening = console.clock.moment().at.replace(microsecond=0)
    assert site.does(RecordSealedRoomTest(True, evening, PersonId("A01"))) is None
    assert isinstance(site.does(AcceptSite()), SimulatedTestMissing)
    tested = tuple(TestedRoom(room, True, 1) for room in sorted(console.site.plans))
    assert site.does(RecordRoomTest(TestKind.SIMULATED, tested, evening, PersonId("A01"))) is None
    assert site.does(AcceptSite()) is None


def test_a_clock_that_is_set_moves_nothing_and_is_written_down(site: Site) -> None:
    console = opened(site)
    before = console.clock.moment().at
    site.wall -= timedelta(hours=5)
    site.passes(1)
    assert site_time.watch(console) == -18_000
    site.passes(1)
    assert site_time.watch(console) == 0
    assert console.clock.moment().at == before + timedelta(seconds=2)
    facts = [codec.decode(entry.body) for entry in console.store.journal.read()]
    assert facts.count(SystemClockMoved(-18_000)) == 1


def test_after_a_restart_two_persons_confirm_the_time_and_never_before_the_last_entry(site: Site) -> None:
    console = opened(site)
    site.passes(600)
    people.sign_with_pin(console, "A01", OWN["A01"])
    with pytest.raises(Trouble):
        people.sign_with_pin(console, "A01", "wrong once")
    last = console.last_entry
    assert last is not None
    # Given the machine goes down, and somebody sets its clock back before it comes up again.
    site.wall -= timedelta(hours=3)
    site.restarts()
    console, before = site.console, site.console.clock.confirmed
    assert console.clock.moment().at == last
    assert site.does(AcceptSite()) == SiteTimeUnconfirmed()
    early = last - timedelta(seconds=1)
    assert isinstance(site.confirm(early), TimeBeforeLastEntry)
    assert isinstance(site.confirm(last + timedelta(minutes=4)), TimeFarOff)
    assert site.confirm(last + timedelta(minutes=4), far=True) is None
    assert (before, console.clock.confirmed) == (False, True)
    # The program alone started anew: the same start of the machine, nothing to confirm.
    console.store.close()
    console.store.lock.close()
    site.passes(60)
    site.console = unlock(site.folder / "store", worked(site.reader.open(SITE, PIN)), site.clock())
    assert site.console.clock.confirmed
    assert site.console.clock.moment().at == last + timedelta(minutes=5)

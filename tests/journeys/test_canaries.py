"""Nothing secret or personal where it does not belong: marked values sent through every failure, then looked for."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from app import log
from app.core.avoidance import DeclareAvoidance
from app.core.calibration import RecordCalibration
from app.core.custody import HandOverLock, IssueLock, ReportLockLost
from app.core.delegation import DelegateChief
from app.core.entry import CheckIn
from app.core.lock_state import SupervisedKind
from app.core.locks import LockReason, NoteLockOut
from app.core.operation import Operation, Refusal, Signer
from app.core.sealing import UnsealEquipment
from app.core.site_form import SiteForm
from app.core.supervision import OpenSupervision
from app.core.terms import LockSerial, PersonId, SessionId, Ticket
from app.exchange import authorization as documents
from app.rehearsal.ground import FOUNDED, PIN, Ground
from app.rehearsal.province import Size
from app.service import authorization, locks, people, safekeeping, site_sheets
from app.service.clock import DrivenClock
from app.service.keeping import Target
from app.service.lock_tries import LockTries
from app.service.sitelock import SHARE
from app.text import LANGUAGES, text
from app.trouble import Trouble
from devices.locks.folders import SoftwareReader
from reports import site_sheet
from tests.journeys.day import means

OWN_PIN, WRONG = "Kanarie-739154", "Kanarie-000913"
MORNING = SessionId("1-1")


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    """What the program wrote about itself: log and crash files."""
    folder = tmp_path / "machine"
    handler = log.start(folder)
    yield folder
    logging.getLogger().removeHandler(handler)
    handler.close()


class Failures:
    """A practice day on which everything goes wrong that can, and what people were told of it."""

    def __init__(self, out: Path, machine: Path) -> None:
        self.machine, self.said = machine, list[str]()
        self.ground = Ground.lay(out, Size("liaoning-2021-senior", 2, 12, 1), means(), DrivenClock(FOUNDED))
        self.ground.before()
        self.console, self.office = self.ground.console, self.ground.office
        self.admin = self.office[0]

    @property
    def now(self) -> datetime:
        return self.ground.clock.moment().at

    def attempt(self, call: Callable[[], object]) -> None:
        """What comes of it is said in both languages, and a crash file is written of what was raised."""
        try:
            answer = call()
        except Trouble as trouble:
            logging.getLogger("app.test").info("trouble", exc_info=trouble)
            log.crash_file(self.machine, trouble, self.console.store.journal.n)
            self.said.extend(text(language).trouble(trouble) for language in LANGUAGES)
            self.said.append(str(trouble))
        else:
            if isinstance(answer, Refusal):
                self.said.extend(text(language).refusal(answer) for language in LANGUAGES)

    def ask(self, operation: Operation, *further: Signer) -> None:
        self.attempt(lambda: self.console.submit(operation, self.admin, *further))

    def pins(self) -> None:
        """A wrong one, one in the field of the code, an own one, one that is too short, a wrong passphrase."""
        console = self.console
        self.attempt(lambda: people.sign_with_pin(console, "A01", WRONG))
        self.attempt(lambda: people.sign_with_pin(console, WRONG, WRONG))
        self.attempt(lambda: people.change_pin(console, self.admin, OWN_PIN))
        self.attempt(lambda: people.change_pin(console, self.admin, OWN_PIN[:3]))
        self.attempt(lambda: people.recover_pin(console, PersonId("A02"), (WRONG, OWN_PIN), OWN_PIN, *self.office))
        reader = SoftwareReader(self.ground.out / "locks")
        self.attempt(lambda: locks.open_lock(reader, LockTries(self.machine), "JK-000001", WRONG))

    def sealed(self) -> None:
        """While it is sealed, with a number that is none, and by one person alone."""
        assert self.console.site.seal
        self.ask(RecordCalibration(LockSerial(WRONG), self.now, 0))
        self.ask(UnsealEquipment(WRONG, intact=True), self.office[1])
        self.ask(UnsealEquipment(self.console.site.seal.number, intact=True))
        self.ground.clock.advance(self.now.replace(day=19, hour=7))
        self.ground.morning()

    def custody(self) -> None:
        person = next(iter(self.console.directory.candidates.values()))
        staff = next(iter(self.console.directory.staff.values()))
        self.ask(DeclareAvoidance(PersonId("I001"), (person.ticket, Ticket("0"))))
        self.ask(DelegateChief(PersonId("D01"), "x" * 30, self.now))
        self.ask(IssueLock(LockSerial("KW-000001"), PersonId("A01")))
        self.ask(HandOverLock(LockSerial("KW-000001"), PersonId("A02")))
        self.ask(CheckIn(MORNING, person.ticket, person.id_type, self.now, PersonId(person.name)))
        self.ask(ReportLockLost(LockSerial("JK-000002"), self.now, PersonId(staff.name)))
        self.ask(ReportLockLost(LockSerial("JK-000002"), self.now, PersonId("A01")))

    def authorizations(self) -> None:
        """Altered, cut, empty, torn; then the right one."""
        token = self.ground.province.start_authorization(MORNING)
        for bad in (token[:-4] + b"AAAA", token[:100], b"", token.replace(b".", b"", 1)):
            self.attempt(partial(authorization.bring, self.console, bad, self.admin))
        self.ground.clock.advance(self.now.replace(hour=8, minute=5))
        self.ground.receive(token)
        self.attempt(lambda: authorization.check(self.console, MORNING, self.admin))

    def lock_out(self) -> None:
        away, backups = self.ground.out / "away", self.ground.out / "backups"
        (self.ground.out / "locks" / "site").rename(away)
        self.attempt(lambda: authorization.open_receipt(self.console, *self.office))
        self.attempt(lambda: safekeeping.back_up(self.console, MORNING, Target(backups), *self.office))
        self.attempt(lambda: self.console.submit(NoteLockOut(LockSerial("KW-000001"), LockReason.REMOVED)))
        away.rename(self.ground.out / "locks" / "site")
        self.ask(OpenSupervision(SupervisedKind.LOCKS, LockSerial("JK-000001")), self.office[1])

    # What was left behind

    def sheets(self) -> Iterator[bytes]:
        number = next(iter(self.console.site.supervisions))
        of = {SiteForm.SUPERVISION: number, SiteForm.SEAL: "1", SiteForm.CUSTODY: self.now.date().isoformat()}
        for form, subject in of.items():
            pdf = site_sheets.preview_sheet(self.console, form, subject, site_sheet.draw)
            assert pdf is not None
            yield pdf

    def secrets(self) -> list[str]:
        """PINs, keys and verifiers, as they would stand in a text."""
        share, keys = self.console.store.lock.read(SHARE), self.console.store.keys
        assert isinstance(share, bytes)
        assert keys.personal is not None
        own = [OWN_PIN, WRONG, share.hex(), keys.store.hex(), keys.personal.hex(), str(keys.identity)]
        return [*own, _paper_key(self.ground), *self.console.verifiers.values()]

    def id_numbers(self) -> list[str]:
        found = [one.id_number for one in self.console.directory.candidates.values()]
        return found + [one.id_number for one in self.console.directory.staff.values() if one.id_number]

    def names(self) -> list[str]:
        found = [one.name for one in self.console.directory.candidates.values()]
        return found + [one.name for one in self.console.directory.staff.values()]

    def journal(self) -> str:
        """All of it but the package, whose plan names the school."""
        entries = self.console.store.journal.read()
        return "".join((e.stamp + e.body).decode() for e in entries if b"package_taken_in" not in e.body)


def test_no_secret_and_no_person_gets_where_it_does_not_belong(tmp_path: Path, written: Path) -> None:
    day = Failures(tmp_path / "day", written)
    for happens in (day.pins, day.sealed, day.custody, day.authorizations, day.lock_out):
        happens()
    machine = "".join(path.read_text(encoding="utf-8") for path in written.iterdir())
    places = {"said": "\n".join(day.said), "journal": day.journal(), "machine": machine}
    paper = "".join(_text(pdf, tmp_path) for pdf in day.sheets())
    secrets, id_numbers, names = day.secrets(), day.id_numbers(), day.names()
    day.console.store.close()
    assert len(day.said) > 40
    assert len(list(written.glob("crash-*"))) > 8
    for place, content in {**places, "paper": paper}.items():
        found = [secret for secret in (*secrets, *id_numbers) if secret in content]
        assert not found, place
    for place, content in places.items():
        assert not [name for name in names if name in content], place
    assert PIN not in machine


def _paper_key(ground: Ground) -> str:
    """As it travels, sealed, in the start authorization."""
    package = authorization.package_in_force(ground.console)
    state = ground.console.site.sessions[MORNING]
    assert state.received is not None
    token = ground.console.store.blobs.get(state.received.document)
    key = authorization.province(ground.console).key
    start = documents.read_start(token, key, ground.console.site.mode, ground.console.site.code, package.exam.id)
    return start.paper_key


def _text(pdf: bytes, folder: Path) -> str:
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, encoding="utf-8").stdout

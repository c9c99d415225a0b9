"""A site of two rooms with a real package, and its agency, which reads out codes and signs directives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.authority import sample
from app.core.delay import ApplyForDelay
from app.core.fault import FaultKind, ReportFault
from app.core.operation import Operation, Refusal, Signer
from app.core.terms import ApplicationNo, CauseNo, Mode, PersonId, RoomId, SessionId
from app.crypto.codes import Purpose, Subject, code
from app.exchange import enrolment
from app.service import people
from app.service.arrangement import import_package
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from tests.agencies import SITE, Ends, agency, both
from tests.stores import EVE, Place

FIRST, SECOND = SessionId("1-1"), SessionId("1-2")
ONE, TWO = RoomId("001"), RoomId("002")
A01, CHIEF = PersonId("A01"), PersonId("C01")
ASKED = ApplicationNo("AS-001")


def made(folder: Path) -> Ends:
    """The package is taken in, and the store is closed."""
    of, source, place = agency(folder / "agency"), folder / "input", Place(folder / "site")
    sample.write(source, "liaoning-2021-intermediate", 2, 8, 1, Mode.PRACTICE)
    enrolled = enrol(place.store, of.trust, SITE, place.make_lock(), DrivenClock(EVE))
    ends = Ends(of, source, place, enrolment.read(enrolled.request))
    taken = import_package(
        enrolled.console, ends.package(folder), lambda _: (), people.holder_of_lock(enrolled.console)
    )
    assert taken.refusal is None
    enrolled.console.store.close()
    return ends


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Ends:
    return made(tmp_path_factory.mktemp("coded"))


@pytest.fixture
def ends(whole: Ends, tmp_path: Path) -> Ends:
    """The site in a copy of its own."""
    return whole.copied(whole.place.copy(tmp_path / "site"))


def spoken(ends: Ends, console: Console, purpose: Purpose, session: str, subject: str, minutes: int) -> str:
    """As the province reads it out for this site."""
    assert console.site.package
    of = Subject(purpose, console.site.package.exam.id, console.site.code, session, subject)
    return code(ends.agency.master, of, minutes)


def with_chief(console: Console) -> tuple[Signer, ...]:
    operator, *_ = both(console)
    return operator, replace(both(console)[1], id=CHIEF, role=console.directory.staff[CHIEF].role)


def did(console: Console, operation: Operation) -> None:
    refusal: Refusal | None = console.submit(operation, *both(console))
    assert refusal is None, refusal


def asked(console: Console, minutes: int = 25, *rooms: RoomId) -> None:
    """A power failure, and the application for a delay that hangs on it."""
    now = console.clock.moment().at
    did(console, ReportFault(FaultKind.POWER, FIRST, None, (), now, A01))
    (cause,) = console.site.faults
    did(console, ApplyForDelay(FIRST, rooms or (ONE, TWO), minutes, (CauseNo(cause),)))
    assert list(console.site.applications) == [ASKED]

"""The journal read for people, and proved in steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.arrangement import PackageTakenIn
from app.core.enrolment import SiteEnrolled
from app.core.fault import FaultKind, FaultReported, ReportFault
from app.core.terms import PersonId
from app.journal import codec
from app.journal.chain import Mark
from app.service import logbook
from app.service.console import Console
from app.service.logbook import lines, verify_steps
from app.service.sitelock import note_head
from app.trouble import Code, Trouble
from tests.raw import Failing, rewrite
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange

REPORT = ReportFault(FaultKind.POWER, None, None, (), EVE, PersonId("A01"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def console(place: Place) -> Iterator[Console]:
    """Entry 1 enrols, 2 to 4 arrange, 5 to 7 are faults."""
    console = place.enrol().console
    arrange(console)
    for _ in range(3):
        assert console.submit(REPORT, ADMIN, OFFICER) is None
    yield console
    console.store.abandon()


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logbook, "STEP", 3)


def trouble(does: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as caught:
        does()
    return caught.value


def break_disk(console: Console) -> None:
    journal = console.store.journal
    journal._db = Failing(journal._db, "COMMIT", "disk I/O error", done=False)
    trouble(lambda: console.submit(REPORT, ADMIN))


def test_newest_first_and_bounded(console: Console) -> None:
    assert [line.n for line in lines(console, 1, 99)] == [7, 6, 5, 4, 3, 2, 1]
    assert [line.n for line in lines(console, 4, 5)] == [5, 4]
    assert lines(console, 8, 9) == ()
    assert [type(line.fact) for line in lines(console, 1, 2)] == [PackageTakenIn, SiteEnrolled]


def test_a_line_says_when_what_and_by_whom(console: Console) -> None:
    (line,) = lines(console, 7, 7)
    assert (line.at, line.kind) == (EVE, "fault_reported/2")
    assert line.head == console.store.journal.head.hex()[:16]
    assert line.signers == ((ADMIN.id, ADMIN.role), (OFFICER.id, OFFICER.role))
    assert isinstance(line.fact, FaultReported)


def test_steps_tell_how_far_the_proof_is(console: Console) -> None:
    assert list(verify_steps(console)) == [3, 6, 7]
    for _ in range(2):
        console.submit(REPORT, ADMIN)
    assert list(verify_steps(console)) == [3, 6, 9]


def test_the_place_of_the_next_entry_stays(console: Console) -> None:
    list(verify_steps(console))
    assert console.submit(REPORT, ADMIN) is None
    assert console.store.journal.n == 8


def test_it_can_be_stopped_and_work_goes_on_between_steps(console: Console) -> None:
    steps = verify_steps(console)
    assert next(steps) == 3
    assert console.submit(REPORT, ADMIN) is None
    assert console.store.mark()
    assert list(steps) == [6, 8]
    cancelled = verify_steps(console)
    assert next(cancelled) == 3
    cancelled.close()
    assert console.submit(REPORT, ADMIN) is None


def rewritten(console: Console, place: Place, since: int) -> None:
    bodies = [codec.encode(fact) for fact in (line.fact for line in lines(console, since + 1, 99))]
    rewrite(place.store / "site.db", since, bodies, console.store.keys.store)


def test_what_is_not_what_memory_knows_is_found(console: Console, place: Place) -> None:
    rewritten(console, place, 5)
    found = trouble(lambda: list(verify_steps(console)))
    assert (found.code, found.facts) == (Code.REWRITTEN, {"entry": 7})


def test_a_note_on_the_lock_is_asked_too(console: Console) -> None:
    key_file, journal = console.store.key_file, console.store.journal
    note_head(console.store.lock, key_file.mode, key_file.site, Mark(journal.n + 5, journal.head))
    found = trouble(lambda: list(verify_steps(console)))
    assert (found.code, found.facts) == (Code.CUT_SHORT, {"entry": 7, "marked": 12})


def test_without_the_lock_memory_is_proof_enough(console: Console, place: Place) -> None:
    place.lock_folder.rename(place.folder / "away")
    assert list(verify_steps(console))[-1] == 7
    (place.folder / "away").rename(place.lock_folder)


def test_a_stopped_console_reads_nothing_and_is_not_called_damaged(console: Console) -> None:
    steps = verify_steps(console)
    assert next(steps) == 3
    break_disk(console)
    for does in (lambda: next(steps), lambda: list(verify_steps(console)), lambda: lines(console, 1, 2)):
        assert trouble(does).code is Code.CONSOLE_STOPPED


def test_after_reopening_the_proof_begins_anew(console: Console) -> None:
    steps = verify_steps(console)
    assert next(steps) == 3
    break_disk(console)
    assert console.reopen() is False
    assert list(steps) == [3, 6, 7]

"""The one door: disk first, memory after; after a failure nothing until the journal was read afresh."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.core.authorization import TakeExamAuthorization
from app.core.fault import CloseFault, FaultKind, FaultReported, NoOpenFault, ReportFault
from app.core.lock_state import SupervisedKind
from app.core.operation import Decision, Demand, Desk, Fact, Operation
from app.core.permission import AnotherPersonNeeded, NobodySignedIn, NotYourRole, SiteLockNeeded
from app.core.site import Site, Source
from app.core.supervision import OpenSupervision
from app.core.terms import Digest, FaultNo, PersonId
from app.core.timestamp import CheckScan, RecordTimestamp, ScanChecked, ScanDiffers, TimestampBlank
from app.journal import codec
from app.journal.chain import Mark
from app.service.console import Console
from app.trouble import Code, Trouble
from tests.raw import Failing
from tests.stores import ADMIN, EVE, OFFICER, SERIAL, SITE, TIMESTAMP, Place, arrange, compare, entries, replayed

REPORT = ReportFault(FaultKind.POWER, None, None, (), EVE, PersonId("A01"))
AUTHORIZE = TakeExamAuthorization("E-1", Digest("00" * 32))
WRONG_SCAN = CheckScan(f"EXAMSITE1:ARR:X:{SITE}:1:{TIMESTAMP}")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def console(place: Place) -> Iterator[Console]:
    console = place.enrol().console
    yield console
    console.store.abandon()


def break_disk(console: Console, at: str, *, done: bool = False) -> None:
    journal = console.store.journal
    journal._db = Failing(journal._db, at, "disk I/O error", done=done)


def trouble(does: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as caught:
        does()
    return caught.value


def test_a_yes_is_in_journal_and_memory(console: Console) -> None:
    assert console.submit(REPORT, ADMIN, OFFICER) is None
    last = entries(console.store.journal)[-1]
    fact = FaultReported(FaultNo("AF-001"), FaultKind.POWER, None, None, (), EVE, PersonId("A01"))
    assert codec.decode(last.body) == fact
    assert list(console.site.faults) == ["AF-001"]
    stamp = codec.decode_stamp(last.stamp)
    assert (stamp.at, stamp.boot, stamp.machine, stamp.epoch) == (EVE, "practice", "A", 1)
    assert [(who.id, who.role, who.proof) for who in stamp.by] == [
        (ADMIN.id, ADMIN.role, ADMIN.proof),
        (OFFICER.id, OFFICER.role, OFFICER.proof),
    ]


def test_a_no_leaves_no_trace(console: Console) -> None:
    before = console.store.journal.n
    heard: list[tuple[Fact, ...]] = []
    console.listen(heard.append)
    assert console.submit(CloseFault(FaultNo("AF-009"), EVE), ADMIN) == NoOpenFault(FaultNo("AF-009"))
    assert console.submit(REPORT) == NobodySignedIn()
    assert isinstance(console.submit(REPORT, OFFICER), NotYourRole)
    assert (console.store.journal.n, heard) == (before, [])


def test_nobody_is_called_for_a_step_that_is_refused_anyway(console: Console) -> None:
    arrange(console)
    blank = RecordTimestamp(Source.PLATFORM, " ")
    assert console.submit(blank, ADMIN) == TimestampBlank(Source.PLATFORM)
    before = console.store.journal.n
    fitting = RecordTimestamp(Source.PLATFORM, TIMESTAMP)
    assert isinstance(console.submit(fitting, ADMIN), AnotherPersonNeeded)
    assert console.store.journal.n == before
    assert console.submit(fitting, ADMIN, OFFICER) is None


def test_a_no_that_must_be_remembered_is_recorded_first(console: Console) -> None:
    arrange(console)
    before = console.store.journal.n
    heard: list[tuple[Fact, ...]] = []
    console.listen(heard.append)
    assert isinstance(console.submit(WRONG_SCAN, ADMIN), ScanDiffers)
    assert [type(codec.decode(entry.body)) for entry in entries(console.store.journal)[before:]] == [ScanChecked]
    assert console.site.scan_passed is False
    assert [type(fact) for facts in heard for fact in facts] == [ScanChecked]


def test_a_no_that_cannot_be_recorded_is_trouble(console: Console) -> None:
    arrange(console)
    break_disk(console, "COMMIT")
    assert trouble(lambda: console.submit(WRONG_SCAN, ADMIN)).code is Code.WRITE_DOUBTFUL
    assert console.site.scan_passed is None


class AskNothing(Operation, frozen=True):
    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset({ADMIN.role}))

    def decide(self, site: Site, desk: Desk) -> Decision:
        return ()


def test_a_yes_without_facts_writes_nothing(console: Console) -> None:
    before = Mark(console.store.journal.n, console.store.journal.head)
    heard: list[tuple[Fact, ...]] = []
    console.listen(heard.append)
    assert console.submit(AskNothing(), ADMIN) is None
    assert (Mark(console.store.journal.n, console.store.journal.head), heard) == (before, [])


def test_memory_changes_after_disk_and_listeners_hear_last(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    append, apply = console.store.journal.append, FaultReported.apply

    def appended(stamp: bytes, bodies: list[bytes]) -> Mark:
        order.append(f"disk, {len(console.site.faults)} in memory")
        return append(stamp, bodies)

    def applied(fact: FaultReported, site: Site) -> None:
        order.append(f"memory, entry {console.store.journal.n}")
        apply(fact, site)

    monkeypatch.setattr(console.store.journal, "append", appended)
    monkeypatch.setattr(FaultReported, "apply", applied)
    console.listen(lambda _: order.append(f"first hears, {len(console.site.faults)} in memory"))
    console.listen(lambda _: order.append(f"second hears, {len(console.site.faults)} in memory"))
    console.submit(REPORT, ADMIN)
    assert order == ["disk, 0 in memory", "memory, entry 2", "first hears, 1 in memory", "second hears, 1 in memory"]


def test_several_facts_stand_together_under_one_stamp(console: Console) -> None:
    arrange(console, rooms=3)
    taken_in = entries(console.store.journal)[1:]
    assert len(taken_in) == 4
    assert len({entry.stamp for entry in taken_in}) == 1


@pytest.mark.parametrize(
    ("at", "done", "stands"), [("BEGIN", False, False), ("COMMIT", False, False), ("COMMIT", True, True)]
)
def test_after_a_failed_commit_nothing_is_taken_until_reopening_tells(
    console: Console, at: str, done: bool, stands: bool
) -> None:
    console.submit(REPORT, ADMIN)
    heard: list[tuple[Fact, ...]] = []
    console.listen(heard.append)
    break_disk(console, at, done=done)
    assert trouble(lambda: console.submit(REPORT, ADMIN)).code is Code.WRITE_DOUBTFUL
    assert (list(console.site.faults), console.stopped, heard) == (["AF-001"], True, [])
    stopped = trouble(lambda: console.submit(REPORT, ADMIN))
    assert (stopped.code, stopped.facts, stopped.fatal) == (Code.CONSOLE_STOPPED, {"entry": 2}, False)
    assert console.reopen() is stands
    assert list(console.site.faults) == (["AF-001", "AF-002"] if stands else ["AF-001"])
    assert not console.stopped
    assert console.submit(REPORT, ADMIN) is None
    assert console.site == replayed(console.store.journal)


def test_an_exception_in_apply_stops_too_and_the_operation_stands(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(fact: FaultReported, site: Site) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(FaultReported, "apply", broken)
        with pytest.raises(ZeroDivisionError):
            console.submit(REPORT, ADMIN)
        assert trouble(lambda: console.submit(REPORT, ADMIN)).code is Code.CONSOLE_STOPPED
        with pytest.raises(ZeroDivisionError):
            console.reopen()
        assert console.stopped, "still broken, still stopped"
    assert console.reopen() is True
    assert list(console.site.faults) == ["AF-001"]
    assert console.submit(REPORT, ADMIN) is None


class ReportNonsense(AskNothing, frozen=True):
    def decide(self, site: Site, desk: Desk) -> Decision:
        seat: Any = 7
        return (FaultReported(FaultNo("AF-001"), FaultKind.POWER, None, None, seat, EVE, PersonId("A01")),)


def test_a_fact_that_would_not_be_read_back_is_not_written(console: Console) -> None:
    before = console.store.journal.n
    with pytest.raises(ValueError, match="FaultReported"):
        console.submit(ReportNonsense(), ADMIN)
    assert (console.store.journal.n, console.stopped) == (before, False)
    assert console.submit(REPORT, ADMIN) is None


def test_reopening_proves_against_what_was_acknowledged(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock knows only the last gate; memory knows the last yes. A disk that forgot it since is recognised."""
    console.submit(REPORT, ADMIN)
    break_disk(console, "COMMIT")
    trouble(lambda: console.submit(REPORT, ADMIN))
    real = console.store.reopen_journal

    def forgetful() -> None:
        real()
        db: Any = console.store.journal._db
        db.execute("DROP TRIGGER journal_holds")
        db.execute("DELETE FROM journal WHERE n = 2")

    monkeypatch.setattr(console.store, "reopen_journal", forgetful)
    lost = trouble(console.reopen)
    assert (lost.code, lost.facts) == (Code.CUT_SHORT, {"entry": 1, "marked": 2})
    assert console.stopped


def test_reopening_needs_no_lock(console: Console, place: Place) -> None:
    console.submit(REPORT, ADMIN)
    break_disk(console, "COMMIT", done=True)
    trouble(lambda: console.submit(REPORT, ADMIN))
    place.lock_folder.rename(place.folder / "away")
    assert console.reopen() is True
    assert len(console.site.faults) == 2
    (place.folder / "away").rename(place.lock_folder)


def test_reopening_against_a_note_that_makes_no_sense_says_so(console: Console, place: Place) -> None:
    break_disk(console, "COMMIT", done=True)
    trouble(lambda: console.submit(REPORT, ADMIN))
    for note in place.lock_folder.glob("head-*.object"):
        console.store.lock.write(note.stem, b"{}")
    assert trouble(console.reopen).code is Code.CONTENT_UNFIT
    assert console.stopped


def test_the_lock_is_asked_for_only_where_an_operation_demands_it(console: Console, place: Place) -> None:
    arrange(console)
    compare(console)
    assert console.submit(OpenSupervision(SupervisedKind.RECEIPT), ADMIN, OFFICER) is None
    place.lock_folder.rename(place.folder / "away")
    before = console.store.journal.n
    refusal = console.submit(AUTHORIZE, ADMIN, OFFICER)
    assert isinstance(refusal, SiteLockNeeded)
    assert (refusal.serial, console.store.journal.n) == (SERIAL, before)
    assert console.submit(REPORT, ADMIN) is None
    assert console.store.mark() is False
    (place.folder / "away").rename(place.lock_folder)
    assert console.submit(AUTHORIZE, ADMIN, OFFICER) is None
    assert console.store.mark() is True


def test_a_restart_replays_to_the_same_state(console: Console, place: Place) -> None:
    arrange(console)
    console.submit(REPORT, ADMIN)
    console.store.close()
    again = place.open(EVE + timedelta(hours=1))
    assert (again.site, again.directory, again.verifiers) == (console.site, console.directory, console.verifiers)
    assert again.rulebook.id == "liaoning-2021-intermediate"
    again.store.close()


def test_before_a_package_the_template_rules(console: Console) -> None:
    assert console.rulebook.id == "machine-generic"


def test_an_operation_travels_as_a_value(console: Console) -> None:
    assert msgspec.json.decode(msgspec.json.encode(REPORT), type=ReportFault) == REPORT

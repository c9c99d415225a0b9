"""A backup whose slow parts run beside the desk: what it holds, and that nothing half-done stays."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.core.fault import FaultKind, ReportFault
from app.core.permission import AnotherPersonNeeded
from app.core.safekeeping import AnswersNotChecked
from app.core.terms import PersonId, RoomId, SessionId
from app.exchange import backup
from app.exchange.signed import LONGEST
from app.service import safekeeping, upload, verify
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.keeping import Target
from app.service.safekeeping import BackingUp
from app.service.sitelock import LockKey
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from tests.journeys.killed import PracticeDay
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange

SESSION = SessionId("1-1")


class Enough(Exception):
    """Somebody no longer wants it."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A day that came to its end; its second session did not begin."""
    place = Place(tmp_path_factory.mktemp("whole"))
    console = place.enrol().console
    arrange(console, sessions=2)
    console.store.close()
    clock = DrivenClock(EVE)
    console = unlock(place.store, place.lock(), clock)
    day = PracticeDay(console, clock, lambda *_: None)
    day._eve()
    state = console.site.sessions[SESSION]
    for step in (day._doors, day._exam, day._end):
        step(state)
    console.store.close()
    return place


@pytest.fixture
def console(whole: Place, tmp_path: Path) -> Iterator[Console]:
    place = whole.copy(tmp_path / "copy")
    console = unlock(place.store, place.lock(), DrivenClock(EVE))
    console.clock = DrivenClock(console.site.sessions[SESSION].checked_at or EVE)
    yield console
    console.store.abandon()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "new" / "stick"


@pytest.fixture
def begun(console: Console, folder: Path) -> BackingUp:
    made = safekeeping.begin_backup(console, SESSION, Target(folder), ADMIN, OFFICER)
    assert isinstance(made, BackingUp)
    return made


def silent(_done: int, _total: int) -> None:
    """Nobody looks."""


def test_it_holds_what_stood_when_it_began_whatever_comes_meanwhile(console: Console, begun: BackingUp) -> None:
    at, store = console.clock.moment().at, console.store
    said: list[tuple[int, int]] = []
    with ThreadPoolExecutor(1) as lane, store.blobs.batch() as put:
        # While another thread writes, this one is in the middle of taking something in
        put(b"meanwhile")
        written = lane.submit(begun.write, lambda done, total: said.append((done, total))).result()
    fault = ReportFault(FaultKind.MACHINE, SESSION, RoomId("001"), ("002",), at, PersonId("A01"))
    assert console.submit(fault, ADMIN, OFFICER) is None
    sidecar = begun.seal(written)
    with ThreadPoolExecutor(1) as lane:
        lane.submit(begun.prove, sidecar).result()
    assert begun.enter(written) == begun.path
    made = console.site.safe.backups[begun.path.name]
    assert (made.entries, made.digest) == (begun.mark.n, written[0])
    assert store.journal.n == made.entries + 2
    proof = verify.backup_file(begun.path, [store.keys.identity], LockKey(store.lock).public)
    assert (proof.entries, proof.head) == (made.entries, made.head)
    members = len(begun.others) + len(begun.records)
    assert (len(said), proof.blobs) == (members, members)
    assert {total for _, total in said} == {begun.size}
    taken = [done for done, _ in said]
    assert taken == sorted(taken)
    assert taken[-1] < begun.size


def test_nothing_begins_without_the_check_or_the_people(console: Console, folder: Path) -> None:
    other = SessionId("1-2")
    assert safekeeping.begin_backup(console, other, Target(folder), ADMIN, OFFICER) == AnswersNotChecked(other)
    assert isinstance(safekeeping.begin_backup(console, SESSION, Target(folder), ADMIN), AnotherPersonNeeded)
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_named(console: Console, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Trouble) as caught:
        safekeeping.begin_backup(console, SESSION, Target(tmp_path / "file" / "stick"), ADMIN, OFFICER)
    assert caught.value.code is Code.FILE_MISSING


def test_whoever_ends_it_on_the_way_leaves_nothing(begun: BackingUp) -> None:
    def enough(done: int, _total: int) -> None:
        if done:
            raise Enough

    with pytest.raises(Enough):
        begun.write(enough)
    assert not list(begun.path.parent.iterdir())


def fails(*_: object, **__: object) -> None:
    raise Trouble(Code.LOCK_REMOVED)


@pytest.mark.parametrize("function", ["write_sidecar", "read_sidecar"])
def test_what_is_not_sealed_or_not_proved_leaves_nothing(
    begun: BackingUp, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    written = begun.write(silent)
    monkeypatch.setattr(backup, function, fails)
    with pytest.raises(Trouble):
        begun.prove(begun.seal(written))
    assert not list(begun.path.parent.iterdir())


def test_what_is_refused_at_the_end_leaves_nothing(console: Console, begun: BackingUp) -> None:
    written = begun.write(silent)
    begun.prove(begun.seal(written))
    console.site.sessions[SESSION].checked_at = None
    assert begun.enter(written) == AnswersNotChecked(SESSION)
    assert not list(begun.path.parent.iterdir())


def test_what_is_in_doubt_keeps_its_file(console: Console, begun: BackingUp, monkeypatch: pytest.MonkeyPatch) -> None:
    written = begun.write(silent)
    begun.prove(begun.seal(written))
    monkeypatch.setattr(console.store.journal, "append", fails)
    with pytest.raises(Trouble):
        begun.enter(written)
    assert len(list(begun.path.parent.iterdir())) == 2


def test_no_name_is_used_twice(console: Console, begun: BackingUp, folder: Path) -> None:
    begun.path.write_bytes(b"somebody else's")
    again = safekeeping.begin_backup(console, SESSION, Target(folder), ADMIN, OFFICER)
    assert isinstance(again, BackingUp)
    assert (again.number, again.path.name) == (begun.number + 1, begun.path.name.replace("-1-1-1.", "-1-1-2."))


def test_a_receipt_is_a_small_file(console: Console, tmp_path: Path) -> None:
    for content, code in ((b"x", Code.FILE_DAMAGED), (bytes(LONGEST + 1), Code.FILE_TOO_LARGE)):
        (tmp_path / "receipt").write_bytes(content)
        with pytest.raises(Trouble) as caught:
            upload.take_receipt_file(console, tmp_path / "receipt", ADMIN, OFFICER)
        assert caught.value.code is code

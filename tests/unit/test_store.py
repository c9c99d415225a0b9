"""A store on disk: one program at a time, its own lock only, marked outside at every gate."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.fault import FaultKind, ReportFault
from app.core.terms import Digest, PersonId
from app.exchange import keyfile
from app.journal.chain import Mark
from app.service import store as stores
from app.service.sitelock import SHARE, note_head, noted_heads
from app.service.store import Store
from app.trouble import Code, Trouble
from devices.locks.software import SoftwareLock
from devices.protocols import LockFault, LockKind
from tests.raw import PAGE, Failing, flip, raw, rewrite
from tests.stores import ADMIN, EVE, PIN, SERIAL, Place, arrange

REPORT = ReportFault(FaultKind.POWER, None, None, (), EVE, PersonId("A01"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Enrolled, arranged and closed."""
    place = Place(tmp_path / "site")
    console = place.enrol().console
    arrange(console)
    console.store.close()
    return place


def trouble(does: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as caught:
        does()
    return caught.value


def opened(place: Place) -> int | Code:
    """How many entries it opens with, or what it says instead."""
    try:
        console = place.open()
    except Trouble as found:
        return found.code
    console.store.abandon()
    return console.store.journal.n


def test_a_clean_close_notes_the_head_and_leaves_no_log(place: Place) -> None:
    console = place.open()
    console.submit(REPORT, ADMIN)
    end = Mark(console.store.journal.n, console.store.journal.head)
    console.store.close()
    assert noted_heads(place.lock())[-1] == end
    assert sorted(path.name for path in place.store.iterdir()) == [
        "blobs.db",
        "closed",
        "in-use",
        "keys.json",
        "site.db",
    ]


def test_a_store_is_opened_once(place: Place) -> None:
    console = place.open()
    assert trouble(place.open).code is Code.STORE_IN_USE
    console.store.abandon()
    place.open().store.abandon()


HOLDER = """
import sys
from pathlib import Path
from tests.stores import Place
console = Place(Path(sys.argv[1])).open()
print("open", flush=True)
sys.stdin.read()
"""


def test_a_store_open_elsewhere_is_free_when_that_program_dies(place: Place, project: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(place.folder)]
    with subprocess.Popen(command, cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stdout.readline() == b"open\n"
        assert trouble(place.open).code is Code.STORE_IN_USE
        child.kill()
    place.open().store.abandon()


def test_no_store_is_missing(tmp_path: Path) -> None:
    place = Place(tmp_path)
    lock = place.make_lock()
    assert trouble(lambda: Store(place.store, lock)).code is Code.STORE_MISSING


def test_another_lock_by_its_serial(place: Place, tmp_path: Path) -> None:
    other = SoftwareLock.create(tmp_path / "other", "KW-000002", LockKind.SITE, PIN, memory_kib=8)
    found = trouble(lambda: Store(place.store, other))
    assert (found.code, found.facts) == (Code.STORE_OTHER_LOCK, {"expected": SERIAL, "found": "KW-000002"})


@pytest.mark.parametrize("share", [None, bytes(32), b"short"])
def test_another_lock_under_the_same_serial(place: Place, tmp_path: Path, share: bytes | None) -> None:
    other = SoftwareLock.create(tmp_path / "other", SERIAL, LockKind.SITE, PIN, memory_kib=8)
    if share:
        other.write(SHARE, share)
    assert trouble(lambda: Store(place.store, other)).code is Code.WRONG_KEY


def test_a_wrong_pin_and_a_lock_pulled(place: Place) -> None:
    assert SoftwareLock.open(place.lock_folder, "999999") is LockFault.WRONG_PIN
    lock = place.lock()
    place.lock_folder.rename(place.folder / "away")
    assert trouble(lambda: Store(place.store, lock)).code is Code.LOCK_REMOVED


def test_keys_that_were_changed_open_nothing(place: Place) -> None:
    path = place.store / keyfile.NAME
    text = path.read_text()
    start = text.index('"store_key":"') + len('"store_key":"')
    path.write_text(text[:start] + ("0" if text[start] != "0" else "1") + text[start + 1 :])
    assert trouble(place.open).code is Code.WRONG_KEY


@pytest.mark.parametrize("name", ["site.db", "blobs.db"])
def test_a_damaged_first_page_leaves_nothing_open(place: Place, name: str) -> None:
    flip(place.store / name, 100)
    found = trouble(place.open)
    assert (found.code, found.facts["file"], found.fatal) == (Code.STORE_DAMAGED, name, True)
    flip(place.store / name, 100)
    place.open().store.abandon()


def test_an_old_store_put_back_is_recognised(place: Place, tmp_path: Path) -> None:
    old = shutil.copytree(place.store, tmp_path / "old")
    console = place.open()
    console.submit(REPORT, ADMIN)
    end = console.store.journal.n
    console.store.close()
    shutil.rmtree(place.store)
    shutil.copytree(old, place.store)
    found = trouble(place.open)
    assert (found.code, found.facts, found.fatal) == (Code.CUT_SHORT, {"entry": end - 1, "marked": end}, True)
    assert trouble(place.open).code is Code.CUT_SHORT, "and nothing was left open"


def test_a_store_rewritten_behind_the_mark_is_recognised(place: Place) -> None:
    console = place.open()
    key, end = console.store.keys.store, console.store.journal.n
    bodies = [entry.body for entry in console.store.journal.read()]
    console.store.close()
    rewrite(place.store / "site.db", end - 2, [bodies[-1], bodies[-2]], key)
    found = trouble(place.open)
    assert (found.code, found.facts) == (Code.REWRITTEN, {"entry": end})


def test_a_log_damaged_after_a_mark_is_recognised(place: Place, tmp_path: Path) -> None:
    """Three yeses, a gate, a kill; then the log loses a byte, and SQLite says nothing of it."""
    console = place.open()
    for _ in range(3):
        console.submit(REPORT, ADMIN)
    end = Mark(console.store.journal.n, console.store.journal.head)
    note_head(console.store.lock, console.store.key_file.mode, console.store.key_file.site, end)
    killed = place.copy(tmp_path / "killed")
    console.store.abandon()
    log = killed.store / "site.db-wal"
    flip(log, log.stat().st_size - PAGE // 2)
    found = trouble(killed.open)
    assert (found.code, found.facts) == (Code.CUT_SHORT, {"entry": end.n - 1, "marked": end.n})


@pytest.fixture(scope="module")
def killed_after_a_mark(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Copied while open: three yeses in the log only, all of them below a note on the lock."""
    place = Place(tmp_path_factory.mktemp("open") / "site")
    console = place.enrol().console
    for _ in range(3):
        console.submit(REPORT, ADMIN)
    key_file, end = console.store.key_file, Mark(console.store.journal.n, console.store.journal.head)
    note_head(console.store.lock, key_file.mode, key_file.site, end)
    killed = place.copy(tmp_path_factory.mktemp("killed") / "site")
    console.store.abandon()
    return killed


@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), cut=st.booleans())
def test_whatever_befalls_the_log_is_recognised_or_harmless(
    killed_after_a_mark: Place, tmp_path_factory: pytest.TempPathFactory, at: float, bit: int, cut: bool
) -> None:
    copy = killed_after_a_mark.copy(tmp_path_factory.mktemp("harmed") / "site")
    log = copy.store / "site.db-wal"
    offset = int(at * log.stat().st_size)
    if cut:
        log.write_bytes(log.read_bytes()[:offset])
    else:
        flip(log, offset, 1 << bit)
    assert opened(copy) in (4, Code.CUT_SHORT, Code.STORE_DAMAGED)
    shutil.rmtree(copy.folder)


def test_what_was_lost_after_the_last_mark_is_not_visible_from_the_store_alone(place: Place, tmp_path: Path) -> None:
    console = place.open()
    console.store.mark()
    console.submit(REPORT, ADMIN)
    end = console.store.journal.n
    killed = place.copy(tmp_path / "killed")
    console.store.abandon()
    (killed.store / "site.db-wal").write_bytes(b"")
    again = killed.open()
    assert again.store.journal.n == end - 1
    again.store.abandon()


def test_orphans_are_swept_at_opening_and_what_is_cited_stays(place: Place) -> None:
    console = place.open()
    kept = {digest for digest, _ in console.store.blobs.digests()}
    console.store.blobs.put(b"an import that did not come to its end")
    console.store.close()
    again = place.open()
    assert {digest for digest, _ in again.store.blobs.digests()} == kept
    again.store.close()


def test_a_mark_waits_for_no_lock_but_says_so(place: Place) -> None:
    console = place.open()
    place.lock_folder.rename(place.folder / "away")
    assert console.store.mark() is False
    (place.folder / "away").rename(place.lock_folder)
    assert console.store.mark() is True
    console.store.close()


def test_closing_with_the_lock_out_still_lets_go(place: Place) -> None:
    console = place.open()
    place.lock_folder.rename(place.folder / "away")
    console.store.close()
    (place.folder / "away").rename(place.lock_folder)
    place.open().store.abandon()


def test_a_full_lock_is_said_and_the_store_let_go(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    console = place.open()
    with monkeypatch.context() as patched:
        patched.setattr(console.store.lock, "write", lambda *_: LockFault.FULL)
        assert trouble(console.store.mark).code is Code.LOCK_FULL
        assert trouble(console.store.close).code is Code.LOCK_FULL
    place.open().store.abandon()


def test_a_disk_that_fails_while_closing_still_lets_go(place: Place) -> None:
    console = place.open()
    blobs = console.store.blobs
    blobs._db = Failing(blobs._db, "PRAGMA wal_checkpoint", "disk I/O error", done=False)
    assert trouble(console.store.close).code is Code.STORE_DAMAGED
    place.open().store.abandon()


def test_a_missing_blob_is_named_and_nothing_left_open(place: Place) -> None:
    console = place.open()
    assert console.site.package
    roster, key = console.site.package.roster, console.store.keys.store
    console.store.close()
    with raw(place.store / "blobs.db", key) as db:
        db.execute("DELETE FROM blob WHERE digest = ?", (roster,))
    for _ in range(2):
        found = trouble(place.open)
        assert (found.code, found.facts) == (Code.BLOB_MISSING, {"digest": Digest(roster)[:16]})


def test_keys_are_laid_down_once(place: Place) -> None:
    key_file = keyfile.read((place.store / keyfile.NAME).read_bytes())
    assert trouble(lambda: stores.create(place.store, key_file)).code is Code.STORE_EXISTS

"""Proof of a store and of a backup: what is whole passes, and the place of any harm is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.operation import Refusal
from app.core.terms import SessionId
from app.exchange.signed import PublicKey
from app.journal.chain import Mark
from app.service import safekeeping, verify
from app.service.clock import DrivenClock
from app.service.keeping import Target
from app.service.sitelock import LockKey
from app.service.store import Store
from app.service.unlock import unlock
from app.trouble import BROKEN_TRUST, Code, Trouble
from tests.journeys.killed import PracticeDay
from tests.raw import flip, raw, rewrite
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange

OTHER_LOCK = '{"crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A day that came to its end, with its backup beside the store."""
    place = Place(tmp_path_factory.mktemp("whole"))
    console = place.enrol().console
    arrange(console)
    console.store.close()
    clock = DrivenClock(EVE)
    console = unlock(place.store, place.lock(), clock)
    PracticeDay(console, clock, lambda *_: None).run()
    (place.folder / "backups").mkdir()
    made = safekeeping.back_up(console, SessionId("1-1"), Target(place.folder / "backups"), ADMIN, OFFICER)
    assert not isinstance(made, Refusal)
    console.store.close()
    return place


@pytest.fixture(scope="module")
def whole_entries(whole: Place, tmp_path_factory: pytest.TempPathFactory) -> int:
    return proved(whole.copy(tmp_path_factory.mktemp("counted") / "copy")).entries


@pytest.fixture
def place(whole: Place, tmp_path: Path) -> Place:
    return whole.copy(tmp_path / "copy")


@contextmanager
def opened(place: Place) -> Iterator[Store]:
    store = Store(place.store, place.lock())
    try:
        yield store
    finally:
        store.abandon()


def proved(place: Place, *marks: Mark) -> verify.Proof:
    with opened(place) as store:
        return verify.store_file(store, marks)


def trouble(does: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as caught:
        does()
    return caught.value


def key(place: Place) -> bytes:
    with opened(place) as store:
        return store.keys.store


def beside(place: Place) -> tuple[Mark, ...]:
    return verify.marks_beside(place.folder / "backups", LockKey(place.lock()).public)


def backup(place: Place) -> Path:
    (path,) = (place.folder / "backups").glob("*.examsite-backup")
    return path


def test_a_whole_store_is_proved(place: Place) -> None:
    proof = proved(place, *beside(place))
    with opened(place) as store:
        assert proof.blobs == len(list(store.blobs.digests()))
        end = list(store.journal.read())[-1]
    assert (proof.entries, proof.head, proof.opened) == (end.n, end.head.hex(), True)


def test_a_store_without_a_package_is_proved(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.enrol().console.store.close()
    proof = proved(place)
    assert (proof.entries, proof.blobs) == (1, 0)


def test_a_mark_beside_shows_what_the_lock_forgot(place: Place) -> None:
    """The notes of the lock are gone; the sidecar, signed by it, still holds a head."""
    (mark,) = beside(place)
    rewrite(place.store / "site.db", mark.n - 1, [], key(place))
    for label in ("head-a", "head-b"):
        place.lock().destroy(label)
    assert trouble(lambda: proved(place)).code is Code.MARK_MISSING
    found = trouble(lambda: proved(place, *beside(place)))
    assert (found.code, found.facts) == (Code.CUT_SHORT, {"entry": mark.n - 1, "marked": mark.n})


def test_a_mark_of_another_lock_counts_for_nothing(place: Place) -> None:
    other = PublicKey.read(OTHER_LOCK)
    assert trouble(lambda: verify.marks_beside(place.folder / "backups", other)).code in (
        Code.SIGNATURE_BAD,
        Code.SIGNER_UNKNOWN,
    )


def test_a_changed_entry_is_named(place: Place) -> None:
    with raw(place.store / "site.db", key(place)) as db:
        db.execute("UPDATE journal SET stamp = x'7b7d' WHERE n = 9")
    found = trouble(lambda: proved(place))
    assert (found.code, found.facts) == (Code.CHAIN_BROKEN, {"entry": 9})


def test_an_entry_of_no_release_is_named(place: Place) -> None:
    rewrite(place.store / "site.db", 4, [b'{"fact":"never/1"}'], key(place))
    for label in ("head-a", "head-b"):
        place.lock().destroy(label)
    found = trouble(lambda: proved(place))
    assert (found.code, found.facts) == (Code.ENTRY_UNREADABLE, {"entry": 5})


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("DELETE FROM blob WHERE id = 4", Code.BLOB_MISSING),
        ("DELETE FROM piece WHERE id = 4", Code.BLOB_DAMAGED),
        ("UPDATE piece SET bytes = x'00' WHERE id = 4", Code.BLOB_DAMAGED),
    ],
)
def test_a_lost_or_changed_blob_is_named(place: Place, harm: str, code: Code) -> None:
    with raw(place.store / "blobs.db", key(place)) as db:
        db.execute("DROP TRIGGER piece_keeps")
        (digest,) = db.execute("SELECT digest FROM blob WHERE id = 4").fetchone()
        db.execute(harm)
    found = trouble(lambda: proved(place))
    assert (found.code, found.facts) == (code, {"digest": digest[:16]})


@pytest.mark.parametrize("name", ["site.db", "blobs.db"])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_is_found_and_its_file_named(
    whole: Place, tmp_path_factory: pytest.TempPathFactory, name: str, at: float, bit: int
) -> None:
    copy = whole.copy(tmp_path_factory.mktemp("flipped") / "copy")
    path = copy.store / name
    flip(path, int(at * path.stat().st_size), 1 << bit)
    found = trouble(lambda: proved(copy))
    shutil.rmtree(copy.folder)
    assert (found.code, found.facts["file"]) == (Code.STORE_DAMAGED, name)


@pytest.mark.parametrize("name", ["site.db", "blobs.db"])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_shuts_the_store_or_changes_nothing(
    whole: Place, whole_entries: int, tmp_path_factory: pytest.TempPathFactory, name: str, at: float, bit: int
) -> None:
    """Opening reads less than verification does: a damaged page that it does not need harms nobody yet."""
    copy = whole.copy(tmp_path_factory.mktemp("flipped") / "copy")
    path = copy.store / name
    flip(path, int(at * path.stat().st_size), 1 << bit)
    found: int | Code
    try:
        console = copy.open()
        found = console.store.journal.n
        console.store.abandon()
    except Trouble as trouble:
        found = trouble.code
    assert found in (whole_entries, *BROKEN_TRUST)
    shutil.rmtree(copy.folder)


def test_a_backup_is_proved_inside_and_outside(place: Place) -> None:
    with opened(place) as store:
        identity, lock = store.keys.identity, LockKey(store.lock).public
    inside = verify.backup_file(backup(place), [identity], lock)
    outside = verify.backup_file(backup(place), [], lock)
    assert inside.opened
    assert not outside.opened
    assert (inside.entries, inside.head) == (outside.entries, outside.head)
    assert inside.blobs > outside.blobs == 0
    assert verify.backup_file(backup(place), [identity]) == inside, "by the sidecar's own key"
    assert Mark(inside.entries, bytes.fromhex(inside.head)) == beside(place)[0]


def test_a_changed_backup_is_not_what_its_sidecar_says(place: Place) -> None:
    path = backup(place)
    flip(path, path.stat().st_size // 2)
    assert trouble(lambda: verify.backup_file(path, [])).code in (Code.COPY_DIFFERS, Code.FILE_DAMAGED)


def test_a_backup_without_its_sidecar_is_no_proof(place: Place) -> None:
    path = backup(place)
    path.with_name(path.name + ".jws").unlink()
    assert trouble(lambda: verify.backup_file(path, [])).code is Code.FILE_MISSING

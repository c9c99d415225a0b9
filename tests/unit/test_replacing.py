"""A lost site lock, from the new one's request to the open store: nothing is lost, and nothing is half done."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as with_change

from app.core.desk import TakeDesk
from app.core.operation import Refusal, Signer
from app.core.permission import AnotherPersonNeeded, ThisPersonNeeded
from app.core.replacement import SiteLockReplaced
from app.core.site import SiteLock
from app.core.terms import ExamId, LockSerial, Mode, PersonId, SiteCode
from app.exchange import backup, keyfile, replacement, strict
from app.exchange.agefile import recipient, seal
from app.exchange.signed import Ed25519Key
from app.journal import codec
from app.service import people, verify
from app.service.arrangement import import_package
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.replacement import ask
from app.service.sitelock import SHARE, LockKey, noted_heads
from app.service.store import Store
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.locks.software import SoftwareLock
from devices.protocols import LockFault, LockKind
from tests.agencies import SECOND_LOCK, THIRD_LOCK, Ends, both, nobody
from tests.stores import EVE, SERIAL, Place
from tests.vectors.sample import SIDECAR

NO_PERSON = (AnotherPersonNeeded, ThisPersonNeeded)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Ends:
    return Ends.make(tmp_path_factory.mktemp("ends"), package=True)


@pytest.fixture
def ends(whole: Ends, tmp_path: Path) -> Ends:
    """Copies of both ends, so that what one test changes is no other's."""
    for name in ("agency", "input"):
        shutil.copytree(whole.place.folder.parent / name, tmp_path / name)
    moved = replace(whole.agency, folder=tmp_path / "agency")
    return Ends(moved, tmp_path / "input", whole.place.copy(tmp_path / "site"), whole.request)


@pytest.fixture
def bare(tmp_path: Path) -> Ends:
    return Ends.make(tmp_path / "bare", package=False)


@pytest.fixture
def opened() -> Iterator[Callable[[Console | Refusal], Console]]:
    """A console that has to be one, and is let go of."""
    consoles: list[Console] = []

    def keep(answer: Console | Refusal) -> Console:
        assert isinstance(answer, Console), answer
        consoles.append(answer)
        return answer

    yield keep
    for console in consoles:
        console.store.abandon()


Opened = Callable[[Console | Refusal], Console]


def trouble(step: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as caught:
        step()
    return caught.value


def keys_of(place: Place) -> keyfile.KeyFile:
    return keyfile.read((place.store / keyfile.NAME).read_bytes())


def replacements(console: Console) -> list[SiteLockReplaced]:
    facts = [codec.decode(entry.body, entry.n) for entry in console.store.journal.read()]
    return [fact for fact in facts if isinstance(fact, SiteLockReplaced)]


def untouched(ends: Ends, lock: SoftwareLock) -> None:
    """The old lock still stands, and the new one holds nothing of this store."""
    assert (lock.read(SHARE), keys_of(ends.place).epoch) == (None, 1)
    console = ends.place.open()
    assert console.site.lock.serial == SERIAL
    console.store.abandon()


# Done


def test_nothing_is_lost_with_the_lock(ends: Ends, opened: Opened) -> None:
    before = ends.place.open()
    n, head, name = before.store.journal.n, before.store.journal.head, before.directory.staff_name(PersonId("A01"))
    before.store.abandon()
    shutil.rmtree(ends.place.lock_folder)
    lock = ends.new_lock()
    granted = ends.grant(lock)
    console = opened(ends.replace(lock, granted.path.read_bytes()))
    site = console.site
    assert site.lock == SiteLock(LockSerial(SECOND_LOCK), LockKey(lock).public.jwk, software=True)
    assert (site.register, site.locks[LockSerial(SERIAL)].registered.revoked) == (1, True)
    assert console.directory.staff_name(PersonId("A01")) == name != "A01"
    (fact,) = replacements(console)
    assert (fact.old, fact.epoch, console.store.journal.n) == (SERIAL, 2, n + 1)
    assert console.store.journal.part(n, n)[0].head == head
    assert (console.store.key_file.lock, console.store.key_file.epoch) == (SECOND_LOCK, 2)
    assert keyfile.read((ends.place.store / "keys.json.1").read_bytes()).lock == SERIAL
    assert [mark.n for mark in noted_heads(lock)] == [n + 1]
    assert lock.read("replacement") is None


def test_later_entries_are_of_the_new_epoch_and_a_new_opening_asks_nothing(ends: Ends, opened: Opened) -> None:
    lock = ends.new_lock()
    opened(ends.replace(lock, ends.grant(lock).path.read_bytes())).store.close()
    console = opened(unlock(ends.place.store, lock, DrivenClock(EVE)))
    assert console.submit(TakeDesk(), *both(console)) is None
    stamps = [codec.decode_stamp(entry.stamp, entry.n) for entry in console.store.journal.read()]
    assert [stamp.epoch for stamp in stamps][-2:] == [1, 2]


def test_before_a_package_the_holder_of_the_new_lock_signs(bare: Ends, opened: Opened) -> None:
    lock = bare.new_lock()
    console = opened(bare.replace(lock, bare.grant(lock).path.read_bytes()))
    assert (console.site.lock.serial, console.site.register) == (SECOND_LOCK, 0)


def test_a_package_issued_afterwards_knows_the_new_lock(bare: Ends, opened: Opened, tmp_path: Path) -> None:
    lock = bare.new_lock()
    console = opened(bare.replace(lock, bare.grant(lock).path.read_bytes()))
    done = import_package(console, bare.package(tmp_path), lambda _: (), people.holder_of_lock(console))
    assert done.refusal is None
    assert {one.serial: one.revoked for one in done.contents.locks} == {SERIAL: True, SECOND_LOCK: False}


def test_the_old_lock_opens_the_store_no_more(ends: Ends, opened: Opened) -> None:
    lock = ends.new_lock()
    opened(ends.replace(lock, ends.grant(lock).path.read_bytes())).store.close()
    assert trouble(ends.place.open).code is Code.STORE_OTHER_LOCK
    shutil.copy(ends.place.store / "keys.json.1", ends.place.store / keyfile.NAME)
    assert trouble(ends.place.open).code is Code.WRONG_KEY


def test_sidecars_of_every_lock_that_the_store_had_tell_their_heads(ends: Ends, opened: Opened) -> None:
    first, lock = LockKey(ends.place.lock()), ends.new_lock()
    console = opened(ends.replace(lock, ends.grant(lock).path.read_bytes()))
    locks = verify.site_locks(console.store)
    assert locks == (first.public, LockKey(lock).public)
    for number, key in enumerate((first, LockKey(lock)), 1):
        path = ends.place.folder / f"{number}{backup.SUFFIX}{backup.SIDECAR}"
        path.write_bytes(backup.write_sidecar(with_change(SIDECAR, entries=number), key))
    assert [mark.n for mark in verify.marks_beside(ends.place.folder, *locks)] == [1, 2]
    assert trouble(lambda: verify.marks_beside(ends.place.folder, locks[1])).code is Code.SIGNER_UNKNOWN


# Broken off

STEPS: dict[str, Callable[[pytest.MonkeyPatch, SoftwareLock], None]] = {
    "no share on the lock": lambda patch, lock: patch.setattr(lock, "write", lambda *_: LockFault.REMOVED),
    "no new keys.json": lambda patch, _: patch.setattr(Store, "hand_over", _fails),
    "no mark": lambda patch, _: patch.setattr(Store, "mark", lambda _: False),
    "a mark that fails": lambda patch, _: patch.setattr(Store, "mark", _fails),
    "the one-time identity stays": lambda patch, lock: patch.setattr(lock, "destroy", lambda _: LockFault.REMOVED),
}


def _fails(_store: Store) -> None:
    raise Trouble(Code.MEDIUM_FULL, file=keyfile.NAME)


@pytest.mark.parametrize("step", STEPS)
def test_broken_off_at_any_step_it_goes_on_from_there(
    ends: Ends, opened: Opened, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    lock = ends.new_lock()
    grant = ends.grant(lock).path.read_bytes()
    with monkeypatch.context() as patch:
        STEPS[step](patch, lock)
        try:
            first: Console | Refusal | None = ends.replace(lock, grant)
        except Trouble:
            first = None
    assert not isinstance(first, Refusal)
    if first:
        first.store.abandon()
    again = SoftwareLock.open(ends.place.folder / "locks" / SECOND_LOCK, "000000")
    assert isinstance(again, SoftwareLock)
    console = opened(ends.replace(again, grant, nobody))
    assert len(replacements(console)) == 1
    assert (keys_of(ends.place).epoch, keys_of(ends.place).lock) == (2, SECOND_LOCK)
    assert again.read("replacement") is None
    assert noted_heads(again)


def test_nobody_who_gives_up_leaves_anything(ends: Ends) -> None:
    def given_up(_console: Console) -> tuple[Signer, ...]:
        raise Trouble(Code.WRONG_PIN)

    lock = ends.new_lock()
    grant = ends.grant(lock).path.read_bytes()
    assert trouble(lambda: ends.replace(lock, grant, given_up)).code is Code.WRONG_PIN
    untouched(ends, lock)


def test_a_new_lock_that_fails_is_replaced_by_a_third(
    ends: Ends, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal names the second already, keys.json still the first."""
    second = ends.new_lock()
    grant = ends.grant(second).path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(second, "write", lambda *_: LockFault.FULL)
        assert trouble(lambda: ends.replace(second, grant)).code is Code.LOCK_FULL
    third = ends.new_lock(THIRD_LOCK)
    granted = ends.grant(third)
    assert {one.serial: one.revoked for one in granted.grant.locks} == {
        SERIAL: True,
        SECOND_LOCK: True,
        THIRD_LOCK: False,
    }
    console = opened(ends.replace(third, granted.path.read_bytes()))
    assert (console.site.lock.serial, console.site.register) == (THIRD_LOCK, 2)


# Refused


def test_without_a_second_person_nothing_is_written(ends: Ends) -> None:
    lock = ends.new_lock()
    answer = ends.replace(lock, ends.grant(lock).path.read_bytes(), lambda console: both(console)[:1])
    assert isinstance(answer, NO_PERSON)
    untouched(ends, lock)


def test_a_grant_of_somebody_else_is_none(ends: Ends) -> None:
    lock = ends.new_lock()
    forged = replacement.write_grant(ends.grant(lock).grant, Ed25519Key.generate())
    assert trouble(lambda: ends.replace(lock, forged)).code is Code.SIGNER_UNKNOWN
    untouched(ends, lock)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"mode": Mode.REAL}, Code.MODE_WRONG),
        ({"site": SiteCode("210102")}, Code.SITE_WRONG),
        ({"exam": ExamId("another")}, Code.EXAM_WRONG),
        ({"lock_serial": THIRD_LOCK}, Code.STORE_OTHER_LOCK),
        ({"old_serial": LockSerial(THIRD_LOCK)}, Code.STORE_OTHER_LOCK),
        ({"epoch": 3}, Code.STORE_OTHER_LOCK),
        ({"entries": 1, "head": "ab" * 32}, Code.REWRITTEN),
        ({"entries": 999, "head": "ab" * 32}, Code.CUT_SHORT),
    ],
)
def test_what_a_signed_grant_says_must_fit(ends: Ends, changes: dict[str, object], code: Code) -> None:
    lock = ends.new_lock()
    grant = with_change(ends.grant(lock).grant, **changes)
    token = replacement.write_grant(grant, ends.agency.province)
    assert trouble(lambda: ends.replace(lock, token)).code is code
    untouched(ends, lock)


def test_a_grant_for_another_key_under_this_number_is_none(ends: Ends) -> None:
    lock = ends.new_lock()
    grant = with_change(ends.grant(lock).grant, lock=LockKey(ends.place.lock()).public.jwk)
    token = replacement.write_grant(grant, ends.agency.province)
    assert trouble(lambda: ends.replace(lock, token)).code is Code.STORE_OTHER_LOCK


def test_a_lock_that_did_not_ask_has_no_use_for_a_grant(ends: Ends) -> None:
    grant = ends.grant(ends.new_lock()).path.read_bytes()
    third = ends.new_lock(THIRD_LOCK)
    assert trouble(lambda: ends.replace(third, grant)).code is Code.FILE_NOT_FOR_US
    ends.ask(third)
    assert trouble(lambda: ends.replace(third, grant)).code is Code.FILE_NOT_FOR_US


def test_a_share_of_another_store_opens_nothing(ends: Ends) -> None:
    lock = ends.new_lock()
    grant = ends.grant(lock).grant
    to = recipient(replacement.read(ends.ask(lock)).recipient)
    other = with_change(grant, share=base64.b64encode(seal(bytes(32), [to])).decode())
    token = replacement.write_grant(other, ends.agency.province)
    assert trouble(lambda: ends.replace(lock, token)).code is Code.WRONG_KEY


# Asking


def test_asked_again_the_one_time_recipient_stays(ends: Ends) -> None:
    lock = ends.new_lock()
    first, second = (replacement.read(ends.ask(lock)) for _ in range(2))
    assert first == second
    assert (first.old_serial, first.epoch, first.lock_serial) == (SERIAL, 1, SECOND_LOCK)


def test_without_a_store_there_is_nothing_to_ask_for(ends: Ends, tmp_path: Path) -> None:
    assert trouble(lambda: ask(tmp_path, ends.new_lock(), EVE)).code is Code.STORE_MISSING


def test_a_real_exam_takes_no_software_lock(ends: Ends) -> None:
    path = ends.place.store / keyfile.NAME
    path.write_bytes(strict.encode(with_change(keyfile.read(path.read_bytes()), mode=Mode.REAL)))
    assert trouble(lambda: ends.ask(ends.new_lock())).code is Code.SOFTWARE_LOCK_REFUSED


def test_a_lock_of_something_else_is_left_as_it_is(ends: Ends) -> None:
    room = ends.new_lock("JK-1", LockKind.INVIGILATION)
    assert trouble(lambda: ends.ask(room)).code is Code.LOCK_IN_SERVICE
    assert trouble(lambda: ends.ask(ends.place.lock())).code is Code.LOCK_IN_SERVICE
    other = ends.new_lock()
    other.write(SHARE, bytes(32))
    assert trouble(lambda: ends.ask(other)).code is Code.LOCK_IN_SERVICE
    assert other.read(SHARE) == bytes(32)


def test_a_lock_that_took_another_share_meanwhile_keeps_it(ends: Ends) -> None:
    lock = ends.new_lock()
    grant = ends.grant(lock).path.read_bytes()
    lock.write(SHARE, bytes(32))
    assert trouble(lambda: ends.replace(lock, grant)).code is Code.LOCK_IN_SERVICE
    assert lock.read(SHARE) == bytes(32)


def test_a_lock_that_is_pulled_says_so(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = ends.new_lock()
    monkeypatch.setattr(lock, "write", lambda *_: LockFault.REMOVED)
    assert trouble(lambda: ends.ask(lock)).code is Code.LOCK_REMOVED

"""What is gone after cleaning, what stays, and that a beginning is brought to its end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msgspec.structs import replace

from app.core.cleaning import CleaningWaits, DataCleaned
from app.core.erasing import DataErased, kept
from app.core.media import MediumWasLost
from app.core.operation import Refusal
from app.core.permission import AnotherPersonNeeded, CleanedAlready
from app.core.safekeeping import RecordBackup
from app.core.signing import ScanAttached
from app.core.terms import Digest, PersonId, Ticket
from app.exchange import keyfile
from app.journal import codec
from app.journal.blobs import Blobs
from app.journal.store import Journal
from app.service import cleaning, left_behind, people, safekeeping, verify
from app.service.console import Console
from app.service.keeping import Target
from app.service.mirror import Mirroring
from app.service.mirror import place as mirror_of
from app.service.store import Store
from app.trouble import Code, Trouble
from tests.stores import ADMIN, OFFICER, SITE, Place, replayed
from tests.unit.cleaned_site import MIRROR, OWN_PIN, SESSION, STICK, evening_of, given, opened

PAGE, TAIL = 4096, 80
"""Of SQLCipher: each page ends in its IV and its authentication code."""


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return evening_of(tmp_path_factory.mktemp("evening") / "site")


@pytest.fixture
def place(evening: Place, tmp_path: Path) -> Place:
    return evening.copy(tmp_path / "site")


@pytest.fixture
def console(place: Place) -> Iterator[Console]:
    console = opened(place)
    yield console
    console.store.abandon()


def pages(path: Path, key: bytes) -> bytes:
    """Every page as it reads under the store's key, the unused ones and the unused parts too."""
    raw, plain = path.read_bytes(), []
    for start in range(0, len(raw), PAGE):
        page = raw[start : start + PAGE]
        body = page[16 if start == 0 else 0 : PAGE - TAIL]
        iv = page[PAGE - TAIL : PAGE - TAIL + 16]
        plain.append(Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor().update(body))
    return b"".join(plain)


def contents(blobs: Blobs) -> dict[Digest, bytes]:
    return {digest: blobs.get(digest) for digest, _ in blobs.digests()}


def marks_of(content: bytes) -> list[bytes]:
    """Pieces too long to stand anywhere else, and short enough to lie on one page."""
    return [content[start : start + 24] for start in range(0, len(content) - 24, 1800)]


def test_no_page_keeps_what_was_erased(console: Console) -> None:
    path, key = console.store.blobs.path, console.store.keys.store
    before = contents(console.store.blobs)
    console.store.blobs.erase(frozenset(before))
    assert all(mark in pages(path, key) for content in before.values() for mark in marks_of(content))
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    after = contents(console.store.blobs)
    gone = [content for digest, content in before.items() if digest not in after]
    assert len(gone) > len(console.site.sessions[SESSION].rooms)
    there = pages(path, key)
    assert not any(mark in there for content in gone for mark in marks_of(content))
    assert path.with_name("blobs.db-wal").stat().st_size == 0


def test_what_the_law_wants_kept_stays_and_the_chain_still_verifies(console: Console) -> None:
    entries = console.store.journal.n
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    site = console.site
    assert {digest for digest, _ in console.store.blobs.digests()} == kept(site)
    assert {one.file for one in site.records} < kept(site)
    proof = verify.store_file(console.store)
    assert (proof.entries, proof.blobs) == (entries + 2, len(kept(site)))
    assert replayed(console.store.journal) == site
    assert site.safe.cleaned
    assert site.safe.cleaned.ended_at
    assert not site.safe.mirrored


def test_names_are_gone_from_memory_and_from_every_file(console: Console, place: Place) -> None:
    numbers = [one.id_number.encode() for one in console.directory.candidates.values()]
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    assert not console.directory.candidates
    assert console.directory.name(Ticket("210100101")) is None
    assert all(not one.id_number and not one.phone for one in console.directory.staff.values())
    console.store.close()
    files = [one for one in place.folder.rglob("*") if one.is_file() and "locks" not in one.parts]
    assert not [one for one in files for number in numbers if number in one.read_bytes()]
    assert not (place.folder / "backups").exists()
    assert not (place.folder / "records").exists()
    assert not mirror_of(place.folder / "media" / MIRROR, SITE).exists()
    assert (place.folder / "media" / STICK / "left").exists()


def test_who_may_still_sign_does_with_the_own_pin_after_a_new_opening_too(console: Console, place: Place) -> None:
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    assert people.sign_with_pin(console, "A01", OWN_PIN).role == ADMIN.role
    console.store.close()
    again = opened(place)
    try:
        assert people.sign_with_pin(again, "A01", OWN_PIN).id == "A01"
        assert people.sign_with_pin(again, "O01", "000000").id == "O01"
        assert again.directory.staff_name(ADMIN.id) == "A"
        with pytest.raises(Trouble, match=Code.WRONG_PIN):
            people.sign_with_pin(again, "A01", "000000")
        assert again.roots("delay", "1-1", "001") is None
        assert again.roots.subjects() == ()
    finally:
        again.store.abandon()


def test_nothing_of_the_exam_is_done_any_more(console: Console, tmp_path: Path) -> None:
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    cleaned = console.site.safe.cleaned
    assert cleaned
    asked = RecordBackup("c", SESSION, Digest(""), 0, 0, "")
    assert console.submit(asked, ADMIN, OFFICER) == CleanedAlready(cleaned.at)
    assert isinstance(safekeeping.begin_backup(console, SESSION, Target(tmp_path), ADMIN, OFFICER), Refusal)
    assert cleaning.clean(console, ADMIN, OFFICER) == CleanedAlready(cleaned.at)
    with pytest.raises(Trouble, match=Code.PERSONAL_ERASED):
        console.store.keys.seal(b"", bytes(12))
    with pytest.raises(Trouble, match=Code.PERSONAL_ERASED):
        console.store.keys.unseal(bytes(40))
    assert Mirroring(console).due() is None


def test_nobody_cleans_alone_and_nothing_is_touched_where_something_is_missing(console: Console) -> None:
    there = contents(console.store.blobs)
    assert isinstance(cleaning.clean(console, ADMIN), AnotherPersonNeeded)
    given(console, MediumWasLost(STICK, console.clock.moment().at, ADMIN.id))
    assert isinstance(cleaning.clean(console, ADMIN, OFFICER), CleaningWaits)
    assert contents(console.store.blobs) == there


def test_while_the_mirrors_medium_is_out_nothing_is_erased(console: Console, place: Place) -> None:
    (place.folder / "media" / MIRROR).rename(place.folder / "drawer")
    n = console.store.journal.n
    with pytest.raises(Trouble, match=Code.MIRROR_NOT_HERE):
        cleaning.clean(console, ADMIN, OFFICER)
    assert console.store.journal.n == n
    given(console, MediumWasLost(MIRROR, console.clock.moment().at, ADMIN.id))
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    assert console.site.safe.mirrored == {MIRROR}


def of_another_store(console: Console, mirror: Path) -> None:
    """keys.json alone; whose the rest is, the rest says."""
    path, own = mirror / keyfile.NAME, console.store.key_file.store_key.encode()
    path.write_bytes(path.read_bytes().replace(own, b"00"))


def test_a_mirror_that_is_in_is_erased_whatever_was_told_of_its_medium(console: Console, place: Place) -> None:
    """Otherwise it would be kept by saying that it is lost."""
    given(console, MediumWasLost(MIRROR, console.clock.moment().at, ADMIN.id))
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    assert not mirror_of(place.folder / "media" / MIRROR, SITE).exists()
    assert not console.site.safe.mirrored


def test_the_mirror_of_another_store_is_left_alone(console: Console, place: Place) -> None:
    mirror = mirror_of(place.folder / "media" / MIRROR, SITE)
    of_another_store(console, mirror)
    for one in mirror.glob("*.db*"):
        one.unlink()
    Journal(mirror / "site.db", bytes(32), alone=True).abandon()
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    assert (mirror / "site.db").exists()
    assert not console.site.safe.mirrored


@pytest.mark.parametrize("gone", [(), ("site.db",), ("blobs.db",)], ids=str)
def test_keys_of_another_store_save_no_mirror_of_ours(console: Console, place: Place, gone: tuple[str, ...]) -> None:
    """Otherwise the certificate would say that nothing is left, and who kept our keys could read on."""
    mirror = mirror_of(place.folder / "media" / MIRROR, SITE)
    of_another_store(console, mirror)
    for name in gone:
        (mirror / name).write_bytes(b"\x5a" * 8192)
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    assert not mirror.exists()
    assert not console.site.safe.mirrored


def test_a_mirror_that_cannot_be_read_stays_on_the_list_until_it_can(console: Console, place: Place) -> None:
    mirror = mirror_of(place.folder / "media" / MIRROR, SITE)
    good = (mirror / keyfile.NAME).read_bytes()
    (mirror / keyfile.NAME).write_bytes(b"torn")
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    assert console.site.safe.mirrored == {MIRROR}
    (mirror / keyfile.NAME).write_bytes(good)
    cleaning.finish(console)
    assert not console.site.safe.mirrored
    n = console.store.journal.n
    cleaning.finish(console)
    assert console.store.journal.n == n


def test_a_folder_that_cannot_be_removed_is_said_and_a_link_goes_alone(
    console: Console, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.rmtree(place.folder / "records")
    (place.folder / "records").symlink_to(elsewhere)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", _refused)
        with pytest.raises(Trouble, match=Code.ERASE_FAILED):
            cleaning.clean(console, ADMIN, OFFICER)
    cleaning.finish(console)
    assert elsewhere.exists()
    assert not (place.folder / "records").exists()


def _refused(*_: object, **__: object) -> None:
    raise PermissionError


STEPS = (
    "app.service.cleaning._erase_mirrors",
    "app.service.cleaning._remove",
    "app.journal.blobs.Blobs._remove",
    "app.journal.blobs.Blobs._empty_log",
    "app.exchange.keyfile.without_personal",
    "app.service.store.shred",
    "app.core.erasing.NoteErased.decide",
)


class Killed(BaseException):
    """The machine is gone."""


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_the_next_opening_brings_it_to_its_end(
    console: Console, place: Place, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(step, killed)
        with pytest.raises(Killed):
            cleaning.clean(console, ADMIN, OFFICER)
    console.store.abandon()
    again = opened(place)
    try:
        cleaning.finish(again)
        assert again.site.safe.cleaned
        assert again.site.safe.cleaned.ended_at
        assert not again.site.safe.mirrored
        assert {digest for digest, _ in again.store.blobs.digests()} == kept(again.site)
        assert not again.store.key_file.personal_key
        assert [one.name for one in place.store.glob("keys.json*")] == ["keys.json"]
        verify.store_file(again.store)
        assert replayed(again.store.journal) == again.site
    finally:
        again.store.abandon()


def test_an_old_key_file_opens_nothing_here_and_goes_again(console: Console, place: Place) -> None:
    """The lock's share still unwraps an old copy; what it would open is no longer in this store."""
    path = place.store / keyfile.NAME
    old = path.read_bytes()
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    console.store.close()
    path.write_bytes(old)
    store = Store(place.store, place.lock())
    assert store.keys.personal
    assert {digest for digest, _ in store.blobs.digests()} == kept(console.site)
    store.abandon()
    again = opened(place)
    assert not again.store.key_file.personal_key
    assert not again.directory.candidates
    again.store.abandon()


def test_without_the_personal_key_no_store_opens_that_was_not_cleaned(console: Console, place: Place) -> None:
    console.store.close()
    path = place.store / keyfile.NAME
    path.write_bytes(path.read_bytes().replace(console.store.key_file.personal_key.encode(), b""))
    with pytest.raises(Trouble, match=Code.WRONG_KEY):
        opened(place)


def test_erased_is_noted_once(console: Console) -> None:
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    facts = [type(codec.decode(entry.body, entry.n)) for entry in console.store.journal.read()]
    assert facts[-2:] == [DataCleaned, DataErased]


def test_who_is_listed_twice_stays_one_person_without_a_number(console: Console) -> None:
    staff = console.directory.staff
    staff[OFFICER.id] = replace(staff[OFFICER.id], id_number="21010119700101003X")
    staff[PersonId("X01")] = replace(staff[OFFICER.id], code=PersonId("X01"), id_number="21010119700101003x")
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    assert console.directory.same(OFFICER.id, PersonId("X01"))
    assert not console.directory.same(OFFICER.id, ADMIN.id)
    assert {one.id_number for one in console.directory.staff.values()} == {"", OFFICER.id}


def test_pictures_of_signed_forms_stay_readable(console: Console) -> None:
    record = console.site.records[0]
    sealed = console.store.blobs.put(console.store.keys.seal(b"picture", bytes(12)))
    given(console, ScanAttached(record.form, record.subject, record.copy, sealed, 1, 1))
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    cleaned = console.site.safe.cleaned
    assert cleaned
    lies_at = left_behind.read(console.store.blobs, cleaned.staff).scans[sealed]
    assert console.store.blobs.get(lies_at) == b"picture"
    verify.store_file(console.store)

"""Backups of a session on a medium, copies of them, bundles, the city's way, and when a medium may be pulled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from app.core.city_way import NotOnTheseMedia
from app.core.closing import RoomsStillOpen
from app.core.free_text import FreeText, TextPart
from app.core.handover import HandOver, TwoOnEachSide
from app.core.media import MediumNotRegistered, MediumUnderSeal, SealMedium
from app.core.permission import AnotherPersonNeeded
from app.core.safe_state import CityStep, UploadResult
from app.core.safekeeping import NoSuchBackup, safe_since_check
from app.core.terms import HandoverNo, MediumSerial, PersonId
from app.core.upload import BundleMissing, UploadReferenceUnfit
from app.exchange import backup
from app.service import copies, keeping, room_backups, safekeeping, upload
from app.service.console import Console
from app.service.copies import Copying
from app.service.keeping import Target
from app.service.room_backups import RoomBackingUp
from app.service.safekeeping import BackingUp
from app.service.sitelock import LockKey
from app.trouble import Code, Trouble
from tests.stores import ADMIN, OFFICER, Place
from tests.unit.day_over import DAY, ROOM, SECOND, SESSION, STICK, done, lay, now, opened, stick
from tests.vectors.keys import STRANGE_LOCK


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return lay(tmp_path_factory.mktemp("over"))


@pytest.fixture
def console(whole: Place, tmp_path: Path) -> Iterator[Console]:
    with opened(whole, tmp_path / "site") as console:
        yield console


@pytest.fixture
def made(console: Console) -> Path:
    path = safekeeping.back_up(console, SESSION, stick(console), ADMIN, OFFICER)
    assert isinstance(path, Path)
    return path


def trouble(ask: Callable[[], object]) -> Code:
    with pytest.raises(Trouble) as caught:
        ask()
    return caught.value.code


def copying(console: Console, made: Path, where: Target) -> Copying:
    work = copies.begin_copy(console, made.name, made, where, ADMIN, OFFICER)
    assert isinstance(work, Copying)
    return work


# Onto a medium


def test_the_register_knows_the_medium(console: Console, made: Path) -> None:
    (one,) = safe_since_check(console.site, SESSION)
    assert (one.name, one.media) == (made.name, (STICK,))


def test_a_number_that_the_register_knows_is_not_given_again(console: Console, made: Path) -> None:
    second = safekeeping.begin_backup(console, SESSION, stick(console, SECOND), ADMIN, OFFICER)
    assert isinstance(second, BackingUp)
    assert second.number == 2
    second.path.write_bytes(b"somebody's")
    third = safekeeping.back_up(console, SESSION, stick(console, SECOND), ADMIN, OFFICER)
    assert isinstance(third, Path)
    assert third.name.endswith("-1-1-3.examsite-backup")
    fourth = safekeeping.begin_backup(console, SESSION, stick(console), ADMIN, OFFICER)
    assert isinstance(fourth, BackingUp)
    assert fourth.number == 4


@pytest.mark.parametrize("medium", [MediumSerial("U-9"), STICK])
def test_no_byte_goes_to_a_medium_that_may_not_carry(console: Console, medium: MediumSerial) -> None:
    done(console, SealMedium(STICK, "F-1"))
    no = MediumUnderSeal(STICK, "F-1") if medium == STICK else MediumNotRegistered(medium)
    target = Target(stick(console).folder / "new", medium)
    assert safekeeping.begin_backup(console, SESSION, target, ADMIN, OFFICER) == no
    assert not target.folder.exists()


def test_the_folder_lies_on_another_medium(console: Console) -> None:
    target = Target(stick(console, SECOND).folder / "new", STICK)
    assert trouble(lambda: safekeeping.begin_backup(console, SESSION, target, ADMIN, OFFICER)) is (
        Code.MEDIUM_UNREGISTERED
    )
    assert not target.folder.exists()


def test_a_medium_pulled_before_it_is_entered(console: Console) -> None:
    begun = safekeeping.begin_backup(console, SESSION, stick(console), ADMIN, OFFICER)
    assert isinstance(begun, BackingUp)
    written = begun.write(keeping.unheard)
    begun.prove(begun.seal(written))
    begun.path.parent.rename(begun.path.parent.with_name("U-3"))
    assert trouble(lambda: begun.enter(written)) is Code.FILE_MISSING
    assert not console.site.safe.backups


def test_a_medium_that_tells_nothing_of_its_space(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Path) -> None:
        raise OSError

    monkeypatch.setattr("app.service.keeping.shutil.disk_usage", fails)
    assert trouble(lambda: keeping.space_for(stick(console).folder, 1, "f")) is Code.FILE_MISSING


# Check, backup and bundle in one go


def test_one_pair_signs_for_all_three(console: Console, tmp_path: Path) -> None:
    console.site.sessions[SESSION].checked_at = None
    folder = tmp_path / "outbox"
    begun = safekeeping.begin_session(console, SESSION, stick(console), ADMIN, OFFICER, outbox=folder)
    assert isinstance(begun, BackingUp)
    assert console.site.sessions[SESSION].checked_at == now(console)
    path = keeping.done(begun)
    assert isinstance(path, Path)
    assert console.site.safe.backups[path.name].bundled_at == now(console)
    for one in (path, backup.sidecar_of(path)):
        assert (folder / one.name).read_bytes() == one.read_bytes()


def test_without_an_outbox_no_bundle_is_laid_out(console: Console) -> None:
    begun = safekeeping.begin_session(console, SESSION, stick(console), ADMIN, OFFICER)
    assert isinstance(begun, BackingUp)
    path = keeping.done(begun)
    assert isinstance(path, Path)
    assert console.site.safe.backups[path.name].bundled_at is None


def test_what_the_check_refuses_begins_nothing(console: Console) -> None:
    console.site.sessions[SESSION].checked_at = None
    console.site.sessions[SESSION].rooms[ROOM].ended_at = None
    answer = safekeeping.begin_session(console, SESSION, stick(console), ADMIN, OFFICER)
    assert answer == RoomsStillOpen(SESSION, (ROOM,))
    one = safekeeping.begin_session(console, SESSION, stick(console), ADMIN)
    assert isinstance(one, RoomsStillOpen)


def test_one_person_alone_begins_nothing(console: Console, tmp_path: Path) -> None:
    alone = safekeeping.begin_backup(console, SESSION, stick(console), ADMIN, outbox=tmp_path)
    assert isinstance(alone, AnotherPersonNeeded)


def test_a_bundle_that_fails_leaves_no_backup_either(console: Console, tmp_path: Path) -> None:
    begun = safekeeping.begin_session(console, SESSION, stick(console), ADMIN, OFFICER, outbox=tmp_path / "outbox")
    assert isinstance(begun, BackingUp)
    (tmp_path / "outbox").rmdir()
    (tmp_path / "outbox").write_bytes(b"a file")
    assert trouble(lambda: keeping.done(begun)) is Code.FILE_MISSING
    assert not list(begun.path.parent.iterdir())


def test_what_is_refused_at_the_end_takes_its_bundle_along(console: Console, tmp_path: Path) -> None:
    begun = safekeeping.begin_session(console, SESSION, stick(console), ADMIN, OFFICER, outbox=tmp_path / "outbox")
    assert isinstance(begun, BackingUp)
    written = begun.write(keeping.unheard)
    begun.prove(begun.seal(written))
    assert len(list((tmp_path / "outbox").iterdir())) == 2
    done(console, SealMedium(STICK, "F-1"))
    assert begun.enter(written) == MediumUnderSeal(STICK, "F-1")
    for folder in (tmp_path / "outbox", begun.path.parent):
        assert not list(folder.iterdir())


# One more medium


def test_a_copy_is_the_same_bytes_on_another_medium(console: Console, made: Path) -> None:
    target, said = Target(stick(console, SECOND).folder / "copies", SECOND), []
    work = copying(console, made, target)
    written = work.write(lambda done, total: said.append((done, total)))
    work.prove(work.seal(written))
    path = work.enter(written)
    assert path == target.folder / made.name
    assert path.read_bytes() == made.read_bytes()
    assert backup.sidecar_of(path).read_bytes() == backup.sidecar_of(made).read_bytes()
    assert console.site.safe.backups[made.name].media == (STICK, SECOND)
    assert said == [(0, made.stat().st_size)]
    again = keeping.done(copying(console, made, target))
    assert again == path


def test_the_backup_of_a_room_is_copied_the_same_way(console: Console, tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "a").write_bytes(b"a")
    begun = room_backups.begin_room_backup(console, ROOM, DAY, tmp_path / "room", stick(console), ADMIN, OFFICER)
    assert isinstance(begun, RoomBackingUp)
    path = keeping.done(begun)
    assert isinstance(path, Path)
    keeping.done(copying(console, path, stick(console, SECOND)))
    assert console.site.safe.room_backups[path.name].media == (STICK, SECOND)


def test_what_is_not_ours_or_not_there_is_not_copied(console: Console, made: Path) -> None:
    second = stick(console, SECOND)
    assert copies.begin_copy(console, "x", made, second, ADMIN, OFFICER) == NoSuchBackup("x")
    nobody = copies.begin_copy(console, made.name, made, second)
    assert nobody is not None
    assert not isinstance(nobody, Copying)
    gone = made.with_name("gone")
    assert trouble(lambda: copies.begin_copy(console, made.name, gone, second, ADMIN, OFFICER)) is Code.FILE_MISSING


def test_a_copy_of_changed_bytes_does_not_count(console: Console, made: Path) -> None:
    work = copying(console, made, stick(console, SECOND))
    made.write_bytes(made.read_bytes()[:-1] + b"x")
    assert trouble(lambda: work.write(keeping.unheard)) is Code.COPY_DIFFERS
    assert not list(work.path.parent.iterdir())


def test_a_sidecar_of_somebody_else_does_not_count(console: Console, made: Path) -> None:
    token = backup.sidecar_of(made).read_bytes()
    strange = replace(backup.read_unknown_sidecar(token), lock=STRANGE_LOCK.public.jwk)
    backup.sidecar_of(made).write_bytes(backup.write_sidecar(strange, STRANGE_LOCK))
    work = copying(console, made, stick(console, SECOND))
    written = work.write(keeping.unheard)
    assert trouble(lambda: work.prove(work.seal(written))) is Code.SIGNER_UNKNOWN
    assert not list(work.path.parent.iterdir())


def test_a_lock_that_was_replaced_since_signed_it_all_the_same(
    console: Console, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = LockKey(console.store.lock).public
    work = copying(console, made, stick(console, SECOND))
    assert work.lock == own
    monkeypatch.setattr(copies, "LockKey", lambda _: SimpleNamespace(public=STRANGE_LOCK.public))
    work = copying(console, made, stick(console, SECOND))
    assert work.lock == own
    assert isinstance(keeping.done(work), Path)


@pytest.mark.parametrize(("content", "code"), [(b"a.b.c", Code.FILE_DAMAGED), (None, Code.FILE_MISSING)])
def test_a_broken_sidecar_begins_nothing(console: Console, made: Path, content: bytes | None, code: Code) -> None:
    sidecar = backup.sidecar_of(made)
    if content is None:
        sidecar.unlink()
    else:
        sidecar.write_bytes(content)
    assert trouble(lambda: copying(console, made, stick(console, SECOND))) is code


def test_a_link_on_a_medium_is_no_copy(console: Console, made: Path) -> None:
    """It would be told as safe there, and what it leads to lies elsewhere."""
    second = stick(console, SECOND)
    for one in (made, backup.sidecar_of(made)):
        (second.folder / one.name).symlink_to(one)
    assert trouble(lambda: keeping.done(copying(console, made, second))) is Code.FILE_MISSING
    assert console.site.safe.backups[made.name].media == (STICK,)
    assert made.read_bytes()


def test_another_file_of_that_name_is_never_written_over(console: Console, made: Path) -> None:
    second = stick(console, SECOND)
    (second.folder / made.name).write_bytes(b"somebody's")
    work = copying(console, made, second)
    assert trouble(lambda: work.write(keeping.unheard)) is Code.COPY_DIFFERS
    assert (second.folder / made.name).read_bytes() == b"somebody's"


# The bundle and what comes after it


def test_a_bundle_is_byte_for_byte_the_backup(console: Console, made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    assert upload.export_bundle(console, made.name, made, folder, ADMIN, OFFICER) is None
    assert (folder / made.name).read_bytes() == made.read_bytes()
    assert console.site.safe.backups[made.name].bundled_at == now(console)
    assert upload.export_bundle(console, "x", made, folder, ADMIN, OFFICER) == NoSuchBackup("x")


def test_a_bundle_of_other_bytes_is_refused(console: Console, made: Path, tmp_path: Path) -> None:
    made.write_bytes(b"other")
    answer = upload.export_bundle(console, made.name, made, tmp_path / "outbox", ADMIN, OFFICER)
    assert type(answer).__name__ == "BundleDiffers"
    assert console.site.safe.backups[made.name].bundled_at is None


def test_attempts_are_noted(console: Console, made: Path, tmp_path: Path) -> None:
    told = (UploadResult.NETWORK_FAILED, "", now(console))
    assert upload.note_attempt(console, made.name, *told, ADMIN) == BundleMissing(made.name)
    assert upload.export_bundle(console, made.name, made, tmp_path / "outbox", ADMIN, OFFICER) is None
    assert upload.note_attempt(console, made.name, *told, ADMIN) is None
    named = (UploadResult.SENT, "张三", now(console))
    assert upload.note_attempt(console, made.name, *named, ADMIN) == UploadReferenceUnfit()
    (one,) = console.site.safe.backups[made.name].attempts
    assert one.result is UploadResult.NETWORK_FAILED


def hand(console: Console, *media: MediumSerial, receiver: str = "Receiver One") -> HandOver:
    said = (
        (TextPart.RECEIVER_1, receiver),
        (TextPart.RECEIVER_2, "Receiver Two"),
        (TextPart.OFFICE, "City agency"),
        (TextPart.ESCORT_1, "Escort One"),
        (TextPart.ESCORT_2, "Escort Two"),
    )
    givers = (PersonId("A01"), PersonId("O01"))
    return HandOver(givers, FreeText(said), (), media, (), True, now(console))


def test_the_city_is_given_media_and_the_words_are_sealed(console: Console, made: Path, tmp_path: Path) -> None:
    assert upload.export_bundle(console, made.name, made, tmp_path / "outbox", ADMIN, OFFICER) is None
    before = console.store.journal.n
    answer = upload.give_to_city(console, hand(console, SECOND), (made.name,), ADMIN, OFFICER)
    assert answer == NotOnTheseMedia(made.name)
    twice = upload.give_to_city(console, hand(console, STICK, receiver="Receiver Two"), (made.name,), ADMIN, OFFICER)
    assert twice == TwoOnEachSide(giving=False)
    assert console.store.journal.n == before
    assert upload.give_to_city(console, hand(console, STICK), (made.name,), ADMIN, OFFICER) is None
    way = console.site.safe.backups[made.name].city
    assert way
    assert way.step is CityStep.GIVEN
    number = HandoverNo(next(iter(console.site.handovers)))
    kept = console.site.handovers[number].text
    assert console.directory.texts[kept][TextPart.RECEIVER_1] == "Receiver One"
    bodies = b"".join(entry.body for entry in console.store.journal.read())
    assert b"Receiver" not in bodies


# When a medium may be pulled


def test_a_medium_may_be_pulled_once_nothing_of_ours_is_open_on_it(made: Path) -> None:
    assert safekeeping.release(made.parent)
    with made.open("rb"):
        assert not safekeeping.release(made.parent)
    assert safekeeping.release(made.parent)


def test_where_the_system_tells_nobody_it_is_said_so(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.sync")
    with made.open("rb"):
        assert safekeeping.release(made.parent)

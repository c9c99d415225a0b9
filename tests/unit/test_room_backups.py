"""Backups of rooms at the desk: what is taken, what is refused before a byte is written, and who exchanged what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.core.media import MediumLost, MediumNotRegistered, MediumUnderSeal, ReportMediumLost, SealMedium
from app.core.operation import NotYetHappened, Refusal
from app.core.permission import AnotherPersonNeeded
from app.core.room_backup import RoomNotUsed, RoomStillInUse, TakenTooEarly, over_at, safe_room_backup
from app.core.safe_state import NO_MEDIUM, RoomSource
from app.core.terms import LockSerial, MediumSerial, PersonId, RoomId, SessionId
from app.exchange import backup, outbox, room_backup
from app.service import keeping, room_backups, verify
from app.service.console import Console
from app.service.keeping import Target
from app.service.room_backups import RoomBackingUp
from app.service.sitelock import LockKey
from app.trouble import Code, Trouble
from devices.media import FolderMedia
from tests.stores import ADMIN, OFFICER, Place
from tests.unit.day_over import (
    CONTENT,
    DAY,
    OTHER,
    ROOM,
    SESSION,
    STICK,
    brought,
    done,
    lay,
    now,
    opened,
    statement,
    stick,
)
from tests.vectors.keys import STRANGE_LOCK


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return lay(tmp_path_factory.mktemp("over"))


@pytest.fixture
def console(whole: Place, tmp_path: Path) -> Iterator[Console]:
    with opened(whole, tmp_path / "site") as console:
        yield console


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a room of another system brings."""
    made = tmp_path / "room"
    (made / "b").mkdir(parents=True)
    (made / "b" / "考场.dat").write_bytes(b"unread" * 300_000)
    (made / "a").write_bytes(b"")
    return made


def begin(console: Console, source: Path, room: RoomId = ROOM, where: Target | None = None) -> RoomBackingUp | Refusal:
    return room_backups.begin_room_backup(console, room, DAY, source, where or stick(console), ADMIN, OFFICER)


def begun(console: Console, source: Path, room: RoomId = ROOM) -> RoomBackingUp:
    made = begin(console, source, room)
    assert isinstance(made, RoomBackingUp)
    return made


def backed_up(console: Console, source: Path) -> Path:
    made = keeping.done(begun(console, source))
    assert isinstance(made, Path)
    return made


def trouble(ask: Callable[[], object]) -> Code:
    with pytest.raises(Trouble) as caught:
        ask()
    return caught.value.code


def nothing_on(target: Target) -> bool:
    return not target.folder.exists() or not list(target.folder.iterdir())


def test_a_folder_is_copied_unread_and_counts(console: Console, folder: Path) -> None:
    work, said = begun(console, folder), []
    written = work.write(lambda done, total: said.append((done, total)))
    work.prove(work.seal(written))
    path = work.enter(written)
    assert path == work.path
    assert isinstance(path, Path)
    made = console.site.safe.room_backups[path.name]
    assert (made.source, made.lock, made.files, made.supervised) == (RoomSource.FOLDER, "", 2, True)
    assert (made.media, made.taken_at) == ((STICK,), now(console))
    assert safe_room_backup(console.site, ROOM, DAY) == made
    assert {total for _, total in said} == {2 * 1_800_000}
    assert said == sorted(said)
    proof = verify.backup_file(path, [console.store.keys.identity], LockKey(console.store.lock).public)
    assert (proof.room, proof.blobs, proof.entries, proof.opened) == (f"{ROOM} {DAY}", 2, 0, True)
    assert not verify.backup_file(path, []).opened
    found: dict[str, bytes] = {}

    def take(one: room_backup.ListedFile, piece: bytes) -> None:
        found[one.name] = found.get(one.name, b"") + piece

    with path.open("rb") as source:
        room_backup.read(source, [console.store.keys.identity], "f", take)
    assert found == {"a": b"", "b/考场.dat": b"unread" * 300_000}


def test_a_signed_file_is_copied_with_what_the_lock_said(console: Console, tmp_path: Path) -> None:
    path = backed_up(console, brought(tmp_path / "in", statement(console)))
    made = console.site.safe.room_backups[path.name]
    assert (made.source, made.lock, made.files) == (RoomSource.SIGNED, "JK-001", 2)
    with path.open("rb") as source:
        listed = room_backup.read(source, [console.store.keys.identity], "f")
    assert [one.name for one in listed] == [f"2101-001-{DAY}.examsite-room-day{end}" for end in ("", ".jws")]


def test_versions_are_kept(console: Console, folder: Path) -> None:
    first, second = backed_up(console, folder), backed_up(console, folder)
    assert (first.name[-17:], second.name[-17:]) == ("1.examsite-backup", "2.examsite-backup")
    assert list(console.site.safe.room_backups) == [first.name, second.name]
    assert verify.marks_beside(first.parent, LockKey(console.store.lock).public) == ()


# Before a byte is written


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"room": OTHER}, Code.ROOM_WRONG),
        ({"lock": LockSerial("JK-002")}, Code.ROOM_WRONG),
        ({"day": DAY - timedelta(days=1)}, Code.DAY_WRONG),
        ({"sessions": ()}, Code.SESSION_WRONG),
        ({"sessions": (SESSION, SessionId("1-2"))}, Code.SESSION_WRONG),
        ({"site": "2102"}, Code.SITE_WRONG),
        ({"exam": "another"}, Code.EXAM_WRONG),
        ({"mode": "real"}, Code.MODE_WRONG),
        ({"size": 1}, Code.COPY_DIFFERS),
    ],
)
def test_what_is_signed_about_something_else(
    console: Console, tmp_path: Path, change: dict[str, Any], code: Code
) -> None:
    document = statement(console, **change)
    source = brought(tmp_path / "in", document)
    assert trouble(lambda: begin(console, source)) is code
    assert nothing_on(stick(console))


def test_what_another_lock_signed(console: Console, tmp_path: Path) -> None:
    source = brought(tmp_path / "in", statement(console), STRANGE_LOCK)
    assert trouble(lambda: begin(console, source)) is Code.SIGNER_UNKNOWN


def test_another_name_than_the_one_signed(console: Console, tmp_path: Path) -> None:
    source = brought(tmp_path / "in", statement(console))
    other = source.with_name(f"x{source.name}")
    source.rename(other)
    source.with_name(source.name + ".jws").rename(other.with_name(other.name + ".jws"))
    assert trouble(lambda: begin(console, other)) is Code.COPY_DIFFERS


def test_other_bytes_than_those_signed(console: Console, tmp_path: Path) -> None:
    work = begun(console, brought(tmp_path / "in", statement(console), content=CONTENT.upper()))
    assert trouble(lambda: work.write(keeping.unheard)) is Code.COPY_DIFFERS
    assert nothing_on(work.where)


def test_nothing_there(console: Console, tmp_path: Path) -> None:
    assert trouble(lambda: begin(console, tmp_path / "gone")) is Code.FILE_MISSING
    source = brought(tmp_path / "in", statement(console))
    source.unlink()
    assert trouble(lambda: begin(console, source)) is Code.FILE_MISSING


def test_a_room_without_a_lock_brings_a_folder_only(console: Console, tmp_path: Path, folder: Path) -> None:
    source = brought(tmp_path / "in", statement(console))
    del console.site.locks[LockSerial("JK-001")]
    assert trouble(lambda: begin(console, source)) is Code.SIGNER_UNKNOWN
    assert isinstance(begin(console, folder), RoomBackingUp)


def test_made_too_early_or_tomorrow(console: Console, tmp_path: Path) -> None:
    over = over_at(console.site, ROOM, DAY)
    assert over
    early, late = over - timedelta(seconds=1), now(console) + timedelta(hours=1)
    assert begin(console, brought(tmp_path / "in", statement(console, made_at=early))) == TakenTooEarly(
        ROOM, early, over
    )
    assert begin(console, brought(tmp_path / "in", statement(console, made_at=late))) == NotYetHappened(
        late, now(console)
    )
    assert nothing_on(stick(console))


def test_a_room_that_is_not_used_or_not_over(console: Console, folder: Path) -> None:
    assert begin(console, folder, RoomId("009")) == RoomNotUsed(RoomId("009"), DAY)
    console.site.sessions[SESSION].rooms[ROOM].ended_at = None
    assert begin(console, folder) == RoomStillInUse(ROOM, DAY)


def test_one_person_is_not_enough(console: Console, folder: Path) -> None:
    made = room_backups.begin_room_backup(console, ROOM, DAY, folder, stick(console), ADMIN)
    assert isinstance(made, AnotherPersonNeeded)


def test_only_a_registered_medium_that_is_here_and_open_takes_it(console: Console, folder: Path) -> None:
    target = stick(console)
    strange = MediumSerial("U-9")
    for one, no in (
        (Target(target.folder, NO_MEDIUM), MediumNotRegistered(NO_MEDIUM)),
        (Target(target.folder, strange), MediumNotRegistered(strange)),
    ):
        assert begin(console, folder, where=one) == no
    done(console, SealMedium(STICK, "F-1"))
    assert begin(console, folder) == MediumUnderSeal(STICK, "F-1")
    done(console, SealMedium(STICK, ""))
    done(console, ReportMediumLost(STICK, now(console), PersonId("A01")))
    assert begin(console, folder) == MediumLost(STICK)
    assert nothing_on(target)


def test_a_folder_on_another_medium_than_the_one_named(console: Console, folder: Path, tmp_path: Path) -> None:
    elsewhere = Target(tmp_path / "elsewhere" / "new", STICK)
    assert trouble(lambda: begin(console, folder, where=elsewhere)) is Code.MEDIUM_UNREGISTERED
    assert not elsewhere.folder.parent.exists()


def test_a_link_in_the_folder(console: Console, folder: Path) -> None:
    (folder / "link").symlink_to("/etc/hostname")
    assert trouble(lambda: begin(console, folder)) is Code.FOLDER_UNFIT
    assert nothing_on(stick(console))


def test_a_small_medium_says_what_is_needed(console: Console, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = SimpleNamespace(total=1 << 30, free=1 << 20)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    with pytest.raises(Trouble) as caught:
        begin(console, folder)
    assert caught.value.code is Code.MEDIUM_SMALL
    assert (caught.value.facts["needed"], caught.value.facts["free"]) == (3, 1)


# While it is copied, and after


def test_a_file_that_changes_while_it_is_copied(console: Console, folder: Path) -> None:
    work, changed = begun(console, folder), folder / "b" / "考场.dat"

    def meddle(done: int, total: int) -> None:
        if done >= total // 2:
            changed.write_bytes(b"UNREAD" * 300_000)

    assert trouble(lambda: work.write(meddle)) is Code.COPY_DIFFERS
    assert nothing_on(work.where)


def test_a_file_that_becomes_a_link_while_it_is_copied(console: Console, folder: Path) -> None:
    work, changed = begun(console, folder), folder / "b" / "考场.dat"

    def meddle(_done: int, _total: int) -> None:
        if not changed.is_symlink():
            changed.unlink()
            changed.symlink_to("/etc/hostname")

    assert trouble(lambda: work.write(meddle)) is Code.FOLDER_UNFIT
    assert nothing_on(work.where)


def test_whoever_ends_it_leaves_nothing(console: Console, folder: Path) -> None:
    class Enough(Exception):
        pass

    def enough(done: int, total: int) -> None:
        if done > total // 2:
            raise Enough

    work = begun(console, folder)
    with pytest.raises(Enough):
        work.write(enough)
    assert nothing_on(work.where)


def test_a_truncated_file_is_not_proved(console: Console, folder: Path) -> None:
    work = begun(console, folder)
    written = work.write(keeping.unheard)
    work.path.write_bytes(work.path.read_bytes()[:-1])
    assert trouble(lambda: work.prove(work.seal(written))) is Code.COPY_DIFFERS
    assert nothing_on(work.where)


def test_a_medium_exchanged_between_writing_and_entering(console: Console, folder: Path) -> None:
    work = begun(console, folder)
    written = work.write(keeping.unheard)
    work.prove(work.seal(written))
    assert isinstance(console.media, FolderMedia)
    aside = console.media.root.with_name("aside")
    console.media.root.rename(aside)
    console.media = FolderMedia(aside)
    aside.joinpath(STICK).rename(aside / "U-7")
    work.path.parent.mkdir(parents=True)
    work.path.write_bytes(b"not ours")
    assert trouble(lambda: work.enter(written)) is Code.MEDIUM_UNREGISTERED
    assert work.path.read_bytes() == b"not ours"
    assert not console.site.safe.room_backups


def test_a_file_taken_away_before_it_is_entered(console: Console, folder: Path) -> None:
    work = begun(console, folder)
    written = work.write(keeping.unheard)
    work.prove(work.seal(written))
    work.path.unlink()
    assert trouble(lambda: work.enter(written)) is Code.FILE_MISSING
    assert not console.site.safe.room_backups


def test_a_lock_taken_out_before_it_is_sealed(console: Console, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> bytes:
        raise Trouble(Code.LOCK_REMOVED)

    work = begun(console, folder)
    written = work.write(keeping.unheard)
    monkeypatch.setattr(room_backup, "write_sidecar", gone)
    assert trouble(lambda: work.seal(written)) is Code.LOCK_REMOVED
    assert nothing_on(work.where)


def test_a_medium_sealed_meanwhile_takes_it_away_again(console: Console, folder: Path) -> None:
    work = begun(console, folder)
    written = work.write(keeping.unheard)
    work.prove(work.seal(written))
    done(console, SealMedium(STICK, "F-1"))
    assert work.enter(written) == MediumUnderSeal(STICK, "F-1")
    assert nothing_on(work.where)


def test_the_sidecar_of_a_room_is_none_of_a_session(console: Console, folder: Path) -> None:
    path = backed_up(console, folder)
    token = outbox.read_bytes(backup.sidecar_of(path), backup.LONGEST_SIDECAR)
    assert trouble(lambda: backup.read_unknown_sidecar(token)) is Code.KIND_WRONG

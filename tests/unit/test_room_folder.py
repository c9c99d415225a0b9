"""A folder that a room brings: what comes along, what is refused by name, and that no link is followed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.exchange import archive
from app.exchange.room_backup import DEEPEST
from app.service import room_folder
from app.service.room_folder import Found
from app.trouble import Code, Trouble
from tests.vectors.sample import digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "room"
    (made / "b" / "c").mkdir(parents=True)
    (made / "z.dat").write_bytes(b"last")
    (made / "b" / "c" / "考场.log").write_bytes(b"deep")
    (made / "b" / "empty").write_bytes(b"")
    return made


def trouble(ask: Callable[[], object]) -> tuple[Code, str | int, str | int]:
    with pytest.raises(Trouble) as caught:
        ask()
    facts = caught.value.facts
    return caught.value.code, facts["file"], facts.get("reason", "")


def test_every_plain_file_comes_by_its_name_in_order(folder: Path) -> None:
    assert [(one.name, one.size) for one in room_folder.files(folder)] == [
        ("b/c/考场.log", 4),
        ("b/empty", 0),
        ("z.dat", 4),
    ]


def link(folder: Path) -> None:
    (folder / "b" / "secret").symlink_to("/etc/hostname")


def link_to_folder(folder: Path) -> None:
    (folder / "b" / "secret").symlink_to("/etc")


def link_to_nothing(folder: Path) -> None:
    (folder / "b" / "secret").symlink_to("nowhere")


@pytest.mark.parametrize("lay", [link, link_to_folder, link_to_nothing])
def test_no_link_is_followed_and_none_left_out_in_silence(folder: Path, lay: Callable[[Path], None]) -> None:
    lay(folder)
    assert trouble(lambda: room_folder.files(folder)) == (Code.FOLDER_UNFIT, "b/secret", "link")


def test_what_is_no_plain_file_is_named(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert trouble(lambda: room_folder.files(folder)) == (Code.FOLDER_UNFIT, "pipe", "special")


def test_a_name_that_no_list_can_say(folder: Path) -> None:
    Path(os.fsdecode(bytes(folder) + b"/\xff")).write_bytes(b"")
    assert trouble(lambda: room_folder.files(folder)) == (Code.FOLDER_UNFIT, "room", "name")


def test_folders_without_end(folder: Path) -> None:
    deep = folder / "/".join("d" * (DEEPEST - 1))
    deep.mkdir(parents=True)
    (deep / "f").write_bytes(b"")
    assert len(room_folder.files(folder)) == 4
    (deep / "d").mkdir()
    assert trouble(lambda: room_folder.files(folder))[::2] == (Code.FOLDER_UNFIT, "deep")


def test_a_name_without_end(folder: Path) -> None:
    deep = folder / "/".join(["x" * 250] * 4)
    deep.mkdir(parents=True)
    (deep / "f").write_bytes(b"")
    assert trouble(lambda: room_folder.files(folder))[::2] == (Code.FOLDER_UNFIT, "deep")


def test_too_many_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_folder, "MOST_FILES", 2)
    assert trouble(lambda: room_folder.files(folder)) == (Code.FOLDER_UNFIT, "room", "many")


def test_a_file_larger_than_tar_can_say(folder: Path) -> None:
    with (folder / "huge").open("wb") as file:
        file.truncate(archive.LARGEST + 1)
    assert trouble(lambda: room_folder.files(folder)) == (Code.FOLDER_UNFIT, "huge", "large")


def test_nothing_in_it_and_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    assert trouble(lambda: room_folder.files(tmp_path / "room")) == (Code.FOLDER_UNFIT, "room", "empty")
    assert trouble(lambda: room_folder.files(tmp_path / "gone")) == (Code.FILE_MISSING, "gone", "")
    assert trouble(lambda: room_folder.these(tmp_path / "gone")) == (Code.FILE_MISSING, "gone", "")


def test_a_digest_is_made_piece_by_piece(folder: Path) -> None:
    told: list[int] = []
    (one,) = room_folder.these(folder / "z.dat")
    listed = room_folder.listed(one, told.append)
    assert (listed.name, listed.size, listed.digest) == ("z.dat", 4, digest(b"last"))
    assert told == [4]


def test_what_changes_after_it_was_seen_is_named(folder: Path) -> None:
    (one,) = room_folder.these(folder / "z.dat")

    def listed() -> object:
        return room_folder.listed(one, lambda _: None)

    one.path.write_bytes(b"longer")
    assert trouble(listed) == (Code.COPY_DIFFERS, "z.dat", "")
    one.path.unlink()
    assert trouble(listed) == (Code.FILE_MISSING, "z.dat", "")
    one.path.symlink_to("/etc/hostname")
    assert trouble(listed) == (Code.FOLDER_UNFIT, "z.dat", "link")
    one.path.unlink()
    os.mkfifo(one.path)
    assert trouble(listed) == (Code.FOLDER_UNFIT, "z.dat", "special")


def test_a_stick_that_fails_while_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Pulled:
        def __enter__(self) -> Pulled:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def read(self, _size: int) -> bytes:
            raise OSError

    monkeypatch.setattr(room_folder, "opened", lambda _: Pulled())
    found = Found("z.dat", folder / "z.dat", 4)
    assert trouble(lambda: room_folder.listed(found, lambda _: None)) == (Code.FILE_MISSING, "z.dat", "")

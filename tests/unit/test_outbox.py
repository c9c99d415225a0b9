"""Files that leave the machine: whole, or not there."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from app.exchange import outbox
from app.trouble import Code, Trouble

CONTENT = b"hello, stick"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def refused(path: Path) -> Code:
    with pytest.raises(Trouble) as caught:
        outbox.write_bytes(path, CONTENT)
    return caught.value.code


def test_what_is_written_is_told(tmp_path: Path) -> None:
    def produce(file: BinaryIO) -> None:
        assert file.write(b"hello, ") == 7
        file.flush()
        file.write(b"stick")

    assert outbox.write(tmp_path / "a", produce) == (DIGEST, len(CONTENT))
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert outbox.digest_of(tmp_path / "a") == DIGEST
    assert outbox.read_bytes(tmp_path / "a", len(CONTENT)) == CONTENT


def test_what_lay_there_is_replaced_only_by_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    outbox.write_bytes(path, b"older")

    def produce(file: BinaryIO) -> None:
        file.write(CONTENT)
        raise Trouble(Code.BLOB_MISSING, digest="x")

    with pytest.raises(Trouble, match="blob-missing"):
        outbox.write(path, produce)
    assert path.read_bytes() == b"older"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
    outbox.write_bytes(path, CONTENT)
    assert path.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, Code.MEDIUM_FULL), (errno.EDQUOT, Code.MEDIUM_FULL), (errno.EIO, Code.FILE_MISSING)],
)
def test_the_disk_fails_at_the_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: Code) -> None:
    def fsync(_: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fsync)
    assert refused(tmp_path / "a") is code
    assert not list(tmp_path.iterdir())


def test_the_disk_is_full_in_the_middle(tmp_path: Path) -> None:
    def produce(file: BinaryIO) -> None:
        file.write(CONTENT)
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(Trouble, match="medium-full"):
        outbox.write(tmp_path / "a", produce)
    assert not list(tmp_path.iterdir())


def test_the_medium_gives_back_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def worn(handle: int) -> None:
        os.pwrite(handle, b"J", 0)
        sync(handle)

    monkeypatch.setattr(os, "fsync", worn)
    assert refused(tmp_path / "a") is Code.COPY_DIFFERS
    assert not list(tmp_path.iterdir())


def test_the_medium_forgot_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: (tmp_path / "a.part").unlink())
    assert refused(tmp_path / "a") is Code.FILE_MISSING


def test_no_medium(tmp_path: Path) -> None:
    assert refused(tmp_path / "none" / "a") is Code.FILE_MISSING
    (tmp_path / "file").write_bytes(b"")
    assert refused(tmp_path / "file" / "a") is Code.FILE_MISSING


def test_the_medium_is_pulled_and_cannot_even_be_tidied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(os, "fsync", gone)
    monkeypatch.setattr(Path, "unlink", gone)
    assert refused(tmp_path / "a") is Code.FILE_MISSING


def test_windows_keeps_no_handle_on_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(os, "open", None)
    outbox._sync_folder(tmp_path)


def test_reading(tmp_path: Path) -> None:
    for read in (outbox.digest_of, lambda path: outbox.read_bytes(path, 1)):
        for path in (tmp_path, tmp_path / "none"):
            with pytest.raises(Trouble, match="file-missing"):
                read(path)
    (tmp_path / "a").write_bytes(b"ab")
    with pytest.raises(Trouble) as caught:
        outbox.read_bytes(tmp_path / "a", 1)
    assert (caught.value.code, caught.value.facts["limit"]) == (Code.FILE_TOO_LARGE, 1)

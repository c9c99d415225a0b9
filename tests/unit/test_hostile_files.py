"""Files that are none, or more than they say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.exchange import outbox
from app.service.store import in_use
from app.trouble import Code, Trouble
from tests.stores import Place


def refusal(path: Path, limit: int = 1) -> Code:
    with pytest.raises(Trouble) as caught:
        outbox.read_bytes(path, limit)
    return caught.value.code


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for name in ("pipe", "link", "round", "a\0b"):
        assert refusal(tmp_path / name) is Code.FILE_MISSING


def test_a_file_too_large_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(1 << 34)
    monkeypatch.setattr(Path, "open", None)
    assert refusal(tmp_path / "a", 1 << 30) is Code.FILE_TOO_LARGE


def test_a_file_that_grows_meanwhile_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"")
    small = path.stat()
    path.write_bytes(b"ab")
    monkeypatch.setattr(Path, "stat", lambda _: small)
    assert refusal(path) is Code.FILE_TOO_LARGE


def test_a_store_is_in_use_while_a_program_has_it_open(tmp_path: Path) -> None:
    place = Place(tmp_path)
    store = place.enrol().console.store
    assert in_use(store.folder)
    store.close()
    assert not in_use(store.folder)
    assert not in_use(tmp_path / "none")

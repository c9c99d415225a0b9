"""The lock in software keeps the contract, and says what a folder of files can suffer besides."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from devices.locks.software import FILE, SoftwareLock
from devices.protocols import Lock, LockFault, LockKind
from tests.contract.lock_contract import Bench, LockContract
from tests.raw import flip

PIN = "135790"


class Folder(Bench):
    serial = "KW-000007"
    kind = LockKind.SITE
    software = True

    def __init__(self, path: Path) -> None:
        self.path = path
        SoftwareLock.create(path, self.serial, self.kind, PIN, memory_kib=8)

    @property
    def _away(self) -> Path:
        return self.path.with_name("away")

    def open(self, *, wrong_pin: bool = False) -> Lock | LockFault:
        return SoftwareLock.open(self.path, "000000" if wrong_pin else PIN)

    def pull(self) -> None:
        self.path.rename(self._away)

    def plug(self) -> None:
        self._away.rename(self.path)

    def damage(self, label: str) -> None:
        flip(self.path / f"{label}.object", 20)


@pytest.fixture
def bench(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "lock")


def opened(bench: Folder) -> SoftwareLock:
    lock = bench.open()
    assert isinstance(lock, SoftwareLock)
    return lock


class TestSoftwareLock(LockContract):
    pass


def test_a_folder_holds_one_lock(bench: Folder) -> None:
    with pytest.raises(FileExistsError):
        SoftwareLock.create(bench.path, "KW-2", LockKind.SITE, PIN, memory_kib=8)
    assert opened(bench).serial == bench.serial


def test_nothing_in_the_folder_is_plain(bench: Folder) -> None:
    opened(bench).write("share", b"plain words")
    for path in bench.path.iterdir():
        assert b"plain words" not in path.read_bytes()
        assert PIN.encode() not in path.read_bytes()


@pytest.mark.parametrize("length", [0, 5, 11, 12, 27])
def test_an_object_cut_short_at_any_length_is_damaged(bench: Folder, length: int) -> None:
    lock = opened(bench)
    lock.write("head-a", b"content")
    path = bench.path / "head-a.object"
    path.write_bytes(path.read_bytes()[:length])
    assert lock.read("head-a") is LockFault.DAMAGED


def test_an_object_that_is_no_file_is_damaged(bench: Folder) -> None:
    lock = opened(bench)
    (bench.path / "head-a.object").mkdir()
    assert lock.read("head-a") is LockFault.DAMAGED
    assert lock.destroy("head-a") is LockFault.DAMAGED


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("format",), None),
        (("format",), "examsite-software-lock/2"),
        (("serial",), None),
        (("kind",), None),
        (("kind",), "sige"),
        (("kdf",), None),
        (("kdf",), "text"),
        (("kdf", "salt"), "0x"),
        (("kdf", "salt"), ""),
        (("kdf", "salt"), 7),
        (("kdf", "time"), 0),
        (("kdf", "time"), -3),
        (("kdf", "memory_kib"), 1),
        (("kdf", "memory_kib"), 1 << 40),
        (("kdf", "lanes"), 0),
        (("kdf", "lanes"), "1"),
        (("key",), None),
        (("key",), "0x"),
        (("key",), "00"),
    ],
    ids=str,
)
def test_a_damaged_key_file_is_said(bench: Folder, place: tuple[str, ...], value: Any) -> None:
    described = json.loads((bench.path / FILE).read_text())
    inner = described
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    if value is None:
        del inner[place[-1]]
    (bench.path / FILE).write_text(json.dumps(described))
    assert bench.open() is LockFault.DAMAGED


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b"null"])
def test_a_key_file_that_is_none_is_damaged(bench: Folder, content: bytes) -> None:
    (bench.path / FILE).write_bytes(content)
    assert bench.open() is LockFault.DAMAGED


def test_a_full_disk_leaves_the_object_as_it_was(bench: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = opened(bench)
    lock.write("head-a", b"old")

    def full(_: int) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        assert lock.write("head-a", b"new") is LockFault.FULL
    assert lock.read("head-a") == b"old"
    assert lock.write("head-a", b"new") is None


@pytest.mark.parametrize("step", ["read_bytes", "open", "unlink"])
def test_pulled_between_two_lines_is_removed_and_never_absent(
    bench: Folder, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    lock = opened(bench)
    real = getattr(Path, step)

    def pulled(path: Path, *rest: Any, **named: Any) -> Any:
        bench.pull()
        monkeypatch.undo()
        if step == "unlink":
            raise PermissionError(path)
        return real(path, *rest, **named)

    monkeypatch.setattr(Path, step, pulled)
    calls: dict[str, Callable[[], object]] = {
        "read_bytes": lambda: lock.read("head-a"),
        "open": lambda: lock.write("head-a", b"x"),
        "unlink": lambda: lock.destroy("head-a"),
    }
    assert calls[step]() is LockFault.REMOVED

"""The lock in software keeps the contract, and says what a folder of files can suffer besides."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from devices.locks.folders import SoftwareReader
from devices.locks.software import FILE, SoftwareLock
from devices.protocols import Lock, LockFault, LockKind, SeenLock
from tests.contract.lock_contract import Bench, LockContract
from tests.raw import flip


class Folder(Bench):
    serial = "KW-000007"
    kind = LockKind.SITE
    software = True

    def __init__(self, path: Path) -> None:
        self.path = path
        SoftwareLock.create(path, self.serial, self.kind, self.pin, memory_kib=8)
        self.reader = SoftwareReader(path.parent, memory_kib=8)

    @property
    def _away(self) -> Path:
        return self.path.parent.with_name("away")

    def open(self, *, wrong_pin: bool = False) -> Lock | LockFault:
        return SoftwareLock.open(self.path, self.wrong_pin if wrong_pin else self.pin)

    def pull(self) -> None:
        self.path.rename(self._away)

    def plug(self) -> None:
        self._away.rename(self.path)

    def damage(self, label: str) -> None:
        flip(self.path / f"{label}.object", 20)


@pytest.fixture
def bench(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "locks" / Folder.serial)


def opened(bench: Folder) -> SoftwareLock:
    lock = bench.open()
    assert isinstance(lock, SoftwareLock)
    return lock


class TestSoftwareLock(LockContract):
    pass


def test_a_folder_holds_one_lock(bench: Folder) -> None:
    with pytest.raises(FileExistsError):
        SoftwareLock.create(bench.path, "KW-2", LockKind.SITE, bench.pin, memory_kib=8)
    assert opened(bench).serial == bench.serial


def test_nothing_in_the_folder_is_plain(bench: Folder) -> None:
    opened(bench).write("share", b"plain words")
    for path in bench.path.iterdir():
        assert b"plain words" not in path.read_bytes()
        assert bench.pin.encode() not in path.read_bytes()


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
        (("point",), "04"),
        (("point",), "04" + 64 * "11"),
        (("point",), 7),
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


def change(bench: Folder, **described: Any) -> None:
    told = json.loads((bench.path / FILE).read_text()) | described
    (bench.path / FILE).write_text(json.dumps({name: value for name, value in told.items() if value is not None}))


def test_a_lock_of_an_early_release_opens_and_shows_no_point(bench: Folder) -> None:
    point = opened(bench).point
    change(bench, point=None)
    assert opened(bench).point == point
    assert bench.reader.seen() == (SeenLock(bench.serial, bench.kind, True, b"", ""),)


@pytest.mark.parametrize(
    "described",
    [
        {"format": "examsite-software-lock/2"},
        {"serial": 7},
        {"kind": "sige"},
        {"point": "04"},
        {"point": "0x"},
        {"point": 7},
    ],
    ids=str,
)
def test_what_describes_no_lock_is_not_seen(bench: Folder, described: dict[str, Any]) -> None:
    change(bench, **described)
    assert bench.reader.seen() == ()
    assert bench.reader.open(bench.serial, bench.pin) is LockFault.REMOVED


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b"null", b"[" * 100_000], ids=lambda c: str(c[:4]))
def test_a_key_file_that_is_none_is_not_seen(bench: Folder, content: bytes) -> None:
    (bench.path / FILE).write_bytes(content)
    assert bench.reader.seen() == ()


def test_a_reader_sees_every_kind_side_by_side_and_skips_the_rest(bench: Folder) -> None:
    locks = bench.path.parent
    SoftwareLock.create(locks / "room", "JK-000001", LockKind.INVIGILATION, bench.pin, memory_kib=8)
    (locks / "empty").mkdir()
    (locks / "file").write_text("no lock")
    assert {(lock.serial, lock.kind) for lock in bench.reader.seen()} == {
        (bench.serial, bench.kind),
        ("JK-000001", LockKind.INVIGILATION),
    }


def test_two_locks_of_one_serial_number_are_not_chosen_between(bench: Folder) -> None:
    SoftwareLock.create(bench.path.parent / "other", bench.serial, LockKind.SITE, bench.pin, memory_kib=8)
    assert bench.reader.open(bench.serial, bench.pin) is LockFault.DOUBLED
    assert bench.reader.provision("", bench.serial, LockKind.SITE, bench.pin, fresh=True) is LockFault.DOUBLED


def test_a_lock_is_made_in_a_folder_of_its_name(bench: Folder) -> None:
    made = bench.reader.provision("", "JK-000002", LockKind.INVIGILATION, bench.pin)
    assert isinstance(made, SeenLock)
    assert made in bench.reader.seen()
    assert (bench.path.parent / "JK-000002" / FILE).exists()


def test_a_place_that_cannot_be_written_is_full(bench: Folder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    reader = SoftwareReader(tmp_path / "file", memory_kib=8)
    assert reader.seen() == ()
    assert reader.provision("", "KW-3", LockKind.SITE, bench.pin) is LockFault.FULL

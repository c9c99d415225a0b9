"""Media as the system shows them, out of made-up trees; the stand-in of folders; and the test write."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from devices import media
from devices.media import FolderMedia, SeenMedium, SystemMedia, Trial, TrialFault, try_out

SMALL = 1 << 20


def test_a_folder_is_a_medium_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "S-2").mkdir()
    (tmp_path / "S-1" / "deep").mkdir(parents=True)
    (tmp_path / "a file").write_bytes(b"")
    found = FolderMedia(tmp_path)
    assert [(one.folder.name, one.serial) for one in found.seen()] == [("S-1", "S-1"), ("S-2", "S-2")]
    assert all(one.size >= one.free > 0 for one in found.seen())
    assert found.at(tmp_path / "S-1" / "deep").serial == "S-1"
    assert found.at(tmp_path / "S-1").serial == "S-1"
    assert found.at(tmp_path.parent).serial == ""


def test_where_there_is_no_such_folder_nothing_is_in(tmp_path: Path) -> None:
    found = FolderMedia(tmp_path / "none")
    assert found.seen() == ()
    gone = found.at(tmp_path / "none" / "S-1")
    assert (gone.serial, gone.size, gone.free) == ("S-1", 0, 0)


@pytest.mark.parametrize(
    ("kind", "small"),
    [("vfat", True), ("FAT32", True), ("exfat", False), ("ntfs", False), ("ext4", False), ("", False)],
)
def test_on_fat_no_file_reaches_four_gibibytes(kind: str, small: bool) -> None:
    assert SeenMedium(Path(), "", kind, 0, 0).small_files_only is small


def test_a_test_write_leaves_nothing_and_tells_a_speed(tmp_path: Path) -> None:
    trial = try_out(tmp_path, SMALL)
    assert trial.fault is None
    assert trial.speed > 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.EROFS, TrialFault.READ_ONLY),
        (errno.EACCES, TrialFault.READ_ONLY),
        (errno.EPERM, TrialFault.READ_ONLY),
        (errno.ENOSPC, TrialFault.FULL),
        (errno.EDQUOT, TrialFault.FULL),
        (errno.EIO, TrialFault.WRITE_FAILED),
        (errno.ENODEV, TrialFault.WRITE_FAILED),
        (None, TrialFault.WRITE_FAILED),
    ],
)
def test_what_the_disk_says_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None, fault: TrialFault
) -> None:
    def fails(_: int) -> None:
        raise OSError(number, "made up") if number else OSError("made up")

    monkeypatch.setattr(os, "fsync", fails)
    assert try_out(tmp_path, SMALL) == Trial(0, fault)
    assert list(tmp_path.iterdir()) == []


def test_a_medium_that_is_not_there_fails(tmp_path: Path) -> None:
    assert try_out(tmp_path / "none", SMALL) == Trial(0, TrialFault.WRITE_FAILED)


def test_what_reads_back_otherwise_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a stick that claims more room than it has."""

    def swallow(_: int) -> None:
        (path,) = tmp_path.iterdir()
        content = bytearray(path.read_bytes())
        content[SMALL // 2] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(os, "fsync", swallow)
    assert try_out(tmp_path, SMALL).fault is TrialFault.READ_BACK_FAILED


def test_a_medium_that_cannot_be_read_back_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: next(tmp_path.iterdir()).unlink())
    assert try_out(tmp_path, SMALL).fault is TrialFault.WRITE_FAILED


# The system's own, out of made-up trees


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Call it with a device, how it hangs on the machine, its file system and mount point; where it is mounted."""
    mounts, blocks, tree = tmp_path / "mounts", tmp_path / "class", tmp_path / "sys"
    mounts.write_text("proc /proc proc rw 0 0\ntmpfs /run tmpfs rw 0 0\n")
    blocks.mkdir()
    (tmp_path / "by-uuid").mkdir()
    monkeypatch.setattr(media, "_MOUNTS", mounts)
    monkeypatch.setattr(media, "_BLOCKS", blocks)

    def plug(device: str, bus: str, kind: str, name: str, *, removable: str = "0", partition: bool = True) -> Path:
        disk = tree / bus / device.rstrip("0123456789")
        block = disk / device if partition else disk
        block.mkdir(parents=True, exist_ok=True)
        (disk / "removable").write_text(f"{removable}\n")
        (blocks / device).symlink_to(block)
        point = tmp_path / "mnt" / name
        point.mkdir(parents=True)
        with mounts.open("a") as file:
            written = str(point).replace(" ", "\\040")
            file.write(f"/dev/{device} {written} {kind} rw,nosuid 0 0\n")
        return point

    return plug


def test_sticks_and_cards_are_in_and_the_machines_own_disks_are_not(system: Callable[..., Path]) -> None:
    stick = system("sdb1", "pci0/usb2/2-1", "vfat", "stick")
    card = system("mmcblk0", "pci0/mmc", "exfat", "card", removable="1", partition=False)
    system("sda1", "pci0/ata1", "ext4", "root")
    seen = SystemMedia().seen()
    assert {one.folder for one in seen} == {stick, card}


def test_a_name_with_spaces_and_chinese_signs_is_read(system: Callable[..., Path]) -> None:
    point = system("sdc1", "pci0/usb1", "vfat", "备份 盘")
    assert [one.folder for one in SystemMedia().seen()] == [point]


def test_a_device_that_went_away_is_none(system: Callable[..., Path], tmp_path: Path) -> None:
    system("sdb1", "pci0/usb2/2-1", "vfat", "stick")
    shutil.rmtree(tmp_path / "sys")
    assert SystemMedia().seen() == ()


def test_without_a_table_of_mounts_nothing_is_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(media, "_MOUNTS", tmp_path / "none")
    assert SystemMedia().seen() == ()


def test_the_serial_is_the_name_of_the_link_to_the_same_device(
    system: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    point = system("sdb1", "pci0/usb2/2-1", "vfat", "stick")
    other = system("sdc1", "pci0/usb3", "exfat", "other")
    by_uuid = tmp_path / "by-uuid"
    for name in ("1A2B-3C4D", "9999-0000"):
        (by_uuid / name).write_bytes(b"")
    numbers = {point: (7, 0), other: (8, 0), by_uuid / "1A2B-3C4D": (0, 7), by_uuid / "9999-0000": (0, 8)}

    def stat(path: Path) -> SimpleNamespace:
        if path not in numbers:
            raise FileNotFoundError(path)
        here, named = numbers[path]
        return SimpleNamespace(st_dev=here, st_rdev=named)

    monkeypatch.setattr(media, "os", SimpleNamespace(stat=stat))
    assert media._linux(point, by_uuid) == ("1A2B-3C4D", "vfat")
    assert media._linux(other, by_uuid) == ("9999-0000", "exfat")
    assert media._linux(point, tmp_path / "none") == ("", "vfat")


def test_where_the_system_tells_nothing_there_is_a_medium_without_facts(tmp_path: Path) -> None:
    found = SystemMedia().at(tmp_path / "none")
    assert (found.serial, found.file_system, found.size) == ("", "", 0)
    assert SystemMedia().at(tmp_path).size > 0


def test_this_very_system_answers() -> None:
    assert all(one.folder.is_dir() for one in SystemMedia().seen())

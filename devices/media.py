"""Sticks and disks: what is plugged in, how the system numbers each volume, and how each does in a test write."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

_BY_UUID, _MOUNTS, _BLOCKS = Path("/dev/disk/by-uuid"), Path("/proc/self/mounts"), Path("/sys/class/block")
TRIAL_SIZE = 8 << 20
_PIECE = 1 << 20
_SMALL_FILES = frozenset({"vfat", "msdos", "fat", "fat32"})
"""File systems on which no file reaches 4 GiB."""


@dataclass(frozen=True, slots=True)
class SeenMedium:
    """A volume as the system shows it; `serial` is "" where it tells none. Sizes in bytes."""

    folder: Path
    serial: str
    file_system: str
    size: int
    free: int

    @property
    def small_files_only(self) -> bool:
        return self.file_system.lower() in _SMALL_FILES


class MediaReader(Protocol):
    """Where media are looked for."""

    def seen(self) -> tuple[SeenMedium, ...]:
        """Every medium that is plugged in and can be written to by folder; the machine's own disks are none."""

    def at(self, folder: Path) -> SeenMedium:
        """The medium on which this folder lies, whichever it is; empty of facts where the system tells none."""


class TrialFault(StrEnum):
    """What a test write found wrong."""

    READ_ONLY = "read_only"
    FULL = "full"
    WRITE_FAILED = "write_failed"
    READ_BACK_FAILED = "read_back_failed"


@dataclass(frozen=True, slots=True)
class Trial:
    """`speed`: bytes a second, synced; 0 where it failed."""

    speed: int
    fault: TrialFault | None


def try_out(folder: Path, size: int = TRIAL_SIZE) -> Trial:
    """Write a file of random bytes, sync it, read it back, remove it. Slow: for a lane."""
    path = folder / f"examsite-trial-{secrets.token_hex(4)}.part"
    pieces = [secrets.token_bytes(_PIECE) for _ in range(max(size // _PIECE, 1))]
    try:
        begun = time.monotonic()
        with path.open("xb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        spent = max(time.monotonic() - begun, 1e-6)
        with path.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").digest() == hashlib.sha256(b"".join(pieces)).digest()
    except OSError as cause:
        return Trial(0, _FAULTS.get(cause.errno or 0, TrialFault.WRITE_FAILED))
    finally:
        with suppress(OSError):
            path.unlink()
    return Trial(int(len(pieces) * _PIECE / spent), None if same else TrialFault.READ_BACK_FAILED)


_FAULTS = {
    errno.EROFS: TrialFault.READ_ONLY,
    errno.EACCES: TrialFault.READ_ONLY,
    errno.EPERM: TrialFault.READ_ONLY,
    errno.ENOSPC: TrialFault.FULL,
    errno.EDQUOT: TrialFault.FULL,
}


@dataclass(frozen=True, slots=True)
class FolderMedia:
    """The stand-in: each folder in `root` is a medium that bears its name as serial (practice, tests)."""

    root: Path

    def seen(self) -> tuple[SeenMedium, ...]:
        there = sorted(self.root.iterdir()) if self.root.is_dir() else []
        return tuple(_folder(one, one.name) for one in there if one.is_dir())

    def at(self, folder: Path) -> SeenMedium:
        found = folder.resolve()
        own = next((one for one in (found, *found.parents) if one.parent == self.root.resolve()), None)
        return _folder(own, own.name) if own else _folder(found, "")


def _folder(folder: Path, serial: str, file_system: str = "") -> SeenMedium:
    try:
        room = shutil.disk_usage(folder)
    except OSError:
        return SeenMedium(folder, serial, file_system, 0, 0)
    return SeenMedium(folder, serial, file_system, room.total, room.free)


class SystemMedia:
    """What this system has plugged in."""

    def seen(self) -> tuple[SeenMedium, ...]:
        found = _drives() if sys.platform == "win32" else (point for point, device in _mounts() if _pluggable(device))
        return tuple(self.at(folder) for folder in found)

    def at(self, folder: Path) -> SeenMedium:
        try:
            serial, kind = _windows(folder) if sys.platform == "win32" else _linux(folder)
        except OSError:
            serial = kind = ""
        return _folder(folder, serial, kind)


def _linux(folder: Path, by_uuid: Path = _BY_UUID) -> tuple[str, str]:
    """Every block device with a file system has a link named after its serial."""
    device = os.stat(folder).st_dev
    kind = next((kind for point, _, kind in _mounted() if _device(point) == device), "")
    links = sorted(by_uuid.iterdir()) if by_uuid.is_dir() else []
    serial = next((link.name for link in links if os.stat(link).st_rdev == device), "")
    return serial, kind


def _device(point: Path) -> int | None:
    try:
        return os.stat(point).st_dev
    except OSError:
        return None


def _mounted() -> Iterator[tuple[Path, str, str]]:
    """Mount point, device and kind of file system; spaces stand as octal there."""
    with suppress(OSError):
        for line in _MOUNTS.read_text().splitlines():
            device, point, kind = line.split()[:3]
            yield Path(point.encode().decode("unicode_escape").encode("latin-1").decode(errors="replace")), device, kind


def _mounts() -> Iterator[tuple[Path, str]]:
    return ((point, device) for point, device, _ in _mounted() if device.startswith("/dev/"))


def _pluggable(device: str) -> bool:
    """On USB or a card slot: the kernel's path of the block device says so, or calls its disk removable."""
    block = _BLOCKS / Path(device).name
    try:
        real = block.resolve(strict=True)
        disk = real if (real / "removable").exists() else real.parent
        return "/usb" in str(real) or (disk / "removable").read_text().strip() == "1"
    except OSError:
        return False


if sys.platform == "win32":  # pragma: no cover - the other half runs elsewhere
    import ctypes

    _REMOVABLE, _FIXED = 2, 3

    def _windows(folder: Path) -> tuple[str, str]:
        serial, kind = ctypes.c_uint32(), ctypes.create_unicode_buffer(64)
        root = str(Path(folder.resolve().anchor))
        told = ctypes.windll.kernel32.GetVolumeInformationW(
            ctypes.c_wchar_p(root), None, 0, ctypes.byref(serial), None, None, kind, 64
        )
        return (f"{serial.value:08X}", kind.value) if told else ("", "")

    def _drives() -> Iterator[Path]:
        """USB disks call themselves fixed: all but the one that Windows runs from."""
        mask, own = ctypes.windll.kernel32.GetLogicalDrives(), os.environ.get("SYSTEMDRIVE", "C:")
        for number in range(26):
            root = f"{chr(ord('A') + number)}:\\"
            kind = ctypes.windll.kernel32.GetDriveTypeW(ctypes.c_wchar_p(root)) if mask >> number & 1 else 0
            if kind in (_REMOVABLE, _FIXED) and not root.startswith(own):
                yield Path(root)
else:

    def _windows(folder: Path) -> tuple[str, str]:
        raise OSError(str(folder))

    def _drives() -> Iterator[Path]:
        return iter(())

"""Sticks and disks: which volume a folder lies on, as the system itself numbers it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_BY_UUID = Path("/dev/disk/by-uuid")


def volume_serial(folder: Path) -> str:
    """The serial of the file system that holds `folder`; "" where the system tells none, as of a network drive."""
    try:
        return _windows(folder) if sys.platform == "win32" else _linux(folder, _BY_UUID)
    except OSError:
        return ""


def _linux(folder: Path, by_uuid: Path) -> str:
    """Every block device with a file system has a link named after its serial."""
    device = os.stat(folder).st_dev
    for link in sorted(by_uuid.iterdir()):
        if os.stat(link).st_rdev == device:
            return link.name
    return ""


if sys.platform == "win32":  # pragma: no cover - the other half runs elsewhere
    import ctypes

    def _windows(folder: Path) -> str:
        serial = ctypes.c_uint32()
        root = str(Path(folder.resolve().anchor))
        told = ctypes.windll.kernel32.GetVolumeInformationW(
            ctypes.c_wchar_p(root), None, 0, ctypes.byref(serial), None, None, None, 0
        )
        return f"{serial.value:08X}" if told else ""
else:

    def _windows(folder: Path) -> str:
        raise OSError(str(folder))

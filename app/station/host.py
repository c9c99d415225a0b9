"""Which machine this is: its name, and an id that stays with it and is in no file of ours."""

from __future__ import annotations

import hashlib
import re
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

_LONGEST = 32
_ID_FILE = Path("/etc/machine-id")


@dataclass(frozen=True, slots=True)
class Host:
    """`name`: letters, digits and hyphens, 1 to 32. `id`: what the system was given when it was installed."""

    name: str
    id: str


def this_host() -> Host:
    found = _id()
    return Host(_reduced(socket.gethostname()) or f"station-{hashlib.sha256(found.encode()).hexdigest()[:6]}", found)


def _reduced(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:_LONGEST]


def _id() -> str:
    """Where the system has none, the name of the machine has to do."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows only

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    try:
        return _ID_FILE.read_text(encoding="ascii").strip() or socket.gethostname()
    except OSError:
        return socket.gethostname()

"""Small files that must not be read again: overwritten in place, then removed."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def shred(path: Path) -> None:
    """Raises what the disk says. Flash memory may keep the old cells all the same, and so may copies elsewhere."""
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()

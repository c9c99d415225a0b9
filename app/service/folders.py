"""Folders that our files go to."""

from __future__ import annotations

from pathlib import Path

from app.trouble import Code, Trouble


def made(folder: Path) -> Path:
    """The folder, there from now on; raises FILE_MISSING where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=folder.name) from cause
    return folder

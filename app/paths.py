"""Where this program keeps what it makes, unless a command says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def practice_folder() -> Path:
    """A new, not yet existing folder for one practice day."""
    home = user_data_path("examsite", appauthor=False) / "practice"
    number = 1
    while (home / f"{number:03d}").exists():
        number += 1
    return home / f"{number:03d}"

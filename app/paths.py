"""Where this program keeps what it makes, unless a command says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def data_folder() -> Path:
    """The home of the console on this machine: settings, log, and what it knows of real exams."""
    return user_data_path("examsite", appauthor=False)


def practice_folder() -> Path:
    """A new, not yet existing folder for one practice day."""
    home = data_folder() / "practice"
    number = 1
    while (home / f"{number:03d}").exists():
        number += 1
    return home / f"{number:03d}"

"""A cleaning that may be killed at any instant: `python -m tests.journeys.cleaning_killed FOLDER`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.service import cleaning
from tests.stores import ADMIN, OFFICER, Place
from tests.unit.cleaned_site import opened


def main(folder: Path) -> None:
    console = opened(Place(folder))
    os.write(1, b"begun\n")
    assert cleaning.clean(console, ADMIN, OFFICER) is None
    os.write(1, b"ended\n")
    console.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

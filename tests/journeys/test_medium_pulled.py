"""A stick that is pulled: the desk goes on, what was said to be mirrored is there, and nothing half done counts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from app.core.safe_state import MirrorReason
from app.service.mirror import place as mirror_of
from tests.journeys.lane import STICK
from tests.journeys.standing import entries_that_stand, morning_of, resumed, run
from tests.journeys.traced import failing, needs_strace
from tests.proofs import LONG
from tests.stores import SITE

ROUNDS = 60 if LONG else 2
WRITES = "pwrite64,fsync,fdatasync,ftruncate"

WRITER = """
import sys
from pathlib import Path
from app.exchange import outbox
from app.trouble import Trouble
try:
    outbox.write(Path(sys.argv[1]), lambda file: [file.write(bytes(1 << 16)) for _ in range(64)] and None)
except Trouble as trouble:
    print(trouble.code)
"""

pytestmark = [pytest.mark.proof, needs_strace]


def pulled(mirror: Path, first: int) -> list[str]:
    """From this write on no file of the mirror answers."""
    names = ("site.db", "site.db-wal", "blobs.db", "blobs.db-wal", "keys.json", "keys.json.part")
    return failing(WRITES, "EIO", f"{first}+", [mirror / name for name in names])


def test_a_stick_pulled_while_mirroring(tmp_path: Path, project: Path) -> None:
    morning, dice = morning_of(tmp_path / "morning", mirror=True), Random(20211030)
    for n in range(ROUNDS):
        place = morning.copy(tmp_path / f"day-{n}")
        stick = mirror_of(place.folder / "media" / STICK, SITE)
        exit_code, said = run(place, project, pulled(stick, dice.randrange(1, 90)))
        assert (exit_code, said.troubles) == (0, ())
        console = place.open()
        mirror = console.site.safe.mirror
        console.store.abandon()
        assert mirror
        assert mirror.out is MirrorReason.WRITE_FAILED
        entries_that_stand(place, said.acknowledged)
        if said.mirrored:
            apart = place.copy(tmp_path / f"apart-{n}")
            assert resumed(apart, tmp_path / f"second-{n}" / "store", said) >= said.mirrored
        # Put back, it follows again from where it stood.
        _, later = run(place, project)
        assert later.mirrored >= said.last
        assert resumed(place, tmp_path / f"third-{n}" / "store", later) >= later.mirrored


@pytest.mark.parametrize(("calls", "first"), [("write", 1), ("write", 40), ("fsync", 1), ("rename", 1)])
def test_a_stick_pulled_while_a_file_is_written(tmp_path: Path, project: Path, calls: str, first: int) -> None:
    out = tmp_path / "backup"
    watch = failing(calls, "EIO", f"{first}+", [out, f"{out}.part"])
    done = subprocess.run([*watch, sys.executable, "-c", WRITER, out], cwd=project, capture_output=True, check=True)
    assert done.stdout == b"file-missing\n"
    assert not out.exists()

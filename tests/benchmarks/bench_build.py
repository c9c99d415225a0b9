"""The program in one folder: made anew, rehearsed with, and how big and how quick to show itself it is."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from app.log import NAME as LOG
from tests.benchmarks.ground import best
from tests.benchmarks.measure import Measure, at_most

PATIENCE = 30.0
REHEARSAL = ("--exam", "liaoning-2021-senior", "--rooms", "2", "--candidates", "20", "--seed", "1")


def measures() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        begun = time.perf_counter()
        _run(
            sys.executable,
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--log-level=ERROR",
            f"--distpath={folder / 'dist'}",
            f"--workpath={folder / 'build'}",
            "build.spec",
        )
        took = time.perf_counter() - begun
        program = folder / "dist" / "examsite"
        size = sum(path.stat().st_size for path in program.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6
        yield at_most("program in one folder", size, "MB", 330, f"made in {took:.0f} s")
        run = str(program / "examsite")
        _run(run, "rehearse", *REHEARSAL, "--out", str(folder / "day"))
        _run(run, "verify", str(folder / "day" / "store"))
        empty = best(lambda: _run(sys.executable, "-m", "tests.benchmarks.shown", "empty"), 5)
        first = min(_first_window(run, folder / f"home{turn}") for turn in range(3))
        yield at_most("its first window / empty Qt window", first / empty, "x", 6, f"{first * 1000:.0f} ms")


def _run(*words: str) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})


def _first_window(run: str, home: Path) -> float:
    """Seconds until the log says that the first window is shown."""
    home.mkdir()
    told = home / "examsite" / LOG
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(home), "LOCALAPPDATA": str(home)}
    begun = time.perf_counter()
    with subprocess.Popen((run, "practice", "--out", str(home / "day")), stdout=subprocess.DEVNULL, env=env) as child:
        try:
            while not (told.exists() and "first window shown" in told.read_text("utf-8")):
                if time.perf_counter() - begun > PATIENCE:
                    raise TimeoutError(told)
                time.sleep(0.002)
            return time.perf_counter() - begun
        finally:
            child.kill()

"""The answering station: how soon its window stands, and how much memory it takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app import settings
from app.settings import Settings
from tests.benchmarks.ground import best
from tests.benchmarks.measure import Measure, at_most

RUNS = 7
MOST_MIB = 160


def measures() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        settings.save(folder, Settings())
        # In turns: what else the machine does meanwhile falls on all alike.
        shown = (("empty",), ("station-first", str(folder)), ("station-whole", str(folder)))
        empty, first, whole = map(min, zip(*([_seconds(*words) for words in shown] for _ in range(RUNS)), strict=True))
        note = f"{first * 1000:.0f} ms; ready to register or go on after {whole * 1000:.0f} ms"
        yield at_most("station window / empty Qt window", first / empty, "x", 3, note)
        memory = json.loads(_process("station-answering", str(folder)))
        note = f"{memory['empty']:.0f} MiB an empty Qt window; {memory['ready']:.0f} MiB before a paper is open"
        yield at_most("station memory while answering", memory["answering"], "MiB", MOST_MIB, note)


def _seconds(*words: str) -> float:
    return best(lambda: _process(*words), 1)


def _process(*words: str) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.shown", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout

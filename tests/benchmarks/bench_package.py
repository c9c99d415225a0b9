"""Taking in a package of 10,000 candidates against decrypting and parsing the same bytes; what holding it takes."""

from __future__ import annotations

import io
import math
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import msgspec
import pyrage
import zstandard

from app.service import arrangement, people
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.unlock import unlock
from devices.locks.software import SoftwareLock
from reports import fonts
from tests.benchmarks.ground import BEFORE, best, enrolled_with_package
from tests.benchmarks.measure import Measure, at_most

RUNS = 3


def measures() -> Iterable[Measure]:
    fonts.load()  # a running console has them
    ours, bares = [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            console, package = enrolled_with_package(folder, 10_000, 100)
            bares.append(best(partial(_bare, console, package)))
            ours.append(best(partial(_import, console, package), 1))
            console.store.close()
            grown = _memory(folder)
    note = f"{1000 * min(ours):.0f} ms / {1000 * min(bares):.0f} ms"
    yield at_most("import of 10,000 / decrypt and parse", min(ours) / min(bares), "x", 12, note)
    yield at_most("memory with 10,000 candidates", grown, "MB", 200, "peak of a process that opens it all")


def _import(console: Console, package: Path) -> None:
    refusal = arrangement.import_package(console, package, fonts.missing, people.holder_of_lock(console)).refusal
    if refusal:
        raise AssertionError(refusal)


def _bare(console: Console, package: Path) -> None:
    """The libraries alone: age, zstd, tar, JSON."""
    plain = io.BytesIO()
    pyrage.decrypt_io(io.BytesIO(package.read_bytes()), plain, [console.store.keys.identity])
    unpacked = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(plain.getvalue())).read()
    with tarfile.open(fileobj=io.BytesIO(unpacked)) as tar:
        for member in tar:
            stream = tar.extractfile(member)
            content = stream.read() if stream else b""
            if member.name.endswith(".ndjson"):
                [msgspec.json.decode(line) for line in content.splitlines()]
            elif member.name.endswith(".json"):
                msgspec.json.decode(content)


def _memory(folder: Path) -> float:
    """A fresh process that opens this store as the console does."""
    return float(subprocess.check_output([sys.executable, "-m", "tests.benchmarks.bench_package", str(folder)]))


def _open_and_tell(folder: Path) -> None:
    lock = SoftwareLock.open(folder / "lock", "000000")
    if not isinstance(lock, SoftwareLock):
        raise AssertionError(lock)
    console = unlock(folder / "store", lock, DrivenClock(BEFORE))
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    print(int(peak[1]) * 1024 / 1e6 if peak else math.inf)
    console.store.close()


if __name__ == "__main__":
    _open_and_tell(Path(sys.argv[1]))

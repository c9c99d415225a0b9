"""Backups against the `age` program, entries with a mirror against those without, opening a day against a bare scan."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from app.core.fault import FaultKind, ReportFault
from app.core.operation import Refusal
from app.core.terms import Digest, PersonId, SessionId
from app.journal import codec
from app.service import arrangement, people, safekeeping
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.keeping import Target, unheard
from app.service.unlock import unlock
from devices.locks.software import SoftwareLock
from reports import fonts
from tests.benchmarks.bench_journal import STAMP, facts_of
from tests.benchmarks.ground import BEFORE, best, enrolled_with_package
from tests.benchmarks.measure import Measure, at_least, at_most
from tests.journeys.killed import PracticeDay
from tests.journeys.lane import Lane, begin_mirror
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange

SIZE, BLOB = 1 << 30, 4 << 20
"""Bytes of a backup's blobs, and of each."""
ENTRIES = 400
ONCE = SessionId("1-1")
REPORT = ReportFault(FaultKind.POWER, None, None, (), EVE, PersonId("A01"))


def measures() -> Iterable[Measure]:
    for measure in (backup, mirrored, opening):
        with tempfile.TemporaryDirectory() as folder:
            yield measure(Path(folder))


# Backup


def backup(folder: Path) -> Measure:
    """Writing, which reads back what it wrote; `age` alone encrypts the same bytes and syncs."""
    console = _checked(Place(folder / "day"))
    begun = safekeeping.begin_backup(console, ONCE, Target(folder / "stick"), ADMIN, OFFICER)
    if isinstance(begun, Refusal):
        raise AssertionError(begun)
    with (folder / "plain").open("wb") as plain:
        digests = [_put(console, plain) for _ in range(SIZE // BLOB)]
    begun = replace(begun, others=(*begun.others, *digests))
    ours, ages = [], []
    for _ in range(2):  # taken in turns, so that a slow disk slows both
        ages.append(best(partial(_age, console, folder), 1))
        ours.append(best(lambda: begun.write(unheard), 1))
        begun.path.unlink()
    console.store.abandon()
    speed = SIZE / min(ours) / 1e6
    return at_least("backup of 1 GiB / age alone", min(ages) / min(ours), "x", 0.25, f"{speed:.0f} MB/s, read back too")


def _checked(place: Place) -> Console:
    """A day whose first session came to its end."""
    enrolled = place.enrol().console
    arrange(enrolled)
    enrolled.store.close()
    clock = DrivenClock(EVE)
    console = unlock(place.store, place.lock(), clock)
    PracticeDay(console, clock, lambda *_: None).run()
    return console


def _put(console: Console, plain: BinaryIO) -> Digest:
    content = secrets.token_bytes(BLOB)
    plain.write(content)
    return console.store.blobs.put(content)


def _age(console: Console, folder: Path) -> None:
    out = folder / "aged"
    recipient = str(console.store.keys.identity.to_public())
    subprocess.run(["age", "-r", recipient, "-o", out, folder / "plain"], check=True)
    handle = os.open(out, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
    out.unlink()


# Mirror


def mirrored(folder: Path) -> Measure:
    """One operation after the other at the desk, the mirror in its lane meanwhile, as under the window."""
    alone, both = Place(folder / "alone"), Place(folder / "both")
    consoles = []
    for place in (alone, both):
        console = place.enrol().console
        arrange(console)
        consoles.append(console)
    begin_mirror(consoles[1], folder / "media")
    lane = Lane(consoles[1], lambda _: None)
    lane.catch_up()
    seconds = [0.0, 0.0]
    for _ in range(ENTRIES):  # taken in turns, so that a slow disk slows both
        begun = time.perf_counter()
        consoles[0].submit(REPORT, ADMIN)
        turn = time.perf_counter()
        consoles[1].submit(REPORT, ADMIN)
        lane.look()
        seconds[0] += turn - begun
        seconds[1] += time.perf_counter() - turn
    lane.catch_up()
    lane.close()
    for console in consoles:
        console.store.abandon()
    note = f"{1000 * seconds[1] / ENTRIES:.2f} ms each"
    return at_most("operation with mirror / without", seconds[1] / seconds[0], "x", 1.2, note)


# Opening


def opening(folder: Path) -> Measure:
    """Everything between the PIN and the first step: keys, marks, chain, replay, people, blobs."""
    console, package = enrolled_with_package(folder, 10_000, 100)
    arrangement.import_package(console, package, fonts.missing, people.holder_of_lock(console))
    facts, journal = list(facts_of(console.site)), console.store.journal
    for begin in range(0, len(facts), 1000):
        journal.append(STAMP, [codec.encode(fact) for fact in facts[begin : begin + 1000]])

    def bare() -> None:
        for _ in journal._db.execute("SELECT n, head, stamp, body FROM journal ORDER BY n"):
            pass

    journal.settle()
    scan = best(bare)
    console.store.close()
    ours = best(partial(_open, folder), 3)
    shutil.rmtree(folder / "store")
    return at_most("opening a day of 100,000 / bare scan", ours / scan, "x", 8, f"{ours:.2f} s")


def _open(folder: Path) -> None:
    lock = SoftwareLock.open(folder / "lock", "000000")
    if not isinstance(lock, SoftwareLock):
        raise AssertionError(lock)
    unlock(folder / "store", lock, DrivenClock(BEFORE)).store.abandon()

"""Killed at any instant: what was acknowledged stands, and the day goes on to the end it would have had."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from app.core.site import Site
from app.service import verify
from app.service.clock import DrivenClock
from app.service.unlock import unlock
from tests.journeys.killed import PracticeDay
from tests.proofs import LONG
from tests.stores import EVE, Place, arrange, replayed

KILLS = 200 if LONG else 12
WHILE_STARTING = 0.45
"""Seconds: about what a child needs from its birth to its first operation."""
WHILE_WRITING = 0.008
"""Seconds: about two operations."""

Acknowledged = list[tuple[int, str]]


def finished(place: Place) -> tuple[Site, Acknowledged]:
    """Go on with the day in this process to its end; the state at the end and everything acknowledged on the way."""
    heard: Acknowledged = []
    clock = DrivenClock(EVE)
    console = unlock(place.store, place.lock(), clock)
    PracticeDay(console, clock, lambda n, head: heard.append((n, head))).run()
    console.store.close()
    return console.site, heard


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("morning"))
    console = place.enrol().console
    arrange(console, rooms=2, seats=8, sessions=2)
    console.store.close()
    return place


def killed(place: Place, dice: Random, whole: int, project: Path) -> Acknowledged:
    """Start a child, wait for a random acknowledgement, kill it a random instant later; all it acknowledged."""
    wait_for = dice.randrange(-whole // 10, whole)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.killed", str(place.folder)], cwd=project, stdout=subprocess.PIPE
    )
    assert child.stdout
    heard = [child.stdout.readline() for _ in range(wait_for)]
    time.sleep(dice.uniform(0, WHILE_STARTING if wait_for < 0 else WHILE_WRITING))
    child.kill()
    heard += child.stdout.readlines()
    child.stdout.close()
    child.wait()
    words = [line.decode().split() for line in heard if line.endswith(b"\n")]
    return [(int(n), head) for n, head in words]


def entries_that_stand(place: Place, acknowledged: Acknowledged) -> int:
    """Every acknowledged entry with the same head; chain, marks and pages hold; replay is the state."""
    console = place.open()
    try:
        proof = verify.store_file(console.store)
        heads = {entry.n: entry.head.hex() for entry in console.store.journal.read()}
        assert {n: heads.get(n) for n, _ in acknowledged} == dict(acknowledged)
        assert console.site == replayed(console.store.journal)
        return proof.entries
    finally:
        console.store.abandon()


@pytest.mark.proof
def test_what_was_acknowledged_survives_any_kill(morning: Place, tmp_path: Path, project: Path) -> None:
    unbroken, heard = finished(morning.copy(tmp_path / "unbroken"))
    dice = Random(20211030)
    acknowledged, unheard, whole_days, early = 0, 0, 0, 0
    for kill in range(KILLS):
        place = morning.copy(tmp_path / f"kill-{kill}")
        told = killed(place, dice, len(heard), project)
        stand = entries_that_stand(place, told)
        told_to = max((n for n, _ in told), default=0)
        acknowledged += len(told)
        unheard += bool(told) and stand > told_to
        early += not told
        whole_days += len(told) == len(heard)
        after, _ = finished(place)
        assert after == unbroken
        assert entries_that_stand(place, told) == heard[-1][0]
    sys.stdout.write(
        f"{KILLS} kills, {acknowledged} operations acknowledged, none lost; {early} kills before the first operation, "
        f"{unheard} between commit and word, {whole_days} after the last\n"
    )
    assert whole_days < KILLS // 2

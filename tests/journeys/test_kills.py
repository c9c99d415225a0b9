"""Killed at any instant: what was acknowledged stands, and the day goes on to the end it would have had."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.journeys.standing import CHILD, Told, entries_that_stand, finished, morning_of, resumed, told
from tests.proofs import LONG
from tests.stores import Place

PARTS = 10 if LONG else 1
KILLS, MIRROR_KILLS = 100 if LONG else 12, 30 if LONG else 4
"""Of each part: a thousand kills without a mirror and three hundred with one in the long form."""
WHILE_STARTING = 0.45
"""Seconds: about what a child needs from its birth to its first operation."""
WHILE_WRITING = 0.008
"""Seconds: about two operations."""


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return morning_of(tmp_path_factory.mktemp("morning"))


def killed(place: Place, dice: Random, whole: int, project: Path) -> Told:
    """Start a child, wait for a random acknowledgement, kill it a random instant later; all it acknowledged."""
    wait_for = dice.randrange(-whole // 10, whole)
    child = subprocess.Popen([*CHILD, str(place.folder)], cwd=project, stdout=subprocess.PIPE)
    assert child.stdout
    heard = [child.stdout.readline() for _ in range(wait_for)]
    time.sleep(dice.uniform(0, WHILE_STARTING if wait_for < 0 else WHILE_WRITING))
    child.kill()
    heard += child.stdout.readlines()
    child.stdout.close()
    child.wait()
    return told(heard)


@pytest.mark.proof
@pytest.mark.parametrize("part", range(PARTS))
def test_what_was_acknowledged_survives_any_kill(morning: Place, tmp_path: Path, project: Path, part: int) -> None:
    unbroken, heard = finished(morning.copy(tmp_path / "unbroken"))
    dice = Random(20211030 + part)
    acknowledged, unheard, whole_days, early = 0, 0, 0, 0
    for kill in range(KILLS):
        place = morning.copy(tmp_path / f"kill-{kill}")
        said = killed(place, dice, len(heard), project)
        stand = entries_that_stand(place, said.acknowledged)
        acknowledged += len(said.acknowledged)
        unheard += bool(said.last) and stand > said.last
        early += not said.last
        whole_days += len(said.acknowledged) == len(heard)
        after, _ = finished(place)
        assert after == unbroken
        assert entries_that_stand(place, said.acknowledged) == heard[-1][0]
    sys.stdout.write(
        f"{KILLS} kills, {acknowledged} operations acknowledged, none lost; {early} kills before the first operation, "
        f"{unheard} between commit and word, {whole_days} after the last\n"
    )
    assert whole_days < KILLS // 2


@pytest.mark.proof
@pytest.mark.parametrize("part", range(PARTS))
def test_what_was_said_to_be_mirrored_is_on_the_mirror_after_any_kill(tmp_path: Path, project: Path, part: int) -> None:
    morning = morning_of(tmp_path / "morning", mirror=True)
    dice = Random(20211031 + part)
    mirrored = 0
    for kill in range(MIRROR_KILLS):
        place = morning.copy(tmp_path / f"kill-{kill}")
        said = killed(place, dice, 90, project)
        entries_that_stand(place, said.acknowledged)
        if said.mirrored:
            assert resumed(place, tmp_path / f"second-{kill}" / "store", said) >= said.mirrored
        mirrored += bool(said.mirrored)
    assert mirrored

"""A cleaning killed at any instant: either it never began, or the next opening brings it to its end."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from app.core.erasing import kept
from app.service import cleaning, verify
from app.service.mirror import place as mirror_of
from tests.proofs import LONG
from tests.stores import ADMIN, OFFICER, SITE, Place, replayed
from tests.unit.cleaned_site import MIRROR, evening_of, opened

CHILD = [sys.executable, "-m", "tests.journeys.cleaning_killed"]
PARTS, KILLS = 10 if LONG else 1, 10 if LONG else 8
"""Kills of each part."""


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return evening_of(tmp_path_factory.mktemp("evening") / "site")


def killed(place: Place, after: float, project: Path) -> bytes:
    """What it said until it was killed so many seconds after it began."""
    child = subprocess.Popen([*CHILD, str(place.folder)], cwd=project, stdout=subprocess.PIPE)
    assert child.stdout
    said = child.stdout.readline()
    time.sleep(after)
    child.kill()
    said += child.stdout.read()
    child.stdout.close()
    child.wait()
    return said


def whole(place: Place, project: Path) -> float:
    """Seconds that it takes when nobody kills it."""
    child = subprocess.Popen([*CHILD, str(place.folder)], cwd=project, stdout=subprocess.PIPE)
    assert child.stdout
    child.stdout.readline()
    begun = time.monotonic()
    assert child.stdout.readline() == b"ended\n"
    taken = time.monotonic() - begun
    child.stdout.close()
    assert child.wait() == 0
    return taken


@pytest.mark.proof
@pytest.mark.parametrize("part", range(PARTS))
def test_a_cleaning_killed_at_any_instant_is_brought_to_its_end(
    evening: Place, tmp_path: Path, project: Path, part: int
) -> None:
    taken = whole(evening.copy(tmp_path / "unbroken"), project)
    dice, begun, ended = Random(20211101 + part), 0, 0
    for kill in range(KILLS):
        place = evening.copy(tmp_path / f"kill-{kill}")
        said = killed(place, dice.uniform(0, taken), project)
        console = opened(place)
        try:
            if console.site.safe.cleaned:
                begun += 1
                cleaning.finish(console)
            else:
                # Everything is still there: nothing was erased before the fact stood.
                assert console.directory.candidates
                verify.store_file(console.store)
                assert cleaning.clean(console, ADMIN, OFFICER) is None
            assert console.site.safe.cleaned
            assert console.site.safe.cleaned.ended_at
            assert {digest for digest, _ in console.store.blobs.digests()} == kept(console.site)
            assert not console.store.key_file.personal_key
            assert [one.name for one in place.store.glob("keys.json*")] == ["keys.json"]
            assert not mirror_of(place.folder / "media" / MIRROR, SITE).exists()
            assert not (place.folder / "backups").exists()
            verify.store_file(console.store)
            assert replayed(console.store.journal) == console.site
        finally:
            console.store.abandon()
        ended += said.endswith(b"ended\n")
    sys.stdout.write(f"{KILLS} kills, {begun} after the fact, {ended} after the end\n")
    assert begun

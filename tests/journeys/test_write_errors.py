"""A disk that fails at one call, or at every call from then on: nothing acknowledged is lost, and it is said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from app.core.site import Site
from tests.journeys.standing import entries_that_stand, finished, morning_of, run
from tests.journeys.traced import failing, needs_strace
from tests.proofs import LONG
from tests.stores import Place

ROUNDS = 40 if LONG else 1
HARMED = ("fsync,fdatasync", "pwrite64", "ftruncate", "rename")


pytestmark = [pytest.mark.proof, needs_strace]


@dataclass(frozen=True)
class Harm:
    """The `first` of these calls fails, and with `on` every later one too."""

    calls: str
    error: str
    first: int
    on: bool

    @property
    def command(self) -> list[str]:
        return failing(self.calls, self.error, f"{self.first}{'+' if self.on else ''}")


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return morning_of(tmp_path_factory.mktemp("morning"))


@pytest.fixture(scope="module")
def unbroken(morning: Place, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, int]:
    """Where the day ends on a sound disk, and its last entry."""
    site, heard = finished(morning.copy(tmp_path_factory.mktemp("unbroken") / "day"))
    return site, heard[-1][0]


@pytest.fixture(scope="module")
def calls(morning: Place, tmp_path_factory: pytest.TempPathFactory, project: Path) -> dict[str, int]:
    """How many of each a whole day makes."""
    folder = tmp_path_factory.mktemp("counted")
    log = folder / "calls"
    watch = ["strace", "-f", "-o", str(log), "-e", f"trace={','.join(HARMED)}"]
    run(morning.copy(folder / "day"), project, watch)
    lines = log.read_text(errors="replace").splitlines()
    return {names: sum(f" {name}(" in line for line in lines for name in names.split(",")) for names in HARMED}


@pytest.mark.parametrize("names", HARMED)
@pytest.mark.parametrize("on", [False, True], ids=["once", "from then on"])
def test_what_was_acknowledged_survives_a_failing_disk(
    morning: Place,
    unbroken: tuple[Site, int],
    tmp_path: Path,
    project: Path,
    calls: dict[str, int],
    names: str,
    on: bool,
) -> None:
    site, last = unbroken
    dice = Random(f"{names} {on}")
    for n in range(ROUNDS):
        harm = Harm(names, dice.choice(("EIO", "ENOSPC")), dice.randrange(1, calls[names] + 1), on)
        place = morning.copy(tmp_path / f"day-{n}")
        _, said = run(place, project, harm.command)
        entries_that_stand(place, said.acknowledged)
        after, _ = finished(place)
        assert after == site, harm
        assert entries_that_stand(place, said.acknowledged) == last, harm

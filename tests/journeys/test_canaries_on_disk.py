"""Marked names, numbers and words through a whole day with a mirror: looked for in every byte that it leaves.

Where they lawfully stand in clear is said here, and found there too: a search that finds nothing anywhere proves
nothing.
"""

from __future__ import annotations

import logging
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from app import log, settings
from app.core.directory import Speaker
from app.rehearsal.day import Running
from app.rehearsal.ground import FOUNDED, Ground
from app.rehearsal.province import Size
from app.service.clock import DrivenClock
from app.service.fallback import FOLDER, NAME, PaperFallback
from app.service.lock_tries import LockTries
from reports import fallback
from tests.journeys.day import means

SIZE = Size("liaoning-2021-senior", 2, 16, 1, power_cut=True, conduct=True)
CITY = Speaker("Kanarienvogel", "Kanarienamt", "13900009137")
WORDS = "Kanarienworte"
LAWFUL = [("day", name) for name in ("agency", "releases", "records")]
"""The province's own folder; the seating charts for rooms; papers, which are signed by name."""
EXPORTS = ("day", "exports")
"""The summary of the day is a paper too; what goes to the province beside it names nobody in clear."""
LONG_ENOUGH = 3
"""Signs of a name: two may stand in any encrypted megabyte by chance."""


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Everything that a day left on the disk, and what must not be in it."""
    out = tmp_path_factory.mktemp("canaries")
    machine, temporary = out / "machine", out / "temporary"
    temporary.mkdir()
    handler = log.start(machine)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tempfile, "tempdir", str(temporary))
        secret = _day(out / "day", machine)
    logging.getLogger().removeHandler(handler)
    handler.close()
    return out, secret


def _day(out: Path, machine: Path) -> list[str]:
    ground = Ground.lay(
        out, SIZE, replace(means(), city=CITY, text=lambda number: f"{WORDS} {number}"), DrivenClock(FOUNDED)
    )
    ground.before()
    settings.save(machine, settings.Settings())
    LockTries(machine).wrong("KW-000001")
    seconds = iter(range(0, 10**9, 100))
    paper = PaperFallback(ground.console, out, lambda: float(next(seconds)))
    day = Running(ground, SIZE)
    day.begin_mirror()
    for at, step in day.steps():
        ground.clock.advance(max(at, ground.clock.moment().at))
        step()
        day.mirroring.run()
        if copy := paper.due():
            copy.write(fallback.draw)
    candidates = ground.console.directory.candidates.values()
    staff = ground.console.directory.staff.values()
    names = [one.name for one in candidates] + [one.name for one in staff]
    numbers = [one.id_number for one in candidates] + [one.id_number for one in staff if one.id_number]
    day.mirroring.close()
    ground.console.store.close()
    long = [name for name in names if len(name) >= LONG_ENOUGH]
    assert len(long) > len(names) // 2
    return [*long, *numbers, CITY.name, CITY.phone, WORDS]


def _found(path: Path, secret: list[str]) -> list[str]:
    content = path.read_bytes()
    if content.startswith(b"%PDF"):
        done = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True)
        content += done.stdout
    return [one for one in secret if one.encode() in content or one.encode("utf-16-le") in content]


def test_nobody_is_named_in_any_file_but_the_lawful_ones(left: tuple[Path, list[str]]) -> None:
    out, secret = left
    searched, named = set(), dict[str, list[str]]()
    for path in sorted(out.rglob("*")):
        place = path.relative_to(out)
        lawful = place.parts[:2] in LAWFUL or (place.parts[:2] == EXPORTS and path.suffix == ".pdf")
        if path.is_file() and not lawful:
            searched.add("/".join(place.parts[:2]))
            if found := _found(path, secret):
                named[str(place)] = found
    assert not named
    assert {"day/store", "day/media", "day/outbox", "day/locks", f"day/{FOLDER}"} <= searched
    assert list(out.glob(f"day/media/*/*/{NAME}")), "also beside the mirror"
    assert list(out.glob("day/media/*/examsite-mirror-*/site.db"))
    assert list(out.glob("day/media/*/*.examsite-backup"))
    assert any(place.startswith("machine/") for place in searched)


def test_the_search_finds_what_is_there(left: tuple[Path, list[str]]) -> None:
    out, secret = left
    charts = [path for path in (out / "day" / "releases").rglob("*") if path.is_file()]
    assert any(_found(path, secret) for path in charts)

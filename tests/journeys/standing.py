"""What a child said before it ended, and what of it stands afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from app.core.operation import Refusal
from app.core.site import Site
from app.service import verify
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.mirror import place as mirror_of
from app.service.resume import resume
from app.service.unlock import unlock
from tests.journeys.killed import PracticeDay
from tests.journeys.lane import STICK
from tests.stores import ADMIN, EVE, MORNING, OFFICER, SITE, Place, arrange, replayed

CHILD = [sys.executable, "-m", "tests.journeys.killed"]


@dataclass(frozen=True)
class Told:
    """Acknowledged entries with their heads, the last entry said to be on the mirror, and what went wrong."""

    acknowledged: tuple[tuple[int, str], ...]
    mirrored: int
    troubles: tuple[str, ...]

    @property
    def last(self) -> int:
        return max((n for n, _ in self.acknowledged), default=0)


def told(lines: Iterable[bytes]) -> Told:
    """The last line may be torn."""
    words = [line.decode().split() for line in lines if line.endswith(b"\n")]
    return Told(
        tuple((int(first), second) for first, second in words if first.isdigit()),
        max((int(second) for first, second in words if first == "mirrored"), default=0),
        tuple(second for first, second in words if first == "trouble"),
    )


def run(place: Place, project: Path, before: Sequence[str] = ()) -> tuple[int, Told]:
    """The day in a child to its end, under another program where `before` names one; its exit and what it told."""
    command = [*before, *CHILD, str(place.folder)]
    done = subprocess.run(command, cwd=project, check=False, capture_output=True, timeout=100)
    # Where it could not go on, it was the program that said so.
    assert not done.returncode or done.stderr.splitlines()[-1].startswith(b"app.trouble.Trouble"), done.stderr.decode()
    return done.returncode, told(done.stdout.splitlines(keepends=True))


def morning_of(folder: Path, *, mirror: bool = False) -> Place:
    place = Place(folder)
    console = place.enrol().console
    arrange(console, rooms=2, seats=8, sessions=2)
    console.store.close()
    if mirror:
        (folder / "media").mkdir()
    return place


def finished(place: Place) -> tuple[Site, tuple[tuple[int, str], ...]]:
    """Go on with the day in this process to its end; the state at the end and everything acknowledged on the way."""
    heard: list[tuple[int, str]] = []
    clock = DrivenClock(EVE)
    console = unlock(place.store, place.lock(), clock)
    PracticeDay(console, clock, lambda n, head: heard.append((n, head))).run()
    console.store.close()
    return console.site, tuple(heard)


def stands(console: Console, acknowledged: Iterable[tuple[int, str]]) -> int:
    """Every acknowledged entry is there with the same head; chain, marks and pages hold; replay is the state."""
    proof = verify.store_file(console.store)
    heads = {entry.n: entry.head.hex() for entry in console.store.journal.read()}
    expected = dict(acknowledged)
    assert {n: heads.get(n) for n in expected} == expected
    assert console.site == replayed(console.store.journal)
    return proof.entries


def entries_that_stand(place: Place, acknowledged: Iterable[tuple[int, str]]) -> int:
    console = place.open()
    try:
        return stands(console, acknowledged)
    finally:
        console.store.abandon()


def resumed(place: Place, to: Path, what: Told) -> int:
    """The day taken up in another folder from the mirror alone: every entry said to be there is; how many they are."""
    clock = DrivenClock(MORNING + timedelta(days=1))
    mirror = mirror_of(place.folder / "media" / STICK, SITE)
    console = resume(mirror, to, place.lock(), STICK, clock, lambda _: (ADMIN, OFFICER))
    assert not isinstance(console, Refusal), console
    try:
        return stands(console, [one for one in what.acknowledged if one[0] <= what.mirrored]) - 1
    finally:
        console.store.abandon()

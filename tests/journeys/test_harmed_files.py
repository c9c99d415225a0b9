"""Files that lost their end, or a bit, or a page: everything acknowledged is there, or what is broken is named.

What was lost after the last mark, from the end of a log alone, is the one thing that no store can see by itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from app.core.operation import Refusal
from app.service.clock import DrivenClock
from app.service.mirror import place as mirror_of
from app.service.resume import resume
from app.service.sitelock import noted_heads
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from tests.journeys.killed import PracticeDay
from tests.journeys.lane import STICK, Lane, begin_mirror
from tests.journeys.standing import morning_of
from tests.proofs import LONG
from tests.raw import PAGE, flip
from tests.stores import ADMIN, EVE, OFFICER, SITE, Place

HARMS = 150 if LONG else 3
"""Of each file in each way."""
NAMED = {
    Code.STORE_DAMAGED,
    Code.CHAIN_BROKEN,
    Code.CUT_SHORT,
    Code.REWRITTEN,
    Code.MARK_MISSING,
    Code.BLOB_MISSING,
    Code.BLOB_DAMAGED,
    Code.CONTENT_UNFIT,
    Code.KIND_WRONG,
    Code.FIELD_DOUBLED,
    Code.WRONG_KEY,
    Code.STORE_OTHER_LOCK,
    Code.STORE_MISSING,
    Code.MIRROR_MISSING,
}
FILES = ("site.db", "site.db-wal", "blobs.db", "blobs.db-wal", "keys.json")

pytestmark = pytest.mark.proof


@dataclass(frozen=True)
class Stopped:
    """A day as it lay on the disk when the machine stopped: its heads, and the newest that the lock remembers."""

    place: Place
    heads: dict[int, str]
    marked: int
    mirrored: int


class Noon(Exception):
    """Here the machine stops."""


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Stopped:
    folder = tmp_path_factory.mktemp("stopped")
    morning = morning_of(folder / "day", mirror=True)
    clock, heads, mirrored = DrivenClock(EVE), dict[int, str](), list[int]()
    console = unlock(morning.store, morning.lock(), clock)

    def heard(n: int, head: str) -> None:
        heads[n] = head
        if n > 60:
            raise Noon

    begin_mirror(console, morning.folder / "media")
    lane = Lane(console, mirrored.append)
    with pytest.raises(Noon):
        PracticeDay(console, clock, heard, lane).run()
    lane.catch_up()
    place = morning.copy(folder / "stopped")
    marked = max(one.n for one in noted_heads(console.store.lock))
    lane.close()
    console.store.abandon()
    assert marked < max(heads)
    return Stopped(place, heads, marked, max(mirrored))


def cut(path: Path, dice: Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: dice.choice((dice.randrange(len(content)), dice.randrange(0, len(content), PAGE)))])


def flipped(path: Path, dice: Random) -> None:
    flip(path, dice.randrange(path.stat().st_size), 1 << dice.randrange(8))


def blanked(path: Path, dice: Random) -> None:
    """A page that was never written."""
    content = bytearray(path.read_bytes())
    at = dice.randrange(0, len(content), PAGE)
    content[at : at + PAGE] = bytes(len(content[at : at + PAGE]))
    path.write_bytes(content)


def gone(path: Path, _dice: Random) -> None:
    path.unlink()


def named(trouble: Trouble) -> None:
    assert trouble.code in NAMED


WAYS = (cut, flipped, blanked, gone)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", FILES)
def test_a_store_that_was_harmed_has_everything_marked_or_says_what_is_wrong(
    stopped: Stopped, tmp_path: Path, name: str, way: Callable[[Path, Random], None]
) -> None:
    dice = Random(f"{name} {way.__name__}")
    for n in range(1 if way is gone else HARMS):
        place = stopped.place.copy(tmp_path / str(n))
        way(place.store / name, dice)
        try:
            console = place.open()
        except Trouble as trouble:
            named(trouble)
        else:
            heads = {entry.n: entry.head.hex() for entry in console.store.journal.read()}
            console.store.abandon()
            assert len(heads) >= stopped.marked
            assert all(stopped.heads.get(n, head) == head for n, head in heads.items())
        shutil.rmtree(place.folder)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("name", FILES)
def test_a_mirror_that_was_harmed_has_everything_or_says_what_is_missing(
    stopped: Stopped, tmp_path: Path, name: str, way: Callable[[Path, Random], None]
) -> None:
    dice = Random(f"mirror {name} {way.__name__}")
    for n in range(1 if way is gone else HARMS):
        place = stopped.place.copy(tmp_path / str(n))
        mirror = mirror_of(place.folder / "media" / STICK, SITE)
        way(mirror / name, dice)
        clock = DrivenClock(EVE.replace(day=31))
        try:
            console = resume(mirror, place.folder / "second", place.lock(), STICK, clock, lambda _: (ADMIN, OFFICER))
        except Trouble as trouble:
            named(trouble)
        else:
            assert not isinstance(console, Refusal)
            heads = {entry.n: entry.head.hex() for entry in console.store.journal.read()}
            (again,) = console.site.safe.resumed
            console.store.abandon()
            assert all(stopped.heads.get(n, head) == head for n, head in heads.items() if n <= again.entries)
            # What the stick lost is counted: the lock remembers how far the day had come.
            assert again.entries + again.lost >= stopped.marked
            assert again.entries == stopped.mirrored or name.endswith("-wal")
        shutil.rmtree(place.folder)

"""A disk, or a stick, that is full: nothing half done, the program says so, and with room again the day goes on."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from typing import BinaryIO

import pytest

from app.core.safe_state import MirrorReason
from app.exchange import outbox
from app.trouble import Code, Trouble
from tests.journeys.lane import STICK
from tests.journeys.small_disk import needs_small_disk, resize, small_disk
from tests.journeys.standing import entries_that_stand, finished, morning_of, resumed, run
from tests.proofs import LONG
from tests.stores import Place

ROUNDS = 40 if LONG else 3
PLENTY = 64 << 20
OPEN = 200 << 10
"""What an open store takes before its first entry: its logs and their indexes."""

pytestmark = [pytest.mark.proof, needs_small_disk]


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return morning_of(tmp_path_factory.mktemp("morning"))


def used(folder: Path) -> int:
    return sum(path.stat().st_size + 4096 for path in folder.rglob("*"))


def test_what_was_acknowledged_survives_a_full_disk(morning: Place, tmp_path: Path, project: Path) -> None:
    unbroken, heard = finished(morning.copy(tmp_path / "unbroken"))
    dice, full = Random(20211030), 0
    for n in range(ROUNDS):
        disk = tmp_path / f"disk-{n}"
        disk.mkdir()
        with small_disk(disk, used(morning.folder) + dice.randrange(OPEN, 8 * OPEN)):
            place = morning.copy(disk / "day")
            _, said = run(place, project)
            assert set(said.troubles) <= {Code.DISK_FULL}
            full += bool(said.troubles)
            resize(disk, PLENTY)
            entries_that_stand(place, said.acknowledged)
            after, _ = finished(place)
            assert after == unbroken
            assert entries_that_stand(place, said.acknowledged) == heard[-1][0]
    assert full


def test_a_full_stick_stops_the_mirror_and_no_desk(tmp_path: Path, project: Path) -> None:
    place = morning_of(tmp_path / "day", mirror=True)
    stick = place.folder / "media" / STICK
    stick.mkdir()
    with small_disk(stick, 256 << 10):
        exit_code, said = run(place, project)
        assert (exit_code, said.troubles) == (0, ())
        console = place.open()
        mirror = console.site.safe.mirror
        console.store.abandon()
        assert mirror
        assert mirror.out is MirrorReason.MEDIUM_FULL
        resize(stick, PLENTY)
        apart = tmp_path / "apart"
        shutil.copytree(place.folder, apart)
        assert resumed(Place(apart), tmp_path / "second" / "store", said) >= said.mirrored
        _, later = run(place, project)
        assert later.mirrored > said.mirrored
        assert resumed(place, tmp_path / "third" / "store", later) >= later.mirrored


def _much(file: BinaryIO) -> None:
    file.write(bytes(100 * 4096))


def test_a_file_for_a_full_stick_is_not_there_at_all(tmp_path: Path) -> None:
    with small_disk(tmp_path, 64 << 10):
        outbox.write_bytes(tmp_path / "small", bytes(4096))
        with pytest.raises(Trouble) as caught:
            outbox.write(tmp_path / "large", _much)
        assert caught.value.code is Code.MEDIUM_FULL
        assert [path.name for path in tmp_path.iterdir()] == ["small"]

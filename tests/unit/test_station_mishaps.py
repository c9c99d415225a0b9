"""Random mishaps of either place between random answers: whoever goes on finds all that was called saved."""

from __future__ import annotations

from pathlib import Path
from random import Random
from shutil import rmtree

import pytest

from app.station.two_folders import Place
from app.trouble import Code
from tests.journeys.station_killed import another
from tests.proofs import LONG
from tests.stations import Bench, failing, no

EPISODES = 150 if LONG else 5
STEPS = 25


class Episode:
    """One answering. A place is never lost while the other one is out: nothing could make up for that."""

    def __init__(self, folder: Path, dice: Random) -> None:
        folder.mkdir()
        self.bench, self.dice = Bench(folder), dice
        self.answering = self.bench.opened(closure=0)
        self.saved: dict[str, tuple[tuple[str, ...], str]] = {}
        self.out: dict[Place, Path] = {}

    def answer(self) -> None:
        question = self.dice.choice(self.answering.questions)
        chosen, text = another(question, self.answering, self.dice)
        if len(self.out) == len(Place):
            assert no(self.answering.answer, question.id, chosen, text).code is Code.SAVE_FAILED
            return
        self.answering.answer(question.id, chosen, text)
        self.saved[question.id] = (chosen, text)

    def pull(self) -> None:
        if left := [place for place in Place if place not in self.out]:
            place = self.dice.choice(left)
            self.out[place] = self.bench.folder / f"{place} is out"
            self.bench.roots[place].rename(self.out[place])
            self.bench.roots[place].write_bytes(b"")

    def plug(self) -> None:
        if self.out:
            place, away = self.out.popitem()
            self.bench.roots[place].unlink()
            away.rename(self.bench.roots[place])

    def wait(self) -> None:
        self.bench.hands.run(seconds=16)
        self.answering.tick()

    def wipe(self) -> None:
        self.wait()
        if not self.out:
            rmtree(self.bench.roots[self.dice.choice(list(Place))])
            self.wait()

    def tear(self) -> None:
        self.wait()
        if not self.out:
            database = self.bench.database(self.dice.choice(list(Place)))
            database.write_bytes(self.dice.randbytes(9000))
            self.restart()

    def restart(self) -> None:
        if not self.out:
            self.answering = self.bench.resumed()

    def expect_all(self) -> None:
        found = {one.id: self.answering.given(one.id) for one in self.answering.questions}
        assert {key: (one.chosen, one.text) for key, one in found.items() if one.at} == self.saved


@pytest.mark.parametrize("seed", range(EPISODES))
def test_whatever_happens_to_one_place_nothing_is_lost(tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    episode = Episode(tmp_path / "here", dice)
    steps = [episode.answer] * 6 + [episode.pull, episode.plug, episode.plug, episode.wait, episode.wipe]
    for _ in range(STEPS):
        dice.choice([*steps, episode.tear, episode.restart])()
        episode.expect_all()
    while episode.out:
        episode.plug()
    episode.wait()
    assert failing(episode.answering) is None
    episode.restart()
    episode.expect_all()
    episode.bench.station.close()
    first, second = episode.bench.heads()
    assert first == second

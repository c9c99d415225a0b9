"""The answering station killed at any instant: no answer that was called saved is lost, in either place."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

import msgspec
import pytest

from app.crypto.standalone import store_key
from app.journal.store import Journal
from app.machine_clock import BEIJING
from app.station.machine import State
from app.station.records import Answered
from app.station.two_journals import FILE
from tests.journeys.station_killed import ANSWERS, take_up, unlocked
from tests.papers import ID_NUMBER, TICKET, SiteSide, answers
from tests.proofs import LONG

KILLS = 200 if LONG else 12
PLACES = ("first", "second")
UNLOCKED, HANDING = 3, 4 + ANSWERS
"""How many words a child has said by then."""

Answer = tuple[str, str, str]


@dataclass
class Candidate:
    """One package on one station, and all that was called saved of it."""

    folder: Path
    site: SiteSide = field(default_factory=lambda: SiteSide(issued_at=datetime.now(BEIJING).replace(microsecond=0)))
    said: list[Answer] = field(default_factory=list)
    stood: list[Answer] = field(default_factory=list)
    """At the last look, with what was not yet said: whoever goes on sees it, and from then on it is as good as said."""
    digest: str = ""

    def __post_init__(self) -> None:
        for name in ("stick", "out"):
            (self.folder / name).mkdir(parents=True)
        station = take_up(self.folder)
        package = self.site.package(station.request(), closure=0)
        station.close()
        (self.folder / "stick" / "package.examsite-alone").write_bytes(package)

    def killed(self, wait_for: int, dice: Random, project: Path) -> str:
        """Start a child, wait for so many of its words, kill it a moment later; the last word it said."""
        command = [sys.executable, "-m", "tests.journeys.station_killed", str(self.folder), str(dice.random())]
        child = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE)
        assert child.stdout
        heard = [child.stdout.readline() for _ in range(wait_for)]
        time.sleep(dice.uniform(0, 0.005))
        child.kill()
        heard += child.stdout.readlines()
        child.stdout.close()
        child.wait()
        lines = [line.decode().rstrip("\n").split("\x1f") for line in heard if line.endswith(b"\n")]
        for word, *told in lines:
            if word == "unlocked":
                self.said = self.stood
            elif word == "answered":
                question, chosen, text = told
                self.said = [*self.said, (question, chosen, text)]
            elif word == "handed":
                self.digest = told[0]
        return lines[-1][0] if lines else ""

    def kept(self, place: str) -> list[Answer]:
        """Every answer that stands in one place alone, in order."""
        (issued,) = self.site.issued.values()
        path = self.folder / place / "packages" / issued.package[:32] / FILE
        if not path.exists():
            return []
        journal = Journal(path, store_key(bytes(range(10)), bytes.fromhex(issued.nonce), TICKET, ID_NUMBER))
        bodies = [entry.body for entry in journal.read()]
        journal.abandon()
        found = (msgspec.json.decode(body, type=Answered) for body in bodies if b'"record":"answered/1"' in body)
        return [(one.question, "".join(one.chosen), one.text) for one in found]

    def expect_nothing_lost(self) -> int:
        """Each place begins with what was said and holds at most one answer more; how many places do hold one more."""
        more = []
        for place in PLACES:
            kept = self.kept(place)
            assert kept[: len(self.said)] == self.said, place
            assert len(kept) <= len(self.said) + 1, place
            more.append(kept)
        self.stood = max(more, key=len)
        return len(more[0]) + len(more[1]) - 2 * min(map(len, more))

    def handed_in(self) -> None:
        """Go on to the end in this process: the province reads just what was said last."""
        station = take_up(self.folder)
        answering = unlocked(station)
        handed = answering.hand_in()
        assert self.digest in {"", handed.digest}
        station.close()
        station = take_up(self.folder)
        (held,) = station.held
        assert (held.state, held.returned) == (State.HANDED_IN, handed.digest)
        path = station.copy_return(held, self.folder / "out")
        station.close()
        assert self.site.returned(path).answered == handed.answered
        last = {question: (chosen, text) for question, chosen, text in self.stood}
        assert {one.question: ("".join(one.chosen), one.text) for one in answers(path).answers} == last
        assert self.kept("first") == self.kept("second") == self.stood


@pytest.mark.proof
def test_no_answer_is_lost_whenever_the_station_is_killed(tmp_path: Path, project: Path) -> None:
    dice = Random(20260619)
    candidate, said, uneven, ends = Candidate(tmp_path / "0"), 0, 0, dict[str, int]()
    for kill in range(KILLS):
        # Starting, opening and handing in are short, and worth a kill as much as forty answers are.
        wait_for = (1, UNLOCKED + dice.randrange(ANSWERS), 2, HANDING, 0, UNLOCKED + dice.randrange(ANSWERS))[kill % 6]
        word = candidate.killed(wait_for, dice, project)
        ends[word] = ends.get(word, 0) + 1
        uneven += candidate.expect_nothing_lost()
        if word in {"handing", "handed"} or len(candidate.said) > 3 * ANSWERS:
            candidate.handed_in()
            said += len(candidate.said)
            candidate = Candidate(tmp_path / str(kill + 1))
    if candidate.site.issued and candidate.said:
        candidate.handed_in()
        said += len(candidate.said)
    sys.stdout.write(f"{KILLS} kills after {ends}, {said} answers saved, none lost; {uneven} in one place only\n")
    assert len(ends) >= 4

"""An answering that may be killed at any instant: `python -m tests.journeys.station_killed FOLDER SEED`.

It goes on from whatever the two places hold, and hands in at the end. Each word goes down the pipe right after the call
returned that it tells of.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random

from app.core.terms import Mode
from app.machine_clock import this_machine
from app.station.answering import Answering, Question
from app.station.host import Host
from app.station.machine import Station
from tests.papers import CODE, ID_NUMBER, TICKET

HOST = Host("PC-07", "made for tests")
ANSWERS = 40


def take_up(folder: Path) -> Station:
    return Station.take_up(folder / "first", folder / "second", Mode.PRACTICE, this_machine(), HOST)


def unlocked(station: Station) -> Answering:
    answering = station.unlock(station.held[-1], TICKET, CODE, ID_NUMBER)
    assert isinstance(answering, Answering)
    return answering


def another(question: Question, answering: Answering, dice: Random) -> tuple[tuple[str, ...], str]:
    """Anything but what stands there now."""
    before = answering.given(question.id)
    while True:
        chosen = tuple(key for key in question.choices if dice.random() < 0.5)
        chosen = chosen if question.kind.value == "multiple" else chosen[:1]
        text = "" if question.choices else f"借：应收账款 𠮷 {dice.random()}"
        if (chosen, text) != (before.chosen, before.text):
            return chosen, text


def tell(*words: str) -> None:
    os.write(1, ("\x1f".join(words) + "\n").encode())


def main(folder: Path, seed: str) -> None:
    dice = Random(seed)
    tell("begun")
    station = take_up(folder)
    station.take(next((folder / "stick").iterdir()))
    tell("taken")
    answering = unlocked(station)
    tell("unlocked")
    for number in range(ANSWERS):
        question = dice.choice(answering.questions)
        chosen, text = another(question, answering, dice)
        answering.answer(question.id, chosen, text)
        tell("answered", question.id, "".join(chosen), text)
        answering.tick()
        if number % 10 == 5:
            answering.mark(question.id, dice.random() < 0.5)
            answering.interim(folder / "out")
    tell("handing")
    tell("handed", answering.hand_in().digest)
    station.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

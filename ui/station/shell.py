"""What every step of the answering station is given: the engine, the words, the look, and the way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from pathlib import Path

from app.station.answering import Answering
from app.station.machine import Package, Station
from app.text import Text
from app.views.return_slip import ReturnSlip
from ui.lanes import Lane
from ui.look import Look

PIXELS = (16, 18, 21, 25, 30)
"""The heights of the type of questions, smallest first."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the composition root picks: `draw` makes the PDF of a slip; `put` writes a file whole or raises Trouble."""

    draw: Callable[[ReturnSlip], bytes]
    put: Callable[[Path, bytes], object]


class Step(IntEnum):
    """One screen each, in this order."""

    REGISTER = 1
    TAKE = 2
    UNLOCK = 3
    ANSWER = 4
    HANDED = 5


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the window stands: it is built anew from this. `question` is where one answers."""

    step: Step
    package: Package | None = None
    answering: Answering | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class StationShell:
    """Made anew with every change of language or look, together with all that is on screen."""

    station: Station
    text: Text
    look: Look
    pixels: int
    tools: Tools
    printer: Lane
    go: Callable[[Stage], None]
    close: Callable[[], object]

    def say(self, name: str, /, **facts: object) -> str:
        return self.text.say(name, **facts)


def clock(at: datetime) -> str:
    """09:00:05."""
    return at.strftime("%H:%M:%S")


def span(seconds: int) -> str:
    """1:02:05."""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def grouped(code: str, size: int = 4) -> str:
    """In groups, as two people read it to each other."""
    return " ".join(code[start : start + size] for start in range(0, len(code), size))

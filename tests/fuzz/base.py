"""A reader to be tried, and sound samples for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.vectors import sample

VECTORS = Path(__file__).parents[1] / "vectors"
EXCHANGE, DEMO = VECTORS / "exchange", Path(__file__).parents[2] / "resources" / "demo"
INDEX = json.loads((VECTORS / "exchange.json").read_text("utf-8"))
US = (sample.MODE, sample.SITE, sample.EXAM)
Read = Callable[[bytes], object]


@dataclass(frozen=True)
class Target:
    """`read` may raise Trouble and nothing else; `covers` names the readers of the program that it tries."""

    name: str
    read: Read
    samples: tuple[bytes, ...]
    covers: tuple[str, ...] = ()


def good(form: str) -> tuple[bytes, ...]:
    """The vectors of this form that are taken."""
    return tuple(
        (EXCHANGE / one["file"]).read_bytes() for one in INDEX if (one["format"], one["expect"]) == (form, "ok")
    )

"""The boxes at the foot of a form in which people sign."""

from __future__ import annotations

from collections.abc import Sequence

from reports.blocks import MM, PAD, SIZE, SMALL, STRONG, WIDTH, Strip
from reports.fonts import fitted
from reports.pen import THICK, Pen


def signatures(roles: Sequence[str], when: str, height: float = 15 * MM) -> Sequence[Strip]:
    """A box for each role: its label above, room for the name, the time below."""
    across = 2 if len(roles) in (2, 4) else 3
    return [
        _boxes(roles[start : start + across], when, WIDTH / across, height) for start in range(0, len(roles), across)
    ]


def _boxes(roles: Sequence[str], when: str, width: float, height: float) -> Strip:
    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        for place, role in enumerate(roles):
            x = left + place * width
            pen.box(x, top - height, width, height, THICK)
            pen.text(x + PAD, top - SIZE - PAD, role, fitted(role, STRONG, width - 2 * PAD))
            pen.text(x + width - PAD, top - height + PAD + 1, when, SMALL, 1)

    return Strip(height, draw)

"""Large type for what hangs on a wall: lines, rows of boxes, and rows under a head that is repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.blocks import MM, WIDTH, Block, Strip
from reports.fonts import Face, fitted, spelled, wrapped
from reports.pen import THICK, THIN, Pen

INSIDE = 2 * MM
"""Between a box and what is in it."""
_LEADING = 1.35


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows under a head; on each page that they go on to stands the head for later pages."""

    head: Strip
    later: Strip
    rows: Sequence[Strip]

    def take(self, height: float) -> tuple[Sequence[Strip], Block | None]:
        left, count = height - self.head.height, 0
        while count < len(self.rows) and self.rows[count].height <= left:
            left -= self.rows[count].height
            count += 1
        if not count:
            return (), self
        rest = self.rows[count:]
        return (self.head, *self.rows[:count]), replace(self, head=self.later, rows=rest) if rest else None


def lines(text: str, face: Face, *, lean: float = 0, above: float = 0) -> Strip:
    """Wrapped text over the whole width; `lean` as of a pen, `above` in points."""
    laid = wrapped(spelled(text), face, WIDTH)
    leading = face.size * _LEADING

    def draw(pen: Pen, left: float, top: float, _height: float) -> None:
        for number, line in enumerate(laid):
            pen.text(left + lean * WIDTH, top - above - face.size - number * leading, line, face, lean)

    return Strip(above + len(laid) * leading + face.size * 0.4, draw)


def boxes(texts: Sequence[str], widths: Sequence[float], face: Face, *, thick: bool = False) -> Strip:
    """One row, centred; a text that is too long for its box is wrapped. Widths in points."""
    laid = [wrapped(spelled(text), face, width - 2 * INSIDE) for text, width in zip(texts, widths, strict=True)]
    leading = face.size * _LEADING
    high = max(map(len, laid)) * leading + 2 * INSIDE

    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        for text, width in zip(laid, widths, strict=True):
            pen.box(left, top - height, width, height, THICK if thick else THIN)
            y = top - (height - len(text) * leading) / 2 - face.size
            for number, line in enumerate(text):
                pen.text(left + width / 2, y - number * leading, line, face, 0.5)
            left += width

    return Strip(high, draw)


def tiles(texts: Sequence[tuple[str, str]], across: int, first: Face, second: Face) -> Strip:
    """Boxes side by side, each with two lines as large as they can be; the row is closed where tiles are missing."""
    wide, high = WIDTH / across, (first.size + second.size) * _LEADING + 2 * INSIDE

    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        pen.box(left, top - height, WIDTH, height)
        for place, (above, below) in enumerate(texts):
            x = left + place * wide
            pen.upright(x, top, top - height)
            y = top - INSIDE - first.size
            for text, face in ((spelled(above), first), (spelled(below), second)):
                pen.text(x + wide / 2, y, text, fitted(text, face, wide - 2 * INSIDE), 0.5)
                y -= second.size * _LEADING

    return Strip(high, draw)

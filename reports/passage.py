"""What somebody typed in their own words, beside its label: its line ends are kept, and it goes on over the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.blocks import LEADING, MM, PAD, PLAIN, SIZE, STRONG, WIDTH, Block, Strip
from reports.edition import Labels
from reports.fonts import spelled, wrapped
from reports.pen import Pen

LABEL = 29 * MM


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of text in a frame; a rest says that it is one."""

    label: Sequence[str]
    lines: Sequence[str]
    continued: Sequence[str]

    def take(self, height: float) -> tuple[Sequence[Strip], Block | None]:
        fit = int((height - PAD) // LEADING)
        if fit >= max(len(self.lines), len(self.label)):
            return (self._strip(self.lines),), None
        fit = min(fit, len(self.lines) - 1)
        if fit < max(2, len(self.label)):
            return (), self
        rest = replace(self, label=self.continued, lines=self.lines[fit:])
        return (self._strip(self.lines[:fit]),), rest

    def _strip(self, lines: Sequence[str]) -> Strip:
        def draw(pen: Pen, left: float, top: float, height: float) -> None:
            bottom = top - height
            for y in (top, bottom):
                pen.rule(left, y, left + WIDTH)
            for x in (left, left + LABEL, left + WIDTH):
                pen.upright(x, top, bottom)
            # On one line with the first of the text: that is also the order in which the page is read out.
            first = top - PAD / 2 - SIZE
            for row, line in enumerate(self.label):
                pen.text(left + PAD, first - row * LEADING, line, STRONG)
            for row, line in enumerate(lines):
                pen.text(left + LABEL + PAD, first - row * LEADING, line, PLAIN)

        return Strip(max(len(lines), len(self.label)) * LEADING + PAD, draw)


def passage(label: str, text: str, common: Labels) -> Passage:
    """A text of any number of lines."""
    room = WIDTH - LABEL - 2 * PAD
    lines = [line for said in text.splitlines() or [""] for line in wrapped(spelled(said), PLAIN, room)]
    named = [wrapped(one, STRONG, LABEL - 2 * PAD) for one in (label, common("continued", title=label))]
    return Passage(named[0], [line for line in lines if line.strip()] or [""], named[1])

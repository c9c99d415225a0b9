"""What a form's body is made of: tables that flow over pages, and blocks that stay whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Protocol

from reports import fonts
from reports.edition import Labels
from reports.fonts import BOLD, REGULAR, Face, spelled, wrapped
from reports.pen import THICK, THIN, Pen

MM = 72 / 25.4
WIDTH = 177 * MM
SIZE = 9.5
PLAIN = Face(REGULAR, SIZE)
STRONG = Face(BOLD, SIZE)
SMALL = Face(REGULAR, 8.5)
TITLE = Face(BOLD, 11)
FIGURE = Face(BOLD, 14)
LEADING = 12.0
PAD = 3.5
_DEEPEST = 24
"""Lines of one row of a table: two of them with title and header are less than a page."""
GAP = 5 * MM
"""Between two lanes of one table."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A horizontal piece of a page, at least so high; `draw(pen, left, top, height)` fills it downwards."""

    height: float
    draw: Callable[[Pen, float, float, float], None]
    parts: Sequence[Strip] = ()
    """The same in pieces, of what may be higher than a page."""


class Block(Protocol):
    """Something that takes room on a page."""

    def take(self, height: float) -> tuple[Sequence[Strip], Block | None]:
        """What fits into the height, and the rest; a rest without strips asks again on a fresh page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A box in a row."""

    text: str
    width: float
    centred: bool = True
    face: Face = PLAIN
    struck: bool = False
    """Ruled out, and still to be read."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Strips that must stand on one page."""

    strips: Sequence[Strip]

    def take(self, height: float) -> tuple[Sequence[Strip], Block | None]:
        return (self.strips, None) if sum(strip.height for strip in self.strips) <= height else ((), self)

    def broken(self) -> Flow:
        """For what no page holds: names and words of people know no bounds."""
        return Flow([part for strip in self.strips for part in strip.parts or (strip,)])


@dataclass(frozen=True, slots=True)
class Flow:
    """Strips one below the other, wherever the page ends."""

    strips: Sequence[Strip]

    def take(self, height: float) -> tuple[Sequence[Strip], Block | None]:
        for count, strip in enumerate(self.strips):
            height -= strip.height
            if height < 0:
                return self.strips[:count], Flow(self.strips[count:])
        return self.strips, None


@dataclass(frozen=True, slots=True)
class NextPage:
    """A block that begins a fresh page; something must stand before it."""

    block: Block

    def take(self, height: float) -> tuple[Sequence[Strip], Block | None]:
        return (), self.block


@dataclass(frozen=True, slots=True)
class Column:
    """A table column, width in millimetres; one column of width 0 takes what the others leave."""

    title: str
    width: float
    centred: bool = True
    height: float = 0
    """At least so high, in points: a field to write in."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title and a header that is repeated; rows in lanes side by side are read downwards."""

    title: str
    continued: str
    header: Strip
    rows: Sequence[Strip]
    lanes: int = 1

    def take(self, height: float) -> tuple[Sequence[Strip], Block | None]:
        top = (heading(self.title), _abreast([self.header] * min(self.lanes, len(self.rows)), self.lanes))
        count = self._fitting(height - top[0].height - top[1].height)
        if count <= self.lanes and count < len(self.rows):
            return (), self
        rest = self.rows[count:]
        strips = (*top, *self._lines(self.rows[:count]))
        return strips, replace(self, title=self.continued, rows=rest) if rest else None

    def _fitting(self, height: float) -> int:
        """How many of the next rows a page takes; lanes are as even as they can be."""
        lowest = min(row.height for row in self.rows)
        count = min(len(self.rows), max(0, int(height // lowest)) * self.lanes)
        while count > 0 and sum(line.height for line in self._lines(self.rows[:count])) > height:
            count -= count % self.lanes or self.lanes
        return count

    def _lines(self, rows: Sequence[Strip]) -> Sequence[Strip]:
        if self.lanes == 1:
            return rows
        deep = -(-len(rows) // self.lanes)
        lanes = [rows[start : start + deep] for start in range(0, len(rows), deep)]
        return [_abreast([row for row in line if row], self.lanes) for line in zip_longest(*lanes)]


def table(
    title: str,
    common: Labels,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    lanes: int = 1,
    struck: Collection[int] = (),
) -> Block:
    """A table; without rows a closed line that says so, in which nothing can be added by hand.

    Of the rows in `struck` every cell but the last is ruled out: that one says why.
    """
    if not rows:
        return Whole((heading(title), cells([Cell(common("nothing"), WIDTH)])))
    lane = (WIDTH - (lanes - 1) * GAP) / lanes
    rest = lane - sum(column.width for column in columns) * MM
    shape = [(column.width * MM or rest, column.centred) for column in columns]
    titles = [Cell(column.title, width, face=STRONG) for column, (width, _) in zip(columns, shape, strict=True)]
    least = max(column.height for column in columns)
    strips = [strip for n, row in enumerate(rows) for strip in _strips(_row(row, shape, struck=n in struck), least)]
    return Table(title, common("continued", title=title), cells(titles, rule=THICK), strips, lanes)


def _row(row: Sequence[str], shape: Sequence[tuple[float, bool]], *, struck: bool) -> Sequence[Cell]:
    *others, last = (Cell(text, *form) for text, form in zip(row, shape, strict=True))
    return [*(replace(cell, struck=struck) for cell in others), last] if struck else [*others, last]


def cells(row: Sequence[Cell], *, least: float = 0, rule: float = THIN) -> Strip:
    """One row of boxes, with the rule that closes it."""
    laid = [(cell, _lines_of(cell)) for cell in row]
    deep = max(len(lines) for _, lines in laid) > _DEEPEST
    return replace(_boxed(laid, least, rule), parts=_strips(row, least) if deep else ())


def _strips(row: Sequence[Cell], least: float) -> Sequence[Strip]:
    """A row of a table; one that could be higher than a page goes on in the next, under its first cell and labels."""
    laid = [(cell, _lines_of(cell)) for cell in row]
    most = max(len(lines) for _, lines in laid)
    strips = []
    for start in range(0, max(most, 1), _DEEPEST):
        parts = []
        for place, (cell, lines) in enumerate(laid):
            again = lines[:_DEEPEST] if place == 0 or cell.face is STRONG else ()
            parts.append((cell, lines[start : start + _DEEPEST] or again))
        strips.append(_boxed(parts, least, THIN))
    return strips


def _lines_of(cell: Cell) -> Sequence[str]:
    return wrapped(spelled(cell.text), cell.face, cell.width - 2 * PAD) if cell.text else ()


def _boxed(laid: Sequence[tuple[Cell, Sequence[str]]], least: float, rule: float) -> Strip:
    total = sum(cell.width for cell, _ in laid)

    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        bottom = top - height
        pen.rule(left, top, left + total)
        pen.rule(left, bottom, left + total, rule)
        pen.upright(left, top, bottom)
        for cell, lines in laid:
            x, lean = (left + cell.width / 2, 0.5) if cell.centred else (left + PAD, 0.0)
            y = (top + bottom + len(lines) * LEADING) / 2 - SIZE
            for line in lines:
                pen.text(x, y, line, cell.face, lean)
                if cell.struck:
                    long = fonts.width(line, cell.face)
                    pen.rule(x - lean * long, y + SIZE / 3, x + (1 - lean) * long)
                y -= LEADING
            left += cell.width
            pen.upright(left, top, bottom)

    return Strip(max(least, max(len(lines) for _, lines in laid) * LEADING + PAD), draw)


def facts(pairs: Sequence[tuple[str, str]], label: float = 29) -> Whole:
    """Label and value, two pairs to a row; label width in millimetres."""
    label *= MM
    value = WIDTH / 2 - label
    boxes = [(Cell(name, label, False, STRONG), Cell(text, value, False)) for name, text in pairs]
    return Whole(
        [cells([cell for pair in boxes[start : start + 2] for cell in pair]) for start in range(0, len(boxes), 2)]
    )


def figures(pairs: Sequence[tuple[str, str]]) -> Strip:
    """A row of large numbers, each under its label; a longer label gets more room."""
    shares = [len(label) + 2 for label, _ in pairs]
    widths = [WIDTH * share / sum(shares) for share in shares]
    head = cells([Cell(label, width, face=STRONG) for (label, _), width in zip(pairs, widths, strict=True)])

    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        head.draw(pen, left, top, head.height)
        bottom = top - height
        pen.rule(left, bottom, left + WIDTH)
        pen.upright(left, top, bottom)
        for (_, number), width in zip(pairs, widths, strict=True):
            pen.text(left + width / 2, bottom + 5, number, FIGURE, 0.5)
            left += width
            pen.upright(left, top, bottom)

    return Strip(head.height + 20, draw)


def heading(text: str) -> Strip:
    """The title of a section."""
    return paragraph(text, TITLE, above=5)


def paragraph(text: str, face: Face = PLAIN, above: float = 3) -> Strip:
    """Wrapped text over the whole width."""
    lines = wrapped(spelled(text), face, WIDTH)
    parts = [_said(lines[start : start + _DEEPEST], face, above) for start in range(0, len(lines), _DEEPEST)]
    return parts[0] if len(parts) == 1 else replace(_said(lines, face, above), parts=parts)


def _said(lines: Sequence[str], face: Face, above: float) -> Strip:
    leading = face.size * 1.35

    def draw(pen: Pen, left: float, top: float, _height: float) -> None:
        for number, line in enumerate(lines):
            pen.text(left, top - above - face.size - number * leading, line, face)

    return Strip(above + len(lines) * leading + 2, draw)


def space(height: float) -> Strip:
    return Strip(height, lambda *_: None)


def by_hand(label: str, height: float) -> Strip:
    """A framed field to write in."""

    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        pen.box(left, top - height, WIDTH, height)
        pen.text(left + PAD, top - SIZE - PAD, label, PLAIN)

    return Strip(height, draw)


def _abreast(rows: Sequence[Strip], lanes: int) -> Strip:
    if len(rows) == 1:
        return rows[0]
    step = (WIDTH + GAP) / lanes

    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        for lane, row in enumerate(rows):
            row.draw(pen, left + lane * step, top, height)

    return Strip(max(row.height for row in rows), draw)

"""Numbered blanks of the violation sheet: a page each, to be filled in by hand where the console is of no help."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.stamp import Stamp
from app.views.violation_blanks import BlankLine, ViolationBlanks
from reports.blocks import (
    MM,
    PAD,
    SMALL,
    STRONG,
    WIDTH,
    Block,
    Cell,
    NextPage,
    Strip,
    Whole,
    by_hand,
    cells,
    facts,
    paragraph,
    space,
)
from reports.edition import Labels, labels
from reports.fonts import BOLD, Face, fitted
from reports.pen import THICK, Pen
from reports.session_frame import session_facts, session_frame
from reports.sheet import build
from reports.signature_boxes import signatures

NUMBER = Face(BOLD, 24)
_FACTS = (
    "name",
    "ticket",
    "id_number",
    "seat",
    "happened_at",
    "place",
    "reminded_at",
    "found_at",
    "subject",
    "told_at",
    "removed",
    "police",
)
_HIGH, _LINE = 7 * MM, 4.2 * MM
_FIELDS = {"act": 27 * MM, "handling": 14 * MM, "refusal": 12 * MM, "evidence": 10 * MM}
_SIGNERS = ("candidate", "invigilator_1", "invigilator_2", "roving", "chief")


def draw(sheet: ViolationBlanks, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "violation_blanks"), labels(stamp.edition, "sheet")
    named = labels(stamp.edition, "violation")
    frame = session_frame(sheet.head, stamp, words, common)
    head = facts(session_facts(sheet.head, common)).strips
    kinds = _kinds(sheet.kinds, words, named)
    written, signed = Whole(_written(words)), Whole(_signed(words))
    blocks: list[Block] = []
    for one in sheet.sheets:
        top = Whole([*_number(one, words), *head, *_fields(words, kinds)])
        blocks += [NextPage(top) if blocks else top, written, signed]
    return build(frame, stamp, blocks)


def _number(one: BlankLine, words: Labels) -> Sequence[Strip]:
    """Large enough to be told from the others on a desk."""

    def draw_number(pen: Pen, left: float, top: float, height: float) -> None:
        text = words("sheet", number=one.number)
        middle = left + WIDTH / 2
        pen.box(left, top - height, WIDTH, height, THICK)
        pen.text(middle, top - 8.5 * MM, text, fitted(text, NUMBER, WIDTH - 2 * PAD), 0.5)
        if one.void:
            pen.text(middle, top - 14 * MM, words("void", reason=words(f"voids.{one.void}")), STRONG, 0.5)

    return Strip((16 if one.void else 12) * MM, draw_number), space(4)


def _kinds(codes: Sequence[str], words: Labels, named: Labels) -> Sequence[Strip]:
    """Two to a line, with a box to tick."""
    said = [words("kind", code=code, name=named(f"kinds.{code}")) for code in codes]
    said += [""] * (len(said) % 2)
    half = len(said) // 2
    rows = tuple(zip(said[:half], said[half:], strict=True))

    def draw_kinds(pen: Pen, left: float, top: float, height: float) -> None:
        pen.box(left, top - height, WIDTH, height)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                x = left + PAD + column * WIDTH / 2
                pen.text(x, top - (place + 0.8) * _LINE, text, fitted(text, SMALL, WIDTH / 2 - 2 * PAD))

    title = cells([Cell(words("kinds"), WIDTH, False, STRONG)])
    return title, Strip(half * _LINE + PAD, draw_kinds)


def _fields(words: Labels, kinds: Sequence[Strip]) -> Sequence[Strip]:
    label, value = 27 * MM, WIDTH / 2 - 27 * MM
    boxes = [(Cell(words(f"facts.{key}"), label, False, STRONG), Cell("", value)) for key in _FACTS]
    rows = [[*boxes[place], *boxes[place + 1]] for place in range(0, len(boxes), 2)]
    return (space(4), *(cells(row, least=_HIGH) for row in rows), *kinds)


def _written(words: Labels) -> Sequence[Strip]:
    return [by_hand(words(f"fields.{name}"), high) for name, high in _FIELDS.items()]


def _signed(words: Labels) -> Sequence[Strip]:
    signers = [words(f"signers.{one}") for one in _SIGNERS]
    boxes = signatures(signers, words("signature_time"), 12 * MM)
    return (paragraph(words("note"), SMALL), space(2), *boxes)

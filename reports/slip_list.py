"""Slip list: the room's seats in their drawn order, each line filled in as a slip goes out, and the slips to cut."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.stamp import Stamp
from app.views.working_papers import SlipList
from reports.blocks import (
    MM,
    PAD,
    SMALL,
    STRONG,
    WIDTH,
    Block,
    Column,
    NextPage,
    Strip,
    Table,
    Whole,
    by_hand,
    facts,
    heading,
    paragraph,
    space,
    table,
)
from reports.edition import Labels, labels
from reports.fonts import BOLD, Face, fitted, spelled
from reports.pen import Pen
from reports.room_frame import head_facts, room_frame
from reports.sheet import build, session_name
from reports.signature_boxes import signatures

LANES = 3
WRITTEN = 19.0
"""High enough for three digits and a time, in points."""
ACROSS = 3
HIGH = 26 * MM
SEAT = Face(BOLD, 24)


def draw(slips: SlipList, stamp: Stamp) -> bytes:
    """The finished PDF; the slips begin on a page of their own."""
    words, common = labels(stamp.edition, "slip_list"), labels(stamp.edition, "sheet")
    blocks = (
        _intro(slips, words, common),
        _listed(slips, words, common),
        _closing(slips, words),
        NextPage(_slips(slips, words, common)),
    )
    return build(room_frame(slips.head, stamp, words, common), stamp, blocks)


def _intro(slips: SlipList, words: Labels, common: Labels) -> Block:
    notes = [words(f"notes.{note}") for note in ("order", "write", "report")]
    return Whole([*facts(head_facts(slips.head, common)).strips, *(paragraph(note) for note in notes)])


def _listed(slips: SlipList, words: Labels, common: Labels) -> Block:
    widths = {"number": 11.0, "seat": 13, "tail": 14, "at": 0}
    columns = [Column(words(f"columns.{key}"), width, height=WRITTEN) for key, width in widths.items()]
    rows = [(str(number), seat, "", "") for number, seat in enumerate(slips.seats, 1)]
    return table(words("sections.slips", count=len(rows)), common, columns, rows, LANES)


def _closing(slips: SlipList, words: Labels) -> Block:
    roles = [words("signers.first"), words("signers.second")]
    return Whole(
        [
            heading(words("sections.counted")),
            by_hand(words("counted", count=len(slips.seats)), STRONG.size + 4 * PAD),
            space(4),
            *signatures(roles, words("signature_time")),
        ]
    )


def _slips(slips: SlipList, words: Labels, common: Labels) -> Block:
    title = words("sections.cut", room=slips.head.room)
    where = words(
        "slip.head",
        room=common("room", room=slips.head.room),
        session=session_name(common, slips.head.session),
    )
    numbered = list(enumerate(slips.seats, 1))
    rows = [_row(numbered[start : start + ACROSS], where, words) for start in range(0, len(numbered), ACROSS)]
    return Table(title, title, space(2), rows)


def _row(some: Sequence[tuple[int, str]], where: str, words: Labels) -> Strip:
    wide = WIDTH / ACROSS

    def draw_row(pen: Pen, left: float, top: float, height: float) -> None:
        for place, (number, seat) in enumerate(some):
            x = left + place * wide
            middle = x + wide / 2
            pen.box(x, top - height, wide, height)
            head = spelled(where)
            pen.text(middle, top - 5 * MM, head, fitted(head, SMALL, wide - 2 * PAD), 0.5)
            pen.text(middle, top - 15 * MM, words("slip.seat", seat=seat), SEAT, 0.5)
            pen.text(x + PAD, top - height + 2.5 * MM, words("slip.number", number=number), STRONG)
            pen.text(x + wide - PAD, top - height + 2.5 * MM, words("slip.tail"), SMALL, 1)

    return Strip(HIGH, draw_row)

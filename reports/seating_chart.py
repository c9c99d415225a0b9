"""Seating chart: everyone who is expected, with the photo to compare and a field to sign in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.views.stamp import Stamp
from app.views.working_papers import ChartLine, SeatingChart
from reports.blocks import (
    MM,
    PAD,
    SMALL,
    STRONG,
    WIDTH,
    Block,
    Strip,
    Table,
    Whole,
    by_hand,
    facts,
    heading,
    paragraph,
    space,
)
from reports.edition import Labels, labels
from reports.fonts import BOLD, REGULAR, Face, fitted, spelled
from reports.pen import Pen
from reports.photos import printable
from reports.room_frame import head_facts, room_frame
from reports.sheet import build
from reports.signature_boxes import signatures

ACROSS = 3
BETWEEN = 3 * MM
CARD = (WIDTH - (ACROSS - 1) * BETWEEN) / ACROSS
HIGH = 23.6 * MM
PHOTO = (15.5 * MM, 21 * MM)
BLANK = 6
"""Fields for who is transferred in."""
NUMBER = Face(BOLD, 12)
NAME = Face(BOLD, 11)
TICKET = Face(REGULAR, 9.5)

DrawCard = Callable[[Pen, float, float], None]


def draw(chart: SeatingChart, photos: Mapping[str, bytes], stamp: Stamp) -> bytes:
    """The finished PDF; `photos` are JPEG bytes by ticket, and who is not among them gets an empty frame."""
    words, common = labels(stamp.edition, "seating_chart"), labels(stamp.edition, "sheet")
    shown = {ticket: made for ticket, jpeg in photos.items() if (made := printable(jpeg))}
    head = chart.head
    blocks: list[Block] = [_intro(chart, words, common), *_cards(chart, shown, words, common)]
    # Where nobody has a fixed seat, or nobody was arranged, others may come.
    if head.overbooked or not all(line.seat for line in chart.lines) or not chart.lines:
        blank = [_card(None, None, words, common, head.overbooked) for _ in range(BLANK)]
        blocks.append(_table(words("sections.transferred"), common, blank))
    blocks.append(_closing(chart, words))
    return build(room_frame(head, stamp, words, common), stamp, blocks)


def _intro(chart: SeatingChart, words: Labels, common: Labels) -> Block:
    rule = "overbooked" if chart.head.overbooked else "fixed"
    lines = [words("notes.sign"), words(f"notes.{rule}")]
    return Whole([*facts(head_facts(chart.head, common)).strips, *(paragraph(line) for line in lines)])


def _cards(chart: SeatingChart, shown: Mapping[str, bytes], words: Labels, common: Labels) -> Sequence[Block]:
    missing = sum(line.ticket not in shown for line in chart.lines)
    name = "sections.candidates_missing" if missing else "sections.candidates"
    title = words(name, count=len(chart.lines), missing=missing)
    if not chart.lines:
        return (Whole([heading(title)]),)
    cards = [_card(line, shown.get(line.ticket), words, common, chart.head.overbooked) for line in chart.lines]
    return (_table(title, common, cards),)


def _table(title: str, common: Labels, cards: Sequence[DrawCard]) -> Block:
    rows = [_row(cards[start : start + ACROSS]) for start in range(0, len(cards), ACROSS)]
    return Table(title, common("continued", title=title), space(2), rows)


def _row(cards: Sequence[DrawCard]) -> Strip:
    def draw_row(pen: Pen, left: float, top: float, _height: float) -> None:
        for place, card in enumerate(cards):
            card(pen, left + place * (CARD + BETWEEN), top)

    return Strip(HIGH, draw_row)


def _card(line: ChartLine | None, photo: bytes | None, words: Labels, common: Labels, overbooked: bool) -> DrawCard:
    """Read from left to right, row by row; with no line everything is filled in by hand."""
    if line is None:
        number, name, ticket = words("card.sequence", number=""), words("card.name"), words("card.ticket")
    else:
        number = words("card.sequence", number=line.sequence)
        if not overbooked:
            number = words("card.seat", seat=line.seat or words("card.by_hand"))
        name, ticket = spelled(line.name or common("erased")), line.ticket

    def draw_card(pen: Pen, left: float, top: float) -> None:
        high = HIGH - 1.2 * MM
        pen.box(left, top - high, CARD, high)
        wide, tall = PHOTO
        x, y = left + 0.8 * MM, top - high + (high - tall) / 2
        if photo:
            pen.picture(x, y, wide, tall, photo)
        elif line:
            pen.box(x, y, wide, tall)
            pen.text(x + wide / 2, y + tall / 2 - 3, words("card.no_photo"), SMALL, 0.5)
        else:
            pen.box(x, y, wide, tall)
        at, room = x + wide + 1.8 * MM, CARD - wide - 3.2 * MM
        by_hand = line is None
        pen.text(at, top - 5 * MM, number, NUMBER if line else STRONG)
        pen.text(at, top - 9.8 * MM, name, SMALL if by_hand else fitted(name, NAME, room))
        pen.text(at, top - 14 * MM, ticket, SMALL if by_hand else fitted(ticket, TICKET, room))
        pen.rule(at - 0.9 * MM, top - 15.3 * MM, left + CARD)
        pen.text(at, top - 18.6 * MM, words("card.signature"), SMALL)
        pen.upright(at - 0.9 * MM, top, top - high)

    return draw_card


def _closing(chart: SeatingChart, words: Labels) -> Block:
    counted = "counted_overbooked" if chart.head.overbooked else "counted"
    roles = [words("signers.first"), words("signers.second")]
    return Whole(
        [
            heading(words("sections.counted")),
            by_hand(words(counted, count=len(chart.lines)), STRONG.size + 4 * PAD),
            space(4),
            *signatures(roles, words("signature_time")),
        ]
    )

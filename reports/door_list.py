"""Door list: which room this is, when, and whose tickets belong here, to be read standing."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.stamp import Stamp
from app.views.working_papers import DoorList
from reports.blocks import GAP, MM, WIDTH, Block, Column, Strip, Whole, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.fonts import BOLD, REGULAR, Face, fitted, spelled, width
from reports.pen import THICK, Pen
from reports.room_frame import head_facts, minute, room_frame
from reports.sheet import build

ROOM = Face(BOLD, 58)
PLACE = Face(REGULAR, 17)
TIME = Face(BOLD, 17)
NOTE = Face(BOLD, 11)
SIGN = 58 * MM
TICKET = Face(REGULAR, 9.5)
NAME = 37.0
"""Room for a masked name, in points."""


def draw(door: DoorList, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "door_list"), labels(stamp.edition, "sheet")
    blocks = (_sign(door, words, common), _candidates(door, words, common))
    return build(room_frame(door.head, stamp, words, common), stamp, blocks)


def _sign(door: DoorList, words: Labels, common: Labels) -> Block:
    head = door.head
    time = words("time", start=minute(head, first=True), end=minute(head, first=False))
    tickets = [line.ticket for line in door.lines]
    span = words("range", first=tickets[0], last=tickets[-1]) if tickets else words("nobody")
    place = words("place", building=head.building, floor=head.floor, name=head.room_name)
    lines = (
        (words("room", room=head.room), ROOM, 23),
        (place, PLACE, 34),
        (time, TIME, 44),
        (span, TIME, 53),
    )

    def draw_sign(pen: Pen, left: float, top: float, height: float) -> None:
        pen.box(left, top - height, WIDTH, height, THICK)
        for text, face, down in lines:
            said = spelled(text)
            pen.text(left + WIDTH / 2, top - down * MM, said, fitted(said, face, WIDTH - 8 * MM), 0.5)

    shown = dict(head_facts(head, common))
    pairs = [(name, shown[name]) for name in (common("facts.subject"), common("facts.session"))]
    entry = "entry" if head.late_entry_minutes else "entry_at_once"
    notes = [
        words(f"notes.{entry}", minutes=head.late_entry_minutes),
        words("notes.bring"),
        words("notes.overbooked" if head.overbooked else "notes.fixed"),
    ]
    return Whole([Strip(SIGN, draw_sign), space(6), *facts(pairs).strips, *(paragraph(note, NOTE) for note in notes)])


def _candidates(door: DoorList, words: Labels, common: Labels) -> Block:
    """As many side by side as their tickets allow; no seats in an overbooked site, whatever the data carry (OVB-04)."""
    title = words("sections.candidates", count=len(door.lines))
    if not door.lines:
        return Whole([heading(title)])
    seated = any(line.seat for line in door.lines) and not door.head.overbooked
    ticket = max(width(line.ticket, TICKET) for line in door.lines) + 8
    seat = 28.0 if seated else 0.0
    lanes = max(1, int((WIDTH + GAP) // (seat + ticket + NAME + GAP)))
    columns = [Column(words("columns.seat"), seat / MM)] if seated else []
    columns += [Column(words("columns.ticket"), ticket / MM), Column(words("columns.name"), 0)]
    rows: list[Sequence[str]] = []
    for line in door.lines:
        row = (line.ticket, common("erased") if line.name is None else line.name)
        rows.append((line.seat, *row) if seated else row)
    return table(title, common, columns, rows, lanes)

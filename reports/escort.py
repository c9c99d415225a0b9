"""Escort slips: who is led from a full room to which other one, four to a sheet, to be cut apart."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from app.core.terms import Mode
from app.views.stamp import Stamp
from app.views.transfer_sheet import EscortRoom, EscortSlip
from reports import fonts
from reports.blocks import MM, SMALL, STRONG, WIDTH
from reports.edition import Labels, labels
from reports.fonts import BOLD, REGULAR, Face, fitted, spelled, wrapped
from reports.pen import THICK, Pen
from reports.sheet import LEFT, PAGE, keep_code, moment, payload, put_code, session_name

A_PAGE = 4
HIGH = 68 * MM
TOP = PAGE[1] - 12 * MM
CODE = 22 * MM
TITLE = Face(BOLD, 15)
BIG = Face(BOLD, 22)
TEXT = Face(REGULAR, 11)


def draw(slips: Sequence[tuple[EscortSlip, Stamp]]) -> bytes:
    """The finished PDF of one slip or more, each with its stamp."""
    fonts.load()
    edition = slips[0][1].edition
    words, common = labels(edition, "escort"), labels(edition, "sheet")
    file = io.BytesIO()
    canvas = Canvas(file, PAGE, pageCompression=1, invariant=1, lang="zh-CN", initialFontName=REGULAR)
    canvas.setTitle(words("title"))
    canvas.setAuthor(common("author"))
    canvas.setCreator(common("author"))
    for n, (slip, stamp) in enumerate(slips):
        keep_code(canvas, payload(stamp, slip.head.site_code, slip.session, slip.room_out), f"code{n}")
    for start in range(0, len(slips), A_PAGE):
        pen = Pen()
        for place, (slip, stamp) in enumerate(slips[start : start + A_PAGE]):
            top = TOP - place * HIGH
            _slip(pen, slip, stamp, top, words, common)
            put_code(canvas, LEFT + WIDTH - CODE - 2 * MM, top - CODE - 2 * MM, CODE, f"code{start + place}")
        pen.write(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _slip(pen: Pen, slip: EscortSlip, stamp: Stamp, top: float, words: Labels, common: Labels) -> None:
    left, right = LEFT + 4 * MM, LEFT + WIDTH - 4 * MM
    pen.box(LEFT, top - HIGH + 3 * MM, WIDTH, HIGH - 3 * MM, THICK)
    marks = [words("title")]
    if slip.head.mode == Mode.PRACTICE:
        marks.append(common("mark.practice"))
    pen.text(left, top - 8 * MM, common("between_marks").join(marks), TITLE)
    session = session_name(common, slip.session)
    where = words("where", site=slip.head.site_name, session=session, subject=slip.subject)
    _line(pen, left, top - 14 * MM, where, SMALL, WIDTH - CODE - 10 * MM)
    said = (words("number", number=slip.number), common("printed", at=moment(stamp.printed_at), by=stamp.printed_by))
    _line(pen, left, top - 18.5 * MM, common("between_marks").join(said), SMALL, WIDTH - CODE - 10 * MM)
    value, room = left + 18 * MM, WIDTH - CODE - 28 * MM
    lines = (
        (words("ticket"), common("between_marks").join((slip.ticket, slip.name or common("erased")))),
        (words("out"), words("room_out", room=slip.room_out, at=moment(slip.out_at)[11:])),
    )
    for row, (label, text) in enumerate(lines):
        pen.text(left, top - (25 + 6 * row) * MM, label, STRONG)
        _line(pen, value, top - (25 + 6 * row) * MM, text, TEXT, room)
    pen.text(left, top - 41 * MM, words("to"), STRONG)
    _target(pen, slip.rooms, value, top, words)
    for row, text in enumerate(wrapped(words("task"), SMALL, right - left)):
        pen.text(left, top - (52.5 + 4 * row) * MM, text, SMALL)
    _line(pen, left, top - 62.5 * MM, words("filled"), SMALL, right - left)


def _target(pen: Pen, rooms: Sequence[EscortRoom], x: float, top: float, words: Labels) -> None:
    """The best room large, the next two beneath it; with none suggested the desk says where to go."""
    if not rooms:
        pen.text(x, top - 41 * MM, words("ask"), TEXT)
        return
    best, *others = rooms
    first = words("room_to", room=best.room)
    pen.text(x, top - 41.5 * MM, first, BIG)
    place = words("place", building=best.building, floor=best.floor)
    _line(pen, x + fonts.width(first, BIG) + 4 * MM, top - 41.5 * MM, place, TEXT, 60 * MM)
    if others:
        named = [words("other", room=one.room, building=one.building, floor=one.floor) for one in others[:2]]
        text = words("otherwise", rooms=words("separator").join(named))
        _line(pen, x, top - 47 * MM, text, SMALL, WIDTH - 26 * MM)


def _line(pen: Pen, x: float, y: float, text: str, face: Face, room: float) -> None:
    said = spelled(text)
    pen.text(x, y, said, fitted(said, face, room))

"""The frame of every printed form: head, code, footer, marks, and the flow of the body over pages."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import groupby
from typing import Any

import segno
from reportlab.pdfgen.canvas import Canvas

from app.core.terms import Mode
from app.views.stamp import Stamp
from reports import fonts
from reports.blocks import MM, WIDTH, Block, Strip, Whole
from reports.edition import Labels, labels
from reports.fonts import BOLD, REGULAR, Face, fitted, spelled, width, wrapped
from reports.pen import THICK, THIN, Pen

PAGE = (210 * MM, 297 * MM)
LEFT = 18 * MM
"""Wider than the right margin: sheets are filed."""
RIGHT = LEFT + WIDTH
FIRST_TOP = PAGE[1] - 36 * MM
NEXT_TOP = PAGE[1] - 27 * MM
NOTE = 5 * MM
"""A line of the framed note under the title."""
BOTTOM = 25 * MM
TITLE = Face(BOLD, 20)
SUBTITLE = Face(REGULAR, 11)
RUNNING = Face(BOLD, 10.5)
CORNER = Face(REGULAR, 8.5)
MARKS = Face(BOLD, 10)
FOOT = Face(REGULAR, 8)
PAGES = Face(BOLD, 9)
QUIET = 4
"""Modules left white around a code."""

BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frame of one form says. `running` names form, room and session at the head of later pages."""

    title: str
    subtitle: str
    running: str
    number: str
    code: str
    mode: str
    ministry: str
    software_lock: bool


def build(frame: Frame, stamp: Stamp, blocks: Sequence[Block]) -> bytes:
    """The finished PDF; the same arguments give the same bytes."""
    if stamp.copy > 1 and not stamp.reason and not stamp.draft:
        raise ValueError("a reprint needs its reason")
    fonts.load()
    words = labels(stamp.edition, "sheet")
    file = io.BytesIO()
    canvas = Canvas(file, PAGE, pageCompression=1, invariant=1, lang="zh-CN", initialFontName=REGULAR)
    canvas.setTitle(f"{frame.title} {frame.number}")
    canvas.setSubject(frame.subtitle)
    canvas.setAuthor(words("author"))
    canvas.setCreator(words("author"))
    keep_code(canvas, frame.code)
    notes = len(_notes(frame, stamp, words))
    first = FIRST_TOP - (NOTE * notes + 4 * MM if notes else 0)
    pages = _pages(blocks, first)
    for number, strips in enumerate(pages, 1):
        put_marks(canvas, _watermarks(frame, stamp, words))
        pen = Pen()
        _head(pen, canvas, frame, stamp, words) if number == 1 else _running(pen, canvas, frame, stamp, words)
        top = first if number == 1 else NEXT_TOP
        for strip in strips:
            strip.draw(pen, LEFT, top, strip.height)
            top -= strip.height
        _foot(pen, frame, stamp, words, words("page", page=number, pages=len(pages)))
        pen.write(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def payload(stamp: Stamp, site: str, session: str, room: str) -> str:
    """What the code on a sheet says: ASCII upper case, 16 digits of each digest. A draft is copy 0."""
    form, copy = stamp.form.replace("_", "-"), 0 if stamp.draft else stamp.copy
    parts = ("EXAMSITE1", form, site, session, room, copy, stamp.entry, stamp.head[:16], stamp.record[:16])
    return ":".join(map(str, parts)).upper()


def moment(at: datetime, day: datetime | None = None) -> str:
    """Date and time on the site's clock; the time alone on the given day."""
    at = _local(at)
    return f"{at:%H:%M:%S}" if day and at.date() == _local(day).date() else f"{at:%Y-%m-%d %H:%M:%S}"


def session_name(words: Labels, session: str) -> str:
    """ "1-2" in words; any other id as it stands."""
    batch, _, place = session.partition("-")
    return words("session", batch=batch, place=place) if batch.isdigit() and place.isdigit() else session


def _local(at: datetime) -> datetime:
    return at.astimezone(BEIJING) if at.tzinfo else at


def _pages(blocks: Sequence[Block], first: float) -> list[list[Strip]]:
    """Blocks set one after another; what does not fit goes on over the page."""
    pages: list[list[Strip]] = [[]]
    left = first - BOTTOM
    for block in blocks:
        rest: Block | None = block
        while rest:
            strips, rest = rest.take(left)
            if rest and not strips and not pages[-1]:
                strips, rest = rest.broken().take(left) if isinstance(rest, Whole) else ((), rest)
                if not strips:
                    raise ValueError("a block is higher than a page")
            pages[-1] += strips
            left -= sum(strip.height for strip in strips)
            if rest:
                pages.append([])
                left = NEXT_TOP - BOTTOM
    return pages


def _reprint(stamp: Stamp) -> bool:
    return stamp.copy > 1 and not stamp.draft


def _watermarks(frame: Frame, stamp: Stamp, words: Labels) -> list[str]:
    marks = ((frame.mode == Mode.PRACTICE, "practice"), (stamp.draft, "draft"), (_reprint(stamp), "reprint"))
    return [words(f"mark.{name}") for wanted, name in marks if wanted]


def _tags(frame: Frame, stamp: Stamp, words: Labels) -> list[str]:
    """The same marks as words at the head, where a copier cannot lose them."""
    tags = [words("mark.software_lock")] if frame.software_lock else []
    return [*tags, *_watermarks(frame, stamp, words)]


def _head(pen: Pen, canvas: Any, frame: Frame, stamp: Stamp, words: Labels) -> None:
    top, side, middle = PAGE[1], 24 * MM, PAGE[0] / 2
    pen.text(middle, top - 21 * MM, frame.title, TITLE, 0.5)
    subtitle = spelled(frame.subtitle)
    pen.text(middle, top - 28 * MM, subtitle, fitted(subtitle, SUBTITLE, 116 * MM), 0.5)
    kept = words("copy", copy=stamp.copy) if stamp.copy else words("not_kept")
    copy = words("draft_copy") if stamp.draft else kept
    corner = (words("number", number=frame.number), words("edition", edition=stamp.edition), copy)
    for row, text in enumerate(map(spelled, corner)):
        pen.text(LEFT, top - (12 + 4.2 * row) * MM, text, fitted(text, CORNER, 52 * MM))
    put_code(canvas, RIGHT - side, top - 10 * MM - side, side)
    if notes := _notes(frame, stamp, words):
        wide = max(width(line, MARKS) for line in notes) + 5 * MM
        high = NOTE * len(notes) + 1.5 * MM
        y = FIRST_TOP + 4.2 * MM - high
        pen.box(middle - wide / 2, y - 3 * MM, wide, high, THICK)
        for row, line in enumerate(notes):
            pen.text(middle, y - 1.8 * MM + NOTE * (len(notes) - 1 - row), line, MARKS, 0.5)


def _notes(frame: Frame, stamp: Stamp, words: Labels) -> list[str]:
    """The lines of the framed note under the title: every mark, and the reason of a reprint."""
    tags = _tags(frame, stamp, words)
    if _reprint(stamp):
        tags.append(words("reason", copy=stamp.copy, reason=words.named("reprint", stamp.reason)))
    return wrapped(spelled(words("between_marks").join(tags)), MARKS, 160 * MM) if tags else []


def _running(pen: Pen, canvas: Any, frame: Frame, stamp: Stamp, words: Labels) -> None:
    top, side = PAGE[1], 18 * MM
    running = spelled(frame.running)
    pen.text(LEFT, top - 16 * MM, running, fitted(running, RUNNING, WIDTH - side - 4 * MM))
    pen.text(LEFT, top - 21.5 * MM, spelled(words("number", number=frame.number)), CORNER)
    tags = words("between_marks").join(_tags(frame, stamp, words))
    pen.text(RIGHT - side - 4 * MM, top - 21.5 * MM, tags, MARKS, 1)
    pen.rule(LEFT, top - 24 * MM, RIGHT, THICK)
    put_code(canvas, RIGHT - side, top - 5.5 * MM - side, side)


def _foot(pen: Pen, frame: Frame, stamp: Stamp, words: Labels, page: str) -> None:
    pen.rule(LEFT, BOTTOM - 2 * MM, RIGHT, THIN)
    printed = words("printed", at=moment(stamp.printed_at), by=stamp.printed_by)
    journal = words("journal", at=moment(stamp.event_time), entry=stamp.entry, head=stamp.head[:8])
    lines = (printed, journal, words("record", digest=_grouped(stamp.record)), words("ministry", key=frame.ministry))
    for row, text in enumerate(map(spelled, lines)):
        pen.text(LEFT, BOTTOM - (5.6 + 3.6 * row) * MM, text, fitted(text, FOOT, WIDTH - 32 * MM))
    pen.text(RIGHT, BOTTOM - 5.8 * MM, page, PAGES, 1)


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def put_marks(canvas: Any, marks: Sequence[str]) -> None:
    """A grey outline under the text. It may fade on a copy: the same words stand in black at the head of every page."""
    for place, mark in enumerate(marks, 1):
        canvas.saveState()
        canvas.translate(PAGE[0] / 2, PAGE[1] * (1 - place / (len(marks) + 1)))
        canvas.rotate(35)
        canvas.setFont(BOLD, 84)
        canvas.setLineWidth(0.7)
        canvas.setStrokeGray(0.6)
        canvas.drawCentredString(0, -30, mark, mode=1)
        canvas.restoreState()


def keep_code(canvas: Any, text: str, name: str = "code") -> None:
    """The QR code as one path, one point wide, kept in the file once."""
    # Readers take any mask; weighing all eight took a fifth of the time of a form, and digests are even by nature.
    rows = segno.make(text, error="m", micro=False, mask=3).matrix
    side = len(rows) + 2 * QUIET
    path = []
    for down, row in enumerate(rows, QUIET + 1):
        across = QUIET
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                path.append(f"{across} {side - down} {length} 1 re")
            across += length
    canvas.beginForm(name, 0, 0, 1, 1)
    canvas.scale(1 / side, 1 / side)
    canvas.addLiteral("\n".join((*path, "f")))
    canvas.endForm()


def put_code(canvas: Any, x: float, y: float, side: float, name: str = "code") -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(side, side)
    canvas.doForm(name)
    canvas.restoreState()

"""Forms that are filled in by hand: tables, columns, rows and boxes as data, one file a form."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from app.resources import RESOURCES
from app.views.hand_sheet import HandSheet
from app.views.stamp import Stamp
from reports.blocks import MM, STRONG, Block, Column, NextPage, Whole, by_hand, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.fonts import BOLD, Face
from reports.poster import lines
from reports.sheet import build, moment, payload, session_name
from reports.signature_boxes import signatures
from reports.site_frame import NOWHERE, site_frame

HEAD = Face(BOLD, 15)
_FILES: Mapping[str, str] = {
    "E24": "paper_ledger",
    "E25": "preparation",
    "E26": "skill_room_table",
}


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column; width in millimetres, one of width 0 takes what the others leave."""

    title: str
    width: float = 0
    left: bool = False


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section: a table, then paragraphs, then framed fields, each where there is one.

    `each_room`: cells of a row for every room; `blank`: rows to write in; `high`: of every row, in millimetres.
    `fields`: label and height in millimetres.
    """

    title: str
    text: tuple[str, ...] = ()
    columns: tuple[Shape, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    each_room: tuple[str, ...] = ()
    blank: int = 0
    high: float = 7.5
    fields: tuple[tuple[str, float], ...] = ()


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One form of the file, on a page of its own; `facts` are label and value, "" to write in."""

    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    signers: tuple[str, ...]
    title: str = ""
    statement: str = ""


class HandForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    number: str
    pages: tuple[Page, ...]


@cache
def hand_form(edition: str, form: str) -> HandForm:
    """An old sheet is reprinted in the shape of its own edition."""
    path = RESOURCES / "records" / edition / f"{_FILES[form]}.toml"
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), HandForm)


def draw(sheet: HandSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    form = hand_form(stamp.edition, sheet.form)
    words, common = labels(stamp.edition, "hand_form"), labels(stamp.edition, "sheet")
    known = _known(sheet, words, common)
    title = words("title", title=form.title)
    running = words("running", title=form.title, subject=known["session"])
    code = payload(stamp, sheet.head.site_code, sheet.times.session, NOWHERE)
    number = form.number.format(**known)
    frame = site_frame(sheet.head, stamp, title, number, running, code)
    blocks: list[Block] = []
    for page in form.pages:
        first, *rest = _page(page, sheet, known, words, common)
        blocks += [NextPage(first) if blocks else first, *rest]
    return build(frame, stamp, blocks)


def _known(sheet: HandSheet, words: Labels, common: Labels) -> Mapping[str, str]:
    """What the cells of a form may name."""
    times, rooms = sheet.times, sheet.rooms
    return {
        "site": common("site", name=sheet.head.site_name, code=sheet.head.site_code),
        "code": sheet.head.site_code,
        "subject": sheet.subject,
        "exam": sheet.head.exam,
        "address": sheet.address,
        "rooms": words("rooms", count=len(rooms)),
        "seats": words("seats", count=sum(one.seats for one in rooms)),
        "candidates": words("candidates", count=sum(one.candidates for one in rooms)),
        "session": session_name(common, times.session),
        "of": times.subject,
        "planned": common(
            "between",
            start=moment(times.starts_at)[:-3],
            end=moment(times.ends_at, times.starts_at)[:-3],
        ),
    }


def _page(page: Page, sheet: HandSheet, known: Mapping[str, str], words: Labels, common: Labels) -> Iterator[Block]:
    title = [lines(page.title, HEAD, lean=0.5)] if page.title else []
    pairs = [(label, value.format(**known)) for label, value in page.facts]
    yield Whole([*title, paragraph(words("note"), STRONG), space(3), *facts(pairs).strips])
    for part in page.parts:
        yield from _part(part, sheet, known, common)
    statement = [paragraph(page.statement)] if page.statement else []
    yield Whole([*statement, space(6), *signatures(page.signers, words("signature_time"))])


def _part(part: Part, sheet: HandSheet, known: Mapping[str, str], common: Labels) -> Iterator[Block]:
    text = [paragraph(one.format(**known)) for one in part.text]
    if part.columns:
        columns = [Column(one.title, one.width, not one.left, part.high * MM) for one in part.columns]
        yield table(part.title, common, columns, _rows(part, sheet))
    if text or part.fields:
        framed = [by_hand(label, height * MM) for label, height in part.fields]
        top = [] if part.columns else [heading(part.title)]
        yield Whole([*top, *text, *framed])


def _rows(part: Part, sheet: HandSheet) -> Sequence[Sequence[str]]:
    """Cells that nobody can fill in beforehand are left to the hand."""
    width = len(part.columns)
    rows = [(*row, *[""] * (width - len(row))) for row in part.rows]
    if part.each_room:
        for room in sheet.rooms:
            values = msgspec.structs.asdict(room)
            row = [cell.format(**values) for cell in part.each_room]
            rows.append((*row, *[""] * (width - len(row))))
    return [*rows, *[("",) * width] * part.blank]

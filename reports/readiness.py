"""Readiness list: a week before, the day before, and room by room; what nobody looked at is left to the hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from app.core.readiness_state import LookState
from app.views.readiness_sheet import Found, ReadinessSheet, RoomItem, SiteItem
from app.views.session_times import PlacedRoom
from app.views.stamp import Stamp
from reports import fonts
from reports.blocks import MM, Block, Column, Whole, by_hand, facts, figures, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.sheet import build, moment
from reports.site_frame import signing, site_frame

WRITTEN = 17.0
"""High enough to write in, in points."""
_PARAGRAPH = re.compile("¶([0-9]+)")


def draw(sheet: ReadinessSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "readiness"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, exam=sheet.exam_id)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running"))
    blocks = [_head(sheet, words, common)]
    blocks += [_items(name, items, words, common) for name, items in (("week", sheet.week), ("eve", sheet.eve))]
    blocks += [_rooms(sheet, words, common), _notes(sheet, words, common), _closing(sheet, words)]
    return build(frame, stamp, blocks)


def _head(sheet: ReadinessSheet, words: Labels, common: Labels) -> Block:
    done = words("done_of", done=len(sheet.found), asked=sheet.asked)
    pairs = [
        (words("facts.site"), common("site", name=sheet.head.site_name, code=sheet.head.site_code)),
        (words("facts.address"), sheet.address),
        (words("facts.first_day"), sheet.first_day.isoformat() if sheet.first_day else ""),
        (words("facts.rooms"), words("rooms", count=len(sheet.rooms))),
        (words("facts.done"), done if sheet.found else ""),
    ]
    notes = (paragraph(words("by_hand")), paragraph(words("documents_note")))
    return Whole([*facts(pairs, 24).strips, *notes])


def _items(section: str, items: Sequence[SiteItem], words: Labels, common: Labels) -> Block:
    title = words(f"sections.{section}", count=len(items))
    if not items:
        return Whole([heading(title), paragraph(words("no_items"))])
    widths = {"number": 10.0, "item": 45, "source": 30, "state": 14, "by": 18, "at": 23, "text": 0}
    columns = [
        Column(words(f"columns.{key}"), width, centred=key not in ("item", "text"), height=WRITTEN)
        for key, width in widths.items()
    ]
    rows = [
        (str(n), _named(one, words), _source(one.source, words), *_found(one.found, words, common))
        for n, one in enumerate(items, 1)
    ]
    return table(title, common, columns, rows)


def _named(one: SiteItem | RoomItem, words: Labels) -> str:
    name = words(f"items.{one.item}")
    return words("advised", item=name) if one.advice else name


def _source(source: str, words: Labels) -> str:
    """By the name that the document has on the sheet."""
    document, _, place = source.partition(" ")
    place = _PARAGRAPH.sub(lambda found: words("section", number=found[1]), place)
    return words("source", document=words.named("documents", document), place=place)


def _found(found: Found | None, words: Labels, common: Labels) -> Sequence[str]:
    if found is None:
        return "", "", "", ""
    text = common("erased") if found.text is None else fonts.shortened(found.text)
    return words(f"states.{found.state}"), found.by, moment(found.at)[5:-3], text


def _rooms(sheet: ReadinessSheet, words: Labels, common: Labels) -> Block:
    title = words("sections.rooms")
    if not sheet.of_rooms:
        return Whole([heading(title), paragraph(words("no_items"))])
    columns = [Column(words("columns.room"), 13, height=WRITTEN)]
    columns += [Column(_named(one, words), 124 / len(sheet.of_rooms)) for one in sheet.of_rooms]
    columns.append(Column(words("columns.who"), 0))
    return table(title, common, columns, [_room(place, sheet, words) for place in sheet.rooms])


def _room(place: PlacedRoom, sheet: ReadinessSheet, words: Labels) -> Sequence[str]:
    said, here = [place.room], list[Found]()
    for one in sheet.of_rooms:
        found = dict(one.found).get(place.room)
        if found:
            here.append(found)
        blank = "" if place.room in one.rooms else words("none")
        said.append(words(f"states.{found.state}") if found else blank)
    last = max((one.at for one in here), default=None)
    by = words("comma").join(dict.fromkeys(one.by for one in here))
    return (*said, words("who_when", by=by, at=moment(last)[5:-3]) if last else "")


def _notes(sheet: ReadinessSheet, words: Labels, common: Labels) -> Block:
    """What was written, or found faulty, room by room."""
    rows = list(_noted(sheet, words, common))
    if not rows:
        return Whole([heading(words("sections.notes")), paragraph(words("no_notes"))])
    widths = {"room": 13.0, "item": 34, "state": 15, "text": 0, "by": 22, "at": 24}
    columns = [
        Column(words(f"columns.{key}"), width, centred=key not in ("item", "text")) for key, width in widths.items()
    ]
    return table(words("sections.notes"), common, columns, rows)


def _noted(sheet: ReadinessSheet, words: Labels, common: Labels) -> Iterator[Sequence[str]]:
    for place in sheet.rooms:
        for one in sheet.of_rooms:
            found = dict(one.found).get(place.room)
            if found and (found.text != "" or found.state == LookState.FAULTY):
                state, by, at, text = _found(found, words, common)
                yield place.room, words(f"items.{one.item}"), state, text, by, at


def _closing(sheet: ReadinessSheet, words: Labels) -> Block:
    count = Counter(found.state for found in sheet.found)
    states = {state.value: str(count[state]) if sheet.found else "" for state in LookState}
    left = str(sheet.asked - len(sheet.found)) if sheet.found else ""
    numbers = {"asked": str(sheet.asked), **states, "open": left}
    return Whole(
        [
            heading(words("sections.totals")),
            figures([(words(f"counts.{key}"), number) for key, number in numbers.items()]),
            space(4),
            by_hand(words("open_items"), 18 * MM),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{part}"), "") for part in ("site_admin", "chief")]),
        ]
    )

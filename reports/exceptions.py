"""Exceptions of one exam day: a line for each kind, and the chief's signature under them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from app.views.exceptions_sheet import ExceptionLine, ExceptionsSheet
from app.views.stamp import Stamp
from reports.blocks import Column, Whole, facts, figures, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.sheet import BEIJING, build, moment
from reports.site_frame import signing, site_frame

_NAMED = 9
"""Rooms that are printed; of more it is said how many they are."""


def draw(sheet: ExceptionsSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "exceptions"), labels(stamp.edition, "sheet")
    day = words("day", day=sheet.day)
    number = words("number", site=sheet.head.site_code, day=day)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", day=day))
    place = common("site", name=sheet.head.site_name, code=sheet.head.site_code)
    widths = {"kind": 0.0, "count": 12, "between": 36, "rooms": 36, "entries": 38}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    noon = datetime.combine(sheet.day, time(12), BEIJING)
    rows = [_row(line, words, noon) for line in sheet.lines]
    closing = Whole(
        [
            heading(words("sections.totals")),
            figures(
                [
                    (words("counts.kinds"), str(len(sheet.lines))),
                    (words("counts.all"), str(sum(line.count for line in sheet.lines))),
                ]
            ),
            heading(words("sections.signature")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words("signers.chief"), "")]),
        ]
    )
    blocks = (
        facts([(words("facts.site"), place), (words("facts.day"), day)]),
        table(words("sections.lines", count=len(rows)), common, columns, rows),
        closing,
    )
    return build(frame, stamp, blocks)


def _row(line: ExceptionLine, words: Labels, noon: datetime) -> tuple[str, ...]:
    kind = words(f"kinds.{line.kind}")
    several = line.count > 1
    between = words("between", first=moment(line.first_at, noon), last=moment(line.last_at, noon))
    more = words("more", count=line.count - len(line.entries)) if line.count > len(line.entries) else ""
    return (
        words("of", kind=kind, group=words(f"groups.{line.of}")) if line.of else kind,
        str(line.count),
        between if several else moment(line.first_at, noon),
        _rooms(line.rooms, words) if line.rooms else words("whole_site"),
        words("separator").join(map(str, line.entries)) + more,
    )


def _rooms(rooms: Sequence[str], words: Labels) -> str:
    named = words("separator").join(rooms[:_NAMED])
    return named if len(rooms) <= _NAMED else words("rooms", named=named, count=len(rooms))

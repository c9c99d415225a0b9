"""Count of scratch paper: what each room handed out and got back, with totals and the exam office's signature."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.scratch_sheet import ScratchRoom, ScratchSheet
from app.views.stamp import Stamp
from reports.blocks import PLAIN, STRONG, Block, Column, Whole, facts, figures, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.session_frame import session_facts, session_frame
from reports.sheet import build, moment
from reports.signature_boxes import signatures

_WIDTHS = {"room": 16.0, "name": 0, "handed_out": 18, "returned": 18, "missing": 18, "note": 45, "at": 22}


def draw(sheet: ScratchSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "scratch_paper"), labels(stamp.edition, "sheet")
    columns = [Column(words(f"columns.{key}"), width) for key, width in _WIDTHS.items()]
    rows = [_line(one, sheet, words) for one in sheet.rooms]
    title = words("sections.rooms", count=len(rows))
    blocks: list[Block] = [facts(session_facts(sheet.head, common)), table(title, common, columns, rows)]
    return build(session_frame(sheet.head, stamp, words, common), stamp, [*blocks, _closing(sheet, words)])


def _line(one: ScratchRoom, sheet: ScratchSheet, words: Labels) -> Sequence[str]:
    none = words("none")
    if one.at is None:
        return (one.room, one.room_name, none, none, none, words("not_counted"), none)
    note = words(f"notes.{one.note}") if one.note else none
    missing = one.handed_out - one.returned
    at = moment(one.at, sheet.head.planned_start)
    return (one.room, one.room_name, str(one.handed_out), str(one.returned), str(missing), note, at)


def _closing(sheet: ScratchSheet, words: Labels) -> Block:
    out, back = sum(one.handed_out for one in sheet.rooms), sum(one.returned for one in sheet.rooms)
    totals = {"handed_out": out, "returned": back, "missing": out - back}
    verdict = words("missing", count=out - back) if out > back else words("balanced")
    uncounted = sum(one.at is None for one in sheet.rooms)
    said = words("balance", handed_out=out, returned=back, verdict=verdict)
    return Whole(
        [
            heading(words("sections.totals")),
            figures([(words(f"counts.{key}"), str(value)) for key, value in totals.items()]),
            paragraph(said, STRONG if out > back else PLAIN),
            *([paragraph(words("open", count=uncounted), STRONG)] if uncounted else []),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(4),
            *signatures([words("signers.exam_office")], words("signature_time")),
        ]
    )

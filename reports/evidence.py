"""List of evidence and of things in custody: what was taken, where it lay when; signed by those who hand it on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.core.violation_state import KeptAt
from app.views.evidence_sheet import EvidenceLine, EvidenceSheet
from app.views.stamp import Stamp
from reports.blocks import Block, Column, Whole, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.session_frame import session_facts, session_frame
from reports.sheet import build, moment
from reports.signature_boxes import signatures
from reports.violation import short_digest

_WIDTHS = {"tag": 24.0, "who": 33, "kind": 17, "item": 0, "moves": 37, "owner": 22}
_PLACES = (KeptAt.ROOM, KeptAt.EXAM_OFFICE, KeptAt.POLICE, KeptAt.OWNER)


def draw(sheet: EvidenceSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "evidence"), labels(stamp.edition, "sheet")
    named = labels(stamp.edition, "violation")
    columns = [Column(words(f"columns.{key}"), width, key not in ("item", "moves")) for key, width in _WIDTHS.items()]
    rows = [_line(one, sheet, words, common, named) for one in sheet.pieces]
    title = words("sections.pieces", count=len(rows))
    blocks: list[Block] = [facts(session_facts(sheet.head, common)), table(title, common, columns, rows)]
    return build(session_frame(sheet.head, stamp, words, common), stamp, [*blocks, _closing(sheet, words)])


def _line(one: EvidenceLine, sheet: EvidenceSheet, words: Labels, common: Labels, named: Labels) -> Sequence[str]:
    erased, day = common("erased"), sheet.head.planned_start
    item = erased if one.item is None else one.item
    if one.ticket:
        who = words("person", room=one.room, ticket=one.ticket, name=one.name or erased)
    else:
        who = words("person_outside", room=one.room, name=words("outsider"))
    moves = (words("move", at=moment(move.at, day), place=named(f"places.{move.place}")) for move in one.moves)
    return (
        one.tag,
        who,
        named(f"evidence.{one.kind}"),
        words("piece", item=item, digest=short_digest(one.digest)) if one.digest else item,
        words("moves").join(moves),
        "" if one.moves[-1].place == KeptAt.OWNER else words("none"),
    )


def _closing(sheet: EvidenceSheet, words: Labels) -> Block:
    lying = Counter(one.moves[-1].place for one in sheet.pieces)
    counts = {place: lying[place] for place in _PLACES}
    boxes = [words(f"signers.{one}") for one in ("giver_1", "giver_2", "exam_office")]
    return Whole(
        [
            heading(words("sections.totals")),
            paragraph(words("balance", total=len(sheet.pieces), **counts)),
            paragraph(words("statement")),
            space(4),
            *signatures(boxes, words("signature_time")),
        ]
    )

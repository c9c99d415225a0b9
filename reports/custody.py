"""Custody sheet: where every lock and VPN key is, and who gave it to whom on one day, each line signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time

from app.views.custody_sheet import Custody, CustodySheet, LockLine, Movement, MovementKind
from app.views.stamp import Stamp
from reports.blocks import Block, Column, Whole, facts, figures, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.sheet import BEIJING, build, moment
from reports.site_frame import signing, site_frame

SIGNED = 23.0
"""High enough for a name written by hand, in points."""


def draw(sheet: CustodySheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "custody"), labels(stamp.edition, "sheet")
    day = words("day", day=sheet.day)
    number = words("number", site=sheet.head.site_code, day=day)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", day=day))
    place = common("site", name=sheet.head.site_name, code=sheet.head.site_code)
    blocks = (
        facts([(words("facts.site"), place), (words("facts.day"), day)]),
        _locks(sheet, words, common),
        _movements(sheet, words, common),
        _closing(sheet, words),
    )
    return build(frame, stamp, blocks)


def _noon(sheet: CustodySheet) -> datetime:
    return datetime.combine(sheet.day, time(12), BEIJING)


def _locks(sheet: CustodySheet, words: Labels, common: Labels) -> Block:
    widths = {"serial": 29.0, "kind": 19, "reference": 31, "room": 15, "custody": 17, "holder": 0, "since": 37}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [_lock(line, sheet, words) for line in sheet.locks]
    return table(words("sections.locks", count=len(rows)), common, columns, rows)


def _lock(line: LockLine, sheet: CustodySheet, words: Labels) -> Sequence[str]:
    none = words("none")
    custody = words(f"custody.{line.custody}")
    return (
        line.serial,
        words.named("kinds", line.kind),
        line.reference or none,
        line.room or none,
        words("revoked", custody=custody) if line.revoked else custody,
        line.holder or none,
        moment(line.since, _noon(sheet)) if line.since else none,
    )


def _movements(sheet: CustodySheet, words: Labels, common: Labels) -> Block:
    widths = {"at": 22.0, "serial": 29, "event": 25, "giver": 22, "giver_signs": 28, "taker": 22, "taker_signs": 0}
    columns = [Column(words(f"columns.{key}"), width, height=SIGNED) for key, width in widths.items()]
    rows = [_movement(line, sheet, words) for line in sheet.movements]
    return table(words("sections.movements", count=len(rows)), common, columns, rows)


def _movement(line: Movement, sheet: CustodySheet, words: Labels) -> Sequence[str]:
    at = moment(line.at, _noon(sheet))
    if line.kind == MovementKind.LOST:
        event = words("lost_by", holder=line.holder) if line.holder else words("lost_unheld")
        return at, line.serial, event, line.giver, "", words("none"), words("none")
    return at, line.serial, words(f"events.{line.kind}"), line.giver, "", line.taker, ""


def _closing(sheet: CustodySheet, words: Labels) -> Block:
    count = Counter(line.custody for line in sheet.locks)
    numbers = {
        "registered": len(sheet.locks),
        "out": count[Custody.OUT],
        "in": count[Custody.NEVER] + count[Custody.RETURNED],
        "lost": count[Custody.LOST],
    }
    return Whole(
        [
            heading(words("sections.totals")),
            figures([(words(f"counts.{key}"), str(number)) for key, number in numbers.items()]),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words("signers.operator"), ""), (words("signers.office"), "")]),
        ]
    )

"""Cleanup certificate: the centre confirmed every session, then two persons removed exam system and process data."""

from __future__ import annotations

from app.views.cleanup_sheet import CleanupLine, CleanupSheet
from app.views.stamp import Stamp
from reports.blocks import MM, STRONG, Block, Column, Whole, by_hand, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.handover import WRITTEN, grouped
from reports.sheet import build, moment, session_name
from reports.site_frame import signing, site_frame


def draw(sheet: CleanupSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "cleanup"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, exam=sheet.exam_id)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", exam=sheet.exam_id))
    site = common("site", name=sheet.head.site_name, code=sheet.head.site_code)
    blocks = (
        facts([(words("facts.site"), site), (words("facts.exam"), sheet.exam_id)]),
        _sessions(sheet, words, common),
        _rooms(sheet, words, common),
        _closing(sheet, words),
    )
    return build(frame, stamp, blocks)


def _sessions(sheet: CleanupSheet, words: Labels, common: Labels) -> Block:
    widths = {"session": 30.0, "subject": 26, "checked_at": 21, "backups": 13, "backup": 0, "receipt": 39}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [_session(one, words, common) for one in sheet.sessions]
    return table(words("sections.sessions", count=len(rows)), common, columns, rows)


def _session(one: CleanupLine, words: Labels, common: Labels) -> tuple[str, ...]:
    named = one.backup if one.current else words("outdated", name=one.backup)
    return (
        session_name(common, one.session),
        one.subject,
        moment(one.checked_at) if one.checked_at else words("not_checked"),
        str(one.backups),
        f"{named} {grouped(one.digest)}" if one.backup else words("no_backup"),
        one.receipt or words("not_receipted"),
    )


def _rooms(sheet: CleanupSheet, words: Labels, common: Labels) -> Block:
    widths = {"day": 0.0, "due": 26, "checked": 34, "medium": 62}
    columns = [Column(words(f"columns.{key}"), width, height=WRITTEN) for key, width in widths.items()]
    rows = [(words("room_day", day=one.day, rooms=one.rooms), str(one.rooms), "", "") for one in sheet.days]
    return table(words("sections.rooms"), common, columns, rows)


def _closing(sheet: CleanupSheet, words: Labels) -> Block:
    """Whether it may be done at all stands beside the signatures."""
    numbers = words("between").join(sheet.handovers)
    handed = (
        paragraph(words("handed_over", numbers=numbers)) if numbers else paragraph(words("not_handed_over"), STRONG)
    )
    verdict = words("waiting", count=sheet.missing) if sheet.missing else words("ready")
    return Whole(
        [
            heading(words("sections.removed")),
            paragraph(verdict, STRONG),
            handed,
            *(paragraph(words(f"removed.{key}")) for key in ("system", "kept", "begun")),
            space(4),
            by_hand(words("removed.machines"), 16 * MM),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{part}"), "") for part in ("site_admin", "second")]),
        ]
    )

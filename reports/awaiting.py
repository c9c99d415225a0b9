"""Sheet of a machine sealed to await cleaning: its seal, who keeps it, which receipts are missing, and its opening."""

from __future__ import annotations

from app.views.awaiting_sheet import AwaitedLine, AwaitingSheet
from app.views.stamp import Stamp
from reports.blocks import MM, STRONG, Block, Column, Whole, by_hand, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.handover import grouped
from reports.sheet import build, moment, session_name
from reports.site_frame import person, signing, site_frame


def draw(sheet: AwaitingSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "awaiting"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, exam=sheet.exam_id)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", exam=sheet.exam_id))
    return build(frame, stamp, [_facts(sheet, words, common), _sessions(sheet, words, common), _closing(sheet, words)])


def _facts(sheet: AwaitingSheet, words: Labels, common: Labels) -> Block:
    values = {
        "site": common("site", name=sheet.head.site_name, code=sheet.head.site_code),
        "exam": sheet.exam_id,
        "seal": sheet.seal,
        "place": words.named("places", sheet.place),
        "at": moment(sheet.at),
        "custodian": sheet.custodian,
        "by": words("between").join(person(words, one) for one in sheet.by),
        "count": words("sessions", count=len(sheet.sessions)),
    }
    return facts([(words(f"facts.{key}"), value) for key, value in values.items()])


def _sessions(sheet: AwaitingSheet, words: Labels, common: Labels) -> Block:
    widths = {"session": 32.0, "subject": 30, "backup": 0, "medium": 22, "sent_at": 36}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [_session(one, words, common) for one in sheet.sessions]
    return table(words("sections.sessions", count=len(rows)), common, columns, rows)


def _session(one: AwaitedLine, words: Labels, common: Labels) -> tuple[str, ...]:
    return (
        session_name(common, one.session),
        one.subject,
        f"{one.backup} {grouped(one.digest)}" if one.backup else words("none"),
        words("between").join(one.media) or words("none"),
        moment(one.sent_at) if one.sent_at else words("not_sent"),
    )


def _closing(sheet: AwaitingSheet, words: Labels) -> Block:
    parts = {"site_admin": "", "custodian": sheet.custodian, "chief": ""}
    return Whole(
        [
            heading(words("sections.duties")),
            paragraph(words("not_cleaned"), STRONG),
            *(paragraph(words(f"duties.{key}")) for key in ("keep", "open", "then")),
            space(4),
            by_hand(words("handed_on"), 22 * MM),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{part}"), name) for part, name in parts.items()]),
        ]
    )

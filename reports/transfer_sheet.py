"""Transfer sheet: who changed rooms in one session and what became of each, or that nobody did; signed by the chief."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.stamp import Stamp
from app.views.transfer_sheet import TransferLine, TransferSheet
from reports.blocks import (
    PLAIN,
    STRONG,
    Block,
    Column,
    Whole,
    facts,
    figures,
    heading,
    paragraph,
    space,
    table,
)
from reports.edition import Labels, labels
from reports.sheet import build, moment, payload, session_name
from reports.site_frame import NOWHERE, signing, site_frame


def draw(sheet: TransferSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "transfer_sheet"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, session=sheet.session)
    running = words("running", session=session_name(common, sheet.session), subject=sheet.subject)
    code = payload(stamp, sheet.head.site_code, sheet.session, NOWHERE)
    frame = site_frame(sheet.head, stamp, words("title"), number, running, code)
    blocks: list[Block] = [_facts(sheet, words, common), _transfers(sheet, words, common)]
    if sheet.whole_rooms:
        blocks.append(_whole_rooms(sheet, words, common))
    return build(frame, stamp, [*blocks, _closing(sheet, words)])


def _facts(sheet: TransferSheet, words: Labels, common: Labels) -> Block:
    planned = common("between", start=moment(sheet.planned_start), end=moment(sheet.planned_end, sheet.planned_start))
    values = {
        "site": common("site", name=sheet.head.site_name, code=sheet.head.site_code),
        "subject": sheet.subject,
        "session": session_name(common, sheet.session),
        "planned": planned,
        "mode": words("overbooked" if sheet.overbooked else "fixed"),
        "ended": moment(sheet.ended_at) if sheet.ended_at else words("not_ended"),
    }
    pairs = [(words(f"facts.{key}"), value) for key, value in values.items()]
    strips = [*facts(pairs).strips]
    if sheet.overbooked:
        strips.append(paragraph(words("approval")))
    return Whole(strips)


def _transfers(sheet: TransferSheet, words: Labels, common: Labels) -> Block:
    title = words("sections.transfers", count=len(sheet.transfers))
    if not sheet.transfers and sheet.overbooked:
        return Whole([heading(title), paragraph(words("nil"), STRONG)])
    widths = {
        "number": 15.0,
        "ticket": 27,
        "name": 0,
        "room_out": 12,
        "out_at": 15.5,
        "reason": 19.5,
        "room_in": 12,
        "in_at": 15.5,
        "seat": 12,
        "outcome": 34,
    }
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    return table(title, common, columns, [_line(line, sheet, words, common) for line in sheet.transfers])


def _line(line: TransferLine, sheet: TransferSheet, words: Labels, common: Labels) -> Sequence[str]:
    day, none = sheet.planned_start, words("none")
    outcome = words(f"outcomes.{line.outcome}") if line.outcome else words("pending")
    if not line.room_in and line.settled_at:
        outcome = words("at", outcome=outcome, at=moment(line.settled_at, day))
    if line.ground:
        outcome = words("found", outcome=outcome, ground=words(f"grounds.{line.ground}"), by=line.told_by)
    return (
        line.number,
        line.ticket,
        line.name or common("erased"),
        line.room_out,
        moment(line.out_at, day),
        _reason(line, words),
        line.room_in or none,
        moment(line.in_at, day) if line.in_at else none,
        line.seat or none,
        words("late", outcome=outcome) if line.late else outcome,
    )


def _reason(line: TransferLine, words: Labels) -> str:
    if line.outcome == "kept":
        return words("reasons.kept")
    return words("reasons.incident", incident=line.incident) if line.incident else words("reasons.full")


def _whole_rooms(sheet: TransferSheet, words: Labels, common: Labels) -> Block:
    widths = {"room_out": 30.0, "room_in": 30, "at": 38, "people": 30, "incident": 0}
    columns = [Column(words(f"whole.{key}"), width) for key, width in widths.items()]
    rows = [
        (line.room_out, line.room_in, moment(line.at, sheet.planned_start), str(line.people), line.incident)
        for line in sheet.whole_rooms
    ]
    return table(words("sections.whole", count=len(rows)), common, columns, rows)


def _closing(sheet: TransferSheet, words: Labels) -> Block:
    """The chief signs under the totals, on the same sheet."""
    counts = ("out", "in_another", "in_own", "gone", "late")
    settled = sheet.in_another + sheet.in_own + sheet.gone
    balanced = settled == sheet.out
    equation = words(
        "balance",
        out=sheet.out,
        in_another=sheet.in_another,
        in_own=sheet.in_own,
        gone=sheet.gone,
        verdict=words("balanced") if balanced else words("unbalanced", count=sheet.out - settled),
    )
    return Whole(
        [
            heading(words("sections.totals")),
            figures([(words(f"counts.{key}"), str(getattr(sheet, key))) for key in counts]),
            paragraph(equation, PLAIN if balanced else STRONG),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words("signers.site_admin"), ""), (words("signers.chief"), "")]),
        ]
    )

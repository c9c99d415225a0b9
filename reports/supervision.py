"""Supervision sheet: what was done under whose eyes, and what came of it, with both signatures."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.lock_state import SupervisedKind
from app.views.stamp import Stamp
from app.views.supervision_sheet import SittingLine, SupervisionSheet
from reports.blocks import SMALL, Block, Column, Whole, facts, figures, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.sheet import build, moment, session_name
from reports.site_frame import person, signing, site_frame


def draw(sheet: SupervisionSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "supervision"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, number=sheet.number)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", number=sheet.number))
    listed = _authorizations if sheet.kind == SupervisedKind.RECEIPT else _locks
    return build(frame, stamp, (_facts(sheet, words, common), listed(sheet, words, common), _closing(sheet, words)))


def _facts(sheet: SupervisionSheet, words: Labels, common: Labels) -> Block:
    values = {
        "number": sheet.number,
        "kind": words(f"kinds.{sheet.kind}"),
        "operator": person(words, sheet.operator),
        "supervisor": person(words, sheet.supervisor),
        "opened_at": moment(sheet.opened_at),
        "closes_by": moment(sheet.closes_by, sheet.opened_at),
        "closed_at": moment(sheet.closed_at, sheet.opened_at) if sheet.closed_at else words("not_ended"),
        "outcome": words(f"outcomes.{sheet.outcome}") if sheet.outcome else words("not_ended"),
        "site": common("site", name=sheet.head.site_name, code=sheet.head.site_code),
        "device": sheet.device or common("nothing"),
    }
    return facts([(words(f"facts.{key}"), value) for key, value in values.items()])


def _locks(sheet: SupervisionSheet, words: Labels, common: Labels) -> Block:
    widths = {"serial": 36.0, "calibrated_at": 37, "offset": 28, "room": 18, "used_at": 24, "holder": 0}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [_lock(line, sheet, words) for line in sheet.locks]
    return table(words("sections.locks", count=len(rows)), common, columns, rows)


def _lock(line: SittingLine, sheet: SupervisionSheet, words: Labels) -> Sequence[str]:
    return (
        line.serial,
        moment(line.calibrated_at, sheet.opened_at),
        _offset(line.offset_seconds, words),
        line.room or words("none"),
        moment(line.used_at, sheet.opened_at) if line.used_at else words("not_used"),
        line.holder or words("none"),
    )


def _offset(seconds: int, words: Labels) -> str:
    if seconds == 0:
        return words("same")
    return words("ahead" if seconds > 0 else "behind", seconds=abs(seconds))


def _authorizations(sheet: SupervisionSheet, words: Labels, common: Labels) -> Block:
    widths = {"kind": 22.0, "session": 38, "authorization": 0, "digest": 39, "at": 24}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [
        (
            words("start" if line.session else "exam"),
            session_name(common, line.session) if line.session else words("no_session"),
            line.serial,
            line.digest,
            moment(line.at, sheet.opened_at),
        )
        for line in sheet.authorizations
    ]
    return table(words("sections.authorizations", count=len(rows)), common, columns, rows)


def _closing(sheet: SupervisionSheet, words: Labels) -> Block:
    receipt = sheet.kind == SupervisedKind.RECEIPT
    exams = sum(not line.session for line in sheet.authorizations)
    numbers = {
        "calibrated": len({line.serial for line in sheet.locks}),
        "used": len({line.serial for line in sheet.locks if line.used_at}),
    }
    if receipt:
        numbers = {"exam": exams, "start": len(sheet.authorizations) - exams}
    parts = [("operator", sheet.operator.name), ("supervisor", sheet.supervisor.name)]
    return Whole(
        [
            heading(words("sections.totals")),
            figures([(words(f"counts.{key}"), str(number)) for key, number in numbers.items()]),
            *([paragraph(words("digest"), SMALL)] if receipt else []),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"facts.{part}"), name) for part, name in parts]),
        ]
    )

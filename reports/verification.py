"""Verification of the arrangement: three timestamps, the scan, the totals, and two persons who saw them."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.stamp import Stamp
from app.views.verification_sheet import Reading, VerificationSheet
from reports.blocks import PLAIN, STRONG, Block, Column, Whole, facts, figures, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.sheet import build, moment, session_name
from reports.site_frame import signing, site_frame


def draw(sheet: VerificationSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "verification"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, edition=sheet.edition)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", edition=sheet.edition))
    blocks = (
        _package(sheet, words, common),
        *_readings(sheet, words, common),
        _sessions(sheet, words, common),
        _closing(sheet, words),
    )
    return build(frame, stamp, blocks)


def _package(sheet: VerificationSheet, words: Labels, common: Labels) -> Block:
    values = {
        "site": common("site", name=sheet.head.site_name, code=sheet.head.site_code),
        "exam": sheet.exam_id,
        "edition": words("package.edition", edition=sheet.edition),
        "mode": words("modes.overbooked" if sheet.overbooked else "modes.fixed"),
    }
    grouped = " ".join(sheet.package[start : start + 8] for start in range(0, len(sheet.package), 8))
    return Whole(
        [
            heading(words("sections.package")),
            *facts([(words(f"facts.{key}"), value) for key, value in values.items()]).strips,
            paragraph(words("package.digest", digest=grouped)),
        ]
    )


def _readings(sheet: VerificationSheet, words: Labels, common: Labels) -> Sequence[Block]:
    widths = {"source": 34.0, "text": 0, "normalised": 34, "result": 34}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [_reading(one, sheet, words) for one in sheet.readings]
    scan = "scan_missing" if sheet.scanned is None else "scan_passed" if sheet.scanned else "scan_failed"
    said = (
        paragraph(_verdict(sheet, words), PLAIN if sheet.equal else STRONG),
        paragraph(words(scan), PLAIN if sheet.scanned else STRONG),
    )
    return table(words("sections.readings"), common, columns, rows), Whole(said)


def _reading(one: Reading, sheet: VerificationSheet, words: Labels) -> Sequence[str]:
    if not one.text:
        return words(f"sources.{one.source}"), words("not_entered"), words("none"), words("none")
    result = "odd" if one.odd else "equal"
    if not sheet.complete:
        result = "not_all"
    elif all(other.odd for other in sheet.readings):
        result = "alone"
    return (
        words(f"sources.{one.source}"),
        one.text,
        words("normalised" if one.normalised else "as_shown"),
        words(result),
    )


def _verdict(sheet: VerificationSheet, words: Labels) -> str:
    if not sheet.complete:
        return words("incomplete")
    odd = [words(f"sources.{one.source}") for one in sheet.readings if one.odd]
    if len(odd) == len(sheet.readings):
        return words("differ_all")
    return words("differ", places=words("comma").join(odd)) if odd else words("same")


def _sessions(sheet: VerificationSheet, words: Labels, common: Labels) -> Block:
    widths = {"session": 40.0, "subject": 0, "starts_at": 38, "rooms": 18, "candidates": 22}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [
        (
            session_name(common, one.session),
            one.subject,
            moment(one.starts_at)[:-3],
            str(one.rooms),
            str(one.candidates),
        )
        for one in sheet.sessions
    ]
    return table(words("sections.sessions", count=len(rows)), common, columns, rows)


def _closing(sheet: VerificationSheet, words: Labels) -> Block:
    counts = {
        "rooms": sheet.rooms,
        "seats": sheet.seats,
        "sessions": len(sheet.sessions),
        "candidates": sheet.candidates,
    }
    return Whole(
        [
            heading(words("sections.totals")),
            figures([(words(f"counts.{key}"), str(count)) for key, count in counts.items()]),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{name}"), "") for name in ("site_admin", "second")]),
        ]
    )

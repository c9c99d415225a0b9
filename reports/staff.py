"""Staff list with test and drill, and the declarations of avoidance, a line for each person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from app.core.staffing import ADMINS, EXTERNAL
from app.core.terms import Role
from app.views.staff_sheet import AvoidanceLine, AvoidanceSheet, StaffLine, StaffSheet
from app.views.stamp import Stamp
from reports.blocks import Block, Column, Whole, facts, figures, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.sheet import Frame, build
from reports.site_frame import signing, site_frame

SIGNED = 22.0
"""High enough for a name written by hand, in points."""
_NUMBERS_A_ROW = 5


def draw_staff(sheet: StaffSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "staff"), labels(stamp.edition, "sheet")
    widths = {"number": 11.0, "name": 0, "role": 31, "room": 13, "skill": 20}
    if trained := any(line.trained_on for line in sheet.lines):
        widths = {**widths, "number": 9, "role": 29, "skill": 13, "trained": 21}
    dated = 21 if trained else 23
    widths |= {"test": dated, "drill": dated, "agreement": dated}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [(str(n), *_member(line, sheet, words, trained=trained)) for n, line in enumerate(sheet.lines, 1)]
    blocks = (
        _head(sheet, words, common),
        table(words("sections.staff", count=len(rows)), common, columns, rows),
        *([_trainings(sheet, words, common)] if sheet.trainings else []),
        _staff_closing(sheet, words),
    )
    return build(_frame(sheet, stamp, words), stamp, blocks)


def draw_avoidance(sheet: AvoidanceSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "avoidance"), labels(stamp.edition, "sheet")
    widths = {"number": 12.0, "name": 30, "role": 34, "room": 15, "declared": 17, "relations": 0, "signature": 32}
    columns = [Column(words(f"columns.{key}"), width, height=SIGNED) for key, width in widths.items()]
    rows = [(str(n), *_declared(line, words)) for n, line in enumerate(sheet.lines, 1)]
    blocks = (
        _head(sheet, words, common),
        Whole([paragraph(words("scope")), paragraph(words("whole_exam" if sheet.whole_exam else "room_only"))]),
        table(words("sections.lines", count=len(rows)), common, columns, rows),
        _avoidance_closing(sheet, words),
    )
    return build(_frame(sheet, stamp, words), stamp, blocks)


def _frame(sheet: StaffSheet | AvoidanceSheet, stamp: Stamp, words: Labels) -> Frame:
    number = words("number", site=sheet.head.site_code)
    return site_frame(sheet.head, stamp, words("title"), number, words("running"))


def _head(sheet: StaffSheet | AvoidanceSheet, words: Labels, common: Labels) -> Block:
    place = common("site", name=sheet.head.site_name, code=sheet.head.site_code)
    return facts([(words("facts.site"), place), (words("facts.count"), words("people", count=len(sheet.lines)))])


def _member(line: StaffLine, sheet: StaffSheet, words: Labels, *, trained: bool) -> Sequence[str]:
    asked = sheet.admins_qualified and line.role in ADMINS
    return (
        line.name,
        words.named("roles", line.role),
        line.room or words("none"),
        words("yes") if line.skill else words("none"),
        *([_day(line.trained_on, words("none"))] if trained else []),
        _day(line.test_on, words("not_passed" if asked else "none")),
        _day(line.drill_on, words("not_passed" if asked else "none")),
        _day(line.agreement_on, words("not_signed" if line.role in EXTERNAL else "none")),
    )


def _day(day: date | None, otherwise: str) -> str:
    return day.isoformat() if day else otherwise


def _trainings(sheet: StaffSheet, words: Labels, common: Labels) -> Block:
    widths = {"on": 30.0, "topics": 0, "people": 24, "note": 44}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = []
    for one in sheet.trainings:
        topics = words("comma").join(words(f"topics.{topic}") for topic in one.topics)
        note = words("late" if one.late else "none")
        rows.append((one.on.isoformat(), topics, words("people", count=one.people), note))
    return table(words("sections.trainings", count=len(rows)), common, columns, rows)


def _staff_closing(sheet: StaffSheet, words: Labels) -> Block:
    count = Counter(line.role for line in sheet.lines)
    numbers = [(words.named("roles", role), str(count[role])) for role in Role if count[role]]
    rows = [numbers[start : start + _NUMBERS_A_ROW] for start in range(0, len(numbers), _NUMBERS_A_ROW)]
    notes = ["admins"] if sheet.admins_qualified else []
    by_hand = [] if sheet.trainings else ["training"]
    return Whole(
        [
            heading(words("sections.totals")),
            *map(figures, rows),
            *(paragraph(words(f"notes.{note}")) for note in [*notes, "external", *by_hand]),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{name}"), "") for name in ("trainer", "chief")]),
        ]
    )


def _declared(line: AvoidanceLine, words: Labels) -> Sequence[str]:
    told = [words("sits", ticket=line.sits)] if line.sits else []
    if line.declared:
        told.append(words("comma").join(line.relations) or words("nobody"))
    return (
        line.name,
        words.named("roles", line.role),
        line.room or words("none"),
        words("yes" if line.declared else "no"),
        words("semicolon").join(told),
        "",
    )


def _avoidance_closing(sheet: AvoidanceSheet, words: Labels) -> Block:
    counts = {
        "declared": sum(line.declared for line in sheet.lines),
        "open": sum(not line.declared for line in sheet.lines),
        "related": sum(bool(line.relations) for line in sheet.lines),
        "sitting": sum(bool(line.sits) for line in sheet.lines),
    }
    return Whole(
        [
            heading(words("sections.totals")),
            figures([(words(f"counts.{key}"), str(count)) for key, count in counts.items()]),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{name}"), "") for name in ("exam_office", "chief")]),
        ]
    )

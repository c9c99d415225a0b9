"""Summary of an exam day: one page for the province, the sums of the room records by session."""

from __future__ import annotations

from datetime import datetime, time

from app.core.day_figures import Figures
from app.views.day_summary import DaySummary
from app.views.stamp import Stamp
from reports.blocks import PLAIN, STRONG, Block, Column, Strip, Whole, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.fonts import Face
from reports.sheet import BEIJING, build, moment, session_name
from reports.site_frame import signing, site_frame

ABREAST = 5
"""Sessions beside each other; a day with more has a second table."""
SELDOM = frozenset({"unsettled", "called_off", "violations_police", "violations_record", "violations_withdrawn"})
"""Left out where there was none."""
_ITEM = 70.0


def draw(sheet: DaySummary, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "day_summary"), labels(stamp.edition, "sheet")
    day = words("day", day=sheet.day)
    number = words("number", site=sheet.head.site_code, day=day)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", day=day))
    site = common("site", name=sheet.head.site_name, code=sheet.head.site_code)
    return build(
        frame,
        stamp,
        [
            facts([(words("facts.site"), site), (words("facts.day"), day)]),
            _sessions(sheet, words, common),
            *_figures(sheet, words, common),
            _closing(sheet, words),
        ],
    )


def _sessions(sheet: DaySummary, words: Labels, common: Labels) -> Block:
    widths = {"session": 41.0, "subject": 0, "planned": 24, "ended": 34, "checked": 38}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    noon = datetime.combine(sheet.day, time(12), BEIJING)
    rows = [
        (
            session_name(common, one.session),
            one.subject,
            moment(one.planned_start, noon),
            moment(one.ended_at, noon) if one.ended_at else words("not_ended"),
            moment(one.checked_at, noon) if one.checked_at else words("not_checked"),
        )
        for one in sheet.sessions
    ]
    return table(words("sections.sessions", count=len(rows)), common, columns, rows)


def _figures(sheet: DaySummary, words: Labels, common: Labels) -> list[Block]:
    columns = [(str(one.session), one.figures) for one in sheet.sessions]
    parts = [columns[start : start + ABREAST] for start in range(0, len(columns), ABREAST)]
    parts[-1] += [(words("elsewhere"), sheet.elsewhere), (words("total"), sheet.total)]
    names = [name for name in Figures.__struct_fields__ if name not in SELDOM or getattr(sheet.total, name)]
    return [_part(part, names, words, common) for part in parts]


def _part(part: list[tuple[str, Figures]], names: list[str], words: Labels, common: Labels) -> Block:
    width = (177 - _ITEM) / len(part)
    shape = [Column(words("columns.item"), _ITEM, centred=False), *(Column(title, width) for title, _ in part)]
    rows = [(words(f"figures.{name}"), *(str(getattr(one, name)) for _, one in part)) for name in names]
    return table(words("sections.figures"), common, shape, rows)


def _closing(sheet: DaySummary, words: Labels) -> Block:
    return Whole(
        [
            heading(words("sections.signatures")),
            *_balances(sheet.total, words),
            paragraph(words("statement")),
            space(3),
            *signing(words, [(words(f"signers.{part}"), "") for part in ("site_admin", "chief")]),
        ]
    )


def _balances(total: Figures, words: Labels) -> list[Strip]:
    left = total.arranged + total.transferred_in - total.transferred_out
    right = total.present + total.absent + total.unsettled
    attendance = words(
        "attendance",
        arranged=total.arranged,
        moved_in=total.transferred_in,
        moved_out=total.transferred_out,
        left=left,
        present=total.present,
        absent=total.absent,
        unsettled=words("unsettled", count=total.unsettled) if total.unsettled else "",
        right=right,
        verdict=_verdict(left - right, words),
    )
    answered = total.collected + total.written_off + total.never_logged_in
    answers = words(
        "answers",
        collected=total.collected,
        written_off=total.written_off,
        never=total.never_logged_in,
        left=answered,
        right=total.present,
        verdict=_verdict(answered - total.present, words),
    )
    return [paragraph(attendance, _face(left - right)), paragraph(answers, _face(answered - total.present))]


def _verdict(difference: int, words: Labels) -> str:
    return words("unbalanced", difference=abs(difference)) if difference else words("balanced")


def _face(difference: int) -> Face:
    return STRONG if difference else PLAIN

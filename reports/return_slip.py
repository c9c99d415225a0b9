"""The slip of a standalone exam: what was handed in, and the digest that candidate and invigilator sign for."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from app.core.terms import Mode
from app.views.return_slip import ReturnSlip
from app.views.stamp import CURRENT_EDITION
from reports import fonts
from reports.blocks import MM, SMALL, Strip, facts, figures, heading, paragraph, space
from reports.edition import Labels, labels
from reports.fonts import BOLD, REGULAR, Face, fitted, spelled
from reports.pen import THICK, Pen
from reports.sheet import (
    FIRST_TOP,
    LEFT,
    MARKS,
    PAGE,
    RIGHT,
    SUBTITLE,
    TITLE,
    keep_code,
    moment,
    put_code,
    put_marks,
    session_name,
)
from reports.signature_boxes import signatures

CODE = 26 * MM
DIGEST = Face(BOLD, 17)
GROUP, ACROSS = 4, 8


def draw(slip: ReturnSlip) -> bytes:
    """The finished PDF of one page; the same slip gives the same bytes."""
    fonts.load()
    words, common = labels(CURRENT_EDITION, "return_slip"), labels(CURRENT_EDITION, "sheet")
    file = io.BytesIO()
    canvas = Canvas(file, PAGE, pageCompression=1, invariant=1, lang="zh-CN", initialFontName=REGULAR)
    canvas.setTitle(f"{words('title')} {slip.package}")
    canvas.setAuthor(common("author"))
    canvas.setCreator(common("author"))
    keep_code(canvas, payload(slip))
    put_code(canvas, RIGHT - CODE, PAGE[1] - 9 * MM - CODE, CODE)
    practice = [common("mark.practice")] if slip.mode is Mode.PRACTICE else []
    put_marks(canvas, practice)
    pen = Pen()
    _head(pen, slip, words, practice)
    top = FIRST_TOP - (8 * MM if practice else 0)
    for strip in _body(slip, words, common):
        strip.draw(pen, LEFT, top, strip.height)
        top -= strip.height
    pen.write(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def payload(slip: ReturnSlip) -> str:
    """What the code says: the whole digest, so that nobody has to type it at the site machine."""
    parts = ("EXAMSITE1", "RETURN-SLIP", slip.site, slip.session, slip.package, slip.digest)
    return ":".join(parts).upper()


def _head(pen: Pen, slip: ReturnSlip, words: Labels, practice: list[str]) -> None:
    top, middle = PAGE[1], PAGE[0] / 2
    pen.text(middle, top - 21 * MM, words("title"), TITLE, 0.5)
    number = spelled(words("number", package=slip.package))
    pen.text(middle, top - 28 * MM, number, fitted(number, SUBTITLE, 110 * MM), 0.5)
    for mark in practice:
        wide = fonts.width(mark, MARKS) + 8 * MM
        pen.box(middle - wide / 2, top - 38 * MM, wide, 6.5 * MM, THICK)
        pen.text(middle, top - 36 * MM, mark, MARKS, 0.5)


def _body(slip: ReturnSlip, words: Labels, common: Labels) -> list[Strip]:
    counts = {"questions": slip.questions, "answered": slip.answered, "open": slip.questions - slip.answered}
    outside = (
        words("key", key=slip.key),
        words("lock", lock=slip.lock),
        words("package_digest", digest=slip.package_digest),
        words("printed", at=moment(slip.printed_at)),
    )
    return [
        *facts([(words(f"facts.{key}"), value) for key, value in _facts(slip, words, common).items()]).strips,
        space(4 * MM),
        figures([(words(f"counts.{key}"), str(count)) for key, count in counts.items()]),
        space(4 * MM),
        heading(words("digest")),
        space(2 * MM),
        *_digest(slip.digest),
        paragraph(words("file", file=slip.file)),
        space(4 * MM),
        paragraph(words("statement")),
        space(2 * MM),
        *signatures(
            [words(f"signers.{who}") for who in ("candidate", "invigilator")], words("signature_time"), 22 * MM
        ),
        space(3 * MM),
        paragraph(words("next")),
        space(3 * MM),
        *(paragraph(line, SMALL, above=1) for line in outside),
    ]


def _facts(slip: ReturnSlip, words: Labels, common: Labels) -> dict[str, str]:
    minutes, seconds = divmod(slip.used_seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return {
        "ticket": slip.ticket,
        "name": slip.name,
        "session": words("session", session=session_name(common, slip.session), subject=slip.subject),
        "room": words("room" if slip.seat else "no_seat", room=slip.room, seat=slip.seat),
        "machine": slip.machine,
        "site": slip.site,
        "issued": moment(slip.issued_at),
        "opened": moment(slip.opened_at),
        "handed_in": moment(slip.handed_in_at),
        "used": words("used", hours=hours, minutes=minutes, seconds=seconds),
        "granted": words("minutes", count=slip.granted_minutes),
        "resumed": words("times", count=slip.resumed),
    }


def _digest(digest: str) -> list[Strip]:
    """Two lines of eight groups, as on the screen."""
    groups = [digest[start : start + GROUP] for start in range(0, len(digest), GROUP)]
    return [_groups(groups[start : start + ACROSS]) for start in range(0, len(groups), ACROSS)]


def _groups(groups: list[str]) -> Strip:
    def draw_groups(pen: Pen, left: float, top: float, height: float) -> None:
        for place, group in enumerate(groups):
            pen.text(left + place * 22 * MM, top - height + 6, group, DIGEST)

    return Strip(9 * MM, draw_groups)

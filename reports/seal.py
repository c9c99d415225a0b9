"""Seal sheet: one sealing of the equipment up to its opening, each step signed, and the label that goes on it."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.seal_sheet import SealSheet
from app.views.site_sheet import Signatory
from app.views.stamp import Stamp
from reports.blocks import (
    MM,
    PAD,
    PLAIN,
    STRONG,
    WIDTH,
    Block,
    NextPage,
    Strip,
    Whole,
    facts,
    heading,
    paragraph,
    space,
)
from reports.edition import Labels, labels
from reports.fonts import BOLD, REGULAR, Face, fitted, spelled
from reports.pen import THICK, Pen
from reports.sheet import build, moment
from reports.site_frame import person, signing, site_frame

LABEL = 100 * MM
HEAD = Face(BOLD, 34)
NUMBER = Face(BOLD, 26)
LINE = Face(REGULAR, 12)


def draw(sheet: SealSheet, stamp: Stamp) -> bytes:
    """The finished PDF; as long as the equipment is under seal its label stands on a page of its own."""
    words, common = labels(stamp.edition, "seal"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, count=sheet.count)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", count=sheet.count))
    blocks: list[Block] = [_seal(sheet, words, common), _opening(sheet, words)]
    if sheet.incident:
        blocks.append(_trouble(sheet, words))
    blocks.append(Whole([paragraph(words("statement"))]))
    if sheet.sealed_at and not sheet.closed and not sheet.finding:
        blocks.append(NextPage(_label(sheet, words)))
    return build(frame, stamp, blocks)


def _seal(sheet: SealSheet, words: Labels, common: Labels) -> Block:
    no_seal = words("no_seal")
    values = {
        "site": common("site", name=sheet.head.site_name, code=sheet.head.site_code),
        "number": sheet.number or no_seal,
        "place": words.named("places", sheet.place) or no_seal,
        "sealed_at": moment(sheet.sealed_at) if sheet.sealed_at else no_seal,
    }
    return _step(
        words("sections.seal", count=sheet.count), values, {"sealed": sheet.sealed_by} if sheet.sealed_at else {}, words
    )


def _opening(sheet: SealSheet, words: Labels) -> Block:
    if sheet.opened_at is None:
        state = "decided" if sheet.verdict else "waiting" if sheet.finding else "not_opened"
        return Whole([heading(words("sections.opening")), paragraph(words(state))])
    values = {
        "opened_at": moment(sheet.opened_at),
        "reason": words(f"reasons.{sheet.reason}") if sheet.reason else words("exam_day"),
        "found_number": sheet.number,
        "found_intact": words("intact"),
    }
    return _step(words("sections.opening"), values, {"opened": sheet.opened_by}, words)


def _trouble(sheet: SealSheet, words: Labels) -> Block:
    values, signers = {"incident": sheet.incident}, {}
    if sheet.finding:
        values["found_at"] = moment(sheet.finding.at)
        values["found_number"] = sheet.finding.number or words("unread")
        values["found_intact"] = words("intact" if sheet.finding.intact else "broken")
        signers["found"] = sheet.finding.by
    if sheet.verdict:
        values["decided_at"] = moment(sheet.verdict.at)
        values["decision"] = words(f"decisions.{sheet.verdict.decision}")
        signers["decided"] = sheet.verdict.by
    return _step(words("sections.trouble"), values, signers, words)


def _step(title: str, values: dict[str, str], signers: dict[str, tuple[Signatory, ...]], words: Labels) -> Block:
    """What was done, and directly below two boxes for those who did it; the second is there for a lone one too."""
    pairs = [(words(f"facts.{key}"), value) for key, value in values.items()]
    boxes: list[Strip] = []
    for step, people in signers.items():
        parts = [f"{step}_by", f"{step}_with"]
        names = [one.name for one in people[:2]]
        pairs += [(words(f"facts.{part}"), person(words, one)) for part, one in zip(parts, people, strict=False)]
        names += [""] * (2 - len(names))
        boxes += signing(words, [(words(f"parts.{part}"), name) for part, name in zip(parts, names, strict=True)])
    return Whole([heading(title), *facts(pairs).strips, space(4), *boxes, space(4)])


def _label(sheet: SealSheet, words: Labels) -> Block:
    def draw_label(pen: Pen, left: float, top: float, height: float) -> None:
        pen.box(left, top - height, WIDTH, height, THICK)
        middle = left + WIDTH / 2
        for text, face, down in _lines(sheet, words):
            said = spelled(text)
            pen.text(middle, top - down * MM, said, fitted(said, face, WIDTH - 10 * MM), 0.5)
        half, high = WIDTH / 2, 22 * MM
        for place, part in enumerate(("sealed_by", "sealed_with")):
            x = left + place * half
            pen.box(x, top - height, half, high)
            pen.text(x + PAD, top - height + high - 4 * MM, words(f"label.{part}"), STRONG)
            pen.text(x + half - PAD, top - height + 2 * MM, words("signature_time"), PLAIN, 1)

    return Whole([heading(words("label.title")), space(6), Strip(LABEL, draw_label)])


def _lines(sheet: SealSheet, words: Labels) -> Sequence[tuple[str, Face, float]]:
    """Text, face, and how far its foot lies below the label's upper edge, in millimetres."""
    sealed = moment(sheet.sealed_at) if sheet.sealed_at else ""
    return (
        (words("label.head"), HEAD, 15),
        (words("label.where", site=sheet.head.site_name, exam=sheet.head.exam), LINE, 25),
        (words("label.number", number=sheet.number), NUMBER, 40),
        (words("label.place", place=words.named("places", sheet.place)), LINE, 52),
        (words("label.sealed_at", at=sealed), LINE, 60),
        (words("label.note"), STRONG, 71),
    )

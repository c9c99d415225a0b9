"""Hand-over sheet: papers, media and evidence that leave the site, counted by kind, signed by two on each side."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.handover_sheet import HandoverSheet, MediumLine
from app.views.stamp import Stamp
from reports.blocks import (
    MM,
    STRONG,
    WIDTH,
    Block,
    Cell,
    Column,
    Whole,
    cells,
    facts,
    heading,
    paragraph,
    space,
    table,
)
from reports.edition import Labels, labels
from reports.sheet import build, moment, session_name
from reports.site_frame import signing, site_frame

WRITTEN = 21.0
"""High enough to write in, in points."""
_LABEL = 44.0
_SHOWN = 16
"""Digits of a digest: as many as a code on paper says."""


def draw(sheet: HandoverSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "handover"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, number=sheet.number)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", number=sheet.number))
    # What each kind comes to stands on the page of the signatures; what it is in particular goes before.
    blocks = [_facts(sheet, words, common), _papers(sheet, words, common), _media(sheet, words, common)]
    blocks += [_carried(one, words, common) for one in sheet.media if one.carried]
    return build(frame, stamp, [*blocks, _evidence(sheet, words, common), _closing(sheet, words, common)])


def _facts(sheet: HandoverSheet, words: Labels, common: Labels) -> Block:
    values = {
        "number": sheet.number,
        "at": moment(sheet.at),
        "site": common("site", name=sheet.head.site_name, code=sheet.head.site_code),
        "cards": words("checked" if sheet.cards_checked else "unchecked"),
    }
    pairs = facts([(words(f"facts.{key}"), value) for key, value in values.items()], _LABEL)
    office = [
        Cell(words("facts.office"), _LABEL * MM, False, STRONG),
        Cell(common("erased") if sheet.office is None else sheet.office, WIDTH - _LABEL * MM, False),
    ]
    lines = [cells(office)]
    if sheet.escorts:
        first, second = (common("erased") if one is None else one for one in sheet.escorts)
        named = words("escorts", first=first, second=second)
        who = [Cell(words("facts.escorts"), _LABEL * MM, False, STRONG), Cell(named, WIDTH - _LABEL * MM, False)]
        lines.append(cells(who))
    return Whole([*pairs.strips, *lines])


def _papers(sheet: HandoverSheet, words: Labels, common: Labels) -> Block:
    widths = {"form": 0.0, "subject": 46, "copy": 20, "content": 40}
    rows = [
        (words.named("forms", one.form), one.subject, words("copy", copy=one.copy), grouped(one.content))
        for one in sheet.papers
    ]
    return _listed("papers", widths, rows, words, common)


def _media(sheet: HandoverSheet, words: Labels, common: Labels) -> Block:
    rows = [
        (one.serial, one.label, one.seal or words("unsealed"), words("files", count=len(one.carried)))
        for one in sheet.media
    ]
    return _listed("media", {"serial": 0.0, "label": 44, "seal": 40, "files": 26}, rows, words, common)


def _carried(medium: MediumLine, words: Labels, common: Labels) -> Block:
    """What lies on one medium (DAT-09)."""
    rows = [
        (
            words(f"backups.{one.kind}"),
            session_name(common, one.about) if one.kind == "S" else words("room", room=one.about),
            f"{one.day}",
            one.name,
            grouped(one.digest),
        )
        for one in medium.carried
    ]
    widths = {"backup": 22.0, "about": 30, "day": 22, "name": 0, "digest": 36}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    return table(words("sections.carried", label=medium.label, count=len(rows)), common, columns, rows)


def _evidence(sheet: HandoverSheet, words: Labels, common: Labels) -> Block:
    rows = [
        (
            one.tag,
            words(f"evidence.{one.kind}"),
            common("erased") if one.item is None else one.item,
            grouped(one.digest) if one.digest else words("no_digest"),
        )
        for one in sheet.evidence
    ]
    return _listed("evidence", {"tag": 27.0, "kind": 20, "item": 0, "digest": 40}, rows, words, common)


def _listed(name: str, widths: dict[str, float], rows: Sequence[Sequence[str]], words: Labels, common: Labels) -> Block:
    columns = [Column(words(f"columns.{key}"), width, centred=key != "item") for key, width in widths.items()]
    return table(words(f"sections.{name}", count=len(rows)), common, columns, rows)


def _closing(sheet: HandoverSheet, words: Labels, common: Labels) -> Block:
    counts = {"papers": len(sheet.papers), "media": len(sheet.media), "evidence": len(sheet.evidence)}
    rows = [(words(f"kinds.{kind}"), str(count), "", "", "") for kind, count in counts.items()]
    widths = {"kind": 46.0, "count": 20, "packing": 34, "seal": 40, "result": 0}
    shape = [width * MM or WIDTH - sum(widths.values()) * MM for width in widths.values()]
    titles = [Cell(words(f"columns.{key}"), wide, face=STRONG) for key, wide in zip(widths, shape, strict=True)]
    hand = (words("kinds.hand"), "", "", "", "")
    lines = [
        cells([Cell(text, wide) for text, wide in zip(row, shape, strict=True)], least=WRITTEN) for row in (*rows, hand)
    ]
    erased = common("erased")
    names = [("giver", name) for name in sheet.givers]
    names += [("receiver", erased if name is None else name) for name in sheet.receivers]
    names += [("escort", erased if name is None else name) for name in sheet.escorts or ()]
    return Whole(
        [
            heading(words("sections.kinds")),
            cells(titles),
            *lines,
            paragraph(words("note")),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{part}"), name) for part, name in names]),
        ]
    )


def grouped(digest: str) -> str:
    """The first digits, in two groups, as on the foot of the paper itself."""
    return f"{digest[:8]} {digest[8:_SHOWN]}"

"""Sheet of the draw: who invigilates where, what it was drawn from, and how anybody draws it again."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.duty_sheet import DrawLine, DrawnFrom, DutyRoom, DutySheet, ReplacedLine
from app.views.stamp import Stamp
from reports.blocks import MM, Block, Column, Whole, by_hand, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.sheet import build, moment
from reports.site_frame import person, signing, site_frame

WRITTEN = 20.0
"""High enough for a name written by hand, in points."""
_RESERVE = 4
"""Empty lines where nobody is in reserve yet."""


def draw(sheet: DutySheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "duty"), labels(stamp.edition, "sheet")
    day = sheet.day.isoformat()
    number = words("number", site=sheet.head.site_code, day=day)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", day=day))
    blocks = [_head(sheet, words, common), _result(sheet, words, common), _reserve(sheet, words, common)]
    if sheet.draws:
        blocks += [_replaced(sheet, words, common), _draws(sheet, words, common), _left_out(sheet, words, common)]
        blocks.append(_listed(sheet, words, common))
    return build(frame, stamp, [*blocks, _closing(sheet, words)])


def _head(sheet: DutySheet, words: Labels, common: Labels) -> Block:
    roving = words("roving_rule", most=sheet.most) if sheet.most else words("roving_free")
    last = sheet.draws[-1] if sheet.draws else None
    pairs = [
        (words("facts.site"), common("site", name=sheet.head.site_name, code=sheet.head.site_code)),
        (words("facts.day"), sheet.day.isoformat()),
        (words("facts.rooms"), words("rooms", count=len(sheet.rooms))),
        (words("facts.authorization"), sheet.authorization),
        (words("facts.rule"), words("rule", each=sheet.each, skill=sheet.skill, roving=roving)),
        (words("facts.listed"), _people(last, words) if last else ""),
    ]
    return Whole([*facts(pairs, 25).strips, paragraph(words("by_hand"))])


def _people(one: DrawLine, words: Labels) -> str:
    return words("people", invigilators=one.invigilators, roving=one.roving, skilled=one.skilled)


def _result(sheet: DutySheet, words: Labels, common: Labels) -> Block:
    widths = {"room": 14.0, "place": 38, "first": 29, "second": 29, "roving": 25, "note": 0}
    columns = [Column(words(f"columns.{key}"), width, height=WRITTEN) for key, width in widths.items()]
    return table(words("sections.result"), common, columns, [_room(one, sheet, words) for one in sheet.rooms])


def _room(one: DutyRoom, sheet: DutySheet, words: Labels) -> Sequence[str]:
    """More than two stand in one cell."""
    place = words("place", building=one.place.building, floor=one.place.floor, name=one.place.name)
    first, *others = one.invigilators or ("",)
    comma = words("comma")
    number = sheet.draws[-1].number if sheet.draws else 0
    changed = [other for other in sheet.replaced if other.draw == number and one.place.room in other.rooms]
    note = comma.join(words("changed", out=other.out, reason=words(f"reasons.{other.reason}")) for other in changed)
    return one.place.room, place, first, comma.join(others), comma.join(one.roving), note


def _reserve(sheet: DutySheet, words: Labels, common: Labels) -> Block:
    drawn = any(one.invigilators for one in sheet.rooms)
    if drawn:
        names = words("comma").join(sheet.reserve) or words("nobody")
        return Whole([heading(words("sections.reserve")), paragraph(names)])
    widths = {"number": 14.0, "name": 42, "room": 29, "at": 29, "reason": 0}
    columns = [Column(words(f"columns.{key}"), width, height=WRITTEN) for key, width in widths.items()]
    rows = [(str(n), "", "", "", "") for n in range(1, _RESERVE + 1)]
    return table(words("sections.reserve"), common, columns, rows)


def _replaced(sheet: DutySheet, words: Labels, common: Labels) -> Block:
    widths = {"at": 31.0, "room": 24, "out": 24, "put_in": 24, "reason": 21, "by": 0}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [_put_in(one, words) for one in sheet.replaced]
    return table(words("sections.replaced"), common, columns, rows)


def _put_in(one: ReplacedLine, words: Labels) -> Sequence[str]:
    by = words("comma").join(person(words, signer) for signer in one.by)
    rooms = words("comma").join(one.rooms)
    return moment(one.at)[:-3], rooms, one.out, one.put_in, words(f"reasons.{one.reason}"), by


def _draws(sheet: DutySheet, words: Labels, common: Labels) -> Block:
    widths = {"draw": 22.0, "numbered": 20, "drawn": 20, "reason": 25, "seed": 0, "by": 34}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [_draw(one, one is sheet.draws[-1], words) for one in sheet.draws]
    return table(words("sections.draws"), common, columns, rows)


def _draw(one: DrawLine, last: bool, words: Labels) -> Sequence[str]:
    reason = words(f"reasons.{one.reason}") if one.reason else words("first")
    grouped = " ".join(one.seed[start : start + 8] for start in range(0, len(one.seed), 8))
    return (
        words("in_force" if last and one.drawn_at else "before", number=one.number),
        moment(one.at)[5:],
        moment(one.drawn_at)[5:] if one.drawn_at else words("no_result"),
        words("beyond", reason=reason) if one.beyond else reason,
        grouped,
        words("comma").join(person(words, signer) for signer in one.by),
    )


def _left_out(sheet: DutySheet, words: Labels, common: Labels) -> Block:
    widths = {"code": 17.0, "name": 0, "role": 20, "reason": 20}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [
        (
            one.code,
            one.name,
            words.named("roles", one.role),
            words(f"reasons.{one.reason}") if one.reason else words("not_entered"),
        )
        for one in sheet.left_out
    ]
    return table(words("sections.left_out"), common, columns, rows, lanes=2)


def _listed(sheet: DutySheet, words: Labels, common: Labels) -> Block:
    widths = {"code": 16.0, "name": 0, "skilled": 12, "barred": 13, "given": 23}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rest = words("reserve") if sheet.draws[-1].drawn_at else ""
    rows = [_person(one, rest, words) for one in sheet.listed]
    return table(words("sections.listed", count=len(rows)), common, columns, rows, lanes=2)


def _person(one: DrawnFrom, rest: str, words: Labels) -> Sequence[str]:
    comma = words("comma")
    rooms = comma.join(one.rooms)
    given = words("roving", rooms=rooms) if one.roves and rooms else rooms
    skilled = words("yes") if one.skilled else words("none")
    return one.code, one.name, skilled, comma.join(one.barred) or words("none"), given or rest


def _closing(sheet: DutySheet, words: Labels) -> Block:
    how, signed, drawn = words("sections.how"), words("sections.signatures"), paragraph(words("how"))
    if not sheet.draws:
        how, signed = words("sections.how_by_hand"), words("sections.signed_by_hand")
        drawn = by_hand(words("seed_by_hand"), 22 * MM)
    return Whole(
        [
            heading(how),
            drawn,
            heading(signed),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{part}"), "") for part in ("drawer", "witness", "chief")]),
        ]
    )

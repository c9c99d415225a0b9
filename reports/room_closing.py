"""Record of closed rooms: how each stands now, then closing by closing who was there, each line signed by two."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.room_closing_sheet import ClosedNow, RoomClosingSheet, Step
from app.views.stamp import Stamp
from reports.blocks import Block, Column, Whole, facts, figures, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.sheet import build, moment
from reports.site_frame import signing, site_frame

SIGNED = 23.0
"""High enough for a name written by hand, in points."""


def draw(sheet: RoomClosingSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "room_closing"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, exam=sheet.exam_id)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running"))
    site = common("site", name=sheet.head.site_name, code=sheet.head.site_code)
    pairs = [(words("facts.site"), site), (words("facts.rooms"), words("rooms", count=len(sheet.rooms)))]
    head = Whole([*facts(pairs).strips, paragraph(words("by_hand"))])
    return build(
        frame, stamp, (head, _rooms(sheet, words, common), _steps(sheet, words, common), _closing(sheet, words))
    )


def _rooms(sheet: RoomClosingSheet, words: Labels, common: Labels) -> Block:
    widths = {"room": 12.0, "place": 0, "seal": 21, "state": 17}
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    rows = [(one.place.room, _place(one, words), one.seal or words("none"), _state(one, words)) for one in sheet.rooms]
    return table(words("sections.rooms"), common, columns, rows, lanes=2)


def _place(one: ClosedNow, words: Labels) -> str:
    return words("place", building=one.place.building, floor=one.place.floor, name=one.place.name)


def _state(one: ClosedNow, words: Labels) -> str:
    if not one.seal:
        return words("never")
    if not one.shut:
        return words("opened")
    return words("disturbed" if one.disturbed else "shut")


def _steps(sheet: RoomClosingSheet, words: Labels, common: Labels) -> Block:
    """Before anything was entered a line for each room to be filled in by hand."""
    widths = {"at": 22.0, "step": 12, "room": 13, "seal": 22, "condition": 34, "by": 0, "sign_one": 22, "sign_two": 22}
    columns = [Column(words(f"columns.{key}"), width, height=SIGNED) for key, width in widths.items()]
    blank = [("", words("steps.closed"), one.place.room, *[""] * 5) for one in sheet.rooms]
    return table(words("sections.steps"), common, columns, [_step(one, words) for one in sheet.steps] or blank)


def _step(one: Step, words: Labels) -> Sequence[str]:
    people = dict.fromkeys((*(signer.name for signer in one.by), one.reported_by))
    return (
        moment(one.at)[5:-3],
        words("steps.closed" if one.closed else "steps.opened"),
        one.room,
        one.seal or words("none"),
        words("none") if one.closed else _condition(one, words),
        words("comma").join(people),
        "",
        "",
    )


def _condition(one: Step, words: Labels) -> str:
    reason = words(f"reasons.{one.reason}") if one.reason else words("exam_day")
    return words("comma").join((words("whole" if one.intact else "broken"), reason))


def _closing(sheet: RoomClosingSheet, words: Labels) -> Block:
    sealed = [one for one in sheet.rooms if one.seal]
    counts = {
        "rooms": len(sheet.rooms),
        "shut": sum(one.shut for one in sealed),
        "opened": sum(not one.shut for one in sealed),
        "never": len(sheet.rooms) - len(sealed),
        "disturbed": sum(one.shut and one.disturbed for one in sealed),
    }
    return Whole(
        [
            heading(words("sections.totals")),
            figures([(words(f"counts.{key}"), str(count) if sheet.steps else "") for key, count in counts.items()]),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{part}"), "") for part in ("site_admin", "chief")]),
        ]
    )

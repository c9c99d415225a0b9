"""Cleanup certificate: why the data could go, that they went before two, and what stays until when."""

from __future__ import annotations

from itertools import groupby

from app.core.retention import Kept
from app.views.cleanup_sheet import CleanupLine, CleanupSheet, LackLine
from app.views.retention import TermGroup
from app.views.stamp import Stamp
from reports.blocks import MM, STRONG, Block, Column, Strip, Whole, by_hand, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.handover import grouped
from reports.sheet import build, moment, session_name
from reports.site_frame import person, signing, site_frame

_TERMS = {"kept": 36.0, "of": 0, "months": 16, "counted": 32, "until": 44}


def draw(sheet: CleanupSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "cleanup"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code, exam=sheet.exam_id)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", exam=sheet.exam_id))
    blocks = [_facts(sheet, words, common), _sessions(sheet, words, common), _rooms(sheet, words, common)]
    if not sheet.cleaned_at:
        blocks.append(_lacks(sheet, words, common))
    blocks.append(_terms(sheet, words, common))
    if sheet.retention.grown:
        blocks.append(_grown(sheet, words, common))
    return build(frame, stamp, [*blocks, _closing(sheet, words)])


def _facts(sheet: CleanupSheet, words: Labels, common: Labels) -> Block:
    values = {
        "site": common("site", name=sheet.head.site_name, code=sheet.head.site_code),
        "exam": sheet.exam_id,
        "cleaned_at": moment(sheet.cleaned_at) if sheet.cleaned_at else words("not_cleaned"),
        "ended_at": moment(sheet.ended_at) if sheet.ended_at else words("not_ended" if sheet.cleaned_at else "none"),
        "by": words("between").join(person(words, one) for one in sheet.by) or words("none"),
        "published": _day(sheet.retention.published, words) if sheet.retention.published else words("unpublished"),
    }
    return facts([(words(f"facts.{key}"), value) for key, value in values.items()])


def _day(day: object, words: Labels) -> str:
    return words("day", day=day)


def _columns(words: Labels, widths: dict[str, float]) -> list[Column]:
    return [Column(words(f"columns.{key}"), width) for key, width in widths.items()]


def _sessions(sheet: CleanupSheet, words: Labels, common: Labels) -> Block:
    widths = {"session": 28.0, "subject": 24, "checked_at": 21, "backup": 0, "medium": 18, "receipt": 36}
    rows = [_session(one, words, common) for one in sheet.sessions]
    return table(words("sections.sessions", count=len(rows)), common, _columns(words, widths), rows)


def _session(one: CleanupLine, words: Labels, common: Labels) -> tuple[str, ...]:
    named = one.backup if one.current else words("outdated", name=one.backup)
    return (
        session_name(common, one.session),
        one.subject,
        moment(one.checked_at) if one.checked_at else words("not_checked"),
        f"{named} {grouped(one.digest)}" if one.backup else words("no_backup"),
        words("between").join(one.media) or words("none"),
        one.receipt or words("not_receipted"),
    )


def _rooms(sheet: CleanupSheet, words: Labels, common: Labels) -> Block:
    widths = {"day": 24.0, "room": 18, "backup": 0, "medium": 24}
    rows = [
        (
            _day(one.day, words),
            one.room,
            f"{one.backup} {grouped(one.digest)}" if one.backup else words("no_backup"),
            words("between").join(one.media) or words("none"),
        )
        for one in sheet.rooms
    ]
    return table(words("sections.rooms", count=len(rows)), common, _columns(words, widths), rows)


def _lacks(sheet: CleanupSheet, words: Labels, common: Labels) -> Block:
    rows = [_lack(one, words, common) for one in sheet.lacks]
    columns = _columns(words, {"day": 30.0, "about": 50, "lack": 0})
    return table(words("sections.lacks", count=len(rows)), common, columns, rows)


def _lack(one: LackLine, words: Labels, common: Labels) -> tuple[str, ...]:
    room = words("in_room", room=one.room) if one.room else words("none")
    about = session_name(common, one.session) if one.session else room
    return _day(one.day, words), about, words(f"lacks.{one.what}")


def _terms(sheet: CleanupSheet, words: Labels, common: Labels) -> Block:
    rows = [
        (
            words(f"kept.{one.kept}"),
            _of(one, words, common),
            words("months", months=one.months),
            words(f"counted.{one.counted_from}"),
            _day(one.until, words) if one.until else words(f"pending.{one.counted_from}"),
        )
        for one in sheet.retention.groups
    ]
    return table(words("sections.terms"), common, _columns(words, _TERMS), rows)


def _of(one: TermGroup, words: Labels, common: Labels) -> str:
    """Rooms by name where there are few of a kind by their nature, otherwise how many there are."""
    if one.kept == Kept.ROUTINE:
        return words("rooms", count=len(one.rooms))
    parts = []
    for session, rooms in groupby(one.rooms, key=lambda place: place[0]):
        named = words("between").join(room for _, room in rooms)
        parts.append(f"{session_name(common, session)} {named}" if session else named)
    return words("parts").join(parts) or words("whole_exam")


def _grown(sheet: CleanupSheet, words: Labels, common: Labels) -> Block:
    widths = {"session": 34.0, "room": 18, "left": 0, "because": 44, "grown_at": 38}
    rows = [
        (
            session_name(common, one.session),
            one.room,
            words("left", number=one.handover, at=moment(one.handed_over_at)),
            words("between").join(one.by),
            moment(one.grown_at),
        )
        for one in sheet.retention.grown
    ]
    return table(words("sections.grown", count=len(rows)), common, _columns(words, widths), rows)


def _closing(sheet: CleanupSheet, words: Labels) -> Block:
    """Whether it was done, and what was not, stands beside the signatures."""
    names = [one.name for one in sheet.by[:2]]
    names += [""] * (2 - len(names))
    parts = zip(("site_admin", "second"), names, strict=True)
    return Whole(
        [
            heading(words("sections.removed")),
            paragraph(words(_verdict(sheet), count=len(sheet.lacks)), STRONG),
            *_loud(sheet, words),
            *(paragraph(words(f"removed.{key}")) for key in ("system", "kept", "copies", "begun")),
            space(4),
            by_hand(words("removed.machines"), 16 * MM),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{part}"), name) for part, name in parts]),
        ]
    )


def _verdict(sheet: CleanupSheet) -> str:
    if sheet.cleaned_at:
        return "done" if sheet.ended_at else "going_on"
    return "waiting" if sheet.lacks else "ready"


def _loud(sheet: CleanupSheet, words: Labels) -> list[Strip]:
    """Hand-overs that were not done, mirrors that are left, a longer term of which the province does not know."""
    between = words("between")
    said = [words("handed_over", numbers=between.join(sheet.handovers))] if sheet.handovers else []
    strips = [paragraph(text) for text in said]
    loud = {} if sheet.handovers else {"not_handed_over": ""}
    if sheet.not_handed:
        loud["media_here"] = between.join(sheet.not_handed)
    if sheet.mirrors:
        loud["mirrors"] = between.join(sheet.mirrors)
    if sheet.retention.grown:
        loud["notice"] = str(len(sheet.retention.grown))
    return strips + [paragraph(words(key, what=value), STRONG) for key, value in loud.items()]

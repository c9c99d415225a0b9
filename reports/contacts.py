"""Contacts: the site's telephones, those outside and those of its staff, with lines to write in what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.contact_sheet import ContactSheet, StaffPhone
from app.views.stamp import Stamp
from reports.blocks import Block, Column, Whole, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.sheet import build
from reports.site_frame import signing, site_frame

HIGH = 20.0
"""High enough to write in by hand, in points."""


def draw(sheet: ContactSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "contacts"), labels(stamp.edition, "sheet")
    number = words("number", site=sheet.head.site_code)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running"))
    place = common("site", name=sheet.head.site_name, code=sheet.head.site_code)
    phones = words("comma").join(sheet.phones) or words("none")
    values = {"site": place, "phones": phones, "address": sheet.address, "checked": words("by_hand")}
    closing = Whole(
        [
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{name}"), "") for name in ("site_admin", "exam_office")]),
        ]
    )
    blocks = (
        facts([(words(f"facts.{key}"), value) for key, value in values.items()]),
        phone_table(words("sections.outside"), sheet.outside, words, common),
        phone_table(words("sections.staff"), sheet.staff, words, common),
        closing,
    )
    return build(frame, stamp, blocks)


def phone_table(title: str, people: Sequence[StaffPhone], words: Labels, common: Labels) -> Block:
    """Whom to call, with the room where somebody has one; `words` are those of the contacts."""
    widths = {"role": 50.0, "name": 40, "phone": 42, "note": 0}
    columns = [Column(words(f"columns.{key}"), width, height=HIGH) for key, width in widths.items()]
    return table(title, common, columns, [_line(one, words, common) for one in people])


def _line(one: StaffPhone, words: Labels, common: Labels) -> Sequence[str]:
    erased = common("erased")
    return (
        words.named("roles", one.role),
        erased if one.name is None else one.name,
        erased if one.phone is None else one.phone,
        common("room", room=one.room) if one.room else "",
    )

"""The frame of a sheet that belongs to the whole site, and how people are named on it."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.site_sheet import SheetHead, Signatory
from app.views.stamp import Stamp
from reports.blocks import Strip
from reports.edition import Labels
from reports.sheet import Frame, payload
from reports.signature_boxes import signatures

NOWHERE = "-"
"""Stands for session and room in the code of a sheet that has none."""


def site_frame(head: SheetHead, stamp: Stamp, title: str, number: str, running: str, code: str = "") -> Frame:
    """`code`: what the square says where the sheet is of one session."""
    return Frame(
        title=title,
        subtitle=head.exam,
        running=running,
        number=number,
        code=code or payload(stamp, head.site_code, NOWHERE, NOWHERE),
        mode=head.mode,
        ministry=head.ministry,
        software_lock=head.software_lock,
    )


def person(words: Labels, one: Signatory) -> str:
    """Name and role."""
    return words("person", name=one.name, role=words.named("roles", one.role))


def signing(words: Labels, parts: Sequence[tuple[str, str]]) -> Sequence[Strip]:
    """A box for each part, with the name of who played it where somebody did."""
    labels = [words("signer", part=part, name=name) if name else part for part, name in parts]
    return signatures(labels, words("signature_time"))

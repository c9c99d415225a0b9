"""What stands on the numbered blanks of a room's violation sheets (空白考场违纪情况记录单), to be filled in by hand."""

from __future__ import annotations

import msgspec

from app.core.sheet_open import blanks_of
from app.core.site import Site
from app.core.violation_account import SKILL
from app.core.violation_blank import sheet_number
from app.core.violation_kinds import CATEGORIES
from app.views.session_head import PlaceHead, place_head
from app.views.site_sheet import SiteSheet


class BlankLine(msgspec.Struct, frozen=True):
    """One blank; `void` says why its number counts no more, "" while it does."""

    number: str
    void: str


class ViolationBlanks(SiteSheet, frozen=True):
    """A page for each number. `kinds`: the codes to choose from."""

    head: PlaceHead
    kinds: tuple[str, ...]
    sheets: tuple[BlankLine, ...]


def violation_blanks(site: Site, subject: str) -> ViolationBlanks | None:
    """None where the room was given none."""
    room = blanks_of(site, subject)
    if room is None or site.package is None:
        return None
    skill = site.package.exam.level == SKILL
    numbers = (sheet_number(room.session, room.room, count + 1) for count in range(room.violation_sheets))
    return ViolationBlanks(
        head=place_head(site, room.session, room.room),
        kinds=tuple(kind for kind, one in CATEGORIES.items() if skill or not one.skill_only),
        sheets=tuple(BlankLine(number, site.voided_sheets.get(number, "")) for number in numbers),
    )

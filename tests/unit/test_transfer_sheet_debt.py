"""The transfer sheet is owed where one is due: printed when every room has ended, and signed by the chief (OVB-11)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.closing import RoomEnded
from app.core.debts import session_debts
from app.core.gate import Check, CheckName, CheckState
from app.core.operation import Fact
from app.core.paper_state import Signature
from app.core.signing import PaperSigned
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import ClauseId, Role
from tests.builders import ADMIN, CHIEF, D1, D2, LAW, LIAONING, R2, Story, at, plan
from tests.unit.test_debts import ended, of_session

SHEET = SiteSheetKept(SiteForm.TRANSFERS, LAW, 1, D1, D2, None)
SHEET_OUT = SiteSheetCameOut(SiteForm.TRANSFERS, LAW, 1, came_out=True)
SHEET_SIGNED = PaperSigned(SiteForm.TRANSFERS, LAW, 1, (Signature(Role.CHIEF, CHIEF, at("10:30")),))


def overbooked(*facts: Fact) -> Story:
    story = ended(*facts)
    assert story.site.package is not None
    story.site.package = replace(story.site.package, plan=plan(overbook_percent=10))
    return story.given(RoomEnded(LAW, R2, at("10:01"), ADMIN))


@pytest.mark.parametrize(
    ("facts", "paid"),
    [
        ((), False),
        ((SHEET,), False),
        ((SHEET, SHEET_OUT), False),
        ((SHEET, SHEET_OUT, SHEET_SIGNED), True),
        ((SHEET, SHEET_OUT, SHEET_SIGNED, replace(SHEET_OUT, came_out=False)), False),
        ((SHEET, SHEET_OUT, SHEET_SIGNED, replace(SHEET, copy=2)), False),
    ],
    ids=["nothing", "sent to the printer", "printed", "signed", "jammed after all", "reprinted"],
)
def test_ovb_11_the_transfer_sheet_is_owed_until_its_newest_copy_is_signed(facts: tuple[Fact, ...], paid: bool) -> None:
    story = overbooked().given(*facts)
    assert (CheckName.TRANSFER_SHEET not in of_session(story)) is paid


def test_ovb_11_where_nobody_changed_rooms_and_nobody_is_overbooked_none_is_due() -> None:
    story = ended(RoomEnded(LAW, R2, at("10:01"), ADMIN))
    found = {one.name: one for one in session_debts(story.site, LAW, LIAONING)}
    off = Check(CheckName.TRANSFER_SHEET, CheckState.OFF, ClauseId("OVB-11"))
    assert found[CheckName.TRANSFER_SHEET] == off


def test_ovb_11_a_sheet_of_before_another_room_ended_is_none() -> None:
    """A postponed room was held after all: until its end somebody may have changed rooms."""
    story = overbooked(SHEET, SHEET_OUT, SHEET_SIGNED)
    assert CheckName.TRANSFER_SHEET in of_session(story)
    number = {"copy": 2}
    story.given(replace(SHEET, **number), replace(SHEET_OUT, **number), replace(SHEET_SIGNED, **number))
    assert CheckName.TRANSFER_SHEET not in of_session(story)

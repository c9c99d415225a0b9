"""Which facts a list of sheets has to be looked at again for."""

from __future__ import annotations

import pytest

from app.core.operation import Fact
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.views import custody_sheet, seal_sheet, supervision_sheet
from app.views.site_papers import ON_SHEETS


@pytest.mark.parametrize("sheet", [custody_sheet, seal_sheet, supervision_sheet])
def test_every_fact_that_a_sheet_reads_is_named(sheet: object) -> None:
    read = {one for one in vars(sheet).values() if isinstance(one, type) and issubclass(one, Fact)} - {Fact}
    assert read
    assert read <= set(ON_SHEETS)


def test_so_are_those_of_its_copies() -> None:
    assert {SiteSheetKept, SiteSheetCameOut} <= set(ON_SHEETS)

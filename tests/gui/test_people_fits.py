"""The forms and parts of the people page fit too, which the picture of the page at rest does not show."""

from __future__ import annotations

from typing import Literal

import pytest

from app.settings import Settings
from app.text import LANGUAGES
from tests.gui.fitting import faults
from tests.gui.scenes import Scenes
from tests.gui.screen import settle
from tests.gui.test_fits import doubling
from ui.pages.people import Part, PeoplePage
from ui.shell import PageName, Place

__all__ = ["doubling"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("doubling")
def test_every_part_and_form_fits_with_every_text_twice_as_long(
    scenes: Scenes, language: Literal["zh-CN", "en"]
) -> None:
    found = []
    with scenes.window(Settings(language=language), (1024, 640)) as window:
        window.go(Place(PageName.PEOPLE))
        page = window.page
        assert isinstance(page, PeoplePage)
        for part in Part:
            page._pick(part)
            settle()
            found += [f"{part}: {fault}" for fault in faults(window)]
        page._pick(Part.PEOPLE)
        keys = [line.key for line in page.people.lines.lines]
        card = page.card
        for code, opens in (
            ("A02", card.qualify),
            ("T01", card.agree),
            ("T01", card.declare),
            ("D01", card.delegate),
            ("C01", card.recover),
        ):
            page.people.selectRow(keys.index(code))
            settle()
            opens.click()
            assert card.form is not None
            card.form.complain(window.shell.say("people-day-wrong"))
            settle()
            found += [f"{opens.text()}: {fault}" for fault in faults(window)]
            card.form.given_up.emit()
        page.asking.change_pin(page.own_pin)
        settle()
        found += [f"own PIN: {fault}" for fault in faults(window)]
        page.asking.clear()
    assert not found, "\n".join(found)

"""Sheets of the site under a clumsy hand, for somebody who may not, with the keyboard, and in little room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.custody import HandOverLock, IssueLock
from app.core.lock_state import SupervisedKind
from app.core.site_form import SiteForm
from app.core.supervision import OpenSupervision
from app.service import records, site_sheets
from app.service.console import Console
from app.settings import Settings
from app.text import LANGUAGES
from app.views.papers import PaperState
from tests.gui.conftest import OpenScreen
from tests.gui.fitting import faults
from tests.gui.record_page import (
    DAY_SHEET,
    LOCK,
    TODAY,
    copies,
    locked_site,
    page,
    printed,
    segment,
    sheets,
    site,
    states,
    supervised,
    titles,
)
from tests.gui.screen import MORNING_SESSION, Screen, settle
from tests.gui.test_fits import doubling
from tests.gui.test_tab_order import called, round_trip, usable
from tests.stores import ADMIN, OFFICER
from ui.pages.record_segments import Segment
from ui.pages.records import RecordsPage
from ui.shell import PageName

__all__ = ["doubling", "locked_site", "sheets", "site"]
SMALL = (1024, 640)


def test_pressing_twice_makes_one_copy(site: Screen, sheets: RecordsPage, qtbot: QtBot) -> None:
    def twice() -> None:
        sheets.steps.print.click()
        sheets.steps.print.click()
        sheets.print_all.click()

    assert printed(qtbot, site, sheets, twice) == 1
    assert len(copies(site)) == 1


def test_who_turns_to_the_other_segment_is_not_asked_to_sign_any_more(site: Screen) -> None:
    site.do(IssueLock(LOCK, OFFICER.id))
    shown = page(site)
    shown.print_all.click()
    assert "PIN" in site.asked()
    shown.segments.findChildren(QPushButton)[0].click()
    settle()
    assert segment(shown) is Segment.BEFORE
    assert not site.asked()
    assert not copies(site)
    assert not shown.run.busy


def test_who_may_not_print_gets_no_copy_and_no_file(site: Screen) -> None:
    site.do(IssueLock(LOCK, OFFICER.id))
    site.sign_in("O01")
    shown = page(site)
    shown.steps.print.click()
    assert site.shell.say("role-site-admin") in site.asked()
    assert not copies(site)
    assert not list(shown.where.folder.glob("*.pdf"))
    # Nor is a signed copy sent again for them
    assert isinstance(
        site_sheets.print_sheet(site.console, *DAY_SHEET, site.shell.opening.tools.draw_sheet, ADMIN), bytes
    )
    site.look_again()
    shown.steps.resend.click()
    settle()
    assert site.asked()
    assert not list(shown.where.folder.glob("*.pdf"))


def test_a_journal_that_cannot_be_read_is_told_and_the_list_stays(
    site: Screen, sheets: RecordsPage, expect_log: Callable[[str], None]
) -> None:
    expect_log("trouble: console-stopped")
    page(site, None)
    site.go(PageName.RECORDS, session=MORNING_SESSION)
    assert segment(sheets) is Segment.ROOMS
    site.console.halt()
    sheets.segments.findChildren(QPushButton)[-1].click()
    settle()
    assert site.banner()
    assert sheets.list.isVisible()
    assert len(titles(sheets)) == 1


def test_who_goes_away_at_once_sees_the_sheet_on_coming_back(site: Screen, sheets: RecordsPage, qtbot: QtBot) -> None:
    supervised(site)
    site.look_again()
    qtbot.waitUntil(lambda: TODAY in sheets.preview.caption.full)
    sheets.list.setFocus()
    sheets._settle.setInterval(60_000)
    site.press(Qt.Key.Key_Up)
    site.go(PageName.CLOCK)
    sheets._settle.setInterval(0)
    qtbot.waitUntil(lambda: not sheets._settle.isActive())
    assert TODAY in sheets.preview.caption.full
    site.go(PageName.RECORDS)
    qtbot.waitUntil(lambda: "A-001" in sheets.preview.caption.full)


# How it looks


def test_tab_goes_round_the_list_of_sheets(site: Screen, sheets: RecordsPage, qtbot: QtBot) -> None:
    printed(qtbot, site, sheets, sheets.steps.print.click)
    supervised(site)
    site.look_again()
    sheets.list.setFocus()
    met = round_trip(site.window, "Tab")
    assert len(set(met)) == len(met)
    assert {called(one) for one in met} == {called(one) for one in usable(site.window)}
    assert all(one.accessibleName() for one in met if sheets.isAncestorOf(one))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("doubling")
def test_every_state_fits_with_every_text_twice_as_long(
    locked_site: Console, open_screen: OpenScreen, language: Literal["zh-CN", "en"]
) -> None:
    site = open_screen(locked_site, Settings(language=language), SMALL)
    site.sign_in()
    shown = page(site)
    found = fit(site, "nothing yet")
    site.do(OpenSupervision(SupervisedKind.RECEIPT))
    site.do(IssueLock(LOCK, OFFICER.id))
    site.look_again()
    for form in (SiteForm.SUPERVISION, SiteForm.CUSTODY):
        page(site, form)
        found += fit(site, form.name)
    draw = site.shell.opening.tools.draw_sheet
    assert isinstance(site_sheets.print_sheet(site.console, *DAY_SHEET, draw, ADMIN), bytes)
    for came_out in (None, False, True):
        if came_out is not None:
            site.do(records.confirmation(copies(site)[0], came_out=came_out), ADMIN)
        site.look_again()
        found += fit(site, str(states(shown)[-1]))
    site.do(HandOverLock(LOCK, ADMIN.id))
    site.look_again()
    assert states(shown) == [PaperState.DRAFT, PaperState.SUPERSEDED]
    found += fit(site, "superseded")
    assert not found, "\n".join(found)


def fit(site: Screen, state: str) -> list[str]:
    settle()
    found = [f"{state}: {fault}" for fault in faults(site.window)]
    least = site.window.minimumSizeHint()
    if least.width() > SMALL[0] or least.height() > SMALL[1]:
        found.append(f"{state}: wants {least.toTuple()}")
    return found

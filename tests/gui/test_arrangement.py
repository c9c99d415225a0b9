"""The arrangement page: the package, the timestamp in three places, the sheet, and the counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.arrangement import EditionNotNewer
from app.core.arrangement_rules import PlanFault, PlanFaultKind
from app.core.site import Source
from app.core.terms import RoomId, SessionId, Ticket
from app.core.timestamp import ScanChecked, TimestampRecorded, scan_payload
from app.service import arrangement
from app.service.arrangement import Offered
from app.service.console import Console
from app.trouble import Code, Trouble
from tests.gui.conftest import OpenScreen
from tests.gui.screen import Screen, settle, texts
from tests.stores import PIN, TIMESTAMP
from ui.pages.arrangement import ArrangementPage
from ui.shell import PageName


@pytest.fixture
def page(site: Screen) -> ArrangementPage:
    site.sign_in()
    return opened(site)


def opened(site: Screen) -> ArrangementPage:
    page = site.go(PageName.ARRANGEMENT)
    assert isinstance(page, ArrangementPage)
    return page


def payload(site: Screen) -> str:
    package = site.site.package
    assert package is not None
    return scan_payload(package.exam, package.plan, package.edition)


def says(site: Screen, name: str, shown: QWidget, **facts: object) -> bool:
    return site.shell.say(name, **facts) in texts(shown)


def test_before_anything_came_the_first_thing_is_the_package(bare_console: Console, open_screen: OpenScreen) -> None:
    site = open_screen(bare_console)
    page = opened(site)
    assert site.focus() is page.package.take
    assert page.package.take.property("kind") == "primary"
    assert not page.stamps.enter.isEnabled()
    assert not page.scan.code.isEnabled()
    assert not page.rooms.isVisible()


def test_the_package_in_force_is_told_and_counted(site: Screen, page: ArrangementPage) -> None:
    assert says(site, "arrangement-edition-of", page, edition=1, digest="35bf5ad1e2c2d3e5") or "Practice" in texts(page)
    model = page.rooms.model
    assert model is not None
    rows = [[cell.text for cell in line.cells] for line in model.lines]
    assert [row[1:] for row in rows] == [["6", "6", "6"]] * 3 + [["18", "18", "18"]]


def test_three_that_agree_by_keyboard(site: Screen, page: ArrangementPage) -> None:
    assert site.focus() is page.stamps.first
    site.keys(f"{TIMESTAMP}\n{TIMESTAMP}\n")
    assert [type(fact) for fact in site.facts()[-2:]] == [TimestampRecorded] * 2
    site.look_again()
    assert says(site, "arrangement-stamps-agree", page.stamps)
    assert page.scan.button.property("kind") == "primary"


def test_the_odd_one_is_named(site: Screen, page: ArrangementPage) -> None:
    site.keys(f"{TIMESTAMP}\n2021-10-25 09:30:01\n")
    site.look_again()
    assert site.shell.word(Source.CALIBRATION) in texts(page.stamps.compared)
    assert "09:30:01" in texts(page.stamps.compared)
    assert page.stamps.enter.property("kind") == "primary"


def test_one_of_two_may_come_later(site: Screen, page: ArrangementPage) -> None:
    site.keys(TIMESTAMP)
    page.stamps.enter.click()
    assert site.last() == TimestampRecorded(Source.PLATFORM, TIMESTAMP, normalised=False)
    site.look_again()
    assert site.shell.word(Source.CALIBRATION) in texts(page.stamps.compared)


def test_nothing_typed_is_refused_in_words(site: Screen, page: ArrangementPage) -> None:
    before = len(site.facts())
    page.stamps.enter.click()
    assert site.shell.word(Source.PLATFORM) in site.asked()
    assert len(site.facts()) == before


def test_what_is_being_typed_stays(site: Screen, page: ArrangementPage) -> None:
    site.keys("2021")
    site.compared()
    page.stamps.fields[Source.PLATFORM].setText("2022")
    site.bridge.tick()
    page.refresh()
    page.stamps.fields[Source.PLATFORM].setText("2023")
    page.refresh()
    assert page.stamps.fields[Source.PLATFORM].text() == "2023"


def test_a_scan_anywhere_on_the_page_is_checked(site: Screen, page: ArrangementPage) -> None:
    page.package.take.setFocus()
    site.keys(payload(site) + "\n")
    assert site.last() == ScanChecked(passed=True)
    site.look_again()
    assert says(site, "arrangement-scan-passed", page.scan)


def test_another_sheet_is_refused_with_both_sides(site: Screen, page: ArrangementPage) -> None:
    page.scan.code.setFocus()
    site.keys(payload(site).replace(":1:", ":2:", 1) + "\n")
    assert site.last() == ScanChecked(passed=False)
    assert "PRACTICE-EXAM:2101:2:" in site.asked()
    site.look_again()
    assert says(site, "arrangement-scan-failed", page.scan)


def test_a_typed_code_wants_another_person(site: Screen, page: ArrangementPage) -> None:
    page.scan.code.setFocus()
    page.scan.typed.box.setChecked(True)
    site.keys(payload(site) + "\n")
    assert not isinstance(site.last(), ScanChecked)
    site.keys(f"O01\n{PIN}\n")
    assert site.last() == ScanChecked(passed=True, typed=True)
    assert site.signers_of_last() == ["A01", "O01"]
    assert page.scan.code.text() == ""
    assert not page.scan.typed.on


def test_a_code_of_another_kind_is_not_for_this_page(page: ArrangementPage) -> None:
    assert not page.scanned("210100001")


@pytest.fixture
def offered(site: Screen) -> Offered:
    """What is in force, as if it had come again."""
    package = site.site.package
    assert package is not None
    return Offered(package, contents_of(site), photos=0)


def contents_of(site: Screen) -> object: ...

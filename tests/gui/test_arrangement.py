"""The arrangement page: the package, the timestamp in three places, the sheet, and the counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.arrangement import EditionNotNewer, PackageTakenIn, RoomArranged
from app.core.arrangement_rules import PlanFault, PlanFaultKind
from app.core.site import Source
from app.core.terms import Digest, RoomId, SessionId, Ticket
from app.core.timestamp import RecordTimestamp, ScanChecked, TimestampRecorded, scan_payload
from app.exchange import exam_package
from app.rehearsal.ground import Ground
from app.service import arrangement
from app.service.arrangement import Offered
from app.service.console import Console
from app.trouble import Code, Trouble
from tests.gui.conftest import DayOf, OpenScreen
from tests.gui.screen import Screen, signer, texts
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
    assert "Practice" in texts(page.package.facts)
    model = page.rooms.model
    assert model is not None
    rows = [[cell.text for cell in line.cells] for line in model.lines]
    assert [row[1:] for row in rows] == [["6", "6", "6"]] * 3 + [["18", "18", "18"]]


def test_three_that_agree_by_keyboard(site: Screen, page: ArrangementPage) -> None:
    assert site.focus() is page.stamps.first
    site.keys(f"{TIMESTAMP}\n{TIMESTAMP}\nO01\n{PIN}\n")
    assert [type(fact) for fact in site.facts()[-2:]] == [TimestampRecorded] * 2
    site.look_again()
    assert says(site, "arrangement-stamps-agree", page.stamps)
    assert site.signers_of_last() == ["A01", "O01"]
    assert page.scan.button.property("kind") == "primary"
    assert site.focus() is page.scan.code


def test_the_odd_one_is_named(site: Screen, page: ArrangementPage) -> None:
    site.keys(f"{TIMESTAMP}\n2021-10-25 09:30:01\nO01\n{PIN}\n")
    site.look_again()
    assert site.shell.word(Source.CALIBRATION) in texts(page.stamps.compared)
    assert "09:30:01" in texts(page.stamps.compared)
    assert page.stamps.enter.property("kind") == "primary"


def test_one_of_two_may_come_later(site: Screen, page: ArrangementPage) -> None:
    site.keys(TIMESTAMP)
    page.stamps.enter.click()
    site.keys(f"O01\n{PIN}\n")
    assert site.last() == TimestampRecorded(Source.PLATFORM, TIMESTAMP, normalised=False)
    site.look_again()
    assert site.shell.word(Source.CALIBRATION) in texts(page.stamps.compared)


def test_nothing_typed_is_refused_in_words(site: Screen, page: ArrangementPage) -> None:
    before = len(site.facts())
    page.stamps.enter.click()
    assert site.shell.word(Source.PLATFORM) in site.asked()
    assert len(site.facts()) == before


def test_what_is_being_typed_stays_while_other_things_happen(site: Screen, page: ArrangementPage) -> None:
    site.keys("2021")
    site.do(RecordTimestamp(Source.CALIBRATION, TIMESTAMP))
    site.look_again()
    assert page.stamps.fields[Source.PLATFORM].text() == "2021"
    assert page.stamps.fields[Source.CALIBRATION].text() == TIMESTAMP


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


# The package


@dataclass
class Enrolled:
    screen: Screen
    page: ArrangementPage
    package: Path


@pytest.fixture
def enrolled(agency: Ground, day_of: DayOf, open_screen: OpenScreen, tmp_path: Path) -> Enrolled:
    """Nobody signed in: there is no staff list before the package, and whoever opened the store holds its lock."""
    screen = open_screen(day_of(agency.out))
    (package,) = (tmp_path / "day" / "agency").glob("*.examsite")
    return Enrolled(screen, opened(screen), package)


def test_a_package_comes_in_and_the_next_step_waits(enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(enrolled.package), ""))
    enrolled.screen.keys(" ")
    kinds = {type(fact) for fact in enrolled.screen.facts()}
    assert {PackageTakenIn, RoomArranged} <= kinds
    shown = enrolled.page.package.came
    assert says(enrolled.screen, "arrangement-imported", shown, people=16, photos=16, without=0)
    assert enrolled.screen.signers_of_last() == ["lock"]
    assert enrolled.screen.focus() is enrolled.page.stamps.first


def test_once_the_staff_list_is_in_the_lock_alone_signs_nothing(enrolled: Enrolled) -> None:
    enrolled.page.package.read(enrolled.package)
    enrolled.page.scanned(payload(enrolled.screen))
    assert enrolled.screen.shell.say("sign-in-title") in enrolled.screen.asked()
    assert enrolled.screen.site.scan_passed is None


def test_the_same_file_again_changes_nothing_and_says_so(enrolled: Enrolled) -> None:
    enrolled.page.package.read(enrolled.package)
    before = len(enrolled.screen.facts())
    enrolled.screen.bridge.operator = signer(enrolled.screen.bridge, "A01")
    enrolled.page.package.read(enrolled.package)
    enrolled.screen.keys(f"O01\n{PIN}\n")
    assert says(enrolled.screen, "arrangement-same", enrolled.page.package.came)
    assert len(enrolled.screen.facts()) == before


def test_names_that_no_font_has_are_listed(enrolled: Enrolled) -> None:
    name = enrolled.page.package
    opening = enrolled.screen.shell.opening
    opening = replace(opening, tools=replace(opening.tools, missing=lambda _: ("X",)))
    name._shell = replace(enrolled.screen.shell, opening=opening)
    name.read(enrolled.package)
    assert texts(name.came).count(" X") == 16


def test_every_row_that_breaks_the_rules_is_listed(enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = (
        PlanFault(PlanFaultKind.SEAT_TAKEN, SessionId("1-1"), RoomId("001"), Ticket("210100001"), "003"),
        PlanFault(PlanFaultKind.ROOM_OVERFULL, SessionId("1-1"), RoomId("002"), value="31/30"),
    )

    def unfit(*_: object, **__: object) -> NoReturn:
        raise exam_package.Unfit(bad)

    monkeypatch.setattr(exam_package, "read", unfit)
    before = len(enrolled.screen.facts())
    enrolled.page.package.read(enrolled.package)
    say, rows = enrolled.screen.shell.say, enrolled.page.package.faults.lines
    assert [row.cells[0].text for row in rows] == [say("fault-seat-taken"), say("fault-room-overfull")]
    assert [cell.text for cell in rows[0].cells[1:]] == ["1-1", "001", "210100001", "003"]
    assert enrolled.screen.focus() is enrolled.page.package.table
    assert len(enrolled.screen.facts()) == before


def test_a_broken_file_is_trouble(enrolled: Enrolled, expect_log: Callable[[str], None]) -> None:
    expect_log("WARNING ui.bridge: trouble: file-damaged")
    enrolled.package.write_bytes(enrolled.package.read_bytes()[:-100])
    enrolled.page.package.read(enrolled.package)
    assert enrolled.screen.shell.text.trouble(Trouble(Code.FILE_DAMAGED, file=enrolled.package.name)) in (
        enrolled.screen.banner()
    )
    assert enrolled.screen.site.package is None


def test_an_older_edition_is_refused_before_anyone_else_is_called(
    enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrolled.page.package.read(enrolled.package)
    package = enrolled.screen.site.package
    assert package is not None
    offered = arrangement.read_package(enrolled.screen.console, enrolled.package)
    assert isinstance(offered, Offered)
    other = replace(offered, package=msgspec.structs.replace(package, digest=Digest("11" * 32)))
    read: list[Path] = []

    def reading(_: Console, path: Path) -> Offered:
        read.append(path)
        return other

    monkeypatch.setattr(arrangement, "read_package", reading)
    enrolled.screen.bridge.operator = signer(enrolled.screen.bridge, "A01")
    enrolled.page.package.read(enrolled.package)
    assert enrolled.screen.shell.text.refusal(EditionNotNewer(1, 1)) in enrolled.screen.asked()
    assert len(read) == 1
    assert enrolled.screen.site.package is package

"""The folder of papers to sign: many signed at once, by whom the list names or somebody else; and their scans."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.end_phase import CountScratchPaper
from app.core.records import ROOM_RECORD, ConfirmPrinted
from app.core.signing import PaperSigned, ScanAttached
from app.core.staffing import StaffMember
from app.core.terms import PersonId, Role
from app.service import records, scans
from app.service.scans import Page
from app.views.paper_code import SheetCode
from app.views.step import StepKind
from tests.gui.after import ONE, ROOMS, THREE, TWO, ended
from tests.gui.screen import MORNING_SESSION, Screen, settle, texts
from tests.stores import ADMIN, entries
from ui.pages.record_folder import Pile, SignFolder
from ui.pages.record_scans import ScanForm
from ui.pages.record_segments import Segment
from ui.pages.records import RecordsPage
from ui.shell import PageName

PEOPLE = tuple(PersonId(f"I0{n}") for n in range(1, 5))


@pytest.fixture
def folder(site: Screen) -> SignFolder:
    """The records of all rooms came out, and A01 is at the desk; the rooms share two of their invigilators."""
    ended(site, *ROOMS)
    for code in PEOPLE:
        site.console.directory.staff[code] = StaffMember(code, f"Name {code}", Role.INVIGILATOR)
    for room in ROOMS:
        draw = site.shell.opening.tools.draw_record
        assert isinstance(records.print_room_record(site.console, MORNING_SESSION, room, draw, ADMIN), bytes)
        site.do(ConfirmPrinted(ROOM_RECORD, MORNING_SESSION, room, 1, came_out=True))
    site.sign_in()
    return page(site).folder


def page(site: Screen) -> RecordsPage:
    found = site.go(PageName.RECORDS, session=MORNING_SESSION, step=StepKind.SIGN)
    assert isinstance(found, RecordsPage)
    assert found.segment is Segment.TO_SIGN
    return found


def signed(site: Screen) -> list[PaperSigned]:
    return [fact for fact in site.facts() if isinstance(fact, PaperSigned)]


def test_everything_is_signed_in_one_sitting(site: Screen, folder: SignFolder) -> None:
    assert not folder.sitting.confirm.isVisible()
    assert "选择要登记签字的文书" in texts(folder)
    folder.every.click()
    assert site.focus() is folder.sitting.confirm
    assert folder.sitting.confirm.text() == "登记 3 份已签字"
    before = len(site.facts())
    site.keys("\n")
    site.look_again()
    # Then the three stand in the journal together, by the people of the list
    assert len(site.facts()) == before + 3
    assert {one.subject for one in signed(site)} == {f"{MORNING_SESSION}-{room}" for room in ROOMS}
    (by, *_) = [one.by for one in signed(site)]
    assert {each.role: each.person for each in by}[Role.CHIEF] == "C01"
    assert [each.person for each in by if each.role is Role.INVIGILATOR] == [*PEOPLE[:2]]
    # And are listed with their names and the time
    assert folder.waiting == 0
    folder.turn(Pile.SIGNED)
    assert len(folder.table.lines.lines) == 3
    assert f"Name {PEOPLE[0]}" in folder.table.lines.lines[0].cells[1].text


def test_some_are_signed_by_somebody_else(site: Screen, folder: SignFolder) -> None:
    folder.table.setFocus()
    site.press(Qt.Key.Key_Home)
    site.press(Qt.Key.Key_Space)
    assert [one.copy.subject for one in folder.papers] == [f"{MORNING_SESSION}-{ONE}"]
    second = folder.sitting.people[Role.INVIGILATOR, 1]
    second.setCurrentIndex(second.findData(PEOPLE[3]))
    # A fact from elsewhere takes back neither the choice of the paper nor that of the person
    site.do(CountScratchPaper(MORNING_SESSION, THREE, 6, 6, None, site.clock.moment().at, ADMIN.id))
    site.page.refresh()
    folder.sitting.confirm.click()
    site.look_again()
    (one,) = signed(site)
    assert [each.person for each in one.by if each.role is Role.INVIGILATOR] == [PEOPLE[0], PEOPLE[3]]
    assert folder.waiting == 1
    # A place leads to the record of its room, or to the list where that is still to be printed
    shown = site.go(PageName.RECORDS, session=MORNING_SESSION, room=TWO, step=StepKind.SIGN)
    assert isinstance(shown, RecordsPage)
    assert [one.copy.subject for one in folder.papers] == [f"{MORNING_SESSION}-{TWO}"]
    site.go(PageName.RECORDS, session=MORNING_SESSION, room=ONE, step=StepKind.SIGN)
    assert shown.segment is Segment.ROOMS
    assert shown.list.chosen_keys() == ((MORNING_SESSION, ONE),)


def test_what_changed_after_printing_stands_apart_and_leads_to_its_list(
    site: Screen, folder: SignFolder, qtbot: QtBot
) -> None:
    page(site)._later.setInterval(0)
    site.do(CountScratchPaper(MORNING_SESSION, TWO, 6, 6, None, site.clock.moment().at, ADMIN.id))
    site.look_again()
    qtbot.waitUntil(lambda: folder.waiting == 2)
    folder.turn(Pile.CHANGED)
    folder.table.selectRow(0)
    assert "不再签字" in texts(folder)
    folder.sitting.reprint.click()
    settle()
    shown = site.page
    assert isinstance(shown, RecordsPage)
    assert shown.segment is Segment.ROOMS
    assert shown.list.chosen_keys() == ((MORNING_SESSION, TWO),)


def test_who_is_not_on_the_list_must_be_chosen(site: Screen, folder: SignFolder) -> None:
    for code in PEOPLE[1:]:
        del site.console.directory.staff[code]
    page(site)
    folder.every.click()
    assert "名单中没有" in texts(folder)
    assert site.focus() is folder.sitting.people[Role.INVIGILATOR, 1]
    folder.sitting.confirm.click()
    assert not signed(site)
    # The same person twice is refused where the finger is
    missing = folder.sitting.people[Role.INVIGILATOR, 1]
    missing.setCurrentIndex(missing.findData(PEOPLE[0]))
    folder.sitting.confirm.click()
    assert "每人只签一处" in site.asked()
    assert not signed(site)


def code_of(site: Screen, number: int) -> SheetCode:
    copy = site.site.records[number]
    head = entries(site.console.store.journal)[0].head.hex()[:16]
    return SheetCode(copy.form, site.site.code.upper(), copy.session, copy.room, 1, 1, head, copy.content[:16])


def test_scans_are_kept_in_bulk_and_missing_pages_are_told(
    site: Screen, folder: SignFolder, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned = tmp_path / "scanned"
    scanned.mkdir()
    (scanned / "one.pdf").write_bytes(b"%PDF scan")
    (scanned / "notes.txt").write_bytes(b"no scan")
    read = {"one.pdf": (code_of(site, 0), code_of(site, 1), None)}

    def look(path: Path, *_: object) -> tuple[Page, ...]:
        return tuple(Page(path, number, code) for number, code in enumerate(read[path.name], 1))

    monkeypatch.setattr(scans, "look", look)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(scanned))
    folder.directory.click()
    qtbot.waitUntil(lambda: isinstance(folder.side.form, ScanForm))
    assert not folder.working.isVisible()
    said = texts(folder.side)
    assert "扫描件共 3 页，认出文书 2 份" in said
    assert "1 页没有认出：one.pdf 第 3 页" in said
    form = folder.side.form
    assert form is not None
    form.confirm.click()
    site.look_again()
    kept = [fact for fact in site.facts() if isinstance(fact, ScanAttached)]
    assert [(one.subject, one.pages, one.of) for one in kept] == [
        (f"{MORNING_SESSION}-{room}", 1, 1) for room in (ONE, TWO)
    ]
    assert folder.side.form is None
    assert "1 / 1 页" in folder.table.lines.lines[0].cells[3].text

"""The closing page: what is open by room, what is settled in place, the end in bulk, and what follows it."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt

from app.core.closing import AnswersChecked, EndRooms
from app.core.collection import AnswersConfirmed, CollectedByHand, RoomResultEntered
from app.core.day_close import DayClosed
from app.core.end_phase import (
    CountScratchPaper,
    ScratchPaperCounted,
    UngatedEndReported,
    ViolationsConfirmed,
)
from app.core.end_state import OverrideReason, ScratchNote
from app.core.gate import CheckName
from app.core.incident_kinds import IncidentKind
from app.core.media import RegisterMedium
from app.core.override import CheckOverridden
from app.core.paper_state import Signature
from app.core.records import ROOM_RECORD, ConfirmPrinted, KeepRecord
from app.core.room_backup import RecordRoomBackup
from app.core.room_result import Outcome, ResultLine, TakeRoomResult
from app.core.safe_state import RoomSource
from app.core.safekeeping import RecordBackup
from app.core.signing import PaperSigned
from app.core.terms import LockSerial, MediumSerial, PersonId, Role, RoomId
from app.core.timekeeping import closure_ends
from app.views.closing import ClosingStep
from app.views.step import StepKind
from tests.gui.closing_page import A01, ALL, ONE, OVER, THREE, TWO, counted, ended, facts, over, room, ticket
from tests.gui.keyboard import choose, pick, press, tab_to, type_text
from tests.gui.screen import DOCUMENT, MORNING_SESSION, SECOND_SESSION, Screen, settle, texts
from tests.stores import MORNING
from ui.main_window import MainWindow
from ui.pages.closing import ClosingPage, Part
from ui.pages.closing_forms import EndForm
from ui.shell import PageName, Place, clock
from ui.widgets.parts import Button

STICK = MediumSerial("U-1")


@pytest.fixture
def went(site: Screen, monkeypatch: pytest.MonkeyPatch) -> list[Place]:
    """Where the page sends people; it stays itself."""
    places: list[Place] = []
    whole = MainWindow.go

    def go(window: MainWindow, place: Place) -> None:
        places.append(place)
        if place.page is PageName.CLOSING:
            whole(window, place)

    monkeypatch.setattr(MainWindow, "go", go)
    site.window.build()
    places.clear()
    return places


def test_one_second_tells_which_rooms_can_end_and_one_click_ends_them(site: Screen) -> None:
    page = over(site, ONE, THREE)
    left = [line.cells[3] for line in page.list.model.lines]
    assert [(cell.text, cell.tone) for cell in left[::2]] == [("可以结束", "ok")] * 2
    assert left[1].text.startswith("3 项待办：核对违纪记录")
    assert left[1].tone == "bad"
    closes = closure_ends(MORNING, site.site.sessions[MORNING_SESSION].plan, site.console.rulebook)
    assert page.list.model.lines[0].cells[2].text == clock(closes)
    assert (page.list.end.text(), page.list.end.property("kind")) == ("登记 2 个考场结束", "primary")

    page.list.end.click()

    assert ended(site) == [ONE, THREE]
    assert site.toast() == "已登记 2 个考场结束"
    assert max(mark.n for mark in site.console.store.marks()) == site.console.store.journal.n
    assert "已结束 2 / 3" in page.sub.full


def test_many_rooms_are_confirmed_together_and_only_those_whose_count_fits(site: Screen) -> None:
    page = over(site)
    counted(site, ONE)
    counted(site, THREE)
    site.look_again()
    assert page.list.violations.property("kind") == "primary"
    page.list.violations.click()
    assert [fact.room for fact in facts(site, ViolationsConfirmed)] == list(ALL)
    assert page.list.collected.property("kind") == "primary"
    assert site.focus() is page.list.collected
    page.list.collected.click()
    assert [(fact.room, len(fact.collected)) for fact in facts(site, AnswersConfirmed)] == [(ONE, 6), (THREE, 6)]
    assert page.list.collected.isHidden()
    assert page.list.end.text() == "登记 2 个考场结束"


def test_only_rooms_whose_closure_is_over_end_and_of_chosen_ones_all_or_none(site: Screen) -> None:
    page = over(site, ONE, TWO)
    for typed, offered in (("083100", "登记考场结束"), ("99", "登记 2 个考场结束")):
        page.list.moment.edit.setFocus()
        page.list.moment.edit.selectAll()
        site.keys(typed)
        assert page.list.end.text() == offered
        page.list.end.click()
        assert ended(site) == []
    assert site.focus() is page.list.moment.edit
    page.list.moment.follow()
    page.list.table.selectAll()
    assert page.list.end.text() == "登记选中的 3 个考场结束"
    page.list.end.click()
    assert "第 003 考场（" in site.asked()
    assert ended(site) == []
    page.list.table.clearSelection()
    page.list.choose(TWO)
    page.gate.end.click()
    press(site.window, "Ctrl+A")
    site.keys("083100\n")
    assert "09:45:00" in site.asked()
    press(site.window, "Ctrl+A")
    site.keys("100500\n")
    assert ended(site) == [TWO]


def test_an_end_before_the_last_check_is_one_without_the_gate(site: Screen) -> None:
    page = over(site, TWO)
    page.list.choose(TWO)
    page.gate.end.click()
    press(site.window, "Ctrl+A")
    site.keys("100400\n")
    assert ended(site) == []
    there = site.shell.say("go-there", page=site.shell.say("page-closing"))
    next(one for one in page.asking.findChildren(Button) if one.text() == there).click()
    assert isinstance(page.side.form, EndForm)
    assert page.side.form.confirm.property("kind") == "danger"
    site.keys("\n")
    (told,) = facts(site, UngatedEndReported)
    assert (told.room, told.at) == (TWO, OVER - timedelta(minutes=1))
    page.gate.end.click()
    site.keys("\n")
    assert ended(site) == [TWO]


def test_one_room_from_open_to_ended_by_keyboard(site: Screen) -> None:
    page, window = over(site), site.window
    tab_to(window, "本场次考场")
    press(window, "Home", "Down", "Return")
    assert site.focus() is page.gate.buttons[ClosingStep.VIOLATIONS]
    press(window, "Space")
    choose(window, "确认无其他违纪")
    assert [fact.room for fact in facts(site, ViolationsConfirmed)] == [TWO]
    assert site.focus() is page.gate.buttons[ClosingStep.COLLECT]
    press(window, "Return")
    type_text(window, "6")
    press(window, "Return")
    type_text(window, "1 999")
    assert "没有“999”" in site.banner()
    press(window, "Backspace", "Backspace", "Backspace", "Tab")
    type_text(window, ticket(site, TWO, 2))
    assert "应回收 4 份" in site.banner()
    press(window, "Return")
    assert facts(site, AnswersConfirmed) == []
    press(window, "Ctrl+A")
    type_text(window, "4")
    choose(window, "登记已收齐")
    (told,) = facts(site, AnswersConfirmed)
    assert (told.never, told.by_hand) == ((ticket(site, TWO, 1),), (ticket(site, TWO, 2),))
    press(window, "Space")
    pick(window, "应试人员", "")
    choose(window, "登记已手动回收")
    assert [fact.ticket for fact in facts(site, CollectedByHand)] == [ticket(site, TWO, 2)]
    assert site.focus() is page.gate.end
    press(window, "Space")
    site.press(Qt.Key.Key_Return)
    settle()
    assert ended(site) == [TWO]


def test_the_chief_lets_a_soft_check_stand_in_place(site: Screen) -> None:
    page = over(site)
    page.list.choose(TWO)
    page.gate.table.selectRow([line.key for line in page.gate.model.lines].index(CheckName.SUBMITTED))
    page.gate.buttons[ClosingStep.OVERRIDE].click()
    form = page.side.form
    assert form is not None
    form.confirm.click()
    assert page.side.form is form
    assert facts(site, CheckOverridden) == []
    form.what.setCurrentIndex(1)
    form.confirm.click()
    site.keys("C01\n000000\n")
    (let,) = facts(site, CheckOverridden)
    assert (let.room, let.check, let.reason) == (TWO, CheckName.SUBMITTED, OverrideReason.SEEN_IN_ROOM)
    assert site.signers_of_last() == ["A01", "C01"]
    page.gate.table.selectRow([line.key for line in page.gate.model.lines].index(CheckName.SUBMITTED))
    assert "已在考场内当面核实" in page.gate.next.text()


def test_an_end_without_the_gate_is_an_incident_and_the_rest_stays_open(site: Screen) -> None:
    page = over(site)
    page.list.choose(TWO)
    page.gate.early.click()
    form = page.side.form
    assert form is not None
    assert form.confirm.property("kind") == "danger"
    page.list.choose(ONE)
    assert page.side.form is None
    page.list.choose(TWO)
    page.gate.early.click()
    site.keys("\n")
    (told,) = facts(site, UngatedEndReported)
    assert (told.room, told.at) == (TWO, OVER)
    assert [one.kind for one in site.site.incidents.values()] == [IncidentKind.ENDED_UNCHECKED]
    assert page.gate.early.isHidden()
    assert page.list.model.lines[1].cells[3].tone == "bad"


def test_what_is_settled_elsewhere_is_gone_to(site: Screen, went: list[Place]) -> None:
    page = over(site)
    here = room(site, TWO)
    here.attendance_confirmed_at, one = None, ticket(site, TWO, 3)
    here.transferred_out = 1
    page.refresh()
    page.list.choose(TWO)
    assert page.gate.check is not None
    assert page.gate.check.name is CheckName.ATTENDANCE
    page.gate.buttons[ClosingStep.GO].click()
    assert went[-1] == Place(PageName.REPORTS, MORNING_SESSION, TWO, step=StepKind.ATTENDANCE)
    page.gate.table.selectRow([line.key for line in page.gate.model.lines].index(CheckName.LEDGER))
    page.gate.buttons[ClosingStep.GO].click()
    assert went[-1] == Place(PageName.ROOM, MORNING_SESSION, TWO)
    here.sittings[one].claimed_by = ONE
    page.refresh()
    page.gate.table.selectRow([line.key for line in page.gate.model.lines].index(CheckName.DISPUTED))
    assert one in page.gate.people.text()
    page.gate.buttons[ClosingStep.GO].click()
    assert went[-1] == Place(PageName.TRANSFERS, MORNING_SESSION, TWO, one)
    page.gate._explain()
    assert went[-1] == Place(PageName.RULEBOOK, clause=page.gate.check.clause)


def test_debts_are_settled_in_place_result_by_two_persons(site: Screen, went: list[Place]) -> None:
    page = over(site, *ALL)
    site.do(EndRooms(MORNING_SESSION, (ONE,), OVER, A01))
    page = cast("ClosingPage", site.go(PageName.CLOSING, session=MORNING_SESSION, room=ONE, step=StepKind.RESULTS))
    site.keys("6")
    assert page.side.form is not None
    page.side.form.confirm.click()
    site.keys("O01\n000000\n")
    (entered,) = facts(site, RoomResultEntered)
    assert (entered.room, len(entered.collected), site.signers_of_last()) == (ONE, 6, ["A01", "O01"])

    page.turn(Part.DEBTS)
    page.debts.choose(MORNING_SESSION, ONE)
    page.gate.buttons[ClosingStep.SCRATCH_PAPER].click()
    site.keys("12\n11\n")
    page.side.form.confirm.click()
    assert "少收 1 张" in texts(page.side)
    page.side.form.what.setCurrentIndex(page.side.form.what.findData(ScratchNote.TORN))
    page.side.form.confirm.click()
    (sheets,) = facts(site, ScratchPaperCounted)
    assert (sheets.handed_out, sheets.returned, sheets.note) == (12, 11, ScratchNote.TORN)
    assert page.gate.check is not None
    assert page.gate.check.name is CheckName.RECORD_PRINTED
    page.gate.buttons[ClosingStep.GO].click()
    assert went[-1].page is PageName.RECORDS
    site.do(KeepRecord(ROOM_RECORD, MORNING_SESSION, ONE, 1, DOCUMENT, DOCUMENT))
    site.do(ConfirmPrinted(ROOM_RECORD, MORNING_SESSION, ONE, 1, came_out=True))
    site.look_again()
    # Signed it is in the folder of papers to sign.
    page.gate.buttons[ClosingStep.GO].click()
    assert went[-1] == Place(PageName.RECORDS, MORNING_SESSION, ONE, step=StepKind.SIGN)
    site.do(CountScratchPaper(MORNING_SESSION, ONE, 12, 12, None, OVER, A01))
    page.refresh()
    page.debts.choose(MORNING_SESSION, ONE)
    assert site.shell.say("closing-next-record-outdated") in texts(page.gate)


def test_room_after_room_owes_the_same_by_keyboard(site: Screen) -> None:
    page, window = over(site, *ALL), site.window
    site.do(EndRooms(MORNING_SESSION, ALL, OVER, A01))
    page.turn(Part.DEBTS)
    page.debts.choose(MORNING_SESSION, TWO)
    page.gate.table.selectRow([line.key for line in page.gate.model.lines].index(CheckName.SCRATCH_PAPER))
    page.gate.start_work()
    for _ in ALL:
        choose(window, "登记草稿纸清点")
        type_text(window, "6")
        press(window, "Return")
        type_text(window, "6")
        choose(window, "登记草稿纸清点")
    assert [fact.room for fact in facts(site, ScratchPaperCounted)] == [TWO, THREE, ONE]
    assert page.gate.shown is not None
    assert page.gate.shown.room == ONE


def test_answers_are_checked_by_two_and_the_day_closes_with_the_chief(site: Screen, went: list[Place]) -> None:
    page = over(site, *ALL)
    for number in ALL:
        lines = tuple(ResultLine(one, Outcome.SUBMITTED) for one in room(site, number).sittings)
        site.do(TakeRoomResult(MORNING_SESSION, number, DOCUMENT, LockSerial("JK"), lines))
    site.do(EndRooms(MORNING_SESSION, ALL, OVER, A01))
    site.look_again()
    assert page.list.check.property("kind") == "primary"
    page.list.check.click()
    site.keys("O01\n000000\n")
    assert isinstance(site.last(), AnswersChecked)
    assert site.signers_of_last() == ["A01", "O01"]
    assert went[-1] == Place(PageName.SAFEKEEPING, MORNING_SESSION)

    page.turn(Part.DEBTS)
    page.debts.choose(SECOND_SESSION, RoomId(""))
    page.gate.buttons[ClosingStep.GO].click()
    assert went[-1] == Place(PageName.CLOSING, SECOND_SESSION, step=StepKind.END)
    assert site.bridge.session == SECOND_SESSION
    site.bridge.choose(MORNING_SESSION)
    page.turn(Part.DEBTS)
    assert page.debts.sums[1].text() == "作答数据：已回收 18 ＋ 已核销 0 ＋ 未登录 0 ＝ 实考 18，相符"
    assert page.debts.close_day.property("kind") != "primary"
    page.debts.close_day.click()
    site.keys("C01\n000000\n")
    assert "还有事项没有补齐" in site.asked()

    for number in ALL:
        site.do(CountScratchPaper(MORNING_SESSION, number, 6, 6, None, OVER, A01))
        site.do(KeepRecord(ROOM_RECORD, MORNING_SESSION, number, 1, DOCUMENT, DOCUMENT))
        site.do(ConfirmPrinted(ROOM_RECORD, MORNING_SESSION, number, 1, came_out=True))
        signed = Signature(Role.CHIEF, PersonId("C01"), OVER)
        PaperSigned(ROOM_RECORD, f"{MORNING_SESSION}-{number}", 1, (signed,)).apply(site.site)
    site.do(RegisterMedium(STICK, "U-1", A01, read=True))
    site.do(RecordBackup("backup", MORNING_SESSION, DOCUMENT, 1, 1, "", STICK))
    # The second session of that day is held somewhere else.
    site.site.sessions[SECOND_SESSION].rooms.clear()
    for number in ALL:
        brought = (RoomSource.FOLDER, LockSerial(""), DOCUMENT, 1, 1, OVER, STICK)
        site.do(RecordRoomBackup(f"room-{number}", number, OVER.date(), *brought))
    page.refresh()
    assert page.debts.close_day.property("kind") == "primary"
    page.debts.close_day.click()
    site.keys("C01\n000000\n")
    assert isinstance(site.last(), DayClosed)
    site.look_again()
    assert page.debts.close_day.isHidden()

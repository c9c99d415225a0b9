"""The readiness page: the board and the chief's word over it, the items, tests and closing of rooms, the acceptance."""

from __future__ import annotations

from typing import TypeVar, cast

from PySide6.QtCore import Qt

from app.core.board_signing import BoardState, BoardWasSigned
from app.core.free_text import TextPart
from app.core.go_no_go import Answer, Cause, Gate
from app.core.readiness import ItemSeenTo
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState, TestKind
from app.core.room_closing import OpeningReason, RoomsClosed, RoomSeal, RoomsOpened
from app.core.room_test import RecordRoomTest, RoomsTested, TestedRoom
from app.core.sealed_room_test import RecordSealedRoomTest, SiteAccepted
from app.core.terms import PersonId, RoomId
from app.views.agenda import preparation
from app.views.readiness_list import ItemFilter
from app.views.step import StepKind
from tests.gui.screen import ROOM, Screen, settle, texts
from tests.stores import PIN, receive_exam_authorization
from ui.pages.authority import AuthorityPage
from ui.pages.fault_side import Side
from ui.pages.readiness import ReadinessPage
from ui.pages.readiness_board import BoardPart
from ui.pages.readiness_form import Scope
from ui.pages.readiness_item import LookForm
from ui.pages.readiness_items import ItemsPart
from ui.pages.readiness_room_forms import CloseForm, OpenForm, TestForm
from ui.pages.readiness_tests import TestsPart
from ui.pages.readiness_ways import HERE, WAYS, Segment
from ui.pages.room_form import StepForm
from ui.shell import PageName
from ui.widgets.now_bar import how_far
from ui.widgets.signing import Signing

FORM = TypeVar("FORM", bound=StepForm)
TWO, THREE = RoomId("002"), RoomId("003")
ADMIN = PersonId("A01")


def opened(site: Screen, **where: object) -> ReadinessPage:
    return cast("ReadinessPage", site.go(PageName.READINESS, **where))


def signs(site: Screen, code: str) -> None:
    """Somebody else signs in place."""
    form = site.page.asking.findChildren(Signing)[-1]
    form.code.setText(code)
    form.pin.setText(PIN)
    form.confirm.click()
    settle()


def form_of(side: Side, kind: type[FORM]) -> FORM:
    assert isinstance(side.form, kind)
    return side.form


def state_of(board: BoardPart) -> BoardState:
    assert board.board is not None
    return board.board.state


def test_the_board_tells_the_cause_and_leads_there_and_the_chief_decides_over_it(site: Screen) -> None:
    # given a site of which nobody has looked at a machine, with the administrator at the desk
    site.sign_in()
    page = opened(site)
    board = page.part
    assert isinstance(board, BoardPart)
    assert board.board is not None
    unknown = board.board.counts[Answer.UNKNOWN]
    assert unknown
    assert board.pills[Answer.UNKNOWN].accessibleName().endswith(str(unknown))
    # when one goes to the machines of a room
    board.show_place(ROOM, Gate.MACHINES)
    # then the cause stands there, and Enter leads to where it is settled
    assert site.shell.say("cause-invigilation-machine-unchecked") in texts(board.detail)
    board.view.setFocus()
    site.keys("\n")
    assert site.focus() is board.detail.go
    site.keys("\n")
    assert site.page.name is PageName.HARDWARE
    # and what is settled on this page is settled in another part of it
    page = opened(site)
    board.show_place(None, Gate.PRINTER)
    board.detail.go.click()
    assert page.segment is Segment.ITEMS
    assert page.asking.isHidden()
    page = opened(site, step=StepKind.BOARD)
    # when only what is open is asked for
    board.filter.picked.emit(True)
    assert set(board.model.board.gates) == {
        cell.gate for row in board.model.board.rows for cell in row.cells if cell.open
    }
    # when a decision is signed without a word of reason
    board.signed.sign.click()
    form = board.form
    assert form is not None
    form.confirm.click()
    assert site.shell.say("readiness-choose-first") in texts(form)
    form.what.setCurrentIndex(form.what.findData(Go.GO))
    form.confirm.click()
    # then it is refused before anybody signs
    assert not isinstance(site.last(), BoardWasSigned)
    assert not site.page.asking.findChildren(Signing)
    assert site.asked()
    # when the reason is there, the chief signs in place
    form.words.fields[TextPart.REASON].setPlainText("Repaired tonight")  # type: ignore[union-attr]
    form.confirm.click()
    signs(site, "C01")
    # then it is the chief's decision, with all that was open
    signed = cast("BoardWasSigned", site.last())
    assert (signed.decision, signed.by) == (Go.GO, "C01")
    assert len(signed.open) == board.board.open
    site.look_again()
    assert board.form is None
    assert state_of(board) is BoardState.SIGNED
    assert "Repaired tonight" in texts(board.signed)
    # when a test fails afterwards
    site.do(RecordRoomTest(TestKind.SIMULATED, (TestedRoom(TWO, False, 6),), site.bridge.now, ADMIN))
    site.look_again()
    # then the signature no longer stands
    assert state_of(board) is BoardState.CHANGED
    found = board.board.find(Gate.TESTS, TWO)
    assert found is not None
    assert found.cause is Cause.TEST_FAILED
    assert site.shell.say("readiness-signed-then", state="changed", open=board.board.open) in texts(board.signed)


def test_items_are_entered_for_many_rooms_with_what_they_are(site: Screen) -> None:
    # given the items, those of the day before alone
    site.sign_in()
    page = opened(site, step=StepKind.EVE_ITEMS)
    items = page.part
    assert isinstance(items, ItemsPart)
    shown = [line.key for line in items.table.lines.lines]
    assert ReadinessItem.VIDEO in shown
    assert ReadinessItem.PLAN not in shown
    # when one of every room is entered for all but one
    items.show_item(ReadinessItem.VIDEO, None)
    # in the course of the days they are counted as what they are, and not as rooms
    steps = {one.kind: one for one in preparation(site.site, site.bridge.rulebook, site.bridge.now).steps}
    week = steps[StepKind.WEEK_ITEMS]
    assert how_far(site.shell, week) == site.shell.say("rail-done-of", done=week.done, total=week.total)
    items.table.setFocus()
    site.keys("\n")
    form = form_of(items.side, LookForm)
    assert form.rooms is not None
    form.rooms.typed.setText("9")
    form.confirm.click()
    assert site.shell.say("readiness-rooms-strange", word="9") in texts(form)
    form.rooms.typed.setText("2")
    form.confirm.click()
    # then it stands for the others
    seen = cast("ItemSeenTo", site.last())
    assert (seen.item, seen.rooms, seen.state) == (ReadinessItem.VIDEO, (ROOM, THREE), LookState.DONE)
    site.look_again()
    assert items.card.isVisible()
    assert "2/3" in items.table.lines.lines[items.table.currentIndex().row()].cells[1].text
    # when one that names somebody is entered without a name
    items.show_item(ReadinessItem.PLAN, None)
    items.enter()
    form = form_of(items.side, LookForm)
    form.confirm.click()
    assert site.shell.say("readiness-evidence-first") in texts(form)
    # and another day without a time
    form.words.fields[TextPart.EVIDENCE].setPlainText("Plan of 12 June")  # type: ignore[union-attr]
    form.day.setText("2021-10-20")
    form.day.editingFinished.emit()
    form.confirm.click()
    assert site.shell.say("moment-wrong") in texts(form)
    assert form.when is not None
    form.when.edit.setText("0905")
    form.when.edit.textEdited.emit("0905")
    form.confirm.click()
    # then what was written is kept apart, and shown
    seen = cast("ItemSeenTo", site.last())
    assert (seen.item, seen.at.strftime("%m-%d %H:%M"), seen.rooms) == (ReadinessItem.PLAN, "10-20 09:05", ())
    site.look_again()
    assert "Plan of 12 June" in texts(items.card)
    # and only what is open is shown, where that is asked for
    items.filter.picked.emit(ItemFilter.OPEN)
    assert ReadinessItem.PLAN not in [line.key for line in items.table.lines.lines]


def close_and_open(site: Screen, tests: TestsPart) -> None:
    # when two persons close the others under seals with a prefix
    tests.close_rooms.click()
    close = form_of(tests.side, CloseForm)
    close.rooms.scope.setCurrentIndex(close.rooms.scope.findData(Scope.ONLY))
    close.rooms.typed.setText("1-2")
    close.confirm.click()
    assert site.shell.say("readiness-seals-wrong", count=2) in texts(close)
    close.seals.setText("ab-")
    assert "AB-002" in texts(close)
    close.confirm.click()
    signs(site, "O01")
    assert cast("RoomsClosed", site.last()).rooms == (RoomSeal(ROOM, "AB-001"), RoomSeal(TWO, "AB-002"))
    # and one is opened for a repair
    site.look_again()
    tests.open_rooms.click()
    back = form_of(tests.side, OpenForm)
    back.rooms.typed.setText("2")
    back.confirm.click()
    assert site.shell.say("readiness-intact-first") in texts(back)
    back.what.setCurrentIndex(back.what.findData(True))
    back.why.setCurrentIndex(back.why.findData(OpeningReason.REPAIR))
    back.confirm.click()
    signs(site, "O01")
    undone = cast("RoomsOpened", site.last())
    assert (undone.rooms, undone.reason, undone.intact) == ((ROOM,), OpeningReason.REPAIR, True)


def test_rooms_are_tested_closed_and_opened_and_those_that_failed_are_left_out(site: Screen) -> None:
    # given the page of locks refuses the acceptance, and leads to the tests of the rooms
    site.sign_in()
    site.compared()
    receive_exam_authorization(site.console)
    site.do(RecordSealedRoomTest(True, site.bridge.now, ADMIN))
    authority = cast("AuthorityPage", site.go(PageName.AUTHORITY, step=StepKind.ACCEPT))
    authority.sealing.accept.tests.click()
    settle()
    page = cast("ReadinessPage", site.page)
    tests = page.part
    assert isinstance(tests, TestsPart)
    # when all rooms passed but one, and one with half its seats
    tests.test.click()
    form = form_of(tests.side, TestForm)
    form.failed.setText("003 004")
    form.confirm.click()
    assert site.shell.say("readiness-test-strange", word="004") in texts(form)
    form.failed.setText("003")
    form.seats.setText("1=3")
    form.confirm.click()
    # then one entry tells of each
    tested = cast("RoomsTested", site.last())
    assert [(one.room, one.passed, one.seats) for one in tested.rooms] == [
        (ROOM, True, 3),
        (TWO, True, 6),
        (THREE, False, 6),
    ]
    # when the one that failed is tested again, it is proposed alone, and counted
    site.clock.advance(site.bridge.now.replace(minute=site.bridge.now.minute + 1))
    site.look_again()
    tests.test.click()
    form = form_of(tests.side, TestForm)
    assert form.rooms.rooms() == (THREE,)
    form.failed.setText("003")
    form.confirm.click()
    site.look_again()
    said = tests.table.lines.lines[2].cells[1].text
    assert said == site.shell.say("readiness-tested", result="failed", time="10-29", count=2)
    close_and_open(site, tests)
    # when the site is accepted without the room that failed
    site.press(Qt.Key.Key_Escape)
    authority = cast("AuthorityPage", site.go(PageName.AUTHORITY, step=StepKind.ACCEPT))
    accept = authority.sealing.accept
    assert THREE in texts(accept)
    accept.without.box.setChecked(True)
    accept.send.click()
    if authority.asking.isVisible():
        signs(site, "O01")
    # then it stands so, and is said
    assert cast("SiteAccepted", site.last()).without == (THREE,)
    site.look_again()
    assert site.shell.say("readiness-accept-left-out", rooms=(THREE,)) in texts(accept)


def test_every_cause_is_settled_somewhere() -> None:
    assert WAYS.keys() | HERE.keys() == set(Cause)
    assert not WAYS.keys() & HERE.keys()

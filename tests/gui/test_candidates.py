"""Check-in at the desk: find, compare, admit, turn away, correct; by keyboard and scanner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import cast

import msgspec
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.core.arrangement_rules import id_checksum
from app.core.attendance import ConfirmAttendance
from app.core.correction import AttendanceCorrected, CorrectionReason
from app.core.directory import Directory
from app.core.entry import CheckedIn, CheckIn, LateRefused, NumberCheck
from app.core.room_state import Presence
from app.core.terms import PersonId, RoomId, Ticket
from app.service import portraits
from app.service.console import Console
from app.trouble import Code, Trouble
from app.views.candidates import CandidateColumn, CandidateState
from tests.gui.screen import MORNING_SESSION, ROOM, SECOND_SESSION, Screen, settle, texts
from tests.stores import PIN
from ui.models.candidates import COLUMNS
from ui.pages.candidates import CandidatesPage
from ui.shell import PageName

SOMEONE, ANOTHER = Ticket("210100001"), Ticket("210100002")
IN_ROOM_TWO = Ticket("210100101")
BODY = "21010119900101001"
NUMBER = BODY + id_checksum(BODY)
MISREAD = BODY + ("0" if id_checksum(BODY) != "0" else "1")
DIFFERENT = "21010119900101002" + id_checksum("21010119900101002")


@pytest.fixture
def day(site: Screen) -> Screen:
    """Rooms are released, A01 is at the desk, everyone registered with a document of the rulebook."""
    registered = site.console.rulebook.id_types.value[0]
    people = {
        ticket: msgspec.structs.replace(
            one, id_type=registered, id_number=NUMBER if ticket == SOMEONE else one.id_number
        )
        for ticket, one in site.console.directory.candidates.items()
    }
    site.console.directory = Directory(people, site.console.directory.staff)
    site.released()
    site.sign_in()
    return site


@pytest.fixture
def page(day: Screen) -> CandidatesPage:
    return cast("CandidatesPage", day.go(PageName.CANDIDATES))


def on_card(page: CandidatesPage) -> Ticket | None:
    """Whose card is shown."""
    return page.card.row.ticket if page.card.row else None


def presence(day: Screen, ticket: Ticket) -> Presence:
    sitting = day.site.sitting(MORNING_SESSION, ticket)
    assert sitting is not None
    return sitting.presence


def test_whoever_is_in_already_is_named_and_the_next_scan_finds_the_next(day: Screen, page: CandidatesPage) -> None:
    day.keys(f"{SOMEONE}\n\n")
    day.look_again()
    day.keys(f"{SOMEONE}\n")
    assert day.shell.say("candidates-already", name=page.card.name.text(), time="07:30:00") in texts(page.missed)
    day.keys(f"{ANOTHER}\n")
    assert not page.missed.isVisible()
    assert on_card(page) == ANOTHER


def test_one_ticket_and_one_enter_let_someone_in(day: Screen, page: CandidatesPage) -> None:
    assert day.focus() is page.search
    day.keys(f"{SOMEONE}\n")
    assert day.focus() is page.card.admission.admit
    day.keys("\n")
    fact = day.last()
    assert isinstance(fact, CheckedIn)
    assert (fact.ticket, fact.room, fact.reported_by) == (SOMEONE, ROOM, "A01")
    assert day.signers_of_last() == ["A01"]
    assert str(SOMEONE) in day.toast()
    assert day.focus() is page.search
    assert page.search.text() == ""
    assert page.card.row is None
    assert page.card.arrived.seat.text() == "001"
    day.look_again()
    assert page.model.listing is not None
    assert page.model.listing.counts()[CandidateState.PRESENT] == 1


def test_a_card_that_is_read_before_the_enter_is_the_document(day: Screen, page: CandidatesPage) -> None:
    day.keys(f"{SOMEONE}\n")
    day.keys(f"{NUMBER}\n")
    form = page.card.admission
    assert form.number.text() == NUMBER
    assert day.shell.say("match-same") in texts(page.card)
    assert form.compared.isHidden()
    assert day.focus() is form.admit
    day.keys("\n")
    assert presence(day, SOMEONE) is Presence.PRESENT
    fact = day.last()
    assert isinstance(fact, CheckedIn)
    assert (fact.document, fact.number) == (form.document.itemData(0), NumberCheck.SAME)


@pytest.mark.parametrize(("number", "sentence"), [(DIFFERENT, "match-differs"), (MISREAD, "match-misread")])
def test_another_number_waits_for_a_person(day: Screen, page: CandidatesPage, number: str, sentence: str) -> None:
    day.keys(f"{SOMEONE}\n{number}\n")
    form = page.card.admission
    assert day.shell.text.say(sentence) in texts(page.card)
    assert day.focus() is form.compared.box
    form.admit.click()
    settle()
    assert presence(day, SOMEONE) is Presence.AWAITED
    assert day.shell.say("candidates-first-compare") in texts(page.card)
    day.keys("\n\n")
    assert presence(day, SOMEONE) is Presence.PRESENT
    fact = day.last()
    assert isinstance(fact, CheckedIn)
    assert fact.number is NumberCheck.BY_PERSON


def test_a_wrong_check_digit_of_the_registered_number_is_said(day: Screen, page: CandidatesPage) -> None:
    number = day.console.directory.candidates[ANOTHER].id_number
    day.keys(f"{ANOTHER}\n{number}\n")
    assert day.shell.say("match-unsound") in texts(page.card)
    assert day.focus() is page.card.admission.admit


def test_a_document_that_is_not_accepted_is_not_proposed(day: Screen) -> None:
    people = day.console.directory
    odd = msgspec.structs.replace(people.candidates[SOMEONE], id_type="card")
    day.console.directory = Directory({**people.candidates, SOMEONE: odd}, people.staff)
    page = cast("CandidatesPage", day.go(PageName.CANDIDATES))
    day.keys(f"{SOMEONE}\n\n")
    form = page.card.admission
    assert presence(day, SOMEONE) is Presence.AWAITED
    assert day.shell.say("candidates-first-document") in texts(page.card)
    assert day.focus() is form.document
    assert [form.document.itemData(n) for n in range(form.document.count())] == list(
        day.console.rulebook.id_types.value
    )
    form.document.setCurrentIndex(0)
    form.admit.click()
    assert presence(day, SOMEONE) is Presence.PRESENT


def test_three_digits_show_several_and_arrows_choose(day: Screen, page: CandidatesPage) -> None:
    """The name of everyone in the second room holds these digits too; the whole number still comes first."""
    day.keys("001\n")
    first = page.model.row_at(0)
    assert first is not None
    assert (first.ticket, page.model.rowCount()) == (SOMEONE, 7)
    assert day.focus() is page.table
    day.press(Qt.Key.Key_Down)
    assert on_card(page) == IN_ROOM_TWO
    day.keys("\n")
    assert day.focus() is page.card.admission.admit
    day.keys("\n")
    assert presence(day, IN_ROOM_TWO) is Presence.PRESENT


def test_a_scan_from_anywhere_comes_here(day: Screen) -> None:
    window = day.window
    day.go(PageName.OVERVIEW)
    window.scanner.scanned.emit(str(ANOTHER))
    page = cast("CandidatesPage", window.page)
    assert page.name is PageName.CANDIDATES
    assert on_card(page) == ANOTHER
    assert day.focus() is page.card.admission.admit


def test_a_scan_finds_past_every_filter(day: Screen, page: CandidatesPage) -> None:
    page.filters.states.picked.emit(CandidateState.ABSENT)
    page.filters.rooms.setCurrentIndex(2)
    assert page.model.numbers == []
    assert page.scanned(str(SOMEONE))
    assert on_card(page) == SOMEONE


def test_a_ticket_scanned_amid_a_check_in_is_the_next_person(day: Screen, page: CandidatesPage) -> None:
    day.keys(f"{SOMEONE}\n")
    assert page.scanned(DIFFERENT)
    assert page.card.admission.number.text() == DIFFERENT
    assert page.scanned(str(ANOTHER))
    assert on_card(page) == ANOTHER
    assert page.card.admission.number.text() == ""


def test_typing_another_number_takes_the_card_away(day: Screen, page: CandidatesPage) -> None:
    day.keys(str(SOMEONE))
    assert on_card(page) == SOMEONE
    day.keys("9")
    assert on_card(page) is None
    day.press(Qt.Key.Key_Escape)
    assert page.search.text() == ""


def test_escape_gives_up_without_a_trace(day: Screen, page: CandidatesPage) -> None:
    before = len(day.facts())
    day.keys(f"{SOMEONE}\n")
    day.press(Qt.Key.Key_Escape)
    assert len(day.facts()) == before
    assert day.focus() is page.search
    assert page.card.row is None


def test_who_sits_in_another_session_is_said_and_gone_to(day: Screen, page: CandidatesPage) -> None:
    del day.site.sessions[MORNING_SESSION].rooms[ROOM].sittings[SOMEONE]
    day.console.directory = Directory(day.console.directory.candidates, day.console.directory.staff)
    page.refresh()
    day.keys(f"{SOMEONE}\n")
    settle()
    assert day.shell.session(SECOND_SESSION) in texts(page.missed)
    (way,) = page.missed.findChildren(QPushButton)
    way.click()
    assert day.bridge.session == SECOND_SESSION
    assert on_card(page) == SOMEONE


def test_nobody_fits(day: Screen, page: CandidatesPage) -> None:
    day.keys("999999999\n")
    assert day.shell.say("candidates-nobody") in texts(page.missed)
    assert day.focus() is page.search
    day.keys("9")
    assert page.missed.isHidden()
    assert page.search.text() == "9"


def test_a_latecomer_is_refused_and_recorded(day: Screen, page: CandidatesPage) -> None:
    day.started()
    closes = day.site.sessions[MORNING_SESSION].plan.starts_at + timedelta(minutes=10)
    day.at(closes + timedelta(minutes=1))
    day.look_again()
    day.keys(f"{SOMEONE}\n\n")
    fact = day.last()
    assert isinstance(fact, LateRefused)
    assert fact.ticket == SOMEONE
    assert day.asked()
    day.look_again()
    assert page.card.row is not None
    assert page.card.row.state is CandidateState.TURNED_AWAY
    came = closes + timedelta(minutes=1)
    assert day.shell.say("candidates-came-late", time=came.strftime("%H:%M:%S")) in texts(page.card)
    assert page.card.admission.foot.isHidden()
    assert day.focus() is page.search
    assert day.asked()


def test_an_earlier_time_counts_as_told(day: Screen, page: CandidatesPage) -> None:
    day.started()
    starts = day.site.sessions[MORNING_SESSION].plan.starts_at
    day.at(starts + timedelta(minutes=30))
    day.look_again()
    day.keys(f"{SOMEONE}\n")
    form = page.card.admission
    form.at.edit.setFocus()
    form.at.edit.selectAll()
    day.keys((starts + timedelta(minutes=2)).strftime("%H%M"))
    form.admit.setFocus()
    day.keys("\n")
    fact = day.last()
    assert isinstance(fact, CheckedIn)
    assert fact.at == starts + timedelta(minutes=2)


def test_a_time_that_is_none_is_asked_for_again(day: Screen, page: CandidatesPage) -> None:
    day.keys(f"{SOMEONE}\n")
    form = page.card.admission
    form.at.edit.setFocus()
    form.at.edit.selectAll()
    day.keys("99")
    form.admit.setFocus()
    day.keys("\n")
    assert presence(day, SOMEONE) is Presence.AWAITED
    assert day.focus() is form.at.edit


def test_nobody_at_the_desk_signs_first(day: Screen, page: CandidatesPage) -> None:
    day.bridge.leave_desk()
    day.keys(f"{SOMEONE}\n\n")
    assert presence(day, SOMEONE) is Presence.AWAITED
    day.keys(f"A01\n{PIN}\n")
    assert presence(day, SOMEONE) is Presence.PRESENT
    assert day.focus() is page.search


def absent(day: Screen, *tickets: Ticket) -> None:
    """The roll of the first room: these did not come, the others were there."""
    day.started()
    day.at(day.site.sessions[MORNING_SESSION].plan.starts_at + timedelta(minutes=20))
    day.do(ConfirmAttendance(MORNING_SESSION, ROOM, tickets, day.bridge.now, PersonId("A01")))
    day.look_again()


def test_a_confirmed_entry_is_corrected_before_a_second_person(day: Screen, page: CandidatesPage) -> None:
    absent(day, SOMEONE)
    day.keys(f"{SOMEONE}\n")
    assert page.card.correct.isVisible()
    page.card.correct.click()
    form = page.card.correction
    assert day.focus() is form.reason
    offered = {form.reason.itemData(n) for n in range(form.reason.count())}
    assert CorrectionReason.FOUND_IN_ROOM in offered
    assert CorrectionReason.NEVER_CAME not in offered
    form.send.click()
    assert form.said.isVisible()
    assert day.focus() is form.reason
    form.reason.setCurrentIndex(form.reason.findData(CorrectionReason.FOUND_IN_ROOM))
    form.send.click()
    assert presence(day, SOMEONE) is Presence.ABSENT
    day.keys(f"O01\n{PIN}\n")
    fact = day.last()
    assert isinstance(fact, AttendanceCorrected)
    assert (fact.ticket, fact.present, fact.reason) == (SOMEONE, True, CorrectionReason.FOUND_IN_ROOM)
    assert day.signers_of_last() == ["A01", "O01"]
    assert str(SOMEONE) in day.toast()
    day.look_again()
    assert form.isHidden()
    assert page.card.correct.isVisible()


def test_a_correction_is_given_up(day: Screen, page: CandidatesPage) -> None:
    absent(day)
    before = len(day.facts())
    day.keys(f"{SOMEONE}\n")
    page.card.correct.click()
    assert day.shell.say("candidates-to-absent") in texts(page.card.correction)
    day.press(Qt.Key.Key_Escape)
    assert page.card.correction.isHidden()
    assert day.focus() is page.card.correct
    assert len(day.facts()) == before


def test_before_the_roll_nothing_is_corrected(day: Screen, page: CandidatesPage) -> None:
    day.do(CheckIn(MORNING_SESSION, SOMEONE, day.console.rulebook.id_types.value[0], day.bridge.now, PersonId("A01")))
    day.look_again()
    day.keys(f"{SOMEONE}\n")
    assert page.card.correct.isHidden()
    assert page.card.admission.foot.isHidden()
    assert day.focus() is page.search


def test_a_form_in_work_stays_while_others_come_in(day: Screen, page: CandidatesPage) -> None:
    day.keys(f"{SOMEONE}\n{DIFFERENT}")
    day.do(CheckIn(MORNING_SESSION, ANOTHER, day.console.rulebook.id_types.value[0], day.bridge.now, PersonId("A01")))
    day.look_again()
    assert page.card.admission.number.text() == DIFFERENT
    assert day.focus() is page.card.admission.number


def test_only_changed_rows_are_drawn_again(day: Screen, page: CandidatesPage) -> None:
    resets: list[int] = []
    redrawn: list[int] = []
    page.model.modelReset.connect(lambda: resets.append(1))
    page.model.dataChanged.connect(lambda first, last, _: redrawn.append(first.row()))
    day.do(CheckIn(MORNING_SESSION, ANOTHER, day.console.rulebook.id_types.value[0], day.bridge.now, PersonId("A01")))
    day.look_again()
    assert (resets, redrawn) == ([], [1])


def test_states_and_rooms_narrow_the_list(day: Screen, page: CandidatesPage) -> None:
    day.do(CheckIn(MORNING_SESSION, ANOTHER, day.console.rulebook.id_types.value[0], day.bridge.now, PersonId("A01")))
    day.look_again()
    page.filters.states.picked.emit(CandidateState.PRESENT)
    assert [row.ticket for row in (page.model.row_at(0),) if row] == [ANOTHER]
    assert page.shown.full == day.shell.say("candidates-shown", shown=1, all=18)
    page.filters.rooms.setCurrentIndex(page.filters.rooms.findData("002"))
    assert page.model.numbers == []
    page.filters.states.picked.emit(None)
    assert len(page.model.numbers) == 6


def test_the_header_sorts_by_keyboard_and_by_click(day: Screen, page: CandidatesPage) -> None:
    header = page.table.header
    header.setFocus()
    day.keys(" ")
    first = page.model.row_at(0)
    assert first is not None
    assert first.ticket == "210100206"
    day.press(Qt.Key.Key_Right)
    while COLUMNS[header._at] is not CandidateColumn.NAME:
        day.press(Qt.Key.Key_Right)
    day.keys("\n")
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (
        COLUMNS.index(CandidateColumn.NAME),
        Qt.SortOrder.AscendingOrder,
    )
    at = header.sectionViewportPosition(0) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
    assert header.sortIndicatorSection() == 0


def test_a_copy_is_one_cell_and_no_list(day: Screen, page: CandidatesPage) -> None:
    QGuiApplication.clipboard().clear()
    page.table.setFocus()
    page.table.selectAll()
    page.table.setCurrentIndex(page.model.index(0, 0))
    day.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() in ("", SOMEONE)


def test_typing_in_the_list_moves_no_line(day: Screen, page: CandidatesPage) -> None:
    day.keys("\n")
    assert day.focus() is page.table
    day.keys("2101002")
    assert page.table.currentIndex().row() == 0
    day.press(Qt.Key.Key_Escape)
    assert day.focus() is page.search


def test_names_need_the_input_method(day: Screen, page: CandidatesPage) -> None:
    asked = Qt.InputMethodQuery.ImEnabled
    assert page.search.inputMethodQuery(asked) is False
    page.by_name.click()
    assert page.search.inputMethodQuery(asked) is True
    assert day.focus() is page.search
    day.keys("C00001\n\n")
    assert presence(day, SOMEONE) is Presence.PRESENT
    assert page.search.inputMethodQuery(asked) is False


def test_numbers_are_masked(day: Screen, page: CandidatesPage) -> None:
    day.keys(f"{SOMEONE}\n")
    said = texts(page.card)
    assert NUMBER not in said
    assert NUMBER[-4:] in said
    place = COLUMNS.index(CandidateColumn.ID_NUMBER)
    assert NUMBER not in page.model.index(0, place).data()


def test_a_photo_is_shown_and_a_damaged_store_is_told(
    day: Screen, page: CandidatesPage, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(30, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    assert image.save(held, "JPEG")  # type: ignore[call-overload]  # the stubs know no device here
    monkeypatch.setattr(portraits, "portrait", lambda *_: held.data().data())
    day.keys(f"{SOMEONE}\n")
    assert not page.card._photo.pixmap.isNull()

    def missing(*_: object) -> bytes:
        raise Trouble(Code.BLOB_MISSING, digest="00")

    monkeypatch.setattr(portraits, "portrait", missing)
    expect_log("trouble: ")
    page.scanned(str(ANOTHER))
    settle()
    assert page.card._photo.pixmap.isNull()
    assert day.banner()


def test_an_erased_person_is_still_found_by_ticket(day: Screen) -> None:
    day.console.directory = Directory({}, day.console.directory.staff)
    page = cast("CandidatesPage", day.go(PageName.CANDIDATES))
    day.keys(f"{SOMEONE}\n")
    assert day.shell.say("candidates-erased") in texts(page.card)


def test_one_comes_here_for_a_room_or_a_person(day: Screen) -> None:
    page = cast("CandidatesPage", day.go(PageName.CANDIDATES, room=RoomId("002")))
    assert len(page.model.numbers) == 6
    day.go(PageName.CANDIDATES, ticket=SOMEONE)
    assert on_card(page) == SOMEONE


def test_without_a_package_the_page_is_empty(bare: Screen) -> None:
    page = cast("CandidatesPage", bare.go(PageName.CANDIDATES))
    assert page.card.row is None
    assert not page.scanned("210100001")


@pytest.fixture
def bare(bare_console: Console, open_screen: Callable[[Console], Screen]) -> Screen:
    return open_screen(bare_console)

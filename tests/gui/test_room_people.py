"""The room page: seats, logins, resets, leaving, of one candidate and of the whole room."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.core.fault import FaultReported
from app.core.impersonation import SecondCheckDone, SuspectImpostor
from app.core.leaving import CandidateLeft, GaveUp, LeaveCause
from app.core.login import LoggedIn, RecordLogins
from app.core.machines import SpareServed
from app.core.reset import CandidateReset, ResetFailed
from app.core.room_state import ResetCause
from app.core.seating import RedrawReason, SeatGiven, SeatMeans, TicketSeat
from app.core.slips import SlipsPrepared
from app.core.start import RecordStarts, RoomStart
from app.core.terms import PersonId, Ticket
from app.core.transfer import TransferredOut
from app.service.console import Console
from app.views.candidates import CandidateState
from app.views.room_needs import Act, NeedKind
from tests.crowd import A01, FIRST, ONE, TWO, comes, crowd, tickets
from tests.gui.conftest import OpenScreen
from tests.gui.room_page import act, opened, room
from tests.gui.screen import Screen, settle, texts
from tests.stores import PIN
from ui.pages.room import RoomPage
from ui.pages.room_card import RoomAct
from ui.shell import PageName


@pytest.fixture
def day(bare_console: Console, open_screen: OpenScreen) -> Screen:
    """Six people for four seats; rooms are released, A01 is at the desk."""
    crowd(bare_console)
    screen = open_screen(bare_console)
    screen.released()
    screen.sign_in()
    return screen


def started(day: Screen) -> None:
    """Every room has started, and ten minutes have passed."""
    begins = day.site.sessions[FIRST].plan.starts_at
    day.at(begins)
    rooms = sorted(day.site.sessions[FIRST].rooms)
    day.do(RecordStarts(FIRST, tuple(RoomStart(one, begins) for one in rooms), PersonId("A01")))
    day.at(begins + timedelta(minutes=10))


def at_seat(day: Screen, ticket: Ticket) -> RoomPage:
    page = room(day, session=FIRST, ticket=ticket)
    day.look_again()
    return page


def fields(page: RoomPage, kind: type[QLineEdit] | type[QPlainTextEdit]) -> list[QLineEdit | QPlainTextEdit]:
    """The form's fields for typing, without that of the time."""
    form = opened(page)
    assert form.when is not None
    return [one for one in form.findChildren(kind) if one is not form.when.edit]


def typed(page: RoomPage, text: str) -> None:
    (field,) = fields(page, QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def confirm(day: Screen, page: RoomPage) -> None:
    opened(page).confirm.click()
    day.look_again()


def seat_of(day: Screen, ticket: Ticket) -> str:
    return day.site.sessions[FIRST].rooms[ONE].sittings[ticket].seat or ""


def test_a_seat_is_drawn_told_and_drawn_again(day: Screen) -> None:
    one, two, three = tickets(day.console)[:3]
    comes(day.console, one, two, three, seats=False)
    page = at_seat(day, one)
    assert page.needs.links[NeedKind.NO_SEAT].text() == day.shell.say("room-need-seat", count=3)
    act(page, Act.DRAW).click()
    drawn = day.last()
    assert isinstance(drawn, SeatGiven)
    assert (drawn.ticket, drawn.means) == (one, SeatMeans.DRAWN)
    day.look_again()
    act(page, Act.REDRAW).click()
    form = opened(page)
    assert form.what.findData(RedrawReason.SEAT_FAULTY) < 0
    confirm(day, page)
    again = day.last()
    assert isinstance(again, SeatGiven)
    assert again.redraw is RedrawReason.NEIGHBOURS
    page = at_seat(day, two)
    act(page, Act.TELL_SEAT).click()
    typed(page, "9")
    confirm(day, page)
    assert day.shell.say("room-no-seat", text="9") in texts(opened(page))
    free = next(seat for seat in ("001", "002", "003", "004") if seat != again.seat)
    typed(page, free)
    confirm(day, page)
    assert day.last() == SeatGiven(FIRST, ONE, two, free, SeatMeans.IN_ROOM, None, day.bridge.now, A01)
    page.panel.room.offers.offers[RoomAct.SEATS].button.click()
    (lines,) = fields(page, QPlainTextEdit)
    assert isinstance(lines, QPlainTextEdit)
    lines.setPlainText("777 1")
    confirm(day, page)
    assert "777 1" in texts(opened(page))
    other = next(seat for seat in ("001", "002", "003", "004") if seat not in (again.seat, free))
    lines.setPlainText(f"003 {other}")
    confirm(day, page)
    assert seat_of(day, three) == other


def test_what_cannot_be_done_stays_in_sight_and_says_why(day: Screen) -> None:
    everyone = tickets(day.console)
    comes(day.console, *everyone[:5])
    page = at_seat(day, everyone[0])
    page.panel.seat.offers._fold()
    settle()
    offer = page.panel.seat.offers.offers[Act.RESET]
    assert offer.button.isVisible()
    assert offer.button.accessibleDescription()
    before = len(day.facts())
    offer.button.click()
    assert day.shell.say("why") in day.asked()
    assert len(day.facts()) == before
    assert page.panel.room.offers.offers[RoomAct.SLIPS].button.accessibleDescription()
    page.needs.links[NeedKind.OVERFLOW].click()
    assert day.focus() is act(page, Act.TRANSFER_OUT)
    act(page, Act.TRANSFER_OUT).click()
    confirm(day, page)
    fact = day.last()
    assert isinstance(fact, TransferredOut)
    assert fact.ticket == everyone[4]


def test_all_but_these_logged_in_and_one_is_reset_to_the_nearest_seat(day: Screen) -> None:
    one, two, three = tickets(day.console)[:3]
    comes(day.console, one, two, three)
    started(day)
    page = at_seat(day, one)
    page.needs.links[NeedKind.LOGIN].click()
    typed(page, "003 x")
    confirm(day, page)
    assert day.shell.say("room-nobody-so", words=("X",)) in texts(opened(page))
    typed(page, "003")
    confirm(day, page)
    assert sorted(fact.ticket for fact in day.facts()[-2:] if isinstance(fact, LoggedIn)) == [one, two]
    old = seat_of(day, one)
    (free,) = {"001", "002", "003", "004"} - {seat_of(day, ticket) for ticket in (one, two, three)}
    page = at_seat(day, one)
    act(page, Act.RESET).click()
    form = opened(page)
    (field,) = fields(page, QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == free
    form.what.setCurrentIndex(form.what.findData(ResetCause.PERIPHERAL))
    assert field.text() == old
    form.what.setCurrentIndex(form.what.findData(ResetCause.MACHINE))
    confirm(day, page)
    reset, fault = day.facts()[-2:]
    assert isinstance(reset, CandidateReset)
    assert (reset.seat_from, reset.seat_to) == (old, free)
    assert isinstance(fault, FaultReported)
    assert fault.seats == (old,)
    assert page.panel.seat.pill.accessibleName() == day.shell.word(CandidateState.RESET_WAITS)
    act(page, Act.RESET_FAILED).click()
    confirm(day, page)
    assert isinstance(day.last(), ResetFailed)
    page.needs.links[NeedKind.SECOND_CHECK].click()
    confirm(day, page)
    assert isinstance(day.last(), SecondCheckDone)
    assert NeedKind.SECOND_CHECK not in page.needs.links


def test_a_cloud_room_is_reset_at_once_and_logs_in_again(day: Screen) -> None:
    one, two = tickets(day.console)[:2]
    comes(day.console, one, two)
    started(day)
    here = tuple(TicketSeat(ticket, seat_of(day, ticket)) for ticket in (one, two))
    day.do(RecordLogins(FIRST, ONE, here, day.bridge.now, A01))
    page = at_seat(day, one)
    page.panel.room.offers.offers[RoomAct.RESET_ALL].button.click()
    confirm(day, page)
    assert [type(fact) for fact in day.facts()[-2:]] == [CandidateReset, CandidateReset]
    page.needs.links[NeedKind.LOGIN].click()
    confirm(day, page)
    assert [type(fact) for fact in day.facts()[-2:]] == [LoggedIn, LoggedIn]
    assert page.seats.cell(page.seats.find("", one)) is not None
    page.panel.room.offers.offers[RoomAct.LOGINS].button.click()
    day.press(Qt.Key.Key_Escape)
    assert page.panel.form is None


def test_who_gives_up_stays_and_leaves_early_only_with_the_chief(day: Screen) -> None:
    ticket = tickets(day.console)[0]
    comes(day.console, ticket)
    started(day)
    page = at_seat(day, ticket)
    act(page, Act.GIVE_UP).click()
    assert "09:45:00" in texts(opened(page))
    confirm(day, page)
    assert isinstance(day.last(), GaveUp)
    page.needs.links[NeedKind.GAVE_UP].click()
    act(page, Act.LEAVE).click()
    form = opened(page)
    form.what.setCurrentIndex(form.what.findData(LeaveCause.ILLNESS))
    confirm(day, page)
    assert isinstance(day.last(), GaveUp)
    day.keys(f"C01\n{PIN}\n")
    left = day.last()
    assert isinstance(left, CandidateLeft)
    assert left.cause is LeaveCause.ILLNESS
    day.look_again()
    other = tickets(day.console)[1]
    day.do(SuspectImpostor(FIRST, other, day.bridge.now, A01))
    day.look_again()
    page.needs.links[NeedKind.SUSPECTED].click()
    assert day.page.name is PageName.CANDIDATES


def test_slips_are_prepared_for_every_room_and_spare_seats_put_into_service(day: Screen) -> None:
    page = room(day, session=FIRST, room=TWO)
    page.panel.room.offers.offers[RoomAct.SPARES].button.click()
    opened(page).confirm.click()
    assert day.last() == SpareServed(TWO, ("005",), True, day.bridge.now, A01)
    day.look_again()
    page.panel.room.offers.offers[RoomAct.SLIPS].button.click()
    form = opened(page)
    form.what.setCurrentIndex(1)
    form.confirm.click()
    prepared = [fact for fact in day.facts() if isinstance(fact, SlipsPrepared)]
    assert [fact.room for fact in prepared] == sorted(day.site.sessions[FIRST].rooms)
    assert "005" in prepared[1].seats

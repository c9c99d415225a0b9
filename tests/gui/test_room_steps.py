"""The room page: what is recorded of seats and of the room."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.closing import AnswersWrittenOff
from app.core.fault import FaultKind, FaultReported, FaultRestored, ReportFault
from app.core.incident import IncidentClosed, IncidentOpened, OpenIncident
from app.core.incident_kinds import IncidentKind
from app.views.room_needs import Act
from tests.gui.room_page import (
    ADMIN,
    SECOND,
    act,
    broken,
    closed,
    closers,
    lost,
    opened,
    present,
    room,
    ticket,
)
from tests.gui.screen import MORNING_SESSION, ROOM, SECOND_SESSION, Screen, texts
from ui.shell import PageName, Place
from ui.widgets.parts import Button


def test_admission_is_done_on_the_candidates_page(site: Screen) -> None:
    site.released()
    page = room(site, session=MORNING_SESSION, ticket=ticket(2))
    went: list[Place] = []
    page.panel.steps._shell = replace(site.shell, go=went.append)
    act(page, Act.ADMIT).click()
    assert went == [Place(PageName.CANDIDATES, MORNING_SESSION, ROOM, ticket(2))]


def test_a_fault_of_a_seat_is_reported_and_restored_by_keyboard(site: Screen) -> None:
    site.sign_in()
    site.released()
    page = room(site, session=MORNING_SESSION, ticket=ticket(2))
    act(page, Act.FAULT).setFocus()
    site.press(Qt.Key.Key_Space)
    form = opened(page)
    form.what.setCurrentIndex(form.what.findData(FaultKind.NETWORK))
    form.confirm.setFocus()
    site.press(Qt.Key.Key_Space)
    now = site.clock.moment().at
    reported = site.last()
    assert isinstance(reported, FaultReported)
    assert (reported.kind, reported.room, reported.seats) == (FaultKind.NETWORK, ROOM, ("002",))
    assert (reported.happened_at, reported.reported_by) == (now, "A01")
    assert closed(page)
    assert site.focus() is page.map
    assert site.toast() == site.shell.say("room-fault-said", kind=FaultKind.NETWORK)
    site.look_again()
    assert reported.number in texts(page.panel)

    site.at(now + timedelta(minutes=5))
    act(page, Act.RESTORE).click()
    form = opened(page)
    assert form.when is not None
    site.press(Qt.Key.Key_Return)
    restored = site.last()
    assert isinstance(restored, FaultRestored)
    assert (restored.number, restored.restored_at) == (reported.number, now + timedelta(minutes=5))
    site.look_again()
    assert not act(page, Act.RESTORE).isVisible()
    assert site.shell.say("room-nothing-open") in texts(page.panel)


def test_a_fault_of_the_whole_room_names_no_seat(site: Screen) -> None:
    site.sign_in()
    site.released()
    page = room(site, session=MORNING_SESSION, room=ROOM)
    page.panel.room.fault.click()
    opened(page).confirm.click()
    reported = site.last()
    assert isinstance(reported, FaultReported)
    assert (reported.room, reported.seats) == (ROOM, ())
    site.look_again()
    assert site.shell.say("room-whole") in texts(page.panel)


def test_a_time_that_is_none_is_not_asked_for(site: Screen) -> None:
    site.sign_in()
    page = room(site, session=MORNING_SESSION, ticket=ticket(2))
    act(page, Act.FAULT).click()
    form = opened(page)
    assert form.when is not None
    before = len(site.facts())
    form.when.edit.setFocus()
    form.when.edit.selectAll()
    QTest.keyClicks(form.when.edit, "2575")
    form.confirm.click()
    assert len(site.facts()) == before
    assert page.panel.form is form
    assert site.shell.say("moment-wrong") in texts(form)
    assert site.focus() is form.when.edit


def test_a_time_ahead_is_refused_where_the_form_stands(site: Screen) -> None:
    site.sign_in()
    site.released()
    page = room(site, session=MORNING_SESSION, ticket=ticket(2))
    act(page, Act.FAULT).click()
    form = opened(page)
    assert form.when is not None
    form.when.edit.selectAll()
    QTest.keyClicks(form.when.edit, "23:00")
    form.confirm.click()
    assert "23:00:00" in site.asked()
    assert page.panel.form is form
    site.press(Qt.Key.Key_Escape)
    assert closed(page)
    assert site.asked() == ""


def test_an_incident_is_opened_and_closed(site: Screen) -> None:
    site.sign_in()
    site.released()
    page = room(site, session=MORNING_SESSION, room=ROOM)
    page.panel.room.incident.click()
    form = opened(page)
    offered = [form.what.itemData(n) for n in range(form.what.count())]
    assert IncidentKind.EARLY_START not in offered
    form.what.setCurrentIndex(offered.index(IncidentKind.POWER))
    form.confirm.click()
    fact = site.last()
    assert isinstance(fact, IncidentOpened)
    assert (fact.kind, fact.session, fact.room) == (IncidentKind.POWER, MORNING_SESSION, ROOM)
    site.look_again()
    close, _see = closers(page)
    close.click()
    opened(page).confirm.click()
    assert site.last() == IncidentClosed(fact.number, site.clock.moment().at)
    site.look_again()
    assert closers(page) == []


def test_open_items_of_other_rooms_do_not_stand_here(site: Screen) -> None:
    site.released()
    now = site.clock.moment().at
    site.do(ReportFault(FaultKind.POWER, MORNING_SESSION, SECOND, (), now, ADMIN))
    site.do(OpenIncident(IncidentKind.POWER, SECOND_SESSION, ROOM, now, ADMIN))
    page = room(site, session=MORNING_SESSION, room=ROOM)
    assert closers(page) == []


def test_another_role_is_refused_and_the_form_stays(site: Screen) -> None:
    site.sign_in()
    present(site)
    lost(site)
    page = room(site, session=MORNING_SESSION, ticket=ticket(1))
    act(page, Act.WRITE_OFF).click()
    opened(page).confirm.click()
    assert site.asked() != ""
    assert page.panel.form is not None


def test_the_chief_writes_lost_answers_off_with_a_second_person(site: Screen) -> None:
    site.sign_in("C01")
    present(site)
    lost(site)
    page = room(site, session=MORNING_SESSION, ticket=ticket(1))
    act(page, Act.WRITE_OFF).click()
    form = opened(page)
    assert form.what.count() == 1
    form.confirm.click()
    assert not isinstance(site.last(), AnswersWrittenOff)
    site.keys("A01\t000000\n")
    (number,) = site.site.incidents
    assert site.last() == AnswersWrittenOff(MORNING_SESSION, ROOM, ticket(1), number)
    assert closed(page)
    site.look_again()
    assert not act(page, Act.WRITE_OFF).isVisible()


def test_without_an_incident_of_lost_answers_the_form_leads_to_one(site: Screen) -> None:
    site.sign_in("C01")
    present(site)
    page = room(site, session=MORNING_SESSION, ticket=ticket(1))
    act(page, Act.WRITE_OFF).click()
    form = opened(page)
    assert site.shell.say("room-write-off-none") in texts(form)
    form.confirm.click()
    assert page.panel.form is form
    assert site.asked() != ""
    link = next(one for one in form.findChildren(Button) if one.text() == site.shell.say("room-write-off-open"))
    link.click()
    assert opened(page).what.currentData() == IncidentKind.ANSWERS_LOST


def test_another_room_takes_an_open_form_away(site: Screen) -> None:
    page = room(site, session=MORNING_SESSION, room=ROOM)
    page.panel.room.incident.click()
    page.choice.after.click()
    assert closed(page)


def test_an_open_form_outlives_what_happens_meanwhile(site: Screen) -> None:
    site.sign_in()
    page = room(site, session=MORNING_SESSION, room=ROOM)
    page.panel.room.incident.click()
    form = page.panel.form
    site.released()
    broken(site)
    site.look_again()
    assert page.panel.form is form
    assert form is not None
    assert form.isVisible()


def test_enter_on_a_seat_goes_back_into_an_open_form(site: Screen) -> None:
    page = room(site, session=MORNING_SESSION, ticket=ticket(1))
    page.panel.room.incident.click()
    form = opened(page)
    page.map.setFocus()
    site.press(Qt.Key.Key_Return)
    assert site.focus() is form.what

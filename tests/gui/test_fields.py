"""When it happened, and who reported it."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.terms import PersonId, Role, RoomId
from app.exchange.exam_package import StaffEntry
from tests.gui.screen import ROOM, SECOND_SESSION, Screen, texts
from tests.stores import MORNING
from ui.widgets.moment import MomentField, typed_time
from ui.widgets.parts import Form
from ui.widgets.person import PersonField


@pytest.fixture
def moment(qtbot: QtBot, site: Screen) -> MomentField:
    site.at(MORNING)
    made = MomentField(site.shell)
    qtbot.addWidget(made)
    made.show()
    return made


def staffed(site: Screen) -> None:
    """Two rooms with people of their own."""
    there = [
        ("I01", Role.INVIGILATOR, ROOM),
        ("R01", Role.ROOM_ADMIN, ROOM),
        ("I02", Role.INVIGILATOR, RoomId("002")),
        ("A01", Role.SITE_ADMIN, None),
    ]
    staff = [StaffEntry(code=PersonId(c), name=f"N{c}", role=role, room=room, verifier="-") for c, role, room in there]
    site.console.meet(site.console.directory.candidates.values(), staff)


def person(qtbot: QtBot, site: Screen) -> PersonField:
    made = PersonField(site.shell)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9:05", time(9, 5)),
        ("09:05:30", time(9, 5, 30)),
        ("905", time(9, 5)),
        ("0905", time(9, 5)),
        ("090530", time(9, 5, 30)),
        (" 9\uff1a05 ", time(9, 5)),
        ("\uff10\uff19\uff10\uff15", time(9, 5)),
        ("9.05", time(9, 5)),
        ("00:00:00", time(0)),
        ("23:59:59", time(23, 59, 59)),
    ],
)
def test_times_are_read_as_people_write_them(text: str, at: time) -> None:
    assert typed_time(text) == at


@pytest.mark.parametrize("text", ["", "9", "24:00", "9:60", "09:05:60", "9:05 am", "1234567", "9:5:5:5", "-9:05"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert typed_time(text) is None


def test_it_follows_the_clock_until_somebody_types(site: Screen, moment: MomentField) -> None:
    assert moment.edit.text() == "08:30:00"
    site.at(MORNING + timedelta(seconds=5))
    assert moment.edit.text() == "08:30:05"
    assert moment.value() == MORNING + timedelta(seconds=5)
    moment.edit.selectAll()
    QTest.keyClicks(moment.edit, "8:12")
    site.at(MORNING + timedelta(minutes=5))
    assert moment.edit.text() == "8:12"
    assert moment.value() == MORNING.replace(hour=8, minute=12)


def test_what_was_understood_is_shown_in_full(moment: MomentField) -> None:
    moment.edit.selectAll()
    QTest.keyClicks(moment.edit, "812")
    QTest.keyClick(moment.edit, Qt.Key.Key_Return)
    assert moment.edit.text() == "08:12:00"


def test_now_goes_back_to_the_clock(qtbot: QtBot, moment: MomentField) -> None:
    moment.edit.selectAll()
    QTest.keyClicks(moment.edit, "8:12")
    with qtbot.waitSignal(moment.changed):
        moment.now.click()
    assert moment.value() == MORNING
    assert moment.edit.text() == "08:30:00"


def test_a_text_that_is_no_time_is_none_and_says_why(site: Screen, moment: MomentField) -> None:
    wrong = site.shell.say("moment-wrong")
    moment.edit.selectAll()
    QTest.keyClicks(moment.edit, "25")
    assert moment.value() is None
    assert wrong not in texts(moment)  # it may still become one
    moment.complain()
    assert wrong in texts(moment)
    moment.edit.selectAll()
    QTest.keyClicks(moment.edit, "noon")
    assert wrong in texts(moment)
    moment.edit.selectAll()
    QTest.keyClicks(moment.edit, "8:12")
    assert wrong not in texts(moment)


def test_a_proposed_moment_stands_until_somebody_types(site: Screen, moment: MomentField) -> None:
    moment.propose(MORNING - timedelta(minutes=2))
    site.at(MORNING + timedelta(seconds=5))
    assert moment.edit.text() == "08:28:00"
    assert moment.value() == MORNING - timedelta(minutes=2)
    moment.propose(None)
    assert moment.value() == MORNING + timedelta(seconds=5)


def test_on_another_day_a_typed_time_is_of_the_day_of_the_session(site: Screen, moment: MomentField) -> None:
    later = MORNING + timedelta(days=1)
    site.at(later)
    assert moment.value() == later
    moment.edit.selectAll()
    QTest.keyClicks(moment.edit, "9:00")
    assert moment.value() == MORNING.replace(hour=9, minute=0)
    assert site.shell.say("moment-day", day="2021-10-30") in texts(moment)


def test_another_session_keeps_what_was_typed(site: Screen, moment: MomentField) -> None:
    moment.edit.selectAll()
    QTest.keyClicks(moment.edit, "8:12")
    site.bridge.choose(SECOND_SESSION)
    assert moment.edit.text() == "8:12"


def test_its_parts_are_named_by_its_label(site: Screen, moment: MomentField) -> None:
    form = Form()
    form.field("Happened", moment)
    assert moment.edit.accessibleName() == "Happened"
    assert "Happened" in moment.now.accessibleName()


def test_who_speaks_for_the_room_is_proposed_and_its_people_come_first(qtbot: QtBot, site: Screen) -> None:
    staffed(site)
    field = person(qtbot, site)
    field.show_room(ROOM)
    assert field.value() == "R01"
    assert [field.itemData(n) for n in range(field.count())] == ["I01", "R01", "A01", "I02"]
    assert field.currentText() == site.shell.say("person-line", code="R01", name="NR01", role=Role.ROOM_ADMIN)
    field.show_room(RoomId("002"))
    assert field.value() == "I02"


def test_without_people_of_the_room_the_operator_is_proposed(qtbot: QtBot, site: Screen) -> None:
    field = person(qtbot, site)
    field.show_room(ROOM)
    site.sign_in("O01")
    assert field.value() == "O01"


def test_who_was_chosen_stays_until_another_room(qtbot: QtBot, site: Screen) -> None:
    field = person(qtbot, site)
    field.show_room(ROOM)
    field.setCurrentIndex(field.findData("C01"))
    field.activated.emit(field.currentIndex())
    site.sign_in("A01")
    assert field.value() == "C01"
    field.show_room(RoomId("002"))
    assert field.value() == "A01"


def test_an_operator_who_is_not_on_the_list_can_be_named_too(qtbot: QtBot, site: Screen) -> None:
    site.sign_in("A01")
    site.console.meet(site.console.directory.candidates.values(), [])
    field = person(qtbot, site)
    assert field.value() == "A01"
    assert field.currentText() == site.shell.say("person-bare", code="A01", role=Role.SITE_ADMIN)


def test_with_nobody_there_it_is_empty(qtbot: QtBot, site: Screen) -> None:
    site.console.meet((), ())
    field = person(qtbot, site)
    assert field.value() == ""


def test_people_that_came_later_are_there_when_it_is_shown(qtbot: QtBot, site: Screen) -> None:
    field = person(qtbot, site)
    staffed(site)
    field.show()
    assert field.findData("R01") >= 0

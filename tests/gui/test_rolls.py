"""The roll of a room: typed, read back by name, held against the counts, confirmed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.core.attendance import AttendanceConfirmed
from app.core.entry import CheckIn
from app.views.reports import ReportKind
from tests.gui.reports_page import (
    A01,
    ONE,
    TWO,
    asked_on,
    at_the_end,
    at_the_roll,
    closed,
    opened,
    room,
    said_on,
    tickets,
)
from tests.gui.screen import MORNING_SESSION, Screen
from tests.stores import MORNING


def test_a_roll_is_typed_read_back_and_confirmed_and_the_next_room_comes(site: Screen) -> None:
    page = at_the_roll(site)
    assert (page.kind, page.view.room()) == (ReportKind.ROLL, ONE)
    assert site.focus() is page.roll.present
    site.keys("4\n2\n2 ")
    site.keys(f"{tickets(site)[4]}\n")
    read = [tuple(cell.text for cell in line.cells[:2]) for line in page.roll.listed.lines]
    names = site.console.directory.name
    assert read == [(ticket[-3:], names(ticket)) for ticket in (tickets(site)[1], tickets(site)[4])]
    assert "人数相符" in said_on(site)

    page.roll.confirm.click()

    fact = site.last()
    assert isinstance(fact, AttendanceConfirmed)
    assert (fact.room, fact.absent) == (ONE, (tickets(site)[1], tickets(site)[4]))
    assert site.toast() == "第 001 考场已确认：实考 4 人，缺考 2 人"
    assert page.view.room() == TWO
    assert site.focus() is page.roll.present
    assert page.roll.present.text() == ""


@pytest.mark.parametrize(
    ("counts", "said"),
    [("4\n1\n", "实考 4 加缺考 1 等于 5"), ("4\n2\n", "考场报告缺考 2 人，名单列了 0 人"), ("4\n", "填写考场报告的")],
)
def test_counts_that_do_not_fit_are_said_and_nothing_is_sent(site: Screen, counts: str, said: str) -> None:
    page = at_the_roll(site)
    before = site.console.store.journal.n
    site.keys(counts)
    page.roll.confirm.click()
    assert said in said_on(site)
    assert site.console.store.journal.n == before


def test_nobody_of_this_room_stays_in_the_field(site: Screen) -> None:
    page = at_the_roll(site)
    page.roll.present.setText("6")
    page.roll.absent.setText("0")
    page.roll.entry.setFocus()
    site.keys("777\n")
    assert page.roll.entry.text() == "777"
    assert "没有“777”" in page.roll.wrong.text()
    page.roll.confirm.click()
    assert room(site).attendance_confirmed_at is None
    assert site.focus() is page.roll.entry


def test_someone_listed_by_mistake_is_taken_off_with_the_delete_key(site: Screen) -> None:
    page = at_the_roll(site)
    page.roll.entry.setFocus()
    site.keys("1,3\n")
    page.roll.table.setFocus()
    page.roll.table.selectRow(0)
    site.press(Qt.Key.Key_Delete)
    assert page.roll.draft.absent == [tickets(site)[2]]


def test_half_typed_rolls_wait_while_another_room_reports(site: Screen) -> None:
    page = at_the_roll(site)
    site.keys("4\n2\n1\n")
    page.view.choose(TWO)
    assert (page.roll.present.text(), page.roll.draft.absent) == ("", [])
    page.view.choose(ONE)
    assert (page.roll.present.text(), page.roll.absent.text()) == ("4", "2")
    assert page.roll.draft.absent == [tickets(site)[0]]


def test_who_was_turned_away_is_on_the_list_from_the_first(site: Screen) -> None:
    site.started()
    site.at(closed(site))
    late = tickets(site)[3]
    site.refused(CheckIn(MORNING_SESSION, late, site.console.rulebook.id_types.value[0], closed(site), A01))
    page = opened(site)
    assert [line.key for line in page.roll.listed.lines] == [late]
    assert page.roll.listed.lines[0].cells[3].text == "迟到未入场"


def test_who_was_seen_at_the_door_cannot_be_absent(site: Screen) -> None:
    site.started()
    seen = tickets(site)[0]
    site.do(CheckIn(MORNING_SESSION, seen, site.console.rulebook.id_types.value[0], MORNING, A01))
    site.at(closed(site))
    site.sign_in()
    page = opened(site)
    site.keys("5\n1\n1\n")
    assert page.roll.listed.lines[0].cells[3].tone == "bad"
    page.roll.confirm.click()
    assert seen in asked_on(site)
    assert room(site).attendance_confirmed_at is None


def test_before_entry_closes_the_console_says_why_not(site: Screen) -> None:
    site.started()
    site.sign_in()
    page = opened(site)
    page._pick(ReportKind.ROLL)
    assert "停止入场时间是" in said_on(site)
    page.roll.present.setText("6")
    page.roll.absent.setText("0")
    page.roll.confirm.click()
    assert asked_on(site)
    assert room(site).attendance_confirmed_at is None


def test_a_confirmed_roll_shows_what_stands(site: Screen) -> None:
    page = at_the_end(site)
    page._pick(ReportKind.ROLL)
    assert not page.roll.foot.isVisible()
    assert "实考 5 人，缺考 1 人" in said_on(site)

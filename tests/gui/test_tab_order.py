"""Tab goes round everything on every page in reading order, and everything it meets says what it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.gui.keyboard import MOST_TABS, focused, press, tab_to
from tests.gui.screen import Screen, settle
from ui.main_window import MainWindow
from ui.shell import PageName
from ui.tab_order import in_order, step

OVERLAP = 6
"""Pixels by which neighbours may overlap: frames that touch, and fields on one line that are not equally high."""


@pytest.mark.parametrize("asked", [False, True], ids=["nobody_there", "being_asked"])
def test_tab_goes_round_every_page_in_reading_order(site: Screen, asked: bool) -> None:
    """As the day before leaves it; and with all rooms started, while somebody is asked to sign."""
    if asked:
        site.started()
        site.sign_in()
        site.look_again()
    for page in PageName:
        # Given a page, and on it a form that came later than everything else
        site.go(page)
        if asked:
            site.page.asking.sign_in(site.page.first)
        site.page.first.setFocus()
        # When one goes on with Tab until where one began
        met = round_trip(site.window, "Tab")
        # Then everything that can be used was met once
        assert len(set(met)) == len(met), page
        assert {called(one) for one in met} == {called(one) for one in usable(site.window)}, page
        assert set(met) == set(usable(site.window)), page
        # And on the page from top to bottom and from left to right
        top = met.index(next(one for one in in_order(site.window) if one in met))
        for area in site.page.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)
        stops = [one for one in (*met[top:], *met[:top]) if site.page.isAncestorOf(one)]
        assert list(filter(None, (out_of_order(*pair, site.page) for pair in combinations(stops, 2)))) == [], page
        # And everything said what it is
        assert [type(one).__name__ for one in named_ones(site.window) if not one.accessibleName().strip()] == [], page


def test_the_other_way_leads_back(site: Screen) -> None:
    site.go(PageName.REPORTS)
    met = round_trip(site.window, "Tab")
    assert round_trip(site.window, "Shift+Tab") == [*reversed(met[:-1]), met[-1]]


def test_enter_presses_a_button_as_the_space_bar_does(site: Screen) -> None:
    for key in ("Return", "Space"):
        site.go(PageName.OVERVIEW)
        choice = tab_to(site.window, site.shell.say("overview-release-count", count=3))
        press(site.window, key)
        assert site.shell.say("sign-in-title") in site.asked()
        # Who gives up is back where they were.
        press(site.window, "Escape")
        assert not site.asked()
        assert focused() is choice


def test_what_is_below_left_first_is_out_of_order(site: Screen) -> None:
    """The ruler of these tests, held against orders that are wrong."""
    upper, lower = placed(site.page, QRect(0, 0, 50, 20)), placed(site.page, QRect(0, 40, 50, 20))
    beside = placed(site.page, QRect(60, 3, 50, 20))
    assert not out_of_order(upper, lower, site.page)
    assert not out_of_order(upper, beside, site.page)
    assert not out_of_order(beside, lower, site.page)
    assert out_of_order(lower, upper, site.page)
    assert out_of_order(beside, upper, site.page)
    assert out_of_order(lower, beside, site.page)


def test_a_page_shows_nothing_outside_the_window(site: Screen) -> None:
    """A part that is shown before it stands anywhere flashes up as a window and takes the focus with it."""
    for page in PageName:
        site.go(page)
        assert site.window.isActiveWindow(), page
        assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [site.window], page


def test_an_area_stops_tab_only_while_it_scrolls(site: Screen) -> None:
    site.go(PageName.JOURNAL)
    (area,) = (one for one in in_order(site.page) if isinstance(one, QScrollArea))
    assert area not in round_trip(site.window, "Tab")
    area.widget().setMinimumHeight(5000)
    settle()
    assert area in round_trip(site.window, "Tab")


def test_what_is_reached_comes_into_sight(window: MainWindow) -> None:
    """From outside the area that scrolls, to what lies far down in it."""
    inner = QWidget()
    laid = QVBoxLayout(inner)
    far = QPushButton("far")
    laid.addSpacing(3000)
    laid.addWidget(far)
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    near = QPushButton("near")
    holder = QWidget()
    outer = QVBoxLayout(holder)
    outer.addWidget(near)
    outer.addWidget(area)
    window.setCentralWidget(holder)
    settle()
    near.setFocus()
    press(window, "Tab")
    assert focused() is far
    assert not far.visibleRegion().isEmpty()


def test_without_a_place_in_the_window_the_focus_stays(window: MainWindow) -> None:
    lonely = QWidget()
    only = QPushButton("only")
    QVBoxLayout(lonely).addWidget(only)
    window.setCentralWidget(lonely)
    settle()
    only.setFocus()
    assert not step(window, forward=True)
    only.clearFocus()
    assert not step(window, forward=True)


def round_trip(window: MainWindow, key: str) -> list[QWidget]:
    """What one meets until one is back, the beginning last."""
    began, met = focused(), []
    for _ in range(MOST_TABS):
        press(window, key)
        met.append(focused())
        if met[-1] is began:
            return met
    raise AssertionError(f"{called(began)} was left and not met again: {[called(one) for one in met]}")


def usable(widget: QWidget) -> list[QWidget]:
    """All that is shown and takes the focus by Tab; an area that scrolls only where there is more than it shows."""
    found = []
    for one in widget.findChildren(QWidget):
        tabbed = one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        still = isinstance(one, QScrollArea) and one.verticalScrollBar().maximum() == 0
        if tabbed and not still and not one.focusProxy():
            found.append(one)
    return found


def named_ones(window: MainWindow) -> Iterator[QWidget]:
    """Whatever takes the focus, and every button, field, choice and list; Qt's own parts inside of them are theirs."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    for one in window.findChildren(QWidget):
        if not one.isVisible() or isinstance(one.parentWidget(), kinds):
            continue
        if isinstance(one, kinds) or one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield one


def out_of_order(first: QWidget, later: QWidget, page: QWidget) -> str:
    """Where the earlier of two stands neither above the later nor left of it; "" where it does.

    Inside one holder rows come one after the other; beside it may stand a whole column, which is read to its end.
    """
    a, b = where(first, page), where(later, page)
    above, left = a.bottom() <= b.top() + OVERLAP, a.right() <= b.left() + OVERLAP
    if first.isAncestorOf(later) or (first.parentWidget() is not later.parentWidget() and (above or left)):
        return ""
    same_row = abs(a.center().y() - b.center().y()) <= max(a.height(), b.height()) // 2
    right = left if same_row else above
    return "" if right else f"{called(first)} {a} before {called(later)} {b}"


def where(widget: QWidget, page: QWidget) -> QRect:
    """A table without the header over it, which is a stop of its own."""
    shown = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
    return QRect(shown.mapTo(page, QPoint(0, 0)), shown.size())


def placed(page: QWidget, rect: QRect) -> QWidget:
    made = QPushButton(page)
    made.setGeometry(rect)
    return made


def called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}"

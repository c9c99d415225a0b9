"""Tab goes where the eye goes: the order of the layouts, also for what came on screen later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QTableView, QWidget


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """Every widget in `widget` that Tab may stop at, shown or not, in reading order.

    Qt's own chain is the order in which widgets were made, so that a form that opens later stands at its end.
    """
    laid = cast("QLayout | None", widget.layout())
    inside = list(_laid(laid)) if laid is not None else _children(widget)
    for one in inside:
        stops = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and cast("QWidget | None", one.focusProxy()) is None
        # The header that sorts a table stands above its lines.
        before, after = ((), (one,)) if isinstance(one, QTableView) else ((one,), ())
        yield from before if stops else ()
        yield from in_order(one)
        yield from after if stops else ()


def step(window: QWidget, *, forward: bool) -> bool:
    """Move the focus on by one, round from the last to the first; False where Qt must find its own way."""
    every, held = list(in_order(window)), QApplication.focusWidget()
    if held not in every:
        return False
    at = every.index(held)
    ahead = (*every[at + 1 :], *every[:at])
    found = next((one for one in (ahead if forward else reversed(ahead)) if _stops(one)), None)
    if found is None:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_in_sight(found)
    return True


def _stops(widget: QWidget) -> bool:
    """Shown and in use; an area that scrolls only while there is more than it shows."""
    more = not isinstance(widget, QScrollArea) or widget.verticalScrollBar().maximum() > 0
    return more and widget.isVisible() and widget.isEnabled()


def _laid(layout: QLayout) -> Iterator[QWidget]:
    items = [(_cell(layout, number), layout.itemAt(number)) for number in range(layout.count())]
    for _, item in sorted(items, key=lambda one: one[0]):
        widget, inner = cast("QWidget | None", item.widget()), cast("QLayout | None", item.layout())
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)


def _cell(layout: QLayout, number: int) -> tuple[int, int]:
    """Row and column in a grid, whatever was added first; otherwise the place in line."""
    if isinstance(layout, QGridLayout):
        row, column, _, _ = cast("tuple[int, int, int, int]", layout.getItemPosition(number))
        return row, column
    return 0, number


def _children(widget: QWidget) -> list[QWidget]:
    """Without a layout: as they were made."""
    if isinstance(widget, QScrollArea):
        return [widget.widget()]
    return [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]


def _bring_in_sight(widget: QWidget) -> None:
    """A scroll area follows the focus only inside itself."""
    parent = cast("QWidget | None", widget.parentWidget())
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = cast("QWidget | None", parent.parentWidget())

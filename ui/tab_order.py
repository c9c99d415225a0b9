"""Tab goes where the eye goes: the order of the layouts, also for what came on screen later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QTableView,
    QWidget,
)


def in_order(widget: QWidget, *, shown: bool = False) -> Iterator[QWidget]:
    """Every widget in `widget` that Tab may stop at, in reading order; with `shown` those alone that are visible.

    Pages that were once gone to stay in the window, and hold most of its widgets. Qt's own chain is the order in which
    widgets were made, so that a form that opens later stands at its end.
    """
    for one in _inside(widget):
        if shown and not one.isVisible():
            continue
        # The header that sorts a table stands above its lines.
        parts = (one.horizontalHeader(), one) if isinstance(one, QTableView) else (one,)
        yield from (part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.focusProxy())
        yield from in_order(one, shown=shown)


def step(window: QWidget, *, forward: bool) -> bool:
    """Move the focus on by one, round from the last to the first; False where Qt must find its own way."""
    every, held = list(in_order(window, shown=True)), QApplication.focusWidget()
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


def _inside(widget: QWidget) -> Sequence[QWidget]:
    """What stands in it, in order; the parts that Qt makes of its own widgets are not ours to walk."""
    if isinstance(widget, QMainWindow):
        return (widget.centralWidget(),)
    if isinstance(widget, QScrollArea):
        return (widget.widget(),)
    layout = widget.layout()
    if layout is None or isinstance(widget, QAbstractScrollArea):
        return ()
    return list(_laid(layout, [one for one in widget.children() if isinstance(one, QWidget)]))


def _laid(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Without `itemAt`: Qt lets go of an item with its widget, and Python would go on holding what is gone."""
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in widgets]
    places += [(layout.indexOf(one), one) for one in inner]
    for _, one in sorted(((_cell(layout, at), one) for at, one in places if at >= 0), key=lambda place: place[0]):
        if isinstance(one, QLayout):
            yield from _laid(one, widgets)
        else:
            yield one


def _cell(layout: QLayout, number: int) -> tuple[int, int]:
    """Row and column in a grid, whatever was added first; otherwise the place in line."""
    if isinstance(layout, QGridLayout):
        row, column, _, _ = cast("tuple[int, int, int, int]", layout.getItemPosition(number))
        return row, column
    return 0, number


def _bring_in_sight(widget: QWidget) -> None:
    """A scroll area follows the focus only inside itself."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()

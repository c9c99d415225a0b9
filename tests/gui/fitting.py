"""What may be wrong with how a window is laid out, said in one line each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ui.widgets.parts import Elided
from ui.widgets.toast import Toast

_ITS_OWN = (QAbstractScrollArea, QComboBox, QLineEdit)
"""They place their inner widgets themselves."""


def faults(window: QWidget) -> list[str]:
    """Texts that are cut, siblings on top of each other, and what sticks out of its parent."""
    inside = [window, *(one for one in window.findChildren(QWidget) if one.isVisible())]
    return [fault for one in inside for fault in (*_cut(one), *_overlapping(one), *_sticking_out(one))]


def _cut(one: QWidget) -> Iterator[str]:
    if isinstance(one, Elided):
        return
    if isinstance(one, QLabel):
        if not one.text():
            return
        if one.wordWrap():
            if one.heightForWidth(one.width()) > one.height() or _widest_word(one) > one.width():
                yield f"cut in height: {_named(one)}"
            return
    elif not isinstance(one, QPushButton | QCheckBox | QRadioButton):
        return
    if one.sizeHint().width() > one.width() or one.sizeHint().height() > one.height():
        yield f"cut: {_named(one)} {one.sizeHint().toTuple()} in {one.size().toTuple()}"


def _widest_word(one: QLabel) -> int:
    """What wrapping cannot break: Qt breaks Chinese anywhere."""
    words = (word for word in one.text().split() if word.isascii())
    return max((one.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def _overlapping(one: QWidget) -> Iterator[str]:
    if isinstance(one, _ITS_OWN):
        return
    laid = [child for child in _children(one) if not isinstance(child, Toast)]
    for first, second in combinations(laid, 2):
        if first.geometry().intersects(second.geometry()):
            yield f"overlap: {_named(first)} and {_named(second)}"


def _sticking_out(one: QWidget) -> Iterator[str]:
    parent = one.parentWidget()
    if parent is None or one.isWindow() or isinstance(parent, _ITS_OWN) or isinstance(one, Toast):
        return
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        # What scrolls is higher than its view; wider it must not be. Item views scroll as they like.
        if not isinstance(area, QAbstractItemView) and one.width() > parent.width():
            yield f"wider than its view: {_named(one)}"
    elif not parent.rect().contains(one.geometry()):
        yield f"sticks out: {_named(one)} {one.geometry().getRect()} of {_named(parent)} {parent.size().toTuple()}"


def _children(one: QWidget) -> list[QWidget]:
    return [
        child for child in one.children() if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]


def _named(one: QWidget) -> str:
    said = getattr(one, "full", "") or one.property("text") or one.accessibleName() or one.objectName()
    return f"{type(one).__name__} {said!r}"

"""The keyboard and nothing else: what a test does to a window with keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from tests.gui.screen import settle

MOST_TABS = 120
"""More stops than any page has."""


def press(window: QWidget, *keys: str) -> None:
    """One after the other, named as in a menu: "Tab", "Ctrl+3", "F2", "Return", "Space", "Down"."""
    for name in keys:
        # The stubs know no index.
        pressed = QKeySequence(name)[0]  # type: ignore[index]
        QTest.keyClick(window.windowHandle(), pressed.key(), pressed.keyboardModifiers())
    settle()


def type_text(window: QWidget, text: str) -> None:
    """Into whatever has the focus."""
    for sign in text:
        # The stubs know no characters.
        QTest.keyClick(window.windowHandle(), sign)  # type: ignore[call-overload]
    settle()


def scan(window: QWidget, code: str) -> None:
    """As a scanner types: faster than any hand, and Enter at the end."""
    for sign in code:
        QTest.keyClick(window.windowHandle(), sign)  # type: ignore[call-overload]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    settle()


def focused() -> QWidget:
    held = QApplication.focusWidget()
    assert held is not None, "nothing has the focus"
    return held


def tab_to(window: QWidget, name: str) -> QWidget:
    """Press Tab until the focus stands on what is called so; fails where no Tab leads there."""
    met: list[str] = []
    for _ in range(MOST_TABS):
        held = focused()
        if held.accessibleName() == name:
            return held
        met.append(held.accessibleName())
        press(window, "Tab")
    raise AssertionError(f"no Tab leads to {name!r}; the stops are {list(dict.fromkeys(met))}")


def choose(window: QWidget, name: str) -> None:
    """Go to a button and press it."""
    assert isinstance(tab_to(window, name), QAbstractButton)
    press(window, "Space")


def pick(window: QWidget, name: str, beginning: str) -> None:
    """Go to a choice and take the line that begins so, with the arrow keys."""
    held = tab_to(window, name)
    assert isinstance(held, QComboBox)
    press(window, "Home")
    for _ in range(held.count()):
        if held.currentText().startswith(beginning):
            return
        press(window, "Down")
    raise AssertionError(f"{name!r} offers nothing that begins with {beginning!r}")

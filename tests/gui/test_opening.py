"""Before the main window stands: a first window that says what is done, or why it ends here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.text import text
from app.trouble import Code, Trouble
from ui import application
from ui.opening import Opening
from ui.opening_window import OpeningWindow


def _run(tmp_path: Path, opener: Callable[[str], Opening], seen: list[str]) -> int:
    """Runs until the first window refuses, reads what it says, and closes it as a person would."""

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, OpeningWindow) and window.leave.isVisible():
                seen.append(window.said.text())
                assert window.leave.hasFocus()
                window.leave.click()
                window.deleteLater()
                return
        QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)
    return application.run(tmp_path / "home", tmp_path / "data", opener, "opening")


def test_trouble_is_said_where_one_looks(qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[str] = []

    def opener(_pin: str) -> Opening:
        raise Trouble(Code.STORE_MISSING, file="somewhere")

    assert _run(tmp_path, opener, seen) == 1
    assert seen == [text().trouble(Trouble(Code.STORE_MISSING, file="somewhere"))]


def test_a_bug_leaves_a_crash_file_and_a_sentence(
    qtbot: QtBot, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("ERROR ui.application: unexpected KeyError")
    seen: list[str] = []

    def opener(_pin: str) -> Opening:
        raise KeyError("Wang Jianguo")

    assert _run(tmp_path, opener, seen) == 1
    (file,) = (tmp_path / "home").rglob("crash-*.txt")
    assert str(file) in seen[0]
    assert "Wang" not in file.read_text("utf-8")


def test_the_pin_is_asked_for_once_the_lock_is_in_and_again_when_it_was_wrong(qtbot: QtBot, tmp_path: Path) -> None:
    """Until the window is closed instead: then the program ends, and nothing was opened."""
    given: list[str] = []
    answers = [Trouble(Code.PIN_NEEDED, lock="KW-1"), Trouble(Code.WRONG_PIN), Trouble(Code.PIN_WAITS, seconds=15)]
    seen: list[str] = []

    def opener(pin: str) -> Opening:
        given.append(pin)
        raise answers[len(given) - 1]

    def look() -> None:
        (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, OpeningWindow))
        if not window.pin.isVisible() or len(seen) == len(given):
            QTimer.singleShot(10, look)
            return
        assert window.pin.hasFocus()
        assert window.pin.text() == ""
        assert window.pin.echoMode() is QLineEdit.EchoMode.Password
        seen.append(window.said.text())
        if len(seen) == len(answers):
            window.close()
            window.deleteLater()
            return
        QTest.keyClicks(window.pin, f"13579{len(seen)}")
        QTest.keyClick(window.pin, Qt.Key.Key_Return)
        QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)
    assert application.run(tmp_path / "home", tmp_path / "data", opener, "opening") == 1
    assert given == ["", "135791", "135792"]
    assert seen == [text().trouble(one) for one in answers]

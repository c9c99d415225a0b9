"""Qt's own words follow the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui.language import speak


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    speak(qapp, "en")


def test_file_dialogs_speak_the_language_of_the_window(app: QApplication) -> None:
    def said() -> str:
        return QCoreApplication.translate("QFileDialog", "Look in:")

    speak(app, "zh-CN")
    chinese = said()
    speak(app, "en")
    assert said() == "Look in:"
    assert chinese != "Look in:"
    assert any(ord(letter) > 0x4E00 for letter in chinese)

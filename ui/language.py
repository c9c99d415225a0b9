"""What Qt says by itself, in file dialogs and menus of fields, in the language that is on."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

_SPEAKERS: list[QTranslator] = []
"""At most one; Qt does not keep it alive."""


def speak(app: QApplication, language: str) -> None:
    """Qt's own words in `language`, as in "zh-CN"; it is written in English, for which there is nothing to load."""
    while _SPEAKERS:
        app.removeTranslator(_SPEAKERS.pop())
    speaker = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if speaker.load(f"qtbase_{language.replace('-', '_')}", folder):
        app.installTranslator(speaker)
        _SPEAKERS.append(speaker)

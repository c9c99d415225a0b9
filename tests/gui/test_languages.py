"""On screen each language speaks alone: what stands there of the other one is data or a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

import msgspec
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QWidget

from app.rulebooks import clauses
from app.settings import Settings
from tests.gui.gallery import show
from tests.gui.scenes import Scenes
from ui.main_window import MainWindow
from ui.shell import PageName

SIZE = (1366, 768)
CJK = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
LATIN = re.compile(r"(?<![\w.+=/-])[A-Za-z]{2,}(?![\w.+=/-])", re.ASCII)
"""A whole word: no part of a serial, a key or a path."""
HEX = re.compile(r"([a-f]{4}){1,2}")
FINGERPRINT = re.compile(r"[\w-]{4}( [\w-]{1,4}){5,}", re.ASCII)
KNOWN = {"CSV", "GBK", "PIN", "QR", "USB", "VPN", "XLSX", "PDF"}
"""Latin words that Chinese sentences use."""
KEYS = {"Ctrl", "Alt", "Tab", "Esc"}
OTHERS = {"SIL", "Open", "Font", "License", "MIT", "Noto", "Sans", "SC", "Tabler", "Icons", "Hanazono", "Mincho"}
"""Whose fonts and icons these are."""


def data(scenes: Scenes, window: MainWindow) -> list[str]:
    """What a package, a rulebook and a disk bring, longest first."""
    console, opening = scenes.day.console, window.opening
    package = console.site.package
    assert package is not None
    people = (console.directory.candidates, console.directory.staff)
    brought = (package.exam, package.plan, people, console.rulebook, clauses(), str(opening.data), str(opening.folder))
    return sorted({text for one in brought for text in _strings(one)}, key=len, reverse=True)


def _strings(one: object) -> Iterator[str]:
    if isinstance(one, str):
        yield one
    elif isinstance(one, Mapping):
        for value in one.values():
            yield from _strings(value)
    elif isinstance(one, Iterable) and not isinstance(one, bytes):
        for value in one:
            yield from _strings(value)
    elif isinstance(one, msgspec.Struct):
        yield from _strings([getattr(one, name) for name in one.__struct_fields__])
    elif is_dataclass(one):
        yield from _strings([getattr(one, field.name) for field in fields(one)])


def spoken(window: QWidget) -> Iterator[str]:
    """All that is written on screen, but what a person wrote there."""
    for one in window.findChildren(QWidget):
        if not one.isVisible():
            continue
        if isinstance(one, QLabel | QAbstractButton):
            yield str(getattr(one, "full", "") or one.text())
        elif isinstance(one, QLineEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(row) for row in range(one.count()))
        elif isinstance(one, QAbstractItemView):
            model = one.model()
            columns = range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1)
            rows = range(min(model.rowCount(), 40))
            yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns)
            yield from (str(model.index(row, column).data() or "") for row in rows for column in columns)


def test_english_is_english(scenes: Scenes) -> None:
    found = []
    with scenes.window(Settings(language="en"), SIZE) as window:
        known = [text for text in data(scenes, window) if CJK.search(text)]
        for page in PageName:
            show(window, scenes, page)
            for text in filter(CJK.search, spoken(window)):
                rest = text
                for one in known:
                    rest = rest.replace(one, "")
                if CJK.search(rest):
                    found.append(f"{page}: {text}")
    assert not found, "\n".join(found)


def test_chinese_is_chinese(scenes: Scenes) -> None:
    found = []
    with scenes.window(Settings(language="zh-CN"), SIZE) as window:
        known = KNOWN | KEYS | OTHERS | set(data(scenes, window))
        for page in PageName:
            show(window, scenes, page)
            said = [text for text in spoken(window) if not FINGERPRINT.fullmatch(text)]
            words = {word for text in said for word in LATIN.findall(text)}
            found += [f"{page}: {word}" for word in words - known if not HEX.fullmatch(word)]
    assert not found, "\n".join(found)

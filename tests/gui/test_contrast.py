"""Every text can be read: the pairs of the tokens by number, and what is painted by its pixels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from app.settings import Settings
from tests.gui.gallery import show
from tests.gui.scenes import Scenes
from ui.models.cards import CardView
from ui.models.seats import SeatView
from ui.shell import PageName
from ui.style import DARK, LIGHT, TEXT_PAIRS, Tokens
from ui.widgets.chip import Chip
from ui.widgets.pill import Pill

LEAST = 4.5
"""WCAG 2.1, 1.4.3: text of any size below 18 pt."""
SIZE = (1366, 768)


def luminance(colour: QColor) -> float:
    """Relative, as WCAG defines it."""
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(colour))
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula() -> None:
    """The two ends, and a grey that is known to fall just short on white."""
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_pair_can_be_read(tokens: Tokens) -> None:
    reached = {pair: contrast(*(QColor(getattr(tokens, name)) for name in pair)) for pair in TEXT_PAIRS}
    assert not {pair: value for pair, value in reached.items() if value < LEAST}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_what_is_painted_is_painted_in_those_pairs(scenes: Scenes, tokens: Tokens) -> None:
    """The fullest ink of a pill, a chip, a card and a seat is a token that is read on the ground it stands on."""
    seen, found = 0, []
    with scenes.window(Settings(theme="dark" if tokens is DARK else "light"), SIZE) as window:
        for page in (PageName.OVERVIEW, PageName.ROOM):
            show(window, scenes, page)
            picture = window.grab().toImage()
            for name, rect in painted(window):
                seen += 1
                ground, ink = ground_and_ink(picture, rect)
                if (token(tokens, ink), token(tokens, ground)) not in TEXT_PAIRS:
                    found.append(f"{name}: {ink.name()} on {ground.name()}")
    assert not found, "\n".join(found)
    assert seen > 12


def painted(window: QWidget) -> Iterator[tuple[str, QRect]]:
    """Where the words of what draws itself stand, in the window."""
    for one in window.findChildren(QWidget):
        if not one.isVisible() or one.visibleRegion().boundingRect() != one.rect():
            continue
        if isinstance(one, Pill | Chip):
            # Without the icon, and without the rounded ends.
            words = one.rect().adjusted(38 if isinstance(one, Chip) else 26, 4, -10, -4)
            yield one.accessibleName(), _in(window, one, words)
        elif isinstance(one, CardView):
            # Figures.
            for row in range(3):
                rect = one.visualRect(one.model().index(row, 0))
                yield f"card {row}", _in(window, one.viewport(), QRect(rect.x() + 14, rect.y() + 73, 120, 18))
        elif isinstance(one, SeatView):
            for row in range(3):
                rect = one.visualRect(one.model().index(0, row))
                yield f"seat {row}", _in(window, one.viewport(), rect.adjusted(10, rect.height() // 2, -10, -6))


def _in(window: QWidget, widget: QWidget, rect: QRect) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)) + rect.topLeft(), rect.size())


def ground_and_ink(picture: QImage, rect: QRect) -> tuple[QColor, QColor]:
    """The commonest colour, and of the others the one farthest from it: the middle of a stroke."""
    counts: dict[int, int] = {}
    for y in range(rect.top(), rect.bottom() + 1):
        for x in range(rect.left(), rect.right() + 1):
            pixel = picture.pixel(x, y)
            counts[pixel] = counts.get(pixel, 0) + 1
    ground = QColor(max(counts, key=lambda pixel: counts[pixel]))
    return ground, max(map(QColor, counts), key=lambda colour: contrast(colour, ground))


def token(tokens: Tokens, colour: QColor) -> str:
    """The name of the nearest token, "" where none is within the rounding of smooth strokes."""
    near = {name: _apart(QColor(getattr(tokens, name)), colour) for pair in TEXT_PAIRS for name in pair}
    name = min(near, key=lambda one: near[one])
    return name if near[name] <= 10 else ""


def _apart(one: QColor, other: QColor) -> int:
    return round(255 * max(abs(a - b) for a, b in zip(_rgb(one), _rgb(other), strict=True)))


def _rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()

"""Fonts, colours and icons in the theme that is on: what every painted thing asks for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from app.resources import RESOURCES
from ui.style import DARK, FAMILY, LIGHT, Tokens, palette, sheet

BOLD = QFont.Weight.Bold


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the fonts we ship, once a process; the families they gave."""
    numbers = (QFontDatabase.addApplicationFont(str(path)) for path in sorted((RESOURCES / "fonts").glob("*.ttf")))
    return tuple(family for number in numbers for family in QFontDatabase.applicationFontFamilies(number))


class Look:
    """One theme. Pixmaps are kept, because delegates ask for the same few again and again."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}

    def colour(self, token: str) -> QColor:
        """A token by name, such as "primary" or "ok_weak"."""
        if token not in self._colours:
            self._colours[token] = QColor(getattr(self.tokens, token))
        return self._colours[token]

    def font(self, pixels: int, *, bold: bool = False) -> QFont:
        """Noto Sans SC; rare characters come from HanaMinB by fallback."""
        if (pixels, bold) not in self._fonts:
            made = QFont([FAMILY, "HanaMinB"])
            made.setPixelSize(pixels)
            if bold:
                made.setWeight(BOLD)
            self._fonts[pixels, bold] = made
        return self._fonts[pixels, bold]

    def pixmap(self, icon: str, token: str, pixels: int = 18) -> QPixmap:
        """An icon of resources/icons, tinted with a token."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        key = (icon, token, pixels, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _drawn(icon, getattr(self.tokens, token), pixels, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, ink: str = "text2", pixels: int = 18) -> QIcon:
        made = QIcon(self.pixmap(name, ink, pixels))
        # Otherwise Qt tints it in a chosen line, and red is no red any more.
        made.addPixmap(self.pixmap(name, ink, pixels), QIcon.Mode.Selected)
        made.addPixmap(self.pixmap(name, "text3", pixels), QIcon.Mode.Disabled)
        return made


def look(theme: str) -> Look:
    """`theme` is "light", "dark", or "system" for what the desktop asks."""
    if theme == "system":
        hints = QGuiApplication.styleHints()
        return Look(DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT)
    return Look(DARK if theme == "dark" else LIGHT)


@cache
def _scratch() -> TemporaryDirectory[str]:
    """A style sheet takes images only from files; the folder goes with the process."""
    return TemporaryDirectory(prefix="examsite-")


def dress(app: QApplication, seen: Look) -> None:
    """Put the whole program into this look."""
    load_fonts()
    chevron = Path(_scratch().name) / f"chevron-{seen.tokens.name}.svg"
    chevron.write_text(_svg("chevron-down", seen.tokens.text2), encoding="utf-8")
    app.setStyle("Fusion")
    app.setPalette(palette(seen.tokens))
    app.setFont(seen.font(13))
    app.setStyleSheet(sheet(seen.tokens, chevron.as_posix()))


def _svg(icon: str, colour: str) -> str:
    return _source(icon).replace("currentColor", colour)


@cache
def _source(icon: str) -> str:
    return (RESOURCES / "icons" / f"{icon}.svg").read_text(encoding="utf-8")


def _drawn(icon: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    # Loading it takes longer than the first window has; that one has no icons.
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    side = round(pixels * ratio)
    made = QPixmap(QSize(side, side))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(_svg(icon, colour).encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def rounded(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, edge: QColor | None = None, width: float = 1.0
) -> None:
    """A rounded rectangle whose edge lies inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(edge, width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)

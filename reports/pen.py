"""Strings, rules and pictures of one page, gathered and then written in one text object and one path each."""

from __future__ import annotations

import io
from typing import Any

from reportlab.lib.utils import ImageReader

from reports import fonts
from reports.fonts import Face

THIN = 0.7
THICK = 1.4


class Pen:
    """Draws in points from the lower left corner, black only: grey does not survive two photocopies."""

    def __init__(self) -> None:
        self._texts: list[tuple[float, float, Face, str]] = []
        self._rules: dict[float, list[tuple[float, float, float, float]]] = {THIN: [], THICK: []}
        self._uprights: dict[float, list[float]] = {}
        self._pictures: list[tuple[float, float, float, float, bytes]] = []

    def text(self, x: float, y: float, text: str, face: Face, lean: float = 0) -> None:
        """`lean` is the share of the width that lies left of x: 0 left, 0.5 centred, 1 right aligned."""
        if lean:
            x -= lean * fonts.width(text, face)
        for font, run in fonts.runs(text, face.font):
            part = Face(font, face.size)
            self._texts.append((x, y, part, run))
            if run is not text:
                x += fonts.width(run, part)

    def rule(self, x1: float, y: float, x2: float, weight: float = THIN) -> None:
        self._rules[weight].append((x1, y, x2, y))

    def upright(self, x: float, top: float, bottom: float) -> None:
        """A vertical rule; one that continues the last at the same x makes it longer."""
        last = self._uprights.get(x)
        if last and abs(last[1] - top) < 0.01:
            last[1] = bottom
            return
        if last:
            self._rules[THIN].append((x, last[0], x, last[1]))
        self._uprights[x] = [top, bottom]

    def box(self, x: float, y: float, width: float, height: float, weight: float = THIN) -> None:
        """A rectangle from its lower left corner."""
        x2, y2 = x + width, y + height
        self._rules[weight] += [(x, y, x2, y), (x2, y, x2, y2), (x2, y2, x, y2), (x, y2, x, y)]

    def picture(self, x: float, y: float, width: float, height: float, jpeg: bytes) -> None:
        """A JPEG from its lower left corner, as large as it can be in this room without being stretched."""
        self._pictures.append((x, y, width, height, jpeg))

    def write(self, canvas: Any) -> None:
        """Put everything gathered on the canvas's current page."""
        self._rules[THIN] += [(x, top, x, bottom) for x, (top, bottom) in self._uprights.items()]
        for weight, lines in self._rules.items():
            if lines:
                canvas.setLineWidth(weight)
                canvas.addLiteral("\n".join([f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l" for a, b, c, d in lines] + ["S"]))
        for x, y, width, height, jpeg in self._pictures:
            image = ImageReader(io.BytesIO(jpeg))
            canvas.drawImage(image, x, y, width, height, preserveAspectRatio=True, anchor="c")
        page = canvas.beginText()
        current = None
        for x, y, face, text in self._texts:
            if face != current:
                page.setFont(*face)
                current = face
            page.setTextOrigin(x, y)
            page.textLine(text)
        canvas.drawText(page)

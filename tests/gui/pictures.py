"""Whether two pictures show the same, on whatever machine they were drawn.

Fonts, Qt, sizes and hinting (none) are the same everywhere; smoothing is the machine's: strokes are darker or lighter
by parts of a pixel. So pictures are compared by the mean colours of blocks of 8 x 8 pixels of the screen, which that
hardly moves, while what is missing leaves a cluster of other blocks behind. Measured on all baselines: storing them in
few colours changes at most 5 blocks, the loss of the smallest button of all (two characters) 11, of others 13 to 99.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

SCALE = 2
"""Baselines are stored at half size."""
BLOCK = 4
"""In pixels of the stored picture."""
STEP = 12
"""A block differs where a channel of its mean colour is farther away than this, of 255."""
ALLOWED = 8
"""So many blocks may differ."""
VEIL = "#808080"
_COLOURS, _ROUNDS = 256, 3


@dataclass(frozen=True, slots=True)
class Difference:
    """How many blocks differ, and the picture of them."""

    blocks: int
    shown: Image.Image

    @property
    def same(self) -> bool:
        return self.blocks <= ALLOWED


def grabbed(widget: QWidget, veiled: tuple[QRect, ...] = ()) -> Image.Image:
    """What the widget shows at half size; what is another every time lies under a grey veil."""
    picture = widget.grab()
    painter = QPainter(picture)
    for rect in veiled:
        painter.fillRect(rect, QColor(VEIL))
    painter.end()
    width, height = picture.width() // SCALE, picture.height() // SCALE
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.toImage().scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    plain = small.convertToFormat(QImage.Format.Format_RGB888)
    shape, bits = (plain.width(), plain.height()), bytes(plain.constBits())
    return Image.frombytes("RGB", shape, bits, "raw", "RGB", plain.bytesPerLine())


def difference(expected: Image.Image, actual: Image.Image) -> Difference:
    """Pictures of other sizes differ everywhere."""
    if expected.size != actual.size:
        return Difference(actual.width * actual.height, actual)
    small = (actual.width // BLOCK, actual.height // BLOCK)
    means = [one.convert("RGB").resize(small, Image.Resampling.BOX) for one in (expected, actual)]
    farthest = Image.new("L", small)
    for band in ImageChops.difference(*means).split():
        farthest = ImageChops.lighter(farthest, band)
    marked = farthest.point(lambda value: 255 if value > STEP else 0)
    return Difference(marked.histogram()[255], marked.resize(actual.size))


def save(picture: Image.Image, path: Path) -> None:
    """Small: few colours and no dither, which the comparison does not notice."""
    path.parent.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(_COLOURS, Image.Quantize.MEDIANCUT, _ROUNDS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def beside(expected: Image.Image, actual: Image.Image, found: Difference) -> Image.Image:
    """What should stand there, what stands there, and where they differ."""
    parts = (expected.convert("RGB"), actual, found.shown.convert("RGB"))
    made = Image.new("RGB", (sum(one.width for one in parts), max(one.height for one in parts)))
    left = 0
    for one in parts:
        made.paste(one, (left, 0))
        left += one.width
    return made

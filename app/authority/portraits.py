"""Drawn stand-ins for registration photos: plainly nobody, and small."""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageDraw

SIZE = (295, 413)
VARIANTS = 36
_SKINS = ("#f2d3b8", "#e9c4a4", "#dbb08c", "#f6dcc8")
_HAIRS = ("#1d1a19", "#2b211c", "#3a2d27", "#54504e")
_COATS = ("#2f4a6d", "#5b2f3a", "#39523f", "#44444c", "#7a6a4a", "#3d3a63")
_QUALITY = 30
_SOI = b"\xff\xd8"
_COMMENT = b"\xff\xfe"


def portraits(random: Random) -> list[bytes]:
    return [_jpeg(random) for _ in range(VARIANTS)]


def tagged(jpeg: bytes, ticket: str) -> bytes:
    """The same picture with the ticket as its comment, so that no two candidates share a file."""
    text = ticket.encode("ascii")
    return _SOI + _COMMENT + (len(text) + 2).to_bytes(2, "big") + text + jpeg[len(_SOI) :]


def _jpeg(random: Random) -> bytes:
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    skin, hair, coat = random.choice(_SKINS), random.choice(_HAIRS), random.choice(_COATS)
    middle, wide, tall = SIZE[0] // 2, random.randint(60, 72), random.randint(78, 92)
    eyes = 185 + random.randint(-6, 6)
    if random.random() < 0.5:
        draw.ellipse((middle - wide - 18, 80, middle + wide + 18, 330), hair)
    draw.ellipse((middle - 135, 300, middle + 135, 560), coat)
    draw.polygon(((middle - 34, 300), (middle + 34, 300), (middle, 350)), "white")
    draw.rectangle((middle - 26, 250, middle + 26, 306), skin)
    draw.ellipse((middle - wide, 190 - tall, middle + wide, 190 + tall), skin)
    draw.pieslice(
        (middle - wide - 6, 180 - tall, middle + wide + 6, 180 + tall), 180 + random.randint(0, 18), 360, hair
    )
    for side in (-1, 1):
        draw.ellipse((middle + side * 27 - 5, eyes - 5, middle + side * 27 + 5, eyes + 5), "#222222")
    if random.random() < 0.3:
        for side in (-1, 1):
            draw.ellipse((middle + side * 27 - 19, eyes - 15, middle + side * 27 + 19, eyes + 15), None, "#333333", 3)
    draw.arc((middle - 20, eyes + 30, middle + 20, eyes + 52), 20, 160, "#a0524a", 3)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()

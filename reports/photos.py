"""Photos as they are printed: small and grey, so that a chart of a full room stays a small file."""

from __future__ import annotations

import io

from PIL import Image

SIZE = (200, 280)
"""Dots; 300 to the inch on a chart."""
_MOST = 40_000_000
"""Dots of a photo that is opened; registration takes far smaller ones."""


def printable(jpeg: bytes) -> bytes | None:
    """None for what is no photo. The same photo gives the same bytes."""
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as photo:
            if photo.width * photo.height > _MOST:
                return None
            photo.draft("L", SIZE)
            grey = photo.convert("L")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    grey.thumbnail(SIZE)
    made = io.BytesIO()
    grey.save(made, "JPEG", quality=80)
    return made.getvalue()

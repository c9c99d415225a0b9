"""Pages of PDFs as grey pictures; one thread at a time, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]  # it ships no types

_POINTS = 72
_MOST = 60_000_000
"""Pixels of one page: a larger one is drawn coarser."""
_pdfium = Lock()
"""PDFium must not be entered by two threads; the screen, the printer and the scanner each have their own."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey, a byte a pixel; a row takes `stride` bytes. The bytes stay valid as long as somebody holds them."""

    grey: bytes
    width: int
    height: int
    stride: int


def count(pdf: bytes) -> int:
    """How many pages; raises pypdfium2.PdfiumError for what is no PDF."""
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def size(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page in points."""
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        width, height = document.get_page_size(0)
        return width, height


def page(pdf: bytes, number: int, dpi: int) -> Picture:
    """One page, counted from 0."""
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        sheet = document[number]
        width, height = sheet.get_size()
        scale = min(dpi / _POINTS, (_MOST / (width * height)) ** 0.5)
        drawn = sheet.render(scale=scale, grayscale=True)
        # A copy, because the bitmap goes with the document.
        made = Picture(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride)
        drawn.close()
        sheet.close()
    return made

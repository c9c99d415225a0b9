"""Reading foreign pictures and PDFs for their codes, in a process of its own: no file of a scanner ends the console."""

from __future__ import annotations

import io
import struct
import sys
import warnings
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import zxingcpp
from PIL import Image, ImageSequence

from app.exchange import outbox
from app.service import pdf_pages
from app.trouble import Code, Trouble

LARGEST = 200 << 20
"""Bytes of one file."""
MOST_PAGES = 600
DPI = 150
MEMORY = 3 << 29
"""Bytes of address space; a few kilobytes of PDF can ask for all there is."""
_DAMAGED = (
    pypdfium2.PdfiumError,
    ArithmeticError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""What readers of pictures raise over bytes that are none; Pillow names no one class."""
Read = tuple[int, int, tuple[str, ...]]
"""A page, counted from 1, of how many, and the texts of its codes."""


def read(path: Path) -> Iterator[Read]:
    """Page after page. Raises FILE_MISSING, FILE_TOO_LARGE and FILE_DAMAGED."""
    content = outbox.read_bytes(path, LARGEST)
    try:
        with warnings.catch_warnings():
            # A picture of absurd size is no scan.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            for number, total, image in _pages(content):
                wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
                yield number, total, tuple(one.text for one in zxingcpp.read_barcodes(image, formats=wanted))
    except (*_DAMAGED, Image.DecompressionBombError, Warning) as cause:
        raise Trouble(Code.FILE_DAMAGED, file=path.name) from cause


def _pages(content: bytes) -> Iterator[tuple[int, int, Image.Image]]:
    if content.startswith(b"%PDF"):
        total = min(pdf_pages.count(content), MOST_PAGES)
        for number in range(total):
            drawn = pdf_pages.page(content, number, DPI)
            size = (drawn.width, drawn.height)
            yield number + 1, total, Image.frombuffer("L", size, drawn.grey, "raw", "L", drawn.stride, 1)
        return
    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "TIFF")) as picture:
        total = min(getattr(picture, "n_frames", 1), MOST_PAGES)
        for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
            if number > total:
                return
            yield number, total, frame.convert("L")


def serve(pipe: Connection, path: str) -> None:
    """In the process of its own: a page for each request, None after the last, or the code of what is wrong."""
    _limit()
    pages = read(Path(path))
    while True:
        try:
            pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(next(pages, None))
        except Trouble as trouble:
            pipe.send(trouble.code)
            return


def _limit() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

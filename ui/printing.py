"""Sheets as pictures: for the screen, and page by page onto a printer."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.trouble import Code, Trouble
from ui.lanes import Progress

PAPER_DPI, SCREEN_DPI = 300, 144
_POINTS = 72
_pdfium = Lock()
"""PDFium must not be entered by two threads, and the screen and the printer each have their own."""


def page_count(pdf: bytes) -> int:
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def pages(pdf: bytes, dpi: int) -> Iterator[QImage]:
    """Page after page in grey, each rendered when it is asked for; on any thread."""
    for number in range(page_count(pdf)):
        yield _page(pdf, number, dpi)


def _page(pdf: bytes, number: int, dpi: int) -> QImage:
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        page = document[number]
        drawn = page.render(scale=dpi / _POINTS, grayscale=True)
        grey = QImage.Format.Format_Grayscale8
        # A copy, because the bitmap goes with the document.
        made = QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, grey).copy()
        drawn.close()
        page.close()
    return made


def images(pdf: bytes, progress: Progress) -> tuple[QImage, ...]:
    """Every page for the screen; raises Cancelled."""
    made = []
    for number, image in enumerate(pages(pdf, SCREEN_DPI)):
        progress(number, page_count(pdf))
        made.append(image)
    return tuple(made)


def printers() -> tuple[str, ...]:
    """The names of this machine's printers, the usual one first; a print server that is gone makes this slow."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))


def print_on(pdf: bytes, name: str, progress: Progress) -> None:
    """Send every page to the printer of this name; raises PRINTER_FAILED and Cancelled.

    That it returns says only that the system took the pages; whether paper came out, a person says.
    """
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise Trouble(Code.PRINTER_FAILED, printer=name)
    paint(pdf, QPrinter(info, QPrinter.PrinterMode.HighResolution), name, progress)


def paint(pdf: bytes, printer: QPrinter, name: str, progress: Progress) -> None:
    """`name` is what people call this printer."""
    printer.setDocName("examsite")
    printer.setResolution(PAPER_DPI)
    printer.setPageLayout(_layout(pdf))
    printer.setFullPage(True)
    painter, total = QPainter(), page_count(pdf)
    if not painter.begin(printer):
        raise Trouble(Code.PRINTER_FAILED, printer=name)
    try:
        for number, image in enumerate(pages(pdf, PAPER_DPI)):
            progress(number, total)
            if number and not printer.newPage():
                raise Trouble(Code.PRINTER_FAILED, printer=name)
            sheet = printer.pageLayout().fullRectPixels(printer.resolution())
            painter.drawImage(QRectF(sheet), image)
        progress(total, total)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise Trouble(Code.PRINTER_FAILED, printer=name)


def _layout(pdf: bytes) -> QPageLayout:
    """The paper that the form was drawn for, to its edges."""
    with _pdfium, pypdfium2.PdfDocument(pdf) as document:
        width, height = document.get_page_size(0)
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())

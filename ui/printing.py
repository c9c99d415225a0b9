"""Sheets as pictures: for the screen, and page by page onto a printer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.service import pdf_pages
from app.trouble import Code, Trouble
from ui.lanes import Progress

PAPER_DPI, SCREEN_DPI = 300, 144


def pages(pdf: bytes, dpi: int) -> Iterator[QImage]:
    """Page after page in grey, each rendered when it is asked for; on any thread."""
    for number in range(pdf_pages.count(pdf)):
        yield _page(pdf, number, dpi)


def _page(pdf: bytes, number: int, dpi: int) -> QImage:
    drawn = pdf_pages.page(pdf, number, dpi)
    return QImage(drawn.grey, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_Grayscale8)


def images(pdf: bytes, progress: Progress) -> tuple[QImage, ...]:
    """Every page for the screen; raises Cancelled."""
    made = []
    for number, image in enumerate(pages(pdf, SCREEN_DPI)):
        progress(number, pdf_pages.count(pdf))
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
    painter, total = QPainter(), pdf_pages.count(pdf)
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
    width, height = pdf_pages.size(pdf)
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())

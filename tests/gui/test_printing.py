"""Sheets onto paper: every page of the kept bytes, whole, and a printer that does not do it is named."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.service import pdf_pages
from app.trouble import Code, Trouble
from ui import printing
from ui.lanes import Cancelled, Lane, Progress


@pytest.fixture
def sheet() -> bytes:
    """Two pages: a black block at the top left of the first, at the lower right of the second."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.rect(0, A4[1] - 144, 144, 144, stroke=0, fill=1)
    canvas.showPage()
    canvas.rect(A4[0] - 144, 0, 144, 144, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def progress(said: list[tuple[int, int]]) -> Progress:
    return Progress(lambda done, total: said.append((done, total)))


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def blackness(page: pypdfium2.PdfPage) -> tuple[int, int]:
    """Grey at the top left and at the lower right corner, 0 is black."""
    picture = page.render(scale=1, grayscale=True)
    content, stride = bytes(picture.buffer), picture.stride
    return content[40 * stride + 40], content[(picture.height - 40) * stride + picture.width - 40]


def test_every_page_comes_out_at_its_size_and_place(qapp: object, tmp_path: Path, sheet: bytes) -> None:
    said: list[tuple[int, int]] = []
    printing.paint(sheet, to_file(tmp_path / "out.pdf"), "file", progress(said))
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as printed:
        assert len(printed) == 2
        assert [round(side) for side in printed.get_page_size(0)] == [595, 842]
        assert blackness(printed[0]) == (0, 255)
        assert blackness(printed[1]) == (255, 0)
    assert said == [(0, 2), (1, 2), (2, 2)]


def test_a_lane_prints_as_well(qtbot: QtBot, tmp_path: Path, sheet: bytes) -> None:
    lane = Lane("printer")
    job = lane.send(lambda progress: printing.paint(sheet, to_file(tmp_path / "out.pdf"), "file", progress))
    with qtbot.waitSignal(job.finished):
        pass
    lane.close()
    assert pdf_pages.count((tmp_path / "out.pdf").read_bytes()) == 2


def test_what_was_given_up_is_not_finished(qapp: object, tmp_path: Path, sheet: bytes) -> None:
    wanted = progress([])
    wanted.cancel()
    with pytest.raises(Cancelled):
        printing.paint(sheet, to_file(tmp_path / "out.pdf"), "file", wanted)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_is_not_there_or_does_not_begin_is_named(qapp: object, tmp_path: Path, sheet: bytes) -> None:
    with pytest.raises(Trouble) as caught:
        printing.print_on(sheet, "No Such Printer", progress([]))
    assert (caught.value.code, caught.value.facts) == (Code.PRINTER_FAILED, {"printer": "No Such Printer"})
    with pytest.raises(Trouble) as caught:
        printing.paint(sheet, to_file(tmp_path / "missing" / "out.pdf"), "desk", progress([]))
    assert (caught.value.code, caught.value.facts) == (Code.PRINTER_FAILED, {"printer": "desk"})


def test_pictures_for_the_screen_are_whole_pages(qapp: object, sheet: bytes) -> None:
    first, second = printing.images(sheet, progress([]))
    assert first.size() == second.size()
    assert (first.width(), first.height()) == (1191, 1684)
    assert first.pixelColor(20, 20).value() == 0
    assert first.pixelColor(1180, 1670).value() == 255


def test_printers_have_names(qapp: object) -> None:
    assert all(printing.printers())

"""Scans of signed sheets: their codes read, matched with the copies that were printed, and kept as personal data."""

from __future__ import annotations

import io
import secrets
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import zxingcpp
from PIL import Image, ImageSequence

from app.core.operation import Refusal, Signer
from app.core.paper_state import Copy, PaperRef, RecordCopy
from app.core.records import ROOM_RECORD, RoomForm
from app.core.signing import AttachScan
from app.core.site_form import SiteForm
from app.core.terms import Digest
from app.exchange import outbox
from app.service import pdf_pages, site_sheets, working_papers
from app.service.console import Console
from app.service.records import kept_bytes, room_paper
from app.trouble import Code, Trouble
from app.views.paper_check import Checked, check
from app.views.paper_code import SheetCode, copy_of, parse

LARGEST = 200 << 20
"""Bytes of one file."""
MOST_PAGES = 600
DPI = 150
SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a scan, counted from 1; `code` is None where no code of ours could be read."""

    file: Path
    number: int
    code: SheetCode | None


@dataclass(frozen=True, slots=True)
class Scanned:
    """The pages of one copy that were found in one file: `pages` of `of`."""

    copy: Copy
    file: Path
    pages: int
    of: int

    @property
    def ref(self) -> PaperRef:
        return PaperRef(self.copy.form, self.copy.subject, self.copy.copy)

    @property
    def whole(self) -> bool:
        return self.pages >= self.of


def look(path: Path, progress: Callable[[int, int], None] = lambda _done, _total: None) -> tuple[Page, ...]:
    """Every page with its code; on any thread. Raises FILE_MISSING, FILE_TOO_LARGE and FILE_DAMAGED."""
    content = outbox.read_bytes(path, LARGEST)
    found = []
    try:
        with warnings.catch_warnings():
            # A picture of absurd size is no scan.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            for number, total, image in _pages(content):
                progress(number - 1, total)
                found.append(Page(path, number, _code(image)))
    except (pypdfium2.PdfiumError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as cause:
        raise Trouble(Code.FILE_DAMAGED, file=path.name) from cause
    return tuple(found)


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


def _code(image: Image.Image) -> SheetCode | None:
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    codes = (parse(one.text) for one in zxingcpp.read_barcodes(image, formats=wanted))
    return next((code for code in codes if code), None)


def match(console: Console, pages: Iterable[Page]) -> tuple[Scanned, ...]:
    """Which copies these pages are, file by file, in the order in which they came."""
    found: dict[tuple[str, str, int, Path], Scanned] = {}
    for page in pages:
        copy = copy_of(console.site, page.code) if page.code else None
        if copy is None:
            continue
        key = (copy.form, copy.subject, copy.copy, page.file)
        before = found.get(key)
        of = before.of if before else pdf_pages.count(kept_bytes(console, copy))
        found[key] = Scanned(copy, page.file, min(before.pages + 1 if before else 1, of), of)
    return tuple(found.values())


def attach(console: Console, scanned: Sequence[Scanned], *signers: Signer) -> Refusal | None:
    """Keep these files and note of which copies they are; stops at the first no.

    Raises FILE_MISSING and FILE_TOO_LARGE.
    """
    kept: dict[Path, Digest] = {}
    for one in scanned:
        operation = AttachScan(one.ref, kept.get(one.file, Digest("")), one.pages, one.of)
        if no := console.foresee(operation, *signers):
            return no
        if one.file not in kept:
            sealed = console.store.keys.seal(outbox.read_bytes(one.file, LARGEST), secrets.token_bytes(12))
            kept[one.file] = console.store.blobs.put(sealed)
        done = console.submit(AttachScan(one.ref, kept[one.file], one.pages, one.of), *signers)
        if done:
            return done
    return None


def check_page(console: Console, code: SheetCode) -> Checked:
    """What the sheet that bears this code is worth now."""
    there = console.store.journal.part(code.entry, code.entry) if code.entry else ()
    copy = copy_of(console.site, code)
    now = content_now(console, copy) if copy else None
    return check(console.site, code, there[0].head.hex() if there else None, now)


def content_now(console: Console, copy: Copy) -> Digest | None:
    """The digest of what this sheet would say now; None where it could not be made any more."""
    if not isinstance(copy, RecordCopy):
        form = SiteForm(copy.form)
        papers = site_sheets.papers(console, (form,))
        return next((one.content for one in papers if one.subject == copy.subject), None)
    if copy.form == ROOM_RECORD:
        return room_paper(console, copy.session, copy.room).content
    paper = working_papers.paper_of(console, RoomForm(copy.form), copy.session, copy.room)
    return paper.content if paper else None

"""Scans of signed sheets: their codes read, matched with the copies that were printed, and kept as personal data."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

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
from app.service.scan_reading import LARGEST, serve
from app.trouble import Code, Trouble
from app.views.paper_check import Checked, check
from app.views.paper_code import SheetCode, copy_of, parse
from devices.locks.process import Child

PAGE_SECONDS = 20.0
"""For one page, the start of the process included; a page that takes longer is no scan."""
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
    child = Child(serve, str(path), name="scan")
    found: list[Page] = []
    try:
        while isinstance(answer := child.ask("next", PAGE_SECONDS), tuple):
            number, total, texts = answer
            codes = (parse(text) for text in texts)
            found.append(Page(path, number, next((code for code in codes if code), None)))
            progress(number, total)
    finally:
        child.close()
    if answer is not None:
        code = answer if isinstance(answer, Code) else Code.FILE_DAMAGED
        raise Trouble(code, **({"limit": LARGEST} if code is Code.FILE_TOO_LARGE else {}), file=path.name)
    return tuple(found)


def match(console: Console, pages: Iterable[Page]) -> tuple[Scanned, ...]:
    """Which copies these pages are, file by file, in the order in which they came."""
    found: dict[tuple[str, str, int, Path], Scanned] = {}
    for page in pages:
        copy = copy_of(console.site, page.code) if page.code and _of_this_journal(console, page.code) else None
        if copy is None:
            continue
        key = (copy.form, copy.subject, copy.copy, page.file)
        before = found.get(key)
        of = before.of if before else pdf_pages.count(kept_bytes(console, copy))
        found[key] = Scanned(copy, page.file, min(before.pages + 1 if before else 1, of), of)
    return tuple(found.values())


def _of_this_journal(console: Console, code: SheetCode) -> bool:
    """A sheet of another store is none of these copies, whatever it says."""
    head = _head_at(console, code.entry)
    return code.site == console.site.code.upper() and head is not None and head.startswith(code.head)


def _head_at(console: Console, entry: int) -> str | None:
    there = console.store.journal.part(entry, entry) if entry else ()
    return there[0].head.hex() if there else None


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
    copy = copy_of(console.site, code)
    now = content_now(console, copy) if copy else None
    return check(console.site, code, _head_at(console, code.entry), now)


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

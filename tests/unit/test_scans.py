"""Scans of sheets: read from PDFs and pictures, matched with their copies, kept as personal data, and judged."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.core.custody import IssueLock, ReturnLocks
from app.core.paper_state import PaperRef, Scan
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.records import ReprintReason
from app.core.signing import AttachScan, NotTheSheetToSign, ScanHasFewer
from app.core.site_form import SiteForm
from app.core.terms import LockSerial, RoomId
from app.service import scan_reading, scans, site_sheets
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.scans import Page, Scanned
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from app.views.paper_check import Verdict
from app.views.paper_code import SheetCode, parse
from reports import site_sheet
from tests.builders import D1
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange

LOCK = LockSerial("JK-1")
LOCKS = (RegisteredLock(LOCK, RegisteredAs.INVIGILATION, "{}", software=True, room=RoomId("001"), reference="R-1"),)
TODAY = EVE.date().isoformat()


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    place = Place(tmp_path)
    place.enrol().console.store.close()
    console = unlock(place.store, place.lock(), DrivenClock(EVE))
    arrange(console, room_locks=LOCKS)
    assert console.submit(IssueLock(LOCK, OFFICER.id), ADMIN, OFFICER) is None
    yield console
    console.store.abandon()


def look(path: Path) -> tuple[Page, ...]:
    """As `scans.look`, in this process: starting another one takes most of a second."""
    return tuple(Page(path, n, next(filter(None, map(parse, texts)), None)) for n, _, texts in scan_reading.read(path))


def printed(console: Console, reason: ReprintReason | None = None) -> bytes:
    pdf = site_sheets.print_sheet(console, SiteForm.CUSTODY, TODAY, site_sheet.draw, ADMIN, reason=reason)
    assert isinstance(pdf, bytes)
    return pdf


def scanned(folder: Path, pdf: bytes, name: str = "scan.pdf") -> Path:
    path = folder / name
    path.write_bytes(pdf)
    return path


def pictures(folder: Path, pdf: bytes, dpi: int, suffix: str) -> list[Path]:
    path = scanned(folder, pdf)
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(path), str(folder / "page")], check=True)
    made = sorted(folder.glob("page*.png"))
    for one in made:
        with Image.open(one) as image:
            image.rotate(1.3, fillcolor="white").convert("L").save(one.with_suffix(suffix))
    return [one.with_suffix(suffix) for one in made]


def code_of(console: Console, path: Path) -> SheetCode:
    code = look(path)[0].code
    assert code
    return code


def verdict(console: Console, path: Path) -> Verdict:
    return scans.check_page(console, code_of(console, path)).verdict


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_a_code_is_read_off_a_picture_that_lies_askew(console: Console, tmp_path: Path, suffix: str) -> None:
    (path,) = pictures(tmp_path, printed(console), 150, suffix)
    (page,) = look(path)
    assert (page.number, page.code and page.code.form) == (1, "E14")


def test_every_page_is_matched_with_its_copy(console: Console, tmp_path: Path) -> None:
    path = scanned(tmp_path, printed(console))
    pages = look(path)
    copy = console.site.sheets[0]
    assert scans.match(console, pages) == (Scanned(copy, path, 1, 1),)
    stranger = Page(path, 2, None)
    assert scans.match(console, (stranger, *pages, *pages)) == (Scanned(copy, path, 1, 1),)


def test_what_is_not_whole_is_told(console: Console, tmp_path: Path) -> None:
    path = scanned(tmp_path, printed(console))
    copy = console.site.sheets[0]
    assert not Scanned(copy, path, 1, 2).whole
    assert Scanned(copy, path, 2, 2).whole


def test_a_scan_is_kept_under_the_key_of_personal_data(console: Console, tmp_path: Path) -> None:
    path = scanned(tmp_path, printed(console))
    found = scans.match(console, look(path))
    assert scans.attach(console, found, ADMIN) is None
    kept = console.site.sheets[0].scan
    assert kept is not None
    assert kept == Scan(kept.file, 1, 1)
    sealed = console.store.blobs.get(kept.file)
    assert sealed[12:].find(b"%PDF") == -1
    assert console.store.keys.unseal(sealed) == path.read_bytes()
    assert kept.file in console.site.blobs


def test_nothing_is_kept_of_a_scan_that_is_refused(console: Console, tmp_path: Path) -> None:
    path = scanned(tmp_path, printed(console))
    (found,) = scans.match(console, look(path))
    assert scans.attach(console, (Scanned(found.copy, path, 1, 2),), ADMIN) is None
    before = tuple(console.store.blobs.digests())
    whole = Scanned(found.copy, path, 2, 2)
    assert scans.attach(console, (whole,), ADMIN) is None
    kept = tuple(console.store.blobs.digests())
    assert scans.attach(console, (found,), ADMIN) == ScanHasFewer(1, 2)
    assert len(before) < len(kept)
    assert tuple(console.store.blobs.digests()) == kept


def test_a_copy_that_was_never_made_takes_no_scan(console: Console) -> None:
    asked = AttachScan(PaperRef("E14", TODAY, 1), D1, 1, 1)
    assert console.submit(asked, ADMIN) == NotTheSheetToSign("E14", TODAY, 0)


def test_the_newest_copy_is_current_and_the_one_before_is_not(console: Console, tmp_path: Path) -> None:
    first = scanned(tmp_path, printed(console), "first.pdf")
    assert verdict(console, first) is Verdict.CURRENT
    again = scanned(tmp_path, printed(console, ReprintReason.LOST), "again.pdf")
    assert [verdict(console, one) for one in (first, again)] == [Verdict.SUPERSEDED, Verdict.CURRENT]
    assert scans.check_page(console, code_of(console, first)).newest == 2


def test_a_change_of_what_the_sheet_says_supersedes_every_copy(console: Console, tmp_path: Path) -> None:
    first = scanned(tmp_path, printed(console))
    assert console.submit(ReturnLocks((LOCK,)), ADMIN, OFFICER) is None
    assert verdict(console, first) is Verdict.SUPERSEDED


def test_a_draft_counts_as_no_copy(console: Console, tmp_path: Path) -> None:
    pdf = site_sheets.preview_sheet(console, SiteForm.CUSTODY, TODAY, site_sheet.draw)
    assert pdf
    assert verdict(console, scanned(tmp_path, pdf)) is Verdict.DRAFT


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"site": "999999"}, Verdict.OTHER_SITE),
        ({"head": "0" * 16}, Verdict.OTHER_HISTORY),
        ({"entry": 999_999}, Verdict.OTHER_HISTORY),
        ({"entry": 0}, Verdict.OTHER_HISTORY),
        ({"record": "0" * 16}, Verdict.UNKNOWN),
        ({"copy": 9}, Verdict.UNKNOWN),
        ({"form": "E01"}, Verdict.UNKNOWN),
        ({"form": "R01"}, Verdict.NOT_KEPT),
    ],
)
def test_a_code_that_was_altered_shows(
    console: Console, tmp_path: Path, change: dict[str, object], expected: Verdict
) -> None:
    code = code_of(console, scanned(tmp_path, printed(console)))
    fields = {name: getattr(code, name) for name in SheetCode.__slots__}
    assert scans.check_page(console, SheetCode(**fields | change)).verdict is expected


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 not really", b"\x89PNG\r\n\x1a\n cut", b"plain words", b"GIF89a" + bytes(40)]
)
def test_what_is_no_scan_is_named(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Trouble) as caught:
        look(scanned(tmp_path, content))
    assert caught.value.code is Code.FILE_DAMAGED


def test_a_picture_of_absurd_size_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.png"
    Image.new("1", (4000, 4000)).save(path)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1_000_000)
    with pytest.raises(Trouble) as caught:
        look(path)
    assert caught.value.code is Code.FILE_DAMAGED


def test_other_codes_are_no_sheets() -> None:
    good = "EXAMSITE1:E14:210101:-:-:1:12:0123456789ABCDEF:FEDCBA9876543210"
    assert parse(good) == SheetCode("E14", "210101", "-", "-", 1, 12, "0123456789abcdef", "fedcba9876543210")
    wrong = (good.lower(), good + "0", "x" + good, good.replace("1:12", "1:x"), "https://example.org", "")
    assert [parse(text) for text in wrong] == [None] * len(wrong)


def test_a_scan_is_read_in_a_process_of_its_own(console: Console, tmp_path: Path) -> None:
    path = scanned(tmp_path, printed(console))
    seen: list[tuple[int, int]] = []
    assert scans.look(path, lambda done, total: seen.append((done, total))) == look(path)
    assert seen == [(1, 1)]


@pytest.mark.parametrize(
    ("content", "code"), [(b"no scan", Code.FILE_DAMAGED), (None, Code.FILE_MISSING), (bytes(9), Code.FILE_TOO_LARGE)]
)
def test_what_the_process_finds_wrong_is_named(tmp_path: Path, content: bytes | None, code: Code) -> None:
    path = tmp_path / "scan.pdf"
    if content is not None:
        path.write_bytes(content)
    if code is Code.FILE_TOO_LARGE:
        with path.open("wb") as file:
            file.truncate(scan_reading.LARGEST + 1)
    with pytest.raises(Trouble) as caught:
        scans.look(path)
    assert caught.value.code is code


def test_a_page_that_eats_time_and_memory_ends_its_process_and_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forms drawn ten times in forms, nine deep: three kilobytes that no reader finishes."""
    monkeypatch.setattr(scans, "PAGE_SECONDS", 1.5)
    with pytest.raises(Trouble) as caught:
        scans.look(scanned(tmp_path, _nested(9, 10)))
    assert caught.value.code is Code.FILE_DAMAGED


def _nested(deep: int, wide: int) -> bytes:
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"
    objects += [page, _stream(b"/F Do", b"")]
    for level in range(deep):
        inner = b"/F Do " * wide if level < deep - 1 else b"0 0 1 1 re f"
        below = b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + level) if level < deep - 1 else b""
        objects.append(_stream(inner, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + below))
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(out)


def _stream(content: bytes, head: bytes) -> bytes:
    return b"<<" + head + b"/Length %d>>stream\n" % len(content) + content + b"\nendstream\n"

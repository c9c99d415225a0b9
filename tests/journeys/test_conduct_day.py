"""A day with three violations and an incident: every paper printed, signed, scanned and handed over."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from app.core.room_state import Presence
from app.core.site_form import SiteForm
from app.core.terms import SessionId
from app.core.violation_state import KeptAt
from app.exchange import outbox
from app.rehearsal.ground import PIN
from app.service import pdf_pages, scans
from app.service.clock import SiteClock
from app.service.console import Console
from app.service.unlock import unlock
from app.views.paper_check import Verdict
from app.views.paper_code import parse
from app.views.site_papers import FORMS
from devices.locks.software import SoftwareLock
from tests.journeys.day import rehearse

SESSION = SessionId("1-1")
ELSEWHERE = {
    SiteForm.TRANSFERS,
    SiteForm.DELAY_APPLICATION,
    SiteForm.EXTRA_TIME_APPLICATION,
    SiteForm.STANDALONE,
    SiteForm.AUTHORITIES,
    SiteForm.DELAYS,
    SiteForm.AWAITING,
    SiteForm.CLEANUP,
}
"""Printed by the rehearsals of an overbooked site, of a power cut and of broken machines; and after the cleaning."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("conduct") / "out"
    rehearse(out, "liaoning-2021-senior", 1, 40, conduct=True, preparation=True)
    return out


@pytest.fixture(scope="module")
def console(out: Path) -> Console:
    lock = SoftwareLock.open(out / "locks" / "site", PIN)
    assert isinstance(lock, SoftwareLock)
    return unlock(out / "store", lock, SiteClock())


def sheets(out: Path, form: str) -> list[Path]:
    return sorted((out / "records").glob(f"{form}-*.pdf"))


def text(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode()


def test_every_form_of_the_list_is_printed(out: Path) -> None:
    expected = set(FORMS) - ELSEWHERE
    assert {form for form in expected if not sheets(out, form)} == set()
    assert len(list((out / "records").glob("1-1-*.pdf"))) == 1


def test_both_readers_read_every_code_at_150_dpi(out: Path, tmp_path: Path) -> None:
    """The first page of one sheet of each form."""
    read, wanted = {}, zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for path in {path.name[:3]: path for path in (out / "records").glob("[1ER]*.pdf")}.values():
        drawn = pdf_pages.page(path.read_bytes(), 0, 150)
        image = Image.frombuffer("L", (drawn.width, drawn.height), drawn.grey, "raw", "L", drawn.stride, 1)
        page = tmp_path / f"{path.stem}.png"
        image.save(page, compress_level=1)
        (read[str(page)],) = (one.text for one in zxingcpp.read_barcodes(image, formats=wanted))
    assert len(read) == len(FORMS) - len(ELSEWHERE) + 1
    assert all(map(parse, read.values()))
    command = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", *read]
    seen = subprocess.run(command, check=True, capture_output=True)
    assert seen.stdout.decode().split() == list(read.values())


def test_a_record_names_whom_it_tells_of(out: Path, console: Console) -> None:
    for number, violation in console.site.violations.items():
        said = text(out / "records" / f"E02-{number}.pdf")
        assert violation.ticket
        name = console.directory.name(violation.ticket)
        assert name
        assert name in said or "[U+" in said
        assert violation.ticket in said
        assert said.index("考场违纪情况记录单") < said.index(violation.ticket)


def test_who_was_led_out_is_counted_and_every_record_is_complete(console: Console) -> None:
    first, second, third = console.site.violations.values()
    assert (bool(first.signed_at), bool(second.refused), bool(third.removed)) == (True, True, True)
    assert all(one.complete for one in (first, second, third))
    assert [piece.place for piece in first.evidence] == [KeptAt.EXAM_OFFICE, KeptAt.ROOM]
    assert third.ticket
    sitting = console.site.sitting(SESSION, third.ticket)
    assert sitting
    assert (sitting.presence, sitting.answers) == (Presence.PRESENT, "collected")


def test_everything_that_is_signed_was_signed_and_handed_over(console: Console) -> None:
    site = console.site
    (handover,) = site.handovers.values()
    assert {one.form for one in handover.papers} >= {"E01", "E02"}
    assert all(one.signed_at and one.handed_over for one in site.every_copy if one.form in ("E01", "E02"))
    (incident,) = (one for one in site.incidents.values() if one.filed_at)
    assert [one.late for one in incident.reports] == [False] * 4


def test_the_scan_of_a_sheet_is_kept_and_a_paper_shows_what_it_is_worth(out: Path, console: Console) -> None:
    scanned = [one for one in console.site.sheets if one.scan]
    assert [(one.form, one.scan and one.scan.pages) for one in scanned] == [("E02", 1)]
    worth = {}
    for path in (*sheets(out, "E02"), *sheets(out, "E21"), *(out / "records").glob("1-1-*.pdf")):
        (*_, page) = scans.look(path)
        assert page.code
        worth[path.name] = scans.check_page(console, page.code).verdict
    assert set(worth.values()) == {Verdict.CURRENT}


def test_a_store_of_another_day_knows_none_of_these_papers(out: Path, console: Console, tmp_path: Path) -> None:
    rehearse(tmp_path / "other", "liaoning-2021-senior", 1, 2)
    foreign = next((tmp_path / "other" / "records").glob("1-1-*.pdf"))
    (page, *_) = scans.look(foreign)
    assert page.code
    assert scans.check_page(console, page.code).verdict is Verdict.OTHER_HISTORY


def test_the_files_for_the_province_hold_no_name_in_plain_sight(out: Path, console: Console) -> None:
    made = sorted((out / "exports").iterdir())
    assert [one.suffix for one in made if one.suffix != ".pdf"] == [".examsite-summary", ".examsite-violations"]
    names = [console.directory.name(one.ticket) for one in console.site.violations.values() if one.ticket]
    for path in made:
        if path.suffix != ".pdf":
            content = outbox.read_bytes(path, 1 << 24)
            assert not any(name and name.encode() in content for name in names)

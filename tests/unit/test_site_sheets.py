"""Sheets of the whole site at the desk: read from the journal, drawn and kept, with nothing secret on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.custody import IssueLock, ReturnLocks
from app.core.lock_state import SupervisedKind
from app.core.operation import Operation, Signer
from app.core.permission import NotYourRole
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.records import ReprintReason, ReprintReasonNeeded, ReprintReasonWrong
from app.core.site_form import STEP_FORMS, NothingToPrint, SiteForm
from app.core.site_sheet import ConfirmSiteSheet
from app.core.supervision import CloseSupervision, OpenSupervision
from app.core.terms import LockSerial, RoomId, SupervisionNo
from app.exchange import strict
from app.exchange.exam_package import StaffEntry
from app.service import records, site_sheets
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from app.views.custody_sheet import CustodySheet
from app.views.papers import PaperState
from app.views.site_sheet import SiteSheet
from app.views.stamp import Stamp
from reports import site_sheet
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange
from tests.unit.paper import pages

ONE, KEY = LockSerial("JK-1"), LockSerial("VPN-1")
LOCKS = (
    RegisteredLock(ONE, RegisteredAs.INVIGILATION, "{}", software=True, room=RoomId("001"), reference="R-1"),
    RegisteredLock(KEY, RegisteredAs.VPN_KEY, "", software=True, reference="R-2"),
)
TODAY = EVE.date().isoformat()
CANARY = "210101199003071234"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Console, DrivenClock]]:
    place, clock = Place(tmp_path), DrivenClock(EVE)
    place.enrol().console.store.close()
    console = unlock(place.store, place.lock(), clock)
    arrange(console, room_locks=LOCKS)
    yield console, clock
    console.store.abandon()


@pytest.fixture
def console(desk: tuple[Console, DrivenClock]) -> Console:
    return desk[0]


def do(console: Console, operation: Operation, *signers: Signer) -> None:
    assert console.submit(operation, *(signers or (ADMIN, OFFICER))) is None


def issue(console: Console) -> None:
    do(console, IssueLock(ONE, OFFICER.id))


def drawn(content: SiteSheet, stamp: Stamp) -> bytes:
    return f"{stamp.form} draft={stamp.draft} copy={stamp.copy} {stamp.reason} {stamp.event_time:%H:%M}".encode()


def custody(console: Console, *signers: Signer, reason: ReprintReason | None = None) -> object:
    return site_sheets.print_sheet(console, SiteForm.CUSTODY, TODAY, drawn, *(signers or (ADMIN,)), reason=reason)


def test_a_preview_is_a_draft_and_keeps_nothing(console: Console) -> None:
    issue(console)
    entries, blobs = console.store.journal.n, tuple(console.store.blobs.digests())
    seen = site_sheets.preview_sheet(console, SiteForm.CUSTODY, TODAY, drawn)
    assert seen == b"E14 draft=True copy=1  14:00"
    assert (console.store.journal.n, tuple(console.store.blobs.digests())) == (entries, blobs)
    assert console.site.sheets == []


@pytest.mark.parametrize(
    ("form", "subject"), [(SiteForm.SEAL, "1"), (SiteForm.SUPERVISION, "A-001"), (SiteForm.CUSTODY, "today")]
)
def test_of_nothing_there_is_no_sheet(console: Console, form: SiteForm, subject: str) -> None:
    assert site_sheets.preview_sheet(console, form, subject, drawn) is None
    assert site_sheets.print_sheet(console, form, subject, drawn, ADMIN) == NothingToPrint(form)


def test_a_copy_is_kept_and_a_reprint_has_its_reason(desk: tuple[Console, DrivenClock]) -> None:
    console, clock = desk
    issue(console)
    clock.advance(EVE + timedelta(minutes=9))
    assert custody(console) == b"E14 draft=False copy=1  14:00"
    assert custody(console) == ReprintReasonNeeded(2)
    assert custody(console, reason=ReprintReason.LOST) == b"E14 draft=False copy=2 lost 14:00"
    do(console, ReturnLocks((ONE,)))
    assert custody(console, reason=ReprintReason.LOST) == ReprintReasonWrong(3, "yes")
    assert custody(console, reason=ReprintReason.CHANGED) == b"E14 draft=False copy=3 changed 14:09"
    first, _, last = console.site.sheet_copies(SiteForm.CUSTODY, TODAY)
    assert (first.copy, last.copy) == (1, 3)
    assert records.kept_bytes(console, first) == b"E14 draft=False copy=1  14:00"


def test_an_empty_day_may_be_printed(console: Console) -> None:
    assert custody(console) == b"E14 draft=False copy=1  14:00"


def test_who_may_not_keep_a_sheet_gets_none(console: Console) -> None:
    assert isinstance(custody(console, OFFICER), NotYourRole)
    assert console.site.sheets == []


def test_a_supervision_that_goes_on_is_printed_as_a_draft(console: Console) -> None:
    do(console, OpenSupervision(SupervisedKind.LOCKS))
    number = SupervisionNo(next(iter(console.site.supervisions)))
    entries = console.store.journal.n
    made = site_sheets.print_sheet(console, SiteForm.SUPERVISION, number, drawn, ADMIN)
    assert made == b"E12 draft=True copy=1  14:00"
    assert console.store.journal.n == entries
    do(console, CloseSupervision(number, done=False))
    made = site_sheets.print_sheet(console, SiteForm.SUPERVISION, number, drawn, ADMIN)
    assert made == b"E12 draft=False copy=1  14:00"


def test_every_sheet_says_how_far_it_is(console: Console) -> None:
    assert site_sheets.papers(console, STEP_FORMS) == ()
    issue(console)
    do(console, OpenSupervision(SupervisedKind.LOCKS))
    step, day = site_sheets.papers(console, STEP_FORMS)
    assert (step.form, step.state) == (SiteForm.SUPERVISION, PaperState.DRAFT)
    assert (day.form, day.subject, day.state) == (SiteForm.CUSTODY, TODAY, PaperState.TO_PRINT)
    custody(console)
    do(console, ConfirmSiteSheet(SiteForm.CUSTODY, TODAY, 1, came_out=True), ADMIN)
    assert site_sheets.papers(console, STEP_FORMS)[1].state is PaperState.PRINTED
    do(console, ReturnLocks((ONE,)))
    assert site_sheets.papers(console, STEP_FORMS)[1].state is PaperState.SUPERSEDED


def test_a_kept_copy_is_written_as_it_was_kept(console: Console, tmp_path: Path) -> None:
    custody(console)
    (copy,) = console.site.sheets
    path = records.write_pdf(records.kept_bytes(console, copy), tmp_path / "records", copy)
    assert path.name == f"E14-{TODAY}-1.pdf"
    assert path.read_bytes() == b"E14 draft=False copy=1  14:00"
    with pytest.raises(Trouble) as caught:
        records.write_pdf(b"", path / "below", copy)
    assert caught.value.code is Code.FILE_MISSING


def test_after_a_failed_write_the_journal_says_nothing(console: Console) -> None:
    console.halt()
    with pytest.raises(Trouble) as caught:
        site_sheets.papers(console, STEP_FORMS)
    assert caught.value.code is Code.CONSOLE_STOPPED


def test_no_number_of_a_person_and_no_proof_gets_onto_paper(console: Console) -> None:
    staff = [
        StaffEntry(code=one.id, name=name, role=one.role, verifier="argon-canary", id_number=CANARY, phone=CANARY)
        for one, name in ((ADMIN, "𠮷李建国"), (OFFICER, "王秀兰"))
    ]
    console.meet(console.directory.candidates.values(), staff)
    issue(console)
    said: list[SiteSheet] = []

    def keep(content: SiteSheet, stamp: Stamp) -> bytes:
        said.append(content)
        return site_sheet.draw(content, stamp)

    pdf = site_sheets.preview_sheet(console, SiteForm.CUSTODY, TODAY, keep)
    assert pdf is not None
    text = "".join(pages(pdf)) + strict.encode(said[0]).decode()
    assert isinstance(said[0], CustodySheet)
    assert "王秀兰" in text
    for secret in (CANARY, "canary", ADMIN.proof[4:], OFFICER.proof[4:], "pin:", "kty", "argon"):
        assert secret not in text

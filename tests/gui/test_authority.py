"""Authorizations at the desk: received under supervision, kept out when false or late, and checked by one person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.core.authorization import (
    AuthorizationRejected,
    ExamAuthorized,
    Flaw,
    StartAuthorizationMissing,
    StartAuthorizationReceived,
    StartAuthorized,
    TooEarlyToAuthorize,
)
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.lock_state import Outcome, SupervisedKind
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.terms import LockSerial, SessionId
from app.core.timekeeping import authorization_opens
from app.exchange.signed import Kind
from app.rehearsal.ground import Ground
from app.service import arrangement, people
from app.service.console import Console
from app.trouble import Code, Trouble
from app.views.step import StepKind
from tests.gui.authority_page import AFTERNOON, MORNING, Desk, MakeDesk, desk_of, said
from tests.gui.conftest import OpenScreen
from tests.gui.screen import Screen, settle
from tests.stores import arrange, compare, receive_exam_authorization
from ui.pages.authority import AuthorityPage, Segment
from ui.pages.authority_brought import SUFFIX
from ui.shell import PageName

__all__ = ["desk_of"]


@pytest.fixture
def desk(desk_of: MakeDesk, prepared: Path) -> Desk:
    """T-60 of the morning; the equipment is out of its seal."""
    return at_t60(desk_of(prepared))


def at_t60(made: Desk) -> Desk:
    made.unseal()
    made.opens()
    made.open_page(step=StepKind.RECEIVE)
    return made


def receipt(desk: Desk) -> None:
    """It is begun with the keyboard, and the exam office supervises."""
    desk.page.grants.receipt.begin.setFocus()
    desk.screen.keys("\n")
    desk.sign("O01")


def token(desk: Desk) -> str:
    return desk.province.start_authorization(MORNING).decode()


def altered(text: str) -> str:
    return text[:-4] + ("AAAA" if text[-4:] != "AAAA" else "BBBB")


def row(desk: Desk, number: int = 0) -> str:
    return desk.page.grants.starts.model.lines[number].cells[3].text


def test_before_a_package_nothing_can_be_received(bare_console: Console, open_screen: OpenScreen) -> None:
    screen = open_screen(bare_console)
    page = screen.go(PageName.AUTHORITY)
    assert isinstance(page, AuthorityPage)
    assert not page.grants.receipt.begin.isEnabled()
    assert not page.grants.starts.check.isEnabled()
    assert page.sub.full == screen.shell.say("authority-no-package")


def test_a_receipt_from_beginning_to_end(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"start{SUFFIX}"
    path.write_text(token(desk))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    receipt(desk)
    opened = desk.screen.last()
    assert isinstance(opened, SupervisionOpened)
    assert (opened.kind, opened.operator, opened.supervisor) == (SupervisedKind.RECEIPT, "A01", "O01")
    assert desk.say("authority-left", time="30:00") in desk.page.grants.receipt.pill.accessibleName()
    assert desk.screen.focus() is desk.page.grants.receipt.list.files
    desk.screen.keys("\n")
    assert [one.session for one in desk.page.grants.receipt.list.brought] == [MORNING]
    desk.page.grants.receipt.done.setFocus()
    desk.screen.keys("\n")
    received, closed = desk.screen.facts()[-2:]
    assert isinstance(received, StartAuthorizationReceived)
    assert isinstance(closed, SupervisionClosed)
    assert closed.outcome is Outcome.DONE
    assert desk.say("authority-to-check", late=0) == row(desk)
    assert desk.page.grants.receipt.list.brought == ()


def test_one_person_checks_what_lies_here(desk: Desk) -> None:
    receipt(desk)
    desk.page.grants.receipt.list.bring_text(token(desk))
    desk.page.grants.receipt.done.click()
    desk.later(timedelta(minutes=7))
    assert row(desk) == desk.say("authority-to-check", late=7)
    assert desk.screen.focus() is desk.page.grants.starts.check
    desk.screen.keys("\n")
    last = desk.screen.last()
    assert isinstance(last, StartAuthorized)
    assert (last.session, last.late_minutes) == (MORNING, 7)
    assert desk.screen.signers_of_last() == ["A01"]
    assert row(desk) == desk.say("authority-checked", time=f"{desk.now:%H:%M}", serial=last.serial)


def test_what_did_not_come_cannot_be_checked(desk: Desk) -> None:
    desk.page.grants.starts.check.click()
    assert desk.screen.shell.text.refusal(StartAuthorizationMissing(MORNING)) in desk.screen.asked()


def test_the_second_session_does_not_wait_for_the_first(desk: Desk) -> None:
    desk.opens(AFTERNOON)
    receipt(desk)
    desk.page.grants.receipt.list.bring_text(desk.province.start_authorization(AFTERNOON).decode())
    desk.page.grants.receipt.done.click()
    desk.page.grants.starts.choose(AFTERNOON)
    desk.page.grants.starts.check.click()
    assert desk.screen.site.sessions[AFTERNOON].start_authorization
    assert not desk.screen.site.sessions[MORNING].start_authorization


def test_a_scan_goes_into_the_open_receipt(desk: Desk) -> None:
    receipt(desk)
    desk.page.grants.receipt.done.setFocus()
    desk.screen.keys(token(desk) + "\n")
    assert [one.session for one in desk.page.grants.receipt.list.brought] == [MORNING]


def test_a_scan_without_a_receipt_is_not_used_and_says_what_comes_first(desk: Desk) -> None:
    before = len(desk.screen.facts())
    desk.page.grants.starts.check.setFocus()
    desk.screen.keys(token(desk) + "\n")
    assert desk.say("authority-receipt-first") in desk.screen.asked()
    assert desk.screen.focus() is desk.page.grants.receipt.begin
    assert len(desk.screen.facts()) == before


def test_something_else_scanned_is_not_for_this_page(desk: Desk) -> None:
    assert not desk.page.scanned("210100001")


def test_pasted_text_with_line_breaks_is_taken_and_never_shown(desk: Desk) -> None:
    receipt(desk)
    text, field = token(desk), desk.page.grants.receipt.list.text
    field.setFocus()
    field.setText(f"  {text[:80]}\n{text[80:]} ")
    assert text[:20] not in field.displayText()
    desk.screen.keys("\n")
    assert [one.session for one in desk.page.grants.receipt.list.brought] == [MORNING]
    assert field.text() == ""


def test_a_false_one_is_shown_with_its_incident_and_keeps_no_other_away(desk: Desk, tmp_path: Path) -> None:
    receipt(desk)
    good, bad = tmp_path / f"good{SUFFIX}", tmp_path / f"bad{SUFFIX}"
    good.write_text(token(desk))
    bad.write_text(altered(token(desk)))
    desk.page.grants.receipt.list.bring_files([bad, good])
    settle()
    rejected, incident = desk.screen.facts()[-2:]
    assert isinstance(rejected, AuthorizationRejected)
    assert rejected.flaw is Flaw.SIGNATURE
    assert isinstance(incident, IncidentOpened)
    assert incident.kind is IncidentKind.AUTHORITY
    shown = said(desk)
    trouble = desk.screen.shell.text.trouble(Trouble(Code.SIGNATURE_BAD, document=Kind.START_AUTHORIZATION))
    assert desk.say("authority-file-says", file=bad.name, said=trouble) in shown
    assert desk.say("authority-false", incidents=(incident.number,)) in shown
    assert [one.session for one in desk.page.grants.receipt.list.brought] == [MORNING]


def test_an_unreadable_one_is_no_incident(desk: Desk) -> None:
    receipt(desk)
    before = len(desk.screen.facts())
    desk.page.grants.receipt.list.bring_text("a.b.c")
    assert desk.say("authority-text-unread") in said(desk)
    assert len(desk.screen.facts()) == before


def test_an_unreadable_file_is_called_by_its_own_name(desk: Desk) -> None:
    receipt(desk)
    cut = desk.folder / f"cut{SUFFIX}"
    cut.write_bytes(b"a.b.c")
    desk.page.grants.receipt.list.bring_files([cut])
    damaged = Trouble(Code.FILE_DAMAGED, file=cut.name)
    assert desk.screen.shell.text.trouble(damaged) in said(desk)


def test_an_empty_field_is_only_pointed_at(desk: Desk) -> None:
    receipt(desk)
    desk.page.grants.receipt.list.enter.click()
    assert desk.screen.focus() is desk.page.grants.receipt.list.text
    assert desk.screen.asked() == ""


def test_what_was_brought_can_be_removed(desk: Desk) -> None:
    receipt(desk)
    brought = desk.page.grants.receipt.list
    brought.bring_text(token(desk))
    assert not brought.remove.isEnabled()
    brought.table.selectRow(0)
    brought.remove.click()
    assert brought.brought == ()


def test_before_its_time_it_is_refused_and_stays_in_the_list(desk: Desk) -> None:
    receipt(desk)
    plan = desk.screen.site.sessions[AFTERNOON].plan
    opens = authorization_opens(plan, desk.screen.console.rulebook)
    desk.page.grants.receipt.list.bring_text(desk.province.start_authorization(AFTERNOON).decode())
    desk.page.grants.receipt.done.click()
    assert desk.screen.shell.text.refusal(TooEarlyToAuthorize(AFTERNOON, opens)) in desk.screen.asked()
    assert [one.session for one in desk.page.grants.receipt.list.brought] == [AFTERNOON]
    assert row(desk, 1) == desk.say("authority-ahead", time=f"{opens:%H:%M}")


def test_when_its_time_is_over_what_was_brought_is_thrown_away(desk: Desk) -> None:
    receipt(desk)
    desk.page.grants.receipt.list.bring_text(token(desk))
    step = desk.page.grants.receipt.step
    assert step is not None
    desk.later(timedelta(minutes=26))
    assert desk.say("authority-left", time="04:00") in desk.page.grants.receipt.pill.accessibleName()
    desk.later(timedelta(minutes=4, seconds=1))
    assert desk.page.grants.receipt.list.brought == ()
    assert desk.say("authority-lapsed-how") in said(desk)
    assert desk.page.grants.receipt.begin.isVisible()
    receipt(desk)
    closed = desk.screen.facts()[-2]
    assert isinstance(closed, SupervisionClosed)
    assert (closed.number, closed.outcome) == (step.number, Outcome.LAPSED)
    assert desk.page.grants.receipt.open


def test_a_receipt_is_given_up(desk: Desk) -> None:
    receipt(desk)
    desk.page.grants.receipt.give_up.click()
    closed = desk.screen.last()
    assert isinstance(closed, SupervisionClosed)
    assert closed.outcome is Outcome.GIVEN_UP
    assert desk.page.grants.receipt.begin.isVisible()


def test_in_practice_the_province_sends_what_the_batch_still_wants(
    desk_of: MakeDesk, agency: Ground, prepared: Path, tmp_path: Path
) -> None:
    class Province:
        clock = agency.clock

        def start_authorization(self, session: SessionId) -> Path:
            path = tmp_path / session
            path.write_bytes(agency.province.start_authorization(session))
            return path

    desk = at_t60(desk_of(prepared, Province()))
    receipt(desk)
    assert desk.screen.focus() is desk.page.grants.receipt.list.practice
    desk.screen.keys("\n")
    assert [one.session for one in desk.page.grants.receipt.list.brought] == [MORNING]


def test_the_exam_authorization_comes_alone(desk_of: MakeDesk, agency: Ground) -> None:
    desk = desk_of(agency.out)
    console = desk.screen.console
    package = next((desk.folder / "agency").glob("*.examsite"))
    imported = arrangement.import_package(console, package, lambda _: (), people.holder_of_lock(console))
    assert imported.refusal is None
    desk.screen.sign_in()
    desk.open_page()
    assert desk.page.segment is Segment.GRANTS
    receipt(desk)
    brought = desk.page.grants.receipt.list
    brought.bring_text(desk.province.exam_authorization().decode())
    brought.bring_text(token(desk))
    assert [one.session for one in brought.brought] == [None]
    assert desk.say("authority-alone") in said(desk)


def test_the_exam_authorization_is_received_on_the_day_before(site: Screen) -> None:
    site.compared()
    receive_exam_authorization(site.console)
    site.go(PageName.AUTHORITY)
    assert any(isinstance(fact, ExamAuthorized) for fact in site.facts())
    page = site.page
    assert isinstance(page, AuthorityPage)
    assert page.grants.exam.pill.accessibleName() == site.shell.say("authority-exam-there")


def test_the_vpn_key_that_is_used_is_entered(bare_console: Console, open_screen: OpenScreen) -> None:
    key = RegisteredLock(LockSerial("VPN-1"), RegisteredAs.VPN_KEY, "", software=False)
    arrange(bare_console, room_locks=(key,))
    compare(bare_console)
    screen = open_screen(bare_console)
    screen.sign_in()
    page = screen.go(PageName.AUTHORITY)
    assert isinstance(page, AuthorityPage)
    page.grants.receipt.key.setCurrentIndex(1)
    page.grants.receipt.begin.click()
    screen.keys("O01\n000000\n")
    opened = screen.last()
    assert isinstance(opened, SupervisionOpened)
    assert opened.device == "VPN-1"


@pytest.mark.parametrize(
    ("step", "segment"),
    [
        (StepKind.AUTHORIZE, Segment.GRANTS),
        (StepKind.LOCKS, Segment.SITTING),
        (StepKind.RETURN_LOCKS, Segment.REGISTER),
        (StepKind.UNSEAL, Segment.SEALING),
    ],
)
def test_a_step_leads_to_its_segment(desk: Desk, step: StepKind, segment: Segment) -> None:
    assert desk.open_page(step=step).segment is segment


def test_otherwise_what_is_open_comes_first(desk_of: MakeDesk, prepared: Path) -> None:
    desk = desk_of(prepared)
    assert desk.page.segment is Segment.SEALING
    desk.unseal()
    assert desk.open_page().segment is Segment.SITTING
    desk.page.segments.picked.emit(Segment.GRANTS)
    receipt(desk)
    assert desk.open_page().segment is Segment.GRANTS

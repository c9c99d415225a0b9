"""The page of locks and authorizations: files, pasted text, scans, what opens when, and which locks serve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog

from app.core.authorization import StartAuthorized, TooEarlyToAuthorize
from app.core.terms import SessionId
from app.core.timekeeping import authorization_opens
from app.exchange.signed import Kind
from app.rehearsal.ground import Ground
from app.rehearsal.province import PracticeProvince
from app.service.console import Console
from app.trouble import Code, Trouble
from devices.protocols import LockFault
from tests.gui.conftest import DayOf, OpenScreen
from tests.gui.screen import Screen, settle, texts
from ui.opening import Practice
from ui.pages.authority import AuthorityPage
from ui.pages.authority_locks import fingerprint
from ui.shell import PageName

MORNING = SessionId("1-1")


@dataclass
class Prepared:
    """The morning of the exam: everything of the day before is done, the administrator is at the desk."""

    screen: Screen
    page: AuthorityPage
    province: PracticeProvince

    def rows(self) -> list[list[str]]:
        return [[cell.text for cell in line.cells] for line in self.page.starts.model.lines]

    def opens(self) -> None:
        """It is now T-60 of the morning."""
        plan = self.screen.site.sessions[MORNING].plan
        self.screen.at(authorization_opens(plan, self.screen.console.rulebook))

    @property
    def taken(self) -> str:
        return self.screen.site.sessions[MORNING].start_authorization


@pytest.fixture
def day(agency: Ground, prepared: Path, day_of: DayOf, open_screen: OpenScreen) -> Prepared:
    screen = open_screen(day_of(prepared))
    screen.sign_in()
    return Prepared(screen, opened(screen), agency.province)


def opened(screen: Screen) -> AuthorityPage:
    page = screen.go(PageName.AUTHORITY)
    assert isinstance(page, AuthorityPage)
    return page


def token(day: Prepared) -> bytes:
    return day.province.start_authorization(MORNING)


def test_before_a_package_nothing_can_be_taken(bare_console: Console, open_screen: OpenScreen) -> None:
    screen = open_screen(bare_console)
    page = opened(screen)
    assert not page.take.isEnabled()
    assert not page.starts.token.isEnabled()
    assert screen.shell.say("authority-exam-missing") in texts(page.exam)
    assert screen.shell.say("authority-no-register") in page.room_locks.pill.accessibleName()


def test_a_file_is_taken_and_the_row_says_so(day: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day.opens()
    path = tmp_path / "start.examsite-authorization"
    path.write_bytes(token(day))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    day.screen.keys(" ")
    last = day.screen.last()
    assert isinstance(last, StartAuthorized)
    assert (last.session, last.late_minutes) == (MORNING, 0)
    day.screen.look_again()
    assert last.serial in day.rows()[0][3]


def test_one_taken_later_says_how_late(day: Prepared) -> None:
    plan = day.screen.site.sessions[MORNING].plan
    day.screen.at(authorization_opens(plan, day.screen.console.rulebook) + timedelta(minutes=7))
    day.page.starts.take(token(day).decode())
    day.screen.look_again()
    said = day.screen.shell.say("authority-there-late", serial=day.taken, time="08:07", late=7)
    assert said == day.rows()[0][3]


def test_before_its_time_it_is_refused_with_the_time(day: Prepared) -> None:
    plan = day.screen.site.sessions[MORNING].plan
    opens = authorization_opens(plan, day.screen.console.rulebook)
    assert f"{opens:%H:%M}" in day.rows()[0][3]
    day.page.starts.take(token(day).decode())
    assert day.screen.shell.text.refusal(TooEarlyToAuthorize(MORNING, opens)) in day.screen.asked()
    assert not day.taken


def test_pasted_text_with_line_breaks_is_taken_by_keyboard(day: Prepared) -> None:
    day.opens()
    text = token(day).decode()
    day.page.starts.token.setFocus()
    day.page.starts.token.setText(f"  {text[:80]}\n{text[80:]} ")
    day.screen.keys("\n")
    assert day.taken
    assert day.page.starts.token.text() == ""


def test_a_scan_on_this_page_is_taken(day: Prepared) -> None:
    day.opens()
    day.page.take.setFocus()
    day.screen.keys(token(day).decode() + "\n")
    assert day.taken


def test_something_else_scanned_is_not_for_this_page(day: Prepared) -> None:
    assert not day.page.scanned("210100001")


def test_a_false_signature_is_trouble_and_stands_nowhere(day: Prepared, expect_log: Callable[[str], None]) -> None:
    expect_log("WARNING ui.bridge: trouble: signature-bad")
    day.opens()
    text = token(day).decode()
    before = len(day.screen.facts())
    day.page.starts.take(text[:-4] + ("AAAA" if text[-4:] != "AAAA" else "BBBB"))
    trouble = Trouble(Code.SIGNATURE_BAD, document=Kind.START_AUTHORIZATION)
    assert day.screen.shell.text.trouble(trouble) in day.screen.banner()
    assert len(day.screen.facts()) == before


def test_an_empty_field_is_only_pointed_at(day: Prepared) -> None:
    day.page.starts.enter.click()
    assert day.screen.focus() is day.page.starts.token
    assert day.screen.asked() == ""


def test_in_practice_the_province_gives_it_for_the_chosen_session(day: Prepared, tmp_path: Path) -> None:
    asked: list[SessionId] = []

    class Province:
        def start_authorization(self, session: SessionId) -> Path:
            asked.append(session)
            path = tmp_path / "given"
            path.write_bytes(day.province.start_authorization(session))
            return path

    opening = replace(day.screen.shell.opening, practice=cast("Practice", Province()))
    day.page.starts._shell = replace(day.screen.shell, opening=opening)
    day.opens()
    day.page.starts.choose(MORNING)
    day.page.starts.practice.click()
    assert set(asked) == {MORNING}
    assert day.taken


def test_the_locks_are_named_with_their_fingerprints(day: Prepared) -> None:
    package = day.screen.site.package
    assert package is not None
    site, *rooms = package.locks
    assert fingerprint(site.jwk) in texts(day.page.site_lock)
    rows = [[cell.text for cell in line.cells] for line in day.page.room_locks.model.lines]
    assert [row[1] for row in rows] == [lock.serial for lock in rooms]
    assert [row[3] for row in rows] == [fingerprint(lock.jwk) for lock in rooms]


def test_rooms_without_a_lock_are_counted(site: Screen) -> None:
    page = opened(site)
    assert page.room_locks.pill.accessibleName() == site.shell.say("authority-rooms-without", count=3)


def test_a_pulled_lock_is_seen_within_two_seconds(day: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(day.screen.console.store.lock, "read", lambda _: LockFault.REMOVED)
    now = day.screen.clock.moment().at
    for second in (1, 2):
        day.screen.at(now + timedelta(seconds=second))
    settle()
    assert day.page.site_lock.pill.accessibleName() == day.screen.shell.say("authority-lock-out")

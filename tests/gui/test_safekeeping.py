"""Backups from the window: written beside the work of the desk, proved, entered; and the receipt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.desk import LeaveDesk
from app.core.fault import FaultKind, ReportFault
from app.core.safe_state import Backup
from app.core.terms import PersonId, SessionId
from app.core.upload import UploadConfirmed
from app.exchange import receipt
from app.exchange.agefile import Identity
from app.exchange.receipt import Receipt
from app.exchange.signed import Ed25519Key
from app.exchange.trust import Province
from app.service import safekeeping, verify
from app.service.sitelock import LockKey
from app.trouble import Code, Trouble
from app.views.safe import SafeState, kept
from tests.gui.after import ONE, ROOMS, checked, ended
from tests.gui.screen import MORNING_SESSION, SECOND_SESSION, Screen, settle, signer, texts
from ui.pages.safekeeping import SafekeepingPage
from ui.shell import PageName

PROVINCE = Ed25519Key.generate()


def page(site: Screen) -> SafekeepingPage:
    found = site.go(PageName.SAFEKEEPING)
    assert isinstance(found, SafekeepingPage)
    return found


@pytest.fixture
def shown(site: Screen) -> SafekeepingPage:
    """The answers are checked, and A01 is at the desk."""
    checked(site)
    site.sign_in()
    return page(site)


def state(site: Screen) -> SafeState:
    return kept(site.site, MORNING_SESSION).state


def newest(site: Screen) -> Backup:
    return kept(site.site, MORNING_SESSION).backups[0]


def ask(site: Screen, shown: SafekeepingPage) -> None:
    """Up to the moment where the second person signs."""
    shown.back_up.click()
    assert "PIN" in site.asked()


def backed_up(qtbot: QtBot, site: Screen, shown: SafekeepingPage) -> Path | None:
    ask(site, shown)
    with qtbot.waitSignal(shown.run.ended) as ended_with:
        site.keys("O01\n000000\n")
    site.look_again()
    assert ended_with.args is not None
    path = ended_with.args[0]
    assert path is None or isinstance(path, Path)
    return path


def test_what_was_not_checked_does_not_leave_and_the_way_there_is_shown(site: Screen) -> None:
    ended(site, *ROOMS)
    site.sign_in()
    shown = page(site)
    assert state(site) is SafeState.UNCHECKED
    shown.back_up.click()
    assert "核查" in site.asked()
    assert not shown.folder.exists()
    assert not site.site.safe.backups


def test_two_people_back_up_a_session_and_the_file_proves_it(
    site: Screen, shown: SafekeepingPage, qtbot: QtBot
) -> None:
    path = backed_up(qtbot, site, shown)
    assert path is not None
    made = newest(site)
    assert (made.name, made.supervised, path.parent) == (path.name, True, shown.folder)
    store = site.console.store
    proof = verify.backup_file(path, [store.keys.identity], LockKey(store.lock).public)
    assert (proof.entries, proof.head) == (made.entries, made.head)
    assert site.signers_of_last() == ["A01", "O01"]
    assert state(site) is SafeState.TO_UPLOAD
    assert path.stem in site.toast()
    assert not shown.working.isVisible()
    (line,) = shown.backups.lines.lines
    assert [cell.text for cell in line.cells][3] == made.digest[:8]


def test_the_desk_goes_on_while_a_backup_is_written(site: Screen, shown: SafekeepingPage, qtbot: QtBot) -> None:
    # Given a lane of files that is held up
    go, now = Event(), site.clock.moment().at
    site.bridge.files.send(lambda _: go.wait(10))
    ask(site, shown)
    site.keys("O01\n000000\n")
    assert shown.run.busy
    assert shown.working.isVisible()
    begun = site.console.store.journal.n
    # When something is entered and the desk is left meanwhile
    site.do(ReportFault(FaultKind.MACHINE, SECOND_SESSION, ONE, ("002",), now, PersonId("A01")))
    site.do(LeaveDesk(), signer(site.bridge, "A01"))
    site.bridge.lock()
    with qtbot.waitSignal(shown.run.ended):
        go.set()
    site.look_again()
    # Then the backup ends where it began, and those who began it signed for it
    assert newest(site).entries == begun < site.console.store.journal.n - 1
    assert site.signers_of_last() == ["A01", "O01"]
    assert "又登记了 2 条" in texts(shown.note)


def test_a_backup_that_is_stopped_leaves_nothing(site: Screen, shown: SafekeepingPage, qtbot: QtBot) -> None:
    go, entries = Event(), site.console.store.journal.n
    site.bridge.files.send(lambda _: go.wait(10))
    ask(site, shown)
    site.keys("O01\n000000\n")
    shown.working.stop.click()
    with qtbot.waitSignal(shown.run.ended) as ended_with:
        go.set()
    assert ended_with.args == [None]
    assert not list(shown.folder.iterdir())
    assert site.console.store.journal.n == entries
    assert "停止" in site.asked()
    assert shown.back_up.isEnabled()


@pytest.mark.parametrize("step", ["write", "seal", "prove", "enter"])
def test_trouble_at_any_step_is_told_and_nothing_counts(
    site: Screen,
    shown: SafekeepingPage,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    expect_log: Callable[[str], None],
    step: str,
) -> None:
    def fails(*_: object) -> None:
        raise Trouble(Code.MEDIUM_FULL, file="b")

    expect_log("medium-full")
    monkeypatch.setattr(safekeeping.BackingUp, step, fails)
    assert backed_up(qtbot, site, shown) is None
    assert "介质已满" in site.banner()
    assert state(site) is SafeState.TO_BACK_UP
    assert not shown.run.busy


def test_a_backup_goes_where_somebody_says(
    site: Screen, shown: SafekeepingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    shown.choose.click()
    assert shown.folder == tmp_path / "backups"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stick"))
    shown.choose.click()
    assert shown.where.full == str(tmp_path / "stick")
    path = backed_up(qtbot, site, shown)
    assert path is not None
    assert path.parent == tmp_path / "stick"


def receipted(site: Screen, folder: Path) -> Path:
    """What the province answers to the newest backup."""
    made, package = newest(site), site.site.package
    assert package is not None
    now = site.clock.moment().at
    answer = Receipt(
        mode=site.site.mode,
        exam=package.exam.id,
        site=site.site.code,
        issued_at=now,
        serial="Q-1",
        backup=made.name,
        digest=made.digest,
        size=made.size,
        entries=made.entries,
        head=made.head,
        received_at=now,
    )
    path = folder / "answer.examsite-receipt"
    path.write_bytes(receipt.write(answer, PROVINCE))
    return path


@pytest.fixture
def known_province(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Province("P", PROVINCE.public, Identity.generate().to_public())
    monkeypatch.setattr(safekeeping, "province", lambda _: here)


@pytest.mark.usefixtures("known_province")
def test_the_receipt_of_the_province_is_taken_in(
    site: Screen, shown: SafekeepingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    backed_up(qtbot, site, shown)
    path = receipted(site, tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    shown.receipt.click()
    assert state(site) is SafeState.TO_UPLOAD
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    shown.receipt.click()
    site.look_again()
    last = site.last()
    assert isinstance(last, UploadConfirmed)
    assert last.serial == "Q-1"
    assert state(site) is SafeState.RECEIPTED
    assert "已取得" in texts(shown.note)


def test_what_is_no_receipt_is_told(
    site: Screen,
    shown: SafekeepingPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    expect_log: Callable[[str], None],
) -> None:
    expect_log("file-damaged")
    (tmp_path / "x").write_bytes(b"x")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x"), ""))
    shown.receipt.click()
    assert site.banner()


@pytest.mark.usefixtures("known_province")
def test_in_practice_the_province_answers_by_itself(
    site: Screen, shown: SafekeepingPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Path] = []

    def answer(session: SessionId) -> Path | None:
        assert session == MORNING_SESSION
        return answers[0] if answers else None

    opening = SimpleNamespace(practice=SimpleNamespace(receipt=answer), data=tmp_path)
    monkeypatch.setattr(shown, "shell", _with(shown, opening))
    shown._practice_receipt()
    assert "没有收到" in site.asked()
    backed_up(qtbot, site, shown)
    answers.append(receipted(site, tmp_path))
    shown._practice_receipt()
    site.look_again()
    assert isinstance(site.last(), UploadConfirmed)
    assert site.toast()


def _with(shown: SafekeepingPage, opening: object) -> object:
    shell = shown.shell
    return SimpleNamespace(
        opening=opening,
        bridge=shell.bridge,
        text=shell.text,
        look=shell.look,
        go=shell.go,
        say=shell.say,
        word=shell.word,
        session=shell.session,
    )


def test_choosing_a_line_shows_its_session(site: Screen, shown: SafekeepingPage) -> None:
    shown.sessions.selectRow(1)
    settle()
    assert site.bridge.session == SECOND_SESSION
    assert "两人" in texts(shown.note)
    assert not shown.backups.isVisible()


def test_before_there_is_a_package_the_page_says_so(bare_console: object, open_screen: Callable[..., Screen]) -> None:
    assert "还没有考务数据" in texts(page(open_screen(bare_console)))


@pytest.mark.parametrize(("size", "said"), [(1023, "1023 字节"), (2048, "2 千字节"), (7 << 18, "1.8 兆字节")])
def test_sizes_are_said_in_few_digits(site: Screen, size: int, said: str) -> None:
    assert page(site)._size(size) == said

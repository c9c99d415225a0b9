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
from app.core.media import RegisterMedium
from app.core.safe_state import Backup
from app.core.terms import MediumSerial, PersonId, SessionId
from app.core.upload import UploadConfirmed
from app.exchange import receipt
from app.exchange.agefile import Identity
from app.exchange.receipt import Receipt
from app.exchange.signed import Ed25519Key
from app.exchange.trust import Province
from app.service import safekeeping, upload, verify
from app.service.sitelock import LockKey
from app.trouble import Code, Trouble
from app.views.safe import SafeState, kept
from devices.media import FolderMedia
from tests.gui.after import ONE, ROOMS, checked, ended
from tests.gui.screen import MORNING_SESSION, SECOND_SESSION, Screen, settle, signer, texts
from ui.pages.safe_sessions import SessionsPart
from ui.pages.safe_size import sized
from ui.pages.safekeeping import SafekeepingPage
from ui.shell import KeepingPart as Part
from ui.shell import PageName

PROVINCE = Ed25519Key.generate()
STICK = MediumSerial("U-0001")


def page(site: Screen) -> SessionsPart:
    found = site.go(PageName.SAFEKEEPING)
    assert isinstance(found, SafekeepingPage)
    part = found.shown(Part.BACKUP)
    assert isinstance(part, SessionsPart)
    return part


@pytest.fixture
def stick(site: Screen, tmp_path: Path) -> Path:
    """A registered medium that is plugged in."""
    folder = tmp_path / "media" / STICK
    folder.mkdir(parents=True)
    site.console.media = FolderMedia(folder.parent)
    site.do(RegisterMedium(STICK, STICK, PersonId("A01"), read=True))
    return folder


@pytest.fixture
def shown(site: Screen, stick: Path) -> SessionsPart:
    """The answers are checked, a medium is in, and A01 is at the desk."""
    assert stick.exists()
    checked(site)
    site.sign_in()
    return page(site)


def state(site: Screen) -> SafeState:
    return kept(site.site, MORNING_SESSION).state


def newest(site: Screen) -> Backup:
    return kept(site.site, MORNING_SESSION).backups[0]


def ask(site: Screen, shown: SessionsPart) -> None:
    """Up to the moment where the second person signs."""
    shown.back_up.click()
    assert "PIN" in site.asked()


def backed_up(qtbot: QtBot, site: Screen, shown: SessionsPart) -> Path | None:
    ask(site, shown)
    with qtbot.waitSignal(shown.run.ended) as ended_with:
        site.keys("O01\n000000\n")
    site.look_again()
    assert ended_with.args is not None
    path = ended_with.args[0]
    assert path is None or isinstance(path, Path)
    return path


def test_what_cannot_be_checked_does_not_leave_and_the_reason_is_said(site: Screen, stick: Path) -> None:
    ended(site, ONE)
    site.sign_in()
    shown = page(site)
    assert state(site) is SafeState.UNCHECKED
    shown.back_up.click()
    assert "结束" in site.asked()
    assert not list(stick.iterdir())
    assert not site.site.safe.backups


def test_one_pair_checks_backs_up_and_lays_the_bundle_out(site: Screen, stick: Path, qtbot: QtBot) -> None:
    ended(site, *ROOMS)
    site.sign_in()
    path = backed_up(qtbot, site, page(site))
    assert path is not None
    assert path.parent == stick
    assert newest(site).bundled_at
    assert state(site) is SafeState.TO_UPLOAD
    assert site.signers_of_last() == ["A01", "O01"]


def test_two_people_back_up_a_session_and_the_file_proves_it(
    site: Screen, shown: SessionsPart, stick: Path, qtbot: QtBot
) -> None:
    path = backed_up(qtbot, site, shown)
    assert path is not None
    made = newest(site)
    assert (made.name, made.supervised, path.parent, made.media) == (path.name, True, stick, (STICK,))
    assert made.bundled_at
    assert (shown.outbox / path.name).read_bytes() == path.read_bytes()
    store = site.console.store
    proof = verify.backup_file(path, [store.keys.identity], LockKey(store.lock).public)
    assert (proof.entries, proof.head) == (made.entries, made.head)
    assert site.signers_of_last() == ["A01", "O01"]
    assert state(site) is SafeState.TO_UPLOAD
    assert path.stem in site.toast()
    assert not shown.working.isVisible()
    (line,) = shown.backups.table.lines.lines
    assert [cell.text for cell in line.cells][3] == made.digest[:8]


def test_the_desk_goes_on_while_a_backup_is_written(site: Screen, shown: SessionsPart, qtbot: QtBot) -> None:
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


def test_a_backup_that_is_stopped_leaves_nothing(site: Screen, shown: SessionsPart, stick: Path, qtbot: QtBot) -> None:
    go, entries = Event(), site.console.store.journal.n
    site.bridge.files.send(lambda _: go.wait(10))
    ask(site, shown)
    site.keys("O01\n000000\n")
    shown.working.stop.click()
    with qtbot.waitSignal(shown.run.ended) as ended_with:
        go.set()
    assert ended_with.args == [None]
    assert not list(stick.iterdir())
    assert site.console.store.journal.n == entries
    assert "停止" in site.asked()
    assert shown.back_up.isEnabled()


@pytest.mark.parametrize("step", ["write", "seal", "prove", "enter"])
def test_trouble_at_any_step_is_told_and_nothing_counts(
    site: Screen,
    shown: SessionsPart,
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


def test_without_a_medium_it_goes_on_loudly_and_is_carried_later(
    site: Screen, shown: SessionsPart, qtbot: QtBot, stick: Path, tmp_path: Path
) -> None:
    """No deadline waits for a stick."""
    site.console.media = FolderMedia(tmp_path / "nothing")
    shown.where.look()
    assert shown.where.here_alone
    path = backed_up(qtbot, site, shown)
    assert path is not None
    assert path.parent == tmp_path / "backups"
    assert state(site) is SafeState.TO_CARRY
    assert "仅在本机" in [cell.text for cell in shown.sessions.lines.lines[0].cells][1]
    assert not newest(site).media
    # Without a medium chosen it is not called a copy
    shown.copy.click()
    assert "存储介质" in site.asked()
    # Later a medium comes
    site.console.media = FolderMedia(stick.parent)
    shown.where.again.click()
    target = shown.where.target()
    assert target
    assert target.medium == STICK
    with qtbot.waitSignal(shown.run.ended):
        shown.copy.click()
        site.keys("O01\n000000\n")
    site.look_again()
    assert newest(site).media == (STICK,)
    assert (stick / path.name).read_bytes() == path.read_bytes()
    assert state(site) is SafeState.TO_UPLOAD


def test_a_medium_that_tells_no_serial_is_pointed_at_by_its_folder(
    site: Screen, shown: SessionsPart, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site.do(RegisterMedium(MediumSerial("L-7"), "L-7", PersonId("A01"), read=False))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    shown.where.folder.click()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "other"))
    (tmp_path / "other").mkdir()
    shown.where.folder.click()
    target = shown.where.target()
    assert target
    assert (target.folder, target.medium) == (tmp_path / "other", "L-7")


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
    monkeypatch.setattr(upload, "province", lambda _: here)


@pytest.mark.usefixtures("known_province")
def test_the_receipt_of_the_province_is_taken_in(
    site: Screen, shown: SessionsPart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
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
    shown: SessionsPart,
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
    site: Screen, shown: SessionsPart, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Path] = []

    def answer(session: SessionId) -> Path | None:
        assert session == MORNING_SESSION
        return answers[0] if answers else None

    opening = SimpleNamespace(practice=SimpleNamespace(receipt=answer), data=tmp_path)
    monkeypatch.setattr(shown, "_shell", _with(shown, opening))
    shown._practice_receipt()
    assert "没有收到" in site.asked()
    backed_up(qtbot, site, shown)
    answers.append(receipted(site, tmp_path))
    shown._practice_receipt()
    site.look_again()
    assert isinstance(site.last(), UploadConfirmed)
    assert site.toast()


def _with(shown: SessionsPart, opening: object) -> object:
    shell = shown._shell
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


def test_choosing_a_line_shows_its_session(site: Screen, shown: SessionsPart) -> None:
    shown.sessions.selectRow(1)
    settle()
    assert site.bridge.session == SECOND_SESSION
    assert "两人" in texts(shown.note)
    assert not shown.backups.isVisible()


def test_before_there_is_a_package_the_page_says_so(bare_console: object, open_screen: Callable[..., Screen]) -> None:
    assert "还没有考务数据" in texts(open_screen(bare_console).go(PageName.SAFEKEEPING))


@pytest.mark.parametrize(
    ("size", "said"), [(1023, "1023 字节"), (2048, "2 千字节"), (7 << 18, "1.8 兆字节"), (3 << 29, "1.5 吉字节")]
)
def test_sizes_are_said_in_few_digits(site: Screen, size: int, said: str) -> None:
    assert sized(site.shell, size) == said

"""The way of a bundle from the window: attempts, the city agency, a receipt that fits or not, copies on other media."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.city_way import BundlesGiven, CityStepTold
from app.core.media import MediumWasLost
from app.core.safe_state import Backup, UploadResult
from app.core.terms import Digest, PersonId
from app.core.upload import BundleExported, ReceiptMismatched, UploadAttempted
from app.exchange import receipt
from app.exchange.agefile import Identity
from app.exchange.receipt import Receipt
from app.exchange.signed import Ed25519Key
from app.exchange.trust import Province
from app.service import upload
from app.views.safe import SafeState, UploadState, kept, upload_state
from tests.gui.keeping_page import evening, part, second, second_and_wait
from tests.gui.keyboard import pick, press, tab_to, type_text
from tests.gui.screen import Screen, settle, texts
from tests.stores import Place
from tests.unit.day_over import SECOND, SESSION, STICK, lay
from ui.pages.safe_sessions import SessionsPart
from ui.pages.safe_upload import CityForm
from ui.shell import KeepingPart, PageName

PROVINCE = Ed25519Key.generate()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return lay(tmp_path_factory.mktemp("over"))


@pytest.fixture
def screen(
    whole: Place, tmp_path: Path, open_screen: Callable[..., Screen], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Screen]:
    here = Province("P", PROVINCE.public, Identity.generate().to_public())
    monkeypatch.setattr(upload, "province", lambda _: here)
    with evening(whole, tmp_path, open_screen) as screen:
        yield screen


@pytest.fixture
def shown(screen: Screen) -> SessionsPart:
    return cast("SessionsPart", part(screen, KeepingPart.BACKUP))


@pytest.fixture
def sent(screen: Screen, shown: SessionsPart, qtbot: QtBot) -> Path:
    """Backed up on the first stick, and the bundle is out."""
    shown.back_up.click()
    path = second_and_wait(qtbot, screen, shown.run.ended)
    assert path is not None
    assert path.parent.name == STICK
    return path


def made(screen: Screen) -> Backup:
    return kept(screen.site, SESSION).backups[0]


def say(screen: Screen, name: str, **facts: object) -> str:
    return screen.shell.say(name, **facts)


@pytest.mark.usefixtures("sent")
def test_an_attempt_is_entered_with_keys_and_stands_below_the_backup(screen: Screen, shown: SessionsPart) -> None:
    window = screen.window
    shown.attempt.click()
    settle()
    pick(window, say(screen, "attempt-result"), screen.shell.word(UploadResult.NETWORK_FAILED))
    tab_to(window, say(screen, "attempt-reference"))
    type_text(window, "VPN-7")
    press(window, "Return")
    screen.look_again()
    fact = screen.last()
    assert isinstance(fact, UploadAttempted)
    assert (fact.result, fact.reference) == (UploadResult.NETWORK_FAILED, "VPN-7")
    assert "VPN-7" in shown.backups.course.text()
    assert upload_state(made(screen)) is UploadState.FAILED
    assert shown.city.isVisible()
    assert not shown.city_step.isVisible()


def fill(form: CityForm) -> None:
    for number, field in enumerate(form.named.values(), 1):
        field.setText(f"接收人员{number}")
    form.cards.box.setChecked(True)


@pytest.mark.usefixtures("sent")
def test_media_go_to_the_city_agency_and_what_it_says_is_entered(screen: Screen, shown: SessionsPart) -> None:
    # Given a network that does not carry it: without names it is not given
    shown.city.click()
    form = shown.form
    assert isinstance(form, CityForm)
    form.confirm.click()
    assert screen.asked()
    assert shown.form is form
    # When two receive and two escort
    fill(form)
    form.confirm.click()
    while "PIN" in screen.asked():
        second(screen)
    assert any(isinstance(fact, BundlesGiven) for fact in screen.facts())
    # Then the sheet that both sides sign comes next
    assert screen.page.name is PageName.RECORDS
    part(screen, KeepingPart.BACKUP)
    assert upload_state(made(screen)) is UploadState.GIVEN
    assert shown.city_step.isVisible()
    # And what the agency says: that it was uploaded there, which confirms nothing yet
    for state in (UploadState.RECEIVED, UploadState.UPLOADED):
        shown.city_step.click()
        assert shown.form is not None
        shown.form.confirm.click()
        screen.look_again()
        assert isinstance(screen.last(), CityStepTold)
        assert upload_state(made(screen)) is state
    assert kept(screen.site, SESSION).state is SafeState.TO_UPLOAD
    assert not shown.city_step.isVisible()


def test_without_a_medium_that_holds_it_nothing_is_given(screen: Screen, shown: SessionsPart, sent: Path) -> None:
    assert sent.exists()
    MediumWasLost(STICK, screen.clock.moment().at, PersonId("A01")).apply(screen.site)
    made(screen).media = ()
    shown.city.click()
    settle()
    assert say(screen, "city-no-media") in texts(shown)
    assert shown.form is not None
    shown.form.given_up.emit()
    assert shown.sessions.isVisible()


def answer(screen: Screen, folder: Path, digest: Digest, serial: str) -> Path:
    one, package, now = made(screen), screen.site.package, screen.clock.moment().at
    assert package is not None
    told = Receipt(
        mode=screen.site.mode,
        exam=package.exam.id,
        site=screen.site.code,
        issued_at=now,
        serial=serial,
        backup=one.name,
        digest=one.digest,
        size=one.size,
        entries=one.entries,
        head=one.head,
        received_at=now,
    )
    path = folder / f"{serial}.examsite-receipt"
    path.write_bytes(receipt.write(replace(told, digest=digest), PROVINCE))
    return path


def take(screen: Screen, shown: SessionsPart, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    shown.receipt.click()
    screen.look_again()


@pytest.mark.usefixtures("sent")
def test_a_receipt_for_other_bytes_never_counts_and_the_bundle_goes_out_anew(
    screen: Screen, shown: SessionsPart, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(screen, shown, answer(screen, tmp_path, Digest("0" * 64), "Q-1"), monkeypatch)
    assert isinstance(screen.last(), ReceiptMismatched)
    assert screen.asked()
    assert kept(screen.site, SESSION).state is SafeState.TO_UPLOAD
    assert "Q-1" in shown.backups.course.text()
    assert screen.shell.word(UploadState.MISMATCHED) in [cell.text for cell in shown.sessions.lines.lines[0].cells]
    # What is next is offered: laid out anew, sent again, and the right receipt taken
    assert shown.bundle.isVisible()
    shown.bundle.click()
    if "PIN" in screen.asked():
        second(screen)
    qtbot.waitUntil(lambda: isinstance(screen.last(), BundleExported))
    screen.look_again()
    assert not shown.working.isVisible()
    take(screen, shown, answer(screen, tmp_path, made(screen).digest, "Q-2"), monkeypatch)
    assert kept(screen.site, SESSION).state is SafeState.RECEIPTED
    for hidden in (shown.attempt, shown.city, shown.bundle):
        assert not hidden.isVisible()


def test_a_second_medium_takes_a_copy_of_the_chosen_backup(
    screen: Screen, shown: SessionsPart, sent: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.where.field.setCurrentIndex(1)
    shown.where.field.activated.emit(1)
    target = shown.where.target()
    assert target is not None
    assert target.medium == SECOND
    shown.backups.table.selectRow(0)
    shown.copy.click()
    second_and_wait(qtbot, screen, shown.run.ended)
    assert made(screen).media == (STICK, SECOND)
    copied = tmp_path / "site" / "media" / SECOND / sent.name
    assert copied.read_bytes() == sent.read_bytes()
    # What a person chose stays chosen.
    assert shown.where.target() == target
    # A file that lies nowhere here is not copied: that is said.
    for one in (sent, copied, shown.outbox / sent.name):
        one.unlink()
    shown.copy.click()
    assert sent.name in screen.asked()

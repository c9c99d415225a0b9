"""Cleaning from the window: what is missing and the way there, the cleaning by two, the wait under seal, retention."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from app.core.cleaning import CleaningAwaited, DataCleaned, Lack
from app.core.handover import HandedOver
from app.core.media import MediumWasLost
from app.core.retention import ResultsPublished, VideoNoted
from app.core.safe_state import VideoOf
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed
from app.core.site_form import SiteForm
from app.core.terms import Digest, HandoverNo, PersonId, RoomId
from app.service import people
from tests.gui.keeping_page import part, second
from tests.gui.keyboard import pick, press, tab_to, type_text
from tests.gui.screen import Screen, settle, texts
from tests.stores import Place
from tests.unit.cleaned_site import OWN_PIN, STICK, evening_of, opened
from ui.pages.closing import ClosingPage
from ui.pages.closing import Part as ClosingPart
from ui.pages.safe_cleaning import CleaningPart
from ui.pages.safe_rooms import RoomsPart
from ui.pages.safe_sessions import SessionsPart
from ui.pages.safekeeping import SafekeepingPage
from ui.shell import KeepingPart, PageName
from ui.widgets.parts import Button

A01, O01 = PersonId("A01"), PersonId("O01")
ONE = RoomId("001")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return evening_of(tmp_path_factory.mktemp("evening") / "site", mirror=False)


@pytest.fixture
def screen(whole: Place, tmp_path: Path, open_screen: Callable[..., Screen]) -> Iterator[Screen]:
    """Everything is there that lets data be cleaned."""
    console = opened(whole.copy(tmp_path / "site"))
    screen = open_screen(console)
    assert screen.bridge.take_desk(people.sign_with_pin(console, "A01", OWN_PIN)) is None
    yield screen
    console.store.abandon()


def page(screen: Screen) -> CleaningPart:
    return cast("CleaningPart", part(screen, KeepingPart.CLEANING))


def unreceipted(screen: Screen) -> None:
    screen.site.safe.backups["b"].receipt = ""


def say(screen: Screen, name: str, **facts: object) -> str:
    return screen.shell.say(name, **facts)


def missing(shown: CleaningPart) -> list[Lack]:
    return [cast("Lack", line.key) for line in shown.lacking.lines.lines]


def test_what_is_missing_is_listed_and_leads_to_where_it_is_done(screen: Screen) -> None:
    # Given a medium that was lost: its day is open again, and what it held is missing
    MediumWasLost(STICK, screen.clock.moment().at, A01).apply(screen.site)
    unreceipted(screen)
    shown = page(screen)
    assert say(screen, "cleaning-no-override") in texts(shown.note)
    assert [one.what.value for one in missing(shown)] == [
        "day_open",
        "session_backup",
        "receipt",
        "room_backup",
        "room_backup",
    ]
    assert not shown.clean.isVisible()
    assert not shown.await_cleaning.isVisible()
    # The first one is chosen
    shown.there.click()
    settle()
    closing = cast("ClosingPage", screen.page)
    assert (closing.name, closing._part) == (PageName.CLOSING, ClosingPart.DEBTS)
    for row, where in ((1, KeepingPart.BACKUP), (3, KeepingPart.ROOMS)):
        shown = page(screen)
        shown.lacking.setFocus()
        shown.lacking.selectRow(row)
        shown.there.click()
        settle()
        safe = cast("SafekeepingPage", screen.page)
        assert safe.part is where
    rooms = cast("RoomsPart", safe.shown(KeepingPart.ROOMS))
    assert rooms.table.chosen_keys() == (ONE,)


def test_two_persons_clean_after_a_warning_and_the_certificate_comes(screen: Screen) -> None:
    shown = page(screen)
    # The medium with the backup is still here: that is said loudly
    assert shown.note.property("tone") == "bad"
    assert say(screen, "cleaning-not-handed-over") in texts(shown.note)
    (link,) = (one for one in shown.note.findChildren(Button) if one.text() == say(screen, "cleaning-hand-over"))
    link.click()
    settle()
    assert cast("SafekeepingPage", screen.page).part is KeepingPart.HANDOVER
    shown = page(screen)
    assert not shown.clean.isEnabled()
    shown.sure.box.setChecked(True)
    shown.clean.click()
    assert not any(isinstance(one, DataCleaned) for one in screen.facts())
    second(screen)
    assert screen.site.safe.cleaned is not None
    assert screen.page.name is PageName.RECORDS
    shown = page(screen)
    assert "已清除" in texts(shown.note)
    for gone in (shown.clean, shown.sure, shown.lacking, shown.await_cleaning):
        assert not gone.isVisible()
    # What was cleaned is backed up no more
    backups = cast("SessionsPart", part(screen, KeepingPart.BACKUP))
    for hidden in (backups.where, backups.back_up, backups.copy, backups.receipt, backups.bundle):
        assert not hidden.isVisible()
    assert backups.backups.isVisible()


def test_once_the_medium_was_handed_over_nothing_warns(screen: Screen) -> None:
    now = screen.clock.moment().at
    HandedOver(HandoverNo("M-1"), (A01, O01), Digest("0" * 64), (), (STICK,), (), True, now).apply(screen.site)
    shown = page(screen)
    assert shown.note.property("tone") == "primary"
    assert say(screen, "cleaning-not-handed-over") not in texts(shown.note)


def test_without_a_receipt_the_machine_waits_under_seal_and_says_that_one_unseals_first(screen: Screen) -> None:
    unreceipted(screen)
    shown = page(screen)
    assert [one.what.value for one in missing(shown)] == ["receipt"]
    shown.await_cleaning.click()
    settle()
    tab_to(screen.window, say(screen, "await-seal"))
    type_text(screen.window, "F-7")
    pick(screen.window, say(screen, "await-custodian"), "O01")
    assert shown.form is not None
    shown.form.confirm.click()
    while "PIN" in screen.asked():
        second(screen)
    assert isinstance(screen.last(), CleaningAwaited)
    assert screen.site.seal is not None
    assert any(isinstance(one, EquipmentWasSealed) for one in screen.facts()[-3:])
    shown = page(screen)
    assert "F-7" in texts(shown.note)
    assert say(screen, "cleaning-then-unseal") in texts(shown.note)
    assert not shown.await_cleaning.isVisible()
    # The way there
    (link,) = (one for one in shown.note.findChildren(Button) if one.text() == say(screen, "cleaning-unseal"))
    link.click()
    settle()
    assert screen.page.name is PageName.AUTHORITY
    # Unsealed, the receipts are next
    EquipmentUnsealed(screen.clock.moment().at, None).apply(screen.site)
    shown = page(screen)
    assert say(screen, "cleaning-unsealed") in texts(shown.note)


def test_the_day_of_publication_sets_until_when_all_is_kept(screen: Screen) -> None:
    shown = page(screen)
    assert say(screen, "retention-pending") in texts(shown)
    shown.publication.click()
    settle()
    type_text(screen.window, "soon")
    assert shown.form is not None
    shown.form.confirm.click()
    settle()
    assert say(screen, "publication-unread") in texts(shown.form)
    press(screen.window, "Ctrl+A", "Delete")
    published = screen.clock.moment().at.date()
    type_text(screen.window, f"{published:%Y%m%d}")
    shown.form.confirm.click()
    screen.look_again()
    assert isinstance(screen.last(), ResultsPublished)
    assert f"{published:%Y-%m-%d}" in texts(shown)
    assert say(screen, "retention-unknown") not in [line.cells[4].text for line in shown.terms.lines.lines]


def test_a_recording_is_noted_with_both_times(screen: Screen) -> None:
    shown, now = page(screen), screen.clock.moment().at
    shown.video.click()
    settle()
    tab_to(screen.window, say(screen, "video-kept-on"))
    type_text(screen.window, "NVR-1")
    assert shown.form is not None
    shown.form.confirm.click()
    settle()
    # Without day and times nothing is entered
    assert shown.form is not None
    tab_to(screen.window, say(screen, "video-day"))
    type_text(screen.window, f"{now:%Y-%m-%d}")
    for name, clock in (("video-since", "08:00:00"), ("video-until", "09:00:00")):
        tab_to(screen.window, say(screen, name))
        press(screen.window, "Ctrl+A", "Delete")
        type_text(screen.window, clock)
    shown.form.confirm.click()
    screen.look_again()
    made = screen.last()
    assert isinstance(made, VideoNoted)
    assert (made.of, made.room, made.kept_on, made.evidence) == (VideoOf.ROOM, ONE, "NVR-1", False)
    assert made.since.date() == now.date()


def test_the_draft_of_the_certificate_leads_back_to_what_is_missing(screen: Screen) -> None:
    unreceipted(screen)
    shown = page(screen)
    shown.certificate.click()
    settle()
    assert screen.page.name is PageName.RECORDS
    screen.go(PageName.SAFEKEEPING, form=SiteForm.HANDOVER)
    safe = cast("SafekeepingPage", screen.page)
    assert safe.part is KeepingPart.HANDOVER

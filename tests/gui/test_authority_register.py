"""The register and who has what: issued, handed over, given back, lost; the site lock pulled and put in again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned, NotIssued
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.locks import SiteLockBack, SiteLockOut
from app.core.plan import RegisteredAs
from app.core.terms import LockSerial
from app.service.sitelock import noted_heads
from app.trouble import Code, Trouble
from app.views.locks import LockStage
from app.views.step import StepKind
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from tests.gui.authority_page import ONE, TWO, Desk, MakeDesk, desk_of, said
from tests.gui.screen import settle
from tests.stores import PIN
from ui.pages.authority import Segment
from ui.pages.authority_custody import Change
from ui.pages.authority_fingerprint import fingerprint

SITE = LockSerial("KW-000001")


__all__ = ["desk_of"]


@pytest.fixture
def desk(desk_of: MakeDesk, prepared: Path) -> Desk:
    """The morning, with nothing issued yet."""
    made = desk_of(prepared)
    made.unseal()
    made.open_page(step=StepKind.RETURN_LOCKS)
    return made


def choose(desk: Desk, *serials: LockSerial) -> None:
    part = desk.page.register
    part.table.clearSelection()
    model = part.table.selectionModel()
    for row, line in enumerate(part.model.lines):
        if line.key in serials:
            model.select(part.model.index(row, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)


def issue(desk: Desk, serial: LockSerial, to: str) -> None:
    forms = desk.page.register.forms
    choose(desk, serial)
    forms.taker.setCurrentIndex(forms.taker.findData(to))
    forms.issue.click()
    if to != "A01":
        desk.sign(to)


def cells(desk: Desk, serial: LockSerial) -> list[str]:
    return next([cell.text for cell in line.cells] for line in desk.page.register.model.lines if line.key == serial)


def test_every_registered_lock_is_listed_with_what_the_register_says(desk: Desk) -> None:
    part, locks = desk.page.register, desk.screen.site.locks
    assert {line.key for line in part.model.lines} == set(locks)
    choose(desk, ONE)
    shown = said(desk)
    assert fingerprint(locks[ONE].registered.jwk) in shown
    assert desk.say("authority-software") in shown
    assert cells(desk, ONE)[1:3] == [
        desk.screen.shell.word(RegisteredAs.INVIGILATION),
        desk.say("room-name", room="001"),
    ]


def test_before_a_choice_nothing_can_be_entered(desk: Desk) -> None:
    forms = desk.page.register.forms
    assert not any(one.isEnabled() for one in (forms.issue, forms.hand_over, forms.give_back, forms.lost))
    choose(desk, ONE, TWO)
    assert [one.isEnabled() for one in (forms.issue, forms.hand_over, forms.give_back, forms.lost)] == [
        False,
        False,
        True,
        False,
    ]


def test_whoever_takes_a_lock_signs_for_it(desk: Desk) -> None:
    issue(desk, ONE, "R001")
    last = desk.screen.last()
    assert isinstance(last, LockIssued)
    assert (last.serial, last.to) == (ONE, "R001")
    assert desk.screen.signers_of_last() == ["A01", "R001"]
    name = desk.screen.console.directory.staff_name(last.to)
    assert cells(desk, ONE)[3:] == [name, desk.screen.shell.word(LockStage.ISSUED)]
    assert desk.page.register.card.pill.accessibleName() == desk.say("authority-out", count=1)


def test_a_lock_goes_from_hand_to_hand_before_both(desk: Desk) -> None:
    issue(desk, ONE, "R001")
    forms = desk.page.register.forms
    choose(desk, ONE)
    forms._pick(Change.HAND_OVER)
    forms.next.setCurrentIndex(forms.next.findData("R002"))
    forms.hand_over.click()
    desk.sign("R001")
    desk.sign("R002")
    last = desk.screen.last()
    assert isinstance(last, LockHandedOver)
    assert (last.before, last.to) == ("R001", "R002")
    assert desk.screen.signers_of_last() == ["A01", "R001", "R002"]


def test_several_come_back_at_once(desk: Desk) -> None:
    for serial, holder in ((ONE, "R001"), (TWO, "R002")):
        issue(desk, serial, holder)
    choose(desk, ONE, TWO)
    forms = desk.page.register.forms
    assert forms.change is Change.RETURN
    forms.give_back.click()
    if "ReturnLocks" in desk.screen.console.rulebook.two_persons.value:
        desk.sign("O01")
    back = desk.screen.facts()[-2:]
    assert [one.serial for one in back if isinstance(one, LockReturned)] == [ONE, TWO]
    assert desk.page.register.card.pill.accessibleName() == desk.say("authority-all-back")


def test_what_nobody_has_cannot_come_back(desk: Desk) -> None:
    choose(desk, ONE)
    desk.page.register.forms._pick(Change.RETURN)
    desk.page.register.forms.give_back.click()
    assert desk.screen.shell.text.refusal(NotIssued(ONE)) in desk.screen.asked()


def test_the_list_of_what_is_not_back(desk: Desk) -> None:
    issue(desk, TWO, "R002")
    desk.page.register.only_out.box.setChecked(True)
    assert [line.key for line in desk.page.register.model.lines] == [TWO]


def test_a_loss_is_told_with_what_follows_and_opens_an_incident(desk: Desk) -> None:
    choose(desk, ONE)
    forms = desk.page.register.forms
    forms._pick(Change.LOST)
    assert desk.say("authority-lost-how") in said(desk)
    assert forms.lost.property("kind") == "danger"
    earlier = desk.now - timedelta(minutes=5)
    forms.lost_at.setFocus()
    forms.lost_at.edit.selectAll()
    desk.screen.keys(f"{earlier:%H%M%S}")
    forms.lost.click()
    lost, incident = desk.screen.facts()[-2:]
    assert isinstance(lost, LockReportedLost)
    assert (lost.serial, lost.happened_at, lost.reported_by) == (ONE, earlier, "A01")
    assert isinstance(incident, IncidentOpened)
    assert incident.kind is IncidentKind.AUTHORITY
    assert cells(desk, ONE)[4] == desk.screen.shell.word(LockStage.LOST)


def test_a_time_that_is_none_is_only_pointed_at(desk: Desk) -> None:
    choose(desk, ONE)
    forms, before = desk.page.register.forms, len(desk.screen.facts())
    forms._pick(Change.LOST)
    forms.lost_at.edit.selectAll()
    forms.lost_at.setFocus()
    desk.screen.keys("x")
    forms.lost.click()
    assert desk.screen.focus() is forms.lost_at.edit
    assert len(desk.screen.facts()) == before


def test_another_document_is_no_register(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log: object
) -> None:
    path = tmp_path / "other.examsite-locks"
    path.write_bytes(desk.province.exam_authorization())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    assert callable(expect_log)
    expect_log("WARNING ui.bridge: trouble: kind-wrong")
    before = len(desk.screen.facts())
    desk.page.register.take.click()
    settle()
    assert desk.screen.banner()
    assert len(desk.screen.facts()) == before


# The site lock


def away(desk: Desk, qtbot: QtBot) -> None:
    (desk.locks / "site").rename(desk.folder / "away")
    with qtbot.waitSignal(desk.screen.bridge.lock_changed):
        desk.screen.bridge.tick()
    settle()


def test_a_pulled_site_lock_comes_first_and_its_pin_is_asked(desk: Desk, qtbot: QtBot) -> None:
    away(desk, qtbot)
    assert any(isinstance(fact, SiteLockOut) for fact in desk.screen.facts())
    assert desk.open_page().segment is Segment.REGISTER
    part = desk.page.register
    assert desk.screen.focus() is part.site_lock.pin.pin
    assert part._outer.indexOf(part.site_lock) == 0
    assert desk.say("authority-lock-out-how") in said(desk)


def test_it_is_put_in_again_with_its_pin(desk: Desk, qtbot: QtBot) -> None:
    away(desk, qtbot)
    desk.open_page()
    (desk.folder / "away").rename(desk.locks / "site")
    with qtbot.waitSignal(desk.screen.bridge.lock_changed):
        desk.screen.keys(f"{PIN}\n")
    settle()
    assert any(isinstance(fact, SiteLockBack) for fact in desk.screen.facts())
    card = desk.page.register.site_lock
    assert card.pill.accessibleName() == desk.say("authority-lock-in")
    assert card.out.isHidden()
    store = desk.screen.console.store
    assert noted_heads(store.lock)[-1].n == store.journal.n


def test_a_site_lock_with_another_key_is_not_taken(desk: Desk, qtbot: QtBot, expect_log: object) -> None:
    away(desk, qtbot)
    desk.open_page()
    SoftwareLock.create(desk.locks / "site", SITE, LockKind.SITE, PIN, memory_kib=8)
    assert callable(expect_log)
    expect_log("WARNING ui.bridge: trouble: store-other-lock")
    with qtbot.waitSignal(desk.page.register.site_lock.pin.opened):
        desk.screen.keys(f"{PIN}\n")
    settle()
    assert desk.screen.site.lock_out
    trouble = Trouble(Code.STORE_OTHER_LOCK, expected=SITE, found=SITE)
    assert trouble.fatal or desk.screen.shell.text.trouble(trouble) in desk.screen.banner()


def test_a_wrong_pin_of_the_site_lock_is_said(desk: Desk, qtbot: QtBot) -> None:
    away(desk, qtbot)
    desk.open_page()
    (desk.folder / "away").rename(desk.locks / "site")
    pin = desk.page.register.site_lock.pin
    desk.screen.keys("999999\n")
    qtbot.waitUntil(lambda: not pin._busy)
    assert desk.say("authority-wrong-pin", serial=SITE) in said(desk)
    assert desk.screen.site.lock_out

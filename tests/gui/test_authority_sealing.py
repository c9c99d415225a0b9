"""The end of the day before and the beginning of the exam day: tested, accepted, sealed, and out of the seal again."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.incident import IncidentOpened
from app.core.lock_state import SealPlace
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted, TestMissing
from app.core.sealing import (
    ChiefDecides,
    EquipmentUnsealed,
    EquipmentWasSealed,
    SealDecided,
    SealDecision,
    SealFoundBroken,
    SealNumberWrong,
    UnsealReason,
)
from app.core.site import Site
from app.views.step import StepKind
from tests.gui.authority_page import Desk, MakeDesk, desk_of, said
from ui.pages.authority import Segment
from ui.pages.authority_seal import SealCard

__all__ = ["desk_of"]


@pytest.fixture
def desk(desk_of: MakeDesk, prepared: Path) -> Desk:
    """The afternoon of the day before, the equipment under seal."""
    return desk_of(prepared)


@pytest.fixture
def bare(desk: Desk) -> Desk:
    """The same with exam authorization, and neither tested nor accepted nor sealed."""
    site = desk.screen.site
    site.sealed_room_test, site.accepted_at, site.seal = None, None, None
    desk.open_page(step=StepKind.SEALED_ROOM_TEST)
    return desk


def seal(desk: Desk) -> SealCard:
    return desk.page.sealing.seal


def number(site: Site) -> str:
    assert site.seal is not None
    return site.seal.number


def unseal(desk: Desk, read: str, *, intact: bool) -> None:
    card = seal(desk)
    card.intact.setCurrentIndex(card.intact.findData(intact))
    card.read.setFocus()
    desk.screen.keys(f"{read}\n")


def test_from_the_test_to_the_seal(bare: Desk) -> None:
    desk, part = bare, bare.page.sealing
    assert desk.screen.focus() is part.test.result
    part.test.send.click()
    assert desk.say("authority-test-first") in said(desk)
    part.test.result.setCurrentIndex(part.test.result.findData(True))
    part.test.send.click()
    tested = desk.screen.last()
    assert isinstance(tested, SealedRoomTested)
    assert (tested.passed, tested.reported_by) == (True, "A01")
    assert desk.screen.focus() is part.accept.send
    desk.screen.keys("\n")
    desk.sign("O01")
    assert isinstance(desk.screen.last(), SiteAccepted)
    card = seal(desk)
    assert desk.screen.focus() is card.number
    card.place.setCurrentIndex(card.place.findData(SealPlace.SECURE_ROOM))
    desk.screen.keys("F-77\n")
    desk.sign("O01")
    sealed = desk.screen.last()
    assert isinstance(sealed, EquipmentWasSealed)
    assert (sealed.number, sealed.place) == ("F-77", SealPlace.SECURE_ROOM)
    assert desk.screen.focus() is card.read
    assert "F-77" not in said(desk)


def test_a_test_that_failed_can_not_be_accepted(bare: Desk) -> None:
    part = bare.page.sealing
    part.test.result.setCurrentIndex(part.test.result.findData(False))
    part.test.send.click()
    assert part.test.pill.accessibleName() == bare.say("authority-test-failed")
    part.accept.send.click()
    assert bare.screen.shell.text.refusal(TestMissing("failed")) in bare.screen.asked()


def test_a_number_that_is_none_is_refused(bare: Desk) -> None:
    bare.screen.site.sealed_room_test, bare.screen.site.accepted_at = True, bare.now
    bare.open_page(step=StepKind.SEAL)
    card = seal(bare)
    card.place.setCurrentIndex(0)
    card.number.setFocus()
    bare.screen.keys("\n")
    assert bare.screen.shell.text.refusal(SealNumberWrong()) in bare.screen.asked()


def test_what_was_not_chosen_is_pointed_at(bare: Desk) -> None:
    bare.screen.site.sealed_room_test, bare.screen.site.accepted_at = True, bare.now
    bare.open_page(step=StepKind.SEAL)
    before = len(bare.screen.facts())
    bare.screen.keys("F-1\n")
    assert bare.say("authority-choose-first") in said(bare)
    assert bare.screen.focus() is seal(bare).place
    assert len(bare.screen.facts()) == before


def test_while_sealed_unsealing_comes_first_and_a_day_without_exam_wants_a_reason(desk: Desk) -> None:
    assert desk.page.segment is Segment.SEALING
    card = seal(desk)
    assert desk.screen.focus() is card.read
    unseal(desk, number(desk.screen.site), intact=True)
    assert desk.say("authority-choose-first") in said(desk)
    assert desk.screen.focus() is card.reason
    card.reason.setCurrentIndex(card.reason.findData(UnsealReason.REPAIR))
    card.unseal.click()
    desk.sign("O01")
    opened = desk.screen.last()
    assert isinstance(opened, EquipmentUnsealed)
    assert opened.reason is UnsealReason.REPAIR


def test_on_the_exam_day_two_persons_open_it(desk: Desk) -> None:
    desk.opens(minutes=-30)
    desk.open_page(step=StepKind.UNSEAL)
    assert not seal(desk).why.isVisible()
    unseal(desk, number(desk.screen.site), intact=True)
    desk.sign("O01")
    opened = desk.screen.last()
    assert isinstance(opened, EquipmentUnsealed)
    assert opened.reason is None
    assert desk.screen.signers_of_last() == ["A01", "O01"]


@pytest.mark.parametrize(("read", "intact"), [("WRONG", True), ("", False)])
def test_a_seal_that_is_wrong_or_broken_waits_for_the_chief(desk: Desk, read: str, *, intact: bool) -> None:
    desk.opens(minutes=-30)
    desk.open_page(step=StepKind.UNSEAL)
    unseal(desk, read or number(desk.screen.site), intact=intact)
    desk.sign("O01")
    incident, found = desk.screen.facts()[-2:]
    assert isinstance(incident, IncidentOpened)
    assert isinstance(found, SealFoundBroken)
    assert desk.screen.shell.text.refusal(ChiefDecides(incident.number)) in desk.screen.asked()
    desk.screen.look_again()
    assert desk.say("authority-seal-waits", incident=incident.number) in said(desk)
    card = seal(desk)
    assert not card.opening.isVisible()
    desk.screen.sign_in("C01")
    card.decision.setCurrentIndex(card.decision.findData(SealDecision.EXAMINED_AND_USED))
    card.decide.click()
    desk.sign("O01")
    decided = desk.screen.last()
    assert isinstance(decided, SealDecided)
    assert (decided.incident, decided.decision) == (incident.number, SealDecision.EXAMINED_AND_USED)


def test_an_exam_day_without_a_seal_is_the_chiefs_to_decide(bare: Desk) -> None:
    bare.opens(minutes=-30)
    bare.open_page(step=StepKind.UNSEAL)
    assert bare.say("authority-never-opened") in said(bare)
    assert seal(bare).deciding.isVisible()


def test_another_test_can_be_entered_after_one_that_passed(bare: Desk) -> None:
    bare.screen.site.sealed_room_test = True
    bare.open_page(step=StepKind.ACCEPT)
    test = bare.page.sealing.test
    assert not test.form.isVisible()
    test.again.click()
    assert test.form.isVisible()
    assert bare.screen.focus() is test.result

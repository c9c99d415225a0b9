"""PINs at the desk: chosen, waited for after wrong ones, recovered; and who is called to sign in person."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt

from app.authority import issue
from app.core.avoidance import AvoidanceDeclared, DeclareAvoidance
from app.core.desk import DeskTaken
from app.core.person_state import DrillTopic
from app.core.pin import FREE_TRIES, PinChanged, PinRecovered, RightPinGiven
from app.core.qualification import Qualified, RecordQualification
from app.core.terms import Mode, PersonId, Role
from app.service import people
from app.service.console import Console
from tests.gui.conftest import OpenScreen
from tests.gui.people_page import PHRASES, at_the_desk, choose, opened, sign, staffed
from tests.gui.screen import Screen, settle, texts
from tests.stores import PIN
from ui.pages.people import PeoplePage
from ui.pages.people_forms import PRACTICE_PASSPHRASES, RecoveryForm
from ui.widgets.own_pin import OwnPin
from ui.widgets.signing import Signing

OWN = "8f!tX2"


@pytest.fixture
def screen(console: Console, open_screen: OpenScreen) -> Screen:
    return open_screen(staffed(console))


@pytest.fixture
def page(screen: Screen) -> PeoplePage:
    return at_the_desk(screen)


def test_whoever_is_on_duty_changes_the_own_pin(screen: Screen, page: PeoplePage) -> None:
    before = screen.bridge.operator
    page.own_pin.click()
    screen.keys(f"000001\n{OWN}\n{OWN}\n")
    assert screen.shell.say("trouble-wrong-pin") in screen.asked()
    screen.keys(f"{PIN}\n{OWN}\n{OWN}x\n")
    assert screen.shell.say("own-pin-differ") in screen.asked()
    screen.keys(f"{PIN}\n123456\n123456\n")
    assert screen.shell.say("trouble-pin-unfit", rule="run", signs=6) in screen.asked()
    screen.keys(f"{PIN}\n{OWN}\n{OWN}\n")
    assert not screen.asked()
    assert screen.toast() == screen.shell.say("own-pin-done")
    assert any(isinstance(fact, PinChanged) for fact in screen.facts())
    assert screen.bridge.operator is not None
    assert before is not None
    assert screen.bridge.operator.proof != before.proof
    screen.look_again()
    choose(page, "A01")
    assert screen.shell.say("people-pin-own") in texts(page.card)


def test_a_forgotten_pin_is_recovered_before_two_others(screen: Screen, page: PeoplePage) -> None:
    choose(page, "C01")
    page.card.recover.click()
    form = cast("RecoveryForm", page.card.form)
    assert screen.focus() is form.one
    # A PIN that is unfit is said before anybody is called.
    screen.keys("x\ny\n777777\n777777\n")
    assert screen.shell.say("trouble-pin-unfit", rule="one-sign", signs=6) in texts(form)
    assert not screen.asked()
    form.new.setText(OWN)
    form.again.setText(OWN)
    form.confirm.click()
    sign(screen, "O01")
    # What was typed wrongly is said where it was typed, and nothing of it stays.
    assert screen.shell.say("trouble-recovery-wrong") in texts(form)
    assert not screen.banner()
    assert {field.text() for field in (form.one, form.other, form.new, form.again)} == {""}
    screen.keys(f"{PHRASES[1]}\n{PHRASES[0]}\n{OWN}\n{OWN}\n")
    sign(screen, "O01")
    recovered = screen.last()
    assert isinstance(recovered, PinRecovered)
    assert recovered.person == "C01"
    assert screen.signers_of_last() == ["A01", "O01"]
    assert page.card.form is None
    assert people.sign_with_pin(screen.console, "C01", OWN).id == "C01"


def test_practice_passphrases_are_those_of_the_agency(screen: Screen, page: PeoplePage) -> None:
    assert PRACTICE_PASSPHRASES == issue.PRACTICE_PASSPHRASES
    # Outside a practice day nobody reads them off the screen.
    choose(page, "C01")
    page.card.recover.click()
    assert PRACTICE_PASSPHRASES[0] not in texts(page)


def test_two_different_new_pins_are_asked_for_again(screen: Screen, page: PeoplePage) -> None:
    choose(page, "C01")
    page.card.recover.click()
    form = cast("RecoveryForm", page.card.form)
    screen.keys(f"{PHRASES[0]}\n{PHRASES[1]}\n{OWN}\n{OWN}x\n")
    assert screen.shell.say("own-pin-differ") in texts(form)
    assert screen.focus() is form.new
    assert form.one.text() == PHRASES[0]


def test_without_recovery_passphrases_the_banner_says_so(screen: Screen, page: PeoplePage, expect_log: object) -> None:
    expect_log("trouble: recovery-missing")  # type: ignore[operator]  # a fixture that is called
    screen.console.recovery = ()
    choose(page, "C01")
    page.card.recover.click()
    screen.keys(f"a\nb\n{OWN}\n{OWN}\n")
    sign(screen, "O01")
    assert screen.shell.say("trouble-recovery-missing") in screen.banner()


def test_whoever_is_not_on_duty_changes_nothing(screen: Screen) -> None:
    page = opened(screen)
    assert not page.own_pin.isEnabled()
    page.asking.change_pin(page.own_pin)
    assert not screen.asked()


# Wrong ones


def form(screen: Screen) -> Signing:
    (found,) = screen.page.asking.findChildren(Signing)
    return found


def wrong(screen: Screen, code: str) -> None:
    """As often as it takes until the next try waits."""
    for _ in range(FREE_TRIES + 1):
        screen.bridge.sign(code, "000001")


def test_after_too_many_wrong_ones_the_form_counts_the_seconds(screen: Screen) -> None:
    page = opened(screen)
    wrong(screen, "A01")
    page.asking.sign_in(page.people)
    screen.keys(f"A01\n{PIN}\n")
    assert screen.shell.say("trouble-pin-waits", seconds=15) in screen.asked()
    assert not form(screen).confirm.isEnabled()
    # Enter does nothing meanwhile, and the seconds go down.
    screen.at(screen.bridge.now + timedelta(seconds=5))
    assert screen.shell.say("trouble-pin-waits", seconds=10) in screen.asked()
    screen.keys(f"{PIN}\n")
    assert not screen.bridge.signed_in
    screen.at(screen.bridge.now + timedelta(seconds=10))
    assert form(screen).confirm.isEnabled()
    screen.keys("\n")
    taken = DeskTaken(PersonId("A01"), Role.SITE_ADMIN, PersonId(""), handed_over=False)
    assert screen.facts()[-2:] == [RightPinGiven(PersonId("A01")), taken]


def test_somebody_else_does_not_wait_for_it(screen: Screen) -> None:
    page = opened(screen)
    wrong(screen, "A01")
    page.asking.sign_in(page.people)
    screen.keys(f"A01\n{PIN}\n")
    form(screen).code.clear()
    form(screen).code.setFocus()
    screen.keys(f"C01\n{PIN}\n")
    assert screen.bridge.operator is not None
    assert screen.bridge.operator.id == "C01"


# The first one


@pytest.fixture
def real(console: Console, open_screen: OpenScreen) -> Screen:
    """A real exam: the first PINs lie sealed on paper."""
    staffed(console).site.mode = Mode.REAL
    return open_screen(console)


def own_form(screen: Screen) -> OwnPin:
    settle()
    (found,) = screen.page.asking.findChildren(OwnPin)
    return found


def test_whoever_comes_with_the_first_pin_chooses_an_own_one_right_there(real: Screen) -> None:
    page = opened(real)
    choose(page, "C01")
    page.card.declare_none.click()
    # When somebody signs in with the PIN from the paper
    real.keys(f"A01\n{PIN}\n")
    # Then an own one is asked for, in the same place
    assert real.shell.say("own-pin-first", person="Wang Fang") in real.asked()
    real.keys("123456\n123456\n")
    assert real.shell.say("trouble-pin-unfit", rule="run", signs=6) in real.asked()
    assert real.bridge.operator is None
    real.keys(f"{OWN}\n{OWN}\n")
    # And what was asked for goes on by itself
    changed, taken, declared = real.facts()[-3:]
    assert isinstance(changed, PinChanged)
    assert taken == DeskTaken(PersonId("A01"), Role.SITE_ADMIN, PersonId(""), handed_over=False)
    assert declared == AvoidanceDeclared(PersonId("C01"), ())
    assert not real.asked()


def test_the_first_pin_opens_nothing_to_whoever_gives_up(real: Screen) -> None:
    page = opened(real)
    page.asking.sign_in(page.people)
    real.keys(f"A01\n{PIN}\n")
    own_form(real)
    real.press(Qt.Key.Key_Escape)
    assert not real.asked()
    assert real.bridge.operator is None
    assert not real.bridge.signed_in


def test_a_second_person_with_the_first_pin_chooses_an_own_one_too(real: Screen) -> None:
    # Given an administrator at the desk with an own PIN
    page = opened(real)
    page.asking.sign_in(page.people)
    real.keys(f"A01\n{PIN}\n{OWN}\n{OWN}\n")
    assert real.bridge.signed_in
    # When the second person of a step has still the first one
    today = real.bridge.now.date()
    page.asking.submit(RecordQualification(PersonId("R001"), today, today, tuple(DrillTopic)))
    real.keys(f"O01\n{PIN}\n")
    assert real.shell.say("own-pin-first", person="Sun Li") in real.asked()
    real.keys(f"{OWN}\n{OWN}\n")
    # Then the step stands, signed by both
    assert isinstance(real.last(), Qualified)
    assert real.signers_of_last() == ["A01", "O01"]
    assert real.site.person(PersonId("O01")).verifier


def test_in_practice_nobody_is_asked_for_an_own_pin(screen: Screen) -> None:
    page = opened(screen)
    page.asking.submit(DeclareAvoidance(PersonId("C01"), ()))
    screen.keys(f"A01\n{PIN}\n")
    assert isinstance(screen.last(), AvoidanceDeclared)

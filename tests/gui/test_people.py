"""The page of the people: who is fit to serve, what is entered about them and by whom, and who may do what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from app.core.agreement import AgreementSigned
from app.core.avoidance import AvoidanceDeclared, DeclareAvoidance, TicketsUnknown
from app.core.delegation import ChiefDelegated, DelegationEnded
from app.core.permission import NotYourRole
from app.core.person_state import DrillTopic
from app.core.qualification import Qualified, TopicsMissing
from app.core.staffing import AgreementMissing
from app.core.terms import PersonId, Role, Ticket
from app.core.training import NoTopic, RecordTraining, StaffTrained, TrainingTopic
from app.service import people
from app.service.console import Console
from app.views.case_names import Case
from app.views.permissions import PermissionRow
from app.views.staffing import StaffItem, StaffRule
from tests.gui.conftest import OpenScreen
from tests.gui.people_page import STAFF, at_the_desk, cells, choose, opened, shown, sign, staffed
from tests.gui.screen import Screen, settle, texts
from tests.stores import MORNING, PIN
from ui.pages.people import Part, PeoplePage
from ui.pages.people_forms import AgreementForm, DeclarationForm, DelegationForm, QualificationForm, TrainingForm
from ui.shell import PageName


@pytest.fixture
def screen(console: Console, open_screen: OpenScreen) -> Screen:
    """Everybody was trained but the room administrator."""
    screen = open_screen(staffed(console))
    trained = tuple(PersonId(code) for code, *_ in STAFF if code != "R001")
    screen.do(RecordTraining(trained, screen.bridge.now.date(), tuple(TrainingTopic)))
    return screen


@pytest.fixture
def page(screen: Screen) -> PeoplePage:
    return at_the_desk(screen)


# Who reads what


def test_names_and_phones_show_only_while_somebody_is_signed_in(screen: Screen) -> None:
    page = opened(screen)
    choose(page, "C01")
    assert "Li Na" not in texts(page)
    assert cells(page, "C01")[1] == screen.shell.say("blank")
    screen.sign_in()
    settle()
    assert cells(page, "C01")[1] == "Li Na"
    choose(page, "C01")
    assert "Li Na" in texts(page.card)
    assert "024-1" in texts(page.card)
    screen.bridge.lock()
    settle()
    assert "Li Na" not in texts(page)
    assert "024-1" not in texts(page)


def test_patrol_sees_codes_and_roles_only(screen: Screen) -> None:
    page = opened(screen)
    screen.sign_in("X01")
    settle()
    assert {cells(page, code)[1] for code in shown(page)} == {screen.shell.say("blank")}
    assert "X01" in page.sub.full
    assert "Wu Liu" not in page.sub.full


def test_the_head_says_who_is_on_duty(screen: Screen) -> None:
    page, say = opened(screen), screen.shell.say
    assert page.sub.full == say("people-names-hidden", duty=say("people-nobody-on-duty"))
    screen.sign_in()
    screen.look_again()
    assert page.sub.full == say("people-on-duty", person="A01 Wang Fang", role=Role.SITE_ADMIN)
    assert cells(page, "A01")


# What is open


def test_what_bars_somebody_comes_first(page: PeoplePage) -> None:
    assert shown(page)[0] == "T01"
    assert page.card.agree.property("kind") == "primary"
    assert page.card.items.isVisible()


def test_no_relatives_is_entered_for_many_at_once(screen: Screen, page: PeoplePage) -> None:
    choose(page, "C01")
    page.card.declare_none.click()
    assert screen.last() == AvoidanceDeclared(PersonId("C01"), ())
    screen.look_again()
    page.people.selectAll()
    settle()
    page.card.declare_none.click()
    screen.look_again()
    said = [fact.person for fact in screen.facts() if isinstance(fact, AvoidanceDeclared)]
    assert sorted(said) == [code for code, *_ in STAFF]
    assert screen.toast() == screen.shell.say("people-declared", count=len(STAFF) - 1)
    assert not page.card.declare_none.isVisible()
    page._pick(Part.OPEN)
    assert shown(page) == ["T01", "R001"]


def test_training_is_entered_for_many_at_once_and_late_with_the_chief(screen: Screen, page: PeoplePage) -> None:
    choose(page, "R001")
    assert screen.shell.word(StaffItem.TRAINING) in cells(page, "R001")[4]
    page._pick(Part.CHECKS)
    assert screen.shell.say("people-found-persons", count=1) in {line.cells[1].text for line in page.checks.lines.lines}
    page._pick(Part.PEOPLE)
    page.people.selectAll()
    settle()
    page.card.train.click()
    form = cast("TrainingForm", page.card.form)
    assert screen.shell.say("people-train-many", count=len(STAFF)) in texts(form)
    form.confirm.click()
    assert screen.shell.text.refusal(NoTopic()) in screen.asked()
    for box in form.topics.boxes.values():
        box.setChecked(True)
    form.confirm.click()
    trained = screen.last()
    # Who is entered with this day already is not entered again.
    assert trained == StaffTrained(
        (PersonId("R001"),), screen.bridge.now.date(), tuple(sorted(TrainingTopic)), late=False
    )
    screen.look_again()
    choose(page, "R001")
    assert screen.bridge.now.date().isoformat() in texts(page.card)
    # The exam day is over before somebody comes in for another: the chief stands by.
    screen.at(MORNING + timedelta(days=1))
    page.card.train.click()
    form = cast("TrainingForm", page.card.form)
    next(iter(form.topics.boxes.values())).setChecked(True)
    form.confirm.click()
    sign(screen, "C01")
    late = screen.last()
    assert isinstance(late, StaffTrained)
    assert late.late


def test_relatives_are_entered_by_ticket(screen: Screen, page: PeoplePage) -> None:
    choose(page, "R001")
    page.card.declare.click()
    form = cast("DeclarationForm", page.card.form)
    # When a ticket is wrong
    screen.keys("210100001 999\n")
    # Then it is said, and the form stays
    assert screen.shell.text.refusal(TicketsUnknown((Ticket("999"),))) in screen.asked()
    assert form.isVisible()
    form.tickets.setText("210100001，210100002")
    form.confirm.click()
    # Naming relatives may bar somebody: a second person stands by.
    sign(screen, "O01")
    assert screen.last() == AvoidanceDeclared(PersonId("R001"), (Ticket("210100001"), Ticket("210100002")))
    screen.look_again()
    assert page.card.form is None
    assert shown(page)[0] == "R001"
    assert screen.shell.say("people-avoids", ticket="210100001") in texts(page.card)


def test_a_confidentiality_document_opens_the_desk_to_people_from_outside(screen: Screen, page: PeoplePage) -> None:
    assert screen.bridge.take_desk(people.sign_with_pin(screen.console, "T01", PIN)) == AgreementMissing(
        PersonId("T01")
    )
    choose(page, "T01")
    page.card.agree.click()
    form = cast("AgreementForm", page.card.form)
    form.signed_on.setText("yesterday")
    form.confirm.click()
    assert screen.shell.say("people-day-wrong") in texts(form)
    form.signed_on.setText("2021/10/1")
    form.signed_on.editingFinished.emit()
    assert form.signed_on.text() == "2021-10-01"
    form.confirm.click()
    assert screen.last() == AgreementSigned(PersonId("T01"), date(2021, 10, 1))
    assert screen.bridge.take_desk(people.sign_with_pin(screen.console, "T01", PIN)) is None


def test_the_chosen_stay_chosen_wherever_they_go_and_the_next_takes_the_place(screen: Screen, page: PeoplePage) -> None:
    choose(page, "C01")
    page.card.declare_none.click()
    screen.look_again()
    # What is done goes down, and stays chosen.
    assert shown(page)[-1] == "C01"
    assert page.people.chosen_keys() == ("C01",)
    # Among what is to do, the next one comes.
    page._pick(Part.OPEN)
    choose(page, "D01")
    after = shown(page)[shown(page).index("D01") + 1]
    page.card.declare_none.click()
    screen.look_again()
    assert page.people.chosen_keys() == (after,)
    # Several stay chosen too.
    page._pick(Part.PEOPLE)
    page.people.selectAll()
    screen.do(DeclareAvoidance(PersonId("O01"), ()))
    screen.look_again()
    assert len(page.people.chosen_keys()) == len(STAFF)


def test_test_and_drill_are_entered_before_a_supervisor_with_every_topic(screen: Screen, page: PeoplePage) -> None:
    choose(page, "R001")
    page.card.qualify.click()
    form = cast("QualificationForm", page.card.form)
    assert isinstance(screen.focus(), QCheckBox)
    form.test.setText("20211001")
    form.drill.setText("2021-10-02")
    for box in list(form.topics.boxes.values())[1:]:
        box.setChecked(True)
    form.confirm.click()
    missing = TopicsMissing((next(iter(DrillTopic)),))
    assert screen.shell.text.refusal(missing) in screen.asked()
    next(iter(form.topics.boxes.values())).setChecked(True)
    form.confirm.click()
    # Somebody verifies it in place.
    sign(screen, "O01")
    assert screen.last() == Qualified(PersonId("R001"), date(2021, 10, 1), date(2021, 10, 2))
    assert screen.signers_of_last() == ["A01", "O01"]
    assert "2021-10-02" in texts(page.card)


def test_a_day_that_cannot_be_read_is_asked_for_again(screen: Screen, page: PeoplePage) -> None:
    choose(page, "R001")
    page.card.qualify.click()
    form = cast("QualificationForm", page.card.form)
    form.test.setText("2021-02-30")
    form.confirm.click()
    assert screen.focus() is form.test
    assert screen.shell.say("people-day-wrong") in texts(form)


def test_escape_gives_a_step_up_together_with_the_question_for_a_signature(screen: Screen, page: PeoplePage) -> None:
    choose(page, "R001")
    page.card.qualify.click()
    form = cast("QualificationForm", page.card.form)
    form.test.setText("2021-10-01")
    form.drill.setText("2021-10-01")
    for box in form.topics.boxes.values():
        box.setChecked(True)
    form.confirm.click()
    assert screen.asked()
    form.test.setFocus()
    screen.press(Qt.Key.Key_Escape)
    assert page.card.form is None
    assert not screen.asked()
    assert screen.focus() is page.people


def test_enter_leads_from_a_person_to_what_is_to_be_done(screen: Screen, page: PeoplePage) -> None:
    choose(page, "T01")
    page.people.setFocus()
    screen.press(Qt.Key.Key_Return)
    assert screen.focus() is page.card.agree
    screen.press(Qt.Key.Key_Return)
    assert isinstance(page.card.form, AgreementForm)


def test_a_form_goes_when_another_person_is_chosen_and_stays_through_other_news(
    screen: Screen, page: PeoplePage
) -> None:
    choose(page, "R001")
    page.card.qualify.click()
    form = page.card.form
    screen.do(DeclareAvoidance(PersonId("C01"), ()))
    screen.look_again()
    assert page.card.form is form
    choose(page, "C01")
    assert page.card.form is None


# Delegation


def test_only_the_chief_delegates_and_the_deputy_signs_in_person(screen: Screen, page: PeoplePage) -> None:
    choose(page, "D01")
    page.card.delegate.click()
    form = cast("DelegationForm", page.card.form)
    form.paper.setText("W-2021-1")
    form.until.setText("noon")
    form.confirm.click()
    assert screen.shell.say("people-time-wrong") in texts(form)
    form.until.setText("18:00")
    form.confirm.click()
    assert screen.shell.text.refusal(NotYourRole(Role.SITE_ADMIN, (Role.CHIEF,))) in screen.asked()
    # When the chief asks
    screen.sign_in("C01")
    form.confirm.click()
    # Then it is this deputy who signs, and nobody need type the code
    assert screen.shell.say("sign-this-person", person="Zhao Yi") in screen.asked()
    sign(screen, "")
    now = screen.bridge.now
    until = now.replace(hour=18, minute=0, second=0)
    assert screen.last() == ChiefDelegated(PersonId("C01"), PersonId("D01"), "W-2021-1", now, until)
    assert screen.signers_of_last() == ["C01", "D01"]
    assert "W-2021-1" in texts(page.card)
    assert "D01" in page.sub.full
    page.card.end_delegation.click()
    assert screen.last() == DelegationEnded(PersonId("D01"))


# Checks and permissions


def test_a_check_leads_to_the_persons_it_names_and_to_its_clause(screen: Screen, page: PeoplePage) -> None:
    page._pick(Part.CHECKS)
    settle()
    keys = [line.key for line in page.checks.lines.lines]
    page.checks.selectRow(keys.index(StaffRule.AGREEMENTS))
    settle()
    assert "T01" in texts(page.check)
    page.check.people.click()
    assert shown(page) == ["T01"]
    assert page.reset.isVisible()
    page.reset.click()
    assert len(shown(page)) == len(STAFF)
    page._pick(Part.CHECKS)
    page.checks.selectRow(keys.index(StaffRule.CHIEF))
    page.check.why.click()
    settle()
    assert screen.page.name is PageName.RULEBOOK


def test_the_table_of_permissions_tells_what_a_role_may_do(screen: Screen, page: PeoplePage) -> None:
    page._pick(Part.CASES)
    assert len(page.cases.lines.lines) == len(Case)
    page.roles.setCurrentIndex(page.roles.findData(Role.PATROL))
    page.roles.activated.emit(0)
    cases = [line.key.case for line in page.cases.lines.lines if isinstance(line.key, PermissionRow)]
    assert cases == [Case.CHANGE_PIN, Case.TAKE_DESK, Case.LEAVE_DESK]
    page.reset.click()
    page.words.setText(screen.shell.word(Case.BACK_UP))
    (line,) = page.cases.lines.lines
    assert screen.shell.say("people-a-supervisor") in line.cells[2].text
    settle()
    assert screen.shell.say("people-needs-site-lock") in texts(page.case)
    assert screen.shell.word(Role.RESIDENT) in texts(page.case)


def test_what_fits_nothing_says_so(screen: Screen, page: PeoplePage) -> None:
    page.words.setText("nobody at all")
    settle()
    assert screen.shell.say("people-nobody-found") in texts(page)
    page.reset.click()
    assert screen.focus() is page.words


def test_before_the_package_there_is_no_list(bare_console: Console, open_screen: OpenScreen) -> None:
    screen = open_screen(bare_console)
    screen.go(PageName.PEOPLE)
    assert screen.shell.say("people-no-list") in texts(screen.page)
    page = cast("PeoplePage", screen.page)
    assert not page.own_pin.isEnabled()
    page._pick(Part.CASES)
    assert page.cases.lines.lines


def test_facts_about_something_else_leave_it_alone(screen: Screen, page: PeoplePage) -> None:
    before = page.people.lines.lines
    screen.at(screen.bridge.now + timedelta(minutes=1))
    screen.compared()
    screen.look_again()
    assert page.people.lines.lines is before

"""Who is on duty at the console, and whether the last one handed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.agreement import AgreementSigned
from app.core.desk import DeskLeft, DeskTaken, LeaveDesk, NotAtTheDesk, TakeDesk
from app.core.operation import Desk, Signer
from app.core.terms import PersonId, Role
from tests.builders import ADMIN, DEPUTY, OFFICER, PASSED, Story, desk

ANNA, BORIS = Signer(ADMIN, Role.SITE_ADMIN, "pin:a"), Signer(OFFICER, Role.TECHNICIAN, "pin:b")
NOBODY = PersonId("")


def here(*people: Signer) -> Desk:
    return replace(desk(), signers=people)


def opened() -> Story:
    """Unsealed; who comes as a technician signed the confidentiality document."""
    return Story("opened").given(*(AgreementSigned(one.id, PASSED) for one in (ANNA, BORIS)))


@pytest.mark.parametrize("role", Role)
def test_the_first_to_sign_takes_a_free_desk_in_any_role(role: Role) -> None:
    anna = replace(ANNA, role=role)
    story = opened().when(TakeDesk(), here(anna, BORIS))
    story.then(DeskTaken(ANNA.id, role, NOBODY, handed_over=False)).done(TakeDesk(), here(anna))
    assert story.site.desk == ANNA.id


def test_who_is_on_duty_and_signs_beside_hands_over() -> None:
    story = opened().done(TakeDesk(), here(ANNA)).when(TakeDesk(), here(BORIS, ANNA))
    story.then(DeskTaken(BORIS.id, Role.TECHNICIAN, ANNA.id, handed_over=True)).done(TakeDesk(), here(BORIS, ANNA))
    assert story.site.desk == BORIS.id


def test_a_desk_is_taken_also_when_the_last_one_did_not_sign_it_off() -> None:
    other = replace(ANNA, id=DEPUTY)
    story = opened().done(TakeDesk(), here(ANNA)).when(TakeDesk(), here(BORIS, other))
    story.then(DeskTaken(BORIS.id, Role.TECHNICIAN, ANNA.id, handed_over=False))


def test_who_is_on_duty_takes_it_once() -> None:
    story = opened().done(TakeDesk(), here(ANNA))
    story.when(TakeDesk(), here(ANNA, BORIS)).then().when(TakeDesk(), here(replace(ANNA, role=Role.CHIEF))).then()


def test_only_who_is_on_duty_leaves() -> None:
    story = opened().when(LeaveDesk(), here(ANNA)).then(NotAtTheDesk(NOBODY))
    story.done(TakeDesk(), here(ANNA)).when(LeaveDesk(), here(BORIS, ANNA)).then(NotAtTheDesk(ANNA.id))
    story.when(LeaveDesk(), here(ANNA)).then(DeskLeft(ANNA.id)).done(LeaveDesk(), here(ANNA))
    assert story.site.desk == NOBODY
    story.when(TakeDesk(), here(BORIS)).then(DeskTaken(BORIS.id, Role.TECHNICIAN, NOBODY, handed_over=False))

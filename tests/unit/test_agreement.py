"""Confidentiality documents of people from outside (STF-13)."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.agreement import AgreementSigned, RecordAgreement
from app.core.avoidance import NotOnTheList
from app.core.permission import NotYourRole
from app.core.qualification import DayTooLate
from app.core.terms import Role
from tests.builders import GUIDE, OFFICER, STRANGER, Story, alone, at, by, present

NOW, TODAY = at("12:00", 29), date(2021, 10, 29)
ASK = RecordAgreement(GUIDE, TODAY)


def test_stf_13_a_signed_document_is_entered_with_its_day() -> None:
    story = Story("packaged").when(ASK, alone(NOW)).then(AgreementSigned(GUIDE, TODAY)).done(ASK, alone(NOW))
    assert story.site.person(GUIDE).agreement_on == TODAY
    story.when(ASK, alone(NOW)).then()
    earlier = date(2021, 10, 1)
    story.when(RecordAgreement(GUIDE, earlier), alone(NOW)).then(AgreementSigned(GUIDE, earlier))


def test_stf_13_none_is_signed_tomorrow_nor_by_a_stranger() -> None:
    tomorrow = date(2021, 10, 30)
    Story("packaged").when(RecordAgreement(GUIDE, tomorrow), alone(NOW)).then(DayTooLate(tomorrow))
    Story("packaged").when(RecordAgreement(STRANGER, TODAY), alone(NOW)).then(NotOnTheList(STRANGER))


@pytest.mark.parametrize("role", [Role.ROOM_ADMIN, Role.INVIGILATOR, Role.DEPUTY, Role.PATROL])
def test_who_enters_documents(role: Role) -> None:
    no = NotYourRole(role, (Role.CHIEF, Role.EXAM_OFFICE, Role.SITE_ADMIN))
    Story("packaged").when(ASK, present(NOW, by(OFFICER, role))).then(no)
    Story("packaged").done(ASK, present(NOW, by(OFFICER, Role.EXAM_OFFICE)))

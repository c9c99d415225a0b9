"""Whom to call: name and telephone, kept apart from the journal (INC-12)."""

from __future__ import annotations

import pytest

from app.core.contact import ContactEntered, EnterContact
from app.core.free_text import FreeText, TextMissing, TextPart, TextUnfit
from app.core.paper_state import Contact
from app.core.permission import NotYourRole
from app.core.terms import Role
from tests.builders import D1, D2, Story, desk

NAME, PHONE = (TextPart.NAME, "Ma"), (TextPart.PHONE, "024-110")
TEXT = FreeText((NAME, PHONE), D1)
ENTER = EnterContact(Contact.POLICE, TEXT)


@pytest.mark.parametrize("contact", Contact)
def test_inc_12_everyone_to_be_called_has_name_and_telephone(contact: Contact) -> None:
    story = Story("packaged").when(EnterContact(contact, TEXT)).then(ContactEntered(contact, D1))
    story.done(EnterContact(contact, TEXT))
    assert story.site.contacts == {contact: D1}
    assert D1 in story.site.texts & story.site.blobs


def test_inc_12_a_later_entry_replaces_it_and_what_was_said_before_stays_kept() -> None:
    story = Story("packaged").done(ENTER).done(EnterContact(Contact.POLICE, FreeText((NAME, PHONE), D2)))
    assert story.site.contacts == {Contact.POLICE: D2}
    assert {D1, D2} <= story.site.texts


@pytest.mark.parametrize(("parts", "missing"), [((NAME,), TextPart.PHONE), ((PHONE,), TextPart.NAME)])
def test_inc_12_both_are_needed(parts: tuple[tuple[TextPart, str], ...], missing: TextPart) -> None:
    Story("packaged").when(EnterContact(Contact.DUTY, FreeText(parts, D1))).then(TextMissing(missing))


def test_rec_12_a_contact_is_two_lines_and_nothing_else() -> None:
    longer = FreeText((NAME, (TextPart.PHONE, "0" * 61)), D1)
    Story("packaged").when(EnterContact(Contact.DUTY, longer)).then(TextUnfit(TextPart.PHONE, 60))
    more = FreeText((NAME, PHONE, (TextPart.REASON, "so")), D1)
    Story("packaged").when(EnterContact(Contact.DUTY, more)).then(TextUnfit(TextPart.REASON, 600))


def test_sec_02_the_site_administrator_enters_it() -> None:
    answer = Story("packaged").when(ENTER, desk(Role.EXAM_OFFICE, Role.CHIEF)).answer
    assert isinstance(answer, NotYourRole)

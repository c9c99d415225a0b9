"""Whom to call (联系方式): duty telephones of the site and of those above and beside it (INC-12)."""

from __future__ import annotations

from app.core.free_text import FreeText, TextPart, unfit
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation
from app.core.paper_state import Contact
from app.core.site import Site
from app.core.terms import Digest


class EnterContact(Operation, frozen=True):
    """Enter name and telephone; a later entry replaces it."""

    contact: Contact
    text: FreeText

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := unfit(self.text, (TextPart.NAME, TextPart.PHONE)):
            return no
        return (ContactEntered(self.contact, self.text.kept),)


class ContactEntered(Fact, frozen=True):
    """Somebody can be called."""

    contact: Contact
    text: Digest

    def apply(self, site: Site) -> None:
        site.contacts[self.contact] = self.text
        site.keep_texts(self.text)

"""Whether the document that was shown is the one that was registered."""

from __future__ import annotations

from enum import StrEnum

from app.core.arrangement_rules import id_checksum_wrong
from app.views.find import plain


class Match(StrEnum):
    """What the number of a shown document says (CAN-01)."""

    UNREAD = "unread"
    SAME = "same"
    UNSOUND = "unsound"
    """As registered, though its last sign does not fit."""
    MISREAD = "misread"
    """Not as registered, and its last sign does not fit: most likely misread."""
    DIFFERS = "differs"

    @property
    def needs_person(self) -> bool:
        """Nobody comes in on this number alone."""
        return self in (Match.MISREAD, Match.DIFFERS)


def match(shown: str, registered: str) -> Match:
    """`registered` is "" for whoever is erased: then every number differs."""
    number = plain(shown)
    if not number:
        return Match.UNREAD
    wrong = id_checksum_wrong(number)
    if number == plain(registered):
        return Match.UNSOUND if wrong else Match.SAME
    return Match.MISREAD if wrong else Match.DIFFERS

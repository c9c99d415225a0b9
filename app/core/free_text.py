"""What people write in their own words (手写要素): typed at the desk, kept apart, cited by facts as a personal blob."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import ClassVar

import msgspec

from app.core.operation import Refusal
from app.core.terms import ClauseId, Digest


class TextPart(StrEnum):
    """What a piece of text tells."""

    ACT = "act"
    HANDLING = "handling"
    PLACE = "place"
    PERSON = "person"
    """Who it was, where no ticket number says so."""
    REFUSAL = "refusal"
    DAMAGE = "damage"
    """What was done to the evidence."""
    REASON = "reason"
    BASIS = "basis"
    """The evidence or legal basis of a correction."""
    ITEM = "item"
    STATION = "station"
    """The police station."""
    OFFICER = "officer"
    RECEIPT = "receipt"
    FACTS = "facts"
    PEOPLE = "people"
    """Who and how many are affected."""
    ACTION = "action"
    DECISION = "decision"
    LESSONS = "lessons"
    TOLD_TO = "told_to"
    """Who heard a report: name and office."""
    CONTENT = "content"
    CAUSE = "cause"
    COURSE = "course"
    RESULT = "result"
    EFFECT = "effect"
    """What the public makes of it (004-E L508)."""
    NAME = "name"
    PHONE = "phone"
    RECEIVER_1 = "receiver_1"
    RECEIVER_2 = "receiver_2"
    OFFICE = "office"


LINES = frozenset(
    {
        TextPart.STATION,
        TextPart.OFFICER,
        TextPart.RECEIPT,
        TextPart.TOLD_TO,
        TextPart.NAME,
        TextPart.PHONE,
        TextPart.RECEIVER_1,
        TextPart.RECEIVER_2,
        TextPart.OFFICE,
    }
)
"""Parts of one line; the others are paragraphs."""
LINE, PARAGRAPH = 60, 600
"""Characters at most."""


class FreeText(msgspec.Struct, frozen=True):
    """Text by part, as typed, and the personal blob that keeps it; "" until it is kept."""

    parts: tuple[tuple[TextPart, str], ...]
    kept: Digest = Digest("")

    def __getitem__(self, part: TextPart) -> str:
        """ "" where nothing was typed."""
        return dict(self.parts).get(part, "").strip()


NO_TEXT = FreeText(())


def unfit(text: FreeText, needed: Collection[TextPart], allowed: Collection[TextPart] = ()) -> Refusal | None:
    """Why this cannot be kept: a part is missing, too long, of strange signs, or not asked for."""
    for part in needed:
        if not text[part]:
            return TextMissing(part)
    for part, said in text.parts:
        longest = LINE if part in LINES else PARAGRAPH
        plain = said if part in LINES else said.replace("\n", "")
        if (part not in needed and part not in allowed) or len(said) > longest or not plain.isprintable():
            return TextUnfit(part, longest)
    return None


class TextMissing(Refusal, frozen=True):
    """A record is not complete while this is empty."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    part: TextPart


class TextUnfit(Refusal, frozen=True):
    """Too long, or of signs that no sheet can show."""

    clause: ClassVar[ClauseId] = ClauseId("REC-12")
    part: TextPart
    longest: int

"""What people write in their own words (手写要素): typed at the desk, kept apart, cited by facts as a personal blob."""

from __future__ import annotations

import unicodedata
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
    ESCORT_1 = "escort_1"
    ESCORT_2 = "escort_2"
    OFFICE = "office"
    EVIDENCE = "evidence"
    """Who or what a readiness item is: name and telephone, number, date, difference."""


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
        TextPart.ESCORT_1,
        TextPart.ESCORT_2,
        TextPart.OFFICE,
    }
)
"""Parts of one line; the others are paragraphs."""
LINE, PARAGRAPH = 60, 600
"""Characters at most."""
_UNSEEN = frozenset(
    map(
        unicodedata.lookup,
        (
            "BRAILLE PATTERN BLANK",
            "HALFWIDTH HANGUL FILLER",
            "HANGUL CHOSEONG FILLER",
            "HANGUL FILLER",
            "HANGUL JUNGSEONG FILLER",
        ),
    )
)
"""Count as letters and signs, and leave nothing on paper."""
_WIDE_SPACE = unicodedata.lookup("IDEOGRAPHIC SPACE")


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
        # A dash, a dot or a sign that shows nothing says nothing.
        if not any(char.isalnum() and char not in _UNSEEN for char in text[part]):
            return TextMissing(part)
    for part, said in text.parts:
        longest = LINE if part in LINES else PARAGRAPH
        if (part not in needed and part not in allowed) or len(said) > longest or not _plain(part, said):
            return TextUnfit(part, longest)
    return None


def _plain(part: TextPart, said: str) -> bool:
    """Whether every sign of it can be seen, or is a space or the end of a line."""
    shown = said.replace(_WIDE_SPACE, "")
    if part not in LINES:
        shown = shown.replace("\n", "")
    return shown.isprintable() and not any(char in _UNSEEN for char in shown)


def same_name(one: str, other: str) -> bool:
    """Whether both are one name: width, case and spaces aside."""
    return _spelled(one) == _spelled(other)


def _spelled(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in plain if char.isalnum())


class TextMissing(Refusal, frozen=True):
    """A record is not complete while this is empty."""

    clause: ClassVar[ClauseId] = ClauseId("REC-12")
    part: TextPart


class TextUnfit(Refusal, frozen=True):
    """Too long, or of signs that no sheet can show."""

    clause: ClassVar[ClauseId] = ClauseId("REC-12")
    part: TextPart
    longest: int

"""Sentences for people: one Fluent message for each refusal, trouble and label, in the language that is on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message
from fluent.runtime.types import fluent_number

from app.resources import RESOURCES
from app.trouble import Trouble
from app.word_ids import fact_id, meaning_id, refusal_id, rule_id, word_id

if TYPE_CHECKING:
    from app.core.operation import Fact, Refusal
    from app.core.site import Package
    from app.views.rulebook import RuleRow

LANGUAGES = ("zh-CN", "en")
_FOLDER = RESOURCES / "text"
_SESSIONS = frozenset({"session", "sessions", "open"})
"""Values of these names are ids of sessions, where they look like one."""
_SESSION = re.compile(r"[0-9]+-[0-9]+")
_ROOMS = "rooms"
"""A list of this name is said whole, also where each room stands with what became of it."""
_SEATS = "seats"
"""A list of this name is said in spans, where all of it looks like seats."""
_SEAT = re.compile(r"[0-9]{1,6}")
_SUBJECT, _WHOLE_SITE = "subject", "*"
"""Whom a code is for; a sentence about the whole site names nobody. Of a sheet, what it is about."""
_FORM = "form"
"""A code of this name, as in "E01", is a form of a room or of the site."""
_PAPER = re.compile(r"([0-9]{1,2}-[0-9]{1,2})-(?:([0-9]{1,4})|([0-9]{5,}))")
"""The subject of a sheet of a room, or of a candidate."""
_SPANS = ("remaining_seconds", "used_seconds")
"""Seconds of these names are told in minutes too."""
_FEW = 3
"""So many tickets of one kind are still named one by one."""
_LONGEST, _LONGEST_LIST = 300, 2000
"""Signs of a text, and of a whole list: what is longer is cut, for Fluent raises beyond 2500."""
_CUT = "…"
_FIRST = ("commands", "station", "settings", "shell")
"""Files in the order in which the command line and the first windows ask for their words."""


class Text:
    """One language. A message that is missing is a bug and raises KeyError."""

    def __init__(self, language: str) -> None:
        self.language = language
        # Isolating marks would stand as boxes on paper and in terminals.
        self._bundle = FluentBundle([language], use_isolating=False)
        # Parsing is slow, and the first window needs the smallest file only.
        self._unread = sorted((_FOLDER / language).glob("*.ftl"), key=_late)

    def _message(self, name: str) -> Message:
        while not self._bundle.has_message(name) and self._unread:
            path = self._unread.pop(0)
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        return self._bundle.get_message(name)

    def say(self, name: str, /, **facts: object) -> str:
        """The message of this id with its values."""
        message = self._message(name)
        if message.value is None:
            raise KeyError(name)
        values = {key: self._value(self._called(key, value)) for key, value in facts.items()}
        said, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise KeyError(name, *errors)
        return str(said)

    def session(self, session: str) -> str:
        """How people call a session, as in "batch 1, session 2", inside a sentence."""
        batch, _, number = session.partition("-")
        return self.say("session-name", batch=batch, number=number)

    def _called(self, key: str, value: object) -> object:
        if key == _SEATS and isinstance(value, tuple):
            return _spans(value)
        if key == _SUBJECT and isinstance(value, str):
            return self._subject(value)
        if key == _FORM and isinstance(value, str):
            return _forms().get(value, value)
        return self._named(value) if key in _SESSIONS else value

    def _subject(self, subject: str) -> object:
        if subject == _WHOLE_SITE:
            return "none"
        if paper := _PAPER.fullmatch(subject):
            session, room, ticket = paper.groups()
            return self.say("paper-of", session=session, room=room or "none", ticket=ticket)
        return self._named(subject)

    def _named(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(self._named(one) for one in value)
        return self.session(value) if isinstance(value, str) and _SESSION.fullmatch(value) else value

    def refusal(self, refusal: Refusal) -> str:
        """What is the case, then the next step."""
        return capital(self.say(refusal_id(type(refusal)), **self._fields(refusal)))

    def _fields(self, refusal: Refusal) -> Mapping[str, object]:
        """Its own fields, None as what a sentence chooses by.

        Of a whole room whose sums all need the same, how many they are.
        """
        from app.core.duty import DrawImpossible  # noqa: PLC0415 - the first window draws nobody
        from app.core.extra_time import AuthorityMissing  # noqa: PLC0415 - the first window refuses nobody extra time

        told = ((name, getattr(refusal, name)) for name in refusal.__struct_fields__)
        fields = {name: _choice(value) if value is None else value for name, value in told}
        if isinstance(refusal, DrawImpossible):
            return fields | {"rooms": refusal.rooms or "none"}
        if not isinstance(refusal, AuthorityMissing):
            return fields
        alike: dict[tuple[int, int, int], list[str]] = {}
        for one in refusal.people:
            alike.setdefault((one.used, one.total, one.most), []).append(one.ticket)
        people = (
            self.say(
                "short",
                tickets=tuple(tickets) if len(tickets) <= _FEW else "none",
                count=len(tickets),
                used=used,
                total=total,
                most=most,
            )
            for (used, total, most), tickets in alike.items()
        )
        return fields | {"people": tuple(people)}

    def basis(self, refusal: Refusal, documents: tuple[str, ...] = ()) -> str:
        """On which clause it stands, in the documents of the rulebook in force; what is our own is said to be."""
        from app.rulebooks import Basis, clauses  # noqa: PLC0415 - the first window cites nothing

        catalogue = clauses()
        row = catalogue.rows[refusal.basis]
        passage = row.within(documents) or row
        document, article = catalogue.documents[passage.document].number, passage.article
        match row.basis:
            case Basis.TEXT:
                return self.say("basis-text", document=document, article=article, quote=passage.quote)
            case Basis.READING:
                return self.say("basis-reading", document=document, article=article, quote=passage.quote, note=row.note)
            case Basis.DERIVED:
                return self.say("basis-derived", document=document, article=article, note=row.note)

    def fact(self, fact: Fact) -> str:
        """What happened, in one sentence; of what stands in a list, how many."""
        return capital(self.say(fact_id(type(fact)), **_told(fact)))

    def meaning(self, kind: type[Fact]) -> str:
        """What every entry of this kind stands for, whatever it says."""
        return self.say(meaning_id(kind))

    def rule(self, row: RuleRow) -> str:
        """The value of one rule with its unit."""
        if row.value is None:
            return self.say("rule-not-provided")
        if row.zero_says_more:
            return self.say(f"{rule_id(row.field)}-zero")
        return self.say(word_id(row.unit), value=_choice(row.value))

    def trouble(self, trouble: Trouble) -> str:
        """What happened and what to do now."""
        return self.say(f"trouble-{trouble.code.value}", **trouble.facts)

    def _value(self, value: object) -> Any:
        match value:
            case Enum():
                return self.say(word_id(value))
            case datetime():
                return value.strftime("%Y-%m-%d %H:%M:%S")
            case date():
                return value.isoformat()
            case bool():
                return _choice(value)
            case msgspec.Struct():
                fields = msgspec.structs.asdict(value)
                return self.say(word_id(type(value)), **{name: _choice(field) for name, field in fields.items()})
            case tuple() if value:
                return self._listed(tuple(str(self._value(part)) for part in value))
            case int():
                # A number of entries or bytes is read aloud and compared: 1234, never 1,234.
                return fluent_number(value, useGrouping=False)
            case "" | ():
                return self.say("blank")
            case str():
                shown = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + _CUT
                return "".join(sign if sign.isprintable() else "�" for sign in shown)
            case _:
                return value

    def _listed(self, parts: tuple[str, ...]) -> str:
        """Cut between two of them, so that each one still stands whole."""
        between, left = self.say("list-separator"), _LONGEST_LIST
        kept: list[str] = []
        for part in parts:
            left -= len(part) + len(between)
            if left < 0:
                return between.join((*kept, _CUT))
            kept.append(part)
        return between.join(kept)


def _late(path: Path) -> tuple[int, str]:
    return _FIRST.index(path.stem) if path.stem in _FIRST else len(_FIRST), path.stem


def capital(said: str) -> str:
    """As a sentence or a label begins."""
    first = said[:1].upper()
    return said if said.startswith(first) else first + said[1:]


def _told(fact: Fact) -> dict[str, object]:
    """The fact's own fields; a list as its count, of rooms and of codes whole, a span in minutes too.

    Of a package what it brings.
    """
    from app.core.arrangement import PackageTakenIn  # noqa: PLC0415 - the first window tells no facts
    from app.core.start import StartWasLate  # noqa: PLC0415 - the first window tells no facts

    if isinstance(fact, PackageTakenIn):
        return _package(fact.package)
    told: dict[str, object] = {}
    for name in fact.__struct_fields__:
        value = getattr(fact, name)
        if isinstance(value, tuple):
            told[f"{name}_count"] = len(value)
        if not isinstance(value, tuple) or name == _ROOMS or all(isinstance(part, str) for part in value):
            told[name] = _choice(value)
    late = fact.seconds if isinstance(fact, StartWasLate) else None
    span = next((getattr(fact, name) for name in _SPANS if hasattr(fact, name)), late)
    if span is not None:
        told["minutes"], told["seconds"] = divmod(span, 60)
    return told


def _package(package: Package) -> dict[str, object]:
    return {
        "edition": package.edition,
        "exam": package.exam.title,
        "rulebook": package.rulebook.title,
        "sessions_count": len(package.exam.sessions),
        "rooms_count": len(package.plan.rooms),
        "locks_count": len(package.locks),
    }


@cache
def _forms() -> Mapping[str, Enum]:
    """The forms by their codes."""
    from app.core.records import RoomForm  # noqa: PLC0415 - the first window prints nothing
    from app.core.site_form import SiteForm  # noqa: PLC0415 - the first window prints nothing

    return {str(form): form for form in (*RoomForm, *SiteForm)}


def _spans(seats: tuple[str, ...]) -> tuple[str, ...]:
    """Neighbouring seats as one; what was typed and is no seat stays as it is."""
    from app.core.places import spans  # noqa: PLC0415 - the first window tells of no seats

    return tuple(spans(seats).split(", ")) if seats and all(map(_SEAT.fullmatch, seats)) else seats


def _choice(value: object) -> object:
    """What a sentence chooses by, where there is nothing, or only a yes or no."""
    match value:
        case None | "":
            return "none"
        case bool():
            return "yes" if value else "no"
        case _:
            return value


@cache
def text(language: str = LANGUAGES[0]) -> Text:
    """Read once a language."""
    return Text(language)

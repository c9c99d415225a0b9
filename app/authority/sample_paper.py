"""Made-up papers for the sessions of a sample: the same seed gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from string import ascii_uppercase

import msgspec

from app.core.plan import Exam, Session
from app.core.terms import SessionId
from app.exchange import strict
from app.exchange.paper import Option, Paper, Question, QuestionKind, Section
from app.resources import RESOURCES

WORDS = RESOURCES / "demo" / "paper.toml"


class _Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: QuestionKind
    text: str
    points: int
    options: tuple[str, ...] = ()


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`draw`: how many questions of each kind."""

    title: str
    draw: dict[QuestionKind, int]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """resources/demo/paper.toml."""

    title: str
    sections: tuple[_Part, ...]
    questions: tuple[_Asked, ...]


def papers(exam: Exam, seed: int) -> Iterator[tuple[SessionId, bytes]]:
    """One for each session; every other one allows a calculator."""
    words = msgspec.toml.decode(WORDS.read_bytes(), type=_Words)
    for place, session in enumerate(exam.sessions):
        random = Random(f"{seed} {session.id}")  # noqa: S311 (made to be the same again)
        yield session.id, strict.encode(_paper(words, exam, session, random, calculator=place % 2 == 1))


def _paper(words: _Words, exam: Exam, session: Session, random: Random, *, calculator: bool) -> Paper:
    sections: list[Section] = []
    number = 0
    for part in words.sections:
        asked = [one for kind, count in part.draw.items() for one in random.sample(_of(words, kind), count)]
        sections.append(Section(part.title, tuple(_question(number + n, one) for n, one in enumerate(asked, 1))))
        number += len(asked)
    return Paper(exam.id, session.id, words.title.format(subject=session.subject), calculator, tuple(sections))


def _of(words: _Words, kind: QuestionKind) -> list[_Asked]:
    return [one for one in words.questions if one.kind is kind]


def _question(number: int, asked: _Asked) -> Question:
    options = tuple(Option(key, text) for key, text in zip(ascii_uppercase, asked.options, strict=False))
    return Question(str(number), asked.kind, asked.text, asked.points, options)

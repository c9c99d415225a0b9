"""The paper (试卷) of one session for the answering station, and the sheet of answers that goes back."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec

from app.core.terms import ExamId, SessionId, Ticket
from app.exchange import strict
from app.trouble import Code, Trouble

LONGEST_PAPER = 64 << 20
LONGEST_TEXT = 20_000
"""Characters of one written answer."""
MOST_QUESTIONS = 1000

QuestionId = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z-]{1,16}\Z")]
SessionNo = Annotated[SessionId, msgspec.Meta(pattern=r"^[0-9]{1,3}-[0-9]{1,3}\Z")]
TicketNo = Annotated[Ticket, msgspec.Meta(pattern=r"^[0-9]{8,20}\Z")]
"""Both become part of file names; the bounds are those of the arrangement."""

_CENTURY, _LAST = 2000, 9998


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    TEXT = "text"


TRUE_FALSE = ("T", "F")
"""The choices of a true-or-false question; it has no options of its own."""


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One choice; `key` is its letter."""

    key: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]\Z")]
    text: str


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`points` in tenths; `options` is () for true-or-false and written answers."""

    id: QuestionId
    kind: QuestionKind
    text: str
    points: Annotated[int, msgspec.Meta(ge=0)]
    options: tuple[Option, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be chosen, in order; () for a written answer."""
        if self.kind is QuestionKind.TRUE_FALSE:
            return TRUE_FALSE
        return tuple(option.key for option in self.options)


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the paper with its own instruction."""

    title: str
    questions: tuple[Question, ...]


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`calculator`: whether the station offers one."""

    exam: ExamId
    session: SessionId
    title: str
    calculator: bool
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for section in self.sections for question in section.questions)


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The last word on one question, `at` by the station's clock; `chosen` in the order of the options."""

    question: QuestionId
    chosen: tuple[str, ...]
    text: Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]
    at: Annotated[datetime, msgspec.Meta(tz=True)]

    @property
    def blank(self) -> bool:
        """Taken back again."""
        return not (self.chosen or self.text)


class AnswerSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything one candidate answered in one session, in the order of the paper."""

    exam: ExamId
    session: SessionNo
    ticket: TicketNo
    answers: Annotated[tuple[Answer, ...], msgspec.Meta(max_length=MOST_QUESTIONS)]


def read(text: bytes, exam: ExamId, session: SessionId) -> Paper:
    """Raises CONTENT_UNFIT, FIELD_DOUBLED, EXAM_WRONG or SESSION_WRONG."""
    name = f"papers/{session}"
    paper = strict.decode(text, Paper, name)
    if paper.exam != exam:
        raise Trouble(Code.EXAM_WRONG, expected=exam, found=paper.exam)
    if paper.session != session:
        raise Trouble(Code.SESSION_WRONG, expected=session, found=paper.session)
    ids = [question.id for question in paper.questions]
    if not 0 < len(ids) <= MOST_QUESTIONS or len(set(ids)) != len(ids):
        raise Trouble(Code.CONTENT_UNFIT, file=name, line=0, problem="questions")
    for question in paper.questions:
        listed = question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
        if len(question.options) != len(set(question.choices)) * listed or listed > (len(question.options) > 1):
            raise Trouble(Code.CONTENT_UNFIT, file=name, line=0, problem=f"{question.id} options")
    return paper


def read_answers(text: bytes, name: str) -> AnswerSheet:
    """Raises CONTENT_UNFIT, FIELD_DOUBLED, or MEMBER_DOUBLED where a question is answered twice."""
    sheet = strict.decode(text, AnswerSheet, name)
    if any(not _CENTURY <= answer.at.year <= _LAST for answer in sheet.answers):
        raise Trouble(Code.CONTENT_UNFIT, file=name, line=0, problem="at")
    answered = [answer.question for answer in sheet.answers]
    if len(set(answered)) != len(answered):
        twice = next(question for question in answered if answered.count(question) > 1)
        raise Trouble(Code.MEMBER_DOUBLED, file=name, member=twice)
    return sheet


def expect_of(sheet: AnswerSheet, paper: Paper, ticket: Ticket, name: str) -> None:
    """Refuses answers of another exam, session or candidate, and such as this paper does not ask for."""
    if sheet.exam != paper.exam:
        raise Trouble(Code.EXAM_WRONG, expected=paper.exam, found=sheet.exam)
    if sheet.session != paper.session:
        raise Trouble(Code.SESSION_WRONG, expected=paper.session, found=sheet.session)
    if sheet.ticket != ticket:
        raise Trouble(Code.TICKET_WRONG, expected=ticket, found=sheet.ticket)
    questions = {question.id: question for question in paper.questions}
    for answer in sheet.answers:
        if answer.question not in questions or not fits(questions[answer.question], answer):
            raise Trouble(Code.CONTENT_UNFIT, file=name, line=0, problem=f"{answer.question} answer")


def fits(question: Question, answer: Answer) -> bool:
    """Whether this can be an answer to that question."""
    if question.kind is QuestionKind.TEXT:
        return not answer.chosen
    most = len(question.choices) if question.kind is QuestionKind.MULTIPLE else 1
    in_order = tuple(key for key in question.choices if key in answer.chosen)
    return not answer.text and answer.chosen == in_order and len(in_order) <= most

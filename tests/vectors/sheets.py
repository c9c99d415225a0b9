"""Vectors of the paper as the agency writes it, and of sealed answers as the province opens them."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.core.terms import ExamId, SessionId, Ticket
from app.exchange import strict
from app.exchange.agefile import seal
from app.exchange.paper import LONGEST_TEXT, AnswerSheet, Option, Paper, Question, Section
from app.exchange.standalone_return import seal_answers
from app.trouble import Code
from tests.vectors.alone import ANSWERS, CHOICES, PAPER, QUESTIONS, SHEET
from tests.vectors.bench import doubled, flipped, vector, with_unknown
from tests.vectors.keys import PROVINCE_AGE, STRANGER_AGE

SINGLE, _, TRUE_FALSE, WRITTEN = QUESTIONS


def paper(*questions: Question) -> bytes:
    return strict.encode(replace(PAPER, sections=(Section("Part", questions),)))


def with_text(old: bytes, new: bytes) -> bytes:
    whole = strict.encode(PAPER)
    if old not in whole:
        raise ValueError(old)
    return whole.replace(old, new, 1)


@vector("paper")
def good() -> bytes:
    """As the program writes it."""
    return strict.encode(PAPER)


@vector("paper", Code.CONTENT_UNFIT)
def empty() -> bytes:
    """No byte at all, as papers were issued before there were any."""
    return b""


@vector("paper", Code.CONTENT_UNFIT)
def truncated() -> bytes:
    """The last byte is missing."""
    return strict.encode(PAPER)[:-1]


@vector("paper", Code.CONTENT_UNFIT)
def unknown_field() -> bytes:
    """A field that nobody knows."""
    return with_unknown(PAPER)


@vector("paper", Code.FIELD_DOUBLED)
def doubled_field() -> bytes:
    """`exam` stands twice."""
    return doubled(PAPER)


@vector("paper", Code.EXAM_WRONG)
def other_exam() -> bytes:
    """Of another exam."""
    return strict.encode(replace(PAPER, exam=ExamId("another")))


@vector("paper", Code.SESSION_WRONG)
def other_session() -> bytes:
    """Of another session."""
    return strict.encode(replace(PAPER, session=SessionId("1-2")))


@vector("paper", Code.CONTENT_UNFIT)
def without_questions() -> bytes:
    """A part in which nothing is asked."""
    return paper()


@vector("paper", Code.CONTENT_UNFIT)
def question_doubled() -> bytes:
    """Two questions of one number, in two parts."""
    part = Section("Part", (SINGLE,))
    return strict.encode(Paper(PAPER.exam, PAPER.session, PAPER.title, PAPER.calculator, (part, part)))


@vector("paper", Code.CONTENT_UNFIT)
def question_path() -> bytes:
    """A question whose number points elsewhere."""
    return paper(replace(SINGLE, id="../1"))


@vector("paper", Code.CONTENT_UNFIT)
def question_line() -> bytes:
    """A question whose number has an end of line behind it."""
    return paper(replace(SINGLE, id="1\n"))


@vector("paper", Code.CONTENT_UNFIT)
def kind_unknown() -> bytes:
    """A question of a kind that there is not."""
    return with_text(b'"kind":"single"', b'"kind":"drawing"')


@vector("paper", Code.CONTENT_UNFIT)
def points_less_than_none() -> bytes:
    """An answer that takes points away."""
    return paper(replace(SINGLE, points=-10))


@vector("paper", Code.CONTENT_UNFIT)
def one_option() -> bytes:
    """Nothing to choose from."""
    return paper(replace(SINGLE, options=CHOICES[:1]))


@vector("paper", Code.CONTENT_UNFIT)
def option_doubled() -> bytes:
    """Two options under one letter."""
    return paper(replace(SINGLE, options=(*CHOICES, Option("A", "another"))))


@vector("paper", Code.CONTENT_UNFIT)
def option_line() -> bytes:
    """An option's letter has an end of line behind it."""
    return paper(replace(SINGLE, options=(*CHOICES, Option("A\n", "another"))))


@vector("paper", Code.CONTENT_UNFIT)
def options_of_true_or_false() -> bytes:
    """Options of its own for a statement that is true or false."""
    return paper(replace(TRUE_FALSE, options=CHOICES))


@vector("paper", Code.CONTENT_UNFIT)
def options_of_a_text() -> bytes:
    """Options for an answer that is written."""
    return paper(replace(WRITTEN, options=CHOICES))


# Answers, as the province opens them


def answers(sheet: AnswerSheet) -> bytes:
    return seal_answers(sheet, [PROVINCE_AGE.to_public()])


def to_province(content: bytes) -> bytes:
    return seal(content, [PROVINCE_AGE.to_public()])


@vector("answers")
def all_kinds() -> bytes:
    """As the program writes them."""
    return answers(SHEET)


@vector("answers", Code.FILE_NOT_FOR_US)
def other_recipient() -> bytes:
    """Sealed to somebody else."""
    return seal_answers(SHEET, [STRANGER_AGE.to_public()])


@vector("answers", Code.FILE_DAMAGED)
def age_truncated() -> bytes:
    """The last byte is missing."""
    return answers(SHEET)[:-1]


@vector("answers", Code.FILE_DAMAGED)
def age_flipped() -> bytes:
    """A bit of the sealed content changed."""
    return flipped(answers(SHEET), -1)


@vector("answers", Code.FILE_DAMAGED)
def in_clear() -> bytes:
    """Not sealed."""
    return strict.encode(SHEET)


@vector("answers", Code.CONTENT_UNFIT)
def answers_unknown_field() -> bytes:
    """A field that nobody knows."""
    return to_province(with_unknown(SHEET))


@vector("answers", Code.FIELD_DOUBLED)
def answers_doubled_field() -> bytes:
    """`exam` stands twice."""
    return to_province(doubled(SHEET))


@vector("answers", Code.MEMBER_DOUBLED)
def answer_doubled() -> bytes:
    """One question answered twice."""
    return answers(replace(SHEET, answers=(ANSWERS[0], *ANSWERS)))


@vector("answers", Code.CONTENT_UNFIT)
def answer_without_zone() -> bytes:
    """An answer's time does not say in which zone."""
    return answers(replace(SHEET, answers=(replace(ANSWERS[0], at=ANSWERS[0].at.replace(tzinfo=None)),)))


@vector("answers", Code.CONTENT_UNFIT)
def answer_in_the_last_year() -> bytes:
    """An answer of the year 9999, which is already over in some zones."""
    return answers(replace(SHEET, answers=(replace(ANSWERS[0], at=ANSWERS[0].at.replace(year=9999)),)))


@vector("answers", Code.CONTENT_UNFIT)
def answer_too_long() -> bytes:
    """A written answer with a sign too many."""
    return answers(replace(SHEET, answers=(replace(ANSWERS[3], text="x" * (LONGEST_TEXT + 1)),)))


@vector("answers", Code.CONTENT_UNFIT)
def answers_ticket_path() -> bytes:
    """A ticket that points out of its folder."""
    return answers(replace(SHEET, ticket=Ticket("../110105001")))


@vector("answers", Code.CONTENT_UNFIT)
def answers_without_answers() -> bytes:
    """No list of answers at all."""
    fields = {key: value for key, value in msgspec.to_builtins(SHEET).items() if key != "answers"}
    return to_province(msgspec.json.encode(fields))

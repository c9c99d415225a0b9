"""The paper of a session, and which answers fit it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.exchange import paper, strict
from app.exchange.paper import (
    LONGEST_TEXT,
    MOST_QUESTIONS,
    Answer,
    AnswerSheet,
    Paper,
    Question,
    QuestionKind,
    Section,
    expect_of,
    fits,
    read_answers,
)
from app.trouble import Code, Trouble
from tests.vectors.alone import ANSWERS, PAPER, QUESTIONS, SHEET
from tests.vectors.sample import AT, EXAM, SESSION, A, B

SINGLE, MULTIPLE, TRUE_FALSE, WRITTEN = QUESTIONS


def test_round_trip() -> None:
    assert paper.read(strict.encode(PAPER), EXAM, SESSION) == PAPER
    assert read_answers(strict.encode(SHEET), "so-far.json") == SHEET
    expect_of(SHEET, PAPER, A, "so-far.json")


def test_questions_come_in_the_order_of_the_paper() -> None:
    assert PAPER.questions == QUESTIONS
    assert [question.choices for question in QUESTIONS] == [("A", "B", "C"), ("A", "B", "C"), ("T", "F"), ()]


@pytest.mark.parametrize(
    ("question", "chosen", "text", "fit"),
    [
        (SINGLE, ("C",), "", True),
        (SINGLE, (), "", True),
        (SINGLE, ("A", "B"), "", False),
        (SINGLE, ("D",), "", False),
        (SINGLE, ("T",), "", False),
        (SINGLE, ("A",), "and why", False),
        (MULTIPLE, ("A", "B", "C"), "", True),
        (MULTIPLE, ("C",), "", True),
        (MULTIPLE, ("C", "A"), "", False),
        (MULTIPLE, ("A", "A"), "", False),
        (MULTIPLE, ("A", "D"), "", False),
        (TRUE_FALSE, ("F",), "", True),
        (TRUE_FALSE, ("T", "F"), "", False),
        (TRUE_FALSE, ("A",), "", False),
        (WRITTEN, (), "Because.", True),
        (WRITTEN, (), "", True),
        (WRITTEN, ("A",), "", False),
    ],
)
def test_what_may_answer_a_question(question: Question, chosen: tuple[str, ...], text: str, fit: bool) -> None:
    assert fits(question, Answer(question.id, chosen, text, AT)) is fit


def test_an_answer_without_choice_or_text_was_taken_back() -> None:
    assert [answer.blank for answer in ANSWERS] == [False] * 4
    assert Answer("1", (), "", AT).blank


def asking(count: int) -> Paper:
    every = tuple(Question(str(n), QuestionKind.TRUE_FALSE, "?", 1) for n in range(count))
    return Paper(EXAM, SESSION, "Sample", False, (Section("Part", every),))


def answering(count: int) -> AnswerSheet:
    return AnswerSheet(EXAM, SESSION, A, tuple(Answer(str(n), ("T",), "", AT) for n in range(count)))


def test_there_may_be_so_many_questions_and_no_more() -> None:
    most = paper.read(strict.encode(asking(MOST_QUESTIONS)), EXAM, SESSION)
    sheet = read_answers(strict.encode(answering(MOST_QUESTIONS)), "a")
    expect_of(sheet, most, A, "a")
    with pytest.raises(Trouble) as refused:
        paper.read(strict.encode(asking(MOST_QUESTIONS + 1)), EXAM, SESSION)
    assert refused.value.code is Code.CONTENT_UNFIT
    with pytest.raises(Trouble) as refused:
        read_answers(strict.encode(answering(MOST_QUESTIONS + 1)), "a")
    assert refused.value.code is Code.CONTENT_UNFIT


def test_a_written_answer_may_be_so_long_in_any_script() -> None:
    long = Answer("4", (), "\U00020bb7" * LONGEST_TEXT, AT)
    assert read_answers(strict.encode(replace(SHEET, answers=(long,))), "a").answers == (long,)


def test_a_refused_answer_is_named() -> None:
    with pytest.raises(Trouble) as refused:
        expect_of(replace(SHEET, answers=(replace(ANSWERS[3], chosen=("A",)),)), PAPER, A, "so-far.json")
    assert refused.value.facts == {"file": "so-far.json", "line": 0, "problem": "4 answer"}
    with pytest.raises(Trouble) as refused:
        expect_of(SHEET, PAPER, B, "so-far.json")
    assert refused.value.code is Code.TICKET_WRONG

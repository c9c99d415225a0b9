"""The rulebook page: every rule once, with its clause."""

from __future__ import annotations

import msgspec
import pytest

from app.core.rulebook import Rule, Rulebook
from app.core.terms import ClauseId, Role
from app.rulebooks import all_ids, clauses, load
from app.text import LANGUAGES, text
from app.views.rulebook import ZERO_SAYS_MORE, ListedStep, RuleGroup, RuleRow, Unit, rows
from app.word_ids import rule_id
from tests.builders import LIAONING, NATIONAL, ZHEJIANG

BOOKS = {name: load(name) for name in all_ids()}


def row(rulebook: Rulebook, field: str) -> RuleRow:
    (found,) = (one for one in rows(rulebook) if one.field == field)
    return found


def said(rulebook: Rulebook, field: str, language: str = "en") -> str:
    return text(language).rule(row(rulebook, field))


@pytest.mark.parametrize("rulebook", BOOKS.values(), ids=BOOKS)
def test_every_rule_is_shown_once(rulebook: Rulebook) -> None:
    plain = {"id", "title", "standing", "documents", "must_confirm", "hardware", "readiness"}
    shown = [one.field for one in rows(rulebook)]
    assert sorted(shown) == sorted(set(rulebook.__struct_fields__) - plain)
    assert all(not isinstance(getattr(rulebook, field), Rule) for field in plain)


def test_groups_stand_together_in_their_order() -> None:
    assert list(dict.fromkeys(one.group for one in rows(LIAONING))) == list(RuleGroup)
    groups = [list(RuleGroup).index(one.group) for one in rows(LIAONING)]
    assert groups == sorted(groups)


@pytest.mark.parametrize("rulebook", BOOKS.values(), ids=BOOKS)
def test_every_row_stands_on_a_clause_or_is_not_provided_for(rulebook: Rulebook) -> None:
    for one in rows(rulebook):
        assert (one.clause in clauses().rows) is (one.value is not None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rulebook", BOOKS.values(), ids=BOOKS)
def test_every_row_is_worded(rulebook: Rulebook, language: str) -> None:
    for one in rows(rulebook):
        words = text(language)
        assert words.say(rule_id(one.field))
        assert not {"{", "yes", "none", "True"} & set(words.rule(one).replace("{", " { ").split())


def test_values_with_their_units() -> None:
    assert said(LIAONING, "late_entry", LANGUAGES[0]) == "5 分钟"
    assert said(LIAONING, "late_entry") == "5 minutes"
    assert said(LIAONING, "chiefs") == "1 person"
    assert said(LIAONING, "overbooking_percent") == "30%"
    assert said(LIAONING, "on_time_tolerance_seconds") == "60 seconds"
    assert said(LIAONING, "late_entry_inclusive") == "is admitted"
    assert said(LIAONING, "exam_system") == "version 4.3"
    assert said(NATIONAL, "record_signers") == "invigilator, invigilator, chief examiner"


def test_a_zero_that_is_no_amount_says_what_it_means() -> None:
    assert said(NATIONAL, "early_release") == "closed until the end of the exam"
    assert said(LIAONING, "early_release") == "15 minutes"
    assert said(LIAONING, "first_report") == "at once"
    assert said(ZHEJIANG, "closure_threshold") == "0 minutes", "a number like any other"
    assert set(NATIONAL.__struct_fields__) >= ZERO_SAYS_MORE


def test_not_admitted_at_the_limit_is_no_zero() -> None:
    strict = msgspec.structs.replace(NATIONAL, late_entry_inclusive=Rule(value=False, clause=ClauseId("CLK-01")))
    assert said(strict, "late_entry_inclusive") == "is not admitted"


def test_what_the_documents_leave_out_is_said() -> None:
    assert row(NATIONAL, "delay_city") == RuleRow(
        RuleGroup.START, "delay_city", None, Unit.MINUTES, ClauseId(""), reading=False
    )
    assert said(NATIONAL, "delay_city") == "not provided for"


def test_who_decides_instead_of_the_agencies_stands_among_the_delays() -> None:
    """TIM-17: one number for delays and for extra time."""
    assert row(ZHEJIANG, "responsible") == RuleRow(
        RuleGroup.START, "responsible", 30, Unit.MINUTES, ClauseId("TIM-17"), reading=False
    )
    assert said(ZHEJIANG, "responsible", LANGUAGES[0]) == "30 分钟"
    assert said(ZHEJIANG, "responsible") == "30 minutes"
    assert said(LIAONING, "responsible") == "not provided for"


def test_our_own_readings_are_marked() -> None:
    assert row(NATIONAL, "site_machine_before").reading
    assert not row(NATIONAL, "late_entry").reading


def test_steps_and_roles_are_known_by_name_and_others_stand_as_they_are() -> None:
    listed = Rule(("WriteOff", "SignTwice"), ClauseId("LCK-15"))
    other = msgspec.structs.replace(NATIONAL, two_persons=listed)
    assert row(other, "two_persons").value == (ListedStep.WRITE_OFF, "SignTwice")
    assert said(other, "two_persons") == "writing off answers, SignTwice"
    assert row(NATIONAL, "record_signers").value == (Role.INVIGILATOR, Role.INVIGILATOR, Role.CHIEF)


@pytest.mark.parametrize("rulebook", BOOKS.values(), ids=BOOKS)
def test_every_step_that_a_rulebook_of_ours_lists_is_known(rulebook: Rulebook) -> None:
    assert set(rulebook.two_persons.value) <= set(ListedStep)

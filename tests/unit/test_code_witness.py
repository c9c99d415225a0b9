"""Codes that want a second person: after five wrong ones, and where nobody here can check them."""

from __future__ import annotations

from dataclasses import replace as with_change

import pytest
from msgspec.structs import replace

from app.core.code_entry import (
    TRIES,
    WITHIN,
    Answer,
    CodeEntered,
    CodeForFewer,
    CodeMinutesUnfit,
    CodeTextUnfit,
    EnterCode,
    NotAppliedFor,
    WrongCodeTyped,
    too_many,
)
from app.core.operation import SUPERVISORS, Fact
from app.core.permission import AnotherPersonNeeded
from app.core.site import Site
from app.core.terms import Role, RoomId, Ticket
from app.crypto.codes import LONGEST, Purpose
from tests.builders import (
    GUIDE,
    R1,
    R2,
    SECOND,
    Story,
    at,
    exam,
)
from tests.unit.time_facts import (
    ASKED,
    applied,
    code_in,
    here,
    late,
    start,
    typed,
)

DELAY = Purpose.DELAY
NOW = here("9:40")
ALONE = here("9:40", Role.SITE_ADMIN)
NEEDED = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))


def wrong(answer: Answer, purpose: Purpose = DELAY, subject: str = R1, clock: str = "9:40") -> WrongCodeTyped:
    return WrongCodeTyped(ASKED, purpose, subject, answer, at(clock))


# Five wrong ones (TIM-06)


def tried(times: int, clock: str = "9:40") -> tuple[Fact, ...]:
    return (wrong(Answer.MISTYPED, clock=clock),) * times


def test_tim_06_after_five_wrong_ones_a_second_person_stands_by() -> None:
    story = late(applied(45), *tried(TRIES - 1)).done(typed(45), ALONE)
    story = late(applied(45), *tried(TRIES))
    story.when(typed(45), ALONE).then(NEEDED)
    story.done(typed(45), NOW)
    assert len(story.site.code_tries) == TRIES


@pytest.mark.parametrize(("seconds", "still"), [(0, True), (1, False)])
def test_tim_06_wrong_ones_are_counted_over_ten_minutes(seconds: int, still: bool) -> None:
    story = late(applied(45), *tried(TRIES, "9:00"))
    now = at("9:00") + WITHIN + seconds * SECOND
    assert too_many(story.site, now) is still
    demand = typed(45).demand(story.site, with_change(ALONE, now=now))
    assert demand.seconds == ((SUPERVISORS,) if still else ())


def test_tim_06_tries_on_several_applications_count_together() -> None:
    story = late(applied(45), *tried(3), *(replace(one, subject=R2) for one in (wrong(Answer.ANOTHERS),) * 2))
    story.when(typed(45), ALONE).then(NEEDED)


def test_tim_06_what_is_only_too_little_is_no_wrong_try() -> None:
    story = late(applied(45), *tried(TRIES - 1))
    story.given(replace(code_in(DELAY, R1, 40), at=at("9:40"))).done(typed(45), ALONE)


# Opaque codes (J-04)


def opaque(*facts: Fact) -> Story:
    story = late(*facts)
    assert story.site.package
    story.site.package = replace(story.site.package, exam=replace(exam(), codes="opaque"))
    return story


def said(
    minutes: int, purpose: Purpose = DELAY, subject: str | RoomId | Ticket = R1, text: str = "QX-71-3f"
) -> EnterCode:
    return EnterCode(ASKED, purpose, subject, text, at("8:55"), GUIDE, minutes)


def unverified(minutes: int, text: str = "QX-71-3f") -> CodeEntered:
    return CodeEntered(ASKED, DELAY, R1, minutes, at("8:55"), at("9:40"), GUIDE, verified=False, text=text)


def test_j_04_an_opaque_code_is_recorded_unverified_by_two_persons() -> None:
    story = opaque(applied(45))
    story.when(said(45), ALONE).then(NEEDED)
    story.when(said(45), NOW).then(unverified(45)).done(said(45), NOW)
    kept = story.site.applications[ASKED].codes[0]
    assert (kept.verified, kept.text) == (False, "QX-71-3f")
    story.when(said(45), NOW).then()
    story.done(start("9:15"), NOW)


@pytest.mark.parametrize("minutes", [-1, 0, LONGEST + 1])
def test_j_04_its_minutes_are_said_and_are_a_provinces(minutes: int) -> None:
    opaque(applied(45)).when(said(minutes), NOW).then(CodeMinutesUnfit(minutes, LONGEST))


def test_j_04_for_fewer_and_for_something_not_applied_for_it_is_answered_as_any() -> None:
    story = opaque(applied(45)).when(said(1), NOW)
    story.refused(CodeForFewer(1, 45), unverified(1))
    story.when(said(45, subject=R2), NOW).then(NotAppliedFor(ASKED, DELAY, R2))


@pytest.mark.parametrize("text", ["QX7", "A" * 40, "210101-1990-0101", "1390000111"])
def test_j_04_it_is_kept_as_it_was_said(text: str) -> None:
    """Nothing else proves it afterwards."""
    for typed_in in (text, f"  {text}\n"):
        opaque(applied(45)).when(said(45, text=typed_in), NOW).then(unverified(45, text))


@pytest.mark.parametrize(
    "text",
    ["", "  ", "QX", "A" * 41, "-QX71", "QX 71", "王芳同意", "QX_71", "QX\n71", "13900001111", "21010119900101123x"],
)
def test_j_04_it_is_no_sentence_and_nobodys_number(text: str) -> None:
    """Hostile: a name, an ID number or a telephone number in the field of the code, and so in the journal."""
    opaque(applied(45)).when(said(45, text=text), NOW).then(CodeTextUnfit())


def test_tim_06_of_a_code_that_was_checked_no_text_is_kept() -> None:
    story = late(applied(45)).done(typed(45), ALONE)
    assert story.site.applications[ASKED].codes[0].text == ""


def test_j_04_a_chain_of_codes_takes_no_minutes_from_the_desk() -> None:
    """Hostile: sixty minutes said beside a code for five."""
    story = late(applied(60)).when(replace(typed(5), minutes=60), ALONE)
    story.refused(CodeForFewer(5, 60), replace(code_in(DELAY, R1, 5), at=at("9:40")))


def test_a_desk_without_a_package_asks_no_second_person() -> None:
    assert typed(45).demand(Site(), ALONE).seconds == ()

"""Authorization codes at the desk: a ceiling for one subject; what does not hold is told apart and noted first."""

from __future__ import annotations

from dataclasses import replace as with_change

import pytest
from msgspec.structs import replace

from app.core.code_entry import (
    Answer,
    CodeEntered,
    CodeForFewer,
    CodeMistyped,
    CodeNotForThis,
    EnterCode,
    NotAppliedFor,
    WrongCodeTyped,
)
from app.core.consent import AllowedBeforeCause, NoSuchApplication
from app.core.delay import DelayAppliedFor
from app.core.extra_time_request import ExtraTimeAppliedFor
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRole
from app.core.terms import ExamId, Role, SiteCode
from app.core.time_state import EnteredCode
from app.crypto.codes import Purpose, Subject, code
from tests.builders import (
    A1,
    A2,
    B1,
    GUIDE,
    LAW,
    R1,
    R2,
    SECOND,
    STRANGER,
    TAX,
    at,
    by,
    desk,
    exam,
    plan,
    present,
)
from tests.unit.code_master import MASTER, the_code
from tests.unit.time_facts import (
    ASKED,
    PROVINCE,
    applied,
    asked_for,
    code_in,
    here,
    late,
    not_covered,
    running,
    start,
    typed,
)

DELAY, SITE_WIDE = Purpose.DELAY, Purpose.DELAY_SITE
ONE, WHOLE_ROOM = Purpose.EXTRA_TIME, Purpose.EXTRA_TIME_ROOM
NOW = here("9:40")
ALONE = here("9:40", Role.SITE_ADMIN)


def as_typed(text: str, purpose: Purpose = DELAY, subject: str = R1) -> EnterCode:
    return EnterCode(ASKED, purpose, subject, text, at("8:55"), GUIDE)


def wrong(answer: Answer, purpose: Purpose = DELAY, subject: str = R1, clock: str = "9:40") -> WrongCodeTyped:
    return WrongCodeTyped(ASKED, purpose, subject, answer, at(clock))


# A code that holds (TIM-03, TIM-13, J-05)


@pytest.mark.parametrize(
    ("facts", "purpose", "subject"),
    [
        (applied(45), DELAY, R1),
        (applied(45, R1, R2), DELAY, R2),
        (applied(45, R1, R2), SITE_WIDE, "*"),
        (asked_for(45), WHOLE_ROOM, R1),
        (asked_for(45, A1, A2), ONE, A2),
    ],
)
@pytest.mark.parametrize("minutes", [45, 46, 60])
def test_tim_06_a_code_of_each_purpose_holds_for_its_minutes(
    facts: DelayAppliedFor | ExtraTimeAppliedFor, purpose: Purpose, subject: str, minutes: int
) -> None:
    ask = typed(minutes, purpose, subject, "9:35")
    fact = CodeEntered(ASKED, purpose, subject, minutes, at("9:35"), at("9:40"), GUIDE, verified=True)
    story = late(facts).when(ask, ALONE).then(fact).done(ask, ALONE)
    kept = EnteredCode(purpose, subject, minutes, at("9:35"), at("9:40"), verified=True)
    assert story.site.applications[ASKED].codes == [kept]


def test_j_05_the_same_code_twice_changes_nothing() -> None:
    story = late(applied(45)).done(typed(45), ALONE).when(typed(45), ALONE).then()
    story.when(replace(typed(45), given_at=at("8:56")), ALONE).then()
    assert len(story.site.applications[ASKED].codes) == 1


def test_j_05_a_time_that_was_typed_too_late_is_put_right() -> None:
    story = late(applied(45)).done(typed(45, clock="9:15"), ALONE)
    story.when(start("9:05"), NOW).refused(*not_covered("9:05", PROVINCE, "TIM-03"))
    story.done(typed(45, clock="9:04"), ALONE).done(start("9:05"), NOW)


def test_tim_13_a_code_for_fewer_minutes_counts_for_those_and_says_so() -> None:
    fact = replace(code_in(DELAY, R1, 40), at=at("9:40"))
    story = late(applied(45)).when(typed(40), ALONE).refused(CodeForFewer(40, 45), fact).given(fact)
    story.when(typed(40), ALONE).then(CodeForFewer(40, 45))
    story.done(start("9:10"), NOW)
    late(applied(45), fact).when(start("9:10:01"), NOW).refused(*not_covered("9:10:01", PROVINCE, "TIM-03"))


def test_formats_case_spaces_hyphens_and_lookalikes_do_not_matter() -> None:
    text = the_code(DELAY, LAW, R1, 45)
    story = late(applied(45))
    for spelling in (text.lower(), text.replace("-", " "), text.replace("-", ""), text.replace("1", "I")):
        assert isinstance(story.when(as_typed(spelling), ALONE).answer, tuple)
    assert isinstance(story.when(as_typed(text.replace("1", "l").replace("0", "o")), ALONE).answer, tuple)


# Each wrong answer told apart, and noted first


def test_tim_06_mistyped_groups_are_named() -> None:
    text = the_code(DELAY, LAW, R1, 45)
    first, second, third, fourth = text.split("-")
    swapped = first[1] + first[0] + first[2:]
    assert swapped != first
    for spelling, groups, length in (
        ("-".join((swapped, second, third, fourth)), (1,), 20),
        ("-".join((first, third, second, fourth)), (2, 3), 20),
        ("-".join((first, second, third, fourth[:-1])), (4,), 19),
        (text + "0", (), 21),
        ("", (1, 2, 3, 4), 0),
    ):
        no = CodeMistyped(groups, length)
        late(applied(45)).when(as_typed(spelling), ALONE).refused(no, wrong(Answer.MISTYPED))


@pytest.mark.parametrize(
    ("purpose", "session", "subject"),
    [
        (DELAY, LAW, R2),
        (DELAY, TAX, R1),
        (SITE_WIDE, LAW, "*"),
        (WHOLE_ROOM, LAW, R1),
        (ONE, LAW, A1),
    ],
    ids=["another room", "another session", "the site", "extra time of the room", "extra time of a candidate"],
)
def test_tim_06_a_code_of_something_else_allows_nothing(purpose: Purpose, session: str, subject: str) -> None:
    """Hostile: sixty minutes for oneself, with a real code of somebody else (H7: granted, then rejected)."""
    story = late(applied(60, R1, R2))
    text = the_code(purpose, session, subject, 60)
    story.when(as_typed(text), ALONE).refused(CodeNotForThis(DELAY, R1), wrong(Answer.ANOTHERS))
    story.given(wrong(Answer.ANOTHERS)).when(start("9:20"), NOW).refused(*not_covered("9:20", PROVINCE, "TIM-03"))


@pytest.mark.parametrize(
    ("exam_id", "site", "master"),
    [
        (ExamId("jj2020"), plan().code, MASTER),
        (exam().id, SiteCode("2102"), MASTER),
        (exam().id, plan().code, bytes(32)),
    ],
    ids=["another exam", "another site", "not the province"],
)
def test_tim_06_nor_one_of_another_exam_site_or_giver(exam_id: ExamId, site: SiteCode, master: bytes) -> None:
    text = code(master, Subject(DELAY, exam_id, site, LAW, R1), 60)
    no = CodeNotForThis(DELAY, R1)
    late(applied(60)).when(as_typed(text), ALONE).refused(no, wrong(Answer.ANOTHERS))


def test_tim_13_one_candidates_code_is_not_anothers() -> None:
    story = running(asked_for(31, A1, A2))
    ask = replace(typed(31, ONE, A1), subject=str(A2), given_at=at("9:35"))
    no = CodeNotForThis(ONE, A2)
    story.when(ask, ALONE).refused(no, wrong(Answer.ANOTHERS, ONE, A2))


def test_tim_06_without_roots_no_code_is_right() -> None:
    no = CodeNotForThis(DELAY, R1)
    late(applied(45)).when(typed(45), desk(Role.SITE_ADMIN, now=at("9:40"))).refused(no, wrong(Answer.ANOTHERS))


# What may be entered at all


@pytest.mark.parametrize(
    ("facts", "purpose", "subject"),
    [
        (applied(45), DELAY, R2),
        (applied(45), SITE_WIDE, R1),
        (applied(45), WHOLE_ROOM, R1),
        (applied(45), ONE, A1),
        (asked_for(45), DELAY, R1),
        (asked_for(45), WHOLE_ROOM, R2),
        (asked_for(45), ONE, A1),
        (asked_for(45, A1), ONE, B1),
        (asked_for(45, A1), WHOLE_ROOM, R1),
    ],
)
def test_tim_05_a_code_answers_what_was_applied_for(
    facts: DelayAppliedFor | ExtraTimeAppliedFor, purpose: Purpose, subject: str
) -> None:
    """A real code that nobody asked for has no reason; it is no wrong try either."""
    whom = "*" if purpose is SITE_WIDE else subject
    ask = replace(typed(45, purpose, whom), subject=subject)
    late(facts).when(ask, ALONE).then(NotAppliedFor(ASKED, purpose, subject))


def test_tim_05_without_an_application_there_is_nothing_to_enter() -> None:
    late().when(typed(45), ALONE).then(NoSuchApplication(ASKED))
    story = late(applied(45))
    story.site.package = None
    story.when(typed(45), ALONE).then(NoSuchApplication(ASKED))


def test_tim_05_a_code_is_given_after_its_cause_by_now_and_heard_by_somebody_known() -> None:
    story = late(applied(45))
    early, ahead = at("8:20") - SECOND, at("9:40") + SECOND
    story.when(replace(typed(45), given_at=early), ALONE).then(AllowedBeforeCause(early, at("8:20")))
    story.when(replace(typed(45), given_at=ahead), ALONE).then(NotYetHappened(ahead, at("9:40")))
    story.when(replace(typed(45), heard_by=STRANGER), ALONE).then(PersonUnknown(STRANGER))
    late(applied(45)).done(replace(typed(45), given_at=at("8:20")), ALONE)
    late(applied(45)).done(replace(typed(45), given_at=at("9:40")), ALONE)


def test_g13_the_site_enters_it() -> None:
    staff = with_change(present(at("9:40"), by(GUIDE, Role.INVIGILATOR)), directory=NOW.directory)
    late(applied(45)).when(typed(45), staff).then(NotYourRole(Role.INVIGILATOR, (Role.SITE_ADMIN,)))

"""Authorization codes at the desk: a ceiling for one subject; what does not hold is told apart and noted first."""

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
    CodeMistyped,
    CodeNotForThis,
    EnterCode,
    NotAppliedFor,
    WrongCodeTyped,
    too_many,
)
from app.core.consent import AllowedBeforeCause, NoSuchApplication
from app.core.delay import DelayAppliedFor
from app.core.extra_time_request import ExtraTimeAppliedFor
from app.core.operation import SUPERVISORS, Fact, NotYetHappened, PersonUnknown
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.site import Site
from app.core.start import DelayNotAllowed
from app.core.terms import ClauseId, ExamId, Role, RoomId, SiteCode, Ticket
from app.core.time_state import EnteredCode
from app.crypto.codes import LONGEST, Purpose, Subject, code
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
    Story,
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
    running,
    start,
    typed,
)

DELAY, SITE_WIDE = Purpose.DELAY, Purpose.DELAY_SITE
ONE, WHOLE_ROOM = Purpose.EXTRA_TIME, Purpose.EXTRA_TIME_ROOM
NOW = here("9:40")
ALONE = here("9:40", Role.SITE_ADMIN)
NEEDED = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))


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
    assert isinstance(story.when(start("9:05"), NOW).answer, DelayNotAllowed)
    story.done(typed(45, clock="9:04"), ALONE).done(start("9:05"), NOW)


def test_tim_13_a_code_for_fewer_minutes_counts_for_those_and_says_so() -> None:
    fact = replace(code_in(DELAY, R1, 40), at=at("9:40"))
    story = late(applied(45)).when(typed(40), ALONE).refused(CodeForFewer(40, 45), fact).given(fact)
    story.when(typed(40), ALONE).then(CodeForFewer(40, 45))
    story.done(start("9:10"), NOW)
    late(applied(45), fact).when(start("9:10:01"), NOW).then(
        DelayNotAllowed(LAW, R1, PROVINCE, at("9:10:01"), ClauseId("TIM-03"))
    )


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
    """Hostile: sixty minutes for oneself, with a real code that was given for somebody else."""
    story = late(applied(60, R1, R2))
    text = the_code(purpose, session, subject, 60)
    story.when(as_typed(text), ALONE).refused(CodeNotForThis(DELAY, R1), wrong(Answer.ANOTHERS))
    story.given(wrong(Answer.ANOTHERS)).when(start("9:20"), NOW).then(
        DelayNotAllowed(LAW, R1, PROVINCE, at("9:20"), ClauseId("TIM-03"))
    )


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


# After five wrong ones (TIM-06)


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


def said(minutes: int, purpose: Purpose = DELAY, subject: str | RoomId | Ticket = R1) -> EnterCode:
    return EnterCode(ASKED, purpose, subject, "whatever was read out", at("8:55"), GUIDE, minutes)


def test_j_04_an_opaque_code_is_recorded_unverified_by_two_persons() -> None:
    story = opaque(applied(45))
    story.when(said(45), ALONE).then(NEEDED)
    fact = CodeEntered(ASKED, DELAY, R1, 45, at("8:55"), at("9:40"), GUIDE, verified=False)
    story.when(said(45), NOW).then(fact).done(said(45), NOW)
    assert not story.site.applications[ASKED].codes[0].verified
    story.when(said(45), NOW).then()
    story.done(start("9:15"), NOW)


@pytest.mark.parametrize("minutes", [-1, 0, LONGEST + 1])
def test_j_04_its_minutes_are_said_and_are_a_provinces(minutes: int) -> None:
    opaque(applied(45)).when(said(minutes), NOW).then(CodeMinutesUnfit(minutes, LONGEST))


def test_j_04_for_fewer_and_for_something_not_applied_for_it_is_answered_as_any() -> None:
    story = opaque(applied(45)).when(said(1), NOW)
    story.refused(CodeForFewer(1, 45), CodeEntered(ASKED, DELAY, R1, 1, at("8:55"), at("9:40"), GUIDE, verified=False))
    story.when(said(45, subject=R2), NOW).then(NotAppliedFor(ASKED, DELAY, R2))


def test_j_04_a_chain_of_codes_takes_no_minutes_from_the_desk() -> None:
    """Hostile: sixty minutes said beside a code for five."""
    story = late(applied(60)).when(replace(typed(5), minutes=60), ALONE)
    story.refused(CodeForFewer(5, 60), replace(code_in(DELAY, R1, 5), at=at("9:40")))


def test_a_desk_without_a_package_asks_no_second_person() -> None:
    assert typed(45).demand(Site(), ALONE).seconds == ()

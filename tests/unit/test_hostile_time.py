"""What a dishonest site tries with delays, extra time and codes; the numbers are those of the review of issue 6."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace as changed

from app.authority import directives
from app.authority.directives import Decided
from app.core.delay import ApplyForDelay
from app.core.directory import Speaker
from app.core.extra_time import AuthorityMissing, GrantExtraTime
from app.core.extra_time_loss import MoreThanLost
from app.core.extra_time_request import (
    ApplyForExtraTime,
    RecordToolTime,
    ReferenceUnfit,
)
from app.core.operation import Decision, Fact, Refusal, Refused
from app.core.permission import AnotherPersonNeeded
from app.core.room_state import RoomSession
from app.core.rulebook import Tier
from app.core.start import StartWasLate
from app.core.terms import CauseNo, GrantNo, Role, RoomId
from app.core.time_state import Means, Outcome
from app.service import delays
from app.service.clock import BEIJING, DrivenClock
from app.service.console import Console
from app.text import text
from app.trouble import Code, Trouble
from reports import site_sheet
from tests.agencies import Ends, both
from tests.builders import A1, A2, B1, LAW, NOBODY, R1, R2, Story, at
from tests.stores import EVE
from tests.unit.coded_site import A01, ASKED, FIRST, ONE, ends, whole, with_chief
from tests.unit.coded_site import asked as ask
from tests.unit.paper import STAMP, pages
from tests.unit.time_facts import (
    agreed,
    applied,
    apply_for,
    cut,
    give,
    here,
    late,
    lost,
    own_code,
    room_code,
    running,
    start,
    typed,
    used,
)
from tests.unit.time_facts import asked_for as sum_asked
from tests.unit.time_paper import DELAY, POWER, application, rooms

__all__ = ["ends", "whole"]

SECOND = GrantNo("AB-002")


def room(story: Story, number: RoomId = R1) -> RoomSession:
    return story.site.sessions[LAW].rooms[number]


def tried(story: Story, *operations: GrantExtraTime) -> Story:
    """One after the other by the room administrator alone; what is refused leaves nothing."""
    for operation in operations:
        story.when(operation, here("9:35", Role.ROOM_ADMIN))
        if isinstance(story.answer, tuple):
            story.given(*story.answer)
    return story


# More minutes than anybody allowed


def test_a_room_is_not_given_ten_minutes_for_each_of_its_people_in_turn() -> None:
    """Finding 1: the whole room but one, and then but the other: each has 10, and the room's end moved by 20."""
    story = tried(running(), give(10, without=(A2,)), give(10, without=(A1,)))
    assert max(used(story, A1), used(story, A2)) <= 10
    assert room(story).extra_minutes <= 10


def test_the_door_is_not_opened_once_for_each_of_the_people_inside() -> None:
    """Finding 1: the end of entry goes along."""
    cause = CauseNo("AF-007")
    loss = lost("8:34", "8:44", cause)
    story = running(*cut(cause, R1, "8:34", "8:44"))
    assert room(tried(story, give(10, without=(A2,), loss=loss), give(10, without=(A1,), loss=loss))).door_minutes <= 10


def test_a_code_for_one_candidate_does_not_move_the_end_of_the_room() -> None:
    """Finding 1: everybody else is left out, and the room stays open for them all the same."""
    story = running(sum_asked(31, A1), own_code(31, A1)).when(give(31, without=(A2,)), here("9:40"))
    assert isinstance(story.answer, Refusal)


def test_nobody_is_left_out_who_is_not_there() -> None:
    """Finding 8: a mistyped exception would give the minutes to the one who was meant."""
    assert isinstance(running().when(give(5, without=(NOBODY,)), here("9:40")).answer, Refusal)


def test_no_answering_time_is_lost_after_the_end_of_the_room() -> None:
    """Finding 5: at 10:00 the time was over; a cut at 10:20 disturbs nobody any more."""
    cause = CauseNo("AF-007")
    story = running(*cut(cause, R1, "10:20", "10:30")).when(give(10, loss=lost("10:20", "10:30", cause)), here("10:40"))
    assert isinstance(story.answer, Refusal)


def test_a_sum_is_asked_for_those_only_who_sat_where_it_happened() -> None:
    """Finding 6: a story about room 1 brings a code for somebody in room 2, where hardly anything was lost."""
    assert isinstance(
        running().when(ApplyForExtraTime(LAW, R1, (B1,), 31, (lost().causes)), here("9:40")).answer, Refusal
    )


def test_minutes_of_the_tool_beyond_the_loss_are_asked_about_too() -> None:
    """Finding 7: eight hours for a loss of five minutes."""
    step = RecordToolTime(LAW, R1, (A1,), 480, "ZY-1", lost("9:00", "9:05"))
    assert isinstance(running().when(step, here("9:40")).answer, MoreThanLost)


def test_a_reference_is_no_identity_number() -> None:
    """Finding 7: letters and digits would take the number of a candidate into the journal."""
    step = RecordToolTime(LAW, R1, (A1,), 61, "21010119900101123x", lost())
    assert isinstance(running().when(step, here("9:40")).answer, ReferenceUnfit)


def test_a_code_for_the_room_is_of_no_use_to_another_room_or_session() -> None:
    story = running(*cut("AF-002", R2, "9:00", "9:31"), sum_asked(31), room_code(31))
    elsewhere = give(31, room=R2, loss=lost("9:00", "9:31", CauseNo("AF-002")))
    assert isinstance(story.when(elsewhere, here("9:40")).answer, AuthorityMissing)


def test_the_same_candidate_named_often_is_given_minutes_once() -> None:
    story = running().done(give(5, A1, A1, A1), here("9:40"))
    assert used(story, A1) == 5


def test_one_person_in_two_roles_is_no_second_person() -> None:
    alone = here("9:40", Role.SITE_ADMIN)
    twice = replace(alone, signers=(alone.operator, replace(alone.operator, role=Role.CHIEF)))
    story = running(sum_asked(31), room_code(31)).when(give(31), twice)
    assert isinstance(story.answer, AnotherPersonNeeded)


# A late start without anybody's word


def told(answer: Decision) -> tuple[Fact, ...]:
    return answer.facts if isinstance(answer, Refused) else answer if isinstance(answer, tuple) else ()


def test_a_late_start_that_nobody_allowed_leaves_a_trace() -> None:
    """Finding 3: an early start does, and a second one; then a consent is found, and the same start is allowed."""
    answer = late(applied()).when(start("8:59"), here("9:05")).answer
    assert isinstance(answer, Refused)
    assert told(answer)


def test_a_consent_entered_after_the_command_does_not_pass_unnoticed() -> None:
    """Finding 3 (TIM-02, recorded before the command): told at 9:41 to have been given at 8:40, for a start at 8:59."""
    consent = changed(agreed("8:40"), at=at("9:41"))
    (line,) = (
        fact
        for fact in told(late(applied(), consent).when(start("8:59"), here("9:45")).answer)
        if isinstance(fact, StartWasLate)
    )
    assert line.entered_late


def test_a_code_lets_start_only_the_room_for_which_it_was_given() -> None:
    story = late(applied(45, R1, R2)).done(typed(45), here("8:56"))
    assert isinstance(story.when(start("9:10"), here("9:11")).answer, tuple)
    assert isinstance(story.when(start("9:10", R2), here("9:11")).answer, Refusal | Refused)


# What is typed in


@pytest.fixture
def console(ends: Ends) -> Iterator[Console]:
    console = ends.place.open()
    ask(console, 90)
    assert isinstance(console.clock, DrivenClock)
    console.clock.advance(EVE + timedelta(minutes=10))
    yield console
    console.store.abandon()


def consent(console: Console, speaker: Speaker, given_at: datetime = EVE) -> Refusal | None:
    return delays.consent(console, ASKED, Tier.CITY, Means.PHONE, speaker, given_at, A01, *both(console))


@pytest.mark.parametrize(
    "speaker",
    [Speaker("Liu" * 1000, "city", "1"), Speaker("Liu", "c" * 32_767, "1"), Speaker("Liu", "city", "1" * 3000)],
    ids=("name", "office", "phone"),
)
def test_nobody_with_an_endless_name_consents(console: Console, speaker: Speaker) -> None:
    """Finding 2: once it stands, the page of delays breaks whenever it is shown, and R04 can never be printed."""
    assert consent(console, speaker) is not None
    assert not console.site.applications[ASKED].consents


@pytest.mark.parametrize("speaker", [Speaker("", "", ""), Speaker(" \t", "city", "1"), Speaker("Liu", "\u200f", "1")])
def test_nobody_consents_without_a_name_or_an_office(console: Console, speaker: Speaker) -> None:
    """Finding 2 (J-45): the page asks for them, the service takes blanks."""
    assert consent(console, speaker) is not None


def test_a_consent_that_is_refused_leaves_no_name_on_the_disk(console: Console) -> None:
    """Finding 9: the sealed name is kept before the question is asked, and stays when the answer is no."""
    before = set(console.store.blobs.digests())
    assert consent(console, Speaker("Liu", "city", "1"), EVE - timedelta(hours=3)) is not None
    assert set(console.store.blobs.digests()) == before


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_whatever_was_pasted_can_be_said_back(language: str) -> None:
    """Finding 2: from 2501 signs on a sentence breaks, and with it the window; one paste into the minutes does it."""
    assert text(language).say("extra-time-minutes-wrong", text="9" * 3000, most=480)


def test_a_directive_that_no_site_could_read_is_not_written(ends: Ends, console: Console) -> None:
    """Finding 12, mended: years that have no counterpart in other zones."""
    assert console.site.package
    until = datetime(9999, 12, 31, 23, 59, 59, tzinfo=BEIJING)
    decided = Decided(console.site.package.exam.id, FIRST, (ONE,), Outcome.START, until)
    with pytest.raises(Trouble) as caught:
        directives.direct(ends.agency, ends.request, decided, EVE)
    assert caught.value.code is Code.ASKED_UNFIT
    _, token = directives.direct(ends.agency, ends.request, replace(decided, until=until.replace(year=9998)), EVE)
    assert delays.take_directive(console, ASKED, token, *with_chief(console)) is None


def test_many_applications_for_the_same_do_not_change_what_one_allows() -> None:
    story = late()
    for _ in range(200):
        story.done(apply_for(30), here("8:40"))
    assert isinstance(story.when(start("8:50"), here("8:51")).answer, Refusal | Refused)
    assert isinstance(story.when(ApplyForDelay(LAW, (R1,), 10**30, lost().causes), here("8:51")).answer, Refusal)


def test_a_fault_in_each_of_sixty_rooms_can_be_read_out() -> None:
    """Finding 0, mended: from about 45 causes on the application could not be printed at all."""
    each = tuple(changed(POWER, number=f"AF-{n:03}", room=f"{n:03}") for n in range(1, 61))
    sheet = application(changed(DELAY, rooms=rooms(60), causes=each))
    assert "AF-060" in "".join(pages(site_sheet.draw(sheet, STAMP)))

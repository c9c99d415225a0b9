"""Duty drawn by number: who can be drawn, the number before the result, and no second try without a reason (STF-06)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.core.authorization import ExamAuthorizationMissing, ExamAuthorized
from app.core.avoidance import AvoidanceDeclared
from app.core.duty import (
    DrawDuty,
    DrawImpossible,
    DrawnTooLate,
    DrawNumbered,
    DrawPending,
    DutyDrawn,
    DutyList,
    NoDrawNumbered,
    NothingToDraw,
    NumberDraw,
    RedrawNeedsReason,
    barred_rooms,
    duty_list,
    result_of,
    rooms_on,
    stays_out,
)
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.duty_draw import DrawRule, seed_of
from app.core.duty_state import AbsenceReason, Duty, Numbered, Post, RedrawReason
from app.core.operation import CHIEF, OFFICE, SUPERVISORS, Demand
from app.core.permission import AnotherPersonNeeded
from app.core.room_move import StandbyRoomOpened
from app.core.site import Site
from app.core.start import RoomStarted
from app.core.terms import IncidentNo, PersonId, Role
from tests.builders import (
    A1,
    ADMIN,
    B1,
    D2,
    GUIDE,
    LAW,
    LIAONING,
    MONGOLIA,
    NOBODY,
    R1,
    R2,
    R9,
    STRANGER,
    Story,
    at,
    staff,
    taken_in,
)
from tests.unit.duty_story import (
    DAY,
    DRAW,
    E1,
    E2,
    E3,
    E4,
    E5,
    EYES,
    NOW,
    PEOPLE,
    ROVERS,
    TOKEN,
    TWIN,
    X1,
    X2,
    eye,
    here,
    listing,
    number,
    posted,
    staffed,
    trained,
)

OTHER_DAY = DAY + timedelta(days=1)
NUMBER_1 = Numbered(
    1, seed_of("c2lnbmF0dXJl", (*EYES, *ROVERS), 1), EYES, ROVERS, (R1, R2), (E1, E2, E3), (), None, False, NOW
)
WRONG = RedrawReason.LIST_WRONG


def away(*people: PersonId) -> AvailabilitySet:
    return AvailabilitySet(people, AbsenceReason.ILL, NOW, GUIDE)


def duty(story: Story) -> Duty:
    return story.site.duty[DAY]


# Who can be drawn


def test_stf_06_the_list_is_of_the_staff_list_by_code() -> None:
    assert duty_list(staffed().site, here()) == DutyList(EYES, ROVERS, (), (), ())


def test_stf_08_who_was_not_trained_or_is_not_there_cannot_be_drawn_and_it_says_why() -> None:
    sitting = eye(TWIN, id_number="21010119900101123x")
    story = Story("opened").given(trained(E1, E2, E3, E4, X1, TWIN), away(E1, X1))
    at_desk = here(people=listing(sitting))
    assert duty_list(story.site, at_desk) == DutyList((E2, E3, E4), (), (E5, X2), (E1, X1), (TWIN,))


def test_stf_12_a_relative_bars_from_the_room_or_from_the_exam() -> None:
    story = staffed(AvoidanceDeclared(E1, (B1, NOBODY)))
    assert duty_list(story.site, here()).avoiding == ()
    assert duty_list(story.site, here(rules=MONGOLIA)).avoiding == (E1,)
    assert barred_rooms(story.site, PEOPLE, (E1, E2, STRANGER)) == {(E1, R2)}
    assert stays_out(story.site, MONGOLIA, PEOPLE, E1)
    assert not stays_out(story.site, LIAONING, PEOPLE, E1)


TWICE = listing(eye(TWIN, id_number="21010119800101001X"))
"""E1 stands there under a second code, which comes last."""


def test_lck_04_one_person_under_two_codes_stands_there_once() -> None:
    assert duty_list(staffed(trained(TWIN)).site, here(people=TWICE)).invigilators == EYES
    roves_too = listing(replace(eye(TWIN, id_number="21010119800101001X"), role=Role.ROVING))
    assert duty_list(staffed(trained(TWIN)).site, here(people=roves_too)) == DutyList(EYES, ROVERS, (), (), ())
    office_too = listing(replace(eye(PersonId("A0"), id_number="21010119800101001X"), role=Role.EXAM_OFFICE))
    assert duty_list(staffed().site, here(people=office_too)).invigilators == EYES


def test_lck_04_what_is_known_of_one_code_holds_for_the_person() -> None:
    """Neither absence nor a relative is shed by signing on under the other code; nor is a training lost."""
    left = EYES[1:]
    assert duty_list(staffed(away(TWIN)).site, here(people=TWICE)) == DutyList(left, ROVERS, (), (E1,), ())
    related = staffed(AvoidanceDeclared(TWIN, (A1,)))
    assert duty_list(related.site, here(people=TWICE, rules=MONGOLIA)).avoiding == (E1,)
    assert barred_rooms(related.site, TWICE, EYES) == {(E1, R1)}
    under_the_other = Story("opened").given(trained(TWIN))
    assert duty_list(under_the_other.site, here(people=TWICE)).invigilators == (E1,)
    known = listing(eye(E1, id_number="1"), eye(TWIN, skill=True, id_number="1"))
    story = staffed().done(number(), here(people=known))
    assert duty(story).numbered[0].skilled == (E1, E2, E3)


def test_rooms_are_those_in_use_on_that_day_whatever_the_session() -> None:
    assert rooms_on(Story("opened").site, DAY) == (R1, R2)
    assert rooms_on(Story("opened").site, OTHER_DAY) == ()
    assert rooms_on(Site(), DAY) == ()
    story = Story("opened")
    story.site.sessions[LAW].rooms[R1].moved_to = R9
    assert rooms_on(story.site, DAY) == (R1, R2)
    for state in story.site.sessions.values():
        state.rooms[R1].moved_to = R9
    assert rooms_on(story.site, DAY) == (R2,)


# The number


def test_stf_06_the_number_is_in_the_journal_before_any_result() -> None:
    story = staffed().when(number(), here()).then(DrawNumbered(DAY, NUMBER_1)).done(number(), here())
    assert duty(story) == Duty([NUMBER_1])
    assert not duty(story).drawn
    assert duty(story).room(E1) is None


def test_stf_12_rooms_with_relatives_go_into_the_number() -> None:
    story = staffed(AvoidanceDeclared(E4, (A1, B1)), AvoidanceDeclared(X1, (A1,))).done(number(), here())
    assert duty(story).numbered[0].barred == (Post(E4, R1), Post(E4, R2), Post(X1, R1))
    story.done(DRAW, here())
    assert duty(story).room(E4) is None
    assert duty(story).drawn_at == NOW


def test_stf_06_who_numbers_and_who_stands_by() -> None:
    site, drawn = staffed().site, posted().site
    assert number().demand(site, here()) == Demand(OFFICE, (SUPERVISORS,))
    assert number(beyond=True).demand(site, here()) == Demand(OFFICE, (CHIEF,))
    assert number(WRONG).demand(drawn, here()) == Demand(OFFICE, (CHIEF,))
    assert DRAW.demand(drawn, here()) == Demand(OFFICE)
    posted().when(number(WRONG), here(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(AnotherPersonNeeded((Role.CHIEF,)))


def test_stf_06_a_second_number_waits_until_the_first_is_drawn() -> None:
    """Nobody looks at several numbers and draws the one that pleases."""
    story = staffed().done(number(), here())
    for again in (number(), number(WRONG), number(beyond=True)):
        story.when(again, here()).then(DrawPending(DAY, 1))
    story.given(away(E5)).when(number(WRONG), here()).then(DrawPending(DAY, 1))


def test_stf_06_drawn_anew_only_for_a_reason() -> None:
    posted().when(number(), here()).then(RedrawNeedsReason(DAY))
    story = posted(DutyReplaced(DAY, E4, E3, (R1,), AbsenceReason.ILL, NOW, GUIDE))
    story.done(number(RedrawReason.STAFF_CHANGED), here())
    second = duty(story).numbered[-1]
    assert (second.number, second.reason, second.invigilators) == (2, RedrawReason.STAFF_CHANGED, (E1, E2, E3, E5))
    assert not duty(story).drawn
    story.done(DRAW, here())
    assert duty(story).drawn
    assert duty(story).former == ()
    assert [one.number for one in duty(story).numbered] == [1, 2]


def test_stf_06_another_number_is_another_draw() -> None:
    story = staffed().done(number(), here())
    first = duty(story).numbered[0]
    drawn = {
        str(result_of(story.site, LIAONING, replace(first, seed=seed_of("c2lnbmF0dXJl", EYES, n)))) for n in range(9)
    }
    assert len(drawn) > 1


@pytest.mark.parametrize("token", ["head.body.b3RoZXI", "", TOKEN + "\n"])
def test_stf_06_the_signature_is_that_of_the_authorization_in_force(token: str) -> None:
    staffed().when(NumberDraw(DAY, token, None, beyond=False), here()).then(ExamAuthorizationMissing())
    newer = staffed(ExamAuthorized("E-3", D2))
    newer.when(number(), here()).then(ExamAuthorizationMissing())
    Story("packaged").when(number(), here()).then(ExamAuthorizationMissing())


def test_stf_06_nothing_is_drawn_for_a_day_without_rooms() -> None:
    ask = NumberDraw(OTHER_DAY, TOKEN, None, beyond=False)
    staffed().when(ask, here()).then(NothingToDraw(OTHER_DAY))
    staffed().when(DrawDuty(OTHER_DAY), here()).then(NoDrawNumbered(OTHER_DAY))


def test_stf_06_nothing_is_drawn_once_a_room_has_started() -> None:
    started, late = RoomStarted(LAW, R2, at("8:30"), GUIDE), here(now=at("8:31"))
    staffed(started).when(number(), late).then(DrawnTooLate(DAY))
    posted(started).when(number(WRONG), late).then(DrawnTooLate(DAY))
    # A number of before is nobody's choice any more.
    staffed().done(number(), here()).given(started).done(DRAW, late)


# The draw


def test_stf_06_what_was_numbered_is_drawn_once() -> None:
    story = staffed().done(number(), here())
    found = result_of(story.site, LIAONING, NUMBER_1)
    assert isinstance(found, tuple)
    story.when(DRAW, here()).then(DutyDrawn(DAY, 1, *found, NOW)).done(DRAW, here()).when(DRAW, here()).then()
    assert duty(story).in_room(R1) == tuple(post.person for post in found[0] if post.room == R1)
    assert duty(story).in_room(R9) == ()
    staffed().when(DRAW, here()).then(NoDrawNumbered(DAY))


def test_stf_06_a_list_that_changes_after_the_number_changes_nothing() -> None:
    story = staffed().done(number(), here())
    before = result_of(story.site, LIAONING, duty(story).numbered[0])
    story.given(away(E1, E2), AvoidanceDeclared(E3, (A1, B1)), trained(TWIN))
    story.done(DRAW, here(people=listing(eye(TWIN, skill=True))))
    assert (duty(story).posts, duty(story).rounds) == before


def test_stf_06_a_number_for_other_rooms_is_none() -> None:
    """A standby room that is opened in between has to be drawn for too."""
    story = staffed().done(number(), here())
    story.site.plans[R9] = replace(story.site.plans[R1], id=R9, standby=True)
    story.given(StandbyRoomOpened(LAW, R9, IncidentNo("A-001"), NOW)).when(DRAW, here()).then(NoDrawNumbered(DAY))
    story.given(trained(TWIN)).done(number(), here(people=listing(eye(TWIN))))
    assert [one.rooms for one in duty(story).numbered] == [(R1, R2), (R1, R2, R9)]
    story.done(DRAW, here())
    assert {post.room for post in duty(story).posts} == {R1, R2, R9}


def test_another_edition_of_the_arrangement_begins_anew() -> None:
    story = posted(*taken_in(2))
    assert story.site.duty == {}
    story.when(DRAW, here()).then(NoDrawNumbered(DAY)).when(number(), here()).then(ExamAuthorizationMissing())


def test_stf_06_where_no_draw_is_possible_it_says_so_and_another_number_follows() -> None:
    story = staffed(away(E4, E5)).done(number(), here())
    story.when(DRAW, here()).then(DrawImpossible(DrawRule.PEOPLE, 4, 3, (), 0, 2, 0))
    story.given(AvailabilitySet((E4,), None, NOW, GUIDE))
    story.when(number(), here(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(AnotherPersonNeeded((Role.CHIEF,)))
    story.done(number(), here()).done(DRAW, here())
    assert {post.person for post in duty(story).posts} == {E1, E2, E3, E4}


def test_stf_06_it_says_how_many_were_left_out_and_why() -> None:
    sits = eye(TWIN, id_number="21010119900101123x")
    story = Story("opened").given(*staffed_facts(), trained(E1, E4), away(E1))
    at_desk = here(people=listing(sits))
    story.done(number(), at_desk).when(DRAW, at_desk)
    story.then(DrawImpossible(DrawRule.PEOPLE, 4, 1, (), 5, 1, 1))


def staffed_facts() -> tuple[ExamAuthorized]:
    document = staffed().site.exam_document
    assert document
    return (ExamAuthorized("E-2", document),)


def test_stf_05_too_few_who_rove_until_the_chief_allows_more_rooms() -> None:
    """Under 002: at most five rooms on one floor, and the two rooms lie on two floors."""
    at_desk = here(rules=MONGOLIA)
    story = staffed(away(X2)).done(number(), at_desk)
    story.when(DRAW, at_desk).then(DrawImpossible(DrawRule.ROVING, 2, 1, (), 0, 1, 0))
    story.done(number(beyond=True), at_desk).done(DRAW, at_desk)
    assert [(one.person, one.rooms) for one in duty(story).rounds] == [(X1, (R1, R2))]


def test_an_administrator_who_works_at_the_site_is_never_drawn() -> None:
    """Not even where administrators may invigilate: they are put in for somebody, room by room."""
    more = listing(replace(staff(TWIN, "Sun", Role.ROOM_ADMIN, R1), skill=True))
    assert duty_list(staffed(trained(TWIN, ADMIN)).site, here(people=more, rules=MONGOLIA)).invigilators == EYES

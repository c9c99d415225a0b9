"""Absent staff: who is struck off before the draw, and who is put in for whom after it (STF-03, STF-06, STF-08)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.core.avoidance import AvoidanceDeclared, NotOnTheList
from app.core.directory import Directory
from app.core.duty_change import (
    AvailabilitySet,
    DutyOver,
    DutyReplaced,
    NotFree,
    NotOnDuty,
    NotTrained,
    OnDutyNow,
    ReplaceOnDuty,
    SetUnavailable,
    SkillLost,
    WrongForDuty,
)
from app.core.duty_state import AbsenceReason, Post, RedrawReason, Round
from app.core.operation import CHIEF, OFFICE, SUPERVISORS, Demand, Fact, NotYetHappened, PersonUnknown, Refusal
from app.core.rulebook import Rulebook
from app.core.staffing import MustAvoid
from app.core.terms import PersonId, Role, RoomId
from tests.builders import A1, B1, GUIDE, GUIDE_2, LIAONING, MONGOLIA, OFFICER, R1, R2, SECOND, STRANGER
from tests.unit.duty_story import (
    DAY,
    E1,
    E2,
    E3,
    E4,
    E5,
    NEW,
    NOW,
    PEOPLE,
    POSTS,
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

ILL = AbsenceReason.ILL


def says(*people: PersonId, reason: AbsenceReason | None = ILL) -> SetUnavailable:
    return SetUnavailable(people, reason, NOW, GUIDE)


def struck(*people: PersonId, reason: AbsenceReason | None = ILL) -> AvailabilitySet:
    return AvailabilitySet(people, reason, NOW, GUIDE)


def puts(put_in: PersonId, out: PersonId, reason: AbsenceReason = ILL) -> ReplaceOnDuty:
    return ReplaceOnDuty(DAY, out, put_in, reason, NOW, GUIDE)


def put(put_in: PersonId, out: PersonId, *rooms: RoomId, reason: AbsenceReason = ILL) -> DutyReplaced:
    return DutyReplaced(DAY, out, put_in, rooms, reason, NOW, GUIDE)


# Before the draw


def test_stf_06_who_is_not_there_is_struck_off_and_comes_back() -> None:
    story = staffed().when(says(E4, E5, E4), here()).then(struck(E4, E5)).done(says(E4, E5), here())
    assert story.site.unavailable == {E4, E5}
    story.when(says(E4, E3), here()).then(struck(E3)).when(says(E4), here()).then()
    story.when(says(E1, reason=None), here()).then()
    story.done(says(E4, E1, reason=None), here())
    assert story.site.unavailable == {E5}


def test_stf_06_who_leaves_the_list_is_never_one_persons_word() -> None:
    assert says(E4).demand(staffed().site, here()) == Demand(OFFICE, (SUPERVISORS,))
    assert puts(E3, E4).demand(posted().site, here()) == Demand(OFFICE, (CHIEF,))


@pytest.mark.parametrize("reason", [*AbsenceReason, None])
def test_stf_06_who_was_drawn_is_replaced_and_not_struck_off(reason: AbsenceReason | None) -> None:
    posted().when(says(E3, E4, reason=reason), here()).then(OnDutyNow(E4))
    posted().when(says(X1, reason=reason), here()).then(OnDutyNow(X1))
    posted().done(says(E3, X2), here())


def test_stf_06_while_rooms_are_drawn_anew_nobody_is_on_duty() -> None:
    story = posted().done(number(RedrawReason.STAFF_CHANGED), here()).done(says(E4), here())
    assert story.site.unavailable == {E4}
    story.when(puts(E3, E1), here()).then(NotOnDuty(E1))


@pytest.mark.parametrize(
    ("ask", "no"),
    [
        (SetUnavailable((E4,), ILL, NOW + SECOND, GUIDE), NotYetHappened(NOW + SECOND, NOW)),
        (SetUnavailable((E4,), ILL, NOW, STRANGER), PersonUnknown(STRANGER)),
        (says(E4, NEW), NotOnTheList(NEW)),
    ],
)
def test_nobody_is_struck_off_by_hearsay(ask: SetUnavailable, no: Refusal) -> None:
    staffed().when(ask, here()).then(no)


# After the draw


def test_stf_06_somebody_from_the_reserve_serves_instead() -> None:
    story = posted().when(puts(E3, E4), here()).then(put(E3, E4, R1)).done(puts(E3, E4), here())
    duty = story.site.duty[DAY]
    assert duty.posts == (POSTS[0], Post(E3, R1), *POSTS[2:])
    assert duty.former == (Post(E4, R1),)
    assert story.site.unavailable == {E4}
    story.when(puts(E4, E1), here()).then(NotFree(E4)).when(puts(E4, E4), here()).then(NotOnDuty(E4))


def test_stf_06_who_roves_is_replaced_in_all_rooms_at_once() -> None:
    story = posted().when(puts(X2, X1), here()).then(put(X2, X1, R1, R2)).done(puts(X2, X1), here())
    duty = story.site.duty[DAY]
    assert (duty.posts, duty.rounds) == (POSTS, (Round(X2, (R1, R2)),))
    assert duty.former == (Post(X1, R1), Post(X1, R2))


@pytest.mark.parametrize("reason", AbsenceReason)
def test_stf_06_who_is_needed_elsewhere_is_still_there(reason: AbsenceReason) -> None:
    story = posted().done(puts(E3, E4, reason), here())
    assert (E4 in story.site.unavailable) is (reason is not AbsenceReason.NEEDED_ELSEWHERE)


@pytest.mark.parametrize("out", [E3, X2, NEW, GUIDE])
def test_stf_06_only_who_was_drawn_is_replaced(out: PersonId) -> None:
    posted().when(puts(E3, out), here()).then(NotOnDuty(out))
    staffed().when(puts(E3, out), here()).then(NotOnDuty(out))
    other = ReplaceOnDuty(DAY + timedelta(days=1), E4, E3, ILL, NOW, GUIDE)
    posted().when(other, here()).then(NotOnDuty(E4))


def test_stf_06_nobody_is_replaced_on_a_day_that_is_over() -> None:
    posted().when(puts(E4, E3), here(now=NOW + timedelta(days=1))).then(DutyOver(DAY))


def test_nobody_is_replaced_by_hearsay() -> None:
    posted().when(replace(puts(E3, E4), happened_at=NOW + SECOND), here()).then(NotYetHappened(NOW + SECOND, NOW))
    posted().when(replace(puts(E3, E4), reported_by=STRANGER), here()).then(PersonUnknown(STRANGER))


KNOWS = listing(eye(NEW, skill=True))
SAME = listing(eye(E3, skill=True, id_number="7x"), eye(TWIN, skill=True, id_number="7X"))
SITS = listing(eye(E3, skill=True, id_number="21010119900101123X"))


@pytest.mark.parametrize(
    ("who", "out", "no", "facts", "people", "rules"),
    [
        (STRANGER, E4, NotOnTheList(STRANGER), (), PEOPLE, LIAONING),
        (X2, E4, WrongForDuty(X2, Role.ROVING), (), PEOPLE, LIAONING),
        (E3, X1, WrongForDuty(E3, Role.INVIGILATOR), (), PEOPLE, LIAONING),
        (GUIDE, E4, WrongForDuty(GUIDE, Role.ROOM_ADMIN), (), PEOPLE, LIAONING),
        (GUIDE_2, E4, WrongForDuty(GUIDE_2, Role.ROOM_ADMIN), (), PEOPLE, MONGOLIA),
        (GUIDE, X1, WrongForDuty(GUIDE, Role.ROOM_ADMIN), (), PEOPLE, MONGOLIA),
        (OFFICER, E4, WrongForDuty(OFFICER, Role.EXAM_OFFICE), (), PEOPLE, MONGOLIA),
        (E3, E4, NotFree(E3), (struck(E3),), PEOPLE, LIAONING),
        (E3, E4, NotFree(E3), (struck(TWIN),), SAME, LIAONING),
        (E2, E4, NotFree(E2), (), PEOPLE, LIAONING),
        (E1, E4, NotFree(E1), (), PEOPLE, LIAONING),
        (E4, E4, NotFree(E4), (), PEOPLE, LIAONING),
        (X1, X1, NotFree(X1), (), PEOPLE, LIAONING),
        (NEW, E4, NotTrained(NEW), (), KNOWS, LIAONING),
        (E3, E4, MustAvoid(E3, A1), (AvoidanceDeclared(E3, (A1,)),), PEOPLE, LIAONING),
        (E3, E4, MustAvoid(E3, A1), (AvoidanceDeclared(TWIN, (A1,)),), SAME, LIAONING),
        (E3, E4, MustAvoid(E3, A1), (), SITS, LIAONING),
        (E3, E4, MustAvoid(E3, B1), (AvoidanceDeclared(E3, (B1,)),), PEOPLE, MONGOLIA),
        (X2, X1, MustAvoid(X2, B1), (AvoidanceDeclared(X2, (B1,)),), PEOPLE, LIAONING),
        (TWIN, E1, SkillLost(R1), (trained(TWIN),), listing(eye(TWIN)), LIAONING),
    ],
)
def test_stf_06_who_cannot_serve_is_not_put_in(
    who: PersonId, out: PersonId, no: Refusal, facts: tuple[Fact, ...], people: Directory, rules: Rulebook
) -> None:
    posted(*facts).when(puts(who, out), here(people=people, rules=rules)).then(no)


def test_stf_12_a_relative_in_another_room_is_no_matter() -> None:
    posted(AvoidanceDeclared(E3, (B1,))).when(puts(E3, E4), here()).then(put(E3, E4, R1))


def test_stf_03_somebody_in_the_room_still_knows_computers() -> None:
    plain = listing(eye(TWIN))
    story = posted(trained(TWIN))
    story.when(puts(TWIN, E5), here(people=plain)).then(put(TWIN, E5, R2))
    story.when(puts(TWIN, E2), here(people=plain)).then(SkillLost(R2))
    # Of somebody whom a newer list no longer names nobody knows it.
    nameless = listing(eye(TWIN))
    del nameless.staff[E1]
    story.when(puts(TWIN, E4), here(people=nameless)).then(SkillLost(R1))
    nobody_asks = replace(LIAONING, skilled_per_room=replace(LIAONING.skilled_per_room, value=0))
    story.when(puts(TWIN, E2), here(people=plain, rules=nobody_asks)).then(put(TWIN, E2, R2))


def test_stf_04_the_rooms_own_administrator_invigilates_where_the_rulebook_says_so() -> None:
    story = posted(trained(GUIDE)).when(puts(GUIDE, E4), here(rules=MONGOLIA)).then(put(GUIDE, E4, R1))
    story.done(puts(GUIDE, E4), here(rules=MONGOLIA))
    assert story.site.duty[DAY].in_room(R1) == (E1, GUIDE)


def test_stf_06_who_was_put_out_may_be_put_in_elsewhere() -> None:
    story = posted().done(puts(E3, E4, AbsenceReason.NEEDED_ELSEWHERE), here()).done(puts(E4, E5), here())
    assert story.site.duty[DAY].in_room(R2) == (E2, E4)
    assert story.site.duty[DAY].former == (Post(E4, R1), Post(E5, R2))

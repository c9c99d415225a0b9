"""Wrong PINs and their waits, an own PIN in place of the first one, recovery before two others (SEC-08)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.core.operation import SUPERVISORS
from app.core.permission import AnotherPersonNeeded, FirstPinStill, NotYourRole
from app.core.pin import (
    UNKNOWN,
    ChangePin,
    NobodyToRecover,
    NoteRightPin,
    NoteWrongPin,
    PinChanged,
    PinRecovered,
    RecoverPin,
    RecoveryByOthers,
    RightPinGiven,
    WrongPinGiven,
    wait_after,
    waits_until,
)
from app.core.start import ReleaseRooms
from app.core.terms import Mode, PersonId, Role
from tests.builders import (
    ADMIN,
    CHIEF,
    D2,
    ENROLLED,
    GUIDE,
    LAW,
    OFFICER,
    R1,
    SECOND,
    STAGES,
    STRANGER,
    Story,
    alone,
    at,
    by,
    present,
)

NOW = at("7:30")
ME, BOSS, CLERK = by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF), by(OFFICER, Role.EXAM_OFFICE)
NOBODY = present(NOW)


# Waits


@pytest.mark.parametrize(
    ("wrong", "seconds"),
    [
        (0, 0),
        (1, 0),
        (4, 0),
        (5, 15),
        (6, 30),
        (7, 60),
        (8, 120),
        (9, 240),
        (10, 480),
        (11, 900),
        (12, 900),
        (10**6, 900),
    ],
)
def test_sec_08_from_the_fifth_wrong_try_the_wait_doubles_up_to_a_quarter_of_an_hour(wrong: int, seconds: int) -> None:
    assert wait_after(wrong) == timedelta(seconds=seconds)


def wrong(story: Story, times: int, person: PersonId = GUIDE) -> Story:
    for n in range(times):
        story.done(NoteWrongPin(person), present(NOW + n * SECOND))
    return story


def test_sec_08_it_waits_from_the_last_wrong_one_on() -> None:
    assert waits_until(Story("opened").site, GUIDE) is None
    assert waits_until(wrong(Story("opened"), 4).site, GUIDE) is None
    assert waits_until(wrong(Story("opened"), 5).site, GUIDE) == NOW + 4 * SECOND + timedelta(seconds=15)
    assert waits_until(wrong(Story("opened"), 6).site, GUIDE) == NOW + 5 * SECOND + timedelta(seconds=30)


def test_sec_08_each_person_counts_alone_and_codes_that_nobody_has_count_together_and_never_wait() -> None:
    story = wrong(wrong(Story("opened"), 6, UNKNOWN), 5)
    assert waits_until(story.site, ADMIN) is None
    assert (waits_until(story.site, UNKNOWN), story.site.person(UNKNOWN).wrong_pins) == (None, 6)


def test_sec_08_the_right_pin_ends_the_count_and_alone_leaves_no_entry() -> None:
    right = NoteRightPin(GUIDE)
    Story("opened").when(right, NOBODY).then()
    story = wrong(Story("opened"), 7).when(right, NOBODY).then(RightPinGiven(GUIDE)).done(right, NOBODY)
    assert waits_until(story.site, GUIDE) is None
    story.when(right, NOBODY).then()


def test_a_wrong_pin_is_noted_also_under_seal_and_before_the_time_is_confirmed() -> None:
    story = Story("prepared").when(NoteWrongPin(ADMIN), NOBODY).then(WrongPinGiven(ADMIN, NOW))
    assert story.done(NoteWrongPin(ADMIN), NOBODY).site.person(ADMIN).wrong_pins == 1


# An own PIN

CHANGE, RELEASE = ChangePin(D2), ReleaseRooms(LAW, (R1,), "X")


def first_pins() -> Story:
    """A real exam at which everybody but the chief still has the PIN that came on paper."""
    story = Story().given(ENROLLED, PinChanged(CHIEF, D2))
    for stage in ("packaged", "prepared", "opened", "authorized"):
        story.given(*STAGES[stage])
    return story


def test_sec_08_in_a_real_exam_the_first_pin_serves_for_nothing_but_choosing_an_own_one() -> None:
    story = first_pins().when(RELEASE, alone(NOW)).then(FirstPinStill(ADMIN))
    story.when(CHANGE, alone(NOW)).then(PinChanged(ADMIN, D2)).done(CHANGE, alone(NOW)).done(RELEASE, alone(NOW))
    assert story.site.person(ADMIN).verifier == D2
    assert D2 in story.site.blobs


def test_sec_08_nor_does_it_serve_to_stand_by() -> None:
    """The operator has an own PIN; whoever signs beside has not."""
    story = first_pins().given(PinChanged(ADMIN, D2))
    story.when(RELEASE, present(NOW, ME, CLERK)).then(FirstPinStill(OFFICER))


def test_in_practice_the_first_pin_does() -> None:
    story = Story().given(replace(ENROLLED, mode=Mode.PRACTICE))
    for stage in ("packaged", "prepared", "opened", "authorized"):
        story.given(*STAGES[stage])
    story.done(RELEASE, alone(NOW))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.TECHNICIAN}))
def test_everyone_changes_the_own_pin_also_under_seal(role: Role) -> None:
    story = wrong(Story("prepared"), 3, ADMIN).when(CHANGE, present(NOW, by(ADMIN, role))).then(PinChanged(ADMIN, D2))
    state = story.done(CHANGE, present(NOW, by(ADMIN, role))).site.person(ADMIN)
    assert (state.wrong_pins, state.last_wrong) == (0, None)


# Recovery

RECOVER = RecoverPin(GUIDE, D2)


def test_sec_08_two_others_stand_by_when_a_forgotten_pin_is_replaced() -> None:
    story = wrong(Story("prepared"), 9).when(RECOVER, present(NOW, ME, BOSS)).then(PinRecovered(GUIDE, D2))
    site = story.done(RECOVER, present(NOW, ME, BOSS)).site
    assert (site.person(GUIDE).verifier, waits_until(site, GUIDE)) == (D2, None)
    Story("opened").done(RECOVER, present(NOW, BOSS, CLERK))


def test_sec_08_the_second_has_the_duty_and_is_another_one() -> None:
    needed = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))
    for here in (
        alone(NOW),
        present(NOW, ME, by(ADMIN, Role.CHIEF)),
        present(NOW, ME, by(OFFICER, Role.SITE_ADMIN)),
        present(NOW, ME, by(GUIDE, Role.ROOM_ADMIN)),
    ):
        Story("opened").when(RECOVER, here).then(needed)
    allowed = tuple(sorted(SUPERVISORS | {Role.SITE_ADMIN}))
    guide = present(NOW, by(GUIDE, Role.ROOM_ADMIN), BOSS)
    Story("opened").when(RECOVER, guide).then(NotYourRole(Role.ROOM_ADMIN, allowed))


def test_sec_08_nobody_recovers_the_own_pin() -> None:
    here = present(NOW, ME, BOSS)
    for person in (ADMIN, CHIEF):
        Story("opened").when(RecoverPin(person, D2), here).then(RecoveryByOthers(person))


def test_sec_08_only_for_someone_on_the_staff_list() -> None:
    Story("opened").when(RecoverPin(STRANGER, D2), present(NOW, ME, BOSS)).then(NobodyToRecover(STRANGER))

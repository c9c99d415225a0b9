"""Minutes for a whole room and its door: who still comes in, and who opens a door that was shut (TIM-07, CLK-01)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.entry import CheckIn, EntryClosed
from app.core.operation import SUPERVISORS, Desk, Refused
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.terms import CauseNo, GrantNo, Role
from tests.builders import A1, A2, A3, GUIDE, ID_CARD, LAW, R1, SECOND, Story, at, by, present
from tests.unit.crowded import came
from tests.unit.time_facts import cut, give, here, lost, was_given

SECOND_LINE, NETWORK = GrantNo("AB-002"), CauseNo("AF-002")


def at_the_door(since: str, minutes: int = 6) -> Story:
    """The first room started at 8:30, so entry closed at 8:35; A3 has not come. Then minutes for the whole room."""
    story = Story("started").given(*came(A1, A2), *cut(room=R1, since=since, until="8:42"))
    return story.done(give(minutes, loss=lost(since, "8:42")), here("8:42"))


@pytest.mark.parametrize(("since", "last"), [("8:31", "8:41"), ("8:35", "8:41"), ("8:35:01", "8:35")])
def test_tim_07_the_end_of_entry_moves_only_where_it_was_open_when_time_was_lost(since: str, last: str) -> None:
    """Hostile: minutes for everybody, so that the door opens again for a friend."""
    story = at_the_door(since)
    room = story.site.sessions[LAW].rooms[R1]
    assert (room.extra_minutes, room.door_minutes) == (6, 0 if last == "8:35" else 6)
    friend = CheckIn(LAW, A3, ID_CARD, at(last), GUIDE)
    late = story.when(replace(friend, happened_at=at(last) + SECOND), here("8:45")).answer
    assert isinstance(late, Refused)
    assert isinstance(late.refusal, EntryClosed)
    assert late.refusal.closed_at == at(last)
    story.done(friend, here("8:45"))


def alone(clock: str, role: Role = Role.ROOM_ADMIN) -> Desk:
    return present(at(clock), by(GUIDE, role))


@pytest.mark.parametrize("role", [Role.ROOM_ADMIN, Role.INVIGILATOR])
def test_tim_07_a_door_that_was_shut_is_opened_again_by_the_office_and_a_supervisor(role: Role) -> None:
    """Hostile: long after the door was shut, a loss of the time before it lets a friend in."""
    loss = lost("8:31", "8:34")
    story = Story("started").given(*came(A1, A2), *cut(room=R1, since="8:31", until="8:34"))
    whole, some = give(3, loss=loss), give(3, A1, A2, loss=loss)
    story.when(whole, alone("8:35", role)).then(was_given(3, moved=R1, loss=loss, clock="8:35", door=True))
    late = alone("8:35:01", role)
    story.when(whole, late).then(NotYourRole(role, (Role.SITE_ADMIN,)))
    story.when(whole, here("8:35:01", Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    story.when(whole, here("8:35:01")).then(was_given(3, moved=R1, loss=loss, clock="8:35:01", door=True))
    story.when(some, late).then(was_given(3, loss=loss, clock="8:35:01"))


def test_tim_07_what_moves_no_door_is_given_by_the_room_as_before() -> None:
    since = "8:35:01"
    story = Story("started").given(*came(A1, A2), *cut(room=R1, since=since, until="8:42"))
    loss = lost(since, "8:42")
    story.when(give(6, loss=loss), alone("8:50")).then(was_given(6, moved=R1, loss=loss, clock="8:50"))


def test_tim_07_a_door_that_was_moved_is_shut_when_it_is_over_as_it_was_moved() -> None:
    story = at_the_door("8:34").given(*cut(NETWORK, R1, "8:38", "8:40"))
    loss = lost("8:38", "8:40", NETWORK)
    again = give(1, loss=loss)
    story.when(again, alone("8:41"))
    story.then(was_given(1, moved=R1, number=SECOND_LINE, loss=loss, clock="8:41", door=True))
    story.when(again, alone("8:41:01")).then(NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN,)))


def test_tim_07_who_was_turned_away_does_not_come_in_by_it() -> None:
    story = Story("started").given(*came(A1, A2), *cut(room=R1, since="8:33", until="8:42"))
    friend = CheckIn(LAW, A3, ID_CARD, at("8:36"), GUIDE)
    refused = story.when(friend, here("8:37")).answer
    assert isinstance(refused, Refused)
    story.given(*refused.facts).done(give(9, loss=lost("8:33", "8:42")), here("8:42"))
    assert not isinstance(story.when(friend, here("8:43")).answer, tuple)


def test_tim_07_a_loss_of_some_moves_no_door() -> None:
    story = Story("started").given(*came(A1, A2), *cut(room=R1, since="8:31", until="8:35"))
    story.done(give(4, A1, A2, loss=lost("8:31", "8:35")), here("8:36"))
    assert story.site.sessions[LAW].rooms[R1].door_minutes == 0


def test_tim_07_a_second_loss_is_held_against_the_door_as_it_was_moved() -> None:
    story = at_the_door("8:34")
    story.given(*cut(NETWORK, R1, "8:41", "8:43"))
    story.when(give(2, loss=lost("8:41", "8:43", NETWORK)), here("8:44"))
    story.then(was_given(2, moved=R1, door=True, number=SECOND_LINE, loss=lost("8:41", "8:43", NETWORK), clock="8:44"))
    story.when(give(1, loss=lost("8:41:01", "8:43", NETWORK)), here("8:44"))
    story.then(was_given(1, moved=R1, number=SECOND_LINE, loss=lost("8:41:01", "8:43", NETWORK), clock="8:44"))

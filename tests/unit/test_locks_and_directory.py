"""The lock of a room, and the people, who may be gone."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.calibration import LockTakenIntoUse
from app.core.directory import Directory
from app.core.locks import LockRegisterTaken, lock_of_room
from app.core.terms import PersonId, SupervisionNo
from tests.builders import A1, ADMIN, D1, GUIDE, LOCKS, NOBODY, PEOPLE, R1, R2, R9, ROOM_LOCK_2, Story, at


def test_only_an_invigilation_lock_is_a_rooms_lock() -> None:
    site = Story("packaged").site
    assert (lock_of_room(site, R1), lock_of_room(site, R2), lock_of_room(site, R9)) == (LOCKS[0], LOCKS[1], None)
    assert lock_of_room(Story("packaged").given(LockRegisterTaken(1, LOCKS[2:], D1)).site, R1) is None


def test_the_lock_in_use_is_a_rooms_lock_before_the_one_registered_for_it() -> None:
    spare = replace(LOCKS[1], room=None)
    story = Story("packaged").given(LockRegisterTaken(1, (LOCKS[0], spare, LOCKS[2]), D1))
    assert lock_of_room(story.site, R1) == LOCKS[0]
    story.given(LockTakenIntoUse(ROOM_LOCK_2, R1, GUIDE, SupervisionNo("A-001"), at("7:15")))
    assert lock_of_room(story.site, R1) == spare


def test_names_and_the_last_four_of_the_id_number() -> None:
    assert (PEOPLE.name(A1), PEOPLE.id_tail(A1)) == ("王\uf9f4", "123x")
    assert (PEOPLE.name(NOBODY), PEOPLE.id_tail(NOBODY)) == (None, "")
    assert PEOPLE.staff[ADMIN].name == "Sun"


def test_after_erasure_the_numbers_remain() -> None:
    gone = Directory()
    assert (gone.name(A1), gone.id_tail(A1)) == (None, "")
    assert (PEOPLE.staff_name(ADMIN), gone.staff_name(PersonId("W1"))) == ("Sun", "W1")

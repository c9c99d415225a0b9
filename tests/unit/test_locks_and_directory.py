"""The register of locks, and the people, who may be gone."""

from __future__ import annotations

from app.core.directory import Directory
from app.core.locks import lock_of_room
from app.core.terms import PersonId
from tests.builders import A1, ADMIN, LOCKS, NOBODY, PEOPLE, R1, R2


def test_only_an_invigilation_lock_is_a_rooms_lock() -> None:
    assert lock_of_room(LOCKS, R1) == LOCKS[0]
    assert lock_of_room(LOCKS, R2) is None
    assert lock_of_room(LOCKS[1:], R1) is None


def test_names_and_the_last_four_of_the_id_number() -> None:
    assert (PEOPLE.name(A1), PEOPLE.id_tail(A1)) == ("王\uf9f4", "123x")
    assert (PEOPLE.name(NOBODY), PEOPLE.id_tail(NOBODY)) == (None, "")
    assert PEOPLE.staff[ADMIN].name == "Sun"


def test_after_erasure_the_numbers_remain() -> None:
    gone = Directory()
    assert (gone.name(A1), gone.id_tail(A1)) == (None, "")
    assert (PEOPLE.staff_name(ADMIN), gone.staff_name(PersonId("W1"))) == ("Sun", "W1")

"""Who may serve here at all: qualified, with signed document, and with nobody of theirs among the candidates."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.core.agreement import AgreementSigned
from app.core.avoidance import AvoidanceDeclared
from app.core.directory import Directory, directory
from app.core.operation import Desk, Refusal
from app.core.permission import permitted
from app.core.plan import Candidate
from app.core.qualification import Qualified
from app.core.rulebook import Rulebook
from app.core.staffing import AgreementMissing, MustAvoid, NotQualified, StaffMember, avoids, may_serve, qualified
from app.core.terms import PersonId, Role, RoomId, Ticket
from app.core.timestamp import CheckScan
from tests.builders import (
    A1,
    A2,
    ADMIN,
    B1,
    B2,
    CANDIDATES,
    GUIDE,
    LIAONING,
    MONGOLIA,
    NATIONAL,
    NOBODY,
    PASSED,
    R1,
    R2,
    STRANGER,
    Story,
    at,
    by,
)

NOW, SITE = at("7:30"), Story("packaged").site


def here(*people: StaffMember, rules: Rulebook = LIAONING, candidates: tuple[Candidate, ...] = CANDIDATES) -> Desk:
    """A desk whose staff list is this."""
    return Desk(NOW, (by(ADMIN, Role.SITE_ADMIN),), rules, directory(candidates, people), "A")


def someone(
    role: Role = Role.SITE_ADMIN,
    room: RoomId | None = None,
    id_number: str = "",
    test_on: date | None = PASSED,
    drill_on: date | None = PASSED,
) -> StaffMember:
    return StaffMember(GUIDE, "Zhou", role, room, id_number=id_number, test_on=test_on, drill_on=drill_on)


# Test and drill (STF-09)


@pytest.mark.parametrize("role", [Role.SITE_ADMIN, Role.ROOM_ADMIN])
@pytest.mark.parametrize(
    ("test_on", "drill_on", "no"),
    [
        (PASSED, PASSED, None),
        (None, PASSED, NotQualified(GUIDE, test=False, drill=True)),
        (PASSED, None, NotQualified(GUIDE, test=True, drill=False)),
        (None, None, NotQualified(GUIDE, test=False, drill=False)),
    ],
)
def test_stf_09_administrators_serve_after_both(
    role: Role, test_on: date | None, drill_on: date | None, no: Refusal | None
) -> None:
    at_desk = here(someone(role, test_on=test_on, drill_on=drill_on))
    assert may_serve(SITE, at_desk, GUIDE, role) == no


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SITE_ADMIN, Role.ROOM_ADMIN, Role.TECHNICIAN}))
def test_stf_09_nobody_else_is_asked_for_them(role: Role) -> None:
    assert may_serve(SITE, here(someone(role, test_on=None, drill_on=None)), GUIDE, role) is None


def test_stf_09_who_is_not_on_the_staff_list_did_not_pass() -> None:
    assert may_serve(SITE, here(), STRANGER, Role.SITE_ADMIN) == NotQualified(STRANGER, test=False, drill=False)


def test_stf_09_where_the_rulebook_does_not_ask_nobody_is_held_up() -> None:
    at_desk = here(someone(test_on=None, drill_on=None), rules=NATIONAL)
    assert may_serve(SITE, at_desk, GUIDE, Role.SITE_ADMIN) is None


def test_stf_09_what_was_entered_here_counts_before_what_the_staff_list_says() -> None:
    later = date(2021, 10, 27)
    site = Story("packaged").given(Qualified(GUIDE, later, later)).site
    assert qualified(site, here(someone(test_on=PASSED, drill_on=None)).directory, GUIDE) == (later, later)
    assert qualified(SITE, here(someone()).directory, GUIDE) == (PASSED, PASSED)
    assert qualified(site, here().directory, GUIDE) == (later, later)
    assert may_serve(site, here(someone(test_on=None)), GUIDE, Role.ROOM_ADMIN) is None


def test_stf_09_the_second_person_is_asked_too() -> None:
    at_desk = here(someone(), replace(someone(test_on=None), code=ADMIN))
    site = Story("packaged").site
    both = Desk(NOW, (by(GUIDE, Role.SITE_ADMIN), by(ADMIN, Role.SITE_ADMIN)), LIAONING, at_desk.directory, "A")
    assert permitted(CheckScan(""), site, both) == NotQualified(ADMIN, test=False, drill=True)


def test_before_the_staff_list_is_in_nobody_is_asked() -> None:
    assert may_serve(Story("enrolled").site, here(), STRANGER, Role.SITE_ADMIN) is None


# Confidentiality


def test_stf_13_people_from_outside_work_here_with_a_signed_document() -> None:
    at_desk = here(someone(Role.TECHNICIAN))
    assert may_serve(SITE, at_desk, GUIDE, Role.TECHNICIAN) == AgreementMissing(GUIDE)
    signed = Story("packaged").given(AgreementSigned(GUIDE, PASSED)).site
    assert may_serve(signed, at_desk, GUIDE, Role.TECHNICIAN) is None


# Avoidance


@pytest.mark.parametrize("number", ["21010119900101123x", "21010119900101123X"])
@pytest.mark.parametrize("rules", [LIAONING, MONGOLIA], ids=["room", "exam"])
def test_stf_12_a_candidate_does_not_work_in_the_own_exam(number: str, rules: Rulebook) -> None:
    """Compared without regard to the case of the last sign, in whatever role and room."""
    for role in (Role.SITE_ADMIN, Role.CHIEF, Role.INVIGILATOR):
        at_desk = here(someone(role, R2, number), rules=rules)
        assert may_serve(SITE, at_desk, GUIDE, role) == MustAvoid(GUIDE, A1)


def test_stf_12_an_empty_number_is_nobodys() -> None:
    nameless = (replace(CANDIDATES[0], id_number=""),)
    assert avoids(SITE, here(someone(), candidates=nameless), GUIDE) is None
    assert avoids(SITE, here(someone(id_number="210101199001019999")), GUIDE) is None


def declared(*tickets: Ticket) -> Story:
    return Story("packaged").given(AvoidanceDeclared(GUIDE, tickets))


@pytest.mark.parametrize(
    ("rules", "room", "ticket"),
    [
        (LIAONING, R1, A2),
        (LIAONING, R2, None),
        (LIAONING, None, None),
        (MONGOLIA, R1, A2),
        (MONGOLIA, R2, A2),
        (MONGOLIA, None, A2),
    ],
)
def test_stf_12_a_relative_bars_from_the_room_or_from_the_exam(
    rules: Rulebook, room: RoomId | None, ticket: Ticket | None
) -> None:
    assert avoids(declared(A2).site, here(someone(room=room), rules=rules), GUIDE) == ticket


def test_stf_12_the_relative_in_the_own_room_is_the_one_named() -> None:
    at_desk = here(someone(Role.ROOM_ADMIN, R2))
    assert may_serve(declared(A1, B2).site, at_desk, GUIDE, Role.ROOM_ADMIN) == MustAvoid(GUIDE, B2)
    assert avoids(declared(A1, B1).site, here(someone(room=R1), rules=MONGOLIA), GUIDE) == A1
    assert avoids(declared().site, here(someone(room=R1), rules=MONGOLIA), GUIDE) is None


def test_stf_12_a_relative_of_whom_nothing_is_known_any_more_bars_from_no_room() -> None:
    assert avoids(declared(A2, NOBODY).site, here(someone(room=R1), candidates=()), GUIDE) is None
    empty = Desk(NOW, (), LIAONING, Directory(), "A")
    assert avoids(declared(A2).site, empty, GUIDE) is None
    assert avoids(SITE, empty, PersonId("W9")) is None

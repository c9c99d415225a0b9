"""The people at work: who is fit, what is open about whom, and whether there are enough."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec import structs

from app.core.agreement import AgreementSigned
from app.core.avoidance import AvoidanceDeclared
from app.core.delegation import ChiefDelegated
from app.core.desk import DeskTaken
from app.core.directory import Directory, directory
from app.core.operation import Fact
from app.core.pin import PinChanged
from app.core.qualification import Qualified
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.staffing import StaffMember
from app.core.terms import Digest, PersonId, Role, RoomId
from app.core.training import StaffTrained, TrainingTopic
from app.views.staffing import (
    PersonRow,
    StaffCheck,
    StaffItem,
    StaffRule,
    chosen,
    person_rows,
    sees_names,
    staff_checks,
)
from tests.builders import A1, CANDIDATES, LIAONING, NATIONAL, R1, R2, Story, at

TEST, DRILL, TRAINED = date(2021, 10, 1), date(2021, 10, 2), date(2021, 10, 3)
NOW = at("8:00")


def one(code: str, role: Role, room: RoomId | None = None, **more: object) -> StaffMember:
    given: dict[str, object] = {"name": f"Name of {code}", "phone": f"1-{code}", **more}
    return StaffMember(PersonId(code), role=role, room=room, **given)  # type: ignore[arg-type]  # the fields by name


CHIEF, DEPUTY = one("C1", Role.CHIEF), one("D1", Role.DEPUTY)
ADMIN = one("A1", Role.SITE_ADMIN, test_on=TEST, drill_on=DRILL)
ROOM_ADMINS = (
    one("R1", Role.ROOM_ADMIN, R1, test_on=TEST, drill_on=DRILL),
    one("R2", Role.ROOM_ADMIN, R2, test_on=TEST, drill_on=DRILL),
)
INVIGILATORS = (
    one("I1", Role.INVIGILATOR, R1, skill=True),
    one("I2", Role.INVIGILATOR, R1),
    one("I3", Role.INVIGILATOR, R2, skill=True),
    one("I4", Role.INVIGILATOR, R2),
)
OFFICER, TECHNICIAN = one("O1", Role.EXAM_OFFICE), one("T1", Role.TECHNICIAN)
ROVING = one("V1", Role.ROVING)
EVERYONE = (CHIEF, DEPUTY, ADMIN, *ROOM_ADMINS, *INVIGILATORS, OFFICER, TECHNICIAN, ROVING)


def people(*staff: StaffMember) -> Directory:
    return directory(CANDIDATES, staff)


def without(*codes: str) -> Directory:
    return people(*(member for member in EVERYONE if member.code not in codes))


def but(member: StaffMember) -> Directory:
    return people(*(member if other.code == member.code else other for other in EVERYONE))


def site(*facts: Fact) -> Site:
    """Everybody is trained."""
    everyone = tuple(member.code for member in EVERYONE)
    return Story("packaged").given(StaffTrained(everyone, TRAINED, tuple(TrainingTopic), late=False), *facts).site


def check(
    rule: StaffRule, staff: Directory | None = None, rules: Rulebook = LIAONING, here: Site | None = None
) -> StaffCheck:
    (found,) = (c for c in staff_checks(here or site(), staff or people(*EVERYONE), rules) if c.rule is rule)
    return found


def rows(*facts: Fact, staff: Directory | None = None, named: bool = True) -> dict[str, PersonRow]:
    made = person_rows(site(*facts), staff or people(*EVERYONE), LIAONING, NOW, named=named)
    return {row.code: row for row in made}


def declared(*codes: PersonId) -> tuple[Fact, ...]:
    return tuple(AvoidanceDeclared(code, ()) for code in codes)


ALL_DECLARED = declared(*(member.code for member in EVERYONE))


# Whether there are enough


def test_a_full_staff_with_its_papers_leaves_nothing_open() -> None:
    here = site(*ALL_DECLARED, AgreementSigned(TECHNICIAN.code, date(2021, 10, 1)))
    assert [c.rule for c in staff_checks(here, people(*EVERYONE), LIAONING) if not c.ok] == []


@pytest.mark.parametrize(
    ("staff", "there", "persons"),
    [(without("C1"), 0, ()), (people(*EVERYONE, one("C2", Role.CHIEF)), 2, ("C1", "C2"))],
)
def test_there_is_exactly_one_chief(staff: Directory, there: int, persons: tuple[str, ...]) -> None:
    found = check(StaffRule.CHIEF, staff)
    assert (found.ok, found.needed, found.there, found.persons, found.clause) == (False, 1, there, persons, "STF-01")
    assert check(StaffRule.CHIEF).ok


def test_there_is_a_site_administrator() -> None:
    assert not check(StaffRule.SITE_ADMINS, without("A1")).ok
    assert check(StaffRule.SITE_ADMINS).there == 1


def test_room_administrators_are_counted_by_room_where_the_rulebook_asks_for_them() -> None:
    asked = structs.replace(LIAONING, room_admins_per_room=structs.replace(LIAONING.room_admins_per_room, value=1))
    silent = structs.replace(LIAONING, room_admins_per_room=structs.replace(LIAONING.room_admins_per_room, value=0))
    found = check(StaffRule.ROOM_ADMINS, without("R2"), asked)
    assert (found.ok, found.rooms, found.each, found.clause) == (False, (R2,), True, "STF-02")
    assert check(StaffRule.ROOM_ADMINS, rules=asked).ok
    assert StaffRule.ROOM_ADMINS not in {c.rule for c in staff_checks(site(), people(*EVERYONE), silent)}


def test_each_room_has_two_different_invigilators() -> None:
    assert check(StaffRule.INVIGILATORS).ok
    assert check(StaffRule.INVIGILATORS, without("I2")).rooms == (R1,)
    # One person listed twice counts once.
    twice = tuple(replace_id(member) for member in EVERYONE)
    found = check(StaffRule.INVIGILATORS, people(*twice))
    assert (found.rooms, found.there) == ((R1,), 3)


def replace_id(member: StaffMember) -> StaffMember:
    return structs.replace(member, id_number="21010119800101111X") if member.code in {"I1", "I2"} else member


def test_before_rooms_are_drawn_the_whole_number_counts() -> None:
    """STF-06: rooms are drawn on the day; until then nobody has one."""
    free = tuple(structs.replace(m, room=None) if m.role is Role.INVIGILATOR else m for m in EVERYONE)
    found = check(StaffRule.INVIGILATORS, people(*free))
    assert (found.ok, found.needed, found.there, found.each) == (True, 4, 4, False)
    assert not check(StaffRule.INVIGILATORS, people(*free[:-4], OFFICER)).ok
    assert check(StaffRule.SKILL, people(*free)).needed == 2


def test_each_room_has_an_invigilator_with_computer_skills() -> None:
    assert check(StaffRule.SKILL).ok
    assert check(StaffRule.SKILL, but(structs.replace(INVIGILATORS[0], skill=False))).rooms == (R1,)
    # Also where nobody at all has them.
    nobody = tuple(structs.replace(member, skill=False) for member in EVERYONE)
    assert check(StaffRule.SKILL, people(*nobody)).rooms == (R1, R2)


def test_roving_invigilators_suffice_for_the_rooms_where_there_are_any() -> None:
    narrow = structs.replace(LIAONING, roving_rooms=structs.replace(LIAONING.roving_rooms, value=1))
    found = check(StaffRule.ROVING, rules=narrow)
    assert (found.ok, found.needed, found.there, found.clause) == (False, 2, 1, "STF-05")
    assert check(StaffRule.ROVING, people(*EVERYONE, one("V2", Role.ROVING)), narrow).ok
    unlimited = structs.replace(LIAONING, roving_rooms=structs.replace(LIAONING.roving_rooms, value=0))
    for staff, rules in ((without("V1"), narrow), (people(*EVERYONE), unlimited)):
        assert StaffRule.ROVING not in {c.rule for c in staff_checks(site(), staff, rules)}


# Fitness


def test_administrators_without_test_and_drill_are_named_where_the_rulebook_asks() -> None:
    half = but(structs.replace(ADMIN, drill_on=None))
    found = check(StaffRule.QUALIFIED, half)
    assert (found.ok, found.persons, found.clause) == (False, ("A1",), "STF-09")
    entered = site(Qualified(ADMIN.code, date(2021, 10, 1), date(2021, 10, 3)))
    assert check(StaffRule.QUALIFIED, half, here=entered).ok
    assert StaffRule.QUALIFIED not in {c.rule for c in staff_checks(site(), half, NATIONAL)}
    assert rows(staff=half)["A1"].items[0] is StaffItem.QUALIFICATION
    assert rows(staff=half)["A1"].bars


def test_declarations_are_awaited_of_everyone_and_bar_nobody() -> None:
    assert check(StaffRule.DECLARED).persons == tuple(sorted(member.code for member in EVERYONE))
    here = site(*declared(CHIEF.code))
    assert CHIEF.code not in check(StaffRule.DECLARED, here=here).persons
    row = rows()["C1"]
    assert row.items == (StaffItem.DECLARATION,)
    assert not row.bars


def test_who_sits_the_exam_is_named_and_must_not_take_part() -> None:
    """Whatever case the last sign of the ID number is written in."""
    mine = next(candidate for candidate in CANDIDATES if candidate.ticket == A1).id_number
    staff = but(structs.replace(INVIGILATORS[3], id_number=mine.upper()))
    assert check(StaffRule.AVOIDANCE, staff).persons == ("I4",)
    assert rows(*ALL_DECLARED, staff=staff)["I4"].items == (StaffItem.AVOIDS,)
    assert rows(staff=staff)["I4"].avoids == A1


def test_a_relative_bars_from_the_relatives_room_or_from_the_exam() -> None:
    here = site(AvoidanceDeclared(INVIGILATORS[0].code, (A1,)), AvoidanceDeclared(INVIGILATORS[2].code, (A1,)))
    whole = structs.replace(LIAONING, avoidance_whole_exam=structs.replace(LIAONING.avoidance_whole_exam, value=True))
    assert check(StaffRule.AVOIDANCE, here=here).persons == ("I1",)
    assert check(StaffRule.AVOIDANCE, here=here, rules=whole).persons == ("I1", "I3")


def test_people_from_outside_sign_a_confidentiality_document() -> None:
    assert check(StaffRule.AGREEMENTS).persons == ("T1",)
    assert rows()["T1"].items[0] is StaffItem.AGREEMENT
    signed = AgreementSigned(TECHNICIAN.code, date(2021, 10, 1))
    assert check(StaffRule.AGREEMENTS, here=site(signed)).ok
    assert rows(signed)["T1"].agreement_on == date(2021, 10, 1)


def test_everybody_is_trained_but_who_comes_to_look_on() -> None:
    bare, patrol = Story("packaged").site, one("X1", Role.PATROL)
    found = check(StaffRule.TRAINED, people(*EVERYONE, patrol), here=bare)
    assert (found.ok, found.persons, found.clause) == (False, tuple(sorted(m.code for m in EVERYONE)), "STF-08")
    assert check(StaffRule.TRAINED).ok
    made = person_rows(bare, people(ADMIN, patrol), LIAONING, NOW, named=True)
    assert [row.items for row in made] == [
        (StaffItem.DECLARATION, StaffItem.TRAINING),
        (StaffItem.DECLARATION,),
    ]
    assert not made[0].bars
    assert rows()["C1"].trained_on == TRAINED


# One line a person


def test_what_is_open_comes_first_the_graver_before() -> None:
    facts = declared(*(member.code for member in EVERYONE if member.code not in {"T1", "O1", "I2"}))
    assert list(rows(*facts))[:3] == ["T1", "I2", "O1"]
    assert list(rows(*ALL_DECLARED))[:3] == ["T1", "A1", "C1"]


def test_a_line_tells_what_was_entered() -> None:
    verifier = Digest("ab" * 32)
    found = rows(
        PinChanged(ADMIN.code, verifier),
        DeskTaken(ADMIN.code, Role.SITE_ADMIN, PersonId(""), handed_over=False),
        ChiefDelegated(CHIEF.code, DEPUTY.code, "W-1", at("7:00"), at("8:00")),
        AvoidanceDeclared(ADMIN.code, (A1,)),
    )
    admin = found["A1"]
    assert (admin.own_pin, admin.on_duty, admin.declared, admin.relations) == (True, True, True, (A1,))
    assert (admin.test_on, admin.drill_on) == (TEST, DRILL)
    assert (found["C1"].own_pin, found["C1"].on_duty, found["C1"].delegation) == (False, False, None)
    given = found["D1"].delegation
    assert given is not None
    assert given.paper == "W-1"


def test_a_delegation_shows_while_it_holds() -> None:
    ended = ChiefDelegated(CHIEF.code, DEPUTY.code, "W-1", at("6:00"), at("7:59:59"))
    assert rows(ended)["D1"].delegation is None


@pytest.mark.parametrize(
    ("role", "sees"),
    [(None, False), (Role.PATROL, False), (Role.TECHNICIAN, False), (Role.INVIGILATOR, True), (Role.SITE_ADMIN, True)],
)
def test_names_are_for_those_who_work_with_them(role: Role | None, sees: bool) -> None:
    assert sees_names(role) is sees


def test_without_names_there_are_neither_names_nor_phones() -> None:
    assert {(row.name, row.phone) for row in rows(named=False).values()} == {("", "")}
    assert rows()["A1"].name == "Name of A1"
    assert rows()["A1"].phone == "1-A1"


def test_people_are_found_by_role_and_text_and_by_what_is_open() -> None:
    everyone = tuple(rows(*declared(CHIEF.code)).values())
    assert [row.code for row in chosen(everyone, Role.CHIEF, "", only_open=False)] == ["C1"]
    assert [row.code for row in chosen(everyone, Role.CHIEF, "", only_open=True)] == []
    assert [row.code for row in chosen(everyone, None, " ｎａｍｅ of i1", only_open=False)] == ["I1"]
    assert {row.code for row in chosen(everyone, None, "002", only_open=False)} == {"R2", "I3", "I4"}
    assert [row.code for row in chosen(everyone, None, "nobody", only_open=False)] == []


def test_without_a_staff_list_there_is_nobody() -> None:
    assert person_rows(Site(), Directory(), LIAONING, NOW, named=True) == ()

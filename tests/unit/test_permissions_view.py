"""The table of permissions: every operation stands in it, says what the operation says, and is what the docs show."""

from __future__ import annotations

from collections import Counter

import pytest

from app.core.operation import ROOM, SECOND_PERSON, SUPERVISORS
from app.core.rulebook import Rulebook
from app.core.terms import Role
from app.rulebooks import all_ids, load
from app.views.case_names import Area, Case, Party
from app.views.permission_cases import cases
from app.views.permissions import PermissionRow, matrix
from tests.unit.demands import operations
from tools import permissions

BOOKS = [load(name) for name in all_ids()]
GENERIC = load("machine-generic")


def row(case: Case, rules: Rulebook = GENERIC) -> PermissionRow:
    (found,) = (one for one in matrix(rules) if one.case is case)
    return found


def test_every_operation_of_the_program_stands_in_it() -> None:
    assert {type(one.operation) for one in cases(GENERIC)} == set(operations())


@pytest.mark.parametrize("rules", BOOKS, ids=lambda rules: rules.id)
def test_every_case_stands_in_it_once_part_by_part(rules: Rulebook) -> None:
    rows = matrix(rules)
    assert [one.case for one in rows] == list(Case)
    areas = [one.area for one in rows]
    assert areas == sorted(areas, key=list(Area).index)


@pytest.mark.parametrize("rules", BOOKS, ids=lambda rules: rules.id)
def test_somebody_asks_for_everything_but_what_the_console_notes(rules: Rulebook) -> None:
    for one in matrix(rules):
        assert bool(one.asks) is not one.unsigned, one.case
        assert not (one.unsigned and (one.seconds or one.parties)), one.case


def test_cases_of_one_operation_differ_in_what_they_demand() -> None:
    """A case that says nothing new is no case."""
    rows = matrix(GENERIC) + matrix(load("national-2021"))
    several = {name for name, count in Counter(one.operation for one in matrix(GENERIC)).items() if count > 1}
    assert several
    for name in several:
        kinds: dict[Case, list[object]] = {}
        for one in rows:
            if one.operation == name:
                kinds.setdefault(one.case, []).append((one.asks, one.seconds, one.parties, one.site_lock))
        told = [tuple(demands) for demands in kinds.values()]
        assert len(set(told)) == len(told), name


def test_supervised_steps_want_a_supervisor_whatever_the_rulebook_lists() -> None:
    for rules in BOOKS:
        for case in (Case.OPEN_RECEIPT, Case.OPEN_SITTING, Case.UNSEAL_OTHER_DAY, Case.RECOVER_PIN, Case.QUALIFY):
            assert [set(second) for second in row(case, rules).seconds] == [SUPERVISORS], (rules.id, case)


def test_what_the_rulebook_lists_wants_a_second_person_only_there() -> None:
    listed, unlisted = row(Case.BACK_UP), row(Case.BACK_UP, load("national-2021"))
    assert [set(second) for second in listed.seconds] == [SUPERVISORS]
    assert unlisted.seconds == ()
    assert [set(second) for second in row(Case.TIMESTAMP).seconds] == [SECOND_PERSON]
    assert listed.site_lock
    assert unlisted.site_lock


def test_persons_whom_the_step_names_sign_themselves() -> None:
    named = {one.case: one.parties for one in matrix(GENERIC) if one.parties}
    assert named == {
        Case.ISSUE_LOCK: (Party.RECEIVER,),
        Case.HAND_OVER_LOCK: (Party.HOLDER, Party.RECEIVER),
        Case.END_SITTING: (Party.SUPERVISOR,),
        Case.DELEGATE: (Party.DEPUTY,),
        Case.RATIFY_CONSENT: (Party.CONSENTER,),
        Case.HAND_OVER: (Party.GIVER, Party.OTHER_GIVER),
        Case.GIVE_TO_CITY: (Party.GIVER, Party.OTHER_GIVER),
        Case.AWAIT_CLEANING: (Party.CUSTODIAN,),
    }


def test_minutes_are_the_rooms_own_as_far_as_the_rulebook_says_and_then_need_a_supervisor() -> None:
    """G15, G16; and codes after wrong ones (TIM-06)."""
    few, national = row(Case.EXTRA_TIME), row(Case.EXTRA_TIME, load("national-2021"))
    assert set(few.asks) == set(ROOM)
    assert few.seconds == ()
    for one in (national, row(Case.EXTRA_TIME_BEYOND), row(Case.ENTER_CODE_AGAIN)):
        assert one.asks == (Role.SITE_ADMIN,)
        assert [frozenset(second) for second in one.seconds] == [SUPERVISORS]
    assert row(Case.ENTER_CODE).seconds == ()
    assert row(Case.DIRECTIVE).seconds == ((Role.CHIEF,),)


def test_locks_are_proved_where_the_step_wants_them() -> None:
    assert row(Case.EXAM_AUTHORIZATION).site_lock
    assert row(Case.TAKE_INTO_USE).other_lock
    assert not row(Case.CHECK_START).site_lock


def test_sealed_equipment_leaves_open_what_the_operation_says() -> None:
    closed = {Case.RELEASE, Case.SEAL, Case.CALIBRATE, Case.CHECK_IN}
    assert not any(row(case).while_sealed for case in closed)
    assert row(Case.UNSEAL).while_sealed
    assert row(Case.CONFIRM_TIME).any_time


def test_cleaned_data_leave_open_what_needs_none_of_them() -> None:
    """The machine is still unsealed and signed at, and terms begin to run (REC-05)."""
    after = (Case.UNSEAL, Case.SIGNED, Case.PUBLICATION, Case.VIDEO)
    assert all(row(case).after_cleaning for case in after)
    assert not any(row(case).after_cleaning for case in (Case.CHECK_IN, Case.BACK_UP, Case.CLEAN))


def test_only_steps_without_a_deadline_wait_for_the_mirror() -> None:
    """Never a start, an end or anything in a room (DAT-16)."""
    assert {one.case for one in matrix(GENERIC) if one.mirrored} == {Case.CHECK_ANSWERS, Case.CLOSE_DAY}


def test_roles_stand_in_one_order() -> None:
    order = list(Role)
    for one in matrix(GENERIC):
        for roles in (one.asks, *one.seconds):
            assert list(roles) == sorted(roles, key=order.index)


@pytest.mark.parametrize("language", permissions.FILES)
def test_the_documentation_shows_this_table(language: str) -> None:
    """`python -m tools.permissions` renews it."""
    assert permissions.FILES[language].read_text("utf-8") == permissions.page(language)

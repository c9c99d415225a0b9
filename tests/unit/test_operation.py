"""Who may ask for what: one table for every operation, and nobody counts twice."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from msgspec import structs

from app.core.about_candidate import AboutCandidate
from app.core.closing import CheckAnswers
from app.core.custody import HandOverLock
from app.core.locks import LockRefusal
from app.core.operation import (
    OFFICE,
    SECOND_PERSON,
    SUPERVISORS,
    Demand,
    Desk,
    Fact,
    Operation,
    Refusal,
    Signer,
)
from app.core.permission import (
    LOCK_HOLDER,
    AnotherPersonNeeded,
    NobodySignedIn,
    NotYourRole,
    SiteLockNeeded,
    StaffSignsNow,
    permitted,
)
from app.core.replacement import ReplaceSiteLock
from app.core.rulebook import Rulebook
from app.core.sealing import UnsealEquipment, UnsealReason
from app.core.site import Site, Source
from app.core.supervision import CloseSupervision
from app.core.terms import LockSerial, Role, SupervisionNo
from app.core.timestamp import CheckScan, RecordTimestamp
from app.core.upload import TakeReceipt
from app.rulebooks import all_ids, clauses, load
from tests.builders import (
    A1,
    ADMIN,
    CHIEF,
    D1,
    GUIDE,
    LAW,
    LOCK,
    ROOM_LOCK,
    Story,
    desk,
    twice,
    watched,
)
from tests.unit.demands import ANY_TIME, NOTES, NOW, PACKAGE, SITTING, TABLE, WHILE_SEALED, operations
from tests.unit.readiness_demands import OPEN, TRAINED

BOOKS = [load(name) for name in all_ids()]


def name(value: object) -> str:
    return value.id if isinstance(value, Rulebook) else type(value).__name__


def test_every_operation_stands_in_the_table() -> None:
    assert {type(row[0]) for row in TABLE} == set(operations())


def test_what_is_open_under_seal_and_what_before_the_time_is_confirmed() -> None:
    assert {type(row[0]) for row in TABLE if row[0].any_time} == ANY_TIME
    assert {type(row[0]) for row in TABLE if row[0].while_sealed} == WHILE_SEALED
    assert {type(row[0]) for row in TABLE if row[1].unsigned} == NOTES


@pytest.mark.parametrize("rules", BOOKS, ids=name)
@pytest.mark.parametrize(("operation", "always", "listed"), TABLE, ids=name)
def test_who_asks_and_who_must_stand_by(
    operation: Operation, always: Demand, listed: frozenset[Role] | None, rules: Rulebook
) -> None:
    if type(operation).__name__ in rules.two_persons.value:
        assert listed, "the rulebook wants two persons and the operation does not ask"
        always = replace(always, seconds=(*always.seconds, listed))
    assert operation.demand(Site(), desk(rules=rules)) == always


@pytest.mark.parametrize("rules", BOOKS, ids=name)
def test_a_rulebook_lists_only_operations_that_exist(rules: Rulebook) -> None:
    assert set(rules.two_persons.value) <= {type(row[0]).__name__ for row in TABLE}


@pytest.mark.parametrize(("row", "role"), list(product(TABLE, Role)))
def test_only_the_named_roles_may_ask(row: tuple[Operation, Demand, frozenset[Role] | None], role: Role) -> None:
    operation, demand, _ = row
    no = NotYourRole(role, tuple(sorted(demand.roles)))
    answer = permitted(
        operation, Story("enrolled").site, desk(role, Role.EXAM_OFFICE, Role.CHIEF, locks=(LOCK, ROOM_LOCK))
    )
    assert answer == (None if role in demand.roles or demand.unsigned else no)


@pytest.mark.parametrize("rules", BOOKS, ids=name)
def test_a_scan_that_was_typed_is_verified_under_every_rulebook(rules: Rulebook) -> None:
    assert CheckScan("", typed=True).demand(Site(), desk(rules=rules)) == Demand(OFFICE, (SECOND_PERSON,))


def test_a_second_package_is_verified_the_first_is_not_and_so_is_a_new_site_lock() -> None:
    lock = ReplaceSiteLock(LOCK, "", False, 2, 1, (), D1)
    assert [one.demand(Story("enrolled").site, desk()).seconds for one in (PACKAGE, lock)] == [(), ()]
    assert PACKAGE.demand(Story("packaged").site, desk()).seconds == (SECOND_PERSON,)
    assert lock.demand(Story("packaged").site, desk()).seconds == (SUPERVISORS,)


@pytest.mark.parametrize("rules", BOOKS, ids=name)
def test_unsealing_for_a_reason_wants_a_supervisor_under_every_rulebook(rules: Rulebook) -> None:
    """LCK-06: on a day without an exam."""
    ask = UnsealEquipment("1", True, UnsealReason.REPAIR)
    assert ask.demand(Site(), desk(rules=rules)) == Demand(OFFICE, (SUPERVISORS,))


def test_who_must_sign_in_person_follows_from_the_state() -> None:
    """LCK-02, LCK-03: who has the lock; who supervised the sitting."""
    site = Story("opened").given(*watched(3, SITTING, NOW)[:1]).site
    assert HandOverLock(ROOM_LOCK, ADMIN).demand(site, desk()).persons == (GUIDE, ADMIN)
    close = {done: CloseSupervision(SupervisionNo("A-003"), done) for done in (True, False)}
    assert close[True].demand(site, desk()).persons == (CHIEF,)
    assert close[False].demand(site, desk()).persons == ()


def test_who_stands_by_follows_from_the_exam_days() -> None:
    """RDY-11: a closed room is opened by one person on an exam day alone; STF-08: training after its last day."""
    site, day = Story("packaged").site, timedelta(days=1)
    opened = {when: structs.replace(OPEN, happened_at=when) for when in (NOW, NOW - day)}
    assert [ask.demand(site, desk()).seconds for ask in opened.values()] == [(), (SECOND_PERSON,)]
    assert structs.replace(OPEN, intact=False).demand(site, desk()).seconds == (SECOND_PERSON,)
    late = structs.replace(TRAINED, on=TRAINED.on + day)
    assert [ask.demand(site, desk()).seconds for ask in (TRAINED, late)] == [(), (frozenset({Role.CHIEF}),)]
    assert TRAINED.demand(site, desk(rules=load("inner-mongolia-2023"))).seconds == (frozenset({Role.CHIEF}),)


TWO, CHECK = RecordTimestamp(Source.PLATFORM, "x"), CheckAnswers(LAW)
NEEDED = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))
OR_ANOTHER = AnotherPersonNeeded(tuple(sorted(SECOND_PERSON)))


@pytest.mark.parametrize(
    ("here", "told", "supervised"),
    [
        (desk(Role.SITE_ADMIN), OR_ANOTHER, NEEDED),
        (twice(desk(), Role.CHIEF), OR_ANOTHER, NEEDED),
        (twice(desk(), Role.SITE_ADMIN), OR_ANOTHER, NEEDED),
        (desk(Role.SITE_ADMIN, Role.SITE_ADMIN), None, NEEDED),
        (desk(Role.SITE_ADMIN, Role.INVIGILATOR), OR_ANOTHER, NEEDED),
        (desk(Role.SITE_ADMIN, Role.PATROL, Role.RESIDENT), None, None),
        *((desk(Role.SITE_ADMIN, role), None, None) for role in sorted(SUPERVISORS)),
    ],
)
def test_the_second_person_is_another_one_with_the_duty(
    here: Desk, told: Refusal | None, supervised: Refusal | None
) -> None:
    """What is only typed in twice, another site administrator may verify; what opens or closes the exam, nobody."""
    assert permitted(TWO, Site(), here) == told
    assert permitted(CHECK, Site(), here) == supervised


class _Pair(Operation, frozen=True):
    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS, SUPERVISORS))


def test_one_person_does_not_stand_by_for_two() -> None:
    one = desk(Role.SITE_ADMIN, Role.CHIEF)
    assert permitted(_Pair(), Site(), one) == NEEDED
    again = replace(one.signers[1], role=Role.EXAM_OFFICE)
    assert permitted(_Pair(), Site(), replace(one, signers=(*one.signers, again))) == NEEDED
    assert permitted(_Pair(), Site(), desk(Role.SITE_ADMIN, Role.CHIEF, Role.EXAM_OFFICE)) is None


def test_nothing_without_a_person() -> None:
    assert permitted(TWO, Site(), replace(desk(), signers=())) == NobodySignedIn()


def test_the_site_lock_is_this_stores_and_proved_now() -> None:
    asked, site = TakeReceipt("Q", "b", D1, D1), Story("enrolled").site
    assert permitted(asked, site, desk(locks=())) == SiteLockNeeded(LOCK)
    assert permitted(asked, site, desk(locks=(LockSerial("KW-2"),))) == SiteLockNeeded(LOCK)
    assert permitted(asked, site, desk(locks=(LockSerial("KW-2"), LOCK))) is None
    assert permitted(asked, Site(), desk(locks=(LOCK,))) == SiteLockNeeded(LockSerial(""))


def test_what_is_not_written_is_not_done() -> None:
    for ask in (Operation().demand, Operation().decide):
        with pytest.raises(NotImplementedError):
            ask(Site(), desk())
    with pytest.raises(NotImplementedError):
        Fact().apply(Site())
    with pytest.raises(NotImplementedError):
        AboutCandidate(LAW, A1).decide(Story("packaged").site, desk())


def every_kind(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in kind.__subclasses__():
        yield one
        yield from every_kind(one)


def test_every_refusal_stands_on_a_row_of_the_catalogue() -> None:
    kinds = {*every_kind(Refusal)} - {LockRefusal}
    assert len(kinds) > 90
    assert not {kind.__name__ for kind in kinds if kind.clause not in clauses().rows}
    assert NobodySignedIn().basis == NobodySignedIn.clause


def test_the_holder_of_the_lock_signs_only_until_the_staff_list_is_in() -> None:
    holder = Signer(LOCK_HOLDER, Role.SITE_ADMIN, "lock:KW-1")
    by_lock = dataclasses.replace(desk(Role.SITE_ADMIN), signers=(holder,))
    both = dataclasses.replace(desk(Role.SITE_ADMIN), signers=(*desk(Role.SITE_ADMIN).signers, holder))
    scan = CheckScan("")
    assert permitted(scan, Story("enrolled").site, by_lock) is None
    assert permitted(scan, Story("packaged").site, by_lock) == StaffSignsNow()
    assert permitted(scan, Story("packaged").site, both) == StaffSignsNow()

"""Who may ask for what: one table for every operation, and nobody counts twice."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from msgspec import structs

from app.core.attendance import CheckIn, ConfirmAttendance
from app.core.closing import CheckAnswers, EndRooms
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.custody import HandOverLock, ReportLockLost
from app.core.directory import Directory
from app.core.fault import FaultKind, ReportFault
from app.core.incident import IncidentKind, OpenIncident
from app.core.locks import LockRefusal
from app.core.operation import (
    OFFICE,
    SECOND_PERSON,
    SUPERVISORS,
    Demand,
    Desk,
    Fact,
    Operation,
    PersonUnknown,
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
from app.core.pin import PinChanged
from app.core.qualification import Qualified
from app.core.replacement import ReplaceSiteLock
from app.core.room_report import TakeRoomReport
from app.core.rulebook import Rulebook
from app.core.safekeeping import TakeReceipt
from app.core.sealed_room_test import RecordSealedRoomTest
from app.core.sealing import UnsealEquipment, UnsealReason
from app.core.site import Site, Source
from app.core.start import RecordStarts, RoomStart
from app.core.supervision import CloseSupervision
from app.core.terms import LockSerial, PersonId, Role, SupervisionNo
from app.core.timestamp import CheckScan, RecordTimestamp
from app.rulebooks import all_ids, clauses, load
from tests.builders import (
    A1,
    ADMIN,
    CHIEF,
    D1,
    GUIDE,
    ID_CARD,
    LAW,
    LOCK,
    PASSED,
    R1,
    ROOM_LOCK,
    STRANGER,
    Story,
    at,
    desk,
    twice,
    watched,
)
from tests.unit.demands import ANY_TIME, NO_DOCUMENT, NOTES, NOW, PACKAGE, SITTING, TABLE, WHILE_SEALED

BOOKS = [load(name) for name in all_ids()]


def name(value: object) -> str:
    return value.id if isinstance(value, Rulebook) else type(value).__name__


def test_every_operation_stands_in_the_table() -> None:
    assert {type(row[0]) for row in TABLE} == {
        kind for kind in Operation.__subclasses__() if kind.__module__.startswith("app.")
    }


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
    answer = permitted(operation, Story("enrolled").site, desk(role, Role.EXAM_OFFICE, locks=(LOCK, ROOM_LOCK)))
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


# What was reported from a room, each with the stage of the day at which it is taken.
REPORTS: list[tuple[str, Operation]] = [
    ("released", RecordStarts(LAW, (RoomStart(R1, NOW),), ADMIN)),
    ("released", CheckIn(LAW, A1, ID_CARD, NOW, ADMIN)),
    ("started", ConfirmAttendance(LAW, R1, (), at("8:40"), ADMIN)),
    ("confirmed", CorrectAttendance(LAW, A1, False, CorrectionReason.MISHEARD, NOW, ADMIN)),
    ("started", TakeRoomReport(LAW, R1, 0, 0, 0, 0, 0, NOW, ADMIN, NO_DOCUMENT)),
    ("reported", EndRooms(LAW, (R1,), at("10:01"), ADMIN)),
    ("opened", RecordSealedRoomTest(True, NOW, ADMIN)),
    ("opened", ReportLockLost(ROOM_LOCK, NOW, ADMIN)),
    ("packaged", OpenIncident(IncidentKind.OTHER, LAW, R1, NOW, ADMIN)),
    ("packaged", ReportFault(FaultKind.POWER, LAW, R1, "", NOW, ADMIN)),
]


def test_every_report_stands_in_the_list() -> None:
    told = {type(row[0]) for row in TABLE if "reported_by" in row[0].__struct_fields__}
    assert {type(report) for _, report in REPORTS} == told


@pytest.mark.parametrize(("stage", "report"), REPORTS, ids=name)
def test_only_someone_on_the_staff_list_or_the_operator_reports(stage: str, report: Operation) -> None:
    """Whoever stands by does not by that."""
    beside = Signer(PersonId("W9"), Role.CHIEF, "pin:9")
    here = replace(desk(), signers=(desk().operator, beside))
    by = {person: structs.replace(report, reported_by=person) for person in (ADMIN, GUIDE, beside.id, STRANGER)}

    def story() -> Story:
        return Story(stage).given(PinChanged(beside.id, D1), Qualified(ADMIN, PASSED, PASSED))

    for person in (ADMIN, GUIDE):
        story().done(by[person], here)
    for person in (beside.id, STRANGER):
        story().when(by[person], here).then(PersonUnknown(person))
    empty = replace(here, directory=Directory())
    story().done(by[ADMIN], empty)
    story().when(by[GUIDE], empty).then(PersonUnknown(GUIDE))


def test_what_is_not_written_is_not_done() -> None:
    for ask in (Operation().demand, Operation().decide):
        with pytest.raises(NotImplementedError):
            ask(Site(), desk())
    with pytest.raises(NotImplementedError):
        Fact().apply(Site())


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

"""Sealed the evening before, unsealed by two with the number read off the seal; a wrong one waits for the chief."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.authorization import AcceptanceMissing, ExamAuthorizationMissing, ExamAuthorized
from app.core.closing import RoomEnded
from app.core.delegation import ChiefDelegated
from app.core.desk import LeaveDesk, TakeDesk
from app.core.incident import IncidentOpened, OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.lock_state import Seal, SealPlace
from app.core.operation import SUPERVISORS, Desk, Operation
from app.core.permission import AnotherPersonNeeded, EquipmentSealed, NotYourRole, SealBroken
from app.core.sealing import (
    ChiefDecides,
    DecideOnSeal,
    EquipmentUnsealed,
    EquipmentWasSealed,
    NotSealed,
    RoomsRunning,
    SealDecided,
    SealDecision,
    SealEquipment,
    SealFoundBroken,
    SealNumberWrong,
    SealToBeOpened,
    UnsealEquipment,
    UnsealReason,
    UnsealReasonNeeded,
)
from app.core.start import ReleaseRooms
from app.core.terms import IncidentNo, Role
from app.core.timestamp import CheckScan
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    DEPUTY,
    GUIDE,
    LAW,
    NATIONAL,
    OFFICER,
    R1,
    R2,
    SEAL,
    SECOND,
    STAGES,
    Story,
    alone,
    at,
    by,
    present,
)

ROOM, EVENING, MORNING = SealPlace.SECURE_ROOM, at("18:30", 29), at("7:00")
ME, BOSS = by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF)
SEAL_IT, UNSEAL = SealEquipment("F-002", ROOM), UnsealEquipment(SEAL, intact=True)
NEEDED = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))
FIRST = IncidentNo("A-001")
AUTHORITY = IncidentKind.AUTHORITY
READY = STAGES["prepared"][:-1]
"""Everything up to the seal."""


def two(now: datetime = MORNING) -> Desk:
    return present(now, ME, BOSS)


def accepted() -> Story:
    return Story("packaged").given(*READY)


# Sealing


def test_lck_06_two_persons_seal_with_number_and_place() -> None:
    story = accepted().when(SEAL_IT, alone(EVENING)).then(NEEDED)
    story.when(SEAL_IT, two(EVENING)).then(EquipmentWasSealed("F-002", ROOM, EVENING)).done(SEAL_IT, two(EVENING))
    assert story.site.seal == Seal("F-002", ROOM, EVENING)
    assert story.site.sealed


def test_lck_05_sealing_comes_after_data_authorization_test_and_acceptance() -> None:
    """J-41: in this order, none left out."""
    Story("packaged").when(SEAL_IT, two(EVENING)).then(ExamAuthorizationMissing())
    authorized = Story("packaged").given(ExamAuthorized("E-1", D1))
    authorized.when(SEAL_IT, two(EVENING)).then(AcceptanceMissing())


@pytest.mark.parametrize("number", ["", "F 1", "\uff11", "F-1\n", "a" * 21, "\u5c01-1", "F_1"])
def test_what_is_no_number_of_a_seal(number: str) -> None:
    accepted().when(SealEquipment(number, ROOM), two(EVENING)).then(SealNumberWrong())


@pytest.mark.parametrize("number", ["1", "a" * 20, "AB-2021-0001"])
def test_what_is_one(number: str) -> None:
    accepted().done(SealEquipment(number, ROOM), two(EVENING))


def test_lck_06_equipment_in_use_is_not_sealed_and_over_night_it_is_sealed_again() -> None:
    """J-08."""
    Story("started").when(SEAL_IT).then(RoomsRunning(LAW, (R1, R2)))
    Story("reported").given(RoomEnded(LAW, R1, at("10:01"), GUIDE)).when(SEAL_IT).then(RoomsRunning(LAW, (R2,)))
    story = Story("ended").done(SEAL_IT)
    assert story.site.sealed
    story.done(UnsealEquipment("F-002", intact=True), two(at("7:00", 30)))


# While sealed


@pytest.mark.parametrize("ask", [CheckScan(""), SEAL_IT, ReleaseRooms(LAW, (R1,), "X")])
def test_lck_06_under_seal_nothing_is_done(ask: Operation) -> None:
    Story("prepared").when(ask, two()).then(EquipmentSealed())


def test_lck_06_the_refusal_does_not_say_which_number_is_right() -> None:
    assert EquipmentSealed.__struct_fields__ == ()
    assert SealToBeOpened.__struct_fields__ == ()


def test_under_seal_the_desk_is_taken_and_left() -> None:
    Story("prepared").done(TakeDesk(), alone(MORNING)).done(LeaveDesk(), alone(MORNING))


# Unsealing


def test_lck_06_two_persons_read_the_number_off_the_seal() -> None:
    story = Story("prepared").when(UNSEAL, alone(MORNING)).then(NEEDED)
    story.when(UNSEAL, present(MORNING, ME, by(ADMIN, Role.CHIEF))).then(NEEDED)
    story.when(UNSEAL, two()).then(EquipmentUnsealed(MORNING, None)).done(UNSEAL, two())
    assert story.site.seal == Seal(SEAL, ROOM, at("18:00", 29), MORNING)
    assert not story.site.sealed
    story.when(UNSEAL, two()).then(NotSealed())


def test_where_the_rulebook_lists_neither_one_person_does_both() -> None:
    here = present(MORNING, ME, rules=NATIONAL)
    story = accepted().done(SEAL_IT, here)
    story.done(UnsealEquipment("F-002", intact=True), here)


def test_lck_06_on_a_day_without_exam_it_takes_a_reason_and_a_supervisor_under_every_rulebook() -> None:
    night, repair = at("20:00", 29), UnsealEquipment(SEAL, True, UnsealReason.REPAIR)
    story = Story("prepared").when(UNSEAL, two(night)).then(UnsealReasonNeeded())
    story.when(UNSEAL, two(at("23:59:59", 29))).then(UnsealReasonNeeded())
    story.when(UNSEAL, two(at("0:00", 31))).then(UnsealReasonNeeded())
    story.when(UNSEAL, two(at("0:00", 30))).then(EquipmentUnsealed(at("0:00", 30), None))
    story.when(repair, present(night, ME, rules=NATIONAL)).then(NEEDED)
    story.when(repair, two(night)).then(EquipmentUnsealed(night, UnsealReason.REPAIR))


def test_nothing_to_unseal_where_nothing_was_sealed() -> None:
    accepted().when(UNSEAL, two()).then(NotSealed())


@pytest.mark.parametrize(
    ("number", "intact", "kept"),
    [
        (SEAL, False, SEAL),
        ("F-002", True, "F-002"),
        ("f-001", True, "f-001"),
        (f"{SEAL} ", True, ""),
        ("\u738b\u82b3", True, ""),
        ("", False, ""),
    ],
)
def test_lck_06_a_wrong_or_broken_seal_opens_an_incident_and_everything_waits(
    number: str, intact: bool, kept: str
) -> None:
    """What was read is kept only where it is a number: it may be anything."""
    opened = IncidentOpened(FIRST, AUTHORITY, None, None, MORNING, ADMIN)
    found = SealFoundBroken(kept, intact, FIRST)
    story = Story("prepared").when(UnsealEquipment(number, intact), two())
    story.refused(ChiefDecides(FIRST), opened, found).given(opened, found)
    assert story.site.sealed
    story.when(CheckScan(""), two()).then(SealBroken(FIRST))


def broken() -> Story:
    return Story("prepared").given(
        IncidentOpened(FIRST, AUTHORITY, None, None, MORNING, ADMIN), SealFoundBroken("F-002", True, FIRST)
    )


def test_lck_06_the_number_is_not_guessed() -> None:
    """One wrong number, and also the right one opens nothing."""
    story = broken()
    for number in (SEAL, "F-003", "F-002"):
        story.when(UnsealEquipment(number, intact=True), two()).then(ChiefDecides(FIRST))


# The chief decides

DECIDE = DecideOnSeal(SealDecision.EXAMINED_AND_USED)


def test_lck_06_the_chief_decides_with_another_beside_and_the_equipment_is_open() -> None:
    story = (
        broken()
        .when(DECIDE, present(MORNING, BOSS, ME))
        .then(SealDecided(FIRST, SealDecision.EXAMINED_AND_USED, MORNING))
    )
    site = story.done(DECIDE, present(MORNING, BOSS, ME)).site
    assert site.seal == Seal(SEAL, ROOM, at("18:00", 29), MORNING, FIRST)
    assert not site.sealed
    story.when(DECIDE, present(MORNING, BOSS, ME)).then(NotSealed())


def test_lck_06_nobody_decides_for_the_chief_nor_the_chief_alone() -> None:
    no = NotYourRole(Role.SITE_ADMIN, (Role.CHIEF,))
    broken().when(DECIDE, two()).then(no)
    deputy = by(DEPUTY, Role.DEPUTY)
    broken().when(DECIDE, present(MORNING, deputy, ME)).then(NotYourRole(Role.DEPUTY, (Role.CHIEF,)))
    others = AnotherPersonNeeded(tuple(sorted(SUPERVISORS - {Role.CHIEF} | {Role.SITE_ADMIN})))
    broken().when(DECIDE, present(MORNING, BOSS)).then(others)
    broken().when(DECIDE, present(MORNING, BOSS, by(CHIEF, Role.SITE_ADMIN))).then(others)
    broken().when(DECIDE, present(MORNING, BOSS, by(GUIDE, Role.ROOM_ADMIN))).then(others)
    broken().done(DECIDE, present(MORNING, BOSS, by(OFFICER, Role.RESIDENT)))


def test_stf_01_a_deputy_decides_only_while_the_delegation_holds() -> None:
    deputy = present(MORNING, by(DEPUTY, Role.DEPUTY), ME)
    held = broken().given(ChiefDelegated(CHIEF, DEPUTY, "W-1", at("6:00"), MORNING))
    held.done(DECIDE, deputy)
    lapsed = broken().given(ChiefDelegated(CHIEF, DEPUTY, "W-1", at("6:00"), MORNING - SECOND))
    lapsed.when(DECIDE, deputy).then(NotYourRole(Role.DEPUTY, (Role.CHIEF,)))


def test_lck_06_a_whole_seal_is_opened_and_not_decided_on() -> None:
    Story("prepared").when(DECIDE, present(MORNING, BOSS, ME)).then(SealToBeOpened())


def test_lck_06_what_was_opened_today_needs_no_decision() -> None:
    Story("opened").when(DECIDE, present(at("7:30"), BOSS, ME)).then(NotSealed())


def test_lck_06_a_seal_forgotten_over_night_or_never_put_on_is_an_incident_that_the_chief_decides() -> None:
    next_day, here = at("7:00", 31), present(at("7:00", 31), BOSS, ME)
    opened = IncidentOpened(FIRST, AUTHORITY, None, None, next_day, CHIEF)
    decided = SealDecided(FIRST, DECIDE.decision, next_day)
    forgotten = Story("ended").when(DECIDE, here).then(opened, decided).done(DECIDE, here)
    assert forgotten.site.seal == Seal(SEAL, ROOM, at("18:00", 29), next_day, FIRST)
    never = accepted().when(DECIDE, here).then(opened, decided).done(DECIDE, here)
    assert never.site.seal == Seal("", SealPlace.MACHINE_ROOM, next_day, next_day, FIRST)


def test_after_the_decision_it_is_sealed_and_opened_like_any_other() -> None:
    story = broken().done(DECIDE, present(MORNING, BOSS, ME)).done(SEAL_IT, two())
    assert story.site.seal == Seal("F-002", ROOM, MORNING)
    story.done(UnsealEquipment("F-002", intact=True), two())


def test_an_incident_of_the_same_number_is_not_given_twice() -> None:
    number = IncidentNo("A-002")
    story = accepted().done(OpenIncident(AUTHORITY, None, None, EVENING, GUIDE), two(EVENING))
    story.done(SEAL_IT, two(EVENING)).when(UnsealEquipment("F-009", intact=True), two())
    opened = IncidentOpened(number, AUTHORITY, None, None, MORNING, ADMIN)
    story.refused(ChiefDecides(number), opened, SealFoundBroken("F-009", True, number))


def test_a_seal_found_or_opened_where_none_is_changes_nothing() -> None:
    """Facts of an older journal are replayed as they stand."""
    site = accepted().given(EquipmentUnsealed(MORNING, None), SealFoundBroken("", False, FIRST)).site
    assert site.seal is None

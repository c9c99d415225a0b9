"""Who may ask for what: nobody counts twice, nobody acts for another room, what is sealed stays sealed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as with_change

from app.core.attendance import ConfirmAttendance
from app.core.closing import CheckAnswers
from app.core.custody import LockIssued
from app.core.entry import CheckIn
from app.core.incident import OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.lock_state import SupervisedKind
from app.core.locks import LockReason, LockUnregistered, NoteLockOut
from app.core.operation import OFFICE, SUPERVISORS, Demand, Desk, Operation, Refusal, Signer
from app.core.permission import (
    AnotherPersonNeeded,
    EquipmentSealed,
    LockNotProved,
    NobodySignedIn,
    NotTheCustodian,
    NotYourRoom,
    SiteTimeUnconfirmed,
    ThisPersonNeeded,
    permitted,
)
from app.core.plan import RegisteredAs
from app.core.room_report import TakeRoomReport
from app.core.site import Site
from app.core.staffing import NotQualified
from app.core.supervision import OpenSupervision, SupervisionOpened
from app.core.terms import Digest, LockSerial, PersonId, Role
from app.core.timestamp import CheckScan
from tests.builders import (
    A1,
    ADMIN,
    CHIEF,
    DEPUTY,
    GUIDE,
    GUIDE_2,
    ID_CARD,
    LAW,
    LOCK,
    NOBODY,
    OFFICER,
    PEOPLE,
    R1,
    R2,
    ROOM_LOCK,
    ROOM_LOCK_2,
    Story,
    alone,
    at,
    by,
    present,
)

NOW = at("8:40")
ME, BOSS, CLERK, SECOND_IN_LINE = (
    by(ADMIN, Role.SITE_ADMIN),
    by(CHIEF, Role.CHIEF),
    by(OFFICER, Role.EXAM_OFFICE),
    by(DEPUTY, Role.DEPUTY),
)
NEEDED = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))


class Wanting(Operation, frozen=True):
    """Wants these persons, these duties, these locks; open to the site administrator."""

    persons: tuple[PersonId, ...] = ()
    seconds: int = 0
    locks: frozenset[LockSerial] = frozenset()
    site_lock: bool = False

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,) * self.seconds, self.site_lock, self.persons, self.locks)


def asked(operation: Operation, here: Desk, stage: str = "opened") -> Refusal | None:
    return permitted(operation, Story(stage).site, here)


def test_lck_15_the_same_person_in_two_roles_counts_once() -> None:
    ask = Wanting(seconds=1)
    assert asked(ask, present(NOW, ME, by(ADMIN, Role.CHIEF))) == NEEDED
    assert asked(ask, present(NOW, ME, by(CHIEF, Role.ROVING), BOSS)) is None
    pair = Wanting(seconds=2)
    assert asked(pair, present(NOW, ME, BOSS, by(CHIEF, Role.EXAM_OFFICE))) == NEEDED
    assert asked(pair, present(NOW, ME, by(CHIEF, Role.EXAM_OFFICE), BOSS)) == NEEDED
    assert asked(pair, present(NOW, ME, BOSS, CLERK)) is None
    assert asked(pair, present(NOW, ME, SECOND_IN_LINE, CLERK)) is None


def test_lck_04_one_person_listed_under_two_codes_counts_once() -> None:
    number = "21010119700101123x"
    twice = {
        code: with_change(PEOPLE.staff[code], id_number=number if code == ADMIN else number.upper())
        for code in (ADMIN, OFFICER)
    }
    listed = replace(PEOPLE, staff=PEOPLE.staff | twice)

    def here(*signers: Signer) -> Desk:
        return replace(present(NOW, *signers), directory=listed)

    assert asked(Wanting(seconds=1), here(ME, CLERK)) == NEEDED
    assert asked(Wanting(seconds=1), here(ME, CLERK, BOSS)) is None
    assert asked(Wanting(seconds=2), here(ME, BOSS, CLERK)) == NEEDED
    sitting = OpenSupervision(SupervisedKind.LOCKS).decide(Story("opened").site, here(ME, CLERK, BOSS))
    assert isinstance(sitting, tuple)
    assert [fact.supervisor for fact in sitting if isinstance(fact, SupervisionOpened)] == [CHIEF]


def test_lck_02_persons_sign_themselves_and_the_operator_has_signed_already() -> None:
    both = Wanting(persons=(OFFICER, CHIEF))
    assert asked(both, present(NOW, ME, BOSS)) == ThisPersonNeeded(OFFICER)
    assert asked(both, present(NOW, ME, CLERK)) == ThisPersonNeeded(CHIEF)
    assert asked(both, present(NOW, ME, BOSS, CLERK)) is None
    assert asked(Wanting(persons=(ADMIN,)), present(NOW, ME)) is None
    again = present(NOW, ME, by(ADMIN, Role.CHIEF))
    assert asked(Wanting(persons=(ADMIN, OFFICER)), again) == ThisPersonNeeded(OFFICER)


def test_lck_03_a_lock_that_the_step_is_about_is_in_and_proved() -> None:
    ask = Wanting(locks=frozenset({ROOM_LOCK_2, ROOM_LOCK}))
    assert asked(ask, alone(NOW)) == LockNotProved(ROOM_LOCK)
    assert asked(ask, alone(NOW, ROOM_LOCK)) == LockNotProved(ROOM_LOCK_2)
    assert asked(ask, alone(NOW, ROOM_LOCK, ROOM_LOCK_2)) is None


def test_lck_02_the_site_lock_works_while_its_custodian_signs_or_nobody_has_it() -> None:
    ask, story = Wanting(site_lock=True), Story("opened")
    assert permitted(ask, story.site, alone(NOW)) is None
    story.given(LockIssued(LOCK, CHIEF))
    assert permitted(ask, story.site, alone(NOW)) == NotTheCustodian(LOCK, CHIEF)
    assert permitted(ask, story.site, present(NOW, ME, BOSS)) is None
    story.given(LockIssued(LOCK, ADMIN))
    assert permitted(ask, story.site, alone(NOW)) is None
    story.site.locks.clear()
    assert permitted(ask, story.site, alone(NOW)) == LockUnregistered(LOCK)
    assert Story("opened").site.locks[LOCK].registered.kind is RegisteredAs.SITE


# Rooms

ROOM_1 = ConfirmAttendance(LAW, R1, (), NOW, GUIDE)
COUNTS = TakeRoomReport(LAW, R2, 0, 0, 0, 0, 0, NOW, GUIDE, Digest(""))


@pytest.mark.parametrize("role", [Role.ROOM_ADMIN, Role.INVIGILATOR])
def test_sec_02_who_serves_one_room_acts_for_that_room_only(role: Role) -> None:
    assert asked(ROOM_1, present(NOW, by(GUIDE, role))) is None
    assert asked(ROOM_1, present(NOW, by(GUIDE_2, role))) == NotYourRoom(R1, R2)
    assert asked(COUNTS, present(NOW, by(GUIDE, role))) == NotYourRoom(R2, R1)
    elsewhere = OpenIncident(IncidentKind.OTHER, None, R2, NOW, GUIDE)
    assert asked(elsewhere, present(NOW, by(GUIDE, role))) == NotYourRoom(R2, R1)
    assert asked(replace_room(elsewhere), present(NOW, by(GUIDE, role))) is None


def replace_room(operation: OpenIncident) -> OpenIncident:
    """The same of the site as a whole."""
    return OpenIncident(operation.kind, operation.session, None, operation.happened_at, operation.reported_by)


def test_sec_02_who_serves_the_whole_site_acts_for_every_room() -> None:
    for here in (alone(NOW), present(NOW, by(ADMIN, Role.ROOM_ADMIN)), present(NOW, by(OFFICER, Role.INVIGILATOR))):
        assert asked(ROOM_1, here) is None
    assert asked(ROOM_1, present(NOW, by(GUIDE_2, Role.SITE_ADMIN))) is None


def test_sec_02_beside_another_one_signs_whatever_room_is_the_own() -> None:
    assert asked(ROOM_1, present(NOW, by(GUIDE, Role.ROOM_ADMIN), by(GUIDE_2, Role.ROOM_ADMIN))) is None


# The order of the noes


def test_first_time_then_seal_then_people() -> None:
    unfit = present(NOW, by(PersonId("W9"), Role.ROOM_ADMIN))
    site = Story("prepared").site
    assert permitted(CheckScan(""), site, replace(unfit, time_confirmed=False)) == SiteTimeUnconfirmed()
    assert permitted(CheckScan(""), site, unfit) == EquipmentSealed()
    assert asked(CheckScan(""), unfit) == NotQualified(PersonId("W9"), test=False, drill=False)
    assert permitted(CheckScan(""), site, present(NOW)) == NobodySignedIn()


def test_what_the_console_notes_itself_nobody_signs() -> None:
    note = NoteLockOut(LOCK, LockReason.REMOVED)
    assert asked(note, replace(present(NOW), time_confirmed=False), "prepared") is None


def test_sec_02_a_check_in_is_of_the_room_where_the_candidate_sits() -> None:
    entry = CheckIn(LAW, A1, ID_CARD, NOW, GUIDE)
    assert asked(entry, present(NOW, by(GUIDE, Role.ROOM_ADMIN))) is None
    assert asked(entry, present(NOW, by(GUIDE_2, Role.ROOM_ADMIN))) == NotYourRoom(R1, R2)
    nobody = CheckIn(LAW, NOBODY, ID_CARD, NOW, GUIDE)
    assert asked(nobody, present(NOW, by(GUIDE_2, Role.ROOM_ADMIN))) is None
    assert CheckAnswers(LAW).of_room(Site()) is None

"""Steps under supervision: another person signs, they end within their time (LCK-03, LCK-04, LCK-10)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from app.core.calibration import LockCalibrated, RecordCalibration
from app.core.custody import LockIssued, LockReportedLost, LockReturned
from app.core.delegation import ChiefDelegated
from app.core.lock_state import Outcome, SupervisedKind, Supervision
from app.core.locks import LockLost, LockOfWrongKind, LockRegisterTaken, LockUnregistered
from app.core.operation import OFFICE, SUPERVISORS, Desk, Refusal
from app.core.permission import AnotherPersonNeeded, NotYourRole, SiteLockNeeded, ThisPersonNeeded
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.rulebook import Rule, Rulebook
from app.core.safekeeping import RecordBackup
from app.core.supervision import (
    CloseSupervision,
    KeyHeldByAnother,
    NoOpenSupervision,
    NothingReceived,
    OpenSupervision,
    SupervisionClosed,
    SupervisionLapsed,
    SupervisionNeeded,
    SupervisionOpen,
    SupervisionOpened,
    SupervisorOnly,
    window,
)
from app.core.terms import ClauseId, LockSerial, PersonId, Role, SupervisionNo
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    DEPUTY,
    GUIDE,
    LAW,
    LIAONING,
    LOCK,
    LOCKS,
    NATIONAL,
    OFFICER,
    ROOM_LOCK,
    SECOND,
    Story,
    alone,
    at,
    by,
    present,
)

RECEIPT, SITTING = SupervisedKind
NOW = at("7:05")
ME, BOSS, OFFICE_CLERK = by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF), by(OFFICER, Role.EXAM_OFFICE)
FIRST, SECOND_NO = SupervisionNo("A-001"), SupervisionNo("A-002")
NO_KEY, KEY = LockSerial(""), LockSerial("VPN-1")
VPN = RegisteredLock(KEY, RegisteredAs.VPN_KEY, "", software=False)
NEEDED = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))


def two(now: datetime = NOW) -> Desk:
    return present(now, ME, BOSS)


def opened(kind: SupervisedKind, now: datetime = NOW, number: SupervisionNo = FIRST) -> SupervisionOpened:
    return SupervisionOpened(number, kind, ADMIN, CHIEF, now, now + window(kind, LIAONING), NO_KEY)


# Begin


@pytest.mark.parametrize(("kind", "minutes"), [(RECEIPT, 30), (SITTING, 120)])
def test_lck_03_begins_when_the_supervisor_signs(kind: SupervisedKind, minutes: int) -> None:
    ask, closes_by = OpenSupervision(kind), NOW + timedelta(minutes=minutes)
    story = Story("packaged").when(ask, two())
    story.then(SupervisionOpened(FIRST, kind, ADMIN, CHIEF, NOW, closes_by, NO_KEY)).done(ask, two())
    assert story.site.supervision(kind) == Supervision(FIRST, kind, ADMIN, CHIEF, NOW, closes_by, NO_KEY)
    assert story.site.supervision(RECEIPT if kind is SITTING else SITTING) is None


@pytest.mark.parametrize("kind", SupervisedKind)
@pytest.mark.parametrize(
    "here",
    [
        present(NOW, ME),
        present(NOW, ME, by(ADMIN, Role.CHIEF)),
        present(NOW, ME, by(CHIEF, Role.SITE_ADMIN)),
        present(NOW, ME, by(OFFICER, Role.ROVING), by(DEPUTY, Role.PATROL)),
    ],
    ids=["alone", "operator again in another role", "a colleague", "others"],
)
def test_lck_03_the_operator_does_not_supervise_himself_nor_does_just_anybody(kind: SupervisedKind, here: Desk) -> None:
    Story("packaged").when(OpenSupervision(kind), here).then(NEEDED)


@pytest.mark.parametrize("role", sorted(SUPERVISORS))
def test_lck_04_exam_office_and_resident_staff_supervise_and_so_do_chief_and_deputy(role: Role) -> None:
    """J-28."""
    story = Story("packaged").done(OpenSupervision(RECEIPT), present(NOW, ME, by(OFFICER, role)))
    assert story.site.supervisions[FIRST].supervisor == OFFICER


def test_lck_03_the_supervisor_is_the_one_with_the_duty_among_those_beside() -> None:
    guide, me_again = by(GUIDE, Role.ROOM_ADMIN), by(ADMIN, Role.CHIEF)
    story = Story("packaged").done(OpenSupervision(RECEIPT), present(NOW, ME, me_again, guide, OFFICE_CLERK, BOSS))
    assert story.site.supervisions[FIRST].supervisor == OFFICER


def test_lck_03_room_administrators_begin_a_sitting_over_the_locks_and_no_receipt() -> None:
    here = present(NOW, by(GUIDE, Role.ROOM_ADMIN), BOSS)
    Story("packaged").done(OpenSupervision(SITTING), here)
    Story("packaged").when(OpenSupervision(RECEIPT), here).then(NotYourRole(Role.ROOM_ADMIN, tuple(OFFICE)))


def test_lck_03_the_receipt_needs_the_site_lock_and_the_sitting_does_not() -> None:
    out = present(NOW, ME, BOSS, locks=())
    Story("packaged").when(OpenSupervision(RECEIPT), out).then(SiteLockNeeded(LOCK))
    Story("packaged").done(OpenSupervision(SITTING), out)


def test_lck_03_one_of_a_kind_at_a_time() -> None:
    story = Story("packaged").done(OpenSupervision(RECEIPT), two())
    story.when(OpenSupervision(RECEIPT), present(NOW, ME, OFFICE_CLERK)).then(SupervisionOpen(FIRST, ADMIN, CHIEF))
    story.done(OpenSupervision(SITTING), two())
    assert list(story.site.supervisions) == [FIRST, SECOND_NO]


def test_lck_10_after_its_time_it_lapses_and_a_new_one_begins_under_a_new_signature() -> None:
    closes_by, ask = at("7:35"), OpenSupervision(RECEIPT)
    story = Story("packaged").done(ask, two())
    story.when(ask, two(closes_by)).then(SupervisionOpen(FIRST, ADMIN, CHIEF))
    late = closes_by + SECOND
    story.when(ask, alone(late)).then(NEEDED)
    story.when(ask, two(late)).then(SupervisionClosed(FIRST, Outcome.LAPSED, late), opened(RECEIPT, late, SECOND_NO))
    site = story.done(ask, two(late)).site
    assert site.supervisions[FIRST].outcome is Outcome.LAPSED
    step = site.supervision(RECEIPT)
    assert step is not None
    assert step.number == SECOND_NO


def test_the_window_is_the_rulebooks() -> None:
    assert (window(RECEIPT, NATIONAL), window(SITTING, NATIONAL)) == (timedelta(minutes=30), timedelta(minutes=120))
    rules: Rulebook = replace(LIAONING, receipt_minutes=Rule(5, ClauseId("LCK-10")))
    story = Story("packaged").done(OpenSupervision(RECEIPT), present(NOW, ME, BOSS, rules=rules))
    assert story.site.supervisions[FIRST].closes_by == at("7:10")


# The VPN key (LCK-02, LCK-12)


def with_key(key: RegisteredLock = VPN) -> Story:
    return Story("packaged").given(LockRegisterTaken(1, (*LOCKS, key), D1))


WITH_KEY = OpenSupervision(RECEIPT, KEY)


def test_lck_02_the_key_is_used_by_its_custodian() -> None:
    story = with_key().done(WITH_KEY, two())
    assert story.site.supervisions[FIRST].device == KEY
    with_key().given(LockIssued(KEY, ADMIN)).done(WITH_KEY, two())
    with_key().given(LockIssued(KEY, GUIDE)).when(WITH_KEY, two()).then(KeyHeldByAnother(KEY, GUIDE))
    with_key().given(LockIssued(KEY, GUIDE), LockReturned(KEY)).done(WITH_KEY, two())


@pytest.mark.parametrize(
    ("story", "device", "no"),
    [
        (Story("packaged"), KEY, LockUnregistered(KEY)),
        (
            Story("packaged"),
            ROOM_LOCK,
            LockOfWrongKind(ROOM_LOCK, RegisteredAs.INVIGILATION, RegisteredAs.VPN_KEY),
        ),
        (with_key().given(LockReportedLost(KEY, NOW, GUIDE)), KEY, LockLost(KEY, NOW)),
    ],
    ids=["unregistered", "a room's lock", "lost"],
)
def test_lck_12_a_key_that_is_none_gets_nothing(story: Story, device: LockSerial, no: Refusal) -> None:
    story.when(OpenSupervision(RECEIPT, device), two()).then(no)


def test_before_any_register_the_key_is_taken_at_its_word() -> None:
    Story("enrolled").done(WITH_KEY, two())


# End

GIVE_UP, DONE = CloseSupervision(FIRST, done=False), CloseSupervision(FIRST, done=True)


def test_lck_03_a_sitting_is_done_when_its_own_supervisor_signs_again() -> None:
    story = Story("packaged").given(opened(SITTING))
    story.when(DONE, alone(NOW)).then(ThisPersonNeeded(CHIEF))
    story.when(DONE, present(NOW, ME, OFFICE_CLERK)).then(ThisPersonNeeded(CHIEF))
    closed = SupervisionClosed(FIRST, Outcome.DONE, NOW)
    story.when(DONE, two()).then(closed).when(DONE, present(NOW, BOSS)).then(closed).done(DONE, two())
    step = story.site.supervisions[FIRST]
    assert (step.closed_at, step.outcome, story.site.supervision(SITTING)) == (NOW, Outcome.DONE, None)


def test_lck_03_giving_up_takes_one_person_and_is_noted_as_that() -> None:
    for kind in SupervisedKind:
        story = Story("packaged").given(opened(kind)).when(GIVE_UP, alone(NOW))
        story.then(SupervisionClosed(FIRST, Outcome.GIVEN_UP, NOW))


def test_lck_03_a_receipt_is_done_by_what_it_brings_not_by_a_signature() -> None:
    Story("packaged").given(opened(RECEIPT)).when(DONE, two()).then(NothingReceived(FIRST))


@pytest.mark.parametrize("ask", [DONE, GIVE_UP], ids=["done", "given up"])
def test_lck_10_after_its_time_it_lapsed_whatever_is_said(ask: CloseSupervision) -> None:
    story, ends = Story("packaged").given(opened(SITTING)), at("9:05")
    late = ends + SECOND
    story.when(ask, two(late)).then(SupervisionClosed(FIRST, Outcome.LAPSED, late))
    story.when(ask, two(ends)).then(SupervisionClosed(FIRST, Outcome.DONE if ask.done else Outcome.GIVEN_UP, ends))


def test_only_what_is_open_is_closed() -> None:
    story = Story("packaged").when(GIVE_UP, two()).then(NoOpenSupervision(FIRST))
    story.given(opened(SITTING)).done(DONE, two()).when(DONE, two()).then(NoOpenSupervision(FIRST))


# Who acts within it

CALIBRATE = RecordCalibration(ROOM_LOCK, NOW, 1)


def test_lck_03_nothing_without_supervision_and_nothing_after_it() -> None:
    story = Story("packaged").when(CALIBRATE, alone(NOW)).then(SupervisionNeeded(SITTING))
    story.given(opened(RECEIPT, number=SECOND_NO)).when(CALIBRATE, alone(NOW)).then(SupervisionNeeded(SITTING))
    story.given(opened(SITTING)).done(CALIBRATE, alone(NOW)).done(DONE, two())
    story.when(CALIBRATE, alone(NOW)).then(SupervisionNeeded(SITTING))


def test_lck_03_the_supervisor_watches_and_does_not_do_it_himself() -> None:
    """Also not in another role, and also not with the operator beside."""
    story, no = Story("packaged").given(opened(SITTING)), SupervisorOnly(FIRST, CHIEF)
    himself = by(CHIEF, Role.SITE_ADMIN)
    story.when(CALIBRATE, present(NOW, himself)).then(no)
    story.when(CALIBRATE, present(NOW, himself, ME)).then(no)


def test_lck_10_what_was_done_within_the_time_stands_and_no_more_is_done_after_it() -> None:
    ends, late = at("9:05"), at("9:05") + SECOND
    story = Story("packaged").given(opened(SITTING)).when(CALIBRATE, alone(ends))
    made = LockCalibrated(ROOM_LOCK, NOW, 1, FIRST)
    story.then(made).when(CALIBRATE, alone(late)).then(SupervisionLapsed(FIRST, ends))
    story.given(made).done(GIVE_UP, alone(late))
    assert story.site.locks[ROOM_LOCK].calibration is not None


# Backups (LCK-04)


def test_lck_04_a_backup_is_countersigned_by_who_supervises_and_by_nobody_else() -> None:
    ask = RecordBackup("b", LAW, D1, 1, 1, "head")
    late = at("12:00")
    Story("checked").when(ask, alone(late)).then(NEEDED)
    Story("checked").when(ask, present(late, ME, by(OFFICER, Role.SITE_ADMIN))).then(NEEDED)
    Story("checked").when(ask, present(late, ME, by(ADMIN, Role.EXAM_OFFICE))).then(NEEDED)
    for role in (Role.EXAM_OFFICE, Role.RESIDENT):
        story = Story("checked").done(ask, present(late, ME, by(OFFICER, role)))
        assert story.site.safe.backups["b"].supervised


def test_a_deputy_supervises_in_the_own_right_and_also_with_a_lapsed_delegation() -> None:
    gone = ChiefDelegated(CHIEF, DEPUTY, "W-1", at("6:00"), NOW - SECOND)
    story = Story("packaged").given(gone).done(OpenSupervision(RECEIPT), present(NOW, ME, by(DEPUTY, Role.DEPUTY)))
    assert story.site.supervisions[FIRST].supervisor == PersonId("W4")

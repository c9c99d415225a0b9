"""Cleaning: only with every receipt and every backup, by two, past every role; or sealed and waiting (DAT-10)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.cleaning import (
    AwaitCleaning,
    CleanData,
    CleaningAwaited,
    CleaningWaits,
    DataCleaned,
    Lack,
    Lacking,
    NothingAwaited,
    NothingToClean,
    lacks,
    nothing_held,
)
from app.core.clock import ConfirmSiteTime
from app.core.closing import AnswersChecked
from app.core.desk import LeaveDesk, TakeDesk
from app.core.lock_state import SealPlace
from app.core.media import MediumWasLost, RegisterMedium, ReportMediumLost
from app.core.operation import SUPERVISORS, Fact, Operation, PersonUnknown, Refused
from app.core.permission import (
    AnotherPersonNeeded,
    CleanedAlready,
    EquipmentSealed,
    SiteLockNeeded,
    ThisPersonNeeded,
    permitted,
)
from app.core.records import ConfirmPrinted
from app.core.replacement import ReplaceSiteLock
from app.core.resume import ResumeDay
from app.core.retention import NotePublication, NoteVideo
from app.core.room_result import RoomResultKept
from app.core.safe_state import NO_MEDIUM, AwaitingCleaning, Cleaned
from app.core.sealing import (
    DecideOnSeal,
    EquipmentUnsealed,
    EquipmentWasSealed,
    SealEquipment,
    SealNumberWrong,
    UnsealEquipment,
    UnsealReason,
)
from app.core.signing import SignPapers
from app.core.site_sheet import ConfirmSiteSheet, KeepSiteSheet
from app.core.terms import Role, RoomId, SessionId
from app.core.upload import TakeReceipt, UploadConfirmed
from tests.builders import (
    A1,
    A2,
    ADMIN,
    CHIEF,
    D1,
    D2,
    DEPUTY,
    LAW,
    LOCK,
    OFFICER,
    R1,
    R2,
    ROOM_LOCK,
    STRANGER,
    TAX,
    Story,
    at,
    by,
    desk,
    digest,
    present,
)
from tests.unit.demands import TABLE
from tests.unit.safe_story import BACKED_UP, CLOSED, DAY, OF_ROOMS, RECEIPTED, STICK, evening

STAFF = digest("staff left")
CLEAN, DONE = CleanData(STAFF), DataCleaned(STAFF, at("12:00"))
NOBODY, NONE = RoomId(""), SessionId("")
DAY_OPEN = Lack(Lacking.DAY_OPEN, NONE, NOBODY, DAY)
NO_RECEIPT = Lack(Lacking.RECEIPT, LAW, NOBODY, DAY)
NO_BACKUP = Lack(Lacking.SESSION_BACKUP, LAW, NOBODY, DAY)
NO_ROOM = {room: Lack(Lacking.ROOM_BACKUP, NONE, room, DAY) for room in (R1, R2)}
AWAIT = AwaitCleaning("F-009", SealPlace.SECURE_ROOM, OFFICER)
WITH_OFFICER = present(at("12:00"), by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF), by(OFFICER, Role.EXAM_OFFICE))


# Nothing passes


def test_dat_10_with_everything_safe_two_persons_clean() -> None:
    story = evening().when(CLEAN).then(DONE).done(CLEAN)
    assert story.site.safe.cleaned == Cleaned(at("12:00"), STAFF)
    assert STAFF in story.site.blobs
    story.when(CLEAN).then(CleanedAlready(at("12:00")))


@pytest.mark.parametrize(
    ("missing", "found"),
    [
        (CLOSED, (DAY_OPEN,)),
        (RECEIPTED, (NO_RECEIPT,)),
        (OF_ROOMS[0], (NO_ROOM[R1],)),
        (OF_ROOMS[1], (NO_ROOM[R2],)),
    ],
    ids=["day", "receipt", "first room", "second room"],
)
def test_dat_10_any_one_missing_is_named_and_nothing_is_cleaned(missing: Fact, found: tuple[Lack, ...]) -> None:
    story = evening(but=(missing,)).when(CLEAN).then(CleaningWaits(found))
    assert lacks(story.site) == found
    assert story.given(missing).when(CLEAN).answer == (DONE,)


def test_dat_10_a_backup_that_no_medium_holds_is_not_enough_though_it_is_receipted() -> None:
    evening(backup=replace(BACKED_UP, medium=NO_MEDIUM)).when(CLEAN).then(CleaningWaits((NO_BACKUP,)))


def test_dat_10_no_role_and_no_reason_passes_what_is_missing() -> None:
    """Everybody at the desk at once, the chief among them."""
    people = ((ADMIN, Role.SITE_ADMIN), (CHIEF, Role.CHIEF), (OFFICER, Role.EXAM_OFFICE), (DEPUTY, Role.DEPUTY))
    everyone = present(at("12:00"), *(by(*one) for one in people))
    evening(but=(RECEIPTED,)).when(CLEAN, everyone).then(CleaningWaits((NO_RECEIPT,)))


def test_dat_10_a_check_that_is_void_takes_backup_and_receipt_with_it() -> None:
    late = RoomResultKept(LAW, R1, digest("late"), 2, ROOM_LOCK, (A1,), (A2,), ())
    story = evening(late)
    whole = (DAY_OPEN, NO_BACKUP, NO_RECEIPT)
    assert lacks(story.site) == whole
    # Checked anew, the receipt still names a backup that lacks what changed.
    story.given(AnswersChecked(LAW, at("11:40")), CLOSED)
    story.when(CLEAN).then(CleaningWaits(whole[1:]))
    story.given(replace(BACKED_UP, name="c")).when(CLEAN).then(CleaningWaits((NO_RECEIPT,)))
    story.given(UploadConfirmed("c", "Q-2", D2)).done(CLEAN)


def test_dat_10_a_lost_medium_stops_it() -> None:
    story = evening(MediumWasLost(STICK, at("11:50"), ADMIN))
    story.when(CLEAN).then(CleaningWaits((DAY_OPEN, NO_BACKUP, NO_ROOM[R1], NO_ROOM[R2])))


def test_dat_10_a_receipt_for_other_bytes_is_none() -> None:
    story = evening(but=(RECEIPTED,))
    story.when(TakeReceipt("Q-1", "b", D2, D2))
    assert isinstance(story.answer, Refused)
    story.given(*story.answer.facts).when(CLEAN).then(CleaningWaits((NO_RECEIPT,)))


def test_dat_10_another_session_of_the_exam_counts_as_much() -> None:
    """In the afternoon, after the day was closed, a room of the second session starts after all."""
    story = evening()
    story.site.sessions[TAX].rooms[R1].called_off = None
    found = lacks(story.site)
    assert found == (
        Lack(Lacking.SESSION_BACKUP, TAX, NOBODY, DAY),
        Lack(Lacking.RECEIPT, TAX, NOBODY, DAY),
        NO_ROOM[R1],
    )
    story.when(CLEAN).then(CleaningWaits(found))


def test_dat_10_where_nothing_was_held_there_is_nothing_to_clean_or_wait_for() -> None:
    story = Story("prepared").given(EquipmentUnsealed(at("11:00"), None))
    for state in story.site.sessions.values():
        state.rooms.clear()
    assert nothing_held(story.site)
    story.when(CLEAN).then(NothingToClean()).when(AWAIT, WITH_OFFICER).then(NothingToClean())


def test_dat_10_two_persons_and_the_lock() -> None:
    evening().when(CLEAN, desk(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    evening().when(CLEAN, desk(Role.SITE_ADMIN, Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    evening().when(CLEAN, desk(locks=())).then(SiteLockNeeded(LOCK))


# Afterwards

SIGNED = [row[0] for row in TABLE if not row[1].unsigned]


@pytest.mark.parametrize("operation", SIGNED, ids=lambda one: type(one).__name__)
def test_dat_10_after_cleaning_nothing_is_done_but_what_needs_none_of_it(operation: Operation) -> None:
    story = evening(DONE)
    answer = permitted(operation, story.site, desk())
    assert (answer == CleanedAlready(at("12:00"))) is not operation.after_cleaning


def test_dat_10_what_is_left_is_little() -> None:
    assert {
        ConfirmPrinted,
        ConfirmSiteSheet,
        ConfirmSiteTime,
        DecideOnSeal,
        KeepSiteSheet,
        LeaveDesk,
        NotePublication,
        NoteVideo,
        RegisterMedium,
        ReplaceSiteLock,
        ReportMediumLost,
        ResumeDay,
        SealEquipment,
        SignPapers,
        TakeDesk,
        UnsealEquipment,
    } == {type(one) for one in SIGNED if one.after_cleaning}


# Sealed and waiting


def test_dat_10_without_receipts_the_machine_is_sealed_and_given_into_keeping() -> None:
    story = evening(but=(RECEIPTED,))
    sealed = EquipmentWasSealed("F-009", SealPlace.SECURE_ROOM, at("12:00"))
    story.when(AWAIT, WITH_OFFICER).then(sealed, CleaningAwaited(OFFICER, "F-009", at("12:00"), (LAW,)))
    story.done(AWAIT, WITH_OFFICER)
    assert story.site.safe.awaiting == AwaitingCleaning(OFFICER, "F-009", at("12:00"), (LAW,))
    assert story.site.sealed


def test_dat_10_the_receipt_comes_a_week_later() -> None:
    story = evening(but=(RECEIPTED,)).done(AWAIT, WITH_OFFICER)
    later = desk(now=at("9:00", 31))
    receipt = TakeReceipt("Q-1", "b", D1, D2)
    story.when(receipt, later).then(EquipmentSealed()).when(CLEAN, later).then(EquipmentSealed())
    story.done(UnsealEquipment("F-009", True, UnsealReason.RECEIPTS_AND_CLEANING), later)
    story.when(CLEAN, later).then(CleaningWaits((NO_RECEIPT,)))
    story.done(receipt, later).done(CLEAN, later)
    assert story.site.safe.awaiting is None


@pytest.mark.parametrize(
    ("missing", "found"),
    [((RECEIPTED, CLOSED), (DAY_OPEN,)), ((RECEIPTED, OF_ROOMS[0]), (NO_ROOM[R1],))],
    ids=["day", "room"],
)
def test_dat_10_only_receipts_are_waited_for(missing: tuple[Fact, ...], found: tuple[Lack, ...]) -> None:
    evening(but=missing).when(AWAIT, WITH_OFFICER).then(CleaningWaits(found))


def test_dat_10_with_everything_here_it_is_cleaned_and_not_put_aside() -> None:
    evening().when(AWAIT, WITH_OFFICER).then(NothingAwaited())


def test_dat_10_who_keeps_it_is_of_the_staff_and_signs_in_person() -> None:
    story = evening(but=(RECEIPTED,))
    story.when(AWAIT).then(ThisPersonNeeded(OFFICER))
    strange = replace(AWAIT, custodian=STRANGER)
    assert strange.decide(story.site, desk()) == PersonUnknown(STRANGER)
    story.when(replace(AWAIT, number=""), WITH_OFFICER).then(SealNumberWrong())
    assert story.site.safe.awaiting is None

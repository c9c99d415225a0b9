"""Registered media: nothing goes out on any other (DAT-11)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.cleaning import DataCleaned, Lacking, lacks
from app.core.day_close import CloseDay, DayNotReady, OpenDebt
from app.core.gate import CheckName
from app.core.handover import HandedOver
from app.core.media import (
    LabelTaken,
    MediumGivenAway,
    MediumLost,
    MediumNotRegistered,
    MediumRegistered,
    MediumSealed,
    MediumTried,
    MediumUnderSeal,
    MediumUnfit,
    MediumWasLost,
    RegisterMedium,
    ReportMediumLost,
    SealMedium,
    TryMedium,
    gone_or_unregistered,
    unfit_to_carry,
    unregistered,
)
from app.core.operation import SECOND_PERSON, SUPERVISORS, NotYetHappened, PersonUnknown
from app.core.permission import AnotherPersonNeeded
from app.core.room_backup import RoomBackupVerified
from app.core.safe_state import Medium, MediumFault, MediumTrial
from app.core.safekeeping import BackupCopied, BackupVerified, CopyBackup, RecordBackup
from app.core.terms import HandoverNo, MediumSerial, Role, RoomId
from tests.builders import ADMIN, CHIEF, D1, D2, LAW, OFFICER, R1, R2, STRANGER, Story, at, desk
from tests.unit.safe_story import BACKED_UP, DAY, OF_ROOMS, OTHER, REGISTERED, SECOND_STICK, STICK, evening

ASK = RegisterMedium(STICK, "USB-1", OFFICER, read=True)
DONE = MediumRegistered(STICK, "USB-1", OFFICER, read=True)


def test_dat_11_a_medium_is_entered_with_label_and_keeper() -> None:
    story = Story("opened").when(ASK).then(DONE).done(ASK)
    assert story.site.safe.media == {STICK: Medium("USB-1", OFFICER, read=True)}
    assert unregistered(story.site, STICK) is None
    assert unregistered(story.site, OTHER) == MediumNotRegistered(OTHER)
    story.when(ASK).then()


def test_dat_11_a_serial_that_nobody_read_off_it_is_seen_by_two() -> None:
    typed = replace(ASK, read=False)
    Story("opened").when(typed, desk(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    Story("opened").when(typed, desk()).then(replace(DONE, read=False))
    Story("opened").done(ASK, desk(Role.SITE_ADMIN))


def test_dat_11_a_later_entry_replaces_the_one_before() -> None:
    story = Story("opened").given(DONE).done(replace(ASK, custodian=CHIEF)).done(replace(ASK, label="USB-2"))
    assert story.site.safe.media == {STICK: Medium("USB-2", OFFICER, read=True)}


def test_dat_11_two_media_never_bear_one_label() -> None:
    story = Story("opened").given(DONE).when(replace(ASK, serial=OTHER)).then(LabelTaken("USB-1"))
    story.given(replace(DONE, label="USB-2")).done(replace(ASK, serial=OTHER))


@pytest.mark.parametrize("serial", ["", "a b", "a\n", "../x", "x" * 65, "\u4e00"])
def test_dat_11_a_serial_is_letters_digits_and_few_signs(serial: str) -> None:
    Story("opened").when(replace(ASK, serial=MediumSerial(serial))).then(MediumUnfit("USB-1"))
    for fine in ("x" * 64, "0123-AB.c_d"):
        Story("opened").done(replace(ASK, serial=MediumSerial(fine)))


@pytest.mark.parametrize("label", ["", "U 1", "U1\n", "U_1", "U" * 21, "13900000000"])
def test_dat_11_a_label_is_short(label: str) -> None:
    Story("opened").when(replace(ASK, label=label)).then(MediumUnfit(label))
    Story("opened").done(replace(ASK, label="U" * 20))


def test_dat_11_somebody_of_the_staff_keeps_it() -> None:
    Story("opened").when(replace(ASK, custodian=STRANGER)).then(PersonUnknown(STRANGER))


# Trials


TRIAL = TryMedium(STICK, "exfat", 64_000, 60_000, 12_000, None, virus_checked=True)


def test_h15_a_trial_says_how_a_medium_does_before_it_is_needed() -> None:
    found = ("exfat", 64_000, 60_000, 12_000, None, True)
    story = Story("opened").given(DONE).when(TRIAL).then(MediumTried(STICK, at("12:00"), *found)).done(TRIAL)
    assert story.site.safe.media[STICK].trial == MediumTrial(at("12:00"), *found)
    # It is tried as often as one likes; the last trial stands.
    story.done(replace(TRIAL, fault=MediumFault.SLOW, virus_checked=False), desk(now=at("12:30")))
    trial = story.site.safe.media[STICK].trial
    assert trial == MediumTrial(at("12:30"), *found[:4], MediumFault.SLOW, virus_checked=False)
    # What is put right about label or keeper leaves it.
    story.given(replace(DONE, custodian=CHIEF))
    assert story.site.safe.media[STICK].trial == trial


def test_dat_11_what_is_not_registered_is_not_tried_sealed_or_lost() -> None:
    lost = ReportMediumLost(OTHER, at("11:00"), ADMIN)
    for ask in (replace(TRIAL, serial=OTHER), SealMedium(OTHER, "S-1"), lost):
        Story("opened").given(DONE).when(ask).then(MediumNotRegistered(OTHER))


# Seals


def test_dat_09_under_seal_nothing_is_written_on_it() -> None:
    seal, opened = SealMedium(STICK, "S-1"), SealMedium(STICK, "")
    story = Story("checked").given(REGISTERED).when(seal).then(MediumSealed(STICK, "S-1", at("12:00"))).done(seal)
    story.when(seal).then()
    assert unfit_to_carry(story.site, STICK) == MediumUnderSeal(STICK, "S-1")
    assert gone_or_unregistered(story.site, STICK) is None
    story.when(RecordBackup("b", LAW, D1, 1, 1, "", STICK)).then(MediumUnderSeal(STICK, "S-1"))
    story.when(opened).then(MediumSealed(STICK, "", at("12:00"))).done(opened)
    assert unfit_to_carry(story.site, STICK) is None
    story.done(RecordBackup("b", LAW, D1, 1, 1, "", STICK))


def test_dat_09_a_medium_is_sealed_before_two() -> None:
    ask = SealMedium(STICK, "S-1")
    Story("opened").given(DONE).when(ask, desk(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SECOND_PERSON))))
    Story("opened").given(DONE).done(ask, desk(Role.SITE_ADMIN, Role.SITE_ADMIN))


@pytest.mark.parametrize("seal", ["S 1", "S_1", "S" * 21, "S1\n", "\u5c01"])
def test_dat_09_a_seal_bears_a_short_number(seal: str) -> None:
    Story("opened").given(DONE).when(SealMedium(STICK, seal)).then(MediumUnfit("USB-1"))


def test_dat_09_what_was_given_away_is_neither_sealed_nor_written_on() -> None:
    number = HandoverNo("AH-001")
    gone = HandedOver(number, (ADMIN, OFFICER), D2, (), (STICK,), (), True, at("11:30"))
    story = Story("checked").given(REGISTERED, gone).when(SealMedium(STICK, "S-1")).then(MediumGivenAway(STICK, number))
    story.when(RecordBackup("b", LAW, D1, 1, 1, "", STICK)).then(MediumGivenAway(STICK, number))
    # It came back: somebody says so by entering it again.
    again = RegisterMedium(STICK, "U-1", ADMIN, read=True)
    story.when(again).then(REGISTERED).done(again).when(again).then()
    assert unfit_to_carry(story.site, STICK) is None


# Loss


LOST = ReportMediumLost(STICK, at("11:50"), ADMIN)
GONE = MediumWasLost(STICK, at("11:50"), ADMIN)


def test_dat_11_a_lost_medium_carries_nothing_out() -> None:
    story = Story("checked").given(REGISTERED).when(LOST).then(GONE).done(LOST)
    assert story.site.safe.media[STICK].lost_at == at("11:50")
    story.when(LOST).then()
    story.when(RecordBackup("b", LAW, D1, 1, 1, "", STICK)).then(MediumLost(STICK))
    story.when(SealMedium(STICK, "S-1")).then(MediumLost(STICK))
    ahead, strange = replace(LOST, happened_at=at("12:01")), replace(LOST, reported_by=STRANGER)
    story.when(ahead).then(NotYetHappened(at("12:01"), at("12:00")))
    story.when(strange).then(PersonUnknown(STRANGER))


def test_dat_07_with_the_only_copy_lost_the_closed_day_is_open_again() -> None:
    story = evening()
    story.done(LOST)
    assert story.site.closed_days == {}
    owed = (*(OpenDebt(LAW, room, (CheckName.ROOM_BACKUP,)) for room in (R1, R2)),)
    story.when(CloseDay(DAY)).then(DayNotReady(DAY, (OpenDebt(LAW, RoomId(""), (CheckName.BACKUP,)), *owed)))


@pytest.mark.parametrize("alone", [BACKED_UP, OF_ROOMS[0]], ids=["session", "room"])
def test_dat_07_either_kind_alone_opens_it(alone: BackupVerified | RoomBackupVerified) -> None:
    """Everything lies on another medium too, but this."""
    names = [one.name for one in (BACKED_UP, *OF_ROOMS) if one is not alone]
    copies = (BackupCopied(name, OTHER) for name in names)
    assert evening(SECOND_STICK, *copies, GONE).site.closed_days == {}
    safe = evening(SECOND_STICK, *(BackupCopied(name, OTHER) for name in (*names, alone.name)), GONE)
    assert safe.site.closed_days
    assert lacks(safe.site) == ()


def test_dat_11_lost_after_it_was_handed_over_it_is_lost_all_the_same() -> None:
    gone = HandedOver(HandoverNo("AH-001"), (ADMIN, OFFICER), D2, (), (STICK,), (), True, at("11:40"))
    story = evening(gone)
    assert story.site.safe.held((STICK,))
    story.done(LOST)
    assert story.site.safe.media[STICK].handed_over is None
    assert story.site.closed_days == {}


def test_dat_11_found_again_it_holds_nothing_until_it_is_read_anew() -> None:
    """An empty stick of the same number brings no backup back to life."""
    story = evening().done(LOST).done(RegisterMedium(STICK, "U-1", ADMIN, read=True))
    assert story.site.safe.media[STICK].lost_at is None
    assert {one.what for one in lacks(story.site)} == {Lacking.DAY_OPEN, Lacking.SESSION_BACKUP, Lacking.ROOM_BACKUP}
    for name in ("b", "r-001", "r-002"):
        story.done(CopyBackup(name, D1, STICK))
    assert {one.what for one in lacks(story.site)} == {Lacking.DAY_OPEN}
    story.done(CloseDay(DAY))
    assert lacks(story.site) == ()


def test_dat_11_given_back_it_holds_nothing_until_it_is_read_anew() -> None:
    """What was done with it meanwhile, nobody here knows."""
    gone = HandedOver(HandoverNo("AH-001"), (ADMIN, OFFICER), D2, (), (STICK,), (), True, at("11:40"))
    story = evening(gone)
    assert lacks(story.site) == ()
    story.done(RegisterMedium(STICK, "U-1", ADMIN, read=True))
    assert {one.what for one in lacks(story.site)} == {Lacking.DAY_OPEN, Lacking.SESSION_BACKUP, Lacking.ROOM_BACKUP}
    for name in ("b", "r-001", "r-002"):
        story.done(CopyBackup(name, D1, STICK))
    assert {one.what for one in lacks(story.site)} == {Lacking.DAY_OPEN}
    story.done(CloseDay(DAY))
    assert lacks(story.site) == ()


def test_dat_11_what_is_put_right_about_a_medium_here_leaves_what_it_holds() -> None:
    story = evening().done(RegisterMedium(STICK, "U-3", OFFICER, read=True))
    assert lacks(story.site) == ()


def test_dat_10_a_loss_is_told_and_a_medium_found_after_cleaning_too() -> None:
    """A mirror that turns up is still to be erased."""
    story = evening(DataCleaned(D2, at("11:59"))).done(LOST).done(RegisterMedium(STICK, "U-1", ADMIN, read=True))
    assert story.site.safe.media[STICK].lost_at is None

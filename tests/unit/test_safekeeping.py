"""Backups of sessions, kind S: written, read back, and safe once a registered medium holds them."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from app.core.authorization import UnknownSession
from app.core.closing import AnswersChecked
from app.core.media import MediumNotRegistered
from app.core.operation import Desk
from app.core.permission import AnotherPersonNeeded
from app.core.room_result import RoomResultKept
from app.core.safekeeping import (
    AnswersNotChecked,
    BackupCopied,
    BackupVerified,
    CopyBackup,
    CopyDiffers,
    NameTaken,
    NoSuchBackup,
    RecordBackup,
    may_back_up,
    safe_since_check,
    since_check,
)
from app.core.terms import Role, SessionId
from tests.builders import A1, A2, ADMIN, D1, D2, LAW, NATIONAL, R1, ROOM_LOCK, TAX, Story, at, desk, digest, twice
from tests.unit.safe_story import BACKED_UP, OF_ROOMS, OTHER, REGISTERED, SECOND_STICK, STICK

ASK = RecordBackup("b-1", LAW, D1, 1000, 40, "head")


def verified(supervised: bool) -> BackupVerified:
    return BackupVerified("b-1", LAW, D1, 1000, 40, "head", supervised)


def test_a_backup_is_entered_once_the_answers_were_checked() -> None:
    story = Story("checked").when(ASK).then(verified(supervised=True)).done(ASK)
    backup = story.site.safe.backups["b-1"]
    assert (backup.digest, backup.size, backup.entries, backup.head, backup.receipt) == (D1, 1000, 40, "head", "")


@pytest.mark.parametrize(
    ("here", "supervised"),
    [
        (desk(rules=NATIONAL), True),
        (desk(Role.SITE_ADMIN, Role.RESIDENT, rules=NATIONAL), True),
        (desk(Role.SITE_ADMIN, rules=NATIONAL), False),
        (desk(Role.SITE_ADMIN, Role.ROOM_ADMIN, rules=NATIONAL), False),
        (twice(desk(rules=NATIONAL), Role.CHIEF), False),
    ],
    ids=["chief", "resident", "alone", "room administrator", "the same person as chief"],
)
def test_where_nobody_else_stood_by_it_is_marked_so(here: Desk, supervised: bool) -> None:
    Story("checked").when(ASK, here).then(verified(supervised))


def test_the_operator_under_another_code_watches_nobody() -> None:
    here = desk(rules=NATIONAL)
    member = here.directory.staff[ADMIN]
    listed = {one.id: replace(member, code=one.id, id_number="21010119700101003X") for one in here.signers}
    twice_listed = dataclasses.replace(here, directory=dataclasses.replace(here.directory, staff=listed))
    Story("checked").when(ASK, twice_listed).then(verified(supervised=False))


def test_where_the_rulebook_lists_it_nobody_backs_up_alone() -> None:
    Story("checked").when(ASK, desk(Role.SITE_ADMIN)).then(
        AnotherPersonNeeded((Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE, Role.RESIDENT))
    )


def test_unchecked_answers_do_not_leave_and_a_voided_check_counts_as_none() -> None:
    strange = SessionId("9-9")
    assert may_back_up(Story("checked").site, strange) == UnknownSession(strange)
    assert may_back_up(Story("checked").site, LAW) is None
    Story("ended").when(ASK).then(AnswersNotChecked(LAW))
    Story("checked").when(replace(ASK, session=TAX)).then(AnswersNotChecked(TAX))
    late = RoomResultKept(LAW, R1, digest("late"), 2, ROOM_LOCK, (A1,), (A2,), ())
    Story("checked").given(late).when(ASK).then(AnswersNotChecked(LAW))


def test_no_backup_is_overwritten() -> None:
    Story("checked").done(ASK).when(replace(ASK, digest=D2)).then(NameTaken("b-1"))


# On a medium


def test_dat_07_a_backup_lies_on_this_machine_alone_until_a_medium_holds_it() -> None:
    story = Story("checked").given(REGISTERED).done(ASK)
    (made,) = since_check(story.site, LAW)
    assert not made.media
    assert safe_since_check(story.site, LAW) == ()
    copy = CopyBackup("b-1", D1, STICK)
    story.when(copy).then(BackupCopied("b-1", STICK)).done(copy)
    assert safe_since_check(story.site, LAW) == (made,)
    assert story.site.safe.backups["b-1"].media == (STICK,)
    story.when(copy).then()


def test_dat_07_it_may_be_written_on_a_medium_at_once() -> None:
    there = replace(ASK, medium=STICK)
    story = Story("checked").given(REGISTERED)
    story.when(there).then(replace(verified(supervised=True), medium=STICK)).done(there)
    assert [one.media for one in safe_since_check(story.site, LAW)] == [(STICK,)]


def test_dat_11_an_unregistered_medium_carries_no_backup_and_no_copy() -> None:
    story = Story("checked").when(replace(ASK, medium=STICK)).then(MediumNotRegistered(STICK))
    story.done(ASK).when(CopyBackup("b-1", D1, STICK)).then(MediumNotRegistered(STICK))
    assert not story.site.safe.held((STICK,))


def test_dat_07_a_copy_is_of_what_was_made_here_byte_for_byte() -> None:
    story = Story("checked").given(REGISTERED).done(ASK)
    story.when(CopyBackup("b-2", D1, STICK)).then(NoSuchBackup("b-2"))
    story.when(CopyBackup("b-1", D2, STICK)).then(CopyDiffers("b-1", D1, D2))
    assert safe_since_check(story.site, LAW) == ()


def test_dat_08_backups_of_rooms_are_copied_too() -> None:
    story = Story("checked").given(REGISTERED, SECOND_STICK, *OF_ROOMS).done(CopyBackup("r-001", D1, OTHER))
    assert story.site.safe.room_backups["r-001"].media == (STICK, OTHER)
    story.when(CopyBackup("r-001", D2, OTHER)).then(CopyDiffers("r-001", D1, D2))


def test_dat_07_who_copies_is_the_office_and_where_it_is_listed_not_alone() -> None:
    story = Story("checked").given(REGISTERED).done(ASK)
    copy = CopyBackup("b-1", D1, STICK)
    assert isinstance(story.when(copy, desk(Role.SITE_ADMIN)).answer, AnotherPersonNeeded)
    story.done(copy, desk(Role.SITE_ADMIN, rules=NATIONAL))


def test_dat_04_a_check_done_anew_wants_a_new_backup() -> None:
    story = Story("checked").given(REGISTERED, BACKED_UP, AnswersChecked(LAW, at("11:00")))
    assert since_check(story.site, LAW) == ()
    story.done(replace(ASK, medium=STICK))
    assert [one.name for one in safe_since_check(story.site, LAW)] == ["b-1"]
    assert since_check(story.site, TAX) == ()

"""What was written and read back, and the receipt that alone confirms the upload."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.authorization import UnknownSession
from app.core.operation import Desk
from app.core.permission import AnotherPersonNeeded
from app.core.room_result import RoomResultKept
from app.core.safekeeping import AnswersNotChecked, BackupVerified, NameTaken, NoSuchBackup, RecordBackup, may_back_up
from app.core.terms import Role, SessionId
from app.core.upload import AlreadyReceipted, ReceiptDiffers, TakeReceipt, UploadConfirmed
from tests.builders import A1, A2, D1, D2, LAW, NATIONAL, R1, ROOM_LOCK, TAX, Story, desk, digest, twice

ASK = RecordBackup("b-1", LAW, D1, 1000, 40, "head")
RECEIPT = TakeReceipt("Q-1", "b-1", D1, D2)


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


def test_the_receipt_confirms_the_upload() -> None:
    story = Story("checked").done(ASK).when(RECEIPT).then(UploadConfirmed("b-1", "Q-1", D2)).done(RECEIPT)
    assert story.site.safe.backups["b-1"].receipt == "Q-1"
    assert D2 in story.site.blobs
    story.when(RECEIPT).then()
    story.when(replace(RECEIPT, serial="Q-2")).then(AlreadyReceipted("b-1", "Q-1"))


def test_a_receipt_for_other_bytes_or_another_backup_confirms_nothing() -> None:
    story = Story("checked").done(ASK)
    story.when(replace(RECEIPT, backup="b-2")).then(NoSuchBackup("b-2"))
    story.when(replace(RECEIPT, digest=D2)).then(ReceiptDiffers("b-1", D1, D2))
    assert not story.site.safe.backups["b-1"].receipt

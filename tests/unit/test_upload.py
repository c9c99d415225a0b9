"""The way of a bundle to the centre: laid out, tried, given to the city, and confirmed by a receipt alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.city_way import (
    BundlesGiven,
    CityStepTold,
    CityStepTooEarly,
    GiveToCity,
    NoteCityStep,
    NotGivenToCity,
    NothingForCity,
    NotOnTheseMedia,
)
from app.core.closing import AnswersChecked
from app.core.handover import HandedOver, HandOver, NothingToHandOver, TwoOnEachSide
from app.core.media import MediumGivenAway, MediumSealed
from app.core.operation import NotYetHappened, PersonUnknown, Refusal
from app.core.permission import AnotherPersonNeeded, SiteLockNeeded, ThisPersonNeeded
from app.core.room_result import RoomResultKept
from app.core.safe_state import Attempt, CityStep, CityWay, UploadResult
from app.core.safekeeping import AnswersNotChecked, BackupCopied, BackupVerified, NoSuchBackup
from app.core.terms import Digest, HandoverNo, Role
from app.core.upload import (
    AlreadyReceipted,
    BackupOutdated,
    BundleDiffers,
    BundleExported,
    BundleMissing,
    ExportBundle,
    NoteAttempt,
    ReceiptDiffers,
    ReceiptMismatched,
    TakeReceipt,
    UploadAttempted,
    UploadConfirmed,
    UploadReferenceUnfit,
)
from tests.builders import (
    A1,
    A2,
    ADMIN,
    D1,
    D2,
    LAW,
    LIAONING,
    LOCK,
    OFFICER,
    R1,
    ROOM_LOCK,
    STRANGER,
    Story,
    at,
    by,
    desk,
    digest,
    present,
)
from tests.unit.safe_story import BACKED_UP, BUNDLED, OTHER, RECEIPTED, REGISTERED, SECOND_STICK, STICK
from tests.unit.test_handover import TEXT

EXPORT = ExportBundle("b", D1)
TRIED = NoteAttempt("b", UploadResult.NETWORK_FAILED, "", at("11:00"))
RECEIPT = TakeReceipt("Q-1", "b", D1, D2)
HAND = HandOver((ADMIN, OFFICER), TEXT, (), (STICK,), (), True, at("11:30"))
GIVE = GiveToCity(HAND, ("b",))
FIRST = HandoverNo("AH-001")
HANDED = HandedOver(FIRST, (ADMIN, OFFICER), D2, (), (STICK,), (), True, at("11:30"))
GIVEN = BundlesGiven(FIRST, ("b",), at("11:30"))
ARRIVED = NoteCityStep(FIRST, CityStep.RECEIVED, at("11:40"), ADMIN)
CHANGED = RoomResultKept(LAW, R1, digest("late"), 2, ROOM_LOCK, (A1,), (A2,), ())
BOTH = present(at("12:00"), by(ADMIN, Role.SITE_ADMIN), by(OFFICER, Role.EXAM_OFFICE))


def backed_up() -> Story:
    return Story("checked").given(REGISTERED, BACKED_UP)


def bundled() -> Story:
    return backed_up().given(BUNDLED)


# The bundle


def test_dat_05_the_bundle_is_the_backup_laid_out_once() -> None:
    story = backed_up().when(EXPORT).then(BundleExported("b", at("12:00"))).done(EXPORT)
    assert story.site.safe.backups["b"].bundled_at == at("12:00")
    story.when(EXPORT).then()


def test_dat_05_what_was_laid_out_and_is_not_the_backup_is_no_bundle() -> None:
    backed_up().when(replace(EXPORT, digest=D2)).then(BundleDiffers("b", D1, D2))
    backed_up().when(replace(EXPORT, backup="c")).then(NoSuchBackup("c"))
    assert bundled().when(replace(EXPORT, digest=D2)).answer == BundleDiffers("b", D1, D2)


def test_dat_05_the_pair_that_checks_lays_it_out_with_the_lock() -> None:
    backed_up().when(EXPORT, desk(locks=())).then(SiteLockNeeded(LOCK))
    listed = replace(LIAONING, two_persons=replace(LIAONING.two_persons, value=("ExportBundle",)))
    alone = backed_up().when(EXPORT, desk(Role.SITE_ADMIN, rules=listed))
    assert isinstance(alone.answer, AnotherPersonNeeded)


def test_dat_04_a_check_that_is_void_or_done_anew_voids_the_bundle() -> None:
    story = bundled().given(CHANGED)
    story.when(EXPORT).then(AnswersNotChecked(LAW)).when(GIVE, BOTH).then(AnswersNotChecked(LAW))
    story.given(AnswersChecked(LAW, at("11:00")))
    story.when(EXPORT).then(BackupOutdated("b")).when(GIVE, BOTH).then(BackupOutdated("b"))
    story.given(replace(BACKED_UP, name="c")).done(ExportBundle("c", D1))


# Attempts


def test_dat_05_an_attempt_confirms_nothing_whatever_the_server_said() -> None:
    sent = NoteAttempt("b", UploadResult.SENT, "OK/2021-10.30_1", at("11:10"))
    story = bundled().when(TRIED).then(UploadAttempted("b", UploadResult.NETWORK_FAILED, "", at("11:00"))).done(TRIED)
    story.done(sent)
    made = story.site.safe.backups["b"]
    assert made.attempts == [
        Attempt(UploadResult.NETWORK_FAILED, "", at("11:00")),
        Attempt(UploadResult.SENT, "OK/2021-10.30_1", at("11:10")),
    ]
    assert not made.receipt
    story.when(TRIED).then().when(sent).then()


@pytest.mark.parametrize(
    ("ask", "no"),
    [
        (replace(TRIED, happened_at=at("12:01")), NotYetHappened(at("12:01"), at("12:00"))),
        (replace(TRIED, happened_at=at("10:19")), BundleMissing("b")),
        (replace(TRIED, backup="c"), NoSuchBackup("c")),
        (replace(TRIED, reference="a b"), UploadReferenceUnfit()),
        (replace(TRIED, reference="x" * 41), UploadReferenceUnfit()),
        (replace(TRIED, reference="OK\n"), UploadReferenceUnfit()),
        (replace(TRIED, reference="210101199001011234"), UploadReferenceUnfit()),
    ],
    ids=["ahead", "before the bundle", "unknown", "blank", "long", "line", "id number"],
)
def test_dat_05_an_attempt_is_of_a_bundle_and_its_reference_is_short(ask: NoteAttempt, no: Refusal) -> None:
    bundled().when(ask).then(no)
    backed_up().when(TRIED).then(BundleMissing("b"))
    bundled().done(replace(TRIED, reference="x" * 40))


# Receipts


def test_dat_05_the_receipt_confirms() -> None:
    story = bundled().when(RECEIPT).then(RECEIPTED).done(RECEIPT)
    made = story.site.safe.backups["b"]
    assert (made.receipt, made.receipt_document) == ("Q-1", D2)
    assert D2 in story.site.blobs
    story.when(RECEIPT).then()
    story.when(replace(RECEIPT, serial="Q-2")).then(AlreadyReceipted("b", "Q-1"))


def test_dat_05_a_receipt_for_other_bytes_is_on_record_and_the_bundle_is_laid_out_anew() -> None:
    wrong = replace(RECEIPT, digest=D2)
    no, noted = ReceiptDiffers("b", D1, D2), ReceiptMismatched("b", "Q-1", D2)
    story = bundled().when(wrong)
    story.refused(no, noted)
    story.given(noted)
    assert story.site.safe.backups["b"].mismatched == "Q-1"
    # Once is enough; another one is another entry.
    story.when(wrong).then(no)
    story.when(replace(wrong, serial="Q-9")).refused(no, replace(noted, serial="Q-9"))
    # What lies there arrived as something else: nothing goes to the city before it is laid out anew.
    story.when(GIVE, BOTH).then(BundleMissing("b"))
    story.when(EXPORT).then(BundleExported("b", at("12:00"))).done(EXPORT)
    assert not story.site.safe.backups["b"].mismatched
    story.done(GIVE, BOTH)


def test_dat_05_a_right_receipt_ends_a_mismatch_and_a_wrong_one_ends_no_right_one() -> None:
    story = bundled().given(ReceiptMismatched("b", "Q-9", D2)).done(RECEIPT)
    made = story.site.safe.backups["b"]
    assert (made.receipt, made.mismatched) == ("Q-1", "")
    story.when(replace(RECEIPT, serial="Q-9", digest=D2)).then(ReceiptDiffers("b", D1, D2))


def test_dat_05_a_receipt_is_for_a_backup_of_this_site() -> None:
    bundled().when(replace(RECEIPT, backup="c")).then(NoSuchBackup("c"))
    bundled().when(RECEIPT, desk(locks=())).then(SiteLockNeeded(LOCK))


# By the city


def test_dat_06_media_with_bundles_go_to_the_city() -> None:
    story = bundled().when(GIVE, BOTH).then(HANDED, GIVEN).done(GIVE, BOTH)
    assert story.site.safe.backups["b"].city == CityWay(FIRST, {CityStep.GIVEN: at("11:30")})
    assert story.site.safe.media[STICK].handed_over == FIRST
    story.when(GIVE, BOTH).then(MediumGivenAway(STICK, FIRST))


def test_dat_06_a_sealed_medium_is_just_the_one_to_go() -> None:
    bundled().given(MediumSealed(STICK, "S-1", at("11:00"))).done(GIVE, BOTH)


def test_dat_06_a_second_way_takes_the_place_of_the_first() -> None:
    again = replace(GIVE, hand=replace(HAND, media=(OTHER,)))
    story = bundled().given(SECOND_STICK, BackupCopied("b", OTHER)).done(GIVE, BOTH).done(again, BOTH)
    city = story.site.safe.backups["b"].city
    assert city
    assert city.handover == "AH-002"
    story.when(ARRIVED).then(NotGivenToCity(FIRST))


@pytest.mark.parametrize(
    ("ask", "no"),
    [
        (replace(GIVE, backups=()), NothingForCity()),
        (replace(GIVE, backups=("c",)), NoSuchBackup("c")),
        (replace(GIVE, hand=replace(HAND, media=())), NotOnTheseMedia("b")),
        (replace(GIVE, hand=replace(HAND, media=(OTHER,))), NotOnTheseMedia("b")),
        (replace(GIVE, hand=replace(HAND, happened_at=at("12:01"))), NotYetHappened(at("12:01"), at("12:00"))),
        (replace(GIVE, hand=replace(HAND, givers=(ADMIN, ADMIN))), TwoOnEachSide(giving=True)),
    ],
    ids=["nothing", "unknown", "no media", "another medium", "ahead", "one giver"],
)
def test_dat_06_only_what_lies_on_the_media_that_go(ask: GiveToCity, no: Refusal) -> None:
    story = bundled().given(SECOND_STICK)
    story.when(ask, BOTH).then(no)
    assert story.site.safe.backups["b"].city is None
    assert not story.site.handovers


def test_dat_06_a_bundle_that_is_not_laid_out_does_not_go_and_two_give() -> None:
    backed_up().when(GIVE, BOTH).then(BundleMissing("b"))
    bundled().when(GIVE, present(at("12:00"), by(ADMIN, Role.SITE_ADMIN))).then(ThisPersonNeeded(OFFICER))
    twice = replace(GIVE, backups=("b", "b"))
    bundled().when(twice, BOTH).then(HANDED, GIVEN)
    nothing = replace(HAND, media=()).decide(bundled().site, BOTH)
    assert nothing == NothingToHandOver()


def test_dat_06_the_city_says_arrived_then_uploaded_and_only_the_receipt_confirms() -> None:
    uploaded = replace(ARRIVED, step=CityStep.UPLOADED, happened_at=at("11:50"))
    story = bundled().given(HANDED, GIVEN)
    story.when(ARRIVED).then(CityStepTold(FIRST, CityStep.RECEIVED, at("11:40"), ADMIN)).done(ARRIVED)
    story.done(uploaded)
    city = story.site.safe.backups["b"].city
    assert city
    times = {CityStep.GIVEN: at("11:30"), CityStep.RECEIVED: at("11:40"), CityStep.UPLOADED: at("11:50")}
    assert (city.step, city.steps) == (CityStep.UPLOADED, times)
    assert not story.site.safe.backups["b"].receipt
    story.when(ARRIVED).then().when(uploaded).then()
    story.when(replace(ARRIVED, happened_at=at("11:59"))).then()


def test_dat_06_what_was_uploaded_has_arrived_and_none_says_so_afterwards() -> None:
    uploaded = CityStepTold(FIRST, CityStep.UPLOADED, at("11:50"), ADMIN)
    story = bundled().given(HANDED, GIVEN, uploaded)
    story.when(replace(ARRIVED, happened_at=at("11:55"))).then().when(ARRIVED).then()


@pytest.mark.parametrize(
    ("ask", "no"),
    [
        (replace(ARRIVED, handover=HandoverNo("AH-009")), NotGivenToCity(HandoverNo("AH-009"))),
        (replace(ARRIVED, step=CityStep.GIVEN), NotGivenToCity(FIRST)),
        (replace(ARRIVED, happened_at=at("11:29")), CityStepTooEarly(FIRST, at("11:30"))),
        (replace(ARRIVED, happened_at=at("12:01")), NotYetHappened(at("12:01"), at("12:00"))),
        (replace(ARRIVED, heard_by=STRANGER), PersonUnknown(STRANGER)),
    ],
    ids=["unknown", "given", "early", "ahead", "stranger"],
)
def test_dat_06_a_step_is_one_of_the_city_and_after_the_one_before(ask: NoteCityStep, no: Refusal) -> None:
    bundled().given(HANDED, GIVEN).when(ask).then(no)


def test_dat_06_uploaded_before_it_arrived_it_was_not() -> None:
    story = bundled().given(HANDED, GIVEN).done(ARRIVED)
    early = replace(ARRIVED, step=CityStep.UPLOADED, happened_at=at("11:39"))
    story.when(early).then(CityStepTooEarly(FIRST, at("11:40")))


def test_dat_06_one_word_of_the_city_is_about_every_bundle_of_that_way() -> None:
    other = BackupVerified("c", LAW, Digest("c" * 64), 1, 1, "", supervised=True, medium=STICK)
    apart = replace(other, name="d")
    story = bundled().given(other, apart, BundleExported("c", at("11:00")), HANDED)
    story.given(replace(GIVEN, backups=("b", "c"))).done(ARRIVED)
    ways = [story.site.safe.backups[name].city for name in ("b", "c", "d")]
    assert [way.step if way else None for way in ways] == [CityStep.RECEIVED, CityStep.RECEIVED, None]


def test_dat_05_a_confirmed_upload_is_of_its_own_backup() -> None:
    story = bundled().given(replace(BACKED_UP, name="c"), UploadConfirmed("c", "Q-2", D2))
    assert not story.site.safe.backups["b"].receipt

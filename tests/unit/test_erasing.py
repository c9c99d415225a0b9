"""What stays after cleaning, and the note that it came to its end."""

from __future__ import annotations

from app.core.cleaning import DataCleaned, NothingToClean
from app.core.erasing import DataErased, NoteErased, kept, mirrors_here, scans
from app.core.handover import HandedOver
from app.core.media import MediumWasLost
from app.core.mirror import MirrorBegun
from app.core.records import ROOM_RECORD
from app.core.signing import ScanAttached
from app.core.terms import HandoverNo
from tests.builders import ADMIN, D1, D2, LAW, OFFICER, R1, at, desk, digest
from tests.unit.safe_story import OTHER, SECOND_STICK, STICK, evening

NOW = desk().now
CLEANED = DataCleaned(digest("staff"), at("12:00"))
ON_TWO = (SECOND_STICK, MirrorBegun(STICK, at("7:00")), MirrorBegun(OTHER, at("8:00")))


def test_the_end_is_noted_once_and_a_late_mirror_after_it() -> None:
    story = evening(*ON_TWO, CLEANED)
    ended = DataErased((STICK,), NOW)
    story.when(NoteErased((STICK, STICK))).then(ended).done(NoteErased((STICK,)))
    assert story.site.safe.cleaned
    assert story.site.safe.cleaned.ended_at == NOW
    story.when(NoteErased((STICK,))).then()
    story.when(NoteErased((OTHER,))).then(DataErased((OTHER,), NOW))
    story.given(DataErased((OTHER,), at("13:00")))
    assert (story.site.safe.mirrored, story.site.safe.cleaned.ended_at) == (set(), NOW)


def test_nothing_ends_that_was_not_begun() -> None:
    story = evening().when(NoteErased(())).then(NothingToClean())
    story.given(DataErased((), at("12:00")))
    assert story.site.safe.cleaned is None


def test_mirrors_on_media_that_are_gone_are_looked_for_no_more() -> None:
    story = evening(*ON_TWO)
    assert mirrors_here(story.site) == (STICK, OTHER)
    story.given(MediumWasLost(OTHER, at("11:00"), ADMIN))
    assert mirrors_here(story.site) == (STICK,)
    given = HandedOver(HandoverNo("AH-1"), (ADMIN, OFFICER), D1, (), (STICK,), (), True, at("12:00"))
    assert mirrors_here(story.given(given).site) == ()


def test_cleaning_ends_the_mirror() -> None:
    story = evening(*ON_TWO, CLEANED)
    assert story.site.safe.mirror is None
    assert story.site.safe.mirrored == {STICK, OTHER}


def test_kept_are_forms_authorizations_receipts_and_who_signs() -> None:
    story = evening()
    before = kept(story.site)
    assert {one.file for one in story.site.every_copy} <= before
    assert {state.received.document for state in story.site.sessions.values() if state.received} <= before
    assert D2 in before
    assert story.site.package
    assert story.site.package.roster not in before
    assert kept(story.given(CLEANED).site) == before | {CLEANED.staff}


def test_pictures_of_forms_are_known_apart() -> None:
    story = evening()
    assert scans(story.site) == frozenset()
    story.given(ScanAttached(ROOM_RECORD, f"{LAW}-{R1}", 1, digest("scan"), 1, 1))
    assert scans(story.site) == {digest("scan")}
    assert digest("scan") not in kept(story.site)

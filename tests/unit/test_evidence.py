"""Evidence and things in custody: what it is, where it lies, who took it; the police (VIO-07, VIO-10, CAN-04)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.evidence import (
    EvidenceMoved,
    EvidenceTaken,
    MovedEarlier,
    MoveEvidence,
    NobodysProperty,
    NoSuchPiece,
    NotADigest,
    NotePolice,
    OutOfOurHands,
    PoliceNoted,
    TakeEvidence,
)
from app.core.free_text import NO_TEXT, TextMissing, TextPart, TextUnfit
from app.core.permission import AnotherPersonNeeded
from app.core.terms import Digest, Role, ViolationNo
from app.core.violation import NoSuchViolation
from app.core.violation_signing import BeforeTheAct
from app.core.violation_state import Evidence, EvidenceKind, KeptAt, Police
from tests.builders import GUIDE, SECOND, at
from tests.unit.conduct_story import FIRST, WHEN, caught, here, of, piece, taken, words

ITEM = words("item", TextPart.ITEM)
FILE = "0f" * 32
TAG, TAG_2 = f"{FIRST}-1", f"{FIRST}-2"
TAKE = TakeEvidence(FIRST, at("9:02"), GUIDE, EvidenceKind.THING, ITEM, FILE)
TAKEN = EvidenceTaken(FIRST, TAG, EvidenceKind.THING, ITEM.kept, FILE, at("9:02"), GUIDE)
MOVE = MoveEvidence(FIRST, at("9:30"), GUIDE, TAG, KeptAt.EXAM_OFFICE)
MOVED = EvidenceMoved(FIRST, TAG, KeptAt.EXAM_OFFICE, at("9:30"), GUIDE)
POLICE = words("police", TextPart.STATION, TextPart.OFFICER)
CALL = NotePolice(FIRST, at("9:20"), GUIDE, POLICE)


@pytest.mark.parametrize("kind", EvidenceKind)
def test_vio_10_each_piece_has_a_tag_and_lies_in_the_room_at_first(kind: EvidenceKind) -> None:
    ask = replace(TAKE, kind=kind)
    story = caught().when(ask).then(replace(TAKEN, kind=kind)).done(ask)
    assert of(story).evidence == [Evidence(TAG, kind, ITEM.kept, FILE, at("9:02"), ((KeptAt.ROOM, at("9:02")),))]
    assert ITEM.kept in story.site.texts & story.site.blobs
    story.when(replace(ask, digest="")).then(replace(TAKEN, kind=kind, tag=TAG_2, digest=""))


def test_vio_10_one_file_is_one_piece_and_things_are_many() -> None:
    story = caught(TAKEN).when(TAKE).then()
    thing = replace(TAKE, digest="")
    story.done(thing).done(thing)
    assert [one.tag for one in of(story).evidence] == [TAG, TAG_2, f"{FIRST}-3"]


@pytest.mark.parametrize("wrong", ["0f" * 31, "0F" * 32, "0g" * 32, "0f" * 32 + "\n", " "])
def test_vio_10_a_file_is_named_by_its_digest(wrong: str) -> None:
    caught().when(replace(TAKE, digest=wrong)).then(NotADigest(FIRST))


def test_vio_10_it_is_described_and_was_taken_after_the_act() -> None:
    caught().when(replace(TAKE, text=NO_TEXT)).then(TextMissing(TextPart.ITEM))
    caught().when(replace(TAKE, happened_at=WHEN - SECOND)).then(BeforeTheAct(FIRST, WHEN))
    caught().done(replace(TAKE, happened_at=WHEN))


# Where it lies


@pytest.mark.parametrize("to", [KeptAt.EXAM_OFFICE, KeptAt.POLICE, KeptAt.OWNER, KeptAt.AGENCY])
def test_vio_10_it_goes_from_hand_to_hand(to: KeptAt) -> None:
    ask = replace(MOVE, to=to)
    story = caught(TAKEN, taken(2)).when(ask).then(replace(MOVED, to=to)).done(ask)
    assert piece(story).moves == ((KeptAt.ROOM, at("9:02")), (to, at("9:30")))
    assert (piece(story).place, piece(story, 1).place) == (to, KeptAt.ROOM)
    story.when(replace(MOVE, tag=TAG_2, to=to)).then(EvidenceMoved(FIRST, TAG_2, to, at("9:30"), GUIDE))


@pytest.mark.parametrize("kind", EvidenceKind)
def test_vio_10_only_things_and_documents_go_back_to_their_owner(kind: EvidenceKind) -> None:
    ask = replace(MOVE, to=KeptAt.OWNER)
    story = caught(replace(TAKEN, kind=kind)).when(ask)
    if kind in (EvidenceKind.THING, EvidenceKind.DOCUMENT):
        story.then(replace(MOVED, to=KeptAt.OWNER))
    else:
        story.then(NobodysProperty(TAG, kind))
    for to in (KeptAt.EXAM_OFFICE, KeptAt.POLICE, KeptAt.AGENCY):
        story.when(replace(ask, to=to)).then(replace(MOVED, to=to))


def test_vio_10_it_is_asked_for_once() -> None:
    caught(TAKEN, MOVED).when(MOVE).then()
    caught(TAKEN, MOVED).done(replace(MOVE, to=KeptAt.AGENCY))


@pytest.mark.parametrize("gone", [KeptAt.POLICE, KeptAt.OWNER, KeptAt.AGENCY])
def test_vio_10_what_left_our_hands_does_not_come_back(gone: KeptAt) -> None:
    for to in KeptAt:
        caught(TAKEN, replace(MOVED, to=gone)).when(replace(MOVE, to=to)).then(OutOfOurHands(TAG, gone))


def test_vio_10_nothing_goes_back_into_the_room() -> None:
    caught(TAKEN).when(replace(MOVE, to=KeptAt.ROOM)).then(OutOfOurHands(TAG, KeptAt.ROOM))
    caught(TAKEN, MOVED).when(replace(MOVE, to=KeptAt.ROOM)).then(OutOfOurHands(TAG, KeptAt.EXAM_OFFICE))


def test_vio_10_one_move_after_the_other() -> None:
    before = replace(MOVE, happened_at=at("9:02") - SECOND)
    caught(TAKEN).when(before).then(MovedEarlier(TAG, at("9:02")))
    caught(TAKEN).done(replace(MOVE, happened_at=at("9:02")))
    earlier = replace(MOVE, to=KeptAt.POLICE, happened_at=at("9:30") - SECOND)
    caught(TAKEN, MOVED).when(earlier).then(MovedEarlier(TAG, at("9:30")))


def test_vio_10_only_what_was_taken_moves() -> None:
    caught(TAKEN).when(replace(MOVE, tag=TAG_2)).then(NoSuchPiece(FIRST, TAG_2))
    nothing = ViolationNo("AV-009")
    for ask in (MOVE, TAKE, CALL):
        caught(TAKEN).when(replace(ask, number=nothing)).then(NoSuchViolation(nothing))


def test_vio_10_somebody_takes_it_over_and_signs() -> None:
    takers = (Role.EXAM_OFFICE, Role.RESIDENT, Role.CHIEF, Role.DEPUTY, Role.SITE_ADMIN)
    caught(TAKEN).when(MOVE, here(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(takers))))
    for role in (Role.EXAM_OFFICE, Role.CHIEF, Role.DEPUTY):
        caught(TAKEN).done(MOVE, here(Role.SITE_ADMIN, role))
    caught(TAKEN).when(MOVE, here(Role.SITE_ADMIN, Role.ROVING)).then(AnotherPersonNeeded(tuple(sorted(takers))))


# The police (VIO-07)


def test_vio_07_station_and_officer_are_noted_and_receipt_and_things_may_be() -> None:
    story = caught().when(CALL).then(PoliceNoted(FIRST, POLICE.kept, at("9:20"), GUIDE)).done(CALL)
    assert of(story).police == Police(at("9:20"), POLICE.kept)
    assert POLICE.kept in story.site.texts & story.site.blobs
    whole = words("whole", TextPart.STATION, TextPart.OFFICER, TextPart.RECEIPT, TextPart.ITEM)
    story.done(replace(CALL, text=whole))


def test_vio_07_not_without_them() -> None:
    for part in (TextPart.STATION, TextPart.OFFICER):
        text = words("half", *{TextPart.STATION, TextPart.OFFICER} - {part})
        caught().when(replace(CALL, text=text)).then(TextMissing(part))
    stray = words("stray", TextPart.STATION, TextPart.OFFICER, TextPart.DECISION)
    caught().when(replace(CALL, text=stray)).then(TextUnfit(TextPart.DECISION, 600))
    caught().when(replace(CALL, happened_at=WHEN - SECOND)).then(BeforeTheAct(FIRST, WHEN))
    assert Digest("") not in caught(taken()).site.texts

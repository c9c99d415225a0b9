"""Handing over: two who give, two who receive, and what is ready to go (PAP-02)."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from app.core.evidence import EvidenceMoved
from app.core.free_text import FreeText, TextMissing, TextPart, TextUnfit
from app.core.handover import (
    HandedOver,
    HandOver,
    NothingToHandOver,
    PaperNotReady,
    PieceNotHere,
    TwoEscorts,
    TwoOnEachSide,
    next_handover,
    piece,
)
from app.core.media import MediumNotRegistered, MediumRegistered
from app.core.operation import Desk, Fact, NotYetHappened, PersonUnknown
from app.core.paper_state import Handover, PaperRef
from app.core.permission import NotYourRole, ThisPersonNeeded
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept, RecordSigned
from app.core.signing import GoneAlready
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import HandoverNo, MediumSerial, Role
from app.core.violation_state import KeptAt
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    D2,
    GUIDE,
    LAW,
    OFFICER,
    R1,
    R2,
    STRANGER,
    Story,
    at,
    by,
    present,
)
from tests.unit.conduct_story import J1, RECORDED, TWIN, here, taken

PAPER, STICK = PaperRef(ROOM_RECORD, "1-1-001", 1), MediumSerial("U-1")
RECEIVERS = (
    (TextPart.RECEIVER_1, "Ma"),
    (TextPart.RECEIVER_2, "Niu"),
    (TextPart.OFFICE, "City office"),
    (TextPart.ESCORT_1, "Ma"),
    (TextPart.ESCORT_2, "Yang"),
)
TEXT = FreeText(RECEIVERS, D2)
KEPT = RecordKept(ROOM_RECORD, LAW, R1, 1, D1, D2, None)
OUT = RecordCameOut(ROOM_RECORD, LAW, R1, 1, came_out=True)
SIGNED = RecordSigned(ROOM_RECORD, LAW, R1, 1, at("10:20"))
MEDIUM = MediumRegistered(STICK, "U-1", ADMIN, read=True)
READY = (RECORDED, taken(), KEPT, OUT, SIGNED, MEDIUM)
TAG = taken().tag
ASK = HandOver((ADMIN, OFFICER), TEXT, (PAPER,), (STICK,), (TAG,), True, at("11:30"))
FIRST = HandoverNo("AH-001")
DONE = HandedOver(FIRST, (ADMIN, OFFICER), D2, (PAPER,), (STICK,), (TAG,), True, at("11:30"))


def both() -> Desk:
    return present(at("12:00"), by(ADMIN, Role.SITE_ADMIN), by(OFFICER, Role.EXAM_OFFICE))


def ready(*facts: Fact) -> Story:
    return Story("ended").given(*(facts or READY))


def test_pap_02_two_give_two_receive_and_it_is_on_record() -> None:
    story = ready().when(ASK, both()).then(DONE).done(ASK, both())
    things = ((PAPER,), (STICK,), (TAG,))
    assert story.site.handovers == {FIRST: Handover(FIRST, at("11:30"), (ADMIN, OFFICER), D2, *things, True)}
    assert story.site.papers("E01", "1-1-001")[0].handed_over == FIRST
    found = piece(story.site, TAG)
    assert found is not None
    assert found.moves[-1] == (KeptAt.AGENCY, at("11:30"))
    assert D2 in story.site.texts & story.site.blobs
    assert next_handover(story.site, both()) == "AH-002"


def test_pap_02_numbers_carry_the_name_of_the_machine() -> None:
    story = ready().done(replace(ASK, papers=(), evidence=()), both()).given(replace(DONE, number=HandoverNo("BH-007")))
    assert next_handover(story.site, both()) == "AH-002"


def test_pap_02_both_givers_sign_at_the_desk_and_somebody_of_the_office_asks() -> None:
    alone = present(at("12:00"), by(ADMIN, Role.SITE_ADMIN))
    ready().when(ASK, alone).then(ThisPersonNeeded(OFFICER))
    ready().when(ASK, present(at("12:00"), by(OFFICER, Role.EXAM_OFFICE), by(ADMIN, Role.SITE_ADMIN))).then(DONE)
    roving = present(at("12:00"), by(GUIDE, Role.ROOM_ADMIN), by(ADMIN, Role.SITE_ADMIN), by(OFFICER, Role.EXAM_OFFICE))
    assert isinstance(ready().when(ASK, roving).answer, NotYourRole)


def test_pap_02_one_person_does_not_give_for_two() -> None:
    ready().when(replace(ASK, givers=(ADMIN, ADMIN)), both()).then(TwoOnEachSide(giving=True))
    two_codes = replace(ASK, givers=(J1, TWIN))
    assert two_codes.decide(ready().site, here()) == TwoOnEachSide(giving=True)


@pytest.mark.parametrize(("first", "second"), [("Ma", "Ma"), ("Ma", " Ma "), ("Sun", "Ma"), ("Ma", "Li")], ids=repr)
def test_pap_02_nobody_receives_for_two_or_stands_on_both_sides(first: str, second: str) -> None:
    """Sun and Li give."""
    parts = ((TextPart.RECEIVER_1, first), (TextPart.RECEIVER_2, second), *RECEIVERS[2:])
    ready().when(replace(ASK, text=FreeText(parts, D2)), both()).then(TwoOnEachSide(giving=False))


def test_pap_02_givers_are_of_the_staff_list() -> None:
    strange = replace(ASK, givers=(ADMIN, STRANGER))
    assert strange.decide(ready().site, both()) == PersonUnknown(STRANGER)
    first = replace(ASK, givers=(STRANGER, ADMIN))
    assert first.decide(ready().site, both()) == PersonUnknown(STRANGER)


@pytest.mark.parametrize("part", [part for part, _ in RECEIVERS])
def test_pap_02_who_receives_and_for_whom_is_named(part: TextPart) -> None:
    parts = tuple((name, " " if name is part else said) for name, said in RECEIVERS)
    ready().when(replace(ASK, text=FreeText(parts, D2)), both()).then(TextMissing(part))
    longer = tuple((name, "x" * 61 if name is part else said) for name, said in RECEIVERS)
    ready().when(replace(ASK, text=FreeText(longer, D2)), both()).then(TextUnfit(part, 60))


def test_dat_09_media_go_with_two_different_escorts_and_papers_with_none() -> None:
    alone = tuple((part, "ma" if part is TextPart.ESCORT_2 else said) for part, said in RECEIVERS)
    ready().when(replace(ASK, text=FreeText(alone, D2)), both()).then(TwoEscorts())
    without = replace(ASK, text=FreeText(RECEIVERS[:3], D2), media=())
    assert isinstance(without.decide(ready().site, both()), tuple)


def test_pap_02_not_before_it_happened() -> None:
    late = replace(ASK, happened_at=at("12:00:01"))
    ready().when(late, both()).then(NotYetHappened(at("12:00:01"), at("12:00")))


def test_pap_02_something_is_handed_over() -> None:
    ready().when(replace(ASK, papers=(), media=(), evidence=()), both()).then(NothingToHandOver())


@pytest.mark.parametrize("kind", ["papers", "media", "evidence"])
def test_pap_02_each_kind_goes_by_itself_and_a_thing_named_twice_goes_once(kind: str) -> None:
    nothing: dict[str, Any] = {"papers": (), "media": (), "evidence": ()}
    things = getattr(ASK, kind)
    alone = replace(ASK, **nothing | {kind: things * 2})
    ready().when(alone, both()).then(replace(DONE, **nothing | {kind: things}))


@pytest.mark.parametrize(
    "facts",
    [(), (KEPT,), (KEPT, OUT), (KEPT, replace(OUT, came_out=False), SIGNED)],
    ids=["never printed", "sent to the printer", "unsigned", "jammed"],
)
def test_pap_02_a_paper_goes_once_it_came_out_and_is_signed(facts: tuple[Fact, ...]) -> None:
    story = ready(MEDIUM, *facts)
    story.when(replace(ASK, evidence=()), both()).then(PaperNotReady("E01", "1-1-001", 1))
    other = replace(PAPER, copy=2)
    ready().when(replace(ASK, papers=(other,)), both()).then(PaperNotReady("E01", "1-1-001", 2))


def test_pap_02_what_nobody_signs_goes_as_it_came_out() -> None:
    custody, only = PaperRef(SiteForm.CUSTODY, "2021-10-30", 1), {"media": (), "evidence": ()}
    ask = replace(ASK, papers=(custody,), **only)
    kept = SiteSheetKept(SiteForm.CUSTODY, "2021-10-30", 1, D1, D2, None)
    story = ready(kept).when(ask, both()).then(PaperNotReady("E14", "2021-10-30", 1))
    story.given(SiteSheetCameOut(SiteForm.CUSTODY, "2021-10-30", 1, came_out=True)).done(ask, both())


def test_pap_02_a_paper_goes_once() -> None:
    story = ready().done(ASK, both())
    story.when(replace(ASK, media=(), evidence=()), both()).then(GoneAlready("E01", FIRST))


def test_pap_02_only_registered_media_leave() -> None:
    stranger = MediumSerial("U-9")
    ready().when(replace(ASK, media=(STICK, stranger)), both()).then(MediumNotRegistered(stranger))


def test_vio_10_a_piece_goes_that_lies_here() -> None:
    ready().when(replace(ASK, evidence=("AV-001-9",)), both()).then(PieceNotHere("AV-001-9"))
    for place in KeptAt:
        moved = EvidenceMoved(taken().number, TAG, place, at("11:00"), GUIDE)
        story = ready(*READY, moved).when(ASK, both())
        inside = place in (KeptAt.ROOM, KeptAt.EXAM_OFFICE)
        story.then(DONE if inside else PieceNotHere(TAG))
    story = ready().done(ASK, both())
    story.when(replace(ASK, papers=(), media=()), both()).then(PieceNotHere(TAG))


def test_pap_02_cards_that_nobody_looked_at_are_on_record_too() -> None:
    ready().when(replace(ASK, cards_checked=False), both()).then(replace(DONE, cards_checked=False))


def test_pap_02_other_papers_stay() -> None:
    story = ready().given(replace(KEPT, room=R2), replace(KEPT, copy=2)).done(ASK, both())
    assert [one.handed_over for one in story.site.records] == [FIRST, None, None]
    assert CHIEF not in DONE.givers

"""Into a room with a free seat: once, by one room, and only who was sent."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import RoomHasEnded
from app.core.closing import RoomEnded
from app.core.operation import NotYetHappened, PersonUnknown, Refused
from app.core.permission import NotYourRoom
from app.core.room_open import RoomNotReleased
from app.core.room_result import RoomResultKept
from app.core.room_state import Presence, SettledAs
from app.core.seating import NoFreeSeat
from app.core.settlement import CancelReason, DecideDispute, TransferCancelled
from app.core.start import NobodyArranged
from app.core.terms import Role, RoomId, SessionId
from app.core.transfer import (
    BackInOwnRoom,
    InBeforeOut,
    NeverTransferredOut,
    TakenInElsewhere,
    TokenUsed,
    TransferDisputed,
    TransferIn,
    TransferOut,
)
from tests.builders import (
    A3,
    B1,
    B2,
    B3,
    D1,
    GUIDE,
    GUIDE_2,
    LAW,
    NOBODY,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    SECOND,
    STRANGER,
    TAX,
    at,
    by,
    desk,
    present,
)
from tests.unit.crowded import (
    FIRST,
    NO_TOKEN,
    R3,
    STARTED,
    broken,
    came,
    full,
    morning,
    of,
    room,
    sent,
    taken,
    transfer,
)

OUT = TransferOut(LAW, A3, at("8:20"), GUIDE)
IN = TransferIn(LAW, A3, R2, at("8:24"), GUIDE_2)


def test_ovb_08_the_receiving_room_takes_in() -> None:
    story = full(sent()).when(IN).then(taken()).done(IN)
    sitting = of(story, A3)
    assert (sitting.room, sitting.origin, sitting.presence, sitting.seat) == (R2, R1, Presence.PRESENT, None)
    way = transfer(story)
    assert (way.settled, way.settled_at, way.into, way.late) == (SettledAs.TAKEN_IN, at("8:24"), R2, False)


def test_ovb_13_the_door_of_the_first_room_is_the_one_that_counts() -> None:
    """In at 8:15, on at 8:20, taken in long after entry closed in the second room: nothing is late."""
    story = full(sent(), *STARTED).done(replace(IN, happened_at=at("8:50")))
    assert (of(story, A3).entered_at, of(story, A3).in_room_since) == (at("8:15"), at("8:50"))


def test_ovb_13_who_was_first_seen_at_the_receiving_room_has_no_check_in() -> None:
    morning().when(IN).then(NeverTransferredOut(A3, R1))


def test_ovb_08_nobody_is_taken_in_who_was_not_sent() -> None:
    full().when(IN).then(NeverTransferredOut(A3, R1))
    full().when(replace(IN, ticket=NOBODY)).then(NotInThisSession(LAW, NOBODY))


def test_ovb_08_taken_in_once_and_by_one_room() -> None:
    """A room that takes somebody in twice is told so; a second room is told, and that is remembered."""
    story = full(sent(), taken())
    story.when(IN).then(NeverTransferredOut(A3, R2))
    story.site.sessions[LAW].rooms[R3] = room(full(), R2)
    claim = replace(IN, room=R3)
    disputed = TransferDisputed(LAW, A3, R2, R3, at("8:24"), GUIDE_2, NO_TOKEN)
    story.when(claim).refused(TakenInElsewhere(A3, R2), disputed).given(disputed)
    assert (of(story, A3).room, of(story, A3).claimed_by) == (R2, R3)
    story.when(claim).then(TakenInElsewhere(A3, R2))
    story.when(replace(IN, room=R9)).then(TakenInElsewhere(A3, R2))


def test_ovb_15_a_claim_on_paper_is_heard_once() -> None:
    """After the chief has decided the same paper opens nothing again."""
    story = full(sent(), taken())
    claim = replace(IN, room=R1, token=D1)
    disputed = TransferDisputed(LAW, A3, R2, R1, at("8:24"), GUIDE_2, D1)
    story.when(claim).refused(TakenInElsewhere(A3, R2), disputed).given(disputed)
    story.done(DecideDispute(LAW, A3, R2)).when(claim).then(TokenUsed(A3))


def test_ovb_08_only_who_was_sent_on_can_be_claimed_by_a_second_room() -> None:
    """Also who was called back: then two rooms say that they have the same person."""
    full(sent(), taken()).when(replace(IN, ticket=B1, room=R1)).then(NeverTransferredOut(B1, R2))
    back = TransferCancelled(FIRST, LAW, R1, A3, CancelReason.SEAT_CAME_FREE, at("8:21"), GUIDE)
    answer = full(sent(), back).when(IN).answer
    assert isinstance(answer, Refused)
    assert answer.refusal == TakenInElsewhere(A3, R1)


def test_ovb_08_the_room_that_sent_is_no_receiving_room() -> None:
    full(sent()).when(replace(IN, room=R1)).then(BackInOwnRoom(A3, R1))


def test_ovb_08_the_room_that_sent_may_claim_too() -> None:
    """It says that the candidate sat there after all: the chief decides."""
    answer = full(sent(), taken()).when(replace(IN, room=R1)).answer
    assert isinstance(answer, Refused)
    assert answer.refusal == TakenInElsewhere(A3, R2)


def test_ovb_08_a_full_room_takes_nobody_in() -> None:
    story = full(sent(), *came(B1, B2, B3, room=R2)).done(IN)
    assert isinstance(story.answer, tuple)
    crowded = full(sent(), *came(B1, B2, B3, room=R2), broken("004", room=R2))
    crowded.when(IN).then(NoFreeSeat(LAW, R2))


def test_ovb_08_a_room_takes_in_after_its_release_and_before_its_end() -> None:
    story = full(sent())
    room(story, R2).release = ""
    story.when(IN).then(RoomNotReleased(LAW, R2))
    full(sent(), RoomEnded(LAW, R2, at("10:00"), GUIDE)).when(IN).then(RoomHasEnded(LAW, R2, at("10:00")))


@pytest.mark.parametrize("where", [R9, R3])
def test_ovb_08_only_a_room_of_this_session_takes_in(where: RoomId) -> None:
    full(sent()).when(replace(IN, room=where)).then(NobodyArranged(LAW, (where,)))


def test_ovb_15_a_paper_of_another_session_moves_nobody() -> None:
    full(sent()).when(replace(IN, session=TAX)).then(NotInThisSession(TAX, A3))
    strange = SessionId("9-9")
    full(sent()).when(replace(IN, session=strange)).then(NotInThisSession(strange, A3))


def test_ovb_08_nobody_arrives_before_they_left() -> None:
    when = at("8:20") - SECOND
    full(sent()).when(replace(IN, happened_at=when)).then(InBeforeOut(A3, when, at("8:20")))
    full(sent()).done(replace(IN, happened_at=at("8:20")))


def test_ovb_12_two_with_the_same_last_three_digits_are_two() -> None:
    story = full(sent(), taken(), *came(B3, room=R2))
    assert A3[-3:] == B3[-3:]
    here = room(story, R2).sittings
    assert (here[A3].origin, here[B3].origin) == (R1, R2)
    assert len(here) == 4


def test_ovb_08_a_taking_in_happened_and_someone_told_it() -> None:
    full(sent()).when(IN, desk(now=at("8:23"))).then(NotYetHappened(at("8:24"), at("8:23")))
    full(sent()).when(replace(IN, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


def test_sec_02_the_receiving_room_takes_in_and_no_other() -> None:
    story = full(sent())
    story.when(IN, present(at("12:00"), by(GUIDE, Role.ROOM_ADMIN))).then(NotYourRoom(R2, R1))
    story.done(IN, present(at("12:00"), by(GUIDE_2, Role.ROOM_ADMIN)))
    full().when(OUT, present(at("12:00"), by(GUIDE_2, Role.ROOM_ADMIN))).then(NotYourRoom(R1, R2))


def test_dat_03_a_result_that_is_in_already_is_doubted_there_on_both_sides() -> None:
    results = [RoomResultKept(LAW, where, D1, 1, ROOM_LOCK, (), (), ()) for where in (R1, R2)]
    story = full(*results, sent())
    kept = room(story).result
    assert kept
    assert kept.differences == (A3,)
    story.given(taken())
    for where in (R1, R2):
        result = room(story, where).result
        assert result
        assert result.differences == (A3,)

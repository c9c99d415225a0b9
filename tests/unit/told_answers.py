"""What the first room tells of its answers at ten: A1 collected, A2 never logged in, A3 absent."""

from __future__ import annotations

from app.core.collection import AnswersConfirmed, CollectByHand, ConfirmCollected, EnterRoomResult, RoomResultEntered
from app.core.room_state import Answers
from app.core.terms import Ticket
from tests.builders import A1, A2, A3, GUIDE, LAW, R1, Story, at
from tests.unit.alone_story import of

WHEN = at("10:00")
NONE: tuple[Ticket, ...] = ()


def tells(count: int = 1, never: tuple[Ticket, ...] = (A2,), by_hand: tuple[Ticket, ...] = ()) -> ConfirmCollected:
    return ConfirmCollected(LAW, R1, count, never, by_hand, WHEN, GUIDE)


def told(
    collected: tuple[Ticket, ...] = (A1,), never: tuple[Ticket, ...] = (A2,), by_hand: tuple[Ticket, ...] = ()
) -> AnswersConfirmed:
    return AnswersConfirmed(LAW, R1, collected, never, by_hand, WHEN, GUIDE)


def enters(count: int = 1, never: tuple[Ticket, ...] = (A2,)) -> EnterRoomResult:
    return EnterRoomResult(LAW, R1, count, never, WHEN, GUIDE)


def entered(version: int = 1) -> RoomResultEntered:
    return RoomResultEntered(LAW, R1, version, (A1,), (A2,), WHEN, GUIDE)


def answers(story: Story) -> list[Answers]:
    return [of(story, one).answers for one in (A1, A2, A3)]


BY_HAND = CollectByHand(LAW, A2, at("10:05"), GUIDE)

"""An overbooked site with somebody on the way from the first room to the second."""

from __future__ import annotations

from app.core.closing import RoomEnded
from app.core.entry import CheckedIn
from app.core.settlement import CancelReason, TransferCancelled
from app.core.start import RoomStarted
from app.core.terms import TransferNo
from app.core.transfer import NO_TOKEN, TransferredIn, TransferredOut
from tests.builders import A1, GUIDE, GUIDE_2, ID_CARD, LAW, R1, R2, Story, at, taken_in

NUMBER = TransferNo("A-001")


def overbooked() -> Story:
    """The data carry no seats there, as the rules of the arrangement demand."""
    story = Story("enrolled").given(*taken_in(overbook=30))
    for state in story.site.sessions.values():
        for room in state.rooms.values():
            for sitting in room.sittings.values():
                sitting.seat = None
    return story


def out() -> Story:
    """A1 came to the first room at 8:10 and was sent on at 8:20."""
    return overbooked().given(
        CheckedIn(LAW, R1, A1, at("8:10"), GUIDE, ID_CARD),
        TransferredOut(NUMBER, LAW, R1, A1, at("8:20"), GUIDE, None, NO_TOKEN),
    )


def taken() -> Story:
    """A1 was taken in by the second room at 8:22."""
    return out().given(TransferredIn(NUMBER, LAW, R1, R2, A1, at("8:22"), GUIDE_2, NO_TOKEN))


def back() -> TransferCancelled:
    return TransferCancelled(NUMBER, LAW, R1, A1, CancelReason.SEAT_CAME_FREE, at("8:25"), GUIDE)


def over(story: Story) -> Story:
    """Both rooms have started and ended."""
    return story.given(
        RoomStarted(LAW, R1, at("8:30"), GUIDE),
        RoomStarted(LAW, R2, at("8:30"), GUIDE_2),
        RoomEnded(LAW, R1, at("10:01"), GUIDE),
        RoomEnded(LAW, R2, at("10:02"), GUIDE_2),
    )

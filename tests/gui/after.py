"""A session brought to its end, with every blob that its facts cite really kept: backups prove that."""

from __future__ import annotations

from app.core.closing import CheckAnswers, EndRooms
from app.core.end_phase import ConfirmViolations
from app.core.room_result import Outcome, ResultLine, TakeRoomResult
from app.core.room_state import Presence
from app.core.terms import LockSerial, PersonId, RoomId
from app.core.timekeeping import ends
from tests.gui.screen import MORNING_SESSION, Screen
from tests.journeys.killed import PracticeDay

ONE, TWO, THREE = RoomId("001"), RoomId("002"), RoomId("003")
ROOMS = (ONE, TWO, THREE)


def ended(site: Screen, *rooms: RoomId) -> None:
    """These rooms of the morning have ended; the others have brought their results and stand open."""
    state, store = site.site.sessions[MORNING_SESSION], site.console.store
    day = PracticeDay(site.console, site.clock, lambda *_: None)
    day._eve()
    day._doors(state)
    day._exam(state)
    site.at(ends(state.plan.starts_at, state.plan))
    for room in state.rooms.values():
        result = store.blobs.put(f"result {room.room}".encode())
        lines = tuple(
            ResultLine(one.ticket, Outcome.ABSENT if one.presence is Presence.ABSENT else Outcome.SUBMITTED)
            for one in room.sittings.values()
        )
        site.do(TakeRoomResult(MORNING_SESSION, room.room, result, LockSerial("JK"), lines))
    if rooms:
        end(site, *rooms)


def end(site: Screen, *rooms: RoomId) -> None:
    now, by = site.clock.moment().at, PersonId("A01")
    site.do(ConfirmViolations(MORNING_SESSION, rooms, now, by))
    site.do(EndRooms(MORNING_SESSION, rooms, now, by))


def checked(site: Screen) -> None:
    """All rooms have ended and two persons have checked the answers."""
    ended(site, *ROOMS)
    site.do(CheckAnswers(MORNING_SESSION))

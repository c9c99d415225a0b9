"""What stands on the record of a room (考场情况记录单) of incidents, faults and violations: one rule for all."""

from __future__ import annotations

from app.core.incident_state import Fault, Incident
from app.core.room_state import RoomSession
from app.core.violation_state import Violation


def stands_on(thing: Incident | Fault | Violation, room: RoomSession) -> bool:
    """Whether a room's record tells of it; who moved brings along what was in the room before.

    What befell a room in a session always does, what befell more of the site while the room was at it.
    """
    here = thing.room is not None and thing.room in (room.room, room.moved_from)
    if isinstance(thing, Violation) or (here and thing.session == room.session):
        return here and thing.session == room.session
    if not (here or thing.room is None) or thing.session not in (room.session, None):
        return False
    if room.ended_at and room.ended_at < thing.happened_at:
        return False
    over = room.started_at is None or (thing.closed_at is not None and thing.closed_at < room.started_at)
    return thing.session is not None or not over

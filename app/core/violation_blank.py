"""The number of a blank violation sheet (空白记录单编号), and for which room it was given out (VIO-03)."""

from __future__ import annotations

from app.core.room_state import RoomSession
from app.core.site import Site
from app.core.terms import RoomId, SessionId


def sheet_number(session: SessionId, room: RoomId, count: int) -> str:
    """What stands on a blank, as in "1-1-001-02"."""
    return f"{session}-{room}-{count:02d}"


def blank_of(site: Site, sheet: str) -> RoomSession | None:
    """The room that was given the blank of this number; None where no blank bears it."""
    rooms = (room for state in site.sessions.values() for room in state.rooms.values())
    blanks = ((room, count + 1) for room in rooms for count in range(room.violation_sheets))
    return next((one for one, count in blanks if sheet == sheet_number(one.session, one.room, count)), None)

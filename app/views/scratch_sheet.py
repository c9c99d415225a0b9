"""What stands on the count of scratch paper (草稿纸清点表) of one session (CLK-16)."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.core.room_state import RoomSession
from app.core.site import Site
from app.core.terms import SessionId
from app.views.session_head import SessionHead, session_head
from app.views.site_sheet import SiteSheet


class ScratchRoom(msgspec.Struct, frozen=True):
    """One room; `at` is None where nobody counted, `note` says why fewer came back, "" where none is missing."""

    room: str
    room_name: str
    handed_out: int
    returned: int
    note: str
    at: datetime | None


class ScratchSheet(SiteSheet, frozen=True):
    """Every room that began."""

    head: SessionHead
    rooms: tuple[ScratchRoom, ...]

    @property
    def last_at(self) -> datetime | None:
        return max((one.at for one in self.rooms if one.at), default=None)


def scratch_sheet(site: Site, session: SessionId) -> ScratchSheet | None:
    """None where scratch paper is not counted, or no room has begun."""
    state = site.sessions.get(session)
    counts = site.package is not None and site.package.rulebook.scratch_paper.value
    if state is None or not counts:
        return None
    rooms = tuple(_room(site, room) for _, room in sorted(state.rooms.items()) if _counts(room))
    return ScratchSheet(session_head(site, session), rooms) if rooms else None


def _counts(room: RoomSession) -> bool:
    """Who moved took the paper along, unless it was counted before."""
    began = room.in_use and room.started_at is not None
    return began and (room.moved_to is None or room.scratch is not None)


def _room(site: Site, room: RoomSession) -> ScratchRoom:
    name, one = site.plans[room.room].name, room.scratch
    if one is None:
        return ScratchRoom(room.room, name, 0, 0, "", None)
    return ScratchRoom(room.room, name, one.handed_out, one.returned, one.note or "", one.at)

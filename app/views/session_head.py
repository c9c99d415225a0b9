"""What stands at the head of a sheet of one session, or of one room in it."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import asdict

from app.core.site import Site
from app.core.terms import RoomId, SessionId
from app.views.site_sheet import SheetHead, sheet_head


class SessionHead(SheetHead, frozen=True):
    """Of which session a sheet is."""

    session: str
    subject: str
    planned_start: datetime
    planned_end: datetime


class PlaceHead(SessionHead, frozen=True):
    """Of which room in it."""

    room: str
    room_name: str
    building: str
    floor: int


def session_head(site: Site, session: SessionId) -> SessionHead:
    """Once a package is in force."""
    plan = site.sessions[session].plan
    return SessionHead(
        **asdict(sheet_head(site)),
        session=session,
        subject=plan.subject,
        planned_start=plan.starts_at,
        planned_end=plan.ends_at,
    )


def place_head(site: Site, session: SessionId, room: RoomId) -> PlaceHead:
    """Once a package is in force."""
    plan = site.plans[room]
    return PlaceHead(
        **asdict(session_head(site, session)),
        room=room,
        room_name=plan.name,
        building=plan.building,
        floor=plan.floor,
    )

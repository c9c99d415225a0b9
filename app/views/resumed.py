"""What is to be typed in from paper on the machine that took up the day: of which rooms, and what they may tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.room_state import RoomSession
from app.core.safe_state import Resumed
from app.core.site import Site
from app.core.terms import RoomId, SessionId
from app.core.timekeeping import ends
from app.views.candidates import overbooked


class PaperStep(StrEnum):
    """What a room does on its own, and writes down, in the order of a session."""

    ENTRY = "entry"
    START = "start"
    ATTENDANCE = "attendance"
    SEATS = "seats"
    """Logins, resets, who left."""
    TRANSFERS = "transfers"
    FAULTS = "faults"
    CONDUCT = "conduct"
    TIME = "time"
    STANDALONE = "standalone"
    END = "end"


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The last resumption. `before`: how the machine before is called; `marked`: the newest entry its lock knew of."""

    how: Resumed
    before: str
    marked: int


@dataclass(frozen=True, slots=True)
class PaperRoom:
    """A room whose paper waits; `started_at` and `ends_at` as the mirror knew them; before a start the plan's."""

    session: SessionId
    room: RoomId
    started_at: datetime | None
    ends_at: datetime
    ended_at: datetime | None
    steps: tuple[PaperStep, ...]


def taken_up(site: Site) -> TakenUp | None:
    """None where the day was never taken up elsewhere."""
    if not site.safe.resumed:
        return None
    how = site.safe.resumed[-1]
    return TakenUp(how, chr(ord(how.machine) - 1), how.entries + how.lost)


def paper_rooms(site: Site) -> tuple[PaperRoom, ...]:
    """In order of time and number."""
    due = ((site.sessions[session], number) for session, number in site.safe.paper_due)
    ordered = sorted(due, key=lambda one: (one[0].plan.starts_at, one[0].plan.id, one[1]))
    return tuple(_paper_room(site, state.rooms[number]) for state, number in ordered)


def _paper_room(site: Site, room: RoomSession) -> PaperRoom:
    plan, runs_from = site.sessions[room.session].plan, room.runs_from
    return PaperRoom(
        room.session,
        room.room,
        room.started_at,
        ends(runs_from, plan) if runs_from else plan.ends_at,
        room.ended_at,
        _may_have_happened(site, room),
    )


def _may_have_happened(site: Site, room: RoomSession) -> tuple[PaperStep, ...]:
    """What the journal has not yet; what can happen more than once stays."""
    done = set[PaperStep]()
    if room.started_at:
        done.add(PaperStep.START)
    if room.attendance_confirmed_at:
        done |= {PaperStep.ENTRY, PaperStep.ATTENDANCE}
    if not (overbooked(site) or site.sessions[room.session].transfers):
        done.add(PaperStep.TRANSFERS)
    if room.ended_at:
        done.add(PaperStep.END)
    return tuple(step for step in PaperStep if step not in done)

"""How many minutes in all a candidate may have: what codes and decisions allow (TIM-13..15)."""

from __future__ import annotations

from app.core.room_state import Sitting
from app.core.rulebook import Tier
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import RoomId
from app.core.time_state import Application, Measure
from app.crypto.codes import Purpose


def ceiling(site: Site, state: SessionState, sitting: Sitting, room: RoomId, tier: Tier) -> int:
    """The highest sum allowed to this candidate, who lost time in `room`, by authorities that may allow `tier`.

    A room's code holds for everyone who sat there when time was lost, also after they went elsewhere.
    """
    rooms = {room, *sitting.lost_in}
    found = [0]
    for asked in site.applications.values():
        if asked.measure is Measure.EXTRA_TIME and asked.session == state.plan.id:
            found += _codes(asked, sitting, rooms) if tier is Tier.PROVINCE else _decisions(asked, sitting, rooms, tier)
    return max(found)


def _codes(asked: Application, sitting: Sitting, rooms: set[RoomId]) -> list[int]:
    own = {(Purpose.EXTRA_TIME, str(sitting.ticket)), *((Purpose.EXTRA_TIME_ROOM, str(room)) for room in rooms)}
    return [code.minutes for code in asked.codes if (code.purpose, code.subject) in own]


def _decisions(asked: Application, sitting: Sitting, rooms: set[RoomId], tier: Tier) -> list[int]:
    """Who decides under the rulebook decides on the sum that was asked for (TIM-17)."""
    concerned = sitting.ticket in asked.tickets if asked.tickets else bool(rooms.intersection(asked.rooms))
    enough = {tier, Tier.HEAD}
    return [asked.minutes] if concerned and any(one.authority in enough for one in asked.consents) else []

"""Whom a fact may have changed, so that lists look only at them again."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.operation import Fact
from app.core.session_state import SessionState
from app.core.terms import RoomId, Ticket

_ROOMS = ("room", "to")
"""Where a fact names a room: the one it happened in, and the one in which everyone goes on."""


def touched(facts: Sequence[Fact], state: SessionState) -> set[Ticket]:
    """In this session; with no facts, everyone."""
    if not facts:
        return {ticket for room in state.rooms.values() for ticket in room.sittings}
    found: set[Ticket] = set()
    for fact in facts:
        if getattr(fact, "session", None) != state.plan.id:
            continue
        if isinstance(ticket := getattr(fact, "ticket", None), str):
            found.add(Ticket(ticket))
            continue
        for name in _ROOMS:
            if here := state.rooms.get(RoomId(getattr(fact, name, ""))):
                found.update(here.sittings)
    return found

"""Where a standalone exam goes on (单机考试的机器和机位): any machine of the site that nobody else has (SAL-04)."""

from __future__ import annotations

import re
from typing import ClassVar

from app.core.operation import Refusal
from app.core.places import faulty, listed, taken
from app.core.room_state import Sitting
from app.core.seating import NoSuchSeat, SeatOutOfOrder, SeatTaken
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import ClauseId, RoomId, Ticket, personal

_MACHINE = re.compile(r"[A-Za-z0-9-]{1,32}")


def machine_name(text: str) -> bool:
    """Whether a machine may be called so: letters, digits and hyphens, and no number of a person."""
    return bool(_MACHINE.fullmatch(text)) and not personal(text)


def no_place(
    site: Site, state: SessionState, sitting: Sitting, machine: str, key: str, host: RoomId, place: str
) -> Refusal | None:
    """Why nobody goes on at that machine; `place` is "" where it stands at no seat of that room.

    `key` is the station's own, "" for another system's: a machine says itself how it is called.
    """
    ticket = sitting.ticket
    if not machine_name(machine):
        return StationNameUnfit(ticket)
    others = [(whose, one.live) for whose, one in state.standalone.items() if whose != ticket and one.live]
    same = (whose for whose, out in others if out.machine == machine or (key and out.key == key))
    if whose := next(same, None):
        return MachineInUse(machine, whose)
    if host not in site.plans or (place and place not in listed(site.plans[host])):
        return NoSuchSeat(host, place)
    if not place:
        return None
    if place in faulty(site, host):
        return SeatOutOfOrder(host, place)
    # A room that is not in use lends no seats: there only the packages say it.
    lent = any((out.host, out.place) == (host, place) for _, out in others)
    room = state.rooms.get(host)
    own = {room.stations.get(ticket) if room else None, sitting.seat if host == sitting.room else None}
    return SeatTaken(host, place) if lent or (room and place in taken(room) and place not in own) else None


class MachineInUse(Refusal, frozen=True):
    """At this machine somebody else goes on."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-04")
    machine: str
    ticket: Ticket


class StationNameUnfit(Refusal, frozen=True):
    """A machine goes by letters, digits and hyphens, and never by the number of a person."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-04")
    ticket: Ticket

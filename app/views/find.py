"""Finding a candidate in a few keystrokes: ticket, last three digits, ID number or its last four, name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.core.directory import Directory
from app.core.room_state import Sitting
from app.core.site import Site
from app.core.terms import SessionId, Ticket


@dataclass(frozen=True, slots=True)
class Found:
    """One candidate who fits; `name` is None after erasure."""

    sitting: Sitting
    name: str | None


class Marks(NamedTuple):
    """What one candidate is found by, made plain beforehand; all but the ticket is "" after erasure."""

    ticket: Ticket
    id_number: str
    name: str


def find(site: Site, people: Directory, session: SessionId, text: str) -> tuple[Found, ...]:
    """Everyone of this session who fits, whole ticket or ID number first; three digits may fit several (OVB-12)."""
    wanted = plain(text)
    state = site.sessions.get(session)
    if not wanted or state is None:
        return ()
    here = {ticket: sitting for room in state.rooms.values() for ticket, sitting in room.sittings.items()}
    tickets = sorted(here)
    fitting = sorted(ranked(wanted, ((number, marks(ticket, people)) for number, ticket in enumerate(tickets))))
    return tuple(Found(here[tickets[number]], people.name(tickets[number])) for _, number in fitting)


def plain(text: str) -> str:
    """What is typed and what is looked up must meet, rare characters too."""
    return unicodedata.normalize("NFKC", text).strip().upper()


def marks(ticket: Ticket, people: Directory) -> Marks:
    person = people.candidates.get(ticket)
    return Marks(ticket, person.id_number.upper(), plain(person.name)) if person else Marks(ticket, "", "")


def ranked(wanted: str, numbered: Iterable[tuple[int, Marks]]) -> Iterator[tuple[int, int]]:
    """How well each fits who does, 0 being best, with its number. `wanted` is plain and not "".

    One loop without calls: ten thousand are looked through between two frames of the screen.
    """
    length = len(wanted)
    for number, (ticket, id_number, name) in numbered:
        if wanted in (ticket, id_number):
            yield 0, number
        elif length == 3 and ticket.endswith(wanted):
            yield 1, number
        elif length == 4 and id_number.endswith(wanted):
            yield 2, number
        elif wanted in name:
            yield 3, number

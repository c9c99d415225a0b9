"""Finding a candidate in a few keystrokes: ticket, last three digits, ID number or its last four, name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from app.core.directory import Directory
from app.core.site import Site, Sitting
from app.core.terms import SessionId, Ticket


@dataclass(frozen=True, slots=True)
class Found:
    """One candidate who fits; `name` is None after erasure."""

    sitting: Sitting
    name: str | None


def find(site: Site, people: Directory, session: SessionId, text: str) -> tuple[Found, ...]:
    """Everyone of this session who fits, whole ticket or ID number first; three digits may fit several (OVB-12)."""
    wanted = _plain(text)
    state = site.sessions.get(session)
    if not wanted or state is None:
        return ()
    fitting: list[tuple[int, str, Found]] = []
    for room in state.rooms.values():
        for ticket, sitting in room.sittings.items():
            rank = _rank(wanted, ticket, people)
            if rank is not None:
                fitting.append((rank, ticket, Found(sitting, people.name(ticket))))
    return tuple(found for _, _, found in sorted(fitting, key=lambda one: one[:2]))


def _plain(text: str) -> str:
    """What is typed and what is looked up must meet, rare characters too."""
    return unicodedata.normalize("NFKC", text).strip().upper()


def _rank(wanted: str, ticket: Ticket, people: Directory) -> int | None:
    person = people.candidates.get(ticket)
    if wanted == ticket or (person and wanted == person.id_number.upper()):
        return 0
    if len(wanted) == 3 and ticket.endswith(wanted):
        return 1
    if person is None:
        return None
    if len(wanted) == 4 and person.id_number.upper().endswith(wanted):
        return 2
    return 3 if wanted in _plain(person.name) else None

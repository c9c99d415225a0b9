"""Candidates of one room as people name them: by ticket, or by the last three digits; and with the seat of each."""

from __future__ import annotations

import re

from app.core.places import seats_of
from app.core.plan import Room
from app.core.room_state import RoomSession, Sitting
from app.core.seating import TicketSeat
from app.core.terms import Ticket
from app.views.find import plain

_BETWEEN = re.compile(r"[\s,;:=\u3001]+")
"""After `plain` only one Chinese sign is left among them."""


def meant(room: RoomSession, word: str) -> list[Sitting]:
    """Whom one word means: by ticket, or by the last three digits, whose leading zeros nobody says.

    Several where somebody transferred in has the same last three digits (OVB-12).
    """
    if word in room.sittings:
        return [room.sittings[Ticket(word)]]
    if not word.isdecimal() or len(word) > 3:
        return []
    return [sitting for ticket, sitting in sorted(room.sittings.items()) if ticket[-3:] == word.zfill(3)]


def tickets_of(text: str, room: RoomSession) -> tuple[tuple[Ticket, ...], tuple[str, ...]]:
    """Whom a typed list names, and the words that do not name exactly one of this room."""
    named, strange = dict[Ticket, None](), []
    for word in _words(text):
        found = meant(room, word)
        if len(found) == 1:
            named[found[0].ticket] = None
        else:
            strange.append(word)
    return tuple(named), tuple(strange)


def pairs_of(text: str, room: RoomSession, plan: Room) -> tuple[tuple[TicketSeat, ...], tuple[str, ...]]:
    """Candidate and seat by turns, "001 037", and the words that fit neither; a candidate without a seat is one."""
    words, pairs, strange = _words(text), [], []
    for who, where in zip(words[::2], [*words[1::2], ""], strict=False):
        found, seats = meant(room, who), seats_of(where, plan) if where else None
        if len(found) == 1 and seats is not None and len(seats) == 1:
            pairs.append(TicketSeat(found[0].ticket, seats[0]))
        else:
            strange.append(f"{who} {where}".strip())
    return tuple(pairs), tuple(strange)


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(plain(text)) if word]

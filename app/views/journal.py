"""The journal as people read it: lines, and finding those that matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from app.core.operation import Fact
from app.core.signing import PaperSigned
from app.core.site import Site
from app.core.terms import PersonId, Role, RoomId, SessionId
from app.core.violation import ViolationRecorded
from app.views.entry_group import GROUPS, EntryGroup
from app.views.fact_place import place


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: its number, when it was made, the first 16 hex digits of its head, and who signed it.

    `kind` is the name that stands in the journal, as in "room_started/1".
    """

    n: int
    at: datetime
    head: str
    kind: str
    signers: tuple[tuple[PersonId, Role], ...]
    fact: Fact


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines: None and "" ask for nothing in particular."""

    session: SessionId | None = None
    room: RoomId | None = None
    group: EntryGroup | None = None
    text: str = ""


def chosen(lines: Iterable[Line], wanted: Wanted, site: Site, say: Callable[[Fact], str]) -> tuple[Line, ...]:
    """The lines that fit, in the order given; `say` words a fact, so that what is read is what is found.

    A text fits a number, a head, a person's code or words of the sentence, whatever the case or width of its signs.
    """
    text = _plain(wanted.text)
    return tuple(line for line in lines if _fits(line, wanted, site) and (not text or _has(line, text, say)))


def _fits(line: Line, wanted: Wanted, site: Site) -> bool:
    if wanted.group and GROUPS[type(line.fact)] is not wanted.group:
        return False
    if wanted.session is None and wanted.room is None:
        return True
    session, rooms = place(line.fact, site)
    return (wanted.session is None or wanted.session == session) and (wanted.room is None or wanted.room in rooms)


_HAPPENED = (
    "given_at",
    "issued_at",
    "at",
    "happened_at",
    "came_at",
    "taken_at",
    "opened_at",
    "closed_at",
    "restored_at",
    "since",
)


def happened_at(fact: Fact) -> datetime | None:
    """When it happened, where the fact knows a time of its own besides that of its entry."""
    match fact:
        case ViolationRecorded():
            return fact.account.happened_at
        case PaperSigned():
            return max(one.at for one in fact.by)
    return next((getattr(fact, name) for name in _HAPPENED if hasattr(fact, name)), None)


def _has(line: Line, text: str, say: Callable[[Fact], str]) -> bool:
    people = (part for signer in line.signers for part in signer)
    return text == str(line.n) or any(text in _plain(part) for part in (line.head, *people, say(line.fact)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()

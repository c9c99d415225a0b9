"""记录与打印: how far the record of each room is on its way to paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.paper_state import RecordCopy, SheetCopy
from app.core.records import ROOM_RECORD
from app.core.site import Site
from app.core.terms import Digest, RoomId, SessionId


class PaperState(StrEnum):
    """DRAFT: the room has not ended. SENT: nobody has said yet whether the paper came out; NOT_OUT: it did not.

    SUPERSEDED: what the record says changed since its last copy, which no longer holds (REC-01).
    """

    DRAFT = "draft"
    TO_PRINT = "to_print"
    SENT = "sent"
    NOT_OUT = "not_out"
    PRINTED = "printed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Paper:
    """The record of one room: `content` is the digest of what it says now, `copies` go from the oldest on."""

    room: RoomId
    state: PaperState
    content: Digest
    copies: tuple[RecordCopy, ...]


def paper(site: Site, session: SessionId, room: RoomId, content: Digest) -> Paper:
    """`content` is the digest of what the record says now."""
    copies = site.copies(ROOM_RECORD, session, room)
    return Paper(room, _state(site, session, room, copies, content), content, copies)


def _state(site: Site, session: SessionId, room: RoomId, copies: tuple[RecordCopy, ...], content: Digest) -> PaperState:
    here = site.room(session, room)
    if here is None or here.ended_at is None:
        return PaperState.DRAFT
    return state_of(copies, content)


def state_of(copies: Sequence[RecordCopy | SheetCopy], content: Digest) -> PaperState:
    """How far a sheet is that may be printed and kept."""
    if not copies:
        return PaperState.TO_PRINT
    last = copies[-1]
    if last.content != content:
        return PaperState.SUPERSEDED
    if last.came_out is None:
        return PaperState.SENT
    return PaperState.PRINTED if last.came_out else PaperState.NOT_OUT

"""What a rehearsal says at its end."""

from __future__ import annotations

import msgspec

from app.core.ledger import session_count
from app.core.session_state import SessionState
from app.core.settlement import BY_ROOM
from app.core.terms import SessionId


class SessionFigures(msgspec.Struct, frozen=True):
    """One session at the end of the day."""

    id: SessionId
    arranged: int
    present: int
    absent: int
    transferred: int
    """Taken in by another room than the one arranged, whatever led there."""
    settled: int
    """Transferred out, taken in by no room, and settled by the room that sent them."""
    collected: int
    late: int
    """Rooms that started late, with somebody's consent."""
    extra: int
    """Rooms that were given minutes as a whole."""
    standalone: int
    """Who went on with a standalone package."""
    written_off: int


class JournalEnd(msgspec.Struct, frozen=True):
    """Where the journal stands; `head` in hex."""

    entries: int
    head: str


class Summary(msgspec.Struct, frozen=True):
    """summary.json."""

    sessions: tuple[SessionFigures, ...]
    journal: JournalEnd
    seconds: dict[str, float]


def figures(session: SessionState) -> SessionFigures:
    here = session_count(session)
    settled = sum(one.settled in BY_ROOM for one in session.transfers)
    extra = sum(bool(room.extra_minutes) for room in session.rooms.values())
    return SessionFigures(
        session.plan.id,
        here.arranged,
        here.present,
        here.absent,
        here.transferred_in,
        settled,
        here.collected,
        len(session.late_starts),
        extra,
        sum(bool(one.packages) for one in session.standalone.values()),
        here.written_off,
    )

"""What can be printed, in one shape; and the room records of a session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.core.extra_time import ExtraTimeGiven
from app.core.operation import Fact, Refusal, Signer
from app.core.records import ROOM_RECORD, ReprintReason
from app.core.terms import Digest, RoomId, SessionId
from app.service import records
from app.service.records import Copy
from app.views.papers import PaperState
from ui.shell import PageName, Place, Shell

Key = tuple[str, str]
"""Session and room, or form and subject."""


NOTES: Mapping[PaperState, str] = {
    PaperState.TO_PRINT: "records-note-to-print",
    PaperState.SENT: "records-note-sent",
    PaperState.NOT_OUT: "records-note-not-out",
    PaperState.PRINTED: "records-note-printed",
    PaperState.SUPERSEDED: "records-note-superseded",
}
"""What a sheet that is signed needs next; a draft has its own words."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `content` is the digest of what it says now, `copies` go from the oldest on."""

    key: Key
    title: str
    state: PaperState
    content: Digest
    copies: tuple[Copy, ...]

    @property
    def last(self) -> Copy | None:
        return self.copies[-1] if self.copies else None


class Sheets(Protocol):
    """All sheets of one kind; `held` is as it was when last looked, in the order of the list."""

    held: dict[Key, Sheet]
    table: str
    column: str
    nothing: str
    """Said where there is no sheet."""

    def look(self, facts: Sequence[Fact]) -> bool:
        """Whether anything may be other than before; without facts everything is looked at. May raise Trouble."""
        ...

    def note(self, sheet: Sheet) -> str | None:
        """The id of what to do next; None for a draft."""
        ...

    def draft(self, sheet: Sheet) -> str:
        """Why there is only a draft, and what to do."""
        ...

    def finish(self, sheet: Sheet) -> str:
        """What leads to where a draft becomes a sheet."""
        ...

    def place(self, sheet: Sheet) -> Place:
        """Where `finish` leads."""
        ...

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes: ...

    def preview(self, sheet: Sheet) -> bytes | None: ...

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        """Those that are kept by now."""
        ...


class RoomSheets:
    """考场情况记录单: one for each room of the session that is shown."""

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        self._shell = shell
        self._session: SessionId | None = None
        self.held: dict[Key, Sheet] = {}
        self.table, self.column = say("records-table"), say("records-column-room")
        self.nothing = say("records-nothing")

    def look(self, facts: Sequence[Fact]) -> bool:
        bridge = self._shell.bridge
        session = bridge.session
        rooms = touched(facts, session) if session == self._session else None
        if rooms is None:
            self.held = {}
        self._session = session
        if session is None:
            return rooms is None
        among = [one for one in bridge.site.sessions[session].rooms if rooms is None or one in rooms]
        for room in sorted(among):
            self.held[session, room] = self._sheet(session, room)
        return bool(among) or rooms is None

    def _sheet(self, session: SessionId, room: RoomId) -> Sheet:
        paper = records.room_paper(self._shell.bridge.console, session, room)
        title = self._shell.say("room-name", room=room)
        return Sheet((session, room), title, paper.state, paper.content, paper.copies)

    def note(self, sheet: Sheet) -> str | None:
        return NOTES.get(sheet.state)

    def draft(self, sheet: Sheet) -> str:
        return self._shell.say("records-note-draft", sheet=sheet.title)

    def finish(self, sheet: Sheet) -> str:
        return self._shell.say("records-close")

    def place(self, sheet: Sheet) -> Place:
        return Place(PageName.CLOSING, *room_of(sheet))

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_record
        return records.print_room_record(console, *room_of(sheet), draw, *signers, reason=reason)

    def preview(self, sheet: Sheet) -> bytes | None:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_record
        return records.preview_room_record(console, *room_of(sheet), draw)

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        return self._shell.bridge.site.copies(ROOM_RECORD, *room_of(sheet))


def room_of(sheet: Sheet) -> tuple[SessionId, RoomId]:
    """Of a sheet of a room."""
    session, room = sheet.key
    return SessionId(session), RoomId(room)


def touched(facts: Sequence[Fact], session: SessionId | None) -> frozenset[str] | None:
    """The rooms of this session whose papers the facts may have changed; None where it may be any."""
    rooms = set()
    for fact in facts:
        if isinstance(fact, ExtraTimeGiven):
            # Whoever lost time there may sit in another room by now.
            return None
        if getattr(fact, "session", None) not in {None, session}:
            continue
        if not (room := getattr(fact, "room", None)):
            return None
        rooms |= {room, getattr(fact, "origin", room), getattr(fact, "into", room), getattr(fact, "to", room)} - {None}
    return frozenset(rooms) if facts else None

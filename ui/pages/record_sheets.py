"""What can be printed, in one shape: the room records of a session, and the sheets of the whole site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.core.extra_time import ExtraTimeGiven
from app.core.lock_state import SupervisedKind
from app.core.operation import Fact, Refusal, Signer
from app.core.records import ROOM_RECORD, ReprintReason
from app.core.site_form import STEP_FORMS, SiteForm
from app.core.terms import Digest, RoomId, SessionId
from app.service import records, site_sheets
from app.service.records import Copy
from app.views.custody_sheet import CustodySheet
from app.views.papers import PaperState
from app.views.seal_sheet import SealSheet
from app.views.site_papers import ON_SHEETS, SheetPaper
from app.views.site_sheet import SiteSheet
from app.views.supervision_sheet import SupervisionSheet
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
    finish: str
    """What leads to where a draft becomes a sheet."""

    @property
    def notes(self) -> Mapping[PaperState, str]:
        """The id of what to do next, by how far a sheet is."""
        ...

    def look(self, facts: Sequence[Fact]) -> bool:
        """Whether anything may be other than before; without facts everything is looked at. May raise Trouble."""
        ...

    def draft(self, sheet: Sheet) -> str:
        """Why there is only a draft, and what to do."""
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

    notes = NOTES

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        self._shell = shell
        self._session: SessionId | None = None
        self.held: dict[Key, Sheet] = {}
        self.table, self.column = say("records-table"), say("records-column-room")
        self.nothing, self.finish = say("records-nothing"), say("records-close")

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

    def draft(self, sheet: Sheet) -> str:
        return self._shell.say("records-note-draft", sheet=sheet.title)

    def place(self, sheet: Sheet) -> Place:
        return Place(PageName.CLOSING, *_room(sheet))

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_record
        return records.print_room_record(console, *_room(sheet), draw, *signers, reason=reason)

    def preview(self, sheet: Sheet) -> bytes | None:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_record
        return records.preview_room_record(console, *_room(sheet), draw)

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        return self._shell.bridge.site.copies(ROOM_RECORD, *_room(sheet))


def _room(sheet: Sheet) -> tuple[SessionId, RoomId]:
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


class SiteSheets:
    """监督操作记录、封存启封记录、领用移交归还单: one for each supervision, each sealing, and each day locks moved."""

    notes = NOTES

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        self._shell = shell
        self.held: dict[Key, Sheet] = {}
        self.table, self.column = say("records-site"), say("records-column-sheet")
        self.nothing, self.finish = say("records-no-sheets"), say("records-end-supervision")

    def look(self, facts: Sequence[Fact]) -> bool:
        if facts and not any(isinstance(fact, ON_SHEETS) for fact in facts):
            return False
        found = map(self._sheet, site_sheets.papers(self._shell.bridge.console, STEP_FORMS))
        self.held = {sheet.key: sheet for sheet in found}
        return True

    def _sheet(self, paper: SheetPaper) -> Sheet:
        return Sheet((paper.form, paper.subject), self._title(paper.sheet), paper.state, paper.content, paper.copies)

    def _title(self, sheet: SiteSheet) -> str:
        say = self._shell.say
        match sheet:
            case CustodySheet(day=day):
                return say("records-of-custody", day=day)
            case SealSheet(count=count, number=number) if number:
                return say("records-of-seal", count=count, number=number)
            case SealSheet(count=count):
                return say("records-of-no-seal", count=count)
            case SupervisionSheet(number=number, kind=kind, opened_at=opened_at):
                said = self._shell.word(SupervisedKind(kind))
                return say("records-of-supervision", number=number, kind=said, at=_short(opened_at))
            case _:
                raise ValueError(sheet)

    def draft(self, sheet: Sheet) -> str:
        return self._shell.say("records-note-going-on")

    def place(self, sheet: Sheet) -> Place:
        return Place(PageName.AUTHORITY)

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.print_sheet(console, *_form(sheet), draw, *signers, reason=reason)

    def preview(self, sheet: Sheet) -> bytes | None:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.preview_sheet(console, *_form(sheet), draw)

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        return self._shell.bridge.site.sheet_copies(*_form(sheet))


def _form(sheet: Sheet) -> tuple[SiteForm, str]:
    form, subject = sheet.key
    return SiteForm(form), subject


def _short(at: datetime) -> str:
    """In a column; the sheet says the year."""
    return at.strftime("%m-%d %H:%M")

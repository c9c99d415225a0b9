"""What every page and widget is given: the bridge, the words, the look, and the way to other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum

from app.core.records import RoomForm
from app.core.site_form import SiteForm
from app.core.terms import ClauseId, RoomId, SessionId, Ticket
from app.text import Text, capital
from app.views.step import StepKind
from app.word_ids import word_id
from ui.bridge import Bridge
from ui.look import Look
from ui.opening import Opening


class PageName(StrEnum):
    """The pages, in the order of the navigation."""

    OVERVIEW = "overview"
    ROOM = "room"
    CANDIDATES = "candidates"
    REPORTS = "reports"
    TRANSFERS = "transfers"
    FAULTS = "faults"
    CONDUCT = "conduct"
    DELAYS = "delays"
    STANDALONE = "standalone"
    READINESS = "readiness"
    HARDWARE = "hardware"
    ARRANGEMENT = "arrangement"
    AUTHORITY = "authority"
    DUTY = "duty"
    CLOSING = "closing"
    RECORDS = "records"
    SAFEKEEPING = "safekeeping"
    EXCEPTIONS = "exceptions"
    JOURNAL = "journal"
    PEOPLE = "people"
    CLOCK = "clock"
    RULEBOOK = "rulebook"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: a page, and on it a session, a room, a candidate, a clause, a form, or a step to be done.

    `paper` says which sheet of the form, where its subject is neither session nor room; `number` is that of a violation
    or an incident.
    """

    page: PageName
    session: SessionId | None = None
    room: RoomId | None = None
    ticket: Ticket | None = None
    clause: ClauseId | None = None
    step: StepKind | None = None
    form: SiteForm | RoomForm | None = None
    paper: str = ""
    number: str = ""


class KeepingPart(StrEnum):
    """The parts of 备份、上传与移交, as `paper` names them there."""

    BACKUP = "backup"
    ROOMS = "rooms"
    MEDIA = "media"
    MIRROR = "mirror"
    PAPER = "paper"
    """Only where the day was taken up from a mirror."""
    HANDOVER = "handover"
    CLEANING = "cleaning"


MIRROR = Place(PageName.SAFEKEEPING, paper=KeepingPart.MIRROR)
"""Where the mirror is begun, and looked after."""


@dataclass(frozen=True, slots=True)
class Shell:
    """Made anew with every change of language or look, together with all that is on screen."""

    opening: Opening
    bridge: Bridge
    text: Text
    look: Look
    go: Callable[[Place], None]

    def say(self, name: str, /, **facts: object) -> str:
        return self.text.say(name, **facts)

    def word(self, value: Enum) -> str:
        """The word for an enum value, as it stands alone."""
        return capital(self.text.say(word_id(value)))

    def session(self, session: SessionId) -> str:
        """How people call a session, standing alone."""
        return capital(self.text.session(session))


def clock(at: datetime | None) -> str:
    """09:00:05; "" for no time."""
    return at.strftime("%H:%M:%S") if at else ""


def hour(at: datetime | None) -> str:
    """09:00, where seconds would only be noise."""
    return at.strftime("%H:%M") if at else ""

"""When things actually happened here: the times that the state does not keep, because no rule asks for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter

from app.core.arrangement import PackageTakenIn
from app.core.attendance import AttendanceConfirmed
from app.core.authorization import StartAuthorized
from app.core.closing import AnswersChecked, RoomEnded
from app.core.correction import AttendanceCorrected
from app.core.entry import CheckedIn, LateRefused
from app.core.fault import FaultReported, FaultRestored
from app.core.incident import IncidentOpened
from app.core.operation import Fact
from app.core.records import ROOM_RECORD, RecordKept
from app.core.room_report import RoomReported
from app.core.room_result import RoomResultKept
from app.core.safekeeping import BackupVerified
from app.core.start import RoomsReleased, RoomStarted, SecondStartReported
from app.core.terms import FaultNo, RoomId, SessionId
from app.core.upload import UploadConfirmed

_AT = attrgetter("session", "room", "at")
_HAPPENED = attrgetter("session", "room", "happened_at")
REPORTED: dict[type[Fact], Callable[[Fact], tuple[SessionId | None, RoomId | None, datetime]]] = {
    RoomStarted: _AT,
    SecondStartReported: _AT,
    CheckedIn: _AT,
    LateRefused: attrgetter("session", "room", "came_at"),
    AttendanceConfirmed: _AT,
    AttendanceCorrected: _AT,
    IncidentOpened: _HAPPENED,
    FaultReported: _HAPPENED,
    RoomReported: _AT,
    RoomEnded: _AT,
}
"""What a room tells us, with the place and the time there."""

ENTERED: frozenset[type[Fact]] = frozenset(
    {
        PackageTakenIn,
        StartAuthorized,
        RoomsReleased,
        FaultReported,
        FaultRestored,
        RoomResultKept,
        AnswersChecked,
        RecordKept,
        BackupVerified,
        UploadConfirmed,
    }
)
"""What `entered` looks at; every other fact passes it by, so a replay need not read the stamp for those."""


@dataclass(slots=True)
class SessionTimes:
    """Entry times of one session; None for what has not happened, or no longer counts."""

    start_authorized: datetime | None = None
    first_release: datetime | None = None
    last_release: datetime | None = None
    answers_checked: datetime | None = None
    backup_verified: datetime | None = None
    """The newest backup."""
    upload_confirmed: datetime | None = None
    """The newest receipt."""
    records_kept: datetime | None = None
    """The newest copy."""


NEVER = SessionTimes()


@dataclass(slots=True)
class ActualTimes:
    """A fold over the journal: `note` every fact with the time of its entry, in order."""

    sessions: dict[SessionId, SessionTimes] = field(default_factory=dict)
    heard: dict[tuple[SessionId, RoomId], datetime] = field(default_factory=dict)
    """The latest time, in the room, of anything that a room reported; late typing never turns it back."""
    _backups: dict[str, SessionId] = field(default_factory=dict)
    _faults: dict[FaultNo, tuple[SessionId, RoomId]] = field(default_factory=dict)

    def of(self, session: SessionId) -> SessionTimes:
        """To be read only: a session of which nothing was noted has no times."""
        return self.sessions.get(session, NEVER)

    def note(self, at: datetime, fact: Fact) -> None:
        self.reported(fact)
        self.entered(at, fact)

    def reported(self, fact: Fact) -> None:
        """The part that needs no entry time."""
        if told := REPORTED.get(type(fact)):
            self._hear(*told(fact))

    def _hear(self, session: SessionId | None, room: RoomId | None, at: datetime) -> None:
        if session is None or room is None:
            return
        known = self.heard.get((session, room))
        if known is None or at > known:
            self.heard[session, room] = at

    def entered(self, at: datetime, fact: Fact) -> None:
        """The part that is timed by the entry. A new package starts everything afresh, as it does in the state."""
        match fact:
            case PackageTakenIn():
                self.sessions.clear()
                self.heard.clear()
            case FaultReported(session=str(session), room=str(room)):
                self._faults[fact.number] = (session, room)
            case FaultRestored(number=number) if number in self._faults:
                self._hear(*self._faults[number], fact.restored_at)
            case RoomResultKept():
                self._times(fact.session).answers_checked = None
                self._hear(fact.session, fact.room, at)
            case UploadConfirmed(backup=backup) if backup in self._backups:
                self._times(self._backups[backup]).upload_confirmed = at
            case _:
                self._enter(at, fact)

    def _enter(self, at: datetime, fact: Fact) -> None:
        match fact:
            case StartAuthorized():
                self._times(fact.session).start_authorized = at
            case RoomsReleased():
                times = self._times(fact.session)
                times.first_release, times.last_release = times.first_release or at, at
            case AnswersChecked():
                self._times(fact.session).answers_checked = at
            case BackupVerified():
                self._backups[fact.name] = fact.session
                self._times(fact.session).backup_verified = at
            case RecordKept(form=form) if form == ROOM_RECORD:
                self._times(fact.session).records_kept = at
            case _:
                pass

    def _times(self, session: SessionId) -> SessionTimes:
        return self.sessions.setdefault(session, SessionTimes())

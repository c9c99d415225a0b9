"""例外: what went otherwise than planned on a day, gathered from the journal; sixty late steps are one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import get_args

from app.core.day_close import DayClosed
from app.core.entry import CheckedIn
from app.core.incident import IncidentOpened
from app.core.incident_course import IncidentGraded
from app.core.locks import SiteLockOut
from app.core.mirror import MirrorOut
from app.core.operation import Fact
from app.core.pin import FREE_TRIES, PinChanged, RightPinGiven, WrongPinGiven
from app.core.site import Site
from app.core.terms import PersonId, RoomId
from app.core.timekeeping import entry_closes
from app.core.violation import ViolationCorrected, ViolationRecorded
from app.views.entry_group import GROUPS, EntryGroup
from app.views.exception_kinds import LATE_ENTRY, TOLD, ExceptionKind, kind_of
from app.views.fact_place import place
from app.views.journal import Line, happened_at
from app.views.late_gates import GATES, late_gate
from app.views.retention import grown

_TYPING = timedelta(minutes=1)
"""Somebody who came before the door closed may still be typed in so long after."""
_DAY = timedelta(days=1)
_GRAVER = ViolationRecorded | ViolationCorrected | IncidentOpened | IncidentGraded
"""After these the records of a room may have to be kept for longer (REC-06)."""
_COUNTED = (DayClosed, PinChanged, RightPinGiven, WrongPinGiven)
"""No exceptions, but they decide whether others are."""
_KEPT = frozenset({*_COUNTED, *GATES, *get_args(_GRAVER)})


@dataclass(frozen=True, slots=True)
class Exceptions:
    """All of one kind on one day, oldest first; `of` tells late steps apart by what they are about."""

    kind: ExceptionKind
    of: EntryGroup | None
    lines: tuple[Line, ...]
    rooms: tuple[RoomId, ...]

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.of or ''}"


class Gathering:
    """The exceptions among the entries taken so far, which come oldest first; nothing else is kept."""

    def __init__(self) -> None:
        self.n = 0
        """The last entry taken."""
        self._found: list[tuple[ExceptionKind, EntryGroup | None, Line]] = []
        self._typed_later: list[Line] = []
        self._gates: list[Line] = []
        self._graver: list[tuple[str, Line]] = []
        """By the number of what they tell of."""
        self._wrong: Counter[PersonId] = Counter()
        self._closed: set[date] = set()

    def take(self, lines: Iterable[Line]) -> bool:
        """Whether `of` may say something else from now on."""
        found, before = len(self._found), self.n
        for line in lines:
            self.n = line.n
            self._one(line)
        # A start or a longer open door changes what entries told later are.
        return len(self._found) > found or (self.n > before and bool(self._typed_later or self._gates or self._graver))

    def of(self, site: Site, day: date) -> tuple[Exceptions, ...]:
        """Of one exam day, kind by kind in their order.

        Besides those of the day itself the ones of its eve, and those of the days that follow up to the eve of the
        next exam day: nothing falls between two sheets.
        """
        days = exam_days(site)
        found: dict[tuple[ExceptionKind, EntryGroup | None], list[Line]] = {}
        for kind, of, line in (*self._found, *self._judged(site)):
            if _exam_day(line.at.date(), days) == day:
                found.setdefault((kind, of), []).append(line)
        order = list(ExceptionKind)
        keys = sorted(found, key=lambda key: (order.index(key[0]), key[1] or ""))
        return tuple(_together(*key, found[key], site) for key in keys)

    def _one(self, line: Line) -> None:
        fact = line.fact
        kind = self._in_a_row(fact) or kind_of(fact)
        if isinstance(fact, SiteLockOut | MirrorOut) and line.at.date() in self._closed:
            # Whoever packs up after the day was closed takes the lock and the mirror out.
            kind = None
        if isinstance(fact, DayClosed):
            self._closed.add(fact.day)
        if kind:
            self._found.append((kind, None, line))
        if type(fact) in GATES:
            self._gates.append(line)
        if isinstance(fact, _GRAVER):
            self._graver.append((fact.number, line))
        if isinstance(fact, CheckedIn):
            # Until when the door stood open may change as long as it does.
            if line.at - fact.at > _TYPING:
                self._typed_later.append(line)
        elif _late(fact, line.at):
            self._found.append((ExceptionKind.ENTERED_LATE, GROUPS[type(fact)], line))

    def _in_a_row(self, fact: Fact) -> ExceptionKind | None:
        """A wrong PIN from the one on after which one has to wait."""
        match fact:
            case WrongPinGiven():
                self._wrong[fact.person] += 1
                return ExceptionKind.WRONG_PROOF if self._wrong[fact.person] > FREE_TRIES else None
            case RightPinGiven() | PinChanged():
                self._wrong.pop(fact.person, None)
        return None

    def _judged(self, site: Site) -> Iterable[tuple[ExceptionKind, EntryGroup | None, Line]]:
        for line in self._typed_later:
            if _after_the_door(line, site):
                yield ExceptionKind.LET_IN_AFTERWARDS, None, line
            elif _late(line.fact, line.at):
                yield ExceptionKind.ENTERED_LATE, GROUPS[CheckedIn], line
        for line in self._gates:
            if site.package and _held(site, line.fact) and late_gate(site, site.package.rulebook, line.fact, line.at):
                yield ExceptionKind.LATE_GATE, GROUPS[type(line.fact)], line
        # Its record had left by then: whether it is kept for longer now hangs on what else stands on it.
        gone = {(number, one.handed_over_at) for one in grown(site) for number in one.by} if self._graver else ()
        for about, line in self._graver:
            if any(about == number and line.at > left for number, left in gone):
                yield ExceptionKind.TERM_GREW, None, line


def bears(fact: Fact, at: datetime) -> bool:
    """Whether a `Gathering` keeps or counts anything of this entry, made at that moment; others may be left out."""
    if type(fact) in _KEPT or kind_of(fact):
        return True
    return at - fact.at > _TYPING if isinstance(fact, CheckedIn) else _late(fact, at)


def exceptions(site: Site, history: Sequence[Line], day: date) -> tuple[Exceptions, ...]:
    """Of a whole journal, or of what `bears` leaves of it, oldest first."""
    gathering = Gathering()
    gathering.take(history)
    return gathering.of(site, day)


def exam_days(site: Site) -> tuple[date, ...]:
    """Days on which a session is held here, in order."""
    return tuple(sorted({state.plan.starts_at.date() for state in site.sessions.values() if state.rooms}))


def _exam_day(made: date, days: Sequence[date]) -> date | None:
    """The exam day to which entries of a day belong; None long before the first one."""
    if made + _DAY in days and made not in days:
        return made + _DAY
    return max((day for day in days if day <= made), default=None)


def _together(kind: ExceptionKind, of: EntryGroup | None, lines: Sequence[Line], site: Site) -> Exceptions:
    by_number = tuple(sorted(lines, key=lambda line: line.n))
    rooms = {room for line in lines for room in place(line.fact, site)[1]}
    return Exceptions(kind, of, by_number, tuple(sorted(rooms)))


def _held(site: Site, fact: Fact) -> bool:
    """Its session is still one of the package in force."""
    session = getattr(fact, "session", None)
    return session is None or (session in site.sessions and bool(site.sessions[session].rooms))


def _late(fact: Fact, at: datetime) -> bool:
    told = _told_of(fact)
    return told is not None and at - told > LATE_ENTRY


def _told_of(fact: Fact) -> datetime | None:
    """When somebody could have told it: what was found later could not be told before."""
    match fact:
        case ViolationRecorded():
            return fact.account.found_at
        case IncidentOpened(found_at=datetime() as found):
            return found
    return happened_at(fact) if hasattr(fact, "reported_by") or isinstance(fact, TOLD) else None


def _after_the_door(line: Line, site: Site) -> bool:
    fact = line.fact
    room = site.room(fact.session, fact.room) if isinstance(fact, CheckedIn) else None
    if room is None or room.door_from is None or site.package is None:
        return False
    return line.at > entry_closes(room.door_from, site.sessions[room.session].plan, site.package.rulebook)

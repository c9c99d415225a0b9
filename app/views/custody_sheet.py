"""领用移交归还单: who had which lock or VPN key, and how it went from hand to hand, one sheet a day (LCK-02)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

import msgspec

from app.core.arrangement import PackageTakenIn
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned
from app.core.directory import Directory
from app.core.lock_state import LockState
from app.core.locks import LockRegisterTaken
from app.core.operation import Fact
from app.core.replacement import SiteLockReplaced
from app.core.site import Site
from app.core.terms import LockSerial, PersonId
from app.views.journal import Line
from app.views.site_sheet import History, SiteSheet, sheet_head

_KEPT = (PackageTakenIn, LockRegisterTaken, SiteLockReplaced, LockCalibrated)
_Moved = LockIssued | LockHandedOver | LockTakenIntoUse | LockReturned | LockReportedLost


class Custody(StrEnum):
    """Where a lock is: NEVER issued, OUT with its holder, RETURNED, or LOST."""

    NEVER = "never"
    OUT = "out"
    RETURNED = "returned"
    LOST = "lost"


class MovementKind(StrEnum):
    """How a lock changed hands; TAKEN_INTO_USE: it left the sitting over the locks with a named person."""

    ISSUED = "issued"
    HANDED_OVER = "handed_over"
    TAKEN_INTO_USE = "taken_into_use"
    RETURNED = "returned"
    LOST = "lost"


class LockLine(msgspec.Struct, frozen=True):
    """One lock of the register at the end of the day, or now. `room` is "" for a lock that belongs to no room.

    `holder` had it last, "" where it lies in the exam office; `since` is the time of its last movement.
    """

    serial: str
    kind: str
    reference: str
    revoked: bool
    room: str
    custody: str
    holder: str
    since: datetime | None


class Movement(msgspec.Struct, frozen=True):
    """One change of hands. A loss has no `taker`: its `giver` is who reported it, its `holder` who had the lock."""

    at: datetime
    serial: str
    kind: str
    giver: str
    taker: str
    holder: str


class CustodySheet(SiteSheet, frozen=True):
    """All locks and VPN keys of the register, and what went from hand to hand on this day."""

    day: date
    locks: tuple[LockLine, ...]
    movements: tuple[Movement, ...]

    @property
    def last_at(self) -> datetime | None:
        """When it last changed."""
        return max((one.at for one in self.movements), default=None)


def movement_days(history: History) -> tuple[date, ...]:
    """The days on which locks changed hands."""
    return tuple(sorted({line.at.date() for line in history if isinstance(line.fact, _Moved)}))


def custody_sheet(site: Site, people: Directory, day: date, history: History) -> CustodySheet:
    """The sheet of a day; that of a day gone by says what held at its end."""
    then = Site()
    since: dict[LockSerial, datetime] = {}
    movements: list[Movement] = []
    for line in history:
        if line.at.date() > day:
            break
        fact = line.fact
        if isinstance(fact, _Moved):
            moved = _movement(line, fact, then.locks[fact.serial].holder, people)
            if moved:
                since[fact.serial] = moved.at
                if line.at.date() == day:
                    movements.append(moved)
            fact.apply(then)
        elif isinstance(fact, _KEPT):
            _apply(fact, then, since)
    locks = (_lock(state, since.get(serial), people) for serial, state in then.locks.items())
    return CustodySheet(sheet_head(site), day, tuple(sorted(locks, key=_order)), tuple(movements))


def _apply(fact: Fact, then: Site, since: dict[LockSerial, datetime]) -> None:
    """A lock registered with another key is another lock, which nobody had yet."""
    before = {serial: state.registered.jwk for serial, state in then.locks.items()}
    fact.apply(then)
    for serial in since.keys() & before.keys():
        state = then.locks.get(serial)
        if state is None or state.registered.jwk != before[serial]:
            del since[serial]


def _movement(line: Line, fact: _Moved, holder: PersonId | None, people: Directory) -> Movement | None:
    """None where the lock stays with whom it was."""
    operator, _ = line.signers[0]
    at, before = line.at, holder or operator
    match fact:
        case LockIssued(serial, to):
            kind, giver, taker = MovementKind.ISSUED, operator, to
        case LockHandedOver(serial, before, to):
            kind, giver, taker = MovementKind.HANDED_OVER, before, to
        case LockTakenIntoUse(serial, _, to):
            if to == holder:
                return None
            kind, giver, taker = MovementKind.TAKEN_INTO_USE, before, to
        case LockReturned(serial):
            kind, giver, taker = MovementKind.RETURNED, before, operator
        case LockReportedLost(serial, happened_at, reporter):
            had = people.staff_name(holder) if holder else ""
            return Movement(happened_at, serial, MovementKind.LOST, people.staff_name(reporter), "", had)
    return Movement(at, serial, kind, people.staff_name(giver), people.staff_name(taker), "")


def _lock(state: LockState, since: datetime | None, people: Directory) -> LockLine:
    lock = state.registered
    if state.lost_at:
        custody = Custody.LOST
    elif state.holder:
        custody = Custody.OUT
    else:
        custody = Custody.RETURNED if since else Custody.NEVER
    holder = people.staff_name(state.holder) if state.holder else ""
    room = state.in_use or lock.room or ""
    return LockLine(lock.serial, lock.kind, lock.reference, lock.revoked, room, custody, holder, since)


def _order(line: LockLine) -> tuple[str, str, str]:
    """Site lock and VPN keys after the locks of rooms, spare ones last of these."""
    return line.kind, line.room or "~", line.serial

"""A practice day that may be killed at any instant: `python -m tests.journeys.killed FOLDER`.

It goes on from whatever the store holds. Right after `submit` returned, entry number and head go down the pipe; the
word "mirrored" with a number as soon as the mirror is known to hold that entry; a trouble's code, before the journal is
read anew and the day goes on. With a folder "media" there, the day has a mirror.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from app.core.attendance import ConfirmAttendance
from app.core.authorization import (
    CheckStartAuthorization,
    ReceiveStartAuthorizations,
    StartDocument,
    TakeExamAuthorization,
)
from app.core.closing import CheckAnswers, EndRooms
from app.core.end_phase import ConfirmViolations
from app.core.entry import CheckIn
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.lock_state import SupervisedKind
from app.core.operation import Operation
from app.core.records import ROOM_RECORD, KeepRecord
from app.core.room_result import Outcome, ResultLine, TakeRoomResult
from app.core.room_state import Presence, RoomSession
from app.core.session_state import SessionState
from app.core.site import Package, Source
from app.core.start import RecordStarts, ReleaseRooms, RoomStart
from app.core.supervision import OpenSupervision
from app.core.terms import Digest, LockSerial, PersonId, Ticket
from app.core.timekeeping import authorization_opens, ends, entry_closes, room_ready
from app.core.timestamp import CheckScan, RecordTimestamp, scan_payload
from app.service.clock import Clock, DrivenClock
from app.service.console import Console
from app.service.unlock import unlock
from app.trouble import Trouble
from tests.journeys.lane import Lane, begin_mirror
from tests.stores import ADMIN, EVE, OFFICER, SITE, TIMESTAMP, Place

Acknowledge = Callable[[int, str], None]
MINUTE = timedelta(minutes=1)
ID_CARD = "居民身份证"
WHO = PersonId("A01")
TRIES = 3
"""A day goes on after so many troubles less one."""


class Advancing(Clock, Protocol):
    """A clock that is told how late it is."""

    def advance(self, to: datetime) -> None: ...


class PracticeDay:
    """What is still to be done on this day, done in its order."""

    def __init__(self, console: Console, clock: Advancing, acknowledge: Acknowledge, lane: Lane | None = None) -> None:
        self._console, self._clock, self._acknowledge, self._lane = console, clock, acknowledge, lane

    @property
    def _package(self) -> Package:
        assert self._console.site.package
        return self._console.site.package

    def _do(self, operation: Operation, at: datetime, *, refused: bool = False) -> None:
        self._clock.advance(max(at, self._clock.moment().at))
        if self._lane and operation.mirrored:
            self._lane.catch_up()
        refusal = self._console.submit(operation, ADMIN, OFFICER)
        journal = self._console.store.journal
        self._acknowledge(journal.n, journal.head.hex())
        assert bool(refusal) is refused, refusal
        if self._lane:
            self._lane.look()

    def _blob(self, name: str, size: int = 900) -> Digest:
        return self._console.store.blobs.put(hashlib.shake_256(name.encode()).digest(size))

    def run(self) -> None:
        self._eve()
        for state in self._console.site.sessions.values():
            self._doors(state)
            self._exam(state)
            self._end(state)

    def _eve(self) -> None:
        site = self._console.site
        for source in (Source.PLATFORM, Source.CALIBRATION):
            if source not in site.timestamps:
                self._do(RecordTimestamp(source, TIMESTAMP), EVE)
        if site.scan_passed is None:
            self._do(CheckScan(f"EXAMSITE1:ARR:X:{SITE}:1:{TIMESTAMP}"), EVE, refused=True)
        if not site.scan_passed:
            self._do(CheckScan(scan_payload(self._package.exam, self._package.plan, 1)), EVE)
        if not site.exam_authorization:
            self._receive(EVE)
            self._do(TakeExamAuthorization("E-1", self._blob("exam authorization")), EVE)
            self._console.store.mark()

    def _receive(self, at: datetime) -> None:
        if not self._console.site.supervision(SupervisedKind.RECEIPT):
            self._do(OpenSupervision(SupervisedKind.RECEIPT), at)

    def _doors(self, state: SessionState) -> None:
        session, rules = state.plan, self._console.rulebook
        if not state.start_authorization:
            opens = authorization_opens(session, rules)
            if not state.received:
                self._receive(opens)
                document = self._blob(f"start authorization {session.id}")
                brought = StartDocument(session.id, f"S-{session.id}", document)
                self._do(ReceiveStartAuthorizations((brought,)), opens)
            self._do(CheckStartAuthorization(session.id), opens)
            self._console.store.mark()
        at = room_ready(session, rules)
        if any(not room.release for room in state.rooms.values()):
            self._do(ReleaseRooms(session.id, tuple(state.rooms), f"R-{session.id}"), at)
        for room in state.rooms.values():
            for ticket in _early(room):
                if room.sittings[ticket].presence is Presence.AWAITED:
                    self._do(CheckIn(session.id, ticket, ID_CARD, at, WHO), at)

    def _exam(self, state: SessionState) -> None:
        session, rules = state.plan, self._console.rulebook
        starts = tuple(RoomStart(room, session.starts_at) for room, kept in state.rooms.items() if not kept.started_at)
        if starts:
            self._do(RecordStarts(session.id, starts, WHO), session.starts_at)
        late = entry_closes(session.starts_at, session, rules) + MINUTE
        refused = {(one.session, one.ticket) for one in self._console.site.late}
        for room in state.rooms.values():
            ticket = _last(room)
            if (session.id, ticket) not in refused:
                self._do(CheckIn(session.id, ticket, ID_CARD, late, WHO), late, refused=True)
            if not room.attendance_confirmed_at:
                self._do(ConfirmAttendance(session.id, room.room, (ticket,), late, WHO), late)
            faults = [one for one in self._console.site.faults.values() if one.room == room.room]
            if not any(one.session == session.id for one in faults):
                self._do(ReportFault(FaultKind.MACHINE, session.id, room.room, ("001",), late, WHO), late)
        for fault in list(self._console.site.faults.values()):
            if fault.session == session.id and not fault.closed_at:
                self._do(CloseFault(fault.number, late + MINUTE), late + MINUTE)

    def _end(self, state: SessionState) -> None:
        session = state.plan
        over = ends(session.starts_at, session) + MINUTE
        for room in state.rooms.values():
            if not room.result:
                lines = tuple(
                    ResultLine(ticket, Outcome.ABSENT if ticket == _last(room) else Outcome.SUBMITTED)
                    for ticket in room.sittings
                )
                result = self._blob(f"result {session.id} {room.room}", 20_000)
                self._do(TakeRoomResult(session.id, room.room, result, LockSerial("JK"), lines), over)
        unconfirmed = tuple(room.room for room in state.rooms.values() if not room.violations_confirmed_at)
        if unconfirmed:
            self._do(ConfirmViolations(session.id, unconfirmed, over, WHO), over)
        open_rooms = tuple(room.room for room in state.rooms.values() if not room.ended_at)
        if open_rooms:
            self._do(EndRooms(session.id, open_rooms, over, WHO), over)
            self._console.store.mark()
        if not state.checked_at:
            self._do(CheckAnswers(session.id), over + MINUTE)
            self._console.store.mark()
        for room in state.rooms.values():
            if not self._console.site.copies(ROOM_RECORD, session.id, room.room):
                sheet = self._blob(f"record {session.id} {room.room}")
                self._do(KeepRecord(ROOM_RECORD, session.id, room.room, 1, sheet, sheet), over + 2 * MINUTE)


def _early(room: RoomSession) -> list[Ticket]:
    return sorted(room.sittings)[:-2]


def _last(room: RoomSession) -> Ticket:
    return max(room.sittings)


def _tell(n: int, head: str) -> None:
    os.write(1, f"{n} {head}\n".encode())


def _tell_mirrored(n: int) -> None:
    os.write(1, f"mirrored {n}\n".encode())


def main(folder: Path) -> None:
    place, clock = Place(folder), DrivenClock(EVE)
    console = unlock(place.store, place.lock(), clock)
    lane = None
    if (media := folder / "media").exists():
        begin_mirror(console, media)
        lane = Lane(console, _tell_mirrored)
    day = PracticeDay(console, clock, _tell, lane)
    for _ in range(TRIES):
        try:
            day.run()
            break
        except Trouble as trouble:
            os.write(1, f"trouble {trouble.code}\n".encode())
            if console.stopped:
                console.reopen()
    if lane:
        lane.catch_up()
        lane.close()
    console.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

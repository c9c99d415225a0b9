"""What may be asked on a random day about a package, its rooms and candidates."""

from __future__ import annotations

from datetime import datetime
from random import Random

from app.core.arrangement import TakeInPackage
from app.core.attendance import ConfirmAttendance
from app.core.authorization import (
    CheckStartAuthorization,
    ReceiveStartAuthorizations,
    StartDocument,
    TakeExamAuthorization,
)
from app.core.closing import CheckAnswers, EndRooms, WriteOff
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.desk import LeaveDesk, TakeDesk
from app.core.entry import CheckIn
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.incident import CloseIncident, OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.operation import Desk, Operation
from app.core.plan import Room
from app.core.records import ConfirmPrinted, KeepRecord, ReprintReason, RoomForm
from app.core.room_report import TakeRoomReport
from app.core.room_result import Outcome, ResultLine, TakeRoomResult
from app.core.room_state import Answers, Presence
from app.core.safekeeping import RecordBackup
from app.core.site import Site, Source
from app.core.start import RecordStarts, ReleaseRooms, RoomStart
from app.core.terms import Digest, FaultNo, IncidentNo, PersonId, RoomId, SessionId, Ticket
from app.core.timestamp import CheckScan, RecordTimestamp, scan_payload
from app.core.upload import TakeReceipt
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    B1,
    B2,
    B3,
    D1,
    D2,
    GUIDE,
    ID_CARD,
    LAW,
    NOBODY,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    SECOND,
    STAMP,
    STRANGER,
    TAX,
    at,
    digest,
    exam,
    plan,
)
from tests.unit.small_rooms import cramped

# Seconds after the session's own start: each limit, one before, one after, and the plain course of a morning.
OFFSETS = [-3600, -3601, -1200, -1, 0, 20, 59, 60, 300, 301, 600, 601, 4499, 4500, 4520, 5400, 5460, 5460, 7200, 9000]
STARTS, ENTRIES = [-1, 0, 0, 20, 59, 60], [-1200, -600, 0, 300, 301, 359, 360]
ROLLS, ENDS = [300, 301, 600, 600], [4499, 4500, 5400, 5460]
SESSIONS = [LAW] * 5 + [TAX] * 4 + [SessionId("9-9")]
ROOMS = [R1] * 5 + [R2] * 4 + [R9]
SOME_ROOMS = [(R1, R2), (R2, R1), (R1,), (R2,), (R1, R1), (R1, R9), ()]
TICKETS = [A1, A2, A3, B1, B2, B3, NOBODY]
STAMPS = [STAMP, STAMP, STAMP, f" {STAMP}", STAMP[:-1]]
EDITIONS = [1, 1, 1, 1, 1, 2, 3]
SERIALS = ["S-1", "S-2"]
PLACES = [("001",), ("A1",)]
TOLD_BY = [GUIDE] * 10 + [ADMIN, STRANGER]
KINDS = [*IncidentKind, *[IncidentKind.ANSWERS_LOST] * 6]
ANSWER = {Presence.PRESENT: Outcome.SUBMITTED, Presence.ABSENT: Outcome.ABSENT}


class Rooms:
    """What of a random day is about package, rooms and candidates."""

    dice: Random
    live: Site
    now: datetime
    session: SessionId
    room: RoomId
    ticket: Ticket
    who: PersonId
    desk: Desk
    shape: tuple[Room, ...]

    def when(self, offsets: list[int]) -> datetime:
        return (at("10:40") if self.session == TAX else at("8:30")) + self.dice.choice(offsets) * SECOND

    def incident(self) -> IncidentNo:
        """Mostly the newest."""
        known = [IncidentNo("A-001"), *self.live.incidents]
        return self.dice.choice([*known, *known[-1:] * len(known)])

    def before(self) -> Operation:
        pick, session = self.dice.choice, self.session
        return pick(
            (
                self.package(pick(EDITIONS)),
                RecordTimestamp(pick(list(Source)), pick(STAMPS)),
                CheckScan(scan_payload(exam(), plan(pick(STAMPS)), pick(EDITIONS))),
                TakeExamAuthorization(pick(SERIALS), D1),
                ReceiveStartAuthorizations((StartDocument(session, f"{session}{pick(SERIALS)}", D1),)),
                CheckStartAuthorization(session),
                ReleaseRooms(session, pick(SOME_ROOMS), pick(SERIALS)),
            )
        )

    def package(self, edition: int) -> TakeInPackage:
        taken, places = cramped(edition, self.shape)
        return TakeInPackage(taken.package, places, self.now)

    def at_the_door(self) -> Operation:
        pick, session, room = self.dice.choice, self.session, self.room
        absent = tuple(pick(TICKETS) for _ in range(pick((0, 0, 1, 1, 2))))
        state = self.live.room(session, room)
        own = tuple(ticket for ticket in absent if state and ticket in state.sittings)
        starts = tuple(RoomStart(one, self.when(STARTS)) for one in pick(SOME_ROOMS))
        return pick(
            (
                RecordStarts(session, starts, self.who),
                CheckIn(session, self.ticket, pick((ID_CARD, ID_CARD, ID_CARD, "")), self.when(ENTRIES), self.who),
                CheckIn(session, self.ticket, ID_CARD, self.when(ENTRIES), self.who),
                ConfirmAttendance(session, room, own or absent, self.when(ROLLS), self.who),
            )
        )

    def during(self) -> Operation:
        pick, session, room = self.dice.choice, self.session, self.room
        session_or_none, room_or_none, when = pick((None, session)), pick((None, room)), self.when(OFFSETS)
        present, reason, number = pick((True, False)), pick(list(CorrectionReason)), pick((1, 2, 3))
        lies = {self.ticket: pick(list(Outcome))} if pick((True, False)) else {}
        return pick(
            (
                *[CorrectAttendance(session, self.ticket, present, reason, when, self.who)] * 5,
                self.seen(lies),
                self.counted(when),
                pick((TakeDesk(), LeaveDesk())),
                WriteOff(session, self.ticket, self.incident()),
                OpenIncident(pick(KINDS), session_or_none, room_or_none, when, self.who),
                ReportFault(FaultKind.MACHINE, session_or_none, room_or_none, pick(PLACES), when, self.who),
                CloseIncident(self.incident(), when),
                CloseFault(FaultNo(f"AF-{number:03}"), when),
                EndRooms(session, pick(SOME_ROOMS), self.when(ENDS), self.who),
            )
        )

    def seen(self, lies: dict[Ticket, Outcome]) -> TakeRoomResult:
        """What the room saw; `lies` are where it says otherwise, and the files differ accordingly."""
        state = self.live.room(self.session, self.room)
        sittings = state.sittings.values() if state else ()
        said = {
            one.ticket: ANSWER.get(one.presence, Outcome.NEVER_LOGGED_IN)
            for one in sittings
            if one.answers is not Answers.WRITTEN_OFF
        } | lies
        lines = tuple(ResultLine(ticket, outcome) for ticket, outcome in said.items())
        return TakeRoomResult(self.session, self.room, digest(f"{sorted(said.items())}"), ROOM_LOCK, lines)

    def counted(self, when: datetime) -> TakeRoomReport:
        """What a room of three may say: sometimes too much, sometimes once more, sometimes on paper only."""
        present, absent, logged_in, submitted = sorted((self.dice.choice((0, 1, 2)) for _ in range(4)), reverse=True)
        number, document = self.dice.choice(((0, Digest("")), (1, D1), (2, D2)))
        return TakeRoomReport(
            self.session, self.room, number, present, absent, logged_in, submitted, when, self.who, document
        )

    def printed(self, copy: int) -> ConfirmPrinted:
        """Mostly of a copy that there is."""
        pick, came_out = self.dice.choice, self.dice.random() < 0.5
        if not self.live.records:
            return ConfirmPrinted(RoomForm.RECORD, self.session, self.room, copy, came_out)
        one = pick(self.live.records)
        return ConfirmPrinted(RoomForm(one.form), one.session, one.room, pick((one.copy, copy)), came_out)

    def after(self) -> Operation:
        pick, session = self.dice.choice, self.session
        copy = pick((1, 2, 3))
        return pick(
            (
                CheckAnswers(session),
                KeepRecord(pick(list(RoomForm)), session, self.room, copy, D1, D1, pick((None, *ReprintReason))),
                self.printed(copy),
                RecordBackup(f"{session}-{copy}", session, D1, 1, 1, "head"),
                TakeReceipt(f"Q-{pick((1, 2))}", f"{session}-{copy}", pick((D1, D1, D2)), D1),
            )
        )

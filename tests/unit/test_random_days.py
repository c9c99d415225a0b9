"""Exam days at random: whatever is asked, whenever, by whomever, the state is sound and the journal gives it back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.arrangement import PackageTakenIn, TakeInPackage, room_places
from app.core.attendance import AttendanceConfirmed, CheckIn, ConfirmAttendance
from app.core.authorization import TakeExamAuthorization, TakeStartAuthorization
from app.core.closing import AnswersWrittenOff, CheckAnswers, EndRooms, RoomEnded, WriteOff, blockers
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.desk import LeaveDesk, TakeDesk
from app.core.enrolment import EnrolSite
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.incident import CloseIncident, IncidentKind, OpenIncident
from app.core.ledger import count, session_count
from app.core.operation import Fact, Operation, Refusal, Refused, permitted
from app.core.records import ConfirmPrinted, KeepRecord, ReprintReason
from app.core.room_report import TakeRoomReport
from app.core.room_result import Outcome, ResultLine, TakeRoomResult
from app.core.safekeeping import RecordBackup, TakeReceipt
from app.core.site import Answers, Presence, RoomSession, Site, Sitting, Source
from app.core.start import RecordStarts, ReleaseRooms, RoomStart
from app.core.terms import Digest, FaultNo, IncidentNo, Role, SessionId, Ticket
from app.core.timestamp import CheckScan, RecordTimestamp, scan_payload
from app.journal import codec
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    B1,
    B2,
    B3,
    CANDIDATES,
    D1,
    D2,
    GUIDE,
    ID_CARD,
    LAW,
    NOBODY,
    PEOPLE,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    SECOND,
    STAGES,
    STAMP,
    STRANGER,
    TAX,
    at,
    desk,
    digest,
    exam,
    plan,
    taken_in,
    twice,
)

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
OFFICE = [desk()] * 8
CHIEF = desk(Role.CHIEF, Role.SITE_ADMIN)
OTHERS = [CHIEF, desk(locks=()), desk(Role.SITE_ADMIN), desk(Role.SITE_ADMIN, Role.SITE_ADMIN), desk(Role.INVIGILATOR)]
DESKS = [*OFFICE, *OTHERS, twice(desk(), Role.CHIEF)]
TOLD_BY = [GUIDE] * 10 + [ADMIN, STRANGER]
KINDS = [*IncidentKind, *[IncidentKind.ANSWERS_LOST] * 6]
ANSWER = {Presence.PRESENT: Outcome.SUBMITTED, Presence.ABSENT: Outcome.ABSENT}


class ExamDay:
    """One desk, its clock, and a journal of bytes; `again` is what the bytes say."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.live, self.again = Site(), Site()
        self.now = dice.choice([at("7:00"), at("14:00"), at("14:00")])
        self.entries = 0
        self.taken: set[type[Operation]] = set()
        self.arranged: dict[SessionId, list[Ticket]] = {}
        for facts in list(STAGES.values())[: dice.randint(1, len(STAGES))]:
            self.record(*facts)

    def record(self, *facts: Fact) -> None:
        bodies = [codec.encode(fact) for fact in facts]
        self.entries += len(facts)
        for fact in facts:
            fact.apply(self.live)
        for body in bodies:
            codec.decode(body).apply(self.again)
        for fact in facts:
            self.sound(fact)

    def sound(self, fact: Fact) -> None:
        """What must be so in the moment in which something is written down."""
        assert getattr(fact, "reported_by", GUIDE) in PEOPLE.staff
        match fact:
            case RoomEnded():
                assert not blockers(self.live.sessions[fact.session].rooms[fact.room])
            case AnswersWrittenOff():
                incident = self.live.incidents[fact.incident]
                assert (incident.kind, incident.session) == (IncidentKind.ANSWERS_LOST, fact.session)
                assert (incident.room or fact.room, incident.closed_at) == (fact.room, None)
            case AttendanceConfirmed():
                away = {(late.session, late.ticket) for late in self.live.late}
                assert not away & {(fact.session, ticket) for ticket in fact.present}
            case PackageTakenIn():
                self.arranged = {
                    one.id: sorted(c.ticket for c in CANDIDATES if one.id in {a.session for a in c.allotments})
                    for one in fact.package.exam.sessions
                }

    def ask(self, operation: Operation) -> None:
        assert msgspec.json.decode(msgspec.json.encode(operation), type=type(operation)) == operation
        if permitted(operation, self.live, self.desk):
            return
        answer = operation.decide(self.live, self.desk)
        assert operation.decide(self.live, self.desk) == answer
        match answer:
            case Refusal():
                return
            case Refused(refusal, facts):
                assert isinstance(refusal, Refusal)
                assert facts
                self.record(*facts)
            case facts:
                self.record(*facts)
                self.taken |= {type(operation)} if facts else set()

    def rooms(self) -> list[RoomSession]:
        return [room for state in self.live.sessions.values() for room in state.rooms.values()]

    def when(self, offsets: list[int]) -> datetime:
        return (at("10:40") if self.session == TAX else at("8:30")) + self.dice.choice(offsets) * SECOND

    # What may happen

    def step(self) -> None:
        """One thing, at some session, room and candidate; as often as not the next thing of a plain day."""
        pick = self.dice.choice
        self.session, self.room, self.ticket = pick(SESSIONS), pick(ROOMS), pick(TICKETS)
        self.desk, self.who = replace(pick(DESKS), now=self.now), pick(TOLD_BY)
        chance = self.dice.random()
        if chance < 0.3:
            self.plain_course()
        elif chance < 0.34:
            self.answers_are_lost()
        else:
            self.ask(pick((self.before, self.during, self.during, self.at_the_door, self.after))())
        if self.dice.random() < 0.05:
            self.now = max(self.now, self.when(OFFSETS))

    def plain_course(self) -> None:
        before, session, room = self.entries, self.session, self.room
        self.desk = desk(now=self.now)
        for operation in (
            TakeStartAuthorization(session, f"{session}S-1", D1),
            ReleaseRooms(session, (room,), "S-1"),
            RecordStarts(session, (RoomStart(room, self.when([0])),), GUIDE),
            ConfirmAttendance(session, room, (A3,) if (room, session) == (R1, LAW) else (), self.when([600]), GUIDE),
            self.seen({}),
            EndRooms(session, (room,), self.when([5460]), GUIDE),
            CheckAnswers(session),
        ):
            if self.entries == before:
                self.ask(operation)

    def answers_are_lost(self) -> None:
        """An incident is opened, mostly the right one, and the chief writes off what one candidate wrote."""
        pick, when = self.dice.choice, self.when(OFFSETS)
        waiting = [one for room in self.rooms() for one in room.sittings.values() if _not_collected(one)]
        if waiting:
            one = pick(waiting)
            self.session, self.room, self.ticket = one.session, one.room, one.ticket
        session, room = pick([self.session] * 4 + [None]), pick([self.room] * 4 + [None])
        self.ask(OpenIncident(pick(KINDS), session, room, when, self.who))
        self.desk = replace(CHIEF, now=self.now)
        self.ask(WriteOff(self.session, self.ticket, self.incident()))

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
                TakeStartAuthorization(session, f"{session}{pick(SERIALS)}", D1),
                ReleaseRooms(session, pick(SOME_ROOMS), pick(SERIALS)),
            )
        )

    def package(self, edition: int) -> TakeInPackage:
        package = taken_in(edition)[0]
        assert isinstance(package, PackageTakenIn)
        return TakeInPackage(package.package, room_places(CANDIDATES))

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
                ReportFault(FaultKind.MACHINE, session_or_none, room_or_none, pick(("001", "A1")), when, self.who),
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

    def after(self) -> Operation:
        pick, session = self.dice.choice, self.session
        copy = pick((1, 2, 3))
        return pick(
            (
                CheckAnswers(session),
                KeepRecord("E01", session, self.room, copy, D1, D1, pick((None, *ReprintReason))),
                ConfirmPrinted("E01", session, self.room, copy, pick((True, False))),
                RecordBackup(f"{session}-{copy}", session, D1, 1, 1, "head"),
                TakeReceipt(f"Q-{pick((1, 2))}", f"{session}-{copy}", pick((D1, D1, D2)), D1),
            )
        )

    # What always holds

    def a_report_fits_its_room(self) -> None:
        for room in self.rooms():
            if report := room.report:
                assert 0 <= report.submitted <= report.logged_in <= report.present <= len(room.sittings) - report.absent
                assert report.number in (0, room.last_report_number)
                assert not report.document or report.document in self.live.blobs

    def the_journal_gives_the_state_back(self) -> None:
        assert self.again == self.live

    def everyone_is_in_one_room_and_one_only(self) -> None:
        for name, state in self.live.sessions.items():
            where = Counter(ticket for room in state.rooms.values() for ticket in room.sittings)
            assert sorted(where.elements()) == self.arranged[name]
        assert all(one.room == room.room for room in self.rooms() for one in room.sittings.values())

    def both_sums_hold(self) -> None:
        assert all(session_count(state).attendance_balances for state in self.live.sessions.values())
        for room in self.rooms():
            assert count(room).attendance_balances
            if room.ended_at:
                # A result that differs may still come in after the end; it is named until it is settled.
                assert room.result
                assert room.result.differences or (not blockers(room) and not _handed_in_yet_absent(room))

    def each_step_stands_on_the_one_before(self) -> None:
        for room in self.rooms():
            state = self.live.sessions[room.session]
            assert not room.release or state.start_authorization
            assert not room.started_at or (room.release and room.started_at >= state.plan.starts_at)
            assert not room.attendance_confirmed_at or room.started_at
            assert not room.ended_at or room.attendance_confirmed_at
        for state in self.live.sessions.values():
            assert not state.checked_at or not any(blockers(room) for room in state.rooms.values())

    def who_was_turned_away_came_after_the_door_was_shut(self) -> None:
        for late in self.live.late:
            started = self.live.sessions[late.session].rooms[late.room].started_at
            assert started
            assert (late.came_at - started).total_seconds() > 300


def _not_collected(one: Sitting) -> bool:
    return one.presence is Presence.PRESENT and one.answers is Answers.OPEN


def _handed_in_yet_absent(room: RoomSession) -> bool:
    here = room.sittings.values()
    return any(one.presence is Presence.ABSENT and one.answers is Answers.COLLECTED for one in here)


@pytest.mark.proof
@given(seed=st.integers(0, 2**32), steps=st.integers(1, 500))
def test_random_days(seed: int, steps: int) -> None:
    day = ExamDay(Random(seed))
    for _ in range(steps):
        day.step()
        day.the_journal_gives_the_state_back()
        day.everyone_is_in_one_room_and_one_only()
        day.both_sums_hold()
        day.each_step_stands_on_the_one_before()
        day.a_report_fits_its_room()
        day.who_was_turned_away_came_after_the_door_was_shut()


def test_random_days_reach_every_operation_there_is() -> None:
    taken: set[type[Operation]] = set()
    for seed in range(40):
        day = ExamDay(Random(seed))
        for _ in range(300):
            day.step()
        taken |= day.taken
    every = {kind for kind in Operation.__subclasses__() if kind.__module__.startswith("app.")}
    assert taken == every - {EnrolSite}

"""Exam days at random: whatever is asked, whenever, by whomever, the state is sound and the journal gives it back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from app.core.arrangement import CheckScan, PackageTakenIn, RecordTimestamp, TakeInPackage, room_places, scan_payload
from app.core.attendance import CheckIn, ConfirmAttendance, CorrectAttendance, CorrectionReason
from app.core.authorization import TakeExamAuthorization, TakeStartAuthorization
from app.core.closing import (
    CheckAnswers,
    EndRooms,
    Outcome,
    ResultLine,
    RoomEnded,
    TakeRoomResult,
    WriteOff,
    blockers,
)
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.incident import CloseIncident, IncidentKind, OpenIncident
from app.core.ledger import count, session_count
from app.core.operation import Desk, Fact, Operation, Refusal, Refused, permitted
from app.core.records import KeepRecord, ReprintReason
from app.core.safekeeping import RecordBackup, TakeReceipt
from app.core.site import Answers, Presence, RoomSession, Site, Source
from app.core.start import RecordStarts, ReleaseRooms, RoomStart
from app.core.terms import FaultNo, IncidentNo, Role, RoomId, SessionId, Ticket
from app.journal import codec
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    B2,
    B3,
    CANDIDATES,
    D1,
    GUIDE,
    ID_CARD,
    LAW,
    LOCK,
    NOBODY,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    STAGES,
    STAMP,
    TAX,
    at,
    desk,
    digest,
    exam,
    plan,
    taken_in,
)

KEY_TIMES = ("7:30", "8:10", "8:29:59", "8:30", "8:30:59", "8:31", "8:35", "8:35:01", "8:40", "9:00", "9:40", "9:45")
LATER = ("9:45:20", "10:01", "10:39", "10:40", "10:45", "10:45:01", "11:00", "11:54", "11:55", "12:10", "13:00")
TIMES = st.sampled_from([at(clock) for clock in KEY_TIMES + LATER])
SESSIONS = st.sampled_from([LAW, LAW, TAX, TAX, SessionId("9-9")])
ROOMS = st.sampled_from([R1, R1, R1, R2, R2, R2, R9])
SOME_ROOMS = st.lists(ROOMS, max_size=3).map(tuple)
TICKETS = st.sampled_from([A1, A2, A3, B1, B2, B3, NOBODY])
SOME_TICKETS = st.lists(TICKETS, max_size=3).map(tuple)
STAMPS = st.sampled_from([STAMP, STAMP, f" {STAMP}", STAMP[:-1]])
SERIALS = st.sampled_from(["S-1", "S-2"])
FILES = st.sampled_from(["one", "two", "three"])
SIGNED = st.one_of(
    st.just((Role.SITE_ADMIN, Role.CHIEF)),
    st.just((Role.CHIEF, Role.SITE_ADMIN)),
    st.lists(st.sampled_from(Role), max_size=3).map(tuple),
)
DESKS = st.builds(lambda roles, locks: desk(*roles, locks=locks), SIGNED, st.sampled_from([(LOCK,), (LOCK,), ()]))
ANSWER = {Presence.PRESENT: Outcome.SUBMITTED, Presence.ABSENT: Outcome.ABSENT}


class ExamDay(RuleBasedStateMachine):
    """One desk, its clock, and a journal of bytes; `again` is what the bytes say."""

    def __init__(self) -> None:
        super().__init__()
        self.live, self.again = Site(), Site()
        self.now = at("7:00")
        self.arranged: dict[SessionId, list[Ticket]] = {}

    def record(self, *facts: Fact) -> None:
        bodies = [codec.encode(fact) for fact in facts]
        for fact in facts:
            fact.apply(self.live)
        for body in bodies:
            codec.decode(body).apply(self.again)
        for fact in facts:
            if isinstance(fact, RoomEnded):
                assert not blockers(self.live.sessions[fact.session].rooms[fact.room])
            if isinstance(fact, PackageTakenIn):
                self.arranged = {
                    one.id: sorted(c.ticket for c in CANDIDATES if one.id in {a.session for a in c.allotments})
                    for one in fact.exam.sessions
                }

    def ask(self, operation: Operation, here: Desk) -> None:
        assert msgspec.json.decode(msgspec.json.encode(operation), type=type(operation)) == operation
        here = replace(here, now=self.now)
        if permitted(operation, self.live, here):
            return
        answer = operation.decide(self.live, here)
        assert operation.decide(self.live, here) == answer
        match answer:
            case Refusal():
                return
            case Refused(refusal, facts):
                assert isinstance(refusal, Refusal)
                assert facts
                self.record(*facts)
            case facts:
                self.record(*facts)

    def rooms(self) -> list[RoomSession]:
        return [room for state in self.live.sessions.values() for room in state.rooms.values()]

    # What may happen

    @initialize(stage=st.sampled_from(list(STAGES)), when=TIMES)
    def morning(self, stage: str, when: datetime) -> None:
        names = list(STAGES)
        self.now = when
        for name in names[: names.index(stage) + 1]:
            self.record(*STAGES[name])

    @rule(when=TIMES)
    def time_passes(self, when: datetime) -> None:
        self.now = max(self.now, when)

    @rule(edition=st.integers(1, 3), here=DESKS)
    def package(self, edition: int, here: Desk) -> None:
        package = taken_in(edition)[0]
        assert isinstance(package, PackageTakenIn)
        values = {name: getattr(package, name) for name in package.__struct_fields__}
        self.ask(TakeInPackage(**values, rooms=room_places(CANDIDATES)), here)

    @rule(source=st.sampled_from(Source), text=STAMPS, edition=st.integers(1, 3), here=DESKS)
    def compare(self, source: Source, text: str, edition: int, here: Desk) -> None:
        self.ask(RecordTimestamp(source, text), here)
        self.ask(CheckScan(scan_payload(exam(), plan(text), edition)), here)

    @rule(session=SESSIONS, serial=SERIALS, here=DESKS)
    def authorize(self, session: SessionId, serial: str, here: Desk) -> None:
        self.ask(TakeExamAuthorization(serial, D1), here)
        self.ask(TakeStartAuthorization(session, f"{session}{serial}", D1), here)

    @rule(session=SESSIONS, rooms=SOME_ROOMS, serial=SERIALS, here=DESKS)
    def release(self, session: SessionId, rooms: tuple[RoomId, ...], serial: str, here: Desk) -> None:
        self.ask(ReleaseRooms(session, rooms, serial), here)

    @rule(session=SESSIONS, starts=st.lists(st.builds(RoomStart, ROOMS, TIMES), max_size=3).map(tuple), here=DESKS)
    def start(self, session: SessionId, starts: tuple[RoomStart, ...], here: Desk) -> None:
        self.ask(RecordStarts(session, starts, GUIDE), here)

    @rule(session=SESSIONS, ticket=TICKETS, document=st.sampled_from([ID_CARD, ID_CARD, ""]), when=TIMES, here=DESKS)
    def check_in(self, session: SessionId, ticket: Ticket, document: str, when: datetime, here: Desk) -> None:
        self.ask(CheckIn(session, ticket, document, when, GUIDE), here)

    @rule(session=SESSIONS, room=ROOMS, absent=SOME_TICKETS, when=TIMES, here=DESKS)
    def roll(
        self, session: SessionId, room: RoomId, absent: tuple[Ticket, ...], when: datetime, here: Desk
    ) -> None:
        state = self.live.room(session, room)
        own = tuple(ticket for ticket in absent if state and ticket in state.sittings)
        self.ask(ConfirmAttendance(session, room, own or absent, when, GUIDE), here)

    @rule(session=SESSIONS, ticket=TICKETS, reason=st.sampled_from(CorrectionReason), when=TIMES, here=DESKS)
    def correct(
        self, session: SessionId, ticket: Ticket, reason: CorrectionReason, when: datetime, here: Desk
    ) -> None:
        self.ask(CorrectAttendance(session, ticket, reason, when, GUIDE), here)

    @rule(
        session=SESSIONS, room=ROOMS, file=FILES, lies=st.dictionaries(TICKETS, st.sampled_from(Outcome), max_size=1), here=DESKS
    )
    def result(
        self, session: SessionId, room: RoomId, file: str, lies: dict[Ticket, Outcome], here: Desk
    ) -> None:
        """Mostly what the room saw; `lies` are where it says otherwise, and the files differ accordingly."""
        state = self.live.room(session, room)
        sittings = state.sittings.values() if state else ()
        said = {
            one.ticket: ANSWER.get(one.presence, Outcome.NEVER_LOGGED_IN)
            for one in sittings
            if one.answers is not Answers.WRITTEN_OFF
        } | lies
        lines = tuple(ResultLine(ticket, outcome) for ticket, outcome in said.items())
        self.ask(TakeRoomResult(session, room, digest(f"{file}{lines}"[:32]), ROOM_LOCK, lines), here)

    @rule(session=SESSIONS, ticket=TICKETS, number=st.sampled_from(["A-001", "A-002"]), here=DESKS)
    def write_off(self, session: SessionId, ticket: Ticket, number: str, here: Desk) -> None:
        self.ask(WriteOff(session, ticket, IncidentNo(number)), here)

    @rule(session=st.none() | SESSIONS, room=st.none() | ROOMS, when=TIMES, here=DESKS)
    def trouble(self, session: SessionId | None, room: RoomId | None, when: datetime, here: Desk) -> None:
        self.ask(OpenIncident(IncidentKind.ANSWERS_LOST, session, room, when, GUIDE), here)
        self.ask(ReportFault(FaultKind.MACHINE, session, room, "001", when, GUIDE), here)

    @rule(number=st.integers(1, 3), when=TIMES, here=DESKS)
    def trouble_over(self, number: int, when: datetime, here: Desk) -> None:
        self.ask(CloseIncident(IncidentNo(f"A-{number:03}"), when), here)
        self.ask(CloseFault(FaultNo(f"AF-{number:03}"), when), here)

    @rule(session=SESSIONS, rooms=SOME_ROOMS, when=TIMES, here=DESKS)
    def end(self, session: SessionId, rooms: tuple[RoomId, ...], when: datetime, here: Desk) -> None:
        self.ask(EndRooms(session, rooms, when, GUIDE), here)

    @rule(session=SESSIONS, room=ROOMS, copy=st.integers(1, 3), reason=st.none() | st.sampled_from(ReprintReason))
    def after(self, session: SessionId, room: RoomId, copy: int, reason: ReprintReason | None) -> None:
        name = f"{session}-{copy}"
        for operation in (
            CheckAnswers(session),
            KeepRecord("E01", session, room, copy, D1, D1, reason),
            RecordBackup(name, session, D1, 1, 1, "head"),
            TakeReceipt(f"Q-{copy}", name, D1, D1),
        ):
            self.ask(operation, desk())

    # What always holds

    @invariant()
    def the_journal_gives_the_state_back(self) -> None:
        assert self.again == self.live

    @invariant()
    def everyone_is_in_one_room_and_one_only(self) -> None:
        for name, state in self.live.sessions.items():
            where = Counter(ticket for room in state.rooms.values() for ticket in room.sittings)
            assert sorted(where.elements()) == self.arranged[name]
        assert all(one.room == room.room for room in self.rooms() for one in room.sittings.values())

    @invariant()
    def both_sums_hold(self) -> None:
        assert all(session_count(state).attendance_balances for state in self.live.sessions.values())
        for room in self.rooms():
            assert count(room).attendance_balances
            if room.ended_at:
                # A result that differs may still come in after the end; it is named until it is settled.
                assert room.result
                assert room.result.differences or (not blockers(room) and not _handed_in_yet_absent(room))

    @invariant()
    def each_step_stands_on_the_one_before(self) -> None:
        for room in self.rooms():
            state = self.live.sessions[room.session]
            assert not room.release or state.start_authorization
            assert not room.started_at or (room.release and room.started_at >= state.plan.starts_at)
            assert not room.attendance_confirmed_at or room.started_at
            assert not room.ended_at or room.attendance_confirmed_at
        for state in self.live.sessions.values():
            assert not state.checked_at or not any(blockers(room) for room in state.rooms.values())

    @precondition(lambda self: self.live.late)
    @invariant()
    def who_was_turned_away_came_after_the_door_was_shut(self) -> None:
        for late in self.live.late:
            started = self.live.sessions[late.session].rooms[late.room].started_at
            assert started
            assert (late.came_at - started).total_seconds() > 300


def _handed_in_yet_absent(room: RoomSession) -> bool:
    here = room.sittings.values()
    return any(one.presence is Presence.ABSENT and one.answers is Answers.COLLECTED for one in here)


@pytest.mark.proof
def test_random_days() -> None:
    run_state_machine_as_test(ExamDay, settings=settings(stateful_step_count=60))  # type: ignore[no-untyped-call]

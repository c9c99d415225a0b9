"""Words for tests: given facts, when someone asks, then facts or a refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Self

from app.core.arrangement import PackageTakenIn, RoomArranged, room_places
from app.core.attendance import AttendanceConfirmed
from app.core.authorization import ExamAuthorized, StartAuthorized
from app.core.closing import AnswersChecked, RoomEnded
from app.core.directory import directory
from app.core.enrolment import SiteEnrolled
from app.core.locks import RegisteredAs, RegisteredLock
from app.core.operation import Decision, Desk, Fact, Operation, Refusal, Refused, Signer, permitted
from app.core.plan import Allotment, Candidate, Exam, Room, Session, SitePlan
from app.core.room_result import RoomResultKept
from app.core.rulebook import Rulebook
from app.core.site import Package, Site, Source
from app.core.staffing import StaffMember
from app.core.start import RoomsReleased, RoomStarted
from app.core.terms import (
    Digest,
    ExamId,
    LockSerial,
    Mode,
    PersonId,
    Role,
    RoomId,
    SessionId,
    SiteCode,
    Ticket,
)
from app.core.timestamp import ScanChecked, TimestampRecorded
from app.rulebooks import load

CHINA = timezone(timedelta(hours=8))
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def at(clock: str, day: int = 30) -> datetime:
    """`9:05` or `9:05:01` on the exam day, or on another day of that month."""
    hour, minute, second = (*map(int, clock.split(":")), 0)[:3]
    return datetime(2021, 10, day, hour, minute, second, tzinfo=CHINA)


LIAONING, SENIOR = load("liaoning-2021-intermediate"), load("liaoning-2021-senior")
NATIONAL, MONGOLIA, ZHEJIANG = load("national-2021"), load("inner-mongolia-2023"), load("zhejiang-skill")
ID_CARD = LIAONING.id_types.value[0]

LAW, TAX = SessionId("1-1"), SessionId("1-2")
R1, R2, R9 = RoomId("001"), RoomId("002"), RoomId("009")
A1, A2, A3 = (Ticket(f"210100001{n:03}") for n in (1, 2, 3))
B1, B2, B3 = (Ticket(f"210100002{n:03}") for n in (1, 2, 3))
NOBODY = Ticket("210100009999")
ADMIN, GUIDE = PersonId("W1"), PersonId("R001")
STRANGER = PersonId("Zhou Li")
"""A name where the code of the staff list belongs."""
LOCK, LOCK_KEY = LockSerial("KW-1"), '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}'
ROOM_LOCK = LockSerial("JK-1")
STAMP = "2021-10-22 16:05:33"


def digest(text: str) -> Digest:
    return Digest(text.encode().hex().ljust(64, "0"))


D1, D2 = digest("one"), digest("two")


def session(minutes: int = 90, *, media: bool = False, paper: bool = False) -> Session:
    return Session(LAW, 1, "law", at("8:30"), minutes, media, paper)


def exam(*sessions: Session) -> Exam:
    both = (session(), Session(TAX, 1, "tax", at("10:40"), 90))
    return Exam(ExamId("jj2021"), "Economics", "intermediate", LIAONING.id, "chain", sessions or both)


def plan(timestamp: str = STAMP, *, overbook_percent: int = 0) -> SitePlan:
    rooms = (
        Room(R1, "Lab 1", "North", 3, 40, overbook_percent=overbook_percent),
        Room(R2, "Lab 2", "North", 4, 40),
    )
    return SitePlan(SiteCode("2101"), "School", "Street 1", ("024-1",), timestamp, rooms)


def candidate(ticket: Ticket, name: str, id_number: str, room: RoomId, *sessions: SessionId) -> Candidate:
    places = tuple(Allotment(one, room, ticket[-3:]) for one in sessions)
    return Candidate(ticket, name, ID_CARD, id_number, places)


CANDIDATES = (
    candidate(A1, "王\uf9f4", "21010119900101123x", R1, LAW, TAX),
    candidate(A2, "Ｌｉ Ming", "210101199001014321", R1, LAW, TAX),
    candidate(A3, "欧阳娜", "210101199001010003", R1, LAW),
    candidate(B1, "王芳", "210101199001010011", R2, LAW, TAX),
    candidate(B2, "赵一", "210101199001010012", R2, LAW),
    candidate(B3, "钱二", "210101199001010013", R2, LAW, TAX),
)
PEOPLE = directory(
    CANDIDATES, (StaffMember(ADMIN, "Sun", Role.SITE_ADMIN), StaffMember(GUIDE, "Zhou", Role.ROOM_ADMIN, R1))
)
LOCKS = (
    RegisteredLock(ROOM_LOCK, RegisteredAs.INVIGILATION, "{}", software=False, room=R1),
    RegisteredLock(LOCK, RegisteredAs.SITE, LOCK_KEY, software=False),
)


def taken_in(
    edition: int = 1, rules: Rulebook = LIAONING, *sessions: Session, timestamp: str = STAMP, overbook: int = 0
) -> tuple[Fact, ...]:
    """A package in force with both rooms arranged."""
    package = Package(
        edition,
        digest(f"package {edition}"),
        exam(*sessions),
        plan(timestamp, overbook_percent=overbook),
        rules,
        digest("roster"),
        digest("staff"),
        digest("members"),
        LOCKS,
    )
    known = {one.id for one in package.exam.sessions}
    rooms = (one for one in room_places(CANDIDATES) if one.session in known)
    return (PackageTakenIn(package), *(RoomArranged(one.session, one.room, one.places) for one in rooms))


ENROLLED = SiteEnrolled(
    Mode.REAL, SiteCode("2101"), LOCK_KEY, "appointment", LOCK, LOCK_KEY, software_lock=False, machine="A"
)
STAGES: dict[str, tuple[Fact, ...]] = {
    "enrolled": (ENROLLED,),
    "packaged": taken_in(),
    "prepared": (
        TimestampRecorded(Source.PLATFORM, STAMP, normalised=False),
        TimestampRecorded(Source.CALIBRATION, STAMP, normalised=False),
        ScanChecked(passed=True),
        ExamAuthorized("E-1", D1),
    ),
    "authorized": (StartAuthorized(LAW, "S-1", D1, 0),),
    "released": (RoomsReleased(LAW, (R1, R2), "1-1-S"),),
    "started": (RoomStarted(LAW, R1, at("8:30"), GUIDE), RoomStarted(LAW, R2, at("8:30:20"), GUIDE)),
    "confirmed": (
        AttendanceConfirmed(LAW, R1, (A1, A2), (A3,), at("8:40"), GUIDE),
        AttendanceConfirmed(LAW, R2, (B1, B2, B3), (), at("8:41"), GUIDE),
    ),
    "reported": (
        RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1,), (A2,), ()),
        RoomResultKept(LAW, R2, D2, 1, ROOM_LOCK, (B1, B2, B3), (), ()),
    ),
    "ended": (RoomEnded(LAW, R1, at("10:01"), ADMIN), RoomEnded(LAW, R2, at("10:01"), ADMIN)),
    "checked": (AnswersChecked(LAW, at("10:10")),),
}


def signers(*roles: Role) -> tuple[Signer, ...]:
    """One person a role, the operator first."""
    return tuple(Signer(PersonId(f"W{n}"), role, f"pin:{n}") for n, role in enumerate(roles, 1))


def desk(
    *roles: Role, now: datetime | None = None, rules: Rulebook = LIAONING, locks: tuple[LockSerial, ...] = (LOCK,)
) -> Desk:
    """The site administrator with the chief beside and the lock in, unless said otherwise; late on the exam day."""
    people = signers(*(roles or (Role.SITE_ADMIN, Role.CHIEF)))
    return Desk(now or at("12:00"), people, rules, PEOPLE, "A", frozenset(locks))


def twice(desk: Desk, role: Role) -> Desk:
    """The operator signs again, in another role."""
    return replace(desk, signers=(desk.operator, replace(desk.operator, role=role)))


class Story:
    """Given, when, then. `done` is a `when` that must be taken, and whose facts come to stand."""

    def __init__(self, stage: str = "") -> None:
        """Everything up to and including this stage of a plain morning."""
        self.site = Site()
        self.answer: Decision = ()
        names = list(STAGES)
        for name in names[: names.index(stage) + 1] if stage else ():
            self.given(*STAGES[name])

    def given(self, *facts: Fact) -> Self:
        for fact in facts:
            fact.apply(self.site)
        return self

    def when(self, operation: Operation, at: Desk | None = None) -> Self:
        here = at or desk()
        self.answer = permitted(operation, self.site, here) or operation.decide(self.site, here)
        return self

    def done(self, operation: Operation, at: Desk | None = None) -> Self:
        answer = self.when(operation, at).answer
        assert isinstance(answer, tuple), answer
        return self.given(*answer)

    def then(self, *expected: Fact | Refusal) -> Self:
        answer = self.answer if isinstance(self.answer, tuple) else (self.answer,)
        assert answer == expected
        return self

    def refused(self, refusal: Refusal, *facts: Fact) -> Self:
        """A no that leaves these facts behind."""
        assert self.answer == Refused(refusal, facts)
        return self

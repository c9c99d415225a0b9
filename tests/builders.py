"""Words for tests: given facts, when someone asks, then facts or a refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Self

from app.core.arrangement import PackageTakenIn, RoomArranged, room_places
from app.core.attendance import AttendanceConfirmed
from app.core.authorization import ExamAuthorized, StartAuthorizationReceived, StartAuthorized
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.closing import AnswersChecked, RoomEnded
from app.core.directory import directory
from app.core.end_phase import ViolationsConfirmed
from app.core.enrolment import SiteEnrolled
from app.core.lock_state import Outcome, SealPlace, SupervisedKind
from app.core.operation import Decision, Desk, Fact, Operation, Refusal, Refused, Signer
from app.core.permission import permitted
from app.core.pin import PinChanged
from app.core.plan import Allotment, Candidate, Exam, RegisteredAs, RegisteredLock, Room, Session, SitePlan
from app.core.room_result import RoomResultKept
from app.core.rulebook import Rulebook
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed
from app.core.site import Package, Site, Source
from app.core.staffing import StaffMember
from app.core.start import RoomsReleased, RoomStarted
from app.core.supervision import SupervisionClosed, SupervisionOpened, window
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
    SupervisionNo,
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
ADMIN, CHIEF, OFFICER, DEPUTY = (PersonId(f"W{n}") for n in (1, 2, 3, 4))
GUIDE, GUIDE_2 = PersonId("R001"), PersonId("R002")
STRANGER = PersonId("Zhou Li")
"""A name where the code of the staff list belongs."""
LOCK, LOCK_KEY = LockSerial("KW-1"), '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}'
ROOM_LOCK, ROOM_LOCK_2 = LockSerial("JK-1"), LockSerial("JK-2")
SEAL = "F-001"
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
PASSED = date(2021, 10, 20)


def staff(code: PersonId, name: str, role: Role, room: RoomId | None = None) -> StaffMember:
    """Someone who passed test and drill."""
    return StaffMember(code, name, role, room, test_on=PASSED, drill_on=PASSED)


STAFF = (
    staff(ADMIN, "Sun", Role.SITE_ADMIN),
    staff(CHIEF, "Qian", Role.CHIEF),
    staff(OFFICER, "Li", Role.EXAM_OFFICE),
    staff(DEPUTY, "Wu", Role.DEPUTY),
    staff(GUIDE, "Zhou", Role.ROOM_ADMIN, R1),
    staff(GUIDE_2, "Feng", Role.ROOM_ADMIN, R2),
)
PEOPLE = directory(CANDIDATES, STAFF)
LOCKS = (
    RegisteredLock(ROOM_LOCK, RegisteredAs.INVIGILATION, "{}", software=False, room=R1),
    RegisteredLock(ROOM_LOCK_2, RegisteredAs.INVIGILATION, '{"x":"AQ"}', software=False, room=R2),
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


def watched(number: int, kind: SupervisedKind, since: datetime, *facts: Fact) -> tuple[Fact, ...]:
    """What the site administrator did under the eyes of the chief, begun and ended."""
    name = SupervisionNo(f"A-{number:03}")
    opened = SupervisionOpened(name, kind, ADMIN, CHIEF, since, since + window(kind, LIAONING), LockSerial(""))
    return (opened, *facts, SupervisionClosed(name, Outcome.DONE, since + 20 * MINUTE))


def ready(lock: LockSerial, room: RoomId, holder: PersonId, sitting: str = "A-002") -> tuple[Fact, Fact]:
    """A lock calibrated and taken into use on the morning of the exam."""
    number = SupervisionNo(sitting)
    return LockCalibrated(lock, at("7:10"), 1, number), LockTakenIntoUse(lock, room, holder, number, at("7:15"))


STAGES: dict[str, tuple[Fact, ...]] = {
    "enrolled": (ENROLLED, *(PinChanged(one.code, digest(f"pin {one.code}")) for one in STAFF)),
    "packaged": taken_in(),
    "prepared": (
        TimestampRecorded(Source.PLATFORM, STAMP, normalised=False),
        TimestampRecorded(Source.CALIBRATION, STAMP, normalised=False),
        ScanChecked(passed=True),
        *watched(1, SupervisedKind.RECEIPT, at("15:00", 29), ExamAuthorized("E-1", D1)),
        SealedRoomTested(True, at("16:00", 29), GUIDE),
        SiteAccepted(at("17:00", 29)),
        EquipmentWasSealed(SEAL, SealPlace.SECURE_ROOM, at("18:00", 29)),
    ),
    "opened": (
        EquipmentUnsealed(at("7:00"), None),
        *watched(2, SupervisedKind.LOCKS, at("7:05"), *ready(ROOM_LOCK, R1, GUIDE), *ready(ROOM_LOCK_2, R2, GUIDE_2)),
    ),
    "authorized": (
        *watched(3, SupervisedKind.RECEIPT, at("7:30"), StartAuthorizationReceived(LAW, "S-1", D1)),
        StartAuthorized(LAW, "S-1", D1, 0),
    ),
    "released": (RoomsReleased(LAW, (R1, R2), "1-1-S"),),
    "started": (RoomStarted(LAW, R1, at("8:30"), GUIDE), RoomStarted(LAW, R2, at("8:30:20"), GUIDE)),
    "confirmed": (
        AttendanceConfirmed(LAW, R1, (A1, A2), (A3,), at("8:40"), GUIDE),
        AttendanceConfirmed(LAW, R2, (B1, B2, B3), (), at("8:41"), GUIDE),
    ),
    "reported": (
        RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1,), (A2,), ()),
        RoomResultKept(LAW, R2, D2, 1, ROOM_LOCK_2, (B1, B2, B3), (), ()),
        ViolationsConfirmed(LAW, R1, at("10:00"), GUIDE),
        ViolationsConfirmed(LAW, R2, at("10:00"), GUIDE_2),
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


def by(person: PersonId, role: Role) -> Signer:
    return Signer(person, role, f"pin:{person}")


def present(
    now: datetime, *people: Signer, locks: tuple[LockSerial, ...] = (LOCK,), rules: Rulebook = LIAONING
) -> Desk:
    """These very people, the operator first."""
    return Desk(now, people, rules, PEOPLE, "A", frozenset(locks))


def alone(now: datetime, *locks: LockSerial) -> Desk:
    """The site administrator with nobody beside; the site lock is in, and these."""
    return present(now, by(ADMIN, Role.SITE_ADMIN), locks=(LOCK, *locks))


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

"""The machine of A1 fails for good: a failed reset, consent, package, return. Answering goes from 8:30 to 10:00."""

from __future__ import annotations

from datetime import datetime

from app.core.attendance import AttendanceConfirmed
from app.core.fault import FaultKind, FaultReported
from app.core.gate import Check, CheckName
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.login import LoggedIn
from app.core.media import MediumRegistered
from app.core.operation import Desk, Fact
from app.core.reset import CandidateReset, ResetFailed
from app.core.room_gate import blockers, room_gate
from app.core.room_state import ResetCause, RoomSession, Sitting
from app.core.standalone import ExportStandalone, StandaloneExported
from app.core.standalone_consent import ConsentToStandalone, StandaloneConsented
from app.core.standalone_course import RecordStandaloneLogin, StandaloneLoggedIn
from app.core.standalone_return import StandaloneReturned, TakeStandaloneReturn
from app.core.standalone_state import Custody, Ground, Standalone, VoidReason
from app.core.terms import CauseNo, Digest, FaultNo, IncidentNo, MediumSerial, RoomId, Ticket
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    B2,
    B3,
    CHIEF,
    GUIDE,
    GUIDE_2,
    LAW,
    MINUTE,
    OFFICER,
    R1,
    R2,
    Story,
    at,
    desk,
    digest,
)

FAULT, LOST = FaultNo("AF-001"), IncidentNo("A-001")
CAUSE = CauseNo(FAULT)
MEDIUM, STRANGE_MEDIUM = MediumSerial("U-1"), MediumSerial("U-9")
BACK, BACK_2, COPY = (digest(name) for name in ("back", "back again", "copy"))
KNOWN = MediumRegistered(MEDIUM, "USB-1", OFFICER, read=True)
BROKEN = FaultReported(FAULT, FaultKind.MACHINE, LAW, R1, ("001",), at("8:50"), GUIDE)
LOGGED_IN = LoggedIn(LAW, R1, A1, "001", at("8:31"), GUIDE)
FAILED = (
    CandidateReset(LAW, R1, A1, ResetCause.MACHINE, "001", "010", at("8:52"), GUIDE),
    ResetFailed(LAW, R1, A1, at("8:55"), GUIDE),
)
FAILED_2 = (
    LoggedIn(LAW, R1, A2, "002", at("8:31"), GUIDE),
    CandidateReset(LAW, R1, A2, ResetCause.NETWORK, "002", "012", at("8:52"), GUIDE),
    ResetFailed(LAW, R1, A2, at("8:55"), GUIDE),
)
LOST_ANSWERS = IncidentOpened(LOST, IncidentKind.ANSWERS_LOST, LAW, R1, at("9:30"), GUIDE)


def now(clock: str) -> Desk:
    """The site administrator with the chief beside."""
    return desk(now=at(clock))


def morning(*facts: Fact) -> Story:
    """Everybody of both rooms is there; the machine of A1 is broken, a medium is registered."""
    story = Story("started").given(
        AttendanceConfirmed(LAW, R1, (A1, A2, A3), (), at("8:40"), GUIDE),
        AttendanceConfirmed(LAW, R2, (B1, B2, B3), (), at("8:41"), GUIDE_2),
        KNOWN,
        BROKEN,
    )
    return story.given(*facts)


def after_reset(*facts: Fact) -> Story:
    return morning(LOGGED_IN, *FAILED, *facts)


def asks(
    ground: Ground = Ground.RESET_FAILED,
    *,
    ticket: Ticket = A1,
    by_phone: bool = False,
    given_at: datetime | None = None,
) -> ConsentToStandalone:
    when = given_at or at("8:57")
    return ConsentToStandalone(LAW, ticket, ground, (CAUSE,), CHIEF, by_phone, True, when, GUIDE)


def consented(ticket: Ticket = A1, *, by_phone: bool = False, given_at: datetime | None = None) -> StandaloneConsented:
    when, ground = given_at or at("8:57"), Ground.RESET_FAILED
    return StandaloneConsented(LAW, R1, ticket, ground, (CAUSE,), CHIEF, by_phone, when, at("8:58"), GUIDE)


def goes_out(
    number: int = 1,
    *,
    ticket: Ticket = A1,
    host: RoomId = R1,
    place: str = "020",
    machine: str = "J-20",
    issued_at: datetime | None = None,
    voids: VoidReason | None = None,
    custody: Custody = Custody.OURS,
) -> ExportStandalone:
    file, made = digest(f"{ticket[-4:]} {number}"), custody is Custody.OURS
    nonce, key, secret = ("nonce", f"key of {machine}", digest(f"secret {number}")) if made else ("", "", "")
    when = issued_at or at("9:00")
    return ExportStandalone(
        LAW, ticket, number, custody, host, place, machine, GUIDE, MEDIUM, file, when, nonce, key, secret, voids
    )


def went_out(
    number: int = 1,
    *,
    ticket: Ticket = A1,
    place: str = "020",
    machine: str = "J-20",
    issued_at: datetime | None = None,
    seconds: int = 3600,
    minutes: int = 0,
    voids: VoidReason | None = None,
    custody: Custody = Custody.OURS,
) -> StandaloneExported:
    asked = goes_out(
        number, ticket=ticket, place=place, machine=machine, issued_at=issued_at, voids=voids, custody=custody
    )
    return StandaloneExported(
        LAW,
        R1,
        ticket,
        number,
        custody,
        R1,
        place,
        machine,
        GUIDE,
        MEDIUM,
        asked.file,
        asked.issued_at,
        seconds,
        minutes,
        asked.nonce,
        asked.key,
        asked.secret,
        voids,
    )


SECOND_OUT = went_out(
    2, place="021", machine="J-21", issued_at=at("9:20"), seconds=2400, voids=VoidReason.STATION_FAILED
)


def out(*facts: Fact) -> Story:
    """The package of A1 is out since 9:00, with an hour left, for machine J-20 at seat 020."""
    return after_reset(consented(), went_out(), *facts)


def goes_on(clock: str = "9:04") -> RecordStandaloneLogin:
    return RecordStandaloneLogin(LAW, A1, at(clock), GUIDE)


def went_on(clock: str = "9:04", number: int = 1) -> StandaloneLoggedIn:
    return StandaloneLoggedIn(LAW, R1, A1, number, at(clock), GUIDE)


def comes_back(
    number: int = 1, file: Digest = BACK, *, final: bool = True, ticket: Ticket = A1
) -> TakeStandaloneReturn:
    """Opened at 9:03, handed in at 9:59, 56 minutes used, nine of ten questions answered."""
    opened = at("9:03") if number == 1 else at("9:23")
    used = int((at("9:59") - opened) / MINUTE) * 60
    return TakeStandaloneReturn(LAW, ticket, number, file, final, opened, at("9:59"), used, 0, 10, 9, used)


def came_back(number: int = 1, file: Digest = BACK, *, final: bool = True, ticket: Ticket = A1) -> StandaloneReturned:
    """Without a flaw."""
    asked = comes_back(number, file, final=final, ticket=ticket)
    return StandaloneReturned(
        LAW,
        R1,
        ticket,
        number,
        asked.file,
        final,
        asked.opened_at,
        asked.closed_at,
        asked.used_seconds,
        asked.questions,
        asked.answered,
        at("10:01"),
        (),
        asked.open_seconds,
    )


def of(story: Story, ticket: Ticket = A1) -> Sitting:
    sitting = story.site.sitting(LAW, ticket)
    assert sitting
    return sitting


def room(story: Story, number: RoomId = R1) -> RoomSession:
    return story.site.sessions[LAW].rooms[number]


def package_of(story: Story, ticket: Ticket = A1) -> Standalone:
    return story.site.sessions[LAW].standalone[ticket]


def gate(story: Story) -> dict[CheckName, Check]:
    return {one.name: one for one in room_gate(story.site, room(story))}


def open_in(story: Story) -> tuple[CheckName, ...]:
    return blockers(story.site, room(story))

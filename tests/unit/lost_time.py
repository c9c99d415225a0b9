"""Lost answering time for tests: a room where everybody came, what failed there, and what was asked for and given."""

from __future__ import annotations

from app.core.attendance import AttendanceConfirmed
from app.core.code_entry import CodeEntered
from app.core.consent import ConsentGiven
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ExtraTimeAppliedFor
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.login import LoggedIn
from app.core.operation import Fact
from app.core.rulebook import Tier
from app.core.terms import ApplicationNo, CauseNo, Digest, FaultNo, GrantNo, RoomId, Ticket, TransferNo
from app.core.time_state import LossCause, Means
from app.core.transfer import TransferredIn, TransferredOut
from app.crypto.codes import Purpose
from tests.builders import A1, A2, A3, B1, D1, GUIDE, LAW, R1, R2, Story, at

POWER, NETWORK, SEAT = (FaultNo(f"AF-00{n}") for n in (1, 2, 3))
ASKED = ApplicationNo("AS-001")
STANDBY = RoomId("003")
NO_TOKEN = Digest("")


def everybody() -> Story:
    """All three of the first room are there, at their seats 001 to 003; the second room holds one."""
    story = Story("started").given(AttendanceConfirmed(LAW, R1, (A1, A2, A3), (), at("8:40"), GUIDE))
    return story.given(AttendanceConfirmed(LAW, R2, (B1,), (), at("8:41"), GUIDE))


def fault(
    number: FaultNo, since: str, until: str = "", *seats: str, kind: FaultKind = FaultKind.POWER, room: RoomId = R1
) -> tuple[Fact, ...]:
    """Open where it has no end."""
    reported = FaultReported(number, kind, LAW, room, seats, at(since), GUIDE)
    return (reported, FaultRestored(number, at(until))) if until else (reported,)


def given_minutes(
    minutes: int,
    *tickets: Ticket,
    number: str = "AB-001",
    moved: RoomId | None = None,
    since: str = "8:32",
    until: str = "8:39",
    room: RoomId = R1,
) -> ExtraTimeGiven:
    loss = Loss(LossCause.FAULT, (CauseNo(POWER),), at(since), at(until), GUIDE)
    tier = Tier.ON_THE_SPOT
    return ExtraTimeGiven(GrantNo(number), LAW, room, moved, tickets, minutes, tier, loss, at("8:50"))


def asks(minutes: int, *tickets: Ticket, tier: Tier = Tier.PROVINCE) -> ExtraTimeAppliedFor:
    return ExtraTimeAppliedFor(ASKED, LAW, R1, tickets, minutes, tier, (CauseNo(POWER),), at("9:10"))


def code(minutes: int, subject: str = A1, purpose: Purpose = Purpose.EXTRA_TIME) -> CodeEntered:
    return CodeEntered(ASKED, purpose, subject, minutes, at("9:20"), at("9:20"), GUIDE, verified=True)


def decided(by: Tier) -> ConsentGiven:
    return ConsentGiven(ASKED, by, Means.PHONE, D1, at("9:20"), at("9:20"), GUIDE)


def transferred(out: str, taken: str, login: str = "") -> tuple[Fact, ...]:
    """From the second room to the first."""
    way = TransferNo("A-001")
    facts: tuple[Fact, ...] = (
        TransferredOut(way, LAW, R2, B1, at(out), GUIDE, None, NO_TOKEN),
        TransferredIn(way, LAW, R2, R1, B1, at(taken), GUIDE, NO_TOKEN),
    )
    return (*facts, LoggedIn(LAW, R1, B1, "040", at(login), GUIDE)) if login else facts

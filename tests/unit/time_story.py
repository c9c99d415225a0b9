"""A power cut before the start, and one after it: what was asked, allowed and given, as facts."""

from __future__ import annotations

from dataclasses import replace as swapped

from msgspec.structs import replace

from app.core.code_entry import CodeEntered
from app.core.consent import ConsentGiven
from app.core.delay import DelayAppliedFor
from app.core.directive import DirectiveTaken
from app.core.directory import Speaker
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ExtraTimeAppliedFor
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.operation import Fact
from app.core.rulebook import Tier
from app.core.start import RoomStarted, StartWasLate
from app.core.terms import ApplicationNo, CauseNo, FaultNo, GrantNo, RoomId, Ticket
from app.core.time_state import LossCause, Means, Outcome
from app.crypto.codes import Purpose
from tests.builders import D1, D2, GUIDE, LAW, PEOPLE, R1, R2, Story, at

CUT, DELAY, EXTRA, GRANT = FaultNo("AF-001"), ApplicationNo("AS-001"), ApplicationNo("AS-002"), GrantNo("AB-001")
SPEAKER = Speaker("\U00020bb7田", "director", "024-1")
KNOWN = swapped(PEOPLE, said_by={D1: SPEAKER})
CUT_AT = FaultReported(CUT, FaultKind.POWER, LAW, None, (), at("8:20"), GUIDE)
ASKED = DelayAppliedFor(DELAY, LAW, (R1, R2), 30, Tier.CITY, (CauseNo(CUT),), at("8:35"))
CONSENT = ConsentGiven(DELAY, Tier.CITY, Means.PHONE, D1, at("8:40"), at("8:41"), GUIDE)
CODE = CodeEntered(DELAY, Purpose.DELAY, R1, 45, at("9:02"), at("9:03"), GUIDE, True)
SITE_CODE = replace(CODE, purpose=Purpose.DELAY_SITE, subject="*", verified=False, given_at=at("9:04"))
START = DirectiveTaken(DELAY, Outcome.START, "M-1", D2, (R1,), at("9:40"), at("10:00"), at("9:41"))
POSTPONED = replace(START, outcome=Outcome.POSTPONE, rooms=(R2,), serial="M-2")


def delayed(*facts: Fact) -> Story:
    return Story("released").given(CUT_AT, ASKED, *facts)


def late(
    room: RoomId, clock: str, by: Tier, tier: Tier = Tier.CITY, *, entered_late: bool = False
) -> tuple[Fact, Fact]:
    seconds = int((at(clock) - at("8:30")).total_seconds())
    late = StartWasLate(LAW, room, seconds, tier, by, DELAY, entered_late=entered_late)
    return RoomStarted(LAW, room, at(clock), GUIDE), late


EXTRA_ASKED = ExtraTimeAppliedFor(EXTRA, LAW, R1, (), 31, Tier.PROVINCE, (CauseNo(CUT),), at("9:20"))


def lost(cause: LossCause = LossCause.FAULT, since: str = "8:45", until: str = "9:16") -> Loss:
    return Loss(cause, (CauseNo(CUT),), at(since), at(until), GUIDE)


def given(
    minutes: int,
    *tickets: Ticket,
    number: GrantNo = GRANT,
    tier: Tier = Tier.ON_THE_SPOT,
    moved: RoomId | None = None,
    when: str = "9:18",
    room: RoomId = R1,
) -> ExtraTimeGiven:
    return ExtraTimeGiven(number, LAW, room, moved, tickets, minutes, tier, lost(), at(when))


def running(*facts: Fact) -> Story:
    """The first room has A1 and A2 at work and A3 absent; power was gone from 8:45 to 9:16."""
    return Story("confirmed").given(replace(CUT_AT, happened_at=at("8:45")), FaultRestored(CUT, at("9:16")), *facts)

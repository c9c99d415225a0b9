"""Power fails before or after the start: what tests of delays and extra time begin with."""

from __future__ import annotations

from dataclasses import replace

from app.core.code_entry import CodeEntered, EnterCode
from app.core.consent import ConsentGiven
from app.core.delay import ApplyForDelay, DelayAppliedFor
from app.core.directive import DirectiveTaken
from app.core.extra_time import AuthorityMissing, ExtraTimeGiven, GrantExtraTime, Short
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ExtraTimeAppliedFor
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.operation import Desk, Fact
from app.core.rulebook import Rulebook, Tier
from app.core.start import DelayNotAllowed, RecordStarts, RoomStart, RoomStarted, StartNotCovered, StartWasLate
from app.core.terms import ApplicationNo, CauseNo, ClauseId, FaultNo, GrantNo, Role, RoomId, SessionId, Ticket
from app.core.time_state import LossCause, Means, Outcome
from app.crypto.codes import Purpose
from tests.builders import A1, A2, D1, D2, GUIDE, LAW, LIAONING, R1, Story, at, desk
from tests.unit.code_master import the_code, with_codes

CUT = CauseNo("AF-001")
ASKED = ApplicationNo("AS-001")
GIVEN = GrantNo("AB-001")
CITY, PROVINCE, MINISTRY, RESPONSIBLE, HEAD = Tier.CITY, Tier.PROVINCE, Tier.MINISTRY, Tier.RESPONSIBLE, Tier.HEAD


def here(clock: str, *roles: Role, rules: Rulebook = LIAONING) -> Desk:
    """The site administrator with the chief beside, at a desk whose package has roots."""
    return replace(desk(*roles, now=at(clock), rules=rules), directory=with_codes())


def cut(
    number: str = CUT,
    room: RoomId | None = None,
    since: str = "8:20",
    until: str = "",
    *,
    seats: tuple[str, ...] = (),
    session: SessionId | None = LAW,
    kind: FaultKind = FaultKind.POWER,
) -> tuple[Fact, ...]:
    """Of the whole site and not mended, unless said otherwise."""
    fault = FaultNo(number)
    facts = (FaultReported(fault, kind, session, room, seats, at(since), GUIDE),)
    return (*facts, FaultRestored(fault, at(until))) if until else facts


# Before the start


def late(*facts: Fact) -> Story:
    """Both rooms are released; there is no power since 8:20."""
    return Story("released").given(*cut(), *facts)


def apply_for(minutes: int = 30, *rooms: RoomId, session: SessionId = LAW) -> ApplyForDelay:
    return ApplyForDelay(session, rooms or (R1,), minutes, (CUT,))


def applied(minutes: int = 30, *rooms: RoomId, number: ApplicationNo = ASKED) -> DelayAppliedFor:
    return DelayAppliedFor(number, LAW, rooms or (R1,), minutes, CITY, (CUT,), at("8:31"))


def agreed(clock: str = "8:55", authority: Tier = CITY, number: ApplicationNo = ASKED) -> ConsentGiven:
    return ConsentGiven(number, authority, Means.PHONE, D1, at(clock), at(clock), GUIDE)


def code_in(
    purpose: Purpose, subject: str, minutes: int, clock: str = "8:55", number: ApplicationNo = ASKED
) -> CodeEntered:
    return CodeEntered(number, purpose, subject, minutes, at(clock), at(clock), GUIDE, verified=True)


def directive(
    outcome: Outcome = Outcome.START, *rooms: RoomId, clock: str = "9:35", until: str = "", serial: str = "M-1"
) -> DirectiveTaken:
    ends = at(until) if until else None
    return DirectiveTaken(ASKED, outcome, serial, D2, rooms or (R1,), at(clock), ends, at(clock))


def start(clock: str, room: RoomId = R1, session: SessionId = LAW) -> RecordStarts:
    return RecordStarts(session, (RoomStart(room, at(clock)),), GUIDE)


def not_covered(
    clock: str, tier: Tier, clause: str, room: RoomId = R1, session: SessionId = LAW
) -> tuple[DelayNotAllowed, StartNotCovered]:
    """A start that nobody allowed: the refusal, and what is noted although it does not count."""
    return (
        DelayNotAllowed(session, room, tier, at(clock), ClauseId(clause)),
        StartNotCovered(session, room, at(clock), tier, GUIDE),
    )


def started(clock: str, story: Story, rules: Rulebook = LIAONING, room: RoomId = R1) -> Story:
    """Asked an hour later, as it is when the room reports late."""
    return story.when(start(clock, room), here("11:00", rules=rules))


def lateness(
    clock: str, tier: Tier, by: Tier, room: RoomId = R1, *, entered_late: bool = False
) -> tuple[Fact, StartWasLate]:
    seconds = int((at(clock) - at("8:30")).total_seconds())
    return (
        RoomStarted(LAW, room, at(clock), GUIDE),
        StartWasLate(LAW, room, seconds, tier, by, ASKED, entered_late=entered_late),
    )


def typed(
    minutes: int, purpose: Purpose = Purpose.DELAY, subject: str = R1, clock: str = "8:55", session: SessionId = LAW
) -> EnterCode:
    """The right code for this subject, as it was read out."""
    return EnterCode(ASKED, purpose, subject, the_code(purpose, session, subject, minutes), at(clock), GUIDE)


# After it


def running(*facts: Fact) -> Story:
    """Both rooms at work, roll called; there was no power in the first from 9:00 to 9:31."""
    return Story("confirmed").given(*cut(room=R1, since="9:00", until="9:31"), *facts)


def lost(since: str = "9:00", until: str = "9:31", *causes: CauseNo, cause: LossCause = LossCause.FAULT) -> Loss:
    return Loss(cause, causes or (CUT,), at(since), at(until), GUIDE)


def give(
    minutes: int,
    *tickets: Ticket,
    room: RoomId = R1,
    loss: Loss | None = None,
    without: tuple[Ticket, ...] = (),
    session: SessionId = LAW,
    knowingly: bool = False,
) -> GrantExtraTime:
    """To the whole room where nobody is named."""
    return GrantExtraTime(session, room, tickets, without, minutes, loss or lost(), knowingly)


def was_given(
    minutes: int,
    *tickets: Ticket,
    room: RoomId = R1,
    tier: Tier = Tier.ON_THE_SPOT,
    number: GrantNo = GIVEN,
    moved: RoomId | None = None,
    loss: Loss | None = None,
    clock: str = "9:32",
    door: bool = False,
) -> ExtraTimeGiven:
    """To both of the first room who are there, unless somebody is named."""
    who = tickets or (A1, A2)
    return ExtraTimeGiven(number, LAW, room, moved, who, minutes, tier, loss or lost(), at(clock), door=door)


def asked_for(
    minutes: int, *tickets: Ticket, room: RoomId = R1, tier: Tier = PROVINCE, number: ApplicationNo = ASKED
) -> ExtraTimeAppliedFor:
    return ExtraTimeAppliedFor(number, LAW, room, tickets, minutes, tier, (CUT,), at("9:31"))


def room_code(minutes: int, room: RoomId = R1, number: ApplicationNo = ASKED) -> CodeEntered:
    return code_in(Purpose.EXTRA_TIME_ROOM, room, minutes, "9:32", number)


def own_code(minutes: int, ticket: Ticket = A1, number: ApplicationNo = ASKED) -> CodeEntered:
    return code_in(Purpose.EXTRA_TIME, ticket, minutes, "9:32", number)


def used(story: Story, ticket: Ticket, session: SessionId = LAW) -> int:
    """The minutes of this candidate, all grants added."""
    sitting = story.site.sitting(session, ticket)
    assert sitting
    return sitting.extra_minutes


def short(ticket: Ticket, before: int, total: int, most: int = 0, rule: str = "TIM-13") -> AuthorityMissing:
    """The one candidate for whom an authority is missing, and on what that stands."""
    return AuthorityMissing(LAW, (Short(ticket, before, total, most),), ClauseId(rule))

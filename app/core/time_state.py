"""What the state holds of delays and extra time: applications, what was allowed on them, and the minutes given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.core.rulebook import Tier
from app.core.terms import (
    ApplicationNo,
    CauseNo,
    Digest,
    GrantNo,
    PersonId,
    RoomId,
    SessionId,
    Ticket,
)
from app.crypto.codes import Purpose


class Measure(StrEnum):
    """What is applied for."""

    DELAY = "delay"
    EXTRA_TIME = "extra_time"


class Means(StrEnum):
    """How a consent came (J-45)."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    MESSAGE = "message"
    LETTER = "letter"


class Outcome(StrEnum):
    """What a directive decides about rooms that are more than an hour late (TIM-04)."""

    START = "start"
    POSTPONE = "postpone"
    CANCEL = "cancel"


class LossCause(StrEnum):
    """By what answering time was lost (TIM-11). What the candidate caused is never made good."""

    FAULT = "fault"
    MOVE = "move"
    """Changing the machine, the seat or the room."""
    STAFF = "staff"
    DISTURBANCE = "disturbance"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Consent:
    """Somebody outside agreed; `said_by` is the personal blob that holds name, office and telephone.

    `given_at` is when they said so, `entered_at` when the desk noted it: both are printed (TIM-02).
    """

    authority: Tier
    means: Means
    said_by: Digest
    given_at: datetime
    entered_at: datetime
    told_to: PersonId


@dataclass(frozen=True, slots=True)
class EnteredCode:
    """A code that holds: a ceiling of `minutes` for `subject` (room, ticket or "*").

    `verified` is False where the package has opaque codes: nobody here can check those (J-04).
    """

    purpose: Purpose
    subject: str
    minutes: int
    given_at: datetime
    entered_at: datetime
    verified: bool
    text: str = ""
    """Of an opaque code, as it was said."""


@dataclass(frozen=True, slots=True)
class Directive:
    """What the ministry decided for these rooms; a start holds until `until`, None without an end."""

    outcome: Outcome
    serial: str
    document: Digest
    rooms: tuple[RoomId, ...]
    issued_at: datetime
    until: datetime | None
    entered_at: datetime


@dataclass(slots=True)
class Application:
    """What was asked of whom, for which rooms or candidates, and what came of it (TIM-05).

    `tickets` is () for a delay and where the whole room is meant. `minutes`: the delay to be covered, or each
    candidate's sum. `tier`: who was asked, by these minutes.
    """

    number: ApplicationNo
    measure: Measure
    session: SessionId
    rooms: tuple[RoomId, ...]
    tickets: tuple[Ticket, ...]
    minutes: int
    tier: Tier
    causes: tuple[CauseNo, ...]
    asked_at: datetime
    consents: list[Consent] = field(default_factory=list)
    codes: list[EnteredCode] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LateStart:
    """A room that started late, by so many seconds: what that asked for, who allowed it, and on which application.

    `entered_late`: the desk noted what allowed it only after the start.
    """

    room: RoomId
    seconds: int
    tier: Tier
    by: Tier
    application: ApplicationNo
    entered_late: bool


@dataclass(slots=True)
class ExtraTime:
    """One line of the extra-time ledger. `room` is where the time was lost, `moved` the room whose end it moved.

    `moved` is None where only some candidates were given minutes. `at` is when the desk entered it.
    """

    number: GrantNo
    room: RoomId
    moved: RoomId | None
    tickets: tuple[Ticket, ...]
    minutes: int
    tier: Tier
    cause: LossCause
    causes: tuple[CauseNo, ...]
    lost_from: datetime
    lost_until: datetime
    at: datetime
    reported_by: PersonId
    door: bool = False
    tool: str = ""
    """The reference of the ministry's tool, where the minutes were given with it."""
    taken_back_at: datetime | None = None
    taken_back_for: str = ""

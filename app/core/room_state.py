"""What the state holds of one room in one session: who sits there, what it reported, and its result."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.end_state import Override, RoomReport, RoomResult, ScratchPaper
from app.core.terms import Digest, IncidentNo, PersonId, RoomId, SessionId, Ticket, TransferNo


class Presence(StrEnum):
    """Where a candidate is in one session, as far as this desk knows."""

    AWAITED = "awaited"
    PRESENT = "present"
    ABSENT = "absent"
    PENDING = "pending"
    """Transferred out and not yet taken in anywhere."""


class Answers(StrEnum):
    """What became of the answers of someone who was present."""

    OPEN = "open"
    COLLECTED = "collected"
    NEVER_LOGGED_IN = "never_logged_in"
    WRITTEN_OFF = "written_off"


class HoldCause(StrEnum):
    """Why somebody is asked to wait at the door (CAN-01)."""

    NO_TICKET = "no_ticket"
    NO_DOCUMENT = "no_document"
    DOCUMENT_EXPIRED = "document_expired"
    NUMBER_DIFFERS = "number_differs"
    PERSON_UNLIKE = "person_unlike"


@dataclass(frozen=True, slots=True)
class Held:
    """Waits at the door since `at`, which is the time that counts against the end of entry."""

    cause: HoldCause
    at: datetime


@dataclass(frozen=True, slots=True)
class Admitted:
    """Waited at the door and was let in at `at`; `by_chief`: as an exception."""

    cause: HoldCause
    at: datetime
    by_chief: bool


@dataclass(slots=True)
class Suspicion:
    """Somebody else seems to sit for this candidate (CAN-02); what was done about it, by when."""

    incident: IncidentNo
    at_door: bool
    police_at: datetime | None = None
    kept_apart_at: datetime | None = None


class ResetCause(StrEnum):
    """Why a candidate needs the reset (RST-01)."""

    MACHINE = "machine"
    NETWORK = "network"
    PERIPHERAL = "peripheral"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Reset:
    """The newest reset of a candidate; `login` is None while it waits, and False once logging in again failed."""

    cause: ResetCause
    seat_from: str
    seat_to: str
    at: datetime
    login: bool | None = None
    failed_at: datetime | None = None
    """When logging in again was found impossible."""


@dataclass(slots=True)
class Sitting:
    """One candidate in one session; `origin` is the arranged room, `room` where the candidate sits now."""

    ticket: Ticket
    session: SessionId
    origin: RoomId
    room: RoomId
    seat: str | None
    """The seat that is theirs: arranged, drawn, or given on a reset; None before the draw in an overbooked site."""
    presence: Presence = Presence.AWAITED
    entered_at: datetime | None = None
    """When the candidate came in at the door of the first room; a transfer does not change it (OVB-13)."""
    in_room_since: datetime | None = None
    """When the candidate came into `room`, as entered one by one; None for who was there by the roll."""
    marked_absent_at: datetime | None = None
    answers: Answers = Answers.OPEN
    written_off_on: str = ""
    """The incident on which lost answers were written off."""
    logged_in_at: datetime | None = None
    """The first time, at whichever seat."""
    logins_after: tuple[datetime, ...] = ()
    """When they logged in once more."""
    redrawn: int = 0
    """How often the seat was drawn anew."""
    sits_at: str = ""
    """The seat of the last login; "" before it, and from a reset until the next."""
    reset: Reset | None = None
    resets: int = 0
    past_resets: tuple[Reset, ...] = ()
    """Those before the newest one."""
    held: Held | None = None
    admitted: Admitted | None = None
    turned_back_at: datetime | None = None
    """When identity was not proved at the door."""
    suspicion: Suspicion | None = None
    gave_up_at: datetime | None = None
    left_at: datetime | None = None
    left_for: str = ""
    """The cause of leaving before the closure ended, with the chief's consent."""
    claimed_by: RoomId | None = None
    """A second room says that it took this candidate in; open until the chief decides (OVB-15)."""
    disclaimed: tuple[RoomId, ...] = ()
    """Rooms whose claim was decided: they are not heard twice."""
    extra_minutes: int = 0
    """All grants of this session added; not carried into the next one (TIM-15)."""
    standalone: bool = False
    """Went on with a standalone package: no exam machine of the room knows what was answered since."""
    by_hand: bool = False
    """Their answers did not reach the room's machine and are still to be collected by hand (DAT-01)."""
    by_hand_at: datetime | None = None
    """When they were."""

    @property
    def reset_waits(self) -> bool:
        """Reset, and not logged in again nor found impossible (RST-02)."""
        return self.reset is not None and self.reset.login is None

    @property
    def elsewhere(self) -> bool:
        """Logged in at another seat than the own one, which no reset explains (RST-03)."""
        return bool(self.sits_at) and self.sits_at != self.seat


class CalledOff(StrEnum):
    """What a ministry's directive made of a room's session that cannot start (TIM-04)."""

    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class SettledAs(StrEnum):
    """What became of somebody transferred out (H6)."""

    TAKEN_IN = "taken_in"
    CANCELLED = "cancelled"
    """A seat of the own room became free."""
    STAYED = "stayed"
    """Sat in the own room after all."""
    SAT_ELSEWHERE = "sat_elsewhere"
    """Was taken in by another room without the desk hearing of it in time."""
    LEFT = "left"
    """Came and went without sitting anywhere; counts as absent."""
    ABSENT = "absent"
    """Never came; the entry was a mistake."""
    KEPT = "kept"
    """Sits both sessions of a half day and keeps the room of the first (J-48)."""
    MOVED_ROOM = "moved_room"


@dataclass(slots=True)
class Transfer:
    """One way from a room to another; `settled` is None while the candidate is between the two."""

    number: TransferNo
    ticket: Ticket
    out_of: RoomId
    out_at: datetime
    incident: IncidentNo | None = None
    """Set where the site is not overbooked: allowed by the chief on this incident (J-19)."""
    settled: SettledAs | None = None
    settled_at: datetime | None = None
    into: RoomId | None = None
    late: bool = False
    """Settled only after the time of its room was over."""
    ground: str = ""
    """By what it was found, or why it was cancelled; "" for who was taken in."""
    told_by: PersonId | None = None
    """Who told of the end of it."""

    def close(
        self, settled: SettledAs, at: datetime, into: RoomId | None, told_by: PersonId | None = None, ground: str = ""
    ) -> None:
        self.settled, self.settled_at, self.into = settled, at, into
        self.told_by, self.ground = told_by, ground


@dataclass(slots=True)
class RoomSession:
    """One room in one session."""

    session: SessionId
    room: RoomId
    arranged: int = 0
    """How many the arrangement put here; it never changes."""
    transferred_in: int = 0
    transferred_out: int = 0
    sittings: dict[Ticket, Sitting] = field(default_factory=dict)
    """Everyone who belongs here now: arranged here or taken in, less those taken in elsewhere."""
    release: str = ""
    started_at: datetime | None = None
    attendance_confirmed_at: datetime | None = None
    report: RoomReport | None = None
    last_report_number: int = 0
    """Of the reports that came as documents; one typed in later does not reset it."""
    result: RoomResult | None = None
    ended_at: datetime | None = None
    spares: frozenset[str] = frozenset()
    """Spare seats that were in service when it ended."""
    slips: tuple[str, ...] = ()
    """Seats in the order in which the room hands out its slips; () where no list was prepared."""
    second_check_at: datetime | None = None
    reminded_at: datetime | None = None
    moved_to: RoomId | None = None
    """Everyone went on in that room (J-50); it ended here when they left."""
    moved_from: RoomId | None = None
    extra_minutes: int = 0
    """What the whole room was given: it moves closure, reminder and end."""
    door_minutes: int = 0
    """The part of it that was lost while people still came in: it moves the end of entry too."""
    called_off: CalledOff | None = None
    """By the ministry: it does not take place here, or not today (TIM-04)."""
    stations: dict[Ticket, str] = field(default_factory=dict)
    """Seats of this room where somebody, of whichever room, goes on with a standalone package."""
    violations_confirmed_at: datetime | None = None
    answers_confirmed_at: datetime | None = None
    """When the room had collected and verified everybody's answers, as it told (DAT-02)."""
    end_reported_at: datetime | None = None
    """The room ended without the gate, as was told afterwards (DAT-01)."""
    overridden: dict[str, Override] = field(default_factory=dict)
    """Checks of the gate that the chief let stand open, by name."""
    scratch: ScratchPaper | None = None
    violation_sheets: int = 0
    """Numbered blanks that it was given."""
    copies_before: int = 0
    """How many copies of its record there were when what it says last changed after the end."""
    damaged: tuple[Digest, ...] = ()
    """Files of answers that came and could not be verified (DAT-02)."""

    @property
    def in_use(self) -> bool:
        """False for a standby room that was opened and never needed, and for a room that was called off."""
        return bool(self.sittings or self.started_at or self.moved_to) and not self.called_off

    @property
    def runs_from(self) -> datetime | None:
        """What closure, reminder and end are counted from: the start, moved by what the whole room was given (J-11)."""
        return self.started_at + timedelta(minutes=self.extra_minutes) if self.started_at else None

    @property
    def door_from(self) -> datetime | None:
        """What entry is counted from."""
        return self.started_at + timedelta(minutes=self.door_minutes) if self.started_at else None

    @property
    def told(self) -> object:
        """What its record says of answers, to be compared."""
        answers = {ticket: one.answers for ticket, one in self.sittings.items()}
        return answers, bool(self.result and self.result.by_hand), self.overridden.copy()

    def answer_for(self, result: RoomResult) -> None:
        """Take a result in: what the chief let stand of the one before is no longer so."""
        self.result = result
        for check in ("submitted", "result_differs"):
            self.overridden.pop(check, None)

    def doubt(self, *tickets: Ticket) -> None:
        """What the room said of its answers differs there until it is held against the desk, or told, again."""
        self.answers_confirmed_at = None
        self.overridden.pop("result_differs", None)
        if self.result:
            self.result = replace(self.result, differences=tuple(sorted({*self.result.differences, *tickets})))


@dataclass(frozen=True, slots=True)
class LateArrival:
    session: SessionId
    room: RoomId
    ticket: Ticket
    came_at: datetime

"""Go or no-go (开考准备总览): what every room and the site need before the start, each with its answer and cause.

Unknown is not no, and stale is not yes. Nothing is decided here: the chief reads it and signs (see `board_signing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.directory import Directory
from app.core.hardware_verdict import JudgedMachine, judge_all
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import RoomId


class Gate(StrEnum):
    """What is asked of each room, or of the site, in the order of the board."""

    DATA = "data"
    TIMESTAMP = "timestamp"
    LOCK = "lock"
    CALIBRATION = "calibration"
    CLOCK = "clock"
    MACHINES = "machines"
    SPARE = "spare"
    TESTS = "tests"
    STAFF = "staff"
    ITEMS = "items"
    """The other readiness items."""
    FORMS = "forms"
    PRINTER = "printer"
    MIRROR = "mirror"
    """A registered medium to which every entry goes."""
    CLOSED = "closed"
    """The room closed before the day."""


class Answer(StrEnum):
    """What a gate says; NOT_ASKED where the rulebook or the room has no such thing."""

    NO = "no"
    STALE = "stale"
    """It was so once, and something has changed since."""
    UNKNOWN = "unknown"
    """Nobody looked."""
    YES = "yes"
    NOT_ASKED = "not_asked"


class Cause(StrEnum):
    """Why a gate does not say yes."""

    PACKAGE_MISSING = "package_missing"
    NOT_ARRANGED = "not_arranged"
    AUTHORIZATION_MISSING = "authorization_missing"
    NOT_COMPARED = "not_compared"
    TIMESTAMPS_DIFFER = "timestamps_differ"
    SCAN_FAILED = "scan_failed"
    LOCK_OUT = "lock_out"
    LOCK_UNFIT = "lock_unfit"
    NO_ROOM_LOCK = "no_room_lock"
    NOT_CALIBRATED = "not_calibrated"
    CALIBRATED_EARLIER = "calibrated_earlier"
    NOT_IN_USE = "not_in_use"
    TIME_NOT_CONFIRMED = "time_not_confirmed"
    TIME_CONFIRMED_EARLIER = "time_confirmed_earlier"
    CLOCK_NOT_LOOKED_AT = "clock_not_looked_at"
    CLOCK_WRONG = "clock_wrong"
    SITE_MACHINE_UNCHECKED = "site_machine_unchecked"
    INVIGILATION_MACHINE_UNCHECKED = "invigilation_machine_unchecked"
    MACHINES_UNCHECKED = "machines_unchecked"
    MACHINES_FAIL = "machines_fail"
    MACHINES_DOWN = "machines_down"
    """A fault is open there."""
    NO_SPARE_MACHINE = "no_spare_machine"
    SPARE_UNCHECKED = "spare_unchecked"
    NO_SPARE_SEAT = "no_spare_seat"
    SEALED_ROOM_TEST_MISSING = "sealed_room_test_missing"
    SEALED_ROOM_TEST_FAILED = "sealed_room_test_failed"
    NOT_ACCEPTED = "not_accepted"
    LEFT_OUT = "left_out"
    """The acceptance left this room out."""
    TEST_MISSING = "test_missing"
    TEST_FAILED = "test_failed"
    FULL_LOAD_MISSING = "full_load_missing"
    CHIEFS = "chiefs"
    SITE_ADMINS = "site_admins"
    ROOM_ADMINS = "room_admins"
    NOT_QUALIFIED = "not_qualified"
    NOT_TRAINED = "not_trained"
    NOT_DECLARED = "not_declared"
    """Somebody has not handed in a declaration about relatives."""
    NOT_DRAWN = "not_drawn"
    TOO_FEW_INVIGILATORS = "too_few_invigilators"
    SOMEBODY_MISSING = "somebody_missing"
    """Of those drawn, somebody cannot serve."""
    ITEMS_OPEN = "items_open"
    ITEMS_FAULTY = "items_faulty"
    ITEMS_OLD = "items_old"
    DUTY_PHONE_MISSING = "duty_phone_missing"
    FORMS_NOT_PRINTED = "forms_not_printed"
    PRINTER_NOT_TRIED = "printer_not_tried"
    PRINTER_FAULTY = "printer_faulty"
    PRINTER_TRIED_EARLIER = "printer_tried_earlier"
    NO_MEDIUM = "no_medium"
    MIRROR_NOT_BEGUN = "mirror_not_begun"
    MIRROR_OUT = "mirror_out"
    NOT_CLOSED = "not_closed"
    DISTURBED = "disturbed"
    """Somebody was at the machines of a closed room."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One gate of one room, or of the site where `room` is None; `count` is how many are meant, 0 where none is."""

    gate: Gate
    room: RoomId | None
    answer: Answer
    cause: Cause | None = None
    count: int = 0

    @property
    def key(self) -> str:
        """Names the gate, its room and what is wrong with it."""
        return f"{self.gate}/{self.room or ''}/{self.cause or ''}"

    @property
    def open(self) -> bool:
        return self.answer not in (Answer.YES, Answer.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the gates are judged on, for one exam day."""

    site: Site
    rulebook: Rulebook
    people: Directory
    now: datetime
    day: date
    machines: dict[str, JudgedMachine]
    rooms: tuple[RoomId, ...]


Said = tuple[Answer, Cause | None, int]
Look = Callable[[Ground, RoomId | None], Said]
YES: Said = (Answer.YES, None, 0)
NOT_ASKED: Said = (Answer.NOT_ASKED, None, 0)


def no(cause: Cause, count: int = 0) -> Said:
    return Answer.NO, cause, count


def unknown(cause: Cause, count: int = 0) -> Said:
    return Answer.UNKNOWN, cause, count


def stale(cause: Cause, count: int = 0) -> Said:
    return Answer.STALE, cause, count


def exam_day(site: Site, now: datetime) -> date | None:
    """The day that the board is about: today's exam day, the next one, or the last; None before an arrangement."""
    days = sorted({state.plan.starts_at.date() for state in site.sessions.values() if state.rooms})
    return next((day for day in days if day >= now.date()), days[-1] if days else None)


def ground(
    site: Site, rulebook: Rulebook, people: Directory, now: datetime, judged: dict[str, JudgedMachine] | None = None
) -> Ground:
    """`judged`: what `judge_all` said, where whoever looks knows that no machine changed since."""
    day = exam_day(site, now)
    held = (state for state in site.sessions.values() if state.plan.starts_at.date() == day)
    rooms = {room for state in held for room, one in state.rooms.items() if one.in_use and not one.moved_to}
    machines = judge_all(site, rulebook) if judged is None else judged
    return Ground(site, rulebook, people, now, day or now.date(), machines, tuple(sorted(rooms)))


def board(looks: Mapping[Gate, tuple[Look, Look]], here: Ground) -> Iterator[Cell]:
    """The site first, then room by room; `looks` says for each gate how the site and how a room is looked at."""
    for room in (None, *here.rooms):
        for gate, (of_site, of_room) in looks.items():
            yield Cell(gate, room, *(of_room if room else of_site)(here, room))

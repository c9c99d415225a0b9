"""What a gate says after a story: the shape of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.go_no_go import Answer, Cause, Gate
from app.core.operation import Fact
from app.core.rulebook import Rulebook
from app.core.staffing import StaffMember
from app.core.terms import PersonId, RoomId
from tests.builders import (
    LIAONING,
)

NO, STALE, UNKNOWN, YES = Answer.NO, Answer.STALE, Answer.UNKNOWN, Answer.YES


@dataclass(frozen=True)
class Case:
    """`without`: parts of the ready site that are left out; `people`: other people on the staff list."""

    gate: Gate
    room: RoomId | None
    answer: Answer
    cause: Cause | None
    count: int = 0
    facts: tuple[Fact, ...] = ()
    without: tuple[str, ...] = ()
    rules: Rulebook = LIAONING
    until: str = "opened"
    people: tuple[StaffMember, ...] = ()
    gone: tuple[PersonId, ...] = ()

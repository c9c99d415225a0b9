"""What the state holds of the days before: items seen to, tests of rooms, closed rooms, the signed board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import msgspec

from app.core.terms import Digest, PersonId


class LookState(StrEnum):
    """What was found."""

    DONE = "done"
    FAULTY = "faulty"
    NONE_HERE = "none_here"
    """There is none, where that is an answer."""


@dataclass(frozen=True, slots=True)
class Looked:
    """`evidence` is the personal blob with what was written of it, "" for nothing."""

    state: LookState
    at: datetime
    by: PersonId
    evidence: Digest


class TestKind(StrEnum):
    """Tests room by room; the sealed-room test is one of the whole site."""

    __test__ = False

    SIMULATED = "simulated"
    FULL_LOAD = "full_load"
    """Of rooms of a cloud: with every seat at once (FLT-04)."""


@dataclass(frozen=True, slots=True)
class RoomTest:
    """`seats`: how many were tested at once."""

    passed: bool
    seats: int
    at: datetime
    by: PersonId


@dataclass(frozen=True, slots=True)
class ClosedRoom:
    """`opened_at` is None while it is closed. `former`: the seals that it bore before."""

    seal: str
    at: datetime
    disturbed_at: datetime | None = None
    """When somebody was last at its machines since."""
    opened_at: datetime | None = None
    former: frozenset[str] = frozenset()

    @property
    def shut(self) -> bool:
        return self.opened_at is None

    @property
    def disturbed(self) -> bool:
        return self.disturbed_at is not None

    @property
    def last_at(self) -> datetime:
        """When anything last happened at its door or behind it."""
        return max(self.at, self.disturbed_at or self.at, self.opened_at or self.at)


class Go(StrEnum):
    """What the chief decides over the board."""

    GO = "go"
    NO_GO = "no_go"


class OpenGate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A gate that did not say yes: "<gate>/<room>/<cause>", and how many were meant."""

    key: str
    count: int


@dataclass(frozen=True, slots=True)
class BoardSigned:
    """`open`: the gates that were not "yes": the board holds as long as no other one opens, and none more widely.

    `reason` is the personal blob with why it is a go all the same, "" where nothing stood open.
    """

    decision: Go
    day: date
    at: datetime
    by: PersonId
    open: tuple[OpenGate, ...]
    reason: Digest

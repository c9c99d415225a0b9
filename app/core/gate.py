"""Gates (关口): named checks with one state each; every gate of the day is a row of these and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from app.core.terms import ClauseId, Ticket


class CheckState(StrEnum):
    """How a check stands. Open and unknown hold the gate up; a warning is looked at and passed."""

    OK = "ok"
    OPEN = "open"
    WARNING = "warning"
    UNKNOWN = "unknown"
    """Nobody has said it yet."""
    OFF = "off"
    """Not asked for under this rulebook, or in this site."""


class CheckName(StrEnum):
    """Every check there is, in the order of the text: first before the end command, then what follows it."""

    STANDALONE = "standalone"
    BY_HAND = "by_hand"
    ATTENDANCE = "attendance"
    VIOLATIONS = "violations"
    VIOLATIONS_SIGNED = "violations_signed"
    """Each with its paper sheet, and signed or refused before two (VIO-01..03)."""
    SUBMITTED = "submitted"
    ANSWERS = "answers"
    RESULT_DIFFERS = "result_differs"
    PENDING_TRANSFER = "pending_transfer"
    DISPUTED = "disputed"
    """Another room claims somebody of this one."""
    LEDGER = "ledger"
    RATIFIED = "ratified"
    FAULTS = "faults"
    ENDED_EARLY = "ended_early"
    """The room gave its end command before all this, as was told afterwards."""
    PAPER_ENTERED = "paper_entered"
    """What the room wrote while the machine was gone is typed in (DAT-16)."""

    RESULT = "result"
    SCRATCH_PAPER = "scratch_paper"
    RECORD_PRINTED = "record_printed"
    RECORD_SIGNED = "record_signed"
    ENDED = "ended"
    INCIDENTS = "incidents"
    """Somebody on the way of a grave incident has not heard of it (INC-01)."""
    TRANSFER_SHEET = "transfer_sheet"
    """Printed when every room has ended, and signed by the chief (OVB-11)."""
    CHECKED = "checked"
    BACKUP = "backup"
    """Of kind S, on a registered medium (DAT-07)."""
    ROOM_BACKUP = "room_backup"
    """Of kind R, of the room's whole day (DAT-08)."""


class Check(msgspec.Struct, frozen=True):
    """One check as it stands; `tickets` are who it concerns, `count` how many where nobody can be named.

    `hard`: no role lets it stand open. `overridden`: the chief let it stand, and it is a warning for that.
    """

    name: CheckName
    state: CheckState
    clause: ClauseId
    hard: bool = True
    tickets: tuple[Ticket, ...] = ()
    count: int = 0
    overridden: bool = False

    @property
    def blocks(self) -> bool:
        return self.state in (CheckState.OPEN, CheckState.UNKNOWN)


def check(name: CheckName, clause: str, *, open_if: object, hard: bool = True) -> Check:
    """Open where there is something to settle; what is a row of tickets is named."""
    tickets = tuple(sorted(open_if)) if isinstance(open_if, tuple) else ()
    return Check(name, CheckState.OPEN if open_if else CheckState.OK, ClauseId(clause), hard, tickets)


def blocking(gate: Iterable[Check]) -> tuple[CheckName, ...]:
    """What holds the gate up, in its order."""
    return tuple(one.name for one in gate if one.blocks)

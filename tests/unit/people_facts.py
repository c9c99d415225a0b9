"""Facts about one candidate that several tests of views need."""

from __future__ import annotations

from app.core.impersonation import ImpostorSuspected
from app.core.operation import Fact
from app.core.reset import CandidateReset
from app.core.room_state import ResetCause
from app.core.terms import IncidentNo, Ticket
from tests.builders import GUIDE, LAW, R1, at


def reset(ticket: Ticket, old: str, new: str) -> CandidateReset:
    return CandidateReset(LAW, R1, ticket, ResetCause.MACHINE, old, new, at("8:40"), GUIDE)


def suspected(ticket: Ticket, *, at_door: bool = True) -> tuple[Fact, ...]:
    return (ImpostorSuspected(LAW, R1, ticket, IncidentNo("A-009"), at_door, at("8:15"), GUIDE),)

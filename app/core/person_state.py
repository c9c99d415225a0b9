"""What the state holds of the people at work: fitness to serve, declarations, delegation, and their PINs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.terms import Digest, PersonId, Ticket


class DrillTopic(StrEnum):
    """What the hands-on drill covers (STF-09)."""

    FULL_PROCESS = "full_process"
    CHECKS = "checks"
    NETWORK = "network"
    POWER_CUT = "power_cut"
    RESET = "reset"
    EXTRA_TIME = "extra_time"
    STANDALONE = "standalone"
    SPARE_MACHINE = "spare_machine"


@dataclass(slots=True)
class PersonState:
    """What was entered at this desk of one person, beside what the staff list says."""

    test_on: date | None = None
    drill_on: date | None = None
    agreement_on: date | None = None
    trained_on: date | None = None
    declared: bool = False
    """Handed in the declaration about relatives among the candidates."""
    relations: tuple[Ticket, ...] = ()
    verifier: Digest | None = None
    """The personal blob with the verifier of the person's own PIN; None while the first PIN holds."""
    wrong_pins: int = 0
    """Wrong PINs in a row."""
    last_wrong: datetime | None = None


@dataclass(frozen=True, slots=True)
class Delegation:
    """The chief's powers in a deputy's hands, for a time, by a written paper."""

    chief: PersonId
    deputy: PersonId
    paper: str
    since: datetime
    until: datetime

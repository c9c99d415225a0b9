"""What may be asked, what has happened, and what a no looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

import msgspec

from app.core.terms import ClauseId, LockSerial, PersonId, Role, RoomId

if TYPE_CHECKING:
    from app.core.directory import Directory
    from app.core.rulebook import Rulebook
    from app.core.site import Site


@dataclass(frozen=True, slots=True)
class Signer:
    """Someone who signed at this desk in one role. `proof` says by what: "pin:<verifier>" or "lock:<serial>"."""

    id: PersonId
    role: Role
    proof: str


@dataclass(frozen=True, slots=True)
class Desk:
    """All that an operation may know of the moment in which it is asked."""

    now: datetime
    """Trusted site time, whole seconds."""
    signers: tuple[Signer, ...]
    """The operator first, then whoever signed this one step."""
    rulebook: Rulebook
    directory: Directory
    machine: str
    """Names this machine in every number it gives out."""
    locks: frozenset[LockSerial] = field(default_factory=frozenset)
    """Locks proved at this moment."""
    time_confirmed: bool = True
    """False after a restart, until two persons confirmed the site time."""
    behind: int = 0
    """How many entries the mirror lacks; 0 where there is none."""

    @property
    def operator(self) -> Signer:
        return self.signers[0]

    @property
    def beside(self) -> tuple[Signer, ...]:
        """Who signed besides the operator and is somebody else."""
        return tuple(one for one in self.signers[1:] if not self.directory.same(one.id, self.operator.id))


@dataclass(frozen=True, slots=True)
class Demand:
    """Who must be at the desk: the operator in one of `roles`, another person for each of `seconds`, and locks.

    `persons` sign in person besides, where they are not the operator; `locks` are proved besides the site lock.
    `unsigned`: the console itself notes something, and nobody signs.
    """

    roles: frozenset[Role]
    seconds: tuple[frozenset[Role], ...] = ()
    site_lock: bool = False
    persons: tuple[PersonId, ...] = ()
    locks: frozenset[LockSerial] = frozenset()
    unsigned: bool = False


def _kind(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() + "/1"


class Fact(msgspec.Struct, frozen=True, tag_field="fact", tag=_kind, forbid_unknown_fields=True):
    """Something that happened: written once, never changed. Replaying all facts gives the state back."""

    def apply(self, site: Site) -> None:
        raise NotImplementedError


class Refusal(msgspec.Struct, frozen=True):
    """A no, with what the person needs to go on. Its sentence stands in resources/text under its name."""

    clause: ClassVar[ClauseId]

    @property
    def basis(self) -> ClauseId:
        """The row of the clause catalogue on which this no stands."""
        return self.clause


@dataclass(frozen=True, slots=True)
class Refused:
    """A no that must itself be remembered: its facts are recorded first (a late arrival, a wrong code)."""

    refusal: Refusal
    facts: tuple[Fact, ...]


Decision = tuple[Fact, ...] | Refusal | Refused


class Operation(msgspec.Struct, frozen=True):
    """Something a person asks for: who must stand by it, and what then happens, or why not."""

    while_sealed: ClassVar[bool] = False
    """Also open while the equipment is sealed (LCK-06)."""
    any_time: ClassVar[bool] = False
    """Also open before the site time is confirmed after a restart."""
    first_pin: ClassVar[bool] = False
    """Also signed with the PIN that came sealed on paper."""
    after_cleaning: ClassVar[bool] = False
    """Also open once the exam's data were cleaned (DAT-10)."""
    mirrored: ClassVar[bool] = False
    """A gate that waits for the mirror, or goes on without it loudly; nothing on which a deadline lies (DAT-16)."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        raise NotImplementedError

    def decide(self, site: Site, desk: Desk) -> Decision:
        raise NotImplementedError

    def of_room(self, site: Site) -> RoomId | None:
        """The one room that it is about; who serves another room may not ask for it."""
        room: RoomId | None = getattr(self, "room", None)
        return room


OFFICE = frozenset({Role.SITE_ADMIN})
SUPERVISORS = frozenset({Role.EXAM_OFFICE, Role.RESIDENT, Role.CHIEF, Role.DEPUTY})
"""Who may verify a step as its second person (LCK-03, J-28)."""
CHIEF = frozenset({Role.CHIEF})
"""The chief examiner, or a deputy by written delegation (STF-01)."""
ROOM = frozenset({Role.SITE_ADMIN, Role.ROOM_ADMIN, Role.INVIGILATOR})


SECOND_PERSON = SUPERVISORS | OFFICE
"""Who may verify a step under the A/B rule: also another site administrator (LCK-15)."""


def office(
    operation: Operation, desk: Desk, verified_by: frozenset[Role] = SUPERVISORS, *, site_lock: bool = False
) -> Demand:
    """The site administrator asks, and one of `verified_by` verifies where the rulebook lists the step."""
    listed = type(operation).__name__ in desk.rulebook.two_persons.value
    return Demand(OFFICE, (verified_by,) if listed else (), site_lock)


class NotYetHappened(Refusal, frozen=True):
    """What happens in a room is reported after it happened, never before."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-05")
    happened_at: datetime
    now: datetime


class PersonUnknown(Refusal, frozen=True):
    """Who reported it is named by the code of the staff list, so that no name gets into the journal."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-01")
    person: PersonId


def untold(happened_at: datetime, reported_by: PersonId, desk: Desk) -> Refusal | None:
    """Why a report from a room cannot be taken: it lies ahead of us, or nobody on the staff list made it."""
    if happened_at > desk.now:
        return NotYetHappened(happened_at, desk.now)
    if reported_by not in desk.directory.staff and reported_by != desk.operator.id:
        return PersonUnknown(reported_by)
    return None

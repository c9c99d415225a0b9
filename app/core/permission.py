"""Who may ask for what: the one place that knows, and every no that it says (section G)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from app.core.locks import unfit
from app.core.mirror import mirror_waits
from app.core.operation import Demand, Desk, Operation, Refusal, Signer
from app.core.plan import RegisteredAs
from app.core.site import Site
from app.core.staffing import MustAvoid, may_serve, related_in, room_of_person
from app.core.terms import ClauseId, LockSerial, Mode, PersonId, Role, RoomId, SessionId

LOCK_HOLDER = PersonId("lock")
"""Signs as site administrator by lock and PIN while no staff list is in; afterwards people sign as themselves."""
_OWN_ROOM = frozenset({Role.ROOM_ADMIN, Role.INVIGILATOR})


def permitted(operation: Operation, site: Site, desk: Desk) -> Refusal | None:
    """Nobody counts twice, nobody signs for what is not theirs, and sealed means sealed."""
    demand = operation.demand(site, desk)
    if demand.unsigned:
        return None
    if not desk.signers:
        return NobodySignedIn()
    return (
        _open_now(operation, site, desk)
        or _fit_to_sign(operation, site, desk)
        or _signed(operation, demand, site, desk)
        or _proved(demand, site, desk)
    )


def _open_now(operation: Operation, site: Site, desk: Desk) -> Refusal | None:
    if site.package and not desk.time_confirmed and not operation.any_time:
        return SiteTimeUnconfirmed()
    if site.sealed and site.seal and not operation.while_sealed:
        return SealBroken(site.seal.broken) if site.seal.broken else EquipmentSealed()
    if site.safe.cleaned and not operation.after_cleaning:
        return CleanedAlready(site.safe.cleaned.at)
    return mirror_waits(site, desk) if operation.mirrored else None


def _fit_to_sign(operation: Operation, site: Site, desk: Desk) -> Refusal | None:
    for signer in desk.signers:
        if signer.id == LOCK_HOLDER:
            if site.package:
                return StaffSignsNow()
        elif no := may_serve(site, desk, signer.id, signer.role):
            return no
        elif site.mode is Mode.REAL and not site.person(signer.id).verifier and not operation.first_pin:
            return FirstPinStill(signer.id)
        elif (room := operation.of_room(site)) and (ticket := related_in(site, desk, signer.id, room)):
            return MustAvoid(signer.id, ticket)
    return None


def gone(desk: Desk) -> Refusal | None:
    """Whoever signed in before a newer staff list came, and is not on it or in another role; asked at the door.

    Without a list nobody can tell.
    """
    staff = desk.directory.staff
    for signer in desk.signers if staff else ():
        member = staff.get(signer.id)
        if signer.id != LOCK_HOLDER and (member is None or member.role is not signer.role):
            return SignAnew(signer.id)
    return None


def _signed(operation: Operation, demand: Demand, site: Site, desk: Desk) -> Refusal | None:
    if not acts_as(desk.operator, demand.roles, site, desk.now):
        return NotYourRole(desk.operator.role, tuple(sorted(demand.roles)))
    if no := _own_room(operation, site, desk):
        return no
    for wanted in demand.persons:
        if wanted not in {person.id for person in desk.signers}:
            return ThisPersonNeeded(wanted)
    free = desk.beside
    for roles in demand.seconds:
        second = _first(free, roles, site, desk.now)
        if second is None:
            return AnotherPersonNeeded(tuple(sorted(roles)))
        free = tuple(person for person in free if not desk.directory.same(person.id, second.id))
    return None


def _first(people: Iterable[Signer], roles: frozenset[Role], site: Site, now: datetime) -> Signer | None:
    return next((person for person in people if acts_as(person, roles, site, now)), None)


def acts_as(signer: Signer, roles: frozenset[Role], site: Site, now: datetime) -> bool:
    """In the own role; a deputy also as chief while a written delegation holds (STF-01)."""
    if signer.role in roles:
        return True
    given = site.delegation
    delegated = given is not None and given.deputy == signer.id and given.since <= now <= given.until
    return Role.CHIEF in roles and signer.role is Role.DEPUTY and delegated


def _own_room(operation: Operation, site: Site, desk: Desk) -> Refusal | None:
    """Who serves one room acts for that room only (G1)."""
    room, member = operation.of_room(site), desk.directory.staff.get(desk.operator.id)
    if desk.operator.role not in _OWN_ROOM or member is None or room is None:
        return None
    # What concerns a session of yesterday is done by who served there yesterday.
    session = site.sessions.get(getattr(operation, "session", None) or SessionId(""))
    own = room_of_person(site, member, session.plan.starts_at.date() if session else desk.now.date())
    if own == "":
        return NoRoomDrawn(room)
    return None if own in (room, None) else NotYourRoom(room, own)


def _proved(demand: Demand, site: Site, desk: Desk) -> Refusal | None:
    if demand.site_lock:
        serial = site.lock.serial
        if no := unfit(site, serial, RegisteredAs.SITE, desk.now):
            return no
        if serial not in desk.locks:
            return SiteLockNeeded(serial)
        state = site.locks.get(serial)
        if state and state.holder and state.holder not in {signer.id for signer in desk.signers}:
            return NotTheCustodian(serial, state.holder)
    if missing := demand.locks - desk.locks:
        return LockNotProved(min(missing))
    return None


class NotYourRole(Refusal, frozen=True):
    """The role at this desk may not ask for this."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-02")
    role: Role
    allowed: tuple[Role, ...]


class NotYourRoom(Refusal, frozen=True):
    """Who serves one room does not act for another."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-02")
    room: RoomId
    own: RoomId


class NoRoomDrawn(Refusal, frozen=True):
    """Who was drawn for no room stays in reserve and acts for none."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    room: RoomId


class AnotherPersonNeeded(Refusal, frozen=True):
    """One more person, not yet at this step, in one of these roles."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-15")
    allowed: tuple[Role, ...]


class ThisPersonNeeded(Refusal, frozen=True):
    """This very person signs too: what is handed over is handed from one to the other."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-02")
    person: PersonId


class SiteLockNeeded(Refusal, frozen=True):
    """This step waits until the site lock is in and proved."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-01")
    serial: LockSerial


class LockNotProved(Refusal, frozen=True):
    """This lock has to be in, opened with its PIN, and sign."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-03")
    serial: LockSerial


class NotTheCustodian(Refusal, frozen=True):
    """Only who holds the lock uses it; `holder` has it."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-02")
    serial: LockSerial
    holder: PersonId


class NobodySignedIn(Refusal, frozen=True):
    """No step without a person who signed for it."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-08")


class StaffSignsNow(Refusal, frozen=True):
    """Since the staff list is in, nobody signs as mere holder of the lock."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-15")


class SignAnew(Refusal, frozen=True):
    """The staff list in force no longer has this person, or in another role."""

    clause: ClassVar[ClauseId] = ClauseId("STF-17")
    person: PersonId


class FirstPinStill(Refusal, frozen=True):
    """The PIN that came sealed on paper serves for nothing but choosing an own one."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-08")
    person: PersonId


class EquipmentSealed(Refusal, frozen=True):
    """Until it is unsealed, nothing but looking. The number stays unsaid: it is read off the seal."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-06")


class SealBroken(Refusal, frozen=True):
    """The seal was wrong or broken; the chief decides on this incident first."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-06")
    incident: str


class CleanedAlready(Refusal, frozen=True):
    """The exam's data were cleaned: nothing of it is changed any more."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-10")
    at: datetime


class SiteTimeUnconfirmed(Refusal, frozen=True):
    """After a restart two persons confirm the site time first."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-03")

"""PINs (口令): wrong tries with growing waits, an own PIN instead of the first one, and recovery (SEC-08)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from app.core.operation import SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.person_state import PersonState
from app.core.site import Site
from app.core.terms import ClauseId, Digest, PersonId, Role

RECOVERY = PersonId("recovery")
"""Whoever gives sealed passphrases that are wrong: one count for the site."""
FREE_TRIES = 4
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=15)
"""Whoever types wrong PINs for somebody else must not keep that person out of the morning."""
UNKNOWN = PersonId("")
"""Whoever gave a code that the staff list does not have; all of them share one count."""


def wait_after(wrong: int) -> timedelta:
    """How long the next try waits after so many wrong ones in a row: nothing up to four, then double each time."""
    if wrong <= FREE_TRIES:
        return timedelta(0)
    doubled: int = 1 << min(wrong - FREE_TRIES - 1, 16)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def waits_until(site: Site, person: PersonId) -> datetime | None:
    """When this person may try again; None where there is nothing to wait for.

    An unknown code is no door to guess at: it never waits, so that a wait does not tell which codes there are.
    """
    if person == UNKNOWN:
        return None
    state = site.person(person)
    wait = wait_after(state.wrong_pins)
    return state.last_wrong + wait if wait and state.last_wrong else None


class NoteWrongPin(Operation, frozen=True):
    """Somebody gave a wrong PIN for this person; UNKNOWN where the code was wrong too."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    person: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset(), unsigned=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        return (WrongPinGiven(self.person, desk.now),)


class WrongPinGiven(Fact, frozen=True):
    """A wrong PIN was given for this person."""

    person: PersonId
    at: datetime

    def apply(self, site: Site) -> None:
        state = site.people.setdefault(self.person, PersonState())
        state.wrong_pins += 1
        state.last_wrong = self.at


class NoteRightPin(Operation, frozen=True):
    """After wrong ones the right PIN was given."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    person: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset(), unsigned=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        return (RightPinGiven(self.person),) if site.person(self.person).wrong_pins else ()


class RightPinGiven(Fact, frozen=True):
    """The count of wrong PINs begins anew."""

    person: PersonId

    def apply(self, site: Site) -> None:
        state = site.people.setdefault(self.person, PersonState())
        state.wrong_pins, state.last_wrong = 0, None


class ChangePin(Operation, frozen=True):
    """The operator puts an own PIN in place of the one before; `verifier` is the personal blob that holds it."""

    first_pin: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    verifier: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset(Role))

    def decide(self, site: Site, desk: Desk) -> Decision:
        return (PinChanged(desk.operator.id, self.verifier),)


class PinChanged(Fact, frozen=True):
    """Someone has another PIN from now on."""

    person: PersonId
    verifier: Digest

    def apply(self, site: Site) -> None:
        state = site.people.setdefault(self.person, PersonState())
        state.verifier, state.wrong_pins, state.last_wrong = self.verifier, 0, None
        site.blobs.add(self.verifier)


class RecoverPin(Operation, frozen=True):
    """Someone forgot the PIN: two persons stand by, both sealed passphrases were opened, a new PIN is chosen."""

    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    person: PersonId
    verifier: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(SUPERVISORS | {Role.SITE_ADMIN}, (SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.person not in desk.directory.staff:
            return NobodyToRecover(self.person)
        if any(desk.directory.same(signer.id, self.person) for signer in desk.signers):
            return RecoveryByOthers(self.person)
        return (PinRecovered(self.person, self.verifier),)


class PinRecovered(PinChanged, frozen=True):
    """A forgotten PIN was replaced before two others, with both sealed passphrases."""


class NobodyToRecover(Refusal, frozen=True):
    """The staff list does not name this person."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-08")
    person: PersonId


class RecoveryByOthers(Refusal, frozen=True):
    """Two others stand by when a PIN is replaced."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-08")
    person: PersonId

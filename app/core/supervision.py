"""Steps under supervision (监督操作): a second person signs, and they end within their time (LCK-03, LCK-10)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from app.core.lock_state import Outcome, SupervisedKind, Supervision
from app.core.locks import unfit
from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.plan import RegisteredAs
from app.core.rulebook import Rulebook
from app.core.site import NOBODY, Site
from app.core.terms import ClauseId, LockSerial, PersonId, Role, SupervisionNo

_NO_DEVICE = LockSerial("")


def window(kind: SupervisedKind, rulebook: Rulebook) -> timedelta:
    """How long a step of this kind may take from the supervisor's signature on."""
    rule = rulebook.receipt_minutes if kind is SupervisedKind.RECEIPT else rulebook.sitting_minutes
    return timedelta(minutes=rule.value)


def unsupervised(site: Site, kind: SupervisedKind, desk: Desk) -> Refusal | None:
    """Why a step that wants supervision may not be done now."""
    step = site.supervision(kind)
    if step is None:
        return SupervisionNeeded(kind)
    if desk.directory.same(desk.operator.id, step.supervisor):
        return SupervisorOnly(step.number, step.supervisor)
    return SupervisionLapsed(step.number, step.closes_by) if desk.now > step.closes_by else None


class OpenSupervision(Operation, frozen=True):
    """Begin a step of this kind; who signs beside supervises it. `device`: the VPN key used, "" for none."""

    kind: SupervisedKind
    device: LockSerial = _NO_DEVICE

    def demand(self, site: Site, desk: Desk) -> Demand:
        operators = OFFICE if self.kind is SupervisedKind.RECEIPT else OFFICE | {Role.ROOM_ADMIN}
        return Demand(operators, (SUPERVISORS,), site_lock=self.kind is SupervisedKind.RECEIPT)

    def decide(self, site: Site, desk: Desk) -> Decision:
        ended: tuple[Fact, ...] = ()
        if step := site.supervision(self.kind):
            if desk.now <= step.closes_by:
                return SupervisionOpen(step.number, step.operator, step.supervisor)
            ended = (SupervisionClosed(step.number, Outcome.LAPSED, desk.now),)
        if self.device and (no := self._not_the_key(site, desk)):
            return no
        if no := self._held_by_supervisor(site, desk):
            return no
        number = SupervisionNo(f"{desk.machine}-{len(site.supervisions) + 1:03d}")
        # None where it is only asked what would be said: nothing is entered before the second person stands there.
        others = (one.id for one in desk.beside if one.role in SUPERVISORS)
        supervisor = next(others, NOBODY)
        closes_by = desk.now + window(self.kind, desk.rulebook)
        opened = SupervisionOpened(number, self.kind, desk.operator.id, supervisor, desk.now, closes_by, self.device)
        return (*ended, opened)

    def _held_by_supervisor(self, site: Site, desk: Desk) -> Refusal | None:
        """Nobody holds what is used and supervises its use (LCK-02)."""
        used = {site.lock.serial, self.device} if self.kind is SupervisedKind.RECEIPT else set()
        held = {state.holder: serial for serial, state in site.locks.items() if serial in used and state.holder}
        beside = next((one.id for one in desk.beside if one.id in held), None)
        return SupervisorKeepsNoLock(held[beside], beside) if beside else None

    def _not_the_key(self, site: Site, desk: Desk) -> Refusal | None:
        if no := unfit(site, self.device, RegisteredAs.VPN_KEY, desk.now):
            return no
        state = site.locks.get(self.device)
        if state and state.holder and state.holder != desk.operator.id:
            return KeyHeldByAnother(self.device, state.holder)
        return None


class SupervisionOpened(Fact, frozen=True):
    """A step under supervision began."""

    number: SupervisionNo
    kind: SupervisedKind
    operator: PersonId
    supervisor: PersonId
    opened_at: datetime
    closes_by: datetime
    device: LockSerial

    def apply(self, site: Site) -> None:
        site.supervisions[self.number] = Supervision(
            self.number, self.kind, self.operator, self.supervisor, self.opened_at, self.closes_by, self.device
        )


class CloseSupervision(Operation, frozen=True):
    """End it. A sitting over the locks is done when its supervisor signs again; anything else is given up."""

    while_sealed: ClassVar[bool] = True
    number: SupervisionNo
    done: bool

    def demand(self, site: Site, desk: Desk) -> Demand:
        step = site.supervisions.get(self.number)
        signs = (step.supervisor,) if step and self.done else ()
        rooms = {Role.ROOM_ADMIN} if step and step.kind is SupervisedKind.LOCKS else set()
        return Demand(OFFICE | SUPERVISORS | rooms, persons=signs)

    def decide(self, site: Site, desk: Desk) -> Decision:
        step = site.supervisions.get(self.number)
        if step is None or step.closed_at:
            return NoOpenSupervision(self.number)
        if desk.now > step.closes_by:
            return (SupervisionClosed(self.number, Outcome.LAPSED, desk.now),)
        if self.done and step.kind is SupervisedKind.RECEIPT:
            return NothingReceived(self.number)
        return (SupervisionClosed(self.number, Outcome.DONE if self.done else Outcome.GIVEN_UP, desk.now),)


class SupervisionClosed(Fact, frozen=True):
    """A step under supervision ended: done, given up, or out of its time with nothing kept."""

    number: SupervisionNo
    outcome: Outcome
    at: datetime

    def apply(self, site: Site) -> None:
        step = site.supervisions[self.number]
        step.closed_at, step.outcome = self.at, self.outcome


class SupervisionNeeded(Refusal, frozen=True):
    """First a supervisor signs for a step of this kind."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-03")
    kind: SupervisedKind


class SupervisionOpen(Refusal, frozen=True):
    """One of this kind is open already."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-03")
    number: SupervisionNo
    operator: PersonId
    supervisor: PersonId


class SupervisorOnly(Refusal, frozen=True):
    """Who supervises the step does not do it too."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-03")
    number: SupervisionNo
    supervisor: PersonId


class SupervisionLapsed(Refusal, frozen=True):
    """Its time is over; nothing of it was kept, and it begins anew with a supervisor."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-10")
    number: SupervisionNo
    closes_by: datetime


class NoOpenSupervision(Refusal, frozen=True):
    """No such step is open."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-03")
    number: SupervisionNo


class NothingReceived(Refusal, frozen=True):
    """A receipt is done when the authorizations are in; without any it is given up."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-03")
    number: SupervisionNo


class KeyHeldByAnother(Refusal, frozen=True):
    """The VPN key is in somebody else's custody."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-02")
    serial: LockSerial
    holder: PersonId


class SupervisorKeepsNoLock(Refusal, frozen=True):
    """Nobody holds a lock and supervises its use."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-02")
    serial: LockSerial
    person: PersonId

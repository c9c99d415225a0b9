"""Hardware checklist (硬件检查): machines looked at, by probe or by hand, many at once (RDY-01..09)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import ClassVar

import msgspec

from app.core.hardware_items import VALUES, HardwareItem, MachineKind, Reading, ReadingSource
from app.core.hardware_state import ItemState, MachineState
from app.core.incident import nowhere
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role, RoomId

CHECKERS = OFFICE | {Role.ROOM_ADMIN, Role.TECHNICIAN}
"""Who fills in the checklist (G10)."""
NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}")
"""What names a machine."""
_NONCE = re.compile(r"[0-9A-Z]{8,32}")
_IN_A_ROOM = frozenset({MachineKind.EXAM})
"""Kinds that always stand in a room."""


def round_in_force(site: Site) -> str:
    """The mark that probe files must bear, "" before a round was begun: the last one begun, whatever the clock said."""
    return next(reversed(site.probe_rounds), "")


class MachineCheck(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What was read off one machine, or seen on it."""

    kind: MachineKind
    room: RoomId | None
    machine: str
    readings: tuple[Reading, ...]


class BeginProbeRound(Operation, frozen=True):
    """From now on only files with this mark are taken in; `nonce` is drawn outside, and never used twice."""

    nonce: str

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | {Role.TECHNICIAN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if not _NONCE.fullmatch(self.nonce) or self.nonce in site.probe_rounds:
            return ProbeMarkUnfit()
        return (ProbeRoundBegun(self.nonce, desk.now),)


class ProbeRoundBegun(Fact, frozen=True):
    """Probe files of before are out of date."""

    nonce: str
    at: datetime

    def apply(self, site: Site) -> None:
        site.probe_rounds[self.nonce] = self.at


class CheckMachines(Operation, frozen=True):
    """Enter what machines showed, all of them or none; what is not said of an item stays as it was.

    `nonce`: of the probe round from whose files this comes, "" for what people saw.
    """

    checks: tuple[MachineCheck, ...]
    nonce: str
    happened_at: datetime
    reported_by: PersonId

    def of_room(self, site: Site) -> RoomId | None:
        known = (site.hardware.get(one.machine) for one in self.checks)
        # A machine is not taken out of a room by who serves another.
        rooms = {one.room for one in self.checks} | {one.room for one in known if one}
        return rooms.pop() if len(rooms) == 1 else None

    def demand(self, site: Site, desk: Desk) -> Demand:
        # Who serves one room enters its machines and no others, and makes no failing machine one of another kind.
        known = ((site.hardware.get(one.machine), one.kind) for one in self.checks)
        other_kind = any(state and state.kind is not kind for state, kind in known)
        own = self.of_room(site) and not other_kind
        return Demand(CHECKERS if own else OFFICE | {Role.TECHNICIAN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if self.nonce and self.nonce != round_in_force(site):
            return ProbeOfAnotherRound(self.nonce)
        # Networks know no difference between small and capital letters.
        seen, spelled = set[str](), {name.lower(): name for name in site.hardware}
        facts = []
        for one in self.checks:
            if no := _unfit(site, one, measured=bool(self.nonce)):
                return no
            folded = one.machine.lower()
            other = folded in spelled and one.machine not in site.hardware
            if folded in seen or other:
                return MachineTwice(one.machine)
            seen.add(folded)
            if said := _news(site.hardware.get(one.machine), one, self.happened_at):
                facts.append(MachineChecked(one.kind, one.room, one.machine, said, self.happened_at, self.reported_by))
        return tuple(facts)


def _unfit(site: Site, check: MachineCheck, *, measured: bool) -> Refusal | None:
    if no := nowhere(site, None, check.room):
        return no
    placed = check.room is not None or check.kind not in _IN_A_ROOM
    if not NAME.fullmatch(check.machine) or not placed or (check.kind is MachineKind.SITE and check.room):
        return MachineUnfit(check.machine[:40], check.kind)
    items = [one.item for one in check.readings]
    for one in check.readings:
        said = measured or one.source is ReadingSource.BY_HAND
        if not said or items.count(one.item) > 1 or not VALUES[one.item].fit(one.value):
            return ReadingUnfit(check.machine, one.item, one.value[:40])
    return None


def _news(known: MachineState | None, check: MachineCheck, at: datetime) -> tuple[Reading, ...]:
    """What is to be entered, with what a second look after a restart shows of the address; () for nothing new."""
    if not check.readings:
        return ()
    readings = check.readings
    if known and (kept := _kept(known, {one.item: one for one in readings})):
        readings = (*readings, Reading(HardwareItem.ADDRESS_KEPT, kept, ReadingSource.MEASURED))
    same = known is not None and (known.kind, known.room) == (check.kind, check.room)
    if same and known and all(_entered(known, one, at) for one in readings):
        return ()
    return readings


def _entered(known: MachineState, reading: Reading, at: datetime) -> bool:
    before = known.items.get(reading.item)
    return before is not None and (before.value, before.source, before.at) == (reading.value, reading.source, at)


def _kept(known: MachineState, said: dict[HardwareItem, Reading]) -> str:
    """Whether the address outlived a restart: "" where these are not two looks at one machine with one between."""
    item = HardwareItem
    started, address, before = said.get(item.BOOTED_AT), said.get(item.ADDRESS), known.value(item.ADDRESS)
    booted, card = known.value(item.BOOTED_AT), known.value(item.HARDWARE_ADDRESS)
    other_card = item.HARDWARE_ADDRESS in said and said[item.HARDWARE_ADDRESS].value != card
    if not (started and address and before and booted) or other_card or item.ADDRESS_KEPT in said:
        return ""
    return "" if started.value <= booted else ("yes" if address.value == before else "no")


class MachineChecked(Fact, frozen=True):
    """A machine was looked at."""

    kind: MachineKind
    room: RoomId | None
    machine: str
    readings: tuple[Reading, ...]
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        state = site.hardware.setdefault(self.machine, MachineState(self.kind, self.room, self.machine))
        for room in {self.room, state.room}:
            site.disturb(room, self.at)
        state.kind, state.room = self.kind, self.room
        if self._another_card(state):
            state.items.clear()
        for one in self.readings:
            before = state.items.get(one.item)
            if before is None or before.at <= self.at:
                by_hand = one.source is ReadingSource.BY_HAND
                measured = (before.measured if before else "") if by_hand else one.value
                state.items[one.item] = ItemState(one.value, one.source, self.at, self.reported_by, measured)

    def _another_card(self, state: MachineState) -> bool:
        """Another machine under the name, or a rebuilt one: what the one before showed says nothing of it (H5).

        Read off the machine: what somebody types clears nothing that was measured.
        """
        known = state.items.get(HardwareItem.HARDWARE_ADDRESS)
        measured = (one for one in self.readings if one.source is ReadingSource.MEASURED)
        card = next((one.value for one in measured if one.item is HardwareItem.HARDWARE_ADDRESS), "")
        return bool(known and card and known.value != card and known.at <= self.at)


class RemoveMachines(Operation, frozen=True):
    """Machines that do not serve here after all, or were entered under a wrong name."""

    machines: tuple[str, ...]
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | {Role.TECHNICIAN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(desk.now, self.reported_by, desk):
            return no
        if strange := next((name for name in self.machines if name not in site.hardware), None):
            return NoSuchMachine(strange)
        names = tuple(dict.fromkeys(self.machines))
        return (MachinesRemoved(names, desk.now, self.reported_by),) if names else ()


class MachinesRemoved(Fact, frozen=True):
    """These machines are no longer among those of the site."""

    machines: tuple[str, ...]
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        for name in self.machines:
            gone = site.hardware.pop(name)
            site.disturb(gone.room, self.at)


class ProbeMarkUnfit(Refusal, frozen=True):
    """The mark of a round is drawn by the console, anew each time."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-01")


class ProbeOfAnotherRound(Refusal, frozen=True):
    """These files belong to an earlier round, or to another console."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-01")
    nonce: str


class MachineUnfit(Refusal, frozen=True):
    """No name of a machine, or the kind stands elsewhere: exam machines in a room, the site machine in none."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-01")
    machine: str
    kind: MachineKind


class MachineTwice(Refusal, frozen=True):
    """Two machines bear one name, or one was brought twice."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-01")
    machine: str


class ReadingUnfit(Refusal, frozen=True):
    """No value of this item: empty, below zero, no number, or not what may be chosen."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-01")
    machine: str
    item: HardwareItem
    value: str


class NoSuchMachine(Refusal, frozen=True):
    """Nothing of this machine was entered."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-01")
    machine: str

"""Machines on paper: what each is worth, what is not good of it, and who confirmed what by hand, room by room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from app.core.directory import Directory
from app.core.hardware_items import YES, HardwareItem, MachineKind
from app.core.hardware_verdict import ItemVerdict, JudgedItem, JudgedMachine, MachineVerdict, machines_in
from app.core.site import Site
from app.core.terms import RoomId

CONFIRMED = (HardwareItem.DETECTION, HardwareItem.KEYBOARD, HardwareItem.MOUSE, HardwareItem.SCREEN)
"""What is tried on every exam machine."""
_WELL = frozenset({ItemVerdict.RECOMMENDED, ItemVerdict.MINIMUM, ItemVerdict.NOT_APPLICABLE, ItemVerdict.ADVISED})


class ItemLine(msgspec.Struct, frozen=True):
    """An item that is not good, or of which nothing is known: then `value`, `source` and `by` are "", `at` is None.

    `measured`: what the program read where a person entered a better value since; otherwise "".
    """

    item: str
    verdict: str
    value: str
    wanted: tuple[str, ...]
    raised: bool
    source: str
    by: str
    at: datetime | None
    measured: str = ""


class Group(msgspec.Struct, frozen=True):
    """Machines of one room of which the same is to be said; `room` is "" for those that stand in none.

    `clashes`: all that claim one address, these among them. `all`: these are all machines of their kind in that room
    that were looked at.
    """

    kind: str
    room: str
    verdict: str
    machines: tuple[str, ...]
    items: tuple[ItemLine, ...]
    clashes: tuple[str, ...]
    all: bool


class MachineSums(msgspec.Struct, frozen=True):
    """How many machines of a kind are worth what, by verdict; `spare`: invigilation machines that stand in no room."""

    kind: str
    verdicts: tuple[tuple[str, int], ...]
    spare: int

    @property
    def total(self) -> int:
        return sum(count for _, count in self.verdicts)

    def worth(self, *verdicts: MachineVerdict) -> int:
        return sum(count for verdict, count in self.verdicts if verdict in verdicts)


class Confirmed(msgspec.Struct, frozen=True):
    """On how many exam machines of a room an item was found working, and on how many it was not."""

    item: str
    well: int
    ill: int


class RoomMachines(msgspec.Struct, frozen=True):
    """A room's exam machines: `wanted` are those there should be, `sums` those looked at.

    `by` confirmed keyboard, mouse and display, from `first_at` to `last_at`, None where nobody did. `versions` of the
    exam system on all machines of the room, the invigilation machine's too; `desks` are its names.
    """

    room: str
    name: str
    wanted: int
    sums: MachineSums
    confirmed: tuple[Confirmed, ...]
    by: tuple[str, ...]
    first_at: datetime | None
    last_at: datetime | None
    desks: tuple[str, ...]
    versions: tuple[tuple[str, int], ...]
    raised: bool


def groups(people: Directory, machines: Iterable[JudgedMachine]) -> tuple[Group, ...]:
    """Those of which something is to be said, by kind, room and name."""
    found = dict[tuple[str, str, str, tuple[ItemLine, ...], tuple[str, ...]], list[str]]()
    inside = Counter[tuple[str, str]]()
    for one in machines:
        inside[one.machine.kind, one.machine.room or ""] += 1
        items = tuple(_item(people, item) for item in one.items if item.verdict not in _WELL or item.measured)
        if items or one.clashes:
            same = tuple(sorted({*one.clashes, one.machine.name})) if one.clashes else ()
            key = (one.machine.kind, one.machine.room or "", one.verdict, items, same)
            found.setdefault(key, []).append(one.machine.name)
    kinds = list(MachineKind)
    lines = (
        Group(kind, room, verdict, tuple(names), items, clashes, len(names) == inside[kind, room])
        for (kind, room, verdict, items, clashes), names in found.items()
    )
    return tuple(sorted(lines, key=lambda one: (kinds.index(MachineKind(one.kind)), one.room, one.machines)))


def _item(people: Directory, judged: JudgedItem) -> ItemLine:
    state = judged.state
    return ItemLine(
        item=judged.requirement.item,
        verdict=judged.verdict,
        value=state.value if state else "",
        wanted=judged.wanted,
        raised=judged.raised,
        source=state.source if state else "",
        by=people.staff_name(state.by) if state else "",
        at=state.at if state else None,
        measured=judged.measured,
    )


def sums(kind: MachineKind, machines: Iterable[JudgedMachine]) -> MachineSums:
    """Of the machines of this kind among them."""
    of_kind = [one for one in machines if one.machine.kind is kind]
    count = Counter(one.verdict for one in of_kind)
    verdicts = tuple((verdict.value, count[verdict]) for verdict in MachineVerdict if count[verdict])
    spare = [one for one in of_kind if kind is MachineKind.INVIGILATION and one.machine.room is None]
    return MachineSums(kind, verdicts, len(spare))


def by_room(
    site: Site, people: Directory, rooms: Iterable[RoomId], judged: Mapping[str, JudgedMachine], above: int
) -> tuple[RoomMachines, ...]:
    """`above`: with more exam machines than that the recommended values count."""
    inside = dict[RoomId, list[JudgedMachine]]()
    for one in judged.values():
        if one.machine.room:
            inside.setdefault(one.machine.room, []).append(one)
    return tuple(_room(site, people, room, inside.get(room, []), above) for room in rooms)


def _room(site: Site, people: Directory, room: RoomId, inside: list[JudgedMachine], above: int) -> RoomMachines:
    exam = [one.machine for one in inside if one.machine.kind is MachineKind.EXAM]
    states = [(item, one.items[item]) for one in exam for item in CONFIRMED if item in one.items]
    well = Counter(item for item, state in states if state.value == YES)
    said = [state for item, state in states if item is not HardwareItem.DETECTION]
    versions = Counter(one.machine.value(HardwareItem.EXAM_SYSTEM) or "" for one in inside)
    desks = {one.machine.name for one in inside if one.machine.kind is MachineKind.INVIGILATION}
    serving, plan = site.invigilation.get(room), site.plans[room]
    wanted = max(plan.machines or plan.seats, machines_in(site, room))
    return RoomMachines(
        room=room,
        name=plan.name,
        wanted=wanted,
        sums=sums(MachineKind.EXAM, inside),
        confirmed=tuple(
            Confirmed(item, well[item], sum(other is item for other, _ in states) - well[item]) for item in CONFIRMED
        ),
        by=tuple(dict.fromkeys(people.staff_name(code) for code in sorted({state.by for state in said}))),
        first_at=min((state.at for state in said), default=None),
        last_at=max((state.at for state in said), default=None),
        desks=(serving,) if serving else tuple(sorted(desks)),
        versions=tuple(sorted(versions.items())),
        raised=machines_in(site, room) > above,
    )

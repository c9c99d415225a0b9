"""The machines of the checklist as a list to go through: where each stands, what it is worth, what is wrong first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from app.core.hardware_items import HardwareItem, MachineKind
from app.core.hardware_verdict import (
    DECIDES_EXAM,
    REQUIRED_OF_EXAM,
    ItemVerdict,
    JudgedItem,
    JudgedMachine,
    MachineVerdict,
    judge_all,
)
from app.core.places import listed, spare_seats
from app.core.program_needs import program_unmet
from app.core.rulebook import Rulebook
from app.core.site import SeatMachine, Site
from app.core.terms import PersonId, RoomId

_KINDS = list(MachineKind)
_WRONG = (ItemVerdict.BELOW, ItemVerdict.NOT_CHECKED, ItemVerdict.NOT_LISTED)
"""What is wrong with an item, the worst first."""
_DECISIVE = frozenset({*DECIDES_EXAM, *REQUIRED_OF_EXAM})
_SERVES = frozenset(
    {MachineVerdict.RECOMMENDED, MachineVerdict.MINIMUM, MachineVerdict.UNREAD, MachineVerdict.OFF_LIST}
)


@dataclass(frozen=True, slots=True)
class MachineRow:
    """One machine. `judged` is None for one of the machine list that nobody has looked at.

    `place`: where the machine list has it, by its name or its address; `first`: what is wrong first, `wrong`: how
    many items are.
    """

    kind: MachineKind
    room: RoomId | None
    name: str
    verdict: MachineVerdict
    judged: JudgedMachine | None = None
    place: SeatMachine | None = None
    spare: bool = False
    first: JudgedItem | None = None
    wrong: int = 0
    unmet: tuple[HardwareItem, ...] = ()
    """Of a site machine, what this program needs and it has not."""

    @property
    def key(self) -> tuple[str, str]:
        return (self.room or "", self.name)

    @property
    def address(self) -> str:
        """As it was seen, otherwise as the machine list has it."""
        seen = self.judged.machine.value(HardwareItem.ADDRESS) if self.judged else None
        return seen or (self.place.address if self.place else "")

    @property
    def checked(self) -> tuple[datetime, PersonId] | None:
        """When anything of it was last looked at, and by whom."""
        items = self.judged.machine.items.values() if self.judged else ()
        return max(((one.at, one.by) for one in items), default=None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which machines are shown; None and "" for all of them."""

    kind: MachineKind | None = None
    room: RoomId | None = None
    verdict: MachineVerdict | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat of a room; `row` is the machine that stands there, None where the machine list has none."""

    seat: str
    spare: bool
    in_service: bool
    row: MachineRow | None


def machine_rows(site: Site, rulebook: Rulebook) -> tuple[MachineRow, ...]:
    """Every machine that was looked at, and those of the machine lists that were not; by kind, room and seat."""
    rows = list[MachineRow]()
    found = set[tuple[RoomId, str]]()
    places = {room: _places(machines.values()) for room, machines in site.machines.items()}
    spares = {room: frozenset(spare_seats(plan)) for room, plan in site.plans.items()}
    for judged in judge_all(site, rulebook).values():
        machine = judged.machine
        place = _place(judged, places) if machine.kind is MachineKind.EXAM else None
        spare = False
        if place is not None and machine.room is not None:
            found.add((machine.room, place.seat))
            spare = place.seat in spares.get(machine.room, ())
        wrong = _wrong(judged)
        first = wrong[0] if wrong else None
        unmet = program_needs(judged, rulebook).unmet
        at = (machine.kind, machine.room, machine.name, judged.verdict)
        rows.append(MachineRow(*at, judged, place, spare, first, len(wrong), unmet))
    for room, machines in site.machines.items():
        for seat, one in machines.items():
            if (room, seat) not in found:
                spare = seat in spares.get(room, ())
                rows.append(
                    MachineRow(MachineKind.EXAM, room, one.machine, MachineVerdict.NOT_CHECKED, None, one, spare)
                )
    return tuple(sorted(rows, key=_order))


def _order(row: MachineRow) -> tuple[int, str, str, str]:
    return _KINDS.index(row.kind), row.room or "", row.place.seat if row.place else "", row.name


def _places(machines: Iterable[SeatMachine]) -> dict[str, SeatMachine]:
    """By name and by address: no address is a name."""
    known = tuple(machines)
    return {one.address: one for one in known if one.address} | {one.machine.casefold(): one for one in known}


def _place(judged: JudgedMachine, places: dict[RoomId, dict[str, SeatMachine]]) -> SeatMachine | None:
    machine = judged.machine
    here = places.get(machine.room, {}) if machine.room is not None else {}
    return here.get(machine.name.casefold()) or here.get(machine.value(HardwareItem.ADDRESS) or "")


def _wrong(judged: JudgedMachine) -> tuple[JudgedItem, ...]:
    """What decides about the machine before what only tells how good it is; each from the worst."""
    kind = judged.machine.kind
    wrong = [one for one in judged.items if one.verdict in _WRONG]
    return tuple(sorted(wrong, key=lambda one: (not decides(kind, one.requirement.item), _WRONG.index(one.verdict))))


def worst_first(judged: JudgedMachine) -> tuple[JudgedItem, ...]:
    """Every item: what is wrong from the worst on, then the rest in the order of the notice."""
    wrong = _wrong(judged)
    return (*wrong, *(one for one in judged.items if one not in wrong))


def decides(kind: MachineKind, item: HardwareItem) -> bool:
    """Whether it counts for what a machine is worth: of exam machines the figures are advice (RDY-03)."""
    return kind is not MachineKind.EXAM or item in _DECISIVE


def chosen(rows: Iterable[MachineRow], wanted: Wanted) -> tuple[MachineRow, ...]:
    """Those that fit; the text is part of a name or an address, or a seat."""
    text = wanted.text.strip().casefold()
    return tuple(
        row
        for row in rows
        if wanted.kind in (row.kind, None)
        and wanted.room in (row.room, None)
        and wanted.verdict in (row.verdict, None)
        and (not text or _named(row, text))
    )


def _named(row: MachineRow, text: str) -> bool:
    if text.isascii() and text.isdecimal() and row.place is not None and int(text) == int(row.place.seat):
        return True
    return text in row.name.casefold() or text in row.address


def by_kind(rows: Iterable[MachineRow]) -> dict[MachineKind, int]:
    """How many of each kind, in the order of the notice."""
    counts = Counter(row.kind for row in rows)
    return {kind: counts[kind] for kind in MachineKind}


def by_verdict(rows: Iterable[MachineRow]) -> dict[MachineVerdict, int]:
    """How many are worth what, from the best to the worst."""
    counts = Counter(row.verdict for row in rows)
    return {verdict: counts[verdict] for verdict in MachineVerdict}


def seat_rows(site: Site, room: RoomId, rows: Iterable[MachineRow]) -> tuple[SeatRow, ...]:
    """Every seat of a room with its machine, the spare ones last."""
    plan, serving = site.plans[room], site.spares.get(room, frozenset())
    spares = frozenset(spare_seats(plan))
    here = {row.place.seat: row for row in rows if row.room == room and row.place is not None}
    return tuple(SeatRow(seat, seat in spares, seat in serving, here.get(seat)) for seat in listed(plan))


def meant(rows: Iterable[MachineRow], words: Iterable[str]) -> tuple[tuple[MachineRow, ...], tuple[str, ...]]:
    """The machines that these words name, by name or seat, and the words that name none."""
    known = dict(_names(rows))
    told = [(word, known.get(_folded(word))) for word in words]
    return tuple(row for _, row in told if row), tuple(word for word, row in told if row is None)


def _names(rows: Iterable[MachineRow]) -> Iterator[tuple[str, MachineRow]]:
    """A machine whose name looks like the seat of another one is meant by it."""
    every = tuple(rows)
    for row in every:
        if row.place is not None:
            yield _folded(row.place.seat), row
    for row in every:
        yield _folded(row.name), row


def _folded(word: str) -> str:
    return str(int(word)) if word.isascii() and word.isdecimal() else word.casefold()


@dataclass(frozen=True, slots=True)
class ProgramFit:
    """Whether this program runs on a site machine, as far as is known; `serves`: the notice would have it."""

    unmet: tuple[HardwareItem, ...]
    serves: bool


def program_needs(judged: JudgedMachine, rulebook: Rulebook) -> ProgramFit:
    """The notice and this program ask different things (annex 5 allows Windows 7 and 2 GB); it runs on no other."""
    runs_here = judged.machine.kind is MachineKind.SITE
    return ProgramFit(program_unmet(judged.machine, rulebook) if runs_here else (), judged.verdict in _SERVES)

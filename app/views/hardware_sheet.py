"""What stands on the hardware checklist (硬件检查与验收表): every machine and what is not good of it, acceptance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

import msgspec

from app.core.directory import Directory
from app.core.hardware import MachineChecked, MachinesRemoved
from app.core.hardware_items import HardwareItem, MachineKind
from app.core.hardware_verdict import ItemVerdict, JudgedMachine, judge_all
from app.core.readiness_state import TestKind
from app.core.room_test import RoomsTested
from app.core.rulebook import Rulebook
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.site import Site
from app.core.terms import RoomId
from app.views.machine_lines import Group, MachineSums, RoomMachines, by_room, groups, sums
from app.views.session_times import package_of
from app.views.site_sheet import History, Signatory, SiteSheet, sheet_head, signatories


class RequirementLine(msgspec.Struct, frozen=True):
    """A line of the annex, in the item's own writing; nothing asked for where both are empty."""

    machine: str
    item: str
    recommended: tuple[str, ...]
    minimum: tuple[str, ...]
    advice: bool
    raised: bool


class MachineLine(msgspec.Struct, frozen=True):
    """One machine; `room` is "" where it stands in none, `looks` says how often an item of it was read at most."""

    kind: str
    room: str
    name: str
    verdict: str
    looks: int


class AdviceLine(msgspec.Struct, frozen=True):
    """Advised of a kind of machine: on how many it is there, on how many not, and of how many nobody said."""

    kind: str
    item: str
    there: int
    absent: int
    unknown: int


class RoomTestLine(msgspec.Struct, frozen=True):
    """The last test of a room; `at` is None where none was held. `tests`: how many were."""

    room: str
    kind: str
    passed: bool
    seats: int
    at: datetime | None
    by: str
    tests: int


class SealedTestLine(msgspec.Struct, frozen=True):
    """A sealed-room test of the site."""

    at: datetime
    passed: bool
    by: str


class AcceptanceLine(msgspec.Struct, frozen=True):
    """An acceptance; `holds`: it was not taken back since, and is the last one."""

    at: datetime
    by: tuple[Signatory, ...]
    without: tuple[str, ...]
    holds: bool


class HardwareSheet(SiteSheet, frozen=True):
    """`above`: in a room with more exam machines than that the recommended values count."""

    exam_id: str
    above: int
    requirements: tuple[RequirementLine, ...]
    machines: tuple[MachineLine, ...]
    groups: tuple[Group, ...]
    advice: tuple[AdviceLine, ...]
    rooms: tuple[RoomMachines, ...]
    sums: tuple[MachineSums, ...]
    tests: tuple[RoomTestLine, ...]
    sealed: tuple[SealedTestLine, ...]
    accepted: tuple[AcceptanceLine, ...]
    first_at: datetime | None
    checked_at: datetime | None

    @property
    def last_at(self) -> datetime | None:
        """Of checks, tests and acceptance."""
        tests = (one.at for one in self.tests if one.at)
        sealed, accepted = (one.at for one in self.sealed), (one.at for one in self.accepted)
        checked = (self.checked_at,) if self.checked_at else ()
        return max((*checked, *tests, *sealed, *accepted), default=None)


def hardware_sheet(site: Site, people: Directory, history: History) -> HardwareSheet:
    """Once a package is in force; machines come by room and name."""
    package = package_of(site)
    judged = judge_all(site, package.rulebook)
    rooms = sorted(site.plans)
    looks = _looks(history)
    machines = sorted(judged.values(), key=lambda one: (one.machine.room or "", one.machine.name))
    seen = [state.at for one in machines for state in one.machine.items.values()]
    above = package.rulebook.recommended_above.value
    return HardwareSheet(
        head=sheet_head(site),
        exam_id=package.exam.id,
        above=above,
        requirements=_requirements(package.rulebook),
        machines=tuple(_machine(one, looks) for one in machines),
        groups=groups(people, machines),
        advice=_advice(package.rulebook, machines),
        rooms=by_room(site, people, rooms, judged, above),
        sums=tuple(sums(kind, machines) for kind in MachineKind),
        tests=_tests(site, people, rooms, package.rulebook, history),
        sealed=tuple(
            SealedTestLine(fact.happened_at, fact.passed, people.staff_name(fact.reported_by))
            for fact in (line.fact for line in history)
            if isinstance(fact, SealedRoomTested)
        ),
        accepted=acceptances(site, people, history),
        first_at=min(seen, default=None),
        checked_at=max(seen, default=None),
    )


def _requirements(rulebook: Rulebook) -> tuple[RequirementLine, ...]:
    """The version of the exam system stands in the rulebook itself; without one it is not asked for."""
    version = (rulebook.exam_system.value,) if rulebook.exam_system else ()
    lines = []
    for one in rulebook.hardware:
        recommended, minimum = one.recommended, one.minimum
        if one.item is HardwareItem.EXAM_SYSTEM:
            recommended = minimum = version
        lines.append(RequirementLine(one.machine, one.item, recommended, minimum, one.advice, one.raised))
    return tuple(lines)


def _looks(history: History) -> dict[str, int]:
    """By machine, since it is among those of the site: a second look at one thing is a test again (复检)."""
    read = dict[str, Counter[HardwareItem]]()
    for line in history:
        if isinstance(line.fact, MachineChecked):
            read.setdefault(line.fact.machine, Counter()).update(one.item for one in line.fact.readings)
        elif isinstance(line.fact, MachinesRemoved):
            for name in line.fact.machines:
                read.pop(name, None)
    return {name: max(items.values()) for name, items in read.items()}


def _machine(one: JudgedMachine, looks: Mapping[str, int]) -> MachineLine:
    machine = one.machine
    return MachineLine(machine.kind, machine.room or "", machine.name, one.verdict, looks.get(machine.name, 1))


def _advice(rulebook: Rulebook, machines: list[JudgedMachine]) -> tuple[AdviceLine, ...]:
    lines = []
    for asked in (one for one in rulebook.hardware if one.advice):
        found = [item for one in machines for item in one.items if item.requirement is asked]
        there = sum(item.verdict is not ItemVerdict.ADVISED for item in found)
        unknown = sum(item.state is None for item in found)
        lines.append(AdviceLine(asked.machine, asked.item, there, len(found) - there - unknown, unknown))
    return tuple(lines)


def _tests(
    site: Site, people: Directory, rooms: list[RoomId], rulebook: Rulebook, history: History
) -> tuple[RoomTestLine, ...]:
    """Of every room that is to be tested, and of every other that was."""
    held = Counter(
        (line.fact.kind, one.room) for line in history if isinstance(line.fact, RoomsTested) for one in line.fact.rooms
    )
    used = {room for state in site.sessions.values() for room in state.rooms}
    lines = []
    for kind in TestKind:
        for room in rooms:
            test = site.room_tests.get((kind, room))
            simulated = rulebook.simulated_test.value and room in used
            asked = simulated if kind is TestKind.SIMULATED else site.plans[room].cloud
            if test:
                by = people.staff_name(test.by)
                lines.append(RoomTestLine(room, kind, test.passed, test.seats, test.at, by, held[kind, room]))
            elif asked:
                lines.append(RoomTestLine(room, kind, passed=False, seats=0, at=None, by="", tests=0))
    return tuple(lines)


def acceptances(site: Site, people: Directory, history: History) -> tuple[AcceptanceLine, ...]:
    """With those who signed at the desk."""
    found = [(line, line.fact) for line in history if isinstance(line.fact, SiteAccepted)]
    return tuple(
        AcceptanceLine(
            fact.at,
            signatories(people, line.signers),
            tuple(fact.without),
            site.accepted_at == fact.at and (line, fact) == found[-1],
        )
        for line, fact in found
    )

"""What a machine is worth by annex 5 (配置要求): item by item, then the machine (RDY-01..09, section F2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.hardware_items import VALUES, HardwareItem, MachineKind, ReadingSource
from app.core.hardware_state import ItemState, MachineState
from app.core.rulebook import Requirement, Rulebook
from app.core.site import Site
from app.core.terms import RoomId


class ItemVerdict(StrEnum):
    """From the best to the worst, then what does not count."""

    RECOMMENDED = "recommended"
    MINIMUM = "minimum"
    NOT_LISTED = "not_listed"
    """On no list of the annex, though nothing forbids it (J-21)."""
    NOT_CHECKED = "not_checked"
    BELOW = "below"
    ADVISED = "advised"
    """Advised and not there, or nobody looked: never a fault of the site."""
    NOT_APPLICABLE = "not_applicable"


class MachineVerdict(StrEnum):
    """What the machine is worth, from the best to the worst."""

    RECOMMENDED = "recommended"
    MINIMUM = "minimum"
    UNREAD = "unread"
    """An exam machine that meets the standard, though not every figure was read (RDY-03)."""
    OFF_LIST = "off_list"
    """It meets the standard, and something on it is below the list or on none (RDY-03, J-21)."""
    NOT_CHECKED = "not_checked"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class JudgedItem:
    """`wanted`: the values that would do now, in the item's own writing. `state` is None for what nobody knows.

    `raised`: the recommended value is asked for, because the room has so many machines. `measured`: what the program
    read where a person entered a better value since, otherwise "".
    """

    requirement: Requirement
    verdict: ItemVerdict
    wanted: tuple[str, ...]
    state: ItemState | None
    raised: bool = False
    measured: str = ""


@dataclass(frozen=True, slots=True)
class JudgedMachine:
    """`clashes`: other machines of its room that claim its address."""

    machine: MachineState
    verdict: MachineVerdict
    items: tuple[JudgedItem, ...]
    clashes: tuple[str, ...] = ()


DECIDES_EXAM = (HardwareItem.DETECTION, HardwareItem.KEYBOARD, HardwareItem.MOUSE, HardwareItem.SCREEN)
"""What judges an exam machine; the other values are shown as advice (F-E12)."""
REQUIRED_OF_EXAM = frozenset(
    {HardwareItem.ADDRESS_KEPT, HardwareItem.RESTORE_CARD, HardwareItem.EXAM_SYSTEM}
    | {HardwareItem.VIRUS_FREE, HardwareItem.PROTECTION}
    | {HardwareItem.MICROSOFT_PINYIN, HardwareItem.JIDIAN_WUBI, HardwareItem.SOGOU_PINYIN}
)
"""What is asked of every exam machine besides: no configuration, but how it is set up (RDY-05..08, LCK-13)."""
_PINYIN = frozenset({HardwareItem.MICROSOFT_PINYIN, HardwareItem.JIDIAN_WUBI, HardwareItem.SOGOU_PINYIN})
_ORDER = list(ItemVerdict)


def machines_in(site: Site, room: RoomId) -> int:
    """Exam machines of a room with the spare ones: arrangement, list or checklist, whichever names most."""
    plan = site.plans.get(room)
    checked = sum(one.kind is MachineKind.EXAM and one.room == room for one in site.hardware.values())
    # A newer package may have dropped the room in which a machine was looked at.
    # Where nobody said how many machines there are, there is one for each seat at least.
    arranged = plan.machines or plan.seats if plan else 0
    return max(arranged, len(site.machines.get(room, ())), checked)


def judge_all(site: Site, rulebook: Rulebook) -> dict[str, JudgedMachine]:
    """Every machine by its name, in order of names."""
    claimed: dict[tuple[RoomId | None, str], list[str]] = {}
    for one in site.hardware.values():
        if address := one.value(HardwareItem.ADDRESS):
            claimed.setdefault((one.room, address), []).append(one.name)
    return {
        name: _judge(site, rulebook, one, claimed.get((one.room, one.value(HardwareItem.ADDRESS) or ""), []))
        for name, one in sorted(site.hardware.items())
    }


def _judge(site: Site, rulebook: Rulebook, machine: MachineState, same_address: Sequence[str]) -> JudgedMachine:
    # A spare machine that was put in serves that room, wherever it was looked at.
    served = {machine.room, *(room for room, name in site.invigilation.items() if name == machine.name)} - {None}
    raised = machine.kind is MachineKind.INVIGILATION and any(
        machines_in(site, room) > rulebook.recommended_above.value for room in served if room
    )
    items = tuple(
        _judged(rulebook, machine, one, raised=raised and one.raised)
        for one in rulebook.hardware
        if one.machine is machine.kind
    )
    clashes = tuple(sorted(name for name in same_address if name != machine.name))
    verdict = (_exam if machine.kind is MachineKind.EXAM else _worst)(items)
    return JudgedMachine(machine, MachineVerdict.FAILS if clashes else verdict, items, clashes)


def _judged(rulebook: Rulebook, machine: MachineState, asked: Requirement, *, raised: bool) -> JudgedItem:
    wanted, best = asked.recommended if raised else asked.minimum, asked.recommended
    if asked.item is HardwareItem.EXAM_SYSTEM and rulebook.exam_system:
        wanted = best = (rulebook.exam_system.value,)
    state, short = _known(rulebook, machine, asked.item)
    if _spared(rulebook, asked.item):
        return JudgedItem(asked, ItemVerdict.NOT_APPLICABLE, wanted, state, raised)
    if state is None:
        return JudgedItem(asked, ItemVerdict.ADVISED if asked.advice else ItemVerdict.NOT_CHECKED, wanted, None, raised)
    verdict = _worth(asked, best, wanted, state.value, short)
    read, short = _measured(rulebook, machine, asked.item, state)
    better = read and _ORDER.index(verdict) < _ORDER.index(_worth(asked, best, wanted, read, short))
    return JudgedItem(asked, verdict, wanted, state, raised, read if better else "")


def _worth(asked: Requirement, best: tuple[str, ...], wanted: tuple[str, ...], value: str, short: int) -> ItemVerdict:
    if meets(asked.item, value, best, short):
        return ItemVerdict.RECOMMENDED
    if meets(asked.item, value, wanted, short):
        return ItemVerdict.MINIMUM
    if asked.advice:
        return ItemVerdict.ADVISED
    return ItemVerdict.NOT_LISTED if value in asked.unlisted else ItemVerdict.BELOW


def _spared(rulebook: Rulebook, item: HardwareItem) -> bool:
    if item in _PINYIN:
        return not rulebook.input_methods.value
    return item is HardwareItem.EXAM_SYSTEM and rulebook.exam_system is None


def _known(rulebook: Rulebook, machine: MachineState, item: HardwareItem) -> tuple[ItemState | None, int]:
    """The reading that tells it, and by how much it may fall short: the display takes some of what a system sees."""
    if item is HardwareItem.MEMORY_MIB and item not in machine.items:
        return machine.items.get(HardwareItem.MEMORY_SEEN_MIB), rulebook.memory_shortfall_mib.value
    return machine.items.get(item), 0


def _measured(rulebook: Rulebook, machine: MachineState, item: HardwareItem, state: ItemState) -> tuple[str, int]:
    """What the program read under a value typed by a person, and its shortfall; what a system sees tells the memory."""
    if state.source is not ReadingSource.BY_HAND:
        return "", 0
    if item is HardwareItem.MEMORY_MIB and not (item in machine.items and state.measured):
        seen = machine.items.get(HardwareItem.MEMORY_SEEN_MIB)
        return seen.measured if seen else "", rulebook.memory_shortfall_mib.value
    return state.measured, 0


def meets(item: HardwareItem, value: str, wanted: tuple[str, ...], short: int = 0) -> bool:
    """A number: at least the one wanted, less `short`; a display: both numbers; anything else: one of those wanted."""
    if item is HardwareItem.DISPLAY:
        sides = [tuple(map(int, text.split("x"))) for text in (value, wanted[0])]
        return all(has >= least for has, least in zip(*sides, strict=True))
    if VALUES[item].most:
        return int(value) >= int(wanted[0]) - short
    return value in wanted


def _worst(items: tuple[JudgedItem, ...]) -> MachineVerdict:
    """The worst of its items; what is only advised or not asked for says nothing."""
    verdicts = [one.verdict for one in items if not one.requirement.advice]
    worst = max(
        (one for one in verdicts if one is not ItemVerdict.NOT_APPLICABLE),
        key=_ORDER.index,
        default=ItemVerdict.RECOMMENDED,
    )
    return {
        ItemVerdict.RECOMMENDED: MachineVerdict.RECOMMENDED,
        ItemVerdict.MINIMUM: MachineVerdict.MINIMUM,
        ItemVerdict.NOT_LISTED: MachineVerdict.OFF_LIST,
        ItemVerdict.NOT_CHECKED: MachineVerdict.NOT_CHECKED,
    }.get(worst, MachineVerdict.FAILS)


def _exam(items: tuple[JudgedItem, ...]) -> MachineVerdict:
    """Detection, keyboard, mouse and display decide, and how it is set up; the figures only say how good it is."""
    decisive = _worst(tuple(one for one in items if one.requirement.item in {*DECIDES_EXAM, *REQUIRED_OF_EXAM}))
    if decisive in (MachineVerdict.FAILS, MachineVerdict.NOT_CHECKED):
        return decisive
    whole = _worst(items)
    softer = {MachineVerdict.FAILS: MachineVerdict.OFF_LIST, MachineVerdict.NOT_CHECKED: MachineVerdict.UNREAD}
    return softer.get(whole, whole)

"""Machines as the hardware checklist has them: good ones by the notice's own figures, and what is changed on them."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.hardware import MachineCheck, MachineChecked
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.hardware_verdict import JudgedItem, JudgedMachine, judge_all
from app.core.rulebook import Rulebook
from app.core.terms import RoomId
from tests.builders import GUIDE, LIAONING, R1, Story, at

LOOKED = at("15:00", 28)
_TIDY = {"virus_free": "yes", "protection": "off", "exam_system": "4.3"}
GOOD: Mapping[MachineKind, Mapping[str, str]] = {
    MachineKind.SITE: _TIDY
    | {"cpu_mhz": "2400", "memory_mib": "4096", "free_disk_mib": "51200", "network_mbps": "100", "usb_ports": "2"}
    | {"system": "windows_10", "reaches_room": "yes", "reaches_vpn": "yes", "ups": "yes"},
    MachineKind.INVIGILATION: _TIDY
    | {"cpu_mhz": "2400", "memory_mib": "8192", "free_disk_mib": "20480", "network_mbps": "100", "duplex": "full"}
    | {"system": "windows_7_sp1", "reaches_room": "yes", "reaches_site": "yes", "fixed_address": "yes"}
    | {"usb_ports": "2", "ups": "yes"},
    MachineKind.EXAM: _TIDY
    | {"cpu_mhz": "2000", "free_memory_mib": "1024", "free_disk_mib": "2048", "display": "1024x768"}
    | {"network_mbps": "100", "duplex": "full", "address_kept": "yes", "restore_card": "off", "system": "windows_10"}
    | {"microsoft_pinyin": "yes", "jidian_wubi": "yes", "sogou_pinyin": "yes", "usb_ports": "1"}
    | {"keyboard": "yes", "mouse": "yes", "screen": "yes", "detection": "yes"},
    MachineKind.SWITCH: {"network_mbps": "1000", "spare_switch": "yes"},
}
"""What the notice recommends, at its bound."""


def readings(said: Mapping[str, str | None], source: ReadingSource = ReadingSource.BY_HAND) -> tuple[Reading, ...]:
    """What is None was not read."""
    return tuple(Reading(HardwareItem(item), value, source) for item, value in said.items() if value is not None)


def check(kind: MachineKind, name: str = "PC-1", room: RoomId | None = R1, /, **said: str | None) -> MachineCheck:
    """Seen by a person: these items and no others."""
    return MachineCheck(kind, room, name, readings(said))


def good(kind: MachineKind, name: str = "PC-1", room: RoomId | None = R1, /, **said: str | None) -> MachineChecked:
    """A machine as recommended, but for these items."""
    place = None if kind is MachineKind.SITE else room
    return MachineChecked(kind, place, name, readings({**GOOD[kind], **said}), LOOKED, GUIDE)


def judged(*checked: MachineChecked, rules: Rulebook = LIAONING, story: Story | None = None) -> JudgedMachine:
    """The first of these machines, when all of them stand."""
    return judge_all((story or Story("packaged")).given(*checked).site, rules)[checked[0].machine]


def item(machine: JudgedMachine, name: str) -> JudgedItem:
    """The line of the checklist about this item."""
    (found,) = (one for one in machine.items if one.requirement.item == name)
    return found

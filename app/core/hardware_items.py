"""What is looked at on a machine (附件5 的检查项目), and how its value is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec


class MachineKind(StrEnum):
    """The machines of annex 5."""

    SITE = "site"
    INVIGILATION = "invigilation"
    EXAM = "exam"
    SWITCH = "switch"


class HardwareItem(StrEnum):
    """One thing to look at; amounts in the unit that the name says, MiB and MHz as whole numbers."""

    CPU_MHZ = "cpu_mhz"
    """The most it can do, not what it does just now."""
    MEMORY_MIB = "memory_mib"
    """What is built in."""
    MEMORY_SEEN_MIB = "memory_seen_mib"
    """What its system says it has: less than is built in, where the display takes some (J-20)."""
    FREE_MEMORY_MIB = "free_memory_mib"
    FREE_DISK_MIB = "free_disk_mib"
    DISPLAY = "display"
    """Width and height, "1024x768"."""
    NETWORK_MBPS = "network_mbps"
    DUPLEX = "duplex"
    SYSTEM = "system"
    """One of `SYSTEMS`."""
    EXAM_SYSTEM = "exam_system"
    """The version of the exam system that is installed, without the V (LCK-13)."""
    USB_PORTS = "usb_ports"
    ADDRESS = "address"
    FIXED_ADDRESS = "fixed_address"
    ADDRESS_KEPT = "address_kept"
    """The same address before and after a restart (RDY-07)."""
    REACHES_ROOM = "reaches_room"
    """The machines that it has to reach on the local network."""
    REACHES_SITE = "reaches_site"
    REACHES_VPN = "reaches_vpn"
    VIRUS_FREE = "virus_free"
    PROTECTION = "protection"
    """Firewall and virus scanner: "off", "allowed" through both, or "blocks"."""
    RESTORE_CARD = "restore_card"
    """"off", "none" or "on"."""
    MICROSOFT_PINYIN = "microsoft_pinyin"
    JIDIAN_WUBI = "jidian_wubi"
    SOGOU_PINYIN = "sogou_pinyin"
    KEYBOARD = "keyboard"
    MOUSE = "mouse"
    SCREEN = "screen"
    DETECTION = "detection"
    """The environment detection of the invigilation system (RDY-03)."""
    UPS = "ups"
    SPARE_SWITCH = "spare_switch"
    HARDWARE_ADDRESS = "hardware_address"
    BOOTED_AT = "booted_at"
    """When it was last started by its own clock: tells two looks apart by a restart."""


class ReadingSource(StrEnum):
    """Read off the machine by the probe, or seen and typed in by a person."""

    MEASURED = "measured"
    BY_HAND = "by_hand"


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What one item showed. An item of which nothing is known has no reading."""

    item: HardwareItem
    value: str
    source: ReadingSource


SYSTEMS = frozenset(
    {
        "windows_xp",
        "windows_xp_sp3",
        "windows_7",
        "windows_7_sp1",
        "windows_8",
        "windows_10",
        "windows_11",
        "windows_server",
        "linux",
        "other",
    }
)
"""`windows_server`: of 2003 or later. 8.1 counts as 8 (J-21)."""
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Values:
    """How an item is written: a whole number up to `most`, one of `choices`, or by `pattern`."""

    most: int = 0
    choices: frozenset[str] = frozenset()
    pattern: str = ""

    def fit(self, text: str) -> bool:
        if self.most:
            return text.isascii() and text.isdecimal() and len(text) <= len(str(self.most)) and int(text) <= self.most
        return text in self.choices if self.choices else re.fullmatch(self.pattern, text) is not None


_YES_OR_NO = (
    HardwareItem.FIXED_ADDRESS,
    HardwareItem.ADDRESS_KEPT,
    HardwareItem.REACHES_ROOM,
    HardwareItem.REACHES_SITE,
    HardwareItem.REACHES_VPN,
    HardwareItem.VIRUS_FREE,
    HardwareItem.MICROSOFT_PINYIN,
    HardwareItem.JIDIAN_WUBI,
    HardwareItem.SOGOU_PINYIN,
    HardwareItem.KEYBOARD,
    HardwareItem.MOUSE,
    HardwareItem.SCREEN,
    HardwareItem.DETECTION,
    HardwareItem.UPS,
    HardwareItem.SPARE_SWITCH,
)
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
VALUES: Mapping[HardwareItem, Values] = {
    HardwareItem.CPU_MHZ: Values(most=99_999),
    HardwareItem.MEMORY_MIB: Values(most=9_999_999),
    HardwareItem.MEMORY_SEEN_MIB: Values(most=9_999_999),
    HardwareItem.FREE_MEMORY_MIB: Values(most=9_999_999),
    HardwareItem.FREE_DISK_MIB: Values(most=999_999_999),
    HardwareItem.DISPLAY: Values(pattern=r"[1-9][0-9]{2,4}x[1-9][0-9]{2,4}"),
    HardwareItem.NETWORK_MBPS: Values(most=999_999),
    HardwareItem.DUPLEX: Values(choices=frozenset({"full", "half"})),
    HardwareItem.SYSTEM: Values(choices=SYSTEMS),
    HardwareItem.EXAM_SYSTEM: Values(pattern=r"[0-9]{1,3}(?:\.[0-9]{1,4}){0,3}"),
    HardwareItem.USB_PORTS: Values(most=99),
    HardwareItem.ADDRESS: Values(pattern=rf"(?:{_OCTET}\.){{3}}{_OCTET}"),
    HardwareItem.PROTECTION: Values(choices=frozenset({"off", "allowed", "blocks"})),
    HardwareItem.RESTORE_CARD: Values(choices=frozenset({"off", "none", "on"})),
    HardwareItem.HARDWARE_ADDRESS: Values(pattern=r"[0-9A-F]{12}"),
    HardwareItem.BOOTED_AT: Values(pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"),
    **dict.fromkeys(_YES_OR_NO, Values(choices=frozenset({YES, NO}))),
}
"""Every item has its way to be written."""

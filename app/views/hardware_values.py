"""Values of the hardware checklist as people read and type them: GHz, GB and M as in annex 5."""

from __future__ import annotations

import re
import unicodedata

from app.core.hardware_items import VALUES, HardwareItem

_ITEM = HardwareItem
MEMORY = frozenset({_ITEM.MEMORY_MIB, _ITEM.MEMORY_SEEN_MIB, _ITEM.FREE_MEMORY_MIB, _ITEM.FREE_DISK_MIB})
SYSTEM_NAMES = {
    "windows_xp": "Windows XP",
    "windows_xp_sp3": "Windows XP SP3",
    "windows_7": "Windows 7",
    "windows_7_sp1": "Windows 7 SP1",
    "windows_8": "Windows 8",
    "windows_10": "Windows 10",
    "windows_11": "Windows 11",
    "windows_server": "Windows Server",
    "linux": "Linux",
}
"""All but "other"."""
_AMOUNT = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,3}))? ?([A-Z]*)")
_DISPLAY = re.compile(r"([0-9]+) ?[X*] ?([0-9]+)")
_THOUSANDS: dict[str, int] = {"MHZ": 1, "GHZ": 1000, "": 1000}
_BYTES: dict[str, int] = {"MB": 1, "M": 1, "GB": 1024, "G": 1024, "TB": 1 << 20, "T": 1 << 20, "": 1024}
_BITS: dict[str, int] = {"M": 1, "MBPS": 1, "G": 1000, "GBPS": 1000, "": 1}


def unit(item: HardwareItem) -> str:
    """The unit that a number without one is taken for; "" for what has none."""
    if item is _ITEM.CPU_MHZ:
        return "GHz"
    return "GB" if item in MEMORY else "M" if item is _ITEM.NETWORK_MBPS else ""


def amount(item: HardwareItem, value: str) -> str:
    """A number, size or version with its unit, never rounded up: 2399 MHz must not look like 2.4 GHz."""
    if item is _ITEM.CPU_MHZ:
        return f"{_cut(int(value), 1000)} GHz"
    if item in MEMORY:
        return f"{value} MB" if int(value) < 1024 else f"{_cut(int(value), 1024)} GB"
    if item is _ITEM.NETWORK_MBPS:
        return f"{value}M"
    if item is _ITEM.DISPLAY:
        return value.replace("x", "*")
    if item is _ITEM.EXAM_SYSTEM:
        return f"V{value}"
    return value.replace("T", " ") if item is _ITEM.BOOTED_AT else value


def typed(item: HardwareItem, text: str) -> str | None:
    """The value in the item's own writing, from "2.4", "2.4GHz", "512 MB", "1024*768", "V4.2"; None for none."""
    # A multiplication sign is a letter to nobody but a typesetter.
    plain = unicodedata.normalize("NFKC", text).strip().upper().replace("\xd7", "X")
    if item is _ITEM.DISPLAY:
        found = _DISPLAY.fullmatch(plain)
        value = f"{int(found[1])}x{int(found[2])}" if found else None
    elif item is _ITEM.EXAM_SYSTEM:
        value = plain.removeprefix("V").strip()
    elif units := _units(item):
        value = _number(plain, units)
    else:
        value = plain
    return value if value is not None and VALUES[item].fit(value) else None


def _units(item: HardwareItem) -> dict[str, int]:
    if item is _ITEM.CPU_MHZ:
        return _THOUSANDS
    return _BYTES if item in MEMORY else _BITS if item is _ITEM.NETWORK_MBPS else {}


def _number(plain: str, units: dict[str, int]) -> str | None:
    """In whole units, cut: 3.999 GB are not 4."""
    found = _AMOUNT.fullmatch(plain)
    if found is None or found[3] not in units:
        return None
    fraction = found[2] or "0"
    return str((int(found[1]) * 10 ** len(fraction) + int(fraction)) * units[found[3]] // 10 ** len(fraction))


def _cut(value: int, whole: int) -> str:
    """With up to two places, cut."""
    places = value % whole * 100 // whole
    return f"{value // whole}.{places:02}".rstrip("0").rstrip(".")

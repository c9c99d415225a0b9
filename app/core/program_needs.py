"""What this program asks of the machine that it runs on: annex 5 also allows site machines that cannot run it."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.hardware_items import HardwareItem
from app.core.hardware_state import MachineState
from app.core.hardware_verdict import meets
from app.core.rulebook import Rulebook

NEEDS: Mapping[HardwareItem, tuple[str, ...]] = {
    # The toolkit of its window has no edition for Windows before 10. Of a server edition the checklist does not say
    # which one it is, so that it is not promised to serve.
    HardwareItem.SYSTEM: ("windows_10", "windows_11", "linux"),
    # The site is held in memory, forms are drawn and PINs are checked with much memory on purpose, beside the system.
    HardwareItem.MEMORY_MIB: ("4096",),
    # The program, the journal of an exam, its papers and scans, and room for a copy while one is being made.
    HardwareItem.FREE_DISK_MIB: ("2048",),
    # No page is cut off from this size on.
    HardwareItem.DISPLAY: ("1024x640",),
}
"""In the writing of the hardware checklist; the processor must know x86-64, which nothing there tells."""


def program_unmet(machine: MachineState, rulebook: Rulebook) -> tuple[HardwareItem, ...]:
    """What is known of this machine and too little for this program, in the order of NEEDS."""
    return tuple(item for item, wanted in NEEDS.items() if not _serves(machine, rulebook, item, wanted))


def _serves(machine: MachineState, rulebook: Rulebook, item: HardwareItem, wanted: tuple[str, ...]) -> bool:
    value, short = machine.value(item), 0
    if value is None and item is HardwareItem.MEMORY_MIB:
        value, short = machine.value(HardwareItem.MEMORY_SEEN_MIB), rulebook.memory_shortfall_mib.value
    return value is None or meets(item, value, wanted, short)

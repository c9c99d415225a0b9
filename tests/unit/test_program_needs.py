"""What this program asks of a site machine, beside what the notice asks (annex 5 allows Windows 7 and 2 GB)."""

from __future__ import annotations

import pytest

from app.core.hardware_items import VALUES, HardwareItem, MachineKind
from app.core.hardware_verdict import MachineVerdict
from app.core.program_needs import NEEDS, program_unmet
from app.views.hardware import ProgramFit, program_needs
from tests.builders import LIAONING
from tests.unit.checked_machines import good, judged

ITEM = HardwareItem
SITE = MachineKind.SITE


def test_needs_are_written_as_the_checklist_writes_them() -> None:
    assert all(VALUES[item].fit(value) for item, values in NEEDS.items() for value in values)


@pytest.mark.parametrize(
    ("said", "unmet"),
    [
        ({}, ()),
        ({"system": "linux", "display": "1024x640"}, ()),
        ({"system": "windows_7_sp1"}, (ITEM.SYSTEM,)),
        ({"system": "windows_server"}, (ITEM.SYSTEM,)),
        ({"memory_mib": "4095"}, (ITEM.MEMORY_MIB,)),
        # What the display takes of the memory is no lack of it (J-20).
        ({"memory_mib": None, "memory_seen_mib": "3789"}, ()),
        ({"memory_mib": None, "memory_seen_mib": "3788"}, (ITEM.MEMORY_MIB,)),
        ({"memory_mib": None, "system": None}, ()),
        ({"free_disk_mib": "2047", "display": "1024x639"}, (ITEM.FREE_DISK_MIB, ITEM.DISPLAY)),
    ],
)
def test_what_is_known_and_too_little(said: dict[str, str | None], unmet: tuple[HardwareItem, ...]) -> None:
    assert program_unmet(judged(good(SITE, **said)).machine, LIAONING) == unmet


def test_a_machine_may_meet_the_notice_and_not_this_program() -> None:
    old = judged(good(SITE, system="windows_7_sp1", memory_mib="2048"))
    assert old.verdict is MachineVerdict.MINIMUM
    assert program_needs(old, LIAONING) == ProgramFit((ITEM.SYSTEM, ITEM.MEMORY_MIB), serves=True)
    small = judged(good(SITE, memory_mib="1024"))
    assert program_needs(small, LIAONING) == ProgramFit((ITEM.MEMORY_MIB,), serves=False)


@pytest.mark.parametrize("kind", [MachineKind.INVIGILATION, MachineKind.EXAM])
def test_the_program_runs_on_no_other_machine(kind: MachineKind) -> None:
    assert program_needs(judged(good(kind, system="windows_xp", display="800x600")), LIAONING).unmet == ()

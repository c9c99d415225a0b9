"""A value that a person typed over one the program had measured: what was read is kept, and named where it is worse."""

from __future__ import annotations

import pytest

from app.core.hardware import MachineChecked
from app.core.hardware_items import MachineKind, ReadingSource
from app.core.hardware_verdict import ItemVerdict, JudgedMachine, MachineVerdict
from app.views.machine_lines import groups
from app.views.stamp import CURRENT_EDITION
from reports.edition import labels
from reports.machine_words import told
from tests.builders import GUIDE, MINUTE, PEOPLE, R1
from tests.unit.checked_machines import LOOKED, good, item, judged, readings

SITE, _, EXAM, _ = MachineKind
MEASURED, BY_HAND = ReadingSource


def look(source: ReadingSource, /, *, later: int = 0, kind: MachineKind = SITE, **said: str) -> MachineChecked:
    room = R1 if kind is EXAM else None
    return MachineChecked(kind, room, "PC-1", readings(said, source), LOOKED + later * MINUTE, GUIDE)


def looked(*looks: MachineChecked) -> JudgedMachine:
    """A good machine, looked at again and again."""
    return judged(good(looks[0].kind), *looks)


def sentence(machine: JudgedMachine) -> str:
    (group,) = groups(PEOPLE, [machine])
    return told(labels(CURRENT_EDITION, "machines"), group, 100)


def test_rdy_01_what_was_measured_is_named_where_a_better_value_was_typed() -> None:
    slow = look(MEASURED, later=1, cpu_mhz="800")
    found = looked(slow, look(BY_HAND, later=2, cpu_mhz="9000"))
    line = item(found, "cpu_mhz")
    assert line.state is not None
    assert (line.verdict, line.measured, line.state.measured) == (ItemVerdict.RECOMMENDED, "800", "800")
    assert found.verdict is MachineVerdict.RECOMMENDED
    assert "CPU 主频 9 GHz（人工填写，程序读取为 0.8 GHz，" in sentence(found)
    # It stays whatever is typed once more, and goes with the next measurement.
    again = looked(slow, look(BY_HAND, later=2, cpu_mhz="9000"), look(BY_HAND, later=3, cpu_mhz="8000"))
    assert item(again, "cpu_mhz").measured == "800"
    mended = looked(slow, look(BY_HAND, later=2, cpu_mhz="9000"), look(MEASURED, later=3, cpu_mhz="2400"))
    assert item(mended, "cpu_mhz").measured == ""
    assert groups(PEOPLE, [mended]) == ()


def test_rdy_01_what_was_typed_worse_or_as_good_needs_no_word() -> None:
    same = looked(look(MEASURED, later=1, cpu_mhz="2400"), look(BY_HAND, later=2, cpu_mhz="2500"))
    assert item(same, "cpu_mhz").measured == ""
    worse = looked(look(MEASURED, later=1, cpu_mhz="2400"), look(BY_HAND, later=2, cpu_mhz="800"))
    assert (item(worse, "cpu_mhz").measured, item(worse, "cpu_mhz").verdict) == ("", ItemVerdict.BELOW)


def test_rdy_01_a_system_on_no_list_over_one_that_is_forbidden_is_named_too() -> None:
    found = looked(look(MEASURED, later=1, system="windows_xp"), look(BY_HAND, later=2, system="windows_11"))
    assert (item(found, "system").verdict, item(found, "system").measured) == (ItemVerdict.NOT_LISTED, "windows_xp")
    assert "不在所列范围（人工填写，程序读取为 Windows XP，" in sentence(found)


@pytest.mark.parametrize(("seen", "named"), [("1000", "1000"), ("3900", "")])
def test_rdy_01_the_memory_a_system_sees_tells_what_was_measured(seen: str, named: str) -> None:
    found = looked(look(MEASURED, later=1, memory_seen_mib=seen), look(BY_HAND, later=2, memory_mib="4096"))
    assert item(found, "memory_mib").measured == named
    # Also where the same item was typed over.
    bare = MachineChecked(SITE, None, "PC-1", readings({"memory_seen_mib": seen}, MEASURED), LOOKED, GUIDE)
    assert item(judged(bare, look(BY_HAND, later=2, memory_seen_mib="4096")), "memory_mib").measured == named


def test_h5_a_card_that_somebody_typed_clears_nothing_that_was_measured() -> None:
    known = look(MEASURED, later=1, cpu_mhz="800", hardware_address="020000000001")
    typed = looked(known, look(BY_HAND, later=2, hardware_address="020000000002"))
    assert item(typed, "cpu_mhz").verdict is ItemVerdict.BELOW
    another = looked(known, look(MEASURED, later=2, hardware_address="020000000002"))
    assert item(another, "cpu_mhz").verdict is ItemVerdict.NOT_CHECKED

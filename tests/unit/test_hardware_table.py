"""Annex 5, cell by cell (F1): what stands at the bound is enough, what stands just under it is not.

The figures here were written off the notice (003, annex 5), not off the program's own table.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.core.hardware_items import MachineKind
from app.core.hardware_verdict import ItemVerdict
from app.core.rulebook import Rulebook
from tests.builders import LIAONING, SENIOR
from tests.unit.checked_machines import good, item, judged

SITE, INVIGILATION, EXAM, SWITCH = MachineKind
BEST, LEAST, BELOW = ItemVerdict.RECOMMENDED, ItemVerdict.MINIMUM, ItemVerdict.BELOW
WARN, ADVISED = ItemVerdict.NOT_LISTED, ItemVerdict.ADVISED

GB = 1024
AMOUNTS = (
    # 建议配置 | 最低配置
    ("F-S1", SITE, "cpu_mhz", 2400, 2000),
    ("F-S2", SITE, "memory_mib", 4 * GB, 2 * GB),
    ("F-S3", SITE, "free_disk_mib", 50 * GB, 50 * GB),
    ("F-S4", SITE, "network_mbps", 100, 100),
    ("F-S8", SITE, "usb_ports", 2, 2),
    ("F-I1", INVIGILATION, "cpu_mhz", 2400, 2000),
    ("F-I2", INVIGILATION, "memory_mib", 8 * GB, 4 * GB),
    ("F-I3", INVIGILATION, "free_disk_mib", 20 * GB, 10 * GB),
    ("F-I4", INVIGILATION, "network_mbps", 100, 100),
    ("F-I8", INVIGILATION, "usb_ports", 2, 2),
    ("F-E1", EXAM, "cpu_mhz", 2000, 1800),
    ("F-E2", EXAM, "free_memory_mib", 1 * GB, 512),
    ("F-E3", EXAM, "free_disk_mib", 2 * GB, 2 * GB),
    ("F-E5", EXAM, "network_mbps", 100, 100),
    ("F-E11", EXAM, "usb_ports", 1, 1),
    ("F-N1", SWITCH, "network_mbps", 1000, 1000),
)
ANY = {"windows_7_sp1": BEST, "windows_10": BEST, "windows_8": LEAST, "windows_7": WARN, "windows_11": WARN}
DESKTOP = ANY | {"windows_server": LEAST, "linux": WARN, "other": WARN, "windows_xp_sp3": BELOW, "windows_xp": BELOW}
YES_OR_NO = {"yes": BEST, "no": BELOW}
CHOICES = (
    ("F-S5", SITE, "system", DESKTOP),
    ("F-S6", SITE, "virus_free", YES_OR_NO),
    ("F-S6", SITE, "protection", {"off": BEST, "allowed": BEST, "blocks": BELOW}),
    ("F-S7", SITE, "reaches_room", YES_OR_NO),
    ("F-S9", SITE, "reaches_vpn", YES_OR_NO),
    ("F-S10", SITE, "ups", {"yes": BEST, "no": ADVISED}),
    ("F-I4", INVIGILATION, "duplex", {"full": BEST, "half": BELOW}),
    ("F-I5", INVIGILATION, "system", DESKTOP),
    ("F-I6", INVIGILATION, "virus_free", YES_OR_NO),
    ("F-I6", INVIGILATION, "protection", {"off": BEST, "allowed": BEST, "blocks": BELOW}),
    ("F-I7", INVIGILATION, "reaches_room", YES_OR_NO),
    ("F-I7", INVIGILATION, "fixed_address", YES_OR_NO),
    ("F-I10", INVIGILATION, "reaches_site", YES_OR_NO),
    ("F-I11", INVIGILATION, "ups", {"yes": BEST, "no": ADVISED}),
    ("F-E4", EXAM, "display", {"1024x768": BEST, "1920x1080": BEST, "1023x768": BELOW, "1024x767": BELOW}),
    ("F-E4", EXAM, "display", {"768x1024": BELOW, "99999x767": BELOW, "10240x1000": BEST}),
    ("F-E5", EXAM, "duplex", {"full": BEST, "half": BELOW}),
    ("F-E5", EXAM, "address_kept", YES_OR_NO),
    ("F-E6", EXAM, "restore_card", {"off": BEST, "none": BEST, "on": BELOW}),
    # "Windows 2003以上" does not stand among the exam machines.
    ("F-E7", EXAM, "system", ANY | {"windows_xp_sp3": LEAST, "windows_xp": WARN, "windows_server": WARN}),
    ("F-E7", EXAM, "system", {"linux": WARN, "other": WARN}),
    ("F-E8", EXAM, "microsoft_pinyin", YES_OR_NO),
    ("F-E8", EXAM, "jidian_wubi", YES_OR_NO),
    ("F-E8", EXAM, "sogou_pinyin", YES_OR_NO),
    ("F-E9", EXAM, "virus_free", YES_OR_NO),
    # 尽量: as far as possible.
    ("F-E9", EXAM, "protection", {"off": BEST, "allowed": BEST, "blocks": WARN}),
    ("F-E10", EXAM, "keyboard", YES_OR_NO),
    ("F-E10", EXAM, "mouse", YES_OR_NO),
    ("F-E10", EXAM, "screen", YES_OR_NO),
    ("F-E12", EXAM, "detection", YES_OR_NO),
    ("F-N2", SWITCH, "spare_switch", {"yes": BEST, "no": ADVISED}),
)
VERSIONS = tuple((kind, "exam_system") for kind in (SITE, INVIGILATION, EXAM))
"""Of the exam system: 九(五)¶4, not the annex."""


def _cells() -> Iterator[tuple[str, MachineKind, str, str, ItemVerdict]]:
    """Cell, machine, item, value, verdict."""
    for row, kind, name, best, least in AMOUNTS:
        yield f"{row} recommended", kind, name, str(best), BEST
        yield f"{row} under recommended", kind, name, str(best - 1), LEAST if least < best else BELOW
        yield f"{row} minimum", kind, name, str(least), LEAST if least < best else BEST
        yield f"{row} under minimum", kind, name, str(least - 1), BELOW
    for row, kind, name, values in CHOICES:
        for value, verdict in values.items():
            yield f"{row} {name} {value}", kind, name, value, verdict


CELLS = list(_cells())


@pytest.mark.parametrize(("kind", "name", "value", "verdict"), [cell[1:] for cell in CELLS], ids=[c[0] for c in CELLS])
def test_rdy_01_every_cell_of_annex_5(kind: MachineKind, name: str, value: str, verdict: ItemVerdict) -> None:
    # The senior exam asks for everything.
    found = item(judged(good(kind, **{name: value}), rules=SENIOR), name)
    assert (found.verdict, found.state and found.state.value) == (verdict, value)


@pytest.mark.parametrize("rules", [LIAONING, SENIOR], ids=lambda rules: rules.id)
def test_rdy_01_the_checklist_asks_for_this_and_for_nothing_else(rules: Rulebook) -> None:
    table = {(kind, name) for _, kind, name, *_ in (*AMOUNTS, *CHOICES)}
    asked = [(one.machine, one.item.value) for one in rules.hardware]
    assert sorted(asked) == sorted({*table, *VERSIONS})
    rows = {(kind, name): row for row, kind, name, *_ in (*AMOUNTS, *CHOICES)}
    for one in rules.hardware:
        row = rows.get((one.machine, one.item.value), one.id)
        # A cell with two things in it is two lines: F-S6a, F-S6b.
        assert one.id.rstrip("abc") == row
        assert one.source.startswith("003 ")


def test_rdy_01_both_columns_say_what_the_notice_says() -> None:
    columns = {(kind, name): ({str(best)}, {str(least)}) for _, kind, name, best, least in AMOUNTS}
    for _, kind, name, values in CHOICES:
        best, least = columns.setdefault((kind, name), (set(), set()))
        best |= {value for value, verdict in values.items() if verdict is BEST}
        least |= {value for value, verdict in values.items() if verdict in (BEST, LEAST)}
    columns[EXAM, "display"] = ({"1024x768"}, {"1024x768"})
    columns |= dict.fromkeys(VERSIONS, (set(), set()))
    said = {(one.machine, one.item.value): (set(one.recommended), set(one.minimum)) for one in SENIOR.hardware}
    assert said == columns
    assert {one.item.value for one in SENIOR.hardware if one.advice} == {"ups", "spare_switch"}
    assert {one.id for one in SENIOR.hardware if one.raised} == {"F-I1", "F-I2", "F-I3"}

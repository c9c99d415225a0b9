"""How the items of the hardware checklist are written, and what is no value of them."""

from __future__ import annotations

import pytest

from app.core.hardware import CheckMachines, ReadingUnfit
from app.core.hardware_items import SYSTEMS, VALUES, HardwareItem, MachineKind
from tests.builders import GUIDE, Story, alone, at
from tests.unit.checked_machines import check

EVE, NOW = at("14:00", 29), at("15:00", 29)


@pytest.mark.parametrize(
    ("name", "fit", "unfit"),
    [
        ("cpu_mhz", ("0", "2400", "99999"), ("", "-1", "2.4", "2400 ", "2,4", "100000", "\u0662", "NaN")),
        ("memory_mib", ("9999999",), ("10000000", "4GB")),
        ("usb_ports", ("0", "99"), ("100",)),
        ("display", ("1024x768", "99999x99999"), ("1024", "1024*768", "1024x76", "0124x768", "100000x768", "x")),
        ("duplex", ("full", "half"), ("", "yes", "Full")),
        ("system", tuple(sorted(SYSTEMS)), ("windows_9", "")),
        ("exam_system", ("4.3", "4.3.0.1", "4"), ("V4.3", "4.", "", "4.3 ")),
        (
            "address",
            ("10.0.0.1", "255.255.255.255", "0.0.0.0"),
            ("10.0.0", "10.0.0.256", "010.0.0.1", "::1", "a.b.c.d"),
        ),
        ("protection", ("off", "allowed", "blocks"), ("on", "")),
        ("restore_card", ("off", "none", "on"), ("yes", "")),
        ("hardware_address", ("000C29ABCDEF",), ("00:0C:29:AB:CD:EF", "000c29abcdef", "000C29ABCDE")),
        ("booted_at", ("2021-10-29T08:00:00",), ("2021-10-29 08:00:00", "08:00", "")),
        ("ups", ("yes", "no"), ("", "maybe", "Yes")),
    ],
)
def test_rdy_01_what_is_no_value_is_not_taken(name: str, fit: tuple[str, ...], unfit: tuple[str, ...]) -> None:
    item = HardwareItem(name)
    assert [value for value in (*fit, *unfit) if VALUES[item].fit(value)] == list(fit)
    no = ReadingUnfit("PC-1", item, unfit[-1])
    wrong = check(MachineKind.EXAM, **{name: unfit[-1]})
    Story("packaged").when(CheckMachines((wrong,), "", EVE, GUIDE), alone(NOW)).then(no)


def test_every_item_has_its_way_to_be_written() -> None:
    assert set(VALUES) == set(HardwareItem)

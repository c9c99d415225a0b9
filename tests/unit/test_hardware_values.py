"""Values of the checklist as people read and type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.hardware_items import SYSTEMS, VALUES, HardwareItem
from app.views.hardware_values import MEMORY, SYSTEM_NAMES, amount, typed, unit

ITEM = HardwareItem


@pytest.mark.parametrize(
    ("item", "value", "said"),
    [
        (ITEM.CPU_MHZ, "2400", "2.4 GHz"),
        (ITEM.CPU_MHZ, "2399", "2.39 GHz"),
        (ITEM.CPU_MHZ, "995", "0.99 GHz"),
        (ITEM.MEMORY_MIB, "4096", "4 GB"),
        (ITEM.MEMORY_MIB, "4095", "3.99 GB"),
        (ITEM.MEMORY_SEEN_MIB, "3993", "3.89 GB"),
        (ITEM.FREE_MEMORY_MIB, "512", "512 MB"),
        (ITEM.FREE_DISK_MIB, "51200", "50 GB"),
        (ITEM.NETWORK_MBPS, "1000", "1000M"),
        (ITEM.DISPLAY, "1024x768", "1024*768"),
        (ITEM.EXAM_SYSTEM, "4.3", "V4.3"),
        (ITEM.BOOTED_AT, "2021-10-28T09:00:00", "2021-10-28 09:00:00"),
        (ITEM.USB_PORTS, "2", "2"),
    ],
)
def test_values_are_read_in_the_notices_units_and_never_rounded_up(item: HardwareItem, value: str, said: str) -> None:
    assert amount(item, value) == said
    if item is not ITEM.BOOTED_AT and item not in (ITEM.CPU_MHZ, ITEM.MEMORY_MIB, ITEM.MEMORY_SEEN_MIB):
        assert typed(item, said) == value


@pytest.mark.parametrize(
    ("item", "text", "value"),
    [
        (ITEM.CPU_MHZ, "2.39", "2390"),
        (ITEM.CPU_MHZ, " 2.4GHz ", "2400"),
        (ITEM.CPU_MHZ, "2400 MHz", "2400"),
        (ITEM.CPU_MHZ, "\uff12.\uff14", "2400"),
        (ITEM.MEMORY_MIB, "3.999", "4094"),
        (ITEM.FREE_MEMORY_MIB, "512mb", "512"),
        (ITEM.FREE_DISK_MIB, "1T", "1048576"),
        (ITEM.NETWORK_MBPS, "1G", "1000"),
        (ITEM.NETWORK_MBPS, "100M", "100"),
        (ITEM.DISPLAY, "1366 \xd7 768", "1366x768"),
        (ITEM.DISPLAY, "1024X768", "1024x768"),
        (ITEM.EXAM_SYSTEM, "v4.2", "4.2"),
        (ITEM.ADDRESS, "10.0.0.1", "10.0.0.1"),
        (ITEM.USB_PORTS, "2", "2"),
    ],
)
def test_what_people_type_is_understood(item: HardwareItem, text: str, value: str) -> None:
    assert typed(item, text) == value


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (ITEM.CPU_MHZ, ""),
        (ITEM.CPU_MHZ, "-2.4"),
        (ITEM.CPU_MHZ, "fast"),
        (ITEM.CPU_MHZ, "2.4 GB"),
        (ITEM.CPU_MHZ, "2.4.1"),
        (ITEM.CPU_MHZ, "999"),
        (ITEM.MEMORY_MIB, "4 GHz"),
        (ITEM.DISPLAY, "1024"),
        (ITEM.DISPLAY, "0*768"),
        (ITEM.EXAM_SYSTEM, "V"),
        (ITEM.ADDRESS, "10.0.0.256"),
        (ITEM.USB_PORTS, "two"),
    ],
)
def test_what_is_no_value_is_none(item: HardwareItem, text: str) -> None:
    assert typed(item, text) is None


@given(st.text(max_size=30), st.sampled_from(HardwareItem))
def test_whatever_is_typed_gives_a_fit_value_or_none(text: str, item: HardwareItem) -> None:
    value = typed(item, text)
    assert value is None or VALUES[item].fit(value)


def test_every_system_but_others_has_its_name() -> None:
    assert SYSTEM_NAMES.keys() == SYSTEMS - {"other"}


def test_a_number_alone_is_taken_for_the_notices_unit() -> None:
    assert {unit(item) for item in MEMORY} == {"GB"}
    assert [unit(item) for item in (ITEM.CPU_MHZ, ITEM.NETWORK_MBPS, ITEM.USB_PORTS)] == ["GHz", "M", ""]

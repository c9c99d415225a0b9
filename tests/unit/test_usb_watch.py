"""The hint from USB: it tells of changes, and its own failures stop nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from usb.backend import IBackend
from usb.core import USBError

from devices import watcher
from devices.watcher import UsbWatch, usb_hint


@dataclass(frozen=True)
class Descriptor:
    """Or an error in its place."""

    idVendor: int  # noqa: N815 - as pyusb has it
    idProduct: int  # noqa: N815 - as pyusb has it
    bus: int
    address: int


KEYBOARD, LOCK = Descriptor(0x046D, 0xC31C, 1, 2), Descriptor(0x096E, 0x0807, 1, 5)


@dataclass
class Bus:
    """What a test plugs in."""

    devices: list[Descriptor | Exception] = field(default_factory=list)
    closed: Exception | None = None


class Backend(IBackend):  # type: ignore[misc]
    def __init__(self, bus: Bus) -> None:
        self.bus = bus

    def enumerate_devices(self) -> Iterator[Descriptor | Exception]:
        if self.bus.closed:
            raise self.bus.closed
        yield from self.bus.devices

    def get_device_descriptor(self, dev: Descriptor | Exception) -> Descriptor:
        if isinstance(dev, Exception):
            raise dev
        return dev


DENIED = USBError("Access denied (insufficient permissions)", -3, 13)


def test_everything_on_the_bus_is_named_by_what_and_where_it_is() -> None:
    there = usb_hint(Backend(Bus([KEYBOARD, LOCK])))
    assert there == frozenset({(0x046D, 0xC31C, "1-2"), (0x096E, 0x0807, "1-5")})


def test_plugging_in_pulling_and_coming_back_at_once_are_changes() -> None:
    bus = Bus([KEYBOARD])
    watch = UsbWatch(Backend(bus))
    assert (watch.available, watch.changed()) == (True, False)
    bus.devices.append(LOCK)
    assert (watch.changed(), watch.changed()) == (True, False)
    bus.devices[1] = Descriptor(LOCK.idVendor, LOCK.idProduct, 1, 6)
    assert (watch.changed(), watch.changed()) == (True, False)
    bus.devices.pop()
    assert (watch.changed(), watch.changed()) == (True, False)


def test_a_device_that_may_not_be_read_hides_no_other() -> None:
    bus = Bus([DENIED, KEYBOARD, OSError("gone meanwhile")])
    watch = UsbWatch(Backend(bus))
    assert watch.available
    bus.devices.append(LOCK)
    assert watch.changed()


@pytest.mark.parametrize("error", [DENIED, OSError(19, "no such device"), NotImplementedError()], ids=repr)
def test_a_bus_that_may_not_be_looked_at_is_said_until_it_may(error: Exception) -> None:
    bus = Bus([LOCK], closed=error)
    watch = UsbWatch(Backend(bus))
    assert (watch.available, watch.changed()) == (False, False)
    bus.closed = None
    assert (watch.changed(), watch.available, watch.changed()) == (True, True, False)
    bus.closed = error
    assert (watch.changed(), watch.available) == (False, False)


def test_without_libusb_there_is_no_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watcher, "_libusb", lambda: None)
    watch = UsbWatch()
    assert (watch.available, watch.changed()) == (False, False)


def test_the_libusb_that_comes_with_us_answers_or_says_that_it_cannot() -> None:
    seen = usb_hint()
    assert seen is None or all(0 <= vendor <= 0xFFFF and "-" in place for vendor, _, place in seen)

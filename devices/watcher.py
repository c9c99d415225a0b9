"""A hint from USB that something was plugged in or pulled, so that we look at once. What it is, only PKCS#11 knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usb.backend import IBackend

Plugged = tuple[int, int, str]
"""Vendor, product, and `bus-address`, which changes when a thing is pulled and plugged in again."""


def usb_hint(backend: IBackend | None = None) -> frozenset[Plugged] | None:
    """What can be read of the bus now; None where it cannot be looked at (no libusb, no permission)."""
    try:
        looked = backend or _libusb()
        return frozenset(_plugged(looked)) if looked else None
    # USBError is one of these; a backend may leave out what its system has no call for.
    except (OSError, NotImplementedError):
        return None


def _plugged(backend: IBackend) -> list[Plugged]:
    found = []
    for device in backend.enumerate_devices():
        try:
            told = backend.get_device_descriptor(device)
        except OSError:
            continue
        found.append((told.idVendor, told.idProduct, f"{told.bus}-{told.address}"))
    return found


def _libusb() -> IBackend | None:
    """The libusb that comes with us: Windows has none of its own."""
    import libusb_package  # noqa: PLC0415 - the first window must not wait for it

    return libusb_package.get_libusb1_backend()


class UsbWatch:
    """Asked as often as one likes; costs a listing of the bus."""

    def __init__(self, backend: IBackend | None = None) -> None:
        self._backend = backend
        self._last = usb_hint(backend)

    @property
    def available(self) -> bool:
        """Whether the last look could see the bus. Where not, looking for tokens each second must do."""
        return self._last is not None

    def changed(self) -> bool:
        """Whether anything was plugged in or pulled since the last look, or the bus has become visible meanwhile."""
        before, self._last = self._last, usb_hint(self._backend)
        return self._last is not None and self._last != before

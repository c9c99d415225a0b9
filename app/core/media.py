"""Media (存储介质): only registered sticks and disks carry anything out of the site (DAT-11)."""

from __future__ import annotations

import re
from typing import ClassVar

from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, PersonUnknown, Refusal
from app.core.safe_state import Medium
from app.core.site import Site
from app.core.terms import ClauseId, MediumSerial, PersonId, personal

_SERIAL = re.compile(r"[0-9A-Za-z._-]{1,64}")
_LABEL = re.compile(r"[0-9A-Za-z-]{1,20}")


class RegisterMedium(Operation, frozen=True):
    """Enter a medium with what stands on its label and who keeps it.

    `read`: the console read the serial off the medium itself. Otherwise it is the number on its label, and a second
    person saw it.
    """

    serial: MediumSerial
    label: str
    custodian: PersonId
    read: bool

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE) if self.read else Demand(OFFICE, (SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if not (_SERIAL.fullmatch(self.serial) and _LABEL.fullmatch(self.label)) or personal(self.label):
            return MediumUnfit(self.label)
        if self.custodian not in desk.directory.staff:
            return PersonUnknown(self.custodian)
        for serial, known in site.media.items():
            if known.label == self.label and serial != self.serial:
                return LabelTaken(self.label)
        told = Medium(self.label, self.custodian, self.read)
        if site.media.get(self.serial) == told:
            return ()
        return (MediumRegistered(self.serial, self.label, self.custodian, self.read),)


class MediumRegistered(Fact, frozen=True):
    """A medium may carry files out; a later entry for the same one replaces it."""

    serial: MediumSerial
    label: str
    custodian: PersonId
    read: bool

    def apply(self, site: Site) -> None:
        site.media[self.serial] = Medium(self.label, self.custodian, self.read)


def unregistered(site: Site, serial: MediumSerial) -> Refusal | None:
    """Why nothing goes out on it."""
    return None if serial in site.media else MediumNotRegistered(serial)


class MediumUnfit(Refusal, frozen=True):
    """A medium has a serial and a short label of letters, digits and hyphens."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-11")
    label: str


class LabelTaken(Refusal, frozen=True):
    """Another medium carries this label."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-11")
    label: str


class MediumNotRegistered(Refusal, frozen=True):
    """First the medium is entered in the register."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-11")
    serial: MediumSerial

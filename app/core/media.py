"""Media (存储介质): only registered sticks and disks carry anything out of the site (DAT-11, H15)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import ClassVar

from app.core.operation import (
    OFFICE,
    SECOND_PERSON,
    SUPERVISORS,
    Decision,
    Demand,
    Desk,
    Fact,
    Operation,
    PersonUnknown,
    Refusal,
    untold,
)
from app.core.safe_state import Backup, Medium, MediumFault, MediumTrial, RoomBackup
from app.core.site import Site
from app.core.terms import ClauseId, HandoverNo, MediumSerial, PersonId, personal

_SERIAL = re.compile(r"[0-9A-Za-z._-]{1,64}")
_LABEL = re.compile(r"[0-9A-Za-z-]{1,20}")


class RegisterMedium(Operation, frozen=True):
    """Enter a medium with what stands on its label and who keeps it.

    `read`: the console read the serial off the medium itself. Otherwise it is the number on its label, and a second
    person saw it.
    """

    # A lost mirror that is found then is still to be erased.
    after_cleaning: ClassVar[bool] = True
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
        for serial, known in site.safe.media.items():
            if known.label == self.label and serial != self.serial:
                return LabelTaken(self.label)
        told = (self.label, self.custodian, self.read)
        here = gone_or_unregistered(site, self.serial) is None
        if here and told == site.safe.media[self.serial].told:
            return ()
        return (MediumRegistered(self.serial, *told),)


class MediumRegistered(Fact, frozen=True):
    """A medium may carry files out; a later entry for the same one corrects it, or says that it is here again."""

    serial: MediumSerial
    label: str
    custodian: PersonId
    read: bool

    def apply(self, site: Site) -> None:
        known = site.safe.media.setdefault(self.serial, Medium(self.label, self.custodian, self.read))
        known.label, known.custodian, known.read = self.label, self.custodian, self.read
        if known.lost_at or known.handed_over:
            # Found again or given back, it holds nothing until each file was read back from it anew.
            carried = _carried(site, self.serial)
            for one in carried:
                one.media = tuple(medium for medium in one.media if medium != self.serial)
            _open_again(site, carried)
        known.lost_at = known.handed_over = None


class TryMedium(Operation, frozen=True):
    """Enter what a test write on a medium showed, before it is needed; sizes in bytes, speed in bytes a second.

    `virus_checked`: somebody checked it elsewhere, as this person says.
    """

    serial: MediumSerial
    file_system: str
    size: int
    free: int
    speed: int
    fault: MediumFault | None
    virus_checked: bool

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := unregistered(site, self.serial):
            return no
        found = (self.file_system, self.size, self.free, self.speed, self.fault, self.virus_checked)
        return (MediumTried(self.serial, desk.now, *found),)


class MediumTried(Fact, frozen=True):
    """How a medium did in a test write."""

    serial: MediumSerial
    at: datetime
    file_system: str
    size: int
    free: int
    speed: int
    fault: MediumFault | None
    virus_checked: bool

    def apply(self, site: Site) -> None:
        site.safe.media[self.serial].trial = MediumTrial(
            self.at, self.file_system, self.size, self.free, self.speed, self.fault, self.virus_checked
        )


class SealMedium(Operation, frozen=True):
    """Enter under which seal a medium waits for its hand-over, before two persons; nothing is written on it then.

    An empty `seal` says that it was opened again.
    """

    serial: MediumSerial
    seal: str

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SECOND_PERSON,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := gone_or_unregistered(site, self.serial):
            return no
        medium = site.safe.media[self.serial]
        if self.seal and not _LABEL.fullmatch(self.seal):
            return MediumUnfit(medium.label)
        return () if medium.seal == self.seal else (MediumSealed(self.serial, self.seal, desk.now),)


class MediumSealed(Fact, frozen=True):
    """A medium lies under this seal; "" for none any more."""

    serial: MediumSerial
    seal: str
    at: datetime

    def apply(self, site: Site) -> None:
        site.safe.media[self.serial].seal = self.seal


class ReportMediumLost(Operation, frozen=True):
    """Say that a medium is lost: what it held counts no more, and nothing goes out on it."""

    after_cleaning: ClassVar[bool] = True
    serial: MediumSerial
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk) or unregistered(site, self.serial):
            return no
        if site.safe.media[self.serial].lost_at:
            return ()
        return (MediumWasLost(self.serial, self.happened_at, self.reported_by),)


class MediumWasLost(Fact, frozen=True):
    """A medium is gone, and so is every backup of which it held the only safe copy: days closed with it open again."""

    serial: MediumSerial
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.safe.media[self.serial].lost_at = self.at
        site.safe.media[self.serial].handed_over = None
        site.safe.gone(self.serial, self.at)
        _open_again(site, _carried(site, self.serial))


def _carried(site: Site, serial: MediumSerial) -> list[Backup | RoomBackup]:
    made: list[Backup | RoomBackup] = [*site.safe.backups.values(), *site.safe.room_backups.values()]
    return [one for one in made if serial in one.media]


def _open_again(site: Site, carried: list[Backup | RoomBackup]) -> None:
    """Days whose backup lies nowhere safe any more."""
    for one in carried:
        if site.safe.held(one.media):
            continue
        if isinstance(one, Backup):
            site.reopen(one.session)
        else:
            site.closed_days.pop(one.day, None)


def unregistered(site: Site, serial: MediumSerial) -> Refusal | None:
    """Why nothing goes out on it."""
    return None if serial in site.safe.media else MediumNotRegistered(serial)


def gone_or_unregistered(site: Site, serial: MediumSerial) -> Refusal | None:
    """Why it is not here to be given out: not registered, lost, or given away."""
    medium = site.safe.media.get(serial)
    if medium is None:
        return MediumNotRegistered(serial)
    if medium.lost_at:
        return MediumLost(serial)
    return MediumGivenAway(serial, medium.handed_over) if medium.handed_over else None


def unfit_to_carry(site: Site, serial: MediumSerial) -> Refusal | None:
    """Why nothing more is written on it: not here, or under seal."""
    if no := gone_or_unregistered(site, serial):
        return no
    seal = site.safe.media[serial].seal
    return MediumUnderSeal(serial, seal) if seal else None


class MediumUnfit(Refusal, frozen=True):
    """A medium has a serial and a short label of letters, digits and hyphens, and so has its seal."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-11")
    label: str


class OwnDisk(Refusal, frozen=True):
    """What lies on the disk of this machine dies with it: that disk is no medium."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-07")
    label: str


class LabelTaken(Refusal, frozen=True):
    """Another medium carries this label."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-11")
    label: str


class MediumNotRegistered(Refusal, frozen=True):
    """First the medium is entered in the register."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-11")
    serial: MediumSerial


class MediumLost(Refusal, frozen=True):
    """It was reported lost: found again, it is registered anew first."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-11")
    serial: MediumSerial


class MediumGivenAway(Refusal, frozen=True):
    """It was handed over and is no longer here."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-09")
    serial: MediumSerial
    number: HandoverNo


class MediumUnderSeal(Refusal, frozen=True):
    """It lies under seal, ready to be handed over."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-09")
    serial: MediumSerial
    seal: str

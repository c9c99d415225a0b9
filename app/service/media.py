"""Media at the desk: what is plugged in, which registered one a folder lies on, and that no other carries anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.core.media import OwnDisk, RegisterMedium, TryMedium
from app.core.operation import Refusal, Signer
from app.core.safe_state import Medium, MediumFault
from app.core.terms import MediumSerial, PersonId
from app.service.console import Console
from app.trouble import Code, Trouble
from devices.media import SeenMedium, Trial, try_out

TOO_SLOW = 1 << 20
"""Bytes a second: below it a day of one room takes longer than anybody waits."""


@dataclass(frozen=True, slots=True)
class PluggedMedium:
    """A medium that is in, with what the register says of it; `known` is None for one that is not registered."""

    seen: SeenMedium
    serial: MediumSerial
    known: Medium | None


def plugged_in(console: Console) -> tuple[PluggedMedium, ...]:
    """Every medium that is in."""
    return tuple(_known(console, seen) for seen in console.media.seen())


def _known(console: Console, seen: SeenMedium) -> PluggedMedium:
    serial = MediumSerial(seen.serial)
    return PluggedMedium(seen, serial, console.site.safe.media.get(serial) if serial else None)


def folder_of(console: Console, medium: MediumSerial) -> Path | None:
    """Where this medium is plugged in; None where it is not, or tells no serial."""
    return next((one.seen.folder for one in plugged_in(console) if one.serial == medium), None)


def holding(console: Console, name: str, *homes: Path) -> Path | None:
    """The file of this name, in a folder of this machine or on a medium that is in; None where it lies nowhere."""
    folders = (*homes, *(one.seen.folder for one in plugged_in(console) if one.known))
    return next((one / name for one in folders if (one / name).is_file()), None)


def medium_at(console: Console, folder: Path) -> MediumSerial:
    """The serial that the medium itself tells; "" where it tells none, and its label has to do."""
    return MediumSerial(console.media.at(folder).serial)


def register(console: Console, folder: Path, label: str, custodian: PersonId, *signers: Signer) -> Refusal | None:
    """Enter the medium on which this folder lies; one that tells no serial goes by its label, before two persons."""
    told = medium_at(console, folder)
    if told and told == medium_at(console, console.store.folder):
        return OwnDisk(label)
    serial = told or MediumSerial(label)
    return console.submit(RegisterMedium(serial, label, custodian, bool(told)), *signers)


def on_medium(console: Console, folder: Path, medium: MediumSerial) -> None:
    """Raises MEDIUM_UNREGISTERED where the folder lies on another medium than the one named."""
    told, known = medium_at(console, folder), console.site.safe.media.get(medium)
    # A medium that goes by its label tells no serial; one that tells a serial is another one.
    if known is None or told != (medium if known.read else ""):
        raise Trouble(Code.MEDIUM_UNREGISTERED, label=known.label if known else medium)


def trial(folder: Path) -> Trial:
    """A test write; slow, for a lane."""
    return try_out(folder)


def enter_trial(
    console: Console, medium: MediumSerial, folder: Path, found: Trial, virus_checked: bool, *signers: Signer
) -> Refusal | None:
    """Into the register, with what the system tells of the medium; raises MEDIUM_UNREGISTERED."""
    on_medium(console, folder, medium)
    seen = console.media.at(folder)
    fault = MediumFault(found.fault) if found.fault else None
    if fault is None and seen.small_files_only:
        fault = MediumFault.FILE_SYSTEM
    if fault is None and found.speed < TOO_SLOW:
        fault = MediumFault.SLOW
    asked = TryMedium(medium, seen.file_system, seen.size, seen.free, found.speed, fault, virus_checked)
    return console.submit(asked, *signers)

"""Media at the desk: which registered stick a folder lies on, and that nothing goes out on another (DAT-11)."""

from __future__ import annotations

from pathlib import Path

from app.core.media import RegisterMedium
from app.core.operation import Refusal, Signer
from app.core.terms import MediumSerial, PersonId
from app.service.console import Console
from app.trouble import Code, Trouble
from devices.media import volume_serial


def medium_at(folder: Path) -> MediumSerial:
    """The serial that the medium itself tells; "" where it tells none, and its label has to do."""
    return MediumSerial(volume_serial(folder))


def register(console: Console, folder: Path, label: str, custodian: PersonId, *signers: Signer) -> Refusal | None:
    """Enter the medium on which this folder lies; one that tells no serial goes by its label, before two persons."""
    told = medium_at(folder)
    serial = told or MediumSerial(label)
    return console.submit(RegisterMedium(serial, label, custodian, bool(told)), *signers)


def on_medium(console: Console, folder: Path, medium: MediumSerial) -> None:
    """Raises MEDIUM_UNREGISTERED where the folder lies on another medium than the one named."""
    told, known = medium_at(folder), console.site.safe.media.get(medium)
    # A medium that goes by its label tells no serial; one that tells a serial is another one.
    if known is None or told != (medium if known.read else ""):
        raise Trouble(Code.MEDIUM_UNREGISTERED, label=known.label if known else medium)

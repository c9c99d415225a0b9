"""Lists of exam machines (考试机清单) from a file: bad lines are named, and nothing is taken until there are none."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.core.machines import TEXT, ListMachines
from app.core.operation import Refusal, Signer
from app.core.places import label, listed
from app.core.plan import Room
from app.core.site import SeatMachine
from app.core.terms import RoomId
from app.exchange import outbox
from app.service.console import Console

SUFFIX = ".csv"
LARGEST = 1 << 20
"""Bytes; a room has some hundred lines."""
_BOM = b"\xef\xbb\xbf"
_COLUMNS = 4


class Encoding(StrEnum):
    UTF8 = "utf-8"
    UTF8_MARKED = "utf-8-sig"
    """With the mark that spreadsheets put in front."""
    GBK = "gb18030"


class RowFlaw(StrEnum):
    """Why a line cannot be taken."""

    NOT_TEXT = "not_text"
    """The file is no table of text at all."""
    NO_SUCH_SEAT = "no_such_seat"
    SEAT_TWICE = "seat_twice"
    NO_MACHINE = "no_machine"
    SIGNS = "signs"
    """A machine, address or port holds other signs than letters, digits and a few marks."""
    COLUMNS = "columns"
    EMPTY = "empty"
    """The file has no line."""


@dataclass(frozen=True, slots=True)
class RowFault:
    """`line` as a spreadsheet counts, 0 for the whole file; `text` is what stands there."""

    line: int
    flaw: RowFlaw
    text: str


@dataclass(frozen=True, slots=True)
class MachineFile:
    """What a file holds: `machines` only where there are no faults. `encoding` is None for what is no text."""

    name: str
    encoding: Encoding | None
    machines: tuple[SeatMachine, ...]
    faults: tuple[RowFault, ...]


def read(path: Path, plan: Room) -> MachineFile:
    """Columns seat, machine, address, port; the last two may be empty. A first line without any digit is a heading.

    Raises FILE_MISSING and FILE_TOO_LARGE.
    """
    content = outbox.read_bytes(path, LARGEST)
    encoding = _encoding(content)
    if encoding is None:
        return MachineFile(path.name, None, (), (RowFault(0, RowFlaw.NOT_TEXT, path.name),))
    machines, faults = dict[str, SeatMachine](), list[RowFault]()
    known = frozenset(listed(plan))
    try:
        for number, cells in _lines(content.decode(encoding)):
            found = _machine(cells, known, machines)
            if isinstance(found, RowFlaw):
                faults.append(RowFault(number, found, ", ".join(cells)))
            else:
                machines[found.seat] = found
    except csv.Error:
        return MachineFile(path.name, encoding, (), (RowFault(0, RowFlaw.NOT_TEXT, path.name),))
    if not machines and not faults:
        faults.append(RowFault(0, RowFlaw.EMPTY, path.name))
    return MachineFile(path.name, encoding, () if faults else tuple(machines.values()), tuple(faults))


def take(console: Console, room: RoomId, found: MachineFile, *signers: Signer) -> Refusal | None:
    """The list of a room anew, instead of the one before. Only for a file without faults."""
    if found.faults:
        raise ValueError(found.faults)
    return console.submit(ListMachines(room, found.machines), *signers)


def _encoding(content: bytes) -> Encoding | None:
    if b"\0" in content:
        return None
    first = Encoding.UTF8_MARKED if content.startswith(_BOM) else Encoding.UTF8
    for encoding in (first, Encoding.GBK):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return None


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that hold something, with their numbers, in plain signs."""
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1):
        plain = [unicodedata.normalize("NFKC", cell).strip() for cell in cells]
        heading = number == 1 and not any(sign.isdecimal() for cell in plain for sign in cell)
        if any(plain) and not heading:
            yield number, plain


def _machine(cells: list[str], known: frozenset[str], before: dict[str, SeatMachine]) -> SeatMachine | RowFlaw:
    if len(cells) > _COLUMNS and any(cells[_COLUMNS:]):
        return RowFlaw.COLUMNS
    seat, machine, address, port = [*cells, "", "", "", ""][:_COLUMNS]
    seat = label(int(seat)) if seat.isascii() and seat.isdecimal() else seat
    if seat not in known:
        return RowFlaw.NO_SUCH_SEAT
    if seat in before:
        return RowFlaw.SEAT_TWICE
    if not machine:
        return RowFlaw.NO_MACHINE
    if not all(TEXT.fullmatch(text) for text in (machine, address, port) if text):
        return RowFlaw.SIGNS
    return SeatMachine(seat, machine, address, port)

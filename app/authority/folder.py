"""The folder the agency prepares: exam.toml, site.toml, the three tables and the photos."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from app.authority.faults import Fault, FaultKind
from app.authority.roster import ROOM_COLUMNS, ROSTER_COLUMNS, STAFF_COLUMNS, Tables
from app.authority.tables import Column, Table, read
from app.core.plan import Exam, Room, SitePlan
from app.core.terms import Digest, Mode, SiteCode
from app.exchange import outbox
from app.trouble import Code, Trouble

PHOTOS = "photos"
PAPERS = "papers"

_LONGEST = 1 << 20
_Shape = TypeVar("_Shape")
_Text = Annotated[str, msgspec.Meta(pattern=r"\S")]


class SiteHeader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """site.toml: what the confirmation sheet says of the site (ARR-04), and whether this is practice."""

    code: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4,12}\Z")]
    name: _Text
    address: _Text
    phones: Annotated[tuple[_Text, ...], msgspec.Meta(min_length=1)]
    timestamp: _Text
    mode: Mode

    def plan(self, rooms: tuple[Room, ...]) -> SitePlan:
        return SitePlan(SiteCode(self.code), self.name, self.address, self.phones, self.timestamp.strip(), rooms)


def read_exam(path: Path) -> Exam:
    """Raises FILE_MISSING, FILE_TOO_LARGE or CONTENT_UNFIT."""
    return _toml(path, Exam)


def read_header(path: Path) -> SiteHeader:
    """Raises FILE_MISSING, FILE_TOO_LARGE or CONTENT_UNFIT."""
    return _toml(path, SiteHeader)


def _toml(path: Path, shape: type[_Shape]) -> _Shape:
    content = outbox.read_bytes(path, _LONGEST)
    try:
        return msgspec.toml.decode(content, type=shape)
    except (msgspec.MsgspecError, ValueError, RecursionError) as cause:
        raise Trouble(Code.CONTENT_UNFIT, file=path.name, line=0, problem=str(cause)) from cause


def read_tables(folder: Path, encoding: str | None = None) -> Tables:
    """Each table as CSV or XLSX, never both; photos are the JPEG files of the folder beside them."""
    photos = sorted(path for path in (folder / PHOTOS).glob("*") if path.suffix.lower() in (".jpg", ".jpeg"))
    return Tables(
        rooms=_table(folder, "rooms", ROOM_COLUMNS, encoding),
        roster=_table(folder, "roster", ROSTER_COLUMNS, encoding),
        staff=_table(folder, "staff", STAFF_COLUMNS, encoding),
        photos={path.name: Digest(sha256(path.read_bytes()).hexdigest()) for path in photos},
    )


def read_rooms(folder: Path) -> frozenset[str]:
    """The rooms' ids alone, as far as they can be read."""
    rows = _table(folder, "rooms", ROOM_COLUMNS, None).rows
    return frozenset(room for row in rows if (room := row.cells["room"]))


def _table(folder: Path, name: str, columns: tuple[Column, ...], encoding: str | None) -> Table:
    there = [path for suffix in ("csv", "xlsx") if (path := folder / f"{name}.{suffix}").is_file()]
    if len(there) == 1:
        return read(there[0], columns, encoding)
    kind = FaultKind.FILE_DOUBLED if there else FaultKind.FILE_MISSING
    return Table((), "", name, (Fault(name, 0, "", kind),))

"""Readers of tables, lists, pictures and settings, and of what is typed or scanned."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

from app import settings
from app.authority import codes_given, folder, tables
from app.core.plan import Room
from app.core.terms import RoomId
from app.crypto import codes
from app.exchange import (
    strict,
)
from app.service import lock_tries, machine_list, scan_reading
from app.views import paper_code
from tests.fuzz.base import DEMO, Read, Target


def _filed(read: Callable[[Path], object], name: str) -> Read:
    """As a file of this name, in a folder that is gone afterwards."""

    def from_file(content: bytes) -> object:
        with tempfile.TemporaryDirectory() as place:
            (Path(place) / name).write_bytes(content)
            return read(Path(place) / name)

    return from_file


COLUMNS = (tables.Column("room"), tables.Column("seats", tables.Holds.NUMBER), tables.Column("name", tables.Holds.TEXT))
ROOM = Room(RoomId("001"), "001", "A", 1, 30)


def _typed(read: Callable[[str], object]) -> Read:
    return lambda content: read(content.decode("utf-8", "replace"))


def files() -> list[Target]:
    given = b'{"purpose":"delay","exam":"E","site":"2101","session":"1-1","subject":"001","minutes":5,'
    given += b'"at":"2021-10-30T09:00:00+08:00","to":"x","why":"y","by":"z"}\n'
    return [
        Target(
            "table",
            lambda b: tables.parse(b, "x", COLUMNS),
            (
                "room,seats,name\n001,30,\u5f20\n".encode(),
                "room,seats,name\n001,30,\u5f20\n".encode("gb18030"),
                workbook(),
            ),
            ("app.authority.tables.parse",),
        ),
        Target(
            "machine list",
            _filed(lambda path: machine_list.read(path, ROOM), "list.csv"),
            (b"seat,machine\n001,PC-1,10.0.0.1,1/1\n002,PC-2,,\n",),
            ("app.service.machine_list.read",),
        ),
        Target("ledger of codes", _filed(codes_given.read, "codes"), (given,), ("app.authority.codes_given.read",)),
        Target(
            "exam.toml",
            _filed(folder.read_exam, "exam.toml"),
            ((DEMO / "liaoning-2021-senior.toml").read_bytes(),),
            ("app.authority.folder.read_exam",),
        ),
        Target(
            "site.toml", _filed(folder.read_header, "site.toml"), (SITE_TOML,), ("app.authority.folder.read_header",)
        ),
        Target(
            "settings",
            _filed(lambda path: settings.load(path.parent), settings.NAME),
            (strict.encode(settings.Settings()),),
            ("app.settings.load",),
        ),
        Target(
            "lock tries",
            _filed(lambda path: lock_tries.LockTries(path.parent), lock_tries.FILE),
            (b'{"KW-000001":{"wrong":3,"since":12.5}}',),
        ),
        Target(
            "scan",
            _filed(lambda path: list(scan_reading.read(path)), "scan"),
            (_picture(),),
            ("app.service.scan_reading.read",),
        ),
        Target(
            "paper code", _typed(paper_code.parse), (b"EXAMSITE1:R01:2101:1-1:001:1:12:0123456789ABCDEF:" + b"A" * 16,)
        ),
        Target("code", _typed(codes.read), (b"N4GG7-T4Z6F-7G0QN-S3JDN",)),
    ]


def workbook() -> bytes:
    import openpyxl  # noqa: PLC0415 - slow to load, and wanted here alone

    book, out = openpyxl.Workbook(), io.BytesIO()
    for line in (("room", "seats", "name"), ("001", 30, "x")):
        book.active.append(line)
    book.save(out)
    return out.getvalue()


def _picture() -> bytes:
    from PIL import Image  # noqa: PLC0415 - as above

    out = io.BytesIO()
    Image.new("L", (32, 32), 255).save(out, "PNG")
    return out.getvalue()


SITE_TOML = b"""code = "2101"
name = "x"
address = "y"
phones = ["1"]
timestamp = "2021-10-25 09:30:00"
mode = "practice"
"""

"""Readers of what comes packed and sealed: as it comes, and with another inside well sealed."""

from __future__ import annotations

import io

from app.exchange import (
    backup,
    exam_package,
    room_backup,
    room_result,
    standalone,
    standalone_return,
)
from app.exchange.agefile import Identity, unseal
from tests.fuzz.base import Read, Target, good
from tests.vectors import alone, sample
from tests.vectors.bench import opened, sealed
from tests.vectors.keys import (
    MINISTRY,
    PROVINCE_AGE,
    ROOM_LOCK,
    SITE_AGE,
    STATION,
    STATION_AGE,
)
from tests.vectors.packages import package


def _package(content: bytes) -> object:
    return exam_package.read(
        io.BytesIO(content),
        [SITE_AGE],
        ministry=MINISTRY.public,
        mode=sample.MODE,
        site=sample.SITE,
        keep=lambda _name, _content: None,
    )


def _backup(content: bytes) -> object:
    return backup.read(io.BytesIO(content), [PROVINCE_AGE], "backup")


def _room_backup(content: bytes) -> object:
    return room_backup.read(io.BytesIO(content), [PROVINCE_AGE], "backup")


def alone_package(content: bytes) -> standalone.Held:
    return standalone.read(content, STATION_AGE, "x", sample.MODE, alone.MACHINE, STATION.public.thumbprint)


def _result(content: bytes) -> object:
    room_result.claimed_lock(content, [SITE_AGE], "x")
    return room_result.read(content, [SITE_AGE], sample.EXPECTED, ROOM_LOCK.public)


def _return(content: bytes) -> object:
    standalone_return.claims(content, [SITE_AGE], "x")
    standalone_return.answers_of(content, [SITE_AGE], "x")
    return standalone_return.read(content, [SITE_AGE], "x", lambda _: alone.issued())


def _bare(form: str, identity: Identity) -> tuple[bytes, ...]:
    """The tar within, as it lies under seal and packing."""
    return tuple(opened(unseal(one, [identity], form)) for one in good(form))


def _swapped(name: str) -> Read:
    """A package whose one member is another, well listed and well signed."""

    def read(content: bytes) -> object:
        return _package(package([(one, content if one == name else whole) for one, whole in sample.MEMBERS]))

    return read


def archives() -> list[Target]:
    members = dict(sample.MEMBERS)
    inside = ("exam.json", "site.json", "roster.ndjson", "staff.ndjson", "locks.json")
    return [
        Target("package", _package, good("package"), ("app.exchange.exam_package.read",)),
        Target("package inside", lambda b: _package(sealed(b)), _bare("package", SITE_AGE), ARCHIVE),
        *(Target(f"package {name} inside", _swapped(name), (members[name],)) for name in inside),
        Target("backup", _backup, good("backup"), ("app.exchange.backup.read",)),
        Target("backup inside", lambda b: _backup(sealed(b, PROVINCE_AGE)), _bare("backup", PROVINCE_AGE)),
        Target("room backup", _room_backup, good("room-backup"), ("app.exchange.room_backup.read",)),
        Target(
            "room backup inside",
            lambda b: _room_backup(sealed(b, PROVINCE_AGE)),
            _bare("room-backup", PROVINCE_AGE),
        ),
        Target("alone", alone_package, good("alone"), ("app.exchange.standalone.read",)),
        Target("alone inside", lambda b: alone_package(sealed(b, STATION_AGE)), _bare("alone", STATION_AGE)),
        Target(
            "result",
            _result,
            good("result"),
            ("app.exchange.room_result.read", "app.exchange.room_result.claimed_lock"),
        ),
        Target("result inside", lambda b: _result(sealed(b)), _bare("result", SITE_AGE)),
        Target(
            "return",
            _return,
            good("return"),
            tuple(f"app.exchange.standalone_return.{name}" for name in ("read", "claims", "answers_of")),
        ),
        Target("return inside", lambda b: _return(sealed(b)), _bare("return", SITE_AGE)),
    ]


ARCHIVE = (
    "app.exchange.archive.read",
    "app.exchange.archive.stream",
    "app.exchange.agefile.decrypting",
    "app.exchange.agefile.unseal",
)

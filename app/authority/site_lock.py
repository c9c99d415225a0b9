"""Which lock stands for a site: that of its enrolment, or the one that replaced it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.authority.keys import Agency
from app.core.terms import LockSerial, SiteCode
from app.exchange import outbox, strict
from app.exchange.enrolment import SiteRequest


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    enrolled: LockSerial
    serial: LockSerial
    key: str


@dataclass(frozen=True, slots=True)
class InForce:
    """Its serial, and its key as JWK text."""

    serial: LockSerial
    key: str


def in_force(agency: Agency, request: SiteRequest) -> InForce:
    """A replacement counts for the store that this request enrolled, and for no later one of the same site."""
    path = _file(agency, request.site)
    if path.exists():
        kept = strict.decode(outbox.read_bytes(path, 1 << 16), _Kept, path.name)
        if kept.enrolled == request.lock_serial:
            return InForce(kept.serial, kept.key)
    return InForce(LockSerial(request.lock_serial), request.lock)


def put_in_force(agency: Agency, request: SiteRequest, serial: LockSerial, key: str) -> None:
    kept = _Kept(LockSerial(request.lock_serial), serial, key)
    outbox.write_bytes(_file(agency, request.site), strict.encode(kept))


def _file(agency: Agency, site: SiteCode) -> Path:
    return agency.folder / f"{site}.site-lock"

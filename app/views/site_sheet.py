"""What every sheet of the whole site (监督操作记录、封存启封记录、领用移交归还单) says at its head, and of people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from app.core.directory import Directory
from app.core.site import Site
from app.core.terms import PersonId, Role
from app.crypto.fingerprint import thumbprint
from app.views.journal import Line

History = Sequence[Line]
"""Entries of the journal, oldest first."""


class SheetHead(msgspec.Struct, frozen=True):
    """Whose sheet it is."""

    mode: str
    exam: str
    site_code: str
    site_name: str
    ministry: str
    software_lock: bool


class Signatory(msgspec.Struct, frozen=True):
    """Someone who signed a step; `name` is the code once the personal data were erased, `role` the role's code."""

    name: str
    role: str


class SiteSheet(msgspec.Struct, frozen=True):
    """What one sheet says; its digest decides whether a signed copy still holds."""

    head: SheetHead

    @property
    def last_at(self) -> datetime | None:
        """When the last thing that it tells happened; None where that is the moment of printing."""
        return None


def sheet_head(site: Site) -> SheetHead:
    """Once a package is in force."""
    if site.package is None:
        raise LookupError("no package in force")
    return SheetHead(
        mode=site.mode,
        exam=site.package.exam.title,
        site_code=site.code,
        site_name=site.package.plan.name,
        ministry=thumbprint(site.ministry),
        software_lock=site.lock.software,
    )


def signatories(people: Directory, signers: Sequence[tuple[PersonId, Role]]) -> tuple[Signatory, ...]:
    """The operator first, each person once."""
    return tuple(Signatory(people.staff_name(person), role) for person, role in dict(signers).items())

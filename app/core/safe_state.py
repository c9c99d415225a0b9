"""What the state holds of safekeeping: backups that were read back, and the media that may carry them."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.terms import Digest, PersonId, SessionId


@dataclass(slots=True)
class Backup:
    """A backup that was written and read back; `receipt` is the serial of the receipt that names it."""

    name: str
    session: SessionId
    digest: Digest
    size: int
    entries: int
    head: str
    supervised: bool
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Medium:
    """A registered stick or disk; `read`: its serial was read off itself, not off its label."""

    label: str
    custodian: PersonId
    read: bool

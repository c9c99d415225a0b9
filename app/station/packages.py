"""The packages a station holds, as its window shows them, and where each one lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.terms import Digest, ExamId, RoomId, SessionId, SiteCode, Ticket
from app.crypto.fingerprint import thumbprint
from app.exchange.standalone import SUFFIX as ALONE
from app.exchange.standalone_return import SUFFIX as RETURN
from app.machine_clock import BEIJING
from app.station.station_file import Noted


class State(StrEnum):
    """How far a package has come on this station."""

    TAKEN = "taken"
    OPEN = "open"
    HANDED_IN = "handed_in"


@dataclass(frozen=True, slots=True)
class Package:
    """`digest` is that of the file, `returned` that of the return; `lock` the thumbprint of the site lock."""

    digest: Digest
    name: str
    exam: ExamId
    site: SiteCode
    session: SessionId
    subject: str
    room: RoomId
    seat: str
    ticket: Ticket
    number: int
    machine: str
    issued_at: datetime
    remaining_seconds: int
    may_hand_in_at: datetime
    lock: str
    state: State
    returned: Digest | None


def shown(noted: Noted) -> Package:
    manifest = noted.manifest
    issued_at = manifest.issued_at.astimezone(BEIJING)
    return Package(
        noted.digest,
        manifest.package,
        manifest.exam,
        manifest.site,
        manifest.session,
        manifest.subject,
        manifest.room,
        manifest.seat,
        manifest.ticket,
        manifest.number,
        manifest.machine,
        issued_at,
        manifest.remaining_seconds,
        issued_at + timedelta(seconds=manifest.closure_seconds),
        thumbprint(manifest.lock),
        State.HANDED_IN if noted.returned else State.OPEN if noted.opened else State.TAKEN,
        noted.returned,
    )


def by_lock(held: Sequence[Package]) -> tuple[tuple[str, tuple[Package, ...]], ...]:
    """What `Station.held` tells, by the site lock that signed it, the newest of each first.

    The lock of the newest package that was unlocked here comes first; before any was, the one that was here first.
    A package alone does not tell whose lock is the site's: people compare its fingerprint.
    """
    locks = list(dict.fromkeys(one.lock for one in held))
    used = [one.lock for one in held if one.state is not State.TAKEN][-1:]
    order = dict.fromkeys((*used, *locks))
    return tuple((lock, tuple(one for one in reversed(held) if one.lock == lock)) for lock in order)


def lies_in(digest: Digest) -> str:
    """The folder of a package inside a place; not by its name, which somebody else chose."""
    return f"packages/{digest[:32]}"


def file_of(digest: Digest) -> str:
    return f"{lies_in(digest)}/package{ALONE}"


def return_of(digest: Digest) -> str:
    return f"{lies_in(digest)}/answers{RETURN}"

"""存储介质登记: every registered medium with how it did in its trial, what it holds, and where it is (DAT-11, H15)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.safe_state import Medium
from app.core.site import Site
from app.core.terms import MediumSerial


class MediumState(StrEnum):
    """Where a medium is on its way; the faults first."""

    LOST = "lost"
    FAULTY = "faulty"
    """Its last trial found something wrong."""
    HANDED_OVER = "handed_over"
    SEALED = "sealed"
    MIRROR = "mirror"
    WRITTEN = "written"
    TRIED = "tried"
    REGISTERED = "registered"


@dataclass(frozen=True, slots=True)
class MediumRow:
    """`holds`: names of the backups on it."""

    serial: MediumSerial
    medium: Medium
    state: MediumState
    holds: tuple[str, ...]


def register(site: Site) -> tuple[MediumRow, ...]:
    """By label."""
    media = site.safe.media.items()
    rows = (MediumRow(serial, one, _state(site, serial, one), holds(site, serial)) for serial, one in media)
    return tuple(sorted(rows, key=lambda row: row.medium.label))


def holds(site: Site, serial: MediumSerial) -> tuple[str, ...]:
    """The backups of both kinds that were read back on this medium."""
    sessions = (one.name for one in site.safe.backups.values() if serial in one.media)
    rooms = (one.name for one in site.safe.room_backups.values() if serial in one.media)
    return (*sessions, *rooms)


def _state(site: Site, serial: MediumSerial, one: Medium) -> MediumState:
    mirror = site.safe.mirror
    ways = (
        (one.lost_at, MediumState.LOST),
        (one.handed_over, MediumState.HANDED_OVER),
        (one.trial and one.trial.fault, MediumState.FAULTY),
        (one.seal, MediumState.SEALED),
        (mirror and mirror.medium == serial, MediumState.MIRROR),
        (holds(site, serial), MediumState.WRITTEN),
        (one.trial, MediumState.TRIED),
    )
    return next((state for is_so, state in ways if is_so), MediumState.REGISTERED)

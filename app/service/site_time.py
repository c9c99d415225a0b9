"""Site time at the desk: confirmed against an outside clock, and a system clock that was set is noted."""

from __future__ import annotations

from datetime import datetime

from app.core.clock import ConfirmSiteTime, NoteClockMoved
from app.core.operation import Refusal, Signer
from app.service.clock import Moment
from app.service.console import Console


def confirm(
    console: Console, outside: datetime, read_at: Moment, *signers: Signer, far: bool = False
) -> Refusal | None:
    """`outside` is what an outside clock showed at `read_at`; signing may take longer than a second.

    `far`: it was looked at once more, because it is far from what this machine shows.
    """
    last, shown = console.last_entry or outside, console.clock.likely()
    return console.submit(ConfirmSiteTime(outside, read_at.boot, read_at.up, last, shown, far), *signers)


def watch(console: Console) -> int:
    """Called each second: enters it when the system clock was set; by how many seconds, 0 for not."""
    moved = console.clock.jump()
    if moved:
        console.submit(NoteClockMoved(moved))
    return moved

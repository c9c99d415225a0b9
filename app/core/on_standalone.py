"""Who goes on with a standalone package is reset, logged in or moved no more."""

from __future__ import annotations

from typing import ClassVar

from app.core.operation import Refusal
from app.core.room_state import Sitting
from app.core.terms import ClauseId, Ticket


def on_standalone(sitting: Sitting) -> Refusal | None:
    """Why no machine of the room has to do with them."""
    return OnStandalone(sitting.ticket) if sitting.standalone else None


class OnStandalone(Refusal, frozen=True):
    """This candidate goes on with a standalone package."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-03")
    ticket: Ticket

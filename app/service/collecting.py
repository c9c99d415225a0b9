"""What rooms told of their answers, several rooms at once: each stands by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.core.collection import ConfirmCollected
from app.core.operation import Refusal, Signer
from app.core.terms import PersonId, RoomId, SessionId
from app.service.console import Console


def confirm_collected(
    console: Console,
    session: SessionId,
    counted: Iterable[tuple[RoomId, int]],
    happened_at: datetime,
    reported_by: PersonId,
    *signers: Signer,
) -> Refusal | None:
    """Everybody's answers of these rooms, so many each; the first no ends it, and what stood before it stands."""
    for room, count in counted:
        told = ConfirmCollected(session, room, count, (), (), happened_at, reported_by)
        if no := console.submit(told, *signers):
            return no
    return None

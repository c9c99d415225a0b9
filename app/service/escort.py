"""Escort slips (引导单): drawn when somebody is sent on, and not kept; the number of the transfer names them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.operation import Signer
from app.core.room_state import Transfer
from app.core.terms import SessionId, TransferNo
from app.service.console import Console
from app.service.records import stamp
from app.views.stamp import Stamp
from app.views.transfer_sheet import EscortSlip, escort_slip
from app.views.transfers import receivers

DrawEscort = Callable[[Sequence[tuple[EscortSlip, Stamp]]], bytes]
FORM = "R03"
"""The escort slip; ours, not in the list of the documents."""


def print_escort_slips(
    console: Console, session: SessionId, transfers: Sequence[TransferNo], draw: DrawEscort, operator: Signer
) -> bytes | None:
    """A slip for each of these that is still open, with the rooms suggested now; None where none is.

    Nothing is journaled: the transfer and its time are, and a slip that is lost is made again.
    """
    state = console.site.sessions.get(session)
    ways = [one for one in state.transfers if one.number in transfers] if state else []
    made = [drawn for one in ways if (drawn := _slip(console, session, one, operator))]
    return draw(made) if made else None


def _slip(console: Console, session: SessionId, one: Transfer, operator: Signer) -> tuple[EscortSlip, Stamp] | None:
    found = receivers(console.site, session, one.out_of)
    rooms = [(each.plan.id, each.places) for each in found]
    slip = escort_slip(console.site, console.directory, session, one.number, rooms)
    return (slip, stamp(console, FORM, slip, operator.id, event_time=one.out_at)) if slip else None

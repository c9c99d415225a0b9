"""What a step would say now, before anybody asks for it: a button that leads nowhere says so beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.impersonation import SuspectImpostor
from app.core.leaving import GiveUp, LeaveCause, RecordLeaving
from app.core.login import RecordLogins
from app.core.operation import Desk, Operation, Refusal, Refused, Signer
from app.core.places import listed
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.room_state import Presence, ResetCause, RoomSession, Sitting
from app.core.seating import DrawSeat, RecordSeats, RedrawReason, TicketSeat
from app.core.site import Site
from app.core.terms import PersonId, Role
from app.core.transfer import TransferOut
from app.service.console import Console
from app.views.candidates import overbooked
from app.views.room_needs import Act
from app.views.seats import nearest

NOBODY_YET = Signer(PersonId(""), Role.SITE_ADMIN, "")
"""Stands for whoever will sign, while nobody is at the desk."""


def blocked(console: Console, operation: Operation, operator: Signer) -> Refusal | None:
    """Why this cannot be done as things are, whoever signs; who may is asked with the step itself."""
    desk = Desk(console.clock.moment().at, (operator,), console.rulebook, console.directory, console.machine)
    decided = operation.decide(console.site, desk)
    if isinstance(decided, Refused):
        return decided.refusal
    return decided if isinstance(decided, Refusal) else None


def probes(site: Site, room: RoomSession, here: Sitting, now: datetime, by: PersonId) -> Mapping[Act, Operation]:
    """Each step as it would most likely be asked for. What hangs on more than the state is left out."""
    session, ticket = here.session, here.ticket
    own = here.sits_at or here.seat or ""
    same = (TicketSeat(ticket, own),)
    free = nearest(site, room, own)
    other = (TicketSeat(ticket, free or own),)
    every, why = listed(site.plans[room.room]), RedrawReason.NEIGHBOURS
    slip = RecordSeats(session, room.room, other, why, now, by)
    to_present = here.presence is Presence.ABSENT
    found: dict[Act, Operation] = {
        Act.DRAW: DrawSeat(session, ticket, every, None, now, by),
        Act.TELL_SEAT: RecordSeats(session, room.room, other, None, now, by),
        Act.REDRAW: slip if room.slips else DrawSeat(session, ticket, every, why, now, by),
        Act.LOGIN: RecordLogins(session, room.room, same if own else other, now, by),
        Act.RESET: ResetCandidates(session, room.room, same, ResetCause.CLOUD, now, by),
        Act.RESET_FAILED: NoteResetFailed(session, ticket, now, by),
        Act.GIVE_UP: GiveUp(session, ticket, now, by),
        Act.LEAVE: RecordLeaving(session, ticket, LeaveCause.ILLNESS, now, by),
        Act.SUSPECT: SuspectImpostor(session, ticket, now, by),
        Act.CORRECT: CorrectAttendance(session, ticket, to_present, CorrectionReason.MISHEARD, now, by),
    }
    if not free:
        found[Act.TELL_SEAT] = found[Act.DRAW]
    if overbooked(site):
        # Elsewhere the chief decides, on an incident that is chosen first.
        found[Act.TRANSFER_OUT] = TransferOut(session, ticket, now, by)
    return found

"""Transfers at the desk: tokens of rooms, and a standby room when the others are full (OVB-09, OVB-15)."""

from __future__ import annotations

from pathlib import Path

from app.core.incident import OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.operation import Operation, Refusal, Signer
from app.core.room_move import OpenStandbyRoom
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import Digest, IncidentNo, RoomId, SessionId, TransferNo
from app.core.transfer import TokenUsed, TransferIn, TransferOut
from app.exchange import outbox, transfer_token
from app.exchange.signed import Kind
from app.exchange.transfer_token import Direction, TransferToken
from app.service.clock import BEIJING
from app.service.console import Console
from app.service.folders import made
from app.service.rooms import distrusted, registered
from app.trouble import Code, Trouble
from app.views.transfers import shortage

TOKEN_SUFFIX = transfer_token.SUFFIX


def take_token(console: Console, token: bytes, *signers: Signer) -> Refusal | None:
    """Enter what a room signed of one candidate: sent on, or taken in; the token is kept as it came.

    Raises every fault of signed documents, ROOM_WRONG where the candidate is elsewhere, and SIGNER_UNKNOWN for a room
    without a registered lock.
    """
    token = token.strip()
    session, room = transfer_token.claimed_room(token)
    told = transfer_token.read(token, *registered(console, session, room, Kind.TRANSFER))
    if no := distrusted(console, room):
        return no
    if state := console.site.sessions.get(session):
        if _known(state, told):
            return TokenUsed(told.ticket)
        _expect_origin(console.site, state, told)
    return console.submit(_entered(told, console.store.blobs.put(token)), *signers)


def _known(state: SessionState, told: TransferToken) -> bool:
    """The same moment is entered already: a signature can be turned into a second valid one, in other bytes."""
    return told.direction is Direction.OUT and any(
        one.ticket == told.ticket and one.out_of == told.room and one.out_at >= told.at for one in state.transfers
    )


def _expect_origin(site: Site, state: SessionState, told: TransferToken) -> None:
    """Only the room where somebody is sends them on, and nobody is taken in from where they were not sent."""
    sitting, transfer = site.sitting(state.plan.id, told.ticket), state.open_transfer(told.ticket)
    here = transfer.out_of if transfer else None
    if told.direction is Direction.OUT and sitting:
        here = sitting.room
    if here is not None and here != told.origin:
        raise Trouble(Code.ROOM_WRONG, expected=here, found=told.origin)


def _entered(told: TransferToken, digest: Digest) -> Operation:
    """In Beijing time, whatever zone the room writes."""
    at = told.at.astimezone(BEIJING)
    if told.direction is Direction.OUT:
        return TransferOut(told.session, told.ticket, at, told.reported_by, None, digest)
    return TransferIn(told.session, told.ticket, told.room, at, told.reported_by, digest)


def open_standby(console: Console, session: SessionId, room: RoomId, *signers: Signer) -> Refusal | None:
    """Open a standby room on the open incident of too few seats; where there is none, one is opened first.

    When the chief does not sign, the incident stands and serves the next try.
    """
    incident = shortage(console.site, session)
    if incident is None:
        at, by = console.clock.moment().at, signers[0].id
        opened = OpenIncident(IncidentKind.ROOM_UNUSABLE, session, None, at, by)
        if no := console.submit(opened, *signers[:1]):
            return no
        incident = shortage(console.site, session) or IncidentNo("")
    return console.submit(OpenStandbyRoom(session, room, incident), *signers)


def write_escort(pdf: bytes, folder: Path, session: SessionId, number: TransferNo) -> Path:
    """The slip as a file in this folder, which is made where it is not there; on any lane."""
    path = made(folder) / f"{session}-{number}-escort.pdf"
    outbox.write_bytes(path, pdf)
    return path

"""What rooms bring on sticks and by scan, one after the other: each is taken or refused by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from app.core.end_state import ResultReason
from app.core.operation import Refusal, Signer
from app.core.room_result import Outcome
from app.core.terms import RoomId, SessionId, Ticket
from app.exchange import outbox, room_report, room_result, signed, transfer_token
from app.exchange.signed import Kind
from app.service import standalone_return
from app.service.console import Console
from app.service.room_reports import take_report
from app.service.rooms import registered, take_result
from app.service.transfers import take_token
from app.trouble import Code, Trouble

SUFFIXES = (room_report.SUFFIX, room_result.SUFFIX, transfer_token.SUFFIX, *standalone_return.SUFFIXES)
LARGEST = 1 << 30
"""Bytes; fifty candidates with 20 MiB of answers each."""
_OF_THE_FILE = frozenset(
    {
        Code.FILE_MISSING,
        Code.FILE_DAMAGED,
        Code.FILE_TOO_LARGE,
        Code.FILE_NOT_FOR_US,
        Code.MEMBER_STRANGE,
        Code.MEMBER_DOUBLED,
        Code.MEMBER_MISSING,
        Code.MEMBER_DIFFERS,
        Code.FIELD_DOUBLED,
        Code.CONTENT_UNFIT,
        Code.SIGNATURE_BAD,
        Code.SIGNER_UNKNOWN,
        Code.KIND_WRONG,
        Code.MODE_WRONG,
        Code.EXAM_WRONG,
        Code.SITE_WRONG,
        Code.SESSION_WRONG,
        Code.ROOM_WRONG,
        Code.TICKET_WRONG,
        Code.PACKAGE_WRONG,
        Code.MACHINE_WRONG,
    }
)
"""The next file may be better; with any other trouble none can be taken."""
_TOKENS = {
    Kind.REPORT: (room_report.claimed_room, take_report),
    Kind.TRANSFER: (transfer_token.claimed_room, take_token),
}
"""What comes as one signed document, also by scan: where it says it is from, and what takes it."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of one file or scan. `kind`, `session` and `room` are None where that could not be made out.

    `name` is that of the file, "" for a scan; `no` is None where it was taken.
    """

    name: str
    kind: Kind | None
    session: SessionId | None
    room: RoomId | None
    no: Refusal | Trouble | None

    @property
    def is_result(self) -> bool:
        return self.kind is Kind.RESULT


def take_file(console: Console, path: Path, *signers: Signer, reason: ResultReason | None = None) -> Brought:
    """A room's report, result or transfer token, or a station's return, told apart by its suffix.

    `reason`: why a second result comes.

    Raises only what is not this file's own fault.
    """
    session, room, kind = None, None, _kind(path)
    try:
        if kind in _TOKENS:
            token = outbox.read_bytes(path, signed.LONGEST)
            claimed_room, take = _TOKENS[kind]
            session, room = claimed_room(token)
            return Brought(path.name, kind, session, room, take(console, token, *signers))
        if kind is Kind.RETURN:
            found = standalone_return.take(console, path, *signers)
            if isinstance(found, Refusal):
                return Brought(path.name, kind, None, None, found)
            sitting = console.site.sitting(found.document.session, found.document.ticket)
            return Brought(path.name, kind, found.document.session, sitting.room if sitting else None, None)
        session, room = _named(console, path.name)
        sealed = outbox.read_bytes(path, LARGEST)
        return Brought(
            path.name, kind, session, room, take_result(console, session, room, sealed, *signers, reason=reason)
        )
    except Trouble as trouble:
        return Brought(path.name, kind, session, room, _own(trouble))


def take_scan(console: Console, text: str, *signers: Signer) -> Brought:
    """A room report or a transfer token as its QR code says it, scanned or pasted; told apart by what it says it is.

    Raises only what is not its own fault.
    """
    token, session, room = "".join(text.split()).encode(errors="replace"), None, None
    kind = Kind.REPORT
    try:
        if signed.peek(token).typ == Kind.TRANSFER:
            kind = Kind.TRANSFER
        claimed_room, take = _TOKENS[kind]
        session, room = claimed_room(token)
        return Brought("", kind, session, room, take(console, token, *signers))
    except Trouble as trouble:
        return Brought("", kind, session, room, _own(trouble))


def told_by_room(console: Console, session: SessionId, room: RoomId) -> dict[Ticket, Outcome]:
    """What the newest kept result says of each candidate, read afresh; nothing where none is kept.

    Raises every fault of sealed files and signed documents.
    """
    state = console.site.room(session, room)
    if state is None or state.result is None or state.result.by_hand:
        return {}
    sealed = console.store.blobs.get(state.result.digest)
    expected, lock = registered(console, session, room, Kind.RESULT)
    result = room_result.read(sealed, [console.store.keys.identity], expected, lock)
    return {line.ticket: line.outcome for line in result.lines}


def _kind(path: Path) -> Kind | None:
    kinds = {
        room_report.SUFFIX: Kind.REPORT,
        room_result.SUFFIX: Kind.RESULT,
        transfer_token.SUFFIX: Kind.TRANSFER,
    } | dict.fromkeys(standalone_return.SUFFIXES, Kind.RETURN)
    return kinds.get(path.suffix)


def _named(console: Console, name: str) -> tuple[SessionId, RoomId]:
    """Session and room of a sealed result stand in its name; what a copying program adds behind them is let be."""
    if name.endswith(room_result.SUFFIX):
        for session in console.site.sessions:
            for room in console.site.plans:
                if re.match(rf"{re.escape(session)}-{re.escape(room)}(?![0-9A-Za-z])", name):
                    return session, room
    raise Trouble(Code.KIND_WRONG, expected=Kind.RESULT, found=name)


def _own(trouble: Trouble) -> Trouble:
    if trouble.code not in _OF_THE_FILE:
        raise trouble
    return trouble

"""Facts to stored bytes and back. Kinds that later releases retire are lifted to today's here, nowhere else."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

import msgspec

from app.core import entry, fault, room_report, safekeeping
from app.core.operation import Fact
from app.core.places import label
from app.core.terms import Digest, FaultNo, PersonId, Role, RoomId, SessionId, Ticket
from app.journal.kinds import KINDS
from app.trouble import Code, Trouble


class CheckedIn1(Fact, frozen=True, tag="checked_in/1"):
    """Before the document was kept."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    at: datetime
    reported_by: PersonId

    def today(self) -> Fact:
        return entry.CheckedIn(self.session, self.room, self.ticket, self.at, self.reported_by)


class BackupVerified1(Fact, frozen=True, tag="backup_verified/1"):
    """Before the medium was entered."""

    name: str
    session: SessionId
    digest: Digest
    size: int
    entries: int
    head: str
    supervised: bool

    def today(self) -> Fact:
        return safekeeping.BackupVerified(
            self.name, self.session, self.digest, self.size, self.entries, self.head, self.supervised
        )


class FaultReported1(Fact, frozen=True, tag="fault_reported/1"):
    """Before one fault could name several seats."""

    number: FaultNo
    kind: fault.FaultKind
    session: SessionId | None
    room: RoomId | None
    seat: str
    happened_at: datetime
    reported_by: PersonId

    def today(self) -> Fact:
        seats = (label(int(self.seat)),) if self.seat else ()
        return fault.FaultReported(
            self.number, self.kind, self.session, self.room, seats, self.happened_at, self.reported_by
        )


class RoomReported1(Fact, frozen=True, tag="room_reported/1"):
    """Before rooms said how many seats were free."""

    session: SessionId
    room: RoomId
    number: int
    present: int
    absent: int
    logged_in: int
    submitted: int
    at: datetime
    reported_by: PersonId
    document: Digest

    def today(self) -> Fact:
        return room_report.RoomReported(
            self.session,
            self.room,
            self.number,
            self.present,
            self.absent,
            self.logged_in,
            self.submitted,
            self.at,
            self.reported_by,
            self.document,
        )


class Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One signer of an entry with the proof of presence."""

    id: PersonId
    role: Role
    proof: str


class EntryStamp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When and by whom an entry was made: trusted time, boot id and boot-time clock (ns), machine and its epoch."""

    at: datetime
    boot: str
    up: int
    machine: str
    epoch: int
    by: tuple[Signed, ...]


class _Time(msgspec.Struct, frozen=True, gc=False):
    """Of a stamp no more than its time."""

    at: datetime


_RETIRED = (BackupVerified1, CheckedIn1, FaultReported1, RoomReported1)
_facts: msgspec.json.Decoder[Any] = msgspec.json.Decoder(reduce(or_, (*KINDS, *_RETIRED)))
_stamps = msgspec.json.Decoder(EntryStamp)
_times = msgspec.json.Decoder(_Time)
_encoder = msgspec.json.Encoder()
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""A field that nobody knows is passed over, and may be a thousand brackets."""


def encode(fact: Fact) -> bytes:
    """Bytes that decode to the same fact; raises ValueError rather than write what could not be read back."""
    body = _encoder.encode(fact)
    try:
        same = _facts.decode(body) == fact
    except msgspec.MsgspecError:
        same = False
    if not same:
        raise ValueError(type(fact).__name__)
    return body


def decode(body: bytes, n: int = 0) -> Fact:
    """The fact of entry `n`; raises ENTRY_UNREADABLE for bytes that no release of this program wrote."""
    try:
        fact: Fact = _facts.decode(body)
    except _UNREADABLE as cause:
        raise Trouble(Code.ENTRY_UNREADABLE, entry=n) from cause
    return fact.today() if isinstance(fact, _RETIRED) else fact


def encode_stamp(stamp: EntryStamp) -> bytes:
    return _encoder.encode(stamp)


def decode_stamp(stamp: bytes, n: int = 0) -> EntryStamp:
    """The whole stamp of entry `n`, for reading and showing; raises ENTRY_UNREADABLE."""
    try:
        return _stamps.decode(stamp)
    except _UNREADABLE as cause:
        raise Trouble(Code.ENTRY_UNREADABLE, entry=n) from cause


def decode_time(stamp: bytes, n: int = 0) -> datetime:
    """When entry `n` was made, and nothing else of its stamp: a replay reads thousands."""
    try:
        return _times.decode(stamp).at
    except _UNREADABLE as cause:
        raise Trouble(Code.ENTRY_UNREADABLE, entry=n) from cause

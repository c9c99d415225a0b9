"""Standalone package (单机考试作答包): age to one station; inside, what code, ticket and ID number open together."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from typing import Annotated

import msgspec

from app.core.terms import Digest, LockSerial, Mode, RoomId, Ticket
from app.crypto.standalone import content_secret, typed
from app.exchange import archive, paper, strict
from app.exchange.agefile import Identity, Recipient, decrypting, identity_of, recipient, seal, unseal
from app.exchange.paper import LONGEST_PAPER, AnswerSheet, Paper, SessionNo, TicketNo
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, expect_times, sign, verify
from app.exchange.station_request import Machine, Moment
from app.trouble import Code, Trouble

SUFFIX = ".examsite-alone"
LONGEST = 256 << 20
_OUTER = {"manifest.jws": 1 << 16, "content.age": LONGEST}
_INNER = {"person.json": 1 << 16, "paper.json": LONGEST_PAPER, "so-far.json": LONGEST_PAPER}

Hex32 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
Number = Annotated[int, msgspec.Meta(ge=1, le=999)]
_Seconds = Annotated[int, msgspec.Meta(ge=0, le=24 * 60 * 60)]


class AloneManifest(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the site lock signs. `remaining_seconds` counts from `issued_at`, as does `closure_seconds`: nobody hands in
    before the closure ends (CLK-10). `content` is the digest of content.age.

    `station` is the thumbprint of the station's key, `lock` the JWK of the site lock that signed. A return is sealed
    to `site`'s `recipient`; the answers in it to `province`, an interim copy's also to `rescue`, the session's paper
    key, so that another package can go on from it.
    """

    issued_at: Moment
    session: SessionNo
    room: RoomId
    ticket: TicketNo
    number: Number
    seat: str
    machine: Machine
    station: str
    subject: str
    remaining_seconds: _Seconds
    closure_seconds: _Seconds
    nonce: Hex32
    lock_serial: LockSerial
    lock: str
    recipient: str
    province: str
    rescue: str
    content: Digest

    @property
    def package(self) -> str:
        """Names the package wherever it is spoken of: in file names and under vouchers."""
        return f"{self.ticket}-{self.session}-{self.number}"


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose package it is, and the key of its vouchers."""

    name: str
    voucher_key: Hex32


@dataclass(frozen=True, slots=True)
class Content:
    """What the candidate gets to see once the package is open; `so_far` is None where nothing was answered yet."""

    person: Person
    paper: Paper
    so_far: AnswerSheet | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A package that is for this station, whole and unchanged, and not yet open; `digest` is that of the file."""

    manifest: AloneManifest
    content: bytes
    digest: Digest


@dataclass(frozen=True, slots=True)
class Keys:
    """What must come together to open a package: the unlock code's ten bytes and the candidate's ID number."""

    code: bytes
    id_number: str


def seal_content(content: Content, keys: Keys, nonce: str, ticket: Ticket) -> bytes:
    """content.age; its digest belongs into the manifest."""
    members = [("person.json", strict.encode(content.person)), ("paper.json", strict.encode(content.paper))]
    if content.so_far:
        members.append(("so-far.json", strict.encode(content.so_far)))
    plain = io.BytesIO()
    archive.write(plain, members)
    return seal(plain.getvalue(), [_opener(keys, nonce, ticket).to_public()])


def _opener(keys: Keys, nonce: str, ticket: Ticket) -> Identity:
    return identity_of(content_secret(keys.code, bytes.fromhex(nonce), ticket, keys.id_number))


def write(manifest: AloneManifest, content: bytes, site_lock: SigningKey, station: Recipient) -> bytes:
    plain = io.BytesIO()
    archive.write(plain, [("manifest.jws", sign(Kind.ALONE, manifest, site_lock)), ("content.age", content)])
    return seal(plain.getvalue(), [station])


def read(sealed: bytes, identity: Identity, name: str, mode: Mode, machine: str, station: str) -> Held:
    """As the station reads it. The lock introduces itself: its fingerprint is compared with the printed consent.

    Raises FILE_NOT_FOR_US for a package to another station, MODE_WRONG, MACHINE_WRONG, and what files can say.
    """
    found: dict[str, bytes] = {}
    with decrypting(io.BytesIO(sealed), [identity], name) as plain:
        found.update(archive.read(plain, lambda member: _OUTER.get(member, 0), name))
    _complete(found, ("manifest.jws", "content.age"), name)
    token = found["manifest.jws"]
    lock = PublicKey.read(claimed(token, Kind.ALONE, AloneManifest).lock)
    manifest = verify(token, Kind.ALONE, AloneManifest, lock)
    if manifest.mode is not mode:
        raise Trouble(Code.MODE_WRONG, expected=mode, found=manifest.mode)
    if (manifest.machine, manifest.station) != (machine, station):
        raise Trouble(Code.MACHINE_WRONG, expected=manifest.machine, found=machine)
    if hashlib.sha256(found["content.age"]).hexdigest() != manifest.content:
        raise Trouble(Code.MEMBER_DIFFERS, file=name, member="content.age")
    expect_times(Kind.ALONE, manifest.issued_at)
    for text in (manifest.recipient, manifest.province, manifest.rescue):
        recipient(text)
    return Held(manifest, found["content.age"], Digest(hashlib.sha256(sealed).hexdigest()))


def _complete(found: dict[str, bytes], needed: tuple[str, ...], name: str) -> None:
    for member in needed:
        if member not in found:
            raise Trouble(Code.MEMBER_MISSING, file=name, member=member)


def unlock(held: Held, ticket: Ticket, keys: Keys) -> Content:
    """`ticket` and ID number as they were typed.

    Raises TICKET_WRONG for another candidate, UNLOCK_WRONG where code and ID number do not open it together.
    """
    manifest = held.manifest
    if manifest.ticket != typed(ticket):
        # What was typed is told nobody: it may be the ID number in the wrong field.
        raise Trouble(Code.TICKET_WRONG, expected=manifest.ticket)
    name = manifest.package
    try:
        plain = unseal(held.content, [_opener(keys, manifest.nonce, manifest.ticket)], name)
    except Trouble as cause:
        if cause.code is not Code.FILE_NOT_FOR_US:
            raise
        raise Trouble(Code.UNLOCK_WRONG, package=name) from cause
    found = dict(archive.read(io.BytesIO(plain), lambda member: _INNER.get(member, 0), name))
    _complete(found, ("person.json", "paper.json"), name)
    person = strict.decode(found["person.json"], Person, "person.json")
    content = Content(person, paper.read(found["paper.json"], manifest.exam, manifest.session))
    if "so-far.json" not in found:
        return content
    so_far = paper.read_answers(found["so-far.json"], "so-far.json")
    paper.expect_of(so_far, content.paper, manifest.ticket, "so-far.json")
    return replace(content, so_far=so_far)

"""A lost site lock replaced (补发考务锁): the new lock asks, and the province hands the store's share on to it."""

from __future__ import annotations

import base64
from typing import Annotated

import msgspec
from msgspec.structs import replace

from app.core.plan import RegisteredLock
from app.core.terms import LockSerial
from app.exchange import keyfile, lock_register
from app.exchange.agefile import Identity, recipient, unseal
from app.exchange.enrolment import SITE_CODE
from app.exchange.lock_paper import Serial
from app.exchange.lock_register import Number
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, sign, verify
from app.trouble import Code, Trouble

SUFFIX, GRANT_SUFFIX = ".examsite-replacement", ".examsite-grant"

_Epoch = Annotated[int, msgspec.Meta(ge=1, le=(1 << 31) - 1)]


class Replacement(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`exam` is "" here. `lock` is the new lock's JWK text, `recipient` its one-time age recipient.

    `keys` is the store's keys.json, base64; `old_serial` and `epoch` repeat what stands there.
    """

    lock_serial: Serial
    lock: str
    software_lock: bool
    hardware: str
    old_serial: LockSerial
    epoch: _Epoch
    recipient: str
    keys: str

    @property
    def key_file(self) -> keyfile.KeyFile:
        """keys.json as it lies beside the store; raises CONTENT_UNFIT, FIELD_DOUBLED or KIND_WRONG."""
        return keyfile.read(_unb64(self.keys, Kind.REPLACEMENT, "keys"))


class Grant(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`share` is the store's share, age to the one-time recipient, base64; `epoch` is that of the next keys.json.

    `number` and `locks` are the register that comes with it. `entries` and `head` (hex): the newest head of this
    store's journal that the province has receipted, 0 and "" where there is none.
    """

    lock_serial: Serial
    lock: str
    old_serial: LockSerial
    epoch: _Epoch
    share: str
    number: Number
    locks: tuple[RegisteredLock, ...]
    entries: Annotated[int, msgspec.Meta(ge=0, le=(1 << 63) - 1)]
    head: Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{64})?\Z")]


def write(request: Replacement, key: SigningKey) -> bytes:
    return sign(Kind.REPLACEMENT, request, key)


def read(token: bytes) -> Replacement:
    """Proves only that the sender holds the new lock; the fingerprint is confirmed aloud.

    Raises every fault of signed documents and of keys.json, CONTENT_UNFIT for a site code or recipient that is none,
    and MODE_WRONG, SITE_WRONG or MEMBER_DIFFERS where keys.json inside says otherwise than the request.
    """
    key = PublicKey.read(claimed(token, Kind.REPLACEMENT, Replacement).lock)
    request = verify(token, Kind.REPLACEMENT, Replacement, key)
    if not SITE_CODE.fullmatch(request.site):
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.REPLACEMENT, line=0, problem="site")
    recipient(request.recipient)
    file = request.key_file
    if file.mode is not request.mode:
        raise Trouble(Code.MODE_WRONG, expected=request.mode, found=file.mode)
    if file.site != request.site:
        raise Trouble(Code.SITE_WRONG, expected=request.site, found=file.site)
    if (file.lock, file.epoch) != (request.old_serial, request.epoch):
        raise Trouble(Code.MEMBER_DIFFERS, file=Kind.REPLACEMENT, member=keyfile.NAME)
    return request


def write_grant(grant: Grant, key: SigningKey) -> bytes:
    return sign(Kind.GRANT, grant, key)


def read_grant(token: bytes, province: PublicKey) -> Grant:
    """Checked with a key that is already known; raises every fault of signed documents and of a register."""
    grant = verify(token, Kind.GRANT, Grant, province)
    if bool(grant.entries) != bool(grant.head):
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.GRANT, line=0, problem="head")
    return replace(grant, locks=lock_register.sound(grant.locks, Kind.GRANT))


def share_of(token: bytes, own: Identity) -> tuple[Grant, bytes]:
    """The grant unverified, and the share in it: only to open the store whose journal says who the province is.

    Raises CONTENT_UNFIT, FIELD_DOUBLED, KIND_WRONG, FILE_DAMAGED, or FILE_NOT_FOR_US for another one-time recipient.
    """
    grant = claimed(token, Kind.GRANT, Grant)
    return grant, unseal(_unb64(grant.share, Kind.GRANT, "share"), [own], Kind.GRANT)


def _unb64(text: str, kind: Kind, field: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as cause:
        raise Trouble(Code.CONTENT_UNFIT, file=kind, line=0, problem=field) from cause

"""Vectors of a lock's paper, the register of locks, and the two documents that replace a site lock."""

from __future__ import annotations

import base64
from datetime import datetime

import msgspec
from msgspec.structs import replace

from app.core.plan import RegisteredLock
from app.core.terms import LockSerial, Mode, SiteCode
from app.exchange import strict
from app.exchange.agefile import seal
from app.exchange.keyfile import KeyFile
from app.exchange.signed import Kind, _b64
from app.trouble import Code
from tests.vectors.bench import doubled, flipped, signed_as, token, vector, with_unknown
from tests.vectors.keys import NEW_LOCK, NEW_LOCK_AGE, PROVINCE, ROOM_LOCK, SHARE, SITE_LOCK, STRANGER_AGE
from tests.vectors.sample import AT, GRANT, KEYS, LOCK_PAPER, LOCKS, REGISTER, REPLACEMENT, VPN_KEY


def paper(**changes: object) -> bytes:
    return token(Kind.LOCK, msgspec.json.encode(msgspec.to_builtins(LOCK_PAPER) | changes), ROOM_LOCK)


@vector("lock")
def of_a_site() -> bytes:
    """The paper of a site lock."""
    return paper(kind="site")


@vector("lock", Code.CONTENT_UNFIT)
def vpn_key() -> bytes:
    """A VPN key, which has no key to introduce itself with."""
    return paper(kind="vpn_key")


@vector("lock", Code.CONTENT_UNFIT)
def serial_empty() -> bytes:
    """A lock without a number."""
    return paper(lock_serial="")


@vector("lock", Code.CONTENT_UNFIT)
def serial_path() -> bytes:
    """A number that would point out of its folder as a file's name."""
    return paper(lock_serial="../ROOM-1")


def register(*locks: RegisteredLock, **changes: object) -> bytes:
    document = replace(REGISTER, locks=locks or REGISTER.locks, **changes)
    return signed_as(Kind.LOCKS, document, PROVINCE)


@vector("locks")
def with_terms() -> bytes:
    """A lock that was registered anew and serves for some time, a spare one, and one that is revoked."""
    room = LOCKS[1]
    spare = replace(room, serial=LockSerial("ROOM-2"), room=None)
    again = replace(room, reference="R-2", since=AT, until=AT.replace(hour=9))
    return register(LOCKS[0], again, spare, replace(spare, serial=LockSerial("ROOM-3"), revoked=True))


@vector("locks", Code.CONTENT_UNFIT)
def number_zero() -> bytes:
    """Number 0, which is the package's own register."""
    return register(number=0)


@vector("locks", Code.MEMBER_DOUBLED)
def serial_doubled() -> bytes:
    """One number as site lock and as invigilation lock."""
    return register(LOCKS[0], replace(LOCKS[1], serial=LOCKS[0].serial))


@vector("locks", Code.MEMBER_DOUBLED)
def serial_blank() -> bytes:
    """A lock without a number, which would be every lock."""
    return register(LOCKS[0], replace(LOCKS[1], serial=LockSerial("")))


@vector("locks", Code.MEMBER_DOUBLED)
def room_doubled() -> bytes:
    """Two locks for one room."""
    return register(*LOCKS, replace(LOCKS[1], serial=LockSerial("ROOM-2")))


@vector("locks", Code.CONTENT_UNFIT)
def key_missing() -> bytes:
    """An invigilation lock without a key."""
    return register(LOCKS[0], replace(LOCKS[1], jwk=""))


@vector("locks", Code.FIELD_DOUBLED)
def key_doubled() -> bytes:
    """A key that says `x` twice: two keys, one fingerprint."""
    twice = LOCKS[1].jwk.replace('"x"', '"x":"AA","x"', 1)
    return register(LOCKS[0], replace(LOCKS[1], jwk=twice))


@vector("locks", Code.CONTENT_UNFIT)
def key_private() -> bytes:
    """A lock whose private key is told."""
    private = msgspec.json.decode(ROOM_LOCK.public.jwk) | {"d": _b64(ROOM_LOCK.number.to_bytes(32, "big"))}
    return register(LOCKS[0], replace(LOCKS[1], jwk=msgspec.json.encode(private).decode()))


@vector("locks", Code.CONTENT_UNFIT)
def vpn_with_key() -> bytes:
    """A VPN key with a key that we would have to know."""
    return register(*LOCKS, replace(VPN_KEY, jwk=SITE_LOCK.public.jwk))


@vector("locks", Code.CONTENT_UNFIT)
def time_without_zone() -> bytes:
    """A lock that serves until a time of no zone."""
    return register(LOCKS[0], replace(LOCKS[1], until=datetime(2026, 6, 20)))  # noqa: DTZ001 - that is the fault


@vector("locks", Code.CONTENT_UNFIT)
def kind_unknown() -> bytes:
    """A lock registered for something that there is not."""
    whole = msgspec.json.encode(REGISTER).replace(b'"vpn_key"', b'"master"')
    return token(Kind.LOCKS, whole, PROVINCE)


def request(**changes: object) -> bytes:
    return signed_as(Kind.REPLACEMENT, replace(REPLACEMENT, **changes), NEW_LOCK)


def with_keys(text: bytes) -> bytes:
    return request(keys=base64.b64encode(text).decode())


def other_keys(**changes: object) -> bytes:
    other: KeyFile = replace(KEYS, **changes)
    return with_keys(strict.encode(other))


@vector("replacement", Code.CONTENT_UNFIT)
def site_code() -> bytes:
    """A site code that points out of its folder."""
    return request(site=SiteCode("../1"))


@vector("replacement", Code.CONTENT_UNFIT)
def recipient_none() -> bytes:
    """A one-time recipient that is none."""
    return request(recipient="age1")


@vector("replacement", Code.CONTENT_UNFIT)
def new_serial_path() -> bytes:
    """The new lock's number points out of its folder."""
    return request(lock_serial="../SITE-2")


@vector("replacement", Code.CONTENT_UNFIT)
def keys_not_base64() -> bytes:
    """`keys` is no base64."""
    return request(keys="?" + REPLACEMENT.keys[1:])


@vector("replacement", Code.CONTENT_UNFIT)
def keys_unknown_field() -> bytes:
    """A field in keys.json that nobody knows."""
    return with_keys(with_unknown(KEYS))


@vector("replacement", Code.FIELD_DOUBLED)
def keys_doubled_field() -> bytes:
    """`format` stands twice in keys.json."""
    return with_keys(doubled(KEYS))


@vector("replacement", Code.KIND_WRONG)
def keys_other_format() -> bytes:
    """keys.json of another edition of the format."""
    return other_keys(format="examsite-keys/2")


@vector("replacement", Code.MODE_WRONG)
def keys_real() -> bytes:
    """keys.json of a real store in a request for practice."""
    return other_keys(mode=Mode.REAL)


@vector("replacement", Code.SITE_WRONG)
def keys_other_site() -> bytes:
    """keys.json of another site."""
    return other_keys(site=SiteCode("110106"))


@vector("replacement", Code.MEMBER_DIFFERS)
def keys_other_lock() -> bytes:
    """keys.json names another lock than the one said to be lost."""
    return other_keys(lock=LockSerial("SITE-3"))


@vector("replacement", Code.MEMBER_DIFFERS)
def keys_other_epoch() -> bytes:
    """keys.json is of another epoch than the request."""
    return other_keys(epoch=2)


@vector("replacement", Code.WRONG_KEY)
def keys_of_another_store() -> bytes:
    """The share in keys.json opens another store (found when the province opens it)."""
    return other_keys(store_key=flipped(bytes.fromhex(KEYS.store_key), 0).hex())


@vector("replacement", Code.FILE_NOT_FOR_US)
def keys_of_another_province() -> bytes:
    """The share in keys.json is sealed to another province (found when the province opens it)."""
    return other_keys(share=base64.b64encode(seal(SHARE, [STRANGER_AGE.to_public()])).decode())


def grant(**changes: object) -> bytes:
    return signed_as(Kind.GRANT, replace(GRANT, **changes), PROVINCE)


@vector("grant")
def nothing_received() -> bytes:
    """The province has receipted nothing of this store yet."""
    return grant(entries=0, head="")


@vector("grant", Code.FILE_NOT_FOR_US)
def other_recipient() -> bytes:
    """The share is sealed to another lock."""
    return grant(share=base64.b64encode(seal(SHARE, [STRANGER_AGE.to_public()])).decode())


@vector("grant", Code.FILE_DAMAGED)
def share_flipped() -> bytes:
    """A bit of the sealed share changed."""
    return grant(share=base64.b64encode(flipped(seal(SHARE, [NEW_LOCK_AGE.to_public()]), -1)).decode())


@vector("grant", Code.CONTENT_UNFIT)
def share_not_base64() -> bytes:
    """The share is no base64."""
    return grant(share="?" + GRANT.share[1:])


@vector("grant", Code.CONTENT_UNFIT)
def epoch_zero() -> bytes:
    """An epoch before the first."""
    return grant(epoch=0)


@vector("grant", Code.CONTENT_UNFIT)
def head_missing() -> bytes:
    """Entries were receipted, and no head is told."""
    return grant(head="")


@vector("grant", Code.CONTENT_UNFIT)
def head_no_digest() -> bytes:
    """A head that is no digest."""
    return grant(head="zz" * 32)


@vector("grant", Code.MEMBER_DOUBLED)
def lock_doubled() -> bytes:
    """Its register names one lock twice."""
    return grant(locks=(*GRANT.locks, GRANT.locks[0]))

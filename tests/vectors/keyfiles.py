"""Vectors of keys.json and trust.json."""

from __future__ import annotations

import base64

import msgspec
from msgspec.structs import replace

from app.core.terms import Mode
from app.exchange import strict
from app.exchange.agefile import seal
from app.exchange.signed import Kind, _b64, sign
from app.trouble import Code
from tests.vectors.bench import badly_signed, doubled, flipped, vector, with_unknown, without
from tests.vectors.keys import MINISTRY, PROVINCE, PROVINCE_AGE, SHARE, STRANGER, STRANGER_AGE
from tests.vectors.sample import APPOINTED, APPOINTMENT, KEYS, TRUST, A


def resealed(share: bytes) -> bytes:
    return strict.encode(replace(KEYS, share=base64.b64encode(share).decode()))


@vector("keys")
def good() -> bytes:
    """As the program writes it."""
    return strict.encode(KEYS)


@vector("keys", Code.CONTENT_UNFIT)
def empty() -> bytes:
    """No byte at all."""
    return b""


@vector("keys", Code.CONTENT_UNFIT)
def truncated() -> bytes:
    """The last byte is missing."""
    return strict.encode(KEYS)[:-1]


@vector("keys", Code.CONTENT_UNFIT)
def unknown_field() -> bytes:
    """A field that nobody knows."""
    return with_unknown(KEYS)


@vector("keys", Code.FIELD_DOUBLED)
def doubled_field() -> bytes:
    """`format` stands twice."""
    return doubled(KEYS)


@vector("keys", Code.CONTENT_UNFIT)
def missing_field() -> bytes:
    """`share` is missing."""
    return without(KEYS, "share")


@vector("keys", Code.CONTENT_UNFIT)
def unknown_mode() -> bytes:
    """A mode that there is not."""
    return strict.encode(KEYS).replace(b'"practice"', b'"rehearsal"')


@vector("keys", Code.KIND_WRONG)
def other_format() -> bytes:
    """Another edition of the format."""
    return strict.encode(replace(KEYS, format="examsite-keys/2"))


@vector("keys", Code.WRONG_KEY)
def store_key_flipped() -> bytes:
    """A bit of the wrapped store key changed."""
    return strict.encode(replace(KEYS, store_key=flipped(bytes.fromhex(KEYS.store_key), 0).hex()))


@vector("keys", Code.WRONG_KEY)
def store_key_short() -> bytes:
    """The wrapped store key is too short to be one."""
    return strict.encode(replace(KEYS, store_key="00" * 8))


@vector("keys", Code.WRONG_KEY)
def store_key_not_hex() -> bytes:
    """The wrapped store key is no hex."""
    return strict.encode(replace(KEYS, store_key="zz" * 40))


@vector("keys", Code.WRONG_KEY)
def keys_swapped() -> bytes:
    """Store key and personal key in each other's place."""
    return strict.encode(replace(KEYS, store_key=KEYS.personal_key, personal_key=KEYS.store_key))


@vector("keys", Code.CONTENT_UNFIT)
def share_not_base64() -> bytes:
    """The share is no base64."""
    return strict.encode(replace(KEYS, share="?" + KEYS.share[1:]))


@vector("keys", Code.FILE_NOT_FOR_US)
def share_for_another() -> bytes:
    """The share is sealed to another province."""
    return resealed(seal(SHARE, [STRANGER_AGE.to_public()]))


@vector("keys", Code.FILE_DAMAGED)
def share_flipped() -> bytes:
    """A bit of the sealed share changed."""
    return resealed(flipped(base64.b64decode(KEYS.share), -1))


@vector("keys", Code.WRONG_KEY)
def share_of_another_store() -> bytes:
    """Another share is sealed than the one that wraps the keys."""
    return resealed(seal(bytes(32), [PROVINCE_AGE.to_public()]))


@vector("keys", Code.WRONG_KEY)
def share_short() -> bytes:
    """The sealed share has 31 bytes."""
    return resealed(seal(SHARE[:-1], [PROVINCE_AGE.to_public()]))


@vector("trust", "ok")
def trusted() -> bytes:
    """As the program writes it."""
    return strict.encode(TRUST)


@vector("trust", Code.CONTENT_UNFIT)
def _empty() -> bytes:
    """No byte at all."""
    return b""


@vector("trust", Code.CONTENT_UNFIT)
def _unknown_field() -> bytes:
    """A field that nobody knows."""
    return with_unknown(TRUST)


@vector("trust", Code.FIELD_DOUBLED)
def _doubled_field() -> bytes:
    """`mode` stands twice."""
    return doubled(TRUST)


@vector("trust", Code.SIGNER_UNKNOWN)
def other_ministry() -> bytes:
    """The ministry's key is not the one that appointed."""
    return strict.encode(replace(TRUST, ministry=STRANGER.public.jwk))


@vector("trust", Code.SIGNATURE_BAD)
def bad_signature() -> bytes:
    """The appointment's signature is false."""
    return strict.encode(replace(TRUST, appointment=badly_signed(APPOINTED).decode()))


@vector("trust", Code.MODE_WRONG)
def wrong_mode() -> bytes:
    """Practice made real in the file, and not in the appointment."""
    return strict.encode(replace(TRUST, mode=Mode.REAL))


@vector("trust", Code.CONTENT_UNFIT)
def ministry_private() -> bytes:
    """The ministry's private key is told."""
    jwk = msgspec.json.decode(MINISTRY.public.jwk) | {"d": _b64(MINISTRY.raw)}
    return strict.encode(replace(TRUST, ministry=msgspec.json.encode(jwk).decode()))


@vector("trust", Code.FIELD_DOUBLED)
def ministry_doubled() -> bytes:
    """The ministry's key says `x` twice: two keys, one fingerprint."""
    jwk = MINISTRY.public.jwk[:-1] + f',"x":{msgspec.json.decode(PROVINCE.public.jwk)["x"]!r}}}'.replace("'", '"')
    return strict.encode(replace(TRUST, ministry=jwk))


@vector("trust", Code.CONTENT_UNFIT)
def ministry_symmetric() -> bytes:
    """The ministry's key is a shared secret."""
    return strict.encode(replace(TRUST, ministry='{"k":"AAAA","kty":"oct"}'))


@vector("trust", Code.CONTENT_UNFIT)
def ministry_off_curve() -> bytes:
    """The ministry's key is no point of its curve."""
    point = _b64(bytes([1] * 32))
    return strict.encode(replace(TRUST, ministry=f'{{"crv":"P-256","kty":"EC","x":"{point}","y":"{point}"}}'))


@vector("trust", Code.CONTENT_UNFIT)
def province_without_key() -> bytes:
    """The ministry appointed a province whose key is no key."""
    token = sign(Kind.APPOINTMENT, replace(APPOINTMENT, jwk="{}"), MINISTRY)
    return strict.encode(replace(TRUST, appointment=token.decode()))


@vector("trust", Code.CONTENT_UNFIT)
def province_without_recipient() -> bytes:
    """The ministry appointed a province whose age recipient is none."""
    token = sign(Kind.APPOINTMENT, replace(APPOINTMENT, recipient=A), MINISTRY)
    return strict.encode(replace(TRUST, appointment=token.decode()))

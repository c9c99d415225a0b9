"""Keys from the share that the site lock holds: HKDF-SHA256 (RFC 5869), one label for each use."""

from __future__ import annotations

from enum import StrEnum
from hmac import digest

_HASH = "sha256"
_HASH_SIZE = 32
_INFO = b"kaodian-share/1\x1f"


class Label(StrEnum):
    """What a derived key is for; no key serves two ends."""

    STORE_KEY_WRAP = "store-key-wrap"
    MIRROR = "mirror"
    RECOVERY_IDENTITY = "recovery-identity"
    PERSONAL_KEY_WRAP = "personal-key-wrap"


def derive(share: bytes, label: Label, length: int = 32) -> bytes:
    """The key for one use; the share itself has 32 bytes."""
    if len(share) != 32:
        raise ValueError("a share has 32 bytes")
    return hkdf(share, salt=b"", info=_INFO + label.encode(), length=length)


def hkdf(secret: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    """Extract, then expand; an empty salt is one of zeros."""
    if not 1 <= length <= 255 * _HASH_SIZE:
        raise ValueError("HKDF-SHA256 gives 1 to 8160 bytes")
    key = digest(salt, secret, _HASH)
    output = block = b""
    for counter in range(1, -(-length // _HASH_SIZE) + 1):
        block = digest(key, block + info + bytes([counter]), _HASH)
        output += block
    return output[:length]

"""Is the lock still there, and is it still the same one?"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from devices.protocols import Lock, LockFault

_DOMAIN = b"examsite-presence/1\n"
"""No document starts so: a signature over a challenge is good for nothing else."""


class Presence:
    """Asked once a second, in the lane of the lock: a token pulled after one look is noticed at the next."""

    def look(self, lock: Lock) -> LockFault | None:
        """Has a fresh challenge signed; EXCHANGED where the signature is not by the key of the opening."""
        challenge = _DOMAIN + secrets.token_bytes(32)
        signature = lock.sign(challenge)
        if isinstance(signature, LockFault):
            return signature
        return None if _fits(lock.point, signature, challenge) else LockFault.EXCHANGED


def _fits(point: bytes, signature: bytes, message: bytes) -> bool:
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        key.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True

"""Test keys, in clear and known to everybody: they sign and open vectors, and must never serve anything else."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.crypto.derive import Label, derive
from app.exchange.agefile import identity_of
from app.exchange.signed import Ed25519Key, PublicKey, p256_jwk


@dataclass(frozen=True, slots=True)
class P256Key:
    """What a lock does, with its private number in clear."""

    number: int

    @property
    def private(self) -> ec.EllipticCurvePrivateKey:
        return ec.derive_private_key(self.number, ec.SECP256R1())

    @property
    def public(self) -> PublicKey:
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return PublicKey.read(p256_jwk(point))

    def sign(self, message: bytes) -> bytes:
        r, s = decode_dss_signature(self.private.sign(message, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def _secret(name: str) -> bytes:
    return sha256(f"examsite test key, not secret: {name}".encode()).digest()


MINISTRY = Ed25519Key.load(_secret("ministry"))
PROVINCE = Ed25519Key.load(_secret("province"))
STRANGER = Ed25519Key.load(_secret("stranger"))
SITE_LOCK = P256Key(0x51)
ROOM_LOCK = P256Key(0x52)
STRANGE_LOCK = P256Key(0x53)
NEW_LOCK = P256Key(0x54)

SHARE = _secret("share")
STORE_KEY = _secret("store key")
PERSONAL_KEY = _secret("personal key")
SITE_AGE = identity_of(derive(SHARE, Label.RECOVERY_IDENTITY))
PROVINCE_AGE = identity_of(_secret("province age"))
NEW_LOCK_AGE = identity_of(_secret("one-time age"))
STRANGER_AGE = identity_of(_secret("stranger age"))
STATION = Ed25519Key.load(_secret("station"))
STATION_AGE = identity_of(_secret("station age"))
SESSION_AGE = identity_of(_secret("paper key of a session"))

"""Fingerprints of public keys: what two people read to each other and what stands on every form."""

from __future__ import annotations

import base64
import hashlib


def thumbprint(jwk: str) -> str:
    """RFC 7638 over SHA-256, base64url without padding.

    `jwk` must hold the required members only, in lexical order and without spaces, as PublicKey writes it.
    """
    return base64.urlsafe_b64encode(hashlib.sha256(jwk.encode()).digest()).rstrip(b"=").decode()

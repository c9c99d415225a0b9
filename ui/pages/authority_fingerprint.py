"""The fingerprint of a lock's public key, to be compared by voice."""

from __future__ import annotations

from app.crypto.fingerprint import thumbprint


def fingerprint(jwk: str) -> str:
    """In groups of four, as two people read it to each other."""
    whole = thumbprint(jwk)
    return " ".join(whole[start : start + 4] for start in range(0, len(whole), 4))

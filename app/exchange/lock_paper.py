"""The paper of a lock: it introduces itself to the agency, which enters it in the register of an exam."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, sign, verify

SUFFIX = ".examsite-lock"

Serial = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9-]{1,32}\Z")]
"""A lock's number becomes part of file names."""


class LockPaper(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`exam` is "" here, `site` where the lock was made for none in particular.

    `lock` is the lock's JWK text, `hardware` the token's own number, "" for a software lock.
    """

    lock_serial: Serial
    kind: Literal["site", "invigilation"]
    lock: str
    software_lock: bool
    hardware: str


def write(paper: LockPaper, key: SigningKey) -> bytes:
    return sign(Kind.LOCK, paper, key)


def read(token: bytes) -> LockPaper:
    """A paper proves only that its sender holds the lock it names; the fingerprint is confirmed aloud."""
    return verify(token, Kind.LOCK, LockPaper, PublicKey.read(claimed(token, Kind.LOCK, LockPaper).lock))

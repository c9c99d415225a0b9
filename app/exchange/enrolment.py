"""The site's request to its agency: who it is, its lock's key and where to seal things to."""

from __future__ import annotations

from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, sign, verify

SUFFIX = ".examsite-request"


class SiteRequest(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`exam` is "" here. `recipient` is the age recipient of the site; `lock` the JWK text of its site lock."""

    lock_serial: str
    lock: str
    software_lock: bool
    recipient: str
    machine: str


def write(request: SiteRequest, key: SigningKey) -> bytes:
    return sign(Kind.REQUEST, request, key)


def read(token: bytes) -> SiteRequest:
    """A request proves only that its sender holds the lock it names; the fingerprint is confirmed aloud."""
    return verify(token, Kind.REQUEST, SiteRequest, PublicKey.read(claimed(token, Kind.REQUEST, SiteRequest).lock))

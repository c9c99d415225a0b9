"""The site's request to its agency: who it is, its lock's key and where to seal things to."""

from __future__ import annotations

import re

from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, sign, verify
from app.trouble import Code, Trouble

SITE_CODE = re.compile(r"[0-9]{4,12}")
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
    """A request proves only that its sender holds the lock it names; the fingerprint is confirmed aloud.

    Its site code becomes part of the agency's file names: anything but digits is CONTENT_UNFIT.
    """
    request = verify(token, Kind.REQUEST, SiteRequest, PublicKey.read(claimed(token, Kind.REQUEST, SiteRequest).lock))
    if not SITE_CODE.fullmatch(request.site):
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.REQUEST, line=0, problem="site")
    return request

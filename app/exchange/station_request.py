"""What an answering station asks with: who it is, what seals to it, and the key it will sign returns with."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec

from app.core.terms import Mode
from app.exchange.agefile import recipient
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, expect_times, sign, verify
from app.trouble import Code, Trouble

SUFFIX = ".examsite-station"
LONGEST = 1 << 16

Machine = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9-]{1,32}\Z")]
"""A machine's name becomes part of file names."""
Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class StationRequest(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`exam` and `site` are "" here. `recipient` is an age recipient, `key` a JWK; both are made at the station."""

    issued_at: Moment
    machine: Machine
    recipient: str
    key: str
    program: Annotated[str, msgspec.Meta(max_length=64)]


def write(request: StationRequest, key: SigningKey) -> bytes:
    return sign(Kind.STATION, request, key)


def read(token: bytes, mode: Mode) -> StationRequest:
    """A request proves only that its sender holds the key it names. Raises MODE_WRONG and what documents can say."""
    if len(token) > LONGEST:
        raise Trouble(Code.FILE_TOO_LARGE, file=Kind.STATION, limit=LONGEST)
    request = verify(
        token, Kind.STATION, StationRequest, PublicKey.read(claimed(token, Kind.STATION, StationRequest).key)
    )
    if request.mode is not mode:
        raise Trouble(Code.MODE_WRONG, expected=mode, found=request.mode)
    expect_times(Kind.STATION, request.issued_at)
    recipient(request.recipient)
    return request

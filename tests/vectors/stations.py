"""Vectors of an answering station's request, beyond those of every signed document."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.terms import Mode
from app.exchange.signed import Kind
from app.exchange.station_request import StationRequest
from app.trouble import Code
from tests.vectors.alone import REQUEST
from tests.vectors.bench import signed_as, vector
from tests.vectors.keys import STATION, STATION_AGE


def request(document: StationRequest) -> bytes:
    return signed_as(Kind.STATION, document, STATION)


@vector("station", Code.MODE_WRONG)
def wrong_mode() -> bytes:
    """For a real exam."""
    return request(replace(REQUEST, mode=Mode.REAL))


@vector("station", Code.CONTENT_UNFIT)
def machine_path() -> bytes:
    """A machine's name that points out of its folder."""
    return request(replace(REQUEST, machine="../PC-07"))


@vector("station", Code.CONTENT_UNFIT)
def machine_line() -> bytes:
    """A machine's name with an end of line behind it."""
    return request(replace(REQUEST, machine="PC-07\n"))


@vector("station", Code.CONTENT_UNFIT)
def machine_nameless() -> bytes:
    """A machine without a name."""
    return request(replace(REQUEST, machine=""))


@vector("station", Code.CONTENT_UNFIT)
def recipient_unfit() -> bytes:
    """Something else than an age recipient."""
    return request(replace(REQUEST, recipient="age1sample"))


@vector("station", Code.CONTENT_UNFIT)
def identity_told() -> bytes:
    """The station's identity where its recipient belongs."""
    return request(replace(REQUEST, recipient=str(STATION_AGE)))


@vector("station", Code.CONTENT_UNFIT)
def key_unfit() -> bytes:
    """Something else than a key."""
    return request(replace(REQUEST, key="{}"))


@vector("station", Code.CONTENT_UNFIT)
def without_zone() -> bytes:
    """`issued_at` does not say in which zone."""
    return request(replace(REQUEST, issued_at=REQUEST.issued_at.replace(tzinfo=None)))


@vector("station", Code.CONTENT_UNFIT)
def part_of_second() -> bytes:
    """`issued_at` holds parts of a second."""
    return request(replace(REQUEST, issued_at=REQUEST.issued_at.replace(microsecond=1)))


@vector("station", Code.CONTENT_UNFIT)
def program_long() -> bytes:
    """The program's name takes more than a line."""
    return request(replace(REQUEST, program="x" * 65))

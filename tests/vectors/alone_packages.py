"""Vectors of the standalone package, as a station takes it: closed."""

from __future__ import annotations

import tarfile
from datetime import datetime

import msgspec
from msgspec.structs import replace

from app.core.terms import Mode, SessionId, Ticket
from app.exchange.agefile import seal
from app.exchange.signed import Kind, SigningKey, _b64
from app.exchange.standalone import AloneManifest
from app.trouble import Code
from tests.vectors.alone import MANIFEST, RETURN, SEALED_CONTENT
from tests.vectors.bench import (
    END,
    badly_signed,
    doubled,
    entry,
    flipped,
    pack,
    sealed,
    signed_as,
    tar,
    token,
    vector,
    with_unknown,
)
from tests.vectors.keys import SITE_LOCK, STATION, STATION_AGE, STRANGE_LOCK, STRANGER_AGE


def signed_by(manifest: AloneManifest, key: SigningKey = SITE_LOCK) -> bytes:
    return signed_as(Kind.ALONE, manifest, key)


def with_manifest(jws: bytes) -> bytes:
    return sealed(tar(("manifest.jws", jws), ("content.age", SEALED_CONTENT)), STATION_AGE)


def package(manifest: AloneManifest) -> bytes:
    return with_manifest(signed_by(manifest))


GOOD = (("manifest.jws", signed_by(MANIFEST)), ("content.age", SEALED_CONTENT))
TAR = tar(*GOOD)
HEAD = TAR[: -len(END)]


def to_station(raw: bytes) -> bytes:
    return sealed(raw, STATION_AGE)


@vector("alone")
def good() -> bytes:
    """As the program writes it."""
    return to_station(TAR)


@vector("alone")
def content_first() -> bytes:
    """The members in another order."""
    return to_station(tar(GOOD[1], GOOD[0]))


@vector("alone", Code.FILE_DAMAGED)
def empty() -> bytes:
    """No byte at all."""
    return b""


@vector("alone", Code.FILE_DAMAGED)
def not_age() -> bytes:
    """The packed members, not sealed."""
    return pack(TAR)


@vector("alone", Code.FILE_NOT_FOR_US)
def other_recipient() -> bytes:
    """Made for a second machine."""
    return sealed(TAR, STRANGER_AGE)


@vector("alone", Code.FILE_DAMAGED)
def age_header_truncated() -> bytes:
    """Cut inside the header of the seal."""
    return to_station(TAR)[:60]


@vector("alone", Code.FILE_DAMAGED)
def age_truncated() -> bytes:
    """The last byte is missing."""
    return to_station(TAR)[:-1]


@vector("alone", Code.FILE_DAMAGED)
def age_half() -> bytes:
    """The second half is missing."""
    whole = to_station(TAR)
    return whole[: len(whole) // 2]


@vector("alone", Code.FILE_DAMAGED)
def age_flipped() -> bytes:
    """A bit of the sealed content changed."""
    return flipped(to_station(TAR), -100)


@vector("alone", Code.FILE_DAMAGED)
def age_trailing() -> bytes:
    """A byte too many at the end."""
    return to_station(TAR) + b"x"


@vector("alone", Code.FILE_DAMAGED)
def zstd_truncated() -> bytes:
    """The last bytes of the packing are missing, the seal is whole."""
    return seal(pack(TAR)[:-9], [STATION_AGE.to_public()])


@vector("alone", Code.FILE_DAMAGED)
def tar_truncated() -> bytes:
    """The archive ends without the blocks that say so."""
    return to_station(HEAD)


@vector("alone", Code.MEMBER_MISSING)
def nothing_inside() -> bytes:
    """An archive without members."""
    return to_station(END)


@vector("alone", Code.MEMBER_MISSING)
def without_content() -> bytes:
    """The manifest alone."""
    return to_station(tar(GOOD[0]))


@vector("alone", Code.MEMBER_MISSING)
def without_manifest() -> bytes:
    """The content alone."""
    return to_station(tar(GOOD[1]))


@vector("alone", Code.MEMBER_STRANGE)
def member_added() -> bytes:
    """A member that nobody knows."""
    return to_station(tar(*GOOD, ("notes.txt", b"hello")))


@vector("alone", Code.MEMBER_STRANGE)
def member_path() -> bytes:
    """A member that points out of its folder."""
    return to_station(tar(*GOOD, ("../content.age", b"x")))


@vector("alone", Code.MEMBER_STRANGE)
def member_link() -> bytes:
    """The content is a link."""
    return to_station(entry(*GOOD[0]) + entry("content.age", kind=tarfile.SYMTYPE) + END)


@vector("alone", Code.MEMBER_DOUBLED)
def member_doubled() -> bytes:
    """The content stands twice."""
    return to_station(tar(*GOOD, GOOD[1]))


@vector("alone", Code.FILE_TOO_LARGE)
def manifest_too_large() -> bytes:
    """The manifest's header promises a byte more than it may have."""
    return to_station(entry("manifest.jws", size=(1 << 16) + 1) + END)


@vector("alone", Code.FILE_TOO_LARGE)
def content_too_large() -> bytes:
    """The content's header promises a byte more than it may have."""
    return to_station(entry("content.age", size=(256 << 20) + 1) + END)


@vector("alone", Code.MEMBER_DIFFERS)
def content_exchanged() -> bytes:
    """A content that the manifest does not name."""
    return to_station(tar(GOOD[0], ("content.age", flipped(SEALED_CONTENT, -1))))


@vector("alone", Code.SIGNATURE_BAD)
def bad_signature() -> bytes:
    """First bit of the signature changed."""
    return with_manifest(badly_signed(GOOD[0][1]))


@vector("alone", Code.SIGNER_UNKNOWN)
def unknown_signer() -> bytes:
    """Signed by another lock than the one it carries."""
    return with_manifest(signed_by(MANIFEST, STRANGE_LOCK))


@vector("alone", Code.KIND_WRONG)
def return_instead() -> bytes:
    """A station's return in place of the manifest."""
    return with_manifest(signed_as(Kind.RETURN, RETURN, STATION))


@vector("alone", Code.CONTENT_UNFIT)
def unknown_field() -> bytes:
    """A field that nobody knows."""
    return with_manifest(token(Kind.ALONE, with_unknown(MANIFEST), SITE_LOCK))


@vector("alone", Code.FIELD_DOUBLED)
def doubled_field() -> bytes:
    """The first field stands twice."""
    return with_manifest(token(Kind.ALONE, doubled(MANIFEST), SITE_LOCK))


@vector("alone", Code.CONTENT_UNFIT)
def private_key() -> bytes:
    """Carries the lock's private key."""
    private = _b64(SITE_LOCK.number.to_bytes(32, "big"))
    jwk = msgspec.json.encode(msgspec.json.decode(SITE_LOCK.public.jwk) | {"d": private}).decode()
    return package(replace(MANIFEST, lock=jwk))


@vector("alone", Code.MODE_WRONG)
def real_exam() -> bytes:
    """Of a real exam."""
    return package(replace(MANIFEST, mode=Mode.REAL))


@vector("alone", Code.MACHINE_WRONG)
def other_machine() -> bytes:
    """Sealed to this station and made out to another machine."""
    return package(replace(MANIFEST, machine="PC-08"))


@vector("alone", Code.MACHINE_WRONG)
def other_key() -> bytes:
    """For a machine of this name with another key."""
    return package(replace(MANIFEST, station=STRANGE_LOCK.public.thumbprint))


@vector("alone", Code.CONTENT_UNFIT)
def ticket_path() -> bytes:
    """A ticket that points out of its folder."""
    return package(replace(MANIFEST, ticket=Ticket("../110105001")))


@vector("alone", Code.CONTENT_UNFIT)
def ticket_line() -> bytes:
    """A ticket with an end of line behind it."""
    return package(replace(MANIFEST, ticket=Ticket("110105001\n")))


@vector("alone", Code.CONTENT_UNFIT)
def session_path() -> bytes:
    """A session that points out of its folder."""
    return package(replace(MANIFEST, session=SessionId("../1-1")))


@vector("alone", Code.CONTENT_UNFIT)
def number_none() -> bytes:
    """Numbers begin with one."""
    return package(replace(MANIFEST, number=0))


@vector("alone", Code.CONTENT_UNFIT)
def time_less_than_none() -> bytes:
    """Less than no time remains."""
    return package(replace(MANIFEST, remaining_seconds=-1))


@vector("alone", Code.CONTENT_UNFIT)
def time_beyond_a_day() -> bytes:
    """The closure ends more than a day later."""
    return package(replace(MANIFEST, closure_seconds=24 * 60 * 60 + 1))


@vector("alone", Code.CONTENT_UNFIT)
def nonce_short() -> bytes:
    """The nonce lacks a sign."""
    return package(replace(MANIFEST, nonce=MANIFEST.nonce[1:]))


@vector("alone", Code.CONTENT_UNFIT)
def issued_without_zone() -> bytes:
    """`issued_at` does not say in which zone."""
    return package(replace(MANIFEST, issued_at=MANIFEST.issued_at.replace(tzinfo=None)))


@vector("alone", Code.CONTENT_UNFIT)
def issued_part_of_second() -> bytes:
    """`issued_at` holds parts of a second."""
    return package(replace(MANIFEST, issued_at=MANIFEST.issued_at.replace(microsecond=1)))


@vector("alone", Code.CONTENT_UNFIT)
def issued_last_year() -> bytes:
    """`issued_at` lies in the year 9999, which is already over in some zones."""
    return package(replace(MANIFEST, issued_at=datetime.fromisoformat("9999-12-31T23:00:00+00:00")))


@vector("alone", Code.CONTENT_UNFIT)
def province_unfit() -> bytes:
    """Answers could be sealed to nobody."""
    return package(replace(MANIFEST, province="age1sample"))


@vector("alone", Code.CONTENT_UNFIT)
def site_unfit() -> bytes:
    """A return could be sealed to nobody."""
    return package(replace(MANIFEST, recipient=""))


@vector("alone", Code.CONTENT_UNFIT)
def rescue_unfit() -> bytes:
    """An interim copy could be handed on to nobody."""
    return package(replace(MANIFEST, rescue="age1sample"))

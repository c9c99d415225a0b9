"""Vectors of what an answering station hands in, as the site takes it."""

from __future__ import annotations

import tarfile

from msgspec.structs import replace

from app.core.terms import Digest, ExamId, Mode, SessionId, SiteCode
from app.exchange.signed import Kind, SigningKey
from app.exchange.standalone_return import ReturnDocument
from app.trouble import Code
from tests.vectors.alone import MANIFEST, RETURN, SEALED_ANSWERS
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
    without,
)
from tests.vectors.keys import SITE_LOCK, STATION, STRANGER, STRANGER_AGE
from tests.vectors.sample import B


def with_document(jws: bytes) -> bytes:
    return sealed(tar(("return.jws", jws), ("answers.age", SEALED_ANSWERS)))


def handed_in(document: ReturnDocument, key: SigningKey = STATION) -> bytes:
    return with_document(signed_as(Kind.RETURN, document, key))


GOOD = (("return.jws", signed_as(Kind.RETURN, RETURN, STATION)), ("answers.age", SEALED_ANSWERS))
TAR = tar(*GOOD)


@vector("return")
def good() -> bytes:
    """As the program writes it."""
    return sealed(TAR)


@vector("return")
def interim() -> bytes:
    """A copy on the way."""
    return handed_in(replace(RETURN, final=False, answered=1))


@vector("return", Code.FILE_DAMAGED)
def empty() -> bytes:
    """No byte at all."""
    return b""


@vector("return", Code.FILE_DAMAGED)
def not_age() -> bytes:
    """The packed members, not sealed."""
    return pack(TAR)


@vector("return", Code.FILE_NOT_FOR_US)
def other_recipient() -> bytes:
    """Sealed to another site."""
    return sealed(TAR, STRANGER_AGE)


@vector("return", Code.FILE_DAMAGED)
def age_truncated() -> bytes:
    """The last byte is missing."""
    return sealed(TAR)[:-1]


@vector("return", Code.FILE_DAMAGED)
def age_half() -> bytes:
    """The second half is missing."""
    whole = sealed(TAR)
    return whole[: len(whole) // 2]


@vector("return", Code.FILE_DAMAGED)
def age_flipped() -> bytes:
    """A bit of the sealed content changed."""
    return flipped(sealed(TAR), -50)


@vector("return", Code.FILE_DAMAGED)
def tar_truncated() -> bytes:
    """The archive ends without the blocks that say so."""
    return sealed(TAR[: -len(END)])


@vector("return", Code.MEMBER_MISSING)
def without_answers() -> bytes:
    """The document alone."""
    return sealed(tar(GOOD[0]))


@vector("return", Code.MEMBER_MISSING)
def without_its_document() -> bytes:
    """The answers alone."""
    return sealed(tar(GOOD[1]))


@vector("return", Code.MEMBER_STRANGE)
def member_added() -> bytes:
    """A member that nobody knows."""
    return sealed(tar(*GOOD, ("answers.json", b"{}")))


@vector("return", Code.MEMBER_STRANGE)
def member_link() -> bytes:
    """Answers that are a link."""
    return sealed(entry(*GOOD[0]) + entry("answers.age", kind=tarfile.SYMTYPE) + END)


@vector("return", Code.MEMBER_DOUBLED)
def member_doubled() -> bytes:
    """The answers twice."""
    return sealed(tar(*GOOD, GOOD[1]))


@vector("return", Code.FILE_TOO_LARGE)
def document_too_large() -> bytes:
    """The document's header promises a byte more than it may have."""
    return sealed(entry("return.jws", size=(1 << 16) + 1) + END)


@vector("return", Code.FILE_TOO_LARGE)
def answers_too_large() -> bytes:
    """The header of the answers promises a byte more than they may have."""
    return sealed(entry("answers.age", size=(64 << 20) + 1) + END)


@vector("return", Code.MEMBER_DIFFERS)
def answers_exchanged() -> bytes:
    """Answers that the document does not name."""
    return sealed(tar(GOOD[0], ("answers.age", flipped(SEALED_ANSWERS, -1))))


@vector("return", Code.SIGNER_UNKNOWN)
def other_station() -> bytes:
    """Signed by another key than the station's."""
    return handed_in(RETURN, STRANGER)


@vector("return", Code.SIGNER_UNKNOWN)
def made_by_the_site() -> bytes:
    """Signed by the site lock."""
    return handed_in(RETURN, SITE_LOCK)


@vector("return", Code.SIGNATURE_BAD)
def bad_signature() -> bytes:
    """First bit of the signature changed."""
    return with_document(badly_signed(GOOD[0][1]))


@vector("return", Code.KIND_WRONG)
def package_instead() -> bytes:
    """The package's manifest in place of the document."""
    return with_document(signed_as(Kind.ALONE, MANIFEST, SITE_LOCK))


@vector("return", Code.CONTENT_UNFIT)
def unknown_field() -> bytes:
    """A field that nobody knows."""
    return with_document(token(Kind.RETURN, with_unknown(RETURN), STATION))


@vector("return", Code.FIELD_DOUBLED)
def doubled_field() -> bytes:
    """The first field stands twice."""
    return with_document(token(Kind.RETURN, doubled(RETURN), STATION))


@vector("return", Code.MODE_WRONG)
def wrong_mode() -> bytes:
    """Of a real exam."""
    return handed_in(replace(RETURN, mode=Mode.REAL))


@vector("return", Code.SITE_WRONG)
def wrong_site() -> bytes:
    """Of another site."""
    return handed_in(replace(RETURN, site=SiteCode("110106")))


@vector("return", Code.EXAM_WRONG)
def wrong_exam() -> bytes:
    """Of another exam."""
    return handed_in(replace(RETURN, exam=ExamId("another")))


@vector("return", Code.SESSION_WRONG)
def wrong_session() -> bytes:
    """Of another session."""
    return handed_in(replace(RETURN, session=SessionId("1-2")))


@vector("return", Code.TICKET_WRONG)
def other_candidate() -> bytes:
    """Of another candidate."""
    return handed_in(replace(RETURN, ticket=B))


@vector("return", Code.MACHINE_WRONG)
def other_machine() -> bytes:
    """From another machine."""
    return handed_in(replace(RETURN, machine="PC-08"))


@vector("return", Code.PACKAGE_WRONG)
def other_number() -> bytes:
    """For another package of this candidate."""
    return handed_in(replace(RETURN, number=2))


@vector("return", Code.PACKAGE_WRONG)
def other_nonce() -> bytes:
    """For a package of this number with another nonce."""
    return handed_in(replace(RETURN, nonce="00" * 32))


@vector("return", Code.PACKAGE_WRONG)
def other_package() -> bytes:
    """For another file of this number and nonce."""
    return handed_in(replace(RETURN, package=Digest("00" * 32)))


@vector("return", Code.CONTENT_UNFIT)
def more_answers_than_questions() -> bytes:
    """More was answered than was asked."""
    return handed_in(replace(RETURN, answered=5))


@vector("return", Code.CONTENT_UNFIT)
def used_less_than_none() -> bytes:
    """Less than no time was used."""
    return handed_in(replace(RETURN, used_seconds=-1))


@vector("return", Code.CONTENT_UNFIT)
def used_longer_than_open() -> bytes:
    """Answers a second after it was closed."""
    return handed_in(replace(RETURN, used_seconds=RETURN.open_seconds + 1))


@vector("return", Code.CONTENT_UNFIT)
def without_open_seconds() -> bytes:
    """How long it was open is not said."""
    return with_document(token(Kind.RETURN, without(RETURN, "open_seconds"), STATION))


@vector("return", Code.CONTENT_UNFIT)
def granted_more_than_there_is() -> bytes:
    """A minute more than vouchers can give."""
    return handed_in(replace(RETURN, granted_minutes=601))


@vector("return", Code.CONTENT_UNFIT)
def closed_without_zone() -> bytes:
    """`closed_at` does not say in which zone."""
    return handed_in(replace(RETURN, closed_at=RETURN.closed_at.replace(tzinfo=None)))


@vector("return", Code.CONTENT_UNFIT)
def opened_part_of_second() -> bytes:
    """`opened_at` holds parts of a second."""
    return handed_in(replace(RETURN, opened_at=RETURN.opened_at.replace(microsecond=1)))


@vector("return", Code.CONTENT_UNFIT)
def issued_in_year_one() -> bytes:
    """`issued_at` lies in the year 1, which has not begun in some zones."""
    return handed_in(replace(RETURN, issued_at=RETURN.issued_at.replace(year=1)))

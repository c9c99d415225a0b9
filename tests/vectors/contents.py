"""Vectors of the exam package: what is wrong with the content of its members, well signed and well sealed."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.core.plan import Allotment
from app.core.terms import ExamId, LockSerial, RoomId, SiteCode
from app.exchange import exam_package, strict
from app.exchange.exam_package import ExamFile, RootIndex
from app.exchange.signed import _b64
from app.trouble import Code
from tests.vectors import sample
from tests.vectors.bench import doubled, vector, with_unknown
from tests.vectors.keys import SITE_LOCK
from tests.vectors.packages import package, swapped, without
from tests.vectors.sample import CANDIDATES, LOCKS

CONTENT = dict(sample.MEMBERS)
PHOTO = f"photos/{sample.digest(sample.PHOTO)}.jpg"


def with_locks(*locks: object) -> bytes:
    return package(swapped(locks_json=strict.encode(locks)))


@vector("package", Code.CONTENT_UNFIT)
def exam_unknown_field() -> bytes:
    """A field in exam.json that nobody knows."""
    return package(swapped(exam_json=with_unknown(msgspec.Raw(CONTENT["exam.json"]))))


@vector("package", Code.FIELD_DOUBLED)
def exam_doubled_field() -> bytes:
    """`exam` stands twice in exam.json."""
    return package(swapped(exam_json=doubled(msgspec.Raw(CONTENT["exam.json"]))))


@vector("package", Code.CONTENT_UNFIT)
def exam_empty() -> bytes:
    """exam.json has no byte."""
    return package(swapped(exam_json=b""))


@vector("package", Code.CONTENT_UNFIT)
def site_unknown_field() -> bytes:
    """A field in site.json that nobody knows."""
    return package(swapped(site_json=with_unknown(sample.PLAN)))


@vector("package", Code.CONTENT_UNFIT)
def roster_unknown_field() -> bytes:
    """A field in the roster's first line that nobody knows."""
    return package(swapped(roster_ndjson=with_unknown(CANDIDATES[0]) + b"\n" + strict.encode(CANDIDATES[1]) + b"\n"))


@vector("package", Code.FIELD_DOUBLED)
def roster_doubled_field() -> bytes:
    """`ticket` stands twice in the roster's first line."""
    return package(swapped(roster_ndjson=doubled(CANDIDATES[0]) + b"\n" + strict.encode(CANDIDATES[1]) + b"\n"))


@vector("package", Code.FILE_DAMAGED)
def roster_unfinished() -> bytes:
    """The roster's last line is not ended."""
    return package(swapped(roster_ndjson=CONTENT["roster.ndjson"][:-1]))


@vector("package", Code.CONTENT_UNFIT)
def roster_empty_line() -> bytes:
    """An empty line in the roster."""
    return package(swapped(roster_ndjson=CONTENT["roster.ndjson"] + b"\n"))


@vector("package", Code.CONTENT_UNFIT)
def staff_unknown_role() -> bytes:
    """A member of staff with a role that there is not."""
    return package(swapped(staff_ndjson=CONTENT["staff.ndjson"].replace(b"site_admin", b"site_owner")))


@vector("package", Code.MEMBER_DOUBLED)
def lock_doubled() -> bytes:
    """Two locks under one serial."""
    return with_locks(LOCKS[0], replace(LOCKS[1], serial=LOCKS[0].serial))


@vector("package", Code.MEMBER_DOUBLED)
def lock_without_serial() -> bytes:
    """A lock without a serial, which would be every lock."""
    return with_locks(LOCKS[0], replace(LOCKS[1], serial=LockSerial("")))


@vector("package", Code.CONTENT_UNFIT)
def lock_without_key() -> bytes:
    """A lock whose key is no key."""
    return with_locks(LOCKS[0], replace(LOCKS[1], jwk="{}"))


@vector("package", Code.CONTENT_UNFIT)
def lock_with_private_key() -> bytes:
    """A lock whose private key is told."""
    private = msgspec.json.decode(SITE_LOCK.public.jwk) | {"d": _b64(SITE_LOCK.number.to_bytes(32, "big"))}
    return with_locks(replace(LOCKS[0], jwk=msgspec.json.encode(private).decode()), LOCKS[1])


@vector("package", Code.CONTENT_UNFIT)
def lock_kind_unknown() -> bytes:
    """A lock registered for something that there is not."""
    return package(swapped(locks_json=CONTENT["locks.json"].replace(b'"invigilation"', b'"master"')))


@vector("package")
def with_recovery() -> bytes:
    """With the verifiers of the sealed passphrases, which early packages do not have."""
    return package([*sample.MEMBERS, ("recovery.json", strict.encode(sample.RECOVERY))])


@vector("package", Code.CONTENT_UNFIT)
def recovery_short() -> bytes:
    """One passphrase instead of two."""
    return package([*sample.MEMBERS, ("recovery.json", b'{"verifiers":["$argon2id$one"]}')])


@vector("package", Code.CONTENT_UNFIT)
def recovery_in_clear() -> bytes:
    """A passphrase itself in place of its verifier."""
    return package([*sample.MEMBERS, ("recovery.json", b'{"verifiers":["AAAAA","$argon2id$other"]}')])


@vector("package", Code.FIELD_DOUBLED)
def recovery_doubled_field() -> bytes:
    """`verifiers` stands twice."""
    return package([*sample.MEMBERS, ("recovery.json", doubled(sample.RECOVERY))])


@vector("package", Code.CONTENT_UNFIT)
def lock_vpn_with_key() -> bytes:
    """A VPN key with a key that we would have to know."""
    return with_locks(*LOCKS, replace(sample.VPN_KEY, jwk=SITE_LOCK.public.jwk))


@vector("package", Code.MEMBER_DIFFERS)
def roots_short() -> bytes:
    """A byte of code_roots.bin is missing."""
    return package(swapped(code_roots_bin=CONTENT["code_roots.bin"][:-1]))


@vector("package", Code.MEMBER_DIFFERS)
def roots_more() -> bytes:
    """The index names one root more than there are."""
    root = ("delay", sample.SESSION, sample.ROOM)
    return package(swapped(code_roots_json=strict.encode(RootIndex((root, root)))))


@vector("package", Code.CONTENT_UNFIT)
def roots_index_unfit() -> bytes:
    """A row of the root index has two parts instead of three."""
    return package(swapped(code_roots_json=b'{"roots":[["delay","1-1"]]}'))


@vector("package", Code.MEMBER_MISSING)
def photo_missing() -> bytes:
    """A candidate's photo is neither there nor listed."""
    return package(without(PHOTO))


@vector("package", Code.MEMBER_STRANGE)
def photo_strange() -> bytes:
    """A photo that belongs to nobody."""
    return package([*sample.MEMBERS, (f"photos/{sample.digest(b'x')}.jpg", b"x")])


@vector("package", Code.MEMBER_DIFFERS)
def photo_misnamed() -> bytes:
    """A photo whose name is not its digest, with the right digest in the manifest."""
    return package([*without(PHOTO), (PHOTO, b"another face")])


@vector("package", Code.MEMBER_STRANGE)
def photo_upper_case() -> bytes:
    """A photo named with its digest in upper case."""
    return package([*without(PHOTO), (PHOTO.upper().replace("PHOTOS", "photos").replace("JPG", "jpg"), sample.PHOTO)])


@vector("package", Code.EXAM_WRONG)
def exam_other() -> bytes:
    """exam.json is of another exam than the manifest."""
    other = replace(sample.SITTINGS, id=ExamId("another"))
    return package(swapped(exam_json=strict.encode(ExamFile(other, sample.RULES))))


@vector("package", Code.SITE_WRONG)
def site_other() -> bytes:
    """site.json is of another site than the manifest."""
    return package(swapped(site_json=strict.encode(replace(sample.PLAN, code=SiteCode("110106")))))


@vector("package", Code.ARRANGEMENT_UNFIT)
def arrangement_unfit() -> bytes:
    """A candidate is placed in a room that the site does not have."""
    lost = replace(CANDIDATES[1], allotments=(Allotment(sample.SESSION, RoomId("009"), "002"),))
    return package(swapped(roster_ndjson=exam_package.roster_lines([CANDIDATES[0], lost])))

"""Vectors of the exam package: what is wrong with its signed list and its appointment."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from app.core.terms import Mode, SiteCode
from app.exchange import exam_package
from app.exchange.exam_package import Manifest
from app.exchange.signed import Kind, SigningKey
from app.trouble import Code
from tests.vectors import sample
from tests.vectors.bench import (
    badly_signed,
    sealed,
    signed_as,
    tar,
    token,
    vector,
    with_unknown,
)
from tests.vectors.keys import MINISTRY, PROVINCE, STRANGER

Members = Sequence[tuple[str, bytes]]

LISTED = sample.MANIFEST.members
GOOD = (
    ("appointment.jws", sample.APPOINTED),
    ("manifest.jws", signed_as(Kind.PACKAGE, sample.MANIFEST, PROVINCE)),
    *sample.MEMBERS,
)


def without(*names: str) -> Members:
    return [(name, content) for name, content in sample.MEMBERS if name not in names]


def swapped(**contents: bytes) -> Members:
    """The members with other contents: `exam_json=...` for exam.json."""
    return [(name, contents.get(name.replace(".", "_"), content)) for name, content in sample.MEMBERS]


def package(members: Members, manifest: Manifest | None = None, key: SigningKey = PROVINCE) -> bytes:
    """Sealed and signed; lists what is in it unless told otherwise."""
    manifest = manifest or replace(sample.MANIFEST, members=exam_package.listed(members))
    return with_manifest(signed_as(Kind.PACKAGE, manifest, key), members)


def with_manifest(jws: bytes, members: Members = sample.MEMBERS[:1], appointment: bytes = sample.APPOINTED) -> bytes:
    return sealed(tar(("appointment.jws", appointment), ("manifest.jws", jws), *members))


def with_appointment(jws: bytes) -> bytes:
    return with_manifest(GOOD[1][1], appointment=jws)


@vector("package", Code.MEMBER_MISSING)
def required_missing() -> bytes:
    """locks.json is neither there nor listed."""
    return package(without("locks.json"))


@vector("package", Code.MEMBER_MISSING)
def listed_missing() -> bytes:
    """A listed paper is not there."""
    return package(without("papers/1-1.age"), sample.MANIFEST)


@vector("package", Code.MEMBER_DIFFERS)
def other_digest() -> bytes:
    """A paper of the right size with another content than the manifest says."""
    return package([*without("papers/1-1.age"), ("papers/1-1.age", b"sealed elsewhErE")], sample.MANIFEST)


@vector("package", Code.MEMBER_DIFFERS)
def other_size() -> bytes:
    """The manifest says another size, with the right digest."""
    first = replace(LISTED[0], size=LISTED[0].size + 1)
    return package(sample.MEMBERS, replace(sample.MANIFEST, members=(first, *LISTED[1:])))


@vector("package", Code.MEMBER_DOUBLED)
def listed_twice() -> bytes:
    """The manifest names exam.json twice, the first time with another digest."""
    first = replace(LISTED[0], sha256="0" * 64)
    return package(sample.MEMBERS, replace(sample.MANIFEST, members=(first, *LISTED)))


@vector("package", Code.SIGNER_UNKNOWN)
def other_ministry() -> bytes:
    """The appointment is signed by a self-made ministry."""
    return with_appointment(signed_as(Kind.APPOINTMENT, sample.APPOINTMENT, STRANGER))


@vector("package", Code.SIGNATURE_BAD)
def appointment_badly_signed() -> bytes:
    """The appointment's signature is false."""
    return with_appointment(badly_signed(sample.APPOINTED))


@vector("package", Code.KIND_WRONG)
def appointment_wrong_kind() -> bytes:
    """Another document of the ministry in place of the appointment."""
    return with_appointment(signed_as(Kind.RECEIPT, sample.APPOINTMENT, MINISTRY))


@vector("package", Code.MODE_WRONG)
def appointment_real() -> bytes:
    """The appointment is for real exams."""
    return with_appointment(signed_as(Kind.APPOINTMENT, replace(sample.APPOINTMENT, mode=Mode.REAL), MINISTRY))


@vector("package", Code.SIGNER_UNKNOWN)
def other_province() -> bytes:
    """The manifest is signed by a province that was not appointed."""
    return package(sample.MEMBERS, key=STRANGER)


@vector("package", Code.SIGNATURE_BAD)
def manifest_badly_signed() -> bytes:
    """The manifest's signature is false."""
    return with_manifest(badly_signed(GOOD[1][1]))


@vector("package", Code.KIND_WRONG)
def manifest_wrong_kind() -> bytes:
    """The manifest's content signed as a receipt."""
    return with_manifest(signed_as(Kind.RECEIPT, sample.MANIFEST, PROVINCE))


@vector("package", Code.CONTENT_UNFIT)
def manifest_unknown_field() -> bytes:
    """A field in the manifest that nobody knows."""
    return with_manifest(token(Kind.PACKAGE, with_unknown(sample.MANIFEST), PROVINCE))


@vector("package", Code.FIELD_DOUBLED)
def manifest_doubled_field() -> bytes:
    """`edition` stands twice in the manifest."""
    payload = msgspec.json.encode(sample.MANIFEST).replace(b'"edition":2', b'"edition":3,"edition":2')
    return with_manifest(token(Kind.PACKAGE, payload, PROVINCE))


@vector("package", Code.MODE_WRONG)
def manifest_real() -> bytes:
    """The manifest is for a real exam."""
    return package(sample.MEMBERS, replace(sample.MANIFEST, mode=Mode.REAL))


@vector("package", Code.SITE_WRONG)
def manifest_other_site() -> bytes:
    """The manifest is for another site."""
    return package(sample.MEMBERS, replace(sample.MANIFEST, site=SiteCode("110106")))

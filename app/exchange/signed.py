"""Signed documents: JWS compact (RFC 7515) with `alg`, `typ` and `kid`, and nothing else, in the header."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OKPKey

from app.core.terms import ExamId, Mode, SiteCode
from app.crypto.fingerprint import thumbprint
from app.exchange import strict
from app.trouble import Code, Trouble

LONGEST = 4 << 20
"""Bytes; the largest signed document is a manifest that lists 10,000 photos."""
_CENTURY, _LAST = 2000, 9998


_ALGORITHMS: dict[object, str] = {("OKP", "Ed25519"): "Ed25519", ("EC", "P-256"): "ES256"}


class Kind(StrEnum):
    """`typ` of each document; a signature over one kind is never good for another."""

    APPOINTMENT = "examsite-appointment/1"
    REQUEST = "examsite-request/1"
    LOCK = "examsite-lock/1"
    LOCKS = "examsite-locks/1"
    REPLACEMENT = "examsite-replacement/1"
    GRANT = "examsite-grant/1"
    PACKAGE = "examsite-package/1"
    EXAM_AUTHORIZATION = "examsite-exam-authorization/1"
    START_AUTHORIZATION = "examsite-start-authorization/1"
    DIRECTIVE = "examsite-directive/1"
    RELEASE = "examsite-release/1"
    REPORT = "examsite-report/1"
    TRANSFER = "examsite-transfer/1"
    RESULT = "examsite-result/1"
    STATION = "examsite-station/1"
    ALONE = "examsite-alone/1"
    RETURN = "examsite-return/1"
    HEAD = "examsite-head/1"
    ROOM_DAY = "examsite-room-day/1"
    BACKUP = "examsite-backup/1"
    ROOM_BACKUP = "examsite-room-backup/1"
    RECEIPT = "examsite-receipt/1"
    SUMMARY = "examsite-summary/1"
    VIOLATIONS = "examsite-violations/1"


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every signed document says first."""

    mode: Mode
    exam: ExamId
    site: SiteCode
    issued_at: datetime
    serial: str


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    alg: str
    typ: str
    kid: str


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An Ed25519 or P-256 key to check signatures with; `jwk` is its JSON text (RFC 7517), public part only."""

    jwk: str
    thumbprint: str
    alg: str

    @classmethod
    def read(cls, jwk: str) -> PublicKey:
        """Raises CONTENT_UNFIT for anything but a public Ed25519 or P-256 key, FIELD_DOUBLED for a doubled member."""
        try:
            fields: dict[str, str | list[str]] = dict(strict.decode(jwk.encode(), dict[str, str], "jwk"))
            alg = _ALGORITHMS[fields["kty"], fields["crv"]]
            key = _imported(alg, fields)
        except (JoseError, KeyError, ValueError) as cause:
            raise Trouble(Code.CONTENT_UNFIT, file="jwk", line=0, problem="key") from cause
        if key.is_private:
            raise Trouble(Code.CONTENT_UNFIT, file="jwk", line=0, problem="private key")
        public = {name: value for name, value in sorted(fields.items()) if name in ("crv", "kty", "x", "y")}
        text = msgspec.json.encode(public).decode()
        return cls(text, thumbprint(text), alg)


def _imported(alg: str, fields: dict[str, str | list[str]]) -> OKPKey | ECKey:
    return OKPKey.import_key(fields) if alg == "Ed25519" else ECKey.import_key(fields)


class SigningKey(Protocol):
    """Whatever can sign: a key in software, or a lock that keeps its key to itself."""

    @property
    def public(self) -> PublicKey: ...

    def sign(self, message: bytes) -> bytes:
        """The raw signature of JWS: 64 bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Ed25519Key:
    """A ministry's or a province's key, in software."""

    private: Ed25519PrivateKey

    @classmethod
    def generate(cls) -> Ed25519Key:
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def load(cls, raw: bytes) -> Ed25519Key:
        return cls(Ed25519PrivateKey.from_private_bytes(raw))

    @property
    def raw(self) -> bytes:
        return self.private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())

    @property
    def public(self) -> PublicKey:
        x = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return PublicKey.read(msgspec.json.encode({"crv": "Ed25519", "kty": "OKP", "x": _b64(x)}).decode())

    def sign(self, message: bytes) -> bytes:
        return self.private.sign(message)


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def p256_jwk(point: bytes) -> str:
    """A P-256 public point (65 bytes, uncompressed) as a JWK."""
    return msgspec.json.encode({"crv": "P-256", "kty": "EC", "x": _b64(point[1:33]), "y": _b64(point[33:65])}).decode()


def sign(kind: Kind, content: msgspec.Struct, key: SigningKey) -> bytes:
    """One signed document as ASCII bytes."""
    header = _Header(key.public.alg, kind, key.public.thumbprint)
    message = f"{_b64(strict.encode(header))}.{_b64(strict.encode(content))}".encode()
    return message + b"." + _b64(key.sign(message)).encode()


Content = TypeVar("Content", bound=msgspec.Struct)


def verify(token: bytes, kind: Kind, shape: type[Content], key: PublicKey) -> Content:
    """The content of a document of this kind signed by this key.

    Raises FILE_TOO_LARGE, FILE_DAMAGED, KIND_WRONG, SIGNER_UNKNOWN, SIGNATURE_BAD, FIELD_DOUBLED or CONTENT_UNFIT.
    """
    header = _of_kind(token, kind)
    if header.kid != key.thumbprint:
        raise Trouble(Code.SIGNER_UNKNOWN, document=kind, signer=header.kid[:60])
    try:
        checking = _imported(key.alg, msgspec.json.decode(key.jwk))
        payload = jws.deserialize_compact(token.strip(), checking, registry=_registry(key.alg)).payload
    except (JoseError, ValueError) as cause:
        raise Trouble(Code.SIGNATURE_BAD, document=kind) from cause
    return strict.decode(payload, shape, kind)


def _of_kind(token: bytes, kind: Kind) -> _Header:
    header = peek(token)
    if header.typ != kind:
        raise Trouble(Code.KIND_WRONG, expected=kind, found=_told(header.typ))
    return header


def _told(typ: str) -> str:
    """One of our kinds, or as much as need be shown of what another program wrote there."""
    return Kind(typ) if typ in tuple(Kind) else typ[:60]


def _registry(alg: str) -> jws.JWSRegistry:
    """joserfc bounds a payload at 128,000 bytes; our own bound was checked before."""
    registry = jws.JWSRegistry(algorithms=[alg])
    registry.max_payload_length = LONGEST
    return registry


def claimed(token: bytes, kind: Kind, shape: type[Content]) -> Content:
    """The content unverified: only to find the key that a self-introducing document is then checked with."""
    _of_kind(token, kind)
    return strict.decode(_unb64(token.strip().split(b".")[1]), shape, kind.value)


def _unb64(part: bytes) -> bytes:
    try:
        return base64.urlsafe_b64decode(part + b"=" * (-len(part) % 4))
    except ValueError as cause:
        raise Trouble(Code.FILE_DAMAGED, file="jws") from cause


def peek(token: bytes) -> _Header:
    """The header alone, unverified: only to find the key that the signature is then checked with."""
    if len(token) > LONGEST:
        raise Trouble(Code.FILE_TOO_LARGE, file="jws", limit=LONGEST)
    parts = token.strip().split(b".")
    if len(parts) != 3:
        raise Trouble(Code.FILE_DAMAGED, file="jws")
    try:
        return strict.decode(_unb64(parts[0]), _Header, "jws")
    except Trouble as cause:
        raise Trouble(Code.FILE_DAMAGED, file="jws") from cause


def expect(document: Document, *, mode: Mode, site: SiteCode, exam: ExamId | None = None) -> None:
    """Refuses another mode, another site or (where one is known) another exam."""
    if document.mode is not mode:
        raise Trouble(Code.MODE_WRONG, expected=mode, found=document.mode)
    if document.site != site:
        raise Trouble(Code.SITE_WRONG, expected=site, found=document.site)
    if exam is not None and document.exam != exam:
        raise Trouble(Code.EXAM_WRONG, expected=exam, found=document.exam)


def expect_times(kind: Kind, *told: datetime) -> None:
    """Refuses parts of seconds, and a year that cannot be told in every zone: no sheet with it could be printed."""
    if any(at.microsecond or not _CENTURY <= at.year <= _LAST for at in told):
        raise Trouble(Code.CONTENT_UNFIT, file=kind, line=0, problem="at")

"""Vectors of signed documents: the same faults for each kind, and the faults of JWS itself once, on the receipt."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from app.core.terms import ExamId, Mode, SiteCode
from app.exchange.signed import Kind, SigningKey, _b64
from app.trouble import Code
from tests.vectors import alone, days, sample
from tests.vectors.bench import (
    OK,
    Files,
    add,
    badly_signed,
    doubled,
    flipped,
    signed_as,
    token,
    vector,
    with_unknown,
    without,
)
from tests.vectors.keys import MINISTRY, NEW_LOCK, PROVINCE, ROOM_LOCK, SITE_LOCK, STATION, STRANGE_LOCK, STRANGER


@dataclass(frozen=True, slots=True)
class Document:
    """A format that is one signed document; `introduces` names the field of the key it is checked with."""

    form: str
    kind: Kind
    content: msgspec.Struct
    key: SigningKey
    stranger: SigningKey = STRANGER
    introduces: str = ""


DOCUMENTS = (
    Document("appointment", Kind.APPOINTMENT, sample.APPOINTMENT, MINISTRY),
    Document("request", Kind.REQUEST, sample.REQUEST, SITE_LOCK, STRANGE_LOCK, introduces="lock"),
    Document("lock", Kind.LOCK, sample.LOCK_PAPER, ROOM_LOCK, STRANGE_LOCK, introduces="lock"),
    Document("locks", Kind.LOCKS, sample.REGISTER, PROVINCE),
    Document("replacement", Kind.REPLACEMENT, sample.REPLACEMENT, NEW_LOCK, STRANGE_LOCK, introduces="lock"),
    Document("grant", Kind.GRANT, sample.GRANT, PROVINCE),
    Document("exam-authorization", Kind.EXAM_AUTHORIZATION, sample.EXAM_AUTHORIZATION, PROVINCE),
    Document("start-authorization", Kind.START_AUTHORIZATION, sample.START_AUTHORIZATION, PROVINCE),
    Document("directive", Kind.DIRECTIVE, sample.DIRECTIVE, MINISTRY),
    Document("release", Kind.RELEASE, sample.RELEASE, SITE_LOCK, STRANGE_LOCK),
    Document("report", Kind.REPORT, sample.REPORT, ROOM_LOCK, STRANGE_LOCK),
    Document("transfer", Kind.TRANSFER, sample.TRANSFER, ROOM_LOCK, STRANGE_LOCK),
    Document("station", Kind.STATION, alone.REQUEST, STATION, introduces="key"),
    Document("receipt", Kind.RECEIPT, sample.RECEIPT, PROVINCE),
    Document("summary", Kind.SUMMARY, days.SUMMARY, SITE_LOCK, STRANGE_LOCK),
    Document("sidecar", Kind.BACKUP, sample.SIDECAR, SITE_LOCK, STRANGE_LOCK),
    Document("unknown-sidecar", Kind.BACKUP, sample.SIDECAR, SITE_LOCK, STRANGE_LOCK, introduces="lock"),
)
BOUND = (
    "exam-authorization",
    "start-authorization",
    "directive",
    "release",
    "report",
    "transfer",
    "receipt",
    "summary",
    "locks",
    "grant",
)
"""Documents whose reader is told mode, site and exam."""


def _everywhere(one: Document) -> None:
    def put(name: str, expect: str | Code, comment: str, made: bytes) -> None:
        add(one.form, name, str(expect), comment, _always(made))

    whole = signed_as(one.kind, one.content, one.key)
    other = Kind.HEAD
    put("good", OK, "As the program writes it.", whole)
    put("empty", Code.FILE_DAMAGED, "No byte at all.", b"")
    put("truncated", Code.FILE_DAMAGED, "Cut after the payload.", whole.rpartition(b".")[0])
    put("wrong-kind", Code.KIND_WRONG, f"Says {other.value}.", signed_as(other, one.content, one.key))
    put("bad-signature", Code.SIGNATURE_BAD, "First bit of the signature changed.", badly_signed(whole))
    put("flipped-byte", Code.SIGNATURE_BAD, "A bit of the last byte changed.", flipped(whole, -1))
    unknown, twice = with_unknown(one.content), doubled(one.content)
    put("unknown-field", Code.CONTENT_UNFIT, "A field that nobody knows.", token(one.kind, unknown, one.key))
    put("doubled-field", Code.FIELD_DOUBLED, "The first field stands twice.", token(one.kind, twice, one.key))
    less = without(one.content, "serial")
    put("missing-field", Code.CONTENT_UNFIT, "`serial` is missing.", token(one.kind, less, one.key))
    strange = signed_as(one.kind, one.content, one.stranger)
    said = (
        "Signed by another key than the one it carries." if one.introduces else "Signed by a key that we do not know."
    )
    put("unknown-signer", Code.SIGNER_UNKNOWN, said, strange)
    if one.introduces:
        private = _b64(SITE_LOCK.number.to_bytes(32, "big"))
        jwk = msgspec.json.encode(msgspec.json.decode(SITE_LOCK.public.jwk) | {"d": private}).decode()
        given = replace(one.content, **{one.introduces: jwk})
        put("private-key", Code.CONTENT_UNFIT, "Carries the private key.", signed_as(one.kind, given, one.key))


def _always(made: bytes) -> Callable[[str], Files]:
    return lambda _: {"": made}


def _bound(one: Document) -> None:
    changes: dict[str, tuple[Code, dict[str, object], str]] = {
        "wrong-mode": (Code.MODE_WRONG, {"mode": Mode.REAL}, "For a real exam."),
        "wrong-exam": (Code.EXAM_WRONG, {"exam": ExamId("another")}, "Of another exam."),
        "wrong-site": (Code.SITE_WRONG, {"site": SiteCode("110106")}, "Of another site."),
    }
    if "authorization" in one.form:
        changes["other-edition"] = (Code.EDITION_WRONG, {"edition": 1}, "For the edition before (checked at the desk).")
    for name, (code, change, comment) in changes.items():
        content = replace(one.content, **change)
        made = signed_as(one.kind, content, one.key)
        add(one.form, name, str(code), comment, _always(made))


for _document in DOCUMENTS:
    _everywhere(_document)
    if _document.form in BOUND:
        _bound(_document)


def _header(**fields: str) -> bytes:
    return msgspec.json.encode(fields)


_PAYLOAD = msgspec.json.encode(sample.RECEIPT)
_WHOLE = token(Kind.RECEIPT, _PAYLOAD, PROVINCE)
_KID = PROVINCE.public.thumbprint


@vector("exam-authorization", Code.KIND_WRONG)
def start_instead() -> bytes:
    """A start authorization, well signed."""
    return signed_as(Kind.START_AUTHORIZATION, sample.START_AUTHORIZATION, PROVINCE)


@vector("start-authorization", Code.KIND_WRONG)
def exam_instead() -> bytes:
    """An exam authorization, well signed."""
    return signed_as(Kind.EXAM_AUTHORIZATION, sample.EXAM_AUTHORIZATION, PROVINCE)


@vector("receipt")
def pasted() -> bytes:
    """White space around the token, as a paste leaves it."""
    return b" \r\n" + _WHOLE + b"\n"


@vector("receipt", Code.FILE_DAMAGED)
def not_a_jws() -> bytes:
    """Plain words."""
    return b"upload confirmed"


@vector("receipt", Code.FILE_DAMAGED)
def five_parts() -> bytes:
    """Two parts more, as an encrypted token has."""
    return _WHOLE + b".QUFB.QUFB"


@vector("receipt", Code.FILE_DAMAGED)
def header_not_json() -> bytes:
    """The header is no JSON."""
    return token("", _PAYLOAD, PROVINCE, b"header")


@vector("receipt", Code.FILE_DAMAGED)
def header_not_text() -> bytes:
    """The header holds a byte that is no UTF-8."""
    return token("", _PAYLOAD, PROVINCE, b'{"alg":"Ed25519","typ":"\xff","kid":""}')


@vector("receipt", Code.FILE_DAMAGED)
def header_doubled() -> bytes:
    """`typ` stands twice in the header."""
    head = _header(alg="Ed25519", typ=Kind.RECEIPT, kid=_KID)
    return token("", _PAYLOAD, PROVINCE, b'{"typ":"' + Kind.HEAD.encode() + b'",' + head[1:])


@vector("receipt", Code.FILE_DAMAGED)
def header_brings_key() -> bytes:
    """The header brings a key of its own (`jwk`)."""
    return token("", _PAYLOAD, PROVINCE, _header(alg="Ed25519", typ=Kind.RECEIPT, kid=_KID, jwk=PROVINCE.public.jwk))


@vector("receipt", Code.FILE_DAMAGED)
def header_critical() -> bytes:
    """The header asks for an extension (`crit`)."""
    return token("", _PAYLOAD, PROVINCE, _header(alg="Ed25519", typ=Kind.RECEIPT, kid=_KID, crit="b64"))


@vector("receipt", Code.FILE_DAMAGED)
def header_without_kid() -> bytes:
    """The header names no key."""
    return token("", _PAYLOAD, PROVINCE, _header(alg="Ed25519", typ=Kind.RECEIPT))


@vector("receipt", Code.SIGNER_UNKNOWN)
def kid_mismatch() -> bytes:
    """Signed by the right key, and names another."""
    kid = STRANGER.public.thumbprint
    return token("", _PAYLOAD, PROVINCE, _header(alg="Ed25519", typ=Kind.RECEIPT, kid=kid))


@vector("receipt", Code.SIGNATURE_BAD)
def kid_borrowed() -> bytes:
    """Signed by a stranger, and names the province's key."""
    return token("", _PAYLOAD, STRANGER, _header(alg="Ed25519", typ=Kind.RECEIPT, kid=_KID))


@vector("receipt", Code.SIGNATURE_BAD)
def alg_none() -> bytes:
    """`alg` none, and no signature."""
    return f"{_b64(_header(alg='none', typ=Kind.RECEIPT, kid=_KID))}.{_b64(_PAYLOAD)}.".encode()


@vector("receipt", Code.SIGNATURE_BAD)
def alg_hs256() -> bytes:
    """`alg` HS256, with the province's public key as the secret."""
    message = f"{_b64(_header(alg='HS256', typ=Kind.RECEIPT, kid=_KID))}.{_b64(_PAYLOAD)}".encode()
    mac = hmac.digest(PROVINCE.public.jwk.encode(), message, hashlib.sha256)
    return message + b"." + _b64(mac).encode()


@vector("receipt", Code.SIGNATURE_BAD)
def alg_eddsa() -> bytes:
    """`alg` EdDSA, the general name: only the explicit one is taken."""
    return token("", _PAYLOAD, PROVINCE, _header(alg="EdDSA", typ=Kind.RECEIPT, kid=_KID))


@vector("receipt", Code.SIGNATURE_BAD)
def alg_es256() -> bytes:
    """`alg` ES256 over an Ed25519 key and signature."""
    return token("", _PAYLOAD, PROVINCE, _header(alg="ES256", typ=Kind.RECEIPT, kid=_KID))


@vector("receipt", Code.SIGNATURE_BAD)
def loose_base64() -> bytes:
    """An unused bit of the signature's last sign is set."""
    return _WHOLE[:-1] + chr(_WHOLE[-1] + 1).encode()


@vector("receipt", Code.SIGNATURE_BAD)
def padded_base64() -> bytes:
    """The signature is padded with equals signs."""
    return _WHOLE + b"=="


@vector("receipt", Code.SIGNATURE_BAD)
def broken_line() -> bytes:
    """A line break inside the signature."""
    return _WHOLE[:-20] + b"\n" + _WHOLE[-20:]


@vector("receipt", Code.CONTENT_UNFIT)
def wrong_type() -> bytes:
    """`size` is a text."""
    return token(Kind.RECEIPT, _PAYLOAD.replace(b'"size":6', b'"size":"6"'), PROVINCE)


@vector("receipt", Code.CONTENT_UNFIT)
def payload_junk() -> bytes:
    """Something stands after the JSON."""
    return token(Kind.RECEIPT, _PAYLOAD + b"{}", PROVINCE)


@vector("receipt", Code.CONTENT_UNFIT)
def payload_not_text() -> bytes:
    """A byte that is no UTF-8 in a text."""
    return token(Kind.RECEIPT, _PAYLOAD.replace(b"C-1", b"C-\xff"), PROVINCE)


@vector("sidecar", Code.CONTENT_UNFIT)
def other_backup_kind() -> bytes:
    """`kind` R, which this reader does not know."""
    return token(Kind.BACKUP, msgspec.json.encode(sample.SIDECAR).replace(b'"kind":"S"', b'"kind":"R"'), SITE_LOCK)


@vector("sidecar", Code.CONTENT_UNFIT)
def head_not_hex() -> bytes:
    """`head` is no digest."""
    return signed_as(Kind.BACKUP, replace(sample.SIDECAR, head="zz" * 32), SITE_LOCK)

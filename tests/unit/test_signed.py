"""Signed documents: what binds kind, key and content together."""

from __future__ import annotations

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jws
from joserfc.jwk import ECKey, OKPKey

from app.core.terms import ExamId, Mode, SiteCode
from app.exchange import receipt
from app.exchange.signed import (
    LONGEST,
    Ed25519Key,
    Kind,
    PublicKey,
    SigningKey,
    claimed,
    expect,
    p256_jwk,
    peek,
    sign,
    verify,
)
from app.trouble import Code, Trouble
from tests.vectors import sample
from tests.vectors.bench import token
from tests.vectors.keys import PROVINCE, SITE_LOCK, STRANGER, P256Key

KEYS: list[Ed25519Key | P256Key] = [PROVINCE, SITE_LOCK]
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A content of any kind."""

    text: str


def refused(whole: bytes, key: SigningKey = PROVINCE, kind: Kind = Kind.HEAD) -> Code:
    with pytest.raises(Trouble) as caught:
        verify(whole, kind, Said, key.public)
    return caught.value.code


@pytest.mark.parametrize("key", KEYS, ids=["Ed25519", "P-256"])
@pytest.mark.parametrize("kind", Kind)
def test_a_signature_over_one_kind_is_never_good_for_another(key: SigningKey, kind: Kind) -> None:
    whole = sign(kind, Said("hello"), key)
    assert verify(whole, kind, Said, key.public) == Said("hello")
    for other in set(Kind) - {kind}:
        assert refused(whole, key, other) is Code.KIND_WRONG


@pytest.mark.parametrize("key", KEYS, ids=["Ed25519", "P-256"])
def test_any_jose_library_reads_them(key: SigningKey) -> None:
    jwk = msgspec.json.decode(key.public.jwk)
    other = OKPKey.import_key(jwk) if key is PROVINCE else ECKey.import_key(jwk)
    read = jws.deserialize_compact(sign(Kind.HEAD, Said("hello"), key), other, algorithms=[key.public.alg])
    assert read.payload == b'{"text":"hello"}'
    assert read.headers() == {"alg": key.public.alg, "typ": Kind.HEAD.value, "kid": other.thumbprint()}


def test_longer_than_what_the_library_takes() -> None:
    content = Said("x" * 2_000_000)
    assert verify(sign(Kind.HEAD, content, PROVINCE), Kind.HEAD, Said, PROVINCE.public) == content


def test_too_large() -> None:
    whole = sign(Kind.HEAD, Said("x" * LONGEST), PROVINCE)
    assert refused(whole) is Code.FILE_TOO_LARGE
    with pytest.raises(Trouble, match="file-too-large"):
        claimed(whole, Kind.HEAD, Said)


def test_strange_kind_is_told_in_short() -> None:
    with pytest.raises(Trouble) as caught:
        verify(token("x" * 500, b"{}", PROVINCE), Kind.HEAD, Said, PROVINCE.public)
    assert caught.value.facts == {"expected": Kind.HEAD, "found": "x" * 60}


@given(st.data())
def test_no_single_bit_of_a_document_may_change(data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(KEYS))
    whole = bytearray(TOKENS[key])
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Trouble):
        receipt.read(bytes(whole), key.public, sample.MODE, sample.SITE, sample.EXAM)


TOKENS = {key: receipt.write(sample.RECEIPT, key) for key in KEYS}


@given(st.binary(max_size=200))
def test_nothing_else_is_a_document(junk: bytes) -> None:
    for read in (lambda: peek(junk), lambda: claimed(junk, Kind.HEAD, Said)):
        with pytest.raises(Trouble):
            read()


def test_claimed_tells_the_kind_first() -> None:
    whole = sign(Kind.HEAD, Said("hello"), PROVINCE)
    assert claimed(whole, Kind.HEAD, Said) == Said("hello")
    with pytest.raises(Trouble, match="kind-wrong"):
        claimed(whole, Kind.REQUEST, Said)
    head, _, signature = whole.split(b".")
    with pytest.raises(Trouble, match="file-damaged"):
        claimed(b".".join((head, b"A", signature)), Kind.HEAD, Said)


@given(st.binary(min_size=32, max_size=32))
def test_thumbprints_agree_ed25519(raw: bytes) -> None:
    key = Ed25519Key.load(raw)
    assert key.raw == raw
    assert key.public.thumbprint == OKPKey.import_key(msgspec.json.decode(key.public.jwk)).thumbprint()


@given(st.integers(1, ORDER - 1))
def test_thumbprints_agree_p256(number: int) -> None:
    point = derive_private_key(number, SECP256R1()).public_key()
    public = PublicKey.read(p256_jwk(point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)))
    assert public.thumbprint == ECKey.import_key(msgspec.json.decode(public.jwk)).thumbprint()
    assert public.alg == "ES256"


def test_a_key_has_one_text_and_one_fingerprint() -> None:
    jwk = msgspec.json.decode(PROVINCE.public.jwk)
    written = [
        msgspec.json.encode({name: jwk[name] for name in reversed(jwk)} | {"use": "sig", "kid": "mine"}).decode(),
        f"  {PROVINCE.public.jwk}\n",
    ]
    assert [PublicKey.read(text) for text in written] == [PROVINCE.public] * 2
    assert Ed25519Key.generate().public != Ed25519Key.generate().public


def loosened(name: str) -> dict[str, str]:
    """The next sign of the base64 alphabet: the same 32 bytes, in a sloppy reading."""
    jwk: dict[str, str] = msgspec.json.decode(SITE_LOCK.public.jwk)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return jwk | {name: jwk[name][:-1] + alphabet[alphabet.index(jwk[name][-1]) + 1]}


@pytest.mark.parametrize(
    "change",
    [
        {"x": "AAAA"},
        {"x": ""},
        {"y": None},
        {"y": "AA", "d": "AA"},
        {"x": "é" * 43},
        {"kty": "OKP"},
        {"kty": "RSA"},
        {"crv": "P-384"},
        {"crv": "X25519", "kty": "OKP"},
        {"key_ops": ["sign"]},
        {"d": "AQ" * 22},
        loosened("x"),
        loosened("y"),
    ],
)
def test_no_key(change: dict[str, object]) -> None:
    jwk = {name: value for name, value in (msgspec.json.decode(SITE_LOCK.public.jwk) | change).items() if value != None}  # noqa: E711
    with pytest.raises(Trouble, match="content-unfit"):
        PublicKey.read(msgspec.json.encode(jwk).decode())


@pytest.mark.parametrize("text", ["", "{}", "[]", "not json", '{"kty":"\ud800"}'])
def test_no_jwk(text: str) -> None:
    with pytest.raises(Trouble, match="content-unfit"):
        PublicKey.read(text)


def test_expect_names_what_is_wrong() -> None:
    wanted: list[tuple[Code, Mode, SiteCode, ExamId | None]] = [
        (Code.MODE_WRONG, Mode.REAL, sample.SITE, sample.EXAM),
        (Code.SITE_WRONG, sample.MODE, SiteCode("1"), sample.EXAM),
        (Code.EXAM_WRONG, sample.MODE, sample.SITE, ExamId("1")),
    ]
    for code, mode, site, exam in wanted:
        with pytest.raises(Trouble) as caught:
            expect(sample.RECEIPT, mode=mode, site=site, exam=exam)
        assert caught.value.code is code
    expect(sample.RECEIPT, mode=sample.MODE, site=sample.SITE)


def test_another_key_is_told_from_a_bad_signature() -> None:
    whole = sign(Kind.HEAD, Said("hello"), PROVINCE)
    assert refused(whole, STRANGER) is Code.SIGNER_UNKNOWN
    assert refused(whole[:-4] + b"AAAA") is Code.SIGNATURE_BAD

"""What a station hands in: read by the site without its answers, and by the province with them."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.terms import Digest, ExamId, Mode, SessionId, SiteCode
from app.exchange import standalone_return
from app.exchange.agefile import Identity
from app.exchange.standalone_return import Issued, ReturnDocument, Returned
from app.trouble import Code, Trouble
from tests.vectors.alone import RETURN, SEALED_ANSWERS, SHEET, issued
from tests.vectors.bench import sealed
from tests.vectors.keys import PROVINCE_AGE, SESSION_AGE, SITE_AGE, STATION, STRANGER, STRANGER_AGE
from tests.vectors.sample import B, digest

NAME = "110105001-1-1-1.examsite-return"
WHOLE = standalone_return.write(RETURN, SEALED_ANSWERS, STATION, SITE_AGE.to_public())


def read(content: bytes, expected: Issued | None = None, identity: Identity = SITE_AGE) -> Returned:
    return standalone_return.read(content, [identity], NAME, lambda _: expected or issued())


def refused(content: bytes, expected: Issued | None = None, identity: Identity = SITE_AGE) -> Trouble:
    with pytest.raises(Trouble) as caught:
        read(content, expected, identity)
    return caught.value


def test_round_trip() -> None:
    read_back = read(WHOLE)
    assert read_back == Returned(RETURN, Digest(hashlib.sha256(WHOLE).hexdigest()))
    assert standalone_return.answers_of(WHOLE, [SITE_AGE], NAME) == SEALED_ANSWERS


def test_the_package_is_found_by_what_the_return_claims() -> None:
    asked: list[ReturnDocument] = []

    def unknown(document: ReturnDocument) -> Issued:
        asked.append(document)
        raise Trouble(Code.PACKAGE_WRONG, expected=2, found=document.number)

    with pytest.raises(Trouble) as caught:
        standalone_return.read(WHOLE, [SITE_AGE], NAME, unknown)
    assert (caught.value.code, asked) == (Code.PACKAGE_WRONG, [RETURN])


def test_only_the_province_reads_answers() -> None:
    assert standalone_return.open_answers(SEALED_ANSWERS, PROVINCE_AGE, NAME) == SHEET
    for other in (SITE_AGE, SESSION_AGE, STRANGER_AGE):
        with pytest.raises(Trouble) as caught:
            standalone_return.open_answers(SEALED_ANSWERS, other, NAME)
        assert caught.value.code is Code.FILE_NOT_FOR_US


def test_an_interim_copy_can_be_gone_on_from() -> None:
    both = standalone_return.seal_answers(SHEET, [PROVINCE_AGE.to_public(), SESSION_AGE.to_public()])
    interim = replace(RETURN, final=False, answers=digest(both))
    content = standalone_return.write(interim, both, STATION, SITE_AGE.to_public())
    assert not read(content).document.final
    answers = standalone_return.answers_of(content, [SITE_AGE], NAME)
    for reader in (PROVINCE_AGE, SESSION_AGE):
        assert standalone_return.open_answers(answers, reader, NAME) == SHEET


Changed = Callable[[Issued], Issued]


@pytest.mark.parametrize(
    ("change", "code", "facts"),
    [
        (lambda one: dataclasses.replace(one, mode=Mode.REAL), Code.MODE_WRONG, ("real", "practice")),
        (lambda one: dataclasses.replace(one, site=SiteCode("110106")), Code.SITE_WRONG, ("110106", "110105")),
        (lambda one: dataclasses.replace(one, exam=ExamId("another")), Code.EXAM_WRONG, ("another", "sample")),
        (lambda one: dataclasses.replace(one, session=SessionId("1-2")), Code.SESSION_WRONG, ("1-2", "1-1")),
        (lambda one: dataclasses.replace(one, ticket=B), Code.TICKET_WRONG, (B, "110105001")),
        (lambda one: dataclasses.replace(one, machine="PC-08"), Code.MACHINE_WRONG, ("PC-08", "PC-07")),
        (lambda one: dataclasses.replace(one, number=2), Code.PACKAGE_WRONG, (2, 1)),
        (lambda one: dataclasses.replace(one, nonce="00" * 32), Code.PACKAGE_WRONG, (1, 1)),
        (lambda one: dataclasses.replace(one, package=Digest("00" * 32)), Code.PACKAGE_WRONG, (1, 1)),
    ],
    ids=["real-site", "site", "exam", "session", "candidate", "machine", "older", "nonce", "file"],
)
def test_a_return_to_another_package_is_named(change: Changed, code: Code, facts: tuple[str | int, ...]) -> None:
    found = refused(WHOLE, change(issued()))
    assert (found.code, tuple(found.facts.values())) == (code, facts)


def test_nobody_answers_longer_than_it_was_open() -> None:
    """To the last answer, which may be the last thing that happens."""
    longest = replace(RETURN, used_seconds=RETURN.open_seconds)
    whole = standalone_return.write(longest, SEALED_ANSWERS, STATION, SITE_AGE.to_public())
    assert read(whole).document == longest
    longer = replace(RETURN, used_seconds=RETURN.open_seconds + 1)
    found = refused(standalone_return.write(longer, SEALED_ANSWERS, STATION, SITE_AGE.to_public()))
    assert (found.code, found.facts["problem"]) == (Code.CONTENT_UNFIT, "used_seconds")


def test_another_site_and_another_key_are_refused() -> None:
    assert refused(WHOLE, identity=STRANGER_AGE).code is Code.FILE_NOT_FOR_US
    assert refused(WHOLE, issued(STRANGER.public)).code is Code.SIGNER_UNKNOWN
    stolen = standalone_return.write(RETURN, SEALED_ANSWERS, STRANGER, SITE_AGE.to_public())
    assert refused(stolen).code is Code.SIGNER_UNKNOWN


@given(st.integers(0, len(WHOLE) * 8 - 1))
def test_no_single_bit_may_change(bit: int) -> None:
    changed = bytearray(WHOLE)
    changed[bit // 8] ^= 1 << bit % 8
    refused(bytes(changed))


@given(st.integers(0, len(WHOLE) - 1))
def test_nothing_may_be_missing_at_the_end(length: int) -> None:
    assert refused(WHOLE[:length]).code in (Code.FILE_DAMAGED, Code.FILE_NOT_FOR_US)


@given(st.binary(max_size=1200))
def test_whatever_is_sealed_to_the_site_is_refused_in_our_words(content: bytes) -> None:
    refused(sealed(content))
    with pytest.raises(Trouble):
        standalone_return.answers_of(sealed(content), [SITE_AGE], NAME)

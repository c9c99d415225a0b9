"""The standalone package: made at the site, opened at one station by code, ticket and ID number together."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.terms import Mode, Ticket
from app.crypto import codes
from app.crypto.standalone import voucher, voucher_minutes
from app.exchange import standalone
from app.exchange.agefile import Identity
from app.exchange.paper import AnswerSheet
from app.exchange.standalone import Content, Held, Keys
from app.trouble import Code, Trouble
from tests.vectors.alone import (
    CODE,
    CONTENT,
    ID_NUMBER,
    KEYS,
    MACHINE,
    MANIFEST,
    NONCE,
    PAPER,
    PERSON,
    SEALED_CONTENT,
    SHEET,
    SO_FAR,
)
from tests.vectors.bench import pack, sealed
from tests.vectors.keys import SITE_LOCK, STATION, STATION_AGE, STRANGER_AGE
from tests.vectors.sample import MODE, A, B, digest
from tests.vectors.unlocking import holding, shut

NAME = "110105001-1-1-1.examsite-alone"
WHOLE = standalone.write(MANIFEST, SEALED_CONTENT, SITE_LOCK, STATION_AGE.to_public())


def read(sealed_file: bytes, identity: Identity = STATION_AGE, mode: Mode = MODE) -> Held:
    return standalone.read(sealed_file, identity, NAME, mode, MACHINE, STATION.public.thumbprint)


def refused(sealed_file: bytes, identity: Identity = STATION_AGE, mode: Mode = MODE) -> Trouble:
    with pytest.raises(Trouble) as caught:
        read(sealed_file, identity, mode)
    return caught.value


def not_opened(held: Held, ticket: str = A, keys: Keys = KEYS) -> Trouble:
    with pytest.raises(Trouble) as caught:
        standalone.unlock(held, Ticket(ticket), keys)
    return caught.value


def with_content(content: Content) -> Held:
    shut_content = standalone.seal_content(content, KEYS, NONCE, A)
    manifest = replace(MANIFEST, content=digest(shut_content))
    return read(standalone.write(manifest, shut_content, SITE_LOCK, STATION_AGE.to_public()))


def test_round_trip() -> None:
    held = read(WHOLE)
    assert (held.manifest, held.content) == (MANIFEST, SEALED_CONTENT)
    assert held.digest == hashlib.sha256(WHOLE).hexdigest()
    assert held.manifest.package == "110105001-1-1-1"
    assert standalone.unlock(held, A, KEYS) == CONTENT


@pytest.mark.parametrize("so_far", [SO_FAR, SHEET, replace(SHEET, answers=())])
def test_what_was_answered_goes_along(so_far: AnswerSheet) -> None:
    content = Content(PERSON, PAPER, so_far)
    assert standalone.unlock(with_content(content), A, KEYS) == content


@pytest.mark.parametrize(
    ("ticket", "id_number"),
    [
        (" 110105001\t", "11010519491231002x"),
        ("110105001", "110105 1949 1231 002 X"),
        ("\uff11\uff11\uff10\uff11\uff10\uff15\uff10\uff10\uff11", "11010519491231002\uff38"),
    ],
)
def test_it_opens_however_the_numbers_are_typed(ticket: str, id_number: str) -> None:
    assert standalone.unlock(read(WHOLE), Ticket(ticket), Keys(CODE, id_number)) == CONTENT


@pytest.mark.parametrize(
    "keys",
    [
        Keys(CODE[::-1], ID_NUMBER),
        Keys(CODE, "110105194912310021"),
        Keys(CODE, ID_NUMBER[:-1]),
        Keys(CODE, ""),
        Keys(CODE, A),
        Keys(CODE, f"{A}\x1f{ID_NUMBER}"),
    ],
    ids=["code", "number", "short", "none", "ticket", "both"],
)
def test_code_and_id_number_open_it_together_or_not_at_all(keys: Keys) -> None:
    found = not_opened(read(WHOLE), keys=keys)
    assert (found.code, found.facts) == (Code.UNLOCK_WRONG, {"package": "110105001-1-1-1"})


@pytest.mark.parametrize("ticket", [B, "", ID_NUMBER, f"{A}1"])
def test_what_was_typed_for_a_ticket_is_told_nobody(ticket: str) -> None:
    found = not_opened(read(WHOLE), ticket)
    assert (found.code, found.facts) == (Code.TICKET_WRONG, {"expected": A})


def test_a_second_machine_and_a_real_exam_are_refused() -> None:
    assert refused(WHOLE, STRANGER_AGE).code is Code.FILE_NOT_FOR_US
    assert refused(WHOLE, mode=Mode.REAL).code is Code.MODE_WRONG
    with pytest.raises(Trouble) as caught:
        standalone.read(WHOLE, STATION_AGE, NAME, MODE, "PC-08", STATION.public.thumbprint)
    assert (caught.value.code, caught.value.facts) == (Code.MACHINE_WRONG, {"expected": "PC-07", "found": "PC-08"})


@given(st.integers(0, len(WHOLE) * 8 - 1))
def test_no_single_bit_may_change(bit: int) -> None:
    changed = bytearray(WHOLE)
    changed[bit // 8] ^= 1 << bit % 8
    refused(bytes(changed))


@given(st.integers(0, len(WHOLE) - 1))
def test_nothing_may_be_missing_at_the_end(length: int) -> None:
    assert refused(WHOLE[:length]).code in (Code.FILE_DAMAGED, Code.FILE_NOT_FOR_US)


@given(st.binary(max_size=1200))
def test_whatever_is_sealed_to_the_station_is_refused_in_our_words(content: bytes) -> None:
    refused(sealed(content, STATION_AGE))


@given(st.binary(max_size=1200))
def test_whatever_is_signed_for_as_content_is_refused_in_our_words(content: bytes) -> None:
    not_opened(read(holding(shut(pack(content)))))


def test_a_voucher_of_the_package_within_counts() -> None:
    content = standalone.unlock(read(WHOLE), A, KEYS)
    key = bytes.fromhex(content.person.voucher_key)
    given_out = codes.read(voucher(key, MANIFEST.package, 20))
    assert isinstance(given_out, bytes)
    assert voucher_minutes(given_out, key, read(WHOLE).manifest.package) == 20
    assert voucher_minutes(given_out, key, replace(MANIFEST, number=2).package) is None

"""What an unlock code opens, how ticket and ID number count, and vouchers."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto import codes
from app.crypto.codes import Mistyped
from app.crypto.standalone import LONGEST_VOUCHER, content_secret, store_key, typed, voucher, voucher_minutes

CODE, NONCE = bytes(range(10)), sha256(b"nonce").digest()
TICKET, ID_NUMBER = "2121011001001", "11010519491231002X"
KEY, PACKAGE = sha256(b"key").digest(), "2121011001001-1-1-1"

NUMBERS = st.text(st.sampled_from("0123456789X"), min_size=1, max_size=20)
Parts = tuple[bytes, bytes, str, str]
PARTS = st.tuples(st.binary(min_size=10, max_size=10), st.binary(min_size=32, max_size=32), NUMBERS, NUMBERS)


def test_the_derivations_are_those_that_were_written_down() -> None:
    """Other values would leave packages and answers of yesterday shut."""
    assert (
        content_secret(CODE, NONCE, TICKET, ID_NUMBER).hex()
        == "182b96d51d63108c944071c2d076cc5379673a7383c60905376dbdc383620f1d"
    )
    assert (
        store_key(CODE, NONCE, TICKET, ID_NUMBER).hex()
        == "38cce450f59bbf507208127dd8064275181a08c9b6a254447062b02f355c10de"
    )
    assert [voucher(KEY, PACKAGE, minutes) for minutes in (1, 20, 600)] == [
        "SMNKD-3BY69-A1JQ5-1WKT9",
        "HW8XG-X9AKY-EJMD2-0R7A7",
        "5E4A2-YN6R9-WH589-1KQTN",
    ]


@given(PARTS, PARTS)
def test_every_part_counts(one: Parts, other: Parts) -> None:
    mixed = {(*one[:n], other[n], *one[n + 1 :]) for n in range(4)} | {one, other}
    assert len({content_secret(*parts) for parts in mixed}) == len(mixed)
    assert len({store_key(*parts) for parts in mixed}) == len(mixed)
    assert not {content_secret(*parts) for parts in mixed} & {store_key(*parts) for parts in mixed}


@given(NUMBERS, NUMBERS)
def test_ticket_and_id_number_do_not_run_together(ticket: str, id_number: str) -> None:
    own = content_secret(CODE, NONCE, ticket, id_number)
    assert content_secret(CODE, NONCE, ticket + id_number, "") != own
    assert content_secret(CODE, NONCE, ticket + id_number[:1], id_number[1:]) != own
    joined = f"{ticket}\x1f{id_number}"
    assert content_secret(CODE, NONCE, joined, "") == content_secret(CODE, NONCE, ticket + id_number, "")


@pytest.mark.parametrize(
    "said",
    [
        "11010519491231002x",
        " 110105 19491231 002X\n",
        "11010519491231002\u3000\uff38",
        "\uff11\uff11\uff10\uff11\uff10\uff15\uff11\uff19\uff14\uff19\uff11\uff12\uff13\uff11\uff10\uff10\uff12\uff58",
        "\ufeff11010519491231002\u200bX\u202c",
        "110105\x1f19491231\x00002X\ud800",
    ],
    ids=["lower", "spaces", "wide-x", "wide", "unseen", "separator"],
)
def test_a_number_counts_however_it_is_typed(said: str) -> None:
    assert typed(said) == ID_NUMBER
    assert content_secret(CODE, NONCE, TICKET, said) == content_secret(CODE, NONCE, TICKET, ID_NUMBER)
    assert store_key(CODE, NONCE, f" {TICKET}", said) == store_key(CODE, NONCE, TICKET, ID_NUMBER)


@given(st.text(st.characters()))
def test_whatever_is_typed_comes_to_one_form(said: str) -> None:
    once = typed(said)
    assert "\x1f" not in once
    assert not any(sign.isspace() for sign in once)
    assert len(content_secret(CODE, NONCE, said, said)) == 32


@pytest.mark.parametrize(("code", "nonce"), [(CODE[1:], NONCE), (CODE + b"1", NONCE), (CODE, NONCE[1:]), (CODE, b"")])
def test_code_and_nonce_have_their_size(code: bytes, nonce: bytes) -> None:
    for derive in (content_secret, store_key):
        with pytest.raises(ValueError, match="10 bytes, a nonce 32"):
            derive(code, nonce, TICKET, ID_NUMBER)


# Vouchers


def read(text: str) -> int | Mistyped | None:
    """As the station reads one."""
    given = codes.read(text)
    return given if isinstance(given, Mistyped) else voucher_minutes(given, KEY, PACKAGE)


@pytest.mark.parametrize("minutes", [1, 2, 60, 599, LONGEST_VOUCHER])
def test_a_voucher_gives_the_minutes_it_was_made_for(minutes: int) -> None:
    text = voucher(KEY, PACKAGE, minutes)
    assert read(text) == read(text.lower().replace("-", " ")) == minutes


@pytest.mark.parametrize("minutes", [-1, 0, LONGEST_VOUCHER + 1])
def test_no_voucher_is_made_beyond_its_bounds(minutes: int) -> None:
    with pytest.raises(ValueError, match="1 to 600 minutes"):
        voucher(KEY, PACKAGE, minutes)


@pytest.mark.parametrize(
    "package", ["2121011001001-1-1-2", "2121011001001-1-2-1", "2121011001002-1-1-1", PACKAGE + "1"]
)
def test_a_voucher_of_another_package_gives_nothing(package: str) -> None:
    assert read(voucher(KEY, package, 20)) is None
    assert read(voucher(KEY[::-1], PACKAGE, 20)) is None


def test_an_unlock_code_or_a_code_of_another_length_is_no_voucher() -> None:
    assert read(codes.text(CODE)) is None
    assert voucher_minutes(b"", KEY, PACKAGE) is None
    assert voucher_minutes(codes.read(voucher(KEY, PACKAGE, 5)) + b"1", KEY, PACKAGE) is None  # type: ignore[operator]


SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZOIL-\uff11 *"


@given(st.integers(1, LONGEST_VOUCHER), st.integers(0, 22), st.sampled_from(SYMBOLS))
def test_a_slip_of_the_finger_never_gives_other_minutes(minutes: int, place: int, symbol: str) -> None:
    text = voucher(KEY, PACKAGE, minutes)
    found = read(text[:place] + symbol + text[place + 1 :])
    assert found == minutes or isinstance(found, Mistyped)


@given(st.text(max_size=40) | st.text(st.sampled_from(SYMBOLS), min_size=20, max_size=23))
def test_anything_typed_is_read_without_an_accident(said: str) -> None:
    assert not isinstance(read(said), int)

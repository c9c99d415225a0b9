"""A station's request, written and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.terms import Mode
from app.exchange import station_request
from app.exchange.signed import Kind
from app.trouble import Code, Trouble
from tests.vectors.alone import REQUEST
from tests.vectors.bench import signed_as
from tests.vectors.keys import STATION
from tests.vectors.sample import MODE

WHOLE = station_request.write(REQUEST, STATION)


def code(token: bytes, mode: Mode = MODE) -> Code:
    with pytest.raises(Trouble) as caught:
        station_request.read(token, mode)
    return caught.value.code


def test_round_trip() -> None:
    assert station_request.read(WHOLE, MODE) == REQUEST


@given(st.integers(0, len(WHOLE) * 8 - 1))
def test_no_single_bit_may_change(bit: int) -> None:
    changed = bytearray(WHOLE)
    changed[bit // 8] ^= 1 << bit % 8
    code(bytes(changed))


@given(st.integers(0, len(WHOLE) - 1))
def test_nothing_may_be_missing_at_the_end(length: int) -> None:
    code(WHOLE[:length])


def test_practice_and_real_do_not_mix() -> None:
    assert code(WHOLE, Mode.REAL) is Code.MODE_WRONG
    assert code(station_request.write(replace(REQUEST, mode=Mode.REAL), STATION)) is Code.MODE_WRONG


def test_a_request_is_small() -> None:
    long = replace(REQUEST, serial="Q" * station_request.LONGEST)
    assert code(signed_as(Kind.STATION, long, STATION)) is Code.FILE_TOO_LARGE


@pytest.mark.parametrize("machine", ["a", "PC-07", "x" * 32])
def test_names_that_a_machine_may_have(machine: str) -> None:
    named = replace(REQUEST, machine=machine)
    assert station_request.read(station_request.write(named, STATION), MODE).machine == machine


@pytest.mark.parametrize("machine", ["x" * 33, "a b", "a/b", "a\\b", "a.b", "\u7532", "-\x00", "PC-07\n"])
def test_names_that_a_machine_may_not_have(machine: str) -> None:
    assert code(station_request.write(replace(REQUEST, machine=machine), STATION)) is Code.CONTENT_UNFIT

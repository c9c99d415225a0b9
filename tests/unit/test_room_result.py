"""The room result, written and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange import room_result
from app.exchange.room_result import RoomResultDocument
from app.trouble import Trouble
from tests.vectors import sample
from tests.vectors.keys import ROOM_LOCK, SITE_AGE

WHOLE = room_result.write(sample.RESULT, {sample.A: sample.ANSWERS}, ROOM_LOCK, SITE_AGE.to_public())


def read(sealed: bytes) -> RoomResultDocument:
    return room_result.read(sealed, [SITE_AGE], sample.EXPECTED, ROOM_LOCK.public)


def test_round_trip() -> None:
    assert read(WHOLE) == sample.RESULT


@given(st.integers(0, len(WHOLE) * 8 - 1))
def test_no_single_bit_may_change(bit: int) -> None:
    changed = bytearray(WHOLE)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Trouble):
        read(bytes(changed))

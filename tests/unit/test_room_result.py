"""The room result, written and read."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange import archive, room_result
from app.exchange.agefile import seal
from app.exchange.room_result import RoomResultDocument
from app.trouble import Code, Trouble
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


def test_which_lock_it_says_signed_it() -> None:
    assert room_result.claimed_lock(WHOLE, [SITE_AGE], "r") == sample.RESULT.lock
    plain = io.BytesIO()
    archive.write(plain, [("answers/1.age", b"sealed")])
    with pytest.raises(Trouble) as caught:
        room_result.claimed_lock(seal(plain.getvalue(), [SITE_AGE.to_public()]), [SITE_AGE], "r")
    assert caught.value.code is Code.MEMBER_MISSING


def test_sealed_answers_are_handed_over_on_the_way() -> None:
    kept: dict[str, bytes] = {}
    room_result.read(WHOLE, [SITE_AGE], sample.EXPECTED, ROOM_LOCK.public, kept.__setitem__)
    assert kept == {sample.A: sample.ANSWERS}

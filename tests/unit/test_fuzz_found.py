"""What fuzzing found once, kept: each brought out something else than a clear refusal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.authority import tables
from app.authority.faults import FaultKind
from app.exchange import strict
from app.journal import codec
from app.settings import Settings
from app.trouble import Code, Trouble
from tests.fuzz.files import COLUMNS, workbook

DEEP = b"[" * 100_000
STORED = b"PK\x01\x02"
"""Begins each file's line in the list at the end of a zip; ten bytes on stands how it is packed."""


def test_letters_that_are_none_in_a_field_that_is_passed_over() -> None:
    with pytest.raises(Trouble) as caught:
        strict.decode(b'{"stale_m\xff\xff":30,"theme":"dark"}', Settings, "settings.json")
    assert caught.value.code is Code.CONTENT_UNFIT


def test_depth_in_a_field_that_is_passed_over() -> None:
    with pytest.raises(Trouble) as caught:
        strict.decode(b'{"x":' + DEEP, Settings, "settings.json")
    assert caught.value.code is Code.CONTENT_UNFIT


@pytest.mark.parametrize("read", [codec.decode, codec.decode_stamp, codec.decode_time])
def test_depth_in_an_entry(read: Callable[[bytes], object]) -> None:
    with pytest.raises(Trouble) as caught:
        read(b'{"x":' + DEEP)
    assert caught.value.code is Code.ENTRY_UNREADABLE


def test_aworkbook_packed_in_a_way_that_nobody_knows() -> None:
    content = bytearray(workbook())
    at = -1
    while (at := content.find(STORED, at + 1)) >= 0:
        content[at + 10] = 99
    found = tables.parse(bytes(content), "x.xlsx", COLUMNS)
    assert [fault.kind for fault in found.faults] == [FaultKind.UNREADABLE]

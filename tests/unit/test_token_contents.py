"""What stands on a token, and everything that does not count as it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from devices.locks import contents
from devices.protocols import LockKind

POINT = b"\x04" + bytes(range(64))


@pytest.mark.parametrize(("turn", "content"), [(0, b""), (1, b"content"), ((1 << 64) - 1, bytes(1000))])
def test_a_framed_content_comes_back(turn: int, content: bytes) -> None:
    assert contents.unframed(contents.framed(turn, content)) == (turn, content)


def test_no_changed_or_shortened_value_is_whole() -> None:
    value = contents.framed(7, b"content")
    for place in range(len(value)):
        assert contents.unframed(value[:place]) is None
        assert contents.unframed(value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]) is None
    assert contents.unframed(value + b"\0") is None


@pytest.mark.parametrize("kind", LockKind)
def test_a_description_says_serial_number_and_kind(kind: LockKind) -> None:
    value = contents.description("KW-000007", kind)
    assert contents.described(value) == ("KW-000007", kind)
    assert json.loads(value) == {"format": "examsite-lock/1", "serial": "KW-000007", "kind": kind.value}


@pytest.mark.parametrize(
    "told",
    [
        {"format": "examsite-lock/2"},
        {"format": None},
        {"serial": ""},
        {"serial": "../up"},
        {"serial": "x" * 33},
        {"serial": 7},
        {"serial": ["KW-1"]},
        {"kind": "sige"},
        {"kind": None},
        {"kind": {}},
        {"more": 1},
    ],
    ids=str,
)
def test_a_description_with_one_thing_wrong_describes_no_lock(told: dict[str, Any]) -> None:
    whole = {"format": "examsite-lock/1", "serial": "KW-000007", "kind": "site"}
    assert contents.described(json.dumps(whole).encode()) == ("KW-000007", LockKind.SITE)
    assert contents.described(json.dumps(whole | told).encode()) is None


@pytest.mark.parametrize(
    "value", [b"", b"{", b"[]", b"null", b"7", b"\xff\xfe", b"[" * 256, b"[" * 100_000, b'"' + b"x" * 300 + b'"']
)
def test_what_is_no_description_describes_no_lock(value: bytes) -> None:
    assert contents.described(value) is None


@pytest.mark.parametrize(
    ("value", "point"),
    [
        (b"\x04\x41" + POINT, POINT),
        (POINT, POINT),
        (b"", None),
        (b"\x04\x41", None),
        (POINT[:-1], None),
        (POINT + b"\0", None),
        (b"\x02" + POINT[1:], None),
        (b"\x04\x41\x02" + POINT[1:], None),
        (b"\x03\x42\0" + POINT, None),
    ],
)
def test_a_point_is_65_bytes_bare_or_as_a_string_of_der(value: bytes, point: bytes | None) -> None:
    assert contents.point(value) == point

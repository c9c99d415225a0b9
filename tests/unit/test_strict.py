"""JSON without mercy."""

from __future__ import annotations

import msgspec
import pytest

from app.exchange import strict
from app.trouble import Code, Trouble


class Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    a: int


class Outer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    rows: tuple[Inner, ...] = ()


GOOD = Outer("é", (Inner(1), Inner(2)))


def refused(text: bytes, line: int = 0) -> Trouble:
    with pytest.raises(Trouble) as caught:
        strict.Reader(Outer, "f.json").read(text, line)
    return caught.value


def test_what_we_write_comes_back() -> None:
    assert strict.decode(strict.encode(GOOD), Outer, "f.json") == GOOD


@pytest.mark.parametrize(
    "text",
    [
        b' {"rows": [{"a": 1}, {"a": 2}],\n"text": "\xc3\xa9"}\n',
        b'{"text":"\\u00e9","rows":[{"a":1},{"a":2}]}',
    ],
)
def test_order_spaces_and_escapes_are_free(text: bytes) -> None:
    assert strict.decode(text, Outer, "f.json") == GOOD


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"null",
        b"{",
        b'{"text":"a"}x',
        b'\xef\xbb\xbf{"text":"a"}',
        b'{"text":"a",}',
        b'{"text":"a","more":1}',
        b'{"rows":[]}',
        b'{"text":1}',
        b'{"text":"\xff"}',
        b'{"text":"\x01"}',
        b'{"text":"\\ud800"}',
        b'{"text":"a","rows":[{"a":1.5}]}',
        b'{"text":"a","rows":[{"a":"1"}]}',
        b'{"text":"a","rows":[{"a":true}]}',
        b'{"text":"a","rows":[{"a":NaN}]}',
        b'{"text":"a","rows":[{"a":1' + b"0" * 5000 + b"}]}",
        b"[" * 100_000,
    ],
)
def test_anything_else_is_unfit(text: bytes) -> None:
    trouble = refused(text, 7)
    assert (trouble.code, trouble.facts["file"], trouble.facts["line"]) == (Code.CONTENT_UNFIT, "f.json", 7)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (b'{"text":"a","text":"a"}', "text"),
        (b'{"text":"a","t\\u0065xt":"b"}', "text"),
        (b'{"text":"a","rows":[{"a":1},{"a":1,"a":2}]}', "a"),
    ],
)
def test_doubled_fields_are_named(text: bytes, field: str) -> None:
    trouble = refused(text, 3)
    assert trouble.code is Code.FIELD_DOUBLED
    assert trouble.facts == {"file": "f.json", "line": 3, "field": field}

"""Reading JSON without mercy: unknown, doubled, missing or misshapen fields are a clear no."""

from __future__ import annotations

import json
from typing import Any, NoReturn, TypeVar

import msgspec

from app.trouble import Code, Trouble

Shape = TypeVar("Shape")


def encode(content: object) -> bytes:
    """The one form in which this program writes JSON: fields in their order, no spaces, UTF-8."""
    return msgspec.json.encode(content)


class Reader:
    """Reads one shape many times; `name` is the file or member that an error names."""

    def __init__(self, shape: type[Shape], name: str) -> None:
        self._decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(shape)
        self._name = name

    def read(self, text: bytes, line: int = 0) -> Any:
        """The content; raises FIELD_DOUBLED or CONTENT_UNFIT, naming file, line and what is wrong."""
        try:
            content = self._decoder.decode(text)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as cause:
            _unfit(self._name, line, str(cause), cause)
        # msgspec lets the last of two equal names win. What we wrote ourselves comes back byte for byte, and
        # only other bytes need the slow look for doubled names.
        if msgspec.json.encode(content) != text:
            _no_doubles(text, self._name, line)
        return content


def decode(text: bytes, shape: type[Shape], name: str) -> Shape:
    content: Shape = Reader(shape, name).read(text)
    return content


def _no_doubles(text: bytes, name: str, line: int) -> None:
    def pairs(found: list[tuple[str, object]]) -> dict[str, object]:
        if len(found) != len(dict(found)):
            names = [key for key, _ in found]
            twice = next(key for key in names if names.count(key) > 1)
            raise Trouble(Code.FIELD_DOUBLED, file=name, line=line, field=twice[:40])
        return dict(found)

    try:
        json.loads(text, object_pairs_hook=pairs)
    except (ValueError, RecursionError) as cause:
        # In a field that is passed over msgspec looks at neither signs nor depth.
        _unfit(name, line, str(cause), cause)


def _unfit(name: str, line: int, said: str, cause: Exception) -> NoReturn:
    raise Trouble(Code.CONTENT_UNFIT, file=name, line=line, problem=said) from cause

"""What stands on a token, byte by byte. No token is needed to read this.

A data object holds SHA-256(turn | content) | turn | content, the turn in 8 bytes, most significant first. An object is
replaced by a new one with the next turn, and then the older is destroyed: pulled in between, the higher whole one
counts.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from devices.protocols import LockKind

APPLICATION = "examsite"
NAME = "examsite-lock"
"""Label of the two keys and of the public description."""
FORMAT = "examsite-lock/1"
LARGEST = 16 * 1024
"""Bytes of one object: tokens are small, and a pipe takes this much at once."""

_LABEL = re.compile(r"[a-z0-9-]{1,32}")
_SERIAL = re.compile(r"[A-Za-z0-9-]{1,32}")
_DIGEST, _TURN = 32, 8
_DESCRIPTION_LIMIT = 256
_UNCOMPRESSED = 4


def label(text: str) -> str:
    """The same label, or ValueError: it becomes the name of a file where a lock is a folder."""
    if not _LABEL.fullmatch(text):
        raise ValueError(text)
    return text


def serial(text: str) -> str:
    """The same serial number, or ValueError: it becomes the name of a folder where a lock is one."""
    if not _SERIAL.fullmatch(text):
        raise ValueError(text)
    return text


def framed(turn: int, content: bytes) -> bytes:
    body = turn.to_bytes(_TURN, "big") + content
    return hashlib.sha256(body).digest() + body


def unframed(value: bytes) -> tuple[int, bytes] | None:
    """Turn and content; None where the value is not whole."""
    digest, body = value[:_DIGEST], value[_DIGEST:]
    if len(body) < _TURN or hashlib.sha256(body).digest() != digest:
        return None
    return int.from_bytes(body[:_TURN], "big"), body[_TURN:]


def description(serial_number: str, kind: LockKind) -> bytes:
    return json.dumps({"format": FORMAT, "serial": serial(serial_number), "kind": kind.value}).encode()


def described(value: bytes) -> tuple[str, LockKind] | None:
    """Serial number and kind; None where this describes no lock."""
    try:
        told: Any = json.loads(value) if len(value) <= _DESCRIPTION_LIMIT else None
        if isinstance(told, dict) and set(told) == {"format", "serial", "kind"} and told["format"] == FORMAT:
            return serial(told["serial"]), LockKind(told["kind"])
    except (ValueError, TypeError):
        pass
    return None


def point(value: bytes) -> bytes | None:
    """CKA_EC_POINT as 65 bytes; None where it is none. The standard wants a DER string; some tokens give it bare."""
    bare = value[2:] if value[:2] == b"\x04\x41" and len(value) == 67 else value
    return bare if len(bare) == 65 and bare[0] == _UNCOMPRESSED else None

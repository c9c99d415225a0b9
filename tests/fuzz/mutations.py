"""A sound file made unsound: at its bytes, and where it is JSON also at its values, which keeps the rest sound."""

from __future__ import annotations

import json
from random import Random
from typing import Any

LONGEST = 1 << 16
"""Nothing grows beyond it: what is tried is form, not size."""
_NUMBERS = (0, -1, 1, 61, 1 << 31, 1 << 63, 1 << 64, -(1 << 63), 10**400, 1e308, 0.5)
_TEXTS = ("", "\0", "..", "../x", "/", "a" * 5000, "\ud800", "\u202e", "\uffff", "é" * 50, "1" * 400)
_TIMES = ("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2021-02-30T00:00:00Z", "2021-10-30T08:00:00")
_DEEP = 100_000


def mutated(sample: bytes, seed: int) -> bytes:
    """The same seed makes the same of it."""
    dice = Random(seed)
    if dice.random() < 0.6 and (changed := _json(sample, dice)) is not None:
        return changed
    content = bytearray(sample)
    for _ in range(dice.choice((1, 1, 2, 8))):
        _at_bytes(content, dice)
    return bytes(content)


def _at_bytes(content: bytearray, dice: Random) -> None:
    at = dice.randrange(len(content) + 1)
    length = min(dice.choice((1, 1, 4, 64, 512)), len(content) - at)
    match dice.randrange(5):
        case 0 if at < len(content):
            content[at] ^= 1 << dice.randrange(8)
        case 1:
            del content[at : at + length]
        case 2:
            content[at:at] = dice.randbytes(length)
        case 3 if len(content) < LONGEST:
            content[at:at] = content[at : at + length]
        case _:
            del content[at:]


def _json(sample: bytes, dice: Random) -> bytes | None:
    """One value of it, or of one of its lines, is another; None where it is no JSON."""
    lines = sample.split(b"\n")
    n = dice.randrange(len(lines))
    try:
        whole = json.loads(lines[n])
    except (ValueError, RecursionError):
        return None
    text = json.dumps(_changed(whole, dice), ensure_ascii=dice.random() < 0.5, separators=(",", ":"))
    if dice.random() < 0.05:
        text = text.replace('""', "[" * _DEEP, 1)
    lines[n] = text.encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _changed(value: Any, dice: Random) -> Any:
    """Somewhere below, or here."""
    if value and isinstance(value, dict) and dice.random() < 0.9:
        key = dice.choice(list(value))
        match dice.randrange(12):
            case 0:
                return {name: one for name, one in value.items() if name != key}
            case 1:
                return value | {str(_other(key, dice)): value[key]}
            case _:
                return value | {key: _changed(value[key], dice)}
    if value and isinstance(value, list) and dice.random() < 0.9:
        at = dice.randrange(len(value))
        match dice.randrange(8):
            case 0:
                return value[:at] + value[at + 1 :]
            case 1:
                return [*value, value[at]]
            case _:
                return [*value[:at], _changed(value[at], dice), *value[at + 1 :]]
    return _other(value, dice)


def _other(value: Any, dice: Random) -> Any:
    if isinstance(value, str) and value and dice.random() < 0.4:
        at = dice.randrange(len(value))
        return value[:at] + dice.choice(("", "0", "é", " ", value)) + value[at + 1 :]
    kinds: tuple[Any, ...] = (None, True, [], {}, [[]], dice.choice(_NUMBERS), dice.choice(_TEXTS), dice.choice(_TIMES))
    return dice.choice(kinds)

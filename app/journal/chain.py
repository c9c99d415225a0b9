"""The hash chain over stored bytes, and the marks that show a cut tail or an old copy."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.trouble import Code, Trouble

GENESIS = bytes(32)
_BEFORE_STAMP, _BEFORE_BODY = struct.Struct(">QI").pack, struct.Struct(">I").pack


class Entry(NamedTuple):
    """One stored entry: number from 1, head, stamp and body as the bytes on disk."""

    n: int
    head: bytes
    stamp: bytes
    body: bytes


class Mark(NamedTuple):
    """A head that was noted outside the database: after entry `n` the head was `head`."""

    n: int
    head: bytes


def link(previous: bytes, n: int, stamp: bytes, body: bytes) -> bytes:
    """SHA-256(previous head | number, 8 bytes | length, 4 bytes, and stamp | length, 4 bytes, and body)."""
    return hashlib.sha256(
        b"".join((previous, _BEFORE_STAMP(n, len(stamp)), stamp, _BEFORE_BODY(len(body)), body))
    ).digest()


BEGINNING = Mark(0, GENESIS)


def proved(entries: Iterable[Entry], marks: Iterable[Mark] = (), after: Mark = BEGINNING) -> Iterator[Entry]:
    """The same entries, each one proved; raises CHAIN_BROKEN, REWRITTEN or CUT_SHORT, naming the entry.

    A part of a journal is proved from the entry `after` which it stands, as far as that one is to be trusted.
    """
    expected: dict[int, set[bytes]] = {}
    for mark in marks:
        expected.setdefault(mark.n, set()).add(mark.head)
    last, head = after
    for entry in entries:
        n, stored, stamp, body = entry
        if n != last + 1 or link(head, n, stamp, body) != stored:
            raise Trouble(Code.CHAIN_BROKEN, entry=last + 1)
        last, head = n, stored
        if n in expected and expected[n] != {head}:
            raise Trouble(Code.REWRITTEN, entry=n)
        yield entry
    beyond = max(expected, default=0)
    if beyond > last:
        raise Trouble(Code.CUT_SHORT, entry=last, marked=beyond)

"""Authorization codes: those of 10,000 candidates, and one check at the desk, against their bare hashes."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from app.crypto.codes import LONGEST, Purpose, Subject, ceiling, links
from tests.benchmarks.ground import best
from tests.benchmarks.measure import Measure, at_most

CANDIDATES = 10_000
CHECK = sum(range(1, LONGEST + 1))  # every number of minutes is tried
MASTER, WRONG = bytes(range(32)), bytes(10)
HASHED = bytes(32 + 1 + 10)  # context, step, link


def measures() -> Iterable[Measure]:
    subjects = [_subject(n) for n in range(CANDIDATES)]
    bare = best(lambda: _bare(CANDIDATES * (LONGEST + 1)), 3)
    ours = best(lambda: [links(MASTER, subject) for subject in subjects], 3)
    note = f"{ours:.2f} s for {CANDIDATES:,} chains"
    yield at_most("codes of 10,000 candidates / bare hashes", ours / bare, "x", 2, note)
    root = links(MASTER, subjects[0])[0]
    checks = 100
    bare = best(lambda: _bare(CHECK * checks), 5)
    ours = best(lambda: [ceiling(WRONG, subjects[0], root) for _ in range(checks)], 5)
    yield at_most("check of one code / its 1,830 bare hashes", ours / bare, "x", 2, f"{ours / checks * 1e3:.2f} ms")


def _subject(number: int) -> Subject:
    return Subject(Purpose.EXTRA_TIME, "2021-economics", "210101", "1-1", f"2121011{number:05}")


def _bare(count: int) -> None:
    for _ in range(count):
        sha256(HASHED).digest()

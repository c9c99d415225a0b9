"""Two copies of one journal: the shorter is brought up to the longer, and to nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.journal.chain import GENESIS, Mark
from app.journal.store import Journal
from app.trouble import Code, Trouble

KEY = bytes(32)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Journal, Journal]:
    return Journal(tmp_path / "a.db", KEY), Journal(tmp_path / "b.db", KEY)


def test_a_copy_takes_over_what_it_lacks(two: tuple[Journal, Journal]) -> None:
    longer, shorter = two
    for n in range(3):
        longer.append(b"%d" % n, [b"one", b"two"])
    entries = list(longer.read())
    assert shorter.follow(entries[:2]) == Mark(2, entries[1].head)
    assert shorter.follow(entries[2:]) == Mark(6, longer.head)
    assert list(shorter.read()) == entries
    assert shorter.append(b"3", [b"x"]) == longer.append(b"3", [b"x"])
    for journal in two:
        journal.close()


def test_nothing_to_take_over_changes_nothing(two: tuple[Journal, Journal]) -> None:
    assert two[0].follow([]) == Mark(0, GENESIS)
    assert list(two[0].read()) == []
    for journal in two:
        journal.close()


@pytest.mark.parametrize("cut", [0, 2])
def test_what_does_not_continue_it_is_refused_whole(two: tuple[Journal, Journal], cut: int) -> None:
    longer, shorter = two
    longer.append(b"0", [b"one", b"two", b"three"])
    shorter.append(b"0", [b"other"])
    with pytest.raises(Trouble) as refused:
        shorter.follow(list(longer.read())[cut:])
    assert refused.value.code is Code.CHAIN_BROKEN
    assert len(list(shorter.read())) == 1
    for journal in two:
        journal.close()

"""The chain over stored bytes, and what marks show beyond it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.journal.chain import GENESIS, Entry, Mark, link, proved
from app.trouble import Code, Trouble

Change = Callable[[list[Entry]], list[Entry]]


def chain(*bodies: bytes, stamp: bytes = b"{}", start: tuple[int, bytes] = (0, GENESIS)) -> list[Entry]:
    (n, head), made = start, []
    for body in bodies:
        n, head = n + 1, link(head, n + 1, stamp, body)
        made.append(Entry(n, head, stamp, body))
    return made


def found(entries: list[Entry], *marks: Mark) -> tuple[Code, dict[str, str | int]]:
    with pytest.raises(Trouble) as caught:
        list(proved(entries, marks))
    return caught.value.code, caught.value.facts


FIVE = chain(b"1", b"2", b"3", b"4", b"5")
NO_HEAD = bytes(32)


def test_the_worked_example_of_the_format() -> None:
    framed = bytes(32) + b"\0\0\0\0\0\0\0\1" + b"\0\0\0\2" + b"{}" + b"\0\0\0\x0e" + b'{"fact":"x/1"}'
    assert link(GENESIS, 1, b"{}", b'{"fact":"x/1"}') == hashlib.sha256(framed).digest()
    assert link(GENESIS, 1, b"{}", b'{"fact":"x/1"}').hex() == (
        "4a6acd1958de0b6a96679f39c73b4c3989dcf0b3ab434187824971912b13c47d"
    )
    assert link(link(GENESIS, 1, b"{}", b'{"fact":"x/1"}'), 2, b"{}", b"").hex() == (
        "8fd1ba8a46d9a95aaa602b1e32f315f91d2208d0449118ef40c181496372dc9e"
    )


def test_whole_entries_pass_unchanged() -> None:
    assert list(proved(FIVE, [Mark(3, FIVE[2].head), Mark(5, FIVE[4].head)])) == FIVE
    assert list(proved([])) == []


def test_no_mark_stands_before_the_first_entry() -> None:
    assert list(proved(FIVE, [Mark(0, GENESIS)])) == FIVE
    assert list(proved([], [Mark(0, GENESIS)])) == []


@pytest.mark.parametrize(
    ("change", "entry"),
    [
        (lambda e: [*e[:2], e[2]._replace(body=b"x"), *e[3:]], 3),
        (lambda e: [*e[:2], e[2]._replace(stamp=b"x"), *e[3:]], 3),
        (lambda e: [*e[:2], e[2]._replace(head=NO_HEAD), *e[3:]], 3),
        (lambda e: [*e[:2], *e[3:]], 3),
        (lambda e: [e[0]._replace(n=0), *e[1:]], 1),
        (lambda e: e[1:], 1),
        (lambda e: [e[0], e[2], e[1], *e[3:]], 2),
        (lambda e: [e[0], e[1]._replace(body=b"3"), e[2]._replace(body=b"2"), *e[3:]], 2),
        (lambda e: [*e[:3], e[3]._replace(n=3), *e[3:]], 4),
        (lambda e: [*e, Entry(6, NO_HEAD, b"{}", b"6")], 6),
        (lambda e: [Entry(-7, NO_HEAD, b"", b""), *e], 1),
        (lambda e: [*e, Entry(1 << 70, NO_HEAD, b"", b"")], 6),
    ],
)
def test_a_change_names_its_entry(change: Change, entry: int) -> None:
    assert found(change(FIVE)) == (Code.CHAIN_BROKEN, {"entry": entry})


def test_framing_tells_stamp_from_body() -> None:
    assert link(GENESIS, 1, b"ab", b"c") != link(GENESIS, 1, b"a", b"bc")
    assert link(GENESIS, 1, b"", b"") != link(GENESIS, 2, b"", b"")


def test_a_cut_tail_is_seen_by_a_mark_beyond_it() -> None:
    marks = [Mark(2, FIVE[1].head), Mark(5, FIVE[4].head)]
    assert found(FIVE[:3], *marks) == (Code.CUT_SHORT, {"entry": 3, "marked": 5})
    assert found([], *marks) == (Code.CUT_SHORT, {"entry": 0, "marked": 5})


def test_a_cut_tail_before_any_mark_is_not_visible() -> None:
    assert list(proved(FIVE[:3], [Mark(2, FIVE[1].head)])) == FIVE[:3]


def test_a_rewritten_tail_is_named_at_the_first_mark_it_breaks() -> None:
    rewritten = FIVE[:2] + chain(b"x", b"y", b"z", start=(2, FIVE[1].head))
    assert list(proved(rewritten, [Mark(2, FIVE[1].head)])) == rewritten
    assert found(rewritten, Mark(5, FIVE[4].head), Mark(4, FIVE[3].head)) == (Code.REWRITTEN, {"entry": 4})


@pytest.mark.parametrize("order", [1, -1])
def test_two_marks_that_disagree_never_hide_one_another(order: int) -> None:
    marks = [Mark(3, FIVE[2].head), Mark(3, NO_HEAD)][::order]
    assert found(FIVE, *marks) == (Code.REWRITTEN, {"entry": 3})


@given(
    bodies=st.lists(st.binary(max_size=12), min_size=1, max_size=8),
    place=st.integers(0, 7),
    part=st.sampled_from(["head", "stamp", "body"]),
    at=st.integers(0, 40),
)
def test_any_flipped_bit_is_found(bodies: list[bytes], place: int, part: str, at: int) -> None:
    entries = chain(*bodies)
    victim = entries[place % len(entries)]
    content = bytearray(getattr(victim, part) or b"\0")
    content[at % len(content)] ^= 1 << (at % 8)
    changed = bytes(content)
    entries[victim.n - 1] = {
        "head": victim._replace(head=changed),
        "stamp": victim._replace(stamp=changed),
        "body": victim._replace(body=changed),
    }[part]
    assert found(entries) == (Code.CHAIN_BROKEN, {"entry": victim.n})

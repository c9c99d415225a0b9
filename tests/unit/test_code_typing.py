"""Codes as people type them at the desk: whatever is typed, no wrong code holds, and nothing falls over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.code_entry import CodeEntered, CodeMistyped, CodeNotForThis, EnterCode, WrongCodeTyped
from app.core.delay import DelayAppliedFor
from app.core.fault import FaultKind, FaultReported
from app.core.operation import Refused
from app.core.rulebook import Tier
from app.core.terms import ApplicationNo, CauseNo, FaultNo
from app.crypto.codes import GROUPS, IN_GROUP, Mistyped, Purpose, ceiling, group_ok, links, read, text
from tests.builders import GUIDE, LAW, R1, Story, at, desk
from tests.unit.code_master import MASTER, subject, the_root, with_codes

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = {"0": "0Oo", "1": "1IiLl"}
FULL_WIDTH = {ord(symbol): ord(symbol) + 0xFEE0 for symbol in map(chr, range(0x21, 0x7F))} | {0x20: 0x3000}
ASKED, CUT = ApplicationNo("AS-001"), FaultNo("AF-001")
WHOLE = subject(Purpose.DELAY, LAW, R1)
MINUTES = 45

minutes = st.integers(1, 60)
places = st.integers(0, GROUPS * IN_GROUP - 1)


@cache
def chain() -> tuple[bytes, ...]:
    return links(MASTER, WHOLE)


def bare(code: str) -> str:
    return code.replace("-", "")


# What the desk answers


@cache
def waiting() -> Story:
    """One application for one room; deciding changes nothing of it."""
    story = Story("released").given(FaultReported(CUT, FaultKind.POWER, LAW, R1, (), at("8:20"), GUIDE))
    return story.given(
        DelayAppliedFor(ASKED, LAW, (R1,), MINUTES, Tier.PROVINCE, (CauseNo(CUT),), at("8:40")),
    )


HERE = replace(desk(now=at("9:00")), directory=with_codes())


def answered(typed: str) -> int | str:
    """The minutes that the desk took the code for, or what it made of it."""
    operation = EnterCode(ASKED, Purpose.DELAY, R1, typed, at("8:55"), GUIDE)
    decision = operation.decide(waiting().site, HERE)
    if isinstance(decision, Refused) and isinstance(decision.refusal, CodeMistyped | CodeNotForThis):
        (fact,) = decision.facts
        assert isinstance(fact, WrongCodeTyped)
        assert fact == WrongCodeTyped(ASKED, Purpose.DELAY, R1, fact.answer, HERE.now), "what was typed is not kept"
        return fact.answer
    facts = decision.facts if isinstance(decision, Refused) else decision
    assert isinstance(facts, tuple)
    (entered,) = facts
    assert isinstance(entered, CodeEntered)
    assert entered.verified
    return entered.minutes


def never_wrong(typed: str) -> None:
    """Only what reads as a link of this very chain holds, and for just its minutes."""
    heard, answer = read(typed), answered(typed)
    if isinstance(heard, Mistyped):
        assert answer == "mistyped"
        assert heard.groups or heard.length != GROUPS * IN_GROUP
    elif heard in chain()[1:]:
        assert answer == chain().index(heard) == ceiling(heard, WHOLE, the_root(Purpose.DELAY, LAW, R1))
    else:
        assert answer == "anothers"


@given(minutes)
def test_the_code_holds_for_its_minutes_however_it_is_written(said: int) -> None:
    assert answered(text(chain()[said])) == said


@given(minutes, st.data())
def test_the_ways_of_writing_one_code(said: int, data: st.DataObject) -> None:
    """Case, spaces, dashes, letters that look alike, and the full-width signs of a Chinese input method."""
    typed = ""
    for sign in bare(text(chain()[said])):
        symbol = data.draw(st.sampled_from(ALIKE.get(sign, sign + sign.lower())))
        typed += data.draw(st.sampled_from([symbol, symbol.translate(FULL_WIDTH)]))
        typed += data.draw(st.sampled_from(["", "", " ", "-", "\u3000", "\uff0d", "\u2014\u2014", "\u2013", "\t"]))
    assert read(typed) == chain()[said]
    assert answered(typed) == said


@given(st.text(max_size=60))
def test_any_text_at_all(typed: str) -> None:
    never_wrong(typed)


@given(st.text(st.sampled_from(ALPHABET + ALPHABET.lower() + "oOiIlL -\uff10\uff21"), min_size=15, max_size=28))
def test_any_signs_of_the_alphabet(typed: str) -> None:
    never_wrong(typed)


@given(st.binary(min_size=10, max_size=10))
def test_any_link_with_its_check_signs_right(link: bytes) -> None:
    assert answered(text(link)) == (chain().index(link) if link in chain()[1:] else "anothers")


def one_symbol(code: str, data: st.DataObject) -> str:
    place = data.draw(places)
    return code[:place] + data.draw(st.characters(codec="utf-8")) + code[place + 1 :]


def neighbours(code: str, data: st.DataObject) -> str:
    place = data.draw(st.integers(0, len(code) - 2))
    return code[:place] + code[place + 1] + code[place] + code[place + 2 :]


def groups(code: str, data: st.DataObject) -> str:
    order = data.draw(st.permutations(range(GROUPS)))
    return "-".join(code[IN_GROUP * n : IN_GROUP * (n + 1)] for n in order)


def left_out(code: str, data: st.DataObject) -> str:
    place = data.draw(places)
    return code[:place] + code[place + 1 :]


def put_in(code: str, data: st.DataObject) -> str:
    place = data.draw(places)
    return code[:place] + data.draw(st.sampled_from(ALPHABET + "Uu*")) + code[place:]


def doubled(code: str, data: st.DataObject) -> str:
    return code * data.draw(st.integers(2, 50))


SLIPS: dict[str, Callable[[str, st.DataObject], str]] = {
    one.__name__: one for one in (one_symbol, neighbours, groups, left_out, put_in, doubled)
}


@pytest.mark.parametrize("slip", SLIPS)
@given(said=minutes, data=st.data())
def test_one_slip_is_named_or_changes_nothing(slip: str, said: int, data: st.DataObject) -> None:
    """The check signs catch every single one of these."""
    heard = read(SLIPS[slip](bare(text(chain()[said])), data))
    assert heard == chain()[said] or isinstance(heard, Mistyped)


@given(minutes, st.lists(st.sampled_from(sorted(SLIPS)), min_size=2, max_size=4), st.data())
def test_many_slips_never_make_another_code(said: int, slips: list[str], data: st.DataObject) -> None:
    typed = bare(text(chain()[said]))
    for slip in slips:
        if len(typed) >= GROUPS * IN_GROUP:
            typed = SLIPS[slip](typed, data)
    never_wrong(typed)


# Group by group, as it is typed


@given(st.integers(-1, 9), st.text(max_size=12))
def test_a_group_of_any_text_is_right_only_if_the_whole_could_be(n: int, typed: str) -> None:
    if not group_ok(n, typed):
        return
    good = bare(text(chain()[MINUTES]))
    before, after = good[: IN_GROUP * (n - 1)], good[IN_GROUP * n :]
    assert isinstance(read(before + typed + after), bytes)


@given(minutes, st.integers(0, GROUPS - 1))
def test_a_group_in_full_width_is_right_in_its_place(said: int, place: int) -> None:
    group = text(chain()[said]).split("-")[place]
    assert group_ok(place + 1, group.translate(FULL_WIDTH))
    assert group_ok(place + 1, f"\u3000{group.lower().translate(FULL_WIDTH)}\uff0d")
    assert not group_ok((place + 1) % GROUPS + 1, group.translate(FULL_WIDTH))


# Vectors: what a keyboard writes, and how it is read. The codes are those of codes-v1.json's first vector.


@pytest.mark.parametrize(
    ("typed", "groups", "length"),
    [
        ("N4GG7-T4Z6F-7G0QN-S3JDN", None, 20),
        ("n4gg7 t4z6f 7goqn s3jdn", None, 20),
        ("\uff2e\uff14\uff27\uff27\uff17\uff0d\uff34\uff14\uff3a\uff16\uff26\uff0d7G0QN-S3JDN", None, 20),
        ("\uff4e\uff14\uff47\uff47\uff17\u3000T4Z6F\u3000\uff17\uff27\uff2f\uff31\uff2e\u3000S3JDN", None, 20),
        ("N4GG7\u2014\u2014T4Z6F\u2014\u20147G0QN\u2014\u2014S3JDN", None, 20),
        ("N4GG7\u2013T4Z6F\u20137G0QN\u2013S3JDN", None, 20),
        ("N4GG7T4Z6F7G0QNS3JDN", None, 20),
        ("N4GG7-T4Z6F-7G0QN-S3JD", (4,), 19),
        ("N4GG7-T4Z6F-7G0QN-S3JDN0", (), 21),
        ("N4GG8-T4Z6F-7G0QN-S3JDN", (1,), 20),
        ("N4GG7-T4Z6F-7G0QN-S3JD\u5341", (4,), 20),
        ("N4GG7-T4Z6F-7G0QN-S3JD\u33bf", (4,), 20),
        ("N4GG7\u3001T4Z6F\u30017G0QN\u3001S3JDN", (2, 3, 4), 23),
        ("T4Z6F-N4GG7-7G0QN-S3JDN", (1, 2), 20),
        ("", (1, 2, 3, 4), 0),
        ("- \u3000\u2014", (1, 2, 3, 4), 0),
    ],
)
def test_typed_and_read(typed: str, groups: tuple[int, ...] | None, length: int) -> None:
    heard = read(typed)
    if groups is None:
        assert heard == read("N4GG7-T4Z6F-7G0QN-S3JDN")
        assert isinstance(heard, bytes)
    else:
        assert heard == Mistyped(groups, length)


def test_no_sign_stands_for_two() -> None:
    """Of all signs that there are, one at a time: it is one symbol, or a space or dash and dropped."""
    for number in range(0x10000):
        symbol = chr(number)
        heard = read(symbol)
        assert isinstance(heard, Mistyped)
        dropped = symbol.isspace() or category(symbol) == "Pd" or normalize("NFKC", symbol) in (" ", "-")
        assert heard.length == (0 if dropped else 1), hex(number)

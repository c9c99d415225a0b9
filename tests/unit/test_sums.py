"""Sums as a pocket calculator does them, key by key."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.station.sums import OPERATIONS, Sums


def after(keys: str) -> Sums:
    """`C` clears, `R` recalls the result before, `<` takes one sign back."""
    sums = Sums()
    others: dict[str, Callable[[], None]] = {
        "=": sums.equals,
        "C": sums.clear,
        "R": sums.recall,
        "<": sums.back,
    }
    for key in keys:
        if key in others:
            others[key]()
        elif key in OPERATIONS:
            sums.operate(key)
        else:
            sums.sign(key)
    return sums


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("", "0"),
        ("0.1+0.2=", "0.3"),
        ("2+3*4=", "20"),
        ("1/3=", "0.33333333333333"),
        ("1/3*3=", "1"),
        ("-5=", "-5"),
        ("5-8=", "-3"),
        ("2*3==", "6"),
        ("5+*2=", "10"),
        ("9*9=+1=", "82"),
        ("3=7", "7"),
        ("00.5.0", "0.50"),
        (".5+.5=", "1"),
        ("12<3", "13"),
        ("1+2<3=", "4"),
        ("1234567890123456", "123456789012345"),
        ("1/7/999999999999999=", "0"),
        ("7C", "0"),
        ("2+2=C10*R=", "40"),
        ("2+2=R", "4"),
        ("2+2=C3*R5=", "15"),
        ("2+2=R5", "5"),
        ("5/0=7", ""),
        ("5/0=R", ""),
        ("5/0=C1+1=", "2"),
        ("1+5/0=+1=", ""),
    ],
)
def test_keys_and_what_is_shown(keys: str, shown: str) -> None:
    assert after(keys).shown == shown


@pytest.mark.parametrize("keys", ["5/0=", "0/0=", "999999999999999*9=", "999999999999999*999999999999999*9="])
def test_what_has_no_result_says_so_and_keeps_the_one_before(keys: str) -> None:
    sums = after(f"6*7=C{keys}")
    assert sums.broken
    assert sums.shown == ""
    assert sums.before == "42"


@given(*[st.decimals("0", "99999", places=4)] * 2, st.sampled_from("+-*"))
def test_it_agrees_with_the_sum_on_paper(one: Decimal, other: Decimal, operation: str) -> None:
    exact = {"+": one + other, "-": one - other, "*": one * other}[operation]
    assert Decimal(after(f"{one}{operation}{other}=").shown) == round(exact, 14 - max(exact.adjusted(), 0))

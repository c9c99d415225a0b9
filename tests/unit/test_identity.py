"""A shown document against the registered one."""

from __future__ import annotations

import pytest

from app.core.arrangement_rules import id_checksum
from app.views.identity import Match, match

BODY = "21010119900101001"
GOOD = BODY + id_checksum(BODY)
BAD = BODY + ("0" if id_checksum(BODY) != "0" else "1")
OTHER = "21010119900101002" + id_checksum("21010119900101002")
FULL_WIDTH = "".join(chr(ord(sign) + 0xFEE0) for sign in GOOD)


@pytest.mark.parametrize(
    ("shown", "registered", "found"),
    [
        ("", GOOD, Match.UNREAD),
        ("  ", GOOD, Match.UNREAD),
        (GOOD, GOOD, Match.SAME),
        (f" {GOOD.lower()} ", GOOD, Match.SAME),
        (FULL_WIDTH, GOOD, Match.SAME),
        ("J-4711", "j-4711", Match.SAME),
        (BAD, BAD, Match.UNSOUND),
        (BAD, GOOD, Match.MISREAD),
        (OTHER, GOOD, Match.DIFFERS),
        ("J-4711", GOOD, Match.DIFFERS),
        (GOOD, "", Match.DIFFERS),
    ],
)
def test_numbers_are_compared(shown: str, registered: str, found: Match) -> None:
    assert match(shown, registered) is found


def test_only_another_number_needs_a_person() -> None:
    assert {one for one in Match if one.needs_person} == {Match.MISREAD, Match.DIFFERS}

"""Finding a candidate in a few keystrokes."""

from __future__ import annotations

import pytest

from app.core.directory import Directory
from app.core.terms import SessionId, Ticket
from app.views.find import Found, find
from tests.builders import A1, A2, A3, B1, B2, B3, LAW, PEOPLE, TAX, Story

SITE = Story("packaged").site


def tickets(text: str, session: SessionId = LAW, people: Directory = PEOPLE) -> list[Ticket]:
    return [one.sitting.ticket for one in find(SITE, people, session, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (A1, [A1]),
        (f" {A1}\n", [A1]),
        ("２１０１００００１００１", [A1]),
        (A1[:-1], []),
        ("001", [A1, B1]),
        ("01", []),
        ("21010119900101123X", [A1]),
        ("21010119900101123x", [A1]),
        ("123x", [A1]),
        ("123X", [A1]),
        ("4321", [A2]),
        ("0011", [B1]),
        ("王", [A1, B1]),
        ("王\uf9f4", [A1]),
        ("王林", [A1]),
        ("li ming", [A2]),
        ("ｌｉ", [A2]),
        ("欧阳娜", [A3]),
        ("", []),
        (" 　", []),
        ("nobody", []),
    ],
)
def test_by_ticket_sequence_id_or_name(text: str, found: list[Ticket]) -> None:
    assert tickets(text) == found


def test_two_rooms_with_one_sequence_are_both_shown_never_merged() -> None:
    first, second = find(SITE, PEOPLE, LAW, "001")
    assert (first.sitting.room, second.sitting.room) == ("001", "002")
    assert first == Found(first.sitting, "王\uf9f4")


def test_only_who_sits_in_this_session() -> None:
    assert tickets(B2) == [B2]
    assert tickets(B2, TAX) == []
    assert tickets("002", TAX) == [A2]
    assert tickets(A1, SessionId("9-9")) == []


def test_after_erasure_tickets_still_find_and_names_do_not() -> None:
    gone = Directory()
    assert tickets(B3, people=gone) == [B3]
    assert tickets("003", people=gone) == [A3, B3]
    assert tickets("王", people=gone) == tickets("4321", people=gone) == []
    assert find(SITE, gone, LAW, B3)[0].name is None

"""The list of candidates: what a row says, who is shown, in which order, and what changes in it."""

from __future__ import annotations

import pytest

from app.core.attendance import AttendanceConfirmed, CheckedIn, LateRefused
from app.core.closing import AnswersWrittenOff
from app.core.correction import AttendanceCorrected, CorrectionReason
from app.core.directory import Directory
from app.core.ledger import session_count
from app.core.room_state import Presence
from app.core.terms import IncidentNo, RoomId, SessionId, Ticket
from app.views.candidates import CandidateColumn, CandidateRow, CandidateState, Listing, masked, rows
from app.views.find import find
from tests.builders import A1, A2, A3, B1, B2, B3, GUIDE, LAW, NOBODY, PEOPLE, R1, R2, TAX, Story, at

EVERYONE = [A1, A2, A3, B1, B2, B3]


def listing(story: Story, session: SessionId = LAW, people: Directory = PEOPLE) -> Listing:
    return Listing(story.site, people, session)


def tickets(shown: Listing, numbers: list[int]) -> list[Ticket]:
    return [shown.rows[number].ticket for number in numbers]


def states(story: Story) -> dict[Ticket, CandidateState]:
    return {row.ticket: row.state for row in rows(story.site, PEOPLE, LAW)}


def test_a_row_says_who_where_and_since_when() -> None:
    story = Story("released").given(CheckedIn(LAW, R1, A1, at("8:12"), GUIDE))
    first = rows(story.site, PEOPLE, LAW)[0]
    mask = "\u2022" * 14 + "123x"
    assert first == CandidateRow(A1, "001", "王\uf9f4", mask, R1, "001", CandidateState.PRESENT, at("8:12"))


def test_rows_are_those_of_one_session_by_ticket() -> None:
    site = Story("packaged").site
    assert [row.ticket for row in rows(site, PEOPLE, LAW)] == EVERYONE
    assert [row.ticket for row in rows(site, PEOPLE, TAX)] == [A1, A2, B1, B3]
    assert rows(site, PEOPLE, SessionId("9-9")) == []


def test_who_has_no_seat_yet_and_no_name_any_more() -> None:
    story = Story("packaged")
    story.site.sessions[LAW].rooms[R1].sittings[A1].seat = None
    assert rows(story.site, Directory(), LAW)[0] == CandidateRow(
        A1, "001", None, "", R1, "", CandidateState.AWAITED, None
    )


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("210101199001014321", "\u2022" * 14 + "4321"),
        ("E12345678", "\u2022" * 5 + "5678"),
        ("12345", "\u2022\u2022345"),
        ("1234", "\u2022\u202234"),
        ("", ""),
    ],
)
def test_id_numbers_are_masked(number: str, shown: str) -> None:
    assert masked(number) == shown


def test_states_follow_the_day() -> None:
    story = Story("released")
    assert set(states(story).values()) == {CandidateState.AWAITED}
    story.given(CheckedIn(LAW, R1, A1, at("8:12"), GUIDE))
    assert states(story)[A1] is CandidateState.PRESENT
    late = LateRefused(LAW, R1, A3, at("8:36"), GUIDE), LateRefused(TAX, R1, A2, at("8:36"), GUIDE)
    story.given(*late)
    assert (states(story)[A2], states(story)[A3]) == (CandidateState.AWAITED, CandidateState.TURNED_AWAY)
    story.given(AttendanceConfirmed(LAW, R1, (A2,), (A3,), at("8:40"), GUIDE))
    assert (states(story)[A2], states(story)[A3]) == (CandidateState.PRESENT, CandidateState.ABSENT)
    story.site.sessions[LAW].rooms[R2].sittings[B3].presence = Presence.PENDING
    assert states(story)[B3] is CandidateState.PENDING


def test_states_follow_the_answers_of_those_present() -> None:
    story = Story("reported")
    assert states(story)[A1] is CandidateState.COLLECTED
    assert states(story)[A2] is CandidateState.NEVER_LOGGED_IN
    story = Story("confirmed").given(AnswersWrittenOff(LAW, R1, A2, IncidentNo("A-001")))
    assert states(story)[A2] is CandidateState.WRITTEN_OFF
    reason = CorrectionReason.NEVER_CAME
    story.given(AttendanceCorrected(LAW, R1, A2, present=False, reason=reason, at=at("9:00"), reported_by=GUIDE))
    assert states(story)[A2] is CandidateState.ABSENT


@pytest.mark.parametrize(
    "text",
    [
        A1,
        f" {A1}\n",
        "２１０１００００１００１",
        "001",
        "01",
        "21010119900101123x",
        "123X",
        "0011",
        "王",
        "王林",
        "ｌｉ",
        "x",
    ],
)
def test_the_list_and_the_search_field_find_the_same_in_the_same_order(text: str) -> None:
    story = Story("packaged")
    shown = listing(story)
    assert tickets(shown, shown.filter(text)) == [found.sitting.ticket for found in find(story.site, PEOPLE, LAW, text)]


def test_without_a_text_everyone_is_shown() -> None:
    shown = listing(Story("packaged"))
    assert tickets(shown, shown.filter()) == tickets(shown, shown.filter(" \u3000")) == EVERYONE


def test_what_is_shown_is_the_callers_own() -> None:
    shown = listing(Story("packaged"))
    shown.filter().clear()
    assert tickets(shown, shown.filter()) == EVERYONE


def test_text_state_and_room_narrow_together() -> None:
    shown = listing(Story("confirmed"))
    assert tickets(shown, shown.filter(room=R2)) == [B1, B2, B3]
    assert tickets(shown, shown.filter(state=CandidateState.ABSENT)) == [A3]
    assert tickets(shown, shown.filter("王", CandidateState.PRESENT, R2)) == [B1]
    assert shown.filter("王", CandidateState.ABSENT, R2) == []
    assert shown.filter(room=RoomId("077")) == []


def test_the_best_fit_comes_first_and_then_the_chosen_order() -> None:
    """The four digits are the end of one ID number and somebody's whole name."""
    story = Story("packaged")
    people = Directory(dict(PEOPLE.candidates))
    first = people.candidates[A1]
    people.candidates[A1] = type(first)(A1, "0003", first.id_type, first.id_number, first.allotments)
    shown = listing(story, people=people)
    assert tickets(shown, shown.filter("0003")) == [A3, A1]
    shown.sort(CandidateColumn.TICKET, descending=True)
    assert tickets(shown, shown.filter("0003")) == [A3, A1]
    assert tickets(shown, shown.filter("001")) == [B1, A1]


@pytest.mark.parametrize(
    ("column", "upward", "downward"),
    [
        (CandidateColumn.TICKET, EVERYONE, EVERYONE[::-1]),
        (CandidateColumn.SEQUENCE, [A1, B1, A2, B2, A3, B3], [A3, B3, A2, B2, A1, B1]),
        (CandidateColumn.NAME, [A2, A3, A1, B1, B2, B3], [B3, B2, B1, A1, A3, A2]),
        (CandidateColumn.ID_NUMBER, [A3, B1, B2, B3, A1, A2], [A2, A1, B3, B2, B1, A3]),
        (CandidateColumn.ROOM, EVERYONE, [B1, B2, B3, A1, A2, A3]),
        (CandidateColumn.SEAT, [A1, B1, A2, B2, A3, B3], [A3, B3, A2, B2, A1, B1]),
        (CandidateColumn.STATE, [A2, A3, B2, B3, A1, B1], [A1, B1, A2, A3, B2, B3]),
        (CandidateColumn.ENTERED_AT, [B1, A1, A2, A3, B2, B3], [A1, B1, A2, A3, B2, B3]),
    ],
)
def test_order_by_each_column(column: CandidateColumn, upward: list[Ticket], downward: list[Ticket]) -> None:
    """Ties stand by ticket either way; who has not entered stands last either way."""
    entered = CheckedIn(LAW, R1, A1, at("8:12:30"), GUIDE), CheckedIn(LAW, R2, B1, at("8:12:29"), GUIDE)
    shown = listing(Story("released").given(*entered))
    shown.sort(column)
    assert tickets(shown, shown.filter()) == upward
    shown.sort(column, descending=True)
    assert tickets(shown, shown.filter()) == downward


def test_counts_agree_with_the_ledger() -> None:
    story = Story("released").given(LateRefused(LAW, R1, A3, at("8:36"), GUIDE))
    counts = listing(story).counts()
    assert counts.keys() == set(CandidateState)
    assert (counts[CandidateState.AWAITED], counts[CandidateState.TURNED_AWAY]) == (5, 1)
    awaited = counts[CandidateState.AWAITED] + counts[CandidateState.TURNED_AWAY]
    assert awaited == session_count(story.site.sessions[LAW]).awaited
    assert sum(listing(story).counts(R2).values()) == 3


def test_an_update_names_the_rows_that_changed_and_no_others() -> None:
    story = Story("released")
    shown = listing(story)
    before = list(shown.rows)
    story.given(CheckedIn(LAW, R1, A2, at("8:12"), GUIDE), CheckedIn(LAW, R2, B1, at("8:11"), GUIDE))
    assert shown.update(story.site, [B1, A2, A1]) == [1, 3]
    assert [old is new for old, new in zip(before, shown.rows, strict=True)] == [True, False, True, False, True, True]
    assert shown.rows == rows(story.site, PEOPLE, LAW)
    assert shown.update(story.site, EVERYONE) == []


def test_tickets_of_other_sessions_change_nothing() -> None:
    story = Story("released")
    shown = listing(story, TAX)
    story.given(CheckedIn(LAW, R1, A1, at("8:12"), GUIDE))
    assert shown.update(story.site, [A1, B2, NOBODY]) == []
    assert listing(story, SessionId("9-9")).update(story.site, [A1]) == []


@pytest.mark.parametrize("column", CandidateColumn)
def test_after_an_update_order_filter_and_counts_are_those_of_a_new_list(column: CandidateColumn) -> None:
    story = Story("released")
    shown = listing(story)
    shown.sort(column, descending=True)
    shown.filter()
    story.given(CheckedIn(LAW, R1, A2, at("8:12"), GUIDE), CheckedIn(LAW, R2, B3, at("8:11"), GUIDE))
    shown.update(story.site, [A2, B3])
    fresh = listing(story)
    fresh.sort(column, descending=True)
    assert shown.filter() == fresh.filter()
    assert shown.filter("003", CandidateState.PRESENT) == fresh.filter("003", CandidateState.PRESENT) == [5]
    assert shown.counts() == fresh.counts()


def test_a_row_is_found_by_its_ticket() -> None:
    shown = listing(Story("released"))
    found = shown.row(B2)
    assert found is not None
    assert found.ticket == B2
    assert shown.row(NOBODY) is None


def test_someone_who_sits_in_another_room_now_keeps_the_row() -> None:
    story = Story("released")
    shown = listing(story)
    rooms = story.site.sessions[LAW].rooms
    moved = rooms[R1].sittings.pop(A1)
    moved.room, moved.seat = R2, None
    rooms[R2].sittings[A1] = moved
    assert shown.update(story.site, [A1]) == [0]
    assert (shown.rows[0].room, shown.rows[0].seat) == (R2, "")
    assert tickets(shown, shown.filter(room=R2)) == [A1, B1, B2, B3]

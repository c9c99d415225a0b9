"""The list of candidates: what a row says, who is shown, in which order, and what changes in it."""

from __future__ import annotations

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.closing import AnswersWrittenOff
from app.core.correction import AttendanceCorrected, CorrectionReason
from app.core.directory import Directory
from app.core.entry import CheckedIn, LateRefused
from app.core.identity import HeldAtDoor, HeldRefused
from app.core.leaving import CandidateLeft, GaveUp
from app.core.ledger import session_count
from app.core.room_move import RoomMoved
from app.core.room_state import HoldCause, Presence
from app.core.terms import IncidentNo, RoomId, SessionId, Ticket
from app.views.candidates import NO_SEAT, CandidateColumn, CandidateRow, CandidateState, Listing, masked, rows
from app.views.find import find
from app.views.touched import touched
from tests.builders import A1, A2, A3, B1, B2, B3, GUIDE, LAW, NOBODY, PEOPLE, R1, R2, TAX, Story, at
from tests.unit.crowded import came, fixed, full, logged_in, morning, seated, sent, taken
from tests.unit.people_facts import reset, suspected

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
    assert first == CandidateRow(A1, "001", "王\uf9f4", mask, R1, "001", "", CandidateState.PRESENT, at("8:12"))


def test_rows_are_those_of_one_session_by_ticket() -> None:
    site = Story("packaged").site
    assert [row.ticket for row in rows(site, PEOPLE, LAW)] == EVERYONE
    assert [row.ticket for row in rows(site, PEOPLE, TAX)] == [A1, A2, B1, B3]
    assert rows(site, PEOPLE, SessionId("9-9")) == []


def test_who_has_no_seat_yet_and_no_name_any_more() -> None:
    story = Story("packaged")
    story.site.sessions[LAW].rooms[R1].sittings[A1].seat = None
    assert rows(story.site, Directory(), LAW)[0] == CandidateRow(
        A1, "001", None, "", R1, NO_SEAT, "", CandidateState.AWAITED, None, elsewhere=False
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
        (CandidateColumn.DRAWN, EVERYONE, EVERYONE),
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
    assert (shown.rows[0].room, shown.rows[0].seat) == (R2, NO_SEAT)
    assert tickets(shown, shown.filter(room=R2)) == [A1, B1, B2, B3]


def test_at_the_door_whatever_must_be_seen_to_is_the_state() -> None:
    """Waiting, turned back, suspected: each before merely awaited."""
    held = HeldAtDoor(LAW, R1, A1, HoldCause.NO_DOCUMENT, at("8:10"), GUIDE)
    story = morning(held, HeldAtDoor(LAW, R1, A2, HoldCause.PERSON_UNLIKE, at("8:11"), GUIDE))
    story.given(HeldRefused(LAW, R1, A2, HoldCause.PERSON_UNLIKE, at("8:11"), at("8:14"), GUIDE))
    story.given(*suspected(A3))
    assert [states(story)[one] for one in (A1, A2, A3)] == [
        CandidateState.HELD,
        CandidateState.TURNED_BACK,
        CandidateState.SUSPECTED,
    ]
    story.given(LateRefused(LAW, R1, A2, at("8:36"), GUIDE))
    assert states(story)[A2] is CandidateState.TURNED_AWAY


def test_in_the_room_whatever_must_be_seen_to_is_the_state() -> None:
    story = full(logged_in(A1, "001"), logged_in(A2, "002"))
    story.given(reset(A1, "001", "001"), GaveUp(LAW, R1, A2, at("8:40"), GUIDE))
    assert states(story)[A1] is CandidateState.RESET_WAITS
    assert states(story)[A2] is CandidateState.GAVE_UP
    story.given(logged_in(A1, "001", clock="8:44"), CandidateLeft(LAW, R1, A2, None, at("9:50"), GUIDE))
    assert (states(story)[A1], states(story)[A2]) == (CandidateState.PRESENT, CandidateState.LEFT)
    story.given(*suspected(A1))
    assert states(story)[A1] is CandidateState.SUSPECTED


def seats(story: Story, ticket: Ticket = A1) -> tuple[str, str, bool]:
    row = next(row for row in rows(story.site, PEOPLE, LAW) if row.ticket == ticket)
    return row.seat, row.drawn, row.elsewhere


def test_an_overbooked_site_shows_a_seat_from_login_to_the_next_reset() -> None:
    """OVB-06: drawn is not yet sat at; after a reset nobody knows until the next login."""
    story = morning()
    assert seats(story) == (NO_SEAT, "", False)
    story.given(*came(A1), seated(A1, "002"))
    assert seats(story) == (NO_SEAT, "002", False)
    story.given(logged_in(A1, "002"))
    assert seats(story) == ("002", "002", False)
    story.given(reset(A1, "002", "001"))
    assert seats(story) == (NO_SEAT, "001", False)
    story.given(logged_in(A1, "001", clock="8:50"))
    assert seats(story) == ("001", "001", False)


def test_in_a_site_with_fixed_seats_the_last_three_digits_are_the_seat_and_another_is_flagged() -> None:
    """ARR-10, RST-03: nothing explains it but a reset."""
    story = fixed(*came(A1, A2))
    assert seats(story) == ("001", "", False)
    story.given(logged_in(A1, "003"))
    assert seats(story) == ("003", "", True)
    story.given(logged_in(A2, "002"), reset(A2, "002", "001"))
    assert seats(story, A2) == (NO_SEAT, "", False)
    story.given(logged_in(A2, "001", clock="8:50"))
    assert seats(story, A2) == ("001", "", False)


def test_who_was_taken_in_is_marked() -> None:
    """OVB-12."""
    story = full(sent(), taken())
    row = next(row for row in rows(story.site, PEOPLE, LAW) if row.ticket == A3)
    assert (row.room, row.transferred) == (R2, True)
    assert not any(row.transferred for row in rows(story.site, PEOPLE, LAW) if row.ticket != A3)


def test_facts_name_whom_they_may_have_changed() -> None:
    story = full()
    state = story.site.sessions[LAW]
    assert touched((), state) == {A1, A2, A3, B1, B2, B3}
    assert touched((seated(A1, "001"), seated(B1, "001", session=TAX)), state) == {A1}
    assert touched((AttendanceConfirmed(LAW, R2, (B1,), (), at("8:40"), GUIDE),), state) == {B1, B2, B3}
    moved = RoomMoved(LAW, R1, R2, IncidentNo("A-001"), (), at("9:00"), GUIDE)
    assert touched((moved,), state) == {A1, A2, A3, B1, B2, B3}
    assert touched((moved,), story.site.sessions[TAX]) == set()

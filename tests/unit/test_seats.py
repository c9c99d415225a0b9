"""The seat map of a room."""

from __future__ import annotations

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.directory import Directory
from app.core.entry import CheckedIn, LateRefused
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.machines import SpareServed
from app.core.room_state import Presence, Sitting
from app.core.terms import FaultNo, RoomId, SessionId, Ticket
from app.views.candidates import CandidateState
from app.views.seats import SeatCell, SeatRow, nearest, seat_map
from tests.builders import A1, A2, A3, B1, GUIDE, LAW, PEOPLE, R1, R2, R9, TAX, Story, at
from tests.unit.crowded import came, fixed, full, logged_in, morning, seated
from tests.unit.people_facts import reset

AWAITED = CandidateState.AWAITED


def labels(rows: tuple[SeatRow, ...]) -> list[list[str | None]]:
    return [[cell.seat if cell else None for cell in row] for row in rows]


def cells(rows: tuple[SeatRow, ...]) -> dict[str, SeatCell]:
    return {cell.seat: cell for row in rows for cell in row if cell}


def who(rows: tuple[SeatRow, ...]) -> dict[str, Ticket | None]:
    return {seat: cell.ticket for seat, cell in cells(rows).items()}


def unseated(rows: tuple[SeatRow, ...]) -> list[Ticket | None]:
    return [cell.ticket for row in rows for cell in row if cell and not cell.seat]


def fault(number: str, seat: str, session: SessionId = LAW, room: RoomId = R1) -> FaultReported:
    return FaultReported(FaultNo(number), FaultKind.MACHINE, session, room, (seat,) if seat else (), at("8:20"), GUIDE)


def test_seats_run_in_a_serpentine_and_empty_ones_stand_where_they_are() -> None:
    rows = seat_map(Story("packaged").site, PEOPLE, LAW, R1, 12)
    assert labels(rows)[0] == [f"{number:03}" for number in range(1, 13)]
    assert labels(rows)[1] == [f"{number:03}" for number in range(24, 12, -1)]
    assert labels(rows)[2] == [f"{number:03}" for number in range(25, 37)]
    assert labels(rows)[3] == [None] * 8 + ["040", "039", "038", "037"]
    first = rows[0][0]
    assert first
    assert (first.seat, first.ticket, first.state) == ("001", A1, AWAITED)
    assert first.who
    assert (first.who.name, first.who.sequence) == ("王\uf9f4", "001")
    assert rows[0][3] == SeatCell("004")
    assert sum(cell.ticket is not None for cell in cells(rows).values()) == 3


def test_a_last_row_from_the_left_is_filled_up_on_the_right() -> None:
    assert labels(seat_map(Story("packaged").site, PEOPLE, LAW, R1, 13))[2][-3:] == ["037", "038", "039"]
    assert labels(seat_map(Story("packaged").site, PEOPLE, LAW, R1, 16))[2] == [
        *(f"{number:03}" for number in range(33, 41)),
        *[None] * 8,
    ]


def test_cells_say_where_everyone_stands() -> None:
    story = Story("started").given(
        CheckedIn(LAW, R1, A1, at("8:12"), GUIDE), LateRefused(LAW, R1, A3, at("8:36"), GUIDE)
    )
    found = cells(seat_map(story.site, Directory(), LAW, R1, 8))
    assert [found[seat].state for seat in ("001", "002", "003", "004")] == [
        CandidateState.PRESENT,
        AWAITED,
        CandidateState.TURNED_AWAY,
        None,
    ]
    assert found["001"].who
    assert found["001"].who.name is None


def test_open_faults_of_seats_are_marked_also_from_the_session_before() -> None:
    story = Story("packaged").given(fault("AF-001", "002"), fault("AF-002", "004", TAX), fault("AF-003", "005"))
    story.given(fault("AF-004", ""), fault("AF-005", "007", LAW, R2), FaultRestored(FaultNo("AF-003"), at("8:25")))
    found = cells(seat_map(story.site, PEOPLE, LAW, R1, 8))
    assert [seat for seat, cell in found.items() if cell.fault] == ["002", "004"]
    assert found["002"].ticket == A2
    assert found["004"].ticket is None


def test_an_overbooked_site_shows_who_sits_where_and_the_rest_after_the_seats() -> None:
    """OVB-06: logged in, drawn, and spare seats that do not count."""
    story = morning(*came(A1, A2), seated(A1, "002"), logged_in(A1, "002"), seated(A2, "001"))
    rows = seat_map(story.site, PEOPLE, LAW, R1, 2)
    found = cells(rows)
    assert labels(rows) == [["001", "002"], [None, "003"], ["", None]]
    assert (found["002"].ticket, found["002"].waits) == (A1, False)
    assert (found["001"].ticket, found["001"].waits) == (A2, True)
    assert (found["003"].ticket, found["003"].spare) == (None, True)
    assert unseated(rows) == [A3]
    story.given(SpareServed(R1, ("003",), True, at("8:20"), GUIDE))
    assert not cells(seat_map(story.site, PEOPLE, LAW, R1, 2))["003"].spare


def test_whoever_logged_in_at_a_seat_has_it_on_the_map() -> None:
    """RST-03: the one who sits there is shown, and whose seat it was stands after the seats, with what is wrong."""
    story = fixed(*came(A1, A2), logged_in(A1, "002"))
    rows = seat_map(story.site, PEOPLE, LAW, R1, 4)
    found = cells(rows)
    assert (found["002"].ticket, found["001"].ticket, unseated(rows)) == (A1, None, [A2])
    assert found["002"].who
    assert found["002"].who.elsewhere
    assert not found["002"].waits


def test_after_a_reset_the_new_seat_waits() -> None:
    story = fixed(*came(A1), logged_in(A1, "001"), reset(A1, "001", "004"))
    found = cells(seat_map(story.site, PEOPLE, LAW, R1, 4))
    assert (found["004"].ticket, found["004"].waits, found["001"].ticket) == (A1, True, None)


def test_an_absentees_seat_is_that_of_who_sits_there() -> None:
    story = fixed(AttendanceConfirmed(LAW, R1, (A2,), (A1,), at("8:40"), GUIDE), logged_in(A2, "001"))
    rows = seat_map(story.site, PEOPLE, LAW, R1, 4)
    assert who(rows)["001"] == A2
    assert unseated(rows) == [A1]


def test_the_nearest_free_seat_is_proposed() -> None:
    """RST-02: healthy and nobody's; none where the room is full."""
    story = Story("packaged").given(fault("AF-001", "005"))
    room = story.site.sessions[LAW].rooms[R1]
    assert nearest(story.site, room, "002") == "004"
    assert nearest(story.site, room, "005") == "004"
    assert nearest(story.site, room, "006") == "006"
    assert nearest(story.site, room, "") == "004"
    crowded = full()
    assert nearest(crowded.site, crowded.site.sessions[LAW].rooms[R1], "001") == ""


@pytest.mark.parametrize("seat", [None, "", "001", "041", "x"])
def test_nobody_is_left_out_who_has_no_seat_of_the_room(seat: str | None) -> None:
    story = Story("packaged")
    here = story.site.sessions[LAW].rooms[R1].sittings
    here[B1] = Sitting(B1, LAW, R2, R1, seat, Presence.AWAITED)
    rows = seat_map(story.site, PEOPLE, LAW, R1, 10)
    assert len(rows) == 5
    assert unseated(rows) == [B1]
    assert rows[0][0]
    assert rows[0][0].ticket == A1


def test_a_room_without_candidates_has_empty_seats_and_an_unknown_one_nothing() -> None:
    story = Story("packaged")
    del story.site.sessions[TAX].rooms[R1]
    assert set(who(seat_map(story.site, PEOPLE, TAX, R1, 10)).values()) == {None}
    assert seat_map(story.site, PEOPLE, LAW, R9, 10) == ()
    assert seat_map(Story("enrolled").site, PEOPLE, LAW, R1, 10) == ()


def test_a_map_has_columns() -> None:
    with pytest.raises(ValueError, match="0"):
        seat_map(Story("packaged").site, PEOPLE, LAW, R1, 0)

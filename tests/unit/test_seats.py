"""The seat map of a room."""

from __future__ import annotations

import pytest

from app.core.attendance import CheckedIn, LateRefused
from app.core.directory import Directory
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.room_state import Presence, Sitting
from app.core.terms import FaultNo, RoomId, SessionId
from app.views.candidates import CandidateState
from app.views.seats import SeatCell, SeatRow, seat_map
from tests.builders import A1, A2, A3, B1, GUIDE, LAW, PEOPLE, R1, R2, R9, TAX, Story, at, taken_in

AWAITED = CandidateState.AWAITED


def labels(rows: tuple[SeatRow, ...]) -> list[list[str | None]]:
    return [[cell.seat if cell else None for cell in row] for row in rows]


def cells(rows: tuple[SeatRow, ...]) -> dict[str, SeatCell]:
    return {cell.seat: cell for row in rows for cell in row if cell}


def overbooked() -> Story:
    story = Story("enrolled").given(*taken_in(overbook=30))
    for sitting in story.site.sessions[LAW].rooms[R1].sittings.values():
        sitting.seat = None
    return story


def fault(number: str, seat: str, session: SessionId = LAW, room: RoomId = R1) -> FaultReported:
    return FaultReported(FaultNo(number), FaultKind.MACHINE, session, room, seat, at("8:20"), GUIDE)


def test_seats_run_in_a_serpentine_and_empty_ones_stand_where_they_are() -> None:
    rows = seat_map(Story("packaged").site, PEOPLE, LAW, R1, 12)
    assert labels(rows)[0] == [f"{number:03}" for number in range(1, 13)]
    assert labels(rows)[1] == [f"{number:03}" for number in range(24, 12, -1)]
    assert labels(rows)[2] == [f"{number:03}" for number in range(25, 37)]
    assert labels(rows)[3] == [None] * 8 + ["040", "039", "038", "037"]
    assert rows[0][0] == SeatCell("001", A1, "王\uf9f4", "001", AWAITED)
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
    assert found["001"].name is None


def test_open_faults_of_seats_are_marked_also_from_the_session_before() -> None:
    story = Story("packaged").given(fault("AF-001", "2"), fault("AF-002", "004", TAX), fault("AF-003", "5"))
    story.given(fault("AF-004", ""), fault("AF-005", "7", LAW, R2), FaultRestored(FaultNo("AF-003"), at("8:25")))
    found = cells(seat_map(story.site, PEOPLE, LAW, R1, 8))
    assert [seat for seat, cell in found.items() if cell.fault] == ["002", "004"]
    assert found["002"].ticket == A2
    assert found["004"].ticket is None


def test_an_overbooked_site_shows_people_by_ticket_and_no_seats() -> None:
    rows = seat_map(overbooked().site, PEOPLE, LAW, R1, 2)
    assert rows == (
        (SeatCell("", A1, "王\uf9f4", "001", AWAITED), SeatCell("", A2, "Ｌｉ Ming", "002", AWAITED)),
        (SeatCell("", A3, "欧阳娜", "003", AWAITED), None),
    )


def test_a_seat_that_became_known_in_an_overbooked_site_is_shown() -> None:
    story = overbooked().given(fault("AF-001", "17"))
    story.site.sessions[LAW].rooms[R1].sittings[A1].seat = "017"
    shown = seat_map(story.site, PEOPLE, LAW, R1, 3)[0][0]
    assert shown == SeatCell("017", A1, "王\uf9f4", "001", AWAITED, fault=True)


@pytest.mark.parametrize("seat", [None, "", "001", "041", "x"])
def test_nobody_is_left_out_who_has_no_seat_of_the_room(seat: str | None) -> None:
    story = Story("packaged")
    here = story.site.sessions[LAW].rooms[R1].sittings
    here[B1] = Sitting(B1, LAW, R2, R1, seat, Presence.PRESENT)
    rows = seat_map(story.site, PEOPLE, LAW, R1, 10)
    assert len(rows) == 5
    assert rows[4] == (SeatCell(seat or "", B1, "王芳", "001", CandidateState.PRESENT), *[None] * 9)
    assert rows[0][0]
    assert rows[0][0].ticket == A1


def test_a_room_without_candidates_has_empty_seats_and_an_unknown_one_nothing() -> None:
    story = Story("packaged")
    del story.site.sessions[TAX].rooms[R1]
    assert {cell.ticket for cell in cells(seat_map(story.site, PEOPLE, TAX, R1, 10)).values()} == {None}
    assert seat_map(story.site, PEOPLE, LAW, R9, 10) == ()
    assert seat_map(Story("enrolled").site, PEOPLE, LAW, R1, 10) == ()


def test_a_map_has_columns() -> None:
    with pytest.raises(ValueError, match="0"):
        seat_map(Story("packaged").site, PEOPLE, LAW, R1, 0)

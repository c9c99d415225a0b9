"""The rules an arrangement keeps, the same at both ends."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from app.core.arrangement_rules import (
    PlanFault,
    PlanFaultKind,
    faults,
    holds,
    id_checksum,
    id_checksum_wrong,
    most_candidates,
    ticket_well_formed,
)
from app.core.plan import Allotment, Candidate, Exam, Room, Session, SitePlan
from app.core.terms import ExamId, RoomId, SessionId, SiteCode, Ticket

CHINA = timezone(timedelta(hours=8))
NATIONAL = 30


def session(name: str, hour: int, minute: int = 0, minutes: int = 90) -> Session:
    starts_at = datetime(2021, 10, 30, hour, minute, tzinfo=CHINA)
    return Session(SessionId(name), int(name[0]), "subject", starts_at, minutes)


MORNING = (session("1-1", 8, 30), session("1-2", 10, 40), session("2-1", 14))


def room(name: str = "001", seats: int = 100, percent: int = 0) -> Room:
    return Room(RoomId(name), name, "", 1, seats, overbook_percent=percent)


def candidate(ticket: str, *places: tuple[str, str, str | None], id_number: str = "") -> Candidate:
    allotments = tuple(Allotment(SessionId(one), RoomId(two), seat) for one, two, seat in places)
    return Candidate(Ticket(ticket), "n", "resident", id_number, allotments)


def filled(count: int, name: str = "001", sessions: tuple[str, ...] = ("1-1",), *, seats: bool) -> list[Candidate]:
    return [
        candidate(f"210000{name}{number:04}", *((one, name, f"{number:03}" if seats else None) for one in sessions))
        for number in range(1, count + 1)
    ]


def check(
    candidates: list[Candidate], rooms: tuple[Room, ...] = (room(),), sessions: tuple[Session, ...] = MORNING
) -> list[PlanFault]:
    exam = Exam(ExamId("e"), "t", "l", "r", "chain", sessions)
    return list(faults(exam, SitePlan(SiteCode("2101"), "n", "a", ("p",), "t", rooms), candidates, NATIONAL))


def fault(kind: PlanFaultKind, session: str = "1-1", room: str = "001", ticket: str = "", value: str = "") -> PlanFault:
    return PlanFault(kind, SessionId(session), RoomId(room), Ticket(ticket) if ticket else None, value)


@pytest.mark.parametrize(
    ("seats", "candidates", "fits"),
    [
        (100, 130, True),
        (100, 131, False),
        (33, 42, True),
        (33, 43, False),
        (10, 13, True),
        (10, 14, False),
        (1, 1, True),
        (1, 2, False),
        (0, 0, True),
        (0, 1, False),
    ],
)
def test_overbooking_is_cut_down_never_rounded_up(seats: int, candidates: int, fits: bool) -> None:
    """OVB-03 and section L, row "Overbook"."""
    assert holds(candidates, seats, NATIONAL) is fits
    assert (candidates <= most_candidates(seats, NATIONAL)) is fits
    found = check(filled(candidates, seats=False), (room(seats=seats, percent=NATIONAL),))
    most = most_candidates(seats, NATIONAL)
    assert found == ([] if fits else [fault(PlanFaultKind.ROOM_OVERFULL, value=f"{candidates}/{most}")])


def test_a_room_of_an_overbooked_site_without_a_percentage_of_its_own_takes_its_seats_and_no_more() -> None:
    rooms = (room("001", 10), room("002", 10, 30))
    assert check(filled(10, seats=False), rooms) == []
    assert check(filled(11, seats=False), rooms) == [fault(PlanFaultKind.ROOM_OVERFULL, value="11/10")]


@pytest.mark.parametrize(
    ("percents", "overbooked"), [((0, 0), False), ((1, 0), True), ((0, 30), True), ((30, 30), True)]
)
def test_ovb_02_one_rooms_setting_turns_the_whole_site(percents: tuple[int, ...], overbooked: bool) -> None:
    """The setting counts, not the heads: 80 on 100 seats and nobody elsewhere."""
    rooms = tuple(room(f"{n:03}", 100, percent) for n, percent in enumerate(percents, 1))
    site = SitePlan(SiteCode("2101"), "n", "a", ("p",), "t", rooms)
    assert site.overbooked is overbooked
    seated = PlanFaultKind.SEATS_GIVEN_IN_OVERBOOKED_SITE in {one.kind for one in check(filled(80, seats=True), rooms)}
    assert seated is overbooked


@pytest.mark.parametrize(("percent", "good"), [(30, True), (31, False), (-1, False), (0, True)])
def test_no_room_passes_the_national_ratio(percent: int, good: bool) -> None:
    found = check([], (room(percent=percent),))
    bad = PlanFault(PlanFaultKind.OVER_NATIONAL_RATIO, room=RoomId("001"), value=str(percent))
    assert found == ([] if good else [bad])


def test_a_sound_arrangement_has_no_fault_and_zeros_are_kept() -> None:
    everyone = filled(100, sessions=("1-1", "1-2"), seats=True)
    assert everyone[6].sequence == "007"
    assert check(everyone) == []
    assert [one.kind for one in check([candidate("2100000000007", ("1-1", "001", "7"))])] == [
        PlanFaultKind.SEAT_NOT_SEQUENCE
    ]


@pytest.mark.parametrize("ticket", ["1234567", "1" * 21, "12345678x0", "１２３４５６７８９０", ""])
def test_malformed_tickets(ticket: str) -> None:
    found = check([candidate(ticket, ("1-1", "001", "001"))])
    assert found == [PlanFault(PlanFaultKind.TICKET_MALFORMED, ticket=Ticket(ticket), value=ticket)]


def test_the_shortest_and_the_longest_ticket() -> None:
    assert ticket_well_formed("1" * 8)
    assert ticket_well_formed("1" * 20)


def test_a_malformed_ticket_fills_a_seat_all_the_same() -> None:
    found = check([candidate("12", ("1-1", "001", "001")), *filled(1, seats=True)], (room(seats=1),))
    assert fault(PlanFaultKind.ROOM_OVERFULL, value="2/1") in found


def test_unknown_session_and_room() -> None:
    one = "2100000000001"
    assert check([candidate(one, ("9-1", "001", "001"), ("1-1", "999", "001"))]) == [
        fault(PlanFaultKind.UNKNOWN_SESSION, "9-1", "001", one, "9-1"),
        fault(PlanFaultKind.UNKNOWN_ROOM, "1-1", "999", one, "999"),
    ]


def test_a_candidate_stands_once_in_a_session() -> None:
    one = "2100000000001"
    found = check([candidate(one, ("1-1", "001", "001"), ("1-1", "002", "001"))], (room(), room("002")))
    assert found == [fault(PlanFaultKind.DOUBLED_CANDIDATE_IN_SESSION, room="002", ticket=one, value=one)]


def test_two_records_under_one_ticket() -> None:
    one = "2100000000001"
    found = check([candidate(one, ("1-1", "001", "001")), candidate(one, ("1-2", "001", "001"))])
    assert found == [PlanFault(PlanFaultKind.DOUBLED_TICKET, ticket=Ticket(one))]


def test_one_person_under_two_tickets_in_one_session() -> None:
    one, two = "2100000000001", "2100000000002"
    twice = [
        candidate(one, ("1-1", "001", "001"), id_number="11x"),
        candidate(two, ("1-1", "001", "002"), ("2-1", "001", "002"), id_number="11X"),
    ]
    assert check(twice) == [fault(PlanFaultKind.DOUBLED_CANDIDATE_IN_SESSION, ticket=two, value=one)]


def test_sequence_and_seat_in_a_normal_site() -> None:
    one, two, three = "2100000000001", "2100000001001", "2100000000003"
    assert check([candidate(one, ("1-1", "001", "001")), candidate(two, ("1-1", "001", "001"))]) == [
        fault(PlanFaultKind.SEQUENCE_DOUBLED_IN_ROOM, ticket=two, value=one)
    ]
    assert check([candidate(one, ("1-1", "001", "001")), candidate(three, ("1-1", "001", "001"))]) == [
        fault(PlanFaultKind.SEAT_NOT_SEQUENCE, ticket=three, value="001"),
        fault(PlanFaultKind.SEAT_TAKEN, ticket=three, value=one),
    ]
    assert check([candidate(one, ("1-1", "001", None))]) == [fault(PlanFaultKind.SEAT_NOT_SEQUENCE, ticket=one)]
    both_rooms = [candidate(one, ("1-1", "001", "001")), candidate(two, ("1-1", "002", "001"))]
    assert check(both_rooms, (room(), room("002"))) == []


@pytest.mark.parametrize("sequence", ["000", "101"])
def test_a_seat_lies_in_the_room(sequence: str) -> None:
    ticket = f"2100000000{sequence}"
    found = check([candidate(ticket, ("1-1", "001", sequence))])
    assert found == [fault(PlanFaultKind.SEAT_OUTSIDE_ROOM, ticket=ticket, value=sequence)]


def test_an_endless_seat_number_is_outside() -> None:
    found = check([candidate("2100000000001", ("1-1", "001", "1" * 9000))])
    assert [one.kind for one in found] == [PlanFaultKind.SEAT_NOT_SEQUENCE, PlanFaultKind.SEAT_OUTSIDE_ROOM]


def test_seats_do_not_belong_in_an_overbooked_site() -> None:
    """OVB-04, the refused case; the accepted one is the next test."""
    one = "2100000000001"
    found = check([candidate(one, ("1-1", "001", "001"))], (room(), room("002", percent=1)))
    assert found == [fault(PlanFaultKind.SEATS_GIVEN_IN_OVERBOOKED_SITE, ticket=one, value="001")]


def test_sequences_may_meet_in_an_overbooked_site() -> None:
    both = [candidate("2100000000001", ("1-1", "001", None)), candidate("2100000001001", ("1-1", "001", None))]
    assert check(both, (room(percent=30),)) == []


@pytest.mark.parametrize(
    "bad",
    [
        session("1-1", 9, minutes=0),
        session("1-1", 9, minutes=-90),
        session("1-1", 23, minutes=60),
        session("1-1", 9, minutes=10**15),
        Session(SessionId("1-1"), 1, "subject", datetime(2021, 10, 30, 9), 90),  # noqa: DTZ001
    ],
)
def test_session_times(bad: Session) -> None:
    found = check([], sessions=(bad,))
    assert found == [PlanFault(PlanFaultKind.SESSION_TIMES, SessionId("1-1"), value=str(bad.minutes))]


def test_sessions_and_rooms_stand_once() -> None:
    assert check([], (room(), room()), (MORNING[0], MORNING[0])) == [
        PlanFault(PlanFaultKind.DOUBLED_ID, session=SessionId("1-1")),
        PlanFault(PlanFaultKind.DOUBLED_ID, room=RoomId("001")),
    ]


def test_sessions_at_one_time_share_no_room_and_no_candidate() -> None:
    together = (session("1-1", 8, 30), session("2-1", 9, 59), session("3-1", 10))
    one, two = "2100000000001", "2100000000002"
    places = [candidate(one, ("1-1", "001", "001"), ("2-1", "002", "001")), candidate(two, ("1-1", "002", "002"))]
    assert check(places, (room(), room("002")), together) == [
        fault(PlanFaultKind.SESSIONS_OVERLAP, "2-1", "002", value="1-1"),
        PlanFault(PlanFaultKind.DOUBLED_CANDIDATE_IN_SESSION, SessionId("2-1"), None, Ticket(one), "1-1"),
    ]
    assert check([candidate(one, ("1-1", "001", "001"), ("3-1", "001", "001"))], sessions=together) == []


def test_the_eighteenth_sign_of_an_id_number() -> None:
    assert id_checksum("11010519491231002") == "X"  # the standard's own example
    assert not id_checksum_wrong("11010519491231002X")
    assert not id_checksum_wrong("11010519491231002x")
    assert id_checksum_wrong("110105194912310021")
    for other in ("", "E1234567", "1" * 17, "1101051949123100２X", "11010519491231002Y"):
        assert not id_checksum_wrong(other)


def test_ten_thousand_candidates_who_fit_raise_no_fault() -> None:
    rooms = tuple(room(f"{number:03}") for number in range(1, 101))
    everyone = [one for place in rooms for one in filled(100, place.id, ("1-1", "1-2"), seats=True)]
    assert len(everyone) == 10_000
    assert check(everyone, rooms) == []


@pytest.mark.parametrize("bad", ["../1-1", "1", "1-1-1", "a-1"])
def test_ids_that_could_leave_a_folder_are_named(bad: str) -> None:
    plan = SitePlan(SiteCode("2101"), "site", "", (), "", (room(f"{bad}/"),))
    found = faults(Exam(ExamId("../up"), "", "", "", "chain", (session("1-1", 9),)), plan, (), NATIONAL)
    assert [(fault.kind, fault.room, fault.value) for fault in found] == [
        (PlanFaultKind.ID_MALFORMED, None, "../up"),
        (PlanFaultKind.ID_MALFORMED, f"{bad}/", ""),
    ]
    odd = Session(SessionId(bad), 1, "", datetime(2021, 10, 30, 9, tzinfo=CHINA), 90)
    (fault,) = faults(
        Exam(ExamId("up"), "", "", "", "chain", (odd,)), SitePlan(SiteCode("2101"), "", "", (), "", ()), (), 0
    )
    assert (fault.kind, fault.session) == (PlanFaultKind.ID_MALFORMED, bad)

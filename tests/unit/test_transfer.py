"""Out of a full room and into one with a free seat: once, by one room, and never who has logged in."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import AttendanceConfirmed, RoomHasEnded
from app.core.closing import RoomEnded
from app.core.entry import CheckIn, NotAwaited
from app.core.incident import IncidentElsewhere, NoOpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.leaving import CandidateLeft, LeaveCause
from app.core.ledger import count, session_count
from app.core.machines import SpareServed
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.room_open import RoomNotReleased
from app.core.room_report import RoomReported
from app.core.room_state import Presence
from app.core.seating import LeftAlready, LoggedInAlready
from app.core.terms import TransferNo
from app.core.transfer import (
    HasASeat,
    NotHereToGo,
    OutBeforeIn,
    RoomNotFull,
    SiteNotOverbooked,
    TokenUsed,
    TransferIn,
    TransferOut,
    TransferredIn,
    TransferredOut,
)
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    B2,
    B3,
    D1,
    D2,
    GUIDE,
    GUIDE_2,
    ID_CARD,
    LAW,
    NOBODY,
    R1,
    R2,
    SECOND,
    STRANGER,
    TAX,
    at,
    desk,
)
from tests.unit.crowded import (
    FIRST,
    INCIDENT,
    NO_TOKEN,
    R3,
    broken,
    came,
    fixed,
    full,
    logged_in,
    morning,
    of,
    opened,
    room,
    sent,
    taken,
    transfer,
)

OUT = TransferOut(LAW, A3, at("8:20"), GUIDE)
IN = TransferIn(LAW, A3, R2, at("8:24"), GUIDE_2)
ALLOWED = replace(OUT, incident=INCIDENT)


# Out (OVB-07)


def test_ovb_07_one_more_than_seats_is_transferred_out() -> None:
    story = full().when(OUT).then(sent()).done(OUT)
    sitting = of(story, A3)
    assert (sitting.presence, sitting.room, sitting.seat) == (Presence.PENDING, R1, None)
    way = transfer(story)
    assert (way.number, way.ticket, way.out_of, way.out_at, way.settled) == (FIRST, A3, R1, at("8:20"), None)
    assert story.site.sessions[LAW].open_transfer(A3) is way
    assert story.site.sessions[TAX].transfers == []


def test_ovb_07_present_equal_to_seats_is_full_not_overflow() -> None:
    story = morning(*came(A1, A2)).when(replace(OUT, ticket=A2)).then(RoomNotFull(LAW, R1, 0))
    story.given(*came(A3, clock="8:15")).done(replace(OUT, ticket=A2))


def test_ovb_07_one_and_no_more_of_those_over_the_seats() -> None:
    full(sent()).when(replace(OUT, ticket=A2)).then(RoomNotFull(LAW, R1, 0))


def test_ovb_07_a_spare_seat_put_into_service_takes_one_more() -> None:
    serving = SpareServed(R1, ("003",), in_service=True, at=at("8:16"), reported_by=GUIDE)
    full(serving).when(OUT).then(RoomNotFull(LAW, R1, 0))


def test_ovb_07_a_seat_lost_on_the_day_makes_the_room_full() -> None:
    one = replace(OUT, ticket=A2)
    morning(*came(A1, A2)).when(one).then(RoomNotFull(LAW, R1, 0))
    morning(*came(A1, A2), broken("002")).done(one)


def test_ovb_15_the_rooms_own_count_of_free_seats_makes_it_full() -> None:
    said = RoomReported(LAW, R1, 0, 1, 0, 0, 0, at("8:14"), GUIDE, NO_TOKEN, 0)
    morning(*came(A3, clock="8:15")).when(OUT).then(RoomNotFull(LAW, R1, 1))
    morning(said, *came(A3, clock="8:15")).done(OUT)


@pytest.mark.parametrize("again", [False, True])
def test_ovb_07_who_has_logged_in_is_never_sent_on(again: bool) -> None:
    """Also with a chief's incident, and also where a reset waits and the screen shows no seat."""
    story = full(logged_in(A3, "003"), opened(IncidentKind.SEATS_SHORT))
    if again:
        of(story, A3).sits_at = ""
    for ask in (OUT, ALLOWED):
        story.when(ask).then(LoggedInAlready(A3, "003"))


def test_ovb_07_who_has_a_seat_keeps_it() -> None:
    story = full().when(replace(OUT, ticket=A1)).then(HasASeat(A1, "001"))
    story.given(broken("001")).done(replace(OUT, ticket=A1))


def test_ovb_07_an_absentee_is_not_sent_nor_who_never_came() -> None:
    story = morning(*came(A1, A2, A3))
    of(story, A3).presence = Presence.AWAITED
    story.when(OUT).then(NotHereToGo(A3, Presence.AWAITED))
    of(story, A3).presence = Presence.ABSENT
    story.when(OUT).then(NotHereToGo(A3, Presence.ABSENT))


def test_h6_nobody_has_two_open_transfers() -> None:
    full(sent()).when(OUT).then(NotHereToGo(A3, Presence.PENDING))


def test_ovb_07_a_room_sends_after_its_release_and_before_its_end() -> None:
    story = full()
    room(story).release = ""
    story.when(OUT).then(RoomNotReleased(LAW, R1))
    full(RoomEnded(LAW, R1, at("10:00"), GUIDE)).when(OUT).then(RoomHasEnded(LAW, R1, at("10:00")))


def test_ovb_07_nobody_is_sent_on_before_they_came_nor_after_they_left() -> None:
    when = at("8:15") - SECOND
    full().when(replace(OUT, happened_at=when)).then(OutBeforeIn(A3, when, at("8:15")))
    full().done(replace(OUT, happened_at=at("8:15")))
    ill = CandidateLeft(LAW, R1, A3, LeaveCause.ILLNESS, at("8:17"), GUIDE)
    full(ill).when(OUT).then(LeftAlready(A3, at("8:17")))


def test_ovb_07_who_was_there_by_the_roll_has_no_minute_of_coming() -> None:
    story = morning(AttendanceConfirmed(LAW, R1, (A1, A2, A3), (), at("8:40"), GUIDE))
    story.done(replace(OUT, happened_at=at("8:20")))


def test_ovb_07_a_transfer_happened_and_someone_told_it() -> None:
    full().when(OUT, desk(now=at("8:20") - SECOND)).then(NotYetHappened(at("8:20"), at("8:20") - SECOND))
    full().when(replace(OUT, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
    full().when(replace(OUT, ticket=NOBODY)).then(NotInThisSession(LAW, NOBODY))


# In a site with fixed seats (J-19)


def test_j_19_with_fixed_seats_nobody_is_transferred_without_the_chief() -> None:
    fixed(*came(A1, A2, A3), broken("003")).when(OUT).then(SiteNotOverbooked(LAW))


def test_j_19_the_chief_allows_it_on_an_open_incident() -> None:
    story = fixed(*came(A1, A2, A3), broken("003"), opened(IncidentKind.SEATS_SHORT, R1))
    story.when(ALLOWED).then(replace(sent(), incident=INCIDENT)).done(ALLOWED)
    assert transfer(story).incident == INCIDENT
    story.done(IN)


def test_j_19_the_incident_is_open_and_speaks_of_this_session_and_room() -> None:
    short = fixed(*came(A1, A2, A3), broken("003"))
    short.when(ALLOWED).then(NoOpenIncident(INCIDENT))
    for elsewhere in (opened(room=R2), opened(session=TAX)):
        fixed(*came(A1, A2, A3), broken("003"), elsewhere).when(ALLOWED).then(IncidentElsewhere(INCIDENT))
    for here in (opened(room=None), opened(session=None)):
        fixed(*came(A1, A2, A3), broken("003"), here).done(ALLOWED)
    closed = fixed(*came(A1, A2, A3), broken("003"), opened())
    closed.site.incidents[INCIDENT].closed_at = at("8:10")
    closed.when(ALLOWED).then(NoOpenIncident(INCIDENT))


def test_j_19_who_has_a_healthy_seat_stays_and_who_lost_it_goes() -> None:
    story = fixed(*came(A1, A2, A3), broken("003"), opened())
    story.when(replace(ALLOWED, ticket=A1)).then(HasASeat(A1, "001"))
    story.done(ALLOWED)


def test_j_19_spare_seats_come_first() -> None:
    fixed(*came(A1, A2, A3), opened()).when(ALLOWED).then(RoomNotFull(LAW, R1, 0))


# Papers of the rooms (OVB-15)


def test_ovb_15_a_paper_is_used_once() -> None:
    out, into = replace(OUT, token=D1), replace(IN, token=D2)
    story = full().done(out).when(out).then(TokenUsed(A3))
    assert D1 in story.site.blobs
    story.done(into).when(into).then(TokenUsed(A3))
    assert D2 in story.site.blobs


# What it does to the figures (OVB-14)


def test_ovb_14_both_sums_hold_while_it_is_open_and_after() -> None:
    story = full(sent())
    assert count(room(story)).attendance_balances
    assert (count(room(story)).pending, count(room(story)).transferred_out) == (1, 0)
    story.given(taken())
    out, into = count(room(story)), count(room(story, R2))
    assert (out.arranged, out.transferred_out, out.present, out.pending) == (3, 1, 2, 0)
    assert (into.arranged, into.transferred_in, into.present, into.awaited) == (3, 1, 1, 3)
    assert out.attendance_balances
    assert into.attendance_balances
    assert session_count(story.site.sessions[LAW]).attendance_balances


def test_h6_a_second_transfer_is_a_new_one_and_the_chain_is_kept() -> None:
    """The receiving room then fails: its seats are lost, and it sends on."""
    story = full(sent(), taken(), *came(B1, B2, B3, room=R2), broken("003", "004", room=R2))
    again = replace(OUT, happened_at=at("8:30"))
    second = TransferNo("A-002")
    story.when(again).then(TransferredOut(second, LAW, R2, A3, at("8:30"), GUIDE, None, NO_TOKEN)).done(again)
    story.site.sessions[LAW].rooms[R3] = room(full(), R2)
    back = replace(IN, room=R3, happened_at=at("8:34"))
    story.when(back).then(TransferredIn(second, LAW, R2, R3, A3, at("8:34"), GUIDE_2, NO_TOKEN))
    assert [(way.out_of, way.into) for way in story.site.sessions[LAW].transfers] == [(R1, R2), (R2, None)]


def test_who_is_on_the_way_is_not_checked_in_again() -> None:
    full(sent()).when(CheckIn(LAW, A3, ID_CARD, at("8:25"), GUIDE)).then(NotAwaited(A3, Presence.PENDING))

"""Standby rooms: opened for an overflow, or a whole room goes on there."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import AttendanceConfirmed, ConfirmAttendance, RoomHasEnded
from app.core.authorization import StartAuthorized, UnknownSession
from app.core.closing import RoomEnded
from app.core.gate import CheckName
from app.core.incident import IncidentElsewhere, NoOpenIncident
from app.core.ledger import count, session_count
from app.core.login import RecordLogins
from app.core.operation import Fact, NotYetHappened, PersonUnknown
from app.core.permission import AnotherPersonNeeded
from app.core.reset import CandidateReset
from app.core.room_gate import blockers
from app.core.room_move import (
    MoveRoom,
    NotAStandbyRoom,
    OpenStandbyRoom,
    ResultIsIn,
    RoomMoved,
    SessionOver,
    StandbyRoomInUse,
    StandbyRoomOpened,
    StandbyRoomTooSmall,
)
from app.core.room_open import RoomMovedAway, RoomNotReleased
from app.core.room_result import RoomResultKept
from app.core.room_state import Presence, ResetCause, RoomSession, SettledAs
from app.core.seating import DrawSeat
from app.core.start import NobodyArranged, RecordStarts, ReleaseRooms, RoomStart, RoomStarted
from app.core.terms import Role, RoomId, SessionId, TransferNo
from app.core.transfer import TransferIn, TransferOut
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    D1,
    GUIDE,
    GUIDE_2,
    LAW,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    SECOND,
    STRANGER,
    TAX,
    Story,
    at,
    desk,
)
from tests.unit.crowded import (
    INCIDENT,
    R3,
    STARTED,
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
    sits,
    standby_lock,
    taken,
    transfer,
)

OPEN = OpenStandbyRoom(LAW, R3, INCIDENT)
MOVE = MoveRoom(LAW, R1, R3, INCIDENT, at("8:50"), GUIDE)
NUMBERS = (TransferNo("A-001"), TransferNo("A-002"), TransferNo("A-003"))
MOVED = RoomMoved(LAW, R1, R3, INCIDENT, NUMBERS, at("8:50"), GUIDE)
ROLL = AttendanceConfirmed(LAW, R1, (), (A3,), at("8:40"), GUIDE)
STANDBY_OPEN = StandbyRoomOpened(LAW, R3, INCIDENT, at("8:18"))


def working(*facts: Fact) -> Story:
    """Two at work, the third absent; the power of the room is gone."""
    return morning(*came(A1, A2), logged_in(A1, "001"), logged_in(A2, "002"), *STARTED, ROLL, opened(), *facts)


# Opened for an overflow (OVB-09)


def test_ovb_09_all_rooms_full_the_chief_opens_a_standby_room() -> None:
    story = full(sent(), opened()).when(OPEN).then(StandbyRoomOpened(LAW, R3, INCIDENT, desk().now)).done(OPEN)
    assert room(story, R3) == RoomSession(LAW, R3)
    assert not room(story, R3).in_use
    into = TransferIn(LAW, A3, R3, at("8:50"), GUIDE)
    story.when(into).then(RoomNotReleased(LAW, R3))
    story.given(StartAuthorized(LAW, "S-1", D1, 0), *standby_lock(at("8:40")))
    story.done(ReleaseRooms(LAW, (R3,), "X")).done(into)
    assert room(story, R3).in_use
    assert count(room(story, R3)).attendance_balances


def test_ovb_09_a_standby_room_never_needed_keeps_nothing_open() -> None:
    story = full(opened(), STANDBY_OPEN)
    assert not room(story, R3).in_use
    story.given(RoomStarted(LAW, R3, at("8:31"), GUIDE))
    assert room(story, R3).in_use


@pytest.mark.parametrize("where", [R1, R9])
def test_ovb_09_only_a_standby_room_is_opened(where: RoomId) -> None:
    morning(opened()).when(replace(OPEN, room=where)).then(NotAStandbyRoom(where))


def test_ovb_09_it_is_opened_once() -> None:
    morning(opened(), STANDBY_OPEN).when(OPEN).then(StandbyRoomInUse(R3, LAW))


def test_ovb_09_it_serves_one_session_at_a_time() -> None:
    other = StandbyRoomOpened(TAX, R3, INCIDENT, at("8:18"))
    morning(opened(), other).done(OPEN)
    busy = morning(opened(), other, RoomStarted(TAX, R3, at("8:30"), GUIDE))
    busy.when(OPEN).then(StandbyRoomInUse(R3, TAX))
    busy.given(RoomEnded(TAX, R3, at("10:00"), GUIDE)).done(OPEN)


def test_ovb_09_a_session_that_is_over_opens_no_room() -> None:
    ended = (RoomEnded(LAW, R1, at("10:00"), GUIDE), RoomEnded(LAW, R2, at("10:05"), GUIDE))
    morning(*STARTED, opened(), ended[0]).done(OPEN)
    morning(*STARTED, opened(), *ended).when(OPEN).then(SessionOver(LAW))


def test_ovb_09_it_hangs_on_an_open_incident_of_this_session() -> None:
    morning().when(OPEN).then(NoOpenIncident(INCIDENT))
    morning(opened(session=TAX)).when(OPEN).then(IncidentElsewhere(INCIDENT))
    morning(opened(session=None, room=R2)).done(OPEN)
    strange = SessionId("9-9")
    morning(opened()).when(replace(OPEN, session=strange)).then(UnknownSession(strange))


def test_j_50_the_chief_signs() -> None:
    for ask in (OPEN, MOVE):
        working().when(ask, desk(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(AnotherPersonNeeded((Role.CHIEF,)))


# A whole room goes on there (J-50)


def test_j_50_everyone_goes_on_in_the_standby_room() -> None:
    story = working().when(MOVE).then(MOVED).done(MOVE)
    old, new = room(story), room(story, R3)
    assert sorted(new.sittings) == [A1, A2, A3]
    assert old.sittings == {}
    assert (old.moved_to, old.ended_at, new.moved_from) == (R3, at("8:50"), R1)
    assert (new.started_at, new.attendance_confirmed_at, new.release) == (at("8:30"), at("8:40"), "")
    ways = story.site.sessions[LAW].transfers
    assert [(way.number, way.ticket, way.out_of, way.into) for way in ways] == [
        (number, ticket, R1, R3) for number, ticket in zip(NUMBERS, (A1, A2, A3), strict=True)
    ]
    assert {(way.settled, way.settled_at, way.incident) for way in ways} == {
        (SettledAs.MOVED_ROOM, at("8:50"), INCIDENT)
    }
    for where in (R1, R2, R3):
        assert count(room(story, where)).attendance_balances
    assert session_count(story.site.sessions[LAW]).attendance_balances


def test_j_50_the_seats_are_drawn_anew_also_where_they_were_fixed() -> None:
    story = fixed(*came(A1), logged_in(A1, "001"), *STARTED, ROLL, opened()).done(MOVE)
    sitting = of(story, A1)
    assert (sitting.seat, sitting.sits_at, sitting.reset, sitting.logged_in_at) == (None, "", None, at("8:25"))
    room(story, R3).release = "X"
    story.done(DrawSeat(LAW, A1, ("003", "002", "001"), None, at("8:55"), GUIDE))
    story.done(RecordLogins(LAW, R3, sits((A1, "003")), at("8:57"), GUIDE))
    assert (sitting.seat, sitting.sits_at, sitting.elsewhere) == ("003", "003", False)
    assert sitting.logged_in_at == at("8:25")


def test_j_50_the_time_of_entry_stays_and_a_waiting_reset_falls() -> None:
    waits = CandidateReset(LAW, R1, A1, ResetCause.NETWORK, "001", "002", at("8:45"), GUIDE)
    story = working(waits).done(MOVE)
    sitting = of(story, A1)
    assert (sitting.entered_at, sitting.in_room_since) == (at("8:10"), at("8:50"))
    assert not sitting.reset_waits
    assert sitting.resets == 1
    assert (of(story, A3).presence, of(story, A3).in_room_since) == (Presence.ABSENT, None)


def test_j_50_who_is_on_the_way_is_settled_from_the_new_room() -> None:
    story = full(sent(), opened()).done(MOVE)
    assert (of(story, A3).presence, of(story, A3).room) == (Presence.PENDING, R3)
    assert story.site.sessions[LAW].open_transfer(A3) is transfer(story, 0)
    story.done(TransferIn(LAW, A3, R2, at("8:51"), GUIDE_2))
    assert transfer(story, 0).into == R2
    assert all(count(room(story, where)).attendance_balances for where in (R1, R2, R3))


def test_j_50_the_room_that_was_left_has_ended_and_nothing_is_open_there() -> None:
    story = working().done(MOVE)
    assert blockers(story.site, room(story)) == ()
    assert room(story).in_use
    told = (CheckName.VIOLATIONS, CheckName.SUBMITTED, CheckName.ANSWERS)
    assert blockers(story.site, room(story, R3)) == told
    story.when(MOVE).then(RoomHasEnded(LAW, R1, at("8:50")))


def test_flt_04_a_room_that_everyone_left_is_not_released_nor_started_nor_counted() -> None:
    away = RoomMovedAway(LAW, R1, R3)
    story = morning(opened(), StartAuthorized(LAW, "S-1", D1, 0)).done(replace(MOVE, happened_at=at("8:05")))
    story.when(ReleaseRooms(LAW, (R2, R1), "X")).then(away)
    story.when(RecordStarts(LAW, (RoomStart(R1, at("8:30")),), GUIDE)).then(away)
    working().done(MOVE).when(ConfirmAttendance(LAW, R1, (), at("8:55"), GUIDE)).then(away)


def test_flt_04_with_fixed_seats_the_standby_room_is_large_enough() -> None:
    """Two of three come: three seats, of which two work, will do; one will not."""
    facts = (*came(A1, A2), *STARTED, ROLL, opened())
    fixed(*facts, broken("001", room=R3)).done(MOVE)
    fixed(*facts, broken("001", "002", room=R3)).when(MOVE).then(StandbyRoomTooSmall(R3, 2, 1))
    working(broken("001", "002", room=R3)).done(MOVE)


def test_j_50_a_room_that_is_over_is_not_moved() -> None:
    working(RoomEnded(LAW, R1, at("10:00"), GUIDE)).when(MOVE).then(RoomHasEnded(LAW, R1, at("10:00")))
    kept = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1, A2), (), ())
    working(kept).when(MOVE).then(ResultIsIn(LAW, R1))


def test_j_50_it_goes_to_a_free_standby_room_of_this_site() -> None:
    working().when(replace(MOVE, to=R2)).then(NotAStandbyRoom(R2))
    working().when(replace(MOVE, to=R1)).then(NotAStandbyRoom(R1))
    working(STANDBY_OPEN).when(MOVE).then(StandbyRoomInUse(R3, LAW))
    working().when(replace(MOVE, room=R9)).then(NobodyArranged(LAW, (R9,)))


def test_j_50_on_an_incident_of_this_room_or_of_all() -> None:
    story = working()
    story.site.incidents.clear()
    story.when(MOVE).then(NoOpenIncident(INCIDENT))
    story.given(opened(room=R2)).when(MOVE).then(IncidentElsewhere(INCIDENT))
    story.given(opened(room=R1)).done(MOVE)


def test_j_50_it_happened_and_someone_told_it() -> None:
    working().when(MOVE, desk(now=at("8:50") - SECOND)).then(NotYetHappened(at("8:50"), at("8:50") - SECOND))
    working().when(replace(MOVE, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


def test_h6_numbers_go_on_from_the_transfers_before() -> None:
    story = full(sent(), taken(), opened()).when(replace(MOVE, reported_by=ADMIN))
    numbers = (TransferNo("A-002"), TransferNo("A-003"))
    story.then(replace(MOVED, numbers=numbers, reported_by=ADMIN))


def test_j_50_who_finds_no_seat_in_a_smaller_room_goes_on_although_they_had_logged_in() -> None:
    """Never logged in here, says OVB-07: the login was in the room that was left."""
    logins = (logged_in(A1, "001"), logged_in(A2, "002"))
    story = full(*logins, *STARTED, opened())
    story.site.plans[R3] = replace(story.site.plans[R3], seats=2)
    story.given(RoomMoved(LAW, R1, R3, INCIDENT, NUMBERS, at("8:50"), GUIDE))
    room(story, R3).release = "1-1-S-003"
    story.done(TransferOut(LAW, A1, at("8:52"), GUIDE))
    assert of(story, A1).presence is Presence.PENDING

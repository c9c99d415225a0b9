"""Who logged in at which seat; another seat than the own one is noted and flagged."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import RoomHasEnded
from app.core.closing import RoomEnded
from app.core.login import LoggedIn, RecordLogins
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.reset import CandidateReset
from app.core.room_open import RoomNotReleased
from app.core.room_state import Presence, ResetCause
from app.core.seating import LoggedInAlready, NamedTwice, NoSuchSeat, NotInTheRoom, SeatTaken
from app.core.start import NobodyArranged
from tests.builders import A1, A2, A3, B1, GUIDE, LAW, R1, R2, R9, SECOND, STRANGER, at, desk
from tests.unit.crowded import (
    broken,
    came,
    fixed,
    full,
    logged_in,
    morning,
    of,
    room,
    sent,
    sits,
    taken,
)

WHEN = at("8:25")
LOGIN = RecordLogins(LAW, R1, sits((A1, "001"), (A2, "002")), WHEN, GUIDE)
ONE = replace(LOGIN, logins=sits((A1, "001")))


def test_ovb_06_after_login_the_seat_is_known() -> None:
    story = full().when(LOGIN).then(logged_in(A1, "001"), logged_in(A2, "002")).done(LOGIN)
    sitting = of(story, A1)
    assert (sitting.seat, sitting.sits_at, sitting.logged_in_at) == ("001", "001", WHEN)
    assert not sitting.elsewhere


def test_ovb_06_drawn_and_not_logged_in_sits_nowhere_yet() -> None:
    sitting = of(full(), A1)
    assert (sitting.seat, sitting.sits_at, sitting.logged_in_at) == ("001", "", None)
    assert not sitting.elsewhere


def test_ovb_05_whom_nobody_drew_a_seat_for_has_the_one_they_log_in_at() -> None:
    story = morning(*came(A1)).done(ONE)
    assert (of(story, A1).seat, of(story, A1).elsewhere) == ("001", False)


def test_rst_03_whoever_logs_in_at_a_seat_of_someone_else_is_flagged() -> None:
    story = full().done(replace(LOGIN, logins=sits((A3, "001"))))
    assert (of(story, A3).seat, of(story, A3).sits_at, of(story, A3).elsewhere) == (None, "001", True)
    story.when(ONE).then(SeatTaken(R1, "001"))


def test_arr_10_in_a_normal_site_another_seat_is_flagged() -> None:
    assert not of(fixed(*came(A1)).done(ONE), A1).elsewhere
    story = fixed(*came(A1)).done(replace(ONE, logins=sits((A1, "004"))))
    assert (of(story, A1).seat, of(story, A1).sits_at, of(story, A1).elsewhere) == ("001", "004", True)


def test_arr_10_rst_03_unless_a_reset_explains_it() -> None:
    reset = CandidateReset(LAW, R1, A1, ResetCause.NETWORK, "001", "004", at("8:50"), GUIDE)
    at_new, at_third = (RecordLogins(LAW, R1, sits((A1, seat)), at("8:53"), GUIDE) for seat in ("004", "003"))
    story = fixed(*came(A1), logged_in(A1, "001"), reset).done(at_new)
    assert (of(story, A1).sits_at, of(story, A1).elsewhere) == ("004", False)
    third = fixed(*came(A1), logged_in(A1, "001"), reset).done(at_third)
    assert (of(third, A1).seat, of(third, A1).sits_at, of(third, A1).elsewhere) == ("004", "003", True)
    assert not of(third, A1).reset_waits


def test_rst_02_logging_in_is_the_second_step_of_a_reset_and_the_first_login_stays_the_first() -> None:
    reset = CandidateReset(LAW, R1, A1, ResetCause.PERIPHERAL, "001", "001", at("8:50"), GUIDE)
    story = full(logged_in(A1, "001"), reset)
    assert of(story, A1).reset_waits
    story.done(replace(ONE, happened_at=at("8:53")))
    sitting = of(story, A1)
    assert sitting.reset
    assert (sitting.reset.login, sitting.reset_waits, sitting.logged_in_at) == (True, False, WHEN)


def test_ovb_08_who_was_taken_in_logs_in_there_and_nowhere_else() -> None:
    story, here = full(sent()), replace(LOGIN, logins=sits((A3, "003")), happened_at=at("8:26"))
    story.when(here).then(NotInTheRoom(A3, Presence.PENDING))
    story.when(replace(here, room=R2)).then(NotInThisSession(LAW, A3))
    story.given(taken()).when(here).then(NotInThisSession(LAW, A3)).done(replace(here, room=R2))
    assert of(story, A3).sits_at == "003"


def test_who_sits_there_is_not_entered_twice() -> None:
    story = full(logged_in(A1, "001"))
    story.when(LOGIN).then(logged_in(A2, "002"))
    story.when(replace(ONE, logins=sits((A1, "003")))).then(LoggedInAlready(A1, "001"))


def test_a_seat_with_an_open_fault_or_a_spare_one_is_no_hindrance() -> None:
    full(broken("001")).done(LOGIN)
    morning(*came(A1)).done(replace(ONE, logins=sits((A1, "003"))))


def test_all_of_them_or_none() -> None:
    story = full()
    story.when(replace(LOGIN, logins=sits((A1, "001"), (A1, "002")))).then(NamedTwice(R1))
    story.when(replace(LOGIN, logins=sits((A1, "001"), (A2, "001")))).then(NamedTwice(R1))
    story.when(replace(LOGIN, logins=sits((A1, "001"), (B1, "002")))).then(NotInThisSession(LAW, B1))
    story.when(replace(LOGIN, logins=sits((A1, "001"), (A2, "004")))).then(NoSuchSeat(R1, "004"))
    story.given(logged_in(A2, "002")).when(replace(LOGIN, logins=sits((A3, "002")))).then(SeatTaken(R1, "002"))


def test_nobody_logs_in_who_did_not_come() -> None:
    morning().when(ONE).then(NotInTheRoom(A1, Presence.AWAITED))


def test_nobody_logs_in_where_the_room_is_not_open() -> None:
    story = full()
    room(story).release = ""
    story.when(ONE).then(RoomNotReleased(LAW, R1))
    full(RoomEnded(LAW, R1, at("10:00"), GUIDE)).when(ONE).then(RoomHasEnded(LAW, R1, at("10:00")))
    full().when(replace(ONE, room=R9)).then(NobodyArranged(LAW, (R9,)))


def test_a_login_happened_and_someone_told_it() -> None:
    full().when(ONE, desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
    full().when(replace(ONE, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


@pytest.mark.parametrize("clock", ["8:25", "8:40"])
def test_clk_01_what_counts_is_entering_not_logging_in(clock: str) -> None:
    """Entered in time and logged in after the end of entry: nothing is late."""
    fact = LoggedIn(LAW, R1, A1, "001", at(clock), GUIDE)
    full().when(replace(ONE, happened_at=at(clock))).then(fact)

"""Two persons confirm that the answers of a session are all there (DAT-04)."""

from __future__ import annotations

from app.core.authorization import UnknownSession
from app.core.closing import (
    AnswersChecked,
    CheckAnswers,
    RoomsStillOpen,
)
from app.core.room_move import StandbyRoomOpened
from app.core.start import NobodyArranged, RoomStarted
from app.core.terms import IncidentNo, SessionId
from tests.builders import (
    GUIDE,
    LAW,
    R1,
    R2,
    R9,
    STAGES,
    Story,
    at,
    desk,
    taken_in,
)

NO_SESSION = SessionId("9-9")


# The check


def test_the_answers_are_checked_once_when_the_last_room_has_ended() -> None:
    story = Story("ended").when(CheckAnswers(LAW), desk(now=at("10:10"))).then(AnswersChecked(LAW, at("10:10")))
    story.done(CheckAnswers(LAW)).when(CheckAnswers(LAW)).then()


def test_refused_checks() -> None:
    Story("ended").when(CheckAnswers(NO_SESSION)).then(UnknownSession(NO_SESSION))
    Story("reported").when(CheckAnswers(LAW)).then(RoomsStillOpen(LAW, (R1, R2)))
    one_left = Story("reported").given(STAGES["ended"][0])
    one_left.when(CheckAnswers(LAW)).then(RoomsStillOpen(LAW, (R2,)))
    fresh = Story("packaged").given(RoomStarted(LAW, R1, at("8:30"), GUIDE))
    fresh.when(CheckAnswers(LAW)).then(RoomsStillOpen(LAW, (R1, R2)))


def test_ovb_09_a_standby_room_that_was_opened_and_never_needed_holds_nothing_up() -> None:
    opened = StandbyRoomOpened(LAW, R9, IncidentNo("A-001"), at("8:40"))
    Story("ended").given(opened).done(CheckAnswers(LAW))
    used = Story("ended").given(opened, RoomStarted(LAW, R9, at("8:50"), GUIDE))
    used.when(CheckAnswers(LAW)).then(RoomsStillOpen(LAW, (R9,)))


def test_where_nobody_sat_there_is_nothing_to_check() -> None:
    story = Story("enrolled").given(taken_in()[0]).when(CheckAnswers(LAW))
    story.then(NobodyArranged(LAW, (R1, R2)))

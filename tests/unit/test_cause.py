"""INC-13: nothing is delayed or made good without a fault or an incident of this room in this half day."""

from __future__ import annotations

import pytest

from app.core.cause import CauseElsewhere, CauseNotHere, NoCause, NoSuchCause, cause_of
from app.core.delay import ApplyForDelay
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss, LostBeforeCause
from app.core.extra_time_request import ApplyForExtraTime, RecordToolTime
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import Desk, Fact, Operation
from app.core.plan import Session
from app.core.session_state import SessionState
from app.core.terms import CauseNo, IncidentNo, RoomId, SessionId
from app.core.time_state import LossCause
from tests.builders import A1, GUIDE, LAW, R1, R2, TAX, Story, at
from tests.unit.time_facts import CUT, cut, here

INCIDENT = IncidentNo("A-001")
AFTERNOON = SessionId("2-1")
HELD_UP, SECOND = CauseNo(INCIDENT), CauseNo("AF-002")


def delay(*causes: CauseNo, rooms: tuple[RoomId, ...] = (R1,)) -> ApplyForDelay:
    return ApplyForDelay(LAW, rooms, 20, causes)


def measures(*causes: CauseNo) -> tuple[tuple[str, Operation, Desk], ...]:
    """Every measure that hangs on causes, at a time and in a state in which nothing else is wrong."""
    loss = Loss(LossCause.FAULT, causes, at("9:00"), at("9:05"), GUIDE)
    now = here("9:32")
    return (
        ("released", delay(*causes), now),
        ("confirmed", ApplyForExtraTime(LAW, R1, (A1,), 20, causes), now),
        ("confirmed", GrantExtraTime(LAW, R1, (A1,), (), 5, loss), now),
        ("confirmed", RecordToolTime(LAW, R1, (A1,), 61, "BJ-1", loss, knowingly=True), now),
    )


def opened(
    room: RoomId | None = R1, since: str = "8:20", session: SessionId | None = LAW, until: str = "", day: int = 30
) -> tuple[Fact, ...]:
    fact = IncidentOpened(INCIDENT, IncidentKind.OTHER, session, room, at(since, day), GUIDE)
    return (fact, IncidentClosed(INCIDENT, at(until, day))) if until else (fact,)


@pytest.mark.parametrize("number", range(4))
def test_inc_13_each_measure_names_its_cause(number: int) -> None:
    stage, ask, now = measures()[number]
    Story(stage).given(*cut()).when(ask, now).then(NoCause(LAW))
    _, ask, _ = measures(CUT)[number]
    Story(stage).when(ask, now).then(NoSuchCause(CUT))
    Story(stage).given(*cut(room=R2)).when(ask, now).then(CauseNotHere(LAW, CUT))
    Story(stage).given(*cut()).done(ask, now)
    Story(stage).given(*cut(room=R1, until="9:20")).done(ask, now)


def test_inc_13_an_incident_is_a_cause_as_well_as_a_fault() -> None:
    story = Story("released").given(*opened()).done(delay(HELD_UP), here("8:40"))
    incident = cause_of(story.site, HELD_UP)
    assert incident is story.site.incidents[INCIDENT]
    Story("released").given(*opened(R2)).when(delay(HELD_UP), here("8:40")).then(CauseNotHere(LAW, HELD_UP))


def test_inc_13_an_invented_number_is_none_beside_a_real_one_too() -> None:
    ask = delay(CUT, CauseNo("AF-007"))
    Story("released").given(*cut()).when(ask, here("8:40")).then(NoSuchCause(CauseNo("AF-007")))


def test_tim_08_what_held_the_first_session_up_holds_the_second_up_too() -> None:
    second = ApplyForDelay(TAX, (R1,), 20, (CUT,))
    Story("released").given(*cut(until="8:29")).done(second, here("10:45"))


def test_inc_13_a_fault_of_the_morning_is_no_cause_in_the_afternoon() -> None:
    story = Story("released")
    story.site.sessions[AFTERNOON] = SessionState(Session(AFTERNOON, 2, "economics", at("14:00"), 90))
    story.given(*cut(session=AFTERNOON)).when(delay(CUT), here("9:00")).then(CauseNotHere(LAW, CUT))


@pytest.mark.parametrize(
    ("until", "day", "holds"), [("", 29, True), ("17:00", 29, False), ("23:59:59", 29, False), ("0:00", 30, True)]
)
def test_inc_13_what_was_over_yesterday_is_no_cause_today(until: str, day: int, holds: bool) -> None:
    """Said of no session: still open, or mended today, it may hold a room up."""
    incident = IncidentOpened(INCIDENT, IncidentKind.NETWORK, None, R1, at("15:00", 29), GUIDE)
    story = Story("released").given(incident, *((IncidentClosed(INCIDENT, at(until, day)),) if until else ()))
    story.when(delay(HELD_UP), here("8:40"))
    if holds:
        assert isinstance(story.answer, tuple)
    else:
        story.then(CauseNotHere(LAW, HELD_UP))


def test_tim_05_each_room_of_an_application_has_a_cause_of_its_own_or_shares_one() -> None:
    both = (R1, R2)
    story = Story("released").given(*cut(room=R1))
    story.when(delay(CUT, rooms=both), here("8:40")).then(CauseElsewhere(LAW, R2))
    story.given(*cut(SECOND, room=R2)).done(delay(CUT, SECOND, rooms=both), here("8:40"))
    Story("released").given(*cut()).done(delay(CUT, rooms=both), here("8:40"))


def test_inc_13_a_cause_of_another_room_does_not_make_the_loss_older() -> None:
    """Hostile: a second number beside the real one, of a room where it began earlier."""
    story = Story("confirmed").given(*cut(room=R2, since="8:35", until="8:36"), *cut(SECOND, R1, "9:00", "9:04"))
    loss = Loss(LossCause.FAULT, (CUT, SECOND), at("8:41"), at("9:04"), GUIDE)
    story.when(GrantExtraTime(LAW, R1, (A1,), (), 9, loss), here("9:05")).then(CauseNotHere(LAW, CUT))
    own = Loss(LossCause.FAULT, (SECOND,), at("8:41"), at("9:04"), GUIDE)
    story.when(GrantExtraTime(LAW, R1, (A1,), (), 9, own), here("9:05")).then(LostBeforeCause(at("8:41"), at("9:00")))

"""The list of the standalone page: who is on it, how far each is, what presses, and what is proposed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from app.core.closing import AnswersWrittenOff
from app.core.extra_time import ExtraTimeGiven
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.incident import IncidentClosed, IncidentKind, IncidentOpened
from app.core.leaving import GaveUp
from app.core.login import LoginRecorded
from app.core.machines import MachinesListed
from app.core.operation import Fact
from app.core.reset import CandidateReset, ResetFailed
from app.core.room_state import ResetCause
from app.core.site import SeatMachine
from app.core.standalone_consent import ConsentRatified
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_return import ReturnDecided
from app.core.standalone_state import Ground
from app.core.terms import CauseNo, FaultNo, IncidentNo, RoomId, Ticket
from app.core.time_state import LossCause
from app.views.standalone import (
    AlonePart,
    AloneRow,
    AloneState,
    alone_causes,
    alone_rows,
    free_places,
    likely_ground,
    lost_incidents,
    lost_minutes,
    open_incidents,
    open_sessions,
    part_of,
    seat_of_machine,
)
from tests.builders import A1, A2, ADMIN, B1, GUIDE, LAW, MINUTE, R1, R2, TAX, Story, at
from tests.unit.standalone_story import (
    BY_PHONE,
    CONSENT,
    COPIED,
    DOWN,
    FAULT,
    FIRST,
    INTERIM,
    LOGIN,
    OLDER,
    OTHER_SYSTEM,
    RETURNED,
    SECOND,
    VOUCHER,
    alone,
    twice,
)

INCIDENT = IncidentNo("A-001")
LOST = IncidentOpened(INCIDENT, IncidentKind.ANSWERS_LOST, LAW, R1, at("9:30"), GUIDE)
RESET = CandidateReset(LAW, R1, A1, ResetCause.MACHINE, "001", "002", at("8:52"), GUIDE)
FAILED = ResetFailed(LAW, R1, A1, at("8:55"), GUIDE)


def rows(story: Story, clock: str = "9:20", sought: Ticket | None = None) -> tuple[AloneRow, ...]:
    return alone_rows(story.site, (LAW,), at(clock), (LAW, sought) if sought else None)


def one(story: Story, clock: str = "9:20") -> AloneRow:
    (found,) = rows(story, clock)
    return found


def of(story: Story, ticket: Ticket = A1) -> object:
    return story.site.sitting(LAW, ticket)


def test_nobody_is_on_the_list_who_does_not_need_it() -> None:
    assert rows(Story("confirmed")) == ()
    assert rows(Story("confirmed").given(RESET)) == ()


def test_whose_reset_failed_may_need_it_until_they_go_on_or_the_room_ends() -> None:
    """SAL-01, RST-04."""
    found = one(Story("confirmed").given(RESET, FAILED))
    assert (found.ticket, found.state, found.reset_failed, found.seat) == (A1, AloneState.CONSENT, True, "002")
    assert rows(Story("confirmed").given(RESET, FAILED, GaveUp(LAW, R1, A1, at("9:00"), GUIDE))) == ()
    assert rows(Story("ended").given(RESET, FAILED)) == ()


def test_somebody_looked_up_stands_on_the_list() -> None:
    (found,) = rows(Story("confirmed"), sought=A2)
    assert (found.ticket, found.state, found.reset_failed) == (A2, AloneState.CONSENT, False)


@pytest.mark.parametrize(
    ("facts", "clock", "state"),
    [
        ((), "9:00", AloneState.PACKAGE),
        ((FIRST,), "9:05", AloneState.LOGIN),
        ((FIRST, SECOND, LOGIN), "9:20", AloneState.ANSWERING),
        ((FIRST, SECOND, LOGIN), "10:30", AloneState.OVER),
        ((FIRST,), "10:30", AloneState.OVER),
        ((FIRST, SECOND, LOGIN, RETURNED), "10:03", AloneState.BACK),
        ((FIRST, SECOND, LOGIN, RETURNED, OLDER), "10:06", AloneState.DOUBTFUL),
        ((FIRST, SECOND, LOGIN, LOST, AnswersWrittenOff(LAW, R1, A1, INCIDENT)), "9:40", AloneState.LOST),
        ((FIRST, StandaloneWithdrawn(LAW, R1, A1, at("9:10"), GUIDE)), "9:20", AloneState.IN_ROOM),
    ],
)
def test_how_far_somebody_is(facts: tuple[Fact, ...], clock: str, state: AloneState) -> None:
    assert one(alone(*facts), clock).state is state


def test_consent_that_was_not_needed_ends_in_the_room() -> None:
    """They logged in after it, or answer no more."""
    login = LoginRecorded(LAW, R1, A1, "002", at("9:10"), GUIDE)
    assert one(alone(login)).state is AloneState.IN_ROOM
    assert one(alone(GaveUp(LAW, R1, A1, at("9:10"), GUIDE))).state is AloneState.IN_ROOM


def test_after_a_withdrawal_only_a_later_failed_reset_asks_for_another_package() -> None:
    back = StandaloneWithdrawn(LAW, R1, A1, at("9:10"), GUIDE)
    again = replace(RESET, at=at("9:12"))
    assert one(alone(RESET, FAILED, FIRST, back)).state is AloneState.IN_ROOM
    assert one(alone(FIRST, back, again, replace(FAILED, at=at("9:14")))).state is AloneState.PACKAGE


def test_what_was_decided_is_in_doubt_no_longer() -> None:
    decided = ReturnDecided(LAW, R1, A1, OLDER.file, None, at("10:20"))
    assert one(twice(RETURNED, OLDER, decided), "10:21").state is AloneState.BACK


def test_the_row_says_where_the_machine_stands_and_until_when() -> None:
    found = one(alone(FIRST))
    assert (found.number, found.machine, found.host, found.place, found.watched_by) == (1, "PC-31", R2, "031", GUIDE)
    assert found.ends_at == at("10:00")
    assert found.copy_due is None
    assert one(twice(RETURNED), "10:05").ends_at is None


def test_an_interim_copy_is_due_every_quarter_of_an_hour() -> None:
    """SAL-06; another system's package makes none of ours."""
    assert one(alone(FIRST, SECOND, LOGIN)).copy_due == at("9:33")
    assert one(alone(FIRST, SECOND, LOGIN, COPIED), "9:40").copy_due == at("9:48")
    assert one(alone(OTHER_SYSTEM, replace(LOGIN, number=1))).copy_due is None


def given(minutes: int, at_: datetime) -> ExtraTimeGiven:
    return Story.extra(minutes, at_) if False else _given(minutes, at_)


def _given(minutes: int, at_: datetime) -> ExtraTimeGiven:
    raise NotImplementedError


def test_a_consent_by_telephone_waits_for_a_signature() -> None:
    story = alone(consent=BY_PHONE)
    assert one(story).unsigned
    assert not one(story.given(ConsentRatified(LAW, A1, BY_PHONE.by, at("9:30")))).unsigned
    assert not one(alone()).unsigned


def test_what_presses_most_stands_first() -> None:
    other = replace(FIRST, ticket=A2, machine="PC-32", place="032")
    story = twice(RETURNED, OLDER, replace(CONSENT, ticket=A2), other)
    assert [row.ticket for row in rows(story, "9:40")] == [A1, A2]
    assert open_sessions(story.site) == (LAW,)
    assert open_sessions(twice(RETURNED).site) == ()
    assert open_sessions(alone().site) == ()


def test_every_state_but_one_has_a_part_to_do() -> None:
    assert part_of(AloneState.IN_ROOM) is None
    assert part_of(AloneState.DOUBTFUL) is AlonePart.DECIDE
    assert {part_of(state) for state in AloneState} == {None, *AlonePart}

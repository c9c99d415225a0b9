"""Present, but the answers are lost: the chief's record on an open incident (SAL-05)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.closing import (
    AnswersWrittenOff,
    EndRooms,
    IncidentOfSomethingElse,
    NothingToWriteOff,
    WriteOff,
)
from app.core.end_phase import ViolationsConfirmed
from app.core.gate import CheckName
from app.core.incident import IncidentClosed, IncidentOpened, NoOpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.ledger import count
from app.core.operation import SECOND_PERSON
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.room_gate import blockers
from app.core.room_result import Outcome, ResultLine, TakeRoomResult
from app.core.room_state import Answers, Presence
from app.core.terms import IncidentNo, Role, Ticket
from tests.builders import A1, A2, A3, ADMIN, B1, D1, GUIDE, LAW, NOBODY, R1, R2, ROOM_LOCK, TAX, Story, at, desk, twice

NUMBER = IncidentNo("A-001")
OPENED = IncidentOpened(NUMBER, IncidentKind.ANSWERS_LOST, LAW, R1, at("9:00"), GUIDE)
CHIEF = desk(Role.CHIEF, Role.SITE_ADMIN)
LOST = AnswersWrittenOff(LAW, R1, A1, NUMBER)
ASK = WriteOff(LAW, A1, NUMBER)


def story(stage: str = "confirmed") -> Story:
    return Story(stage).given(OPENED)


def result(*lines: tuple[Ticket, Outcome]) -> TakeRoomResult:
    return TakeRoomResult(LAW, R1, D1, ROOM_LOCK, tuple(ResultLine(*line) for line in lines))


REST = ((A2, Outcome.SUBMITTED), (A3, Outcome.ABSENT))


def test_the_chief_writes_off_with_another_person_beside() -> None:
    told = story().when(ASK, CHIEF).then(LOST).given(LOST)
    assert count(told.site.sessions[LAW].rooms[R1]).written_off == 1
    alone = AnotherPersonNeeded(tuple(sorted(SECOND_PERSON)))
    story().when(ASK, desk(Role.CHIEF)).then(alone)
    story().when(ASK, twice(desk(Role.CHIEF), Role.SITE_ADMIN)).then(alone)
    story().when(ASK).then(NotYourRole(Role.SITE_ADMIN, (Role.CHIEF,)))


def test_with_the_write_off_the_room_balances_and_ends_without_the_lost_answers() -> None:
    told = story().given(ViolationsConfirmed(LAW, R1, at("9:58"), GUIDE)).done(result(*REST))
    room = told.site.sessions[LAW].rooms[R1]
    assert blockers(told.site, room) == (CheckName.ANSWERS, CheckName.RESULT_DIFFERS)
    told.done(ASK, CHIEF)
    assert blockers(told.site, room) == (CheckName.RESULT_DIFFERS,)
    told.done(result(*REST))
    assert blockers(told.site, room) == ()
    told.done(EndRooms(LAW, (R1,), at("10:00"), ADMIN))


def test_answers_found_after_all_are_collected() -> None:
    told = story().done(ASK, CHIEF).done(result((A1, Outcome.SUBMITTED), *REST))
    assert count(told.site.sessions[LAW].rooms[R1]).collected == 2


def test_a_write_off_does_not_hide_that_the_room_calls_them_absent() -> None:
    told = story().given(ViolationsConfirmed(LAW, R1, at("9:58"), GUIDE))
    told.done(ASK, CHIEF).done(result((A1, Outcome.ABSENT), *REST))
    room = told.site.sessions[LAW].rooms[R1]
    assert room.sittings[A1].answers is Answers.WRITTEN_OFF
    assert blockers(told.site, room) == (CheckName.RESULT_DIFFERS,)


@pytest.mark.parametrize(
    ("stage", "ticket", "presence", "answers"),
    [
        ("started", A1, Presence.AWAITED, Answers.OPEN),
        ("confirmed", A3, Presence.ABSENT, Answers.OPEN),
        ("reported", A1, Presence.PRESENT, Answers.COLLECTED),
        ("reported", A2, Presence.PRESENT, Answers.NEVER_LOGGED_IN),
        ("ended", B1, Presence.PRESENT, Answers.COLLECTED),
    ],
)
def test_only_missing_answers_of_someone_present(
    stage: str, ticket: Ticket, presence: Presence, answers: Answers
) -> None:
    story(stage).when(WriteOff(LAW, ticket, NUMBER), CHIEF).then(NothingToWriteOff(ticket, presence, answers))


def test_not_twice() -> None:
    again = NothingToWriteOff(A1, Presence.PRESENT, Answers.WRITTEN_OFF)
    story().done(ASK, CHIEF).when(ASK, CHIEF).then(again)


def test_only_on_an_open_incident_and_for_someone_of_this_session() -> None:
    Story("confirmed").when(ASK, CHIEF).then(NoOpenIncident(NUMBER))
    story().given(IncidentClosed(NUMBER, at("9:30"))).when(ASK, CHIEF).then(NoOpenIncident(NUMBER))
    story().when(WriteOff(LAW, NOBODY, NUMBER), CHIEF).then(NotInThisSession(LAW, NOBODY))


def test_lost_answers_of_the_whole_session_are_those_of_each_room() -> None:
    Story("confirmed").given(replace(OPENED, room=None)).when(ASK, CHIEF).then(LOST)


@pytest.mark.parametrize(
    "opened",
    [
        replace(OPENED, kind=IncidentKind.POWER),
        replace(OPENED, room=R2),
        replace(OPENED, session=TAX),
        replace(OPENED, session=None, room=None),
        replace(OPENED, session=None),
    ],
    ids=["of another kind", "another room", "another session", "the whole site", "of no session"],
)
def test_only_on_an_incident_of_lost_answers_there(opened: IncidentOpened) -> None:
    Story("confirmed").given(opened).when(ASK, CHIEF).then(IncidentOfSomethingElse(NUMBER, opened.kind))

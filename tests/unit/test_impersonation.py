"""Somebody seems to sit for another: stopped at the door, or flagged in the room with the answers kept (J-49)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import (
    AttendanceConfirmed,
    ConfirmAttendance,
    RoomHasEnded,
    RoomNotStarted,
    TurnedBackYetPresent,
)
from app.core.closing import RoomEnded
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.entry import CheckedIn, CheckIn, StoppedAsImpostor
from app.core.identity import AdmitHeld, AdmittedOn, HeldAtDoor, HoldAtDoor, NotHeld
from app.core.impersonation import (
    ClearSuspicion,
    ImpostorStep,
    ImpostorStepNoted,
    ImpostorSuspected,
    NobodyCame,
    NobodySuspected,
    NoteImpostorStep,
    RecordSecondCheck,
    SecondCheckDone,
    SuspectedAlready,
    SuspectImpostor,
    SuspicionCleared,
)
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import Fact, NotYetHappened, PersonUnknown
from app.core.permission import AnotherPersonNeeded
from app.core.room_open import RoomNotReleased
from app.core.room_state import Answers, HoldCause, Presence, Suspicion
from app.core.terms import Role
from tests.builders import (
    A1,
    A2,
    A3,
    GUIDE,
    ID_CARD,
    LAW,
    NOBODY,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    Story,
    at,
    by,
    desk,
    present,
)
from tests.unit.crowded import INCIDENT, STARTED, came, logged_in, morning, of, room, seated, sent

WHEN = at("8:34")
SUSPECT = SuspectImpostor(LAW, A1, WHEN, GUIDE)
OPENED = IncidentOpened(INCIDENT, IncidentKind.IMPOSTOR, LAW, R1, WHEN, GUIDE)
CLEAR = ClearSuspicion(LAW, A1)
POLICE = NoteImpostorStep(LAW, A1, ImpostorStep.POLICE, at("8:40"), GUIDE)
APART = replace(POLICE, step=ImpostorStep.KEPT_APART)
CHECK = RecordSecondCheck(LAW, R1, at("8:50"), GUIDE)
ENTER = CheckIn(LAW, A1, ID_CARD, WHEN, GUIDE)


def suspected(*, at_door: bool) -> ImpostorSuspected:
    return ImpostorSuspected(LAW, R1, A1, INCIDENT, at_door, WHEN, GUIDE)


def stopped(*facts: Fact) -> Story:
    """At the door, in the name of the first candidate."""
    return morning(*STARTED, OPENED, suspected(at_door=True), *facts)


def found(*facts: Fact) -> Story:
    """In the room, logged in."""
    inside = (*came(A1), seated(A1, "001"), logged_in(A1, "001"))
    return morning(*STARTED, *inside, OPENED, suspected(at_door=False), *facts)


# At the door


def test_can_02_at_the_door_an_incident_is_opened_and_nobody_goes_in() -> None:
    story = morning(*STARTED).when(SUSPECT).then(OPENED, suspected(at_door=True)).done(SUSPECT)
    assert of(story, A1).suspicion == Suspicion(INCIDENT, at_door=True)
    story.when(ENTER).then(StoppedAsImpostor(A1, INCIDENT))
    story.when(HoldAtDoor(LAW, A1, HoldCause.PERSON_UNLIKE, WHEN, GUIDE)).then(StoppedAsImpostor(A1, INCIDENT))


def test_can_02_who_waited_waits_no_longer_and_is_not_let_in_by_the_chief_either() -> None:
    held = HeldAtDoor(LAW, R1, A1, HoldCause.PERSON_UNLIKE, at("8:33"), GUIDE)
    story = morning(*STARTED, held).done(SUSPECT)
    assert of(story, A1).held is None
    for ground in AdmittedOn:
        story.when(AdmitHeld(LAW, A1, ID_CARD, ground, at("8:50"), GUIDE)).then(NotHeld(A1))


def test_j_49_who_was_stopped_at_the_door_is_absent_and_does_not_get_in_by_the_roll() -> None:
    roll = ConfirmAttendance(LAW, R1, (A3,), at("8:55"), GUIDE)
    absent = replace(roll, absent=(A1, A3))
    story = stopped().when(roll).then(TurnedBackYetPresent(R1, (A1,)))
    story.when(absent).then(AttendanceConfirmed(LAW, R1, (A2,), (A1, A3), at("8:55"), GUIDE)).done(absent)
    correct = CorrectAttendance(LAW, A1, True, CorrectionReason.FOUND_IN_ROOM, at("9:00"), GUIDE)
    story.when(correct).then(StoppedAsImpostor(A1, INCIDENT))
    story.done(CLEAR).done(correct)


def test_can_02_once_cleared_by_the_chief_the_candidate_comes_in() -> None:
    story = stopped().when(CLEAR).then(SuspicionCleared(LAW, R1, A1, INCIDENT, desk().now)).done(CLEAR)
    assert of(story, A1).suspicion is None
    story.when(ENTER).then(CheckedIn(LAW, R1, A1, WHEN, GUIDE, ID_CARD))


# In the room


def test_j_49_in_the_room_they_are_present_flagged_and_the_answers_kept() -> None:
    inside = (*came(A1), seated(A1, "001"), logged_in(A1, "001"))
    story = morning(*STARTED, *inside).when(SUSPECT).then(OPENED, suspected(at_door=False)).done(SUSPECT)
    sitting = of(story, A1)
    assert sitting.suspicion == Suspicion(INCIDENT, at_door=False)
    assert (sitting.presence, sitting.sits_at, sitting.answers) == (Presence.PRESENT, "001", Answers.OPEN)


def test_j_49_the_roll_takes_them_as_present_and_they_may_be_corrected() -> None:
    story = found().done(ConfirmAttendance(LAW, R1, (A2, A3), at("8:55"), GUIDE))
    absent = CorrectAttendance(LAW, A1, False, CorrectionReason.NEVER_CAME, at("9:00"), GUIDE)
    story.done(absent).done(replace(absent, present=True))


def test_can_02_on_the_way_they_are_flagged_too() -> None:
    story = morning(*came(A1, clock="8:10"), sent(A1)).when(SUSPECT)
    story.then(OPENED, suspected(at_door=False))


def test_can_02_nobody_is_suspected_twice_and_no_absentee() -> None:
    found().when(SUSPECT).then(SuspectedAlready(A1, INCIDENT))
    story = morning(*STARTED, AttendanceConfirmed(LAW, R1, (A2,), (A1, A3), at("8:40"), GUIDE))
    story.when(SUSPECT).then(NobodyCame(A1))


def test_can_02_where_the_room_is_open() -> None:
    story = morning()
    room(story).release = ""
    story.when(SUSPECT).then(RoomNotReleased(LAW, R1))
    morning(*came(A1), RoomEnded(LAW, R1, at("10:00"), GUIDE)).when(SUSPECT).then(RoomHasEnded(LAW, R1, at("10:00")))


# What is done about it


def test_can_02_police_and_keeping_apart_are_noted_once_each() -> None:
    story = found()
    for ask in (POLICE, APART):
        story.when(ask).then(ImpostorStepNoted(LAW, R1, A1, ask.step, at("8:40"), GUIDE)).done(ask)
        story.when(replace(ask, happened_at=at("8:45"))).then()
    suspicion = of(story, A1).suspicion
    assert suspicion
    assert (suspicion.police_at, suspicion.kept_apart_at) == (at("8:40"), at("8:40"))


def test_can_02_without_a_suspicion_there_is_nothing_to_do_or_to_clear() -> None:
    for ask in (POLICE, APART, CLEAR):
        morning(*came(A1)).when(ask).then(NobodySuspected(A1))
    story = found(SuspicionCleared(LAW, R1, A1, INCIDENT, at("9:00")))
    story.given(ImpostorStepNoted(LAW, R1, A1, ImpostorStep.POLICE, at("9:01"), GUIDE))
    assert of(story, A1).suspicion is None


def test_can_02_the_chief_clears_it_before_the_end_of_the_room() -> None:
    found().when(CLEAR, desk(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(AnotherPersonNeeded((Role.CHIEF,)))
    found(RoomEnded(LAW, R1, at("10:00"), GUIDE)).when(CLEAR).then(RoomHasEnded(LAW, R1, at("10:00")))


def test_can_02_roving_staff_and_the_chief_report_it_too() -> None:
    for role in (Role.ROVING, Role.CHIEF, Role.INVIGILATOR):
        morning(*STARTED).done(SUSPECT, present(at("9:00"), by(GUIDE, role)))


@pytest.mark.parametrize("ask", [SUSPECT, POLICE])
def test_it_happened_and_someone_told_it(ask: SuspectImpostor | NoteImpostorStep) -> None:
    story, when = (found() if ask is POLICE else morning(*came(A1))), ask.happened_at
    story.when(ask, desk(now=when - SECOND)).then(NotYetHappened(when, when - SECOND))
    story.when(replace(ask, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
    story.when(replace(ask, ticket=NOBODY)).then(NotInThisSession(LAW, NOBODY))


# The second check after the start


def test_can_02_everyone_is_compared_once_more_after_the_start() -> None:
    story = morning(*STARTED).when(CHECK).then(SecondCheckDone(LAW, R1, at("8:50"), GUIDE)).done(CHECK)
    assert room(story).second_check_at == at("8:50")
    assert room(story, R2).second_check_at is None
    story.when(replace(CHECK, happened_at=at("9:00"))).then()


def test_can_02_not_before_the_start_nor_after_the_end() -> None:
    morning().when(CHECK).then(RoomNotStarted(LAW, R1))
    morning(*STARTED).when(replace(CHECK, room=R9)).then(RoomNotStarted(LAW, R9))
    morning(*STARTED).when(replace(CHECK, happened_at=at("8:30") - SECOND)).then(RoomNotStarted(LAW, R1))
    morning(*STARTED).done(replace(CHECK, happened_at=at("8:30")))
    ended = RoomEnded(LAW, R1, at("10:00"), GUIDE)
    morning(*STARTED, ended).when(CHECK).then(RoomHasEnded(LAW, R1, at("10:00")))


def test_can_02_a_check_was_made_and_someone_made_it() -> None:
    morning(*STARTED).when(CHECK, desk(now=at("8:49"))).then(NotYetHappened(at("8:50"), at("8:49")))
    morning(*STARTED).when(replace(CHECK, reported_by=STRANGER)).then(PersonUnknown(STRANGER))

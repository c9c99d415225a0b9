"""Told, then signed by the candidate or by two invigilators of the room: H12, VIO-01, VIO-02; asked for at the end."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.end_phase import ConfirmViolations
from app.core.end_state import OverrideReason
from app.core.evidence import EvidenceMoved, PoliceNoted
from app.core.free_text import TextMissing, TextPart, TextUnfit
from app.core.gate import CheckName, CheckState
from app.core.incident_report import AboutIncident
from app.core.operation import Fact, NotYetHappened, PersonUnknown
from app.core.override import CheckOverridden, OverrideCheck
from app.core.permission import NotYourRoom
from app.core.removal import CandidateRemoved
from app.core.room_move import RoomMoved
from app.core.terms import IncidentNo, PersonId, Role, TransferNo, ViolationNo
from app.core.violation import NoSuchViolation
from app.core.violation_kinds import ViolationKind
from app.core.violation_signing import (
    AboutViolation,
    BeforeTheAct,
    NotInvigilatorThere,
    NotToldYet,
    SignedAndRefused,
    TwoInvigilators,
)
from app.core.violation_state import Found, KeptAt, RefusedToSign, WaitingPlace
from app.core.violation_void import ViolationWithdrawn
from tests.builders import (
    A1,
    A2,
    GUIDE,
    GUIDE_2,
    LAW,
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
from tests.unit.conduct_story import (
    ACCOUNT,
    FIRST,
    J1,
    J3,
    LOOSE,
    NOW,
    NUMBER,
    RECORDED,
    REFUSAL,
    REFUSE,
    REFUSED,
    ROVING,
    SECOND_ONE,
    SIGN,
    SIGNED,
    TELL,
    TOLD,
    TWIN,
    WHEN,
    WHY,
    WITNESSES,
    caught,
    corrected,
    gate,
    happened,
    here,
    of,
    outdates,
    room,
    taken,
    words,
)

NUMBERS = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
MOVED = RoomMoved(LAW, R1, R9, IncidentNo("A-001"), NUMBERS, at("9:30"), GUIDE)
REMOVED = CandidateRemoved(FIRST, A1, WITNESSES, ROVING, WaitingPlace.EXAM_OFFICE, at("9:10"), GUIDE)

# H12: told, then signed or refused


def test_vio_01_told_then_signed() -> None:
    story = caught().when(TELL, here()).then(TOLD).done(TELL, here())
    assert (of(story).told_at, of(story).closed) == (at("9:05"), False)
    story.when(TELL).then()
    story.when(SIGN).then(SIGNED).done(SIGN)
    assert (of(story).signed_at, of(story).complete) == (at("9:06"), True)
    story.when(replace(SIGN, happened_at=at("9:20"))).then()


def test_vio_01_nobody_signs_what_they_were_not_told() -> None:
    for ask in (SIGN, REFUSE):
        caught().when(ask, here()).then(NotToldYet(FIRST))
        before = replace(ask, happened_at=at("9:05") - SECOND)
        caught(TOLD).when(before, here()).then(NotToldYet(FIRST))
        caught(TOLD).done(replace(ask, happened_at=at("9:05")), here())


def test_vio_01_nobody_is_told_before_it_was_found() -> None:
    caught().when(replace(TELL, happened_at=at("9:01") - SECOND)).then(BeforeTheAct(FIRST, at("9:01")))
    caught().done(replace(TELL, happened_at=at("9:01")))


def test_vio_02_refused_before_two_invigilators_of_the_room() -> None:
    story = caught(TOLD).when(REFUSE, here()).then(REFUSED).done(REFUSE, here())
    assert of(story).refused == RefusedToSign(at("9:06"), WITNESSES, REFUSAL.kept)
    assert REFUSAL.kept in story.site.texts & story.site.blobs
    assert of(story).complete
    story.when(REFUSE, here()).then()


def test_vio_02_damage_of_evidence_may_be_told() -> None:
    damage = words("damage", TextPart.REFUSAL, TextPart.DAMAGE)
    caught(TOLD).done(replace(REFUSE, text=damage), here())
    caught(TOLD).when(replace(REFUSE, text=words("x", TextPart.DAMAGE)), here()).then(TextMissing(TextPart.REFUSAL))
    stray = words("x", TextPart.REFUSAL, TextPart.DECISION)
    caught(TOLD).when(replace(REFUSE, text=stray), here()).then(TextUnfit(TextPart.DECISION, 600))


def test_vio_02_signed_or_refused_and_never_both() -> None:
    caught(TOLD, SIGNED).when(REFUSE, here()).then(SignedAndRefused(FIRST))
    caught(TOLD, REFUSED).when(SIGN, here()).then(SignedAndRefused(FIRST))


@pytest.mark.parametrize("pair", [(J1, J1), (J1, TWIN), (TWIN, J1)])
def test_vio_02_one_person_is_not_two(pair: tuple[PersonId, PersonId]) -> None:
    """Not under two codes either."""
    caught(TOLD).when(replace(REFUSE, witnesses=pair), here()).then(TwoInvigilators(FIRST, R1))


@pytest.mark.parametrize("other", [J3, LOOSE, GUIDE, ROVING, STRANGER], ids=str)
def test_vio_02_both_are_invigilators_of_that_room(other: PersonId) -> None:
    """Not of another room or of none, not the room administrator, nor anybody unknown."""
    for pair in ((J1, other), (other, J1)):
        caught(TOLD).when(replace(REFUSE, witnesses=pair), here()).then(NotInvigilatorThere(other, R1))


def test_vio_02_who_came_with_a_moved_room_is_of_it() -> None:
    there = replace(RECORDED, room=R9, account=replace(ACCOUNT, happened_at=at("9:40"), found_at=at("9:41")))
    story = Story("confirmed").given(MOVED, there, replace(TOLD, at=at("9:45")))
    ask = replace(REFUSE, happened_at=at("9:46"))
    story.when(replace(ask, witnesses=(J1, LOOSE)), here()).then(NotInvigilatorThere(LOOSE, R9))
    story.when(replace(ask, witnesses=(J1, J3)), here()).then(NotInvigilatorThere(J3, R9))
    story.done(ask, here())


def test_what_is_not_written_is_not_done() -> None:
    with pytest.raises(NotImplementedError):
        AboutViolation(FIRST, WHEN, GUIDE).decide(caught().site, here())
    with pytest.raises(NotImplementedError):
        AboutIncident(NUMBER).decide(happened().site, here())


@pytest.mark.parametrize("ask", [TELL, SIGN, REFUSE], ids=lambda one: type(one).__name__)
def test_vio_01_told_by_somebody_of_something_that_was_recorded(ask: AboutViolation) -> None:
    when = ask.happened_at
    caught(TOLD).when(ask, here(now=when - SECOND)).then(NotYetHappened(when, when - SECOND))
    caught(TOLD).when(replace(ask, reported_by=STRANGER), here()).then(PersonUnknown(STRANGER))
    nothing = replace(ask, number=ViolationNo("AV-009"))
    caught(TOLD).when(nothing, here()).then(NoSuchViolation(ViolationNo("AV-009")))
    assert nothing.of_room(Story().site) is None
    caught(TOLD).when(replace(ask, happened_at=WHEN - SECOND), here()).then(BeforeTheAct(FIRST, WHEN))
    caught(TOLD).when(ask, present(NOW, by(GUIDE_2, Role.ROOM_ADMIN))).then(NotYourRoom(R1, R2))


def test_vio_08_found_later_is_told_by_the_agency_and_may_still_be_told_here() -> None:
    later = replace(RECORDED, account=replace(ACCOUNT, found=Found.INVESTIGATION, found_at=at("11:00")))
    story = Story("ended").given(later)
    assert of(story).complete
    story.when(TELL, here()).then(BeforeTheAct(FIRST, at("11:00")))
    story.done(replace(TELL, happened_at=at("11:05")), here())


# The gate at the end of the room (DAT-01, VIO-02)


def test_dat_01_a_new_record_asks_for_the_list_to_be_confirmed_anew() -> None:
    confirm = ConfirmViolations(LAW, (R1,), at("10:00"), GUIDE)
    story = Story("confirmed").done(confirm)
    assert gate(story)[CheckName.VIOLATIONS].state is CheckState.OK
    story.given(RECORDED)
    assert gate(story)[CheckName.VIOLATIONS].state is CheckState.OPEN
    story.done(confirm)
    assert room(story).violations_confirmed_at == at("10:00")
    story = Story("ended").given(RECORDED)
    assert room(story).violations_confirmed_at == at("10:00")


def test_vio_02_what_is_neither_signed_nor_refused_holds_the_room_up() -> None:
    name = CheckName.VIOLATIONS_SIGNED
    assert gate(Story("confirmed"))[name].state is CheckState.OFF
    for story in (caught(), caught(TOLD)):
        found = gate(story)[name]
        assert (found.state, found.hard, found.tickets, found.count) == (CheckState.OPEN, False, (A1,), 1)
    withdrawn = ViolationWithdrawn(FIRST, WHY.kept, NOW)
    for story in (caught(TOLD, SIGNED), caught(TOLD, REFUSED), caught(REMOVED), caught(withdrawn)):
        assert gate(story)[name].state is CheckState.OK
    assert gate(caught(), R2)[name].state is CheckState.OFF


def test_vio_03_and_what_has_no_sheet_does_too() -> None:
    nobody = replace(RECORDED, ticket=None, account=replace(ACCOUNT, sheet=""))
    story = Story("confirmed").given(nobody, TOLD, SIGNED)
    found = gate(story)[CheckName.VIOLATIONS_SIGNED]
    assert (found.state, found.tickets, found.count) == (CheckState.OPEN, (), 1)
    second = replace(RECORDED, number=SECOND_ONE, ticket=A2, account=replace(ACCOUNT, sheet="S-2"))
    found = gate(story.given(second))[CheckName.VIOLATIONS_SIGNED]
    assert (found.tickets, found.count) == ((A2,), 2)


def test_vio_02_the_chief_may_let_it_stand_with_a_reason() -> None:
    story, name, reason = caught(), CheckName.VIOLATIONS_SIGNED, OverrideReason.SEEN_IN_ROOM
    ask = OverrideCheck(LAW, R1, name, reason)
    story.when(ask).then(CheckOverridden(LAW, R1, name, reason, desk().now)).done(ask)
    assert (gate(story)[name].state, gate(story)[name].overridden) == (CheckState.WARNING, True)


def test_vio_02_what_the_chief_let_stand_covers_nothing_that_came_after() -> None:
    name, reason = CheckName.VIOLATIONS_SIGNED, OverrideReason.SEEN_IN_ROOM
    let = CheckOverridden(LAW, R1, name, reason, NOW)
    changed = corrected(replace(ACCOUNT, kind=ViolationKind.MARKS))
    for story in (caught(let, replace(RECORDED, number=SECOND_ONE)), caught(TOLD, SIGNED, let, changed)):
        assert (gate(story)[name].state, gate(story)[name].overridden) == (CheckState.OPEN, False)
    named = Story("confirmed").given(replace(RECORDED, account=replace(ACCOUNT, sheet="")), let, corrected(ACCOUNT))
    assert gate(named)[name].overridden
    over = caught(let, stage="ended").given(replace(RECORDED, number=SECOND_ONE), changed)
    assert name in room(over).overridden


def test_dat_01_what_was_recorded_before_a_move_is_asked_for_where_they_sit_now() -> None:
    """Moving a room would otherwise get rid of its violations."""
    story = caught(MOVED)
    assert gate(story, R9)[CheckName.VIOLATIONS_SIGNED].tickets == (A1,)
    room(story, R9).violations_confirmed_at = at("9:50")
    story.given(replace(RECORDED, number=SECOND_ONE))
    assert room(story, R9).violations_confirmed_at is None


# What puts the room's record out of date, and what does not


def at_end(fact: Fact) -> bool:
    given = {SIGNED: (TOLD,), REFUSED: (TOLD,)}.get(fact, ())
    return outdates(caught(taken(), *given, stage="ended"), fact)


@pytest.mark.parametrize(
    "fact",
    [
        replace(RECORDED, number=SECOND_ONE),
        TOLD,
        SIGNED,
        REFUSED,
        REMOVED,
        corrected(replace(ACCOUNT, sheet="S-2")),
        ViolationWithdrawn(FIRST, WHY.kept, NOW),
    ],
    ids=lambda one: type(one).__name__,
)
def test_rec_01_the_record_of_the_room_says_how_it_stands_with_each(fact: Fact) -> None:
    assert at_end(fact)


@pytest.mark.parametrize(
    "fact",
    [
        taken(2),
        EvidenceMoved(FIRST, f"{FIRST}-1", KeptAt.OWNER, at("9:30"), GUIDE),
        PoliceNoted(FIRST, WHY.kept, NOW, GUIDE),
    ],
    ids=lambda one: type(one).__name__,
)
def test_rec_01_evidence_and_police_stand_on_sheets_of_their_own(fact: Fact) -> None:
    assert not at_end(fact)


def test_rec_01_another_room_has_its_own_record() -> None:
    assert not outdates(Story("ended").given(RECORDED), TOLD, SIGNED, number=R2)

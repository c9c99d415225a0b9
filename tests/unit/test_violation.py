"""Violations are recorded and put right: facts only, the act in the exam, what stood there before is kept (VIO-01)."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.core.agreement import AgreementSigned
from app.core.free_text import NO_TEXT, TextMissing, TextPart, TextUnfit
from app.core.incident import IncidentOpened
from app.core.incident_kinds import ANSWERS_GONE, IncidentKind
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRole, NotYourRoom
from app.core.room_move import RoomMoved
from app.core.start import NobodyArranged
from app.core.terms import IncidentNo, Role, TransferNo, ViolationNo
from app.core.violation import AT_WORK, NotOfThatRoom
from app.core.violation_account import (
    FoundOutside,
    KindOfAnotherRulebook,
    NotInTheExam,
    RemindedAfterwards,
)
from app.core.violation_kinds import CATEGORIES, SERIOUS, ViolationKind, ViolationLevel
from app.core.violation_state import Account, Found, Violation
from tests.builders import (
    A1,
    A3,
    B1,
    CHIEF,
    GUIDE,
    GUIDE_2,
    LAW,
    NOBODY,
    PASSED,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    TAX,
    ZHEJIANG,
    Story,
    at,
    by,
    present,
    taken_in,
)
from tests.unit.conduct_story import (
    ACCOUNT,
    ACT,
    CORRECT,
    FIRST,
    NOW,
    OTHER_TEXT,
    OUTSIDER,
    RECORD,
    RECORDED,
    SECOND_ONE,
    TEXT,
    WHEN,
    caught,
    here,
    of,
    words,
)
from tests.unit.crowded import full as crowd
from tests.unit.crowded import sent
from tests.unit.crowded import taken as taken_over

OPENS, ENDS = at("7:30"), at("10:01")
"""An hour before the scheduled start; the end of the room in the builders."""
NO_SHEET = replace(ACT, sheet="")
LATER = replace(ACT, found=Found.INVESTIGATION, found_at=at("11:00"))


def kept(account: Account) -> Account:
    """Such an account as it is recorded."""
    return replace(account, text=TEXT.kept)


# Recording (VIO-01)


def test_vio_01_a_violation_has_a_number_and_says_what_was_done() -> None:
    story = Story("confirmed").when(RECORD).then(RECORDED).done(RECORD)
    assert of(story) == Violation(FIRST, LAW, R1, A1, [ACCOUNT])
    assert TEXT.kept in story.site.texts & story.site.blobs
    assert (of(story).now, of(story).closed, of(story).complete) == (ACCOUNT, False, False)
    again = replace(RECORD, account=NO_SHEET)
    story.when(again).then(replace(RECORDED, number=SECOND_ONE, account=replace(ACCOUNT, sheet="")))


def test_vio_01_each_machine_counts_its_own() -> None:
    other = replace(RECORDED, number=ViolationNo("BV-001"))
    Story("confirmed").given(other).when(replace(RECORD, account=NO_SHEET)).then(
        replace(RECORDED, account=replace(ACCOUNT, sheet=""))
    )


@pytest.mark.parametrize("part", [TextPart.ACT, TextPart.HANDLING])
def test_vio_01_not_without_act_and_handling(part: TextPart) -> None:
    for said in ("", "  "):
        text = replace(TEXT, parts=tuple((one, said if one is part else here) for one, here in TEXT.parts))
        Story("confirmed").when(replace(RECORD, text=text)).then(TextMissing(part))
        Story("confirmed").given(RECORDED).when(replace(CORRECT, text=text)).then(TextMissing(part))
    Story("confirmed").when(replace(RECORD, text=NO_TEXT)).then(TextMissing(TextPart.ACT))


def test_vio_11_no_room_for_a_decision() -> None:
    """Nothing but the parts asked for is kept: where a result of a decision would be typed there is no field."""
    for text in (words("x", TextPart.ACT, TextPart.HANDLING, TextPart.DECISION), OUTSIDER):
        stray = text.parts[-1][0]
        Story("confirmed").when(replace(RECORD, text=text)).then(TextUnfit(stray, 600))
    assert "sanction" not in {name for one in (Account, Violation) for name in one.__annotations__}


def test_vio_01_a_place_may_be_named() -> None:
    Story("confirmed").done(replace(RECORD, text=OTHER_TEXT))


def test_vio_01_somebody_without_a_ticket_is_described() -> None:
    outsider = replace(RECORD, ticket=None)
    Story("confirmed").when(outsider).then(TextMissing(TextPart.PERSON))
    account = replace(ACCOUNT, text=OUTSIDER.kept)
    story = Story("confirmed").when(replace(outsider, text=OUTSIDER))
    story.then(replace(RECORDED, ticket=None, account=account)).done(replace(outsider, text=OUTSIDER))
    change = replace(CORRECT, account=replace(ACT, kind=ViolationKind.DISORDER))
    story.when(replace(change, text=TEXT)).then(TextMissing(TextPart.PERSON))
    story.done(change)
    assert of(story).now.text == OUTSIDER.kept


def test_vio_01_a_candidate_of_that_room() -> None:
    for stranger in (B1, NOBODY):
        Story("confirmed").when(replace(RECORD, ticket=stranger)).then(NotOfThatRoom(stranger, R1))
    Story("confirmed").when(replace(RECORD, session=TAX, ticket=A3)).then(NotOfThatRoom(A3, R1))
    Story("confirmed").when(replace(RECORD, room=R9)).then(NobodyArranged(LAW, (R9,)))
    # Absent is who was stopped at the door: what they did there is recorded.
    Story("confirmed").done(replace(RECORD, ticket=A3))


def test_vio_01_after_a_transfer_in_the_room_of_the_act() -> None:
    moved = crowd(sent(), taken_over())
    for number in (R1, R2):
        act = replace(ACT, happened_at=at("8:20"), found_at=at("8:21"))
        asked = replace(RECORD, room=number, ticket=A3, account=act)
        moved.when(asked).then(replace(RECORDED, room=number, ticket=A3, account=kept(act)))
    moved.when(replace(RECORD, room=R2, ticket=A1)).then(NotOfThatRoom(A1, R2))
    on = tuple(TransferNo(f"A-01{n}") for n in range(1, 5))
    moved.given(RoomMoved(LAW, R2, R9, IncidentNo("A-001"), on, at("9:00"), GUIDE))
    for number in (R1, R2, R9):
        act = replace(ACT, happened_at=at("8:25"), found_at=at("8:25"))
        moved.done(replace(RECORD, room=number, ticket=A3, account=replace(act, sheet="")))


# When (VIO-01, VIO-08)


@pytest.mark.parametrize("clock", ["7:30", "8:25", "10:01"])
def test_vio_01_the_act_lies_in_the_session(clock: str) -> None:
    asked = replace(ACT, happened_at=at(clock), found_at=ENDS)
    Story("ended").when(replace(RECORD, account=asked)).then(replace(RECORDED, account=kept(asked)))


@pytest.mark.parametrize("when", [OPENS - SECOND, ENDS + SECOND])
def test_vio_01_neither_before_nor_after_it(when: datetime) -> None:
    for found in Found:
        asked = replace(ACT, happened_at=when, found=found, found_at=at("11:00"))
        Story("ended").when(replace(RECORD, account=asked)).then(NotInTheExam(LAW, R1, OPENS, ENDS))
        Story("ended").given(RECORDED).when(replace(CORRECT, account=asked)).then(NotInTheExam(LAW, R1, OPENS, ENDS))


def test_vio_01_while_the_room_goes_on_the_session_is_not_over() -> None:
    asked = replace(ACT, happened_at=at("11:59"), found_at=at("11:59"))
    Story("confirmed").done(replace(RECORD, account=asked))
    asked = replace(ACT, happened_at=OPENS - SECOND)
    Story("confirmed").when(replace(RECORD, account=asked)).then(NotInTheExam(LAW, R1, OPENS, NOW))


def test_vio_08_found_there_and_then_up_to_the_end_of_the_room() -> None:
    for found_at, fits in ((WHEN, True), (ENDS, True), (ENDS + SECOND, False), (WHEN - SECOND, False)):
        story = Story("ended").when(replace(RECORD, account=replace(ACT, found_at=found_at)))
        if fits:
            assert isinstance(story.answer, tuple)
        else:
            story.then(FoundOutside(found_at, in_exam=True))


@pytest.mark.parametrize("found", [Found.INVESTIGATION, Found.EXPERTS])
def test_vio_08_found_later_before_the_day_is_closed_and_after(found: Found) -> None:
    for found_at in (ENDS, at("11:00")):
        asked = replace(ACT, found=found, found_at=found_at)
        story = Story("checked").when(replace(RECORD, account=asked)).then(replace(RECORDED, account=kept(asked)))
        story.site.closed_days[WHEN.date()] = at("11:30")
        story.done(replace(RECORD, account=asked))
        assert of(story).closed
        assert of(story).complete
        assert not story.site.closed_days


@pytest.mark.parametrize("found", [Found.INVESTIGATION, Found.EXPERTS])
def test_vio_08_found_later_means_after_the_exam_of_the_room(found: Found) -> None:
    """Otherwise nobody would have to be told or to sign."""
    going_on = replace(ACT, found=found, found_at=at("9:10"))
    Story("confirmed").when(replace(RECORD, account=going_on)).then(FoundOutside(at("9:10"), in_exam=False))
    Story("ended").when(replace(RECORD, account=going_on)).then(FoundOutside(at("9:10"), in_exam=False))
    caught().when(replace(CORRECT, account=going_on)).then(FoundOutside(at("9:10"), in_exam=False))


def test_vio_01_it_happened_and_someone_told_it() -> None:
    soon = here(now=at("9:00:59"))
    Story("confirmed").when(RECORD, soon).then(NotYetHappened(at("9:01"), soon.now))
    Story("confirmed").given(RECORDED).when(CORRECT, soon).then(NotYetHappened(at("9:01"), soon.now))
    Story("confirmed").when(replace(RECORD, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
    ahead = replace(ACT, reminded_at=at("12:00:01"))
    Story("confirmed").when(replace(RECORD, account=ahead)).then(NotYetHappened(at("12:00:01"), NOW))


def test_vio_01_a_reminder_comes_before_the_act_that_goes_on() -> None:
    Story("confirmed").done(replace(RECORD, account=replace(ACT, reminded_at=WHEN)))
    after = replace(ACT, reminded_at=WHEN + SECOND)
    Story("confirmed").when(replace(RECORD, account=after)).then(RemindedAfterwards(WHEN + SECOND))


def test_vio_01_the_people_of_the_room_and_who_goes_round_record_it() -> None:
    own, other = present(NOW, by(GUIDE, Role.ROOM_ADMIN)), present(NOW, by(GUIDE_2, Role.ROOM_ADMIN))
    Story("confirmed").done(RECORD, own)
    Story("confirmed").when(RECORD, other).then(NotYourRoom(R1, R2))
    Story("confirmed").done(RECORD, present(NOW, by(CHIEF, Role.CHIEF)))
    technician = Story("confirmed").given(AgreementSigned(GUIDE, PASSED))
    technician.when(RECORD, present(NOW, by(GUIDE, Role.TECHNICIAN))).then(
        NotYourRole(Role.TECHNICIAN, tuple(sorted(AT_WORK)))
    )


# Kinds and levels (VIO-04 to VIO-07, VIO-15)


def test_vio_04_to_06_the_level_is_the_one_of_the_text() -> None:
    by_level = {level: {one[2:] for one in CATEGORIES if CATEGORIES[one].level is level} for level in ViolationLevel}
    assert by_level == {
        ViolationLevel.SUBJECT: {"101", "102", "103", "104", "105", "106", "107"},
        ViolationLevel.SERIOUS: {"201", "202"},
        ViolationLevel.VERY_SERIOUS: {"301", "302", "303"},
        ViolationLevel.POLICE: {"401", "402"},
        ViolationLevel.RECORD: {"501", "502", "503", "504", "505"},
    }
    assert {level for level in ViolationLevel if level not in SERIOUS} == {
        ViolationLevel.SUBJECT,
        ViolationLevel.RECORD,
    }
    assert caught().site.violations[FIRST].category is CATEGORIES[ViolationKind.OWN_DEVICE]


@pytest.mark.parametrize("kind", [kind for kind in ViolationKind if kind is not ViolationKind.PAPER_TAKEN])
def test_vio_06_what_is_an_incident_besides_opens_one_at_once(kind: ViolationKind) -> None:
    opens = {
        ViolationKind.SYSTEM_ENTERED: IncidentKind.OTHER_SERIOUS,
        ViolationKind.DATA_TAMPERED: IncidentKind.OTHER_SERIOUS,
        ViolationKind.SYSTEM_BROKEN: IncidentKind.OTHER_SERIOUS,
        ViolationKind.PUBLIC_ORDER: IncidentKind.EXAM_ORDER,
        ViolationKind.CRIME: IncidentKind.MASS_CHEATING,
        ViolationKind.IMPERSONATION: IncidentKind.IMPOSTOR,
    }.get(kind)
    asked = replace(ACT, kind=kind)
    story = Story("confirmed").when(replace(RECORD, account=asked))
    recorded = replace(RECORDED, account=kept(asked), incident=INCIDENT if opens else None)
    story.then(*((IncidentOpened(INCIDENT, opens, LAW, R1, at("9:01"), GUIDE),) if opens else ()), recorded)
    assert opens not in ANSWERS_GONE


INCIDENT, SECOND_INCIDENT = IncidentNo("A-001"), IncidentNo("A-002")


def test_vio_15_taking_the_paper_away_only_under_the_rules_for_skill_levels() -> None:
    asked = replace(ACT, kind=ViolationKind.PAPER_TAKEN)
    no = KindOfAnotherRulebook(ViolationKind.PAPER_TAKEN)
    Story("confirmed").when(replace(RECORD, account=asked)).then(no)
    caught().when(replace(CORRECT, account=asked)).then(no)
    story = Story("enrolled").given(*taken_in(1, ZHEJIANG))
    package = story.site.package
    assert package
    story.site.package = replace(package, exam=replace(package.exam, level="skill"))
    story.when(replace(RECORD, account=asked)).then(replace(RECORDED, account=kept(asked)))
    story.site.package = None
    story.when(replace(RECORD, account=asked)).then(replace(RECORDED, account=kept(asked)))

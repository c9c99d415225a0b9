"""Violations at the desk: how far each is, what it lacks, what is next, and which blanks are left."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from app.core.evidence import EvidenceMoved
from app.core.leaving import CandidateLeft, LeaveCause
from app.core.operation import Fact
from app.core.paper_state import SheetVoidReason
from app.core.removal import CandidateRemoved
from app.core.terms import ViolationNo
from app.core.violation import ViolationRecorded
from app.core.violation_account import SKILL
from app.core.violation_kinds import ViolationKind, ViolationLevel
from app.core.violation_sheets import ViolationSheetsIssued, ViolationSheetVoided
from app.core.violation_state import Found, KeptAt, WaitingPlace
from app.core.violation_void import ViolationWithdrawn
from app.views.violations import (
    ViolationAct,
    ViolationGap,
    ViolationRow,
    ViolationState,
    blanks,
    invigilators_of,
    kinds,
    levels,
    movable,
    roving,
    serious,
    violation_row,
    violation_rows,
    violations_of,
)
from tests.builders import A1, A2, GUIDE, LAW, R1, R2, TAX, Story, at
from tests.unit.conduct_story import (
    ACCOUNT,
    FIRST,
    J1,
    J2,
    NOW,
    ONLY_WITNESSES,
    OUTSIDER,
    RECORDED,
    REFUSED,
    ROVING,
    ROVING_TWIN,
    SECOND_ONE,
    SIGNED,
    TOLD,
    TWIN,
    WHY,
    WITNESSES,
    caught,
    corrected,
    of,
    taken,
)

REMOVED = CandidateRemoved(FIRST, A1, WITNESSES, ROVING, WaitingPlace.EXAM_OFFICE, at("9:10"), GUIDE)
LED_OUT = CandidateLeft(LAW, R1, A1, LeaveCause.REMOVED, at("9:10"), GUIDE)
WITHDRAWN = ViolationWithdrawn(FIRST, WHY.kept, NOW)
NO_SHEET = corrected(replace(ACCOUNT, sheet=""))
LATER = corrected(replace(ACCOUNT, found=Found.INVESTIGATION, found_at=at("10:30")))
OTHER = ViolationRecorded(SECOND_ONE, LAW, R2, None, replace(ACCOUNT, sheet="", text=OUTSIDER.kept), None, GUIDE)
State, Gap, Act = ViolationState, ViolationGap, ViolationAct


def row(*facts: Fact) -> ViolationRow:
    return violation_row(caught(*facts).site, of(caught(*facts)))


@pytest.mark.parametrize(
    ("facts", "state", "missing", "then"),
    [
        ((), State.RECORDED, (Gap.TELLING,), Act.TELL),
        ((TOLD,), State.TOLD, (Gap.SIGNATURE,), Act.SIGNS),
        ((TOLD, SIGNED), State.SIGNED, (), None),
        ((TOLD, REFUSED), State.REFUSED, (), None),
        ((LED_OUT, REMOVED), State.REMOVED, (), None),
        ((TOLD, LED_OUT, REMOVED, SIGNED), State.SIGNED, (), None),
        ((NO_SHEET,), State.RECORDED, (Gap.TELLING, Gap.SHEET), Act.TELL),
        ((NO_SHEET, TOLD, SIGNED), State.SIGNED, (Gap.SHEET,), Act.NAME_SHEET),
        ((NO_SHEET, TOLD), State.TOLD, (Gap.SIGNATURE, Gap.SHEET), Act.SIGNS),
        ((LATER,), State.LATER, (), None),
        ((WITHDRAWN,), State.WITHDRAWN, (), None),
        ((NO_SHEET, WITHDRAWN), State.WITHDRAWN, (), None),
    ],
)
def test_how_far_what_is_missing_and_what_is_next(
    facts: tuple[Fact, ...], state: ViolationState, missing: tuple[ViolationGap, ...], then: ViolationAct | None
) -> None:
    found = row(*facts)
    assert (found.state, found.missing, found.next_act) == (state, missing, then)


def test_what_can_be_entered_follows_what_is_there() -> None:
    always = {Act.TAKE_EVIDENCE, Act.POLICE, Act.CORRECT, Act.WITHDRAW}
    assert set(row().acts) == {*always, Act.TELL, Act.REMOVE}
    assert set(row(TOLD).acts) == {*always, Act.SIGNS, Act.REFUSES, Act.REMOVE}
    assert set(row(TOLD, SIGNED).acts) == {*always, Act.REMOVE}
    assert set(row(NO_SHEET).acts) == {*always, Act.TELL, Act.REMOVE, Act.NAME_SHEET}
    # Who was led out cannot be led out again, and that they were is not withdrawn.
    assert set(row(LED_OUT, REMOVED).acts) == {*always, Act.TELL} - {Act.WITHDRAW}
    assert Act.REMOVE not in row(LED_OUT).acts


def test_nobody_is_led_out_of_a_room_that_has_ended_or_that_they_are_not_in() -> None:
    story = Story("ended").given(RECORDED)
    assert Act.REMOVE not in violation_row(story.site, of(story)).acts
    absent = Story("confirmed").given(replace(RECORDED, ticket=A2))
    absent.site.sessions[LAW].rooms[R1].sittings.pop(A2)
    assert Act.REMOVE not in violation_row(absent.site, of(absent)).acts
    stranger = Story("confirmed").given(OTHER)
    assert Act.REMOVE not in violation_row(stranger.site, of(stranger, SECOND_ONE)).acts


def test_evidence_is_handed_on_while_the_site_holds_it_also_of_a_withdrawn_record() -> None:
    moved = EvidenceMoved(FIRST, f"{FIRST}-1", KeptAt.EXAM_OFFICE, at("9:20"), GUIDE)
    gone = EvidenceMoved(FIRST, f"{FIRST}-1", KeptAt.POLICE, at("9:30"), GUIDE)
    assert Act.MOVE_EVIDENCE in row(taken()).acts
    assert [piece.tag for piece in movable(of(caught(taken(), taken(2), moved)))] == [f"{FIRST}-1", f"{FIRST}-2"]
    assert [piece.tag for piece in movable(of(caught(taken(), taken(2), gone)))] == [f"{FIRST}-2"]
    assert row(taken(), WITHDRAWN).acts == (Act.MOVE_EVIDENCE,)
    assert row(taken(), gone, WITHDRAWN).acts == ()


def test_what_lacks_something_stands_first() -> None:
    story = caught(TOLD, SIGNED, OTHER)
    found = violation_rows(story.site, LAW)
    assert [one.number for one in found] == [SECOND_ONE, FIRST]
    assert (found[0].room, found[0].ticket, found[0].kind) == (R2, None, ViolationKind.OWN_DEVICE)
    assert violation_rows(story.site, TAX) == ()


def test_those_of_a_candidate_or_of_a_room_the_last_first() -> None:
    again = replace(RECORDED, number=ViolationNo("AV-003"))
    site = caught(OTHER, again).site
    assert violations_of(site, LAW, R1, A1) == (again.number, FIRST)
    assert violations_of(site, LAW, R2, None) == (SECOND_ONE,)
    assert violations_of(site, LAW, R1, A2) == ()
    assert violations_of(site, TAX, R1, A1) == ()


def test_levels_count_what_stands() -> None:
    mild = replace(OTHER, account=replace(OTHER.account, kind=ViolationKind.MARKS))
    site = caught(mild).site
    assert levels(site, LAW) == {ViolationLevel.SUBJECT: 1, ViolationLevel.SERIOUS: 1}
    assert serious(site, LAW) == 1
    assert serious(caught(mild, WITHDRAWN).site, LAW) == 0
    assert levels(site, TAX) == {}


def test_only_the_rulebook_for_skill_levels_knows_of_papers_taken_away() -> None:
    story = Story("confirmed")
    assert ViolationKind.PAPER_TAKEN not in kinds(story.site)
    assert story.site.package is not None
    exam = msgspec.structs.replace(story.site.package.exam, level=SKILL)
    story.site.package = replace(story.site.package, exam=exam)
    assert ViolationKind.PAPER_TAKEN in kinds(story.site)
    story.site.package = None
    assert ViolationKind.PAPER_TAKEN not in kinds(story.site)


def test_blanks_that_are_left() -> None:
    story = caught(
        ViolationSheetsIssued(LAW, R1, 4), ViolationSheetVoided("1-1-001-03", SheetVoidReason.LOST), stage="confirmed"
    )
    found = blanks(story.site, LAW, R1)
    assert (found.issued, found.used, found.void) == (4, 1, 1)
    assert found.free == ("1-1-001-02", "1-1-001-04")
    assert blanks(story.site, LAW, R2).free == ()


def test_witnesses_are_the_rooms_own_and_those_it_came_from() -> None:
    story = Story("confirmed")
    staff = ONLY_WITNESSES.staff
    assert [one.code for one in invigilators_of(story.site, staff, LAW, R1)] == [J1, J2, TWIN]
    story.site.sessions[LAW].rooms[R2].moved_from = R1
    assert {J1, J2} < {one.code for one in invigilators_of(story.site, staff, LAW, R2)}
    assert [one.code for one in roving(staff)] == [ROVING, ROVING_TWIN]

"""A record of a violation put right: with the chief, on new evidence, and what it said before is kept (VIO-17)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.evidence import MoveEvidence, PoliceNoted
from app.core.free_text import NO_TEXT, TextMissing, TextPart
from app.core.impersonation import ImpostorSuspected
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import Fact
from app.core.permission import AnotherPersonNeeded, NotYourRoom
from app.core.removal import CandidateRemoved, RemoveCandidate
from app.core.terms import IncidentNo, Role, ViolationNo
from app.core.violation import NoSuchViolation, WithdrawnAlready
from app.core.violation_account import ActAfterwards, SheetUsed
from app.core.violation_kinds import ViolationKind
from app.core.violation_state import Account, Correction, Found, KeptAt, WaitingPlace
from app.core.violation_void import LedOut, ViolationWithdrawn, WithdrawViolation
from tests.builders import A1, A2, ADMIN, GUIDE, GUIDE_2, LAW, R1, R2, Story, at, by, present
from tests.unit.conduct_story import (
    ACCOUNT,
    ACT,
    CORRECT,
    FIRST,
    NOW,
    OTHER_TEXT,
    RECORD,
    RECORDED,
    REFUSE,
    REFUSED,
    ROVING,
    SECOND_ONE,
    SHEET,
    SIGN,
    SIGNED,
    TELL,
    TEXT,
    TOLD,
    WHY,
    WITNESSES,
    caught,
    corrected,
    here,
    of,
    taken,
    words,
)

INCIDENT, SECOND_INCIDENT = IncidentNo("A-001"), IncidentNo("A-002")
SUSPECTED = (
    IncidentOpened(INCIDENT, IncidentKind.IMPOSTOR, LAW, R1, at("8:50"), GUIDE),
    ImpostorSuspected(LAW, R1, A1, INCIDENT, at_door=False, at=at("8:50"), reported_by=GUIDE),
)
REMOVED = CandidateRemoved(FIRST, A1, WITNESSES, ROVING, WaitingPlace.EXAM_OFFICE, at("9:10"), GUIDE)
REMOVE = RemoveCandidate(FIRST, at("9:10"), GUIDE, WITNESSES, ROVING, WaitingPlace.EXAM_OFFICE)
WITHDRAW = WithdrawViolation(FIRST, WHY)
WITHDRAWN = ViolationWithdrawn(FIRST, WHY.kept, NOW)
NO_SHEET, NO_SHEET_KEPT = replace(ACT, sheet=""), replace(ACCOUNT, sheet="")


def unnumbered(*facts: Fact) -> Story:
    """Its sheet is not named yet."""
    return Story("confirmed").given(replace(RECORDED, account=NO_SHEET_KEPT), TOLD, *facts)


def of_kind(kind: ViolationKind, account: Account = ACT) -> Account:
    return replace(account, kind=kind)


# What it said before is kept


def test_vio_17_every_version_is_kept_with_its_reason() -> None:
    other = replace(of_kind(ViolationKind.CHEATING_TOOLS, ACCOUNT), text=OTHER_TEXT.kept)
    asked = replace(CORRECT, account=of_kind(ViolationKind.CHEATING_TOOLS), text=OTHER_TEXT)
    story = caught().when(asked).then(corrected(other)).done(asked)
    assert of(story).versions == [ACCOUNT, other]
    assert of(story).corrections == [Correction(NOW, WHY.kept)]
    assert {TEXT.kept, OTHER_TEXT.kept, WHY.kept} <= story.site.texts & story.site.blobs
    story.done(replace(CORRECT, account=ACT))
    assert [one.kind for one in of(story).versions] == [
        ViolationKind.OWN_DEVICE,
        ViolationKind.CHEATING_TOOLS,
        ViolationKind.OWN_DEVICE,
    ]


@pytest.mark.parametrize("part", [TextPart.REASON, TextPart.BASIS])
def test_vio_17_not_without_a_reason_and_new_evidence(part: TextPart) -> None:
    why = words("why", *{TextPart.REASON, TextPart.BASIS} - {part})
    caught().when(replace(CORRECT, why=why)).then(TextMissing(part))
    first = caught().when(replace(CORRECT, why=NO_TEXT)).answer
    assert first == TextMissing(TextPart.REASON)


def test_vio_17_with_the_chief_beside_and_never_for_another_room() -> None:
    needed = AnotherPersonNeeded((Role.CHIEF,))
    caught().when(CORRECT, here(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(needed)
    caught().when(CORRECT, here(Role.SITE_ADMIN)).then(needed)
    other = present(NOW, by(GUIDE_2, Role.ROOM_ADMIN), by(ADMIN, Role.CHIEF))
    caught().when(CORRECT, other).then(NotYourRoom(R1, R2))


def test_vio_17_what_was_never_recorded_is_not_put_right() -> None:
    nothing = replace(CORRECT, number=ViolationNo("AV-009"))
    caught().when(nothing).then(NoSuchViolation(ViolationNo("AV-009")))
    assert nothing.of_room(Story().site) is None


def test_vio_17_a_record_stays_with_its_candidate_and_room() -> None:
    """A violation is not cleared by handing it to somebody else."""
    story = caught().done(replace(CORRECT, account=of_kind(ViolationKind.MARKS)))
    assert (of(story).ticket, of(story).room, of(story).session) == (A1, R1, LAW)
    assert not {"ticket", "room", "session"} & set(CORRECT.__struct_fields__)


# Told and signed anew


@pytest.mark.parametrize(
    "account",
    [
        of_kind(ViolationKind.MARKS, NO_SHEET),
        replace(NO_SHEET, happened_at=at("8:59")),
        replace(NO_SHEET, found_at=at("9:02")),
        replace(NO_SHEET, reminded_at=at("8:58")),
        replace(ACT, happened_at=at("8:59")),
    ],
    ids=["kind", "act", "found", "reminded", "act and sheet"],
)
def test_vio_17_what_says_something_else_is_told_and_signed_anew(account: Account) -> None:
    for facts in ((TOLD,), (TOLD, SIGNED), (TOLD, REFUSED)):
        story = unnumbered(*facts).done(replace(CORRECT, account=account))
        assert (of(story).told_at, of(story).signed_at, of(story).refused) == (None, None, None)
        assert not of(story).closed


def test_vio_17_other_words_are_told_and_signed_anew() -> None:
    story = unnumbered(SIGNED).done(replace(CORRECT, account=NO_SHEET, text=OTHER_TEXT))
    assert not of(story).closed


def test_vio_03_adding_the_number_of_the_sheet_voids_no_signature() -> None:
    story = unnumbered(SIGNED)
    assert (of(story).closed, of(story).complete) == (True, False)
    story.when(CORRECT).then(corrected(ACCOUNT)).done(CORRECT)
    assert (of(story).told_at, of(story).signed_at, of(story).complete) == (at("9:05"), at("9:06"), True)
    story = unnumbered(REFUSED).done(CORRECT)
    assert of(story).complete


@pytest.mark.parametrize("sheet", ["S-2", ""])
def test_vio_03_what_was_signed_is_that_very_sheet(sheet: str) -> None:
    story = caught(TOLD, SIGNED).done(replace(CORRECT, account=replace(ACT, sheet=sheet)))
    assert not of(story).closed


def test_vio_17_led_out_stays_led_out() -> None:
    story = caught(REMOVED).done(replace(CORRECT, account=of_kind(ViolationKind.DISORDER)))
    assert of(story).complete


def test_vio_08_a_correction_may_say_that_it_was_found_later() -> None:
    story = caught(stage="ended").done(
        replace(CORRECT, account=replace(ACT, found=Found.EXPERTS, found_at=at("11:00")))
    )
    assert [one.found for one in of(story).versions] == [Found.IN_EXAM, Found.EXPERTS]


def test_vio_17_the_act_stays_before_what_was_done_about_it() -> None:
    police = PoliceNoted(FIRST, WHY.kept, at("9:10"), GUIDE)
    piece = replace(taken(), at=at("9:10"))
    for fact in (REMOVED, police, piece):
        later = replace(CORRECT, account=replace(ACT, happened_at=at("9:10"), found_at=at("9:30")))
        after = replace(later, account=replace(later.account, happened_at=at("9:10:01")))
        caught(fact).when(after).then(ActAfterwards(FIRST, at("9:10")))
        caught(fact).done(later)
        caught().done(after)


# Incidents (VIO-06)


def test_vio_06_a_graver_kind_opens_its_incident_when_it_is_put_right() -> None:
    account = of_kind(ViolationKind.SYSTEM_BROKEN)
    asked, kept = replace(CORRECT, account=account), replace(account, text=TEXT.kept)
    opened = IncidentOpened(INCIDENT, IncidentKind.OTHER_SERIOUS, LAW, R1, at("9:01"), ADMIN)
    story = caught().when(asked).then(opened, corrected(kept, INCIDENT)).done(asked)
    assert of(story).incident == INCIDENT
    other = replace(asked, account=of_kind(ViolationKind.DATA_TAMPERED))
    story.when(other).then(corrected(replace(other.account, text=TEXT.kept), INCIDENT))


def test_vio_06_another_kind_of_incident_is_opened_even_where_one_is_known_and_over() -> None:
    story = caught().done(replace(CORRECT, account=of_kind(ViolationKind.PUBLIC_ORDER)))
    story.given(IncidentClosed(INCIDENT, at("10:00")))
    asked = replace(CORRECT, account=of_kind(ViolationKind.CRIME))
    opened = IncidentOpened(SECOND_INCIDENT, IncidentKind.MASS_CHEATING, LAW, R1, at("9:01"), ADMIN)
    story.when(asked).then(opened, corrected(replace(asked.account, text=TEXT.kept), SECOND_INCIDENT))


def test_vio_06_a_milder_kind_leaves_the_incident_as_it_is() -> None:
    story = caught().done(replace(CORRECT, account=of_kind(ViolationKind.CRIME)))
    story.when(CORRECT).then(corrected(ACCOUNT, INCIDENT)).done(CORRECT)
    assert story.site.incidents[INCIDENT].closed_at is None


# Impersonation (CAN-02)


def test_can_02_impersonation_joins_the_incident_of_the_suspicion() -> None:
    account = of_kind(ViolationKind.IMPERSONATION)
    kept = replace(account, text=TEXT.kept)
    story = Story("confirmed").given(*SUSPECTED).when(replace(RECORD, account=account))
    story.then(replace(RECORDED, account=kept, incident=INCIDENT))
    story = caught(*SUSPECTED).when(replace(CORRECT, account=account)).then(corrected(kept, INCIDENT))


def test_can_02_without_a_suspicion_it_opens_one() -> None:
    account = of_kind(ViolationKind.IMPERSONATION)
    kept, impostor = replace(account, text=TEXT.kept), IncidentKind.IMPOSTOR
    story = Story("confirmed").when(replace(RECORD, account=account))
    opened = IncidentOpened(INCIDENT, impostor, LAW, R1, at("9:01"), GUIDE)
    story.then(opened, replace(RECORDED, account=kept, incident=INCIDENT))
    caught().when(replace(CORRECT, account=account)).then(replace(opened, reported_by=ADMIN), corrected(kept, INCIDENT))


def test_can_02_a_suspicion_says_nothing_of_another_violation() -> None:
    story = Story("confirmed").given(*SUSPECTED).when(RECORD).then(RECORDED)
    account = of_kind(ViolationKind.SYSTEM_ENTERED)
    opened = IncidentOpened(SECOND_INCIDENT, IncidentKind.OTHER_SERIOUS, LAW, R1, at("9:01"), GUIDE)
    recorded = replace(RECORDED, account=replace(account, text=TEXT.kept), incident=SECOND_INCIDENT)
    story.when(replace(RECORD, account=account)).then(opened, recorded)


# Withdrawn: recorded by mistake


def test_vio_17_a_record_made_by_mistake_is_withdrawn_and_still_to_be_seen() -> None:
    story = caught(TOLD).when(WITHDRAW).then(WITHDRAWN).done(WITHDRAW)
    assert of(story).withdrawn == Correction(NOW, WHY.kept)
    assert (of(story).versions, of(story).told_at, of(story).complete) == ([ACCOUNT], at("9:05"), True)
    assert WHY.kept in story.site.texts & story.site.blobs


@pytest.mark.parametrize("part", [TextPart.REASON, TextPart.BASIS])
def test_vio_17_not_without_the_chief_and_not_without_a_reason(part: TextPart) -> None:
    for here_ in (here(Role.SITE_ADMIN), here(Role.SITE_ADMIN, Role.DEPUTY)):
        caught().when(WITHDRAW, here_).then(AnotherPersonNeeded((Role.CHIEF,)))
    why = words("why", *{TextPart.REASON, TextPart.BASIS} - {part})
    caught().when(replace(WITHDRAW, why=why)).then(TextMissing(part))
    other = present(NOW, by(GUIDE_2, Role.ROOM_ADMIN), by(ADMIN, Role.CHIEF))
    caught().when(WITHDRAW, other).then(NotYourRoom(R1, R2))
    nothing = replace(WITHDRAW, number=ViolationNo("AV-009"))
    caught().when(nothing).then(NoSuchViolation(ViolationNo("AV-009")))


def test_vio_09_who_was_led_out_was_led_out() -> None:
    caught(REMOVED).when(WITHDRAW).then(LedOut(FIRST, at("9:10")))


def test_vio_17_of_what_was_withdrawn_nothing_more_is_entered() -> None:
    story = caught(taken(), WITHDRAWN)
    for ask in (WITHDRAW, CORRECT, TELL, SIGN, REFUSE, REMOVE):
        story.when(ask, here()).then(WithdrawnAlready(FIRST, NOW))
    # What was taken goes back to its owner all the same.
    story.done(MoveEvidence(FIRST, at("9:30"), GUIDE, f"{FIRST}-1", KeptAt.OWNER))


def test_vio_03_the_sheet_of_a_withdrawn_record_serves_nobody_else() -> None:
    story = caught(WITHDRAWN).when(replace(RECORD, ticket=A2)).then(SheetUsed(SHEET, FIRST))
    story.done(replace(RECORD, ticket=A2, account=replace(ACT, sheet="S-2")))
    assert list(story.site.violations) == [FIRST, SECOND_ONE]

"""What is no hard rule the chief lets stand, with a reason, as long as things are as they were seen (DAT-01)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomNotStarted
from app.core.closing import CheckAnswers, EndRooms, RoomBlockers, RoomsNotReady
from app.core.correction import AttendanceCorrected, CorrectionReason
from app.core.end_phase import ViolationsConfirmed
from app.core.end_state import Override, OverrideReason, ResultReason
from app.core.gate import Check, CheckName, CheckState
from app.core.override import CheckOverridden, NothingStandsOpen, OverrideCheck, RuleIsHard
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.room_gate import blockers, room_gate
from app.core.room_move import RoomMoved
from app.core.room_report import RoomReported
from app.core.room_result import ResultDifference, RoomResultKept
from app.core.room_state import Answers, Presence, Transfer
from app.core.terms import ClauseId, Digest, Role, SessionId, TransferNo
from tests.builders import A1, A2, A3, ADMIN, D1, D2, GUIDE, LAW, R1, R9, ROOM_LOCK, Story, at, desk
from tests.unit.alone_story import LOST, consented, of, out, room

SEEN = OverrideReason.SEEN_IN_ROOM
DIFFERS = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1,), (A2,), (ResultDifference(A3, "absent", "submitted"),))
LOOKED = ViolationsConfirmed(LAW, R1, at("9:58"), GUIDE)
END = EndRooms(LAW, (R1,), at("10:01"), ADMIN)


def lets(check: CheckName = CheckName.RESULT_DIFFERS, reason: OverrideReason = SEEN) -> OverrideCheck:
    return OverrideCheck(LAW, R1, check, reason)


def passed(check: CheckName = CheckName.RESULT_DIFFERS, reason: OverrideReason = SEEN) -> CheckOverridden:
    return CheckOverridden(LAW, R1, check, reason, at("12:00"))


def differing() -> Story:
    """The room says that A3, absent here, handed in; nothing else is open."""
    return Story("confirmed").given(DIFFERS, LOOKED)


def check(story: Story, name: CheckName) -> Check:
    return next(one for one in room_gate(story.site, room(story)) if one.name is name)


@pytest.mark.parametrize("reason", OverrideReason)
def test_dat_01_the_chief_lets_a_difference_stand_with_a_reason(reason: OverrideReason) -> None:
    story = differing().when(lets(reason=reason)).then(passed(reason=reason)).done(lets(reason=reason))
    found = check(story, CheckName.RESULT_DIFFERS)
    assert (found.state, found.overridden, found.blocks, found.tickets) == (CheckState.WARNING, True, False, (A3,))
    assert room(story).overridden == {CheckName.RESULT_DIFFERS: Override(reason, at("12:00"))}
    story.done(END)


def test_dat_01_the_chief_alone_does() -> None:
    differing().when(lets(), desk(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(AnotherPersonNeeded((Role.CHIEF,)))
    differing().when(lets(), desk(Role.CHIEF, Role.SITE_ADMIN)).then(NotYourRole(Role.CHIEF, (Role.SITE_ADMIN,)))


def test_dat_01_without_it_the_room_does_not_end() -> None:
    differing().when(END).then(RoomsNotReady(LAW, (RoomBlockers(R1, (CheckName.RESULT_DIFFERS,)),)))


HARD = {
    CheckName.ATTENDANCE: "DAT-01",
    CheckName.VIOLATIONS: "DAT-01",
    CheckName.ANSWERS: "DAT-02",
    CheckName.STANDALONE: "SAL-05",
    CheckName.BY_HAND: "DAT-01",
    CheckName.PENDING_TRANSFER: "OVB-10",
    CheckName.DISPUTED: "OVB-15",
    CheckName.LEDGER: "OVB-14",
}


def everything_open() -> Story:
    """A1 on a package, A2 to come by hand and claimed by another room, A3 on the way; the roll is not confirmed."""
    story = out(consented(by_phone=True))
    here = room(story)
    here.attendance_confirmed_at, here.arranged = None, 9
    of(story, A2).by_hand, of(story, A2).claimed_by = True, R9
    of(story, A3).presence = Presence.PENDING
    story.given(replace(DIFFERS, collected=(), never_logged_in=()))
    of(story, A2).by_hand = True
    story.site.sessions[LAW].transfers.append(Transfer(TransferNo("A-001"), A3, R1, at("8:20")))
    return story


@pytest.mark.parametrize("name", HARD)
def test_dat_01_a_hard_rule_stands_open_for_nobody(name: CheckName) -> None:
    story = everything_open()
    if name is CheckName.ANSWERS:
        room(story).result = None
    refusal = RuleIsHard(name, ClauseId(HARD[name]))
    story.when(lets(name)).then(refusal)
    assert refusal.basis == HARD[name]
    story.given(passed(name))
    assert name in blockers(story.site, room(story))


def test_dat_01_what_holds_nothing_up_needs_no_word() -> None:
    for name in CheckName:
        Story("reported").when(lets(name)).then(NothingStandsOpen(name))
    differing().given(passed()).when(lets()).then(NothingStandsOpen(CheckName.RESULT_DIFFERS))


def test_dat_01_only_in_a_room_that_sits() -> None:
    Story("released").when(lets()).then(RoomNotStarted(LAW, R1))
    Story("confirmed").when(replace(lets(), room=R9)).then(RoomNotStarted(LAW, R9))
    nowhere = SessionId("9-9")
    Story("confirmed").when(replace(lets(), session=nowhere)).then(RoomNotStarted(nowhere, R1))
    moved = RoomMoved(LAW, R1, R9, LOST, tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3)), at("9:10"), GUIDE)
    Story("confirmed").given(moved).when(lets(CheckName.VIOLATIONS)).then(NothingStandsOpen(CheckName.VIOLATIONS))


def test_dat_01_a_difference_that_leaves_answers_open_is_still_hard() -> None:
    """The chief lets the file differ; where the answers of somebody present are, has to be said all the same."""
    story = Story("confirmed").given(replace(DIFFERS, collected=()), LOOKED)
    story.done(lets())
    assert blockers(story.site, room(story)) == (CheckName.ANSWERS,)
    assert check(story, CheckName.ANSWERS).tickets == (A1,)


# As it was seen, and no longer


def test_dat_01_a_new_result_is_looked_at_anew() -> None:
    again = replace(DIFFERS, digest=D2, version=2, reason=ResultReason.COLLECTED_AGAIN)
    story = differing().given(passed(), again)
    assert room(story).overridden == {}
    assert blockers(story.site, room(story)) == (CheckName.RESULT_DIFFERS,)


def test_dat_01_so_is_another_difference() -> None:
    corrected = AttendanceCorrected(LAW, R1, A2, False, CorrectionReason.NEVER_CAME, at("10:00"), GUIDE)
    story = differing().given(passed(), corrected)
    assert CheckName.RESULT_DIFFERS in blockers(story.site, room(story))
    assert check(story, CheckName.RESULT_DIFFERS).tickets == (A2, A3)


def test_sal_02_a_consent_that_was_not_signed_may_stand_but_not_the_next_one() -> None:
    story = out(consented(by_phone=True)).done(lets(CheckName.RATIFIED))
    assert check(story, CheckName.RATIFIED).state is CheckState.WARNING
    story.given(consented(by_phone=True, given_at=at("9:10")))
    assert check(story, CheckName.RATIFIED).state is CheckState.OPEN


@pytest.mark.parametrize(("submitted", "state"), [(1, CheckState.OPEN), (2, CheckState.OK)])
def test_clk_13_whether_all_handed_in_the_chief_may_have_seen_in_the_room(submitted: int, state: CheckState) -> None:
    """The answers themselves are told or counted all the same."""
    story = Story("confirmed")
    assert check(story, CheckName.SUBMITTED).state is CheckState.UNKNOWN
    story.given(RoomReported(LAW, R1, 1, 2, 1, 2, submitted, at("9:59"), GUIDE, Digest(""), None))
    found = check(story, CheckName.SUBMITTED)
    assert (found.state, found.count) == (state, 2 - submitted)
    story.given(passed(CheckName.SUBMITTED))
    assert CheckName.SUBMITTED not in blockers(story.site, room(story))
    assert CheckName.ANSWERS in blockers(story.site, room(story))


def test_dat_04_with_a_difference_let_stand_the_answers_are_checked() -> None:
    story = Story("ended").given(DIFFERS)
    story.when(CheckAnswers(LAW)).then(RoomsNotReady(LAW, (RoomBlockers(R1, (CheckName.RESULT_DIFFERS,)),)))
    story.done(lets()).done(CheckAnswers(LAW))
    assert of(story, A1).answers is Answers.COLLECTED

"""The chief signs the board: with what stood open and why; the signature holds until something else opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.board_signing import BoardState, BoardWasSigned, GatesOpen, NoBoardYet, SignBoard, board_state, worth
from app.core.delegation import ChiefDelegated, DelegationEnded
from app.core.duty_change import AvailabilitySet
from app.core.duty_state import AbsenceReason
from app.core.free_text import NO_TEXT, FreeText, TextMissing, TextPart, TextUnfit
from app.core.go_no_go import exam_day
from app.core.lock_state import SealPlace
from app.core.mirror import MirrorBegun
from app.core.operation import CHIEF as CHIEF_ROLES
from app.core.operation import Demand, Desk
from app.core.permission import NotYourRole
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import BoardSigned, Go, LookState, OpenGate
from app.core.sealing import EquipmentWasSealed
from app.core.terms import Digest, PersonId, Role
from app.core.timestamp import ScanChecked
from tests.builders import CHIEF, D2, DEPUTY, GUIDE, LIAONING, MINUTE, R1, SEAL, Story, at, by, present, taken_in
from tests.unit.board_story import STICK, board, board_story, seen
from tests.unit.duty_story import DAY, E1, NOW, PEOPLE
from tests.unit.gate_cases import off

WHY = FreeText(((TextPart.REASON, "The stick comes at eight"),), D2)
GO, NO_GO = SignBoard(Go.GO, NO_TEXT), SignBoard(Go.NO_GO, WHY)
NO_STICK = "mirror//no_medium"


def chief(person: PersonId = CHIEF, role: Role = Role.CHIEF) -> Desk:
    return replace(present(NOW, by(person, role)), directory=PEOPLE)


def signed(decision: Go, *keys: str, reason: Digest = D2, by: PersonId = CHIEF) -> BoardWasSigned:
    gates = tuple(OpenGate(key, 0) for key in keys)
    return BoardWasSigned(decision, DAY, NOW, by, gates, reason if keys or decision is Go.NO_GO else Digest(""))


def state(story: Story) -> BoardState:
    found = board_state(story.site, LIAONING, PEOPLE, NOW)
    assert worth(story.site, board(story).values(), NOW) is found
    return found


def without_stick() -> Story:
    return board_story(without=("medium", "mirror"))


def test_rdy_10_a_go_over_a_board_that_says_yes_wants_no_words() -> None:
    story = board_story()
    assert state(story) is BoardState.UNSIGNED
    texts = set(story.site.texts)
    story.when(GO, chief()).then(signed(Go.GO)).done(GO, chief())
    assert story.site.board == BoardSigned(Go.GO, DAY, NOW, CHIEF, (), Digest(""))
    assert story.site.texts == texts
    assert state(story) is BoardState.SIGNED
    board_story().when(SignBoard(Go.GO, WHY), chief()).then(TextUnfit(TextPart.REASON, 600))


def test_rdy_10_a_go_with_open_gates_wants_a_reason() -> None:
    story = without_stick().when(GO, chief()).then(GatesOpen(1))
    story.given(AvailabilitySet((E1,), AbsenceReason.ILL, NOW, GUIDE)).when(GO, chief()).then(GatesOpen(2))
    story = without_stick().when(SignBoard(Go.GO, WHY), chief()).then(signed(Go.GO, NO_STICK))
    story.done(SignBoard(Go.GO, WHY), chief())
    assert story.site.board == BoardSigned(Go.GO, DAY, NOW, CHIEF, (OpenGate(NO_STICK, 0),), D2)
    assert D2 in story.site.texts & story.site.blobs


@pytest.mark.parametrize(
    ("decision", "text", "no"),
    [
        (Go.GO, FreeText(((TextPart.REASON, " - "),)), TextMissing(TextPart.REASON)),
        (Go.GO, FreeText(((TextPart.ACT, "Words"),)), TextMissing(TextPart.REASON)),
        (Go.NO_GO, NO_TEXT, TextMissing(TextPart.REASON)),
        (Go.NO_GO, FreeText(((TextPart.REASON, "x" * 601),)), TextUnfit(TextPart.REASON, 600)),
        (Go.NO_GO, FreeText((*WHY.parts, (TextPart.BASIS, "y"))), TextUnfit(TextPart.BASIS, 600)),
    ],
)
def test_rdy_10_a_reason_is_one(decision: Go, text: FreeText, no: TextMissing | TextUnfit) -> None:
    without_stick().when(SignBoard(decision, text), chief()).then(no)


def test_rdy_10_a_no_go_wants_a_reason_whatever_the_board_says() -> None:
    board_story().when(SignBoard(Go.NO_GO, NO_TEXT), chief()).then(TextMissing(TextPart.REASON))
    story = board_story().when(NO_GO, chief()).then(signed(Go.NO_GO)).done(NO_GO, chief())
    assert state(story) is BoardState.SIGNED
    # What was decided is decided anew as often as the chief likes.
    story.done(GO, chief())
    assert story.site.board
    assert story.site.board.decision is Go.GO


def test_rdy_10_the_signature_falls_when_something_new_opens() -> None:
    story = without_stick().done(SignBoard(Go.GO, WHY), chief())
    assert state(story) is BoardState.SIGNED
    story.given(off(E1))
    assert state(story) is BoardState.CHANGED
    story.done(SignBoard(Go.GO, WHY), chief())
    assert state(story) is BoardState.SIGNED


def test_rdy_10_the_signature_does_not_fall_when_something_closes() -> None:
    story = without_stick().done(SignBoard(Go.GO, WHY), chief())
    story.given(STICK, MirrorBegun(STICK.serial, NOW))
    assert state(story) is BoardState.SIGNED
    # It opens again as the chief saw it.
    story.site.safe.media.clear()
    story.site.safe.mirror = None
    assert state(story) is BoardState.SIGNED


def test_rdy_10_another_cause_of_the_same_gate_is_something_new() -> None:
    story = board_story(without=("items",)).done(SignBoard(Go.GO, WHY), chief())
    assert state(story) is BoardState.SIGNED
    story.given(seen(ReadinessItem.VIDEO, R1, state=LookState.FAULTY))
    assert state(story) is BoardState.CHANGED


def test_rdy_10_more_of_what_was_open_is_something_new_and_less_is_not() -> None:
    story = board_story(without=("items",))
    first, *others = (rule.item for rule in LIAONING.readiness if rule.per_room and not rule.advice and not rule.cloud)
    story.given(*(seen(item, R1, state=LookState.FAULTY) for item in (first, others[0])))
    story.done(SignBoard(Go.GO, WHY), chief())
    story.given(seen(first, R1))
    assert state(story) is BoardState.SIGNED
    story.given(*(seen(item, R1, state=LookState.FAULTY) for item in (first, others[1])))
    assert state(story) is BoardState.CHANGED


def test_what_was_so_and_is_no_longer_takes_the_signature_with_it() -> None:
    story = board_story().done(GO, chief()).given(ScanChecked(passed=False))
    assert state(story) is BoardState.CHANGED


def test_a_signature_is_for_one_day_and_one_arrangement() -> None:
    story = board_story().done(GO, chief())
    assert story.site.board
    yesterday = replace(story.site.board, day=at("8:30", 29).date())
    story.site.board = yesterday
    assert state(story) is BoardState.CHANGED
    assert exam_day(story.site, NOW) == DAY
    assert state(board_story().done(GO, chief()).given(*taken_in(2))) is BoardState.UNSIGNED


def test_before_an_arrangement_there_is_nothing_to_sign() -> None:
    Story("enrolled").when(NO_GO, chief()).then(NoBoardYet())


def test_a_day_that_is_over_is_not_signed() -> None:
    story = board_story()
    after = max(one.plan.starts_at for one in story.site.sessions.values()) + timedelta(days=1)
    desk = replace(present(after, by(CHIEF, Role.CHIEF)), directory=PEOPLE)
    story.when(NO_GO, desk).then(NoBoardYet())


def test_stf_01_the_chief_signs_and_a_deputy_only_by_delegation() -> None:
    assert GO.demand(board_story().site, chief()) == Demand(CHIEF_ROLES)
    for person, role in ((DEPUTY, Role.DEPUTY), (PersonId("W1"), Role.SITE_ADMIN)):
        board_story().when(GO, chief(person, role)).then(NotYourRole(role, (Role.CHIEF,)))
    given = ChiefDelegated(CHIEF, DEPUTY, "WT-1", NOW - MINUTE, NOW)
    story = board_story(given).when(GO, chief(DEPUTY, Role.DEPUTY)).then(signed(Go.GO, by=DEPUTY))
    story.given(DelegationEnded(DEPUTY)).when(GO, chief(DEPUTY, Role.DEPUTY))
    story.then(NotYourRole(Role.DEPUTY, (Role.CHIEF,)))


def test_lck_06_the_board_is_signed_while_the_equipment_is_sealed_too() -> None:
    story = board_story(EquipmentWasSealed(SEAL, SealPlace.SECURE_ROOM, NOW)).done(GO, chief())
    assert state(story) is BoardState.SIGNED

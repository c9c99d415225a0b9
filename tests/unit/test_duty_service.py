"""Drawn at the desk in one act: the number, then the draw; what was numbered before a power cut comes first."""

from __future__ import annotations

from typing import cast

from app.core.authorization import ExamAuthorizationMissing
from app.core.duty import DrawImpossible, DrawNumbered, DrawPending, DutyDrawn, RedrawNeedsReason
from app.core.duty_change import AvailabilitySet
from app.core.duty_draw import DrawRule
from app.core.duty_state import AbsenceReason, RedrawReason
from app.core.operation import Decision, Desk, Fact, Operation, Refusal, Signer
from app.core.room_move import StandbyRoomOpened
from app.core.site import Site
from app.core.terms import Digest, IncidentNo
from app.service.console import Console
from app.service.duty import draw
from tests.builders import GUIDE, LAW, R9, Story
from tests.unit.duty_story import DAY, DRAW, E4, E5, NOW, TOKEN, here, number, posted, staffed


class AtDesk:
    """As much of a console as it takes: one blob, and a story that goes on."""

    def __init__(self, story: Story) -> None:
        self.story, self.facts = story, list[Fact]()
        self.store = self.blobs = self

    @property
    def site(self) -> Site:
        return self.story.site

    def get(self, digest: Digest) -> bytes:
        assert digest == self.site.exam_document
        return TOKEN.encode()

    def _desk(self, signers: tuple[Signer, ...]) -> Desk:
        assert signers == here().signers
        return here()

    def foretell(self, operation: Operation, *signers: Signer) -> Decision:
        return self.story.when(operation, self._desk(signers)).answer

    def submit(self, operation: Operation, *signers: Signer) -> Refusal | None:
        answer = self.foretell(operation, *signers)
        if isinstance(answer, tuple):
            self.story.given(*answer)
            self.facts += answer
            return None
        return cast("Refusal", answer)


def drawn(story: Story, reason: RedrawReason | None = None) -> tuple[Refusal | None, list[type[Fact]]]:
    desk = AtDesk(story)
    no = draw(cast("Console", desk), DAY, reason, False, *here().signers)
    return no, [type(fact) for fact in desk.facts]


def test_stf_06_number_and_draw_are_one_act() -> None:
    story = staffed()
    assert drawn(story) == (None, [DrawNumbered, DutyDrawn])
    assert story.site.duty[DAY].drawn
    assert drawn(story) == (RedrawNeedsReason(DAY), [])
    assert drawn(story, RedrawReason.LIST_WRONG) == (None, [DrawNumbered, DutyDrawn])


def test_stf_06_what_was_numbered_before_a_power_cut_is_drawn_and_not_numbered_again() -> None:
    story = staffed().done(number(), here())
    story.when(number(), here()).then(DrawPending(DAY, 1))
    assert drawn(story) == (None, [DutyDrawn])


def test_stf_06_a_number_that_nobody_can_draw_by_is_followed_by_another() -> None:
    story = staffed(AvailabilitySet((E4, E5), AbsenceReason.ILL, NOW, GUIDE))
    impossible = DrawImpossible(DrawRule.PEOPLE, 4, 3, (), 0, 2, 0)
    assert drawn(story) == (impossible, [DrawNumbered])
    story.given(AvailabilitySet((E4,), None, NOW, GUIDE))
    assert drawn(story) == (None, [DrawNumbered, DutyDrawn])
    assert [one.number for one in story.site.duty[DAY].numbered] == [1, 2]


def test_stf_06_a_number_for_other_rooms_is_followed_by_another() -> None:
    story = staffed().done(number(), here()).given(StandbyRoomOpened(LAW, R9, IncidentNo("A-001"), NOW))
    assert drawn(story) == (DrawImpossible(DrawRule.PEOPLE, 6, 5, (), 0, 0, 0), [DrawNumbered])


def test_without_an_exam_authorization_there_is_no_seed() -> None:
    story = posted().done(number(RedrawReason.STAFF_CHANGED), here()).done(DRAW, here())
    story.site.exam_document = None
    assert drawn(story, RedrawReason.STAFF_CHANGED) == (ExamAuthorizationMissing(), [])

"""Directives: the ministry's three outcomes for the rooms that it names, entered by administrator and chief."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.closing import CheckAnswers
from app.core.consent import AllowedBeforeCause, NoSuchApplication
from app.core.directive import DirectiveElsewhere, DirectiveTaken, NewerDirective, TakeDirective
from app.core.entry import CheckIn
from app.core.ledger import session_count
from app.core.operation import NotYetHappened
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.room_move import MoveRoom
from app.core.room_open import RoomCalledOff
from app.core.room_state import CalledOff
from app.core.rulebook import Tier
from app.core.start import AlreadyStarted, ReleaseRooms
from app.core.terms import ApplicationNo, Role, SessionId
from app.core.time_state import Directive, Outcome
from app.core.transfer import TransferIn
from tests.builders import A1, A3, D1, D2, GUIDE, GUIDE_2, ID_CARD, LAW, R1, R2, R9, SECOND, TAX, Story, at
from tests.unit.crowded import INCIDENT, R3, fixed, full, opened, sent
from tests.unit.time_facts import (
    ASKED,
    agreed,
    applied,
    apply_for,
    asked_for,
    cut,
    directive,
    here,
    late,
    not_covered,
    running,
    start,
)

ASK = TakeDirective(ASKED, LAW, Outcome.START, "M-1", D2, (R1,), at("9:35"), None)
NOW = here("9:40")
OFF = [(Outcome.POSTPONE, CalledOff.POSTPONED), (Outcome.CANCEL, CalledOff.CANCELLED)]


def test_tim_04_a_directive_is_kept_with_its_document_and_its_rooms() -> None:
    ask = replace(ASK, until=at("9:50"))
    fact = DirectiveTaken(ASKED, Outcome.START, "M-1", D2, (R1,), at("9:35"), at("9:50"), at("9:40"))
    story = late(applied(61)).when(ask, NOW).then(fact).done(ask, NOW)
    kept = Directive(Outcome.START, "M-1", D2, (R1,), at("9:35"), at("9:50"), at("9:40"))
    assert story.site.applications[ASKED].directives == [kept]
    assert D2 in story.site.blobs
    assert story.site.sessions[LAW].rooms[R1].called_off is None
    story.done(start("9:50"), here("9:51"))


def test_tim_04_administrator_and_chief_confirm_it() -> None:
    story = late(applied(61))
    story.when(ASK, here("9:40", Role.SITE_ADMIN)).then(AnotherPersonNeeded((Role.CHIEF,)))
    story.when(ASK, here("9:40", Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(AnotherPersonNeeded((Role.CHIEF,)))
    story.when(ASK, here("9:40", Role.CHIEF, Role.CHIEF)).then(NotYourRole(Role.CHIEF, (Role.SITE_ADMIN,)))


# What is called off


@pytest.mark.parametrize(("outcome", "off"), OFF)
def test_tim_04_a_room_that_was_called_off_is_not_released_entered_or_started(outcome: Outcome, off: CalledOff) -> None:
    refusal = RoomCalledOff(LAW, R1, off)
    story = late(applied(61)).done(replace(ASK, outcome=outcome), NOW)
    room = story.site.sessions[LAW].rooms[R1]
    assert (room.called_off, room.in_use) == (off, False)
    story.when(start("9:45"), here("9:50")).then(refusal)
    story.when(CheckIn(LAW, A1, ID_CARD, at("9:45"), GUIDE), here("9:50")).then(refusal)
    story.when(ReleaseRooms(LAW, (R2, R1), "X"), here("9:50")).then(refusal)
    assert isinstance(story.when(CheckIn(LAW, A1, ID_CARD, at("8:20"), GUIDE), here("9:50")).answer, RoomCalledOff)


@pytest.mark.parametrize(("outcome", "off"), OFF)
def test_tim_04_earlier_authorities_no_longer_help(outcome: Outcome, off: CalledOff) -> None:
    story = late(applied(61), agreed("8:40"), directive(clock="9:31"), directive(outcome, serial="M-2"))
    for clock in ("8:50", "9:32", "9:40"):
        story.when(start(clock), here("9:50")).then(RoomCalledOff(LAW, R1, off))


@pytest.mark.parametrize("outcome", [Outcome.POSTPONE, Outcome.CANCEL])
def test_tim_04_nobody_goes_on_in_or_out_of_such_a_room(outcome: Outcome) -> None:
    """Hostile: the room moves, or takes somebody in, and starts after all."""
    off = CalledOff.POSTPONED if outcome is Outcome.POSTPONE else CalledOff.CANCELLED
    story = fixed(*cut(), opened(room=R1), applied(61), directive(outcome, clock="8:40"))
    move = MoveRoom(LAW, R1, R3, INCIDENT, at("8:45"), GUIDE)
    story.when(move, NOW).then(RoomCalledOff(LAW, R1, off))
    story = full(sent(), *cut(), applied(61, R2), directive(outcome, R2, clock="8:22"))
    story.when(TransferIn(LAW, A3, R2, at("8:24"), GUIDE_2), NOW).then(RoomCalledOff(LAW, R2, off))


@pytest.mark.parametrize(("outcome", "off"), OFF)
def test_tim_04_other_rooms_are_not_touched(outcome: Outcome, off: CalledOff) -> None:
    story = late(applied(61, R1, R2), agreed("8:40"), directive(outcome, R2))
    story.done(start("8:59", R1), NOW).when(start("8:59", R2), NOW).then(RoomCalledOff(LAW, R2, off))


def test_tim_09_a_later_directive_may_let_it_start_after_all() -> None:
    story = late(applied(90)).done(replace(ASK, outcome=Outcome.POSTPONE), NOW)
    again = replace(ASK, serial="M-2", issued_at=at("9:45"))
    story.done(again, here("9:46")).done(start("9:47"), here("9:48"))


def test_h2_a_session_that_was_checked_without_the_room_is_checked_again_with_it() -> None:
    story = Story("checked").given(*cut())
    room = story.site.sessions[LAW].rooms[R1]
    room.started_at = room.ended_at = None
    story.given(applied(90), directive(Outcome.CANCEL))
    assert story.site.sessions[LAW].checked_at
    story.done(replace(ASK, serial="M-2", issued_at=at("11:00")), here("11:01"))
    assert story.site.sessions[LAW].checked_at is None
    assert not isinstance(story.when(CheckAnswers(LAW), here("11:02")).answer, tuple)


@pytest.mark.parametrize(("outcome", "off"), OFF)
def test_tim_04_an_older_directive_does_not_undo_a_newer_one(outcome: Outcome, off: CalledOff) -> None:
    """Hostile: the one that was overtaken is kept in the drawer and entered afterwards."""
    story = late(applied(90)).done(replace(ASK, outcome=outcome), NOW)
    for clock in ("9:32", "9:35"):
        drawer = replace(ASK, serial="M-0", issued_at=at(clock))
        story.when(drawer, here("9:46")).then(NewerDirective(at(clock), at("9:35")))
    story.when(start("9:47"), here("9:48")).then(RoomCalledOff(LAW, R1, off))


def test_tim_04_on_another_application_for_the_room_neither() -> None:
    second = ApplicationNo("AS-002")
    story = late(applied(90), replace(applied(61, R1, R2), number=second)).done(ASK, NOW)
    older = replace(ASK, application=second, serial="M-0", issued_at=at("9:32"))
    story.when(older, here("9:46")).then(NewerDirective(at("9:32"), at("9:35")))
    story.done(replace(older, rooms=(R2,)), here("9:46"))


def test_tim_08_a_directive_about_the_second_session_does_not_overtake_one_about_the_first() -> None:
    second = ApplicationNo("AS-002")
    story = late(applied(90), replace(applied(90), number=second, session=TAX))
    cancelled = replace(
        ASK, application=second, session=TAX, outcome=Outcome.CANCEL, serial="M-2", issued_at=at("9:38")
    )
    story.done(cancelled, NOW).done(ASK, NOW).done(start("9:39"), NOW)


def test_tim_04_the_ministrys_last_word_counts_where_it_is_narrower_too() -> None:
    story = late(applied(90)).done(ASK, NOW)
    story.done(replace(ASK, serial="M-2", issued_at=at("9:38"), until=at("9:45")), NOW)
    story.when(start("9:37"), here("9:50"))
    assert isinstance(story.answer, tuple)
    assert isinstance(story.when(start("9:45"), here("9:50")).answer, tuple)
    story.when(start("9:45:01"), here("9:50")).refused(*not_covered("9:45:01", Tier.MINISTRY, "TIM-04"))


# What it must fit


def test_tim_05_it_answers_an_application_for_a_delay() -> None:
    late().when(ASK, NOW).then(NoSuchApplication(ASKED))
    running(asked_for(61)).when(ASK, NOW).then(NoSuchApplication(ASKED))


def test_tim_04_its_session_and_its_rooms_are_those_applied_for() -> None:
    story = late(applied(61))
    for ask in (
        replace(ASK, session=TAX),
        replace(ASK, session=SessionId("9-9")),
        replace(ASK, rooms=()),
        replace(ASK, rooms=(R2,)),
        replace(ASK, rooms=(R1, R2)),
        replace(ASK, rooms=(R9,)),
    ):
        story.when(ask, NOW).then(DirectiveElsewhere(ASKED, ask.session, ask.rooms))
    late(applied(61, R1, R2)).done(replace(ASK, rooms=(R2, R1)), NOW)


def test_tim_04_it_was_issued_after_the_cause_and_not_in_the_future() -> None:
    story = late(applied(61))
    early, ahead = at("8:20") - SECOND, at("9:40") + SECOND
    story.when(replace(ASK, issued_at=early), NOW).then(AllowedBeforeCause(early, at("8:20")))
    story.when(replace(ASK, issued_at=ahead), NOW).then(NotYetHappened(ahead, at("9:40")))
    late(applied(61)).done(replace(ASK, issued_at=at("8:20")), NOW)
    late(applied(61)).done(replace(ASK, issued_at=at("9:40")), NOW)


def test_tim_04_the_same_directive_twice_is_one() -> None:
    story = late(applied(61)).done(ASK, NOW).when(replace(ASK, document=D1), NOW).then()
    assert len(story.site.applications[ASKED].directives) == 1


@pytest.mark.parametrize("outcome", Outcome)
def test_tim_01_a_room_that_has_started_is_not_directed_any_more(outcome: Outcome) -> None:
    story = late(applied(61), agreed("8:40")).done(start("8:50"), NOW)
    story.when(replace(ASK, outcome=outcome), NOW).then(AlreadyStarted(LAW, R1, at("8:50")))


def test_dat_04_the_session_closes_without_the_rooms_that_were_called_off() -> None:
    story = Story("released").given(*cut()).done(apply_for(61, R1, R2), here("9:31"))
    story.done(replace(ASK, outcome=Outcome.CANCEL, rooms=(R1, R2)), NOW)
    story.done(CheckAnswers(LAW), here("9:45"))
    assert session_count(story.site.sessions[LAW]).arranged

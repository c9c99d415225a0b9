"""Extra time: minutes added up for each candidate and session, and who may give so many."""

from __future__ import annotations

from dataclasses import replace as with_change

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomHasEnded
from app.core.authorization import StartAuthorized, UnknownSession
from app.core.closing import AnswersWrittenOff, RoomEnded
from app.core.extra_time import ToolNeeded
from app.core.extra_time_people import NobodyAnswering, NotAnswering, SatElsewhere
from app.core.leaving import CandidateLeft, GaveUp
from app.core.operation import SUPERVISORS, Desk, Fact
from app.core.permission import AnotherPersonNeeded, NotYourRole, NotYourRoom
from app.core.room_result import RoomResultKept
from app.core.room_state import Answers, Presence
from app.core.rulebook import Rulebook, Tier
from app.core.start import RoomsReleased, RoomStarted
from app.core.terms import CauseNo, GrantNo, IncidentNo, PersonId, Role, SessionId
from app.core.time_state import ExtraTime
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    D1,
    GUIDE,
    GUIDE_2,
    LAW,
    MONGOLIA,
    NATIONAL,
    NOBODY,
    R1,
    R2,
    ROOM_LOCK,
    TAX,
    ZHEJIANG,
    Story,
    at,
    by,
    present,
)
from tests.unit.time_facts import (
    GIVEN,
    HEAD,
    PROVINCE,
    RESPONSIBLE,
    agreed,
    asked_for,
    cut,
    give,
    here,
    lost,
    own_code,
    room_code,
    running,
    short,
    used,
    was_given,
)

ON_THE_SPOT = Tier.ON_THE_SPOT
NOW = here("9:32")


# Section L, "Compensation sum" (TIM-11..15, J-01, J-14)


@pytest.mark.parametrize("pieces", [(1,), (10,), (6, 4), (1,) * 10])
def test_tim_12_up_to_ten_in_all_on_the_spot(pieces: tuple[int, ...]) -> None:
    story = running()
    for minutes in pieces:
        story.done(give(minutes, A1), NOW)
    assert used(story, A1) == sum(pieces)
    assert {line.tier for line in story.site.sessions[LAW].extra_time} == {ON_THE_SPOT}


@pytest.mark.parametrize(
    ("before", "minutes"), [((), 11), ((6,), 5), ((8,), 5), ((10,), 1), ((5, 5), 1), ((1,) * 10, 1), ((), 60)]
)
def test_tim_13_beyond_ten_a_code_for_the_sum(before: tuple[int, ...], minutes: int) -> None:
    """Hostile: eleven minutes in pieces."""
    total = sum(before) + minutes
    story = running(asked_for(total, A1))
    for piece in before:
        story.done(give(piece, A1), NOW)
    ask = give(minutes, A1, knowingly=True)
    story.when(ask, NOW).then(short(A1, sum(before), total))
    story.given(own_code(total - 1)).when(ask, NOW).then(short(A1, sum(before), total, total - 1))
    story.given(own_code(total)).done(ask, NOW)
    assert used(story, A1) == total
    assert story.site.sessions[LAW].extra_time[-1].tier is PROVINCE


@pytest.mark.parametrize(("before", "minutes"), [(0, 61), (1, 60), (60, 1)])
def test_tim_14_beyond_sixty_no_code_of_the_province_helps(before: int, minutes: int) -> None:
    facts = (was_given(before, A1, tier=PROVINCE),) if before else ()
    story = running(asked_for(60, A1), own_code(60), room_code(60), *facts)
    ask = give(minutes, A1, knowingly=True)
    story.when(ask, NOW).then(ToolNeeded(LAW, (A1,)))
    sixty = replace(ask, minutes=60 - before)
    if before < 60:
        story.done(sixty, NOW)


@pytest.mark.parametrize("rules", [NATIONAL, MONGOLIA], ids=lambda rules: rules.id)
def test_tim_09_without_tiers_every_minute_is_the_ministrys(rules: Rulebook) -> None:
    story = running(asked_for(60, A1), own_code(60), agreed("9:31", RESPONSIBLE))
    story.when(give(1, A1), here("9:32", rules=rules)).then(ToolNeeded(LAW, (A1,)))


@pytest.mark.parametrize(
    ("minutes", "consent", "tier", "enough"),
    [
        (1, RESPONSIBLE, RESPONSIBLE, True),
        (30, RESPONSIBLE, RESPONSIBLE, True),
        (30, HEAD, RESPONSIBLE, True),
        (31, RESPONSIBLE, HEAD, False),
        (31, HEAD, HEAD, True),
        (120, HEAD, HEAD, True),
    ],
)
def test_tim_17_in_004_a_person_decides_on_the_sum(minutes: int, consent: Tier, tier: Tier, enough: bool) -> None:
    now = here("9:32", rules=ZHEJIANG)
    ask = give(minutes, A1, knowingly=True)
    asked = asked_for(minutes, A1, tier=tier)
    running(asked).when(ask, now).then(short(A1, 0, minutes, rule="TIM-17"))
    story = running(asked, agreed("9:31", consent)).when(ask, now)
    if enough:
        story.then(was_given(minutes, A1, tier=tier))
    else:
        story.then(short(A1, 0, minutes, rule="TIM-17"))


def test_tim_17_a_decision_on_fewer_minutes_does_not_cover_more() -> None:
    story = running(asked_for(20, A1), agreed("9:31", RESPONSIBLE))
    story.when(give(21, A1), here("9:32", rules=ZHEJIANG)).then(short(A1, 0, 21, 20, "TIM-17"))
    story.done(give(20, A1), here("9:32", rules=ZHEJIANG))


def second_session() -> Story:
    return running().given(
        RoomEnded(LAW, R1, at("10:05"), GUIDE),
        StartAuthorized(TAX, "S-2", D1, 0),
        RoomsReleased(TAX, (R1,), "X"),
        RoomStarted(TAX, R1, at("10:40"), GUIDE),
        *cut("AF-002", R1, "11:00", "11:31", session=TAX),
    )


def test_tim_15_the_second_session_starts_at_nothing() -> None:
    """Neither minutes nor codes are carried over."""
    story = second_session().given(was_given(40, A1, tier=PROVINCE), asked_for(60), room_code(60))
    sitting = story.site.sitting(TAX, A1)
    assert sitting
    sitting.presence = Presence.PRESENT
    loss = lost("11:00", "11:31", CauseNo("AF-002"))
    ask = give(11, A1, loss=loss, session=TAX)
    now = here("11:32")
    story.when(ask, now).then(replace(short(A1, 0, 11), session=TAX))
    story.done(replace(ask, minutes=10), now)
    assert (used(story, A1), used(story, A1, TAX)) == (40, 10)


def test_tim_15_neither_transfer_nor_reset_nor_whole_room_starts_the_sum_anew() -> None:
    story = running(was_given(6), was_given(4, A1, number=GrantNo("AB-002")))
    story.when(give(1, A1), NOW).then(short(A1, 10, 11))
    story.site.sessions[LAW].take_over(A1, R1, R2)
    assert used(story, A1) == 10
    story.when(give(1, A1), NOW).then(short(A1, 10, 11))


# Who may (G15, G16)


def staff(person: PersonId, role: Role, *beside: Role) -> Desk:
    signers = (by(person, role), *(by(PersonId("W2"), one) for one in beside))
    return with_change(present(at("9:32"), *signers), directory=NOW.directory)


@pytest.mark.parametrize("role", [Role.INVIGILATOR, Role.ROOM_ADMIN])
def test_g15_within_ten_minutes_a_rooms_own_staff_for_their_own_room(role: Role) -> None:
    running().done(give(10, A1), staff(GUIDE, role))
    running().done(give(10), staff(GUIDE, role))
    running().when(give(10, A1), staff(GUIDE_2, role)).then(NotYourRoom(R1, R2))


@pytest.mark.parametrize("role", [Role.INVIGILATOR, Role.ROOM_ADMIN])
def test_g16_beyond_it_only_the_site_with_a_supervisor(role: Role) -> None:
    story = running(asked_for(31), room_code(31))
    site = (Role.SITE_ADMIN,)
    for ask in (give(11, A1), give(11)):
        story.when(ask, staff(GUIDE, role, Role.CHIEF)).then(NotYourRole(role, site))
        story.when(ask, here("9:32", *site)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
        assert isinstance(story.when(ask, NOW).answer, tuple)
    story.given(was_given(10, A1)).when(give(1, A1), staff(GUIDE, role)).then(NotYourRole(role, site))


def test_g15_where_no_rulebook_says_so_no_room_gives_minutes() -> None:
    for rules in (NATIONAL, ZHEJIANG):
        desk = with_change(staff(GUIDE, Role.INVIGILATOR), rulebook=rules)
        running().when(give(1, A1), desk).then(NotYourRole(Role.INVIGILATOR, (Role.SITE_ADMIN,)))


# For whom


def test_tim_11_a_line_of_the_ledger_tells_everything() -> None:
    fact = was_given(10, A1)
    story = running().when(give(10, A1), NOW).then(fact).done(give(10, A1), NOW)
    assert story.site.sessions[LAW].extra_time == [
        ExtraTime(
            number=GIVEN,
            room=R1,
            moved=None,
            tickets=(A1,),
            minutes=10,
            tier=ON_THE_SPOT,
            cause=lost().cause,
            causes=lost().causes,
            lost_from=at("9:00"),
            lost_until=at("9:31"),
            at=at("9:32"),
            reported_by=GUIDE,
        )
    ]
    story.when(give(1, A2, A2), NOW).then(was_given(1, A2, number=GrantNo("AB-002")))
    assert used(story, A2) == 0


GONE: list[tuple[Fact | None, Presence, Answers]] = [
    (CandidateLeft(LAW, R1, A1, None, at("9:20"), GUIDE), Presence.PRESENT, Answers.OPEN),
    (GaveUp(LAW, R1, A1, at("9:20"), GUIDE), Presence.PRESENT, Answers.OPEN),
    (RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1,), (), ()), Presence.PRESENT, Answers.COLLECTED),
    (RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (), (A1,), ()), Presence.PRESENT, Answers.NEVER_LOGGED_IN),
    (AnswersWrittenOff(LAW, R1, A1, IncidentNo("A-001")), Presence.PRESENT, Answers.WRITTEN_OFF),
]


@pytest.mark.parametrize(("fact", "presence", "answers"), GONE)
def test_tim_11_no_minutes_for_who_no_longer_answers(fact: Fact, presence: Presence, answers: Answers) -> None:
    """Hostile: minutes for a candidate who left, gave up or has handed in."""
    story = running(fact)
    story.when(give(5, A1), NOW).then(NotAnswering(A1, presence, answers))
    story.when(give(5, A2, A1), NOW).then(NotAnswering(A1, presence, answers))
    story.when(give(5), NOW).then(was_given(5, A2, moved=R1))


def test_tim_11_nor_for_an_absentee_nor_for_a_room_without_anybody() -> None:
    story = running()
    story.when(give(5, A3), NOW).then(NotAnswering(A3, Presence.ABSENT, Answers.OPEN))
    story.when(give(5, without=(A1, A2)), NOW).then(NobodyAnswering(LAW, R1))


def test_tim_15_only_for_who_sat_there() -> None:
    story = running()
    for ticket in (B1, NOBODY):
        story.when(give(5, A1, ticket), NOW).then(SatElsewhere(LAW, ticket, R1))
    story.when(give(5, A1, room=R2, loss=lost("9:00", "9:05")), NOW)
    assert not isinstance(story.answer, tuple)


def test_tim_11_no_such_session() -> None:
    strange = SessionId("9-9")
    running().when(give(5, session=strange), NOW).then(UnknownSession(strange))


def test_tim_11_after_the_end_of_the_room_its_figures_stand() -> None:
    running(RoomEnded(LAW, R1, at("9:31"), GUIDE)).when(give(5), NOW).then(RoomHasEnded(LAW, R1, at("9:31")))

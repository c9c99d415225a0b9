"""The day taken up on another machine: what is owed from paper, and when a room is even with it."""

from __future__ import annotations

from dataclasses import replace as change

import pytest
from msgspec.structs import replace

from app.core.authorization import UnknownSession
from app.core.cleaning import DataCleaned
from app.core.clock import SiteTimeConfirmed
from app.core.closing import EndRooms, RoomEnded
from app.core.end_state import OverrideReason
from app.core.gate import CheckName
from app.core.mirror import MirrorBegun
from app.core.operation import SUPERVISORS, NotYetHappened, PersonUnknown, Refusal
from app.core.override import OverrideCheck
from app.core.permission import AnotherPersonNeeded, SiteLockNeeded
from app.core.resume import ConfirmPaperEntered, DayResumed, NoPaperDue, PaperEntered, ResumeDay, next_machine
from app.core.room_gate import blockers
from app.core.room_move import RoomMoved
from app.core.room_state import CalledOff
from app.core.safe_state import Resumed
from app.core.terms import IncidentNo, Role, RoomId, SessionId, TransferNo
from tests.builders import (
    ADMIN,
    D2,
    GUIDE,
    LAW,
    LOCK,
    R1,
    R2,
    R9,
    STRANGER,
    TAX,
    Story,
    at,
    desk,
)
from tests.unit.alone_story import room
from tests.unit.safe_story import REGISTERED, STICK, evening

ASK = ResumeDay(STICK, 100, at("9:00"), 103)
RESUMED = DayResumed("B", STICK, 100, at("9:00"), 3, at("9:10"))
TYPED = ConfirmPaperEntered(LAW, (R1, R2), nothing=False, happened_at=at("9:30"), reported_by=GUIDE)
MORNING = {(LAW, R1), (LAW, R2)}


def resumed() -> Story:
    return Story("reported").given(REGISTERED, RESUMED)


# Taking up


def test_dat_16_another_machine_goes_on_under_the_next_letter() -> None:
    story = Story("confirmed").given(REGISTERED, MirrorBegun(STICK, at("7:00")))
    story.when(ASK, desk(now=at("9:10"))).then(RESUMED).done(ASK, desk(now=at("9:10")))
    site = story.site
    assert site.machine == "B"
    # What it was mirrored to holds the past; a mirror of this machine is begun anew.
    assert site.safe.mirror is None
    assert site.safe.resumed == [Resumed(at("9:10"), "B", STICK, 100, at("9:00"), 3)]
    assert site.safe.paper_due == MORNING
    story.done(ASK, desk(now=at("9:20")))
    assert (site.machine, len(site.safe.resumed)) == ("C", 2)
    assert next_machine(site) == "D"


def test_dat_16_a_lock_that_remembers_less_than_the_mirror_holds_lost_nothing() -> None:
    story = Story("confirmed").when(replace(ASK, marked=90), desk(now=at("9:10")))
    story.then(replace(RESUMED, lost=0))


def test_dat_16_it_is_taken_up_with_the_lock_before_somebody_who_supervises() -> None:
    story = Story("confirmed")
    story.when(ASK, desk(locks=())).then(SiteLockNeeded(LOCK))
    story.when(ASK, desk(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    # Before a package there is nobody on a list who could stand by.
    Story("enrolled").done(ASK, desk(Role.SITE_ADMIN))


def test_dat_16_sealed_cleaned_or_with_the_time_unknown_it_is_taken_up_all_the_same() -> None:
    unsure = change(desk(), time_confirmed=False)
    Story("prepared").done(ASK, unsure)
    evening(DataCleaned(D2, at("11:59"))).done(ASK, unsure)


# What is owed


@pytest.mark.parametrize(
    ("clock", "owed"),
    [("7:29", set()), ("7:30", MORNING), ("9:39", MORNING), ("9:40", MORNING | {(TAX, R1), (TAX, R2)})],
)
def test_dat_16_rooms_owe_their_paper_from_an_hour_before_the_start(
    clock: str, owed: set[tuple[SessionId, RoomId]]
) -> None:
    assert Story("opened").given(replace(RESUMED, at=at(clock))).site.safe.paper_due == owed


def test_dat_16_what_has_ended_is_called_off_or_never_opened_owes_nothing() -> None:
    story = Story("reported").given(RoomEnded(LAW, R1, at("9:05"), ADMIN))
    room(story, R2).called_off = CalledOff.CANCELLED
    assert story.given(RESUMED).site.safe.paper_due == set()


def test_dat_16_how_long_it_was_gone_is_known_once_the_time_is_confirmed() -> None:
    """Until then the machine goes by the last entry: seven o'clock, when it was a quarter to nine."""
    story = Story("opened").given(replace(RESUMED, reached=at("7:00"), at=at("7:00")))
    assert story.site.safe.paper_due == set()
    story.given(SiteTimeConfirmed(at("8:45"), "boot-2", 1, 0))
    assert story.site.safe.paper_due == MORNING
    # Confirmed once more in the afternoon, it says nothing of the gap.
    story.given(SiteTimeConfirmed(at("10:00"), "boot-2", 2, 0))
    assert story.site.safe.paper_due == MORNING


# The gate


def test_dat_16_no_room_ends_before_its_paper_is_typed_in() -> None:
    story = resumed()
    end = EndRooms(LAW, (R1,), at("10:01"), ADMIN)
    assert blockers(story.site, room(story)) == (CheckName.PAPER_ENTERED,)
    assert isinstance(story.when(end).answer, Refusal)
    story.done(replace(TYPED, rooms=(R1,)))
    assert blockers(story.site, room(story)) == ()
    assert blockers(story.site, room(story, R2)) == (CheckName.PAPER_ENTERED,)
    story.done(end)


def test_dat_16_nobody_lets_it_pass() -> None:
    story = resumed()
    story.when(OverrideCheck(LAW, R1, CheckName.PAPER_ENTERED, OverrideReason.SEEN_IN_ROOM))
    assert isinstance(story.answer, Refusal)


def test_dat_16_where_everyone_moved_the_paper_of_the_room_before_is_owed_by_the_new_one() -> None:
    numbers = tuple(TransferNo(f"A-{n:03}") for n in (1, 2, 3))
    story = Story("confirmed").given(RESUMED, RoomMoved(LAW, R1, R9, IncidentNo("A-001"), numbers, at("9:20"), GUIDE))
    assert CheckName.PAPER_ENTERED in blockers(story.site, room(story, R9))
    story.done(replace(TYPED, rooms=(R1,)))
    assert CheckName.PAPER_ENTERED not in blockers(story.site, room(story, R9))


# Typed in


def test_dat_16_two_say_that_all_of_it_stands_here() -> None:
    said = (False, at("9:30"), GUIDE)
    story = resumed().when(TYPED).then(PaperEntered(LAW, R1, *said), PaperEntered(LAW, R2, *said)).done(TYPED)
    assert story.site.safe.paper_due == set()
    story.when(TYPED).then(NoPaperDue(LAW, R1))
    resumed().when(TYPED, desk(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))


def test_dat_16_also_that_nothing_happened_there_and_a_room_named_twice_counts_once() -> None:
    ask = replace(TYPED, rooms=(R1, R1), nothing=True)
    resumed().when(ask).then(PaperEntered(LAW, R1, True, at("9:30"), GUIDE))


@pytest.mark.parametrize(
    ("ask", "no"),
    [
        (replace(TYPED, session=SessionId("9-9")), UnknownSession(SessionId("9-9"))),
        (replace(TYPED, session=TAX), NoPaperDue(TAX, R1)),
        (replace(TYPED, rooms=(R1, R9)), NoPaperDue(LAW, R9)),
        (replace(TYPED, rooms=()), NoPaperDue(LAW, None)),
        (replace(TYPED, happened_at=at("12:01")), NotYetHappened(at("12:01"), at("12:00"))),
        (replace(TYPED, reported_by=STRANGER), PersonUnknown(STRANGER)),
    ],
    ids=["no session", "not yet due", "another room", "no room", "ahead", "stranger"],
)
def test_dat_16_only_of_rooms_that_owe_it_and_all_or_none(ask: ConfirmPaperEntered, no: Refusal) -> None:
    story = resumed().when(ask).then(no)
    assert story.site.safe.paper_due == MORNING

"""Site time after a restart, confirmed by two persons; a moved system clock is noted and moves nothing (SEC-03)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.clock import ConfirmSiteTime, NoteClockMoved, SiteTimeConfirmed, SystemClockMoved, TimeBeforeLastEntry
from app.core.locks import LockReason, NoteLockOut
from app.core.operation import SECOND_PERSON
from app.core.permission import AnotherPersonNeeded, SiteTimeUnconfirmed
from app.core.pin import NoteWrongPin
from app.core.site import SiteTime
from app.core.start import ReleaseRooms
from app.core.terms import Role
from app.core.timestamp import CheckScan
from tests.builders import ADMIN, CHIEF, LAW, LOCK, R1, SECOND, Story, alone, at, by, desk, present

LAST, NOW = at("7:00"), at("7:05")
ME = by(ADMIN, Role.SITE_ADMIN)
TWO = replace(present(NOW, ME, by(CHIEF, Role.CHIEF)), time_confirmed=False)
ASK = ConfirmSiteTime(at("7:04:50"), "boot", 5_000_000_000, LAST, NOW)


def test_sec_03_two_persons_confirm_it_against_an_outside_clock() -> None:
    story = Story("prepared").when(ASK, replace(alone(NOW), time_confirmed=False))
    story.then(AnotherPersonNeeded(tuple(sorted(SECOND_PERSON))))
    story.when(ASK, TWO).then(SiteTimeConfirmed(at("7:04:50"), "boot", 5_000_000_000, -10))
    assert story.done(ASK, TWO).site.time == SiteTime(at("7:04:50"), "boot", 5_000_000_000)


@pytest.mark.parametrize("behind", [SECOND, timedelta(days=1)])
def test_sec_03_never_before_the_last_entry(behind: timedelta) -> None:
    early = ConfirmSiteTime(LAST - behind, "boot", 0, LAST, NOW)
    Story("prepared").when(early, TWO).then(TimeBeforeLastEntry(LAST - behind, LAST))
    at_last = ConfirmSiteTime(LAST, "boot", 0, LAST, NOW)
    Story("prepared").when(at_last, TWO).then(SiteTimeConfirmed(LAST, "boot", 0, -300))


def test_sec_03_until_then_nothing_that_counts_is_done() -> None:
    unsure = replace(desk(now=at("7:35")), time_confirmed=False)
    release = ReleaseRooms(LAW, (R1,), "X")
    story = Story("authorized").when(release, unsure).then(SiteTimeUnconfirmed())
    story.done(release, desk(now=at("7:35")))


def test_sec_03_the_console_itself_goes_on_noting() -> None:
    unsure = replace(present(NOW), time_confirmed=False)
    story = Story("prepared")
    for ask in (NoteLockOut(LOCK, LockReason.REMOVED), NoteWrongPin(ADMIN), NoteClockMoved(60)):
        story.done(ask, unsure)


def test_before_the_package_there_is_nothing_to_hold_up() -> None:
    unsure = replace(alone(NOW), time_confirmed=False)
    assert Story("enrolled").when(CheckScan(""), unsure).answer != SiteTimeUnconfirmed()
    assert Story("packaged").when(CheckScan(""), unsure).answer == SiteTimeUnconfirmed()


@pytest.mark.parametrize("seconds", [3600, -3600, 1])
def test_sec_03_a_moved_system_clock_is_noted_and_moves_nothing(seconds: int) -> None:
    story = Story("started").when(NoteClockMoved(seconds), present(NOW)).then(SystemClockMoved(seconds))
    assert story.done(NoteClockMoved(seconds), present(NOW)).site == Story("started").site


def test_a_clock_that_did_not_move_leaves_no_entry() -> None:
    Story("started").when(NoteClockMoved(0), present(NOW)).then()

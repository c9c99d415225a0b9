"""Answers come back: each file is kept, one counts, and the chief decides on doubts (SAL-05, SAL-06, H4, H9)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.gate import CheckName
from app.core.operation import SECOND_PERSON, Fact
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.room_gate import blockers
from app.core.room_result import RoomResultKept
from app.core.room_state import Answers
from app.core.standalone_consent import ADMINS
from app.core.standalone_course import StandaloneWithdrawn, VoucherIssued
from app.core.standalone_return import (
    NoSuchStandalone,
    NothingToDecide,
    PackageItself,
    ReturnedAlready,
)
from app.core.standalone_state import Custody, PackageEnd, ReturnFlaw
from app.core.terms import Role
from tests.builders import (
    A1,
    A2,
    A3,
    D1,
    GUIDE,
    LAW,
    NOBODY,
    R1,
    ROOM_LOCK,
    TAX,
    at,
    desk,
)
from tests.unit.alone_story import (
    BACK,
    BACK_2,
    COPY,
    LOST,
    LOST_ANSWERS,
    SECOND_OUT,
    after_reset,
    came_back,
    comes_back,
    consented,
    now,
    of,
    out,
    package_of,
    room,
    went_on,
    went_out,
)
from tests.unit.doubtful_returns import ANSWERS_GONE, BACK_AT, NONE, at_station, came, decided, decides, doubtful, ends
from tests.unit.lost_time import given_minutes

SECOND_BACK = comes_back(2, BACK_2)


# One return


def test_sal_05_what_comes_back_as_it_should_counts() -> None:
    story = out(went_on()).when(comes_back(), BACK_AT).then(came_back()).done(comes_back(), BACK_AT)
    alone = package_of(story)
    assert (alone.counted, alone.live, ends(story)) == (BACK, None, [PackageEnd.COUNTED])
    assert (of(story).answers, of(story).standalone) == (Answers.COLLECTED, True)
    assert room(story).stations == {}
    assert BACK in story.site.blobs
    assert CheckName.STANDALONE not in blockers(story.site, room(story))


def test_sal_05_the_same_file_twice_counts_once() -> None:
    story = out().done(comes_back(), BACK_AT).when(comes_back(), BACK_AT).then(ReturnedAlready(A1, 1))
    assert len(package_of(story).returns) == 1
    copy = comes_back(file=COPY, final=False)
    out().done(copy, BACK_AT).when(copy, BACK_AT).then(ReturnedAlready(A1, 1))


def test_sal_05_of_another_candidate_or_session_or_without_a_package_it_is_refused() -> None:
    out().when(replace(comes_back(), ticket=A2), BACK_AT).then(NoSuchStandalone(A2, 1))
    out().when(replace(comes_back(), ticket=NOBODY), BACK_AT).then(NotInThisSession(LAW, NOBODY))
    out().when(replace(comes_back(), session=TAX), BACK_AT).then(NoSuchStandalone(A1, 1))
    out().when(comes_back(2), BACK_AT).then(NoSuchStandalone(A1, 2))
    out().when(comes_back(0), BACK_AT).then(NoSuchStandalone(A1, 0))
    after_reset(consented()).when(comes_back(), BACK_AT).then(NoSuchStandalone(A1, 1))


def test_sal_05_administrators_take_it() -> None:
    out().when(comes_back(), desk(Role.INVIGILATOR)).then(NotYourRole(Role.INVIGILATOR, tuple(sorted(ADMINS))))


def test_sal_05_another_systems_package_comes_back_uncounted_before_two_persons() -> None:
    """Nobody here can tell its times: they are no doubt."""
    theirs = after_reset(consented(), went_out(custody=Custody.REGISTERED))
    asked = replace(comes_back(), opened_at=at("7:00"), used_seconds=0, questions=0, answered=0, open_seconds=0)
    theirs.when(asked, desk(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SECOND_PERSON))))
    theirs.done(asked, BACK_AT)
    package = package_of(theirs).package(1)
    assert package
    assert (package_of(theirs).counted, package.login_at) == (BACK, None)


def test_sal_05_the_package_itself_is_no_return() -> None:
    out().when(comes_back(file=went_out().file), BACK_AT).then(PackageItself(A1, 1))
    out(SECOND_OUT).when(comes_back(2, went_out().file), BACK_AT).then(PackageItself(A1, 2))


# Doubts: kept, and decided by the chief


@pytest.mark.parametrize(
    ("opened", "closed", "flaw"),
    [
        ("8:59", "9:59", None),
        ("8:58:59", "9:59", ReturnFlaw.OLDER),
        ("9:03", "10:02", None),
        ("9:03", "10:02:01", ReturnFlaw.AHEAD),
        ("9:03", "9:44", None),
        ("9:03", "9:43:59", ReturnFlaw.EARLY),
    ],
)
def test_sal_05_opened_before_the_export_handed_in_too_early_or_in_time_to_come(
    opened: str, closed: str, flaw: ReturnFlaw | None
) -> None:
    """Export at 9:00, closure to 9:45, taken at 10:01; the station's clock may go a minute wrong."""
    asked = at_station(opened, closed)
    if flaw:
        doubtful(out(), asked, flaw)
    else:
        assert out().done(asked, BACK_AT).answer == (came(asked),)


@pytest.mark.parametrize("more", [-61, -60, 60, 61])
def test_sal_05_the_two_clocks_of_the_station_agree(more: int) -> None:
    """One may be set, the other not: between them lies a stopped machine, or somebody who turned the hands."""
    asked = replace(comes_back(), open_seconds=56 * 60 + more)
    if abs(more) > 60:
        doubtful(out(), asked, ReturnFlaw.CLOCK)
    else:
        out().done(asked, BACK_AT)


@pytest.mark.parametrize(
    ("noted", "flaw"),
    [("9:08", None), ("9:08:01", ReturnFlaw.LOGIN), ("9:01", None), ("9:00", None)],
)
def test_sal_04_the_login_that_was_noted_is_about_when_it_was_opened(noted: str, flaw: ReturnFlaw | None) -> None:
    """Opened at 9:03."""
    if flaw:
        doubtful(out(went_on(noted)), comes_back(), flaw)
    else:
        out(went_on(noted)).done(comes_back(), BACK_AT)


def test_sal_04_a_login_that_nobody_noted_is_when_the_station_opened_it() -> None:
    story = out().done(comes_back(), BACK_AT)
    package = package_of(story).package(1)
    assert package
    assert package.login_at == at("9:03")
    copied = package_of(out().done(comes_back(file=COPY, final=False), BACK_AT)).package(1)
    assert copied
    assert copied.login_at == at("9:03")


def test_sal_04_a_return_in_doubt_says_nothing_of_the_login_before_it_counts() -> None:
    story = doubtful(out(), at_station("8:58", "9:59"), ReturnFlaw.OLDER)
    package = package_of(story).package(1)
    assert package
    assert package.login_at is None
    story.done(decides())
    assert package.login_at == at("8:58")


GIVEN = (given_minutes(5, A1), VoucherIssued(LAW, A1, 1, 5, at("9:40")))


def test_sal_05_longer_than_package_and_vouchers_gave() -> None:
    edge = replace(comes_back(), used_seconds=3660)
    assert out().done(edge, BACK_AT).answer == (came(edge),)
    doubtful(out(), replace(comes_back(), used_seconds=3661), ReturnFlaw.TOO_LONG)
    out(*GIVEN).done(replace(comes_back(), used_seconds=3960, granted_minutes=5), BACK_AT)
    doubtful(out(*GIVEN), replace(comes_back(), used_seconds=3961), ReturnFlaw.TOO_LONG)


@pytest.mark.parametrize(("granted", "fits"), [(4, True), (5, True), (6, False)])
def test_sal_07_with_minutes_that_no_voucher_gave(granted: int, *, fits: bool) -> None:
    asked = replace(comes_back(), granted_minutes=granted)
    if fits:
        out(*GIVEN).done(asked, BACK_AT)
    else:
        doubtful(out(*GIVEN), asked, ReturnFlaw.TOO_LONG)


@pytest.mark.parametrize("facts", [GIVEN[:1], GIVEN[1:]], ids=["no voucher", "not in the ledger any more"])
def test_sal_07_minutes_count_that_both_ledger_and_voucher_gave(facts: tuple[Fact, ...]) -> None:
    doubtful(out(*facts), replace(comes_back(), granted_minutes=1), ReturnFlaw.TOO_LONG)
    doubtful(out(*facts), replace(comes_back(), used_seconds=3661), ReturnFlaw.TOO_LONG)


def test_sal_07_minutes_of_before_the_export_are_in_the_package_already() -> None:
    before = after_reset(consented(), given_minutes(5, A1), went_out(seconds=3900, minutes=5))
    doubtful(before, replace(comes_back(), granted_minutes=1), ReturnFlaw.TOO_LONG)


def test_sal_05_of_a_package_that_was_made_void_before_the_second_comes_back() -> None:
    story = doubtful(out(SECOND_OUT), comes_back(), ReturnFlaw.VOIDED)
    assert (package_of(story).counted, ends(story)) == (None, [PackageEnd.VOID, None])
    assert package_of(story).undecided
    doubtful(story, SECOND_BACK, ReturnFlaw.SECOND)
    assert (package_of(story).counted, of(story).answers) == (None, Answers.OPEN)
    story.done(decides(BACK_2))
    assert (package_of(story).counted, ends(story)) == (BACK_2, [PackageEnd.VOID, PackageEnd.COUNTED])
    assert not package_of(story).undecided


def test_sal_05_of_a_package_that_was_made_void_after_the_second_came_back() -> None:
    story = out(SECOND_OUT).done(SECOND_BACK, BACK_AT)
    doubtful(story, comes_back(), ReturnFlaw.SECOND, ReturnFlaw.VOIDED)
    assert (package_of(story).counted, of(story).answers) == (BACK_2, Answers.COLLECTED)
    assert CheckName.STANDALONE in blockers(story.site, room(story))
    story.when(decides(), now("12:00")).then(decided()).done(decides())
    assert (package_of(story).counted, ends(story)) == (BACK, [PackageEnd.COUNTED, PackageEnd.VOID])
    story.when(decides(BACK_2)).then(NothingToDecide(A1))


def test_sal_05_the_first_may_count_while_the_second_is_still_out() -> None:
    story = doubtful(out(SECOND_OUT), comes_back(), ReturnFlaw.VOIDED).done(decides())
    assert (package_of(story).live, ends(story)) == (None, [PackageEnd.COUNTED, PackageEnd.VOID])
    doubtful(story, SECOND_BACK, ReturnFlaw.SECOND, ReturnFlaw.VOIDED)


def test_sal_05_answers_written_off_and_found_after_all() -> None:
    """The chief lets them count, or leaves the write-off as it is."""
    story = doubtful(out(LOST_ANSWERS, ANSWERS_GONE), comes_back(), ReturnFlaw.WRITTEN_OFF)
    assert ends(story) == [PackageEnd.LOST]
    found = doubtful(out(LOST_ANSWERS, ANSWERS_GONE), comes_back(), ReturnFlaw.WRITTEN_OFF).done(decides())
    assert (of(found).answers, of(found).written_off_on) == (Answers.COLLECTED, "")
    assert ends(found) == [PackageEnd.COUNTED]
    assert CheckName.STANDALONE in blockers(story.site, room(story))
    story.done(decides(NONE))
    assert (of(story).answers, of(story).written_off_on, ends(story)) == (
        Answers.WRITTEN_OFF,
        LOST,
        [PackageEnd.LOST],
    )
    assert CheckName.STANDALONE not in blockers(story.site, room(story))


def test_sal_05_back_in_the_room_and_the_package_was_used_after_all() -> None:
    """Withdrawn as unopened; the room has collected. What the chief lets count, counts once."""
    gone_back = StandaloneWithdrawn(LAW, R1, A1, at("9:05"), GUIDE)
    collected = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1, A2, A3), (), ())
    story = doubtful(out(gone_back, collected), comes_back(), ReturnFlaw.VOIDED)
    assert CheckName.STANDALONE in blockers(story.site, room(story))
    story.done(decides())
    assert (of(story).standalone, package_of(story).counted) == (True, BACK)
    assert blockers(story.site, room(story)) == (CheckName.VIOLATIONS, CheckName.RESULT_DIFFERS)
    stays = doubtful(out(gone_back, collected), comes_back(), ReturnFlaw.VOIDED).done(decides(NONE))
    assert (of(stays).standalone, package_of(stays).counted) == (False, None)
    assert of(stays).answers is Answers.COLLECTED
    assert blockers(stays.site, room(stays)) == (CheckName.VIOLATIONS,)


def test_sal_05_none_counts_and_what_is_out_stays_out() -> None:
    older = at_station("8:00", "9:59", used=60)
    story = doubtful(out(), older, ReturnFlaw.OLDER).when(decides(NONE)).then(decided(NONE)).done(decides(NONE))
    assert (package_of(story).undecided, ends(story), of(story).answers) == (False, [None], Answers.OPEN)
    assert CheckName.STANDALONE in blockers(story.site, room(story))
    story.when(decides(NONE)).then(NothingToDecide(A1))
    # What was decided against is one of two when the right one comes.
    doubtful(story, comes_back(file=BACK_2), ReturnFlaw.SECOND).done(decides(BACK_2))
    assert package_of(story).counted == BACK_2


def test_sal_05_against_a_second_one_what_counted_goes_on_counting() -> None:
    story = doubtful(out().done(comes_back(), BACK_AT), comes_back(file=BACK_2), ReturnFlaw.SECOND)
    for file in (NONE, BACK):
        same = doubtful(out().done(comes_back(), BACK_AT), comes_back(file=BACK_2), ReturnFlaw.SECOND)
        same.done(decides(file))
        assert (package_of(same).counted, ends(same)) == (BACK, [PackageEnd.COUNTED])
        assert not package_of(same).undecided
    story.done(decides(BACK_2))
    assert (package_of(story).counted, ends(story)) == (BACK_2, [PackageEnd.COUNTED])

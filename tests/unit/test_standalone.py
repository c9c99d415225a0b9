"""Packages go out: one a candidate and session, to one machine, on a registered medium (SAL-03, SAL-04, SAL-07, H9)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomHasEnded
from app.core.closing import AnswersWrittenOff, RoomEnded
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.leaving import GaveUp
from app.core.login import LoggedIn
from app.core.media import MediumNotRegistered
from app.core.operation import SUPERVISORS, Fact
from app.core.permission import AnotherPersonNeeded, NotTheCustodian, NotYourRole, SiteLockNeeded
from app.core.room_result import RoomResultKept
from app.core.room_state import Answers, Presence
from app.core.standalone import (
    ConsentNeeded,
    OldSessionLive,
    PackageNumberTaken,
    PackageOut,
)
from app.core.standalone_consent import NobodyToGoOn
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_state import Custody, Ground, PackageEnd, VoidReason
from app.core.terms import FaultNo, IncidentNo, Role
from tests.builders import (
    A1,
    A2,
    ADMIN,
    CHIEF,
    D1,
    GUIDE,
    LAW,
    LOCK,
    R1,
    ROOM_LOCK,
    Story,
    at,
    by,
    digest,
    present,
)
from tests.unit.alone_story import (
    BROKEN,
    COPY,
    FAILED,
    LOGGED_IN,
    SECOND_OUT,
    STRANGE_MEDIUM,
    after_reset,
    came_back,
    consented,
    goes_out,
    morning,
    now,
    of,
    out,
    package_of,
    room,
    went_out,
)

NINE = now("9:00")
OTHER_FAULT = FaultNo("AF-002")
AGAIN = goes_out(2, place="021", machine="J-21", issued_at=at("9:20"), voids=VoidReason.STATION_FAILED)


def ready(*facts: Fact) -> Story:
    return after_reset(consented(), *facts)


# Out (SAL-03)


def test_sal_03_a_package_goes_out_with_what_is_left_of_the_own_time() -> None:
    story = ready().when(goes_out(), NINE).then(went_out()).done(goes_out(), NINE)
    package = package_of(story).live
    assert package
    assert (package.number, package.ended, package.exported_at, package.remaining_seconds) == (
        1,
        None,
        at("9:00"),
        3600,
    )
    assert (of(story).standalone, of(story).sits_at) == (True, "")
    assert room(story).stations == {A1: "020"}
    assert {package.file, package.secret} <= story.site.blobs


def test_sal_03_first_the_consent() -> None:
    after_reset().when(goes_out(), NINE).then(ConsentNeeded(A1))
    other = consented(A2)
    after_reset(other).when(goes_out(), NINE).then(ConsentNeeded(A1))


def test_sal_03_not_while_the_old_session_is_live() -> None:
    logged_in_again = LoggedIn(LAW, R1, A1, "010", at("8:59"), GUIDE)
    ready(logged_in_again).when(goes_out(), NINE).then(OldSessionLive(A1, "010"))


@pytest.mark.parametrize(
    ("broken", "goes"),
    [
        (BROKEN, True),
        (replace(BROKEN, seats=()), True),
        (replace(BROKEN, room=None, seats=()), True),
        (replace(BROKEN, seats=("002",)), False),
        (replace(BROKEN, kind=FaultKind.PERIPHERAL), False),
    ],
    ids=["the machine", "the room", "the site", "another machine", "only the mouse"],
)
def test_sal_03_where_no_reset_is_possible_the_machine_at_which_they_are_logged_in_is_down(
    broken: FaultReported, goes: bool
) -> None:
    """Logged in at 001, never reset: the fault on which the consent stands has to hold that machine, and go on."""
    story = morning(LOGGED_IN, broken, replace(consented(), ground=Ground.NO_MACHINE)).when(goes_out(), NINE)
    story.then(went_out() if goes else OldSessionLive(A1, "001"))
    story.given(FaultRestored(broken.number, at("8:59"))).when(goes_out(), NINE).then(OldSessionLive(A1, "001"))


def test_sal_03_a_failed_reset_does_not_excuse_a_login_that_holds() -> None:
    """Whoever consents because of a reset has one; the machine of then does not matter any more."""
    elsewhere = LoggedIn(LAW, R1, A1, "002", at("8:35"), GUIDE)
    morning(elsewhere, consented()).when(goes_out(), NINE).then(OldSessionLive(A1, "002"))
    morning(consented()).when(goes_out(), NINE).then(OldSessionLive(A1, "001"))


def test_sal_03_somebody_who_never_logged_in_and_finds_no_machine() -> None:
    morning(replace(consented(), ground=Ground.NO_MACHINE)).done(goes_out(), NINE)


def test_h4_somebody_who_waits_for_the_login_after_a_reset_goes_on_alone() -> None:
    """No machine is left at which to try it."""
    nowhere = replace(BROKEN, seats=("001", "010"))
    story = morning(LOGGED_IN, nowhere, FAILED[0], replace(consented(), ground=Ground.NO_MACHINE))
    assert of(story).reset_waits
    story.done(goes_out(), NINE)
    assert of(story).standalone


def test_sal_03_only_for_somebody_who_answers_in_a_room_that_sits() -> None:
    gone = GaveUp(LAW, R1, A1, at("8:59"), GUIDE)
    ready(gone).when(goes_out(), NINE).then(NobodyToGoOn(A1, Presence.PRESENT, Answers.OPEN))
    lost = AnswersWrittenOff(LAW, R1, A1, IncidentNo("A-001"))
    ready(lost).when(goes_out(), NINE).then(NobodyToGoOn(A1, Presence.PRESENT, Answers.WRITTEN_OFF))
    handed_in = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1,), (), ())
    ready(handed_in).when(goes_out(), NINE).then(NobodyToGoOn(A1, Presence.PRESENT, Answers.COLLECTED))
    ended = RoomEnded(LAW, R1, at("8:59"), GUIDE)
    ready(ended).when(goes_out(), NINE).then(RoomHasEnded(LAW, R1, at("8:59")))
    out(came_back()).when(replace(AGAIN, number=2), now("9:20")).then(
        NobodyToGoOn(A1, Presence.PRESENT, Answers.COLLECTED)
    )


def test_sal_03_only_on_a_registered_medium() -> None:
    strange = replace(goes_out(), medium=STRANGE_MEDIUM)
    ready().when(strange, NINE).then(MediumNotRegistered(STRANGE_MEDIUM))


def test_sal_03_a_second_export_says_why_and_voids_the_first() -> None:
    here = now("9:20")
    out().when(replace(AGAIN, voids=None), here).then(PackageOut(A1, 1, "J-20"))
    story = out().when(AGAIN, here).then(SECOND_OUT).done(AGAIN, here)
    first, second = package_of(story).packages
    assert (first.ended, second.ended) == (PackageEnd.VOID, None)
    assert package_of(story).live is second
    assert room(story).stations == {A1: "021"}
    story.when(replace(AGAIN, voids=None), here).then(PackageOut(A1, 2, "J-21"))


@pytest.mark.parametrize("why", sorted(set(VoidReason) - {VoidReason.BACK_TO_ROOM}))
def test_sal_03_every_reason_is_kept_with_it(why: VoidReason) -> None:
    story = out().when(replace(AGAIN, voids=why), now("9:20")).then(replace(SECOND_OUT, voids=why))
    assert story.answer


def test_sal_03_packages_are_numbered_one_by_one() -> None:
    ready().when(goes_out(2), NINE).then(PackageNumberTaken(A1, 2, 1))
    for number in (1, 3):
        out().when(replace(AGAIN, number=number), now("9:20")).then(PackageNumberTaken(A1, number, 2))


def test_sal_03_after_a_withdrawal_it_takes_another_consent_and_has_the_next_number() -> None:
    back = StandaloneWithdrawn(LAW, R1, A1, at("9:05"), GUIDE)
    story = out(back)
    assert package_of(story).consent is None
    story.when(AGAIN, now("9:20")).then(ConsentNeeded(A1))
    story.given(consented(given_at=at("9:15")))
    assert (of(story).standalone, room(story).stations) == (False, {})
    story.when(AGAIN, now("9:20")).then(replace(SECOND_OUT, voids=None)).done(AGAIN, now("9:20"))
    assert package_of(story).live is package_of(story).package(2)


def test_sal_03_a_package_that_is_not_there_is_none() -> None:
    alone = package_of(out())
    assert alone.package(1) is alone.live
    assert [alone.package(number) for number in (-1, 0, 2)] == [None, None, None]


# Answers to go on from

FOREIGN = digest("from the room")


def test_sal_03_answers_of_elsewhere_to_go_on_from_want_a_supervisor() -> None:
    """An interim copy of the candidate is known here; what a room's machine wrote, nobody here can tell."""
    here = present(at("9:20"), by(ADMIN, Role.SITE_ADMIN))
    needed = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))
    story = out(came_back(file=COPY, final=False)).when(replace(AGAIN, so_far=FOREIGN), here).then(needed)
    story.when(AGAIN, here).then(SECOND_OUT)
    story.when(replace(AGAIN, so_far=COPY), here).then(replace(SECOND_OUT, so_far=COPY))
    story.done(replace(AGAIN, so_far=FOREIGN), now("9:20"))
    package = package_of(story).live
    assert package
    assert package.so_far == FOREIGN
    assert FOREIGN in story.site.blobs


# Who makes it: the site lock signs it


def test_sal_03_administrators_export_with_the_site_lock() -> None:
    ready().when(goes_out(), present(at("9:00"), by(ADMIN, Role.SITE_ADMIN), locks=())).then(SiteLockNeeded(LOCK))
    ready().done(goes_out(), present(at("9:00"), by(GUIDE, Role.ROOM_ADMIN)))
    chief = present(at("9:00"), by(CHIEF, Role.CHIEF))
    ready().when(goes_out(), chief).then(NotYourRole(Role.CHIEF, (Role.ROOM_ADMIN, Role.SITE_ADMIN)))
    story = ready()
    story.site.locks[LOCK].holder = ADMIN
    story.when(goes_out(), present(at("9:00"), by(GUIDE, Role.ROOM_ADMIN))).then(NotTheCustodian(LOCK, ADMIN))


def test_sal_03_another_systems_package_is_only_kept() -> None:
    theirs = goes_out(custody=Custody.REGISTERED)
    story = ready().done(theirs, present(at("9:00"), by(ADMIN, Role.SITE_ADMIN), locks=()))
    package = package_of(story).live
    assert package
    assert (package.custody, package.nonce, package.key, package.secret) == (Custody.REGISTERED, "", "", "")
    assert theirs.file in story.site.blobs
    assert "" not in story.site.blobs

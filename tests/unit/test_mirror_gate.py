"""The mirror at the desk: begun on a registered medium, noticed when it stops, waited for or let pass loudly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.authorization import StartAuthorized
from app.core.cleaning import DataCleaned
from app.core.closing import CheckAnswers
from app.core.day_close import CloseDay
from app.core.handover import HandedOver
from app.core.media import (
    MediumLost,
    MediumNotRegistered,
    MediumRegistered,
    MediumSealed,
    MediumUnderSeal,
    MediumWasLost,
)
from app.core.mirror import (
    BeginMirror,
    GoOnWithoutMirror,
    MirrorBack,
    MirrorBegun,
    MirrorBehind,
    MirrorDrilled,
    MirrorMediumUnread,
    MirrorNotBehind,
    MirrorOut,
    NoMirrorThere,
    NoteDrill,
    NoteMirrorBack,
    NoteMirrorOut,
    WentOnWithoutMirror,
    mirror_waits,
)
from app.core.operation import SUPERVISORS, Desk, Fact, Operation
from app.core.permission import AnotherPersonNeeded, EquipmentSealed, SiteLockNeeded, permitted
from app.core.safe_state import Mirror, MirrorReason, WaiverReason
from app.core.start import ReleaseRooms
from app.core.terms import HandoverNo, Role
from tests.builders import ADMIN, D2, LAW, LOCK, OFFICER, R1, R2, Story, at, desk
from tests.unit.safe_story import DAY, OTHER, REGISTERED, SECOND_STICK, STICK, evening

BEGIN, BEGUN = BeginMirror(STICK), MirrorBegun(STICK, at("12:00"))
GONE = MirrorOut(STICK, MirrorReason.MEDIUM_GONE, at("12:00"))
NOTICED, FOUND = NoteMirrorOut(MirrorReason.MEDIUM_GONE), NoteMirrorBack(STICK)
GO_ON = GoOnWithoutMirror(WaiverReason.TIME_PRESSES)
GIVEN_AWAY = HandedOver(HandoverNo("AH-001"), (ADMIN, OFFICER), D2, (), (STICK,), (), True, at("11:50"))
GATES: list[Operation] = [CheckAnswers(LAW), CloseDay(DAY)]


def behind(entries: int, *roles: Role) -> Desk:
    return replace(desk(*roles), behind=entries)


def mirrored() -> Story:
    return Story("ended").given(REGISTERED, MirrorBegun(STICK, at("7:00")))


# Beginning


def test_dat_16_it_begins_on_a_registered_medium_with_the_lock() -> None:
    story = Story("opened").given(REGISTERED).when(BEGIN).then(BEGUN).done(BEGIN)
    assert story.site.safe.mirror == Mirror(STICK, at("12:00"))
    assert story.site.safe.mirrored == {STICK}
    story.when(BEGIN).then()
    Story("opened").given(REGISTERED).when(BEGIN, desk(locks=())).then(SiteLockNeeded(LOCK))


def test_dat_16_not_on_a_medium_that_is_not_here_sealed_or_known_by_its_label_alone() -> None:
    Story("opened").when(BEGIN).then(MediumNotRegistered(STICK))
    lost = Story("opened").given(REGISTERED, MediumWasLost(STICK, at("7:00"), ADMIN))
    lost.when(BEGIN).then(MediumLost(STICK))
    sealed = Story("opened").given(REGISTERED, MediumSealed(STICK, "S-1", at("7:00")))
    sealed.when(BEGIN).then(MediumUnderSeal(STICK, "S-1"))
    label = Story("opened").given(MediumRegistered(STICK, "U-1", ADMIN, read=False))
    label.when(BEGIN).then(MirrorMediumUnread(STICK))


def test_dat_16_another_medium_takes_its_place_and_begins_afresh() -> None:
    story = mirrored().given(SECOND_STICK, GONE, WentOnWithoutMirror(WaiverReason.NO_OTHER_MEDIUM, 3, at("12:00")))
    story.done(BeginMirror(OTHER))
    assert story.site.safe.mirror == Mirror(OTHER, at("12:00"))
    assert story.site.safe.mirrored == {STICK, OTHER}
    # What is told of the one before is no word about this one.
    story.when(FOUND).then()
    again = mirrored().given(GONE)
    again.when(BEGIN).then(BEGUN)


# Out and back


def test_dat_16_that_it_stops_is_noted_once_and_so_is_that_it_follows_again() -> None:
    story = mirrored().when(NOTICED).then(GONE).done(NOTICED)
    assert story.site.safe.mirror == Mirror(STICK, at("7:00"), MirrorReason.MEDIUM_GONE, at("12:00"))
    story.when(NoteMirrorOut(MirrorReason.WRITE_FAILED)).then()
    story.when(NoteMirrorBack(OTHER)).then()
    story.when(FOUND).then(MirrorBack(STICK)).done(FOUND)
    assert story.site.safe.mirror == Mirror(STICK, at("7:00"))
    story.when(FOUND).then()


@pytest.mark.parametrize("way", [MediumWasLost(STICK, at("11:50"), ADMIN), GIVEN_AWAY], ids=["lost", "given away"])
def test_dat_16_a_medium_that_left_is_no_mirror_though_somebody_keeps_it_in(way: Fact) -> None:
    story = mirrored().given(SECOND_STICK, WentOnWithoutMirror(WaiverReason.TIME_PRESSES, 1, at("7:30")), way)
    assert story.site.safe.mirror == Mirror(STICK, at("7:00"), MirrorReason.MEDIUM_GONE, at("11:50"))
    assert mirror_waits(story.site, desk()) == MirrorBehind(0, MirrorReason.MEDIUM_GONE)
    story.when(FOUND).then()
    story.given(REGISTERED).when(FOUND).then(MirrorBack(STICK))


def test_dat_16_a_second_medium_that_leaves_is_not_the_mirror() -> None:
    story = mirrored().given(SECOND_STICK, MediumWasLost(OTHER, at("11:50"), ADMIN))
    assert story.site.safe.mirror == Mirror(STICK, at("7:00"))


def test_dat_16_what_was_out_before_it_left_was_out_since_then() -> None:
    stopped = MirrorOut(STICK, MirrorReason.WRITE_FAILED, at("9:00"))
    story = mirrored().given(stopped, GIVEN_AWAY)
    assert story.site.safe.mirror == Mirror(STICK, at("7:00"), stopped.reason, stopped.at)


def test_dat_16_where_there_is_no_mirror_nothing_is_noted() -> None:
    story = Story("opened").when(NOTICED).then().when(FOUND).then()
    # Facts of a journal in which it was begun no more are borne.
    story.given(GONE, MirrorBack(STICK), WentOnWithoutMirror(WaiverReason.TIME_PRESSES, 1, at("12:00")))
    assert story.site.safe.mirror is None


# Gates


@pytest.mark.parametrize("gate", GATES, ids=lambda one: type(one).__name__)
def test_dat_16_a_gate_that_no_deadline_presses_waits_for_it(gate: Operation) -> None:
    story = mirrored()
    assert permitted(gate, story.site, behind(0)) is None
    assert permitted(gate, story.site, behind(2)) == MirrorBehind(2, None)
    story.given(GONE)
    assert permitted(gate, story.site, behind(0)) == MirrorBehind(0, MirrorReason.MEDIUM_GONE)
    assert permitted(gate, Story("ended").site, behind(2)) is None


def test_dat_16_nothing_under_a_deadline_waits_for_a_stick() -> None:
    story = Story("opened").given(REGISTERED, MirrorBegun(STICK, at("7:00")), GONE)
    story.given(StartAuthorized(LAW, "S-1", D2, 0))
    story.done(ReleaseRooms(LAW, (R1, R2), "1-1-S"), replace(desk(now=at("8:25")), behind=40))


@pytest.mark.parametrize("gate", GATES, ids=lambda one: type(one).__name__)
def test_dat_16_two_go_on_without_it_for_a_reason_until_it_follows(gate: Operation) -> None:
    told = WentOnWithoutMirror(WaiverReason.TIME_PRESSES, 7, at("12:00"))
    story = mirrored().given(GONE).when(GO_ON, behind(7)).then(told).done(GO_ON, behind(7))
    assert permitted(gate, story.site, behind(8)) is None
    story.when(GO_ON, behind(8)).then()
    story.done(FOUND)
    assert permitted(gate, story.site, behind(1)) == MirrorBehind(1, None)


def test_dat_16_one_alone_does_not_go_on_without_it() -> None:
    story = mirrored().given(GONE)
    story.when(GO_ON, behind(1, Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))


def test_dat_16_there_is_nothing_to_let_pass_where_nothing_is_behind() -> None:
    mirrored().when(GO_ON, behind(0)).then(MirrorNotBehind())
    Story("ended").when(GO_ON, behind(3)).then(MirrorNotBehind())
    mirrored().done(GO_ON, behind(1))


def test_dat_16_leave_given_for_a_moments_lag_is_none_for_the_rest_of_the_day() -> None:
    """One entry behind, waved through at eight: at noon the stick is pulled."""
    story = mirrored().done(GO_ON, behind(1))
    story.when(NOTICED).then(GONE).done(NOTICED)
    assert mirror_waits(story.site, behind(0)) == MirrorBehind(0, MirrorReason.MEDIUM_GONE)
    caught_up = mirrored().done(GO_ON, behind(1)).when(FOUND).then(MirrorBack(STICK)).done(FOUND)
    assert mirror_waits(caught_up.site, behind(9)) == MirrorBehind(9, None)


# Under seal and after cleaning


def test_lck_06_under_seal_the_mirror_may_begin_and_is_noticed_but_nothing_is_waived() -> None:
    story = Story("prepared").given(REGISTERED).done(BEGIN)
    for note in (NOTICED, FOUND):
        story.done(note, replace(desk(), time_confirmed=False, signers=()))
    story.given(GONE).when(GO_ON, behind(1)).then(EquipmentSealed())


def test_dat_10_what_is_erased_is_mirrored_no_more() -> None:
    story = evening(MirrorBegun(STICK, at("7:00")), DataCleaned(D2, at("11:59")))
    assert story.site.safe.mirror is None
    story.when(NOTICED).then().when(FOUND).then()
    assert not isinstance(story.when(BEGIN).answer, tuple)


# Drill


def test_dat_16_a_drill_is_entered_with_what_it_gave_back() -> None:
    drill = NoteDrill(STICK, 40, 7)
    story = mirrored().when(drill).then(MirrorDrilled(STICK, 40, 7, at("12:00"))).done(drill)
    mirror = story.site.safe.mirror
    assert mirror
    assert mirror.drilled_at == at("12:00")
    mirrored().when(NoteDrill(SECOND_STICK.serial, 40, 7)).then(NoMirrorThere(SECOND_STICK.serial))
    Story("ended").when(drill).then(NoMirrorThere(STICK))
    alone = Story("ended").given(MirrorDrilled(STICK, 40, 7, at("12:00")))
    assert alone.site.safe.mirror is None

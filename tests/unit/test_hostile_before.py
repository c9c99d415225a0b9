"""A dishonest site before its day: machines that count twice, draws that please, gates that say yes without ground."""

from __future__ import annotations

import dataclasses
import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.authorization import ExamAuthorized
from app.core.avoidance import AvoidanceDeclared
from app.core.duty import DrawImpossible, DrawnTooLate, NumberDraw
from app.core.duty_change import AvailabilitySet, ReplaceOnDuty
from app.core.duty_draw import DrawRule
from app.core.duty_state import AbsenceReason, Post, RedrawReason
from app.core.fault import FaultKind, ReportFault
from app.core.go_no_go import Answer, Cause, Gate
from app.core.hardware import CheckMachines, MachineCheck, MachineTwice, ProbeRoundBegun
from app.core.hardware_items import MachineKind
from app.core.hardware_verdict import MachineVerdict, judge_all, machines_in
from app.core.machine_swap import MachineSwapped, SwapReason
from app.core.operation import SUPERVISORS
from app.core.permission import AnotherPersonNeeded, NotYourRole, NotYourRoom
from app.core.room_closing import RoomsOpened
from app.core.room_move import StandbyRoomOpened
from app.core.room_test import RoomsTested
from app.core.sealed_room_test import AcceptSite, SiteAccepted
from app.core.site_form import SiteForm
from app.core.start import RoomStarted
from app.core.terms import Digest, IncidentNo, LockSerial, Role, RoomId, SessionId
from app.core.training import RecordTraining, StaffTrained, TrainingTopic
from app.exchange import probe
from app.exchange.probe import Probe, ProbeKind
from app.service import probe_kit
from app.service.hardware import ProbeFault, ProbeFlaw, Probes, look
from app.views.duty import person_duties, room_duties
from tests.builders import (
    A1,
    ADMIN,
    B1,
    D1,
    GUIDE,
    LAW,
    LIAONING,
    OFFICER,
    PASSED,
    R1,
    R2,
    R9,
    TAX,
    Story,
    at,
    by,
    desk,
    present,
)
from tests.unit.board_story import EVE, PARTS, PLANS, board_story, checked, packaged, said, sheet
from tests.unit.checked_machines import check, good
from tests.unit.duty_story import DAY, DRAW, E1, E2, E3, E4, E5, NOW, PEOPLE, TOKEN, X1, here, number, posted, staffed
from tests.vectors.probes import FULL

EXAM, INVIGILATION, SWITCH = MachineKind.EXAM, MachineKind.INVIGILATION, MachineKind.SWITCH
NONCE = "A1B2C3D4"
FAILS = (Answer.NO, Cause.MACHINES_FAIL, 1)
YES = (Answer.YES, None, 0)
CHANGED = RedrawReason.STAFF_CHANGED


# Probe files


def read(folder: Path, *probes: Probe, story: Story | None = None) -> Probes:
    site = (story or Story("packaged")).given(ProbeRoundBegun(NONCE, at("9:00", 28))).site
    paths = [folder / f"{n}{probe.SUFFIX}" for n in range(len(probes))]
    for path, one in zip(paths, probes, strict=True):
        path.write_bytes(probe.write(replace(one, nonce=NONCE)))
    return look(site, paths)


def flaws(found: Probes) -> set[ProbeFlaw]:
    return {fault.flaw for fault in found.faults}


ONE = replace(FULL, kind=ProbeKind.EXAM, room=R1, machine="PC-1")


def test_one_good_machine_does_not_count_as_forty(tmp_path: Path) -> None:
    forty = [replace(ONE, machine=f"PC-{n}", address=f"10.0.0.{n + 1}") for n in range(40)]
    found = read(tmp_path, *forty)
    assert (len(found.checks), len(found.faults), flaws(found)) == (0, 40, {ProbeFlaw.ONE_CARD})
    # Nor one by one; named anew, the machine comes in when its old name is off the list.
    card = str(ONE.mac).replace(":", "")
    before = Story("packaged").given(good(EXAM, "PC-0", hardware_address=card))
    assert read(tmp_path, ONE, story=before).faults == (ProbeFault(f"0{probe.SUFFIX}", ProbeFlaw.ONE_CARD, "PC-1"),)
    assert read(tmp_path, replace(ONE, machine="PC-0"), story=before).faults == ()


def test_two_machines_of_one_name_are_two_without_a_card_too(tmp_path: Path) -> None:
    bare = replace(ONE, mac=None)
    assert flaws(read(tmp_path, bare, replace(bare, room=R2))) == {ProbeFlaw.TWO_OF_A_NAME}
    assert flaws(read(tmp_path, bare, replace(bare, serial="another"))) == {ProbeFlaw.TWO_OF_A_NAME}
    assert len(read(tmp_path, bare, bare).checks) == 1


def test_small_letters_make_no_second_machine(tmp_path: Path) -> None:
    known = Story("packaged").given(good(EXAM, "pc-1"))
    assert [one.machine for one in read(tmp_path, ONE, story=known).checks] == ["pc-1"]
    two = read(tmp_path, ONE, replace(ONE, machine="pc-1", mac="02:00:00:00:00:07"))
    assert flaws(two) == {ProbeFlaw.TWO_OF_A_NAME}

    def entered(*names: str) -> CheckMachines:
        return CheckMachines(tuple(check(EXAM, name, keyboard="yes") for name in names), "", EVE, GUIDE)

    known.when(entered("PC-1")).then(MachineTwice("PC-1")).done(entered("pc-1"))
    known.when(entered("PC-2", "pc-2")).then(MachineTwice("pc-2"))


def test_a_file_name_turns_no_line_around(tmp_path: Path) -> None:
    (tmp_path / f"\u202e\nA{probe.SUFFIX}").touch()
    (fault,) = look(Story("packaged").site, probe_kit.find(tmp_path)).faults
    assert fault.file == f"\ufffd\ufffdA{probe.SUFFIX}"


@pytest.mark.parametrize(("version", "system"), [("x.y", "other"), ("5.1", "other"), ("5.2", "windows_server")])
def test_a_server_says_which_one_it_is(tmp_path: Path, version: str, system: str) -> None:
    (found,) = read(tmp_path, replace(ONE, system_family="windows", system_version=version, server=True)).checks
    assert [one.value for one in found.readings if one.item == "system"] == [system]


def test_a_huge_launcher_on_a_stick_is_not_read(tmp_path: Path) -> None:
    kit = probe_kit.write(tmp_path, NONCE, (R1, R2))
    planted, kept = kit / R2 / "exam.cmd", kit / R2 / "exam.sh"
    with planted.open("wb") as file:
        file.truncate(64 << 30)
    probe_kit.write(tmp_path, NONCE, (R1,))
    assert (planted.exists(), kept.exists()) == (False, True)


# Machines that fail


def test_who_serves_a_room_makes_no_failing_machine_one_of_another_kind() -> None:
    story = Story("packaged").given(good(EXAM, "PC-1", detection="no"))
    guide = present(NOW, by(GUIDE, Role.ROOM_ADMIN))

    def entered(kind: MachineKind) -> CheckMachines:
        looked: tuple[MachineCheck, ...] = (check(kind, "PC-1", network_mbps="1000"),)
        return CheckMachines(looked, "", EVE, GUIDE)

    story.when(entered(SWITCH), guide).then(NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN, Role.TECHNICIAN)))
    story.done(entered(SWITCH), desk(now=NOW)).done(entered(SWITCH), guide)


def test_rdy_09_a_switch_that_is_too_slow_is_one_on_the_board() -> None:
    story = board_story(checked(SWITCH, R1, "SW-1", network_mbps="10"))
    assert (said(story, Gate.MACHINES, R1), said(story, Gate.MACHINES, None)) == (FAILS, YES)
    story = board_story(checked(SWITCH, None, "SW-0", network_mbps="10"))
    assert (said(story, Gate.MACHINES, R2), said(story, Gate.MACHINES, None)) == (YES, FAILS)


@pytest.mark.parametrize(("seats", "verdict"), [(100, MachineVerdict.MINIMUM), (101, MachineVerdict.FAILS)])
def test_rdy_02_a_spare_machine_put_into_a_large_room_needs_more(seats: int, verdict: MachineVerdict) -> None:
    """Of the room nobody listed a machine: one for each seat, and none less because it was not looked at."""
    spare = checked(INVIGILATION, None, "B1", memory_mib="4096")
    swapped = MachineSwapped(R1, "J001", "B1", SwapReason.DEFECT, LockSerial(""), True, True, NOW, GUIDE)
    story = board_story(spare, plans=(replace(PLANS[0], seats=seats), PLANS[1]))
    assert machines_in(story.site, R1) == seats
    assert judge_all(story.site, LIAONING)["B1"].verdict is MachineVerdict.MINIMUM
    assert judge_all(story.given(swapped).site, LIAONING)["B1"].verdict is verdict


# The draw


def says_of(room: RoomId, session: SessionId | None = LAW) -> ReportFault:
    return ReportFault(FaultKind.PERIPHERAL, session, room, ("001",), NOW, GUIDE)


def in_person(story: Story) -> Story:
    """E4 has an own PIN."""
    story.site.people[E4].verifier = D1
    return story


def test_stf_06_an_impossible_redraw_leaves_what_was_drawn() -> None:
    story = posted(AvailabilitySet((E3,), AbsenceReason.ILL, NOW, GUIDE), AvoidanceDeclared(E4, (A1, B1)))
    story.when(number(CHANGED), here()).then(DrawImpossible(DrawRule.AVOIDANCE, 4, 3, (R1, R2), 0, 1, 0))
    assert story.site.duty[DAY].drawn


def test_stf_06_until_the_next_number_is_drawn_everybody_keeps_their_room() -> None:
    """Numbered and not drawn, as after a power cut: nobody is free to serve anywhere meanwhile."""
    story = in_person(posted()).done(number(CHANGED), here())
    mine = dataclasses.replace(here(), signers=(by(E4, Role.INVIGILATOR),))
    story.when(says_of(R2), mine).then(NotYourRoom(R2, R1))
    # After the start the number is void, and what was drawn before it holds.
    late = story.given(RoomStarted(LAW, R1, NOW, ADMIN))
    late.when(DRAW, here()).then(DrawnTooLate(DAY))
    late.done(ReplaceOnDuty(DAY, E4, E3, AbsenceReason.ILL, NOW, GUIDE), here())
    assert late.site.duty[DAY].posts[:2] == (Post(E1, R1), Post(E3, R1))
    serving = {row.code for row in person_duties(late.site, PEOPLE, LIAONING, DAY, named=True) if row.rooms}
    assert serving == {E1, E2, E3, E5, X1}
    assert room_duties(late.site, PEOPLE, LIAONING, DAY, ())[0].left == (E4,)


def test_stf_06_a_first_number_is_drawn_after_the_start_too() -> None:
    story = staffed(RoomStarted(LAW, R1, NOW, ADMIN))
    story.when(number(), here()).then(DrawnTooLate(DAY))
    story = staffed().done(number(), here()).given(RoomStarted(LAW, R1, NOW, ADMIN)).done(DRAW, here())
    assert story.site.duty[DAY].drawn


def test_stf_06_nobody_is_rid_of_a_number_in_silence() -> None:
    """Who foretells what a number gives and opens a room, so that there is another, has the reason on the sheet."""
    story = staffed().done(number(), here()).given(StandbyRoomOpened(LAW, R9, IncidentNo("A-1"), NOW))
    again = NumberDraw(DAY, TOKEN, None, beyond=False)
    assert again.demand(story.site, here()).seconds == (frozenset({Role.CHIEF}),)
    story.done(again, here())
    assert [one.reason for one in story.site.duty[DAY].numbered] == [None, RedrawReason.ROOMS_CHANGED]


def test_stf_06_a_new_edition_of_the_package_is_no_first_draw() -> None:
    """Who holds an edition back until the first draw is known draws again beside the chief, and by a second number."""
    authorized = ExamAuthorized("E-2", Digest(hashlib.sha256(TOKEN.encode()).hexdigest()))
    story = posted(*packaged(), authorized)
    assert number().demand(story.site, here()).seconds == (frozenset({Role.CHIEF}),)
    story.done(number(), here()).done(DRAW, here())
    assert [(one.number, one.reason) for one in story.site.duty[DAY].numbered] == [(2, RedrawReason.ROOMS_CHANGED)]
    story.done(number(CHANGED), here())
    assert [one.number for one in story.site.duty[DAY].numbered] == [2, 3]


def test_stf_08_from_the_authorization_on_nobody_comes_onto_the_list_by_one_word() -> None:
    late = RecordTraining((E5,), PASSED, (TrainingTopic.DUTIES,))
    alone, fact = present(NOW, by(ADMIN, Role.SITE_ADMIN)), StaffTrained((E5,), PASSED, (TrainingTopic.DUTIES,), False)
    alone = dataclasses.replace(alone, directory=here().directory)
    both = dataclasses.replace(alone, signers=(*alone.signers, by(OFFICER, Role.EXAM_OFFICE)))
    story = staffed()
    story.site.people[E5].trained_on = None
    story.when(late, alone).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))).when(late, both).then(fact)
    Story("packaged").when(late, alone).then(fact)


def test_the_day_after_everybody_acts_where_they_served() -> None:
    next_day = NOW + timedelta(days=1)
    mine = dataclasses.replace(here(now=next_day), signers=(by(E4, Role.INVIGILATOR),))
    story = in_person(posted()).when(says_of(R2), mine).then(NotYourRoom(R2, R1))
    story.done(says_of(R1), mine).done(says_of(R2, None), mine)


def test_stf_05_who_roves_and_is_not_there_shows() -> None:
    story = board_story(AvailabilitySet((X1,), AbsenceReason.ILL, NOW, GUIDE))
    assert said(story, Gate.STAFF, None) == (Answer.NO, Cause.SOMEBODY_MISSING, 1)


# Rooms


def test_rdy_11_a_broken_seal_is_no_closed_room() -> None:
    morning = at("7:00")
    story = board_story(RoomsOpened((R1,), False, None, morning, GUIDE), RoomsOpened((R2,), True, None, morning, GUIDE))
    assert said(story, Gate.CLOSED, R1) == (Answer.STALE, Cause.DISTURBED, 0)
    assert said(story, Gate.CLOSED, R2) == YES


def test_rdy_11_who_was_in_shows_when_it_is_told_after_the_opening_too() -> None:
    opened = RoomsOpened((R1, R2), True, None, at("7:00"), GUIDE)
    inside = replace(checked(EXAM, R1, "K001-1"), at=at("23:00", 29))
    after = replace(checked(EXAM, R2, "K002-1"), at=at("7:30"))
    story = board_story(opened, inside, after)
    assert said(story, Gate.CLOSED, R1) == (Answer.STALE, Cause.DISTURBED, 0)
    assert said(story, Gate.CLOSED, R2) == YES


def test_rdy_10_a_room_left_out_that_passed_is_accepted() -> None:
    (passed,) = PARTS["tests"]
    assert isinstance(passed, RoomsTested)
    story = board_story(SiteAccepted(EVE, (R2,)))
    assert said(story, Gate.TESTS, R2) == (Answer.NO, Cause.LEFT_OUT, 0)
    story.when(AcceptSite((R2,)), here()).then()
    story.done(AcceptSite(), here())
    assert said(story, Gate.TESTS, R2) == YES


def test_vio_03_blanks_of_another_day_lie_in_no_room() -> None:
    story = board_story(*sheet(SiteForm.VIOLATION_BLANKS, f"9-9-{R1}"), without=("items",))
    assert said(story, Gate.FORMS, R1) == (Answer.NO, Cause.FORMS_NOT_PRINTED, 1)
    story.given(*sheet(SiteForm.VIOLATION_BLANKS, f"{TAX}-{R1}"))
    assert said(story, Gate.FORMS, R1) == YES

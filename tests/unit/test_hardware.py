"""The hardware checklist: who enters what, what is kept of two looks, and what is no value (RDY-01..09)."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.hardware import (
    BeginProbeRound,
    CheckMachines,
    MachineCheck,
    MachineChecked,
    MachinesRemoved,
    MachineTwice,
    MachineUnfit,
    NoSuchMachine,
    ProbeMarkUnfit,
    ProbeOfAnotherRound,
    ProbeRoundBegun,
    ReadingUnfit,
    RemoveMachines,
    round_in_force,
)
from app.core.hardware_items import HardwareItem, MachineKind, ReadingSource
from app.core.hardware_state import ItemState
from app.core.incident import NoSuchPlace
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRole, NotYourRoom
from app.core.room_closing import RoomsClosed, RoomSeal
from app.core.terms import Role, RoomId, SessionId
from tests.builders import (
    ADMIN,
    GUIDE,
    GUIDE_2,
    MINUTE,
    OFFICER,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    Story,
    alone,
    at,
    by,
    present,
)
from tests.unit.checked_machines import check, good, readings

SITE, INVIGILATION, EXAM, SWITCH = MachineKind
EVE, NOW = at("14:00", 29), at("15:00", 29)
DESK = alone(NOW)
ROOM_ADMIN = present(NOW, by(GUIDE, Role.ROOM_ADMIN))
NONCE, NEXT = "A1B2C3D4", "A1B2C3D5"


def entered(*checks: MachineCheck, nonce: str = "", when: datetime = EVE) -> CheckMachines:
    return CheckMachines(checks, nonce, when, GUIDE)


def probed(name: str = "PC-1", room: RoomId | None = R1, /, **said: str) -> CheckMachines:
    """Of an exam machine, from a file of the first round."""
    found = readings(said, ReadingSource.MEASURED)
    return entered(MachineCheck(EXAM, room, name, found), nonce=NONCE)


def begun(*nonces: str) -> Story:
    return Story("packaged").given(*(ProbeRoundBegun(nonce, EVE) for nonce in nonces or (NONCE,)))


def test_rdy_01_a_machine_is_entered_with_who_looked_and_when() -> None:
    one = check(SITE, "KDJ", None, cpu_mhz="2400", ups="no")
    fact = MachineChecked(SITE, None, "KDJ", one.readings, EVE, GUIDE)
    story = Story("packaged").when(entered(one), DESK).then(fact).given(fact)
    machine = story.site.hardware["KDJ"]
    assert (machine.kind, machine.room, machine.name) == (SITE, None, "KDJ")
    assert machine.items[HardwareItem.UPS] == ItemState("no", ReadingSource.BY_HAND, EVE, GUIDE)
    assert (machine.value(HardwareItem.CPU_MHZ), machine.value(HardwareItem.DISPLAY)) == ("2400", None)


def test_rdy_01_of_a_later_look_stands_what_it_says_and_the_rest_stays() -> None:
    story = Story("packaged").done(entered(check(EXAM, cpu_mhz="2400", keyboard="no")), DESK)
    story.done(entered(check(EXAM, keyboard="yes"), when=EVE + MINUTE), DESK)
    machine = story.site.hardware["PC-1"]
    assert (machine.value(HardwareItem.CPU_MHZ), machine.value(HardwareItem.KEYBOARD)) == ("2400", "yes")
    assert machine.checked_at == EVE + MINUTE
    # An earlier look that comes to the desk later changes nothing that was looked at since.
    story.done(entered(check(EXAM, keyboard="no", mouse="yes"), when=EVE - MINUTE), DESK)
    assert (machine.value(HardwareItem.KEYBOARD), machine.value(HardwareItem.MOUSE)) == ("yes", "yes")


def test_rdy_01_the_same_once_more_or_nothing_at_all_is_no_news() -> None:
    one = check(EXAM, cpu_mhz="2400")
    story = Story("packaged").done(entered(one), DESK)
    story.when(entered(one), DESK).then()
    story.when(entered(), DESK).then()
    story.when(entered(check(EXAM, "PC-9")), DESK).then()
    assert list(story.site.hardware) == ["PC-1"]
    for other in (check(EXAM, "PC-1", R2, cpu_mhz="2400"), check(INVIGILATION, cpu_mhz="2400")):
        fact = MachineChecked(other.kind, other.room, "PC-1", other.readings, EVE, GUIDE)
        story.when(entered(other), DESK).then(fact)
    story.given(fact)
    assert (story.site.hardware["PC-1"].kind, story.site.hardware["PC-1"].room) == (INVIGILATION, R1)
    later = entered(one, when=EVE + SECOND)
    story.when(later, DESK).then(MachineChecked(EXAM, R1, "PC-1", one.readings, EVE + SECOND, GUIDE))


def test_rdy_01_many_machines_are_entered_at_once_or_none() -> None:
    many = tuple(check(EXAM, f"PC-{n}", R1 if n % 2 else R2, cpu_mhz="2000") for n in range(60))
    story = Story("packaged").done(entered(*many), DESK)
    assert len(story.site.hardware) == 60
    strange = check(EXAM, "PC-60", cpu_mhz="two")
    Story("packaged").when(entered(*many, strange), DESK).then(ReadingUnfit("PC-60", HardwareItem.CPU_MHZ, "two"))
    Story("packaged").when(entered(many[0], many[0]), DESK).then(MachineTwice("PC-0"))


def test_a_look_is_told_by_someone_known_after_it_happened_and_in_a_room_that_is_there() -> None:
    one, story = check(EXAM, cpu_mhz="2000"), Story("packaged")
    early = alone(EVE - SECOND)
    story.when(entered(one), early).then(NotYetHappened(EVE, early.now))
    story.when(CheckMachines((one,), "", EVE, STRANGER), DESK).then(PersonUnknown(STRANGER))
    gone = NoSuchPlace(SessionId(""), R9)
    story.when(entered(check(EXAM, "PC-1", R9, cpu_mhz="2000")), DESK).then(gone)


@pytest.mark.parametrize(
    ("kind", "name", "room", "fit"),
    [
        (SITE, "KDJ-1", None, True),
        (SITE, "KDJ-1", R1, False),
        (EXAM, "PC-1", R1, True),
        (EXAM, "PC-1", None, False),
        (INVIGILATION, "J-1", R1, True),
        (INVIGILATION, "J-spare", None, True),
        (SWITCH, "SW-1", None, True),
        (SWITCH, "SW-1", R1, True),
        (EXAM, "", R1, False),
        (EXAM, "-1", R1, False),
        (EXAM, "PC 1", R1, False),
        (EXAM, "PC-1\n", R1, False),
        (EXAM, "P" * 40, R1, True),
        (EXAM, "P" * 41, R1, False),
    ],
)
def test_rdy_01_machines_have_names_and_places(kind: MachineKind, name: str, room: RoomId | None, fit: bool) -> None:
    one = check(kind, name, room, network_mbps="1000")
    fact = MachineChecked(kind, room, name, one.readings, EVE, GUIDE)
    Story("packaged").when(entered(one), DESK).then(fact if fit else MachineUnfit(name[:40], kind))


def test_rdy_01_an_item_is_said_once() -> None:
    twice = (*readings({"ups": "yes"}), *readings({"ups": "no"}))
    no = ReadingUnfit("PC-1", HardwareItem.UPS, "yes")
    Story("packaged").when(entered(MachineCheck(EXAM, R1, "PC-1", twice)), DESK).then(no)


def test_rdy_01_only_a_probe_file_measures() -> None:
    measured = MachineCheck(EXAM, R1, "PC-1", readings({"cpu_mhz": "2000"}, ReadingSource.MEASURED))
    begun().when(entered(measured), DESK).then(ReadingUnfit("PC-1", HardwareItem.CPU_MHZ, "2000"))
    begun().when(probed(cpu_mhz="2000"), DESK).then(
        MachineChecked(EXAM, R1, "PC-1", measured.readings, EVE, GUIDE),
    )


def test_rdy_01_files_of_an_earlier_round_or_of_no_round_are_not_taken() -> None:
    assert round_in_force(Story("packaged").site) == ""
    Story("packaged").when(probed(cpu_mhz="2000"), DESK).then(ProbeOfAnotherRound(NONCE))
    # Begun in the same second, or by a clock that was set back: the last one begun is in force.
    story = begun(NONCE, NEXT).given(ProbeRoundBegun("A1B2C3D6", EVE - MINUTE))
    assert round_in_force(story.site) == "A1B2C3D6"
    for nonce in (NONCE, NEXT):
        story.when(entered(nonce=nonce), DESK).then(ProbeOfAnotherRound(nonce))
    story.when(entered(nonce="A1B2C3D6"), DESK).then()


@pytest.mark.parametrize("nonce", ["", "A1B2C3D", "a1b2c3d4", "A1B2-3D4", "A" * 33, "A1B2C3D4\n", NONCE])
def test_rdy_01_the_mark_of_a_round_is_drawn_anew_each_time(nonce: str) -> None:
    begun().when(BeginProbeRound(nonce), DESK).then(ProbeMarkUnfit())


def test_rdy_01_a_round_is_begun() -> None:
    story = begun().when(BeginProbeRound(NEXT), DESK).then(ProbeRoundBegun(NEXT, NOW)).done(BeginProbeRound(NEXT), DESK)
    assert (story.site.probe_rounds, round_in_force(story.site)) == ({NONCE: EVE, NEXT: NOW}, NEXT)
    roles = (Role.SITE_ADMIN, Role.TECHNICIAN)
    story.when(BeginProbeRound("A1B2C3D6"), ROOM_ADMIN).then(NotYourRole(Role.ROOM_ADMIN, roles))


BEFORE = {"booted_at": "2021-10-29T07:00:00", "address": "10.0.0.1", "hardware_address": "000C29ABCDEF"}
AFTER = BEFORE | {"booted_at": "2021-10-29T08:00:00"}


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (BEFORE, AFTER, "yes"),
        (BEFORE, AFTER | {"address": "10.0.0.2"}, "no"),
        # Not started anew since, or by its own clock before: nothing is known.
        (BEFORE, BEFORE | {"address": "10.0.0.2"}, ""),
        (AFTER, BEFORE, ""),
        # The same name, another card: another machine.
        (BEFORE, AFTER | {"hardware_address": "000C29ABCDE0"}, ""),
        ({key: BEFORE[key] for key in ("booted_at", "address")}, AFTER, ""),
        (BEFORE, {key: AFTER[key] for key in ("booted_at", "address")}, "yes"),
        # Without address or start on either side nothing can be compared.
        ({"cpu_mhz": "2000"}, AFTER, ""),
        ({key: BEFORE[key] for key in ("booted_at", "hardware_address")}, AFTER, ""),
        ({key: BEFORE[key] for key in ("address", "hardware_address")}, AFTER, ""),
        (BEFORE, {"booted_at": "2021-10-29T08:00:00"}, ""),
        (BEFORE, {"address": "10.0.0.1"}, ""),
        # Said already: not said again.
        (BEFORE, AFTER | {"address_kept": "no"}, "no"),
    ],
)
def test_rdy_07_two_looks_with_a_restart_between_show_whether_the_address_stays(
    first: dict[str, str], second: dict[str, str], kept: str
) -> None:
    story = begun().done(probed(**first), DESK).done(probed(**second), DESK)
    assert story.site.hardware["PC-1"].value(HardwareItem.ADDRESS_KEPT) == (kept or None)


def test_rdy_07_the_answer_of_an_earlier_restart_stays_until_there_is_another() -> None:
    moved = AFTER | {"address": "10.0.0.2"}
    story = begun().done(probed(**BEFORE), DESK).done(probed(**moved), DESK).done(probed(**moved), DESK)
    assert story.site.hardware["PC-1"].value(HardwareItem.ADDRESS_KEPT) == "no"
    story.done(probed(**moved | {"booted_at": "2021-10-29T09:00:00"}), DESK)
    assert story.site.hardware["PC-1"].value(HardwareItem.ADDRESS_KEPT) == "yes"


def test_h_5_another_machine_under_the_name_is_looked_at_anew() -> None:
    story = begun().done(probed(**BEFORE), DESK).done(entered(check(EXAM, keyboard="yes")), DESK)
    items = story.site.hardware["PC-1"].items
    story.given(MachineChecked(EXAM, R1, "PC-1", readings({"hardware_address": "000C29ABCDE0"}), EVE - SECOND, GUIDE))
    assert len(items) == 4
    story.done(probed(**AFTER), DESK)
    assert HardwareItem.KEYBOARD in items
    story.done(probed(hardware_address="000C29ABCDE0", cpu_mhz="2000"), DESK)
    assert set(items) == {HardwareItem.HARDWARE_ADDRESS, HardwareItem.CPU_MHZ}


def test_g_10_who_serves_one_room_enters_its_machines_and_no_others() -> None:
    own, other = check(EXAM, "PC-1", R1, cpu_mhz="2000"), check(EXAM, "PC-2", R2, cpu_mhz="2000")
    story = Story("packaged").done(entered(own), ROOM_ADMIN)
    story.when(entered(other), ROOM_ADMIN).then(NotYourRoom(R2, R1))
    no = NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN, Role.TECHNICIAN))
    story.when(entered(own, other), ROOM_ADMIN).then(no)
    story.when(entered(check(SITE, "KDJ", None, ups="yes")), ROOM_ADMIN).then(no)
    # Nor takes a machine over from another room, or from the site.
    story.done(entered(other, check(INVIGILATION, "J-spare", None, ups="yes")), DESK)
    for name in ("PC-2", "J-spare"):
        story.when(entered(check(EXAM, name, R1, cpu_mhz="2000")), ROOM_ADMIN).then(no)
    story.when(entered(own), present(NOW, by(GUIDE_2, Role.ROOM_ADMIN))).then(NotYourRoom(R1, R2))
    allowed = (Role.ROOM_ADMIN, Role.SITE_ADMIN, Role.TECHNICIAN)
    story.when(entered(own), present(NOW, by(OFFICER, Role.EXAM_OFFICE))).then(NotYourRole(Role.EXAM_OFFICE, allowed))


def test_rdy_01_machines_that_do_not_serve_after_all_are_removed() -> None:
    story = Story("packaged").given(good(EXAM, "PC-1"), good(SITE, "KDJ"))
    fact = MachinesRemoved(("PC-1", "KDJ"), NOW, ADMIN)
    story.when(RemoveMachines(("PC-1", "KDJ", "PC-1"), ADMIN), DESK).then(fact)
    story.when(RemoveMachines(("PC-1", "PC-7"), ADMIN), DESK).then(NoSuchMachine("PC-7"))
    story.when(RemoveMachines((), ADMIN), DESK).then()
    story.when(RemoveMachines(("PC-1",), STRANGER), DESK).then(PersonUnknown(STRANGER))
    roles = (Role.SITE_ADMIN, Role.TECHNICIAN)
    story.when(RemoveMachines(("PC-1",), GUIDE), ROOM_ADMIN).then(NotYourRole(Role.ROOM_ADMIN, roles))
    assert story.given(fact).site.hardware == {}


def test_rdy_11_who_was_at_the_machines_of_a_closed_room_disturbed_it() -> None:
    seals = (RoomSeal(R1, "S-1"), RoomSeal(R2, "S-2"))
    story = Story("packaged").given(good(EXAM, "PC-1"), RoomsClosed(seals, EVE, GUIDE))

    def disturbed() -> list[RoomId]:
        return [room for room, closed in story.site.closed_rooms.items() if closed.disturbed]

    story.done(entered(check(EXAM, mouse="yes"), when=EVE), DESK)
    story.done(entered(check(SITE, "KDJ", None, ups="yes"), when=NOW), DESK)
    assert disturbed() == []
    # A machine that was carried over was in both.
    story.done(entered(check(EXAM, "PC-1", R2, mouse="yes"), when=NOW), DESK)
    assert disturbed() == [R1, R2]
    story = Story("packaged").given(good(EXAM, "PC-1"), RoomsClosed(seals, EVE, GUIDE))
    story.done(RemoveMachines(("PC-1",), GUIDE), DESK)
    assert disturbed() == [R1]

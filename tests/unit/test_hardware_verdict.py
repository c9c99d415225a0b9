"""What a machine is worth, and the rules around the table of annex 5 (F2, section L)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.hardware_items import HardwareItem, MachineKind
from app.core.hardware_verdict import (
    DECIDES_EXAM,
    REQUIRED_OF_EXAM,
    ItemVerdict,
    MachineVerdict,
    judge_all,
    machines_in,
    meets,
)
from app.core.machines import MachinesListed
from app.core.plan import Room
from app.core.site import SeatMachine
from tests.builders import LIAONING, R1, R2, SENIOR, ZHEJIANG, Story, taken_in
from tests.unit.checked_machines import GOOD, good, item, judged

SITE, INVIGILATION, EXAM, SWITCH = MachineKind
BEST, LEAST, BELOW, UNKNOWN = (
    ItemVerdict.RECOMMENDED,
    ItemVerdict.MINIMUM,
    ItemVerdict.BELOW,
    ItemVerdict.NOT_CHECKED,
)
NOT_FIGURES = {*DECIDES_EXAM, *REQUIRED_OF_EXAM}


def story(machines: int = 0) -> Story:
    """A package by which the first room has so many exam machines."""
    made = Story("packaged")
    made.site.plans[R1] = Room(R1, "Lab 1", "North", 3, 100, machines=machines)
    return made


def listed(count: int) -> MachinesListed:
    return MachinesListed(R1, tuple(SeatMachine(f"{n:03}", f"PC-{n}", "", "") for n in range(count)))


@pytest.mark.parametrize("kind", MachineKind)
def test_rdy_01_a_machine_by_the_notices_own_figures_is_as_recommended(kind: MachineKind) -> None:
    assert judged(good(kind)).verdict is MachineVerdict.RECOMMENDED


@pytest.mark.parametrize("kind", [SITE, INVIGILATION])
def test_rdy_01_a_machine_is_worth_its_worst_item(kind: MachineKind) -> None:
    said = {"cpu_mhz": "2000"}
    assert judged(good(kind, **said)).verdict is MachineVerdict.MINIMUM
    said |= {"system": "windows_11"}
    assert judged(good(kind, **said)).verdict is MachineVerdict.OFF_LIST
    assert judged(good(kind, usb_ports=None, **said)).verdict is MachineVerdict.NOT_CHECKED
    assert judged(good(kind, usb_ports=None, network_mbps="99", **said)).verdict is MachineVerdict.FAILS


@pytest.mark.parametrize("kind", MachineKind)
def test_rdy_01_what_nobody_looked_at_never_passes(kind: MachineKind) -> None:
    for name in GOOD[kind]:
        found = judged(good(kind, **{name: None}), rules=replace(SENIOR, exam_system=LIAONING.exam_system))
        line = item(found, name)
        if line.requirement.advice:
            assert (line.verdict, found.verdict) == (ItemVerdict.ADVISED, MachineVerdict.RECOMMENDED)
        else:
            figure = kind is EXAM and name not in NOT_FIGURES
            assert (line.verdict, line.state) == (UNKNOWN, None)
            assert found.verdict is (MachineVerdict.UNREAD if figure else MachineVerdict.NOT_CHECKED)


@pytest.mark.parametrize("kind", MachineKind)
def test_rdy_01_of_a_machine_of_which_little_is_known_nothing_is_said(kind: MachineKind) -> None:
    nothing = dict.fromkeys(GOOD[kind]) | {"address": "10.0.0.1"}
    found = judged(good(kind, **nothing))
    assert found.verdict is MachineVerdict.NOT_CHECKED
    assert {one.verdict for one in found.items} <= {UNKNOWN, ItemVerdict.ADVISED, ItemVerdict.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("kind", "mhz", "verdict"),
    [
        (SITE, 2400, BEST),
        (SITE, 2399, LEAST),
        (SITE, 2390, LEAST),
        (SITE, 2000, LEAST),
        (SITE, 1990, BELOW),
        (INVIGILATION, 2400, BEST),
        (INVIGILATION, 2000, LEAST),
        (INVIGILATION, 1990, BELOW),
        (EXAM, 2000, BEST),
        (EXAM, 1800, LEAST),
        (EXAM, 1790, BELOW),
    ],
)
def test_rdy_01_processors(kind: MachineKind, mhz: int, verdict: ItemVerdict) -> None:
    assert item(judged(good(kind, cpu_mhz=str(mhz))), "cpu_mhz").verdict is verdict


@pytest.mark.parametrize(("mib", "verdict"), [(1024, BEST), (1023, LEAST), (512, LEAST), (511, BELOW)])
def test_rdy_01_free_memory_is_free_and_nothing_is_forgiven(mib: int, verdict: ItemVerdict) -> None:
    # What is built in says nothing of what is free.
    found = judged(good(EXAM, free_memory_mib=str(mib), memory_mib="8192"))
    assert item(found, "free_memory_mib").verdict is verdict


@pytest.mark.parametrize(
    ("kind", "seen", "verdict"),
    [
        (SITE, 3993, BEST),
        (SITE, 4 * 1024 - 307, BEST),
        (SITE, 4 * 1024 - 308, LEAST),
        (SITE, 2 * 1024 - 307, LEAST),
        (SITE, 2 * 1024 - 308, BELOW),
        (INVIGILATION, 3993, LEAST),
        (INVIGILATION, 4 * 1024 - 308, BELOW),
    ],
)
def test_j_20_a_system_sees_less_memory_than_is_built_in(kind: MachineKind, seen: int, verdict: ItemVerdict) -> None:
    found = judged(good(kind, memory_mib=None, memory_seen_mib=str(seen)))
    assert item(found, "memory_mib").verdict is verdict


def test_j_20_where_it_is_known_what_is_built_in_nothing_is_forgiven() -> None:
    found = judged(good(INVIGILATION, memory_mib="4095", memory_seen_mib="8192"))
    assert item(found, "memory_mib").verdict is BELOW
    # What a system sees of its memory tells nothing else.
    assert item(judged(good(SITE, memory_seen_mib="8192", cpu_mhz=None)), "cpu_mhz").verdict is UNKNOWN


@pytest.mark.parametrize(("machines", "verdict"), [(100, MachineVerdict.MINIMUM), (101, MachineVerdict.FAILS)])
@pytest.mark.parametrize("told", ["arrangement", "list", "checklist"])
def test_rdy_02_more_than_100_exam_machines_ask_for_the_recommended_one(
    told: str, machines: int, verdict: MachineVerdict
) -> None:
    given = story(machines if told == "arrangement" else 3)
    if told == "list":
        given.given(listed(machines))
    elif told == "checklist":
        given.given(*(good(EXAM, f"E-{n}") for n in range(machines)), good(EXAM, "E-other", R2))
    desk = good(INVIGILATION, memory_mib="4096")
    assert machines_in(given.site, R1) == machines
    found = judged(desk, story=given)
    assert found.verdict is verdict
    line = item(found, "memory_mib")
    assert (line.raised, line.wanted) == ((True, ("8192",)) if machines > 100 else (False, ("4096",)))


@pytest.mark.parametrize(
    ("name", "best", "least"),
    [("cpu_mhz", 2400, 2000), ("memory_mib", 8192, 4096), ("free_disk_mib", 20480, 10240)],
)
def test_rdy_02_it_is_processor_memory_and_disk_that_are_asked_for(name: str, best: int, least: int) -> None:
    for value, verdict in ((best, BEST), (best - 1, BELOW), (least, BELOW)):
        assert item(judged(good(INVIGILATION, **{name: str(value)}), story=story(101)), name).verdict is verdict
    # The list of systems has no greater and less (F2 1).
    assert judged(good(INVIGILATION, system="windows_8"), story=story(101)).verdict is MachineVerdict.MINIMUM


def test_rdy_02_other_rooms_other_machines_and_spare_ones_are_not_raised() -> None:
    given = story(101).given(good(INVIGILATION, "J-2", R2, cpu_mhz="2000"), good(SITE, "S-1", cpu_mhz="2000"))
    given.given(good(INVIGILATION, "J-spare", None, cpu_mhz="2000"))
    verdicts = {name: one.verdict for name, one in judge_all(given.site, LIAONING).items()}
    assert verdicts == dict.fromkeys(("J-2", "J-spare", "S-1"), MachineVerdict.MINIMUM)


def test_a_room_that_a_newer_package_dropped_still_has_its_machines() -> None:
    given = story().given(good(INVIGILATION, "J-1"), good(EXAM, "E-1")).given(*taken_in(2))
    del given.site.plans[R1]
    assert machines_in(given.site, R1) == 1
    assert list(judge_all(given.site, LIAONING)) == ["E-1", "J-1"]


@pytest.mark.parametrize("name", ["detection", "keyboard", "mouse", "screen"])
def test_rdy_03_detection_keyboard_mouse_and_display_decide(name: str) -> None:
    # The table is fine, and one of them is not.
    assert judged(good(EXAM, **{name: "no"})).verdict is MachineVerdict.FAILS
    assert judged(good(EXAM, **{name: None})).verdict is MachineVerdict.NOT_CHECKED


def test_rdy_03_a_machine_below_the_list_meets_the_standard_where_these_are_fine() -> None:
    weak = {"cpu_mhz": "1", "free_memory_mib": "1", "free_disk_mib": "1", "display": "800x600", "usb_ports": "0"}
    found = judged(good(EXAM, network_mbps="10", duplex="half", system="linux", **weak))
    assert found.verdict is MachineVerdict.OFF_LIST
    assert {item(found, name).verdict for name in weak} == {BELOW}
    assert judged(good(EXAM, cpu_mhz="1800")).verdict is MachineVerdict.MINIMUM
    assert judged(good(EXAM, cpu_mhz=None)).verdict is MachineVerdict.UNREAD
    assert judged(good(EXAM, cpu_mhz=None, usb_ports="0")).verdict is MachineVerdict.OFF_LIST


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ({"restore_card": "on"}, MachineVerdict.FAILS),
        ({"restore_card": "none"}, MachineVerdict.RECOMMENDED),
        ({"address_kept": "no"}, MachineVerdict.FAILS),
        ({"virus_free": "no"}, MachineVerdict.FAILS),
        ({"exam_system": "4.2"}, MachineVerdict.FAILS),
        # 尽量: as far as possible.
        ({"protection": "blocks"}, MachineVerdict.OFF_LIST),
        # An exam machine may have its address from a server that always gives it the same.
        ({"fixed_address": "no", "address_kept": "yes"}, MachineVerdict.RECOMMENDED),
    ],
)
def test_rdy_05_08_how_an_exam_machine_is_set_up_counts_besides(said: dict[str, str], verdict: MachineVerdict) -> None:
    assert judged(good(EXAM, **said)).verdict is verdict


def test_rdy_04_power_supply_and_spare_switch_are_advice() -> None:
    for kind, name in ((SITE, "ups"), (INVIGILATION, "ups"), (SWITCH, "spare_switch")):
        for value in ("no", None):
            found = judged(good(kind, **{name: value}))
            assert (item(found, name).verdict, found.verdict) == (ItemVerdict.ADVISED, MachineVerdict.RECOMMENDED)
    for name in ("reaches_vpn", "reaches_room"):
        assert judged(good(SITE, **{name: "no"})).verdict is MachineVerdict.FAILS
    assert judged(good(INVIGILATION, reaches_site="no")).verdict is MachineVerdict.FAILS


@pytest.mark.parametrize("name", ["microsoft_pinyin", "jidian_wubi", "sogou_pinyin"])
def test_rdy_05_input_methods_are_for_the_senior_exam(name: str) -> None:
    for value in ("no", None):
        found = judged(good(EXAM, **{name: value}))
        assert (item(found, name).verdict, found.verdict) == (ItemVerdict.NOT_APPLICABLE, MachineVerdict.RECOMMENDED)
    senior = {"exam_system": "4.2"}
    assert judged(good(EXAM, **senior), rules=SENIOR).verdict is MachineVerdict.RECOMMENDED
    assert judged(good(EXAM, **senior, **{name: "no"}), rules=SENIOR).verdict is MachineVerdict.FAILS
    assert judged(good(EXAM, **senior, **{name: None}), rules=SENIOR).verdict is MachineVerdict.NOT_CHECKED


@pytest.mark.parametrize("kind", [SITE, INVIGILATION, EXAM])
def test_lck_13_the_exam_system_is_of_the_version_that_the_exam_asks_for(kind: MachineKind) -> None:
    for rules, wanted, other in ((LIAONING, "4.3", "4.2"), (SENIOR, "4.2", "4.3")):
        line = item(judged(good(kind, exam_system=wanted), rules=rules), "exam_system")
        assert (line.verdict, line.wanted) == (BEST, (wanted,))
        assert item(judged(good(kind, exam_system=other), rules=rules), "exam_system").verdict is BELOW
    open_ = replace(LIAONING, exam_system=None)
    found = judged(good(kind, exam_system=None, usb_ports="0"), rules=open_)
    assert item(found, "exam_system").verdict is ItemVerdict.NOT_APPLICABLE
    assert item(found, "usb_ports").verdict is BELOW


def test_rdy_07_an_invigilation_machine_has_an_address_of_its_own() -> None:
    # Also where a server would always give it the same.
    assert judged(good(INVIGILATION, fixed_address="no", address_kept="yes")).verdict is MachineVerdict.FAILS


def test_rdy_07_two_machines_of_a_room_with_one_address_fail() -> None:
    one, other = (good(kind, f"M-{kind}", address="10.0.0.7") for kind in (EXAM, INVIGILATION))
    found = judged(one, other)
    assert (found.verdict, found.clashes) == (MachineVerdict.FAILS, ("M-invigilation",))
    # In another room it is another network, and no address is nobody's.
    apart = judged(one, good(EXAM, "E-2", R2, address="10.0.0.7"), good(EXAM, "E-3"), good(EXAM, "E-4"))
    assert (apart.verdict, apart.clashes) == (MachineVerdict.RECOMMENDED, ())
    assert judged(good(EXAM, "E-3"), good(EXAM, "E-4")).clashes == ()
    three = (good(INVIGILATION, name, None, address="10.0.0.8") for name in ("J-3", "J-1", "J-2"))
    assert judged(*three).clashes == ("J-1", "J-2")


@pytest.mark.parametrize(
    ("system", "verdicts"),
    [
        ("windows_11", [ItemVerdict.NOT_LISTED] * 3),
        ("windows_8", [LEAST] * 3),
        ("windows_server", [LEAST, LEAST, ItemVerdict.NOT_LISTED]),
        ("linux", [ItemVerdict.NOT_LISTED] * 3),
    ],
)
def test_j_21_systems_on_no_list(system: str, verdicts: list[ItemVerdict]) -> None:
    found = [judged(good(kind, system=system)) for kind in (SITE, INVIGILATION, EXAM)]
    assert [item(one, "system").verdict for one in found] == verdicts
    warned = {ItemVerdict.NOT_LISTED: MachineVerdict.OFF_LIST, LEAST: MachineVerdict.MINIMUM}
    assert [one.verdict for one in found] == [warned[one] for one in verdicts]
    # Whatever the system: without the detection no exam machine passes.
    assert judged(good(EXAM, system=system, detection=None)).verdict is MachineVerdict.NOT_CHECKED


def test_where_no_checklist_is_asked_for_a_machine_is_only_kept() -> None:
    found = judged(good(EXAM), rules=ZHEJIANG)
    assert (found.items, found.verdict) == ((), MachineVerdict.RECOMMENDED)


def test_numbers_are_compared_as_numbers() -> None:
    assert meets(HardwareItem.FREE_DISK_MIB, "100000", ("51200",))
    assert not meets(HardwareItem.FREE_DISK_MIB, "9999", ("10240",))
    assert meets(HardwareItem.CPU_MHZ, "02000", ("2000",))

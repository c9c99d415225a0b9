"""Probe files brought from the machines: hundreds at once, each fault named, what is unknown left open (RDY-01)."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.core.hardware import (
    BeginProbeRound,
    MachineCheck,
    MachineChecked,
    ProbeOfAnotherRound,
    ProbeRoundBegun,
    round_in_force,
)
from app.core.hardware_items import HardwareItem, MachineKind, ReadingSource
from app.core.hardware_verdict import ItemVerdict, MachineVerdict, judge_all
from app.core.site import Site
from app.core.terms import RoomId
from app.exchange import probe
from app.exchange.probe import Addressing, MemorySeen, Probe, ProbeKind, Switched
from app.service.hardware import ProbeFault, ProbeFlaw, Probes, begin_round, look, take
from app.trouble import Code
from tests.builders import LIAONING, R1, R2, R9, Story, at
from tests.stores import ADMIN, Place, arrange
from tests.unit.checked_machines import item
from tests.vectors.probes import FULL

NONCE = "A1B2C3D4"
OLD = "A1B2C3D3"
FIRST = datetime.fromisoformat("2021-10-28T10:00:00")
HOUR = timedelta(hours=1)
ONE = replace(FULL, nonce=NONCE, room=R1)
LITTLE = Probe(kind=ProbeKind.EXAM, room=R1, nonce=NONCE, machine="PC-09", made_at=FIRST)


@pytest.fixture
def site() -> Site:
    return Story("packaged").given(*(ProbeRoundBegun(nonce, at("9:00", 28)) for nonce in (OLD, NONCE))).site


def files(folder: Path, *probes: Probe) -> list[Path]:
    paths = []
    for n, one in enumerate(probes):
        path = folder / f"{n}-{probe.name(one)}"
        path.write_bytes(probe.write(one))
        paths.append(path)
    return paths


def looked(site: Site, folder: Path, *probes: Probe) -> Probes:
    return look(site, files(folder, *probes))


def only(found: Probes) -> MachineCheck:
    assert found.faults == ()
    (check,) = found.checks
    return check


def said(site: Site, folder: Path, **changed: Any) -> dict[str, str]:
    """What the checklist has of a machine that tells everything, but for these fields."""
    check = only(looked(site, folder, replace(ONE, **changed)))
    assert {one.source for one in check.readings} == {ReadingSource.MEASURED}
    return {one.item.value: one.value for one in check.readings}


def test_rdy_01_a_machine_that_tells_everything(site: Site, tmp_path: Path) -> None:
    assert said(site, tmp_path) == {
        "cpu_mhz": "2394",
        "memory_mib": "4096",
        "free_memory_mib": "2100",
        "free_disk_mib": "51200",
        "display": "1366x768",
        "network_mbps": "1000",
        "duplex": "full",
        "system": "windows_7_sp1",
        "usb_ports": "6",
        "address": "10.1.2.3",
        "fixed_address": "no",
        "microsoft_pinyin": "yes",
        "jidian_wubi": "yes",
        "sogou_pinyin": "yes",
        "hardware_address": "000C29ABCDEF",
        "booted_at": "2021-10-22T07:01:02",
    }
    check = only(looked(site, tmp_path, ONE))
    assert (check.kind, check.room, check.machine) == (MachineKind.EXAM, R1, "PC-07")


def test_rdy_01_a_machine_that_tells_nothing_is_there_and_passes_nothing(site: Site, tmp_path: Path) -> None:
    assert only(looked(site, tmp_path, LITTLE)).readings == ()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"memory_mib": 3993, "memory_seen": MemorySeen.VISIBLE}, {"memory_mib": None, "memory_seen_mib": "3993"}),
        ({"addressing": Addressing.STATIC}, {"fixed_address": "yes"}),
        ({"addressing": None}, {"fixed_address": None}),
        ({"firewall": Switched.OFF, "antivirus": ""}, {"protection": "off"}),
        # A scanner may let everything through, a firewall too: somebody has to look.
        ({"firewall": Switched.ON, "antivirus": ""}, {"protection": None}),
        ({"firewall": Switched.OFF, "antivirus": "360"}, {"protection": None}),
        ({"firewall": Switched.OFF, "antivirus": None}, {"protection": None}),
        ({"firewall": None, "antivirus": ""}, {"protection": None}),
        # Not to be found proves nothing.
        ({"sogou_pinyin": None}, {"sogou_pinyin": None}),
        ({"mac": None, "booted_at": None}, {"hardware_address": None, "booted_at": None}),
        # More than the checklist can write is nothing it knows.
        ({"usb_ports": 200}, {"usb_ports": None}),
        ({"display_width": 80, "display_height": 25}, {"display": None}),
    ],
)
def test_rdy_01_what_was_read_and_what_it_says(
    site: Site, tmp_path: Path, changed: dict[str, Any], expected: dict[str, str | None]
) -> None:
    told = said(site, tmp_path, **changed)
    assert {key: told.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    ("family", "version", "pack", "server", "system"),
    [
        ("windows", "5.1.2600", 3, False, "windows_xp_sp3"),
        ("windows", "5.1.2600", 2, False, "windows_xp"),
        ("windows", "5.1.2600", None, None, "windows_xp"),
        ("windows", "6.1.7601", 1, False, "windows_7_sp1"),
        ("windows", "6.1.7600", 0, False, "windows_7"),
        ("windows", "6.1.7600", None, None, "windows_7"),
        ("windows", "6.2.9200", None, None, "windows_8"),
        ("windows", "6.3.9600", None, False, "windows_8"),
        ("windows", "10.0.19045", None, False, "windows_10"),
        ("windows", "10.0", None, False, "windows_10"),
        ("windows", "10.0.21999", None, False, "windows_10"),
        ("windows", "10.0.22000", None, False, "windows_11"),
        ("windows", "10.0.22000", None, True, "windows_server"),
        ("windows", "5.2.3790", 2, True, "windows_server"),
        ("windows", "6.1.7601", 1, True, "windows_server"),
        ("windows", "5.0.2195", 4, True, "other"),
        ("windows", "5.0.2195", 4, False, "other"),
        ("windows", "6.0.6002", 2, False, "other"),
        ("windows", None, None, None, None),
        (None, "6.1.7601", 1, None, None),
        ("linux", "6.1.7601", None, None, "linux"),
        ("linux", None, None, None, "linux"),
        ("bsd", "14", None, None, "other"),
    ],
)
def test_j_21_which_system_it_is(
    site: Site,
    tmp_path: Path,
    family: str | None,
    version: str | None,
    pack: int | None,
    server: bool | None,
    system: str | None,
) -> None:
    told = said(site, tmp_path, system_family=family, system_version=version, service_pack=pack, server=server)
    assert told.get("system") == system


@pytest.mark.parametrize(
    ("changed", "flaw"),
    [
        ({"nonce": OLD}, ProbeFlaw.OTHER_ROUND),
        ({"nonce": ""}, ProbeFlaw.OTHER_ROUND),
        ({"room": R9}, ProbeFlaw.NO_SUCH_ROOM),
        ({"room": None}, ProbeFlaw.NO_ROOM),
        ({"machine": "PC 07"}, ProbeFlaw.NAME_UNFIT),
        ({"machine": "P" * 41}, ProbeFlaw.NAME_UNFIT),
    ],
)
def test_rdy_01_each_fault_is_named_and_the_rest_is_read(
    site: Site, tmp_path: Path, changed: dict[str, Any], flaw: ProbeFlaw
) -> None:
    bad = replace(ONE, **changed)
    found = looked(site, tmp_path, bad, LITTLE)
    assert found.faults == (ProbeFault(f"0-{probe.name(bad)}", flaw, bad.machine),)
    assert [one.machine for one in found.checks] == ["PC-09"]


def test_rdy_01_what_is_no_probe_file_is_named_with_its_trouble(site: Site, tmp_path: Path) -> None:
    contents = (b"", b"{}", probe.write(ONE).replace(b"PC-07", b"PC-08"), b"x" * (probe.LONGEST + 1))
    codes = (Code.CONTENT_UNFIT, Code.CONTENT_UNFIT, Code.FILE_DAMAGED, Code.FILE_TOO_LARGE)
    paths = [tmp_path / f"{n}{probe.SUFFIX}" for n in range(5)]
    for path, content in zip(paths, contents, strict=False):
        path.write_bytes(content)
    found = look(site, paths)
    expected = (*codes, Code.FILE_MISSING)
    assert found.faults == tuple(
        ProbeFault(path.name, ProbeFlaw.UNREADABLE, code=code) for path, code in zip(paths, expected, strict=True)
    )
    assert (found.checks, found.newest) == ((), None)


def test_rdy_01_before_a_round_was_begun_nothing_is_taken(tmp_path: Path) -> None:
    found = looked(Story("packaged").site, tmp_path, replace(ONE, nonce=""))
    assert (found.nonce, [one.flaw for one in found.faults]) == ("", [ProbeFlaw.OTHER_ROUND])


def test_rdy_01_two_machines_under_one_name_are_neither_of_them_taken(site: Site, tmp_path: Path) -> None:
    copied = replace(ONE, mac="00:0C:29:AB:CD:E0", room=R2)
    found = looked(site, tmp_path, ONE, copied, LITTLE)
    assert [(one.flaw, one.machine) for one in found.faults] == [(ProbeFlaw.TWO_OF_A_NAME, "PC-07")] * 2
    assert len(found.checks) == 1


def twice(first: Probe, **changed: Any) -> tuple[Probe, Probe]:
    """Probed, started anew, and probed again; the newer file comes first."""
    started = first.made_at + HOUR
    return replace(first, **{"booted_at": started, "made_at": started + HOUR, **changed}), first


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ({}, "yes"),
        ({"address": "10.1.2.4"}, "no"),
        ({"booted_at": ONE.booted_at}, None),
        ({"booted_at": None}, None),
        ({"address": None}, None),
        ({"kind": ProbeKind.INVIGILATION}, None),
    ],
)
def test_rdy_07_two_files_with_a_restart_between_show_whether_the_address_stays(
    site: Site, tmp_path: Path, changed: dict[str, Any], kept: str | None
) -> None:
    found = looked(site, tmp_path, *twice(ONE, **changed))
    told = {one.item: one.value for one in only(found).readings}
    assert told.get(HardwareItem.ADDRESS_KEPT) == kept
    assert found.newest == max(ONE.made_at, found.newest or ONE.made_at)


def test_rdy_07_of_machines_probed_twice_the_newer_counts(site: Site, tmp_path: Path) -> None:
    second, first = twice(ONE)
    found = looked(site, tmp_path, replace(second, room=R2, free_disk_mib=1), replace(first, address="10.1.2.9"), first)
    check = only(found)
    told = {one.item: one.value for one in check.readings}
    assert (check.room, told[HardwareItem.FREE_DISK_MIB], found.newest) == (R2, "1", second.made_at)
    # One of the looks before showed another address.
    assert told[HardwareItem.ADDRESS_KEPT] == "no"


def test_rdy_01_the_site_machine_stands_in_no_room(site: Site, tmp_path: Path) -> None:
    machine = replace(ONE, kind=ProbeKind.SITE, machine="KDJ")
    spare = replace(ONE, kind=ProbeKind.INVIGILATION, machine="J-9", room=None, mac="00:0C:29:00:00:09")
    found = looked(site, tmp_path, machine, spare)
    assert {one.machine: (one.kind, one.room) for one in found.checks} == {
        "KDJ": (MachineKind.SITE, None),
        "J-9": (MachineKind.INVIGILATION, None),
    }


def whole_room(room: RoomId, count: int) -> list[Probe]:
    return [
        replace(
            ONE, room=room, machine=f"PC-{room}-{n:03}", mac=f"00:0C:29:{room[-2:]}:00:{n:02X}", address=f"10.0.0.{n}"
        )
        for n in range(count)
    ]


def test_rdy_01_six_hundred_files_are_taken_in_at_once(tmp_path: Path) -> None:
    console = Place(tmp_path).enrol().console
    arrange(console, rooms=6, seats=4)
    assert console.submit(BeginProbeRound(NONCE), ADMIN) is None
    probes = [one for room in console.site.plans for one in whole_room(room, 100)]
    stick = tmp_path / "stick"
    stick.mkdir()
    paths = [*files(stick, *probes), stick / "gone"]
    found = look(console.site, paths)
    assert (len(found.checks), [one.flaw for one in found.faults]) == (600, [ProbeFlaw.UNREADABLE])
    heard: list[object] = []
    console.listen(heard.extend)
    assert take(console, found, ADMIN.id, ADMIN) is None
    assert len(heard) == len(console.site.hardware) == 600
    fact = heard[0]
    assert isinstance(fact, MachineChecked)
    assert (fact.at, fact.reported_by) == (console.clock.moment().at, ADMIN.id)
    judged = judge_all(console.site, LIAONING)
    # What a script can read is as recommended; what a person has to see is still open.
    assert {one.verdict for one in judged.values()} == {MachineVerdict.NOT_CHECKED}
    lines = {line.requirement.item.value: line.verdict for line in judged["PC-001-000"].items}
    assert {name for name, verdict in lines.items() if verdict is ItemVerdict.RECOMMENDED} == {
        *("cpu_mhz", "free_memory_mib", "free_disk_mib", "network_mbps", "duplex", "system", "usb_ports", "display"),
    }
    assert item(judged["PC-001-000"], "sogou_pinyin").verdict is ItemVerdict.NOT_APPLICABLE
    # A second round makes these files old.
    assert begin_round(console, ADMIN) is None
    assert round_in_force(console.site) != NONCE
    assert {one.flaw for one in look(console.site, paths[:600]).faults} == {ProbeFlaw.OTHER_ROUND}
    assert take(console, found, ADMIN.id, ADMIN) == ProbeOfAnotherRound(NONCE)
    console.store.abandon()

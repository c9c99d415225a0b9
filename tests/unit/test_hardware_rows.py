"""The machines as a list: where each stands, what is wrong first, and which are meant by a word."""

from __future__ import annotations

from app.core.hardware_items import HardwareItem, MachineKind
from app.core.hardware_verdict import MachineVerdict
from app.core.machines import MachinesListed, SpareServed
from app.core.plan import Room
from app.core.site import SeatMachine
from app.views.hardware import (
    MachineRow,
    SeatRow,
    Wanted,
    by_kind,
    by_verdict,
    chosen,
    decides,
    machine_rows,
    meant,
    seat_rows,
    worst_first,
)
from tests.builders import GUIDE, LIAONING, R1, R2, Story, at
from tests.unit.checked_machines import LOOKED, good

SITE, INVIGILATION, EXAM, SWITCH = MachineKind
FIRST, SECOND, SPARE = (
    SeatMachine("001", "pc-1", "10.0.0.1", "SW1/1"),
    SeatMachine("002", "PC-2", "10.0.0.2", ""),
    SeatMachine("003", "PC-3", "", "SW1/3"),
)


def story() -> Story:
    made = Story("packaged")
    made.site.plans[R1] = Room(R1, "Lab 1", "North", 3, 2, spare_seats=1)
    return made.given(
        MachinesListed(R1, (FIRST, SECOND, SPARE)),
        good(EXAM, "PC-1"),
        good(EXAM, "HOST-2", cpu_mhz="1000", keyboard="no", address="10.0.0.2"),
        good(EXAM, "PC-3", R2, cpu_mhz="1000", detection=None),
        good(SITE, "HOME", system="windows_7_sp1"),
        good(INVIGILATION, "SPARE-1", None, usb_ports=None, memory_mib="2048"),
    )


def rows(made: Story | None = None) -> dict[str, MachineRow]:
    return {row.name: row for row in machine_rows((made or story()).site, LIAONING)}


def test_each_machine_stands_where_the_list_has_it_by_name_or_address() -> None:
    found = rows()
    assert list(found) == ["HOME", "SPARE-1", "PC-1", "HOST-2", "PC-3"]
    assert [row.place for row in found.values()][2:4] == [FIRST, SECOND]
    assert [found[name].address for name in ("PC-1", "HOST-2", "HOME")] == ["10.0.0.1", "10.0.0.2", ""]


def test_a_listed_machine_that_nobody_looked_at_is_not_checked() -> None:
    listed = [row for row in machine_rows(story().site, LIAONING) if row.judged is None]
    assert [(row.name, row.room, row.place, row.spare, row.verdict) for row in listed] == [
        ("PC-3", R1, SPARE, True, MachineVerdict.NOT_CHECKED)
    ]
    assert listed[0].checked is None
    # Its namesake in the other room is another machine.
    assert rows()["PC-1"].checked == (LOOKED, GUIDE)


def test_what_decides_comes_before_what_only_tells_how_good_it_is() -> None:
    found = machine_rows(story().site, LIAONING)
    wrong = {(row.room, row.name): (row.first.requirement.item, row.wrong) for row in found if row.first}
    assert wrong == {
        (R1, "HOST-2"): (HardwareItem.KEYBOARD, 2),
        (R2, "PC-3"): (HardwareItem.DETECTION, 2),
        (None, "SPARE-1"): (HardwareItem.MEMORY_MIB, 2),
    }
    judged = found[3].judged
    assert judged is not None
    assert [one.requirement.item for one in worst_first(judged)][:3] == [
        HardwareItem.KEYBOARD,
        HardwareItem.CPU_MHZ,
        HardwareItem.FREE_MEMORY_MIB,
    ]
    assert not decides(EXAM, HardwareItem.CPU_MHZ)
    assert decides(EXAM, HardwareItem.RESTORE_CARD)
    assert decides(SITE, HardwareItem.CPU_MHZ)


def test_only_of_the_site_machine_this_program_asks_anything() -> None:
    assert {row.name: row.unmet for row in rows().values() if row.unmet} == {"HOME": (HardwareItem.SYSTEM,)}


def test_machines_are_counted_and_chosen() -> None:
    found = machine_rows(story().site, LIAONING)
    assert by_kind(found) == {SITE: 1, INVIGILATION: 1, EXAM: 4, SWITCH: 0}
    counts = by_verdict(found)
    assert list(counts) == list(MachineVerdict)
    assert sum(counts.values()) == len(found)
    wants = (
        Wanted(),
        Wanted(kind=EXAM, room=R1),
        Wanted(verdict=MachineVerdict.FAILS),
        Wanted(text=" host "),
        Wanted(text="0.0.2"),
        Wanted(text="3"),
    )
    assert [[row.name for row in chosen(found, one)] for one in wants] == [
        [row.name for row in found],
        ["PC-1", "HOST-2", "PC-3"],
        ["SPARE-1", "HOST-2"],
        ["HOST-2"],
        ["HOST-2"],
        ["PC-3", "PC-3"],
    ]


def test_seats_with_their_machines_the_spare_ones_last() -> None:
    made = story().given(SpareServed(R1, ("003",), True, at("8:00"), GUIDE))
    found = seat_rows(made.site, R1, machine_rows(made.site, LIAONING))
    assert [(one.seat, one.spare, one.in_service, one.row and one.row.name) for one in found] == [
        ("001", False, False, "PC-1"),
        ("002", False, False, "HOST-2"),
        ("003", True, True, "PC-3"),
    ]
    assert seat_rows(Story("packaged").site, R1, ())[0] == SeatRow("001", False, False, None)


def test_machines_are_meant_by_name_or_seat() -> None:
    here = chosen(machine_rows(story().site, LIAONING), Wanted(EXAM, R1))
    named, strange = meant(here, ("pc-1", "2", "PC-9", "03"))
    assert [row.name for row in named] == ["PC-1", "HOST-2", "PC-3"]
    assert strange == ("PC-9",)

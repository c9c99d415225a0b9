"""Which machine stands at which seat, and which spare seats serve (H5)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.agreement import AgreementSigned
from app.core.closing import RoomEnded
from app.core.incident import NoSuchPlace
from app.core.machines import (
    ListMachines,
    MachineLineUnfit,
    MachinesListed,
    NotSpare,
    ServeSpare,
    SpareServed,
    SpareTaken,
)
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.places import usable
from app.core.site import SeatMachine
from app.core.terms import Role, SessionId
from tests.builders import A1, ADMIN, GUIDE, LAW, PASSED, R1, R2, R9, SECOND, STRANGER, TAX, at, desk
from tests.unit.crowded import came, logged_in, morning, seated

ONE = SeatMachine("001", "PC-101", "10.1.0.11", "SW1/3")
TWO = SeatMachine("002", "PC 102", "", "")
LIST = ListMachines(R1, (TWO, ONE))
WHEN = at("8:12")
SERVE = ServeSpare(R1, ("003",), True, WHEN, GUIDE)
STOP = replace(SERVE, in_service=False)


def served(*seats: str, in_service: bool = True) -> SpareServed:
    return SpareServed(R1, seats, in_service, WHEN, GUIDE)


# Machines (FLT-01)


def test_flt_01_seat_machine_address_and_port_are_listed_in_order() -> None:
    story = morning(AgreementSigned(ADMIN, PASSED)).when(LIST, desk(Role.TECHNICIAN))
    story.then(MachinesListed(R1, (ONE, TWO))).done(LIST, desk(Role.TECHNICIAN))
    assert story.site.machines == {R1: {"001": ONE, "002": TWO}}
    story.when(ListMachines(R1, (ONE, TWO))).then()


def test_flt_01_a_new_list_stands_in_place_of_the_one_before() -> None:
    story = morning().done(LIST).done(ListMachines(R1, (replace(ONE, port="SW1/4"),)))
    assert story.site.machines == {R1: {"001": replace(ONE, port="SW1/4")}}
    story.done(ListMachines(R1, ()))
    assert story.site.machines[R1] == {}
    morning().when(ListMachines(R1, ())).then()


@pytest.mark.parametrize(
    "bad",
    [
        replace(TWO, seat="004"),
        replace(TWO, seat="2"),
        replace(TWO, seat="001"),
        replace(TWO, machine="PC-101"),
        replace(TWO, address="10.1.0.11"),
        replace(TWO, machine=""),
        replace(TWO, machine="-1"),
        replace(TWO, machine="P" * 41),
        replace(TWO, address="10.1.0.12\n"),
        replace(TWO, port="=1+1"),
        replace(TWO, machine="\u738b"),
    ],
)
def test_flt_01_a_line_that_says_nothing_of_a_seat_is_named(bad: SeatMachine) -> None:
    morning().when(ListMachines(R1, (ONE, bad))).then(MachineLineUnfit(R1, 2))


def test_flt_01_ports_may_be_shared_and_addresses_unknown() -> None:
    more = SeatMachine("003", "PC-103", "", "SW1/3")
    morning().done(ListMachines(R1, (ONE, TWO, more)))


def test_flt_01_the_longest_name_and_a_spare_seat() -> None:
    morning().done(ListMachines(R1, (SeatMachine("003", "P" * 40, "fe80::1", "a_b-c:1"),)))


def test_flt_01_machines_stand_in_a_room_of_the_site() -> None:
    morning().when(replace(LIST, room=R9)).then(NoSuchPlace(SessionId(""), R9))


# Spare seats (OVB-03)


def test_ovb_03_a_spare_seat_put_into_service_is_a_seat() -> None:
    story = morning().when(SERVE).then(served("003")).done(SERVE)
    assert usable(story.site, R1) == ("001", "002", "003")
    story.when(SERVE).then()
    story.when(STOP).then(served("003", in_service=False)).done(STOP)
    assert usable(story.site, R1) == ("001", "002")
    story.when(STOP).then()


def test_ovb_03_each_seat_once_and_each_room_its_own() -> None:
    story = morning().when(replace(SERVE, seats=("003", "003"))).then(served("003"))
    story.done(SERVE)
    assert usable(story.site, R2) == ("001", "002", "003", "004")
    story.when(replace(SERVE, seats=())).then()


def test_ovb_03_a_planned_seat_or_one_of_nowhere_is_not_spare() -> None:
    morning().when(replace(SERVE, seats=("001", "003", "004"))).then(NotSpare(R1, ("001", "004")))


def test_ovb_03_a_seat_that_somebody_has_stays_in_service() -> None:
    story = morning().done(SERVE).given(*came(A1), seated(A1, "003"))
    story.when(STOP).then(SpareTaken(R1, ("003",)))
    story.given(logged_in(A1, "003")).when(STOP).then(SpareTaken(R1, ("003",)))
    story.given(RoomEnded(LAW, R1, at("10:00"), GUIDE)).done(STOP)


def test_ovb_03_in_either_session() -> None:
    story = morning().done(SERVE).given(seated(A1, "003", session=TAX))
    story.when(STOP).then(SpareTaken(R1, ("003",)))
    story = morning().done(SERVE)
    del story.site.sessions[TAX].rooms[R1]
    story.done(STOP)


def test_ovb_03_it_happened_in_a_room_of_the_site_and_someone_told_it() -> None:
    morning().when(replace(SERVE, room=R9)).then(NoSuchPlace(SessionId(""), R9))
    morning().when(SERVE, desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
    morning().when(replace(SERVE, reported_by=STRANGER)).then(PersonUnknown(STRANGER))

"""The faults page: what is broken where, who comes, the machines, and a technician's view of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import cast

import msgspec
from PySide6.QtWidgets import QPushButton

from app.core.agreement import RecordAgreement
from app.core.fault import FaultKind, FaultReported, FaultRestored, HelpSent, ReportFault
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.machine_swap import DataNotRestored, MachineSwapped
from app.core.machines import MachinesListed, SpareServed
from app.core.plan import Room
from app.core.room_move import RoomMoved
from app.core.site import SeatMachine
from app.core.terms import FaultNo, PersonId, RoomId
from app.service.console import Console
from tests.gui.conftest import OpenScreen
from tests.gui.people_page import staffed
from tests.gui.screen import MORNING_SESSION, ROOM, Screen, settle, texts
from tests.stores import PIN
from ui.pages.fault_forms import ReportForm
from ui.pages.fault_room_forms import SpareForm, SwapForm
from ui.pages.fault_side import FaultForm
from ui.pages.faults import FaultsPage
from ui.shell import PageName, clock
from ui.widgets.signing import Signing

ONE = FaultNo("AF-001")
SPARE = RoomId("081")


def opened(site: Screen) -> FaultsPage:
    return cast("FaultsPage", site.go(PageName.FAULTS))


def column(page: FaultsPage, number: int) -> list[str]:
    return [line.cells[number].text for line in page.list.table.lines.lines]


def form(page: FaultsPage) -> FaultForm:
    held = page.stack.currentWidget()
    settle()
    (found,) = (one for one in held.findChildren(FaultForm) if one.isVisible())
    return found


def confirm(page: FaultsPage) -> None:
    form(page).confirm.click()
    settle()


def sign(site: Screen, code: str) -> None:
    (asked,) = (one for one in site.page.asking.findChildren(Signing) if one.isVisible())
    asked.code.setText(code)
    asked.pin.setText(PIN)
    asked.pin.returnPressed.emit()
    site.look_again()


def report(site: Screen, room: RoomId | None, *seats: str, kind: FaultKind = FaultKind.MACHINE) -> None:
    site.do(ReportFault(kind, MORNING_SESSION, room, seats, site.clock.moment().at, PersonId("A01")))


def test_a_fault_from_its_report_to_its_end(site: Screen) -> None:
    site.started()
    site.sign_in()
    page = opened(site)
    say = site.shell.say
    page.list.report.click()
    asked = form(page)
    assert isinstance(asked, ReportForm)
    before = len(site.facts())
    # Nobody said where: the whole site is not meant by that.
    confirm(page)
    assert say("faults-which-room") in texts(asked)
    asked.room.setCurrentIndex(asked.room.findData(ROOM))
    assert say("faults-effect-room", room=ROOM) in texts(asked)
    asked.seats.setFocus()
    site.keys("2-3, 25")
    assert say("faults-effect-room", room=ROOM) not in texts(asked)
    confirm(page)
    assert say("faults-seats-wrong", room=ROOM, seats=("25",)) in texts(asked)
    assert site.focus() is asked.seats
    assert len(site.facts()) == before
    asked.seats.setText("2-3")
    asked.what.setCurrentIndex(asked.what.findData(FaultKind.NETWORK))
    confirm(page)
    now = site.clock.moment().at
    told = FaultReported(ONE, FaultKind.NETWORK, MORNING_SESSION, ROOM, ("002", "003"), now, PersonId("A01"))
    assert site.last() == told
    site.look_again()
    assert column(page, 1) == [say("faults-place-short", room=ROOM, seats="002-003")]
    assert say("faults-read-network") in texts(page)

    page.list.send.click()
    confirm(page)
    assert isinstance(site.last(), HelpSent)
    site.at(now + timedelta(minutes=4))
    page.list.restore.click()
    confirm(page)
    assert site.last() == FaultRestored(ONE, now + timedelta(minutes=4))
    site.look_again()
    assert column(page, 0) == [say("faults-state-restored", minutes=4)]
    assert not page.list.send.isVisible()


def test_a_room_that_stands_still_is_named_and_the_alarm_comes_by_itself(site: Screen) -> None:
    site.started()
    report(site, RoomId("002"), kind=FaultKind.POWER)
    report(site, RoomId("003"), "001")
    site.sign_in()
    page = opened(site)
    say = site.shell.say
    assert say("faults-standing", rooms=("002",), count=1, faults=("AF-001",)) in texts(page)
    assert page.sub.full == say("faults-sub", open=2, late=0, minutes=10)
    site.at(site.clock.moment().at + timedelta(minutes=10, seconds=5))
    assert page.sub.full == say("faults-sub", open=2, late=2, minutes=10)
    assert page.list.to_move.isVisible()
    # The list narrows to a room; the figures are those of the site.
    page.list.show_room(RoomId("003"))
    assert column(page, 1) == [say("faults-place-short", room="003", seats="001")]
    assert page.sub.full == say("faults-sub", open=2, late=2, minutes=10)
    page.list.show_room(RoomId("002"))
    page.list.to_move.click()
    assert page.stack.currentWidget() is page.rooms
    assert page.rooms.table.chosen_keys() == (RoomId("002"),)


def test_a_technician_mends_and_sees_no_candidate(console: Console, open_screen: OpenScreen) -> None:
    site = open_screen(staffed(console))
    site.started()
    site.do(RecordAgreement(PersonId("T01"), site.clock.moment().at.date()))
    report(site, ROOM, "001")
    site.sign_in("T01")
    page = opened(site)
    parts = [button.text() for button in page.parts.findChildren(QPushButton) if button.isVisible()]
    assert parts == [site.shell.say("faults-part-faults"), site.shell.say("faults-part-machines")]
    assert not page.list.to_room.isVisible()
    page.list.send.click()
    assert form(page).what.currentData() == "T01"
    names = {one.name for one in console.directory.candidates.values()}
    assert not [name for name in names if name in texts(page)]
    confirm(page)
    assert site.last() == HelpSent(ONE, PersonId("T01"), site.clock.moment().at)
    assert site.signers_of_last() == ["T01"]
    # The administrator takes the desk, and has everything again.
    site.sign_in()
    settle()
    assert page.list.to_room.isVisible()


def test_a_list_of_machines_is_taken_whole_or_not_at_all(site: Screen, tmp_path: Path) -> None:
    site.sign_in()
    page = opened(site)
    page._pick("machines")
    say, machines = site.shell.say, page.machines
    machines.choose.click()
    assert say("faults-list-which-room") in texts(machines)
    machines.room.setCurrentIndex(machines.room.findData(ROOM))
    path = tmp_path / "room.csv"
    path.write_bytes("机位,考试机,地址,端口\n1,PC-1,10.0.0.1,SW1\n77,PC-2\n1,PC-3\n".encode("gbk"))
    machines.take(path)
    gbk = say("faults-encoding-gbk")
    assert say("faults-list-unfit", file="room.csv", encoding=gbk, count=2) in texts(machines)
    assert [line.cells[0].text for line in machines.bad.lines.lines] == ["3", "4"]
    path.write_bytes("机位,考试机,地址,端口\n1,PC-1,10.0.0.1,SW1\n2,PC-2\n".encode("gbk"))
    machines.take(path)
    settle()
    before = len(site.facts())
    (link,) = (one for one in machines.outcome.findChildren(QPushButton) if one.isVisible())
    assert len(site.facts()) == before
    link.click()
    listed = (SeatMachine("001", "PC-1", "10.0.0.1", "SW1"), SeatMachine("002", "PC-2", "", ""))
    assert site.last() == MachinesListed(ROOM, listed)
    report(site, ROOM, "002")
    site.look_again()
    machines.search.setText("pc-2")
    settle()
    assert [line.key for line in machines.table.lines.lines] == [(ROOM, "002")]
    assert machines.table.lines.lines[0].cells[-1].text == say("faults-machine-down")


def test_another_invigilation_machine_and_the_spare_seats(site: Screen) -> None:
    site.site.plans[ROOM] = msgspec.structs.replace(site.site.plans[ROOM], spare_seats=2)
    site.started()
    site.sign_in()
    page = opened(site)
    page._pick("rooms")
    page.rooms.swap.click()
    asked = form(page)
    assert isinstance(asked, SwapForm)
    asked.old.setText("jk-1")
    asked.new.setText("JK-9")
    confirm(page)
    assert site.shell.text.refusal(DataNotRestored(ROOM)) in site.asked()
    asked.restored.box.setChecked(True)
    confirm(page)
    # It was not checked: a supervisor signs.
    sign(site, "O01")
    swapped = site.last()
    assert isinstance(swapped, MachineSwapped)
    assert (swapped.old, swapped.new, swapped.checked, swapped.restored) == ("JK-1", "JK-9", False, True)
    assert site.signers_of_last() == ["A01", "O01"]

    page.rooms.into.click()
    spare = form(page)
    assert isinstance(spare, SpareForm)
    assert spare.seats.text() == "007-008"
    spare.seats.setText("6x")
    confirm(page)
    assert site.shell.say("faults-seats-wrong", room=ROOM, seats=("6x",)) in texts(spare)
    spare.seats.setText("7")
    confirm(page)
    assert isinstance(site.last(), SpareServed)
    site.look_again()
    assert page.rooms.table.lines.lines[0].cells[3].text == "7"


def test_a_room_moves_on_an_incident_that_is_opened_first_and_the_chief_signs(site: Screen) -> None:
    site.started()
    report(site, ROOM, kind=FaultKind.POWER)
    since = site.clock.moment().at
    site.at(since + timedelta(minutes=12))
    site.sign_in()
    page = opened(site)
    page._pick("rooms")
    say = site.shell.say
    page.rooms.move_room.click()
    assert say("faults-move-nowhere") in texts(form(page))
    page.rooms.side.back()
    site.site.plans[SPARE] = Room(SPARE, "Spare", "B", 1, 6, standby=True)
    page.rooms.move_room.click()
    said = texts(form(page))
    assert say("faults-move-lost", time=clock(since)) in said
    assert say("faults-move-opens") in said
    confirm(page)
    incident = site.last()
    assert isinstance(incident, IncidentOpened)
    assert (incident.kind, incident.room, incident.happened_at) == (IncidentKind.ROOM_UNUSABLE, ROOM, since)
    sign(site, "C01")
    moved = site.last()
    assert isinstance(moved, RoomMoved)
    assert (moved.room, moved.to, moved.incident) == (ROOM, SPARE, incident.number)
    assert site.signers_of_last() == ["A01", "C01"]
    assert page.rooms.table.lines.lines[0].cells[1].text == say("faults-room-moved", room=SPARE)
    assert not page.rooms.move_room.isEnabled()

"""The page of the hardware checklist: what is entered by hand, what machines tell, and the tests of this machine."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.hardware import CheckMachines, MachineCheck, MachineChecked, MachinesRemoved, round_in_force
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.hardware_verdict import MachineVerdict, judge_all
from app.core.machines import ListMachines
from app.core.site import SeatMachine
from app.core.terms import PersonId
from app.exchange import probe
from app.service import hardware, probe_kit
from app.service.hardware import ProbeFlaw
from app.trouble import Code, Trouble
from tests.gui.screen import ROOM, Screen, settle, texts
from ui.pages.faults import FaultsPage
from ui.pages.hardware import PROBE, SEATS, TESTS, HardwarePage
from ui.pages.hardware_form import CheckForm
from ui.shell import PageName, Place
from ui.widgets.drawn_keyboard import Where
from ui.widgets.peripheral_test import ScreenTest, Seen

ITEM = HardwareItem
A01 = PersonId("A01")
LISTED = tuple(SeatMachine(f"00{n}", f"PC-{n}", f"10.0.0.{n}", f"SW1/{n}") for n in range(1, 7))


def click(made: QAbstractButton) -> None:
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    settle()


def opened(site: Screen) -> HardwarePage:
    site.sign_in()
    page = site.go(PageName.HARDWARE)
    assert isinstance(page, HardwarePage)
    return page


def form_of(page: HardwarePage) -> CheckForm:
    form = page.machines.side.form
    assert isinstance(form, CheckForm)
    return form


def write(form: CheckForm, item: HardwareItem, text: str) -> None:
    field = form._fields_of[item]
    field.setFocus()
    QTest.keyClicks(field, text)


def pick(form: CheckForm, item: HardwareItem, value: str) -> None:
    box = form._fields_of[item]
    box.setCurrentIndex(box.findData(value))  # type: ignore[union-attr]  # chosen, not typed


def checked(site: Screen) -> list[MachineChecked]:
    return [fact for fact in site.facts() if isinstance(fact, MachineChecked)]


def said(check: MachineChecked) -> dict[HardwareItem, str]:
    return {one.item: one.value for one in check.readings}


def test_people_enter_what_they_saw_of_many_machines_and_of_one(site: Screen) -> None:
    """Given a machine list; when all but one are found well, and that one not; then each stands as it was seen."""
    site.do(ListMachines(ROOM, LISTED))
    page = opened(site)
    part, say = page.machines, site.shell.say
    assert site.focus() is part.search
    assert part.table.lines.rowCount() == len(LISTED)
    click(part.enter)
    form = form_of(page)
    assert (form.kind.currentData(), form.room.currentData(), form.scope.currentData()) == (
        MachineKind.EXAM,
        ROOM,
        "all",
    )
    click(form.confirm)
    assert say("hardware-nothing-said") in texts(form)
    click(form.fine)
    pick(form, ITEM.RESTORE_CARD, "none")
    write(form, ITEM.CPU_MHZ, "fast")
    click(form.confirm)
    assert say("hardware-value-wrong", item=ITEM.CPU_MHZ, text="fast") in texts(form)
    form._fields_of[ITEM.CPU_MHZ].clear()
    write(form, ITEM.CPU_MHZ, "1.79GHz")
    form.names.setText("2, PC-9")
    click(form.confirm)
    assert say("hardware-strange", names=("PC-9",)) in texts(form)
    form.names.setText("2")
    assert say("hardware-is-about", count=5) in texts(form)
    click(form.confirm)
    facts = checked(site)
    assert [fact.machine for fact in facts] == ["PC-1", "PC-3", "PC-4", "PC-5", "PC-6"]
    well = {ITEM.DETECTION: "yes", ITEM.KEYBOARD: "yes", ITEM.MOUSE: "yes", ITEM.SCREEN: "yes"}
    assert said(facts[0]) == well | {ITEM.RESTORE_CARD: "none", ITEM.CPU_MHZ: "1790"}
    assert {one.source for one in facts[0].readings} == {ReadingSource.BY_HAND}
    assert page.machines.side.form is None
    site.look_again()
    from_its_card(site, page)
    spare_machine(site, page)
    seats_and_list(site, page)


def from_its_card(site: Screen, page: HardwarePage) -> None:
    """The one that was left out."""
    part, say = page.machines, site.shell.say
    part.search.setText("2")
    assert part.card.row is not None
    assert (part.card.row.name, part.card.row.judged) == ("PC-2", None)
    assert say("hardware-nobody-looked-yet") in texts(part.card)
    click(part.card.check)
    pick(form_of(page), ITEM.KEYBOARD, "no")
    write(form_of(page), ITEM.ADDRESS, "10.0.0.2")
    click(form_of(page).confirm)
    assert said(checked(site)[-1]) == {ITEM.KEYBOARD: "no", ITEM.ADDRESS: "10.0.0.2"}
    site.look_again()
    part.search.clear()
    part.verdict.setCurrentIndex(part.verdict.findData(MachineVerdict.FAILS))
    assert [line.cells[2].text for line in part.table.lines.lines] == ["PC-2"]
    assert (
        part.table.lines.lines[0]
        .cells[5]
        .text.startswith(say("hardware-first-shows", item=ITEM.KEYBOARD, value=say("hardware-broken")))
    )


def spare_machine(site: Screen, page: HardwarePage) -> None:
    """A spare invigilation machine has a new name and no room; one that was entered by mistake goes again."""
    part, say = page.machines, site.shell.say
    part.kinds.picked.emit(MachineKind.INVIGILATION)
    click(part.enter)
    form = form_of(page)
    form.room.setCurrentIndex(0)
    click(form.confirm)
    form.names.setText("JK-9\uff0cJK 10")
    pick(form, ITEM.FIXED_ADDRESS, "yes")
    click(form.confirm)
    assert say("hardware-strange", names=("10",)) in texts(form)
    form.names.setText("JK-9")
    click(form.confirm)
    assert (checked(site)[-1].room, checked(site)[-1].machine) == (None, "JK-9")
    site.look_again()
    site.window.go(Place(PageName.HARDWARE, paper="JK-9"))
    click(part.card.remove)
    click(next(one for one in page.asking.findChildren(QAbstractButton) if one.text() == say("hardware-remove-yes")))
    assert isinstance(site.last(), MachinesRemoved)
    site.look_again()
    assert say("hardware-not-found") in texts(part)


def seats_and_list(site: Screen, page: HardwarePage) -> None:
    """Seats with address and port, and the way to the list."""
    page._pick(SEATS)
    assert [line.cells[4].text for line in page.seats.table.lines.lines][:2] == ["SW1/1", "SW1/2"]
    page.seats.table.opened.emit("002")
    assert page.machines.card.row is not None
    assert page.machines.card.row.name == "PC-2"
    page._pick(SEATS)
    click(page.seats.to_list)
    faults = site.page
    assert isinstance(faults, FaultsPage)
    assert faults.stack.currentWidget() is faults.machines


def test_machines_tell_what_they_are_by_files(
    site: Screen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a kit was written; when files come back, some of them unfit; then the others are taken in as one step."""
    page = opened(site)
    page._pick(PROBE)
    part, say = page.probe, site.shell.say

    def landed() -> None:
        qtbot.waitUntil(lambda: part._job is None)
        settle()

    assert say("hardware-no-round") in texts(part)
    part.write.setFocus()
    part.write_kit(tmp_path)
    landed()
    nonce = round_in_force(site.site)
    assert nonce
    kit = tmp_path / probe_kit.FOLDER
    assert say("hardware-kit-written", folder=str(kit), rooms=3) in texts(part)
    assert site.focus() is part.write
    one = probe.Probe(
        kind=probe.ProbeKind.EXAM,
        room=ROOM,
        nonce=nonce,
        machine="PC-1",
        made_at=datetime.fromisoformat("2021-10-28T10:00:00"),
        cpu_mhz=2500,
    )
    part.read(tmp_path)
    landed()
    assert say("hardware-found-none", faults=0) in texts(part)
    for name, there in (("1", one), ("2", replace(one, machine="PC-2")), ("3", replace(one, nonce="OLD"))):
        (kit / ROOM / f"{name}{probe.SUFFIX}").write_bytes(probe.write(there))
    (kit / ROOM / f"4{probe.SUFFIX}").write_bytes(b"{}" * probe.LONGEST)
    part.read(tmp_path)
    landed()
    flaw, large = site.shell.word(ProbeFlaw.OTHER_ROUND), say("hardware-unreadable", why=Code.FILE_TOO_LARGE.value)
    assert {line.cells[0].text: [cell.text for cell in line.cells[1:]] for line in part.bad.lines.lines} == {
        f"3{probe.SUFFIX}": ["PC-1", flaw],
        f"4{probe.SUFFIX}": [say("blank"), large],
    }
    assert checked(site) == []
    click(next(each for each in part.outcome.findChildren(QAbstractButton)))
    facts = checked(site)
    assert [(fact.machine, said(fact)) for fact in facts] == [
        (name, {ITEM.CPU_MHZ: "2500"}) for name in ("PC-1", "PC-2")
    ]
    assert say("hardware-left-out", faults=2) in texts(part)

    # This machine, once its script fails and once not.
    def fails(*_: object) -> Path:
        raise Trouble(Code.PROBE_FAILED, reason="failed", ended=2)

    with monkeypatch.context() as patched:
        patched.setattr(hardware, "measure_here", fails)
        part.measure_here()
        landed()
    assert site.shell.text.trouble(Trouble(Code.PROBE_FAILED, reason="failed", ended=2)) in texts(part)

    def told(mark: str, folder: Path) -> Path:
        made = folder / f"here{probe.SUFFIX}"
        made.write_bytes(probe.write(replace(one, kind=probe.ProbeKind.SITE, room=None, nonce=mark, machine="HOME")))
        return made

    monkeypatch.setattr(hardware, "measure_here", told)
    part.measure_here()
    landed()
    part.enter()
    assert [(fact.kind, fact.machine) for fact in checked(site)][-1] == (MachineKind.SITE, "HOME")
    typed_over(site, page)


def typed_over(site: Screen, page: HardwarePage) -> None:
    """What was read stays on the card when a person enters something else."""
    typed = MachineCheck(MachineKind.SITE, None, "HOME", (Reading(ITEM.CPU_MHZ, "9000", ReadingSource.BY_HAND),))
    site.do(CheckMachines((typed,), "", site.clock.moment().at, A01))
    (line,) = (one for one in judge_all(site.site, site.bridge.rulebook)["HOME"].items if one.state)
    shown = site.shell.say("hardware-value-read", value="9 GHz", read="2.5 GHz")
    assert page.machines.card._line(MachineKind.SITE, line).where.startswith(shown)


def test_keyboard_mouse_and_display_of_this_machine_are_judged_by_a_person(site: Screen) -> None:
    """Given an old site machine; when it is tried here; then a person's word is recorded, and the card warns."""
    old = {ITEM.SYSTEM: "windows_7_sp1", ITEM.MEMORY_MIB: "2048"}
    readings = tuple(Reading(item, value, ReadingSource.BY_HAND) for item, value in old.items())
    now = site.clock.moment().at
    site.do(CheckMachines((MachineCheck(MachineKind.SITE, None, "HOME", readings),), "", now, A01))
    page = opened(site)
    say, part = site.shell.say, page.tests
    needs = say("hardware-need-separator").join(page.machines.card._need(item) for item in old)
    assert say("hardware-nor-this-program", needs=needs) in texts(page.machines.card)
    page._pick(TESTS)
    assert say("hardware-tests-machine", machine="HOME") in texts(part)
    keys = part.tests.keys
    click(part.tests.begin)
    assert site.focus() is keys
    for key, modifier in (
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Exclam, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.KeypadModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        site.press(key, modifier)
    right = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier, 62, 0, 0)
    QApplication.sendEvent(keys, right)
    main = Where.MAIN
    assert keys.seen == {
        (Qt.Key.Key_A, main),
        (Qt.Key.Key_Tab, main),
        (Qt.Key.Key_1, main),
        (Qt.Key.Key_7, Where.PAD),
        (Qt.Key.Key_Escape, main),
        (Qt.Key.Key_Shift, main),
        (Qt.Key.Key_Shift, Where.RIGHT),
    }
    assert site.focus() is keys
    site.press(Qt.Key.Key_Escape)
    site.press(Qt.Key.Key_Escape)
    assert not keys.on
    assert site.focus() is part.tests.begin
    mouse = part.tests.mouse
    for pressed in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(mouse, pressed)
    QTest.mouseDClick(mouse, Qt.MouseButton.LeftButton)
    for turned in (120, -120):
        wheel(mouse, turned)
    assert mouse.seen == set(Seen)
    part.tests.show_screen()
    shown = part.tests.window_shown
    assert isinstance(shown, ScreenTest)
    for _ in range(6):
        shown.grab()
        QTest.keyClick(shown, Qt.Key.Key_Space)
    settle()
    assert part.tests.screen_seen
    click(part.confirm)
    assert say("hardware-nothing-said") in texts(part)
    for box, value in zip(part.judged.values(), ("yes", "yes", "no"), strict=True):
        box.setCurrentIndex(box.findData(value))
    click(part.confirm)
    last = checked(site)[-1]
    assert (last.kind, last.machine, last.reported_by) == (MachineKind.SITE, "HOME", A01)
    assert said(last) == {ITEM.KEYBOARD: "yes", ITEM.MOUSE: "yes", ITEM.SCREEN: "no"}


def wheel(widget: QWidget, turned: int) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)

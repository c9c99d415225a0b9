"""One supervised sitting over the locks: plugged in, calibrated, proved with their PIN, and handed out."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.core.calibration import (
    LockCalibrated,
    LockTakenIntoUse,
    RecordCalibration,
)
from app.core.custody import ReportLockLost
from app.core.lock_state import Outcome
from app.core.locks import LockLost, LockOfOtherKey, LockUnregistered
from app.core.supervision import SupervisionClosed, SupervisionOpened, SupervisorKeepsNoLock
from app.core.terms import LockSerial, PersonId, RoomId
from app.views.locks import LockStage
from app.views.step import StepKind
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from tests.gui.authority_page import ONE, TWO, Desk, MakeDesk, desk_of, said
from tests.stores import ADMIN, PIN
from ui.pages.authority_sitting import SittingPart

__all__ = ["desk_of"]


@pytest.fixture
def desk(desk_of: MakeDesk, prepared: Path) -> Desk:
    """The morning, with the lock of the first room plugged in and that of the second in a drawer."""
    made = desk_of(prepared)
    made.unseal()
    drawer(made, TWO)
    made.open_page(step=StepKind.LOCKS)
    return made


def drawer(desk: Desk, serial: LockSerial) -> None:
    (desk.folder / "drawer").mkdir(exist_ok=True)
    (desk.locks / room(serial)).rename(desk.folder / "drawer" / room(serial))


def plug_in(desk: Desk, serial: LockSerial, qtbot: QtBot) -> None:
    (desk.folder / "drawer" / room(serial)).rename(desk.locks / room(serial))
    desk.look(qtbot)


def room(serial: LockSerial) -> str:
    return f"room-{serial[-3:]}"


def sitting(desk: Desk, qtbot: QtBot) -> SittingPart:
    """It is begun with the keyboard, and the exam office supervises."""
    part = desk.page.sitting
    assert desk.screen.focus() is part.card.begin
    desk.screen.keys("\n")
    with qtbot.waitSignal(part.plugged.looked):
        desk.sign("O01")
    return part


def calibrated(desk: Desk, serial: LockSerial, offset: int = 0) -> None:
    signed = ADMIN
    desk.done(desk.screen.console.submit(RecordCalibration(serial, desk.now, offset), signed))
    desk.page.sitting.refresh()


def rows(part: SittingPart) -> dict[object, str]:
    return {line.key: line.cells[3].text for line in part.model.lines}


def use(desk: Desk, qtbot: QtBot, pin: str = PIN) -> None:
    """The PIN of the lock at hand and Enter; the token answers from its lane."""
    form = desk.page.sitting.work.use
    desk.screen.keys(f"{pin}\n")
    qtbot.waitUntil(lambda: not form.pin._busy)


def test_two_rooms_with_the_keyboard_alone(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    opened = desk.screen.last()
    assert isinstance(opened, SupervisionOpened)
    for serial, holder in ((ONE, "R001"), (TWO, "R002")):
        if serial == TWO:
            plug_in(desk, TWO, qtbot)
        assert part.work.serial == serial
        desk.screen.keys("1\n")
        made = desk.screen.last()
        assert isinstance(made, LockCalibrated)
        assert (made.serial, made.offset_seconds, made.supervision) == (serial, 1, opened.number)
        assert desk.screen.focus() is part.work.use.pin.pin
        use(desk, qtbot)
        used = desk.screen.last()
        assert isinstance(used, LockTakenIntoUse)
        assert (used.serial, used.room, used.holder) == (serial, serial[-3:], holder)
        assert desk.screen.signers_of_last() == ["A01"]
    assert part.list.pill.accessibleName() == desk.say("authority-locks-of", done=2, total=2)
    assert desk.screen.focus() is part.card.done
    desk.screen.keys("\n")
    desk.sign("O01")
    closed = desk.screen.last()
    assert isinstance(closed, SupervisionClosed)
    assert closed.outcome is Outcome.DONE
    assert desk.screen.signers_of_last() == ["A01", "O01"]


def test_after_a_calibration_a_lock_that_is_not_plugged_in_waits_for_it(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    calibrated(desk, TWO)
    part._choose(TWO)
    assert desk.say("authority-plug-in", serial=TWO) in said(desk)
    assert part.work.use.isHidden()
    plug_in(desk, TWO, qtbot)
    assert part.work.use.isVisible()


def test_what_is_plugged_in_comes_to_hand_by_itself(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    calibrated(desk, ONE)
    use_now(desk, qtbot)
    drawer(desk, ONE)
    desk.look(qtbot)
    plug_in(desk, TWO, qtbot)
    assert part.work.serial == TWO
    assert desk.screen.focus() is part.work.calibrate.offset


def use_now(desk: Desk, qtbot: QtBot) -> None:
    desk.page.sitting.work.use.pin.pin.setFocus()
    use(desk, qtbot)


def test_nothing_is_put_in_the_place_of_what_somebody_types(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    desk.screen.keys("3")
    drawer(desk, ONE)
    plug_in(desk, TWO, qtbot)
    assert part.work.serial == ONE
    assert part.work.calibrate.offset.text() == "3"


@pytest.mark.parametrize("typed", ["", "x", "1.5", "--1"])
def test_an_offset_is_a_whole_number_and_never_guessed(desk: Desk, qtbot: QtBot, typed: str) -> None:
    part = sitting(desk, qtbot)
    before = len(desk.screen.facts())
    desk.screen.keys(f"{typed}\n")
    assert desk.say("authority-offset-wrong") in said(desk)
    assert desk.screen.focus() is part.work.calibrate.offset
    assert len(desk.screen.facts()) == before


def test_full_width_signs_are_understood(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    part.work.calibrate.offset.setText("\uff0d\uff12")
    part.work.calibrate.enter()
    made = desk.screen.last()
    assert isinstance(made, LockCalibrated)
    assert made.offset_seconds == -2


def test_one_too_far_off_is_told_and_calibrated_again(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    desk.screen.keys("400\n")
    assert desk.say("authority-too-far", offset=400, allowed=60) in said(desk)
    assert part.work.use.isHidden()
    assert desk.screen.focus() is part.work.calibrate.offset
    desk.screen.keys("0\n")
    assert part.work.use.isVisible()


def test_a_wrong_pin_is_said_and_the_fifth_one_waits(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    calibrated(desk, ONE)
    form = part.work.use
    form.pin.setFocus()
    use(desk, qtbot, "111111")
    assert desk.say("authority-wrong-pin", serial=ONE) in said(desk)
    assert form.pin.pin.text() == ""
    for _ in range(4):
        desk.tries.wrong(ONE)
    desk.screen.bridge.ticked.emit()
    seconds = desk.tries.waits(ONE)
    assert seconds > 0
    assert desk.say("authority-pin-waits", seconds=seconds) in said(desk)
    assert not form.send.isEnabled()
    assert not form.pin.pin.isEnabled()
    desk.waited[0] += seconds
    desk.screen.bridge.ticked.emit()
    assert form.send.isEnabled()
    use(desk, qtbot)
    assert isinstance(desk.screen.last(), LockTakenIntoUse)
    assert desk.tries.waits(ONE) == 0


def test_the_supervisor_is_refused_as_holder_before_the_pin_is_tried(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    calibrated(desk, ONE)
    part.work.use.holder.setCurrentIndex(part.work.use.holder.findData("O01"))
    part.work.use.pin.setFocus()
    use(desk, qtbot, "111111")
    no = SupervisorKeepsNoLock(ONE, PersonId("O01"))
    assert desk.screen.shell.text.refusal(no) in desk.screen.asked()
    assert desk.say("authority-wrong-pin", serial=ONE) not in said(desk)


def test_a_lost_lock_is_named_before_any_pin(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    calibrated(desk, ONE)
    at = desk.now
    desk.done(desk.screen.console.submit(ReportLockLost(ONE, at, PersonId("A01")), ADMIN))
    desk.look(qtbot)
    assert desk.screen.shell.text.refusal(LockLost(ONE, at)) in said(desk)
    assert rows(part)[ONE] == desk.screen.shell.word(LockStage.LOST)
    assert part.work.use.isHidden()


def test_a_lock_with_another_key_is_named_before_any_pin(desk: Desk, qtbot: QtBot) -> None:
    shutil.rmtree(desk.locks / room(ONE))
    SoftwareLock.create(desk.locks / "false", ONE, LockKind.INVIGILATION, PIN, memory_kib=8)
    part = sitting(desk, qtbot)
    calibrated(desk, ONE)
    assert desk.screen.shell.text.refusal(LockOfOtherKey(ONE)) in said(desk)
    assert part.work.use.isHidden()


def test_a_lock_with_another_key_is_not_calibrated_either(desk: Desk, qtbot: QtBot) -> None:
    shutil.rmtree(desk.locks / room(ONE))
    SoftwareLock.create(desk.locks / "false", ONE, LockKind.INVIGILATION, PIN, memory_kib=8)
    part = sitting(desk, qtbot)
    assert part.work.serial == ONE
    assert part.work.calibrate.isHidden()
    assert not part.work.again.isVisible()


def test_a_stranger_is_named_though_no_line_is_about_it(desk: Desk, qtbot: QtBot) -> None:
    SoftwareLock.create(desk.locks / "stranger", "JK-9", LockKind.INVIGILATION, PIN, memory_kib=8)
    sitting(desk, qtbot)
    assert desk.screen.shell.text.refusal(LockUnregistered(LockSerial("JK-9"))) in said(desk)


def test_the_own_site_lock_is_no_mistake(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    assert [one.serial for one in part.plugged.seen] == [ONE]
    assert part.note.isHidden()


def test_another_calibration_takes_a_lock_out_of_use(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    calibrated(desk, ONE)
    use_now(desk, qtbot)
    part._choose(ONE)
    part.work.again.click()
    assert desk.say("authority-again-means") in said(desk)
    assert desk.screen.focus() is part.work.calibrate.offset
    desk.screen.keys("1\n")
    assert desk.screen.site.locks[ONE].in_use is None
    assert part.work.use.isVisible()


def test_a_spare_lock_is_offered_the_rooms_without_one_first(desk: Desk, qtbot: QtBot) -> None:
    state = desk.screen.site.locks[ONE]
    state.registered = replace(state.registered, room=None)
    part = sitting(desk, qtbot)
    calibrated(desk, ONE)
    part._choose(ONE)
    offered = [part.work.use.room.itemData(number) for number in range(part.work.use.room.count())]
    assert offered == [RoomId("001"), RoomId("002")]
    part.work.use.room.setCurrentIndex(1)
    assert part.work.use.holder.value() == "R002"


def test_when_its_time_is_over_nothing_more_is_asked(desk: Desk, qtbot: QtBot) -> None:
    part = sitting(desk, qtbot)
    desk.later(timedelta(minutes=121))
    assert desk.say("authority-lapsed-how") in said(desk)
    desk.open_page(step=StepKind.LOCKS)
    assert part.work.isHidden()
    assert desk.screen.focus() is part.card.begin

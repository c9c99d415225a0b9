"""The register of media from the window: registered, tried, sealed and lost, by keyboard where a form is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core.media import MediumRegistered, MediumSealed, MediumTried, MediumWasLost
from app.core.safe_state import MediumFault
from app.core.terms import MediumSerial, PersonId
from app.service import media
from app.trouble import Code, Trouble
from devices.media import Trial, TrialFault
from tests.gui.keeping_page import evening, part, second
from tests.gui.keyboard import choose, focused, press, tab_to, type_text
from tests.gui.screen import Screen, settle, texts
from tests.stores import Place
from tests.unit.day_over import SECOND, STICK, lay
from ui.pages.safe_media import MediaPart
from ui.shell import KeepingPart

NEW = MediumSerial("U-9")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return lay(tmp_path_factory.mktemp("over"))


@pytest.fixture
def screen(whole: Place, tmp_path: Path, open_screen: Callable[..., Screen]) -> Iterator[Screen]:
    with evening(whole, tmp_path, open_screen) as screen:
        yield screen


@pytest.fixture
def shown(screen: Screen) -> MediaPart:
    return cast("MediaPart", part(screen, KeepingPart.MEDIA))


@pytest.fixture
def plugged(screen: Screen, tmp_path: Path) -> Path:
    """Another stick is put in."""
    folder = tmp_path / "site" / "media" / NEW
    folder.mkdir()
    screen.look_again()
    return folder


def say(screen: Screen, name: str) -> str:
    return screen.shell.say(name)


def states(shown: MediaPart) -> list[str]:
    return [line.cells[1].text for line in shown.table.lines.lines]


@pytest.mark.usefixtures("plugged")
def test_a_new_stick_is_registered_by_the_serial_it_tells_with_keys_alone(screen: Screen, shown: MediaPart) -> None:
    window = screen.window
    shown.first.setFocus()
    choose(window, say(screen, "media-register"))
    # The one that the register does not know is proposed.
    assert NEW in focused().currentText()  # type: ignore[attr-defined]  # the choice
    tab_to(window, say(screen, "media-label"))
    type_text(window, "B-9")
    press(window, "Return")
    screen.look_again()
    made = screen.last()
    assert isinstance(made, MediumRegistered)
    assert (made.serial, made.label, made.custodian, made.read) == (NEW, "B-9", PersonId("A01"), True)
    assert screen.signers_of_last() == ["A01"]
    assert [line.cells[0].text for line in shown.table.lines.lines] == ["B-9", STICK, SECOND]


def test_one_that_tells_no_serial_is_named_by_its_folder_and_label_before_two(
    screen: Screen, shown: MediaPart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(share))
    shown.register.click()
    choose(screen.window, say(screen, "safekeeping-choose"))
    assert str(share) in texts(shown)
    tab_to(screen.window, say(screen, "media-label"))
    type_text(screen.window, "L-7")
    press(screen.window, "Return")
    second(screen)
    made = screen.last()
    assert isinstance(made, MediumRegistered)
    assert (made.serial, made.read) == ("L-7", False)
    assert screen.signers_of_last() == ["A01", "O01"]
    assert say(screen, "media-by-label") in [line.cells[-1].text for line in shown.table.lines.lines]


def test_what_is_wrong_in_the_form_is_said_and_what_was_typed_stays(screen: Screen, shown: MediaPart) -> None:
    shown.register.click()
    tab_to(screen.window, say(screen, "media-label"))
    type_text(screen.window, "B 9/")
    press(screen.window, "Return")
    assert screen.shell.say("why") in screen.asked()
    form = shown.form
    assert form is not None
    form.given_up.emit()
    assert shown.table.isVisible()
    assert not screen.asked()


def test_without_any_medium_the_form_asks_for_one(screen: Screen, shown: MediaPart, tmp_path: Path) -> None:
    for stick in (STICK, SECOND):
        (tmp_path / "site" / "media" / stick).rmdir()
    shown.again.click()
    assert {line.cells[2].text for line in shown.table.lines.lines} == {say(screen, "media-away")}
    shown.register.click()
    assert shown.form is not None
    shown.form.confirm.click()
    settle()
    assert say(screen, "media-which-missing") in texts(shown)
    # And no trial is made of what is not in.
    shown.form.given_up.emit()
    shown.trial.click()
    assert say(screen, "media-not-here") in screen.asked()


def test_a_trial_is_made_beside_the_desk_and_entered_with_the_virus_check(
    screen: Screen, shown: MediaPart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert states(shown) == [screen.shell.text.say("medium-state-registered").capitalize()] * 2
    monkeypatch.setattr(media, "trial", lambda _: Trial(23 << 20, None))
    shown.virus.box.setChecked(True)
    shown.trial.click()
    assert shown.working.isVisible()
    assert not shown.trial.isEnabled()
    qtbot.waitUntil(lambda: isinstance(screen.last(), MediumTried))
    screen.look_again()
    made = screen.last()
    assert isinstance(made, MediumTried)
    assert (made.serial, made.speed, made.fault, made.virus_checked) == (STICK, 23 << 20, None, True)
    assert "23" in shown.table.lines.lines[0].cells[4].text
    assert not shown.working.isVisible()
    assert shown.trial.isEnabled()


def test_what_a_trial_found_wrong_stands_in_the_register(
    screen: Screen, shown: MediaPart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media, "trial", lambda _: Trial(0, TrialFault.READ_BACK_FAILED))
    shown.trial.click()
    qtbot.waitUntil(lambda: isinstance(screen.last(), MediumTried))
    screen.look_again()
    made = screen.last()
    assert isinstance(made, MediumTried)
    assert made.fault is MediumFault.READ_BACK_FAILED
    assert shown.table.lines.lines[0].cells[4].tone == "bad"


def test_a_stick_pulled_during_its_trial_is_said(
    screen: Screen, shown: MediaPart, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(folder: Path) -> Trial:
        folder.rmdir()
        return Trial(0, TrialFault.WRITE_FAILED)

    monkeypatch.setattr(media, "trial", pulled)
    shown.trial.click()
    qtbot.waitUntil(lambda: say(screen, "media-not-here") in screen.asked())
    assert not isinstance(screen.last(), MediumTried)


def test_trouble_in_a_trial_is_told(
    screen: Screen,
    shown: MediaPart,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    expect_log: Callable[[str], None],
) -> None:
    def fails(_: Path) -> Trial:
        raise Trouble(Code.MEDIUM_FULL, file="b")

    expect_log("medium-full")
    monkeypatch.setattr(media, "trial", fails)
    shown.trial.click()
    qtbot.waitUntil(lambda: "介质已满" in screen.banner())
    assert shown.trial.isEnabled()


def test_a_seal_is_entered_before_two_and_opened_again(screen: Screen, shown: MediaPart) -> None:
    shown.table.selectRow(0)
    shown.seal.click()
    type_text(screen.window, "F-12")
    press(screen.window, "Return")
    second(screen)
    assert screen.last() == MediumSealed(STICK, "F-12", screen.clock.moment().at)
    assert screen.signers_of_last() == ["A01", "O01"]
    assert "F-12" in states(shown)[0]
    # What is under seal is offered for nothing more.
    rooms = part(screen, KeepingPart.ROOMS)
    assert "F-12" not in texts(rooms)
    assert STICK not in texts(rooms)
    part(screen, KeepingPart.MEDIA)
    shown.seal.click()
    press(screen.window, "Ctrl+A", "Delete", "Return")
    second(screen)
    assert screen.site.safe.media[STICK].seal == ""


def test_a_lost_medium_is_reported_and_holds_nothing(screen: Screen, shown: MediaPart) -> None:
    shown.table.selectRow(1)
    shown.lost.click()
    settle()
    assert "0 份" in texts(shown)
    press(screen.window, "Return")
    screen.look_again()
    made = screen.last()
    assert isinstance(made, MediumWasLost)
    assert (made.serial, made.reported_by) == (SECOND, PersonId("A01"))
    assert shown.table.lines.lines[1].cells[1].tone == "bad"

"""The mirror's part of the page: begun on a registered medium, changed, gone on without, and the spare machine."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.media import RegisterMedium
from app.core.mirror import MirrorBegun, WentOnWithoutMirror
from app.core.resume import DayResumed
from app.core.terms import MediumSerial, PersonId
from devices.media import FolderMedia
from tests.gui.screen import Screen, settle, texts
from tests.stores import ADMIN
from ui.pages.mirror_part import BeginForm, MirrorPart, WaiveForm
from ui.shell import MIRROR

STICKS = (MediumSerial("S-1"), MediumSerial("S-2"))


@pytest.fixture
def media(tmp_path: Path, site: Screen) -> Path:
    for stick in STICKS:
        (tmp_path / "media" / stick).mkdir(parents=True)
    site.console.media = FolderMedia(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def registered(site: Screen, media: Path) -> Path:
    for stick in STICKS:
        assert site.console.submit(RegisterMedium(stick, f"L-{stick}", PersonId("A01"), read=True), ADMIN) is None
    return media


def part(site: Screen) -> MirrorPart:
    site.window.go(MIRROR)
    settle()
    (found,) = (one for one in site.page.findChildren(MirrorPart) if one.isVisible())
    return found


def caught_up(site: Screen, qtbot: QtBot) -> None:
    site.look_again()
    site.bridge.tick()
    qtbot.waitUntil(lambda: not site.bridge.mirror.mirroring.behind and not site.bridge.mirror._under_way)
    site.bridge.tick()
    site.look_again()


def begun(site: Screen, qtbot: QtBot, stick: MediumSerial = STICKS[0]) -> MirrorPart:
    shown = part(site)
    shown.begin.click()
    assert isinstance(shown.form, BeginForm)
    shown.form.what.setCurrentIndex(shown.form.what.findData(stick))
    shown.form.confirm.click()
    assert shown.begin.isVisible()
    caught_up(site, qtbot)
    return shown


@pytest.mark.usefixtures("media")
def test_without_a_registered_medium_it_says_what_to_do(site: Screen) -> None:
    site.sign_in()
    shown = part(site)
    assert site.shell.say("mirror-none") in texts(shown)
    shown.begin.click()
    assert site.shell.say("mirror-no-medium") in site.asked()
    assert not shown.waive.isVisible()
    assert not shown.history.isVisible()


@pytest.mark.usefixtures("registered")
def test_begun_it_says_how_far_it_is(site: Screen, qtbot: QtBot) -> None:
    site.sign_in()
    shown = begun(site, qtbot)
    assert any(isinstance(one, MirrorBegun) for one in site.facts())
    said = texts(shown)
    assert site.shell.say("mirror-level") in said
    assert site.shell.say("mirror-medium-is", label="L-S-1", serial="S-1") in said
    assert site.shell.say("mirror-entries", entries=site.console.store.journal.n) in said
    assert site.shell.say("mirror-change") in said


@pytest.mark.usefixtures("registered")
def test_another_medium_takes_its_place(site: Screen, qtbot: QtBot) -> None:
    site.sign_in()
    begun(site, qtbot)
    shown = begun(site, qtbot, STICKS[1])
    assert site.site.safe.mirror is not None
    assert site.site.safe.mirror.medium == STICKS[1]
    assert site.shell.say("mirror-medium-is", label="L-S-2", serial="S-2") in texts(shown)


def test_out_it_is_gone_on_without_before_two_persons(site: Screen, registered: Path, qtbot: QtBot) -> None:
    site.sign_in()
    shown = begun(site, qtbot)
    shutil.rmtree(registered / STICKS[0])
    site.bridge.mirror.mirroring.close()
    site.bridge.tick()
    qtbot.waitUntil(lambda: bool(site.site.safe.mirror and site.site.safe.mirror.out))
    site.look_again()
    shown.waive.click()
    assert isinstance(shown.form, WaiveForm)
    shown.form.confirm.click()
    settle()
    site.keys("O01\n000000\n")
    site.look_again()
    assert any(isinstance(one, WentOnWithoutMirror) for one in site.facts())
    assert not shown.waive.isVisible()


@pytest.mark.usefixtures("registered")
def test_a_form_given_up_changes_nothing(site: Screen) -> None:
    site.sign_in()
    shown = part(site)
    shown.begin.click()
    assert shown.form is not None
    shown.form.given_up.emit()
    assert shown.begin.isVisible()
    assert site.site.safe.mirror is None


@pytest.mark.usefixtures("media")
def test_what_was_taken_up_before_is_told(site: Screen) -> None:
    now = site.clock.moment().at
    DayResumed("B", STICKS[0], 17, now, 3, now).apply(site.site)
    shown = part(site)
    assert site.shell.say("mirror-resumed", at=now, machine="B", entries=17, lost=3) in texts(shown)

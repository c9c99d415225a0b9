"""The mirror under the window: in step behind the desk's back, loud where it is not, and gates that wait for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.desk import TakeDesk
from app.core.media import RegisterMedium
from app.core.mirror import BeginMirror, MirrorBehind, MirrorOut, WentOnWithoutMirror
from app.core.safe_state import MirrorReason, WaiverReason
from app.core.terms import MediumSerial, PersonId
from app.journal.store import Journal
from app.service import locks
from app.service.mirror import place
from app.service.sitelock import EpochNote, note_epoch
from app.trouble import Code, Trouble
from devices.media import FolderMedia
from tests.gui.screen import Screen, settle, texts
from tests.stores import ADMIN, OFFICER, SITE, Place
from ui.mirror_watch import MirrorWatch
from ui.shell import MIRROR, PageName
from ui.widgets.asking import Asking
from ui.widgets.mirror_wait import MirrorWait
from ui.widgets.top_bar import TopBar

STICK = MediumSerial("S-1")


@pytest.fixture
def media(tmp_path: Path, site: Screen) -> Path:
    (tmp_path / "media" / STICK).mkdir(parents=True)
    site.console.media = FolderMedia(tmp_path / "media")
    return tmp_path / "media"


def begin(site: Screen) -> None:
    for operation in (RegisterMedium(STICK, "S-1", PersonId("A01"), read=True), BeginMirror(STICK)):
        assert site.console.submit(operation, ADMIN) is None


def caught_up(site: Screen, qtbot: QtBot) -> None:
    site.bridge.tick()
    qtbot.waitUntil(lambda: not site.bridge.mirror.mirroring.behind and not site.bridge.mirror._under_way)
    site.look_again()
    site.bridge.tick()


def chip(site: Screen) -> str:
    (bar,) = (one for one in site.window.findChildren(TopBar) if one.isVisible())
    return bar.mirror.accessibleName()


def out(site: Screen, media: Path, qtbot: QtBot) -> None:
    """The stick is pulled while the mirror rests; the next start of a round finds it gone."""
    shutil.move(media / STICK, media.parent / "pocket")
    site.bridge.mirror.mirroring.close()
    site.bridge.tick()
    mirror = site.site.safe
    qtbot.waitUntil(lambda: mirror.mirror is not None and mirror.mirror.out is not None)
    site.look_again()


def back(site: Screen, media: Path, qtbot: QtBot) -> None:
    shutil.move(media.parent / "pocket", media / STICK)
    site.bridge.mirror.mirroring.close()
    caught_up(site, qtbot)


def test_every_entry_goes_over_by_itself_and_the_chip_says_so(site: Screen, media: Path, qtbot: QtBot) -> None:
    say = site.shell.say
    assert say("chip-mirror-none") in chip(site)
    begin(site)
    caught_up(site, qtbot)
    assert say("chip-mirror-level") in chip(site)
    site.sign_in()
    n = site.console.store.journal.n
    caught_up(site, qtbot)
    assert site.bridge.mirror.mirroring.held >= n


def test_what_is_behind_is_counted(site: Screen, media: Path, qtbot: QtBot) -> None:
    begin(site)
    caught_up(site, qtbot)
    site.bridge.mirror._under_way = True
    assert site.console.submit(TakeDesk(), ADMIN) is None
    site.bridge.tick()
    assert site.shell.say("chip-mirror-behind", entries=1) in chip(site)
    site.bridge.mirror._under_way = False
    caught_up(site, qtbot)
    assert site.shell.say("chip-mirror-level") in chip(site)


def test_a_pulled_stick_is_said_across_the_window_and_found_again(site: Screen, media: Path, qtbot: QtBot) -> None:
    begin(site)
    caught_up(site, qtbot)
    out(site, media, qtbot)
    assert any(isinstance(one, MirrorOut) for one in site.facts())
    assert site.shell.say("chip-mirror-out") in chip(site)
    said = site.shell.say("mirror-out", reason=MirrorReason.MEDIUM_GONE, entries=site.bridge.mirror.lag)
    assert said in site.banner()
    back(site, media, qtbot)
    assert site.banner() == ""
    assert site.shell.say("chip-mirror-level") in chip(site)


def test_the_chip_leads_to_the_mirror(site: Screen, media: Path) -> None:
    (bar,) = (one for one in site.window.findChildren(TopBar) if one.isVisible())
    bar.mirror.setFocus()
    site.press(Qt.Key.Key_Return)
    settle()
    assert site.page.name is PageName.SAFEKEEPING
    assert MIRROR.page is PageName.SAFEKEEPING


def waits(site: Screen) -> tuple[Asking, MirrorWait]:
    (form,) = (one for one in site.page.asking.findChildren(MirrorWait) if one.isVisible())
    return site.page.asking, form


def gate(site: Screen) -> list[str]:
    """A step that waits for the mirror, asked from the page; what it was told in the end."""
    done: list[str] = []

    def ask(*_: object) -> object:
        mirror = site.site.safe.mirror
        if mirror and not mirror.waived and (site.console.behind() or mirror.out):
            return MirrorBehind(site.console.behind(), mirror.out)
        return None

    site.page.asking.ask(ask, then=lambda _: done.append("done"))
    settle()
    return done


def test_a_gate_that_waits_says_when_it_may_be_asked_again(site: Screen, media: Path, qtbot: QtBot) -> None:
    site.sign_in()
    begin(site)
    caught_up(site, qtbot)
    out(site, media, qtbot)
    done = gate(site)
    asking, form = waits(site)
    form.wait.click()
    assert not form.go_on.isVisible()
    back(site, media, qtbot)
    assert site.shell.say("mirror-caught-up") in texts(asking)
    assert not done
    assert gate(site) == ["done"]


def test_two_persons_go_on_without_it(site: Screen, media: Path, qtbot: QtBot) -> None:
    site.sign_in()
    begin(site)
    caught_up(site, qtbot)
    out(site, media, qtbot)
    done = gate(site)
    _, form = waits(site)
    form.reason.setCurrentIndex(form.reason.findData(WaiverReason.TIME_PRESSES))
    form.go_on.click()
    settle()
    site.keys("O01\n000000\n")
    assert done == ["done"]
    went = [one for one in site.facts() if isinstance(one, WentOnWithoutMirror)]
    assert [one.reason for one in went] == [WaiverReason.TIME_PRESSES]
    site.bridge.tick()
    site.look_again()
    assert site.shell.say("chip-mirror-waived") in chip(site)
    lag = site.bridge.mirror.lag
    assert site.shell.say("mirror-waived", reason=WaiverReason.TIME_PRESSES, entries=lag) in site.banner()


def test_after_a_failed_write_the_mirror_goes_on_once_the_journal_was_read(
    site: Screen, media: Path, qtbot: QtBot
) -> None:
    begin(site)
    caught_up(site, qtbot)
    site.console.halt()
    site.bridge.tick()
    assert site.bridge.reopen() is not None
    assert site.console.submit(TakeDesk(), OFFICER) is None
    caught_up(site, qtbot)


def test_let_go_nothing_holds_the_stick_and_it_is_taken_up_again(site: Screen, media: Path, qtbot: QtBot) -> None:
    begin(site)
    caught_up(site, qtbot)
    qtbot.waitUntil(lambda: not site.bridge.mirror._under_way)
    site.bridge.mirror.let_go()
    keys = site.console.store.keys
    Journal(place(media / STICK, SITE) / "site.db", keys.mirror).close()
    assert site.console.submit(TakeDesk(), OFFICER) is None
    caught_up(site, qtbot)


def test_closing_takes_the_last_entries_over(site: Screen, media: Path, qtbot: QtBot) -> None:
    begin(site)
    caught_up(site, qtbot)
    assert site.console.submit(TakeDesk(), OFFICER) is None
    watch = site.bridge.mirror
    n = site.console.store.journal.n
    watch.close()
    assert watch.mirroring.held == n
    # Another one is closed with the window
    site.bridge.mirror = MirrorWatch(site.bridge)


def test_a_store_that_was_put_back_stops_the_desk(
    site: Screen, media: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    begin(site)
    caught_up(site, qtbot)
    follower = site.bridge.mirror.mirroring._follower
    assert follower is not None
    expect_log("trouble: cut-short")

    def ahead(*_: object) -> int:
        raise Trouble(Code.CUT_SHORT, entry=3, marked=9)

    monkeypatch.setattr(type(follower), "round", ahead)
    assert site.console.submit(TakeDesk(), OFFICER) is None
    with qtbot.waitSignal(site.bridge.stopped):
        site.bridge.tick()
    assert site.console.stopped
    assert place(media / STICK, SITE).exists()


def test_a_machine_that_is_no_longer_the_record_stops_and_says_what_becomes_of_its_entries(
    site: Screen, store_place: Place, expect_log: Callable[[str], None], qtbot: QtBot
) -> None:
    expect_log("trouble: superseded")
    site.sign_in()
    store = site.console.store
    file = store.key_file
    note_epoch(store.lock, EpochNote(file.mode, file.site, 2, "B", site.clock.moment().at, 3, "00" * 32))
    with qtbot.waitSignal(site.bridge.stopped):
        site.bridge.attempt(lambda *_: locks.put_back(site.console, store_place.lock()))
    settle()
    said = texts(site.window)
    assert site.shell.say("stop-superseded", command="examsite later --old") in said
    assert site.shell.text.trouble(Trouble(Code.SUPERSEDED, since="14:00", machine="B", entry=3)) in said
    n = store.journal.n
    site.bridge.tick()
    assert store.journal.n == n

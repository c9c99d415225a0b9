"""The site lock goes out while sessions run: noticed at the next look, said across the window, entered."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.core.locks import LockReason, SiteLockBack, SiteLockOut
from app.core.start import RecordStarts, RoomStart, RoomStarted
from app.core.terms import LockSerial, PersonId
from devices.protocols import LockFault
from tests.gui.screen import MORNING_SESSION, Screen, settle
from tests.stores import SERIAL, Place
from ui.lock_watch import HINT_MS, LockWatch
from ui.main_window import MainWindow

OUT = SiteLockOut(LockSerial(SERIAL), LockReason.REMOVED)


def pulled(site: Screen, store_place: Place, qtbot: QtBot) -> None:
    store_place.lock_folder.rename(store_place.folder / "away")
    with qtbot.waitSignal(site.bridge.lock_changed):
        site.bridge.tick()


def plugged(site: Screen, store_place: Place, qtbot: QtBot) -> None:
    (store_place.folder / "away").rename(store_place.lock_folder)
    with qtbot.waitSignal(site.bridge.lock_changed):
        site.bridge.tick()


def test_one_look_is_enough_to_notice(site: Screen, store_place: Place, qtbot: QtBot) -> None:
    """A look comes every second, so two seconds are never needed."""
    pulled(site, store_place, qtbot)
    assert site.bridge.lock_fault is LockFault.REMOVED
    assert site.last() == OUT
    assert site.signers_of_last() == []
    assert site.shell.say("lock-out", reason=LockReason.REMOVED) in site.banner()
    before = site.facts()
    with qtbot.waitSignal(site.bridge.ticked):
        site.bridge.tick()
    assert site.facts() == before
    plugged(site, store_place, qtbot)
    assert site.last() == SiteLockBack(LockSerial(SERIAL))
    assert site.banner() == ""


def test_starts_go_on_without_it(site: Screen, store_place: Place, qtbot: QtBot) -> None:
    site.released()
    pulled(site, store_place, qtbot)
    state = site.site.sessions[MORNING_SESSION]
    site.at(state.plan.starts_at)
    starts = tuple(RoomStart(room, state.plan.starts_at) for room in sorted(state.rooms))
    site.do(RecordStarts(MORNING_SESSION, starts, PersonId("A01")))
    assert isinstance(site.last(), RoomStarted)
    plugged(site, store_place, qtbot)


@pytest.mark.parametrize("changed", [True, False])
def test_a_hint_from_the_bus_makes_it_look_sooner(
    site: Screen, store_place: Place, qtbot: QtBot, changed: bool
) -> None:
    asked: list[bool] = []

    def hint() -> bool:
        asked.append(changed)
        return changed

    bridge = site.bridge
    bridge._second.stop()
    watch = bridge._lock_watch = LockWatch(bridge, hint)
    store_place.lock_folder.rename(store_place.folder / "away")
    qtbot.waitUntil(lambda: bool(asked), timeout=20 * HINT_MS)
    if changed:
        qtbot.waitUntil(lambda: bridge.lock_fault is LockFault.REMOVED, timeout=20 * HINT_MS)
    watch.stop()
    assert (site.last() == OUT) is changed
    (store_place.folder / "away").rename(store_place.lock_folder)


def test_the_window_that_opens_while_it_is_out_says_so(
    site: Screen, store_place: Place, qtbot: QtBot, window: MainWindow
) -> None:
    pulled(site, store_place, qtbot)
    window.rebuild()
    settle()
    assert site.shell.say("lock-out", reason=LockReason.REMOVED) in site.banner()
    plugged(site, store_place, qtbot)

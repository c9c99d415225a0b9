"""Forty late arrivals by scanner at an overbooked site of fifteen rooms: found, let in, a seat drawn, on the screen."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.core.room_state import Presence
from app.core.terms import SessionId, Ticket
from app.rehearsal.day import Running
from app.rehearsal.ground import FOUNDED, Ground
from app.rehearsal.province import Size
from app.service.clock import DrivenClock
from app.service.lock_tries import LockTries
from app.settings import Settings
from devices.locks.folders import SoftwareReader
from reports import escort, fallback, fonts, room_record, room_release, site_sheet, working_paper
from tests.benchmarks.measure import Measure, at_most
from tests.gui.keyboard import press, scan
from tests.gui.screen import settle, signed_in
from tests.journeys.day import means
from ui.application import application
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.opening import Opening, Tools
from ui.shell import PageName, Place
from ui.widgets import scanner

SIZE = Size("liaoning-2021-intermediate", 15, 1950, 1, 30)
FIRST, ARRIVALS = SessionId("1-1"), 40
BEFORE_THE_DOORS = frozenset({"morning", "authorize", "release", "start"})


def measures() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        ground = Ground.lay(folder / "day", SIZE, means(), DrivenClock(FOUNDED))
        try:
            ground.before()
            starts = ground.console.site.sessions[FIRST].plan.starts_at
            for at, step in Running(ground, SIZE).steps():
                if at <= starts + timedelta(minutes=1) and step.__name__ in BEFORE_THE_DOORS:
                    ground.clock.advance(max(at, ground.clock.moment().at))
                    step()
            ground.clock.advance(starts + timedelta(minutes=2))
            yield _scanned(ground, folder)
        finally:
            ground.console.store.abandon()


def _scanned(ground: Ground, folder: Path) -> Measure:
    application()
    scanner.LINE_ENDS = 0  # hands are as fast as the scanner here
    tools = Tools(
        room_record.draw,
        site_sheet.draw,
        room_release.draw,
        working_paper.draw,
        escort.draw,
        fonts.missing,
        fallback.draw,
    )
    bridge = Bridge(ground.console, Settings())
    opening = Opening(ground.console, folder, folder, tools, None, SoftwareReader(folder / "locks"), LockTries(folder))
    window = MainWindow(opening, bridge)
    window.resize(1366, 768)
    window.show()
    signed_in(bridge, "A01")
    window.go(Place(PageName.CANDIDATES))
    settle()
    late = _late(ground)
    begun = time.process_time()
    for ticket in late:
        scan(window, ticket)
        press(window, "Return")
    spent = time.process_time() - begun
    sittings = [ground.console.site.sitting(FIRST, ticket) for ticket in late]
    if not all(one and one.seat and one.presence is Presence.PRESENT for one in sittings):
        raise AssertionError(sittings)
    window.hide()
    bridge.close()
    return at_most("40 late arrivals by scanner", spent, "s", 3, "scan, one key, a seat drawn and shown; 15 rooms")


def _late(ground: Ground) -> list[Ticket]:
    """From all rooms in turn, so that none is full; where slips are handed out nothing is drawn at the desk."""
    rooms = [room for room in ground.console.site.sessions[FIRST].rooms.values() if not room.slips]
    waiting = [[t for t, one in room.sittings.items() if one.presence is Presence.AWAITED] for room in rooms]
    return [ticket for turn in zip(*waiting, strict=False) for ticket in turn][:ARRIVALS]

"""The window: how soon it stands, how fast lists answer, and what a flood of facts costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import datetime
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app import settings
from app.core.entry import CheckedIn
from app.core.room_state import Sitting
from app.core.terms import PersonId, RoomId, SessionId, Ticket
from app.service import arrangement, people
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.lock_tries import LockTries
from app.settings import Settings
from devices.locks.folders import SoftwareReader
from reports import escort, fallback, fonts, room_record, room_release, site_sheet, working_paper
from tests.benchmarks.ground import best, enrolled_with_package
from tests.benchmarks.measure import Measure, at_most
from ui.application import application
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.opening import Opening, Tools
from ui.pages.candidates import CandidatesPage
from ui.shell import PageName, Place

CANDIDATES, ROOMS = 10_000, 100
FRAME = 1 / 60
FACTS_A_SECOND, EVERY_MS, FLOOD_MS = 1000, 10, 3000


def measures() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        yield from _shown(folder)
        console, package = enrolled_with_package(folder, CANDIDATES, ROOMS)
        try:
            holder = people.holder_of_lock(console)
            imported = arrangement.import_package(console, package, lambda _: (), holder)
            if imported.refusal:
                raise AssertionError(imported.refusal)
            _everyone_in_one_session(console)
            yield from _opened(console, folder)
        finally:
            console.store.abandon()


def _shown(folder: Path) -> Iterable[Measure]:
    """Whole processes, from their start to the first frame."""
    settings.save(folder, Settings())
    empty = best(lambda: _process("empty"), 7)
    first = best(lambda: _process("first", str(folder)), 7)
    yield at_most("first window / empty Qt window", first / empty, "x", 2.5, f"{first * 1000:.0f} ms")


def _process(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "tests.benchmarks.shown", *words], check=True, stdout=subprocess.DEVNULL)


def _opened(console: Console, folder: Path) -> Iterable[Measure]:
    application()
    tools = Tools(
        room_record.draw,
        site_sheet.draw,
        room_release.draw,
        working_paper.draw,
        escort.draw,
        fonts.missing,
        fallback.draw,
    )
    bridge = Bridge(console, Settings())
    window = MainWindow(
        Opening(console, folder, folder, tools, None, SoftwareReader(folder / "locks"), LockTries(folder)), bridge
    )
    window.resize(1366, 768)
    window.show()
    _settle()
    clock = console.clock
    if isinstance(clock, DrivenClock):
        clock.advance(min(s.plan.starts_at for s in console.site.sessions.values()))
    yield from _list(window)
    yield from _pages(window)
    yield from _flood(window, bridge, console)
    window.hide()
    bridge.close()


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _list(window: MainWindow) -> Iterable[Measure]:
    """From the key to the changed rows on screen, all candidates of a session in the list."""
    window.go(Place(PageName.CANDIDATES))
    _settle()
    page = window.page
    if not isinstance(page, CandidatesPage):
        raise TypeError(page)
    texts = cycle(("1", "12", "", "012", "2", "", "3", ""))
    columns = cycle(range(page.model.columnCount()))
    listed = page.model.rowCount()

    def type_one() -> None:
        page.search.setText(next(texts))

    def sort_one() -> None:
        page.table.sortByColumn(next(columns), Qt.SortOrder.DescendingOrder)

    slowest = max(best(turn, 1) for _ in range(16) for turn in (type_one, sort_one))
    yield at_most(
        "filter and sort of the list", slowest * 1000, "ms", FRAME * 1000, f"{listed} candidates, slowest of 32"
    )


def _go(window: MainWindow, page: PageName) -> None:
    window.go(Place(page))
    _settle()


def _pages(window: MainWindow) -> Iterable[Measure]:
    first: dict[PageName, float] = {}
    again: dict[PageName, float] = {}
    for turn in (first, again):
        for page in PageName:
            turn[page] = best(lambda page=page: _go(window, page), 1)  # type: ignore[misc]
    slowest, late = max(again, key=again.__getitem__), max(first, key=first.__getitem__)
    note = f"slowest {slowest}; at the first visit {first[late] * 1000:.0f} ms ({late})"
    yield at_most("page switch", again[slowest] * 1000, "ms", 50, note)


def _flood(window: MainWindow, bridge: Bridge, console: Console) -> Iterable[Measure]:
    """1,000 check-ins a second for a while, gathered as always: the share of one core that each page takes."""
    pages = (PageName.OVERVIEW, PageName.ROOM, PageName.CANDIDATES, PageName.REPORTS, PageName.JOURNAL)
    shares = {}
    for page in pages:
        _go(window, page)
        quiet = _share(console, bridge, facts=False)
        shares[page] = _share(console, bridge, facts=True) - quiet
    worst = max(shares, key=shares.__getitem__)
    yield at_most("1,000 facts a second", shares[worst], "% of a core", 10, f"costliest page {worst}")


def _share(console: Console, bridge: Bridge, *, facts: bool) -> float:
    """Per cent of one core, the applying of the facts taken out."""
    if bridge.session is None:
        raise AssertionError
    rooms = console.site.sessions[bridge.session].rooms.values()
    waiting = cycle([(room.room, ticket) for room in rooms for ticket in room.sittings])
    session, at, applied = bridge.session, bridge.now, 0.0

    def feed() -> None:
        nonlocal applied
        begun = time.process_time()
        came = tuple(_came(session, *next(waiting), at) for _ in range(FACTS_A_SECOND * EVERY_MS // 1000))
        for fact in came:
            fact.apply(console.site)
        applied += time.process_time() - begun
        bridge.heard(came)

    timer = QTimer(interval=EVERY_MS)
    if facts:
        timer.timeout.connect(feed)
    loop = QEventLoop()
    QTimer.singleShot(FLOOD_MS, loop.quit)
    timer.start()
    begun = time.process_time()
    loop.exec()
    spent = time.process_time() - begun - applied
    timer.stop()
    _settle()
    return spent / (FLOOD_MS / 1000) * 100


def _came(session: SessionId, room: RoomId, ticket: Ticket, at: datetime) -> CheckedIn:
    return CheckedIn(session, room, ticket, at, PersonId("A01"))


def _everyone_in_one_session(console: Console) -> None:
    """The list is to hold all candidates at once, as in an exam of one session; nothing of it is written down."""
    site = console.site
    first = min(site.sessions.values(), key=lambda one: one.plan.starts_at)
    rooms = list(first.rooms.values())
    here = {ticket for room in rooms for ticket in room.sittings}
    for number, ticket in enumerate(console.directory.candidates.keys() - here):
        room = rooms[number % len(rooms)]
        room.sittings[ticket] = Sitting(ticket, first.plan.id, room.room, room.room, None)
        room.arranged += 1

"""Ways to states of the page of room reports, for its tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

from app.core.attendance import ConfirmAttendance
from app.core.room_state import RoomSession
from app.core.terms import PersonId, RoomId, Ticket
from app.core.timekeeping import entry_closes
from tests.gui.screen import MORNING_SESSION, Screen, settle
from tests.stores import MORNING
from ui.pages.reports import ReportsPage
from ui.shell import PageName

ONE, TWO, THREE = (RoomId(f"00{n}") for n in (1, 2, 3))
OVER = MORNING + timedelta(minutes=95)
A01 = PersonId("A01")


def said_on(site: Screen) -> str:
    settle()
    return site.banner()


def asked_on(site: Screen) -> str:
    settle()
    return site.asked()


def opened(site: Screen) -> ReportsPage:
    return cast("ReportsPage", site.go(PageName.REPORTS))


def room(site: Screen, number: RoomId = ONE) -> RoomSession:
    return site.site.sessions[MORNING_SESSION].rooms[number]


def tickets(site: Screen, number: RoomId = ONE) -> list[Ticket]:
    return sorted(room(site, number).sittings)


def closed(site: Screen) -> datetime:
    """Entry has just closed in all rooms."""
    return entry_closes(MORNING, site.site.sessions[MORNING_SESSION].plan, site.console.rulebook) + timedelta(seconds=1)


def at_the_roll(site: Screen) -> ReportsPage:
    site.started()
    site.at(closed(site))
    site.sign_in()
    return opened(site)


def at_the_end(site: Screen, absent: int = 1) -> ReportsPage:
    """Rolls confirmed with so many absent in each room, and the exam is over."""
    site.started()
    site.at(OVER)
    for number in (ONE, TWO, THREE):
        gone = tuple(tickets(site, number)[-absent:]) if absent else ()
        site.do(ConfirmAttendance(MORNING_SESSION, number, gone, closed(site), A01))
    site.sign_in()
    return opened(site)

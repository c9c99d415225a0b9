"""Ways to states of the closing page, for its tests."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar, cast

from app.core.attendance import ConfirmAttendance
from app.core.closing import RoomEnded
from app.core.collection import ConfirmCollected
from app.core.end_phase import ConfirmViolations
from app.core.room_report import TakeRoomReport
from app.core.room_state import RoomSession
from app.core.terms import Digest, PersonId, RoomId, Ticket
from app.core.timekeeping import entry_closes
from tests.gui.screen import MORNING_SESSION, Screen
from tests.stores import MORNING
from ui.pages.closing import ClosingPage
from ui.shell import PageName

ONE, TWO, THREE = (RoomId(f"00{n}") for n in (1, 2, 3))
ALL = (ONE, TWO, THREE)
OVER = MORNING + timedelta(minutes=95)
A01 = PersonId("A01")
_F = TypeVar("_F")


def over(site: Screen, *ready: RoomId) -> ClosingPage:
    """Everybody came and the exam is over; in the `ready` rooms everything is told."""
    site.started()
    site.at(OVER)
    state = site.site.sessions[MORNING_SESSION]
    at = entry_closes(MORNING, state.plan, site.console.rulebook) + timedelta(seconds=1)
    for number in ALL:
        site.do(ConfirmAttendance(MORNING_SESSION, number, (), at, A01))
    if ready:
        site.do(ConfirmViolations(MORNING_SESSION, ready, OVER, A01))
    for number in ready:
        site.do(ConfirmCollected(MORNING_SESSION, number, 6, (), (), OVER, A01))
    site.sign_in()
    return cast("ClosingPage", site.go(PageName.CLOSING))


def counted(site: Screen, number: RoomId) -> None:
    """The room counted six and all of them have submitted."""
    site.do(TakeRoomReport(MORNING_SESSION, number, 0, 6, 0, 6, 6, OVER, A01, Digest(""), None))


def facts(site: Screen, kind: type[_F]) -> list[_F]:
    return [fact for fact in site.facts() if isinstance(fact, kind)]


def ended(site: Screen) -> list[RoomId]:
    return [fact.room for fact in facts(site, RoomEnded)]


def room(site: Screen, number: RoomId) -> RoomSession:
    return site.site.sessions[MORNING_SESSION].rooms[number]


def ticket(site: Screen, number: RoomId, sequence: int) -> Ticket:
    return sorted(room(site, number).sittings)[sequence - 1]

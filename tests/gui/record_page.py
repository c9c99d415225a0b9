"""The page of records on a site of three rooms with a lock and a key, and what its tests do there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.core.custody import IssueLock
from app.core.lock_state import SupervisedKind
from app.core.paper_state import SheetCopy
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.site_form import SiteForm
from app.core.supervision import CloseSupervision, OpenSupervision
from app.core.terms import LockSerial, RoomId, SupervisionNo
from app.service.console import Console
from app.views.papers import PaperState
from tests.gui.conftest import OpenScreen
from tests.gui.screen import Screen
from tests.stores import EVE, OFFICER, arrange
from ui.pages.record_segments import Segment
from ui.pages.records import RecordsPage
from ui.shell import PageName

LOCK, KEY = LockSerial("JK-1"), LockSerial("VPN-1")
LOCKS = (
    RegisteredLock(LOCK, RegisteredAs.INVIGILATION, "{}", software=True, room=RoomId("001"), reference="R-1"),
    RegisteredLock(KEY, RegisteredAs.VPN_KEY, "", software=True, reference="R-2"),
)
TODAY = EVE.date().isoformat()
DAY_SHEET = (SiteForm.CUSTODY, TODAY)


@pytest.fixture
def locked_site(bare_console: Console) -> Console:
    """With a lock and a key that can be given to somebody."""
    arrange(bare_console, rooms=3, seats=6, sessions=2, room_locks=LOCKS)
    return bare_console


@pytest.fixture
def site(locked_site: Console, open_screen: OpenScreen) -> Screen:
    return open_screen(locked_site)


def page(site: Screen, form: SiteForm | None = SiteForm.CUSTODY) -> RecordsPage:
    """Gone to with a form, or None: as the navigation does."""
    found = site.go(PageName.RECORDS, form=form)
    assert isinstance(found, RecordsPage)
    return found


@pytest.fixture
def sheets(site: Screen) -> RecordsPage:
    """The exam office has the lock since today, and A01 is at the desk."""
    site.do(IssueLock(LOCK, OFFICER.id))
    site.sign_in()
    return page(site)


def states(shown: RecordsPage) -> list[PaperState]:
    return [sheet.state for sheet in shown.list.sheets.held.values()]


def titles(shown: RecordsPage) -> list[str]:
    return [sheet.title for sheet in shown.list.sheets.held.values()]


def segment(shown: RecordsPage) -> Segment:
    return shown.segment


def copies(site: Screen) -> tuple[SheetCopy, ...]:
    return site.site.sheet_copies(*DAY_SHEET)


def printed(qtbot: QtBot, site: Screen, shown: RecordsPage, does: Callable[[], object]) -> int:
    """How many were sent."""
    with qtbot.waitSignal(shown.run.ended) as ended_with:
        does()
    site.look_again()
    sent = ended_with.args
    assert sent
    return int(sent[0])


def supervised(site: Screen, kind: SupervisedKind = SupervisedKind.LOCKS) -> SupervisionNo:
    """One more supervision, given up at once."""
    site.do(OpenSupervision(kind))
    number = next(reversed(site.site.supervisions))
    site.do(CloseSupervision(number, done=False))
    return number

"""What rooms work with on the page of records: by form, everything before the day, and everything of a session."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept, ReprintReason, RoomForm
from app.core.room_state import SettledAs, Transfer
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetKept
from app.core.terms import TransferNo
from app.views.papers import PaperState
from tests.gui.after import ONE, ROOMS, THREE, TWO, end, ended
from tests.gui.record_page import page, printed, states, titles
from tests.gui.screen import MORNING_SESSION, SECOND_SESSION, Screen, settle
from ui.pages.record_segments import Segment
from ui.pages.records import RecordsPage
from ui.shell import PageName

BOTH = (RoomForm.CHART, RoomForm.DOOR_LIST)


@pytest.fixture
def records(site: Screen) -> RecordsPage:
    """Nothing has begun, and A01 is at the desk."""
    site.sign_in()
    return page(site, None)


def turn(shown: RecordsPage, word: str) -> None:
    (found,) = (one for one in shown.segments.findChildren(QPushButton) if one.text() == word)
    found.click()
    settle()


def kept(site: Screen) -> list[tuple[str, str, str]]:
    return [(one.session, one.room, one.form) for one in site.facts() if isinstance(one, RecordKept)]


def test_everything_before_the_day_is_printed_room_by_room(site: Screen, records: RecordsPage, qtbot: QtBot) -> None:
    assert records.everything.before.text() == "打印考前全部 17 份"
    assert printed(qtbot, site, records, records.everything.before.click) == 17
    prepared = [one.form for one in site.facts() if isinstance(one, SiteSheetKept)]
    session = [SiteForm.BRIEFING, SiteForm.ANNOUNCEMENTS]
    assert prepared == [SiteForm.NOTICES, *session, *session]
    sessions = (MORNING_SESSION, SECOND_SESSION)
    assert kept(site) == [(session, room, form) for session in sessions for room in ROOMS for form in BOTH]
    assert len(list(records.where.folder.glob("E04-*.pdf"))) == 6
    assert not records.everything.before.isVisible()
    assert not records.everything.session.isVisible()
    turn(records, "门贴")
    assert states(records) == [PaperState.SENT] * 3
    records.all_out.click()
    site.look_again()
    assert [one.form for one in site.facts()[-3:] if isinstance(one, RecordCameOut)] == [RoomForm.DOOR_LIST] * 3
    assert states(records) == [PaperState.PRINTED] * 3


def test_the_run_is_stopped_between_two_papers_and_goes_on_later(
    site: Screen, records: RecordsPage, qtbot: QtBot
) -> None:
    stop = records.working.stop.click
    records.run.progressed.connect(stop)
    printed(qtbot, site, records, records.everything.before.click)
    records.run.progressed.disconnect(stop)
    assert [one.form for one in site.facts() if isinstance(one, SiteSheetKept)] == [SiteForm.NOTICES]
    assert records.everything.before.text() == "打印考前全部 16 份"
    assert records.everything.before.isEnabled()
    assert printed(qtbot, site, records, records.everything.session.click) == 8
    assert records.everything.before.text() == "打印考前全部 8 份"


def test_one_chart_is_printed_and_again_for_a_reason(site: Screen, records: RecordsPage, qtbot: QtBot) -> None:
    turn(records, "座次表")
    assert states(records) == [PaperState.TO_PRINT] * 3
    qtbot.waitUntil(lambda: records.preview.pages.count == 1)
    assert printed(qtbot, site, records, records.steps.print.click) == 1
    steps = records.steps
    steps.reason.setCurrentIndex(steps.reason.findData(ReprintReason.DAMAGED))
    assert printed(qtbot, site, records, steps.reprint.click) == 1
    assert [one.copy for one in site.site.copies(RoomForm.CHART, MORNING_SESSION, ONE)] == [1, 2]
    assert records.list.chosen_keys() == ((MORNING_SESSION, ONE),)


def test_after_the_exam_the_session_owes_its_records(site: Screen, qtbot: QtBot) -> None:
    ended(site, ONE, TWO)
    site.sign_in()
    shown = page(site, None)
    assert shown.everything.session.text() == "打印本场次全部 2 份"
    end(site, THREE)
    site.look_again()
    assert printed(qtbot, site, shown, shown.everything.session.click) == 3
    assert kept(site)[-3:] == [(MORNING_SESSION, room, ROOM_RECORD) for room in ROOMS]
    assert not shown.everything.session.isVisible()


def test_a_transfer_sheet_is_offered_where_somebody_changed_rooms(site: Screen, qtbot: QtBot) -> None:
    ended(site, ONE, TWO)
    site.sign_in()
    shown = page(site, None)
    assert not [one for one in shown.segments.findChildren(QPushButton) if one.text() == "调动单"]
    state = site.site.sessions[MORNING_SESSION]
    transfer = Transfer(TransferNo("A-001"), next(iter(state.rooms[ONE].sittings)), ONE, state.plan.starts_at)
    transfer.settled, transfer.settled_at = SettledAs.CANCELLED, state.plan.starts_at
    state.transfers.append(transfer)
    shown.refresh()
    turn(shown, "调动单")
    assert (states(shown), titles(shown)) == ([PaperState.DRAFT], ["第 1 批次第 1 场"])
    assert not shown.steps.print.isVisible()
    end(site, THREE)
    site.look_again()
    assert states(shown) == [PaperState.TO_PRINT]
    assert printed(qtbot, site, shown, shown.steps.print.click) == 1
    last = site.last()
    assert isinstance(last, SiteSheetKept)
    assert (last.form, last.subject) == (SiteForm.TRANSFERS, MORNING_SESSION)
    # And a place leads to it from elsewhere
    page(site, None)
    shown.segment = Segment.ROOMS
    site.go(PageName.RECORDS, form=SiteForm.TRANSFERS, session=MORNING_SESSION)
    assert shown.segment is Segment.TRANSFERS
    assert shown.list.chosen_keys() == ((SiteForm.TRANSFERS, MORNING_SESSION),)

"""Sheets about delayed starts and extra time on the page of records: there once there is something to say."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.delay import ApplyForDelay
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.fault import FaultKind, ReportFault
from app.core.records import ReprintReason, RoomForm
from app.core.room_state import Presence
from app.core.rulebook import Tier
from app.core.site_form import SiteForm
from app.core.terms import CauseNo
from app.core.time_state import Consent, LossCause, Means
from app.views.papers import PaperState
from tests.gui.after import ONE, TWO
from tests.gui.record_page import page, printed, states, titles
from tests.gui.screen import DOCUMENT, MORNING_SESSION, Screen
from tests.stores import ADMIN
from ui.pages.record_segments import Segment
from ui.pages.records import RecordsPage
from ui.shell import PageName


def offered(shown: RecordsPage) -> list[str]:
    return [one.text() for one in shown.segments.findChildren(QPushButton)]


def fault(site: Screen) -> CauseNo:
    now = site.clock.moment().at
    site.do(ReportFault(FaultKind.POWER, MORNING_SESSION, None, (), now, ADMIN.id))
    return CauseNo(next(reversed(site.site.faults)))


def test_an_application_is_printed_confirmed_and_printed_anew_when_the_answer_came(site: Screen, qtbot: QtBot) -> None:
    site.sign_in()
    shown = page(site, None)
    assert "延时与补时" not in offered(shown)
    site.do(ApplyForDelay(MORNING_SESSION, (ONE, TWO), 30, (fault(site),)))
    number = next(iter(site.site.applications))
    site.look_again()
    assert shown.everything.session.text() == "打印本场次全部 10 份"
    site.go(PageName.RECORDS, form=SiteForm.DELAY_APPLICATION, paper=number)
    assert shown.segment is Segment.TIME
    assert "延时与补时" in offered(shown)
    assert shown.list.chosen_keys() == ((SiteForm.DELAY_APPLICATION, number),)
    assert titles(shown) == [f"延时开考授权申请 {number}，第 1 批次第 1 场"]
    assert printed(qtbot, site, shown, shown.steps.print.click) == 1
    shown.steps.came_out.click()
    site.look_again()
    assert states(shown) == [PaperState.PRINTED]
    now = site.clock.moment().at
    site.site.applications[number].consents.append(Consent(Tier.CITY, Means.PHONE, DOCUMENT, now, now, ADMIN.id))
    shown.refresh()
    assert states(shown) == [PaperState.SUPERSEDED, PaperState.TO_PRINT]
    assert "第 1 份之后有新的答复或更正" in shown.steps._note.text()
    assert printed(qtbot, site, shown, shown.steps.print_changed.click) == 1
    assert [one.copy for one in site.site.sheet_copies(SiteForm.DELAY_APPLICATION, number)] == [1, 2]
    # What was allowed is a sheet of its own, printed with everything of the session
    assert titles(shown)[1].startswith("授权与同意记录")
    assert printed(qtbot, site, shown, shown.everything.session.click) == 10
    assert len(site.site.sheet_copies(SiteForm.AUTHORITIES, number)) == 1
    assert ReprintReason.CHANGED in {one.reason for one in site.facts() if hasattr(one, "reason")}


def test_a_ledger_is_a_draft_until_its_room_ended(site: Screen, qtbot: QtBot) -> None:
    site.started()
    site.sign_in()
    shown = page(site, None)
    assert "补时登记表" not in offered(shown)
    room = site.site.sessions[MORNING_SESSION].rooms[ONE]
    for sitting in room.sittings.values():
        sitting.presence = Presence.PRESENT
    cause, since = fault(site), site.clock.moment().at
    site.at(since + timedelta(minutes=7))
    loss = Loss(LossCause.FAULT, (cause,), since, since + timedelta(minutes=7), ADMIN.id)
    site.do(GrantExtraTime(MORNING_SESSION, ONE, (), (), 7, loss))
    site.go(PageName.RECORDS, session=MORNING_SESSION, room=ONE, form=RoomForm.EXTRA_TIME)
    assert shown.segment is Segment.LEDGERS
    assert (states(shown), titles(shown)) == ([PaperState.DRAFT], ["第 001 考场"])
    assert shown.steps.finish.isVisible()
    room.ended_at = site.clock.moment().at
    shown.refresh()
    assert states(shown) == [PaperState.TO_PRINT]
    assert printed(qtbot, site, shown, shown.steps.print.click) == 1
    assert len(site.site.copies(RoomForm.EXTRA_TIME, MORNING_SESSION, ONE)) == 1

"""The record of a standalone exam on the page of records: a draft until the answers are back, then printed."""

from __future__ import annotations

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.core.sheet_open import standalone_subject
from app.core.site_form import SiteForm
from app.views.papers import PaperState
from tests.gui.after import ONE
from tests.gui.record_page import page, printed, states, titles
from tests.gui.screen import MORNING_SESSION, Screen
from tests.unit.standalone_story import CONSENT, FIRST, RETURNED
from ui.pages.record_segments import Segment
from ui.pages.standalone import StandalonePage
from ui.shell import PageName


def test_it_is_printed_once_the_answers_are_back(site: Screen, qtbot: QtBot) -> None:
    site.sign_in()
    shown = page(site, None)
    ticket = next(iter(site.site.sessions[MORNING_SESSION].rooms[ONE].sittings))
    subject = standalone_subject(MORNING_SESSION, ticket)
    whose = {"session": MORNING_SESSION, "room": ONE, "ticket": ticket}
    for fact in (CONSENT, FIRST):
        replace(fact, **whose).apply(site.site)
    site.go(PageName.RECORDS, form=SiteForm.STANDALONE, paper=subject)
    shown.refresh()
    assert shown.segment is Segment.STANDALONE
    assert (states(shown), titles(shown)) == ([PaperState.DRAFT], [f"准考证号 {ticket}，第 1 批次第 1 场"])
    assert "作答数据还没有回收" in shown.steps._note.text()
    shown.steps.finish.click()
    assert isinstance(site.page, StandalonePage)
    replace(RETURNED, number=1, **whose).apply(site.site)
    site.go(PageName.RECORDS, form=SiteForm.STANDALONE, paper=subject)
    shown.refresh()
    assert states(shown) == [PaperState.TO_PRINT]
    # It is among all that is due of the session
    assert printed(qtbot, site, shown, shown.everything.session.click)
    assert len(site.site.sheet_copies(SiteForm.STANDALONE, subject)) == 1
    assert states(shown) == [PaperState.SENT]

"""Handing over from the window: who gives and who receives, what goes, and the sheet; and the files of the day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.core.day_export import DayExported, DayFile
from app.core.free_text import TextPart
from app.core.handover import HandedOver
from app.core.media import RegisterMedium
from app.core.paper_state import PaperRef, Signature
from app.core.records import ROOM_RECORD, ConfirmPrinted
from app.core.safekeeping import BackupVerified
from app.core.signing import PaperSigned
from app.core.site_form import SiteForm
from app.core.terms import Digest, MediumSerial, PersonId, Role
from app.service import records
from tests.gui.after import ONE, ROOMS, TWO, ended
from tests.gui.screen import MORNING_SESSION, Screen, settle, texts
from tests.stores import ADMIN
from ui.pages.handing_over import HandingOver
from ui.pages.record_segments import Segment
from ui.pages.records import RecordsPage
from ui.pages.safe_sessions import SessionsPart
from ui.pages.safekeeping import SafekeepingPage
from ui.shell import KeepingPart as Part
from ui.shell import PageName

STICK = MediumSerial("AA-77")
ESCORTS = ((TextPart.ESCORT_1, "丁"), (TextPart.ESCORT_2, "戊"))


def page(site: Screen, part: str = "移交") -> SafekeepingPage:
    found = site.go(PageName.SAFEKEEPING)
    assert isinstance(found, SafekeepingPage)
    (turn,) = (one for one in found.parts.findChildren(QPushButton) if one.text() == part)
    turn.click()
    settle()
    return found


def handing(shown: SafekeepingPage) -> HandingOver:
    part = shown.shown(Part.HANDOVER)
    assert isinstance(part, HandingOver)
    return part


def test_what_is_ready_goes_with_two_givers_and_two_receivers_and_its_sheet_is_next(site: Screen) -> None:
    ended(site, *ROOMS)
    for room in (ONE, TWO):
        draw = site.shell.opening.tools.draw_record
        assert isinstance(records.print_room_record(site.console, MORNING_SESSION, room, draw, ADMIN), bytes)
        site.do(ConfirmPrinted(ROOM_RECORD, MORNING_SESSION, room, 1, came_out=True))
    signed = Signature(Role.CHIEF, PersonId("C01"), site.clock.moment().at)
    PaperSigned(ROOM_RECORD, f"{MORNING_SESSION}-{ONE}", 1, (signed,)).apply(site.site)
    site.do(RegisterMedium(STICK, "U-1", PersonId("A01"), read=True))
    BackupVerified("b", MORNING_SESSION, Digest("0" * 64), 1, 1, "", supervised=True, medium=STICK).apply(site.site)
    site.sign_in()
    shown = page(site)
    assert "还没有办理过移交" in texts(handing(shown))
    # Given the form by keyboard, where the givers stand already
    handing(shown).begin.setFocus()
    site.keys("\n")
    form = handing(shown).form
    assert form is not None
    assert [one.value() for one in form.givers] == ["A01", "O01"]
    assert form.papers.chosen() == (PaperRef(ROOM_RECORD, f"{MORNING_SESSION}-{ONE}", 1),)
    # When nobody is named who receives
    form.confirm.click()
    assert site.asked()
    assert not site.site.handovers
    for part, said in ((TextPart.RECEIVER_1, "甲"), (TextPart.RECEIVER_2, "乙"), (TextPart.OFFICE, "丙"), *ESCORTS):
        form.named[part].setText(said)
    form.cards.box.click()
    form.confirm.click()
    site.keys("000000\n")
    settle()
    # Then both givers signed for it, the words are kept apart, and the sheet stands there to be printed
    handed = next(fact for fact in site.facts() if isinstance(fact, HandedOver))
    assert (handed.givers, handed.media, handed.cards_checked) == (("A01", "O01"), (STICK,), True)
    assert site.signers_of_last() == ["A01", "O01"]
    assert site.console.directory.said(handed.text, TextPart.OFFICE) == "丙"
    records_page = site.page
    assert isinstance(records_page, RecordsPage)
    assert records_page.segment is Segment.AFTER
    assert records_page.list.chosen_keys() == ((SiteForm.HANDOVER, handed.number),)
    # And what went is not offered again
    shown = page(site)
    assert handing(shown).table.lines.lines[0].key == handed.number
    handing(shown).start()
    again = handing(shown).form
    assert again is not None
    assert not again.papers.chosen()
    assert not again.media.chosen()
    site.press(Qt.Key.Key_Escape)
    assert handing(shown).begin.isVisible()


def test_files_of_the_day_are_written_once_it_is_over(site: Screen) -> None:
    ended(site, ONE)
    site.sign_in()
    turned = page(site, "备份与上传")
    assert turned.part is Part.BACKUP
    shown = turned.shown(Part.BACKUP)
    assert isinstance(shown, SessionsPart)
    shown.day_files.summary.click()
    assert site.asked()
    assert not any(isinstance(fact, DayExported) for fact in site.facts())
    for state in site.site.sessions.values():
        for room in state.rooms.values():
            room.ended_at = site.clock.moment().at
    for made in (shown.day_files.summary, shown.day_files.violations):
        made.click()
        settle()
        assert not site.asked()
    written = [fact.what for fact in site.facts() if isinstance(fact, DayExported)]
    assert written == [DayFile.SUMMARY, DayFile.VIOLATIONS]
    assert len([one for one in (site.shell.opening.data / "backups").iterdir() if one.is_file()]) == 2

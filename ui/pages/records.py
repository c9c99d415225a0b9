"""记录与打印: what is printed and signed, its copies, and whether they came out on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.core.operation import Fact, Refusal, Signer
from app.core.records import ROOM_RECORD, ReprintReason
from app.service import records
from app.trouble import Trouble
from app.views.papers import PaperState
from ui.page import Page
from ui.pages.record_everything import Everything
from ui.pages.record_folder import SignFolder
from ui.pages.record_forms import ON_PAPER
from ui.pages.record_list import SheetList
from ui.pages.record_printing import Destination, PrintRun, Wanted
from ui.pages.record_segments import Segment, lists, offered, where
from ui.pages.record_sheets import Sheet
from ui.pages.record_steps import RecordSteps
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import button, card, flow, label, line, row, scrolled
from ui.widgets.preview import Preview
from ui.widgets.segments import Segments
from ui.widgets.working import Working

_DRAWN_ANEW = frozenset({PaperState.DRAFT, PaperState.TO_PRINT, PaperState.SUPERSEDED})
_TOLD_BY_JOURNAL = frozenset({Segment.TO_SIGN, Segment.AFTER})
"""Nearly every fact may change a sheet there, and the whole journal is read for it."""
_JOURNAL_MS = 1000
_SETTLE_MS = 60
"""Somebody who runs through the list with the arrow keys waits for no sheet on the way."""


class RecordsPage(Page):
    name = PageName.RECORDS

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        say, look = shell.say, shell.look
        self._seen: Sheet | None = None
        self.print_all = button(look, "", self._print_all, "printer", "primary")
        self.all_out = button(look, "", self._all_out, "check")
        self.everything = Everything(shell)
        self.head("", self.all_out, *self.everything.buttons, self.print_all)
        self.segments = Segments(say("records-segments"))
        self.segments.picked.connect(self._pick)
        self.where = Destination(shell)
        self.where.setAccessibleName(say("records-where"))
        self._to = QWidget()
        beside = row(label(say("records-where"), "Cap", wrap=False), self.where)
        beside.setContentsMargins(0, 0, 0, 0)
        self._to.setLayout(beside)
        self._choices = flow(self.segments, self._to, gap=16)
        self.outer.addWidget(self._choices)
        self.run = PrintRun(shell, self.asking, self.where)
        self.run.setParent(self)
        self.run.progressed.connect(self._show_run)
        self.run.ended.connect(self._run_ended)
        self.everything.wanted.connect(self.run.start)
        self.working = Working(shell)
        self.working.stopped.connect(self.run.stop)
        self.outer.addWidget(self.working)
        self.lists = lists(shell)
        self.segment = self._listed = Segment.ROOMS
        self.folder = SignFolder(shell, self.asking)
        self.folder.leading.connect(self.go)
        self.first = self.list
        self.steps = RecordSteps(shell)
        for each in self.lists.values():
            each.chosen.connect(self._choose)
            each.opened.connect(lambda _: self.steps.first.setFocus())
        self.steps.wanted.connect(self._print)
        self.steps.resent.connect(self._resend)
        self.steps.told.connect(self._tell)
        self.steps.finishing.connect(self._finish)
        self.preview = Preview(shell)
        self.empty = label("", "Sub")
        self._lay()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._show_sheet)
        self._later = QTimer(self, singleShot=True, interval=_JOURNAL_MS)
        self._later.timeout.connect(self.refresh)
        self.where.ask_printers()

    def _lay(self) -> None:
        left, held = card(margins=(0, 4, 0, 4))
        inner = QWidget()
        listed = QVBoxLayout(inner)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        for each in self.lists.values():
            listed.addWidget(each, 1)
        listed.addWidget(line())
        listed.addWidget(self.steps)
        held.addWidget(scrolled(inner))
        right, seen = card(margins=(14, 10, 14, 14))
        seen.addWidget(self.preview, 1)
        self._cards = QWidget()
        beside = QHBoxLayout(self._cards)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(left, 4)
        beside.addWidget(right, 5)
        self.outer.addWidget(self.empty)
        self.outer.addWidget(self._cards, 1)
        self.outer.addWidget(self.folder, 1)

    # What is shown

    @property
    def list(self) -> SheetList:
        """The one in sight, or that was before the folder."""
        return self.lists[self._listed]

    @property
    def signing(self) -> bool:
        """Whether the folder of papers to sign is in sight."""
        return self.segment is Segment.TO_SIGN

    @property
    def sheet(self) -> Sheet | None:
        """The chosen one; None while the folder is in sight."""
        return None if self.signing else self.list.sheet

    def go(self, place: Place) -> None:
        """To a form's newest sheet, or to a room of the session."""
        if place.form is not None or place.session or place.room or place.step:
            session = place.session or self.shell.bridge.session
            segment, key = where(place, session)
            self._turn(segment)
            if segment is not Segment.TO_SIGN:
                self.list.choose(key or self.list.newest(place.form or ""))
            elif place.room and not self.folder.choose((ROOM_RECORD, f"{session}-{place.room}")):
                # Before it is signed it is printed.
                self._turn(Segment.ROOMS)
                self.list.choose((session or "", place.room))
        self.first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose()

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        if facts and self.segment in _TOLD_BY_JOURNAL and not any(isinstance(fact, ON_PAPER) for fact in facts):
            self._later.start()
            return
        try:
            if self.signing:
                self.folder.look()
                news = True
            else:
                news = self.list.look(facts)
        except Trouble as trouble:
            self.shell.bridge.tell(trouble)
            news = True
        if news:
            self._show()
            self._choose()

    def _show(self) -> None:
        say, here, any_day = self.shell.say, self.list, self.shell.bridge.session is not None
        there, signing = bool(here.sheets.held), self.signing
        self.empty.setText(here.sheets.nothing)
        self.empty.setVisible(not there and not signing)
        for segment, each in self.lists.items():
            each.setVisible(segment is self._listed)
        self._cards.setVisible(there and not signing)
        self.folder.setVisible(signing)
        self._choices.setVisible(any_day)
        for one in (self.print_all, self._to):
            one.setVisible(any_day and not signing)
        self.segments.offer([(one, say(one.value)) for one in offered(self.shell.bridge.site)], self.segment)
        self.first = self.folder.table if signing else here if there else self.where
        self._count()

    def _pick(self, segment: object) -> None:
        if isinstance(segment, Segment):
            self.asking.clear()
            self._turn(segment)

    def _turn(self, segment: Segment) -> None:
        self.segment = segment
        if segment is not Segment.TO_SIGN:
            self._listed = segment
        self.refresh()

    def _count(self) -> None:
        say, held = self.shell.say, self.list.sheets.held.values()
        if self.signing:
            self.sub.tell(say("folder-sub", count=self.folder.waiting))
            self.all_out.hide()
            self.everything.hide()
            return
        out = sum(one.state is PaperState.PRINTED for one in held)
        self.sub.tell(say("records-sub", out=out, total=len(held)) if held else "")
        waiting, sent = len(self.list.of(PaperState.TO_PRINT)), len(self.list.of(PaperState.SENT))
        self.print_all.setText(say("records-print-all", count=waiting) if waiting else say("records-all-kept"))
        self.print_all.setAccessibleName(self.print_all.text())
        self.print_all.setEnabled(bool(waiting) and not self.run.busy)
        self.all_out.setText(say("records-all-out", count=sent))
        self.all_out.setAccessibleName(self.all_out.text())
        self.all_out.setVisible(sent > 1)
        self.everything.count(idle=not self.run.busy)

    def _choose(self) -> None:
        if self.signing:
            return
        sheet, focus = self.sheet, QApplication.focusWidget()
        self.steps.show_sheet(self.list.sheets, sheet)
        if focus is not None and self.steps.isAncestorOf(focus) and not focus.isVisible():
            # Not to the next button: whoever presses the same key twice would say that the paper came out.
            self.list.setFocus()
        if sheet != self._seen:
            self._seen = sheet
            self._settle.start()

    def _show_sheet(self) -> None:
        sheet, shell = self.sheet, self.shell
        if not self.isVisible():
            # Whoever went away within that moment sees it on coming back.
            self._seen = None
            return
        if sheet is None:
            self.preview.clear()
            return
        try:
            if sheet.state in _DRAWN_ANEW or sheet.last is None:
                pdf = self.list.sheets.preview(sheet)
                said = shell.say("records-seen-draft", sheet=sheet.title)
            else:
                pdf = records.kept_bytes(shell.bridge.console, sheet.last)
                said = shell.say("records-seen-copy", sheet=sheet.title, copy=sheet.last.copy)
        except Trouble as trouble:
            shell.bridge.tell(trouble)
            return
        if pdf is None:
            self.preview.clear()
        else:
            self.preview.show_pdf(pdf, said, sheet.key)

    # What is done

    def _print_all(self) -> None:
        self.run.start([Wanted(self.list.sheets, sheet) for sheet in self.list.of(PaperState.TO_PRINT)])

    def _print(self, reason: ReprintReason | None) -> None:
        if self.sheet is not None:
            self.run.start([Wanted(self.list.sheets, self.sheet, reason)])

    def _resend(self) -> None:
        sheet = self.sheet
        if sheet is not None and sheet.last is not None:
            self.run.send_again(sheet.title, sheet.last)

    def _show_run(self) -> None:
        run = self.run
        said = self.shell.say("records-printing", sheet=run.title, done=run.done + 1, total=run.total)
        self.working.tell(said, run.done, run.total)
        self.print_all.setEnabled(False)
        self.everything.rest()

    def _run_ended(self, sent: int) -> None:
        self.working.hide()
        self._count()
        if sent and self.where.printer:
            self.shell.bridge.say(self.shell.say("records-sent", count=sent, printer=self.where.printer))
        elif sent:
            self.shell.bridge.say(self.shell.say("records-written", count=sent, folder=str(self.where.folder)))

    def _tell(self, came_out: bool) -> None:
        sheet = self.sheet
        if sheet is not None and sheet.last is not None:
            word = "records-said-out" if came_out else "records-said-not-out"
            said = self.shell.say(word, sheet=sheet.title, copy=sheet.last.copy)
            asked = records.confirmation(sheet.last, came_out=came_out)
            self.asking.submit(asked, said, lambda _: self.list.setFocus())

    def _all_out(self) -> None:
        """Each copy still has its own entry."""
        sent = [sheet.last for sheet in self.list.of(PaperState.SENT) if sheet.last]
        console = self.shell.bridge.console

        def confirm(*signers: Signer) -> Refusal | None:
            asked = (records.confirmation(copy, came_out=True) for copy in sent)
            answers = (console.submit(one, *signers) for one in asked)
            return next((answer for answer in answers if answer), None)

        self.asking.ask(confirm, self.shell.say("records-all-said-out", count=len(sent)))

    def _finish(self) -> None:
        if self.sheet is not None:
            self.shell.go(self.list.sheets.place(self.sheet))

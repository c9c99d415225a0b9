"""例外: what went otherwise than planned, gathered by itself for the chief's one signature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout

from app.core.operation import Fact
from app.core.site_form import SiteForm
from app.core.terms import Digest, SessionId
from app.service import logbook
from app.service.records import digest_of
from app.trouble import Trouble
from app.views.exceptions import Exceptions, Gathering, exam_days
from app.views.exceptions_sheet import sheet_of
from app.views.journal import Line
from app.views.papers import PaperState
from app.views.site_papers import SheetPaper, sheet_paper
from app.views.site_sheet import SiteSheet
from app.views.step import StepKind
from ui.models.cases import CaseView
from ui.models.sentences import SentenceView
from ui.page import Page
from ui.pages.exception_words import BUTTONS, entry_head, kind_line, kind_name, said_of, seen, state_pill
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import Button, button, card, choice, flow, label
from ui.widgets.pill import Pill

BLOCK = 1000
"""Entries read at a time: the page is there before the journal has been read."""


class ExceptionsPage(Page):
    name = PageName.EXCEPTIONS

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        say, look = shell.say, shell.look
        self._gathered = Gathering()
        self._found: dict[str, Exceptions] = {}
        self._paper: SheetPaper | None = None
        self._news = False
        """Exceptions were read, or days came, that are not shown yet."""
        self._waits = False
        """Whoever came here has nothing before them yet that could take the focus."""
        self.sheet = button(look, "", self._to_sheet, "printer", "primary")
        self.head("", self.sheet)
        self.day = choice([])
        self.day.setAccessibleName(say("exceptions-day"))
        self.day.setMinimumContentsLength(10)
        self.day.activated.connect(lambda _: self._show())
        self._pill = Pill(look, "circle-dashed", "", "idle")
        self._state = label("", "Sub")
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.day)
        above.addWidget(self._pill)
        above.addWidget(self._state, 1)
        self.outer.addLayout(above)
        self._note = label("", "Sub")
        self.outer.addWidget(self._note)
        self.kinds = CaseView(shell, say("exceptions-kinds"))
        self.kinds.picked.connect(self._show_kind)
        self.kind = label("", "H2")
        self.entries = SentenceView(shell, say("exceptions-entries"), self._entry)
        self.entries.opened.connect(self._to_journal)
        self.kinds.opened.connect(self.entries.setFocus)
        self.journal: Button = button(look, say("exceptions-journal"), self.entries.open, "history")
        self._lay(self.kind)
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self.refresh)
        self.first = self.kinds

    def _lay(self, kind: QLabel) -> None:
        left, listed = card(margins=(4, 8, 4, 8))
        listed.addWidget(self.kinds)
        right, inside = card(margins=(4, 12, 4, 12))
        head, foot = QVBoxLayout(), QVBoxLayout()
        for held, part in ((head, kind), (foot, flow(self.journal))):
            held.setContentsMargins(12, 0, 12, 0)
            held.addWidget(part)
        inside.addLayout(head)
        inside.addWidget(self.entries, 1)
        inside.addLayout(foot)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(left, 4)
        beside.addWidget(right, 5)
        self.outer.addLayout(beside, 1)
        self.outer.addStretch()
        self._cards = (left, right)

    # What is there

    def go(self, place: Place) -> None:
        """To the day of a session."""
        state = self.shell.bridge.site.sessions.get(place.session) if place.session else None
        row = self.day.findData(state.plan.starts_at.date().isoformat()) if state else -1
        if row >= 0:
            self.day.setCurrentIndex(row)
            self._show()

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        """Only what came since is read; what the facts do not say, their stamps, stands in the journal alone."""
        self._news |= self._offer_days() or not facts
        # Before everything was read, somebody who looks would take a part for the whole.
        if not self._read_on():
            self._show_progress()
            return
        if self._news or self._paper is None:
            self._show()
        else:
            self._show_paper(self._paper.sheet, self._paper.content)
        self._news = False
        if self._waits and QApplication.focusWidget() in (None, self):
            self.first.setFocus()
        self._waits = False

    def _read_on(self) -> bool:
        """One block; whether that was the last one."""
        console = self.shell.bridge.console
        last = console.store.journal.n
        if last < self._gathered.n:
            # An entry that was not on the disk after all.
            self._gathered, self._news = Gathering(), True
        first = self._gathered.n + 1
        if first <= last:
            try:
                self._news |= self._gathered.take(reversed(logbook.lines(console, first, min(last, first + BLOCK - 1))))
            except Trouble as trouble:
                self.shell.bridge.tell(trouble)
                return False
        if self._gathered.n < last and self.isVisible():
            self._reading.start()
        return self._gathered.n >= last

    def _offer_days(self) -> bool:
        """Whether they are other ones than before."""
        days = exam_days(self.shell.bridge.site)
        offered = [day.isoformat() for day in days]
        if offered == [self.day.itemData(row) for row in range(self.day.count())]:
            return False
        kept, today = self.day.currentData(), self.shell.bridge.now.date()
        self.day.clear()
        for day in offered:
            self.day.addItem(day, day)
        proposed = max((day for day in days if day <= today), default=next(iter(days), None))
        wanted = kept if kept in offered else proposed.isoformat() if proposed else None
        self.day.setCurrentIndex(self.day.findData(wanted))
        return True

    @property
    def _day(self) -> date | None:
        chosen = self.day.currentData()
        return date.fromisoformat(chosen) if isinstance(chosen, str) else None

    # What is shown

    def _show_progress(self) -> None:
        total = self.shell.bridge.console.store.journal.n
        self._note.setText(self.shell.say("exceptions-reading", done=self._gathered.n, total=total))
        self._arrange(sheet=False, cards=False)
        self._waits = True

    def _show(self) -> None:
        site, day = self.shell.bridge.site, self._day
        if day is None:
            self._paper = None
            self._note.setText(self.shell.say("exceptions-no-day"))
            self._arrange(sheet=False, cards=False)
            return
        found = self._gathered.of(site, day)
        self._found = {one.key: one for one in found}
        sheet = sheet_of(site, day, found)
        self._show_paper(sheet, digest_of(sheet))
        count = sum(len(one.lines) for one in found)
        self.sub.tell(self.shell.say("exceptions-sub", kinds=len(found), count=count))
        chosen = self.kinds.key()
        key = chosen if chosen in self._found else next(iter(self._found), None)
        self.kinds.show_lines([kind_line(self.shell, one, day) for one in found], key)
        self._note.setText("" if found else self.shell.say("exceptions-none"))
        self._arrange(sheet=True, cards=bool(found))
        self._show_kind()

    def _show_paper(self, sheet: SiteSheet, content: Digest) -> None:
        """How far the sheet is: its copies are looked at anew."""
        subject = str(self.day.currentData())
        paper = self._paper = sheet_paper(self.shell.bridge.site, SiteForm.EXCEPTIONS, subject, sheet, content)
        self._pill.tell(*state_pill(self.shell, paper))
        self._state.setText(said_of(self.shell, paper))
        text = self.shell.say(BUTTONS[seen(paper)])
        self.sheet.setText(text)
        self.sheet.setAccessibleName(text)

    def _arrange(self, *, sheet: bool, cards: bool) -> None:
        for part in (self._pill, self._state, self.sheet):
            part.setVisible(sheet)
        self.day.setVisible(sheet and self.day.count() > 1)
        for frame in self._cards:
            frame.setVisible(cards)
        self._note.setVisible(not cards)
        if not sheet:
            self.sub.tell("")
        self.first = self.kinds if cards else self.sheet if sheet else self

    def _show_kind(self) -> None:
        if one := self._found.get(self.kinds.key() or ""):
            self.kind.setText(kind_name(self.shell, one))
            self.entries.show_entries(one.lines)

    def _entry(self, line: Line) -> str:
        return entry_head(self.shell, line, self._day)

    # Where it leads

    def _to_sheet(self) -> None:
        if self._paper is None:
            return
        day, session = self._paper.subject, self._session()
        if self._paper.state is PaperState.PRINTED and self._paper.copies[-1].signed_at is None:
            self.shell.go(Place(PageName.RECORDS, session, step=StepKind.SIGN))
        else:
            self.shell.go(Place(PageName.RECORDS, session, form=SiteForm.EXCEPTIONS, paper=day))

    def _session(self) -> SessionId | None:
        """One of the day: the sheet is listed with each of them."""
        bridge, day = self.shell.bridge, self._day
        of_day = [one for one, state in bridge.site.sessions.items() if state.plan.starts_at.date() == day]
        return bridge.session if bridge.session in of_day else next(iter(of_day), None)

    def _to_journal(self, number: int) -> None:
        self.shell.go(Place(PageName.JOURNAL, number=str(number)))

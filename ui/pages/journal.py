"""日志: everything that was recorded, in sentences, newest first; and the proof that nothing was changed since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHeaderView, QTableView, QWidget

from app.core.operation import Fact
from app.core.terms import RoomId, SessionId
from app.service import logbook
from app.trouble import Trouble
from app.views.entry_group import EntryGroup
from app.views.journal import Line, Wanted
from ui.models.entries import COLUMNS, HEAD_SHOWN, EntryColumn, EntryModel
from ui.page import Page
from ui.pages.journal_entry import EntryDetail
from ui.pages.journal_proof import Proof
from ui.shell import PageName, Place, Shell
from ui.style import ROW
from ui.widgets.parts import Elided, button, card, choice, entry, flow, row, scrolled

BLOCK = 500
ENOUGH = 200
"""A search goes on through older entries until it has found so many, or has read everything."""
_NARROW = 1000
_IN_DETAIL_TOO = (EntryColumn.GROUP, EntryColumn.SIGNERS, EntryColumn.HEAD)
"""Columns left out where it is narrow: they stand beside the table."""


class JournalPage(Page):
    name = PageName.JOURNAL

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.verify = button(shell.look, shell.say("journal-verify"), self._verify, "shield-lock")
        self.head("", self.verify)
        self.proof = Proof(shell)
        self.proof.ended.connect(self._verified)
        self.outer.addWidget(self.proof)
        self.outer.addWidget(self._filters())
        self.model = EntryModel(shell)
        self.view = self._table()
        self.detail = EntryDetail(shell)
        frame, inside = card(margins=(16, 14, 8, 14))
        inside.addWidget(scrolled(self.detail, shell.say("journal-detail")))
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._middle.setSpacing(12)
        self._middle.addWidget(self.view, 5)
        self._middle.addWidget(frame, 3)
        self.outer.addLayout(self._middle, 1)
        self.more = button(shell.look, shell.say("journal-more", count=BLOCK), self._older, "history")
        self._told = Elided("", "Cap")
        foot = row(self._told, self.more, gap=12)
        foot.setStretch(0, 1)
        self.outer.addLayout(foot)
        self._shown = 0
        """The number of the entry that stands beside the table; it stays there while a search leaves it out."""
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._older)
        self.first = self.view

    def _filters(self) -> QWidget:
        shell = self.shell
        self.session, self.room, self.group = choice([]), choice([]), choice([])
        self.text = entry(shell.say("journal-find"))
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(260)
        every = shell.say("journal-every-group")
        for data, text in ((None, every), *((group, shell.word(group)) for group in EntryGroup)):
            self.group.addItem(text, data)
        self._rooms: tuple[str, ...] | None = None
        for box, name in (
            (self.session, shell.say("journal-by-session")),
            (self.room, shell.say("journal-by-room")),
            (self.group, shell.say("journal-by-group")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setMinimumContentsLength(9)
            box.activated.connect(lambda _row: self._want())
        self.text.setAccessibleName(shell.say("journal-find"))
        self.text.textChanged.connect(lambda _text: self._want())
        self.reset = button(shell.look, shell.say("journal-reset"), self._reset, "x", "link")
        self.reset.hide()
        return flow(self.text, self.session, self.room, self.group, self.reset)

    def _offer(self) -> None:
        """Sessions and rooms of the package in force; a choice survives as long as it is offered."""
        shell, site = self.shell, self.shell.bridge.site
        rooms = sorted({room for state in site.sessions.values() for room in state.rooms})
        offered = (*site.sessions, "", *rooms)
        if offered == self._rooms:
            return
        self._rooms = offered
        sessions = [(session, shell.session(session)) for session in site.sessions]
        named = [(room, shell.say("room-name", room=room)) for room in rooms]
        for box, every, choices in (
            (self.session, shell.say("journal-every-session"), sessions),
            (self.room, shell.say("journal-every-room"), named),
        ):
            kept = box.currentData()
            box.clear()
            box.addItem(every, None)
            for key, text in choices:
                box.addItem(text, key)
            box.setCurrentIndex(max(box.findData(kept), 0))

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setAccessibleName(self.shell.say("journal-list"))
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setShowGrid(False)
        view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(ROW)
        view.setIconSize(QSize(16, 16))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(COLUMNS.index(EntryColumn.SENTENCE), QHeaderView.ResizeMode.Stretch)
        metrics = QFontMetrics(self.shell.look.font(13))
        for column, sample in (
            (EntryColumn.NUMBER, "000000"),
            (EntryColumn.AT, "0000-00-00 00:00:00"),
            (EntryColumn.GROUP, max(map(self.shell.word, EntryGroup), key=len)),
            (EntryColumn.SIGNERS, "A01 \u2003\u2003\u2003\u2003O01 \u2003\u2003\u2003"),
            (EntryColumn.HEAD, "0" * HEAD_SHOWN),
        ):
            header.resizeSection(COLUMNS.index(column), min(metrics.horizontalAdvance(sample) + 34, 180))
        view.selectionModel().currentRowChanged.connect(self._chosen)
        self.model.modelReset.connect(self._keep)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        return view

    def go(self, place: Place) -> None:
        """To an entry by its number, whatever was looked for before."""
        if place.number:
            self._clear()
            number = int(place.number)
            if number < self.model.oldest:
                self.model.at_the_end(self._read(number, self.model.oldest - 1))
                self._count()
            row = self.model.row_of(number)
            if row is not None:
                self.view.selectRow(row)
                self.view.scrollTo(self.model.index(row, 0), QTableView.ScrollHint.PositionAtCenter)

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        """What is new comes on top, and what was being read stays where it was."""
        self._offer()
        last = self.shell.bridge.console.store.journal.n
        if not self.model.count:
            self.model.at_the_end(self._read(last - BLOCK + 1, last))
            self.view.selectRow(0)
        elif last > self.model.newest:
            bar = self.view.verticalScrollBar()
            above = bar.value()
            added = self.model.on_top(self._read(self.model.newest + 1, last))
            if above:
                bar.setValue(above + added * ROW)
        self._count()

    def _read(self, first: int, last: int) -> tuple[Line, ...]:
        """Nothing where the journal cannot be read, which is told."""
        try:
            return logbook.lines(self.shell.bridge.console, max(first, 1), last)
        except Trouble as trouble:
            self._reading.stop()
            self.shell.bridge.tell(trouble)
            return ()

    def _older(self) -> None:
        older = self._read(self.model.oldest - BLOCK, self.model.oldest - 1)
        self.model.at_the_end(older)
        if older:
            self._search_on()
        self._count()

    def _search_on(self) -> None:
        """A search that only looked at the newest entries would say "nothing" where there is something."""
        if self._wanted() != Wanted() and self.model.oldest > 1 and len(self.model.shown) < ENOUGH:
            self._reading.start()

    def _scrolled(self, value: int) -> None:
        bar = self.view.verticalScrollBar()
        if value and value == bar.maximum() and self.model.oldest > 1:
            self._reading.start()

    def _wanted(self) -> Wanted:
        # A combo box gives back plain text for whatever is a text.
        session, room, group = (box.currentData() for box in (self.session, self.room, self.group))
        return Wanted(
            SessionId(session) if session else None,
            RoomId(room) if room else None,
            EntryGroup(group) if group else None,
            self.text.text(),
        )

    def _want(self) -> None:
        self.model.want(self._wanted())
        self._search_on()
        self._count()

    def _reset(self) -> None:
        self._clear()
        self.text.setFocus()

    def _clear(self) -> None:
        for box in (self.session, self.room, self.group):
            box.setCurrentIndex(0)
        self.text.clear()
        self._want()

    def _count(self) -> None:
        say, model = self.shell.say, self.model
        total, wanted = self.shell.bridge.console.store.journal.n, self._wanted() != Wanted()
        self.sub.tell(say("journal-sub", entries=total))
        if wanted:
            self._told.tell(say("journal-found", found=len(model.shown), read=model.count, total=total))
        else:
            self._told.tell(say("journal-read", read=model.count, total=total))
        self.more.setVisible(model.oldest > 1)
        self.reset.setVisible(wanted)

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = now.data(Qt.ItemDataRole.UserRole) if now.isValid() else None
        if isinstance(line, Line):
            self._shown = line.n
            self.detail.show_line(line)

    def _keep(self) -> None:
        row = self.model.row_of(self._shown)
        if row is not None:
            self.view.selectRow(row)

    def _verify(self) -> None:
        self.verify.setEnabled(False)
        self.proof.begin()

    def _verified(self) -> None:
        self.verify.setEnabled(True)
        self.verify.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, direction = event.size().width() < _NARROW, QBoxLayout.Direction
        self._middle.setDirection(direction.LeftToRight if narrow else direction.TopToBottom)
        self.detail.lie(across=not narrow)
        for column in _IN_DETAIL_TOO:
            self.view.setColumnHidden(COLUMNS.index(column), narrow)

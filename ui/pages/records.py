"""记录与打印: the room records of a session, their copies, and whether they came out on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.operation import Fact, Refusal, Signer
from app.core.records import ROOM_RECORD, ConfirmPrinted, ReprintReason
from app.core.site import RecordCopy
from app.core.terms import RoomId, SessionId
from app.service import records
from app.trouble import Trouble
from app.views.papers import Paper, PaperState
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.page import Page
from ui.pages.record_printing import Destination, PrintRun
from ui.pages.record_steps import RecordSteps
from ui.shell import PageName, Place, Shell
from ui.style import ROW
from ui.widgets.parts import button, card, label, line, row, scrolled
from ui.widgets.preview import Preview
from ui.widgets.working import Working

LOOKS: dict[PaperState, tuple[str, str]] = {
    PaperState.DRAFT: ("circle-dashed", "idle"),
    PaperState.TO_PRINT: ("printer", "primary"),
    PaperState.SENT: ("help-circle", "warn"),
    PaperState.NOT_OUT: ("alert-triangle", "bad"),
    PaperState.PRINTED: ("circle-check", "ok"),
    PaperState.SUPERSEDED: ("refresh", "warn"),
}
_DRAWN_ANEW = frozenset({PaperState.DRAFT, PaperState.TO_PRINT, PaperState.SUPERSEDED})
_FEWEST_LINES = 4
_SETTLE_MS = 60
"""Somebody who runs through the list with the arrow keys waits for no sheet on the way."""


class RoomLines(LinesView):
    """Gives way to the steps under it down to a few lines; only then does the whole scroll."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _FEWEST_LINES * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _FEWEST_LINES * ROW)


class RecordsPage(Page):
    name = PageName.RECORDS

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        say, look = shell.say, shell.look
        self._session: SessionId | None = None
        self._papers: dict[RoomId, Paper] = {}
        self._seen: Paper | None = None
        self.print_all = button(look, "", self._print_all, "printer", "primary")
        self.all_out = button(look, "", self._all_out, "check")
        self.head("", self.all_out, self.print_all)
        self.where = Destination(shell)
        self.where.setAccessibleName(say("records-where"))
        self._to = label(say("records-where"), "Cap", wrap=False)
        self.outer.addLayout(row(self._to, self.where, None))
        self.run = PrintRun(shell, self.asking, self.where)
        self.run.setParent(self)
        self.run.progressed.connect(self._show_run)
        self.run.ended.connect(self._run_ended)
        self.working = Working(shell)
        self.working.stopped.connect(self.run.stop)
        self.outer.addWidget(self.working)
        headers = (say("records-column-room"), say("records-column-state"), say("records-column-copies"))
        self.model = LinesModel(shell, headers)
        self.view = RoomLines(self.model, say("records-table"), wide=(1,))
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.first = self.view
        self.steps = RecordSteps(shell)
        self.steps.wanted.connect(self._print)
        self.steps.resent.connect(self._resend)
        self.steps.told.connect(self._tell)
        self.steps.closing.connect(self._close_room)
        self.preview = Preview(shell)
        self.empty = label(say("records-nothing"), "Sub")
        self._lay()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._show_sheet)
        self.where.ask_printers()

    def _lay(self) -> None:
        left, held = card(margins=(0, 4, 0, 4))
        inner = QWidget()
        listed = QVBoxLayout(inner)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        listed.addWidget(self.view, 1)
        listed.addWidget(line())
        listed.addWidget(self.steps)
        held.addWidget(scrolled(inner))
        right, seen = card(margins=(14, 10, 14, 14))
        seen.addWidget(self.preview, 1)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(left, 4)
        beside.addWidget(right, 5)
        self.outer.addWidget(self.empty)
        self.outer.addLayout(beside, 1)
        self._cards = (left, right)

    # What is shown

    def go(self, place: Place) -> None:
        if place.room is not None:
            self.refresh()
            self._select(place.room)

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge, session = self.shell.bridge, self.shell.bridge.session
        there = session is not None
        self.empty.setVisible(not there)
        for part in (*self._cards, self.print_all, self._to, self.where):
            part.setVisible(there)
        if session is None:
            self.all_out.hide()
            return
        rooms = sorted(bridge.site.sessions[session].rooms)
        touched: Iterable[RoomId] | None = _touched(facts, session) if session == self._session else None
        if touched is None:
            touched, self._papers = rooms, {}
        self._session = session
        for room in touched:
            self._papers[room] = records.room_paper(bridge.console, session, room)
        if not touched:
            return
        self.model.show_lines([self._line(self._papers[room]) for room in rooms])
        if not self.view.chosen_keys() and rooms:
            self._select(next((one for one in rooms if self._papers[one].state is not PaperState.PRINTED), rooms[0]))
        self._count()
        self._choose()

    def _line(self, paper: Paper) -> Line:
        icon, tone = LOOKS[paper.state]
        shell, copies = self.shell, len(paper.copies)
        return Line(
            paper.room,
            (
                Cell(shell.say("room-name", room=paper.room)),
                Cell(shell.word(paper.state), tone, icon),
                Cell(shell.say("records-copies", count=copies) if copies else shell.say("blank"), "text2"),
            ),
        )

    def _count(self) -> None:
        say, papers = self.shell.say, self._papers.values()
        out = sum(one.state is PaperState.PRINTED for one in papers)
        self.sub.tell(say("records-sub", out=out, total=len(papers)))
        waiting, sent = len(self._in(PaperState.TO_PRINT)), len(self._in(PaperState.SENT))
        self.print_all.setText(say("records-print-all", count=waiting) if waiting else say("records-all-kept"))
        self.print_all.setAccessibleName(self.print_all.text())
        self.print_all.setEnabled(bool(waiting) and not self.run.busy)
        self.all_out.setText(say("records-all-out", count=sent))
        self.all_out.setAccessibleName(self.all_out.text())
        self.all_out.setVisible(sent > 1)

    def _in(self, state: PaperState) -> tuple[RoomId, ...]:
        return tuple(room for room, one in sorted(self._papers.items()) if one.state is state)

    @property
    def paper(self) -> Paper | None:
        """The record of the chosen room."""
        keys = self.view.chosen_keys()
        return next((one for room, one in self._papers.items() if keys and room == keys[0]), None)

    def _select(self, room: RoomId) -> None:
        row = next((n for n, one in enumerate(self.model.lines) if one.key == room), None)
        if row is not None:
            self.view.selectRow(row)

    def _choose(self) -> None:
        paper = self.paper
        self.steps.show_paper(paper)
        if paper != self._seen:
            self._seen = paper
            self._settle.start()

    def _show_sheet(self) -> None:
        paper, console, shell = self.paper, self.shell.bridge.console, self.shell
        if paper is None or self._session is None:
            self.preview.clear()
            return
        try:
            if paper.state in _DRAWN_ANEW or paper.last is None:
                pdf = records.preview_room_record(console, self._session, paper.room, shell.opening.tools.draw_record)
                said = shell.say("records-seen-draft", room=paper.room)
            else:
                pdf = records.kept_bytes(console, paper.last)
                said = shell.say("records-seen-copy", room=paper.room, copy=paper.last.copy)
        except Trouble as trouble:
            shell.bridge.tell(trouble)
            return
        if pdf is not None:
            self.preview.show_pdf(pdf, said, (self._session, paper.room))

    # What is done

    def _open(self, _room: object) -> None:
        self.steps.first.setFocus()

    def _print_all(self) -> None:
        if self._session is not None:
            self.run.start(self._session, self._in(PaperState.TO_PRINT))

    def _print(self, reason: ReprintReason | None) -> None:
        paper = self.paper
        if paper is not None and self._session is not None:
            self.run.start(self._session, (paper.room,), reason)

    def _resend(self) -> None:
        paper = self.paper
        if paper is not None and paper.last is not None:
            self.run.send_again(paper.last)

    def _show_run(self) -> None:
        run = self.run
        said = self.shell.say("records-printing", room=run.room or "", done=run.done + 1, total=run.total)
        self.working.tell(said, run.done, run.total)
        self.print_all.setEnabled(False)

    def _run_ended(self, sent: int) -> None:
        self.working.hide()
        self._count()
        if sent and self.where.printer:
            self.shell.bridge.say(self.shell.say("records-sent", count=sent, printer=self.where.printer))
        elif sent:
            self.shell.bridge.say(self.shell.say("records-written", count=sent, folder=str(self.where.folder)))

    def _tell(self, came_out: bool) -> None:
        paper = self.paper
        if paper is not None and paper.last is not None:
            word = "records-said-out" if came_out else "records-said-not-out"
            said = self.shell.say(word, room=paper.room, copy=paper.last.copy)
            self.asking.submit(_confirm(paper.last, came_out=came_out), said, lambda _: self.view.setFocus())

    def _all_out(self) -> None:
        """Each copy still has its own entry."""
        sent = [last for room in self._in(PaperState.SENT) if (last := self._papers[room].last)]
        console = self.shell.bridge.console

        def confirm(*signers: Signer) -> Refusal | None:
            answers = (console.submit(_confirm(copy, came_out=True), *signers) for copy in sent)
            return next((answer for answer in answers if answer), None)

        self.asking.ask(confirm, self.shell.say("records-all-said-out", count=len(sent)))

    def _close_room(self) -> None:
        paper = self.paper
        self.shell.go(Place(PageName.CLOSING, self._session, paper.room if paper else None))


def _confirm(copy: RecordCopy, *, came_out: bool) -> ConfirmPrinted:
    return ConfirmPrinted(ROOM_RECORD, copy.session, copy.room, copy.copy, came_out)


def _touched(facts: Sequence[Fact], session: SessionId) -> tuple[RoomId, ...] | None:
    """The rooms of this session whose record the facts may have changed; None where it may be any."""
    rooms = []
    for fact in facts:
        if getattr(fact, "session", None) not in {None, session}:
            continue
        if not (room := getattr(fact, "room", None)):
            return None
        rooms.append(RoomId(room))
    return tuple(rooms) if facts else None

"""Step 4: the paper. Every answer is on disk before the window says so, and nothing ends by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.station.answering import Answering, Question
from app.station.machine import Package
from app.trouble import Code, Trouble
from ui.station.answer_foot import AnswerFoot
from ui.station.answer_head import AnswerHead
from ui.station.answer_stack import AnswerStack
from ui.station.answer_state import AnswerState
from ui.station.calculator import Calculator
from ui.station.page import StepPage
from ui.station.question import QuestionView
from ui.station.question_list import QuestionList, Questions, rows_of
from ui.station.sheets import HandInSheet, LeaveSheet, Sheet, VoucherSheet
from ui.station.shell import Stage, StationShell, Step
from ui.widgets.parts import card

FLUSH_SECONDS = 2
"""What is being written is kept before the time is over."""
_LIST = 216
_CLOSED = frozenset({Code.TIME_OVER, Code.HANDED_IN})


class AnswerPage(StepPage):
    step = Step.ANSWER

    def __init__(self, shell: StationShell, package: Package, answering: Answering, question: str) -> None:
        super().__init__(shell)
        self.package, self.answering = package, answering
        self.questions: tuple[Question, ...] = answering.questions
        self._leaving = self._open = False
        self.head_of_page = AnswerHead(shell, answering)
        self.state = AnswerState(shell, answering)
        self.foot = AnswerFoot(shell, calculator=answering.calculator)
        self.list_model = Questions(shell.text, rows_of(answering))
        self.list = QuestionList(shell.look, shell.text, self.list_model)
        self.list.setFixedWidth(_LIST)
        self.list.chosen.connect(self.show_question)
        self.list.entered.connect(self._answer_here)
        self.stack = AnswerStack()
        self.stack.done.connect(self._answer_here)
        self.stack.covered.connect(lambda on: self.foot.lead(on=not on))
        self.calculator: Calculator | None = None
        self._lay_out()
        self._keys()
        self.show_question(question or self.questions[0].id)
        if answering.resumed:
            self.told(shell.say("station-resumed"))
        self.tick()

    # Laying out

    def _lay_out(self) -> None:
        frame, inside = card(margins=(16, 12, 12, 12))
        inside.addWidget(self.stack)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(12)
        self._middle.addWidget(self.list)
        self._middle.addWidget(frame, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 6, 16, 10)
        outer.setSpacing(8)
        outer.addWidget(self.notice)
        outer.addWidget(self.state)
        outer.addLayout(self._middle, 1)
        outer.addWidget(self.foot)

    def _keys(self) -> None:
        """What the foot asks for; the keys of the menu are in `offered`."""
        foot = self.foot
        foot.stepped.connect(self.step_by)
        foot.marked.connect(self.mark)
        foot.calculated.connect(self.calculate)
        foot.handed_in.connect(self.hand_in)

    def head(self) -> QWidget:
        return self.head_of_page

    def offered(self) -> list[QAction]:
        say = self.shell.say
        entries = [
            (say("station-mark"), "F6", self.mark),
            *([(say("station-sum"), "F7", self.calculate)] if self.answering.calculator else []),
            (say("station-interim"), "F8", self.interim),
            (say("station-voucher"), "F9", self.voucher),
            (say("station-hand-in"), "F10", self.hand_in),
        ]
        made = []
        for words, key, does in entries:
            action = QAction(words, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked=False, does=does: does())
            made.append(action)
        return made

    # Questions

    @property
    def view(self) -> QuestionView | None:
        return self.stack.view

    @property
    def sheet(self) -> Sheet | None:
        return self.stack.sheet

    @property
    def question(self) -> Question:
        """The one that is shown."""
        if self.view is None:
            raise LookupError
        return self.view.question

    def show_question(self, name: str) -> None:
        """Keep what is written in the one before, and show this one."""
        self.leave()
        self.stack.close_sheet()
        if self.view is None or self.view.question.id != name:
            self.notice.clear()
            self._turn_to(name)
        self.list.show_question(name)

    def go_to(self, name: str) -> None:
        """Show it, to be answered at once."""
        self.show_question(name)
        self._answer_here()

    def _turn_to(self, name: str) -> None:
        place = [one.id for one in self.questions].index(name)
        self._open = not self.answering.over
        view = QuestionView(self.shell, self.questions[place], place + 1, self.answering.given(name), open_=self._open)
        view.answered.connect(lambda chosen, text: self._answer(view, chosen, text))
        view.typing.connect(self.head_of_page.typing)
        self.stack.turn_to(view)
        self.first = view.first
        self.foot.tell_place(place, len(self.questions))
        self._show_mark()

    def step_by(self, by: int) -> None:
        """The next question, or the one before; at the ends nothing."""
        place = self.questions.index(self.question) + by
        if 0 <= place < len(self.questions):
            self.go_to(self.questions[place].id)

    def _answer_here(self) -> None:
        self.stack.close_sheet()
        if self.view is not None:
            self.view.first.setFocus()

    def _answer(self, view: QuestionView, chosen: tuple[str, ...], text: str) -> None:
        name = view.question.id
        try:
            at = self.answering.answer(name, chosen, text)
        except Trouble as trouble:
            self.head_of_page.not_saved()
            self.refuse(self.shell.text.trouble(trouble))
            view.show_given(self.answering.given(name), again=trouble.code not in _CLOSED)
            self._look()
            return
        self._kept(at)
        self._tell_row(name)

    def _kept(self, at: datetime) -> None:
        self.notice.clear()
        self.head_of_page.saved(at)
        self._look()

    def _tell_row(self, name: str) -> None:
        given = self.answering.given(name)
        self.list_model.tell(name, answered=not given.blank, marked=given.marked)
        self.head_of_page.tell_count()

    def mark(self) -> None:
        """Look again later, or no longer."""
        name = self.question.id
        on = not self.answering.given(name).marked
        at = self.attempt(lambda: self.answering.mark(name, on))
        if at is not None:
            self._kept(at)
            self._tell_row(name)
            self._show_mark()

    def _show_mark(self) -> None:
        self.foot.tell_mark(on=self.answering.given(self.question.id).marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits choose; what takes typing itself has taken it before."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if not (plain and self.stack.pick(event.text().upper())):
            super().keyPressEvent(event)

    # What comes between

    def _open_sheet(self, sheet: Sheet) -> None:
        self.leave()
        self.stack.open_sheet(sheet)

    def calculate(self) -> None:
        """Show the calculator and go to it, or put it away."""
        if self.calculator is not None:
            self.calculator.deleteLater()
            self.calculator = None
            self._answer_here()
            return
        if self.answering.calculator:
            self.calculator = Calculator(self.shell.text)
            self.calculator.closed.connect(self.calculate)
            self._middle.addWidget(self.calculator)
            self.calculator.setFocus()

    def voucher(self) -> None:
        """More time, by what the site machine reads out."""
        sheet = VoucherSheet(self.shell, self.answering)
        sheet.given.connect(self._given)
        self._open_sheet(sheet)

    def _given(self, minutes: int) -> None:
        self._answer_here()
        self.told(self.shell.say("station-voucher-given", minutes=minutes))
        self._look()

    def hand_in(self) -> None:
        """Ask for it; what is being written is kept first."""
        self.leave()
        sheet = HandInSheet(self.shell, self.answering)
        sheet.to.connect(self.go_to)
        sheet.wanted.connect(self._hand_in)
        self._open_sheet(sheet)

    def _hand_in(self) -> None:
        try:
            self.answering.hand_in()
        except Trouble as trouble:
            self._answer_here()
            self.refuse(self.shell.text.trouble(trouble))
            return
        self.shell.go(Stage(Step.HANDED, self.package, self.answering))

    def interim(self) -> None:
        """Carry a copy of what there is to the site machine; answering goes on."""
        self.leave()
        say = self.shell.say
        folder = self.folder(say("station-interim"))
        if folder is None:
            return
        path = self.attempt(lambda: self.answering.interim(folder))
        if path is not None:
            self.told(say("station-interim-written", file=path.name))
        self._look()

    # Time

    def tick(self) -> None:
        if self.answering.remaining() <= FLUSH_SECONDS and self._open:
            self.leave()
        self._look()
        if self.sheet is not None:
            self.sheet.tick()

    def _look(self) -> None:
        """What the time, the two places and the last interim copy say now."""
        self.head_of_page.tick()
        open_ = not self.answering.over
        if open_ != self._open and self.view is not None:
            self._open = open_
            self.view.open_for_answers(open_)
            if open_:
                self.view.first.setFocus()
        self.state.look()

    # Going

    def leave(self) -> None:
        if self.view is not None:
            self.view.leave()

    def stage(self, stage: Stage) -> Stage:
        return replace(stage, question=self.question.id)

    def may_close(self) -> bool:
        """Only after saying so: what is kept, and how it goes on."""
        if self._leaving:
            return True
        sheet = LeaveSheet(self.shell)
        sheet.leave.connect(self._close)
        self._open_sheet(sheet)
        return False

    def _close(self) -> None:
        self._leaving = True
        self.shell.close()

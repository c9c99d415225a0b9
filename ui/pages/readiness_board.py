"""开考准备总览: the board, what is chosen on it with its cause and the way there, and the chief's decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.arrangement import PackageTakenIn
from app.core.go_no_go import Answer, Gate
from app.core.hardware import MachineChecked, MachinesRemoved
from app.core.hardware_verdict import JudgedMachine, judge_all
from app.core.machines import MachinesListed
from app.core.operation import Fact
from app.core.site_form import SiteForm
from app.core.terms import RoomId
from app.views.readiness import GoBoard, go_board, worst
from ui.models.go_board import LOOKS, GoModel, GoView
from ui.pages.readiness_cell import CellPart
from ui.pages.readiness_sign import SignedPart, SignForm, ask_chief
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, card, flow, label, scrolled
from ui.widgets.pill import Pill
from ui.widgets.segments import Segments

_MACHINES = (MachineChecked, MachinesRemoved, MachinesListed, PackageTakenIn)
"""After any of these the machines are judged anew, which takes longer than all the rest."""
_COUNTED = (Answer.NO, Answer.STALE, Answer.UNKNOWN, Answer.YES)
_BELOW, _FORM, _LEAST, _FIRST = 152, 300, 110, 100
"""Pixels under the board: cards, a form, the least of both; and how much more than the board they take."""


class BoardPart(QWidget):
    """`wanted` carries a cell that is settled somewhere else."""

    wanted = Signal(object)

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._judged: dict[str, JudgedMachine] | None = None
        self._site = shell.bridge.site
        shell.bridge.changed.connect(self._heard)
        self._only_open = False
        self._at: tuple[Gate, RoomId | None] | None = None
        say, look = shell.say, shell.look
        self.board: GoBoard | None = None
        self.pills = {answer: Pill(look, LOOKS[answer][0], "", LOOKS[answer][1]) for answer in _COUNTED}
        self.filter = Segments(say("readiness-filter"))
        self.filter.picked.connect(self._pick)
        self.report = button(look, say("readiness-report"), self._to_report, "printer")
        self.model = GoModel(shell)
        self.view = GoView(shell, self.model)
        self.view.chosen.connect(self._choose)
        self.view.entered.connect(self._enter)
        self._none = label("", "Sub")
        self.detail, self.signed = CellPart(shell), SignedPart(shell)
        self.detail.gone.connect(self._go)
        self.signed.asked.connect(self._sign)
        self.form: SignForm | None = None
        self.below = QStackedWidget()
        self.below.setMinimumHeight(_LEAST)
        cards = QWidget()
        beside = QHBoxLayout(cards)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        for part in (self.detail, self.signed):
            frame, inside = card(margins=(14, 10, 14, 10))
            inside.addWidget(scrolled(part, say("readiness-detail")))
            beside.addWidget(frame, 1)
        self.below.addWidget(cards)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        self._above = flow(self.filter, *self.pills.values(), self.report)
        outer.addWidget(self._above)
        outer.addWidget(self._none)
        held, inside = card(margins=(4, 4, 4, 4))
        inside.addWidget(self.view)
        outer.addWidget(held, 1)
        outer.addWidget(self.below, _FIRST)
        self.first: QWidget = self.view
        self._fit()

    # What is shown

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        self._heard(tuple(facts))
        bridge = self._shell.bridge
        if self._judged is None or self._site is not bridge.site:
            self._judged, self._site = judge_all(bridge.site, bridge.rulebook), bridge.site
        self._look(go_board(bridge.site, bridge.rulebook, bridge.console.directory, bridge.now, self._judged))

    def _heard(self, facts: tuple[Fact, ...]) -> None:
        """Also while another page is shown."""
        if any(isinstance(fact, _MACHINES) for fact in facts):
            self._judged = None

    def tick(self) -> None:
        """What was so for a day grows stale without any fact."""
        self.refresh()

    def show_place(self, room: RoomId | None, gate: Gate | None = None) -> None:
        """What is worst there, or the one gate."""
        if self.board is None:
            self.refresh()
        rows = [row for row in self.board.rows if row.room == room] if self.board else []
        cells = [cell for row in rows for cell in row.cells if gate in (None, cell.gate)]
        if chosen := worst(cells) or next(iter(cells), None):
            self._at = (chosen.gate, chosen.room)
            self._select()

    def _look(self, board: GoBoard) -> None:
        if board == self.board:
            return
        self.board = board
        say = self._shell.say
        counts = board.counts
        for answer, pill in self.pills.items():
            said = say("readiness-count", answer=answer, count=counts[answer])
            pill.tell(LOOKS[answer][0], said, LOOKS[answer][1])
        choices = ((False, say("readiness-all")), (True, say("readiness-only-open", count=board.open)))
        self.filter.offer(choices, self._only_open)
        self._show()
        self.signed.look(board)

    def _show(self) -> None:
        """The rows and columns that are asked for; what was chosen stays chosen where it is still there."""
        if self.board is None:
            return
        shown = self.board.only_open() if self._only_open else self.board
        self.model.show_board(shown)
        say = self._shell.say
        nothing = say("readiness-no-day") if shown.day is None else say("readiness-all-clear")
        self._none.setText(nothing if shown.day is None or not shown.rows else "")
        self._none.setVisible(bool(self._none.text()))
        self.report.setEnabled(self.board.day is not None)
        self._select()

    def _select(self) -> None:
        """Where nothing was chosen, what presses most of the site, then of the rooms."""
        if self._at is None and self.board is not None:
            first = worst([cell for row in self.board.rows for cell in row.cells])
            self._at = (first.gate, first.room) if first else None
        if self._at is not None:
            self.view.choose(*self._at)
        self._tell()

    def _tell(self) -> None:
        self.detail.look(self.view.cell())

    # Hands

    def _pick(self, only_open: object) -> None:
        self._only_open = bool(only_open)
        self._show()
        if self.board is not None:
            self._look_again()

    def _look_again(self) -> None:
        board, self.board = self.board, None
        if board is not None:
            self._look(board)

    def _choose(self) -> None:
        cell = self.view.cell()
        if cell is not None:
            self._at = (cell.gate, cell.room)
            self.detail.look(cell)

    def _enter(self) -> None:
        if self.detail.go.isVisible():
            self.detail.go.setFocus()

    def _go(self) -> None:
        cell = self.view.cell()
        if cell is not None:
            self.wanted.emit(cell)

    def _to_report(self) -> None:
        if self.board is not None and self.board.day is not None:
            form, day = SiteForm.READINESS_REPORT, self.board.day
            self._shell.go(Place(PageName.RECORDS, self._shell.bridge.session, form=form, paper=day.isoformat()))

    # The chief's decision

    def _sign(self) -> None:
        if self.board is None:
            return
        self._asking.clear()
        self.form = SignForm(self._shell, self.board)
        self.form.confirmed.connect(self._confirmed)
        self.form.given_up.connect(self.leave_form)
        frame, inside = card()
        inside.addWidget(scrolled(self.form))
        self.below.addWidget(frame)
        self.below.setCurrentWidget(frame)
        self.signed.sign.lead(self._shell.look, "writing-sign", leads=False)
        self._fit()
        self.form.start()

    def leave_form(self) -> None:
        """Decided, or given up."""
        if self.form is None:
            return
        self._asking.clear()
        self.form = None
        frame = self.below.currentWidget()
        self.below.removeWidget(frame)
        frame.deleteLater()
        self._fit()
        self._look_again()
        self.signed.sign.setFocus()

    def _confirmed(self) -> None:
        operation = self.form.operation() if self.form else None
        if operation is not None:
            ask_chief(self._shell, self._asking, operation, self.leave_form)

    def _fit(self) -> None:
        """The board has the rest; where the screen is low, a form takes most of it, and the filter's place."""
        self._above.setVisible(self.form is None)
        self.below.setMaximumHeight(_BELOW if self.form is None else _FORM)

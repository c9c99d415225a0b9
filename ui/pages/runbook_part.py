"""流程: every step from a week before to after the exam, planned and actual, and room by room what each was."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.operation import Fact
from app.core.terms import SessionId
from app.views.agenda import StepState
from app.views.runbook import RunbookRow, before_rows, session_rows
from app.views.runbook_gates import gates
from app.views.runbook_lines import Planned
from ui.models.lines import Cell, Line, LinesModel, LinesView, choose_again
from ui.pages.runbook_step import StepDetail, actual_said, key_of, planned_said
from ui.shell import Shell
from ui.widgets.now_bar import ICONS, TONES
from ui.widgets.parts import Elided, card, flow, scrolled
from ui.widgets.segments import Segments

_COLUMNS = ("runbook-number", "runbook-step", "runbook-planned", "runbook-actual", "runbook-state")
_LOOKS_AGAIN = 20
"""Seconds after which it looks whether something has become late."""


class Span(StrEnum):
    """What of the runbook is shown."""

    BEFORE = "before"
    SESSION = "session"


class RunbookPart(QWidget):
    """The days before, or the session that the top bar shows."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._span: Span | None = None
        self._rows: tuple[RunbookRow, ...] = ()
        self.spans = Segments(shell.say("runbook-spans"))
        self.spans.picked.connect(self._pick)
        self.counts = Elided("", "Sub")
        model = LinesModel(shell, [shell.text.say(name) for name in _COLUMNS])
        self.table = LinesView(model, shell.say("runbook-table"), (1,))
        self.table.chosen.connect(self._chosen)
        self.detail = StepDetail(shell)
        self.table.opened.connect(lambda _key: self.detail.begin())
        self.first: QWidget = self.table
        beside, inside = card(margins=(16, 14, 8, 14))
        inside.addWidget(scrolled(self.detail, shell.say("runbook-detail")))
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.table, 5)
        middle.addWidget(beside, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(flow(self.spans))
        outer.addWidget(self.counts)
        outer.addLayout(middle, 1)
        shell.bridge.ticked.connect(self._tick)

    def refresh(self, _facts: Sequence[Fact] = ()) -> None:
        bridge, shell = self._shell.bridge, self._shell
        session = bridge.session
        if self._span is None:
            today = {plan.starts_at.date() for plan in bridge.today}
            self._span = Span.SESSION if bridge.now.date() in today else Span.BEFORE
        if session is None:
            self._span = Span.BEFORE
        named = [(Span.BEFORE, shell.say("runbook-before"))]
        if session is not None:
            named.append((Span.SESSION, shell.session(session)))
        self.spans.offer(named, self._span)
        self._rows = self._made(session if self._span is Span.SESSION else None)
        known = [row for row in self._rows if row.state is not None]
        done = sum(row.state is StepState.DONE for row in known)
        late = sum(row.state is StepState.LATE for row in known)
        self.counts.tell(shell.say("runbook-counts", steps=len(self._rows), done=done, late=late))
        kept, place = self.table.chosen_keys(), self.table.currentIndex().row()
        self.table.lines.show_lines([self._line(row) for row in self._rows])
        if self.table.chosen_keys() != kept or not kept:
            choose_again(self.table, kept, place)
        self._chosen()

    def _made(self, session: SessionId | None) -> tuple[RunbookRow, ...]:
        bridge = self._shell.bridge
        if session is None:
            return before_rows(bridge.site, bridge.rulebook, bridge.now)
        return session_rows(bridge.site, bridge.rulebook, session, bridge.now, bridge.console.actual.of(session))

    def _line(self, row: RunbookRow) -> Line:
        shell = self._shell
        quiet = row.line.planned is Planned.AS_NEEDED
        cells = (
            Cell(row.line.number, "text2"),
            Cell(shell.word(row.line.what)),
            Cell(planned_said(shell, row), "text2" if quiet else "text"),
            Cell(actual_said(row)),
            self._state(row),
        )
        return Line(key_of(row), cells)

    def _state(self, row: RunbookRow) -> Cell:
        """What the console does not follow has no state."""
        shell = self._shell
        far = f"{row.done} / {row.total}" if row.total > 1 else ""
        if row.state is None:
            return Cell(far or shell.say("blank"), "text3", full=shell.say("runbook-by-hand"))
        word = shell.word(row.state)
        said = f"{word} {far}" if far and row.state is not StepState.DONE else word
        return Cell(said, TONES[row.state], ICONS[row.state])

    def _chosen(self) -> None:
        bridge = self._shell.bridge
        keys = self.table.chosen_keys()
        row = next((one for one in self._rows if key_of(one) in keys), None)
        session = bridge.session if self._span is Span.SESSION else None
        self.detail.look(row, session, gates(bridge.site, bridge.rulebook, session, bridge.now))

    def _pick(self, span: object) -> None:
        if isinstance(span, Span):
            self._span = span
            self.refresh()

    def _tick(self) -> None:
        """Steps become late without any fact."""
        if self.isVisible() and self._shell.bridge.now.second % _LOOKS_AGAIN == 0:
            self.refresh()

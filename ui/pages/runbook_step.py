"""One step of the runbook: by whom, after what, on which clause, what paper it leaves, and its times room by room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.records import RoomForm
from app.core.site_form import SiteForm
from app.core.terms import SessionId
from app.views.runbook import RoomTime, RunbookRow
from app.views.runbook_lines import Planned
from app.views.step import StepKind
from ui.destinations import STEPS
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.standalone_parts import SteadyFacts
from ui.shell import PageName, Place, Shell, clock, hour
from ui.widgets.parts import button, flow, label

_FORMS: Mapping[str, RoomForm | SiteForm] = {str(form): form for form in (*RoomForm, *SiteForm)}
_MOST = 60


class StepDetail(QWidget):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._row: RunbookRow | None = None
        self._session: SessionId | None = None
        self._shown: object = None
        self.title, self.facts = label("", "H2"), SteadyFacts()
        self.to_step = button(shell.look, shell.say("rail-go"), self._to_step, "arrow-right", "weak")
        self.why = button(shell.look, shell.say("why"), self._why, kind="link")
        model = LinesModel(
            shell, [shell.text.say(name) for name in ("runbook-room", "runbook-planned", "runbook-actual")]
        )
        self.rooms = LinesView(model, shell.say("runbook-rooms"), (0, 1, 2))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.setSpacing(10)
        for part in (self.title, self.facts, flow(self.to_step, self.why), self.rooms):
            outer.addWidget(part)
        outer.addStretch(1)

    def look(self, row: RunbookRow | None, session: SessionId | None, gates: Mapping[StepKind, StepKind]) -> None:
        gate = gates.get(row.line.what) if row and isinstance(row.line.what, StepKind) else None
        if (row, session, gate) == self._shown:
            return
        self._shown = (row, session, gate)
        self._row, self._session = row, session
        for part in (self.facts, self.why):
            part.setVisible(row is not None)
        self.to_step.setVisible(row is not None and row.line.what in STEPS)
        self.rooms.setVisible(row is not None and bool(row.rooms))
        if row is None:
            self.title.setText("")
            return
        self.title.setText(f"{row.line.number} {self._shell.word(row.line.what)}")
        self.facts.show_facts(self._facts(row, gate))
        self.rooms.lines.show_lines([self._line(row, one) for one in row.rooms])
        self.rooms.fit_height(1, _MOST)

    def begin(self) -> None:
        (self.to_step if self.to_step.isVisible() else self.why).setFocus()

    def _facts(self, row: RunbookRow, gate: StepKind | None) -> list[tuple[str, str]]:
        shell, line = self._shell, row.line
        say = shell.say
        between, blank = say("list-separator"), say("blank")
        planned = shell.word(line.planned)
        if row.planned is not None:
            planned = say("runbook-planned-for", when=planned, time=planned_said(shell, row))
        records = between.join(shell.word(_FORMS[one]) for one in line.records)
        return [
            (say("runbook-planned"), planned),
            (say("runbook-actual"), actual_said(row) or blank),
            (say("runbook-who"), between.join(shell.word(role) for role in line.roles) or blank),
            (say("runbook-gate"), shell.word(gate) if gate else blank),
            (say("runbook-records"), records or blank),
            (say("runbook-clause"), line.clause),
        ]

    def _line(self, row: RunbookRow, one: RoomTime) -> Line:
        planned = _moment(one.planned, by_day=row.by_day)
        same = _same_day(one.planned, one.actual)
        done = clock(one.actual) if same or one.actual is None else f"{one.actual:%m-%d %H:%M}"
        return Line(one.room, (Cell(one.room), Cell(planned, "text2"), Cell(done)))

    def _to_step(self) -> None:
        if self._row is not None and isinstance(self._row.line.what, StepKind):
            kind = self._row.line.what
            self._shell.go(Place(STEPS[kind], session=self._session, step=kind))

    def _why(self) -> None:
        if self._row is not None:
            self._shell.go(Place(PageName.RULEBOOK, clause=self._row.line.clause))


def key_of(row: RunbookRow) -> str:
    return f"{row.line.number} {row.line.what}"


def planned_said(shell: Shell, row: RunbookRow) -> str:
    """An hour, a day, or when it is needed."""
    if row.planned is None or row.line.planned is Planned.AS_NEEDED:
        return shell.word(row.line.planned)
    return _moment(row.planned, by_day=row.by_day)


def actual_said(row: RunbookRow) -> str:
    """With the day where it is not the one that was planned."""
    if _same_day(row.planned, row.actual):
        return hour(row.actual)
    return f"{row.actual:%m-%d %H:%M}" if row.actual else ""


def _moment(at: datetime | None, *, by_day: bool) -> str:
    if at is None:
        return ""
    return at.strftime("%m-%d") if by_day else at.strftime("%H:%M")


def _same_day(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and one.date() == other.date()

"""异常: every incident with the clock of its reports, and what is done with the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.core.incident_report import owed
from app.core.incident_state import Incident
from app.core.operation import Fact
from app.core.site_form import SiteForm
from app.core.terms import IncidentNo, RoomId
from app.views.incidents import IncidentRow, IncidentStep, may_leave, outside, rows
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.fault_side import Side
from ui.pages.incident_card import IncidentCard
from ui.pages.incident_steps import IncidentSteps
from ui.pages.incident_words import clock_of, where
from ui.shell import PageName, Place, Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.parts import Button, button, card, label, row

COLUMNS = (
    "incident-column-clock",
    "incident-column-kind",
    "incident-column-where",
    "incident-column-severity",
    "incident-column-found",
    "incident-column-step",
)
_MOST, _LOW, _FEW = 4, 520, 2
"""Lines in sight; fewer where this board is not so high, so that the next step stays in sight too."""
_BUTTONS = {
    "report": ("incident-do-report", "flag"),
    "note": ("incident-do-note", "plus"),
    "settle": ("incident-do-settle", "check"),
    "file": ("incident-do-file", "archive"),
    "follow": ("incident-do-follow", "user-check"),
    "grade": ("incident-do-grade", "alert-triangle"),
    "skip": ("incident-do-skip", "arrow-right"),
    "leave": ("incident-do-leave", "logout"),
    "back": ("incident-do-back", "door-enter"),
    "paper": ("incident-do-print", "printer"),
}
"""Words and icon of each step."""
_LEADS = {
    IncidentStep.REPORT: "report",
    IncidentStep.SETTLE: "settle",
    IncidentStep.FINAL_REPORT: "report",
    IncidentStep.FILE: "file",
}


class Below(Side):
    """As wide as the page."""

    def __init__(self, asking: Asking, content: QWidget) -> None:
        super().__init__(asking, content)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


class IncidentBoard(QWidget):
    """Laid out by the page."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._rows: dict[IncidentNo, IncidentRow] = {}
        self._number: IncidentNo | None = None
        say, look = shell.say, shell.look
        self.open = button(look, say("incident-open"), lambda: self._steps.open(self._room), "plus")
        self.contacts = button(look, say("incident-contacts"), self._to_contacts, "id")
        self._sub = label("", "Sub")
        model = LinesModel(shell, [say(column) for column in COLUMNS])
        self.table = LinesView(model, say("incident-list"), wide=(1,))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.enter())
        self.first: QWidget = self.table
        self._none = label(say("incident-none"), "Sub")
        self._none.setContentsMargins(14, 8, 14, 8)
        self.steps = {
            name: button(look, say(text), partial(self._do, name), icon) for name, (text, icon) in _BUTTONS.items()
        }
        self.card = IncidentCard(shell, *self.steps.values())
        self.side = Below(asking, self.card)
        self.side.left.connect(self._back)
        self.side.opened.connect(self._turn)
        self._steps = IncidentSteps(shell, asking, self.side, self._show)
        self._list, inside = card(margins=(0, 4, 0, 4))
        inside.addWidget(self._none)
        inside.addWidget(self.table)
        top = row(self._sub, self.contacts, self.open)
        top.setStretch(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addLayout(top)
        outer.addWidget(self._list)
        outer.addWidget(self.side, 1)
        shell.bridge.ticked.connect(self._tick)

    def go(self, place: Place) -> None:
        """To an incident, to the first one of a room, or to what presses most."""
        self.refresh()
        named = IncidentNo(place.number)
        here = (one.number for one in self._rows.values() if place.room and one.room == place.room)
        chosen = named if named in self._rows else next(here, next(iter(self._rows), None))
        if chosen is not None:
            self._show(chosen)
            self.enter()

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge = self._shell.bridge
        every = rows(bridge.site, bridge.rulebook, bridge.now)
        self._rows = {one.number: one for one in every}
        before = [line.key for line in self.table.lines.lines]
        self.table.lines.show_lines([self._line(one) for one in every])
        if before != list(self._rows):
            if self._number not in self._rows:
                self._number = next(iter(self._rows), None)
            self._fit()
            self._select()
        self._none.setVisible(not every)
        self.table.setVisible(bool(every))
        waiting = sum(one.next_hop is not None for one in every)
        open_ones = sum(one.closed_at is None for one in every)
        self._sub.setText(self._shell.say("incident-sub", open=open_ones, waiting=waiting))
        self._look()

    def enter(self) -> None:
        """To what is to be done with the chosen one."""
        lead = self._leading()
        (lead if lead is not None and lead.isVisible() else self.table if self._rows else self.open).setFocus()

    # What is shown

    def _line(self, one: IncidentRow) -> Line:
        shell = self._shell
        icon, said, tone = clock_of(shell, one)
        ink = "text2" if one.step is IncidentStep.NOTHING else "text"
        kind = shell.say("incident-title", number=one.number, kind=one.kind)
        cells = (
            Cell(said, tone, icon),
            Cell(kind, ink),
            Cell(where(shell, one.room), ink),
            Cell(shell.word(one.severity), ink),
            Cell(hour(one.found_at), ink),
            Cell(shell.word(one.step), ink),
        )
        return Line(one.number, cells)

    def _look(self) -> None:
        shown, one = self._chosen()
        self.card.look(shown, one)
        open_one = one is not None and one.filed_at is None
        lasts = one is not None and one.closed_at is None
        site, rules = self._shell.bridge.site, self._shell.bridge.rulebook
        offered = {
            "report": open_one,
            "note": open_one,
            "settle": lasts,
            "file": open_one,
            "follow": open_one,
            "grade": one is not None,
            "skip": one is not None and open_one and bool(owed(one, rules)),
            "leave": one is not None and lasts and bool(may_leave(site, one)),
            "back": one is not None and bool(outside(one)),
            "paper": one is not None and bool(one.reports),
        }
        for name, held in self.steps.items():
            held.setVisible(offered[name])
        self._lead()

    def _lead(self) -> None:
        """The next step is the one filled button, unless a form has its own."""
        lead = None if self.side.form is not None else self._leading()
        for name, held in self.steps.items():
            held.lead(self._shell.look, _BUTTONS[name][1], leads=held is lead)
        self.open.lead(self._shell.look, "plus", leads=lead is None and self.side.form is None)

    def _turn(self, form: bool) -> None:
        """A form takes the place of the list too."""
        self._list.setVisible(not form)
        self._lead()

    def _leading(self) -> Button | None:
        shown, _ = self._chosen()
        name = _LEADS.get(shown.step) if shown else None
        return self.steps[name] if name else None

    def _chosen(self) -> tuple[IncidentRow | None, Incident | None]:
        if self._number is None or self._number not in self._rows:
            return None, None
        return self._rows[self._number], self._shell.bridge.site.incidents[self._number]

    # Hands

    def _do(self, name: str) -> None:
        _, one = self._chosen()
        if one is None:
            return
        {
            "report": self._steps.report,
            "note": self._steps.note,
            "settle": self._steps.settle,
            "file": self._steps.file,
            "follow": self._steps.follow,
            "grade": self._steps.grade,
            "skip": self._steps.skip,
            "leave": self._steps.leave,
            "back": self._steps.back,
            "paper": self._print,
        }[name](one)

    @property
    def _room(self) -> RoomId | None:
        shown, _ = self._chosen()
        return shown.room if shown else None

    def _to_contacts(self) -> None:
        self._steps.contacts()

    def _choose(self) -> None:
        keys = self.table.chosen_keys()
        if keys and isinstance(keys[0], str) and keys[0] != self._number:
            self._number = IncidentNo(keys[0])
            self.side.drop()
            self._asking.clear()
            self._look()

    def _show(self, number: IncidentNo) -> None:
        self.refresh()
        self._number = number
        self._select()
        self._look()

    def _select(self) -> None:
        if self._number in self._rows:
            self.table.setCurrentIndex(self.table.lines.index(list(self._rows).index(self._number), 0))

    def _back(self) -> None:
        self.refresh()
        self.enter()

    def _print(self, one: Incident) -> None:
        paper = f"{one.number}-{one.reports[-1].number}"
        self._shell.go(Place(PageName.RECORDS, one.session, form=SiteForm.INCIDENT_REPORT, paper=paper))

    def _fit(self) -> None:
        self.table.fit_height(1, _FEW if self.height() < _LOW else _MOST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _tick(self) -> None:
        """The clock runs on without any fact; what else stands there is looked at again with the next one."""
        if not self.isVisible():
            return
        bridge = self._shell.bridge
        every = rows(bridge.site, bridge.rulebook, bridge.now)
        self.table.lines.show_lines([self._line(one) for one in every])
        self._rows = {one.number: one for one in every}
        if shown := self._chosen()[0]:
            self.card.tick(shown)

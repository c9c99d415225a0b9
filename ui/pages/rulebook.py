"""规程: every number that rules today with its clause, and every clause that the console cites."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout

from app.core.arrangement import PackageTakenIn
from app.core.operation import Fact
from app.core.rulebook import Standing
from app.core.terms import ClauseId
from app.rulebooks import clauses
from app.views.rulebook import RuleRow
from ui.models.lines import LinesModel, LinesView
from ui.models.rules import clause_lines, number_lines, rules_on
from ui.page import Page
from ui.pages.rulebook_clause import ClauseDetail
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import Elided, card, entry, row, scrolled
from ui.widgets.pill import Pill
from ui.widgets.segments import Segments

STANDINGS: dict[Standing, tuple[str, str]] = {
    Standing.IN_FORCE: ("circle-check", "ok"),
    Standing.ONE_OFF: ("flag", "primary"),
    Standing.INTERNAL: ("lock", "idle"),
    Standing.TEMPLATE: ("alert-triangle", "warn"),
}

NUMBER_COLUMNS = ("rulebook-column-group", "rulebook-column-rule", "rulebook-column-value", "rulebook-column-clause")
CLAUSE_COLUMNS = ("rulebook-column-clause", "rulebook-column-says", "rulebook-column-place", "rulebook-column-basis")
_VALUE = 140
_NARROW = 1200
"""Below it the columns go that the chosen line tells anyway: the group of a number, the place of a clause."""


class Part(StrEnum):
    """Each value is the id of its name."""

    NUMBERS = "rulebook-part-numbers"
    CLAUSES = "rulebook-part-clauses"


class RulebookPage(Page):
    name = PageName.RULEBOOK

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.head()
        self._standing = Pill(shell.look, "circle-dashed", "", "idle")
        self._signed = Elided("", "Sub")
        about = row(self._standing, self._signed, gap=10)
        about.setStretch(1, 1)
        self.outer.addLayout(about)
        self._parts = Segments(shell.say("rulebook-parts"))
        self._parts.picked.connect(self._pick)
        self.words = entry(shell.say("rulebook-find"))
        self.words.setAccessibleName(shell.say("rulebook-find"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _text: self._fill())
        choosing = row(self._parts, self.words, gap=12)
        choosing.setStretch(0, 1)
        choosing.setStretch(1, 1)
        self.numbers = self._view(Part.NUMBERS, NUMBER_COLUMNS, 1)
        # Long values wait beside the table; the names of the rules need the room.
        header = self.numbers.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(2, _VALUE)
        self.clauses = self._view(Part.CLAUSES, CLAUSE_COLUMNS, 1)
        self._views = QStackedWidget()
        self._views.addWidget(self.numbers)
        self._views.addWidget(self.clauses)
        self._empty = Elided("", "Sub")
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(choosing)
        left.addWidget(self._views, 1)
        left.addWidget(self._empty)
        self.detail = ClauseDetail(shell)
        frame, inside = card(margins=(16, 14, 8, 14))
        inside.addWidget(scrolled(self.detail, shell.say("rulebook-detail")))
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left, 3)
        middle.addWidget(frame, 2)
        self.outer.addLayout(middle, 1)
        self._show_part(Part.NUMBERS)
        self.first = self.numbers
        shell.bridge.desk_changed.connect(self._desk_changed)

    def _view(self, part: Part, columns: Sequence[str], wide: int) -> LinesView:
        shell = self.shell
        model = LinesModel(shell, [shell.say(column) for column in columns])
        view = LinesView(model, shell.say(part.value), (wide,))
        view.chosen.connect(lambda: self._chosen(view))
        return view

    @property
    def part(self) -> Part:
        return Part.NUMBERS if self._views.currentWidget() is self.numbers else Part.CLAUSES

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        """Only a package changes the numbers."""
        if facts and not any(isinstance(fact, PackageTakenIn) for fact in facts):
            return
        shell, bridge = self.shell, self.shell.bridge
        rulebook, package = bridge.rulebook, bridge.site.package
        self.sub.tell(rulebook.title)
        icon, tone = STANDINGS[rulebook.standing]
        self._standing.tell(icon, shell.word(rulebook.standing), tone)
        if package is None:
            said = shell.say("rulebook-unsigned")
        elif rulebook.must_confirm:
            said = shell.say("rulebook-signed-template", edition=package.edition)
        else:
            said = shell.say("rulebook-signed", edition=package.edition)
        self._signed.tell(said)
        self._fill()

    def go(self, place: Place) -> None:
        """A number that stands on the clause, and otherwise the clause itself."""
        if place.clause is None or place.clause not in clauses().rows:
            return
        self.words.clear()
        self._fill()
        held = rules_on(self.shell, place.clause)
        self._show_part(Part.NUMBERS if held else Part.CLAUSES)
        key = held[0] if held else place.clause
        view = self.numbers if held else self.clauses
        rows = [number for number, line in enumerate(view.lines.lines) if line.key == key]
        view.selectRow(rows[0])
        view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self.numbers.setColumnHidden(0, narrow)
        self.clauses.setColumnHidden(2, narrow)

    def _desk_changed(self) -> None:
        """What is for internal use shows while somebody is signed in."""
        self._fill()
        here = self._views.currentWidget()
        if isinstance(here, LinesView):
            self._chosen(here)

    def _pick(self, part: object) -> None:
        if isinstance(part, Part):
            self._show_part(part)

    def _show_part(self, part: Part) -> None:
        view = self.numbers if part is Part.NUMBERS else self.clauses
        self._views.setCurrentWidget(view)
        self.first = view
        self._offer()

    def _offer(self) -> None:
        views = ((Part.NUMBERS, self.numbers), (Part.CLAUSES, self.clauses))
        choices = [(part, f"{self.shell.say(part.value)} {len(view.lines.lines)}") for part, view in views]
        self._parts.offer(choices, self.part)
        here = self._views.currentWidget()
        nothing = isinstance(here, LinesView) and not here.lines.lines
        self._empty.tell(self.shell.say("rulebook-nothing-found") if nothing else "")
        self._empty.setVisible(nothing)

    def _fill(self) -> None:
        text = self.words.text()
        self.numbers.lines.show_lines(number_lines(self.shell, text))
        self.clauses.lines.show_lines(clause_lines(self.shell, text))
        self._offer()
        for view in (self.numbers, self.clauses):
            if self.detail.clause is None and view.lines.lines and view is self._views.currentWidget():
                view.selectRow(0)

    def _chosen(self, view: LinesView) -> None:
        for key in view.chosen_keys():
            if isinstance(key, RuleRow):
                self.detail.show_rule(key)
            elif isinstance(key, str):
                self.detail.show_clause(ClauseId(key))

"""One draw of duty: from what it was drawn, what it gave, and how anybody can draw it again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.duty_draw import shuffled
from app.views.duty_draws import DrawOfDay
from ui.models.lines import Cell, Line, LinesModel, LinesView, choose_again
from ui.pages.duty_lines import DRAWS, draw_line, moment_said, reason_said
from ui.pages.standalone_parts import SteadyFacts
from ui.shell import Shell
from ui.widgets.parts import button, card, label

_FEW, _MOST = 6, 60
"""Lines that a table shows before it scrolls."""


class DrawList(QWidget):
    """Hidden until there is a draw."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._draws: tuple[DrawOfDay, ...] = ()
        self.model = LinesModel(shell, [shell.text.say(column) for column in DRAWS])
        self.table = LinesView(self.model, shell.say("duty-draws"), (2,))
        self.table.chosen.connect(self._chosen)
        self.detail = DrawDetail(shell)
        listed, over = card(margins=(0, 12, 0, 4))
        head = label(shell.say("duty-draws"), "H2")
        head.setContentsMargins(16, 0, 16, 0)
        over.addWidget(head)
        over.addWidget(self.table)
        beside, inside = card()
        inside.addWidget(self.detail)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(listed)
        outer.addWidget(beside)

    def look(self, found: tuple[DrawOfDay, ...]) -> None:
        self._draws = found
        self.setVisible(bool(found))
        kept, place = self.table.chosen_keys(), self.table.currentIndex().row()
        self.model.show_lines([draw_line(self._shell, one) for one in found])
        self.table.fit_height(1, _FEW)
        if self.table.chosen_keys() != kept or not kept:
            choose_again(self.table, kept, place)
        self._chosen()

    def _chosen(self) -> None:
        keys = self.table.chosen_keys()
        self.detail.look(next((one for one in self._draws if one.numbered.number in keys), None))


class DrawDetail(QWidget):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown: DrawOfDay | None = None
        self.title, self.facts = label("", "H2"), SteadyFacts()
        self.seed = label("", "Mono")
        self.seed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fold = button(shell.look, shell.say("duty-by-hand"), self._fold, "chevron-down", "link")
        self.how = label("", "Cap")
        self.how.hide()
        self.model = LinesModel(shell, [shell.say("duty-column-room"), shell.say("duty-column-serving")])
        self.table = LinesView(self.model, shell.say("duty-result"), (1,))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        self._seed_name = label(shell.say("duty-seed"), "Cap")
        for part in (self.title, self.facts, self._seed_name, self.seed, self.fold, self.how, self.table):
            outer.addWidget(part)

    def look(self, one: DrawOfDay | None) -> None:
        if one == self._shown:
            return
        self._shown = one
        shell = self._shell
        say = shell.say
        for part in (self.facts, self._seed_name, self.seed, self.fold):
            part.setVisible(one is not None)
        self.how.setVisible(one is not None and self.how.isVisible())
        self.table.setVisible(one is not None and bool(one.posts))
        if one is None:
            self.title.setText(say("duty-choose"))
            return
        numbered = one.numbered
        self.title.setText(say("duty-draw-title", number=numbered.number))
        skilled = say("duty-list-of", count=len(numbered.invigilators), skilled=len(numbered.skilled))
        facts = [
            (say("duty-column-at"), moment_said(numbered.at)),
            (say("duty-column-reason"), reason_said(shell, one)),
            (say("duty-column-outcome"), shell.word(one.outcome)),
            (say("duty-list"), skilled),
            (say("duty-list-roving"), str(len(numbered.roving))),
            (say("duty-list-rooms"), str(len(numbered.rooms))),
            (say("duty-list-barred"), str(len(numbered.barred))),
        ]
        if numbered.beyond:
            facts.append((say("duty-column-roving"), say("duty-beyond-agreed")))
        self.facts.show_facts(facts)
        self.seed.setText(" ".join(numbered.seed[at : at + 8] for at in range(0, len(numbered.seed), 8)))
        people = (*numbered.invigilators, *numbered.roving)
        first = shuffled(numbered.seed, people)[:1]
        self.how.setText(say("duty-how", number=numbered.number, people=people, first=first))
        self._show_result(one)

    def _show_result(self, one: DrawOfDay) -> None:
        rooms: dict[str, list[str]] = {}
        for post in one.posts:
            rooms.setdefault(post.room, []).append(post.person)
        for tour in one.rounds:
            for room in tour.rooms:
                rooms.setdefault(room, []).append(self._shell.say("duty-roving-one", person=tour.person))
        between = self._shell.say("list-separator")
        lines = [Line(room, (Cell(room), Cell(between.join(people)))) for room, people in sorted(rooms.items())]
        self.model.show_lines(lines)
        self.table.fit_height(1, _MOST)

    def _fold(self) -> None:
        self.how.setVisible(not self.how.isVisible())

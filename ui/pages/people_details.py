"""What stands beside a check of the staff, and beside a line of the table of permissions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.rulebooks import clauses
from app.views.permissions import PermissionRow
from app.views.staffing import StaffCheck
from ui.models.permissions import asks, beside, needs
from ui.pages.people_lines import found_of
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import Facts, button, flow, label


class CheckCard(QWidget):
    """`wanted` asks for the persons concerned."""

    wanted = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._check: StaffCheck | None = None
        self.title, self.found, self.who = label("", "H2"), label(""), label("", "Sub")
        self.basis = label("", "Cap")
        look = shell.look
        self.people = button(look, shell.say("people-show-these"), self._show_people, "users")
        self.why = button(look, shell.say("why"), self._why, "book", "link")
        _stack(self, self.title, self.found, self.who, self.basis, flow(self.people, self.why))

    def show_check(self, check: StaffCheck) -> None:
        shell = self._shell
        self._check = check
        self.title.setText(shell.word(check.rule))
        self.found.setText(found_of(shell, check))
        self.found.setObjectName("" if check.ok else "Bad")
        self.found.style().unpolish(self.found)
        self.found.style().polish(self.found)
        rooms = tuple(shell.say("room-name", room=room) for room in check.rooms)
        self.who.setText(shell.say("list-separator").join((*check.persons, *rooms)))
        self.who.setVisible(bool(check.persons or rooms))
        row = clauses().rows[check.clause]
        document = clauses().documents[row.document].number
        self.basis.setText(shell.say("people-check-basis", clause=check.clause, document=document, article=row.article))
        self.people.setVisible(bool(check.persons))

    def _show_people(self) -> None:
        if self._check:
            self.wanted.emit(self._check.persons)

    def _why(self) -> None:
        if self._check:
            self._shell.go(Place(PageName.RULEBOOK, clause=self._check.clause))


class CaseCard(QWidget):
    """One step: who asks, who signs beside, and what else it takes."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.title, self.area, self.facts = label("", "H2"), label("", "Sub"), Facts()
        _stack(self, self.title, self.area, self.facts, label(shell.say("people-case-note"), "Cap"))

    def show_case(self, row: PermissionRow) -> None:
        shell = self._shell
        self.title.setText(shell.word(row.case))
        self.area.setText(shell.word(row.area))
        facts = [
            (shell.say("people-column-asks"), asks(shell.text, row)),
            (shell.say("people-column-beside"), beside(shell.text, row)),
        ]
        facts += [(shell.say("people-column-needs"), need) for need in needs(shell.text, row)]
        self.facts.show_facts(facts)


def _stack(holder: QWidget, *parts: QWidget) -> None:
    outer = QVBoxLayout(holder)
    outer.setContentsMargins(0, 0, 8, 0)
    outer.setSpacing(10)
    for part in parts:
        outer.addWidget(part)
    outer.addStretch(1)

"""One cell of the board in words: what is the case, on what clause, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.go_no_go import Cell
from app.core.terms import ClauseId
from app.rulebooks import clauses
from app.views.readiness import clause_of
from ui.models.go_board import LOOKS, cause_of, place_of
from ui.pages.readiness_ways import HERE, way
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import Elided, button, flow, label, row
from ui.widgets.pill import Pill


class CellPart(QWidget):
    """`gone` comes from whoever wants to settle it."""

    gone = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._clause: ClauseId | None = None
        self._title = Elided("", "H2")
        self._pill = Pill(shell.look, "circle-dashed", "", "idle")
        self._said, self._basis = label("", ""), label("", "Cap")
        self.go = button(shell.look, "", self.gone.emit, "arrow-right")
        self.why = button(shell.look, shell.say("why"), self._why, kind="link")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        head = row(self._title, self._pill)
        head.setStretch(0, 1)
        outer.addLayout(head)
        for part in (self._said, self._basis, flow(self.go, self.why)):
            outer.addWidget(part)
        outer.addStretch(1)

    def look(self, cell: Cell | None) -> None:
        shell, say = self._shell, self._shell.say
        self._pill.setVisible(cell is not None)
        for part in (self._basis, self.go, self.why):
            part.hide()
        if cell is None:
            self._title.tell(say("readiness-detail"))
            self._said.setText(say("readiness-detail-none"))
            return
        icon, tone = LOOKS[cell.answer]
        self._title.tell(say("readiness-cell-title", place=place_of(shell, cell.room), gate=cell.gate))
        self._pill.tell(icon or "circle-dashed", shell.word(cell.answer), tone if icon else "idle")
        self._said.setText(cause_of(shell, cell))
        self._clause = clause_of(cell)
        if self._clause is not None:
            self._basis.setText(basis(shell, self._clause))
            self._basis.show()
            self.why.show()
        if cell.cause is not None:
            place = way(cell, shell.bridge.session)
            if place is not None:
                self.go.setText(say("go-there", page=shell.say(f"page-{place.page}")))
            else:
                self.go.setText(say("readiness-go-part", part=say(HERE[cell.cause].value)))
            self.go.setAccessibleName(self.go.text())
            self.go.show()

    def _why(self) -> None:
        if self._clause is not None:
            self._shell.go(Place(PageName.RULEBOOK, clause=self._clause))


def basis(shell: Shell, clause: ClauseId) -> str:
    """The clause, and where it stands among the documents of the rulebook in force."""
    catalogue, package = clauses(), shell.bridge.site.package
    found = catalogue.rows[clause]
    passage = found.within(package.rulebook.documents if package else ()) or found
    document = catalogue.documents[passage.document].number
    return shell.say("readiness-basis", clause=clause, document=document, article=passage.article)

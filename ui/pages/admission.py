"""Check-in at the door: which document was shown, whether all agrees, and then in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

from app.core.entry import CheckIn, NumberCheck
from app.core.plan import Candidate
from app.core.room_state import Sitting
from app.views.identity import Match, match
from ui.shell import Shell
from ui.widgets.moment import MomentField
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, label
from ui.widgets.person import PersonField
from ui.widgets.scanner import ScanField
from ui.widgets.tick import Tick

_TONES = {Match.SAME: "ok", Match.UNSOUND: "warn", Match.MISREAD: "warn", Match.DIFFERS: "bad"}


class Admission(QObject):
    """One Enter lets in whoever was scanned: it says that ticket, document and person agree. A number that differs is
    compared by a person first. What is typed or scanned where nothing else takes it is the document's number.
    `admitted` carries the operation, `left` comes with Escape.

    `fields` and `foot` are laid out by whoever shows the form; the foot stays in sight.
    """

    admitted = Signal(object)
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._sitting: Sitting | None = None
        self._registered = ""
        self._accepted: tuple[str, ...] = ()
        self.fields, self.foot = _Part(self), _Part(self)
        self.document = QComboBox()
        self.document.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.document.setPlaceholderText(shell.say("candidates-choose"))
        self.number = ScanField()
        self.number.setPlaceholderText(shell.say("candidates-number-how"))
        self.number.textChanged.connect(self._compare)
        self.number.returnPressed.connect(self._on_from_number)
        self.at, self.by = MomentField(shell), PersonField(shell)
        form = Form()
        form.setContentsMargins(0, 0, 0, 0)
        form.field(shell.say("candidates-document"), self.document)
        form.field(shell.say("candidates-number"), self.number)
        form.field(shell.say("candidates-at"), self.at)
        form.field(shell.say("candidates-by"), self.by)
        above = QVBoxLayout(self.fields)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(label(shell.say("candidates-check-in"), "H2"))
        above.addLayout(form)
        self.said = Notice(shell.look)
        self.compared = Tick(shell.look, shell.say("candidates-compared"))
        self.agreed = label(shell.say("candidates-agreed"), "Sub")
        self.admit = button(shell.look, shell.say("candidates-admit"), self._admit, "door-enter", "primary")
        # Enter acts on it: the last step of the way through.
        self.admit.setAutoDefault(True)
        below = QVBoxLayout(self.foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        for widget in (self.said, self.compared, self.agreed, self.admit):
            below.addWidget(widget)
        self.compared.passed.connect(self.admit.setFocus)
        self.compared.toggled.connect(self._compare)
        self._compare()

    @property
    def focused(self) -> bool:
        """Whether someone is at work in this form."""
        here = QApplication.focusWidget()
        return here is not None and (self.fields.isAncestorOf(here) or self.foot.isAncestorOf(here))

    def show_person(self, candidate: Candidate | None, sitting: Sitting | None) -> None:
        """A fresh form for another candidate or session; for the same one it stays as it is."""
        if _who(sitting) == _who(self._sitting):
            return
        self._sitting = sitting
        self._registered = candidate.id_number if candidate else ""
        self._offer(candidate.id_type if candidate else "")
        self.number.clear()
        self.compared.clear()
        self.at.follow()
        self.by.show_room(sitting.room if sitting else None)
        self._compare()

    def begin(self) -> None:
        """Where the way through begins: a card may be read now, or Enter pressed."""
        self.admit.setFocus()

    def read(self, code: str) -> None:
        """A document was read by machine."""
        self.number.setText(code)
        self._on_from_number()

    def typed(self, event: QKeyEvent) -> None:
        """A key that nothing in the form wanted."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isascii() and event.text().isalnum():
            self.number.setFocus()
            self.number.setText(event.text())
        else:
            event.ignore()

    def _offer(self, registered: str) -> None:
        """The rulebook's documents; the registered kind where it is among them, otherwise someone must choose."""
        accepted = self._shell.bridge.rulebook.id_types.value
        if accepted != self._accepted:
            self._accepted = accepted
            self.document.clear()
            for kind in accepted:
                self.document.addItem(kind, kind)
        self.document.setCurrentIndex(accepted.index(registered) if registered in accepted else -1)

    @property
    def _match(self) -> Match:
        return match(self.number.text(), self._registered)

    def _compare(self) -> None:
        found = self._match
        self.compared.setVisible(found.needs_person)
        if tone := _TONES.get(found):
            self.said.tell(tone, self._shell.word(found))
        else:
            self.said.clear()

    def _on_from_number(self) -> None:
        waits = self._match.needs_person and not self.compared.on
        (self.compared if waits else self.admit).setFocus()

    def _admit(self) -> None:
        say, at, document = self._shell.say, self.at.value(), self.document.currentData()
        if document is None:
            self._wait(self.document, say("candidates-first-document"))
        elif self._match.needs_person and not self.compared.on:
            self._wait(self.compared, say("candidates-first-compare"))
        elif at is None:
            self.at.complain()
        elif self._sitting:
            here = self._sitting
            number = _checked(self._match)
            self.admitted.emit(CheckIn(here.session, here.ticket, str(document), at, self.by.value(), number))

    def _wait(self, where: QWidget, sentence: str) -> None:
        self.said.tell("warn", sentence)
        where.setFocus()


def _checked(found: Match) -> NumberCheck:
    if found.needs_person:
        return NumberCheck.BY_PERSON
    return NumberCheck.NOT_READ if found is Match.UNREAD else NumberCheck.SAME


def _who(sitting: Sitting | None) -> tuple[str, str] | None:
    return (sitting.session, sitting.ticket) if sitting else None


class _Part(QWidget):
    def __init__(self, form: Admission) -> None:
        super().__init__()
        self._form = form

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._form.typed(event)

"""One question in large type, and what it is answered with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.station.answering import LONGEST_TEXT, TRUE_FALSE, Given, Question, QuestionKind
from ui.station.choice import Choice
from ui.station.shell import StationShell
from ui.station.writing import Writing
from ui.widgets.parts import label, scrolled
from ui.widgets.sight import Sight

_KINDS = {
    QuestionKind.SINGLE: "station-kind-single",
    QuestionKind.MULTIPLE: "station-kind-multiple",
    QuestionKind.TRUE_FALSE: "station-kind-true-false",
    QuestionKind.TEXT: "station-kind-text",
}
_HOW = {
    QuestionKind.SINGLE: "station-how-single",
    QuestionKind.MULTIPLE: "station-how-multiple",
    QuestionKind.TRUE_FALSE: "station-how-true-false",
    QuestionKind.TEXT: "station-how-text",
}
_JUDGED = {
    TRUE_FALSE[0]: ("\N{SQUARE ROOT}", "station-true"),
    TRUE_FALSE[1]: ("\N{MULTIPLICATION SIGN}", "station-false"),
}
"""As it is marked on paper, and in words."""


class QuestionView(QWidget):
    """`answered` carries what is chosen and what is written, as soon as it is to be kept."""

    answered = Signal(object, str)
    typing = Signal()

    def __init__(self, shell: StationShell, question: Question, number: int, given: Given, *, open_: bool) -> None:
        super().__init__()
        self._shell, self.question = shell, question
        self._sight = Sight(self)
        say = shell.say
        points = f"{question.points / 10:g}"
        head = say("station-question", number=number, kind=say(_KINDS[question.kind]), points=points)
        self._text = label(question.text)
        self._text.setAccessibleName(question.text)
        self._text.setStyleSheet(f"font-size: {shell.pixels}px;")
        inner = QWidget()
        laid = QVBoxLayout(inner)
        laid.setContentsMargins(4, 0, 8, 4)
        laid.setSpacing(10)
        self._head = label(head, "Strong")
        laid.addWidget(self._head)
        laid.addWidget(self._text)
        self._how = label(say(_HOW[question.kind]), "Cap")
        laid.addSpacing(4)
        laid.addWidget(self._how)
        self.choices: tuple[Choice, ...] = ()
        self.writing: Writing | None = None
        if question.kind is QuestionKind.TEXT:
            self.writing = self._writing(given.text)
            laid.addWidget(self.writing, 1)
        else:
            self.choices = tuple(self._choice(key, text, given.chosen) for key, text in self._offered())
            for choice in self.choices:
                laid.addWidget(choice)
            laid.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, f"{head} {question.text}"))
        self.open_for_answers(open_)

    def _offered(self) -> Sequence[tuple[str, str]]:
        if self._judged:
            return [(key, self._shell.say(_JUDGED[key][1])) for key in self.question.choices]
        return [(option.key, option.text) for option in self.question.options]

    def _choice(self, key: str, text: str, chosen: Sequence[str]) -> Choice:
        badge = _JUDGED[key][0] if self._judged else key
        made = Choice(self._shell.look, key, badge, text, self._shell.pixels, one=not self._several)
        made.setChecked(key in chosen)
        made.clicked.connect(lambda _checked=False: self._clicked(made))
        made.stepped.connect(lambda by: self._step(made, by))
        return made

    def _writing(self, given: str) -> Writing:
        made = Writing(given, LONGEST_TEXT)
        made.setMinimumHeight(120)
        made.setStyleSheet(f"font-size: {self._shell.pixels}px;")
        made.setAccessibleName(self._shell.say("station-writing"))
        made.written.connect(lambda said: self.answered.emit((), said))
        made.typing.connect(self.typing)
        return made

    @property
    def _judged(self) -> bool:
        return self.question.kind is QuestionKind.TRUE_FALSE

    @property
    def _several(self) -> bool:
        return self.question.kind is QuestionKind.MULTIPLE

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(choice.key for choice in self.choices if choice.isChecked())

    @property
    def first(self) -> QWidget:
        """Where one answers: what is chosen already, otherwise the first choice."""
        if self.writing is not None:
            return self.writing
        return next((choice for choice in self.choices if choice.isChecked()), self.choices[0])

    def open_for_answers(self, on: bool) -> None:
        """Read only otherwise; what is chosen stays to be seen."""
        for choice in self.choices:
            choice.setEnabled(on)
        if self.writing is not None:
            self.writing.setReadOnly(not on)
        self._how.setVisible(on)

    def pick(self, number: int) -> None:
        """As if somebody had clicked the choice in this place, counted from 0; nothing where there is none."""
        if number < len(self.choices) and self.choices[number].isEnabled():
            self.choices[number].setFocus()
            self.choices[number].click()

    def leave(self) -> None:
        """Hand on what is not yet kept."""
        if self.writing is not None:
            self.writing.leave()

    def show_given(self, given: Given, *, again: bool) -> None:
        """What is kept, where what was wanted could not be; `again`: a text stays, and is tried once more."""
        for choice in self.choices:
            choice.setChecked(choice.key in given.chosen)
        if self.writing is not None:
            self.writing.refused(given.text, again=again)

    def _clicked(self, choice: Choice) -> None:
        """Of single choices the one chosen again is taken back: no answer is better than one that was not meant."""
        if not self._several and choice.isChecked():
            for other in self.choices:
                other.setChecked(other is choice)
        self.answered.emit(self.chosen, "")

    def _step(self, choice: Choice, by: int) -> None:
        """To the one below or above; at the ends nothing."""
        place = self.choices.index(choice) + by
        to = self.choices[min(max(place, 0), len(self.choices) - 1)]
        to.setFocus()
        self._sight.bring(to)

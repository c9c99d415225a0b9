"""One entry of the journal, whole: what happened, when, who signed it, and what such an entry means."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from app.views.entry_group import GROUPS
from app.views.journal import Line, happened_at
from ui.models.entries import who
from ui.shell import Shell
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, label

WORTH_SAYING = timedelta(minutes=1)
"""A gap up to this is only the time it takes to type."""


def fours(head: str) -> str:
    """A head as people compare it: in groups of four."""
    return " ".join(head[at : at + 4] for at in range(0, len(head), 4))


class EntryDetail(QWidget):
    """Empty until an entry is chosen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._title = label("", "H2")
        self._sentence, self._meaning = label(""), label("", "Cap")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._gap = Notice(shell.look)
        self._facts = Facts()
        self._means = label(shell.say("journal-means"), "Strong")
        told, signed = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (told, (self._title, self._sentence, self._gap, self._means, self._meaning)),
            (signed, (self._facts,)),
        ):
            column.setSpacing(8)
            for part in parts:
                column.addWidget(part)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(14)
        self._columns.addLayout(told, 3)
        self._columns.addLayout(signed, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.addLayout(self._columns)
        outer.addStretch(1)
        self.show_nothing()

    def lie(self, *, across: bool) -> None:
        """Two columns in a low place, one in a narrow one."""
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if across else direction.TopToBottom)

    def _parts(self) -> tuple[QWidget, ...]:
        return self._title, self._sentence, self._gap, self._means, self._meaning, self._facts

    @property
    def sentence(self) -> QLabel:
        return self._sentence

    def show_nothing(self) -> None:
        for part in self._parts():
            part.hide()
        self._sentence.setText(self._shell.say("journal-choose"))
        self._sentence.show()

    def show_line(self, shown: Line) -> None:
        shell = self._shell
        for part in self._parts():
            part.show()
        self._title.setText(shell.say("journal-entry", n=shown.n))
        self._sentence.setText(shell.text.fact(shown.fact))
        happened = happened_at(shown.fact)
        gap = shown.at - happened if happened else timedelta(0)
        if gap > WORTH_SAYING:
            self._gap.tell("warn", shell.say("journal-gap", minutes=round(gap.total_seconds() / 60)))
        else:
            self._gap.clear()
        facts = [] if happened is None else [(shell.say("journal-happened"), f"{happened:%Y-%m-%d %H:%M:%S}")]
        facts.append((shell.say("journal-entered"), f"{shown.at:%Y-%m-%d %H:%M:%S}"))
        facts.append((shell.say("journal-group"), shell.word(GROUPS[type(shown.fact)])))
        facts += self._signers(shown)
        facts.append((shell.say("journal-head"), fours(shown.head)))
        self._facts.show_facts(facts)
        self._meaning.setText(shell.text.meaning(type(shown.fact)))

    def _signers(self, shown: Line) -> list[tuple[str, str]]:
        """The first one asked for it; whoever else signed verified it."""
        shell, signed = self._shell, []
        for place, (person, role) in enumerate(shown.signers):
            part = shell.say("journal-verified-by") if place else shell.say("journal-done-by")
            signed.append((part, shell.say("journal-signer", who=who(shell, person), role=role)))
        return signed or [(shell.say("journal-done-by"), shell.say("journal-no-signer"))]

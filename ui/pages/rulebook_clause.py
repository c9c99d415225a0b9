"""One clause as it is written, what the product reads into it, and where other documents say something else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.core.terms import ClauseId
from app.rulebooks import Basis, Clause, Passage, clauses
from app.views.rulebook import RuleRow
from app.word_ids import rule_id
from ui.models.rules import BASES, quoted, rules_on
from ui.shell import Shell
from ui.widgets.notice import Notice
from ui.widgets.parts import empty, flow, label
from ui.widgets.pill import Pill


class ClauseDetail(QWidget):
    """Empty until a number or a clause is chosen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.clause: ClauseId | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 8, 0)
        self._outer.setSpacing(10)
        self._outer.addWidget(label(shell.say("rulebook-choose"), "Sub"))
        self._outer.addStretch(1)

    def show_rule(self, rule: RuleRow) -> None:
        """A number first, then the clause it stands on."""
        shell = self._shell
        self.clause = rule.clause or None
        empty(self._outer)
        self._outer.addWidget(label(shell.say(rule_id(rule.field)), "H2"))
        self._outer.addWidget(label(shell.text.rule(rule), "Strong"))
        if rule.reading:
            self._notice("warn", shell.say("rulebook-our-reading"))
        if rule.clause:
            self._outer.addWidget(label(shell.say("rulebook-stands-on", clause=rule.clause), "H2"))
            self._show(rule.clause)
        else:
            self._notice("idle", shell.say("rulebook-none"))
        self._outer.addStretch(1)

    def show_clause(self, clause: ClauseId) -> None:
        """A clause first, then the numbers that stand on it."""
        shell = self._shell
        self.clause = clause
        empty(self._outer)
        self._outer.addWidget(label(clause, "H2"))
        self._show(clause)
        if held := rules_on(shell, clause):
            self._outer.addWidget(label(shell.say("rulebook-numbers-on-it"), "H2"))
            for rule in held:
                value = shell.text.rule(rule)
                self._outer.addWidget(
                    label(shell.say("rulebook-number", name=shell.say(rule_id(rule.field)), value=value))
                )
        self._outer.addStretch(1)

    def _show(self, clause: ClauseId) -> None:
        shell, row = self._shell, clauses().rows[clause]
        word, icon, tone = BASES[row.basis]
        self._outer.addWidget(flow(Pill(shell.look, icon, shell.say(word), tone)))
        if row.also:
            self._outer.addWidget(label(shell.say("rulebook-documents"), "Strong"))
        self._outer.addWidget(self._passages(row))
        if row.note:
            ours = "rulebook-note-derived" if row.basis is Basis.DERIVED else "rulebook-note"
            self._outer.addWidget(label(shell.say(ours), "Strong"))
            self._outer.addWidget(label(row.note))

    def _passages(self, row: Clause) -> QWidget:
        """Side by side where there are several; the one that counts in this exam is marked."""
        site = self._shell.bridge.site
        in_force = site.package.rulebook.documents if site.package else ()
        counts = row.within(in_force)
        holder = QWidget()
        laid = QGridLayout(holder)
        laid.setContentsMargins(0, 0, 0, 0)
        laid.setSpacing(8)
        passages = (row, *row.also)
        for number, passage in enumerate(passages):
            span = 1 if len(passages) > 1 else 2
            laid.addWidget(self._passage(passage, mark=passage is counts), number // 2, number % 2, 1, span)
        laid.setColumnStretch(0, 1)
        laid.setColumnStretch(1, 1)
        return holder

    def _passage(self, passage: Passage, *, mark: bool) -> QFrame:
        shell, document = self._shell, clauses().documents[passage.document]
        frame = QFrame()
        frame.setObjectName("Quote")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(6)
        quote = label(quoted(shell, passage), "Strong")
        quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(quote)
        inside.addWidget(label(passage.article))
        inside.addWidget(label(shell.say("rulebook-document", title=document.title, number=document.number), "Cap"))
        inside.addWidget(label(document.standing, "Cap"))
        if mark:
            inside.addWidget(flow(Pill(shell.look, "check", shell.say("rulebook-counts-here"), "primary")))
        inside.addStretch(1)
        return frame

    def _notice(self, tone: str, sentence: str) -> None:
        made = Notice(self._shell.look)
        self._outer.addWidget(made)
        made.tell(tone, sentence)

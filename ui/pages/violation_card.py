"""One violation: how far it is, what is next, and all that is recorded of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.site_form import SiteForm
from app.core.violation_state import Violation
from app.views.violations import ViolationAct, ViolationRow, ViolationState
from ui.pages.standalone_parts import SteadyFacts, SteadyNotice
from ui.pages.violation_words import facts_of, lacks, pill_of
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import Button, button, card, flow, label
from ui.widgets.pill import Pill

_ICONS = {
    ViolationAct.TELL: "bell",
    ViolationAct.SIGNS: "writing-sign",
    ViolationAct.REFUSES: "user-off",
    ViolationAct.NAME_SHEET: "file-text",
    ViolationAct.REMOVE: "logout",
    ViolationAct.TAKE_EVIDENCE: "archive",
    ViolationAct.MOVE_EVIDENCE: "transfer",
    ViolationAct.POLICE: "shield-lock",
    ViolationAct.CORRECT: "refresh",
    ViolationAct.WITHDRAW: "ban",
}
_ON_THE_WAY = (
    ViolationAct.TELL,
    ViolationAct.SIGNS,
    ViolationAct.REFUSES,
    ViolationAct.NAME_SHEET,
    ViolationAct.REMOVE,
)
"""Until the record is complete; the others stand below, smaller."""
_HOW = {
    ViolationAct.TELL: "conduct-next-tell",
    ViolationAct.SIGNS: "conduct-next-signs",
    ViolationAct.NAME_SHEET: "conduct-next-sheet",
}
_DONE = {
    ViolationState.LATER: ("ok", "conduct-next-agency"),
    ViolationState.WITHDRAWN: ("idle", "conduct-is-withdrawn"),
}


class ViolationCard(QWidget):
    """`asked` carries the act that somebody wants to enter."""

    asked = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._title, self._pill = label("", "H2"), Pill(shell.look, "circle-dashed", "", "idle")
        self._kind, self._level = label("", "Strong"), label("", "Cap")
        self._next, self.facts = SteadyNotice(shell.look), SteadyFacts()
        self.buttons: dict[ViolationAct, Button] = {
            act: button(shell.look, shell.word(act), partial(self.asked.emit, act), icon, _kind(act))
            for act, icon in _ICONS.items()
        }
        way = [made for act, made in self.buttons.items() if act in _ON_THE_WAY]
        self._buttons = flow(*way)
        self._further = flow(*(made for made in self.buttons.values() if made not in way), gap=4)
        self._hint = label(shell.say("conduct-choose"), "Sub")
        frame, held = card()
        held.addWidget(self._hint)
        self._parts = (
            flow(self._title, self._pill),
            self._kind,
            self._level,
            self._next,
            self._buttons,
            self._further,
            self.facts,
        )
        for part in self._parts:
            held.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)

    def look(self, row: ViolationRow | None, one: Violation | None, *, several: bool) -> None:
        """None while none is chosen; `several`: there are some to choose from."""
        shown = row is not None and one is not None
        self._hint.setVisible(not shown)
        self._hint.setText(self._shell.say("conduct-choose" if several else "conduct-none-hint"))
        for part in self._parts:
            part.setVisible(shown)
        if row is None or one is None:
            return
        shell, say = self._shell, self._shell.say
        name = shell.bridge.console.directory.name(row.ticket) if row.ticket else say("conduct-stranger")
        title = say("conduct-title", number=row.number, name=name or say("blank"), ticket=row.ticket or "none")
        self._title.setText(title)
        self._pill.tell(*pill_of(shell, row))
        self._kind.setText(say("conduct-kind-line", code=row.kind.value, kind=row.kind))
        self._level.setText(say("conduct-suggested", level=shell.word(row.level)))
        self._tell_next(row)
        for act, made in self.buttons.items():
            made.setVisible(act in row.acts)
            if not _kind(act):
                made.lead(shell.look, _ICONS[act], leads=act is row.next_act)
        self._buttons.setVisible(any(act in row.acts for act in _ON_THE_WAY))
        self.facts.show_facts(facts_of(shell, row, one))

    def start(self) -> None:
        """To what is next, otherwise to the first thing that can be entered."""
        shown = [made for made in self.buttons.values() if not made.isHidden()]
        leading = (made for made in shown if made.property("kind") == "primary")
        next(leading, shown[0] if shown else self).setFocus()

    def _tell_next(self, row: ViolationRow) -> None:
        say = self._shell.say
        place = Place(PageName.RECORDS, row.session, form=SiteForm.VIOLATION, paper=row.number)
        print_it = (say("conduct-to-print"), partial(self._shell.go, place))
        if row.next_act is not None:
            how = say(_HOW[row.next_act])
            self._next.tell("warn", how, *([print_it] if row.next_act is ViolationAct.SIGNS else []))
            self._next.setToolTip(lacks(self._shell, row.missing))
        else:
            tone, said = _DONE.get(row.state, ("ok", "conduct-complete"))
            self._next.tell(tone, say(said), print_it)
            self._next.setToolTip("")


def _kind(act: ViolationAct) -> str:
    if act is ViolationAct.REMOVE:
        return "danger"
    return "" if act in _ON_THE_WAY else "link"

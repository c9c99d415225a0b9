"""What is looked at before one room ends, or what it owes afterwards: the next step first, then every check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.gate import Check, CheckName
from app.core.room_state import RoomSession
from app.core.terms import RoomId, SessionId
from app.views.closing import ClosingRoom, ClosingStep, EndState, steps_for
from app.views.closing_owed import DebtRow
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.closing_words import END_LOOKS, LOW_ROW, basis, next_step, people, place_of, stands
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.parts import Button, button, card, flow, label
from ui.widgets.pill import Pill

_ICONS = {
    ClosingStep.COLLECT: "archive",
    ClosingStep.BY_HAND: "archive",
    ClosingStep.VIOLATIONS: "list-check",
    ClosingStep.SCRATCH_PAPER: "file-text",
    ClosingStep.CHECK: "list-check",
    ClosingStep.GO: "arrow-right",
    ClosingStep.ENTER_RESULT: "clipboard-check",
    ClosingStep.OVERRIDE: "shield-lock",
}
"""In the order of the buttons."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A room, or a whole session where `room` is "", with its checks; `end` is None among the debts.

    `pressing` could be settled by now; `waiting` is the tone of what is open and does not press.
    """

    session: SessionId
    room: RoomId
    checks: tuple[Check, ...]
    pressing: frozenset[CheckName]
    waiting: str = "warn"
    end: EndState | None = None
    closes: str = ""
    ungated: bool = False
    """Its end can be told as one without the gate."""

    @classmethod
    def of_room(cls, session: SessionId, one: ClosingRoom) -> Shown:
        waiting = "warn" if one.end is EndState.ENDED else "text2"
        ungated = one.end is EndState.OPEN and one.end_reported_at is None
        return cls(session, one.room, one.checks, frozenset(one.due), waiting, one.end, clock(one.closes), ungated)

    @classmethod
    def of_debts(cls, one: DebtRow) -> Shown:
        return cls(one.session, one.room, one.checks, frozenset(check.name for check in one.open if one.late))


class GateCard(QWidget):
    """`asked` carries a step and the check it is about; `ending` and `ungated` ask for the end of the room."""

    asked = Signal(object, object)
    ending = Signal()
    ungated = Signal()

    def __init__(self, shell: Shell, hint: str) -> None:
        super().__init__()
        self._shell = shell
        self.shown: Shown | None = None
        self._name: CheckName | None = None
        self._seen: Check | None = None
        """How the check stood when it was chosen: once it stands otherwise, the next one is shown."""
        say, look = shell.say, shell.look
        self._title = label("", "H2", wrap=False)
        self._pill = Pill(look, "circle-dashed", "", "idle")
        self._head = flow(self._title, self._pill)
        self._hint = label(hint, "Sub")
        self._item, self.next = label("", "Strong"), label("")
        self.people, self._basis = label(""), label("", "Cap")
        self._why = button(look, say("why"), self._explain, "book", "link")
        self.buttons: dict[ClosingStep, Button] = {
            step: button(look, shell.word(step), partial(self._ask, step), icon) for step, icon in _ICONS.items()
        }
        self.end = button(look, say("closing-end-room"), self.ending.emit, "flag")
        self.start = button(look, say("closing-to-start"), self._to_start, "arrow-right")
        self._steps = flow(*self.buttons.values(), self.end, self.start)
        quote, inside = card(margins=(12, 8, 12, 10))
        quote.setObjectName("Quote")
        inside.setSpacing(6)
        for part in (self._item, self.next, self.people, self._steps, flow(self._basis, self._why)):
            inside.addWidget(part)
        self._quote = quote
        self.model = LinesModel(shell, [say("closing-item"), say("closing-state")])
        self.table = LinesView(self.model, "", wide=(0,))
        self.table.verticalHeader().setDefaultSectionSize(LOW_ROW)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.start_work())
        self.early = button(look, say("closing-ungated"), self.ungated.emit, "alert-triangle", "danger")
        frame, held = card(margins=(14, 12, 14, 12))
        for part in (self._hint, self._head, self._quote, self.table, self.early):
            held.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)

    @property
    def check(self) -> Check | None:
        """The one that is explained."""
        checks = self.shown.checks if self.shown else ()
        return next((one for one in checks if one.name is self._name), None)

    @property
    def here(self) -> RoomSession | None:
        shown = self.shown
        return self._shell.bridge.site.room(shown.session, shown.room) if shown and shown.room else None

    def look(self, shown: Shown | None, *, leads: bool) -> None:
        """`leads`: the next step of all is one of those here."""
        before, self.shown = self.shown, shown
        other = (before.session, before.room) if before else None
        self._hint.setVisible(shown is None)
        for part in (self._head, self._quote, self.table, self.early):
            part.setVisible(shown is not None)
        if shown is None:
            return
        if other != (shown.session, shown.room) or self._name is None or self.check != self._seen:
            self._name = _first(shown)
            self._seen = self.check
        if shown != before:
            self._tell_head(shown)
            self.model.show_lines([self._line(one) for one in shown.checks])
            lines, head = len(shown.checks) * LOW_ROW, self.table.horizontalHeader().sizeHint().height()
            self.table.setFixedHeight(lines + head + 2)
        self.table.setVisible(bool(shown.checks))
        self.early.setVisible(shown.ungated)
        self._select()
        self._explain_check(leads=leads)

    def turn_to(self, name: CheckName) -> None:
        """Explain this one, where it is looked at here."""
        if self.shown is not None and any(one.name is name for one in self.shown.checks):
            self._name = name
            self._seen = self.check
            self.look(self.shown, leads=self._leads)

    def start_work(self) -> None:
        """To the next step, where there is one here."""
        shown = (one for one in (*self.buttons.values(), self.end, self.start) if not one.isHidden())
        next(shown, self.table).setFocus()

    def _tell_head(self, shown: Shown) -> None:
        say = self._shell.say
        title = say("room-name", room=shown.room) if shown.room else self._shell.session(shown.session)
        self._title.setText(title)
        name = say("closing-gate-of", room=shown.room) if shown.room else say("closing-debts")
        self.table.setAccessibleName(name)
        self._pill.setVisible(shown.end is not None)
        if shown.end is not None:
            icon, tone = END_LOOKS[shown.end]
            quiet = shown.end is EndState.OPEN and not shown.pressing
            self._pill.tell(icon, self._shell.word(shown.end), "idle" if quiet else tone)

    def _line(self, one: Check) -> Line:
        shown, name = self.shown, self._shell.word(one.name)
        presses = shown is not None and one.name in shown.pressing
        tone = "bad" if presses else shown.waiting if shown else ""
        ink = "text" if one.blocks else "text2"
        return Line(one.name, (Cell(name, ink), stands(self._shell, one, tone)))

    def _select(self) -> None:
        number = next((n for n, one in enumerate(self.model.lines) if one.key is self._name), None)
        if number is None:
            self.table.clearSelection()
        elif self.table.chosen_keys() != (self._name,):
            self.table.selectRow(number)

    def _choose(self) -> None:
        keys = self.table.chosen_keys()
        if keys and isinstance(keys[0], CheckName) and keys[0] is not self._name:
            self._name = keys[0]
            self._seen = self.check
            self._explain_check(leads=self._leads)

    @property
    def _leads(self) -> bool:
        return any(one.property("kind") == "primary" for one in self._all_buttons)

    @property
    def _all_buttons(self) -> Sequence[Button]:
        return (*self.buttons.values(), self.end, self.start)

    def _explain_check(self, *, leads: bool) -> None:
        shell, shown, check, here = self._shell, self.shown, self.check, self.here
        if shown is None:
            return
        steps: tuple[ClosingStep, ...] = ()
        if check is not None:
            steps = steps_for(here, check)
            page = shell.say(f"page-{place_of(check, shown.session, shown.room).page}")
            self.buttons[ClosingStep.GO].setText(shell.say("go-there", page=page))
            self.buttons[ClosingStep.GO].setAccessibleName(self.buttons[ClosingStep.GO].text())
        self._item.setText(shell.word(check.name) if check else "")
        self._item.setVisible(check is not None)
        self.next.setText(next_step(shell, check, here) if check else self._sentence(shown))
        named = people(shell, here, check.tickets) if check and here else ""
        self.people.setText(named)
        self.people.setVisible(bool(named))
        for part in (self._basis, self._why):
            part.setVisible(check is not None)
        self._basis.setText(basis(shell, check) if check else "")
        for step, made in self.buttons.items():
            made.setVisible(step in steps)
        self.end.setVisible(shown.end is EndState.READY)
        self.start.setVisible(shown.end is EndState.UNSTARTED)
        self._steps.setVisible(any(not one.isHidden() for one in self._all_buttons))
        self._lead(steps, leads=leads)

    def _lead(self, steps: tuple[ClosingStep, ...], *, leads: bool) -> None:
        look = self._shell.look
        for step, made in self.buttons.items():
            made.lead(look, _ICONS[step], leads=leads and step in steps[:1])
        self.end.lead(look, "flag", leads=leads and not steps)
        self.start.lead(look, "arrow-right", leads=leads and not steps)

    def _sentence(self, shown: Shown) -> str:
        """Of a room of which no check stands out."""
        say = self._shell.say
        match shown.end:
            case EndState.READY:
                return say("closing-room-ready")
            case EndState.CLOSURE:
                return say("closing-room-closure", time=shown.closes)
            case EndState.UNSTARTED:
                return say("closing-room-unstarted")
            case EndState.CALLED_OFF:
                return say("closing-room-called-off")
            case _:
                return say("closing-room-ended")

    def _ask(self, step: ClosingStep) -> None:
        if self.check is not None:
            self.asked.emit(step, self.check)

    def _explain(self) -> None:
        if self.check is not None:
            self._shell.go(Place(PageName.RULEBOOK, clause=self.check.clause))

    def _to_start(self) -> None:
        if self.shown is not None:
            self._shell.go(Place(PageName.REPORTS, self.shown.session, self.shown.room))


def _first(shown: Shown) -> CheckName | None:
    """What presses, then what is open; None where nothing is."""
    open_ones = [one.name for one in shown.checks if one.blocks]
    return next((name for name in open_ones if name in shown.pressing), next(iter(open_ones), None))

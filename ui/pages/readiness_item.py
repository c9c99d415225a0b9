"""One readiness item: what is known of it, where it comes from, and the form in which somebody enters what was seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.free_text import TextPart
from app.core.readiness import LookAfter, places_of
from app.core.readiness_state import LookState
from app.core.terms import ClauseId, RoomId
from app.views.readiness_list import ItemRow
from ui.pages.own_words import OwnWords
from ui.pages.readiness_cell import basis
from ui.pages.readiness_form import RoomsField, SeenForm
from ui.pages.source_words import document_of, place_in
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import Facts, button, card, flow, label

_NAMED = 12
"""So many rooms are named one by one."""


class ItemCard(QWidget):
    """`asked` comes from whoever wants to enter it."""

    asked = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._clause: ClauseId | None = None
        self._title, self._advice, self._facts = label("", "H2"), label("", "Cap"), Facts()
        self._basis = label("", "Cap")
        self.enter = button(shell.look, shell.say("readiness-enter"), self.asked.emit, "check", "primary")
        self.why = button(shell.look, shell.say("why"), self._why, kind="link")
        frame, inside = card()
        for part in (self._title, self._advice, self._facts, self._basis, flow(self.enter, self.why)):
            inside.addWidget(part)
        self._frame = frame
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)

    def lead(self, *, leads: bool) -> None:
        """A form has its own filled button."""
        self.enter.lead(self._shell.look, "check", leads=leads)

    def look(self, one: ItemRow | None) -> None:
        self._frame.setVisible(one is not None)
        if one is None:
            return
        shell, say, rule = self._shell, self._shell.say, one.rule
        self._clause = rule.clause
        self._title.setText(shell.word(rule.item))
        self._advice.setText(say("readiness-advice"))
        self._advice.setVisible(rule.advice)
        self._facts.show_facts(self._known(one))
        stands, document = basis(shell, rule.clause), document_of(rule.source)
        if document not in stands:
            source = f"{document} {place_in(shell, rule.source)}"
            stands = f"{stands}\n{say('readiness-source', source=source)}"
        self._basis.setText(stands)

    def _known(self, one: ItemRow) -> list[tuple[str, str]]:
        shell, say = self._shell, self._shell.say
        facts = []
        if one.rule.per_room:
            facts.append((say("readiness-fact-rooms"), say("readiness-rooms-seen", seen=one.seen, of=one.of)))
        if one.faulty and one.rule.per_room:
            facts.append((say("readiness-fact-faulty"), self._rooms(one.faulty)))
        if one.left and one.seen and one.rule.per_room:
            facts.append((say("readiness-fact-left"), self._rooms(one.left)))
        if one.old and one.rule.per_room:
            facts.append((say("readiness-fact-old"), self._rooms(one.old)))
        if one.rule.holds_hours:
            facts.append((say("readiness-fact-holds"), say("readiness-holds", hours=one.rule.holds_hours)))
        if one.due:
            late = say("readiness-due-late", day=one.due)
            facts.append((say("readiness-column-due"), late if one.late else one.due.isoformat()))
        if one.last is not None:
            people = shell.bridge.console.directory
            facts.append((say("readiness-fact-state"), shell.word(one.last.state)))
            seen = say(
                "readiness-seen", time=one.last.at.strftime("%Y-%m-%d %H:%M"), person=people.staff_name(one.last.by)
            )
            facts.append((say("readiness-column-seen"), seen))
            if one.last.evidence:
                said = people.said(one.last.evidence, TextPart.EVIDENCE)
                facts.append((say("readiness-evidence"), said if said is not None else say("readiness-signed-erased")))
        return facts

    def _rooms(self, rooms: tuple[RoomId | None, ...]) -> str:
        named = tuple(room for room in rooms if room)
        if len(named) > _NAMED:
            return self._shell.say("readiness-rooms-many", rooms=named[:_NAMED], count=len(named))
        return self._shell.say("list-separator").join(named)

    def _why(self) -> None:
        if self._clause is not None:
            self._shell.go(Place(PageName.RULEBOOK, clause=self._clause))


class LookForm(SeenForm):
    """What was found, in which rooms, who or what it is, when, and who says so."""

    def __init__(self, shell: Shell, one: ItemRow) -> None:
        say, rule = shell.say, one.rule
        super().__init__(shell, shell.word(rule.item), say("readiness-advice") if rule.advice else "")
        self._row = one
        states = [state for state in LookState if state is not LookState.NONE_HERE or rule.may_lack]
        self.ask_what(say("readiness-found"), [(state, shell.word(state)) for state in states], LookState.DONE)
        self.rooms: RoomsField | None = None
        if rule.per_room:
            every = tuple(room for room in places_of(shell.bridge.site, rule) if room)
            left = tuple(room for room in one.again if room)
            some = left if 0 < len(left) < len(every) else ()
            self.rooms = self.ask_rooms(every, some)
        self.words = OwnWords(self)
        hint = say("readiness-evidence-needed") if rule.evidence else say("readiness-evidence-hint")
        self.text = self.words.ask(TextPart.EVIDENCE, say("readiness-evidence"), hint)
        self.ask_seen(say("readiness-seen-at"), say("readiness-seen-by"))
        self.finish(say("readiness-enter"))

    def operation(self) -> LookAfter | None:
        """None where something is missing: that is said at its field."""
        say, rule, state = self._shell.say, self._row.rule, LookState(self.what.currentData())
        rooms: tuple[RoomId, ...] | None = ()
        if self.rooms is not None:
            rooms = self.chosen_rooms(self.rooms)
        if rooms is None:
            return None
        text = self.words.value()
        if not text.parts and state is LookState.FAULTY:
            self.complain(say("readiness-evidence-fault"), self.text)
            return None
        if not text.parts and state is LookState.DONE and rule.evidence:
            self.complain(say("readiness-evidence-first"), self.text)
            return None
        self.complain("", self.text)
        return LookAfter(rule.item, rooms, state, text, self.at(), self.by())

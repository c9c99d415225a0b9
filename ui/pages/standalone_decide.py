"""Doubts about what came back, side by side for the chief; and answers that are lost, written off on an incident."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.core.closing import WriteOff
from app.core.incident import OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.incident_state import Incident
from app.core.operation import CHIEF, Refusal, Signer
from app.core.permission import AnotherPersonNeeded, acts_as
from app.core.room_state import Answers
from app.core.standalone_return import DecideReturn
from app.core.standalone_state import StandaloneReturn
from app.core.terms import Digest, IncidentNo
from app.service.outlook import blocked
from app.views.standalone import lost_incidents, open_incidents
from ui.pages.standalone_parts import About, Groups, Panel, SteadyFacts, SteadyNotice, digest_groups
from ui.pages.standalone_return import facts_of
from ui.shell import Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, card, choice, empty, flow, label
from ui.widgets.person import PersonField

NONE = Digest("")
"""None of those that wait counts."""
_BESIDE = 2
"""Returns that stand side by side."""
_DIGEST = 4
"""Groups in a line, where two are held against each other."""


class DecidePanel(Panel):
    """Nothing is chosen beforehand. `decided` comes once the chief has signed."""

    decided = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self._shown: object = None
        self._picks: dict[Digest, QPushButton] = {}
        self._group: QButtonGroup | None = None
        self._why = SteadyNotice(look)
        self._returns = QWidget()
        self._held = QGridLayout(self._returns)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.setSpacing(8)
        for column in range(_BESIDE):
            self._held.setColumnStretch(column, 1)
        self.incident = IncidentChoice(shell)
        self._wrong = label("", "Bad")
        self._wrong.hide()
        self.do = button(look, say("standalone-decide"), self._decide, "user-check", "primary")
        self.off = WriteOffForm(shell, asking)
        self.off.done.connect(self.decided)
        self.add(self._why, self._returns, self.incident, self._wrong, flow(self.do), self.off)

    def first(self) -> QWidget:
        return next(iter(self._picks.values()), self.off.incident.first())

    def begin(self, about: About) -> None:
        self._shown = None
        self._wrong.hide()
        self.off.begin(about)

    def show_state(self, about: About) -> None:
        alone = about.alone
        found = tuple(alone.returns) if alone else ()
        open_ones = bool(alone and alone.undecided)
        lacks = bool(alone and alone.counted is None and about.sitting.answers is not Answers.WRITTEN_OFF)
        may = open_ones or (lacks and any(not one.final for one in found))
        written_off = about.sitting.answers is Answers.WRITTEN_OFF
        if open_ones:
            self._why.tell("bad", self._shell.say("standalone-doubtful"))
        elif written_off:
            number = about.sitting.written_off_on
            self._why.tell("idle", self._shell.say("standalone-written-off", number=number))
        else:
            self._why.clear()
        self._show_returns(about, found, may=may)
        self.do.setVisible(may)
        self.incident.look(open_incidents(self._shell.bridge.site, about.row.session, about.row.room))
        self._turn()
        self.off.setVisible(about.sitting.answers is Answers.OPEN)
        self.off.look(about)

    def _show_returns(self, about: About, found: tuple[StandaloneReturn, ...], *, may: bool) -> None:
        """Made anew only where they are others: what is chosen stays."""
        counted = about.alone.counted if about.alone else None
        shown = (tuple((one.file, one.open) for one in found), counted, may)
        self._returns.setVisible(bool(found))
        if shown == self._shown:
            return
        self._shown, self._picks = shown, {}
        empty(self._held)
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(lambda *_: self._turn())
        for number, one in enumerate(found):
            shown_one = self._return(about, number + 1, one, counts=one.file == counted, may=may)
            self._held.addWidget(shown_one, *divmod(number, _BESIDE))
        if about.alone and about.alone.undecided:
            none = self._choice(NONE, self._shell.say("standalone-pick-none"))
            self._held.addWidget(flow(none), -(-len(found) // _BESIDE), 0, 1, _BESIDE)

    def _return(self, about: About, number: int, one: StandaloneReturn, *, counts: bool, may: bool) -> QWidget:
        say = self._shell.say
        frame, inside = card(margins=(12, 8, 12, 10))
        frame.setObjectName("Quote")
        name = "standalone-return-title" if one.final else "standalone-interim-title"
        title = say(name, number=number, counts="yes" if counts else "no")
        inside.addWidget(label(title, "Strong"))
        if may and (one.open or not one.final or bool(about.alone and about.alone.undecided)):
            pick = self._choice(one.file, say("standalone-pick"))
            pick.setAccessibleName(say("standalone-pick-name", number=number))
            inside.addWidget(flow(pick))
        if one.flaws:
            inside.addWidget(label(say("standalone-flaws", flaws=one.flaws), "Bad"))
        else:
            inside.addWidget(label(say("standalone-no-flaws"), "Sub"))
        digest = Groups("Digest", _DIGEST)
        inside.addWidget(digest)
        caption = say("standalone-digest" if one.final else "standalone-digest-copy")
        digest.tell(one.file, digest_groups(one.file), caption)
        facts = SteadyFacts()
        facts.show_facts(facts_of(self._shell, about, one))
        inside.addWidget(facts)
        inside.addStretch(1)
        return frame

    def _choice(self, file: Digest, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("segment", "first")
        made.setCheckable(True)
        made.setAutoDefault(True)
        made.setAccessibleName(text)
        # The chosen one is bold, and wider than its size hint knows.
        bold = QFont(made.font())
        bold.setBold(True)
        made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 30)
        self._picks[file] = made
        if self._group is not None:
            self._group.addButton(made)
        return made

    @property
    def chosen(self) -> Digest | None:
        return next((file for file, pick in self._picks.items() if pick.isChecked()), None)

    def pick(self, file: Digest) -> None:
        """This one is to count."""
        self._picks[file].setChecked(True)

    def _turn(self) -> None:
        """An interim copy counts on an incident only."""
        self.incident.setVisible(self._interim)
        self._wrong.hide()

    @property
    def _interim(self) -> bool:
        alone = self.about.alone if self.about else None
        return any(one.file == self.chosen and not one.final for one in alone.returns) if alone else False

    def _decide(self) -> None:
        about, file = self.about, self.chosen
        if about is None:
            return
        incident = self.incident.value() if self._interim else None
        missing = "standalone-pick-one" if file is None else ""
        if file is None or (self._interim and incident is None):
            self._wrong.setText(self._shell.say(missing or "standalone-incident-needed"))
            self._wrong.show()
            (self.first() if file is None else self.incident.first()).setFocus()
            return
        operation = DecideReturn(about.row.session, about.row.ticket, file, incident)
        self._asking.submit(operation, self._shell.say("standalone-decided"), lambda _: self.decided.emit())


class IncidentChoice(QWidget):
    """One of the open incidents."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.number: QComboBox = choice(())
        self.number.setPlaceholderText(shell.say("standalone-incident-none"))
        fields = Form()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.field(shell.say("standalone-incident"), self.number)
        self.setLayout(fields)

    def first(self) -> QWidget:
        return self.number

    def value(self) -> IncidentNo | None:
        chosen = self.number.currentData()
        return IncidentNo(chosen) if chosen else None

    def look(self, found: Sequence[Incident]) -> None:
        """The newest first; the chosen one stays."""
        numbers = [one.number for one in found]
        if numbers == [self.number.itemData(n) for n in range(self.number.count())]:
            return
        chosen = self.number.currentData()
        self.number.clear()
        for one in found:
            said = self._shell.say(
                "standalone-incident-line",
                number=one.number,
                kind=self._shell.word(IncidentKind(one.kind)),
                time=hour(one.happened_at),
            )
            self.number.addItem(said, one.number)
        self.number.setCurrentIndex(numbers.index(chosen) if chosen in numbers else 0 if numbers else -1)


class WriteOffForm(QWidget):
    """A machine is dead with the answers in it: an incident, and the chief's record on it."""

    done = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._about: About | None = None
        say, look = shell.say, shell.look
        self.incident = IncidentChoice(shell)
        self.at, self.who = MomentField(shell), PersonField(shell)
        self.report = button(look, say("standalone-incident-open"), self._report, "alert-triangle")
        self.do = button(look, say("standalone-write-off"), self._write_off, "ban", "danger")
        fields = Form(columns=2)
        fields.field(say("standalone-dead-at"), self.at)
        fields.field(say("standalone-told-by"), self.who)
        self._new = QWidget()
        new = QVBoxLayout(self._new)
        new.setContentsMargins(0, 0, 0, 0)
        new.addLayout(fields)
        new.addWidget(flow(self.report))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(label(say("standalone-dead-title"), "Strong"))
        outer.addWidget(label(say("standalone-dead-note"), "Sub"))
        for part in (self._new, self.incident, flow(self.do)):
            outer.addWidget(part)

    def begin(self, about: About) -> None:
        self.at.follow()
        self.who.show_room(about.last.host if about.last else about.row.room)

    def look(self, about: About) -> None:
        self._about = about
        found = lost_incidents(self._shell.bridge.site, about.row.session, about.row.room)
        self.incident.look(found)
        self._new.setVisible(not found)
        self.incident.setVisible(bool(found))
        self.do.setVisible(bool(found))

    def _report(self) -> None:
        at, about = self.at.value(), self._about
        if at is None:
            self.at.complain()
        elif about is not None:
            row, kind = about.row, IncidentKind.ANSWERS_LOST
            operation = OpenIncident(kind, row.session, row.room, at, self.who.value())
            self._asking.submit(operation, self._shell.say("standalone-incident-said"), lambda _: self._reported())

    def _reported(self) -> None:
        if self._about is not None:
            self.look(self._about)
        self.do.setFocus()

    def _write_off(self) -> None:
        about, number = self._about, self.incident.value()
        if about is None or number is None:
            return
        bridge, operation = self._shell.bridge, WriteOff(about.row.session, about.row.ticket, number)

        def by_chief(*signers: Signer) -> Refusal | None:
            """The record is the chief's: who sits at the desk signs beside."""
            site, now = bridge.site, bridge.now
            chief = next((one for one in signers if acts_as(one, CHIEF, site, now)), None)
            if chief is None:
                return blocked(bridge.console, operation, signers[0]) or AnotherPersonNeeded(tuple(sorted(CHIEF)))
            return bridge.console.submit(operation, chief, *(one for one in signers if one is not chief))

        said = self._shell.say("standalone-written-off-said", ticket=about.row.ticket)
        self._asking.ask(by_chief, said, lambda _: self.done.emit())

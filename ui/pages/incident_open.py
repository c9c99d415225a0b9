"""Opening an incident: group, then kind; how grave it is and who must be told stands there before it is opened."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.incident import OpenIncident
from app.core.incident_kinds import BY_TEXT, GROUPS, IncidentGroup, IncidentKind, route
from app.core.terms import RoomId
from ui.pages.fault_forms import room_choice
from ui.pages.room_form import StepForm
from ui.shell import Shell
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, label
from ui.widgets.tick import Tick

_UNSAID = ""
"""The key of a room that is still to be chosen."""
_BY_ITSELF = frozenset(
    {
        IncidentKind.EARLY_START,
        IncidentKind.IMPOSTOR,
        IncidentKind.TRANSFER_LATE,
        IncidentKind.DELAY_TO_MINISTRY,
        IncidentKind.ANSWERS_DAMAGED,
        IncidentKind.ENDED_UNCHECKED,
    }
)
"""Opened by the step that finds them."""


def kinds_of(group: IncidentGroup) -> tuple[IncidentKind, ...]:
    """What can be opened by hand in this group."""
    return tuple(kind for kind in IncidentKind if GROUPS[kind] is group and kind not in _BY_ITSELF)


class OpenForm(StepForm):
    """`operation` is None while something is missing; that is said."""

    def __init__(self, shell: Shell, room: RoomId | None) -> None:
        super().__init__(shell, shell.say("incident-open"), columns=2)
        say = shell.say
        self.group = self.ask_choice(say("incident-group"), [(one, shell.word(one)) for one in IncidentGroup])
        self.ask_what(say("incident-kind"), ())
        self.room = room_choice(shell, say("incident-which-room"), _UNSAID)
        self.room.addItem(say("incident-whole-site"), None)
        self.room.setCurrentIndex(max(self.room.findData(room), 0) if room else 0)
        self._field(say("incident-where"), self.room)
        self.ask_when(say("incident-happened-at"))
        self.ask_who(say("incident-found-by"), room or RoomId(""))
        self.at_once = Tick(shell.look, say("incident-found-at-once"))
        self.at_once.box.setChecked(True)
        self.found, self._later = MomentField(shell), QWidget()
        laid(self._later, (say("incident-found-at"), self.found))
        self._later.hide()
        self._effect = label("", "Cap")
        for part in (self.at_once, self._later, self._effect):
            self.add(part)
        self.finish(say("incident-open-confirm"))
        self.at_once.toggled.connect(lambda on: self._later.setVisible(not on))
        self.group.currentIndexChanged.connect(lambda _: self._offer())
        self.what.currentIndexChanged.connect(lambda _: self._tell())
        self.room.currentIndexChanged.connect(self._room_changed)
        self.group.setCurrentIndex(self.group.findData(IncidentGroup.GENERAL))
        self._offer()

    def operation(self) -> OpenIncident | None:
        """None where it is not said where, or a time cannot be read: that is said."""
        room, kind = self.room.currentData(), IncidentKind(self.what.currentData())
        if room == _UNSAID:
            self.wrong(self._shell.say("incident-which-room"), self.room)
            return None
        found: datetime | None = None
        if not self.at_once.on:
            found = self.found.value()
            if found is None:
                self.found.complain()
                return None
        return OpenIncident(kind, self._shell.bridge.session, room, self.at(), self.by(), found)

    def _offer(self) -> None:
        self.what.clear()
        for kind in kinds_of(IncidentGroup(self.group.currentData())):
            self.what.addItem(self._shell.word(kind), kind)
        self.what.setCurrentIndex(0)
        self._tell()

    def _tell(self) -> None:
        if self.what.currentData() is None:
            return
        shell, severity = self._shell, BY_TEXT[IncidentKind(self.what.currentData())]
        hops, minutes = route(severity, shell.bridge.rulebook), shell.bridge.rulebook.first_report.value
        if hops:
            self._effect.setText(shell.say("incident-effect", severity=severity, hops=hops, minutes=minutes or "none"))
        else:
            self._effect.setText(shell.say("incident-effect-none", severity=severity))

    def _room_changed(self) -> None:
        if self.who is not None:
            self.who.show_room(self.room.currentData() or None)


def laid(holder: QWidget, *fields: tuple[str, QWidget]) -> None:
    """Fields that come and go together."""
    outer, laid = QVBoxLayout(holder), Form(columns=min(len(fields), 2))
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addLayout(laid)
    for name, field in fields:
        laid.field(name, field)

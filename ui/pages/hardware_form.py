"""What people saw on machines: of one, or of all machines of a room but some, typed as people write it."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.core.hardware import NAME, CheckMachines, MachineCheck
from app.core.hardware_items import VALUES, HardwareItem, MachineKind, Reading, ReadingSource
from app.core.rulebook import Requirement
from app.core.terms import RoomId
from app.views.hardware import MachineRow, meant
from app.views.hardware_values import typed, unit
from ui.pages.fault_side import FaultForm
from ui.pages.hardware_words import CHOICES, value_words
from ui.shell import Shell
from ui.widgets.parts import Form, button, choice, empty, label
from ui.widgets.scanner import LIST, ScanField

_ITEM = HardwareItem
_FIRST = (
    _ITEM.DETECTION,
    _ITEM.KEYBOARD,
    _ITEM.MOUSE,
    _ITEM.SCREEN,
    _ITEM.RESTORE_CARD,
    _ITEM.ADDRESS_KEPT,
    _ITEM.VIRUS_FREE,
    _ITEM.PROTECTION,
    _ITEM.REACHES_ROOM,
    _ITEM.REACHES_SITE,
    _ITEM.REACHES_VPN,
    _ITEM.EXAM_SYSTEM,
)
"""What a probe cannot see comes first."""
_DECISIVE = (_ITEM.DETECTION, _ITEM.KEYBOARD, _ITEM.MOUSE, _ITEM.SCREEN)
_ADDRESSED = (MachineKind.INVIGILATION, MachineKind.EXAM)
_BETWEEN = re.compile(r"[,\uff0c\u3001;\uff1b\s]+")
_ALL, _THESE = "all", "these"


class CheckForm(FaultForm):
    """With a `row` about that machine, otherwise about many or a new one."""

    def __init__(
        self,
        shell: Shell,
        rows: tuple[MachineRow, ...],
        kind: MachineKind,
        room: RoomId | None,
        row: MachineRow | None,
    ) -> None:
        say = shell.say
        title = say("hardware-check-one", machine=row.name) if row else say("hardware-enter")
        super().__init__(shell, title, say("hardware-check-note"))
        self._rows, self._row = rows, row
        self._fields_of: dict[HardwareItem, QComboBox | QLineEdit] = {}
        self._kind, self._room = kind, row.room if row else room
        if row is None:
            self._ask_which()
        self._held = QWidget()
        self._items = QVBoxLayout(self._held)
        self._items.setContentsMargins(0, 0, 0, 0)
        self.fine = button(shell.look, say("hardware-all-fine"), self._all_fine, "list-check")
        self.add(self.fine)
        self.add(self._held)
        self.ask_when(say("hardware-looked-at"))
        self.ask_who(say("hardware-looked-by"), self._room or RoomId(""))
        self.finish(say("hardware-enter-confirm"))
        self._offer_items()
        if row is not None:
            self.first = next(iter(self._fields_of.values()))

    # Which machines

    def _ask_which(self) -> None:
        say, shell = self._shell.say, self._shell
        self.kind = self.ask_choice(say("hardware-kind"), [(kind, shell.word(kind)) for kind in MachineKind])
        self.kind.setCurrentIndex(self.kind.findData(self._kind))
        rooms = [(room, say("room-name", room=room)) for room in sorted(shell.bridge.site.plans)]
        self.room = self.ask_choice(say("hardware-room"), [(None, say("hardware-no-room")), *rooms])
        first = 1 if self._kind is MachineKind.EXAM and rooms else 0
        self.room.setCurrentIndex(self.room.findData(self._room) if self._room else first)
        scope = [(_ALL, say("hardware-all-but")), (_THESE, say("hardware-these"))]
        self.scope = self.ask_choice(say("hardware-which"), scope)
        self.names = ScanField(LIST)
        self.field(say("hardware-names"), self.names)
        self._told = label("", "Cap")
        self._fields.beneath(self._told)
        for box in (self.kind, self.room):
            box.currentIndexChanged.connect(lambda _: self._other_place())
        self.scope.currentIndexChanged.connect(lambda _: self._tell())
        self.names.textChanged.connect(lambda _: self._tell())
        self._other_place(offer=False)

    def _other_place(self, *, offer: bool = True) -> None:
        before = self._kind
        self._kind = MachineKind(self.kind.currentData())
        site = self._kind is MachineKind.SITE
        self._fields.show_field(self.room, on=not site)
        self._room = None if site else self.room.currentData()
        if self.who is not None:
            self.who.show_room(self._room)
        if not self._here():
            self.scope.setCurrentIndex(1)
        if offer and before is not self._kind:
            self._offer_items()
        self._tell()

    def _here(self) -> tuple[MachineRow, ...]:
        return tuple(row for row in self._rows if (row.kind, row.room) == (self._kind, self._room))

    def _tell(self) -> None:
        """How many machines that is; what names none is said when it is confirmed."""
        say, every = self._shell.say, self.scope.currentData() == _ALL
        self.names.setPlaceholderText(say("hardware-but-hint") if every else say("hardware-these-hint"))
        self._told.setText(say("hardware-is-about", count=len(self._named()[0])))

    def _named(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Names of the machines that are meant, and the words that cannot be one."""
        words = tuple(word for word in _BETWEEN.split(self.names.text()) if word)
        here = self._here()
        found, strange = meant(here, words)
        if self.scope.currentData() == _ALL:
            left_out = {row.name for row in found}
            return tuple(row.name for row in here if row.name not in left_out), strange
        new = tuple(word for word in strange if NAME.fullmatch(word) and not word.isdecimal())
        unfit = tuple(word for word in strange if word not in new)
        return tuple(dict.fromkeys((*(row.name for row in found), *new))), unfit

    # What was seen

    def _offer_items(self) -> None:
        empty(self._items)
        self._fields_of = {}
        around = QWidget()
        form = Form(columns=1)
        around.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        for asked in self._asked():
            field = self._field_of(asked)
            self._fields_of[asked.item] = field
            form.field(self._shell.word(asked.item), field)
        if self._row is not None and self._kind in _ADDRESSED:
            # Nothing asks for it, but two machines of one address are found by it.
            address = self._fields_of[_ITEM.ADDRESS] = ScanField()
            form.field(self._shell.word(_ITEM.ADDRESS), address)
        self._items.addWidget(around)
        self.fine.setVisible(set(_DECISIVE) <= self._fields_of.keys())

    def _asked(self) -> list[Requirement]:
        """The items of this kind; nobody types what was not asked for."""
        asked = [one for one in self._shell.bridge.rulebook.hardware if one.machine is self._kind]
        return sorted(asked, key=lambda one: _FIRST.index(one.item) if one.item in _FIRST else len(_FIRST))

    def _field_of(self, asked: Requirement) -> QComboBox | QLineEdit:
        say, item = self._shell.say, asked.item
        open_ = ("", say("hardware-not-said"))
        if item in CHOICES:
            return choice([open_, *((value, say(name)) for value, name in CHOICES[item].items())])
        if VALUES[item].choices:
            known = [*asked.minimum, *asked.unlisted]
            return choice([open_, *((value, value_words(self._shell, item, value)) for value in known)])
        made = ScanField()
        made.setPlaceholderText(self._hint(asked))
        return made

    def _hint(self, asked: Requirement) -> str:
        """As it is to be written, by what is asked for."""
        rules = self._shell.bridge.rulebook
        if asked.item is _ITEM.EXAM_SYSTEM and rules.exam_system is not None:
            return value_words(self._shell, asked.item, rules.exam_system.value)
        if asked.minimum:
            return self._shell.say("hardware-hint", value=value_words(self._shell, asked.item, asked.minimum[0]))
        return unit(asked.item)

    def _all_fine(self) -> None:
        """Only what somebody saw: the rest stays as it is."""
        for item in _DECISIVE:
            box = self._fields_of[item]
            if isinstance(box, QComboBox):
                box.setCurrentIndex(box.findData("yes"))

    def operation(self) -> CheckMachines | None:
        """None where something typed is no value, or nothing is said; that is told."""
        readings = self._readings()
        machines = self._machines() if readings is not None else None
        if readings is None or machines is None:
            return None
        room = None if self._kind is MachineKind.SITE else self._room
        checks = tuple(MachineCheck(self._kind, room, name, readings) for name in machines)
        return CheckMachines(checks, "", self.at(), self.by())

    def _readings(self) -> tuple[Reading, ...] | None:
        say, found = self._shell.say, []
        for item, field in self._fields_of.items():
            if isinstance(field, QComboBox):
                value = field.currentData() or ""
            elif field.text().strip():
                told = typed(item, field.text())
                if told is None:
                    self.complain(say("hardware-value-wrong", item=item, text=field.text()[:20]), field)
                    return None
                value = told
            else:
                value = ""
            if value:
                found.append(Reading(item, value, ReadingSource.BY_HAND))
        if not found:
            self.complain(say("hardware-nothing-said"), next(iter(self._fields_of.values())))
            return None
        return tuple(found)

    def _machines(self) -> tuple[str, ...] | None:
        say = self._shell.say
        if self._row is not None:
            return (self._row.name,)
        named, strange = self._named()
        if self._kind is MachineKind.EXAM and self._room is None:
            self.complain(say("hardware-room-first"), self.room)
        elif strange:
            self.complain(say("hardware-strange", names=strange[:5]), self.names)
        elif not named:
            self.complain(say("hardware-no-machine"), self.names)
        else:
            return named
        return None

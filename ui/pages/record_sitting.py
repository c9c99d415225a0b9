"""Who signed the chosen papers, and when: proposed by the staff list, changed where somebody else signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.core.paper_state import RecordCopy
from app.core.signing import SignPapers
from app.core.terms import PersonId, Role
from app.views.to_sign import ToSign
from ui.shell import Shell
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, card, choice, empty, label

Slot = tuple[Role, int]
"""A role, and which of those in it."""


def slots(papers: Sequence[ToSign]) -> tuple[Slot, ...]:
    """Every signature that one of these papers needs, in the order of the papers."""
    return tuple(dict.fromkeys(slot for one in papers for slot in _slots(one)))


def _slots(one: ToSign) -> Sequence[Slot]:
    met: Counter[Role] = Counter()
    found = []
    for role in one.roles:
        found.append((role, met[role]))
        met[role] += 1
    return found


class Sitting(QWidget):
    """`confirmed` once the people and the time stand there; `reprinting` for papers that are not signed any more."""

    confirmed = Signal()
    reprinting = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        say, look = shell.say, shell.look
        self._shell = shell
        self._papers: tuple[ToSign, ...] = ()
        self._asked: object = None
        self._offered: tuple[object, ...] = ()
        self.people: dict[Slot, QComboBox] = {}
        self.title, self.note = label("", "H2"), label("", "Cap")
        self._holder = QWidget()
        self._fields = QVBoxLayout(self._holder)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self.when = MomentField(shell)
        self.when.edit.returnPressed.connect(self._confirm)
        self._timed = QWidget()
        timed = Form()
        timed.setContentsMargins(0, 0, 0, 0)
        self._timed.setLayout(timed)
        timed.field(say("folder-when"), self.when)
        self.wrong = label("", "Bad")
        self.confirm = button(look, "", self._confirm, "check", "primary")
        self.reprint = button(look, say("folder-reprint"), self.reprinting.emit, "arrow-right")
        frame, inside = card()
        for part in (self.title, self.note, self._holder, self._timed, self.reprint):
            inside.addWidget(part)
        self.foot = QWidget()
        """Stands below and never scrolls away."""
        below = QVBoxLayout(self.foot)
        below.setContentsMargins(0, 0, 0, 0)
        for part in (self.wrong, self.confirm):
            below.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)

    @property
    def first(self) -> QWidget:
        """What Enter on a line of the folder leads to: whom the list does not know, otherwise the step itself."""
        if not self.reprint.isHidden():
            return self.reprint
        return next((self.people[slot] for slot in self._unnamed()), self.confirm)

    def offer(self, papers: tuple[ToSign, ...]) -> None:
        """These are to be signed. Whoever was chosen by hand stays as long as the same signatures are asked for."""
        say, directory = self._shell.say, self._shell.bridge.console.directory
        asked = (papers, len(directory.staff), self._shell.bridge.site.delegation)
        if asked != self._asked:
            self._asked, self._papers = asked, papers
            self._ask_people(slots(papers))
        self._show(title=say("folder-chosen", count=len(papers)), note=say("folder-note"), signing=bool(papers))
        self.confirm.setText(say("folder-confirm", count=len(papers)))
        self.confirm.setAccessibleName(self.confirm.text())
        self.confirm.setEnabled(bool(papers))
        self._tell_unnamed()

    def tell(self, title: str, note: str, *, reprint: bool = False) -> None:
        """Nothing is to be signed here."""
        self._papers, self._asked = (), None
        self._show(title=title, note=note, signing=False)
        self.reprint.setVisible(reprint)

    def operation(self) -> SignPapers:
        """Only after `confirmed`."""
        at = self.when.value()
        if at is None:
            raise ValueError(at)
        return SignPapers(tuple(replace(one, people=self._people(one)).signed(at) for one in self._papers))

    def _people(self, one: ToSign) -> tuple[PersonId | None, ...]:
        """By the list, but for those chosen by hand."""
        return tuple(self._chosen(slot) or by_list for slot, by_list in zip(_slots(one), one.people, strict=True))

    def _chosen(self, slot: Slot) -> PersonId | None:
        person = self.people[slot].currentData()
        return PersonId(person) if isinstance(person, str) else None

    def _unnamed(self) -> Sequence[Slot]:
        """Signatures of which somebody must say whose they are."""
        missing = {
            slot
            for one in self._papers
            for slot, person in zip(_slots(one), self._people(one), strict=True)
            if person is None
        }
        return [slot for slot in self.people if slot in missing]

    def _tell_unnamed(self) -> None:
        left = bool(self._unnamed())
        self.wrong.setText(self._shell.say("folder-unnamed") if left else "")
        self.wrong.setVisible(left)

    def _confirm(self) -> None:
        if unnamed := self._unnamed():
            self.people[unnamed[0]].setFocus()
        elif self.when.value() is None:
            self.when.complain()
        elif self._papers:
            self.confirmed.emit()

    def _show(self, *, title: str, note: str, signing: bool) -> None:
        self.title.setText(title)
        self.note.setText(note)
        for part in (self._holder, self._timed, self.confirm):
            part.setVisible(signing)
        self.wrong.setVisible(signing and bool(self.wrong.text()))
        self.reprint.hide()

    def _ask_people(self, wanted: tuple[Slot, ...]) -> None:
        """The fields are made anew only when others are to be asked for."""
        offered = tuple((slot, self._options(slot)) for slot in wanted)
        if offered == self._offered:
            return
        kept = {slot: field.currentData() for slot, field in self.people.items()}
        self._offered = offered
        empty(self._fields)
        asked = QWidget()
        beside = QGridLayout(asked)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setColumnStretch(1, 1)
        self.people = {}
        for slot, options in offered:
            made = choice(options)
            made.setCurrentIndex(max(made.findData(kept.get(slot)), 0))
            made.currentIndexChanged.connect(lambda _: self._tell_unnamed())
            self.people[slot] = made
            name = self._name(slot, wanted)
            made.setAccessibleName(name)
            caption = label(name, "Cap")
            caption.setBuddy(made)
            beside.addWidget(caption, len(self.people), 0)
            beside.addWidget(made, len(self.people), 1)
        self._fields.addWidget(asked)

    def _name(self, slot: Slot, wanted: tuple[Slot, ...]) -> str:
        role, number = slot
        if sum(other == role for other, _ in wanted) == 1:
            return self._shell.word(role)
        return self._shell.say("folder-role", role=self._shell.word(role), number=number + 1)

    def _options(self, slot: Slot) -> tuple[tuple[object, str], ...]:
        """By the list first; then everybody who may be meant."""
        shell, role = self._shell, slot[0]
        people, site = shell.bridge.console.directory, shell.bridge.site
        needing = [one for one in self._papers if slot in _slots(one)]
        proposed = {one.people[list(_slots(one)).index(slot)] for one in needing}
        names = {people.staff_name(one) for one in proposed if one}
        if not names:
            by_list = shell.say("folder-nobody")
        elif len(proposed) == 1:
            by_list = shell.say("folder-by-list", name=next(iter(names)))
        else:
            by_list = shell.say("folder-by-room", count=len(names))
        rooms = {one.copy.room if isinstance(one.copy, RecordCopy) else None for one in needing}
        deputy = site.delegation.deputy if site.delegation and role is Role.CHIEF else None
        fit = [
            one
            for _, one in sorted(people.staff.items())
            if (one.role is role and (one.room is None or None in rooms or one.room in rooms)) or one.code == deputy
        ]
        lines = (
            (one.code, shell.say("person-line", code=one.code, name=one.name, role=shell.word(one.role))) for one in fit
        )
        return ((None, by_list), *lines)

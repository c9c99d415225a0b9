"""What was done and how it was handled: the form of a new record, and of one that is put right (VIO-01, VIO-17)."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox

from app.core.free_text import NO_TEXT, FreeText, TextPart
from app.core.room_state import Sitting
from app.core.terms import Digest, RoomId, SessionId, Ticket, ViolationNo
from app.core.violation import CorrectViolation, RecordViolation, sat_in
from app.core.violation_kinds import CATEGORIES, ViolationKind, ViolationLevel
from app.core.violation_state import Account, Found, Violation
from app.views.find import find
from app.views.violations import kinds
from ui.pages.fault_side import FaultForm
from ui.pages.own_words import OwnWords
from ui.pages.violation_sheets import NOTHING_KEPT, SheetField
from ui.shell import Shell, clock
from ui.widgets.moment import MomentField, typed_time
from ui.widgets.parts import label
from ui.widgets.scanner import ScanField
from ui.widgets.tick import Tick

UNSAID = ""
"""The key of what is still to be chosen."""


class AccountForm(FaultForm):
    """The fields that both have. `began` is what stands there at first, None for a new record."""

    def __init__(self, shell: Shell, title: str, note: str, session: SessionId) -> None:
        super().__init__(shell, title, note)
        self.session = session
        self.words = OwnWords(self)
        self._follows = True
        """The time at which it was found is that of the act."""

    def ask_account(self, room: RoomId | None, began: Account | None = None, *, outsider: bool = False) -> None:
        say, texts = self._shell.say, self._shell.bridge.console.directory
        self.kind = QComboBox()
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(10)
        self._offer_kinds()
        self.kind.currentIndexChanged.connect(lambda _: self._level())
        self.field(say("conduct-kind"), self.kind)
        self._suggested = label("", "Cap")
        self._fields.beneath(self._suggested)
        self.ask_when(say("conduct-happened-at"))
        self.sheet = SheetField(self._shell)
        self.field(say("conduct-sheet"), self.sheet)
        self.sheet.offer(self.session, room)
        for part, name, hint in (
            (TextPart.ACT, "conduct-act", "conduct-act-hint"),
            (TextPart.HANDLING, "conduct-handling", "conduct-handling-hint"),
            (TextPart.PLACE, "conduct-place", "conduct-place-hint"),
        ):
            said = texts.said(began.text, part) if began else ""
            self.words.ask(part, say(name), say(hint), said or "", short=part is TextPart.PLACE)
        if outsider:
            self.ask_person(texts.said(began.text, TextPart.PERSON) if began else "")
        self.reminded = ScanField()
        self.reminded.setPlaceholderText(say("conduct-reminded-hint"))
        self.field(say("conduct-reminded"), self.reminded)
        self.found = self.ask_choice(say("conduct-found"), [(one, self._shell.word(one)) for one in Found])
        self.found_at = MomentField(self._shell)
        self.field(say("conduct-found-at"), self.found_at)
        self._begin(began)
        self.found.currentIndexChanged.connect(lambda _: self._found_so())
        self.found_at.edit.textEdited.connect(lambda _: self._found_then())
        if self.when is not None:
            self.when.changed.connect(self._follow)
        self._level()

    def ask_person(self, said: str | None = "") -> None:
        self.words.ask(
            TextPart.PERSON, self._shell.say("conduct-person"), self._shell.say("conduct-person-hint"), said or ""
        )

    def account(self, text: Digest) -> Account | None:
        """None where the kind is still open or a time cannot be read; that is said at its field."""
        if self.kind.currentData() == UNSAID:
            self.complain(self._shell.say("conduct-kind-choose"), self.kind)
            return None
        found_at, reminded = self.found_at.value(), None
        if found_at is None:
            self.found_at.complain()
            return None
        if typed := self.reminded.text().strip():
            at = typed_time(typed)
            if at is None:
                self.complain(self._shell.say("conduct-reminded-wrong"), self.reminded)
                return None
            day = self.at()
            reminded = datetime.combine(day.date(), at, day.tzinfo)
        kind, found = ViolationKind(self.kind.currentData()), Found(self.found.currentData())
        return Account(kind, self.at(), found, found_at, self.sheet.value(), text, reminded)

    def _begin(self, began: Account | None) -> None:
        if began is None or self.when is None:
            return
        self.kind.setCurrentIndex(self.kind.findData(began.kind))
        self.found.setCurrentIndex(self.found.findData(began.found))
        self.when.propose(began.happened_at)
        self.found_at.propose(began.found_at)
        self.reminded.setText(clock(began.reminded_at))
        self.sheet.setEditText(began.sheet)
        self._follows = began.found_at == began.happened_at

    def _found_so(self) -> None:
        self._follows = self.found.currentData() == Found.IN_EXAM
        self.found_at.follow()
        self._follow()

    def _found_then(self) -> None:
        self._follows = False

    def _follow(self) -> None:
        """Found there and then is found when it was done, until somebody says otherwise."""
        if self._follows:
            self.found_at.propose(self.when.value() if self.when else None)

    def _offer_kinds(self) -> None:
        """Grouped by what the text suggests; the names of the groups cannot be chosen."""
        self.kind.addItem(self._shell.say("conduct-kind-choose"), UNSAID)
        every, model = kinds(self._shell.bridge.site), cast("QStandardItemModel", self.kind.model())
        for level in ViolationLevel:
            here = [kind for kind in every if CATEGORIES[kind].level is level]
            self.kind.addItem(self._shell.word(level))
            model.item(self.kind.count() - 1).setEnabled(False)
            for kind in here:
                self.kind.addItem(f"\u2002{self._shell.word(kind)}", kind)

    def _level(self) -> None:
        kind = self.kind.currentData()
        self._suggested.setVisible(kind != UNSAID)
        if kind != UNSAID:
            level = self._shell.word(CATEGORIES[ViolationKind(kind)].level)
            self._suggested.setText(self._shell.say("conduct-suggested", level=level))


class RecordForm(AccountForm):
    """Whom it is about comes first: by scan, by the last three digits, or described where it is no candidate."""

    def __init__(self, shell: Shell, session: SessionId, room: RoomId | None, ticket: Ticket | None) -> None:
        say = shell.say
        super().__init__(shell, say("conduct-record"), say("conduct-record-note"), session)
        self.sitting: Sitting | None = None
        rooms = sorted(shell.bridge.site.sessions[session].rooms)
        options = [(number, say("room-name", room=number)) for number in rooms]
        self.room = self.ask_choice(say("conduct-room"), [(UNSAID, say("conduct-room-choose")), *options])
        self.who_field = ScanField()
        self.who_field.setPlaceholderText(say("conduct-ticket-hint"))
        self.field(say("conduct-ticket"), self.who_field)
        self._named = label("", "Strong")
        self._named.hide()
        self._fields.beneath(self._named)
        self.outsider = Tick(shell.look, say("conduct-outsider"))
        self._fields.beneath(self.outsider)
        self.ask_account(room, outsider=True)
        self.ask_who(say("conduct-reported-by"), room or RoomId(""))
        self.finish(say("conduct-record-confirm"))
        self.first = self.who_field
        self.who_field.returnPressed.connect(lambda: self.seek(self.who_field.text()) and self.kind.setFocus())
        self.who_field.editingFinished.connect(self._left_field)
        self.outsider.toggled.connect(self._outsider)
        self._outsider(on=False)
        self.room.setCurrentIndex(max(self.room.findData(room), 0))
        self.room.currentIndexChanged.connect(self._room_changed)
        if ticket is not None:
            self.seek(ticket)
            self.first = self.kind

    def seek(self, text: str) -> bool:
        """Whether this names one candidate of the session, who then is the one meant."""
        text, bridge = text.strip(), self._shell.bridge
        found = find(bridge.site, bridge.console.directory, self.session, text)
        here = [one for one in found if self._of_room(one.sitting)]
        fitting = here if len(found) > 1 else found
        if len(fitting) != 1:
            self.sitting = None
            said = "conduct-ticket-nobody" if not found else "conduct-ticket-several"
            self._name(self._shell.say(said, text=text, count=len(found)) if text else "")
            return False
        self.sitting = fitting[0].sitting
        name = fitting[0].name or self._shell.say("blank")
        self.who_field.setText(self.sitting.ticket)
        if not self._of_room(self.sitting):
            self.room.setCurrentIndex(self.room.findData(self.sitting.room))
        seat = self.sitting.sits_at or self.sitting.seat or "none"
        self._name(self._shell.say("conduct-who", name=name, seat=seat, room=self.sitting.room))
        return True

    def operation(self) -> RecordViolation | None:
        """None where something is missing; that is said at its field."""
        say, room = self._shell.say, self.room.currentData()
        ticket: Ticket | None = None
        if not self.outsider.on:
            if not self.seek(self.who_field.text()) or self.sitting is None:
                self.complain(say("conduct-ticket-needed"), self.who_field)
                return None
            ticket, room = self.sitting.ticket, self.room.currentData()
        if room == UNSAID:
            self.complain(say("conduct-room-choose"), self.room)
            return None
        account = self.account(NOTHING_KEPT)
        if account is None:
            return None
        return RecordViolation(self.session, RoomId(room), ticket, account, self.words.value(), self.by())

    def _of_room(self, sitting: Sitting) -> bool:
        """Whether they sit in the chosen room, or sat there before they were transferred."""
        room = self.room.currentData()
        return room != UNSAID and sat_in(self._shell.bridge.site, self.session, room, sitting.ticket)

    def _name(self, said: str) -> None:
        self._named.setText(said)
        self._named.setVisible(bool(said))

    def _left_field(self) -> None:
        if self.who_field.text().strip():
            self.seek(self.who_field.text())

    def _outsider(self, on: bool) -> None:
        self.who_field.setEnabled(not on)
        if on:
            self.sitting = None
            self.who_field.clear()
            self._name("")
        person = self.words.fields[TextPart.PERSON]
        self._fields.show_field(person, on=on)

    def _room_changed(self) -> None:
        room = self.room.currentData()
        self.complain("", self.room)
        self.sheet.offer(self.session, room or None)
        if self.who is not None:
            self.who.show_room(room or None)
        if self.sitting is not None and not self._of_room(self.sitting):
            self.who_field.clear()
            self.sitting = None
            self._name("")


class CorrectForm(AccountForm):
    """What stands there now, to be put right, with the reason and the new evidence."""

    def __init__(self, shell: Shell, one: Violation) -> None:
        say = shell.say
        super().__init__(shell, say("conduct-correct", number=one.number), say("conduct-correct-note"), one.session)
        self._before = one.now
        self.number: ViolationNo = one.number
        self.why = OwnWords(self)
        self.ask_account(one.room, one.now, outsider=one.ticket is None)
        self.why.ask(TextPart.REASON, say("conduct-reason"), say("conduct-reason-hint"))
        self.why.ask(TextPart.BASIS, say("conduct-basis"), say("conduct-basis-hint"))
        self.finish(say("conduct-correct-confirm"))

    def operation(self) -> CorrectViolation | None:
        """None where a time cannot be read."""
        account = self.account(NOTHING_KEPT)
        if account is None:
            return None
        return CorrectViolation(self.number, account, self._text(), self.why.value())

    def _text(self) -> FreeText:
        """Words that stay are not entered again, nor kept a second time."""
        said = self.words.value()
        stood = self._shell.bridge.console.directory.texts.get(self._before.text)
        return NO_TEXT if stood is not None and dict(stood.parts) == dict(said.parts) else said

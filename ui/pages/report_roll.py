"""A room's roll: all but these are present, read back by name and held against the room's own counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.attendance import ConfirmAttendance
from app.core.entry import turned_away
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.terms import RoomId, SessionId, Ticket
from app.core.timekeeping import entry_closes
from app.views.board import Board
from app.views.candidates import CandidateColumn
from app.views.find import plain
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.report_form import NumberField, ToldForm
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import Elided, Form, button, card, flow, label
from ui.widgets.scanner import LIST, ScanField

_BETWEEN = re.compile(r"[\s,;\u3001]+")


@dataclass(slots=True)
class Draft:
    """What was typed for one room and not confirmed yet."""

    absent: list[Ticket] = field(default_factory=list)
    present_text: str = ""
    absent_text: str = ""


class RollForm(ToldForm):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        self._drafts: dict[tuple[SessionId, RoomId], Draft] = {}
        self._shown: tuple[SessionId, RoomId] | None = None
        self._misread = ""
        say = shell.say
        frame, inside = card()
        self._title, self._state = Elided("", "H2"), Notice(shell.look)
        inside.addWidget(self._title)
        inside.addWidget(self._state)
        self.body = QWidget()
        self._lay(QVBoxLayout(self.body))
        inside.addWidget(self.body)
        self.outer.addWidget(frame)
        self.outer.addStretch(1)
        self.first = self.present
        self.present.setAccessibleName(say("reports-roll-present"))
        for typed in (self.present, self.absent):
            typed.textChanged.connect(self._typed)
        self.present.returnPressed.connect(self.absent.setFocus)
        self.absent.returnPressed.connect(self.entry.setFocus)
        self.entry.returnPressed.connect(self._enter)
        self.entry.textEdited.connect(self._edited)

    def _lay(self, laid: QVBoxLayout) -> None:
        shell, say = self.shell, self.shell.say
        laid.setContentsMargins(0, 0, 0, 0)
        laid.setSpacing(8)
        self.present, self.absent = NumberField(), NumberField()
        numbers = Form(columns=2)
        numbers.field(say("reports-roll-present"), self.present)
        numbers.field(say("reports-roll-absent"), self.absent)
        self.entry = ScanField(LIST)
        self.entry.setPlaceholderText(say("reports-roll-entry-hint"))
        numbers.field(say("reports-roll-entry"), self.entry, wide=True)
        laid.addLayout(numbers)
        self.wrong = label("", "Bad")
        self.wrong.hide()
        laid.addWidget(self.wrong)
        others = (CandidateColumn.NAME, CandidateColumn.TICKET, CandidateColumn.STATE)
        self.listed = LinesModel(shell, [say("reports-sequence"), *(shell.word(one) for one in others)])
        self.table = LinesView(self.listed, say("reports-roll-listed"), wide=(1, 3))
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self._remove, context=Qt.ShortcutContext.WidgetShortcut)
        laid.addWidget(self.table)
        self.notice = Notice(shell.look)
        self.steps.addWidget(self.notice)
        told = Form(columns=2)
        told.field(say("reports-when"), self.moment)
        told.field(say("reports-who"), self.person)
        laid.addLayout(told)
        self.confirm = button(shell.look, say("reports-roll-confirm"), self._confirm, "check", "primary")
        self.remove = button(shell.look, say("reports-roll-remove"), self._remove, "x")
        self.steps.addWidget(flow(self.confirm, self.remove))

    def look(self, board: Board, room: RoomId | None) -> None:
        super().look(board, room)
        where = (board.session, room) if room else None
        if where != self._shown:
            self._shown = where
            self._take_up()
        self.person.show_room(room)
        self._tell()
        self._show_listed()

    @property
    def draft(self) -> Draft:
        """Those who came too late are absent from the first: the roll must name them."""
        here = self.here
        if self._shown is None or here is None:
            return Draft()
        if self._shown not in self._drafts:
            site = self.shell.bridge.site
            late = [ticket for ticket in sorted(here.sittings) if turned_away(site, here.session, ticket)]
            self._drafts[self._shown] = Draft([t for t in late if here.sittings[t].presence is Presence.AWAITED])
        return self._drafts[self._shown]

    def _take_up(self) -> None:
        draft = self.draft
        for typed, text in ((self.present, draft.present_text), (self.absent, draft.absent_text)):
            with QSignalBlocker(typed):
                typed.setText(text)
        self.entry.clear()
        self.wrong.hide()
        self.moment.follow()

    def _tell(self) -> None:
        """Which room, and whether its roll can be confirmed now."""
        shell, here, bridge = self.shell, self.here, self.shell.bridge
        for part in (self.body, self.foot):
            part.setVisible(here is not None and not here.attendance_confirmed_at)
        if here is None:
            self._title.tell("")
            return
        self._title.tell(shell.say("reports-room-size", room=here.room, count=len(here.sittings)))
        if here.attendance_confirmed_at:
            there = Place(PageName.CANDIDATES, here.session, here.room)
            absent = sum(one.presence is Presence.ABSENT for one in here.sittings.values())
            present = sum(one.presence is Presence.PRESENT for one in here.sittings.values())
            at = clock(here.attendance_confirmed_at)
            said = shell.say("reports-roll-confirmed", time=at, present=present, absent=absent)
            self._state.tell("ok", said, (shell.say("reports-correct"), lambda: shell.go(there)))
            return
        plan = bridge.site.sessions[here.session].plan
        closes = entry_closes(here.door_from, plan, bridge.rulebook) if here.door_from else None
        if closes is None:
            self._state.tell("idle", shell.say("reports-roll-unstarted"))
        elif bridge.now <= closes:
            self._state.tell("idle", shell.say("reports-roll-open", time=clock(closes)))
        else:
            self._state.clear()

    def _typed(self) -> None:
        draft = self.draft
        draft.present_text, draft.absent_text = self.present.text(), self.absent.text()
        self._compare()

    def _edited(self, text: str) -> None:
        if plain(text) and _BETWEEN.search(text[-1]):
            self._enter()

    def _enter(self) -> bool:
        """Take what was typed into the list; what does not fit stays in the field, and why is said."""
        here, draft, left, why = self.here, self.draft, [], ""
        if here is None:
            return False
        for word in filter(None, _BETWEEN.split(plain(self.entry.text()))):
            found = _meant(here, word)
            if len(found) == 1:
                if found[0].ticket not in draft.absent:
                    draft.absent.append(found[0].ticket)
                continue
            left.append(word)
            why = why or self._why_not(word, len(found))
        self.entry.setText(" ".join(left))
        self.wrong.setText(why)
        self.wrong.setVisible(bool(why))
        self._show_listed()
        return not left

    def _why_not(self, word: str, fitting: int) -> str:
        if fitting:
            return self.shell.say("reports-roll-several", text=word, count=fitting)
        return self.shell.say("reports-roll-unknown", text=word)

    def _remove(self) -> None:
        gone = self.table.chosen_keys()
        self.draft.absent = [ticket for ticket in self.draft.absent if ticket not in gone]
        self._show_listed()

    def _show_listed(self) -> None:
        here, shell = self.here, self.shell
        if here is None:
            return
        lines = [self._line(here.sittings[t]) for t in self.draft.absent if t in here.sittings]
        self.listed.show_lines(lines)
        self.table.setVisible(bool(lines))
        self.remove.setVisible(bool(lines))
        self.table.fit_height(1, 6)
        self.table.setAccessibleDescription(shell.say("reports-roll-count", count=len(lines)))
        self._compare()

    def _line(self, sitting: Sitting) -> Line:
        name = self.shell.bridge.console.directory.name(sitting.ticket) or self.shell.say("blank")
        late = turned_away(self.shell.bridge.site, sitting.session, sitting.ticket)
        seen = sitting.presence not in (Presence.AWAITED, Presence.ABSENT)
        state = self.shell.say("reports-roll-late") if late else self.shell.word(sitting.presence)
        if seen and sitting.entered_at:
            state = f"{state} {clock(sitting.entered_at)}"
        tone = "bad" if seen else "text2"
        ticket = sitting.ticket
        cells = (Cell(ticket[-3:]), Cell(name), Cell(ticket, "text2"), Cell(state, tone, "alert-triangle" * seen))
        return Line(ticket, cells)

    def _compare(self) -> bool:
        """Whether the list and the counts of the room say the same; what does not fit is said at once."""
        here, shell, draft = self.here, self.shell, self.draft
        if here is None:
            return False
        people = sum(one.presence is not Presence.PENDING for one in here.sittings.values())
        present, absent, listed = self.present.value(), self.absent.value(), len(draft.absent)
        if present is None or absent is None:
            self.notice.tell("idle", shell.say("reports-roll-blank", people=people, listed=listed))
            return False
        if present + absent != people:
            said = shell.say("reports-roll-sum", present=present, absent=absent, sum=present + absent, people=people)
        elif absent != listed:
            said = shell.say("reports-roll-list", absent=absent, listed=listed)
        else:
            self.notice.tell("ok", shell.say("reports-roll-fits", people=people, present=present, absent=absent))
            return True
        self.notice.tell("bad", said)
        return False

    def _confirm(self) -> None:
        session, room, at = self.session, self.room, self.moment.value()
        if not self._enter():
            self.entry.setFocus()
        elif not self._compare():
            blank = next((one for one in (self.present, self.absent) if one.value() is None), None)
            (blank or self.entry).setFocus()
        elif at is None:
            self.moment.complain()
        elif session and room:
            absent = tuple(sorted(self.draft.absent))
            operation = ConfirmAttendance(session, room, absent, at, self.person.value())
            said = self.shell.say(
                "reports-roll-recorded", room=room, present=self.present.value(), absent=self.absent.value()
            )
            self.asking.submit(operation, said, lambda _: self._recorded((session, room)))

    def _recorded(self, where: tuple[SessionId, RoomId]) -> None:
        self._drafts.pop(where, None)
        self.settled.emit()


def _meant(here: RoomSession, word: str) -> list[Sitting]:
    """By ticket, or by the sequence number, whose leading zeros nobody says."""
    if word in here.sittings:
        return [here.sittings[Ticket(word)]]
    if not word.isdecimal() or len(word) > 3:
        return []
    return [sitting for ticket, sitting in sorted(here.sittings.items()) if ticket[-3:] == word.zfill(3)]

"""The ledger of extra time: every line as it was entered, and those that were taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.extra_time_request import TakeBackExtraTime, TakeBackReason
from app.core.records import RoomForm
from app.core.terms import GrantNo, RoomId, SessionId
from app.core.time_state import ExtraTime
from app.views.extra_time import ExtraTimeRoom
from ui.models.lines import Cell, Index, Line, LinesModel, LinesView
from ui.pages.clock_rooms import brief
from ui.pages.delay_words import cause_long
from ui.pages.extra_time_words import LOOKS, named
from ui.shell import PageName, Place, Shell, clock, hour
from ui.widgets.asking import Asking
from ui.widgets.parts import Form, button, card, choice, flow, label, row
from ui.widgets.segments import Segments

_COLUMNS = (
    "extra-time-entered",
    "extra-time-number",
    "extra-time-room",
    "extra-time-whom",
    "extra-time-minutes-given",
    "extra-time-stretch-lost",
    "extra-time-allowed-by",
)


_ROOM, _LOST, _NARROW = 2, 5, 760


class LedgerModel(LinesModel):
    """Lines that were taken back are struck through."""

    struck: frozenset[object] = frozenset()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.FontRole and self.lines[index.row()].key in self.struck:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return super().data(index, role)


class LedgerCard(QWidget):
    """The newest line first; of the room that is shown, or of the whole session."""

    changed = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._session: SessionId | None = None
        self._room: ExtraTimeRoom | None = None
        self._every = False
        self._found: dict[GrantNo, ExtraTime] = {}
        say, look = shell.say, shell.look
        self.segments = Segments(say("extra-time-ledger-of"))
        self.segments.picked.connect(self._turn)
        self._none = label(say("extra-time-ledger-none"), "Sub")
        self.model = LedgerModel(shell, [say(name) for name in _COLUMNS])
        self.table = LinesView(self.model, say("extra-time-ledger"), wide=(3, 6))
        self.table.chosen.connect(self._choose)
        self._said = label("", "Cap")
        self.reason = choice([(one, shell.word(one)) for one in TakeBackReason])
        self.table.opened.connect(lambda _: self.reason.setFocus())
        self.back = button(look, say("extra-time-take-back"), self._take_back, "arrow-back-up", "danger")
        self.print = button(look, say("extra-time-print-ledger"), self._print, "printer")
        self._form = QWidget()
        form = Form()
        form.setContentsMargins(0, 0, 0, 0)
        form.field(say("extra-time-reason"), self.reason)
        self._form.setLayout(form)
        frame, inside = card()
        inside.addLayout(row(label(say("extra-time-ledger"), "H2", wrap=False), None, self.segments))
        for part in (self._none, self.table, self._said, self._form, flow(self.back, self.print)):
            inside.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the line under the table tells when it was lost."""
        super().resizeEvent(event)
        self.table.setColumnHidden(_LOST, self.width() < _NARROW)

    @property
    def chosen(self) -> ExtraTime | None:
        keys = self.table.chosen_keys()
        return self._found.get(GrantNo(str(keys[0]))) if keys else None

    def look(self, session: SessionId, room: ExtraTimeRoom | None) -> None:
        say = self._shell.say
        self._session, self._room = session, room
        self.segments.setVisible(room is not None)
        if room:
            here = say("room-name", room=room.room)
            self.segments.offer(((False, here), (True, say("extra-time-ledger-session"))), self._every)
        of_session = self._shell.bridge.site.sessions[session].extra_time
        lines = tuple(of_session) if self._every or room is None else room.ledger
        before = [line.key for line in self.model.lines]
        self._found = {one.number: one for one in reversed(lines)}
        self.model.struck = frozenset(number for number, one in self._found.items() if one.taken_back_at)
        self.model.show_lines([self._line(one) for one in self._found.values()])
        self.table.setColumnHidden(_ROOM, not self._every and room is not None)
        self._none.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.table.fit_height(1, 6)
        if lines and before != list(self._found):
            self.table.selectRow(0)
        self._choose()

    def _turn(self, every: object) -> None:
        self._every = bool(every)
        if self._session:
            self.look(self._session, self._room)

    def _line(self, one: ExtraTime) -> Line:
        say, struck = self._shell.say, one.taken_back_at is not None
        ink = "text2" if struck else "text"
        lost = self._lost(one)
        icon, tone = ("arrow-back-up", ink) if struck else LOOKS[one.tier]
        cells = (
            Cell(hour(one.at), ink, full=clock(one.at)),
            Cell(one.number, ink),
            Cell(one.room, ink),
            Cell(self._whom(one), ink),
            Cell(say("extra-time-minutes", count=one.minutes), ink),
            Cell(lost, ink),
            Cell(say("extra-time-back") if struck else self._shell.word(one.tier), tone, icon),
        )
        return Line(one.number, cells)

    def _lost(self, one: ExtraTime) -> str:
        return self._shell.say("extra-time-from-until", since=brief(one.lost_from), until=brief(one.lost_until))

    def _whom(self, one: ExtraTime) -> str:
        if one.moved:
            return self._shell.say("extra-time-whole-count", count=len(one.tickets))
        return named(self._shell, one.tickets)

    def _choose(self) -> None:
        """What of the chosen line does not fit into it, and whether it can still be taken back."""
        say, one = self._shell.say, self.chosen
        holds = one is not None and one.taken_back_at is None
        for part in (self._form, self.back):
            part.setVisible(holds)
        self.print.setVisible(one is not None)
        self._said.setVisible(one is not None)
        if one is None:
            return
        by = self._shell.bridge.console.directory.staff_name(one.reported_by)
        causes = tuple(cause_long(self._shell, number) for number in one.causes)
        lost = self._lost(one)
        said = say("extra-time-line-more", lost=lost, cause=one.cause, causes=causes, by=by, tool=one.tool or "none")
        gone = say("extra-time-line-back", time=clock(one.taken_back_at)) if one.taken_back_at else ""
        self._said.setText(f"{said}{gone}")
        self.back.setAccessibleName(f"{self.back.text()} {one.number}")

    def _take_back(self) -> None:
        one, session = self.chosen, self._session
        if one is None or session is None:
            return
        operation = TakeBackExtraTime(session, one.number, TakeBackReason(self.reason.currentData()))
        said = self._shell.say("extra-time-taken-back", number=one.number, minutes=one.minutes)
        self._asking.submit(operation, said, lambda _: self._taken())

    def _taken(self) -> None:
        self.changed.emit()
        self.table.setFocus()

    def _print(self) -> None:
        """The records page previews it, prints it and asks whether it came out."""
        one = self.chosen
        if one is not None:
            room = RoomId(one.moved or one.room)
            self._shell.go(Place(PageName.RECORDS, self._session, room, form=RoomForm.EXTRA_TIME))

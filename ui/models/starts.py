"""Rooms with their starts: a tick for each that is recorded now, and its own time where it differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.core.start import RoomStart
from app.core.terms import RoomId
from ui.shell import Shell, clock
from ui.widgets.moment import typed_time
from ui.widgets.scanner import ScanField

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
ROOM, STATE, AT = range(3)
_ITEM = Qt.ItemFlag
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class StartLine:
    """`own` is the room's own time where it is not that of all; `open` says that its start can be recorded."""

    room: RoomId
    name: str
    state: str
    open: bool
    started_at: datetime | None
    ticked: bool = True
    own: datetime | None = None


class StartsModel(QAbstractTableModel):
    ticked = Signal()
    misread = Signal()
    """What was typed is no time; the time before stays."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._headers = tuple(shell.say(name) for name in ("reports-room", "reports-state", "reports-started-at"))
        self._common: datetime | None = None
        self.lines: tuple[StartLine, ...] = ()

    def show_starts(self, lines: Sequence[StartLine], common: datetime | None) -> None:
        """Ticks and own times stay with their rooms; `common` is the time of all others."""
        kept = {line.room: line for line in self.lines if line.open}
        fresh = tuple(
            replace(line, ticked=kept[line.room].ticked, own=kept[line.room].own) if line.room in kept else line
            for line in lines
        )
        if [line.room for line in fresh] != [line.room for line in self.lines]:
            self.beginResetModel()
            self.lines, self._common = fresh, common
            self.endResetModel()
        elif (fresh, common) != (self.lines, self._common):
            self.lines, self._common = fresh, common
            self._changed()

    def starts(self) -> tuple[RoomStart, ...]:
        """What is to be recorded now; a room without any time is left out."""
        found = ((line, line.own or self._common) for line in self.lines if line.open and line.ticked)
        return tuple(RoomStart(line.room, at) for line, at in found if at is not None)

    def tick_all(self, *, on: bool) -> None:
        self.lines = tuple(replace(line, ticked=on) for line in self.lines)
        self._changed()

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._headers[section] if role == _ROLE.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = _ITEM.ItemIsSelectable | _ITEM.ItemIsEnabled
        if self.lines[index.row()].open:
            flags |= {ROOM: _ITEM.ItemIsUserCheckable, AT: _ITEM.ItemIsEditable}.get(index.column(), flags)
        return flags

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        line, column = self.lines[index.row()], index.column()
        if role in (_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.ToolTipRole):
            return self._text(line, column)
        if role == _ROLE.AccessibleTextRole:
            return f"{self._headers[column]} {self._text(line, column)}"
        if role == _ROLE.CheckStateRole and column == ROOM and line.open:
            return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
        if role == _ROLE.ForegroundRole:
            own = column == AT and line.own is not None and line.open
            return self._shell.look.colour("primary" if own else "text" if line.open else "text2")
        if role == _ROLE.FontRole and column == AT and line.open and line.own is not None:
            return self._shell.look.font(13, bold=True)
        return None

    def _text(self, line: StartLine, column: int) -> str:
        if column == AT:
            return clock(line.started_at or ((line.own or self._common) if line.open else None))
        return line.name if column == ROOM else line.state

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        line = self.lines[index.row()]
        if role == _ROLE.CheckStateRole and index.column() == ROOM:
            return self._put(index, replace(line, ticked=Qt.CheckState(value) is Qt.CheckState.Checked))
        if role != _ROLE.EditRole or index.column() != AT or not isinstance(value, str):
            return False
        if not value.strip():
            return self._put(index, replace(line, own=None))
        at = typed_time(value)
        if at is None or self._common is None:
            self.misread.emit()
            return False
        when = datetime.combine(self._common.date(), at, self._common.tzinfo)
        return self._put(index, replace(line, own=None if when == self._common else when, ticked=True))

    def toggle(self, row: int) -> None:
        if self.lines[row].open:
            self._put(self.index(row, ROOM), replace(self.lines[row], ticked=not self.lines[row].ticked))

    def _put(self, index: Index, line: StartLine) -> bool:
        self.lines = (*self.lines[: index.row()], line, *self.lines[index.row() + 1 :])
        self._changed()
        return True

    def _changed(self) -> None:
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, AT))
        self.ticked.emit()


class TimeEditor(QStyledItemDelegate):
    """Digits come as they are, also while an input method for Chinese is on."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = ScanField(parent=parent)
        made.setAccessibleName(str(index.data(_ROLE.AccessibleTextRole)))
        return made

"""The journal as a table: the lines that were read so far, newest first, and of them those that are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.core.operation import Fact
from app.core.permission import LOCK_HOLDER
from app.core.terms import PersonId
from app.views.entry_group import GROUPS
from app.views.journal import Line, Wanted, chosen
from ui.shell import Shell

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
HEAD_SHOWN = 8


class EntryColumn(StrEnum):
    """Each value is the id of its heading."""

    NUMBER = "journal-column-number"
    AT = "journal-column-at"
    GROUP = "journal-column-group"
    SENTENCE = "journal-column-sentence"
    SIGNERS = "journal-column-signers"
    HEAD = "journal-column-head"


COLUMNS = tuple(EntryColumn)


def who(shell: Shell, person: PersonId) -> str:
    """Code and name, or what is known of them."""
    if person == LOCK_HOLDER:
        return shell.say("journal-lock-holder")
    name = shell.bridge.console.directory.staff_name(person)
    return person if name == person else f"{person} {name}"


class EntryModel(QAbstractTableModel):
    """Lines come on top and at the end; what is chosen stays chosen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._wanted = Wanted()
        self._read: list[Line] = []
        self.shown: list[Line] = []
        self._said: dict[int, tuple[Fact, str]] = {}

    @property
    def newest(self) -> int:
        """0 while nothing was read."""
        return self._read[0].n if self._read else 0

    @property
    def oldest(self) -> int:
        return self._read[-1].n if self._read else 0

    @property
    def count(self) -> int:
        """How many lines were read, wanted or not."""
        return len(self._read)

    def said(self, fact: Fact) -> str:
        """Its sentence, worded once: finding a text reads thousands of them with every letter typed."""
        # By identity, since hashing a whole package is no saving; the fact is kept, so the number stays its own.
        known = self._said.get(id(fact))
        if known is None:
            known = self._said[id(fact)] = (fact, self._shell.text.fact(fact))
        return known[1]

    def on_top(self, lines: Sequence[Line]) -> int:
        """Newer lines, newest first; how many of them are wanted."""
        self._read[:0] = lines
        fit = self._fitting(lines)
        if fit:
            self.beginInsertRows(QModelIndex(), 0, len(fit) - 1)
            self.shown[:0] = fit
            self.endInsertRows()
        return len(fit)

    def at_the_end(self, lines: Sequence[Line]) -> None:
        """Older lines, newest first."""
        self._read.extend(lines)
        fit = self._fitting(lines)
        if fit:
            self.beginInsertRows(QModelIndex(), len(self.shown), len(self.shown) + len(fit) - 1)
            self.shown.extend(fit)
            self.endInsertRows()

    def want(self, wanted: Wanted) -> None:
        self.beginResetModel()
        self._wanted = wanted
        self.shown = self._fitting(self._read)
        self.endResetModel()

    def _fitting(self, lines: Sequence[Line]) -> list[Line]:
        return list(chosen(lines, self._wanted, self._shell.bridge.site, self.said))

    def row_of(self, n: int) -> int | None:
        return next((row for row, line in enumerate(self.shown) if line.n == n), None)

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._shell.say(COLUMNS[section].value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.shown[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(self._text(line, each) for each in COLUMNS)
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.FontRole and column is EntryColumn.SENTENCE:
            return self._shell.look.font(13)
        if role == Qt.ItemDataRole.ForegroundRole and column is not EntryColumn.SENTENCE:
            return self._shell.look.colour("text2")
        return None

    def _text(self, line: Line, column: EntryColumn) -> str:
        match column:
            case EntryColumn.NUMBER:
                return str(line.n)
            case EntryColumn.AT:
                return f"{line.at:%Y-%m-%d %H:%M:%S}"
            case EntryColumn.GROUP:
                return self._shell.word(GROUPS[type(line.fact)])
            case EntryColumn.SENTENCE:
                return self.said(line.fact)
            case EntryColumn.SIGNERS:
                return self._shell.say("list-separator").join(who(self._shell, person) for person, _ in line.signers)
            case EntryColumn.HEAD:
                return line.head[:HEAD_SHOWN]

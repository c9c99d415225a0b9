"""考场备份: each room's backup of the day, brought by the room after its last session, copied and read back here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.operation import Signer
from app.core.room_backup import over_at
from app.core.terms import RoomId
from app.service import room_backups
from app.service.keeping import Target
from app.views.safe import RoomKept, RoomSafe, rooms_kept
from ui.models.lines import Cell, Line, LinesModel, LinesView, choose_again
from ui.pages.backup_run import BackupRun
from ui.pages.safe_part import SafePart
from ui.pages.safe_size import sized
from ui.pages.safe_target import TargetField
from ui.shell import Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, flow, label

_LOOKS = {
    RoomSafe.GOING_ON: ("hourglass", "idle"),
    RoomSafe.DUE: ("device-floppy", "warn"),
    RoomSafe.LACKING: ("alert-triangle", "bad"),
    RoomSafe.SAFE: ("circle-check", "ok"),
}
_COLUMNS = (
    "room-backup-column-room",
    "room-backup-column-state",
    "room-backup-column-over",
    "room-backup-column-source",
    "room-backup-column-size",
    "room-backup-column-supervised",
    "room-backup-column-media",
)
_MOST_LINES = 15


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A room of this sitting whose backup is still to be taken."""

    room: RoomId
    day: date
    source: Path
    target: Target


class RoomsPart(SafePart):
    def __init__(self, shell: Shell, asking: Asking, to_media: Callable[[], object]) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self.run = BackupRun(shell, asking)
        self.run.setParent(self)
        self.run.writing.connect(self._writing)
        self.run.ended.connect(self._ended)
        self.working = self.run.working
        self._queue: list[_Waiting] = []
        self._signers: tuple[Signer, ...] = ()
        self.note = Notice(look)
        headers = [say(name) for name in _COLUMNS]
        self.table = LinesView(LinesModel(shell, headers), say("room-backup-table"), wide=(0,))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.chosen.connect(self._chosen)
        self.where = TargetField(shell, None)
        self.where.registering.connect(to_media)
        self.told = label("", "Cap")
        self.file = button(look, say("room-backup-file"), self._choose_file, "file-import", "primary")
        self.folder = button(look, say("room-backup-folder"), self._choose_folder, "folder-open")
        listed, held = card(margins=(0, 4, 0, 4))
        held.addWidget(self.table)
        steps, inside = card()
        inside.addWidget(label(say("room-backup-how"), "Cap"))
        inside.addWidget(self.where)
        inside.addWidget(self.told)
        inside.addWidget(flow(self.file, self.folder))
        # However many rooms there are, the steps stay in sight.
        for part in (self.working, self.note, steps, listed):
            self._column.addWidget(part)
        self._column.addStretch(1)

    @property
    def first(self) -> QWidget:
        return self.table

    @property
    def _day(self) -> date | None:
        state = self._shell.bridge.state
        return state.plan.starts_at.date() if state else None

    def refresh(self) -> None:
        day, say = self._day, self._shell.say
        if day is None:
            return
        self.where.look()
        rooms = rooms_kept(self._shell.bridge.site, day)
        kept, place = self.table.chosen_keys(), self.table.currentIndex().row()
        self.table.lines.show_lines([self._line(one) for one in rooms])
        self.table.fit_height(1, _MOST_LINES)
        choose_again(self.table, kept, place)
        open_ones = sum(one.state is not RoomSafe.SAFE for one in rooms)
        tone = "ok" if rooms and not open_ones else "primary"
        self.note.tell(tone, say("room-backup-note", total=len(rooms), open=open_ones))
        self._chosen()

    def show_room(self, room: RoomId) -> None:
        """Choose it."""
        number = next((n for n, one in enumerate(self.table.lines.lines) if one.key == room), None)
        if number is not None:
            self.table.selectRow(number)

    def _line(self, one: RoomKept) -> Line:
        say, (icon, tone) = self._shell.say, _LOOKS[one.state]
        made = one.backup
        cells = [
            Cell(say("room-backup-room", room=one.room)),
            Cell(self._shell.word(one.state), tone, icon),
            Cell(hour(one.over_at), "text2"),
        ]
        if made is None:
            return Line(one.room, (*cells, Cell(""), Cell(""), Cell(""), Cell("")))
        register = self._shell.bridge.site.safe.media
        labels = tuple(register[serial].label for serial in made.media)
        supervised = Cell(say("safekeeping-supervised"), "ok", "user-check")
        alone = Cell(say("safekeeping-alone"), "warn", "alert-triangle")
        return Line(
            one.room,
            (
                *cells,
                Cell(self._shell.word(made.source), full=made.name),
                Cell(sized(self._shell, made.size)),
                supervised if made.supervised else alone,
                Cell(say("safekeeping-list", things=labels)),
            ),
        )

    def _chosen(self) -> None:
        room, site, day, say = self._room(), self._shell.bridge.site, self._day, self._shell.say
        over = room is not None and day is not None and over_at(site, room, day) is not None
        any_over = day is not None and any(one.state is not RoomSafe.GOING_ON for one in rooms_kept(site, day))
        for each in (self.file, self.folder):
            each.setEnabled(any_over and not self.run.busy)
        named = "room-backup-chosen" if over else "room-backup-going-on"
        self.told.setText(say(named, room=room) if room else say("room-backup-choose"))

    def _room(self) -> RoomId | None:
        keys = self.table.chosen_keys()
        return RoomId(str(keys[0])) if keys else None

    # What is done

    def _choose_file(self) -> None:
        say, suffix = self._shell.say, room_backups.ROOM_FILES
        title, files = say("room-backup-file-title"), say("room-backup-files", suffix=suffix)
        chosen, _ = QFileDialog.getOpenFileNames(self, title, "", files)
        if chosen:
            self._begin([Path(one) for one in chosen])

    def _choose_folder(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, self._shell.say("room-backup-folder-title")):
            self._begin([Path(chosen)])

    def _begin(self, sources: list[Path]) -> None:
        """What says whose it is goes to that room; one thing alone that does not, to the room chosen here."""
        console, room, target = self._shell.bridge.console, self._room(), self.where.target()
        if self._day is None or self.run.busy:
            return
        if target is None:
            self._asking.tell("warn", self._shell.say("safekeeping-copy-needs-medium"))
            return
        brought = room_backups.brought_by(console, sources)
        if not brought and room is not None and len(sources) == 1:
            brought = ((room, sources[0]),)
        # What they sign for is this day and this medium, whatever is chosen on the page meanwhile.
        self._queue = [_Waiting(whose, self._day, source, target) for whose, source in brought]
        if not self._queue:
            self._asking.tell("warn", self._shell.say("room-backup-nobodys"))
            return
        self.run.start(self._next)

    def _next(self, *signers: Signer) -> object:
        """The first of those that wait; whoever signed for it, signed for all of this sitting."""
        self._signers = signers
        one = self._queue[0]
        console = self._shell.bridge.console
        return room_backups.begin_room_backup(console, one.room, one.day, one.source, one.target, *signers)

    def _writing(self) -> None:
        self._chosen()

    def _ended(self, path: Path | None) -> None:
        self.refresh()
        if path is None:
            self._queue = []
            return
        self._queue = self._queue[1:]
        if self._queue:
            self.run.follow(lambda: self._next(*self._signers))
        else:
            self._go_on()

    def _go_on(self) -> None:
        """To the next room whose backup can be taken."""
        day = self._day
        rooms = rooms_kept(self._shell.bridge.site, day) if day else ()
        if waiting := [one.room for one in rooms if one.state in (RoomSafe.DUE, RoomSafe.LACKING)]:
            self.show_room(waiting[0])

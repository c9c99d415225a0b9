"""Reports and results as files and scans: many at once, taken one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from app.core.end_state import ResultReason
from app.core.operation import Refusal, Signer
from app.core.room_result import ResultReasonNeeded
from app.core.terms import RoomId
from app.service import room_files
from app.service.room_files import SUFFIXES, Brought
from app.service.rooms import DAMAGED
from app.trouble import Trouble
from app.views.board import Board
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.report_differences import Differences
from ui.pages.report_form import ReportForm
from ui.pages.report_second import SecondResult
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, flow, label
from ui.widgets.scanner import TOKEN, ScanField


class FilesForm(ReportForm):
    """One file each turn of the event loop, so that the window answers in between and the rest can be called off."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self._waiting: deque[Path] = deque()
        self._brought: list[Brought] = []
        frame, inside = card()
        inside.addWidget(label(say("reports-files-hint"), "Sub"))
        self.choose = button(look, say("reports-files-choose"), self._choose, "file-import", "primary")
        actions = [self.choose]
        if shell.opening.practice is not None:
            actions += [
                button(look, say("reports-practice-results"), self._practice_results, "archive"),
                button(look, say("reports-practice-report"), self._practice_report, "clipboard-check"),
            ]
        inside.addWidget(flow(*actions))
        self.scan = ScanField(TOKEN)
        self.scan.setPlaceholderText(say("reports-scan-hint"))
        self.scan.setAccessibleName(say("reports-scan"))
        self.scan.returnPressed.connect(self._scan_typed)
        inside.addWidget(self.scan)
        self._left = label("", "Cap")
        self._stop = button(look, say("reports-files-stop"), self._call_off, "x")
        self._progress = flow(self._left, self._stop)
        self._progress.hide()
        inside.addWidget(self._progress)
        self.outer.addWidget(frame)
        self.second = SecondResult(shell)
        self.second.wanted.connect(self._take_second)
        self.second.left.connect(self._note)
        self.outer.addWidget(self.second)
        self.outcome = Notice(look)
        self.outer.addWidget(self.outcome)
        self.differences = Differences(shell, asking)
        self.outer.addWidget(self.differences)
        self._held, held_inside = card(margins=(0, 0, 0, 0))
        headers = (say("reports-file"), say("reports-room"), say("reports-outcome"))
        self.model = LinesModel(shell, headers)
        self.table = LinesView(self.model, say("reports-files-taken"), wide=(0, 2))
        self.table.chosen.connect(self._explain)
        held_inside.addWidget(self.table)
        self._held.hide()
        self.outer.addWidget(self._held)
        self.outer.addStretch(1)
        self.first = self.choose
        self.setAcceptDrops(True)

    def look(self, board: Board, room: RoomId | None) -> None:
        super().look(board, room)
        self.differences.look(self.here)

    def take(self, paths: Iterable[Path]) -> None:
        """These files, in order of name; what was waiting before is forgotten."""
        self._waiting = deque(sorted(paths, key=lambda path: path.name))
        self._next()

    def scanned(self, code: str) -> None:
        """A room report, as its QR code says it."""
        console = self.shell.bridge.console

        def take(*signers: Signer) -> Brought:
            return room_files.take_scan(console, code, *signers)

        self.asking.ask(take, then=self._scan_taken)

    def _scan_taken(self, brought: object) -> None:
        self.scan.clear()
        self._note(brought)

    def _scan_typed(self) -> None:
        if self.scan.text().strip():
            self.scanned(self.scan.text())

    def _choose(self) -> None:
        practice = self.shell.opening.practice
        dialog = QFileDialog(self, self.shell.say("reports-files-choose"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilter(f"{self.shell.say('reports-files-kind')} ({patterns})")
        if practice is not None:
            dialog.setDirectory(str(practice.inbox))
        dialog.filesSelected.connect(lambda names: self.take(Path(name) for name in names))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _practice_results(self) -> None:
        practice, session = self.shell.opening.practice, self.session
        if practice is not None and session is not None:
            try:
                paths = practice.room_results(session)
            except Trouble as trouble:
                self.shell.bridge.tell(trouble)
                return
            if paths:
                self.take(paths)
            else:
                self.outcome.tell("idle", self.shell.say("reports-practice-none"))

    def _practice_report(self) -> None:
        practice, here = self.shell.opening.practice, self.here
        if practice is not None and here is not None:
            try:
                path = practice.room_report(here.session, here.room)
            except Trouble as trouble:
                self.shell.bridge.tell(trouble)
                return
            self.take((path,))

    def _next(self) -> None:
        """The file stays in line until it is taken or refused: somebody may have to sign first."""
        self._progress.setVisible(len(self._waiting) > 1)
        self._left.setText(self.shell.say("reports-files-left", count=len(self._waiting)))
        if not self._waiting:
            return
        path, console = self._waiting[0], self.shell.bridge.console
        self.asking.ask(lambda *signers: room_files.take_file(console, path, *signers), then=self._taken)

    def _taken(self, brought: object) -> None:
        path = self._waiting.popleft() if self._waiting else None
        if path is not None and isinstance(brought, Brought) and isinstance(brought.no, ResultReasonNeeded):
            self.second.ask(path, brought, brought.no)
        else:
            self._note(brought)
        if self._waiting:
            QTimer.singleShot(0, self, self._next)
        else:
            self._next()
            self.settled.emit()
            if not self.second.isHidden():
                self.second.why.setFocus()

    def _take_second(self, path: Path, reason: ResultReason) -> None:
        console = self.shell.bridge.console
        self.asking.ask(
            lambda *signers: room_files.take_file(console, path, *signers, reason=reason), then=self._second_taken
        )

    def _second_taken(self, brought: object) -> None:
        self.second.taken()
        self._note(brought)
        self.settled.emit()

    def _call_off(self) -> None:
        self._waiting.clear()
        self.asking.clear()
        self._next()

    def _note(self, brought: object) -> None:
        if not isinstance(brought, Brought):
            return
        self._brought.append(brought)
        self.model.show_lines([self._line(n, one) for n, one in reversed(list(enumerate(self._brought)))])
        self._held.show()
        self.table.fit_height(1, 6)
        if isinstance(brought.no, Refusal):
            self.asking.refuse(brought.no)
        refused = sum(one.no is not None for one in self._brought)
        taken = len(self._brought) - refused
        tone = "bad" if refused else "ok"
        self.outcome.tell(tone, self.shell.say("reports-files-sum", taken=taken, refused=refused))
        self.differences.look(self.here)

    def _line(self, number: int, one: Brought) -> Line:
        say = self.shell.say
        name = one.name or say("reports-scanned")
        room = f"{one.session} · {one.room}" if one.session and one.room else say("blank")
        return Line(number, (Cell(name), Cell(room, "text2"), self._came_of(one)))

    def _came_of(self, one: Brought) -> Cell:
        shell = self.shell
        if isinstance(one.no, Trouble):
            said = shell.text.trouble(one.no)
            room = shell.bridge.site.room(one.session, one.room) if one.session and one.room else None
            if one.no.code in DAMAGED and one.is_result and room is not None and room.damaged:
                said = shell.say("reports-damaged", said=said, room=room.room)
            return Cell(said, "bad", "alert-triangle")
        if isinstance(one.no, Refusal):
            return Cell(shell.text.refusal(one.no), "bad", "alert-triangle")
        here = shell.bridge.site.room(one.session, one.room) if one.session and one.room else None
        odd = len(here.result.differences) if here and here.result else 0
        if odd and one.is_result:
            return Cell(shell.say("reports-taken-odd", count=odd), "warn", "alert-triangle")
        return Cell(shell.say("reports-taken"), "ok", "check")

    def _explain(self) -> None:
        """The whole sentence of a line, which the table may have cut."""
        for number in self.table.chosen_keys():
            if isinstance(number, int):
                cell = self._came_of(self._brought[number])
                self.outcome.tell(cell.tone, cell.text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()

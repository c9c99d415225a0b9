"""备份、上传与移交: what of each session was backed up, and whether the centre confirmed that it has it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.core.operation import Fact, Refusal, Signer
from app.core.safe_state import Backup
from app.core.site_form import SiteForm
from app.core.terms import SessionId
from app.service import safekeeping
from app.views.safe import Kept, SafeState, kept
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.page import Page
from ui.pages.backup_run import BackupRun
from ui.pages.day_files import DayFiles
from ui.pages.handing_over import HandingOver
from ui.shell import PageName, Place, Shell, hour
from ui.widgets.notice import Notice
from ui.widgets.parts import Elided, button, card, flow, label, row, scrolled
from ui.widgets.segments import Segments
from ui.widgets.working import Working

LOOKS: dict[SafeState, tuple[str, str]] = {
    SafeState.UNCHECKED: ("circle-dashed", "idle"),
    SafeState.TO_BACK_UP: ("device-floppy", "primary"),
    SafeState.TO_UPLOAD: ("cloud-upload", "warn"),
    SafeState.RECEIPTED: ("circle-check", "ok"),
}
_NOTES: dict[SafeState, tuple[str, str]] = {
    SafeState.UNCHECKED: ("idle", "safekeeping-note-unchecked"),
    SafeState.TO_BACK_UP: ("primary", "safekeeping-note-to-back-up"),
    SafeState.TO_UPLOAD: ("warn", "safekeeping-note-to-upload"),
    SafeState.RECEIPTED: ("ok", "safekeeping-note-receipted"),
}
_SESSION_COLUMNS = (
    "safekeeping-column-session",
    "safekeeping-column-state",
    "safekeeping-column-checked",
    "safekeeping-column-backups",
)
_BACKUP_COLUMNS = (
    "safekeeping-column-name",
    "safekeeping-column-size",
    "safekeeping-column-entries",
    "safekeeping-column-digest",
    "safekeeping-column-supervised",
    "safekeeping-column-receipt",
)
_MOST_LINES = 6


class Part(StrEnum):
    """Each value is the id of its word."""

    BACKUP = "safekeeping-part-backup"
    HANDOVER = "safekeeping-part-handover"


class SafekeepingPage(Page):
    name = PageName.SAFEKEEPING
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        say, look = shell.say, shell.look
        self.folder = shell.opening.data / "backups"
        self.back_up = button(look, say("safekeeping-back-up"), self._back_up, "device-floppy", "primary")
        self.parts = Segments(say("safekeeping-parts"))
        self.parts.picked.connect(lambda part: self.turn(Part(part)))
        self.part = Part.BACKUP
        self.head("", self.parts)
        self.run = BackupRun(shell, self.asking)
        self.run.setParent(self)
        self.run.writing.connect(self._writing)
        self.run.proving.connect(self._proving)
        self.run.ended.connect(self._ended)
        self.working = Working(shell)
        self.working.stopped.connect(self.run.stop)
        self.outer.addWidget(self.working)
        self.sessions = LinesView(
            LinesModel(shell, [say(name) for name in _SESSION_COLUMNS]),
            say("safekeeping-sessions"),
            wide=(0,),
        )
        self.sessions.chosen.connect(self._choose)
        self.first = self.sessions
        self.note = Notice(look)
        self._told: tuple[SessionId, SafeState, str] | None = None
        self.where = Elided(str(self.folder), "Mono")
        self.choose = button(look, say("safekeeping-choose"), self._choose_folder, "folder-open")
        self.receipt = button(look, say("safekeeping-receipt"), self._choose_receipt, "file-import")
        self.practice = button(look, say("safekeeping-practice-receipt"), self._practice_receipt, "cloud-upload")
        self.day_files = DayFiles(shell, self.asking, lambda: self.folder)
        if shell.opening.practice is None:
            self.practice.hide()
        headers = [say(name) for name in _BACKUP_COLUMNS]
        self.backups = LinesView(LinesModel(shell, headers), say("safekeeping-backups"), wide=(0,))
        self.backups.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.sessions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.backups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.empty = label(say("safekeeping-nothing"), "Sub")
        self.outer.addWidget(self.empty)
        self._held = scrolled(self._inside())
        self.outer.addWidget(self._held, 1)
        self.handing = HandingOver(shell, self.asking)
        self.outer.addWidget(self.handing, 1)

    def _inside(self) -> QWidget:
        say = self.shell.say
        day, listed = card(margins=(0, 4, 0, 4))
        listed.addWidget(self.sessions)
        one, steps = card()
        steps.addWidget(self.note)
        where = row(label(say("safekeeping-folder"), "Cap", wrap=False), self.where, self.choose)
        where.setStretch(1, 1)
        steps.addLayout(where)
        steps.addWidget(flow(self.back_up, self.receipt, self.practice))
        files, kept_files = card(margins=(0, 4, 0, 4))
        kept_files.addWidget(self.backups)
        self._files = files
        inside = QWidget()
        stacked = QVBoxLayout(inside)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(10)
        for part in (day, one, files, self.day_files):
            stacked.addWidget(part)
        stacked.addStretch(1)
        return inside

    # What is shown

    def turn(self, part: Part) -> None:
        """Show this half; what is being typed in the other one stays."""
        self.asking.clear()
        self.part = part
        self.refresh()

    def go(self, place: Place) -> None:
        """To what is handed over, or to the backups of a session."""
        if place.form is SiteForm.HANDOVER:
            self.turn(Part.HANDOVER)
        elif place.session is not None or place.step is not None:
            self.turn(Part.BACKUP)

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge = self.shell.bridge
        session = bridge.session
        there = session is not None
        handing = self.part is Part.HANDOVER
        self.empty.setVisible(not there)
        self._held.setVisible(there and not handing)
        self.handing.setVisible(there and handing)
        self.parts.setVisible(there)
        self.parts.offer([(part, self.shell.say(part.value)) for part in Part], self.part)
        self.first = self.handing.first if handing else self.sessions
        self.day_files.refresh()
        if session is None or handing:
            self.sub.tell("")
            self.handing.look()
            return
        day = [kept(bridge.site, plan.id) for plan in bridge.today]
        done = sum(one.state is SafeState.RECEIPTED for one in day)
        self.sub.tell(self.shell.say("safekeeping-sub", total=len(day), done=done))
        self.sessions.lines.show_lines([self._session_line(one) for one in day])
        self.sessions.fit_height(1, _MOST_LINES)
        self._mark(session)
        self._show_session(kept(bridge.site, session))

    def _session_line(self, one: Kept) -> Line:
        say, plan = self.shell.say, self.shell.bridge.site.sessions[one.session].plan
        icon, tone = LOOKS[one.state]
        checked = say("safekeeping-unchecked")
        if one.checked_at:
            checked = say("safekeeping-checked", time=hour(one.checked_at))
        name = f"{self.shell.session(one.session)} {plan.subject}"
        return Line(
            one.session,
            (
                Cell(name),
                Cell(self.shell.word(one.state), tone, icon),
                Cell(checked, "text2"),
                Cell(say("safekeeping-count", count=len(one.backups)), "text2"),
            ),
        )

    def _mark(self, session: SessionId) -> None:
        """The line of the session that is shown."""
        number = next((n for n, one in enumerate(self.sessions.lines.lines) if one.key == session), None)
        if number is not None and self.sessions.chosen_keys() != (session,):
            self.sessions.selectRow(number)

    def _show_session(self, one: Kept) -> None:
        shell, say = self.shell, self.shell.say
        tone, said = _NOTES[one.state]
        behind = one.since(shell.bridge.console.store.journal.n)
        note = say("safekeeping-behind", entries=behind) if behind else ""
        if self._told != (one.session, one.state, note):
            self._told = (one.session, one.state, note)
            closing = (say("safekeeping-close"), lambda: shell.go(Place(PageName.CLOSING, one.session)))
            self.note.tell(tone, say(said), *([closing] if one.state is SafeState.UNCHECKED else []), note=note)
        self._files.setVisible(bool(one.backups))
        self.backups.lines.show_lines([self._backup_line(backup) for backup in one.backups])
        self.backups.fit_height(1, _MOST_LINES)

    def _backup_line(self, one: Backup) -> Line:
        say = self.shell.say
        alone = Cell(say("safekeeping-alone"), "warn", "alert-triangle")
        there = Cell(say("safekeeping-has-receipt"), "ok", "circle-check", full=one.receipt)
        waiting = Cell(say("safekeeping-no-receipt"), "warn", "cloud-upload")
        return Line(
            one.name,
            (
                Cell(Path(one.name).stem, full=one.name),
                Cell(self._size(one.size)),
                Cell(say("safekeeping-entries", entries=one.entries)),
                Cell(one.digest[:8], full=one.digest),
                Cell(say("safekeeping-supervised"), "ok", "user-check") if one.supervised else alone,
                there if one.receipt else waiting,
            ),
        )

    def _size(self, size: int) -> str:
        say = self.shell.say
        if size < 1 << 10:
            return say("safekeeping-size-bytes", size=size)
        if size < 1 << 20:
            return say("safekeeping-size-kilobytes", size=round(size / (1 << 10)))
        return say("safekeeping-size-megabytes", size=round(size / (1 << 20), 1))

    def _choose(self) -> None:
        chosen = self.sessions.chosen_keys()
        if chosen:
            self.shell.bridge.choose(SessionId(str(chosen[0])))

    # What is done

    def _back_up(self) -> None:
        session = self.shell.bridge.session
        if session is not None and not self.run.busy:
            self.run.start(session, self.folder)

    def _writing(self, name: str, done: int, total: int) -> None:
        self.back_up.setEnabled(False)
        self.working.tell(self.shell.say("safekeeping-writing", name=name), done, total)

    def _proving(self, name: str) -> None:
        self.working.tell(self.shell.say("safekeeping-proving", name=name), stoppable=False)

    def _ended(self, path: Path | None) -> None:
        self.working.hide()
        self.back_up.setEnabled(True)
        if path is not None:
            self.shell.bridge.say(self.shell.say("safekeeping-done", name=path.name))

    def _choose_folder(self) -> None:
        title = self.shell.say("safekeeping-choose-title")
        if chosen := QFileDialog.getExistingDirectory(self, title, str(self.folder)):
            self.folder = Path(chosen)
            self.where.tell(chosen)

    def _choose_receipt(self) -> None:
        shell, suffix = self.shell, safekeeping.RECEIPTS
        title, files = shell.say("safekeeping-receipt-title"), shell.say("safekeeping-receipt-files", suffix=suffix)
        practice = shell.opening.practice
        begin = practice.inbox if practice else self.folder
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(begin), files)
        if chosen:
            self._take(Path(chosen))

    def _take(self, path: Path) -> None:
        console = self.shell.bridge.console
        self.asking.ask(
            lambda *signers: safekeeping.take_receipt_file(console, path, *signers),
            self.shell.say("safekeeping-receipted"),
        )

    def _practice_receipt(self) -> None:
        """The province receives the newest backup and answers; both in one step, so that nobody looks for a file."""
        practice, session, shell = self.shell.opening.practice, self.shell.bridge.session, self.shell
        if practice is None or session is None:
            return

        def take(*signers: Signer) -> Refusal | Path | None:
            path = practice.receipt(session)
            return path and (safekeeping.take_receipt_file(shell.bridge.console, path, *signers) or path)

        self.asking.ask(take, then=self._received)

    def _received(self, path: object) -> None:
        if path is None:
            folder = str(self.shell.opening.data / "backups")
            self.asking.tell("idle", self.shell.say("safekeeping-practice-nothing", folder=folder))
        else:
            self.shell.bridge.say(self.shell.say("safekeeping-receipted"))

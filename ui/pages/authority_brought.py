"""What was brought under an open receipt: authorizations that are verified and not taken in yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from app.core.operation import Refusal, Signer
from app.core.terms import IncidentNo, SessionId
from app.service import authorization
from app.service.authorization import Brought
from app.trouble import Code, Trouble
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, flow
from ui.widgets.scanner import TOKEN, ScanField

SUFFIX = ".examsite-authorization"
_LISTED = 5
"""Lines of the table before it scrolls."""
Fetch = Callable[[], Sequence[Path | bytes]]


@dataclass(slots=True)
class _Came:
    good: list[Brought] = field(default_factory=list)
    bad: list[tuple[str, Trouble]] = field(default_factory=list)
    incidents: tuple[IncidentNo, ...] = ()


class BroughtList(QWidget):
    """Of a document only kind, session and serial are shown, never what it says (LCK-11)."""

    changed = Signal()
    added = Signal()
    """Something good came."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self.brought: tuple[Brought, ...] = ()
        say = shell.say
        headers = [say(name) for name in ("authority-document", "authority-session", "authority-serial")]
        self.model = LinesModel(shell, headers)
        self.table = LinesView(self.model, say("authority-brought"), wide=(2,), several=True)
        self.table.chosen.connect(self._chosen)
        self.files = button(shell.look, say("authority-pick"), self._pick, "folder-open")
        self.remove = button(shell.look, say("authority-remove"), self._remove, "x")
        self.text = ScanField(TOKEN)
        self.text.setEchoMode(QLineEdit.EchoMode.Password)
        self.text.setPlaceholderText(say("authority-text-how"))
        self.text.returnPressed.connect(self._enter)
        fields = Form()
        fields.field(say("authority-text"), self.text)
        self.enter = button(shell.look, say("authority-enter"), self._enter, "plus")
        self.practice = button(shell.look, say("authority-practice"), self._practise, "cloud-upload")
        self.came = Notice(shell.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self.table)
        outer.addWidget(self.came)
        outer.addLayout(fields)
        outer.addWidget(flow(self.practice, self.files, self.enter, self.remove))
        # Only now: a button that is shown before it stands anywhere is a window of its own and takes the focus.
        self.practice.setVisible(shell.opening.practice is not None)
        self.first: QWidget = self.practice if shell.opening.practice is not None else self.files
        self._show(())

    def clear(self) -> None:
        """Nothing of it was kept."""
        self.came.clear()
        self.text.clear()
        if self.brought:
            self._show(())

    def refresh(self) -> None:
        self.practice.setEnabled(bool(self._wanted()))

    def bring_text(self, text: str) -> None:
        """Pasted, or out of a QR code."""
        token = "".join(text.split()).encode()
        self._ask(lambda: (token,))

    def bring_files(self, paths: Sequence[Path]) -> None:
        self._ask(lambda: paths)

    def _ask(self, fetch: Fetch) -> None:
        self.came.clear()
        self._asking.ask(lambda *signers: self._bring(fetch(), *signers), then=self._add)

    def _bring(self, sources: Sequence[Path | bytes], *signers: Signer) -> Refusal | _Came:
        """Every document by itself: a bad one is told, and does not keep the others away."""
        console, came = self._shell.bridge.console, _Came()
        before = set(console.site.incidents)
        for source in sources:
            try:
                one = self._verified(source, *signers)
            except Trouble as trouble:
                if trouble.fatal or console.stopped:
                    raise
                came.bad.append((source.name if isinstance(source, Path) else "", trouble))
                continue
            if isinstance(one, Refusal):
                return one
            came.good.append(one)
        came.incidents = tuple(number for number in console.site.incidents if number not in before)
        return came

    def _verified(self, source: Path | bytes, *signers: Signer) -> Brought | Refusal:
        console = self._shell.bridge.console
        if isinstance(source, Path):
            return authorization.bring_file(console, source, *signers)
        return authorization.bring(console, source, *signers)

    def _add(self, came: object) -> None:
        if not isinstance(came, _Came):
            return
        self.text.clear()
        by_session = {one.session: one for one in (*self.brought, *came.good)}
        if None in by_session and len(by_session) > 1:
            # One receipt takes in either the exam's or those of a batch.
            kept = {one.session: one for one in self.brought} or {None: by_session[None]}
            self._show(tuple(kept.values()))
            self.came.tell("warn", self._shell.say("authority-alone"))
        else:
            self._show(tuple(by_session.values()))
        if came.bad:
            self._tell_bad(came)
        elif came.good:
            self.added.emit()

    def _tell_bad(self, came: _Came) -> None:
        shell = self._shell
        said = (self._said(name, trouble) for name, trouble in came.bad)
        note = shell.say("authority-false", incidents=came.incidents) if came.incidents else ""
        self.came.tell("bad", "\n".join(said), note=note)

    def _said(self, name: str, trouble: Trouble) -> str:
        """A signed document does not know how it came: what is unreadable is named here."""
        shell = self._shell
        if trouble.code is Code.FILE_DAMAGED:
            damaged = Trouble(Code.FILE_DAMAGED, file=name)
            return shell.text.trouble(damaged) if name else shell.say("authority-text-unread")
        told = shell.text.trouble(trouble)
        return shell.say("authority-file-says", file=name, said=told) if name else told

    def _show(self, brought: tuple[Brought, ...]) -> None:
        shell = self._shell
        self.brought = tuple(sorted(brought, key=lambda one: one.session or ""))
        self.model.show_lines([self._line(one) for one in self.brought])
        self.table.setVisible(bool(self.brought))
        self.remove.setVisible(bool(self.brought))
        if self.brought:
            self.table.fit_height(1, _LISTED)
        self._chosen()
        self.changed.emit()
        shell.bridge.touched()

    def _line(self, one: Brought) -> Line:
        shell = self._shell
        kind = shell.say("authority-starts") if one.session else shell.say("authority-exam")
        session = shell.session(one.session) if one.session else shell.say("blank")
        return Line(one.session or "", (Cell(kind, "text", "file-text"), Cell(session), Cell(one.serial, "text2")))

    def _chosen(self) -> None:
        self.remove.setEnabled(bool(self.table.chosen_keys()))

    def _remove(self) -> None:
        gone = self.table.chosen_keys()
        self._show(tuple(one for one in self.brought if (one.session or "") not in gone))
        self.files.setFocus()

    def _pick(self) -> None:
        say = self._shell.say
        kinds = f"{say('authority-file-kind')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileNames(self, say("authority-pick"), "", kinds)
        if chosen:
            self.bring_files([Path(one) for one in chosen])

    def _enter(self) -> None:
        if self.text.text().strip():
            self.bring_text(self.text.text())
        else:
            self.text.setFocus()

    def _practise(self) -> None:
        """All that the batch still wants, as the province would send it."""
        practice = self._shell.opening.practice
        if practice is not None:
            self._ask(lambda: [practice.start_authorization(session) for session in self._wanted()])

    def _wanted(self) -> tuple[SessionId, ...]:
        bridge = self._shell.bridge
        batch = bridge.state.plan.batch if bridge.state else 0
        states = (state for state in bridge.site.sessions.values() if state.rooms and state.plan.batch == batch)
        return tuple(state.plan.id for state in states if not (state.received or state.start_authorization))

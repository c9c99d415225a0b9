"""The ministry's directive on rooms that are too late for everybody else: read, shown, and then entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.core.operation import Refusal, Signer
from app.service import delays
from app.trouble import Code, Trouble
from app.views.delays import DelayStep
from ui.pages.delay_form import Chosen, DelayForm
from ui.pages.delay_words import day_clock, room_names
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, Form, button, label
from ui.widgets.scanner import TOKEN, ScanField

_DOTS = 2


@dataclass(frozen=True, slots=True)
class _Read:
    """What was brought, and what it says; or what is wrong with it."""

    token: bytes
    content: delays.Directed | Trouble


class DirectiveForm(DelayForm):
    """By file, scan or paste. What it decides stands here before the chief signs."""

    step = DelayStep.DIRECTIVE
    icon = "file-import"

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say = shell.say
        self._token: bytes | None = None
        self.outer.addWidget(label(say("delays-directive-how")))
        self.text = ScanField(TOKEN)
        self.text.setPlaceholderText(say("delays-directive-hint"))
        self.text.returnPressed.connect(self._pasted)
        fields = Form()
        fields.field(say("delays-directive-text"), self.text)
        self.outer.addLayout(fields)
        self._came = Notice(shell.look)
        self.outer.addWidget(self._came)
        self._facts = Facts()
        self._facts.hide()
        self.outer.addWidget(self._facts)
        self.pick = button(shell.look, say("delays-directive-pick"), self._pick, "folder-open")
        self.practice = button(shell.look, say("delays-directive-practice"), self._practise, "cloud-upload")
        self.finish(say("delays-directive-enter"), self.pick, self.practice)
        self.practice.setVisible(shell.opening.practice is not None)
        self.first = self.text
        self._show(None)

    def look(self, chosen: Chosen, *, same: bool) -> None:
        super().look(chosen, same=same)
        if not same:
            self.clear()

    def clear(self) -> None:
        """Nothing of it was kept."""
        self.text.clear()
        self._came.clear()
        self.complain("")
        self._show(None)

    def take_text(self, text: str) -> None:
        """Pasted, or out of a QR code."""
        token = "".join(text.split()).encode(errors="replace")
        self._read(lambda: token)

    def take_file(self, path: Path) -> None:
        self._read(lambda: delays.directive_file(path))

    def submit(self) -> None:
        say, token = self.shell.say, self._token
        application = self.chosen.application if self.chosen else None
        if application is None:
            self.complain(say("delays-apply-first"))
        elif token is None and self.text.text().strip():
            self._pasted()
        elif token is None:
            self.complain(say("delays-directive-first"), self.text)
        else:
            console = self.shell.bridge.console

            def take(*signers: Signer) -> Refusal | None:
                return delays.take_directive(console, application.number, token, *signers)

            self.asking.ask(take, say("delays-directive-done"), lambda _: self._taken())

    def _taken(self) -> None:
        self.clear()
        self.settled.emit()

    def _read(self, fetch: Callable[[], bytes]) -> None:
        console = self.shell.bridge.console
        self._show(None)

        def read(*_: Signer) -> _Read:
            token = b""
            try:
                token = fetch()
                return _Read(token, delays.read_directive(console, token))
            except Trouble as trouble:
                if trouble.fatal or console.stopped:
                    raise
                return _Read(token, trouble)

        self.asking.ask(read, then=self._came_in)

    def _came_in(self, found: object) -> None:
        if not isinstance(found, _Read):
            return
        shell = self.shell
        if isinstance(found.content, Trouble):
            damaged = found.content.code is Code.FILE_DAMAGED
            said = shell.say("delays-directive-unread") if damaged else shell.text.trouble(found.content)
            self._came.tell("bad", said)
            self.text.selectAll()
            return
        self._came.clear()
        self._token = found.token
        self._show(found.content)
        self.do.setFocus()
        self.sight.bring(self.do)

    def _show(self, content: delays.Directed | None) -> None:
        if content is None:
            self._token = None
        self._facts.setVisible(content is not None)
        if content is None:
            return
        shell = self.shell
        say = shell.say
        until = day_clock(content.until, shell) if content.until else say("delays-directive-no-end")
        facts = [
            (say("delays-directive-outcome"), shell.word(content.outcome)),
            (say("delays-directive-session"), shell.session(content.session)),
            (say("delays-directive-rooms"), say("delays-rooms-list", rooms=room_names(shell, content.rooms))),
            (say("delays-directive-until"), until),
            (say("delays-directive-serial"), content.serial),
            (say("delays-directive-issued"), day_clock(content.issued_at, shell)),
        ]
        self._facts.show_facts(facts)

    def _pasted(self) -> None:
        if self.text.text().strip():
            self.take_text(self.text.text())

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.shell.say("delays-directive-pick"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{self.shell.say('delays-directive-kind')} (*{delays.DIRECTIVE})")
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _practise(self) -> None:
        """The practice ministry sends one for the chosen rooms; it is still to be entered."""
        practice, chosen = self.shell.opening.practice, self.chosen
        if practice is not None and chosen is not None:
            self.take_file(practice.directive(chosen.session, chosen.numbers))


def is_token(text: str) -> bool:
    """A signed document has three parts."""
    return text.count(".") == _DOTS

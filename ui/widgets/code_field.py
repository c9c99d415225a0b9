"""An authorization code as it is heard: checked group by group, and whose it is where it does not fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.code_entry import CodeForFewer, CodeMistyped, CodeNotForThis, EnterCode
from app.core.operation import Refusal
from app.core.terms import Ticket
from app.crypto.codes import GROUPS, IN_GROUP, Purpose, group_ok
from app.service import delays
from app.service.delays import Fits, Owners
from ui.lanes import Job, Progress
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import flow, label
from ui.widgets.pill import Pill
from ui.widgets.scanner import ScanField
from ui.widgets.sight import Sight

_READ_AS = str.maketrans("OIL", "011")
_BETWEEN = ("P", "Z", "C")
"""Unicode categories of what stands between symbols: punctuation, blanks, control characters."""
_SIGNS = GROUPS * IN_GROUP
_LOOKED_AT = 32
"""Subjects between two looks at whether the search is still wanted."""
_OWN = (CodeMistyped, CodeNotForThis, CodeForFewer)


@dataclass(frozen=True, slots=True)
class _Told:
    """A no that is said under the field."""

    refusal: Refusal


class CodeField(QWidget):
    """`complete` comes with Enter once all groups hold; `meant` carries whose code it is, where `takes` takes that."""

    changed = Signal()
    complete = Signal()
    meant = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._job: Job[object] | None = None
        self._refused = ""
        self.takes: Callable[[Fits], bool] = lambda _: False
        self.edit = ScanField()
        self.edit.setPlaceholderText(shell.say("code-field-form"))
        self.edit.setObjectName("Code")
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(self._entered)
        self._marks = [Pill(shell.look, "circle-dashed", "", "idle") for _ in range(GROUPS)]
        self._said = label("", "Bad")
        self._said.hide()
        self.answer = Notice(shell.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        for part in (self.edit, flow(*self._marks, gap=6), self._said, self.answer):
            outer.addWidget(part)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self._sight = Sight(self)
        self._mark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes to the field sees the groups under it too."""
        if event.type() is QEvent.Type.FocusIn:
            self._sight.bring(self)
        return super().eventFilter(watched, event)

    @property
    def ready(self) -> bool:
        """Whether all four groups hold."""
        groups = self._groups
        return len(self._signs) == _SIGNS and all(group_ok(n, group) for n, group in enumerate(groups, 1))

    def value(self) -> str:
        """XXXXX-XXXXX-XXXXX-XXXXX, or as much of it as stands there."""
        return self.edit.text()

    def put(self, text: str) -> None:
        """As if somebody had typed it."""
        self.edit.setText(text)
        self._edited(text)

    def clear(self) -> None:
        self._stop()
        self.edit.clear()
        self.answer.clear()
        self._mark()

    def renew(self) -> None:
        """Ready for the next code; what was said of the last one stays."""
        self.edit.clear()
        self._mark()

    def complain(self) -> None:
        """Go to the first group that is wrong or missing, and say so."""
        wrong = next((n for n, group in enumerate(self._groups, 1) if not group_ok(n, group)), 0)
        if not wrong:
            self._tell(self._shell.say("code-field-long", count=len(self._signs)))
        elif len(self._groups[wrong - 1]) < IN_GROUP:
            self._tell(self._shell.say("code-field-short", group=wrong, count=len(self._signs)))
        self.edit.setFocus()
        if wrong:
            start = (wrong - 1) * (IN_GROUP + 1)
            self.edit.setSelection(start, len(self._groups[wrong - 1]))

    def enter(self, asking: Asking, operation: EnterCode, then: Callable[[int], object]) -> None:
        """Ask for it; what lies in the code is said here, everything else where the page asks.

        `then` gets the minutes of a code that holds, also where they are fewer than were asked for.
        """
        console = self._shell.bridge.console
        self._stop()
        self.answer.clear()

        def entered(answer: object) -> None:
            refusal = answer.refusal if isinstance(answer, _Told) else None
            if refusal:
                self.tell(refusal)
            if isinstance(refusal, CodeForFewer):
                then(refusal.minutes)
            elif refusal is None:
                codes = console.site.applications[operation.application].codes
                subject = (operation.purpose, operation.subject)
                then(max(one.minutes for one in codes if (one.purpose, one.subject) == subject))

        asking.ask(lambda *signers: _told(console.submit(operation, *signers)), then=entered)

    def tell(self, refusal: Refusal) -> None:
        """Why it does not hold; whose it is otherwise is looked for meanwhile."""
        said = self._shell.text.refusal(refusal)
        self.answer.tell("warn" if isinstance(refusal, CodeForFewer) else "bad", said)
        if isinstance(refusal, CodeMistyped):
            self.complain()
        elif isinstance(refusal, CodeNotForThis):
            self.edit.selectAll()
            self._search(said)

    # Typing

    @property
    def _signs(self) -> str:
        return signs(self.edit.text())

    @property
    def _groups(self) -> tuple[str, ...]:
        """Four, the last ones empty or short while somebody types; what is too long belongs to none."""
        typed = self._signs
        return tuple(typed[start : start + IN_GROUP] for start in range(0, _SIGNS, IN_GROUP))

    def _edited(self, text: str) -> None:
        """The hyphens go along, and the cursor stays behind the symbol it stood behind."""
        before = len(signs(text[: self.edit.cursorPosition()]))
        shown = _grouped(signs(text))
        if shown != text:
            self.edit.setText(shown)
            self.edit.setCursorPosition(before + max(before - 1, 0) // IN_GROUP)
        self._stop()
        self.answer.clear()
        self._mark()
        self.changed.emit()

    def _entered(self) -> None:
        if self.ready:
            self.complete.emit()
        else:
            self.complain()

    def _mark(self) -> None:
        say, wrong = self._shell.say, []
        for n, (group, mark) in enumerate(zip(self._groups, self._marks, strict=True), 1):
            if len(group) < IN_GROUP:
                mark.tell("circle-dashed", say("code-field-open", group=n, count=len(group)), "idle")
            elif group_ok(n, group):
                mark.tell("circle-check", say("code-field-right", group=n), "ok")
            else:
                wrong.append(n)
                mark.tell("alert-triangle", say("code-field-wrong", group=n), "bad")
        over = len(self._signs) > _SIGNS
        self._tell(say("code-field-long", count=len(self._signs)) if over else "")
        if wrong and not over:
            self._tell(say("code-field-again", groups=tuple(map(str, wrong))))

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.edit.hasFocus():
            self._sight.bring(self)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    # Whose it is

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere is no longer waiting; a window that was only made small still is."""
        super().hideEvent(event)
        if self._job is not None and not event.spontaneous():
            self._stop()
            self.answer.tell("bad", self._refused)

    def _search(self, said: str) -> None:
        bridge, typed, self._refused = self._shell.bridge, self.value(), said
        found = bridge.attempt(lambda *_: delays.owners(bridge.console))
        if not isinstance(found, Owners):
            return
        self.answer.tell("bad", said, note=self._shell.say("code-field-searching", count=len(found.subjects)))
        job = bridge.codes.send(lambda progress: _find(found, typed, progress))
        job.finished.connect(lambda fits: self._found(job, fits))
        job.failed.connect(_broken)
        self._job = job

    def _found(self, job: Job[object], fits: object) -> None:
        if job is not self._job:
            return
        self._job = None
        if not isinstance(fits, Fits):
            self.answer.tell("bad", self._refused, note=self._shell.say("code-field-nobodys"))
            return
        actions = []
        if self.takes(fits):
            actions = [(self._shell.say("code-field-there"), lambda: self.meant.emit(fits))]
        self.answer.tell("warn", self._whose(fits), *actions)

    def _whose(self, fits: Fits) -> str:
        shell = self._shell
        say, session, minutes = shell.say, fits.session, fits.minutes
        match fits.purpose:
            case Purpose.DELAY_SITE:
                return say("code-field-fits-site", session=session, minutes=minutes)
            case Purpose.DELAY:
                return say("code-field-fits-delay", session=session, room=fits.subject, minutes=minutes)
            case Purpose.EXTRA_TIME_ROOM:
                return say("code-field-fits-room", session=session, room=fits.subject, minutes=minutes)
            case Purpose.EXTRA_TIME:
                name = shell.bridge.console.directory.name(Ticket(fits.subject)) or shell.say("blank")
                return say("code-field-fits-person", session=session, ticket=fits.subject, name=name, minutes=minutes)

    def _stop(self) -> None:
        """Nobody waits for the answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None


def signs(text: str) -> str:
    """The symbols of a code as they are read: what stands between them is dropped, a foreign one keeps its place."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(_READ_AS)
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] not in _BETWEEN)


def _grouped(typed: str) -> str:
    return "-".join(typed[start : start + IN_GROUP] for start in range(0, len(typed), IN_GROUP))


def _told(refusal: Refusal | None) -> object:
    return _Told(refusal) if isinstance(refusal, _OWN) else refusal


def _find(found: Owners, typed: str, progress: Progress) -> Fits | None:
    """Raises Cancelled."""
    tried = 0

    def stop() -> bool:
        nonlocal tried
        if tried % _LOOKED_AT == 0:
            progress(tried, len(found.subjects))
        tried += 1
        return False

    return found.find(typed, stop)


def _broken(error: BaseException) -> None:
    """Plain arithmetic fails only where there is a bug."""
    raise error

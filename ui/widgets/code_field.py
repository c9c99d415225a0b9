"""An authorization code as it is heard, and whose it is where it does not fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from app.core.code_entry import CodeForFewer, CodeMistyped, CodeNotForThis, EnterCode
from app.core.operation import Refusal
from app.core.terms import Ticket
from app.crypto.codes import Purpose
from app.service import delays
from app.service.delays import Fits, Owners
from ui.lanes import Job, Progress
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.code_entry import CodeEntry

_LOOKED_AT = 32
"""Subjects between two looks at whether the search is still wanted."""
_OWN = (CodeMistyped, CodeNotForThis, CodeForFewer)


@dataclass(frozen=True, slots=True)
class _Told:
    """A no that is said under the field."""

    refusal: Refusal


class CodeField(CodeEntry):
    """`meant` carries whose code it is, where `takes` takes that."""

    meant = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.look, shell.text)
        self._shell = shell
        self._job: Job[object] | None = None
        self._refused = ""
        self.takes: Callable[[Fits], bool] = lambda _: False
        self.changed.connect(self._stop)

    def clear(self) -> None:
        self._stop()
        super().clear()

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

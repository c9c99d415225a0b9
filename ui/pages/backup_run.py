"""A backup or a copy under way: the slow parts on the lane of files, lock and journal on this thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal

from app.core.operation import Refusal
from app.core.terms import Digest
from app.service.keeping import Work
from app.service.safekeeping import release
from app.trouble import Trouble
from ui.bridge import Action
from ui.lanes import Job
from ui.pages.safe_size import pace
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.working import Working


class BackupRun(QObject):
    """Begun by those who sign for it; it is entered in their names even where the desk was locked meanwhile."""

    writing = Signal(str, int, int)
    """Name of the file, and how many of how many bytes."""
    ended = Signal(object)
    """The Path of a backup that counts, otherwise None."""
    released = Signal(object)
    """After a backup that counts: True where its medium may be pulled."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._begun: Work | None = None
        self._written: tuple[Digest, int] | None = None
        self._job: Job[object] | None = None
        self._begun_at = 0.0
        self.working = Working(shell)
        """How far it is; the page that runs it places it."""
        self.working.stopped.connect(self.stop)
        self.released.connect(self._tell_released)

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(self, begin: Action) -> None:
        """`begin` takes the signers and returns the work, or why not."""
        self._asking.ask(begin, then=self._write)

    def follow(self, begin: Callable[[], object]) -> None:
        """The next one of a sitting, in the names of those who signed for the first."""
        try:
            begun = begin()
        except Trouble as trouble:
            self._failed(trouble)
            return
        if isinstance(begun, Refusal):
            self._asking.refuse(begun)
            self._end(None)
        else:
            self._write(begun)

    def stop(self) -> None:
        """While it is being written; what was written goes."""
        if self._job is not None:
            self._job.cancel()

    def _write(self, begun: object) -> None:
        if isinstance(begun, Work) and not self.busy:
            self._begun, self._begun_at = begun, monotonic()
            self._job = self._shell.bridge.files.send(begun.write)
            self._job.progressed.connect(self._progressed)
            self._job.finished.connect(self._seal)
            self._job.failed.connect(self._failed)
            self._job.cancelled.connect(self._cancelled)
            self._progressed(0, 0)

    def _progressed(self, done: int, total: int) -> None:
        if self._begun is not None:
            name = self._begun.path.name
            said = self._shell.say("safekeeping-writing", name=name)
            left = pace(self._shell, done, total, monotonic() - self._begun_at)
            # Qt's bar counts in 32 bits, a backup in bytes.
            self.working.tell(f"{said} {left}".strip(), done >> 10, total >> 10)
            self.writing.emit(name, done, total)

    def _seal(self, written: tuple[Digest, int]) -> None:
        begun = self._begun
        if begun is None:
            return
        self._written = written
        try:
            sidecar = begun.seal(written)
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._job = self._shell.bridge.files.send(lambda _: begun.prove(sidecar))
        self._job.finished.connect(self._enter)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._cancelled)
        self.working.tell(self._shell.say("safekeeping-proving", name=begun.path.name), stoppable=False)

    def _enter(self) -> None:
        begun, written = self._begun, self._written
        if begun is None or written is None:
            return
        try:
            answer = begun.enter(written)
        except Trouble as trouble:
            self._failed(trouble)
            return
        if isinstance(answer, Refusal):
            self._asking.refuse(answer)
            self._end(None)
        else:
            self._end(answer)

    def _cancelled(self) -> None:
        self._end(None)
        self._asking.tell("idle", self._shell.say("safekeeping-stopped"))

    def _failed(self, error: BaseException) -> None:
        self._end(None)
        if not isinstance(error, Trouble):
            raise error
        self._shell.bridge.tell(error)

    def _end(self, path: Path | None) -> None:
        self._job = self._begun = self._written = None
        self.working.hide()
        if path is not None:
            self._shell.bridge.say(self._shell.say("safekeeping-done", name=path.name))
        self.ended.emit(path)
        if path is not None:
            folder = path.parent
            job = self._shell.bridge.files.send(lambda _: release(folder))
            job.finished.connect(self.released)

    def _tell_released(self, free: object) -> None:
        """What counts was written and read back: a medium in use is no failure, and is told apart from one."""
        if free is not True:
            self._asking.tell("warn", self._shell.say("safekeeping-not-released"))

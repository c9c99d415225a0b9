"""Scans on their way in: read beside the work of the desk, then matched with the papers that were printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.service import scans
from app.service.scans import Page
from app.trouble import Code, Trouble
from ui.lanes import Job, Progress
from ui.shell import Shell
from ui.widgets.working import Working


class ScanRun(QObject):
    """One reading at a time; `working` shows how far it is."""

    found = Signal(object, object)
    """Every page, and which papers they are."""

    def __init__(self, shell: Shell, working: Working) -> None:
        super().__init__()
        self._shell, self._working = shell, working
        self._job: Job[object] | None = None
        working.stopped.connect(self._stop)

    def read(self, paths: Sequence[Path]) -> None:
        """Files, and all scans of whole folders."""
        if not paths or self._job is not None:
            return

        def work(progress: Progress) -> list[Page]:
            files = [file for path in paths for file in _files(path)]
            return [page for file in files for page in scans.look(file, progress)]

        self._job = self._shell.bridge.files.send(work)
        self._job.progressed.connect(self._progressed)
        self._job.finished.connect(self._read)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._end)
        self._progressed(0, 0)

    def _progressed(self, done: int, total: int) -> None:
        self._working.tell(self._shell.say("folder-reading"), done, total)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self._working.hide()

    def _failed(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, Trouble):
            raise error
        self._shell.bridge.tell(error)

    def _read(self, pages: list[Page]) -> None:
        try:
            found = scans.match(self._shell.bridge.console, pages)
        except Trouble as trouble:
            self._failed(trouble)
            return
        self._end()
        self.found.emit(pages, found)


def _files(path: Path) -> Sequence[Path]:
    """What a folder holds of scans, or the file itself."""
    if not path.is_dir():
        return [path]
    try:
        return sorted(one for one in path.iterdir() if one.suffix.lower() in scans.SUFFIXES)
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=path.name) from cause

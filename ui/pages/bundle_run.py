"""A bundle laid out anew: as large as its backup, and so in the lane of files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.core.operation import Signer
from app.core.terms import Digest
from app.service import upload
from app.trouble import Trouble
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.working import Working


class BundleRun(QObject):
    """Whoever signs for it does so before; it is entered in their names."""

    def __init__(self, shell: Shell, asking: Asking, working: Working) -> None:
        super().__init__()
        self._shell, self._asking, self._working = shell, asking, working

    def start(self, name: str, source: Path, outbox: Path) -> None:
        """`source` is the file of the backup `name`."""
        may = partial(upload.may_export, self._shell.bridge.console, name)
        self._asking.ask(may, then=lambda by: self._lay_out(source, outbox, by))

    def _lay_out(self, source: Path, outbox: Path, by: object) -> None:
        signers = tuple(one for one in by if isinstance(one, Signer)) if isinstance(by, tuple) else ()
        self._working.tell(self._shell.say("safekeeping-writing", name=source.name), stoppable=False)
        job = self._shell.bridge.files.send(lambda _: upload.bundle(source, outbox))
        job.finished.connect(lambda digest: self._enter(source.name, outbox, str(digest), signers))
        job.failed.connect(self._failed)

    def _enter(self, name: str, outbox: Path, digest: str, signers: tuple[Signer, ...]) -> None:
        self._working.hide()
        try:
            no = upload.enter_bundle(self._shell.bridge.console, name, Digest(digest), *signers)
        except Trouble as trouble:
            self._shell.bridge.tell(trouble)
            return
        if no:
            self._asking.refuse(no)
        else:
            self._shell.bridge.say(self._shell.say("safekeeping-bundled", folder=str(outbox)))

    def _failed(self, error: BaseException) -> None:
        self._working.hide()
        if not isinstance(error, Trouble):
            raise error
        self._shell.bridge.tell(error)

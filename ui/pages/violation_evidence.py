"""Evidence of a violation: what it is, the digest of a file, and where it goes (VIO-10)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QHideEvent

from app.core.evidence import MoveEvidence, TakeEvidence
from app.core.free_text import TextPart
from app.core.violation_state import EvidenceKind, KeptAt, Violation
from app.service import evidence
from app.trouble import Trouble
from app.views.violations import movable
from ui.lanes import Job
from ui.pages.fault_side import FaultForm
from ui.pages.own_words import OwnWords
from ui.pages.standalone_parts import ACROSS, Groups, ask_file, digest_groups
from ui.shell import Shell
from ui.widgets.parts import button, flow, label


class EvidenceForm(FaultForm):
    """A thing as it is described, and a file besides by its digest: the file stays where it is."""

    def __init__(self, shell: Shell, one: Violation) -> None:
        say = shell.say
        super().__init__(shell, say("conduct-evidence", number=one.number), say("conduct-evidence-note"))
        self._number = one.number
        self.kind = self.ask_choice(say("conduct-evidence-kind"), [(kind, shell.word(kind)) for kind in EvidenceKind])
        self._words = OwnWords(self)
        self.item = self._words.ask(TextPart.ITEM, say("conduct-item"), say("conduct-item-hint"))
        self.ask_when(say("conduct-at"))
        self.ask_who(say("conduct-reported-by"), one.room)
        self.pick = button(shell.look, say("conduct-file"), self._pick, "archive")
        self._name = label(say("conduct-file-none"), "Cap")
        self.digest = Groups("Mono", ACROSS // 2)
        self.add(flow(self.pick))
        self.add(self._name)
        self.add(self.digest)
        self.finish(say("conduct-evidence-confirm"))
        self._job: Job[object] | None = None

    def _pick(self) -> None:
        ask_file(self, self._shell, self._shell.say("conduct-file"), (), self.read)

    def read(self, path: Path) -> None:
        """Its digest, made off the screen's thread: a recording takes a while."""
        self._stop()
        job = self._shell.bridge.files.send(lambda progress: evidence.digest(path, progress))
        job.progressed.connect(lambda done, total: self._progress(job, path, done, total))
        job.finished.connect(lambda found: self._read(job, path, found))
        job.failed.connect(lambda error: self._failed(job, error))
        self._job = job
        self._name.setText(self._shell.say("conduct-file-reading", file=path.name, percent=0))
        self.confirm.setEnabled(False)

    def operation(self) -> TakeEvidence:
        kind = EvidenceKind(self.kind.currentData())
        return TakeEvidence(self._number, self.at(), self.by(), kind, self._words.value(), self.digest.shown)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for it any more; a window that was only made small still does."""
        super().hideEvent(event)
        if self._job is not None and not event.spontaneous():
            self._stop()

    def _progress(self, job: Job[object], path: Path, done: int, total: int) -> None:
        if job is self._job:
            said = self._shell.say("conduct-file-reading", file=path.name, percent=100 * done // max(total, 1))
            self._name.setText(said)

    def _read(self, job: Job[object], path: Path, found: object) -> None:
        if job is self._job and isinstance(found, str):
            self._stop()
            self._name.setText(self._shell.say("conduct-file-read", file=path.name))
            self.digest.tell(found, digest_groups(found), self._shell.say("conduct-digest"))

    def _failed(self, job: Job[object], error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        if job is self._job:
            self._stop()
            self.complain(self._shell.text.trouble(error), self.pick)

    def _stop(self) -> None:
        """No file is being read, and none is named."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.confirm.setEnabled(True)
        self.digest.hide()
        self._name.setText(self._shell.say("conduct-file-none"))


class MoveForm(FaultForm):
    """One piece goes out of the hands that hold it: who takes it signs beside whoever gives it."""

    def __init__(self, shell: Shell, one: Violation) -> None:
        say, said = shell.say, shell.bridge.console.directory.said
        super().__init__(shell, say("conduct-move", number=one.number), say("conduct-move-note"))
        self._number = one.number
        pieces: list[tuple[object, str]] = [
            (piece.tag, f"{piece.tag} {said(piece.text, TextPart.ITEM) or say('conduct-erased')}")
            for piece in movable(one)
        ]
        self.piece = self.ask_choice(say("conduct-piece"), pieces)
        places: list[tuple[object, str]] = [(where, shell.word(where)) for where in KeptAt if where is not KeptAt.ROOM]
        self.to = self.ask_choice(say("conduct-move-to"), places)
        self.ask_when(say("conduct-at"))
        self.ask_who(say("conduct-reported-by"), one.room)
        self.finish(say("conduct-move-confirm"))

    def operation(self) -> MoveEvidence:
        tag, to = self.piece.currentData(), KeptAt(self.to.currentData())
        return MoveEvidence(self._number, self.at(), self.by(), tag, to)

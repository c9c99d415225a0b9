"""The pages that stand instead of everything else: broken trust, and a bug."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.trouble import Code, Trouble
from ui.lanes import Progress
from ui.shell import Shell
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, flow, label


class FullStop(QWidget):
    """One card in the middle of the window."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.setObjectName("Page")
        frame, self.inside = card(margins=(28, 24, 28, 24))
        self.inside.setSpacing(14)
        frame.setMaximumWidth(760)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(frame)
        outer.addStretch(2)
        self.notice = Notice(shell.look)


class StopPage(FullStop):
    """After broken trust nothing is taken; the files can still be handed on for comparison."""

    def __init__(self, shell: Shell, trouble: Trouble) -> None:
        super().__init__(shell)
        say, entry = shell.say, shell.bridge.console.store.journal.n
        self.inside.addWidget(label(say("stop-title"), "H1"))
        said = Notice(shell.look)
        notes = " · ".join((say("banner-code", code=trouble.code.value), say("stop-chapter", entry=entry)))
        said.tell("bad", shell.text.trouble(trouble), note=notes)
        self.inside.addWidget(said)
        self.inside.addWidget(label(say("stop-safe")))
        if trouble.code is Code.SUPERSEDED:
            self.inside.addWidget(label(say("stop-superseded", command="examsite later --old")))
        export = button(shell.look, say("stop-export"), self._ask, "folder-open", "primary")
        self.inside.addWidget(flow(export))
        self.inside.addWidget(self.notice)

    def _ask(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.shell.say("stop-export"))
        if folder:
            self.export(Path(folder))

    def export(self, folder: Path) -> None:
        """Copies the store as it lies there; nothing in it is changed."""
        store = self.shell.bridge.console.store.folder
        job = self.shell.bridge.files.send(lambda progress: copy_store(store, folder, progress))
        job.finished.connect(lambda where: self.notice.tell("ok", self.shell.say("stop-exported", folder=str(where))))
        job.failed.connect(self._failed)

    def _failed(self, error: object) -> None:
        trouble = error if isinstance(error, Trouble) else Trouble(Code.FILE_MISSING, file="")
        self.notice.tell("bad", self.shell.text.trouble(trouble))


def copy_store(store: Path, folder: Path, progress: Progress) -> Path:
    """Every file of the store into a new folder; raises MEDIUM_FULL or FILE_MISSING."""
    number = 1
    while (target := folder / f"{store.parent.name}-store-{number}").exists():
        number += 1
    files = [path for path in sorted(store.iterdir()) if path.is_file()]
    try:
        target.mkdir(parents=True)
        for done, path in enumerate(files):
            progress(done, len(files))
            shutil.copy2(path, target / path.name)
    except OSError as cause:
        raise Trouble(Code.MEDIUM_FULL, file=target.name) from cause
    return target


class CrashPage(FullStop):
    """After a bug: what is safe, and how to go on."""

    def __init__(
        self, shell: Shell, file: Path | None, reopen: Callable[[], object], close: Callable[[], object]
    ) -> None:
        super().__init__(shell)
        say, look = shell.say, shell.look
        self.inside.addWidget(label(say("crash-title"), "H1"))
        self.inside.addWidget(label(say("crash-saved", entry=shell.bridge.console.store.journal.n)))
        self.inside.addWidget(label(say("crash-next")))
        if file is not None:
            self.inside.addWidget(label(say("crash-file", file=str(file)), "Cap"))
        again = button(look, say("crash-reopen"), reopen, "refresh", "primary")
        self.inside.addWidget(flow(again, button(look, say("crash-close"), close)))
        self.inside.addWidget(self.notice)

"""Copies on their way to paper: where they go, and one after the other so that the window stays alive."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QComboBox

from app.core.operation import Refusal, Signer
from app.core.records import ReprintReason
from app.service import records
from app.service.records import Copy
from app.trouble import Trouble
from ui import printing
from ui.lanes import Job
from ui.pages.record_sheets import Sheet, Sheets
from ui.shell import Shell
from ui.widgets.asking import Asking


class Destination(QComboBox):
    """A PDF file, and the printers of this machine as soon as the system has named them."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._picked = False
        self.folder = shell.opening.data / "records"
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem(shell.look.icon("file-text"), shell.say("records-to-file"), "")
        self.activated.connect(self._pick)

    @property
    def printer(self) -> str:
        """Its name; "" for a PDF file."""
        return str(self.currentData())

    def ask_printers(self) -> None:
        """On the printers' own lane: a print server that is gone answers late."""
        job = self._shell.bridge.printer.send(lambda _: printing.printers())
        job.finished.connect(self._offer)
        job.failed.connect(_broken)

    def _offer(self, names: tuple[str, ...]) -> None:
        chosen = self.printer
        while self.count() > 1:
            self.removeItem(1)
        for name in names:
            self.addItem(self._shell.look.icon("printer"), name, name)
        if not self._picked and names:
            chosen = names[0]
        self.setCurrentIndex(max(self.findData(chosen), 0))

    def _pick(self) -> None:
        self._picked = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """One more copy of a sheet; `reason` is why, where there are copies already."""

    sheets: Sheets
    sheet: Sheet
    reason: ReprintReason | None = None


class PrintRun(QObject):
    """Keep a copy, send it, then the next. The first no, or a printer that fails, ends the run; what is kept stays."""

    progressed = Signal()
    ended = Signal(int)
    """How many were sent."""

    def __init__(self, shell: Shell, asking: Asking, where: Destination) -> None:
        super().__init__()
        self._shell, self._asking, self._where = shell, asking, where
        self._waiting: deque[Wanted] = deque()
        self._job: Job[object] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        self.title = ""
        self.done = self.total = 0

    @property
    def busy(self) -> bool:
        return self._job is not None or self._next.isActive()

    def start(self, wanted: Sequence[Wanted]) -> None:
        """A new copy of each of them, in this order."""
        if not self.busy:
            self._waiting = deque(wanted)
            self.done, self.total = 0, len(wanted)
            self._go_on()

    def send_again(self, title: str, copy: Copy) -> None:
        """The kept bytes of a copy that nobody saw come out, for who may say whether it did; no new copy."""
        console = self._shell.bridge.console
        asked = records.confirmation(copy, came_out=True)

        def fetch(*signers: Signer) -> Refusal | bytes:
            return console.may(asked, *signers) or records.kept_bytes(console, copy)

        def send(pdf: object) -> None:
            if isinstance(pdf, bytes) and not self.busy:
                self.done, self.total, self.title = 0, 1, title
                self._send(copy, pdf)

        if not self.busy:
            self._asking.ask(fetch, then=send)

    def stop(self) -> None:
        """After what is being sent just now, as far as that can still be stopped."""
        self._waiting.clear()
        if self._job:
            self._job.cancel()

    def _go_on(self) -> None:
        if not self._waiting:
            self._end()
            return
        one = self._waiting[0]
        self._asking.ask(lambda *signers: one.sheets.print(one.sheet, one.reason, *signers), then=self._kept)
        if self._job is None and self.done:
            # Refused, or somebody must sign first: then it goes on by itself, and until then nothing is going on.
            self.ended.emit(self.done)
            self.done = 0

    def _kept(self, pdf: object) -> None:
        if isinstance(pdf, bytes) and self._waiting:
            one = self._waiting.popleft()
            self.title = one.sheet.title
            self._send(one.sheets.copies(one.sheet)[-1], pdf)

    def _send(self, copy: Copy, pdf: bytes) -> None:
        bridge, name, folder = self._shell.bridge, self._where.printer, self._where.folder
        if name:
            self._job = bridge.printer.send(lambda progress: printing.print_on(pdf, name, progress))
        else:
            self._job = bridge.files.send(lambda _: records.write_pdf(pdf, folder, copy))
        self._job.finished.connect(self._sent)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._end)
        self.progressed.emit()

    def _sent(self) -> None:
        self._job = None
        self.done += 1
        self._next.start()

    def _failed(self, error: BaseException) -> None:
        self._end()
        _broken(error, self._shell)

    def _end(self) -> None:
        self._job = None
        self._waiting.clear()
        done, self.done = self.done, 0
        self.ended.emit(done)


def _broken(error: BaseException, shell: Shell | None = None) -> None:
    """The world's failures are told; anything else is a bug and goes where bugs go."""
    if shell is None or not isinstance(error, Trouble):
        raise error
    shell.bridge.tell(error)

"""The slip that goes with a package to its station, to a printer or a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.operation import Signer
from app.service.standalone_slip import print_slip, write_slip
from app.trouble import Trouble
from ui import printing
from ui.pages.record_printing import Destination
from ui.pages.standalone_parts import About
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, flow


class SlipPrinting(QObject):
    """`line` is laid out by whoever shows it."""

    def __init__(self, shell: Shell, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._asking = shell, asking
        self._about: About | None = None
        self._asked = False
        self.slip = button(shell.look, shell.say("standalone-slip"), self._print, "printer")
        self.where = Destination(shell)
        self.where.setAccessibleName(shell.say("standalone-slip-where"))
        self.line = flow(self.slip, self.where)

    def look(self, about: About) -> None:
        """Whose slip it is; the printers are asked for when the first slip may be wanted."""
        self._about = about
        here = about.live is not None
        self.line.setVisible(here)
        if here and not self._asked:
            self._asked = True
            self.where.ask_printers()

    def _print(self) -> None:
        about, console, draw = self._about, self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        if about is None:
            return
        row = about.row

        def drawn(*signers: Signer) -> bytes | None:
            return print_slip(console, row.session, row.ticket, draw, signers[0])

        self._asking.ask(drawn, then=lambda pdf: self._send(about, pdf))

    def _send(self, about: About, pdf: object) -> None:
        if not isinstance(pdf, bytes):
            return
        row, bridge, name, folder = about.row, self._shell.bridge, self.where.printer, self.where.folder
        if name:
            job = bridge.printer.send(lambda progress: printing.print_on(pdf, name, progress))
        else:
            job = bridge.files.send(lambda _: write_slip(pdf, folder, row.session, row.ticket, row.number))
        job.finished.connect(self._sent)
        job.failed.connect(self._failed)

    def _sent(self, path: object) -> None:
        where = str(path) if isinstance(path, Path) else self.where.printer
        self._shell.bridge.say(self._shell.say("standalone-slip-sent", where=where))

    def _failed(self, error: BaseException) -> None:
        """The world's failures are told; anything else is a bug and goes where bugs go."""
        if not isinstance(error, Trouble):
            raise error
        self._shell.bridge.tell(error)

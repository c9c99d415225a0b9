"""The escort slip of somebody on the way, to a printer or a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.operation import Signer
from app.service.escort import print_escort_slips
from app.service.transfers import write_escort
from app.trouble import Trouble
from app.views.transfers import Pending
from ui import printing
from ui.pages.record_printing import Destination
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button


class EscortPrinting(QObject):
    """`slip` and `where` are laid out by whoever shows them."""

    def __init__(self, shell: Shell, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._asking = shell, asking
        self._one: Pending | None = None
        self._asked = False
        self.slip = button(shell.look, shell.say("transfers-escort"), self._print, "printer")
        self.where = Destination(shell)
        self.where.setAccessibleName(shell.say("transfers-escort-where"))

    def look(self, one: Pending) -> None:
        """Whose slip it is; the printers are asked for when the first slip may be wanted."""
        self._one = one
        if not self._asked:
            self._asked = True
            self.where.ask_printers()

    def _print(self) -> None:
        one, console, draw = self._one, self._shell.bridge.console, self._shell.opening.tools.draw_escort
        if one is None:
            return

        def drawn(*signers: Signer) -> bytes | None:
            return print_escort_slips(console, one.session, (one.number,), draw, signers[0])

        self._asking.ask(drawn, then=lambda pdf: self._send(one, pdf))

    def _send(self, one: Pending, pdf: object) -> None:
        if not isinstance(pdf, bytes):
            return
        bridge, name, folder = self._shell.bridge, self.where.printer, self.where.folder
        if name:
            job = bridge.printer.send(lambda progress: printing.print_on(pdf, name, progress))
        else:
            job = bridge.files.send(lambda _: write_escort(pdf, folder, one.session, one.number))
        job.finished.connect(self._sent)
        job.failed.connect(self._failed)

    def _sent(self, path: object) -> None:
        say = self._shell.say
        where = str(path) if isinstance(path, Path) else self.where.printer
        self._shell.bridge.say(say("transfers-escort-sent", where=where))

    def _failed(self, error: BaseException) -> None:
        """The world's failures are told; anything else is a bug and goes where bugs go."""
        if not isinstance(error, Trouble):
            raise error
        self._shell.bridge.tell(error)

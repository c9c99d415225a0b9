"""Step 5: handed in. The digest to sign for, the files to carry away, and what happens now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QGridLayout

from app.station.answering import Answering
from app.station.machine import Package
from app.trouble import Trouble
from ui import printing
from ui.lanes import Progress
from ui.station.page import StepPage
from ui.station.shell import Stage, StationShell, Step, clock
from ui.station.slip import slip_of
from ui.widgets.notice import Notice
from ui.widgets.parts import button, flow, label, line

_GROUP, _ACROSS = 4, 8


class HandedPage(StepPage):
    step = Step.HANDED

    def __init__(self, shell: StationShell, package: Package, answering: Answering) -> None:
        super().__init__(shell)
        # Whoever comes here has handed in: the same again writes nothing.
        handed = answering.handed or answering.hand_in()
        self._package, self._answering, self._handed = package, answering, handed
        say, look = shell.say, shell.look
        inside = self.body(say("station-handed"), say("station-handed-who"))
        done = Notice(look)
        inside.addWidget(done)
        done.tell(
            "ok",
            say(
                "station-handed-done",
                name=answering.name,
                ticket=answering.ticket,
                at=clock(handed.at),
                answered=handed.answered,
                count=handed.questions,
            ),
        )
        inside.addWidget(label(say("station-handed-digest"), "Strong"))
        inside.addLayout(self._digest())
        self.write = button(look, say("station-handed-write"), self._write, "device-floppy", "primary")
        self.print = button(look, say("station-handed-print"), self._print, "printer")
        inside.addWidget(flow(self.write, self.print))
        inside.addWidget(line())
        inside.addWidget(label(say("station-handed-now"), "H2"))
        for number, words in enumerate(("station-handed-sign", "station-handed-check", "station-handed-carry"), 1):
            inside.addWidget(label(f"{number}.  {shell.text.say(words)}"))
        again = button(look, say("station-handed-other"), lambda: shell.go(Stage(Step.TAKE)), kind="link")
        inside.addWidget(flow(again, button(look, say("station-close"), shell.close, kind="link")))
        self.first = self.write

    def _digest(self) -> QGridLayout:
        digest, grid = self._handed.digest, QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        for place, start in enumerate(range(0, len(digest), _GROUP)):
            grid.addWidget(label(digest[start : start + _GROUP], "Digits", wrap=False), *divmod(place, _ACROSS))
        grid.setColumnStretch(_ACROSS, 1)
        return grid

    def _slip(self) -> bytes:
        return self.shell.tools.draw(slip_of(self.shell.station, self._package, self._answering, self._handed))

    def _write(self) -> None:
        """The return and its slip; as often as wanted."""
        say = self.shell.say
        folder = self.folder(say("station-handed-write"))
        if folder is None:
            return
        written = self.attempt(lambda: self._both(folder))
        if written is not None:
            self.told(say("station-handed-written", files=tuple(path.name for path in written)))
            self.print.setFocus()

    def _both(self, folder: Path) -> tuple[Path, Path]:
        """Raises what writing can say."""
        slip = folder / f"{self._package.name}.pdf"
        copied = self._answering.copy_return(folder)
        self.shell.tools.put(slip, self._slip())
        return copied, slip

    def _print(self) -> None:
        """On the usual printer of this machine; the printers' own lane waits for it."""
        pdf = self._slip()
        job = self.shell.printer.send(lambda progress: _printed(pdf, printing.printers(), progress))
        self.notice.tell("primary", self.shell.say("station-printing"))
        job.finished.connect(self._was_printed)
        job.failed.connect(self._failed)

    def _was_printed(self, printer: object) -> None:
        if printer:
            self.told(self.shell.text.say("station-printed", printer=printer))
        else:
            self.refuse(self.shell.say("station-no-printer"))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.refuse(self.shell.text.trouble(error))


def _printed(pdf: bytes, names: tuple[str, ...], progress: Progress) -> str:
    """The printer it was sent to; "" where there is none."""
    if names:
        printing.print_on(pdf, names[0], progress)
    return names[0] if names else ""

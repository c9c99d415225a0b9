"""Step 1: this machine says who it is, and writes its request for the console."""

from __future__ import annotations

import os
from pathlib import Path

from ui.station.page import StepPage
from ui.station.shell import Stage, StationShell, Step, grouped
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, button, flow, label


class RegisterPage(StepPage):
    step = Step.REGISTER

    def __init__(self, shell: StationShell) -> None:
        super().__init__(shell)
        say, station = shell.say, shell.station
        inside = self.body(say("station-register"), say("station-register-who"))
        inside.addWidget(label(say("station-register-what")))
        facts = Facts()
        facts.show_facts(
            (
                (say("station-machine"), station.machine),
                (say("station-fingerprint"), grouped(station.fingerprint)),
                (say("station-first"), _breaking(station.folder)),
                (say("station-second"), _breaking(station.second)),
            )
        )
        inside.addWidget(facts)
        if station.failing is not None:
            failing = Notice(shell.look)
            inside.addWidget(failing)
            place, folder = station.failing.place.value, str(station.failing.folder)
            failing.tell("bad", say("station-place-bad", place=place, folder=folder))
        elif station.same_device:
            same = Notice(shell.look)
            inside.addWidget(same)
            same.tell("warn", say("station-same-device", option="--second"))
        self.write = button(shell.look, say("station-register-write"), self._write, "device-floppy", "primary")
        self.on = button(shell.look, say("station-register-on"), self._go_on, "arrow-right")
        inside.addWidget(flow(self.write, self.on))
        self.first = self.write

    def _write(self) -> None:
        say = self.shell.say
        folder = self.folder(say("station-register-write"))
        if folder is None:
            return
        path = self.attempt(lambda: self.shell.station.write_request(folder))
        if path is not None:
            self.told(say("station-register-written", file=path.name), say("station-register-next"))
            self.write.lead(self.shell.look, "device-floppy", leads=False)
            self.on.lead(self.shell.look, "arrow-right", leads=True)
            self.on.setFocus()

    def _go_on(self) -> None:
        self.shell.go(Stage(Step.TAKE))


def _breaking(path: Path) -> str:
    """With places where a line may end."""
    return str(path).replace(os.sep, f"{os.sep}\N{ZERO WIDTH SPACE}")

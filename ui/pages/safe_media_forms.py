"""Forms of the register of media: a medium registered, its seal, its loss."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.core.media import ReportMediumLost, SealMedium
from app.core.safe_state import Medium
from app.core.terms import MediumSerial
from app.service.media import PluggedMedium
from ui.pages.room_form import StepForm
from ui.pages.safe_size import sized
from ui.shell import Shell
from ui.widgets.parts import button, flow, label


class RegisterForm(StepForm):
    """`plugged`: what is in. A medium elsewhere, as a share of another machine, is named by its folder."""

    def __init__(self, shell: Shell, plugged: Sequence[PluggedMedium]) -> None:
        say = shell.say
        super().__init__(shell, say("media-register-title"), say("media-register-note"))
        self._folder: Path | None = None
        options = [(str(one.seen.folder), self._named(one)) for one in plugged]
        self.ask_what(say("media-which"), options)
        unknown = next((str(one.seen.folder) for one in plugged if one.known is None), None)
        if unknown:
            self.what.setCurrentIndex(self.what.findData(unknown))
        self.add(flow(button(shell.look, say("safekeeping-choose"), self._choose, "folder-open")))
        self._told = label("", "Cap")
        self._told.hide()
        self.add(self._told)
        self.label = self.ask_text(say("media-label"), say("media-label-hint"))
        self.ask_who(say("media-custodian"), None)
        self.finish(say("media-register-confirm"))

    def folder(self) -> Path | None:
        """Where it is plugged in; None where nothing was chosen."""
        chosen = self.what.currentData()
        return self._folder or (Path(str(chosen)) if chosen else None)

    def _named(self, one: PluggedMedium) -> str:
        say = self._shell.say
        told = say("media-told-serial", serial=one.serial) if one.serial else say("media-told-nothing")
        if one.known:
            told = say("media-told-known", label=one.known.label)
        return say("media-plugged", folder=str(one.seen.folder), size=sized(self._shell, one.seen.size), told=told)

    def _choose(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, self._shell.say("media-choose-title")):
            self._folder = Path(chosen)
            self._told.setText(chosen)
            self._told.show()


class SealForm(StepForm):
    """The number of the seal; empty where it was opened again."""

    def __init__(self, shell: Shell, serial: MediumSerial, medium: Medium) -> None:
        say = shell.say
        super().__init__(shell, say("media-seal-title", label=medium.label), say("media-seal-note"))
        self._serial = serial
        self.seal = self.ask_text(say("media-seal-number"), value=medium.seal)
        self.finish(say("media-seal-confirm"))

    def operation(self) -> SealMedium:
        return SealMedium(self._serial, self.seal.text().strip())


class LostForm(StepForm):
    """Since when it is gone, and who says so."""

    def __init__(self, shell: Shell, serial: MediumSerial, medium: Medium, holds: int) -> None:
        say = shell.say
        super().__init__(shell, say("media-lost-title", label=medium.label), say("media-lost-note", holds=holds))
        self._serial = serial
        self.ask_when(say("media-lost-when"))
        self.ask_who(say("media-lost-who"), None)
        self.finish(say("media-lost-confirm"), danger=True)

    def operation(self) -> ReportMediumLost:
        return ReportMediumLost(self._serial, self.at(), self.by())

"""Where a backup is written: a registered medium that is plugged in, or, said loudly, this machine alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.core.media import unfit_to_carry
from app.core.safe_state import NO_MEDIUM
from app.core.terms import MediumSerial
from app.service import media
from app.service.keeping import Target
from ui.pages.safe_size import sized
from ui.shell import Shell
from ui.widgets.parts import button, choice, flow, label, row


class TargetField(QWidget):
    """`registering`: a medium is in that the register does not know yet."""

    registering = Signal()

    def __init__(self, shell: Shell, home: Path | None) -> None:
        """`home` is the folder on this machine; None where only a medium will do."""
        super().__init__()
        self._shell, self._home = shell, home
        self._targets: list[Target] = []
        self._chosen_folder: Path | None = None
        self._picked = False
        """By a person: otherwise the first medium that comes is taken."""
        say = shell.say
        self.field = choice([])
        self.field.setAccessibleName(say("safekeeping-target"))
        self.field.setMinimumContentsLength(24)
        self.field.activated.connect(self._pick)
        self.again = button(shell.look, say("safekeeping-look-again"), self.look, "refresh")
        self.folder = button(shell.look, say("safekeeping-choose"), self._choose_folder, "folder-open")
        self.register = button(shell.look, say("safekeeping-register-first"), self.registering.emit, kind="link")
        self._told = label("", "Cap")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        line = row(label(say("safekeeping-target"), "Cap", wrap=False), self.field)
        line.setStretch(1, 1)
        outer.addLayout(line)
        outer.addWidget(flow(self.again, self.folder, self.register))
        outer.addWidget(self._told)
        self.setFocusProxy(self.field)

    def look(self) -> None:
        """What is in now; the choice stays where it can."""
        before = self.target() if self._picked else None
        plugged = media.plugged_in(self._shell.bridge.console)
        offered = [*self._fit(plugged), *self._by_label()]
        if self._home is not None:
            offered.append((Target(self._home), self._shell.say("safekeeping-target-here")))
        self._targets = [target for target, _ in offered]
        self.field.clear()
        for number, (_, text) in enumerate(offered):
            self.field.addItem(text, number)
        if before in self._targets:
            self.field.setCurrentIndex(self._targets.index(before))
        self.field.setEnabled(bool(offered))
        strange = sum(one.known is None for one in plugged)
        self.register.setVisible(bool(strange))
        self._told.setText(self._shell.say("safekeeping-target-none") if not offered else "")
        self._told.setVisible(not offered)

    def target(self) -> Target | None:
        """None where nothing can be chosen."""
        number = self.field.currentData()
        return self._targets[number] if isinstance(number, int) and number < len(self._targets) else None

    @property
    def here_alone(self) -> bool:
        """What is chosen is this machine itself."""
        target = self.target()
        return target is not None and target.medium == NO_MEDIUM

    def _fit(self, plugged: tuple[media.PluggedMedium, ...]) -> list[tuple[Target, str]]:
        say, site = self._shell.say, self._shell.bridge.site
        return [
            (
                Target(one.seen.folder, one.serial),
                say("safekeeping-target-medium", label=one.known.label, free=sized(self._shell, one.seen.free)),
            )
            for one in plugged
            if one.known and unfit_to_carry(site, one.serial) is None
        ]

    def _by_label(self) -> list[tuple[Target, str]]:
        """A medium that tells no serial is found by its folder, and named by whoever sees its label."""
        folder, console = self._chosen_folder, self._shell.bridge.console
        if folder is None:
            return []
        told, site = media.medium_at(console, folder), console.site
        known = [told] if told in site.safe.media else []
        if not told:
            known = [serial for serial, one in site.safe.media.items() if not one.read]
        return [
            (Target(folder, serial), self._named(serial, folder))
            for serial in known
            if unfit_to_carry(site, serial) is None
        ]

    def _named(self, serial: MediumSerial, folder: Path) -> str:
        known = self._shell.bridge.site.safe.media[serial]
        return self._shell.say("safekeeping-target-folder", label=known.label, folder=str(folder))

    def _choose_folder(self) -> None:
        title = self._shell.say("safekeeping-choose-title")
        if chosen := QFileDialog.getExistingDirectory(self, title, str(self._home or Path.home())):
            self._chosen_folder = Path(chosen)
            self.look()
            if found := self._by_label():
                self.field.setCurrentIndex(self._targets.index(found[0][0]))
                self._picked = True

    def _pick(self) -> None:
        self._picked = True

"""存储介质: the register, with a trial of each medium before it is needed, its seal, and its loss."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.terms import MediumSerial
from app.service import media
from app.trouble import Trouble
from app.views.media_register import MediumRow, MediumState, register
from devices.media import Trial
from ui.models.lines import Cell, Line, LinesModel, LinesView, choose_again
from ui.pages.safe_media_forms import LostForm, RegisterForm, SealForm
from ui.pages.safe_part import SafePart
from ui.pages.safe_size import sized
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, card, flow, label
from ui.widgets.tick import Tick
from ui.widgets.working import Working

LOOKS = {
    MediumState.LOST: ("alert-triangle", "bad"),
    MediumState.FAULTY: ("alert-triangle", "bad"),
    MediumState.HANDED_OVER: ("transfer-out", "idle"),
    MediumState.SEALED: ("shield-lock", "ok"),
    MediumState.MIRROR: ("arrows-exchange", "primary"),
    MediumState.WRITTEN: ("device-floppy", "ok"),
    MediumState.TRIED: ("circle-check", "ok"),
    MediumState.REGISTERED: ("circle-dashed", "warn"),
}
_COLUMNS = (
    "media-column-label",
    "media-column-state",
    "media-column-here",
    "media-column-custodian",
    "media-column-trial",
    "media-column-holds",
    "media-column-serial",
)
_MOST_LINES = 10


class MediaPart(SafePart):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        headers = [say(name) for name in _COLUMNS]
        self.table = LinesView(LinesModel(shell, headers), say("media-table"), wide=(4,))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.chosen.connect(self._chosen)
        self.empty = label(say("media-nothing"), "Sub")
        self.working = Working(shell)
        self.register = button(look, say("media-register"), self._ask_register, "plus", "primary")
        self.again = button(look, say("safekeeping-look-again"), self.refresh, "refresh")
        self.trial = button(look, say("media-try"), self._try, "device-floppy")
        self.virus = Tick(look, say("media-virus"))
        self.seal = button(look, say("media-seal"), self._ask_seal, "shield-lock")
        self.lost = button(look, say("media-lost"), self._ask_lost, "alert-triangle", "danger")
        listed, held = card(margins=(0, 4, 0, 4))
        held.addWidget(self.table)
        steps, inside = card()
        inside.addWidget(label(say("media-note"), "Cap"))
        inside.addWidget(self.empty)
        inside.addWidget(self.virus)
        inside.addWidget(flow(self.register, self.again, self.trial, self.seal, self.lost))
        self._listed = listed
        for part in (self.working, listed, steps):
            self._column.addWidget(part)
        self._column.addStretch(1)

    @property
    def first(self) -> QWidget:
        if self.form:
            return self.form.first
        return self.table if self.table.lines.lines else self.register

    def refresh(self) -> None:
        here = {one.serial for one in media.plugged_in(self._shell.bridge.console) if one.known}
        rows = register(self._shell.bridge.site)
        kept, place = self.table.chosen_keys(), self.table.currentIndex().row()
        self.table.lines.show_lines([self._line(row, row.serial in here) for row in rows])
        self.table.fit_height(1, _MOST_LINES)
        choose_again(self.table, kept, place)
        self._listed.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._chosen()

    def _line(self, row: MediumRow, here: bool) -> Line:
        shell, say, one = self._shell, self._shell.say, row.medium
        icon, tone = LOOKS[row.state]
        plugged = Cell(say("media-here"), "ok", "check") if here else Cell(say("media-away"), "text2")
        return Line(
            row.serial,
            (
                Cell(one.label),
                Cell(self._state(row), tone, icon),
                plugged,
                Cell(shell.bridge.console.directory.staff_name(one.custodian)),
                self._trial(row),
                Cell(say("media-holds", count=len(row.holds)), "text2", full="\n".join(row.holds)),
                Cell(row.serial if one.read else say("media-by-label"), "text2"),
            ),
        )

    def _state(self, row: MediumRow) -> str:
        """With the number of its seal."""
        said, seal = self._shell.word(row.state), row.medium.seal
        return self._shell.say("media-sealed-with", state=said, seal=seal) if seal else said

    def _trial(self, row: MediumRow) -> Cell:
        shell, say, found = self._shell, self._shell.say, row.medium.trial
        if found is None:
            return Cell(say("media-untried"), "warn", "circle-dashed")
        if found.fault:
            return Cell(shell.word(found.fault), "bad", "alert-triangle")
        speed, free = sized(shell, found.speed), sized(shell, found.free)
        virus = say("media-virus-done") if found.virus_checked else say("media-virus-open")
        full = say("media-trial-full", when=f"{found.at:%m-%d %H:%M}", system=found.file_system, virus=virus)
        return Cell(say("media-trial", speed=speed, free=free), "ok" if found.virus_checked else "warn", full=full)

    def _chosen(self) -> None:
        for each in (self.trial, self.virus, self.seal, self.lost):
            each.setVisible(self._serial() is not None)

    def _serial(self) -> MediumSerial | None:
        keys = self.table.chosen_keys()
        return MediumSerial(str(keys[0])) if keys else None

    # What is done

    def _ask_register(self) -> None:
        shell = self._shell
        form = RegisterForm(shell, media.plugged_in(shell.bridge.console))

        def confirmed() -> None:
            folder, text = form.folder(), form.label.text().strip()
            if folder is None:
                form.wrong(shell.say("media-which-missing"), form.what)
                return
            console, person = shell.bridge.console, form.by()
            self._asking.ask(
                lambda *signers: media.register(console, folder, text, person, *signers),
                shell.say("media-registered"),
                self.done,
            )

        self.take(form, confirmed)

    def _try(self) -> None:
        serial, shell = self._serial(), self._shell
        folder = media.folder_of(shell.bridge.console, serial) if serial else None
        if serial is None:
            return
        if folder is None:
            self._asking.tell("warn", shell.say("media-not-here"))
            return
        self.working.tell(shell.say("media-trying"), stoppable=False)
        self.trial.setEnabled(False)
        job = shell.bridge.files.send(lambda _: media.trial(folder))
        job.finished.connect(lambda found: self._tried(serial, found))
        job.failed.connect(self._failed)

    def _tried(self, serial: MediumSerial, found: object) -> None:
        self._end_trial()
        console, folder = self._shell.bridge.console, media.folder_of(self._shell.bridge.console, serial)
        if not isinstance(found, Trial) or folder is None:
            self._asking.tell("warn", self._shell.say("media-not-here"))
            return
        enter = partial(media.enter_trial, console, serial, folder, found, self.virus.on)
        self._asking.ask(enter, self._shell.say("media-tried"), lambda _: self.refresh())

    def _failed(self, error: BaseException) -> None:
        self._end_trial()
        if not isinstance(error, Trouble):
            raise error
        self._shell.bridge.tell(error)

    def _end_trial(self) -> None:
        self.working.hide()
        self.trial.setEnabled(True)

    def _ask_seal(self) -> None:
        if serial := self._serial():
            form = SealForm(self._shell, serial, self._shell.bridge.site.safe.media[serial])
            said = self._shell.say("media-sealed")
            self.take(form, lambda: self._asking.submit(form.operation(), said, self.done))

    def _ask_lost(self) -> None:
        if serial := self._serial():
            row = next(one for one in register(self._shell.bridge.site) if one.serial == serial)
            form = LostForm(self._shell, serial, row.medium, len(row.holds))
            said = self._shell.say("media-was-lost")
            self.take(form, lambda: self._asking.submit(form.operation(), said, self.done))

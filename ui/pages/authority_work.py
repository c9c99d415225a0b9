"""The lock that is at hand in a sitting: what it wants next, and why it may not serve."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.lock_state import LockState
from app.core.terms import LockSerial, RoomId
from app.service.locks import PluggedIn
from app.views import locks as views
from app.views.locks import WANTS_CALIBRATION, WANTS_USE, LockStage
from ui.pages.authority_calibrate import CalibrateForm
from ui.pages.authority_notice import SteadyNotice
from ui.pages.authority_use import UseForm
from ui.shell import Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.parts import button, flow
from ui.widgets.step_card import StepCard, promote

LOOKS: dict[LockStage, tuple[str, str]] = {
    LockStage.OTHER_EXAM: ("ban", "bad"),
    LockStage.REVOKED: ("ban", "bad"),
    LockStage.LOST: ("alert-triangle", "bad"),
    LockStage.NOT_YET_VALID: ("hourglass", "warn"),
    LockStage.EXPIRED: ("clock-exclamation", "bad"),
    LockStage.IN_STORE: ("archive", "idle"),
    LockStage.ISSUED: ("user-check", "primary"),
    LockStage.UNCALIBRATED: ("circle-dashed", "idle"),
    LockStage.STALE: ("clock-exclamation", "warn"),
    LockStage.TOO_FAR_OFF: ("clock-exclamation", "bad"),
    LockStage.CALIBRATED: ("clock", "primary"),
    LockStage.IN_USE: ("circle-check", "ok"),
    LockStage.RETURNED: ("archive", "warn"),
}


class WorkCard(StepCard):
    """`settled` comes after every entry, `turned` when a person wants another form."""

    turned = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, "")
        self._state: LockState | None = None
        self._again = False
        """Calibrated once more at a person's wish."""
        self.note = SteadyNotice(shell.look)
        self.calibrate, self.use = CalibrateForm(shell, asking), UseForm(shell, asking)
        self.again = button(shell.look, shell.say("authority-again"), self._recalibrate, "refresh", "link")
        self._other = flow(self.again)
        for part in (self.note, self.calibrate, self.use, self._other):
            self.body.addWidget(part)
        self.calibrate.settled.connect(self._calibrated)
        self.use.settled.connect(self.settled)

    @property
    def serial(self) -> LockSerial | None:
        return self._state.registered.serial if self._state else None

    @property
    def touched(self) -> bool:
        """Somebody is at its forms: nothing else is put in their place."""
        forms = (self.calibrate, self.use)
        return any(form.isVisible() and form.touched for form in forms)

    @property
    def first(self) -> QWidget | None:
        """Where to go on; None where nothing is to be typed."""
        return next((form for form in (self.calibrate, self.use) if not form.isHidden()), None)

    def show_lock(self, state: LockState, plugged: PluggedIn | None, free: tuple[RoomId, ...]) -> None:
        if state is not self._state:
            self._state, self._again = state, False
        shell, lock = self._shell, state.registered
        stage = views.stage(shell.bridge.site, state, shell.bridge.now, shell.bridge.rulebook)
        icon, tone = LOOKS[stage]
        self.tell(icon, shell.word(stage), tone)
        room = state.in_use or lock.room
        named = shell.say("authority-lock-of", serial=lock.serial, room=room) if room else ""
        self.title.setText(named or shell.say("authority-lock-spare", serial=lock.serial))
        refused = plugged is not None and plugged.refusal is not None
        fit = plugged is not None and not refused
        wanted = stage in WANTS_CALIBRATION or (self._again and stage in WANTS_USE | {LockStage.IN_USE})
        calibrating = wanted and not refused
        using = stage in WANTS_USE and not calibrating and fit
        self._explain(state, stage, plugged, calibrating=calibrating)
        self.calibrate.setVisible(calibrating)
        self.use.setVisible(using)
        self._other.setVisible(not (calibrating or refused) and stage in WANTS_USE | {LockStage.IN_USE})
        if calibrating:
            self.calibrate.show_lock(lock.serial)
        if using:
            self.use.show_lock(lock.serial, lock.room, free)
        promote(shell.look, self.calibrate.send, "clock", on=calibrating)
        promote(shell.look, self.use.send, "check", on=using)

    def _explain(self, state: LockState, stage: LockStage, plugged: PluggedIn | None, *, calibrating: bool) -> None:
        """One sentence: a no first, then what is still missing, then what there is."""
        shell, bridge = self._shell, self._shell.bridge
        no = views.refusal(bridge.site, state, bridge.now) or (plugged.refusal if plugged else None)
        if no:
            documents = bridge.site.package.rulebook.documents if bridge.site.package else ()
            self.note.keep("bad", shell.text.refusal(no), shell.text.basis(no, documents))
        elif stage is LockStage.TOO_FAR_OFF and state.calibration:
            allowed = bridge.rulebook.clock_tolerance_seconds.value
            offset = state.calibration.offset_seconds
            self.note.keep("bad", shell.say("authority-too-far", offset=offset, allowed=allowed))
        elif stage is LockStage.IN_USE and not calibrating:
            name = bridge.console.directory.staff_name(state.holder) if state.holder else ""
            self.note.keep("ok", shell.say("authority-in-use", time=hour(state.used_since), person=name))
        elif stage in WANTS_USE and not calibrating and plugged is None:
            self.note.keep("primary", shell.say("authority-plug-in", serial=state.registered.serial))
        elif self._again:
            self.note.keep("warn", shell.say("authority-again-means"))
        else:
            self.note.clear()

    def _recalibrate(self) -> None:
        self._again = True
        self.turned.emit()

    def _calibrated(self) -> None:
        self._again = False
        self.settled.emit()

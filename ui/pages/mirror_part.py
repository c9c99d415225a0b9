"""镜像: which medium follows the journal and how far, its beginning and change, and the way to the spare machine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.mirror import BeginMirror, GoOnWithoutMirror, NoteDrill
from app.core.safe_state import WaiverReason
from app.core.terms import MediumSerial
from app.service import media
from app.service.media import PluggedMedium
from ui.pages.room_form import StepForm
from ui.pages.safe_part import SafePart
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, button, card, empty, flow, label
from ui.widgets.working import Working


class BeginForm(StepForm):
    """On which medium; those that tell no serial of their own are not found again, and serve for no mirror."""

    def __init__(self, shell: Shell, plugged: Sequence[PluggedMedium]) -> None:
        say = shell.say
        super().__init__(shell, say("mirror-begin-title"), say("mirror-begin-note"))
        self.ask_what(say("mirror-which"), [(one.serial, one.known.label) for one in plugged if one.known])
        self.finish(say("mirror-begin"))

    def operation(self) -> BeginMirror:
        return BeginMirror(MediumSerial(str(self.what.currentData())))


class WaiveForm(StepForm):
    """Why gates go on although entries are on this machine alone."""

    def __init__(self, shell: Shell, behind: int) -> None:
        say = shell.say
        super().__init__(shell, say("mirror-go-on"), say("mirror-waive-note", entries=behind))
        self.ask_what(say("mirror-reason"), [(one, shell.word(one)) for one in WaiverReason])
        self.finish(say("mirror-go-on"), danger=True)

    def operation(self) -> GoOnWithoutMirror:
        return GoOnWithoutMirror(WaiverReason(str(self.what.currentData())))


class MirrorPart(SafePart):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say, look = shell.say, shell.look
        self.note = Notice(look)
        self.facts = Facts()
        self.begin = button(look, say("mirror-begin"), self._ask_begin, "arrows-exchange", "primary")
        self.waive = button(look, say("mirror-go-on"), self._ask_waive, "alert-triangle", "danger")
        self.drill = button(look, say("mirror-drill"), self._drill, "clipboard-check")
        self.working = Working(shell)
        self.again = button(look, say("safekeeping-look-again"), self.refresh, "refresh")
        self._told: tuple[str, str] | None = None
        state, held = card()
        held.addWidget(self.note)
        held.addWidget(self.facts)
        held.addWidget(self.working)
        held.addWidget(flow(self.begin, self.waive, self.drill, self.again))
        spare, steps = card()
        steps.addWidget(label(say("mirror-spare-title"), "H2"))
        steps.addWidget(label(say("mirror-spare-stop")))
        steps.addWidget(label(say("mirror-spare-resume", command="examsite resume")))
        steps.addWidget(label(say("mirror-spare-paper")))
        self.history = QWidget()
        self._resumed = QVBoxLayout(self.history)
        self._resumed.setContentsMargins(0, 0, 0, 0)
        before, told = card()
        told.addWidget(label(say("mirror-history"), "H2"))
        told.addWidget(self.history)
        self._before = before
        for part in (state, spare, before):
            self._column.addWidget(part)
        self._column.addStretch(1)
        shell.bridge.mirror.moved.connect(self._moved)

    @property
    def first(self) -> QWidget:
        return self.form.first if self.form else self.begin

    def refresh(self) -> None:
        say, bridge = self._shell.say, self._shell.bridge
        mirror, lag = bridge.site.safe.mirror, bridge.mirror.lag
        self._tell(*self._state())
        self.begin.setText(say("mirror-change" if mirror else "mirror-begin"))
        self.waive.setVisible(mirror is not None and not mirror.waived and bool(lag or mirror.out))
        self.drill.setVisible(mirror is not None and not mirror.out)
        self.facts.setVisible(mirror is not None)
        if mirror:
            label_ = bridge.site.safe.media[mirror.medium].label
            here = media.folder_of(bridge.console, mirror.medium) is not None
            facts = [
                (say("mirror-medium"), say("mirror-medium-is", label=label_, serial=mirror.medium)),
                (say("mirror-here"), say("media-here" if here else "media-away")),
                (say("mirror-since"), f"{mirror.begun_at:%m-%d %H:%M}"),
                (say("mirror-held"), say("mirror-entries", entries=bridge.mirror.mirroring.held)),
                (say("mirror-lag"), say("mirror-entries", entries=lag)),
                (
                    say("mirror-drilled"),
                    f"{mirror.drilled_at:%m-%d %H:%M}" if mirror.drilled_at else say("mirror-never-drilled"),
                ),
            ]
            if mirror.out_at:
                facts.append((say("mirror-out-since"), f"{mirror.out_at:%m-%d %H:%M}"))
            self.facts.show_facts(facts)
        resumed = bridge.site.safe.resumed
        self._before.setVisible(bool(resumed))
        empty(self._resumed)
        for one in resumed:
            told = say("mirror-resumed", at=one.at, machine=one.machine, entries=one.entries, lost=one.lost)
            self._resumed.addWidget(label(told))

    def _state(self) -> tuple[str, str]:
        say, bridge = self._shell.say, self._shell.bridge
        mirror, lag = bridge.site.safe.mirror, bridge.mirror.lag
        if mirror is None:
            return "warn", say("mirror-none")
        if mirror.waived:
            return "bad", say("mirror-waived", reason=mirror.waived, entries=lag)
        if mirror.out:
            return "bad", say("mirror-out", reason=mirror.out, entries=lag)
        return ("warn", say("mirror-behind", entries=lag)) if lag else ("ok", say("mirror-level"))

    def _tell(self, tone: str, said: str) -> None:
        if (tone, said) != self._told:
            self._told = (tone, said)
            self.note.tell(tone, said)

    def _moved(self) -> None:
        if self.isVisible():
            self.refresh()

    def _ask_begin(self) -> None:
        plugged = [one for one in media.plugged_in(self._shell.bridge.console) if one.known and one.known.read]
        if not plugged:
            self._asking.tell("warn", self._shell.say("mirror-no-medium"))
            return
        form = BeginForm(self._shell, plugged)
        begun = self._shell.say("mirror-begun")
        self.take(form, lambda: self._asking.submit(form.operation(), begun, self.done))

    def _drill(self) -> None:
        mirror, job = self._shell.bridge.site.safe.mirror, self._shell.bridge.mirror.drill()
        if mirror is None or job is None:
            self._asking.tell("warn", self._shell.say("mirror-wait"))
            return
        self.drill.setEnabled(False)
        said = self._shell.say("mirror-drilling")
        self.working.tell(said, stoppable=False)
        job.progressed.connect(lambda done, total: self.working.tell(said, done, total, stoppable=False))
        job.finished.connect(lambda found: self._drilled(mirror.medium, found))
        job.failed.connect(lambda _: self._end_drill())

    def _drilled(self, medium: MediumSerial, found: object) -> None:
        self._end_drill()
        if isinstance(found, tuple):
            entries, blobs = found
            good = self._shell.say("mirror-drill-good", entries=entries, blobs=blobs)
            self._asking.submit(NoteDrill(medium, entries, blobs), good, lambda _: self.refresh())

    def _end_drill(self) -> None:
        self.working.hide()
        self.drill.setEnabled(True)

    def _ask_waive(self) -> None:
        form = WaiveForm(self._shell, self._shell.bridge.mirror.lag)
        waived = self._shell.say("mirror-waived-now")
        self.take(form, lambda: self._asking.submit(form.operation(), waived, self.done))

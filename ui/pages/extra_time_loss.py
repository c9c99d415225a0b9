"""The loss behind extra time: by what, on which fault or incident, from when to when, and who told of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.cause import cause_of
from app.core.extra_time_loss import Loss
from app.core.incident import OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.terms import CauseNo, FaultNo, IncidentNo, RoomId, SessionId
from app.core.time_state import LossCause
from app.views.delays import causes_of
from app.views.giving_people import Suggestion
from ui.pages.delay_words import cause_long
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, choice, flow
from ui.widgets.person import PersonField

_REPORTED = (IncidentKind.OTHER, IncidentKind.POWER, IncidentKind.NETWORK, IncidentKind.EXAM_ORDER)
_BY_INCIDENT = {
    IncidentKind.EXAM_ORDER: LossCause.DISTURBANCE,
    IncidentKind.POWER: LossCause.FAULT,
    IncidentKind.NETWORK: LossCause.FAULT,
}


class LossForm(QWidget):
    """Stands at what is proposed until that is another; `changed` comes with every change."""

    changed = Signal()

    def __init__(self, shell: Shell, asking: Asking, minutes: QWidget) -> None:
        """`minutes` stand before everything else."""
        super().__init__()
        self._shell, self._asking = shell, asking
        self._session: SessionId | None = None
        self._room: RoomId | None = None
        self._shown: object = None
        say = shell.say
        self.cause = choice([(one, shell.word(one)) for one in LossCause])
        self.causes = choice(())
        self.causes.setPlaceholderText(say("extra-time-no-cause-short"))
        self.since, self.until, self.who = MomentField(shell), MomentField(shell), PersonField(shell)
        self.kind = choice([(one, shell.word(one)) for one in _REPORTED])
        self.kind.setMinimumContentsLength(12)
        self.kind.setAccessibleName(say("extra-time-incident-kind"))
        self.report = button(shell.look, say("extra-time-report"), self._report, "plus")
        self.to_faults = button(shell.look, say("extra-time-to-faults"), self._to_faults, "arrow-right")
        self.none, self.candidate = Notice(shell.look), Notice(shell.look)
        self.reporting = flow(self.kind, self.report, self.to_faults)
        form = Form(columns=2)
        form.field(say("extra-time-minutes-field"), minutes)
        form.field(say("extra-time-cause"), self.cause)
        form.field(say("extra-time-causes"), self.causes, wide=True)
        form.field(say("extra-time-since"), self.since)
        form.field(say("extra-time-until"), self.until)
        form.field(say("extra-time-told-by"), self.who, wide=True)
        for upper in (minutes, self.cause):
            form.setAlignment(upper, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(form)
        for part in (self.candidate, self.none, self.reporting):
            outer.addWidget(part)
        self.cause.currentIndexChanged.connect(lambda _: self._changed())
        self.causes.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.causes.activated.connect(lambda _: self._hang())
        for moment in (self.since, self.until):
            moment.changed.connect(self.changed)

    @property
    def stretch(self) -> tuple[datetime, datetime] | None:
        """From when to when; None where one of both is no time."""
        since, until = self.since.value(), self.until.value()
        return (since, until) if since and until else None

    def value(self) -> Loss | None:
        """None where something is missing: that is said at its field."""
        for moment in (self.since, self.until):
            if moment.value() is None:
                moment.complain()
                return None
        since, until, found = self.since.value(), self.until.value(), self.causes.currentData()
        if since is None or until is None:
            return None
        numbers = tuple(CauseNo(one) for one in found) if isinstance(found, tuple) else ()
        return Loss(LossCause(self.cause.currentData()), numbers, since, until, self.who.value())

    def look(self, session: SessionId, room: RoomId, found: Suggestion | None) -> None:
        """What is proposed is filled in once; what somebody changed afterwards stays."""
        self._session, self._room = session, found.room if found else room
        self.who.show_room(self._room)
        self._offer(found)
        shown = (session, room, found and (found.since, found.until, found.causes))
        if shown != self._shown:
            self._shown = shown
            self.causes.setCurrentIndex(0 if self.causes.count() else -1)
            if found:
                self.cause.setCurrentIndex(self.cause.findData(self._by(found.causes)))
                self.since.propose(found.since)
                self.until.propose(found.until)
            else:
                self._hang()
        self._tell()

    def _hang(self) -> None:
        """What the chosen fault or incident itself says: by what, from when to when."""
        numbers, site = self.causes.currentData() or (), self._shell.bridge.site
        found = [cause for number in numbers if (cause := cause_of(site, number))]
        self.cause.setCurrentIndex(self.cause.findData(self._by(numbers)))
        self.since.propose(min((one.happened_at for one in found), default=None))
        over = [one.closed_at for one in found if one.closed_at]
        self.until.propose(max(over) if over and len(over) == len(found) else None)

    def _by(self, causes: tuple[CauseNo, ...]) -> LossCause:
        """A move where nothing is known, since faults name themselves."""
        site = self._shell.bridge.site
        for number in causes:
            if FaultNo(number) in site.faults:
                return LossCause.FAULT
            if incident := site.incidents.get(IncidentNo(number)):
                return _BY_INCIDENT.get(IncidentKind(incident.kind), LossCause.MOVE)
        return LossCause.MOVE

    def _offer(self, found: Suggestion | None) -> None:
        """Several that made up the loss as one choice, then each alone; anew only where they are others."""
        if self._session is None or self._room is None:
            return
        known = causes_of(self._shell.bridge.site, self._session, self._room)
        proposed = tuple(one for one in found.causes if one in known) if found else ()
        options = [proposed] if proposed else []
        options += [(one,) for one in known if (one,) != proposed]
        before = [self.causes.itemData(n) for n in range(self.causes.count())]
        if before == options:
            return
        chosen = self.causes.currentData()
        self.causes.clear()
        for numbers in options:
            self.causes.addItem(" + ".join(cause_long(self._shell, one) for one in numbers), numbers)
        self.causes.setCurrentIndex(options.index(chosen) if chosen in options else 0 if options else -1)
        self.causes.setToolTip(self.causes.currentText())

    def _changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """What stands in the way: the candidate's own doing, or nothing to hang it on."""
        say, own = self._shell.say, self.cause.currentData() == LossCause.CANDIDATE
        if own and self.candidate.isHidden():
            actions = ((say("extra-time-incident"), self._violation),)
            self.candidate.tell("bad", say("extra-time-own-doing"), *actions, note=say("extra-time-own-note"))
        elif not own:
            self.candidate.clear()
        lacks = not own and not self.causes.count()
        if lacks and self.none.isHidden():
            self.none.tell("warn", say("extra-time-no-cause"))
        elif not lacks:
            self.none.clear()
        self.reporting.setVisible(lacks)

    def _report(self) -> None:
        self._open(IncidentKind(self.kind.currentData()))

    def _violation(self) -> None:
        self._open(IncidentKind.EXAM_ORDER)

    def _open(self, kind: IncidentKind) -> None:
        at = self.since.value()
        if at is None:
            self.since.complain()
            return
        operation = OpenIncident(kind, self._session, self._room, at, self.who.value())
        self._asking.submit(operation, self._shell.say("extra-time-reported", kind=kind), lambda _: self._opened())

    def _opened(self) -> None:
        """The new one is what it hangs on."""
        self._offer(None)
        newest = list(self._shell.bridge.site.incidents)[-1]
        self.causes.setCurrentIndex(max(self.causes.findData((CauseNo(newest),)), 0))
        self._tell()
        self.changed.emit()
        self.causes.setFocus()

    def _to_faults(self) -> None:
        self._shell.go(Place(PageName.FAULTS, self._session, self._room))

"""What to do now, in one line for each live session, above every page that has no room for the whole rail."""

from __future__ import annotations

from datetime import time

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.views import agenda
from app.views.agenda import Lane, Step, StepState
from app.views.step import StepKind
from ui.destinations import STEPS
from ui.shell import Place, Shell, hour
from ui.widgets.parts import Elided, button, empty, row
from ui.widgets.pill import Pill

TONES = {StepState.DONE: "ok", StepState.NOW: "primary", StepState.LATE: "bad", StepState.AHEAD: "idle"}
ICONS = {
    StepState.DONE: "circle-check",
    StepState.NOW: "player-play",
    StepState.LATE: "clock-exclamation",
    StepState.AHEAD: "hourglass",
}
SHOWN = 2
"""Lanes at once: in the gap between two sessions both are live."""


_NOT_ROOMS = frozenset(
    {
        StepKind.WEEK_ITEMS,
        StepKind.HARDWARE,
        StepKind.EVE_ITEMS,
        StepKind.TIMESTAMPS,
        StepKind.TRANSFERS,
        StepKind.SETTLE,
        StepKind.REPORT_INCIDENT,
    }
)


def lanes(shell: Shell) -> tuple[Lane, ...]:
    """The lanes that want something: the days before while they are not done, then every session under way.

    On the exam day only what presses of the days before stands in the way of its sessions.
    """
    bridge = shell.bridge
    ahead = agenda.before_first(bridge.site, bridge.now)
    before = agenda.preparation(bridge.site, bridge.rulebook, bridge.now, lists=ahead)
    if before.holds_up or (ahead and not before.complete):
        return (before,)
    times = bridge.console.actual
    return tuple(
        agenda.lane(bridge.site, bridge.rulebook, session, bridge.now, times.of(session)) for session in bridge.live
    )


def place_of(lane: Lane, step: Step) -> Place:
    return Place(STEPS[step.kind], session=lane.session, step=step.kind)


def since(step: Step) -> str:
    """From what time on; "" where no text sets one, also for what may begin with the day."""
    return "" if step.since is None or step.since.time() == time.min else hour(step.since)


def when(shell: Shell, step: Step) -> str:
    """By when, or from when; "" where no text sets a time."""
    if step.state is StepState.AHEAD and since(step):
        return shell.say("rail-at", time=since(step))
    return shell.say("rail-by", time=hour(step.by)) if step.by else ""


def how_far(shell: Shell, step: Step) -> str:
    """How many of the rooms are done; "" where there is one thing to do."""
    if step.total <= 1:
        return ""
    name = "rail-done-of" if step.kind in _NOT_ROOMS else "rail-rooms-of"
    return shell.say(name, done=step.done, total=step.total)


def title(shell: Shell, lane: Lane) -> str:
    return shell.session(lane.session) if lane.session else shell.say("rail-preparation")


class NowBar(QFrame):
    """One line a lane: session, step, who, by when, and the way there."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setObjectName("NowBar")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(20, 4, 16, 4)
        self._lines.setSpacing(2)
        self._shown: tuple[object, ...] = ()
        shell.bridge.changed.connect(self.refresh)
        shell.bridge.session_changed.connect(self.refresh)
        shell.bridge.ticked.connect(self.refresh)
        self.refresh()

    def refresh(self, _facts: object = ()) -> None:
        every = tuple(lane for lane in lanes(self._shell) if lane.current)[:SHOWN]
        shown = tuple((lane.session, lane.current) for lane in every)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._lines)
        for lane in every:
            if step := lane.current:
                self._lines.addWidget(self._line(lane, step))
        if not every:
            self._lines.addWidget(Elided(self._shell.say("rail-all-done"), "Sub"))

    def go_on(self) -> None:
        """To what is to be done now in the session that is shown, otherwise in the first lane."""
        every = [lane for lane in lanes(self._shell) if lane.current]
        chosen = next(
            (lane for lane in every if lane.session == self._shell.bridge.session), every[0] if every else None
        )
        if chosen and (step := chosen.current):
            self._shell.go(place_of(chosen, step))

    def _line(self, lane: Lane, step: Step) -> QWidget:
        shell = self._shell
        said = shell.say("rail-line", session=title(shell, lane), step=shell.word(step.kind))
        who = shell.say("rail-who", roles=step.roles)
        pill = Pill(shell.look, ICONS[step.state], shell.word(step.state), TONES[step.state])
        notes = " · ".join(part for part in (how_far(shell, step), when(shell, step), who) if part)
        main = Elided(said, "Strong")
        go = button(shell.look, shell.say("rail-go"), lambda: shell.go(place_of(lane, step)), "arrow-right", "weak")
        go.setAccessibleDescription(said)
        holder = QWidget()
        laid = row(pill, main, Elided(notes, "Cap"), go, gap=10)
        laid.setContentsMargins(0, 0, 0, 0)
        laid.setStretch(1, 3)
        laid.setStretch(2, 3)
        holder.setLayout(laid)
        return holder

"""Step 2: the package is taken in, and what it is stands beside the clock before anybody unlocks it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QFileDialog, QLabel, QVBoxLayout, QWidget

from app.station.machine import Package, State
from app.station.packages import by_lock
from ui.station.page import StepPage
from ui.station.shell import Stage, StationShell, Step, clock, grouped
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, button, flow, label, line, row

_STATES = {
    State.TAKEN: "station-state-taken",
    State.OPEN: "station-state-open",
    State.HANDED_IN: "station-state-handed-in",
}


class TakePage(StepPage):
    step = Step.TAKE

    def __init__(self, shell: StationShell, package: Package | None) -> None:
        super().__init__(shell)
        self._package = package
        self._clock: QLabel | None = None
        if package is None:
            self._choose(self.body(shell.say("station-take"), shell.say("station-take-who")))
        else:
            self._check(self.body(shell.say("station-check"), shell.say("station-check-who")), package)
        self.tick()

    def _choose(self, inside: QBoxLayout) -> None:
        shell = self.shell
        say, look, held = shell.say, shell.look, shell.station.held
        inside.addWidget(label(say("station-take-what")))
        self.first = button(look, say("station-take-choose"), self._ask, "file-import", "primary")
        inside.addWidget(
            flow(self.first, button(look, say("station-take-back"), lambda: shell.go(Stage(Step.REGISTER))))
        )
        if held:
            inside.addWidget(line())
            inside.addWidget(label(say("station-held"), "H2"))
            self._warn(inside)
        locks = by_lock(held)
        for lock, packages in locks:
            if len(locks) > 1:
                inside.addWidget(label(say("station-held-lock", lock=grouped(lock)), "Strong"))
            for package in packages:
                inside.addWidget(label(self._called(package)))
                inside.addWidget(flow(*self._offers(package)))

    def _warn(self, inside: QBoxLayout) -> None:
        """Packages of somebody else's lock lie here too: nobody but people can tell which is which."""
        say, locks = self.shell.say, [lock for lock, _ in by_lock(self.shell.station.held)]
        if len(locks) > 1:
            warning = Notice(self.shell.look)
            inside.addWidget(warning)
            lines = (say("station-held-lock", lock=grouped(lock)) for lock in locks)
            warning.tell("warn", say("station-two-locks", count=len(locks)), note="\n".join(lines))

    def _called(self, package: Package) -> str:
        state = self.shell.say(_STATES[package.state])
        return self.shell.say(
            "station-held-one", ticket=package.ticket, session=package.session, number=package.number, state=state
        )

    def _offers(self, package: Package) -> Sequence[QWidget]:
        shell, say = self.shell, self.shell.say
        if package.state is not State.HANDED_IN:
            stage = Stage(Step.TAKE if package.state is State.TAKEN else Step.UNLOCK, package)
            return (button(shell.look, say("station-held-go", ticket=package.ticket), lambda: shell.go(stage)),)
        copy = button(shell.look, say("station-held-copy", ticket=package.ticket), lambda: self._copy(package))
        slip = button(
            shell.look,
            say("station-held-slip", ticket=package.ticket),
            lambda: shell.go(Stage(Step.UNLOCK, package)),
            kind="link",
        )
        return copy, slip

    def _copy(self, package: Package) -> None:
        """The return of one handed in is written again without any code."""
        say = self.shell.say
        folder = self.folder(say("station-held-copy", ticket=package.ticket))
        if folder is None:
            return
        path = self.attempt(lambda: self.shell.station.copy_return(package, folder))
        if path is not None:
            self.told(say("station-copied", file=path.name))

    def _check(self, inside: QBoxLayout, package: Package) -> None:
        shell = self.shell
        say, look = shell.say, shell.look
        facts = Facts()
        facts.show_facts(
            (
                (say("station-ticket"), package.ticket),
                (say("station-session"), f"{shell.text.session(package.session)}  {package.subject}"),
                (say("station-seat"), say("station-seat-value", room=package.room, seat=package.seat)),
                (say("station-machine"), package.machine),
                (say("station-number"), say("station-number-value", number=package.number)),
                (say("station-issued"), package.issued_at.strftime("%Y-%m-%d %H:%M:%S")),
                (say("station-lock"), grouped(package.lock)),
            )
        )
        self._clock = label("", "Time", wrap=False)
        time = QVBoxLayout()
        time.setSpacing(4)
        time.addWidget(label(say("station-check-clock"), "Strong"))
        time.addWidget(self._clock)
        time.addWidget(label(say("station-check-clock-wrong"), "Cap"))
        time.addStretch(1)
        beside = row(facts, line(upright=True), gap=20)
        beside.addLayout(time)
        beside.setStretch(0, 3)
        beside.setStretch(2, 2)
        inside.addLayout(beside)
        inside.addWidget(label(say("station-check-lock")))
        self._warn(inside)
        self.first = button(look, say("station-check-right"), self._go_on, "lock-open", "primary")
        inside.addWidget(flow(self.first, button(look, say("station-check-other"), lambda: shell.go(Stage(Step.TAKE)))))

    def tick(self) -> None:
        if self._clock is not None:
            self._clock.setText(clock(self.shell.station.clock.wall()))

    def _ask(self) -> None:
        say = self.shell.say
        kinds = say("station-take-kinds", pattern="*.examsite-alone")
        chosen, _ = QFileDialog.getOpenFileName(self, say("station-take-choose"), "", kinds)
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Read the file, and show what it is."""
        package = self.attempt(lambda: self.shell.station.take(path))
        if package is not None:
            self.shell.go(Stage(Step.TAKE, package))

    def _go_on(self) -> None:
        self.shell.go(Stage(Step.UNLOCK, self._package))

"""What the arrangement holds: how many people sit in which room in which session."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.core.site import Package
from app.core.terms import RoomId
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import Shell
from ui.widgets.parts import label
from ui.widgets.step_card import StepCard

_LISTED = 16
"""Lines of the table before it scrolls."""
_TOTAL = "total"
_BAR = 10
"""Pixels for the bar that comes where sessions are many."""


class RoomsCard(StepCard):
    """Rooms down, sessions across, sums at the foot."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, shell.say("arrangement-held"))
        self.pill.hide()
        self._shown: Package | None = None
        self.model: LinesModel | None = None

    def refresh(self) -> None:
        """Counts are those of the arrangement and never change while it is in force."""
        package = self._shell.bridge.site.package
        if package is None or package is self._shown:
            return
        while self.body.count() > 1:
            old = self.body.takeAt(1)
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = package
        say, sessions = self._shell.say, package.exam.sessions
        headers = [say("arrangement-room"), say("arrangement-seats")]
        headers += [str(one.id) for one in sessions]
        self.model = LinesModel(self._shell, headers)
        self.model.show_lines([*(self._line(room.id) for room in package.plan.rooms), self._sums(package)])
        view = LinesView(self.model, say("arrangement-held"), wide=(0,))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        view.fit_height(1, _LISTED)
        view.setFixedHeight(view.maximumHeight() + _BAR)
        self.body.addWidget(view)
        names = tuple(
            say("arrangement-session", session=one.id, at=one.starts_at, subject=one.subject, minutes=one.minutes)
            for one in sessions
        )
        self.body.addWidget(label("\n".join(names), "Cap"))

    def _line(self, room: RoomId) -> Line:
        say, site = self._shell.say, self._shell.bridge.site
        plan = site.plans[room]
        held = (site.room(session, room) for session in site.sessions)
        counts = (Cell(str(one.arranged) if one else say("blank"), "text" if one else "text3") for one in held)
        return Line(
            room,
            (
                Cell(f"{say('room-name', room=room)} · {plan.building} {plan.name}"),
                Cell(str(plan.seats), "text2"),
                *counts,
            ),
        )

    def _sums(self, package: Package) -> Line:
        say, sessions = self._shell.say, self._shell.bridge.site.sessions.values()
        sums = (Cell(str(sum(room.arranged for room in state.rooms.values()))) for state in sessions)
        seats = sum(room.seats for room in package.plan.rooms)
        return Line(_TOTAL, (Cell(say("arrangement-total")), Cell(str(seats), "text2"), *sums))

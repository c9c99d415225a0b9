"""违纪与异常: what people did, and what happened, each recorded with the facts alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QStackedWidget

from app.core.operation import Fact
from app.core.terms import ViolationNo
from app.views.step import StepKind
from app.views.violations import levels, serious
from ui.page import Page
from ui.pages.incident_board import IncidentBoard
from ui.pages.violation_board import ViolationBoard
from ui.shell import PageName, Place, Shell
from ui.widgets.segments import Segments


class Half(StrEnum):
    """Each value is the id of its word."""

    VIOLATIONS = "conduct-violations"
    INCIDENTS = "conduct-incidents"


class ConductPage(Page):
    name = PageName.CONDUCT
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.halves = Segments(shell.say("conduct-halves"))
        self.halves.picked.connect(self._pick)
        self.head("", self.halves)
        self.violations, self.incidents = ViolationBoard(shell, self.asking), IncidentBoard(shell, self.asking)
        self._held: dict[Half, ViolationBoard | IncidentBoard] = {
            Half.VIOLATIONS: self.violations,
            Half.INCIDENTS: self.incidents,
        }
        self.half = Half.VIOLATIONS
        self.stack = QStackedWidget()
        for held in self._held.values():
            self.stack.addWidget(held)
        self.outer.addWidget(self.stack, 1)
        self._show_half()

    def go(self, place: Place) -> None:
        """To the half that is meant: by its step, its number, or whom it is about."""
        site, bridge = self.shell.bridge.site, self.shell.bridge
        meant = site.violations.get(ViolationNo(place.number))
        if meant is not None:
            bridge.choose(meant.session)
        if place.step is StepKind.REPORT_INCIDENT or place.number in site.incidents:
            self.turn(Half.INCIDENTS)
        elif meant is not None or place.room or place.ticket:
            self.turn(Half.VIOLATIONS)
        self._held[self.half].go(place)

    def scanned(self, code: str) -> bool:
        """A ticket, an ID card or a sheet's number, for whatever is being recorded."""
        return self.half is Half.VIOLATIONS and self.violations.seek(code)

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        self._show_half()
        self._held[self.half].refresh(facts)

    def turn(self, half: Half) -> None:
        if half is not self.half:
            self.asking.clear()
            self.half = half
            self.refresh()

    def _pick(self, half: object) -> None:
        if isinstance(half, Half):
            self.turn(half)
            self._held[half].first.setFocus()

    def _show_half(self) -> None:
        shell, session, site = self.shell, self.shell.bridge.session, self.shell.bridge.site
        found = sum(levels(site, session).values()) if session else 0
        grave = serious(site, session) if session else 0
        here = self.half is Half.VIOLATIONS
        self.sub.tell(shell.say("conduct-sub", count=found, serious=grave) if here else "")
        self.halves.offer([(half, shell.say(half)) for half in Half], self.half)
        self.stack.setCurrentWidget(self._held[self.half])
        self.first = self._held[self.half].first

"""编排: the exam package, the arrangement timestamp in three places, the confirmation sheet, and what was arranged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Fact
from app.core.timestamp import ScanChecked, TimestampRecorded
from app.views import agenda
from app.views.agenda import StepState
from app.views.step import StepKind
from ui.page import Page
from ui.pages.arrangement_package import PackageCard
from ui.pages.arrangement_rooms import RoomsCard
from ui.pages.arrangement_scan import SHEET, ScanCard
from ui.pages.arrangement_stamps import StampsCard
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import scrolled

_SMALL = (TimestampRecorded, ScanChecked)
"""After these alone the arrangement itself is as it was."""


class ArrangementPage(Page):
    name = PageName.ARRANGEMENT
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.head()
        self.package = PackageCard(shell, self.asking)
        self.stamps = StampsCard(shell, self.asking)
        self.scan = ScanCard(shell, self.asking)
        self.rooms = RoomsCard(shell)
        body = QWidget()
        cards = QVBoxLayout(body)
        cards.setContentsMargins(0, 0, 8, 0)
        cards.setSpacing(12)
        for one in (self.package, self.stamps, self.scan, self.rooms):
            one.settled.connect(self._go_on)
            cards.addWidget(one)
        cards.addStretch(1)
        self._area = scrolled(body)
        self.outer.addWidget(self._area, 1)
        self.first = self.package.take

    def go(self, place: Place) -> None:
        """To the first step that is still open."""
        self._go_on()

    def scanned(self, code: str) -> bool:
        if not code.strip().upper().startswith(SHEET):
            return False
        self.scan.check(code)
        return True

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        package = self.shell.bridge.site.package
        exam = package.exam.title if package else self.shell.say("arrangement-none")
        self.sub.tell(exam)
        steps = self._steps()
        current = self._current
        for kind, card in self._cards.items():
            card.show_step(steps[kind])
            card.promote(on=kind is current)
        self.package.refresh()
        self.stamps.refresh()
        self.scan.refresh()
        self.rooms.setVisible(package is not None)
        if not facts or not all(isinstance(fact, _SMALL) for fact in facts):
            self.rooms.refresh()

    def _go_on(self) -> None:
        self.refresh()
        self._card.first.setFocus()
        self._area.ensureWidgetVisible(self._card)

    @property
    def _cards(self) -> dict[StepKind, PackageCard | StampsCard | ScanCard]:
        return {StepKind.IMPORT: self.package, StepKind.TIMESTAMPS: self.stamps, StepKind.SCAN: self.scan}

    def _steps(self) -> dict[StepKind, agenda.Step]:
        bridge = self.shell.bridge
        return {step.kind: step for step in agenda.preparation(bridge.site, bridge.rulebook, bridge.now).steps}

    @property
    def _current(self) -> StepKind | None:
        """What is to be done next on this page; None when all of it is done."""
        steps = self._steps()
        return next((kind for kind in self._cards if steps[kind].state is not StepState.DONE), None)

    @property
    def _card(self) -> PackageCard | StampsCard | ScanCard:
        return self._cards[self._current or StepKind.IMPORT]

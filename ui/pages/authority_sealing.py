"""封场检测与封存: the end of the day before, and the beginning of the exam day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.authority_acceptance import AcceptCard, RoomTestCard
from ui.pages.authority_seal import SealCard, Standing
from ui.shell import Shell
from ui.widgets.asking import Asking


class SealingPart(QWidget):
    """`settled` comes after every entry."""

    settled = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell = shell
        self.test, self.accept, self.seal = (
            RoomTestCard(shell, asking),
            AcceptCard(shell, asking),
            SealCard(shell, asking),
        )
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 8, 0)
        self._outer.setSpacing(12)
        for one in (self.test, self.accept, self.seal):
            one.settled.connect(self.settled)
            self._outer.addWidget(one)
        self._outer.addStretch(1)

    @property
    def current(self) -> RoomTestCard | AcceptCard | SealCard:
        """What is to be done next."""
        site = self._shell.bridge.site
        if self.seal.standing in (Standing.SEALED, Standing.BROKEN):
            return self.seal
        if not site.sealed_room_test:
            return self.test
        return self.seal if site.accepted_at else self.accept

    @property
    def first(self) -> QWidget:
        return self.current.first

    def tick(self) -> None:
        """Days begin without any fact."""
        self.refresh()

    def refresh(self) -> None:
        """While the equipment is under seal, that comes first."""
        current = self.current
        place = 0 if self.seal.standing in (Standing.SEALED, Standing.BROKEN) else 2
        if self._outer.indexOf(self.seal) != place:
            self._outer.removeWidget(self.seal)
            self._outer.insertWidget(place, self.seal)
        for one in (self.test, self.accept, self.seal):
            one.refresh(leads=one is current)
